// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpametric.h"
#include "scaling/kedaspec.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

KedaTrigger trigger(const char *name, std::int64_t targetMilli,
                    HpaMetric::TargetType type = HpaMetric::TargetType::AverageValue)
{
    KedaTrigger one;
    one.name = QString::fromLatin1(name);
    one.targetMilli = targetMilli;
    one.metricType = type;
    return one;
}

KedaTrigger resource(std::optional<HpaMetric> metric)
{
    KedaTrigger one;
    one.kind = KedaTrigger::Kind::Resource;
    one.name = u"cpu"_s;
    one.resource = std::move(metric);
    return one;
}

/// "External q average 10000" and so on, one a metric.
QString text(const HpaSpec &spec)
{
    static const std::array sources{u"Resource"_s, u"Container"_s, u"Pods"_s, u"Object"_s,
                                    u"External"_s};
    QStringList lines;
    for (const HpaMetric &metric : spec.metrics) {
        const QString target = metric.averageUtilization
                                   ? u"percent %1"_s.arg(*metric.averageUtilization)
                               : metric.averageValue ? u"average %1"_s.arg(*metric.averageValue)
                                                     : u"value %1"_s.arg(metric.value.value_or(-1));
        lines << sources.at(static_cast<std::size_t>(metric.source)) + u' ' + metric.name + u' ' +
                     target;
    }
    return lines.join(u", "_s);
}

QString text(const std::vector<StuckRange> &ranges)
{
    QStringList parts;
    for (const StuckRange &range : ranges) {
        parts << u"%1-%2"_s.arg(range.from).arg(range.to);
    }
    return parts.join(u' ');
}

/// The largest value of one trigger moves the count; asks the real evaluation.
bool moves(std::int32_t current, std::int32_t desired, const HpaController &controller)
{
    HpaMetric metric;
    metric.source = HpaMetric::Source::External;
    metric.targetType = HpaMetric::TargetType::AverageValue;
    metric.averageValue = 1000;
    const HpaReading reading{.seriesMilli = {desired * std::int64_t{1000}}};
    const HpaScale scale{current, current, current, current};
    return evaluateHpaMetric(metric, reading, scale, controller,
                             HpaTolerance(controller, std::nullopt))
               .proposal != current;
}

} // namespace

