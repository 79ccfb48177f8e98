// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/metricsignals.h"
#include "policy/policypipeline.h"
#include "scaling/replaysummary.h"
#include "support/resultmacros.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr EpochMs monday = 1'760'313'600'000; // 2025-10-13T00:00:00Z
constexpr std::size_t steps = 960;            // four hours

PolicyComponent scaled(const QString &name)
{
    PolicyComponent component;
    component.name = name;
    component.engine = PolicyComponent::Engine::Hpa;
    component.minReplicas = 2;
    component.maxReplicas = 20;
    component.metrics = {PolicyResourceMetric{.name = u"cpu"_s, .averageUtilization = 70}};
    return component;
}

PolicyComponent consumer()
{
    PolicyComponent component;
    component.name = u"llm-consumer"_s;
    component.engine = PolicyComponent::Engine::Keda;
    component.minReplicas = 1;
    component.maxReplicas = 12;
    PolicyPrometheusTrigger rate;
    rate.query = u"sum(rate(http_requests_total{job=\"rag-worker\"}[2m]))"_s;
    rate.threshold = 100;
    PolicyRabbitmqTrigger queue;
    queue.queue = u"generation"_s;
    queue.value = 50;
    component.metrics = {rate, queue};
    PolicyQuota quota;
    quota.spec.model = u"gpt"_s;
    quota.spec.tokensPerMinute = 90'000;
    quota.concurrencyPerReplica = 4;
    component.quota = quota;
    return component;
}

Policy policy()
{
    Policy made;
    made.components = {scaled(u"dialog-manager"_s), scaled(u"rag-worker"_s), consumer()};
    return made;
}

ComponentHistory recorded(const QString &name, double requests)
{
    ComponentHistory one;
    one.name = name;
    ServiceHistory &service = one.service;
    for (std::size_t i = 0; i < steps; ++i) {
        const double rate = requests * (1 + 0.5 * std::sin(static_cast<double>(i) / 100));
        service.requests.push_back(rate);
        service.ready.push_back(4);
        service.cores.push_back(rate * 0.005 + 0.04);
        service.p50.push_back(0.05);
        service.p95.push_back(0.1);
    }
    one.replicas = service.ready;
    service.requestedCores = 0.5;
    service.limitCores = 1;
    service.coldStarts = {30, 40, 50};
    return one;
}

ScalingHistory history()
{
    ScalingHistory made;
    made.grid = {.from = monday, .count = steps};
    made.components = {recorded(u"dialog-manager"_s, 100), recorded(u"rag-worker"_s, 60),
                       recorded(u"llm-consumer"_s, 3)};
    ComponentHistory &llm = made.components[2];
    llm.answered = llm.service.requests;
    llm.backlog.assign(steps, 0);
    llm.models = {
        {.model = u"gpt"_s, .calls = 300, .use = {.input = 700, .output = 100}},
        {.model = u"own"_s, .calls = 100, .use = {.input = 500}, .tokensPerMinute = 5000}};
    return made;
}

const PipelineComponent &componentOf(const PolicyPipeline &pipeline, const QString &name)
{
    for (const PipelineComponent &one : pipeline.replay.pipeline.components) {
        if (one.name == name) {
            return one;
        }
    }
    qFatal("no such component");
}

} // namespace

Q_DECLARE_METATYPE(spillway::PolicyMetric)
Q_DECLARE_METATYPE(std::optional<spillway::PolicySignal>)

class TestPolicyPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metricsBecomeSignals_data()
    {
        using Kind = MetricSignal::Kind;
        using Signal = std::optional<PolicySignal>;
        QTest::addColumn<PolicyMetric>("metric");
        QTest::addColumn<Signal>("signal");
        const auto query = [](const QString &text) {
            PolicyPrometheusTrigger trigger;
            trigger.query = text;
            return PolicyMetric(trigger);
        };
        const auto requests = [](const QString &of, std::chrono::seconds window) {
            return Signal(PolicySignal{Kind::Requests, of, window});
        };
        QTest::newRow("cpu") << PolicyMetric(PolicyResourceMetric{.name = u"cpu"_s})
                             << Signal(PolicySignal{Kind::Cores, {}, 0s});
        QTest::newRow("memory") << PolicyMetric(PolicyResourceMetric{.name = u"memory"_s})
                                << Signal();
        QTest::newRow("requests a pod")
            << PolicyMetric(PolicyPodsMetric{.name = u"http_requests_per_second"_s})
            << requests({}, 0s);
        QTest::newRow("another metric of the pods")
            << PolicyMetric(PolicyPodsMetric{.name = u"gpu_temperature"_s}) << Signal();
        QTest::newRow("rate of a job")
            << query(u"sum(rate(http_requests_total{job=\"rag\"}[2m]))"_s)
            << requests(u"rag-worker"_s, 120s);
        QTest::newRow("with blanks")
            << query(u" sum ( rate ( http_requests_total{ job = \"x\" } [90s] ) ) "_s)
            << requests(u"x"_s, 90s);
        QTest::newRow("only errors")
            << query(u"sum(rate(http_requests_total{job=\"x\",code=\"500\"}[2m]))"_s) << Signal();
        QTest::newRow("scaled") << query(u"2 * sum(rate(http_requests_total{job=\"x\"}[2m]))"_s)
                                << Signal();
        QTest::newRow("of something else")
            << query(u"sum(rate(cpu_seconds_total{job=\"x\"}[2m]))"_s) << Signal();
        QTest::newRow("a queue by query")
            << query(u"sum(rabbitmq_queue_messages_ready{queue=\"q\"})"_s)
            << Signal(PolicySignal{Kind::Backlog, {}, 0s});
        QTest::newRow("queue length")
            << PolicyMetric(PolicyRabbitmqTrigger{}) << Signal(PolicySignal{Kind::Backlog, {}, 0s});
        PolicyRabbitmqTrigger rate;
        rate.mode = PolicyRabbitmqTrigger::Mode::MessageRate;
        QTest::newRow("message rate") << PolicyMetric(rate) << Signal();
        QTest::newRow("lag") << PolicyMetric(PolicyKafkaTrigger{})
                             << Signal(PolicySignal{Kind::Backlog, {}, 0s});
        QTest::newRow("an ingress") << PolicyMetric(PolicyObjectMetric{}) << Signal();
    }

    void metricsBecomeSignals()
    {
        QFETCH(PolicyMetric, metric);
        QFETCH(std::optional<PolicySignal>, signal);
        const auto seen = signalOf(metric, {{u"rag-worker"_s, {u"rag"_s}}});
        QCOMPARE(seen.has_value(), signal.has_value());
        if (seen) {
            QCOMPARE(seen->component, signal->component);
            QVERIFY(*seen == *signal);
        }
    }

    void theServicesAreFitted()
    {
        const auto made = policyPipeline(policy(), history(), {});
        QVERIFY_RESULT(made);
        QCOMPARE(made->parts.size(), 3U);
        QVERIFY(made->leftOut.isEmpty());
        const PipelineComponent &rag = componentOf(*made, u"rag-worker"_s);
        QVERIFY(std::abs(rag.service.coresPerRequest - 0.005) < 1e-4);
        QCOMPARE(rag.scaling.initialReplicas, 4);
        QVERIFY(made->parts[1].confidence > 0.5);
        QCOMPARE(made->parts[1].knownTraffic, 1.0);
    }

    void feedsMeetTheRecordExactly()
    {
        const auto made = policyPipeline(policy(), history(), {});
        QVERIFY_RESULT(made);
        const PipelineComponent &rag = componentOf(*made, u"rag-worker"_s);
        QCOMPARE(rag.feeds.size(), 1U);
        QVERIFY(std::abs(rag.feeds[0].ratio - 0.6) < 1e-9);
        const Result<ReplayResult> result = replay(made->replay.pipeline);
        QVERIFY_RESULT(result);
        const ReplayColumns &columns = *result->find(u"rag-worker"_s);
        const ReplayColumns &dialog = *result->find(u"dialog-manager"_s);
        for (std::size_t i = 100; i < steps; i += 50) {
            const double rate = history().components[1].service.requests[i];
            QVERIFY(std::abs(static_cast<double>(columns.offered[i]) - rate) <
                    0.01 * rate + 0.6 * static_cast<double>(dialog.lost[i]));
        }
    }

    void growthIsPassedOn()
    {
        PipelineInput input;
        input.growth = 2;
        const auto made = policyPipeline(policy(), history(), input);
        QVERIFY_RESULT(made);
        const PipelineComponent &dialog = componentOf(*made, u"dialog-manager"_s);
        QCOMPARE(dialog.scaling.initialReplicas, 8);
        const Result<ReplayResult> result = replay(made->replay.pipeline);
        QVERIFY_RESULT(result);
        const double rate = history().components[1].service.requests[500];
        const auto offered = static_cast<double>(result->find(u"rag-worker"_s)->offered[500]);
        QVERIFY2(std::abs(offered - 2 * rate) < 0.05 * rate,
                 QByteArray::number(offered).constData());
    }

    void quotasAndQueues()
    {
        const auto made = policyPipeline(policy(), history(), {});
        QVERIFY_RESULT(made);
        const PipelineComponent &llm = componentOf(*made, u"llm-consumer"_s);
        QVERIFY(llm.queued);
        QCOMPARE(llm.service.concurrency, 4);
        QCOMPARE(llm.llm->pools.size(), 2U);
        QCOMPARE(llm.llm->pools[0].share, 0.75);
        QCOMPARE(llm.llm->pools[0].quota.tokensPerMinute, 90'000.0);
        QCOMPARE(llm.llm->pools[1].quota.model, u"own"_s);
        QCOMPARE(llm.llm->pools[1].quota.tokensPerMinute, 5000.0);
        QCOMPARE(llm.scaling.signals.size(), 2U);
        QCOMPARE(llm.scaling.signals[0].component, std::optional<std::size_t>(1));
    }

    void unknownTrafficLowersTheConfidence()
    {
        ScalingHistory gaps = history();
        for (std::size_t i = 0; i < steps / 2; ++i) {
            gaps.components[0].service.requests[i] = std::numeric_limits<double>::quiet_NaN();
        }
        const auto whole = policyPipeline(policy(), history(), {});
        const auto made = policyPipeline(policy(), gaps, {});
        QVERIFY_RESULT(whole);
        QVERIFY_RESULT(made);
        QCOMPARE(made->parts[0].knownTraffic, 0.5);
        QVERIFY(made->parts[0].confidence <= 0.5 * whole->parts[0].confidence);
        QVERIFY(whole->parts[0].assumptions.isEmpty());
        QCOMPARE(made->parts[0].assumptions,
                 QStringList{u"Its requests are unknown for 50.0 % of the time, in 1 gap(s); the "
                             "longest is 2 h from 2025-10-13T00:00:00Z."_s});
    }

    void aRecordThatEndsEarlyIsSaid()
    {
        ScalingHistory ending = history();
        for (const std::size_t i : {std::size_t{7}, steps - 3, steps - 2, steps - 1}) {
            ending.components[1].service.requests[i] = std::numeric_limits<double>::quiet_NaN();
        }
        const auto made = policyPipeline(policy(), ending, {});
        QVERIFY_RESULT(made);
        const QStringList &doubts = made->parts[1].assumptions;
        QCOMPARE(doubts.size(), 2);
        QVERIFY2(doubts[0].contains(u"in 2 gap(s)"_s), qPrintable(doubts[0]));
        QCOMPARE(doubts[1], u"Nothing is known of its requests after 2025-10-13T03:59:15Z."_s);
    }

    void aLastStepUnderWayIsNoGap()
    {
        ScalingHistory ending = history();
        ending.components[1].service.requests[steps - 1] = std::numeric_limits<double>::quiet_NaN();
        const auto made = policyPipeline(policy(), ending, {});
        QVERIFY_RESULT(made);
        QVERIFY(made->parts[1].assumptions.isEmpty());
    }

    void theBreakersOfThePolicyTrip_data()
    {
        QTest::addColumn<double>("threshold");
        QTest::addColumn<int>("trips");
        QTest::newRow("at half of the calls") << 50.0 << 1;
        QTest::newRow("never") << 100.0 << 0;
    }

    /// The API fails for ten minutes, and the recorded breaker is open for most of them.
    void theBreakersOfThePolicyTrip()
    {
        QFETCH(double, threshold);
        Policy with = policy();
        PolicyBreaker breaker;
        breaker.spec.name = u"orders"_s;
        breaker.spec.failureRateThreshold = threshold;
        breaker.spec.minimumCalls = 20;
        breaker.spec.waitInOpenSeconds = 3600;
        with.components[0].breakers = {breaker};
        ScalingHistory failing = history();
        ToolHistory orders{.tool = u"orders"_s, .calls = 100'000, .p50Seconds = 0.2};
        orders.failureShare.assign(steps, 0.01);
        GridColumn &open = failing.components[0].service.breakerOpen;
        open.assign(steps, 0);
        for (std::size_t i = 400; i < 440; ++i) {
            orders.failureShare[i] = i < 404 ? 0.9 : std::numeric_limits<double>::quiet_NaN();
            open[i] = i < 404 ? 0 : 1;
        }
        failing.components[0].tools = {orders};
        const auto made = policyPipeline(with, failing, {});
        QVERIFY_RESULT(made);
        const PipelineComponent &dialog = componentOf(*made, u"dialog-manager"_s);
        QCOMPARE(dialog.tools.size(), 1U);
        QCOMPARE(dialog.tools[0].outages.size(), 1U);
        QCOMPARE(dialog.tools[0].outages[0].from, failing.grid.time(400));
        QCOMPARE(dialog.tools[0].outages[0].to, failing.grid.time(440));
        const Result<ReplayResult> result = replay(made->replay.pipeline);
        QVERIFY_RESULT(result);
        const ReplaySummary summary = summarize(*result)[0];
        QTEST(summary.breakerTrips, "trips");
        QCOMPARE(summary.breakerOpenShare > 0, summary.breakerTrips > 0);
        QCOMPARE(summary.lostShare > 0.01, summary.breakerTrips > 0);
    }

    void aBreakerAroundAnotherComponentGuardsTheFeed()
    {
        Policy with = policy();
        PolicyBreaker breaker;
        breaker.spec.name = u"rag-worker"_s;
        breaker.spec.initialMode = BreakerMode::ForcedOpen;
        with.components[0].breakers = {breaker};
        const auto made = policyPipeline(with, history(), {});
        QVERIFY_RESULT(made);
        QVERIFY(made->parts[0].assumptions.isEmpty()); // it is no tool of which nothing is known
        const PipelineComponent &rag = componentOf(*made, u"rag-worker"_s);
        QVERIFY(rag.feeds[0].breaker.has_value());
        const Result<ReplayResult> result = replay(made->replay.pipeline);
        QVERIFY_RESULT(result);
        QVERIFY(result->find(u"rag-worker"_s)->offered[500] < 1e-6F);
    }

    void aBreakerThatGuardsNoFeedIsNotForgotten()
    {
        Policy with = policy();
        PolicyBreaker breaker;
        breaker.spec.name = u"rag-worker"_s;
        with.components[0].breakers = {breaker};
        ScalingHistory without = history();
        without.components.erase(without.components.begin() + 1);
        const auto unknown = policyPipeline(with, without, {});
        QVERIFY_RESULT(unknown);
        QVERIFY(componentOf(*unknown, u"dialog-manager"_s).tools.empty());
        QVERIFY(unknown->parts[0].assumptions.contains(
            u"How much it calls rag-worker is not known: its breaker is left out."_s));

        with.components.erase(with.components.begin() + 1);
        without.components[0].tools = {{.tool = u"rag-worker"_s, .calls = 100'000}};
        const auto external = policyPipeline(with, without, {});
        QVERIFY_RESULT(external);
        QCOMPARE(componentOf(*external, u"dialog-manager"_s).tools.size(), 1U);
    }

    void whatKafkaSaysOfPartitionsIsSaid()
    {
        Policy with = policy();
        PolicyKafkaTrigger kafka;
        with.components[2].metrics = {kafka};
        const QString sentence =
            u"What its kafka trigger says of single partitions is not replayed."_s;
        const auto plain = policyPipeline(with, history(), {});
        QVERIFY_RESULT(plain);
        QVERIFY(!plain->parts[2].assumptions.contains(sentence));
        kafka.limitToPartitionsWithLag = true;
        with.components[2].metrics = {kafka};
        const auto made = policyPipeline(with, history(), {});
        QVERIFY_RESULT(made);
        QVERIFY(made->parts[2].assumptions.contains(sentence));
    }

    void whatCannotBeReplayedIsLeftOut()
    {
        Policy with = policy();
        with.components[1].metrics.push_back(
            PolicyResourceMetric{.name = u"memory"_s, .averageUtilization = 80});
        with.components.push_back(scaled(u"embedder"_s));
        const auto made = policyPipeline(with, history(), {});
        QVERIFY_RESULT(made);
        const PipelineComponent &rag = componentOf(*made, u"rag-worker"_s);
        QCOMPARE(rag.scaling.hpa.metrics.size(), 1U);
        QVERIFY(made->parts[1].assumptions.last().contains(u"memory"_s));
        QCOMPARE(made->leftOut.size(), 1);
        QVERIFY(made->leftOut.first().startsWith(u"embedder"_s));
        const auto before = policyPipeline(policy(), history(), {});
        QCOMPARE(made->parts[1].confidence, 0.5 * before->parts[1].confidence);
    }

    void nothingButThatIsAnErrorWithItsPlace()
    {
        Policy with = policy();
        with.components[1].metrics = {PolicyResourceMetric{.name = u"memory"_s}};
        const auto made = policyPipeline(with, history(), {});
        QVERIFY_ERROR(made, ErrorCode::InvalidInput);
        QCOMPARE(made.error().position->path, u"spec.components[1].metrics"_s);
    }

    void aTraceOfStrangersOnlyIsAnError()
    {
        PipelineInput input;
        TrafficTrace trace;
        trace.grid = {.from = monday, .count = 100};
        trace.requests.insert(u"bob"_s, GridColumn(100, 500));
        input.traffic = trace;
        const auto alone = policyPipeline(policy(), {}, input);
        QVERIFY_ERROR(alone, ErrorCode::InvalidInput);
        QCOMPARE(alone.error().position->path, u"spec.components"_s);
        trace.requests.insert(u"dialog-manager"_s, GridColumn(100, 500));
        input.traffic = trace;
        const auto beside = policyPipeline(policy(), history(), input);
        QVERIFY_RESULT(beside);
        QCOMPARE(beside->leftOut, QStringList{u"bob: the policy has no such component."_s});
    }

    void windowsHoldWhereTheTrafficIsPut()
    {
        Policy with = policy();
        ScheduleWindow window;
        window.name = u"tuesdays"_s;
        window.days.set(1);
        window.bounds.floor = 7;
        with.components[0].windows = {window};
        PipelineInput input;
        const auto asRecorded = policyPipeline(with, history(), input);
        QVERIFY_RESULT(asRecorded);
        QCOMPARE(asRecorded->replay.pipeline.components[0].scaling.bounds.front().min, 2);
        input.startsAt = monday + 86'400'000;
        const auto moved = policyPipeline(with, history(), input);
        QVERIFY_RESULT(moved);
        QCOMPARE(moved->replay.pipeline.grid.from, monday + 86'400'000);
        QCOMPARE(moved->replay.pipeline.components[0].scaling.bounds.front().min, 7);
        QVERIFY(moved->replay.schedules[0].has_value());
    }

    void aTraceTakesThePlaceOfTheRecord()
    {
        PipelineInput input;
        TrafficTrace trace;
        trace.grid = {.from = monday, .count = 100};
        trace.requests.insert(u"dialog-manager"_s, GridColumn(100, 500));
        input.traffic = trace;
        const auto made = policyPipeline(policy(), history(), input);
        QVERIFY_RESULT(made);
        QCOMPARE(made->replay.pipeline.grid.count, 100U);
        QCOMPARE(made->parts.size(), 3U); // the others are fed at the recorded ratios
        QVERIFY(componentOf(*made, u"rag-worker"_s).traffic.empty());
        QCOMPARE(made->parts[1].knownTraffic, 1.0);
    }

    void withoutAHistoryAllIsAssumed()
    {
        ScalingHistory nothing;
        for (const PolicyComponent &component : policy().components) {
            nothing.components.emplace_back().name = component.name;
        }
        PipelineInput input;
        TrafficTrace trace;
        trace.grid = {.from = monday, .count = 100};
        trace.requests.insert(u"dialog-manager"_s, GridColumn(100, 500));
        input.traffic = trace;
        const auto made = policyPipeline(policy(), nothing, input);
        QVERIFY_RESULT(made);
        QCOMPARE(made->parts.size(), 1U);
        QCOMPARE(made->leftOut.size(), 2); // no ratio is known
        QVERIFY(made->parts[0].confidence > 0 && made->parts[0].confidence < 0.2);
        QVERIFY(made->parts[0].assumptions.size() >= 3);
    }
};

QTEST_APPLESS_MAIN(TestPolicyPipeline)
#include "tst_policypipeline.moc"
