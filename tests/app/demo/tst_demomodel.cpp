// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/autoscaler.h"
#include "demo/breaker.h"
#include "demo/distribution.h"
#include "demo/station.h"
#include "demo/workload.h"

#include <QTest>

#include <cmath>

using namespace spillway::demo;

namespace {

constexpr std::int64_t monday = 1795392000 - 8 * 3600; // Monday 2026-11-23 00:00 in Shanghai
constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 86400;

BreakerMode modeAfter(Breaker &breaker, double seconds, double callsPerSecond, double failureRate,
                      std::int64_t &second)
{
    const BreakerSettings settings;
    for (double passed = 0; passed < seconds; passed += 5) {
        const double calls = breaker.permits(callsPerSecond * 5, settings);
        second += 5;
        breaker.record(calls, calls * failureRate, 5, second, settings);
    }
    return breaker.mode;
}

} // namespace

class TestDemoModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dayHasItsRhythm();
    void weekendIsQuieter();
    void rhythmHasNoJumps();
    void workloadDependsOnSeedAndTimeOnly();
    void campaignsComeAndGo();
    void latencyRisesWithLoad();
    void latencyFallsWithPods();
    void overloadIsShed();
    void noPodsServeNothing();
    void logNormalHasItsMean();
    void distributionStaysMonotonic();
    void breakerTripsAndRecovers();
    void breakerNeedsEnoughCalls();
    void halfOpenFailsBack();
    void forcedBreakerStays();
    void autoscaler_data();
    void autoscaler();
    void scaleDownWaits();
};

void TestDemoModel::dayHasItsRhythm()
{
    const auto at = [](double h) {
        return Workload::rhythm(monday + static_cast<std::int64_t>(h * hour));
    };
    QVERIFY(at(4) < 0.15);
    QVERIFY(at(10.5) > at(12.9) * 1.2); // lunch
    QVERIFY(at(15.5) > at(12.9) * 1.1);
    QVERIFY(at(20.5) > at(10.5));
    QVERIFY(at(20.5) > 6 * at(4));
}

void TestDemoModel::weekendIsQuieter()
{
    for (const double h : {10.5, 15.5, 20.5}) {
        const auto offset = static_cast<std::int64_t>(h * hour);
        QVERIFY(Workload::rhythm(monday + 5 * day + offset) <
                0.75 * Workload::rhythm(monday + offset));
        QCOMPARE(Workload::rhythm(monday + 7 * day + offset), Workload::rhythm(monday + offset));
    }
}

void TestDemoModel::rhythmHasNoJumps()
{
    for (std::int64_t second = monday; second < monday + 7 * day; second += 60) {
        const double change = Workload::rhythm(second + 60) - Workload::rhythm(second);
        QVERIFY2(std::abs(change) < 0.01, qPrintable(QString::number(second)));
    }
}

void TestDemoModel::workloadDependsOnSeedAndTimeOnly()
{
    const Workload one(7);
    const Workload same(7);
    const Workload other(8);
    int different = 0;
    for (std::int64_t second = monday; second < monday + day; second += 977) {
        QCOMPARE(one.turnsPerSecond(second), same.turnsPerSecond(second));
        different += one.turnsPerSecond(second) != other.turnsPerSecond(second) ? 1 : 0;
    }
    QVERIFY(different > 80);
}

void TestDemoModel::campaignsComeAndGo()
{
    const Workload workload(7);
    int days = 0;
    for (int d = 0; d < 100; ++d) {
        double most = 1;
        for (std::int64_t second = 0; second < day; second += 300) {
            most = std::max(most, workload.campaign(monday + d * day + second));
        }
        QVERIFY(most < 2.5);
        days += most > 1.3 ? 1 : 0;
    }
    QVERIFY(days > 15 && days < 50);
}

void TestDemoModel::latencyRisesWithLoad()
{
    StationLoad load{.capacityPerPod = 100, .readyPods = 5, .unloadedSeconds = 0.1};
    double before = 0;
    for (double arrivals = 0; arrivals <= 500; arrivals += 25) {
        load.arrivals = arrivals;
        const StationResult result = serve(load);
        QVERIFY(result.latencySeconds >= before);
        before = result.latencySeconds;
    }
    load.arrivals = 100;
    QVERIFY(serve(load).latencySeconds < 0.13);
    QVERIFY(before > 0.3);
}

void TestDemoModel::latencyFallsWithPods()
{
    StationLoad load{.arrivals = 450, .capacityPerPod = 100, .unloadedSeconds = 0.1};
    double before = 1e9;
    for (int pods = 5; pods < 20; ++pods) {
        load.readyPods = pods;
        const double latency = serve(load).latencySeconds;
        QVERIFY(latency < before);
        before = latency;
    }
}

void TestDemoModel::overloadIsShed()
{
    StationLoad load{
        .arrivals = 300, .capacityPerPod = 100, .readyPods = 1, .unloadedSeconds = 0.1};
    StationResult result;
    for (int step = 0; step < 20; ++step) {
        result = serve(load);
        load.backlog = result.backlog;
    }
    QCOMPARE(result.served, 100.0);
    QCOMPARE(result.shed, 200.0);
    QVERIFY(result.latencySeconds > 5);
}

