// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spillway::demo {

/// One step of a service that is a group of equal pods.
struct StationLoad
{
    double arrivals = 0;       ///< requests a second
    double capacityPerPod = 1; ///< requests a second a pod can do at its CPU limit
    int readyPods = 0;
    double unloadedSeconds = 0; ///< latency on an idle pod
    double backlog = 0;         ///< requests that wait since earlier steps
    double seconds = 5;         ///< length of the step
};

struct StationResult
{
    double served = 0;         ///< requests a second
    double shed = 0;           ///< requests a second that were turned away or timed out
    double backlog = 0;        ///< requests that wait at the end
    double utilisation = 0;    ///< 0..1 of the capacity
    double latencySeconds = 0; ///< mean of those served
};

/// Fluid queue with the Sakasegawa approximation of M/M/c waiting below saturation: latency is flat
/// until about 70 % utilisation, then rises steeply, and falls with every pod that is added.
/// H. Sakasegawa, An approximation formula Lq = alpha rho^beta / (1 - rho), 1977.
[[nodiscard]] StationResult serve(const StationLoad &load);

} // namespace spillway::demo
