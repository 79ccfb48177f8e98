// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpaengine.h"
#include "scaling/hpaexplain.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

HpaSpec specOf(std::int32_t min, std::int32_t max, const QString &name = u"queue"_s)
{
    HpaSpec spec;
    spec.minReplicas = min;
    spec.maxReplicas = max;
    HpaMetric metric;
    metric.source = HpaMetric::Source::External;
    metric.name = name;
    metric.targetType = HpaMetric::TargetType::AverageValue;
    metric.averageValue = 10'000;
    spec.metrics = {metric};
    return spec;
}

HpaSync syncAt(std::int64_t time, std::int32_t current, std::int64_t milli)
{
    HpaSync sync;
    sync.time = time;
    sync.scale = {current, current, current, current};
    sync.readings = {{.seriesMilli = {milli}}};
    return sync;
}

QString told(HpaEngine &engine, const HpaSync &sync)
{
    return explainHpaDecision(engine.sync(sync), engine.spec(), sync.time).join(u" | "_s);
}

HpaPod pod(std::optional<std::int64_t> usage)
{
    HpaPod one;
    one.usageMilli = usage;
    one.requestMilli = 1000;
    return one;
}

} // namespace

class TestHpaExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One sync from rest, without behaviour, bounds 2..12, 10 a replica.
    void oneSync_data()
    {
        QTest::addColumn<int>("current");
        QTest::addColumn<qint64>("milli");
        QTest::addColumn<QString>("sentences");
        QTest::newRow("off")
            << 0 << qint64{90'000}
            << u"The workload has zero replicas, so the autoscaler does nothing."_s;
        QTest::newRow("above the maximum")
            << 20 << qint64{0}
            << u"There were 20 replicas, above the maximum of 12: cut at once, no metric is looked "
               "at. | 20 replicas become 12."_s;
        QTest::newRow("below the minimum") << 1 << qint64{0}
                                           << u"There were 1 replicas, below the minimum of 2: "
                                              u"raised at once, no metric is looked "
                                              "at. | 1 replicas become 2."_s;
        QTest::newRow("inside the tolerance") << 5 << qint64{54'000}
                                              << u"queue is at 1.08 of its target. That is within "
                                                 u"the tolerance: 5 replicas stay. | 5 "
                                                 "replicas stay."_s;
        QTest::newRow("up")
            << 5 << qint64{80'000}
            << u"queue is at 1.6 of its target. It asks for 8 replicas. | 5 replicas "
               "become 8."_s;
        QTest::newRow("twice at most")
            << 5 << qint64{110'000}
            << u"queue is at 2.2 of its target. It asks for 11 replicas. | the built-in limit of "
               "twice the replicas, at least 4 allows 10 now. | 5 replicas become 10."_s;
        QTest::newRow("the maximum")
            << 8 << qint64{140'000}
            << u"queue is at 1.75 of its target. It asks for 14 replicas. | "
               "The maximum of 12 stops it. | 8 replicas become 12."_s;
    }

    void oneSync()
    {
        QFETCH(int, current);
        QFETCH(qint64, milli);
        HpaEngine engine(specOf(2, 12), {});
        QTEST(told(engine, syncAt(0, current, milli)), "sentences");
    }

    void theMinimumHolds()
    {
        HpaController controller;
        controller.downscaleStabilizationSeconds = 0;
        HpaEngine engine(specOf(2, 12), controller);
        QCOMPARE(told(engine, syncAt(100, 5, 4'000)).section(u" | "_s, 0, 0),
                 u"queue is at 0.08 of its target. It asks for 1 replicas."_s);
        HpaEngine later(specOf(2, 12), controller);
        (void)later.sync(syncAt(0, 5, 50'000));
        QCOMPARE(
            told(later, syncAt(15, 5, 4'000)),
            u"queue is at 0.08 of its target. It asks for 1 replicas. | The minimum of 2 holds "
            "it. | 5 replicas become 2."_s);
    }

    void anOldRecommendationHolds()
    {
        HpaEngine engine(specOf(1, 20), {});
        (void)engine.sync(syncAt(1000, 8, 80'000));
        QCOMPARE(told(engine, syncAt(1060, 8, 20'000)),
                 u"queue is at 0.25 of its target. It asks for 2 replicas. | The recommendation of "
                 "60 s ago holds it at 8. | 8 replicas stay."_s);
    }

    void policiesAreNamed_data()
    {
        QTest::addColumn<bool>("percent");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("pods") << false << u"the policy of 2 pods in 60 s allows 7 now."_s;
        QTest::newRow("per cent") << true << u"the policy of 20 per cent in 60 s allows 6 now."_s;
    }

    void policiesAreNamed()
    {
        QFETCH(bool, percent);
        HpaSpec spec = specOf(1, 50);
        HpaRules up = defaultScaleUpRules();
        up.policies = {percent ? HpaPolicy{HpaPolicy::Type::Percent, 20, 60}
                               : HpaPolicy{HpaPolicy::Type::Pods, 2, 60}};
        spec.behavior = HpaBehavior{up, defaultScaleDownRules({})};
        HpaEngine engine(spec, {});
        QTEST(told(engine, syncAt(0, 5, 200'000)).section(u" | "_s, 1, 1), "sentence");
    }

    void aDisabledDirectionIsNotCalledABuiltInLimit()
    {
        HpaSpec spec = specOf(1, 50);
        HpaRules up = defaultScaleUpRules();
        up.select = HpaRules::Select::Disabled;
        spec.behavior = HpaBehavior{up, defaultScaleDownRules({})};
        HpaEngine engine(spec, {});
        const QString text = told(engine, syncAt(0, 5, 200'000));
        QVERIFY2(text.contains(u"disables this direction"_s), qPrintable(text));
        QVERIFY2(text.endsWith(u"5 replicas stay."_s), qPrintable(text));
    }

    void failures()
    {
        HpaSpec spec = specOf(1, 50);
        spec.metrics.push_back(specOf(1, 50, u"tokens"_s).metrics.front());
        HpaEngine engine(spec, {});
        HpaSync sync = syncAt(0, 5, 10'000);
        sync.readings.push_back({.error = true});
        QCOMPARE(told(engine, sync),
                 u"queue is at 0.2 of its target. It asks for 1 replicas. | tokens could not be "
                 "read (FailedGetExternalMetric). | A metric failed and no other asks for more, so "
                 "5 replicas stay."_s);
    }

    void missingPodsAreTold()
    {
        HpaSpec spec;
        spec.maxReplicas = 9;
        spec.metrics = {defaultMetric()};
        HpaEngine engine(spec, {});
        HpaSync sync;
        sync.scale = {3, 3, 3, 3};
        sync.readings = {{.pods = {pod(1600), pod(1600), pod(std::nullopt)}}};
        const QString text = told(engine, sync);
        QVERIFY2(
            text.startsWith(u"cpu is at 2 of its target. With 1 pods without a sample and 0 not "
                            "ready, taken pessimistically, it is 1.325."_s),
            qPrintable(text));
    }

    void namesFromOutsideStayText()
    {
        // A metric's name is whatever somebody typed: place markers in it are not filled in.
        HpaEngine engine(specOf(1, 9, u"%1 %2 <b>%n</b>"_s), {});
        const QString text = told(engine, syncAt(0, 2, 40'000));
        QVERIFY2(text.startsWith(u"%1 %2 <b>%n</b> is at 2 of its target. It asks for 4"_s),
                 qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestHpaExplain)
#include "tst_hpaexplain.moc"
