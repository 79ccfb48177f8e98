// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubeclient.h"
#include "rollout/plandraft.h"

#include <optional>
#include <vector>

namespace spillway {

/// What the server said to the dry run of a step.
struct DryRun
{
    Result<ApplyPreview> preview = Error{};
    kube::StatusDetail detail; ///< of a refusal
    QStringList warnings;
};

/// A draft with the answers of the server.
struct AnsweredDraft
{
    PlanDraft draft;
    std::vector<std::optional<DryRun>> answers; ///< one a step of the draft; none: not asked
};

/// A refusal at the line of the policy that caused it, as far as the server names a field.
[[nodiscard]] Error placedRefusal(const DryRun &refused, const Manifest &manifest,
                                  const PolicyPositions &positions);

/// What the server would change becomes the changes of each step; steps that would change nothing
/// go. The plan has no findings yet. Pure; any thread.
[[nodiscard]] Plan settledPlan(const AnsweredDraft &answered, const PlanInput &input,
                               const LiveState &live);

} // namespace spillway
