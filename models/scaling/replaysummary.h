// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/replay.h"

#include <vector>

namespace spillway {

/// One component's replay in numbers. Only steps with known traffic count.
struct ReplaySummary
{
    QString name;
    double knownShare = 0;    ///< of the steps: how far the rest can be trusted
    double offered = 0;       ///< requests
    double served = 0;        ///< requests
    double lostShare = 0;     ///< of the offered
    double rejectedShare = 0; ///< 429s of all attempts
    double p50 = 0;           ///< median over time, weighted by the served requests; seconds
    double p95 = 0; ///< 95 % of the requests came at a time with at most this p95; seconds
    double longestBacklog = 0; ///< requests
    double replicaHours = 0;
    double meanReplicas = 0;
    int fewestReplicas = 0;
    int mostReplicas = 0;
    double atMaximumShare = 0;   ///< of the steps
    double breakerOpenShare = 0; ///< of the steps
    int breakerTrips = 0;        ///< times that all were closed or probing, and then one was open
};
[[nodiscard]] std::vector<ReplaySummary> summarize(const ReplayResult &result);

/// Two policies side by side, by component name; a component that one of them lacks has zeros and
/// knownShare 0 there.
struct ReplayComparison
{
    ReplaySummary before;
    ReplaySummary after;
};
[[nodiscard]] std::vector<ReplayComparison> compareReplays(const ReplayResult &before,
                                                           const ReplayResult &after);

} // namespace spillway
