// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/planner.h"
#include "spillwayctl/kubesession.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace spillway {

/// What a plan on the command line is made from.
struct PlanArguments
{
    std::string file;
    std::string nameSpace; ///< instead of the policy's
    std::vector<std::string> takeOver;
    std::vector<std::string> leadTimes; ///< "web=90s"
};

/// The option --take-over.
void addTakeOverOption(CLI::App &command, std::vector<std::string> &takeOver);
[[nodiscard]] QSet<QString> takeOverOf(const std::vector<std::string> &objects);

/// The option --lead-time.
void addLeadTimeOption(CLI::App &command, std::vector<std::string> &leadTimes);
/// InvalidInput for what is no NAME=LENGTH, or of a component whose lead time is not measured.
[[nodiscard]] Result<QMap<QString, std::chrono::seconds>>
leadTimesOf(const std::vector<std::string> &texts, const Policy &policy);

/// Reads the policy. Its problems are told as validate tells them; then InvalidDocument.
[[nodiscard]] Result<PlanInput> readPlanInput(const PlanArguments &arguments, EpochMs now);

[[nodiscard]] Result<Plan> makePlan(KubeSession &session, PlanInput input);

/// What is taken over must be named as the plan names it: says what is not.
void tellUnknownObjects(const std::vector<std::string> &takeOver, const Plan &plan);

} // namespace spillway