class TestKedaSpec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triggersBecomeMetrics_data()
    {
        QTest::addColumn<std::vector<KedaTrigger>>("triggers");
        QTest::addColumn<QString>("metrics");
        using Triggers = std::vector<KedaTrigger>;
        HpaMetric memory = defaultMetric();
        memory.name = u"memory"_s;
        memory.averageUtilization = 70;
        QTest::newRow("average value")
            << Triggers{trigger("q", 10'000)} << u"External q average 10000"_s;
        QTest::newRow("value") << Triggers{trigger("q", 5, HpaMetric::TargetType::Value)}
                               << u"External q value 5"_s;
        QTest::newRow("cpu as it stands in the object")
            << Triggers{resource(memory)} << u"Resource memory percent 70"_s;
        QTest::newRow("cpu without its target gets the default")
            << Triggers{resource(std::nullopt)} << u"Resource cpu percent 80"_s;
        QTest::newRow("order is kept: readings are matched by index")
            << Triggers{trigger("a", 1), resource(memory), trigger("b", 2)}
            << u"External a average 1, Resource memory percent 70, External b average 2"_s;
    }

    void triggersBecomeMetrics()
    {
        QFETCH(std::vector<KedaTrigger>, triggers);
        KedaSpec spec;
        spec.triggers = triggers;
        QTEST(text(hpaOfKeda(spec)), "metrics");
    }

    void aFormulaTakesThePlaceOfItsTriggers()
    {
        KedaSpec spec;
        spec.triggers = {trigger("q", 10'000), resource(defaultMetric()), trigger("cap", 1000)};
        spec.composite = KedaComposite{.loads = {0}, .cap = 2, .targetMilli = 1500};
        // cpu is no part of a formula: it stays beside it, and first.
        QCOMPARE(text(hpaOfKeda(spec)),
                 u"Resource cpu percent 80, External composite-metric average 1500"_s);
    }

    void theHpaNeverStartsBelowOne_data()
    {
        QTest::addColumn<int>("minimum");
        QTest::addColumn<int>("expected");
        QTest::newRow("none") << 0 << 1;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("more") << 7 << 7;
    }

    void theHpaNeverStartsBelowOne()
    {
        QFETCH(int, minimum);
        KedaSpec spec;
        spec.minReplicas = minimum;
        spec.maxReplicas = 9;
        const HpaSpec hpa = hpaOfKeda(spec);
        QTEST(int{hpa.minReplicas}, "expected");
        QCOMPARE(hpa.maxReplicas, 9);
    }

    void pausingOneDirection_data()
    {
        QTest::addColumn<bool>("in");
        QTest::addColumn<bool>("out");
        QTest::addColumn<bool>("ownBehavior");
        QTest::newRow("not paused") << false << false << true;
        QTest::newRow("in, with own behaviour") << true << false << true;
        QTest::newRow("in, without") << true << false << false;
        QTest::newRow("out, with own behaviour") << false << true << true;
        QTest::newRow("out, without") << false << true << false;
        QTest::newRow("both") << true << true << false;
    }

    void pausingOneDirection()
    {
        QFETCH(bool, in);
        QFETCH(bool, out);
        QFETCH(bool, ownBehavior);
        KedaSpec spec;
        spec.annotations.scaleInPaused = in;
        spec.annotations.scaleOutPaused = out;
        HpaRules own = defaultScaleUpRules();
        own.stabilizationWindowSeconds = 77;
        if (ownBehavior) {
            spec.behavior = HpaBehavior{own, own};
        }
        const HpaController controller{.downscaleStabilizationSeconds = 450};
        const HpaSpec hpa = hpaOfKeda(spec, controller);
        QVERIFY(hpa.behavior.has_value());
        QCOMPARE(hpa.behavior->scaleUp.select == HpaRules::Select::Disabled, out);
        QCOMPARE(hpa.behavior->scaleDown.select == HpaRules::Select::Disabled, in);
        // The rest of the rules is what the object says, or what Kubernetes would fill in.
        QCOMPARE(hpa.behavior->scaleUp.stabilizationWindowSeconds, ownBehavior ? 77 : 0);
        QCOMPARE(hpa.behavior->scaleDown.stabilizationWindowSeconds, ownBehavior ? 77 : 450);
    }

    void annotationsAreReadAsTheOperatorDoes_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("on");
        for (const char *const text : {"true", "True", "TRUE", "t", "T", "1"}) {
            QTest::newRow(text) << QString::fromLatin1(text) << true;
        }
        for (const char *const text : {"false", "False", "FALSE", "f", "F", "0"}) {
            QTest::newRow(text) << QString::fromLatin1(text) << false;
        }
        // What is no boolean counts as true.
        QTest::newRow("yes") << u"yes"_s << true;
        QTest::newRow("no") << u"no"_s << true;
        QTest::newRow("empty") << QString() << true;
        QTest::newRow("tRuE") << u"tRuE"_s << true;
        QTest::newRow("fALSE") << u"fALSE"_s << true;
        QTest::newRow("a space too many") << u"false "_s << true;
    }

    void annotationsAreReadAsTheOperatorDoes()
    {
        QFETCH(QString, value);
        QFETCH(bool, on);
        const auto read = [&value](const char *name) {
            return KedaAnnotations::read({{QString::fromLatin1(name), value}}).value();
        };
        QCOMPARE(read("autoscaling.keda.sh/paused"), (KedaAnnotations{.paused = on}));
        QCOMPARE(read("autoscaling.keda.sh/paused-scale-in"),
                 (KedaAnnotations{.scaleInPaused = on}));
        QCOMPARE(read("autoscaling.keda.sh/paused-scale-out"),
                 (KedaAnnotations{.scaleOutPaused = on}));
        QCOMPARE(read("autoscaling.keda.sh/force-activation"),
                 (KedaAnnotations{.forceActivation = on}));
        QCOMPARE(read("autoscaling.example.org/paused"), KedaAnnotations{});
    }

    void pausedReplicas_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("replicas"); // -1: an error
        QTest::newRow("none") << u"0"_s << 0;
        QTest::newRow("some") << u"4"_s << 4;
        QTest::newRow("below zero") << u"-1"_s << -1;
        QTest::newRow("a word") << u"four"_s << -1;
        QTest::newRow("a fraction") << u"1.5"_s << -1;
        QTest::newRow("too large") << u"4294967296"_s << -1;
        QTest::newRow("empty") << QString() << -1;
    }

    void pausedReplicas()
    {
        QFETCH(QString, value);
        QFETCH(int, replicas);
        // It wins over "paused", whatever that says.
        const auto read = KedaAnnotations::read({{u"autoscaling.keda.sh/paused-replicas"_s, value},
                                                 {u"autoscaling.keda.sh/paused"_s, u"false"_s}});
        if (replicas < 0) {
            QVERIFY(!read.ok());
            QCOMPARE(read.error().code, ErrorCode::InvalidInput);
            QVERIFY(read.error().position->path.contains(u"paused-replicas"));
            return;
        }
        QVERIFY(read.ok());
        QCOMPARE(*read, (KedaAnnotations{.paused = true, .pausedReplicas = replicas}));
    }

    void withoutPauseNoBehaviourIsMadeUp() { QVERIFY(!hpaOfKeda({}).behavior.has_value()); }

    void stuckCounts_data()
    {
        QTest::addColumn<int>("desired");
        QTest::addColumn<int>("minor");
        QTest::addColumn<QString>("ranges");
        QTest::newRow("zero replicas") << 0 << 36 << QString{};
        QTest::newRow("one replica is never missed") << 1 << 36 << QString{};
        QTest::newRow("nine: ten rests since 10/9 - 1 is more than a tenth")
            << 9 << 36 << u"10-10"_s;
        QTest::newRow("ten: eleven rests") << 10 << 36 << u"11-11"_s;
        QTest::newRow("eleven: ten rests from 1.33 on") << 11 << 36 << u"10-10 12-12"_s;
        QTest::newRow("eleven: before 1.33 it does not") << 11 << 32 << u"12-12"_s;
        QTest::newRow("twenty-two") << 22 << 36 << u"20-21 23-24"_s;
        QTest::newRow("forty-five: 46 to 50 from above") << 45 << 36 << u"41-44 46-50"_s;
        QTest::newRow("eighty-nine") << 89 << 36 << u"81-88 90-98"_s;
    }

    void stuckCounts()
    {
        QFETCH(int, desired);
        QFETCH(int, minor);
        HpaController controller;
        controller.kubernetesMinor = minor;
        QTEST(text(stuckAround(desired, controller, std::nullopt)), "ranges");
    }

    /// A count is stuck if and only if the evaluation of that very metric proposes no change.
    void stuckCountsEqualTheEngine_data()
    {
        QTest::addColumn<int>("minor");
        QTest::newRow("1.32") << 32;
        QTest::newRow("1.36") << 36;
    }

    void stuckCountsEqualTheEngine()
    {
        QFETCH(int, minor);
        HpaController controller;
        controller.kubernetesMinor = minor;
        for (std::int32_t desired = 1; desired <= 120; ++desired) {
            const std::vector<StuckRange> ranges = stuckAround(desired, controller, std::nullopt);
            for (std::int32_t current = 1; current <= desired * 2; ++current) {
                const bool stuck =
                    std::any_of(ranges.begin(), ranges.end(), [current](const StuckRange &range) {
                        return current >= range.from && current <= range.to;
                    });
                const bool expected = current != desired && !moves(current, desired, controller);
                QVERIFY2(stuck == expected,
                         qPrintable(u"%1 replicas, %2 wanted"_s.arg(current).arg(desired)));
            }
        }
    }

    void ownTolerancesWidenOneSide()
    {
        HpaBehavior behavior{defaultScaleUpRules(), defaultScaleDownRules({})};
        behavior.scaleUp.tolerance = 0;
        QCOMPARE(text(stuckAround(20, {}, behavior)), u"21-22"_s);
        behavior.scaleUp.tolerance = 0.25;
        behavior.scaleDown.tolerance = 0;
        QCOMPARE(text(stuckAround(20, {}, behavior)), u"16-19"_s);
    }

    void aWideToleranceReachesFarBeyondTwiceTheCount()
    {
        HpaBehavior behavior{defaultScaleUpRules(), defaultScaleDownRules({})};
        behavior.scaleUp.tolerance = 0;
        behavior.scaleDown.tolerance = 0.9;
        const auto ranges = stuckAround(20, {}, behavior);
        QCOMPARE(text(ranges), u"21-200"_s);
    }
};

QTEST_GUILESS_MAIN(TestKedaSpec)
#include "tst_kedaspec.moc"
