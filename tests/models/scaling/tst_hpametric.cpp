// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpametric.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

HpaMetric cpu(std::int32_t percent)
{
    HpaMetric metric = defaultMetric();
    metric.averageUtilization = percent;
    return metric;
}

HpaPod pod(std::int64_t usage, std::int64_t request = 1000)
{
    HpaPod pod;
    pod.usageMilli = usage;
    pod.requestMilli = request;
    return pod;
}

} // namespace

class TestHpaMetric : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void utilizationIsAWholePercentage()
    {
        // 559m of 1000m is 55 %, and 55 / 50 is exactly 1.1: inside, though 1.118 would be outside.
        const HpaController controller;
        const auto trace = evaluateHpaMetric(cpu(50), {.pods = {pod(559)}}, {1, 1, 1, 1},
                                             controller, HpaTolerance(controller, std::nullopt));
        QVERIFY(trace.withinTolerance);
        QCOMPARE(trace.proposal, 1);
    }

    void theBoundaryMovedInKubernetes133_data()
    {
        QTest::addColumn<int>("minor");
        QTest::addColumn<bool>("within");
        QTest::newRow("1.32") << 32 << false;
        QTest::newRow("1.33") << 33 << true;
        QTest::newRow("1.36") << 36 << true;
    }

    void theBoundaryMovedInKubernetes133()
    {
        QFETCH(int, minor);
        HpaController controller;
        controller.kubernetesMinor = minor;
        QTEST(HpaTolerance(controller, std::nullopt).within(1.1), "within");
    }

    void missingPodsAreTakenPessimistically_data()
    {
        QTest::addColumn<qint64>("usage");
        QTest::addColumn<int>("proposal");
        QTest::newRow("down: the missing pod counts in full, so the direction turns")
            << qint64{400} << 2;
        QTest::newRow("up: the missing pod counts as idle") << qint64{1800} << 4;
    }

    void missingPodsAreTakenPessimistically()
    {
        QFETCH(qint64, usage);
        HpaPod missing = pod(0);
        missing.usageMilli.reset();
        const HpaController controller;
        const auto trace = evaluateHpaMetric(cpu(50), {.pods = {pod(usage), missing}}, {2, 2, 2, 2},
                                             controller, HpaTolerance(controller, std::nullopt));
        QCOMPARE(trace.missing, 1);
        QVERIFY(trace.pessimisticRatio.has_value());
        QTEST(int{trace.proposal}, "proposal");
    }

    void failuresHaveTheControllersReasons_data()
    {
        QTest::addColumn<int>("source");
        QTest::addColumn<QString>("reason");
        QTest::newRow("resource") << 0 << u"FailedGetResourceMetric"_s;
        QTest::newRow("container") << 1 << u"FailedGetContainerResourceMetric"_s;
        QTest::newRow("pods") << 2 << u"FailedGetPodsMetric"_s;
        QTest::newRow("object") << 3 << u"FailedGetObjectMetric"_s;
        QTest::newRow("external") << 4 << u"FailedGetExternalMetric"_s;
    }

    void failuresHaveTheControllersReasons()
    {
        QFETCH(int, source);
        HpaMetric metric = cpu(50);
        metric.source = static_cast<HpaMetric::Source>(source);
        const HpaController controller;
        const auto trace = evaluateHpaMetric(metric, {.error = true}, {1, 1, 1, 1}, controller,
                                             HpaTolerance(controller, std::nullopt));
        QVERIFY(trace.failed);
        QTEST(QString{trace.failureReason}, "reason");
    }

    void aStartingPodIsUnreadyForCpuOnly()
    {
        HpaPod starting = pod(900);
        starting.startedSecondsAgo = 20;
        starting.readySecondsAgo = 10;
        const HpaController controller;
        const HpaTolerance tolerance(controller, std::nullopt);
        QCOMPARE(evaluateHpaMetric(cpu(50), {.pods = {pod(900), starting}}, {2, 2, 2, 2},
                                   controller, tolerance)
                     .unready,
                 1);
        HpaMetric memory = cpu(50);
        memory.name = u"memory"_s;
        QCOMPARE(evaluateHpaMetric(memory, {.pods = {pod(900), starting}}, {2, 2, 2, 2}, controller,
                                   tolerance)
                     .unready,
                 0);
    }
};

QTEST_GUILESS_MAIN(TestHpaMetric)
#include "tst_hpametric.moc"
