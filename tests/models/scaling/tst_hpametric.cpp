// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpametric.h"

#include <QTest>

#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

using Source = HpaMetric::Source;
using Type = HpaMetric::TargetType;

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

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr int totalFails = -1000; // as a proposal
constexpr HpaScale four{4, 4, 4, 3};

HpaMetric total(Source source, Type type, std::optional<qint64> value,
                std::optional<qint64> average)
{
    HpaMetric metric;
    metric.source = source;
    metric.targetType = type;
    metric.value = value;
    metric.averageValue = average;
    return metric;
}

HpaMetric externalValue()
{
    return total(Source::External, Type::Value, 10'000, {});
}

HpaMetric externalAverage()
{
    return total(Source::External, Type::AverageValue, {}, 10'000);
}

HpaReading series(std::vector<std::int64_t> values)
{
    return {.seriesMilli = std::move(values)};
}

} // namespace

Q_DECLARE_METATYPE(spillway::HpaMetric)
Q_DECLARE_METATYPE(spillway::HpaReading)
Q_DECLARE_METATYPE(spillway::HpaScale)

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

    void ownTolerancesCountFrom135On_data()
    {
        QTest::addColumn<int>("minor");
        QTest::addColumn<bool>("within");
        QTest::newRow("1.32") << 32 << false;
        QTest::newRow("1.34: the gate is off") << 34 << false;
        QTest::newRow("1.35") << 35 << true;
    }

    void ownTolerancesCountFrom135On()
    {
        QFETCH(int, minor);
        HpaController controller;
        controller.kubernetesMinor = minor;
        HpaBehavior behavior{defaultScaleUpRules(), defaultScaleDownRules(controller)};
        behavior.scaleUp.tolerance = 0.5;
        const HpaTolerance tolerance(controller, behavior);
        QTEST(tolerance.within(1.5), "within");
        QVERIFY(!tolerance.within(0.5)); // the other direction stays the controller's
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

    // Sums and targets that the public trajectories do not reach (FORMAT.md 7.1 to 7.4).

    void sumsOfSeries_data()
    {
        totalColumns();
        QTest::newRow("value: a negative sum asks for less than nothing")
            << externalValue() << series({-50'000, 10'000}) << four << -12;
        QTest::newRow("value: an overflow stops at the largest")
            << externalValue() << series({most, 1, -most}) << four
            << std::numeric_limits<int>::max();
        QTest::newRow("value: negative numbers may wrap")
            << externalValue() << series({-most, -most}) << four << 1;
        QTest::newRow("the type of an external target is not looked at")
            << total(Source::External, Type::Utilization, 10'000, {}) << series({20'000}) << four
            << 6;
        QTest::newRow("no pods at all")
            << externalValue() << series({20'000}) << HpaScale{4, 4, 0, 0} << totalFails;
        QTest::newRow("no pods, but within tolerance")
            << externalValue() << series({10'500}) << HpaScale{4, 4, 0, 0} << 4;
        QTest::newRow("pods, none ready")
            << externalValue() << series({20'000}) << HpaScale{4, 4, 4, 0} << 0;
        QTest::newRow("at zero no tolerance holds")
            << externalValue() << series({10'500}) << HpaScale{0, 0, 0, 0} << 2;
    }

    void sumsOfSeries() { checkTotal(); }

    void averagesOfSeries_data()
    {
        totalColumns();
        QTest::newRow("average: -1 is taken for an overflow")
            << externalAverage() << series({-1, 50'000}) << four << std::numeric_limits<int>::max();
        QTest::newRow("average: a later negative number is none")
            << externalAverage() << series({50'000, -10'000}) << four << 4;
        QTest::newRow("averageValue is taken before value")
            << total(Source::External, Type::Value, 1, 10'000) << series({80'000}) << four << 8;
        // 0 / 0 is within nothing.
        QTest::newRow("average: status without replicas")
            << externalAverage() << series({0}) << HpaScale{4, 0, 4, 4} << 0;
        QTest::newRow("average: within tolerance the status counts")
            << externalAverage() << series({60'000}) << HpaScale{4, 6, 6, 4} << 6;
        QTest::newRow("average: a huge one is capped")
            << total(Source::External, Type::AverageValue, {}, 1) << series({most}) << four
            << std::numeric_limits<int>::max();
    }

    void averagesOfSeries() { checkTotal(); }

    void totalsOfObjects_data()
    {
        totalColumns();
        const HpaReading thirty{.valueMilli = 30'000};
        QTest::newRow("object: type Value without a value fails")
            << total(Source::Object, Type::Value, {}, 10'000) << thirty << four << totalFails;
        QTest::newRow("object: type AverageValue without one fails")
            << total(Source::Object, Type::AverageValue, 10'000, {}) << thirty << four
            << totalFails;
        QTest::newRow("object: Utilization fails")
            << total(Source::Object, Type::Utilization, 10'000, 10'000) << thirty << four
            << totalFails;
        QTest::newRow("object: both given, the type decides")
            << total(Source::Object, Type::AverageValue, 1, 10'000) << thirty << four << 3;
        QTest::newRow("object: a huge average is not capped")
            << total(Source::Object, Type::AverageValue, {}, 1) << HpaReading{.valueMilli = most}
            << four << std::numeric_limits<int>::min();
    }

    void totalsOfObjects() { checkTotal(); }

    /// Classes of pods and odd samples (FORMAT.md 7.5).
    void pods_data()
    {
        QTest::addColumn<HpaReading>("reading");
        QTest::addColumn<int>("proposal"); // -1: the metric fails
        const auto with = [](HpaPod pod, auto change) {
            change(pod);
            return pod;
        };
        const HpaPod busy = pod(1000);
        const HpaPod noRequest = with(busy, [](HpaPod &p) { p.requestMilli.reset(); });
        const HpaPod deletedNoRequest = with(noRequest, [](HpaPod &p) { p.deleted = true; });
        const HpaPod gone = with(busy, [](HpaPod &p) {
            p.gone = true;
            p.requestMilli.reset();
        });
        const HpaPod pending = with(busy, [](HpaPod &p) { p.phase = HpaPod::Phase::Pending; });
        const HpaPod failed = with(busy, [](HpaPod &p) { p.phase = HpaPod::Phase::Failed; });
        const HpaPod done = with(busy, [](HpaPod &p) { p.phase = HpaPod::Phase::Succeeded; });
        const HpaPod missing = with(busy, [](HpaPod &p) { p.usageMilli.reset(); });
        const HpaPod neverReady = with(busy, [](HpaPod &p) {
            p.ready = false;
            p.startedSecondsAgo = 400;
            p.readySecondsAgo = 380; // 20 s after the start: never been ready
        });
        const HpaPod notReadyAnyMore = with(busy, [](HpaPod &p) {
            p.ready = false;
            p.startedSecondsAgo = 400;
            p.readySecondsAgo = 370; // 30 s after the start is late enough
        });
        QTest::newRow("any pod without a request fails it")
            << HpaReading{.pods = {busy, noRequest}} << -1;
        QTest::newRow("even a deleted one") << HpaReading{.pods = {busy, deletedNoRequest}} << -1;
        QTest::newRow("a sample without a pod has no request to lack")
            << HpaReading{.pods = {busy, gone}} << 2;
        QTest::newRow("samples only") << HpaReading{.pods = {gone}} << -1;
        QTest::newRow("pods only") << HpaReading{.pods = {missing}} << -1;
        QTest::newRow("no pods") << HpaReading{} << -1;
        QTest::newRow("pending pods only") << HpaReading{.pods = {pending}} << -1;
        QTest::newRow("failed pods only") << HpaReading{.pods = {failed}} << -1;
        QTest::newRow("a finished pod counts") << HpaReading{.pods = {done, busy}} << 4;
        QTest::newRow("one that was never ready is idle on the way up")
            << HpaReading{.pods = {busy, neverReady}} << 2; // 50 % of 50 %
        QTest::newRow("one that was ready before counts")
            << HpaReading{.pods = {busy, notReadyAnyMore}} << 4;
        QTest::newRow("requests of nothing") << HpaReading{.pods = {pod(100, 0)}} << -1;
        QTest::newRow("a negative sample") << HpaReading{.pods = {pod(-500)}} << -1'000'000;
    }

    void pods()
    {
        QFETCH(HpaReading, reading);
        QFETCH(int, proposal);
        const HpaController controller;
        const auto trace = evaluateHpaMetric(cpu(50), reading, {2, 2, 2, 2}, controller,
                                             HpaTolerance(controller, std::nullopt));
        QCOMPARE(trace.failed, proposal == -1);
        if (!trace.failed) {
            // -50 % of 50 % of one pod: -1.
            QCOMPARE(int{trace.proposal}, proposal == -1'000'000 ? -1 : proposal);
        }
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

private:
    static void totalColumns()
    {
        QTest::addColumn<HpaMetric>("metric");
        QTest::addColumn<HpaReading>("reading");
        QTest::addColumn<HpaScale>("scale");
        QTest::addColumn<int>("proposal"); // or totalFails
    }

    static void checkTotal()
    {
        QFETCH(HpaMetric, metric);
        QFETCH(HpaReading, reading);
        QFETCH(HpaScale, scale);
        QFETCH(int, proposal);
        const HpaController controller;
        const auto trace = evaluateHpaMetric(metric, reading, scale, controller,
                                             HpaTolerance(controller, std::nullopt));
        QCOMPARE(trace.failed, proposal == totalFails);
        if (!trace.failed) {
            QCOMPARE(int{trace.proposal}, proposal);
        }
    }
};

QTEST_GUILESS_MAIN(TestHpaMetric)
#include "tst_hpametric.moc"
