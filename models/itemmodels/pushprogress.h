// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/planmodel.h"
#include "rollout/push.h"
#include "rollout/revertwatch.h"

namespace spillway {

/// A step of a push in words, for the last column of PlanModel. Pure.
[[nodiscard]] PlanModel::Progress progressOf(const StepResult &step);

/// Where a push is, in one sentence: "Step 2 of 5", or how it ended and what to do. Pure.
[[nodiscard]] QString pushSentence(const Push &push, bool isUndo);

/// How many steps are done, as they were already included.
[[nodiscard]] int stepsDone(const std::vector<StepResult> &steps);

} // namespace spillway
