// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Budget: 28 days of six components at 15 s in at most 1 s a policy.
#include "scaling/replaysummary.h"

#include <benchmark/benchmark.h>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t daySeconds = 86'400;

PipelineComponent component(const QString &name, const TimeGrid &grid, double requests)
{
    PipelineComponent one;
    one.name = name;
    one.service.coldStart = ColdStart({20, 30, 45, 60, 90});
    one.service.startingCores = 0.3;
    for (std::size_t i = 0; i < grid.count; ++i) {
        const double day = static_cast<double>(grid.time(i)) / 1000 / daySeconds * 2 * M_PI;
        one.traffic.push_back(requests * (1.2 + std::sin(day) + 0.1 * std::sin(day * 97)));
    }
    one.scaling.engine = ComponentScaling::Engine::Hpa;
    one.scaling.hpa.minReplicas = 2;
    one.scaling.hpa.maxReplicas = 20;
    one.scaling.hpa.behavior = HpaBehavior{defaultScaleUpRules(), defaultScaleDownRules({})};
    HpaMetric cpu;
    cpu.name = u"cpu"_s;
    cpu.averageUtilization = 70;
    one.scaling.hpa.metrics = {cpu};
    one.scaling.signals = {{MetricSignal::Kind::Cores, {}, std::chrono::seconds{30}}};
    return one;
}

void overKeda(PipelineComponent &one, std::size_t upstream)
{
    one.scaling.engine = ComponentScaling::Engine::Keda;
    one.scaling.keda.minReplicas = 1;
    one.scaling.keda.maxReplicas = 12;
    KedaTrigger rate;
    rate.targetMilli = 100'000;
    KedaTrigger queue;
    queue.targetMilli = 50'000;
    one.scaling.keda.triggers = {rate, queue};
    one.scaling.signals = {{MetricSignal::Kind::Requests, upstream, std::chrono::seconds{120}},
                           {MetricSignal::Kind::Backlog, {}, {}}};
}

/// Three pods components, one with two metrics, two queue workers behind a quota.
Pipeline system(std::int64_t days)
{
    Pipeline pipeline;
    pipeline.grid = {.from = 1'760'000'000'000 / 15'000 * 15'000,
                     .count = static_cast<std::size_t>(days * daySeconds / 15)};
    const std::array names{u"gateway"_s,      u"dialog-manager"_s, u"rag-worker"_s,
                           u"llm-consumer"_s, u"embedder"_s,       u"tool-router"_s};
    for (const QString &name : names) {
        pipeline.components.push_back(component(name, pipeline.grid, 500));
    }
    for (const std::size_t worker : {std::size_t{3}, std::size_t{4}}) {
        PipelineComponent &one = pipeline.components[worker];
        one.queued = true;
        one.traffic.clear();
        one.feeds = {{2, 0.02, {}}};
        one.service.concurrency = 4;
        one.service.unloadedSeconds = 1.6;
        LlmPool pool;
        pool.quota.requestsPerMinute = 700;
        pool.quota.tokensPerMinute = 500'000;
        pool.use = {.input = 700, .output = 150};
        one.llm = LlmSpec{.pools = {pool}};
        overKeda(one, 2);
    }
    PipelineTool tool;
    tool.failureShare = 0.02;
    pipeline.components[5].tools.assign(4, tool);
    return pipeline;
}

void replayMonth(benchmark::State &state)
{
    const Pipeline pipeline = system(28);
    for (auto _ : state) {
        const Result<ReplayResult> result = replay(pipeline);
        benchmark::DoNotOptimize(result->components.front().desired.back());
    }
    const auto steps = static_cast<double>(pipeline.grid.count * pipeline.components.size());
    state.counters["component_steps"] =
        benchmark::Counter(steps, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(replayMonth)->Unit(benchmark::kMillisecond);

void summarizeMonth(benchmark::State &state)
{
    const Result<ReplayResult> result = replay(system(28));
    for (auto _ : state) {
        benchmark::DoNotOptimize(summarize(*result).front().p95);
    }
}
BENCHMARK(summarizeMonth)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
