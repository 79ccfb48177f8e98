// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One reconcile step of the HPA engine over recorded trajectories (design section 8: at most 5
// microseconds).
#include "conformance/hpatrajectory.h"

#include <QFile>

#include <benchmark/benchmark.h>

namespace {

std::vector<spillway::HpaTrajectory> trajectories()
{
    std::vector<spillway::HpaTrajectory> all;
    QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/conformance/hpa-public.jsonl"));
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            auto read = spillway::readHpaTrajectory(file.readLine());
            if (read.ok()) {
                all.push_back(std::move(*read));
            }
        }
    }
    return all;
}

void reconcile(benchmark::State &state)
{
    const auto all = trajectories();
    std::int64_t steps = 0;
    for ([[maybe_unused]] auto round : state) {
        for (const spillway::HpaTrajectory &trajectory : all) {
            spillway::HpaEngine engine(trajectory.spec, trajectory.controller);
            for (const spillway::HpaStep &step : trajectory.steps) {
                // The readings are the recorded ones; what the engine decides is what comes next in
                // the record.
                engine.setBounds(step.patchMin.value_or(engine.spec().minReplicas),
                                 step.patchMax.value_or(engine.spec().maxReplicas));
                benchmark::DoNotOptimize(engine.sync(step.sync).desired);
                ++steps;
            }
        }
    }
    state.counters["per_step"] = benchmark::Counter(
        static_cast<double>(steps), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

} // namespace

BENCHMARK(reconcile)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
