// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubestatus.h"
#include "kube/writewindow.h"
#include "rollout/push.h"

/// \file Private to this folder: what is checked before something of a push is written. Pure.

namespace spillway {

/// The plan and what was given with it: InvalidInput if it is blocked, is for another context or
/// lacks its reason, Internal if its bytes are not those that its hashes were made of.
[[nodiscard]] Result<void> checkPlan(const Plan &plan, const PushInput &input,
                                     const WriteTicket &ticket, const QString &contextName);

/// A push must be continued and undone where it was made: else Conflict. `what` as in Error.
[[nodiscard]] Result<void> checkCluster(const PlanTarget &made, const PlanTarget &here,
                                        const QString &what);

/// Whether a step can be sent still: Conflict if what is there is not what the plan saw. `live`
/// empty: there is nothing.
[[nodiscard]] Result<void> checkStep(const PlanStep &step, const QJsonObject &live);

/// Whether a step has been done already by who was killed before the answer came; `would` is what
/// a dry run of the same bytes would make of `live`.
[[nodiscard]] bool isAsWanted(const QJsonObject &live, const QJsonObject &would);

/// The steps of which the plan saw the object as it is before the push: the first of each object.
[[nodiscard]] std::vector<bool> firstOfTheirObjects(const std::vector<PlanStep> &steps);

/// A refusal with the line of the policy that caused it, if the server names a field.
[[nodiscard]] Error refusalInPolicy(const Error &error, const kube::StatusDetail &detail,
                                    const PlanStep &step, const QByteArray &policyText);

} // namespace spillway
