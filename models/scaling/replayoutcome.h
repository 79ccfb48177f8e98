// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/optimiser.h"
#include "scaling/replay.h"
#include "scaling/schedule.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace spillway {

/// What a component costs.
struct ReplayPrice
{
    double perReplicaHour = 0;
    double perServedRequest = 0; ///< tokens, external calls
};

/// A policy under which traffic is replayed.
struct ReplayPolicy
{
    Pipeline pipeline;
    /// One a component: where its bounds come from, so that they are resolved anew when a window is
    /// changed. None: the bounds of the pipeline stay as they are.
    std::vector<std::optional<Schedule>> schedules;
    std::vector<ReplayPrice> prices; ///< one a component
    /// Whose latency the SLO is about; none: the worst of all.
    std::optional<std::size_t> latencyOf;
};

/// One thing that an axis of the optimiser moves.
struct ReplayKnob
{
    enum class What : std::uint8_t {
        Min,             ///< replicas; the schedule's base, if there is one
        Max,             ///< the same
        Target,          ///< of the metric or trigger `index`, in its own unit (per cent, requests)
        ScaleUpWindow,   ///< stabilization, seconds
        ScaleDownWindow, ///< stabilization, seconds
        WindowFloor,     ///< of the schedule's window `index`
        WindowCap,       ///< the same
        WindowFrom,      ///< minutes since midnight
        WindowTo,        ///< minutes since midnight
        LeadTime,        ///< of the schedule, seconds
    };
    What what = What::Min;
    std::size_t component = 0;
    std::size_t index = 0;
};

/// The policy with the knobs set to the values. Errors: InvalidInput for a knob that the policy has
/// not, a value that does not fit, or a schedule that contradicts itself then.
[[nodiscard]] Result<ReplayPolicy> withKnobs(const ReplayPolicy &policy,
                                             const std::vector<ReplayKnob> &knobs,
                                             const OptimiserProblem::Values &values);

/// What a replay comes to. Steps with unknown traffic do not count. Error: InvalidInput if nothing
/// is known.
[[nodiscard]] Result<PolicyOutcome> outcomeOf(const ReplayPolicy &policy,
                                              const ReplayResult &result);

/// How long the oldest waiting request of a component waits at worst, first come first served;
/// seconds.
[[nodiscard]] double oldestWaitSeconds(const ReplayColumns &columns, const TimeGrid &grid);

/// An optimiser's problem over the replay: axes.size() == knobs.size(). Candidates whose minimum is
/// above their maximum are not allowed. The problem keeps its own copy of the policy.
[[nodiscard]] OptimiserProblem replayProblem(const ReplayPolicy &policy,
                                             const std::vector<ReplayKnob> &knobs,
                                             std::vector<OptimiserAxis> axes, const PolicySlo &slo);

/// The minimum of no component is above its maximum once the knobs are set. Much cheaper than
/// withKnobs().
[[nodiscard]] bool areBoundsInOrder(const ReplayPolicy &policy,
                                    const std::vector<ReplayKnob> &knobs,
                                    const OptimiserProblem::Values &values);

/// One a knob: what the policy has now; none if it lacks one of them.
[[nodiscard]] std::optional<OptimiserProblem::Values>
knobValues(const ReplayPolicy &policy, const std::vector<ReplayKnob> &knobs);

} // namespace spillway
