// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyoutlook.h"
#include "support/resultmacros.h"

#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs monday = 1'793'577'600'000; // 2026-11-02T00:00:00Z
constexpr EpochMs dayMs = 86'400'000;
constexpr std::size_t stepsADay = 5760;

/// 100 requests a second by day, 40 by night.
double ordinary(EpochMs time)
{
    const EpochMs ofDay = time % dayMs;
    return ofDay >= dayMs / 4 && ofDay < 3 * dayMs / 4 ? 100 : 40;
}

TrafficTrace trace(int days, double times = 1)
{
    TrafficTrace made;
    made.grid = {.from = monday, .count = days * stepsADay};
    GridColumn &column = made.requests[u"rag-worker"_s];
    for (std::size_t i = 0; i < made.grid.count; ++i) {
        column.push_back(times * ordinary(made.grid.time(i)));
    }
    return made;
}

ScheduleEvent saleOn(const QString &name, const QDate &day, int floor)
{
    ScheduleEvent made;
    made.name = name;
    made.start = day.startOfDay(Qt::UTC);
    made.end = day.addDays(1).startOfDay(Qt::UTC);
    made.bounds.floor = floor;
    return made;
}

/// A hundred requests a second need two replicas.
Policy policy()
{
    PolicyComponent component;
    component.name = u"rag-worker"_s;
    component.engine = PolicyComponent::Engine::Hpa;
    component.minReplicas = 2;
    component.maxReplicas = 20;
    component.metrics = {
        PolicyPodsMetric{.name = u"http_requests_per_second"_s, .averageValue = {u"50"_s, 50'000}}};
    Policy made;
    made.components = {component};
    return made;
}

ScalingHistory nothingKnown()
{
    ComponentHistory one;
    one.name = u"rag-worker"_s;
    ScalingHistory made;
    made.components = {one};
    return made;
}

SimulationInput input(TrafficTrace traffic)
{
    SimulationInput made;
    made.pipeline.traffic = std::move(traffic);
    made.prices.perCoreHour = 1;
    made.prices.node.size = {4, 16};
    made.prices.node.perHour = 0; // no idle
    return made;
}

Result<PolicyOutlook> outlook(const Policy &of, const SimulationInput &with, double growth = 1)
{
    const Result<SimulatedPolicy> simulated = simulatePolicy(of, nothingKnown(), with);
    return simulated ? policyOutlook(of, *simulated, nothingKnown(), with, growth)
                     : Result<PolicyOutlook>(simulated.error());
}

bool near(double value, double expected, double by = 0.02)
{
    return std::abs(value - expected) <= by * std::abs(expected);
}

PolicyQuota quota(double rpm, double tpm, int concurrency)
{
    PolicyQuota made;
    made.spec.model = u"m"_s;
    made.spec.requestsPerMinute = rpm;
    made.spec.tokensPerMinute = tpm;
    made.concurrencyPerReplica = concurrency;
    made.tokensPerRequest = TokenUse{.input = 600, .output = 400};
    made.latency = std::chrono::seconds(6);
    return made;
}

} // namespace

class TestPolicyOutlook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotas_data()
    {
        QTest::addColumn<double>("rpm");
        QTest::addColumn<double>("tpm");
        QTest::addColumn<int>("concurrency");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("useful"); // -1: no limit
        QTest::addColumn<double>("headroom");
        using Limit = QuotaReach::Limit;
        const auto row = [](const char *name, double rpm, double tpm, int concurrency, Limit limit,
                            int useful, double headroom) {
            QTest::newRow(name) << rpm << tpm << concurrency << static_cast<int>(limit) << useful
                                << headroom;
        };
        // 6,000 requests in the busiest minute, 1,000 tokens and 6 s each
        row("tokens are short", 9000, 3e6, 4, Limit::Tokens, 75, -1);
        row("requests are short", 2000, 3e6, 4, Limit::Requests, 50, -2);
        row("room is left", 12'000, 24e6, 4, Limit::Requests, 300, 0.5);
        row("one call at once", 2000, 0, 1, Limit::Requests, 200, -2);
        row("nothing limits", 0, 0, 4, Limit::None, -1, 1);
    }

    void quotas()
    {
        QFETCH(double, rpm);
        QFETCH(double, tpm);
        QFETCH(int, concurrency);
        QFETCH(int, useful);
        QFETCH(double, headroom);
        Policy limited = policy();
        limited.components[0].quota = quota(rpm, tpm, concurrency);
        const auto made = outlook(limited, input(trace(1)));
        QVERIFY_RESULT(made);
        QCOMPARE(made->quotas.size(), 1U);
        const QuotaOutlook &one = made->quotas[0];
        QCOMPARE(one.component, u"rag-worker"_s);
        QCOMPARE(one.latencySeconds, 6.0);
        QCOMPARE(one.pools.size(), 1U);
        QCOMPARE(one.pools[0].model, u"m"_s);
        QTEST(static_cast<int>(one.pools[0].reach.limit), "limit");
        QCOMPARE(one.usefulReplicas.value_or(-1), useful);
        QVERIFY(near(one.peakPerMinute, 6000, 1e-6));
        QVERIFY2(std::abs(one.headroom - headroom) < 1e-6,
                 qPrintable(QString::number(one.headroom)));
        QCOMPARE(one.maximum, 20);
        QCOMPARE(std::isinf(one.admittedPerMinute), useful < 0);
    }

    void replicasBeyondTheUseful()
    {
        Policy limited = policy();
        limited.components[0].quota = quota(40, 0, 1); // 4 at once
        limited.components[0].minReplicas = 5;
        auto made = outlook(limited, input(trace(1)));
        QVERIFY_RESULT(made);
        QCOMPARE(made->quotas[0].usefulReplicas, 4);
        QCOMPARE(made->quotas[0].beyondShare, 1.0);
        QVERIFY(outlook(policy(), input(trace(1)))->quotas.empty());
    }

    void unknownTrafficHasNoHeadroom()
    {
        Policy limited = policy();
        limited.components[0].quota = quota(600, 0, 1);
        TrafficTrace broken = trace(1);
        GridColumn &column = broken.requests[u"rag-worker"_s];
        // One known step in each minute is no known minute.
        for (std::size_t i = 0; i < column.size(); ++i) {
            column[i] = i % 4 == 0 ? column[i] : qQNaN();
        }
        const auto made = outlook(limited, input(std::move(broken)));
        QVERIFY_RESULT(made);
        QVERIFY(std::isnan(made->quotas[0].peakPerMinute));
        QCOMPARE(made->quotas[0].usefulReplicas, 60); // says the quota, not the traffic
    }

    void theMonthIsFourWeeksAndTwoDaysOfTheProfile()
    {
        const auto made = outlook(policy(), input(trace(14)));
        QVERIFY_RESULT(made);
        QVERIFY2(made->notes.isEmpty(), qPrintable(made->notes.join(u' ')));
        QVERIFY(made->month.has_value());
        const OutlookForecast &month = *made->month;
        QCOMPARE(month.span, (TimeRange{monday + 14 * dayMs, monday + 44 * dayMs}));
        QVERIFY(month.event.isEmpty());
        const double requests = 30.0 * 86'400 * (100 + 40) / 2;
        QVERIFY(near(month.requests.middle, requests, 1e-3));
        QVERIFY(month.requests.low <= month.requests.middle);
        QVERIFY(month.requests.high >= month.requests.middle);
        QVERIFY(near(month.requests.high, requests)); // it repeats itself
        // Two replicas of half a core, a little more after the rise in the morning.
        QVERIFY2(near(month.cost.middle, 30 * 24, 0.05),
                 qPrintable(QString::number(month.cost.middle)));
        QCOMPARE(month.knownShare, 1.0);
        QCOMPARE(month.confidence, 0.5); // two weeks of four
        // Growth is in the replayed traffic.
        const auto grown = outlook(policy(), input(trace(14, 2)));
        QVERIFY_RESULT(grown);
        QVERIFY(near(grown->month->requests.middle, 2 * requests, 1e-3));
        QVERIFY(grown->month->cost.middle > 1.3 * month.cost.middle);
    }

    void weeksThatDifferMakeABand()
    {
        TrafficTrace uneven = trace(28);
        GridColumn &column = uneven.requests[u"rag-worker"_s];
        for (std::size_t i = 0; i < column.size(); ++i) {
            column[i] *= 0.7 + 0.2 * static_cast<double>(i / (7 * stepsADay));
        }
        const auto made = outlook(policy(), input(std::move(uneven)));
        QVERIFY_RESULT(made);
        const ForecastBand &band = made->month->requests;
        QVERIFY(band.low < 0.95 * band.middle);
        QVERIFY(band.high > 1.05 * band.middle);
        QVERIFY(made->month->cost.low <= made->month->cost.middle);
        QVERIFY(made->month->cost.high >= made->month->cost.middle);
    }

    void anEventIsReplayedUnderItsFloor()
    {
        Policy selling = policy();
        selling.components[0].events = {saleOn(u"sale"_s, {2026, 11, 27}, 10)};
        const auto made = outlook(selling, input(trace(14)), 3);
        QVERIFY_RESULT(made);
        QCOMPARE(made->events.size(), 1U);
        const OutlookForecast &sale = made->events[0];
        QCOMPARE(sale.event, u"sale"_s);
        QCOMPARE(sale.span.from, monday + 25 * dayMs);
        QCOMPARE(sale.span.to, monday + 26 * dayMs);
        const double requests = 3 * 86'400.0 * (100 + 40) / 2;
        QVERIFY(near(sale.requests.middle, requests, 1e-3));
        // Ten replicas of half a core hold 300 requests a second.
        QVERIFY2(near(sale.cost.middle, 10 * 0.5 * 24, 0.05),
                 qPrintable(QString::number(sale.cost.middle)));
        QVERIFY(sale.cost.low <= sale.cost.middle && sale.cost.middle <= sale.cost.high);
        // The month stays an ordinary one.
        QVERIFY(near(made->month->cost.middle, 30 * 24, 0.05));
    }

    void anEarlierEventOfTheNameIsTheMeasure()
    {
        Policy selling = policy();
        selling.components[0].events = {saleOn(u"sale"_s, {2026, 11, 12}, 2),
                                        saleOn(u"sale"_s, {2026, 11, 26}, 2),
                                        saleOn(u"other"_s, {2026, 11, 28}, 2)};
        TrafficTrace traffic = trace(14);
        GridColumn &column = traffic.requests[u"rag-worker"_s];
        for (std::size_t i = 10 * stepsADay; i < 11 * stepsADay; ++i) {
            column[i] *= 4;
        }
        const auto made = outlook(selling, input(std::move(traffic)), 1.5);
        QVERIFY_RESULT(made);
        QCOMPARE(made->events.size(), 2U); // the one that was is past
        const double day = 86'400.0 * (100 + 40) / 2;
        QVERIFY2(near(made->events[0].requests.middle, 4 * day),
                 qPrintable(QString::number(made->events[0].requests.middle / day)));
        QVERIFY(near(made->events[1].requests.middle, 1.5 * day));
        // It is no ordinary traffic.
        QVERIFY(near(made->month->requests.middle, 30 * day));
    }

    void whatSeveralComponentsShareIsOneEvent()
    {
        Policy selling = policy();
        selling.components[0].events = {saleOn(u"sale"_s, {2026, 11, 27}, 4)};
        PolicyComponent other = selling.components[0];
        other.name = u"tool-router"_s;
        selling.components.push_back(other);
        const auto made = outlook(selling, input(trace(14)));
        QVERIFY_RESULT(made);
        QCOMPARE(made->events.size(), 1U);
    }

    void lessThanAWeekIsSaid()
    {
        const auto made = outlook(policy(), input(trace(6)));
        QVERIFY_RESULT(made);
        QVERIFY(!made->month);
        QCOMPARE(made->notes.size(), 1);
        QVERIFY2(made->notes[0].contains(u"144"), qPrintable(made->notes[0]));
    }

    void unknownHoursAreNeitherZeroNorCheap()
    {
        TrafficTrace gaps = trace(14);
        GridColumn &column = gaps.requests[u"rag-worker"_s];
        std::fill(column.begin() + 3 * stepsADay, column.begin() + 5 * stepsADay, qQNaN());
        const auto made = outlook(policy(), input(std::move(gaps)));
        QVERIFY_RESULT(made);
        QVERIFY(near(made->month->requests.middle, 30.0 * 86'400 * (100 + 40) / 2, 1e-3));
        QVERIFY(near(made->month->cost.middle, 30 * 24, 0.05));
        QVERIFY(made->month->confidence < 0.45);
    }

    void cancelling()
    {
        Policy selling = policy();
        selling.components[0].events = {saleOn(u"sale"_s, {2026, 11, 27}, 4)};
        const SimulationInput with = input(trace(14));
        const auto simulated = simulatePolicy(selling, nothingKnown(), with);
        QVERIFY_RESULT(simulated);
        const std::atomic<bool> cancel = true;
        const auto made = policyOutlook(selling, *simulated, nothingKnown(), with, 1, &cancel);
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestPolicyOutlook)
#include "tst_policyoutlook.moc"