void TestDemoModel::noPodsServeNothing()
{
    const StationResult result = serve({.arrivals = 10, .readyPods = 0});
    QCOMPARE(result.served, 0.0);
    QCOMPARE(result.shed, 10.0);
    QVERIFY(std::isfinite(result.latencySeconds));
}

void TestDemoModel::logNormalHasItsMean()
{
    double mean = 0;
    for (double x = 0.0005; x < 60; x += 0.001) {
        mean += 0.001 * (1 - logNormalCdf(x, 2, 0.5));
    }
    QVERIFY(std::abs(mean - 2) < 0.01);
}

void TestDemoModel::distributionStaysMonotonic()
{
    Distribution distribution;
    for (int i = 1; i < 500; ++i) {
        distribution.observe(ragBounds, i % 7 * 0.3, 0.01 * i, 0.6);
        for (std::size_t b = 1; b < ragBounds.size(); ++b) {
            QVERIFY(distribution.cumulative.at(b) >= distribution.cumulative.at(b - 1));
        }
        QVERIFY(distribution.count >= distribution.cumulative.back());
    }
    const Distribution copy = distribution;
    distribution.observe(ragBounds, 0, 1, 0.5);
    QVERIFY(distribution == copy);
}

void TestDemoModel::breakerTripsAndRecovers()
{
    Breaker breaker;
    std::int64_t second = 0;
    QCOMPARE(modeAfter(breaker, 300, 5, 0.1, second), BreakerMode::Closed);
    QCOMPARE(modeAfter(breaker, 300, 5, 0.95, second) == BreakerMode::Closed, false);
    QCOMPARE(modeAfter(breaker, 120, 5, 0.02, second), BreakerMode::Closed);
}

void TestDemoModel::breakerNeedsEnoughCalls()
{
    Breaker breaker;
    std::int64_t second = 0;
    QCOMPARE(modeAfter(breaker, 600, 0.1, 1, second), BreakerMode::Closed);
}

void TestDemoModel::halfOpenFailsBack()
{
    const BreakerSettings settings;
    Breaker breaker;
    std::int64_t second = 0;
    QSet<int> seen;
    for (int i = 0; i < 100; ++i) {
        (void)modeAfter(breaker, 5, 5, 1, second);
        seen.insert(static_cast<int>(breaker.mode));
        if (breaker.mode == BreakerMode::Open) {
            QCOMPARE(breaker.permits(10, settings), 0.0);
        }
        if (breaker.mode == BreakerMode::HalfOpen) {
            QVERIFY(breaker.permits(1000, settings) <= settings.permittedInHalfOpen);
        }
    }
    QCOMPARE(seen, (QSet<int>{1, 2})); // it tripped at once and never closes
}

void TestDemoModel::forcedBreakerStays()
{
    Breaker breaker;
    std::int64_t second = 0;
    breaker.force(BreakerMode::ForcedOpen, second);
    QCOMPARE(modeAfter(breaker, 300, 5, 0, second), BreakerMode::ForcedOpen);
    breaker.force(BreakerMode::MetricsOnly, second);
    QCOMPARE(modeAfter(breaker, 300, 5, 1, second), BreakerMode::MetricsOnly);
    QVERIFY(breaker.failureRate() > 0.9);
}

void TestDemoModel::autoscaler_data()
{
    QTest::addColumn<int>("replicas");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<int>("expected");
    QTest::newRow("on target") << 4 << 1.0 << 4;
    QTest::newRow("within tolerance") << 4 << 1.09 << 4;
    QTest::newRow("above") << 4 << 1.4 << 6;
    QTest::newRow("at most double") << 6 << 9.0 << 12;
    QTest::newRow("or four more") << 1 << 9.0 << 5;
    QTest::newRow("upper bound") << 14 << 3.0 << 15;
    QTest::newRow("lower bound") << 3 << 0.01 << 3;
}

void TestDemoModel::autoscaler()
{
    QFETCH(int, replicas);
    QFETCH(double, ratio);
    QFETCH(int, expected);
    AutoscalerMemory memory;
    const HpaFormula formula;
    QCOMPARE(formula.replicas(Component::DialogManager,
                              {.specReplicas = replicas,
                               .readyReplicas = replicas,
                               .minReplicas = 3,
                               .maxReplicas = 15,
                               .ratio = ratio,
                               .second = 15},
                              memory),
             expected);
}

void TestDemoModel::scaleDownWaits()
{
    AutoscalerMemory memory;
    const HpaFormula formula;
    AutoscalerInput input{
        .specReplicas = 10, .readyReplicas = 10, .minReplicas = 1, .maxReplicas = 20};
    for (int i = 0; i < 20; ++i, input.second += 15) { // five minutes on target
        QCOMPARE(formula.replicas(Component::RagWorker, input, memory), 10);
    }
    input.ratio = 0.3;
    for (int i = 0; i < 19; ++i, input.second += 15) {
        QCOMPARE(formula.replicas(Component::RagWorker, input, memory), 10);
    }
    QCOMPARE(formula.replicas(Component::RagWorker, input, memory), 3);
}

QTEST_GUILESS_MAIN(TestDemoModel)
#include "tst_demomodel.moc"
