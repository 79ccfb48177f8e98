// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replaysummary.h"
#include "support/resultmacros.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr EpochMs start = 1'760'000'400'000;

ComponentScaling cpuHpa(int min, int max)
{
    ComponentScaling scaling;
    scaling.engine = ComponentScaling::Engine::Hpa;
    scaling.hpa.minReplicas = min;
    scaling.hpa.maxReplicas = max;
    HpaMetric cpu;
    cpu.name = u"cpu"_s;
    cpu.averageUtilization = 70;
    scaling.hpa.metrics = {cpu};
    scaling.hpa.behavior = HpaBehavior{defaultScaleUpRules(), defaultScaleDownRules({})};
    scaling.signals = {{MetricSignal::Kind::Cores, {}, 0s}};
    scaling.initialReplicas = min;
    return scaling;
}

PipelineComponent component(const QString &name)
{
    PipelineComponent one;
    one.name = name;
    one.service.requestsPerReplica = 100;
    one.service.coresPerRequest = 0.01;
    one.service.requestedCores = 0.5; // 50 requests a second are 100 %
    one.service.coldStart = ColdStart({40});
    return one;
}

/// One component whose traffic jumps after ten minutes.
Pipeline jump(double before, double after, std::size_t steps)
{
    Pipeline pipeline;
    pipeline.grid = {.from = start, .count = steps};
    PipelineComponent one = component(u"rag-worker"_s);
    for (std::size_t i = 0; i < steps; ++i) {
        one.traffic.push_back(i < 40 ? before : after);
    }
    one.scaling = cpuHpa(2, 20);
    pipeline.components = {one};
    return pipeline;
}

