// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "scaling/pipeline.h"
#include "scaling/replayscaler.h"

#include <atomic>
#include <cstdint>
#include <vector>

namespace spillway {

/// What happened to one component, one value a step. Row i: replicas as of the start of the step,
/// flows and times over it. NaN where the traffic is not known.
struct ReplayColumns
{
    QString name;
    std::vector<float> offered;     ///< requests a second
    std::vector<float> served;      ///< requests a second
    std::vector<float> rejected;    ///< 429s a second, each attempt
    std::vector<float> lost;        ///< a second: turned away, timed out, refused by a breaker
    std::vector<float> utilisation; ///< 0..1
    std::vector<float> p50;         ///< seconds
    std::vector<float> p95;         ///< seconds
    std::vector<float> backlog;     ///< requests that wait
    std::vector<std::int32_t> desired;
    std::vector<std::int32_t> ready;
    std::vector<std::int32_t> cap;    ///< maxReplicas that held
    std::vector<BreakerMode> breaker; ///< the worst of its breakers
};

struct ReplayResult
{
    TimeGrid grid;
    std::vector<ReplayColumns> components; ///< in the order of the pipeline
    double knownShare = 0;  ///< of all steps of all components: how much traffic was known
    bool cancelled = false; ///< columns end early

    /// Null if there is no component of that name.
    [[nodiscard]] const ReplayColumns *find(const QString &name) const;
};

/// Replays a pipeline. Pure and deterministic: the same pipeline gives the same columns. Fails with
/// the first of validatePipeline()'s problems. About a microsecond a component and step; any
/// thread. `cancel` may be set by another thread.
[[nodiscard]] Result<ReplayResult> replay(const Pipeline &pipeline,
                                          const std::atomic<bool> *cancel = nullptr);

/// The decision of the autoscaler of one component at the step that holds `time`, found by
/// replaying up to it. Errors: NotFound for a component or a time outside, or those of replay().
[[nodiscard]] Result<ReplayDecision> explainReplay(const Pipeline &pipeline,
                                                   const QString &component, EpochMs time);

} // namespace spillway
