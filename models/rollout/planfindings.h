// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/plansettle.h"

#include <vector>

namespace spillway {

/// What findings are looked for in.
struct PlanPicture
{
    const PlanInput &input;
    const LiveState &live;
    const AnsweredDraft &answered;
    const Plan &plan;
};

/// What the policy alone says, under the rules of the cluster: findInPolicy() with its ids, and
/// assertion-failed, assertion-undecided. Pure; any thread.
[[nodiscard]] std::vector<PlanFinding> findInPlannedPolicy(const PlanInput &input,
                                                           const kube::ServerVersion &version);

/// What only the cluster shows, in the order of the plan. Pure; any thread. Ids:
/// of objects: foreign-owner, shared-owner, gitops-managed, missing-kind, missing-permission,
/// namespace-missing, namespace-terminating, not-previewed, preview-not-trusted, stray-object,
/// unchecked, being-deleted, schedule-suspended, autoscaler-paused;
/// of scaling: two-autoscalers, replaces-autoscaler, keda-owned-hpa, target-missing,
/// container-missing, missing-requests, replicas-in-manifest, scales-down-now, scales-up-now,
/// switched-off, disruption-budget, resource-quota;
/// of time and money: timeline-shortened, timeline-ended, lead-time-kept, unfinished-revision,
/// cost.
[[nodiscard]] std::vector<PlanFinding> findInPlan(const PlanPicture &picture);

/// The gravest first, each once.
[[nodiscard]] std::vector<PlanFinding> sortedFindings(std::vector<PlanFinding> findings);

} // namespace spillway
