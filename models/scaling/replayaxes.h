// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/replayoutcome.h"

#include <vector>

namespace spillway {

/// What the optimiser moves; knobs and axes belong together by number.
struct ReplaySearch
{
    std::vector<ReplayKnob> knobs;
    std::vector<OptimiserAxis> axes;
};

/// Which parts of a policy may be moved.
struct ReplaySearchParts
{
    bool bounds = true;
    bool targets = true;
    bool windows = true; ///< floors, caps and edges of the schedule's windows, stabilization
};

/// Everything of a policy that may be moved, each over a sensible span around today's value. Empty
/// if nothing is scaled. Pure.
[[nodiscard]] ReplaySearch replaySearch(const ReplayPolicy &policy,
                                        const ReplaySearchParts &parts = {});

} // namespace spillway
