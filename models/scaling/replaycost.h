// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/replay.h"

#include <chrono>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace spillway {

/// Processor and memory of one replica, or of one node.
struct ComputeSize
{
    double cores = 0;
    double gib = 0;
    friend bool operator==(const ComputeSize &, const ComputeSize &) = default;
};

/// What a component's replicas and requests cost.
struct ComponentPrice
{
    ComputeSize allocated; ///< the larger of request and use, as OpenCost charges it
    ComputeSize requested; ///< what the scheduler packs by
    /// Instead of the allocation, if a policy names a price.
    std::optional<double> perReplicaHour;
    double tokensPerServed = 0; ///< cost of the tokens of one answered request
    double callsPerServed = 0;  ///< cost of what else an answered request calls
};

/// The machines underneath. They come and go with the pods, as with a node autoscaler.
struct NodePrice
{
    ComputeSize size{8, 32};
    std::optional<double> perHour;     ///< none: the sum of its cores and memory at the unit prices
    std::chrono::seconds keptFor{600}; ///< after nothing runs on it any more
};

struct ReplayPrices
{
    double perCoreHour = 0;
    double perGibHour = 0;
    NodePrice node;
    double sharedPerHour = 0; ///< control plane, monitoring: divided like the allocation
    std::vector<ComponentPrice> components; ///< in the order of the replay
};

/// OpenCost's total of a component: workload + idle + shared, and what its requests cost.
struct ComponentCost
{
    double allocated = 0;
    double idle = 0;   ///< its part of what nodes cost above all allocations, in proportion
    double shared = 0; ///< in proportion to the allocation
    double tokens = 0;
    double calls = 0;
    double served = 0; ///< requests

    [[nodiscard]] double total() const { return allocated + idle + shared + tokens + calls; }
    /// Of 1,000 answered requests; 0 if none was.
    [[nodiscard]] double perThousand() const
    {
        constexpr double thousand = 1000;
        return served > 0 ? total() / served * thousand : 0;
    }
};

/// The two ledgers: what the pods are charged, and what is paid for the nodes.
struct ReplayCost
{
    std::vector<ComponentCost> components; ///< in the order of the replay
    double cash = 0;                       ///< of the nodes
    double nodeHours = 0;
    int mostNodes = 0;
    /// All components; served is that of the components which nothing feeds.
    ComponentCost all;
};

/// Steps of a replay, the last one not included.
struct ReplaySteps
{
    std::size_t first = 0;
    std::size_t last = std::numeric_limits<std::size_t>::max();
};

/// What a replay costs, or some of its steps. entries: which components get their requests from
/// outside (one a component; empty: all). Pure.
[[nodiscard]] ReplayCost replayCost(const ReplayResult &replay, const ReplayPrices &prices,
                                    const std::vector<bool> &entries = {},
                                    const ReplaySteps &steps = {});

/// How many nodes hold so many replicas of each component: first fit, largest first, as a scheduler
/// that packs tightly gets it.
[[nodiscard]] int nodesFor(const std::vector<int> &replicas, const std::vector<ComputeSize> &sizes,
                           const ComputeSize &node);

} // namespace spillway
