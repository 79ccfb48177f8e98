// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/undotrials.h"

/// \file Private to this folder: the way back of a push, from what was read. Pure.

namespace spillway {

struct UndoStep
{
    PlanStep step;
    /// Can be tried before anything else is done.
    bool preview = false;
};

struct UndoDraft
{
    std::vector<UndoStep> steps;
    std::vector<PlanFinding> findings;
};

[[nodiscard]] UndoDraft draftUndo(const UndoPicture &picture);

} // namespace spillway
