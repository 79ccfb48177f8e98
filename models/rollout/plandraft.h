// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/compiler.h"
#include "rollout/leadtimes.h"
#include "rollout/livestate.h"
#include "rollout/plan.h"
#include "rollout/planner.h"

#include <vector>

namespace spillway {

/// A step before the server was asked what it would do.
struct DraftStep
{
    /// When a step is sent, whatever its object.
    enum class Phase : std::uint8_t {
        StopSchedule, ///< before its objects are taken away from it
        FreeTargets,  ///< autoscalers that are in the way of others
        Scalers,
        Schedule,
        Bounds, ///< what must not be overrun by an old schedule
        Others,
        Leftovers,
    };
    PlanStep step; ///< changes only if there is no preview
    Phase phase = Phase::Others;
    Manifest manifest; ///< empty of a delete
    QJsonObject live;  ///< empty: the object is not there
    /// False: it can only be tried once the steps before are done.
    bool preview = true;
};

struct PlanDraft
{
    std::vector<DraftStep> steps; ///< in order
    std::vector<kube::ObjectRef> unchanged;
    /// With our labels, not in the policy, but not made by us: they stay.
    std::vector<kube::ObjectRef> strays;
    std::vector<Manifest> manifests;               ///< all of the policy, with bounds
    QMap<QString, std::chrono::seconds> leadTimes; ///< that they were compiled with
    std::vector<KeptLeadTime> keptLeadTimes;
};

/// What a push would send as far as it can be told from what was read. Pure; any thread. Errors:
/// InvalidDocument for a schedule that cannot be resolved.
[[nodiscard]] Result<PlanDraft> draftPlan(const PlanInput &input, const LiveState &live);

} // namespace spillway
