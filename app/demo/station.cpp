// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/station.h"

#include <algorithm>
#include <cmath>

namespace spillway::demo {

StationResult serve(const StationLoad &load)
{
    constexpr double longestWait = 6;      // seconds until a caller gives up
    constexpr double fullestUseful = 0.97; // above that the fluid backlog tells the rest
    constexpr double burstiness = 4;       // requests come in groups, unlike Poisson's

    StationResult result;
    const double capacity = load.capacityPerPod * load.readyPods;
    if (capacity <= 0) {
        result.shed = load.arrivals + load.backlog / load.seconds;
        result.utilisation = load.arrivals > 0 ? 1 : 0;
        result.latencySeconds = longestWait;
        return result;
    }
    const double waiting = load.backlog + load.arrivals * load.seconds;
    const double done = std::min(waiting, capacity * load.seconds);
    const double left = waiting - done;
    result.served = done / load.seconds;
    result.backlog = std::min(left, capacity * longestWait);
    result.shed = (left - result.backlog) / load.seconds;
    result.utilisation = result.served / capacity;

    const double rho = std::min(result.utilisation, fullestUseful);
    const double pods = load.readyPods;
    const double wait = std::pow(rho, std::sqrt(2 * (pods + 1)) - 1) / (pods * (1 - rho));
    result.latencySeconds =
        load.unloadedSeconds * (1 + burstiness * wait) + result.backlog / capacity;
    return result;
}

} // namespace spillway::demo
