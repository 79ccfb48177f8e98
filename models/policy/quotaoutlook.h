// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policysimulation.h"

#include <optional>
#include <vector>

namespace spillway {

/// How far the quota of one model carries a component; demand is that of the busiest minute.
struct QuotaPoolOutlook
{
    QString model;
    double share = 1;            ///< of the component's calls
    double tokensPerRequest = 0; ///< as the provider counts them
    QuotaReach reach;
};

/// What a component can make of its quotas, and where scaling it stops helping.
struct QuotaOutlook
{
    QString component;
    double latencySeconds = 0; ///< p95 of a call, of the policy or else as fitted
    int concurrency = 1;       ///< calls at once a replica
    std::vector<QuotaPoolOutlook> pools;
    double peakPerMinute = 0; ///< requests of the busiest minute of the replay; NaN: none is known
    /// Requests a minute of which none gets 429; infinite without a limit.
    double admittedPerMinute = 0;
    double headroom = 1; ///< share of the admitted that the busiest minute leaves; below 0: too few
    /// More replicas than that only add 429s; none: nothing limits them.
    std::optional<int> usefulReplicas;
    int maximum = 0;        ///< highest maxReplicas that held in the replay
    double beyondShare = 0; ///< of the steps: more replicas than are useful
};

/// Of each component with a quota, by Little's law over what the quota admits. Pure; any thread.
[[nodiscard]] std::vector<QuotaOutlook> quotasOf(const Policy &policy,
                                                 const SimulatedPolicy &simulated);

} // namespace spillway
