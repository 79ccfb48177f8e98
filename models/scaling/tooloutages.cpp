// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/tooloutages.h"

#include <algorithm>
#include <cmath>

namespace spillway {

std::vector<ToolOutage> toolOutages(const ToolHistory &tool, const GridColumn &breakerOpen,
                                    const TimeGrid &grid)
{
    constexpr double failing = 0.25;
    std::vector<ToolOutage> outages;
    for (std::size_t i = 0; i < std::min(tool.failureShare.size(), grid.count); ++i) {
        const double share = tool.failureShare[i];
        const EpochMs from = grid.time(i);
        const bool goesOn = !outages.empty() && outages.back().to == from;
        const bool isOpen = i < breakerOpen.size() && breakerOpen[i] > 0;
        if (goesOn && isOpen && !std::isfinite(share)) {
            outages.back().to = grid.time(i + 1);
            continue;
        }
        if (!(share >= failing)) {
            continue;
        }
        if (!goesOn) {
            outages.push_back({from, from, share});
        }
        ToolOutage &last = outages.back();
        last.to = grid.time(i + 1);
        last.failureShare = std::max(last.failureShare, share);
    }
    return outages;
}

} // namespace spillway