/// dialog-manager -> rag-worker -> llm-consumer behind a queue and a quota.
Pipeline chain(int maxConsumers)
{
    Pipeline pipeline;
    pipeline.grid = {.from = start, .count = 960};
    PipelineComponent dialog = component(u"dialog-manager"_s);
    dialog.traffic.assign(960, 300);
    dialog.scaling.initialReplicas = 10;
    PipelineComponent rag = component(u"rag-worker"_s);
    rag.feeds = {{0, 0.5, {}}};
    rag.scaling = cpuHpa(2, 20);
    PipelineComponent llm = component(u"llm-consumer"_s);
    llm.feeds = {{1, 0.1, {}}};
    llm.queued = true;
    llm.service.concurrency = 4;
    llm.service.unloadedSeconds = 2;
    LlmPool pool;
    pool.quota.tokensPerMinute = 540'000; // 600 requests a minute
    pool.use = {.input = 700, .output = 200};
    llm.llm = LlmSpec{.pools = {pool}};
    llm.scaling.engine = ComponentScaling::Engine::Keda;
    llm.scaling.keda.minReplicas = 1;
    llm.scaling.keda.maxReplicas = maxConsumers;
    KedaTrigger queue;
    queue.targetMilli = 50'000;
    llm.scaling.keda.triggers = {queue};
    llm.scaling.signals = {{MetricSignal::Kind::Backlog, {}, 0s}};
    pipeline.components = {dialog, rag, llm};
    return pipeline;
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAutoscalerFollowsTheTraffic()
    {
        const Result<ReplayResult> result = replay(jump(60, 400, 400));
        QVERIFY_RESULT(result);
        const ReplayColumns &rag = result->components[0];
        QCOMPARE(rag.desired[39], 2);
        // 400 a second are 4 cores; 70 % of half a core each: 11.43 -> 12.
        QCOMPARE(rag.desired.back(), 12);
        QVERIFY(rag.utilisation[41] > 0.99F); // too few at first
        QVERIFY(rag.backlog[41] > 0);
        QCOMPARE(rag.backlog.back(), 0.0F);
        QVERIFY(rag.p95[42] > 2 * rag.p95.back());
        // Pods need 40 s to be ready.
        const auto grown = std::find_if(rag.desired.begin(), rag.desired.end(),
                                        [](std::int32_t replicas) { return replicas > 2; });
        const auto at = static_cast<std::size_t>(grown - rag.desired.begin());
        QCOMPARE(rag.ready[at], 2);
        QCOMPARE(rag.ready[at + 3], *grown);
        QCOMPARE(result->knownShare, 1.0);
    }

    void growthMultipliesTheTraffic()
    {
        Pipeline pipeline = jump(60, 60, 200);
        pipeline.growth = 3;
        const Result<ReplayResult> result = replay(pipeline);
        QVERIFY_RESULT(result);
        QCOMPARE(result->components[0].offered.back(), 180.0F);
        QCOMPARE(result->components[0].desired.back(), 6); // 1.8 / 0.35 = 5.14
    }

    void unknownTrafficStaysUnknown()
    {
        Pipeline pipeline = jump(60, 400, 400);
        for (std::size_t i = 200; i < 220; ++i) {
            pipeline.components[0].traffic[i] = unknown;
        }
        const Result<ReplayResult> result = replay(pipeline);
        QVERIFY_RESULT(result);
        const ReplayColumns &rag = result->components[0];
        QVERIFY(std::isnan(rag.offered[210]));
        QVERIFY(std::isnan(rag.p95[210]));
        QVERIFY(std::isnan(rag.backlog[210]));
        QCOMPARE(rag.desired[210], 12); // nothing is decided on no news
        QCOMPARE(rag.desired[221], 12);
        QCOMPARE(result->knownShare, 0.95);
        QCOMPARE(summarize(*result).front().knownShare, 0.95);
    }

    void componentsFeedEachOther()
    {
        const Result<ReplayResult> result = replay(chain(12));
        QVERIFY_RESULT(result);
        QCOMPARE(result->components[1].offered[0], 150.0F);
        // A bottleneck upstream starves what comes behind.
        const ReplayColumns *rag = result->find(u"rag-worker"_s);
        const ReplayColumns *llm = result->find(u"llm-consumer"_s);
        QVERIFY(rag != nullptr && llm != nullptr);
        for (std::size_t i = 0; i < 960; i += 50) {
            QVERIFY(std::abs(llm->offered[i] - rag->served[i] * 0.1F) < 1e-4F);
        }
        QVERIFY(result->find(u"redis"_s) == nullptr);
    }

    void aQuotaMakesMoreConsumersUseless()
    {
        // 15 requests a second against a quota of 10.
        const Result<ReplayResult> some = replay(chain(5)); // 10 a second: just the quota
        const Result<ReplayResult> many = replay(chain(40));
        QVERIFY_RESULT(some);
        QVERIFY_RESULT(many);
        const std::vector<ReplayComparison> sides = compareReplays(*some, *many);
        QCOMPARE(sides.size(), 3U);
        const ReplayComparison &llm = sides[2];
        QCOMPARE(llm.before.name, u"llm-consumer"_s);
        QVERIFY(llm.after.replicaHours > 3 * llm.before.replicaHours);
        QVERIFY(llm.after.served < 1.15 * llm.before.served);
        QVERIFY(llm.after.rejectedShare > llm.before.rejectedShare + 0.1);
        QVERIFY(llm.before.atMaximumShare > 0.9);
    }

    void partitionsCapWhatHelps()
    {
        Pipeline pipeline = jump(60, 1000, 400);
        pipeline.components[0].partitions = 4;
        const Result<ReplayResult> result = replay(pipeline);
        QVERIFY_RESULT(result);
        QCOMPARE(result->components[0].served.back(), 400.0F);
    }

    void theTimelinesBoundsHold()
    {
        Pipeline pipeline = jump(60, 60, 240);
        const EpochMs noon = start + 60 * 15'000;
        pipeline.components[0].scaling.bounds = {{start, noon, 2, 20, {}},
                                                 {noon, noon + 1'800'000, 7, 20, {u"sale"_s}},
                                                 {noon + 1'800'000, start + 9'000'000, 2, 20, {}}};
        const Result<ReplayResult> result = replay(pipeline);
        QVERIFY_RESULT(result);
        const ReplayColumns &rag = result->components[0];
        QCOMPARE(rag.desired[59], 2);
        QCOMPARE(rag.desired[60], 7); // a floor jumps in one sync
        QCOMPARE(rag.desired[179], 7);
        QCOMPARE(rag.desired[180], 2); // and drops at once: the history holds no floor
        const Result<ReplayDecision> decision =
            explainReplay(pipeline, u"rag-worker"_s, noon + 1000);
        QVERIFY_RESULT(decision);
        QCOMPARE(decision->why, QStringList{u"sale"_s});
        QCOMPARE(decision->before, 2);
        QCOMPARE(decision->after, 7);
        QCOMPARE(decision->hpa->outcome, HpaOutcome::BelowMinimum);
    }

    void explainAgreesWithTheColumns()
    {
        const Pipeline pipeline = jump(60, 400, 400);
        const Result<ReplayResult> result = replay(pipeline);
        QVERIFY_RESULT(result);
        for (std::size_t step = 1; step < 400; step += 37) {
            const Result<ReplayDecision> decision =
                explainReplay(pipeline, u"rag-worker"_s, pipeline.grid.time(step) + 14'999);
            QVERIFY_RESULT(decision);
            QCOMPARE(decision->after, result->components[0].desired[step]);
            QCOMPARE(decision->before, result->components[0].desired[step - 1]);
            QVERIFY(decision->hpa.has_value());
            QCOMPARE(decision->hpa->metrics.size(), 1U);
        }
        QCOMPARE(explainReplay(pipeline, u"redis"_s, start).error().code, ErrorCode::NotFound);
        QCOMPARE(explainReplay(pipeline, u"rag-worker"_s, start - 1).error().code,
                 ErrorCode::NotFound);
    }

    void anOutageTripsTheBreaker()
    {
        Pipeline pipeline = jump(60, 60, 400);
        PipelineTool tool;
        tool.breaker.minimumCalls = 20;
        tool.outages = {{start + 100 * 15'000, start + 140 * 15'000, 1.0}};
        pipeline.components[0].tools = {tool};
        const Result<ReplayResult> result = replay(pipeline);
        QVERIFY_RESULT(result);
        const ReplayColumns &router = result->components[0];
        QCOMPARE(router.breaker[99], BreakerMode::Closed);
        QCOMPARE(router.breaker[102], BreakerMode::Open);
        QVERIFY(router.lost[102] > 50);
        QCOMPARE(router.breaker[160], BreakerMode::Closed);
        QCOMPARE(router.lost[160], 0.0F);
        QVERIFY(summarize(*result).front().breakerOpenShare > 0.05);
    }

    void aFailingStageOpensTheBreakerInFrontOfIt()
    {
        Pipeline pipeline = chain(1);
        pipeline.components[2].queued = false;
        pipeline.components[2].queueLimit = 10;
        BreakerSpec breaker;
        breaker.minimumCalls = 20;
        pipeline.components[2].feeds[0].breaker = breaker;
        const Result<ReplayResult> result = replay(pipeline);
        QVERIFY_RESULT(result);
        QVERIFY(summarize(*result)[2].breakerOpenShare > 0.3);
    }

    void theSamePipelineGivesTheSameColumns()
    {
        const Result<ReplayResult> once = replay(chain(12));
        const Result<ReplayResult> again = replay(chain(12));
        QVERIFY_RESULT(once);
        QVERIFY_RESULT(again);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(once->components[i].desired, again->components[i].desired);
            QCOMPARE(once->components[i].p95, again->components[i].p95);
        }
    }

    void canBeCancelled()
    {
        const std::atomic<bool> cancel{true};
        const Result<ReplayResult> result = replay(jump(60, 60, 200), &cancel);
        QVERIFY_RESULT(result);
        QVERIFY(result->cancelled);
        QVERIFY(result->components[0].offered.empty());
    }

    void impossiblePipelinesAreNamed()
    {
        QVERIFY(!replay({}).ok());
        Pipeline pipeline = chain(12);
        pipeline.components[0].traffic.clear();
        pipeline.components[0].feeds = {{2, 1, {}}};
        QVERIFY(feedOrder(pipeline.components).empty());
        QVERIFY(replay(pipeline).error().why.contains(u"circle"_s));

        pipeline = chain(12);
        pipeline.components[1].position.path = u"spec.components[1]"_s;
        pipeline.components[1].scaling.hpa.minReplicas = 30;
        Result<ReplayResult> result = replay(pipeline);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().position->path, u"spec.components[1].replicas"_s);

        pipeline = chain(12);
        pipeline.components[1].scaling.hpa.metrics[0].averageUtilization = 0;
        QVERIFY(!replay(pipeline).ok());
        pipeline = chain(12);
        pipeline.components[1].traffic = {1, 2};
        QVERIFY(!replay(pipeline).ok());
        pipeline = chain(12);
        pipeline.components[2].llm->pools[0].share = 0.4;
        QVERIFY(!replay(pipeline).ok());
        pipeline = chain(12);
        pipeline.components[2].name = pipeline.components[1].name;
        QVERIFY(!replay(pipeline).ok());
    }

    void ratiosComeFromHistory()
    {
        GridColumn from(100, 10);
        GridColumn to(100, 3);
        to[5] = unknown;
        to[6] = 500;
        QCOMPARE(feedRatio(from, to), std::optional(0.3));
        QVERIFY(!feedRatio({1, 2}, {1, 2}));
    }
};

QTEST_APPLESS_MAIN(TestReplay)
#include "tst_replay.moc"
