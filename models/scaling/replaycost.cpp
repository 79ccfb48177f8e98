// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replaycost.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spillway {

namespace {

/// Rounding must not open a node for nothing.
constexpr double slack = 1e-9;

/// How much of a node one replica takes, of whichever it takes more.
double shareOf(const ComputeSize &size, const ComputeSize &node)
{
    return std::max(node.cores > 0 ? size.cores / node.cores : 0,
                    node.gib > 0 ? size.gib / node.gib : 0);
}

int place(int pods, const ComputeSize &size, const ComputeSize &node,
          std::vector<ComputeSize> &free)
{
    int wholeNodes = 0;
    for (int pod = 0; pod < pods; ++pod) {
        const auto fits = std::find_if(free.begin(), free.end(), [&size](const ComputeSize &left) {
            return left.cores + slack >= size.cores && left.gib + slack >= size.gib;
        });
        if (fits != free.end()) {
            fits->cores -= size.cores;
            fits->gib -= size.gib;
        } else if (const double share = shareOf(size, node); share > 1 + slack) {
            // It fits on no node of this size: what would hold it.
            wholeNodes += static_cast<int>(std::ceil(share - slack));
        } else {
            free.push_back({node.cores - size.cores, node.gib - size.gib});
        }
    }
    return wholeNodes;
}

/// Nodes over time.
class NodeLedger
{
public:
    NodeLedger(const ReplayPrices &prices, std::size_t kept)
        : m_prices(prices)
        , m_kept(std::max<std::size_t>(1, kept))
    {
        for (const ComponentPrice &price : prices.components) {
            m_sizes.push_back(price.requested);
        }
    }

    int at(const std::vector<int> &replicas)
    {
        if (replicas != m_last) {
            m_last = replicas;
            m_needed = nodesFor(replicas, m_sizes, m_prices.node.size);
        }
        m_recent.push_back(m_needed);
        if (m_recent.size() > m_kept) {
            m_recent.erase(m_recent.begin());
        }
        return *std::max_element(m_recent.begin(), m_recent.end());
    }

private:
    const ReplayPrices &m_prices;
    std::size_t m_kept;
    std::vector<ComputeSize> m_sizes;
    std::vector<int> m_last;
    std::vector<int> m_recent;
    int m_needed = 0;
};

double servedOf(const ReplayColumns &columns, const ReplaySteps &steps, double stepSeconds)
{
    double served = 0;
    for (std::size_t i = steps.first; i < std::min(steps.last, columns.served.size()); ++i) {
        const float rate = columns.served[i];
        served += std::isfinite(rate) ? static_cast<double>(rate) * stepSeconds : 0;
    }
    return served;
}

double replicaHours(const ReplayColumns &columns, const ReplaySteps &steps, double stepSeconds)
{
    constexpr double hour = 3600;
    double seconds = 0;
    for (std::size_t i = steps.first; i < std::min(steps.last, columns.desired.size()); ++i) {
        seconds += columns.desired[i] * stepSeconds;
    }
    return seconds / hour;
}

double nodePerHour(const ReplayPrices &prices)
{
    const ComputeSize &size = prices.node.size;
    return prices.node.perHour.value_or(size.cores * prices.perCoreHour +
                                        size.gib * prices.perGibHour);
}

void addNodes(ReplayCost &cost, const ReplayResult &replay, const ReplayPrices &prices,
              const ReplaySteps &steps)
{
    constexpr double hour = 3600;
    const double step = replay.grid.seconds();
    const auto kept = static_cast<std::size_t>(
        std::chrono::duration<double>(prices.node.keptFor).count() / std::max(step, 1.0));
    NodeLedger ledger(prices, kept + 1);
    std::vector<int> replicas(replay.components.size());
    // Nodes of the time before are still there.
    for (std::size_t i = steps.first - std::min(steps.first, kept); i < steps.last; ++i) {
        for (std::size_t c = 0; c < replicas.size(); ++c) {
            replicas[c] = replay.components[c].desired[i];
        }
        const int nodes = ledger.at(replicas);
        if (i < steps.first) {
            continue;
        }
        cost.nodeHours += nodes * step / hour;
        cost.mostNodes = std::max(cost.mostNodes, nodes);
    }
    cost.cash = cost.nodeHours * nodePerHour(prices);
}

void divide(ReplayCost &cost, double idle, double shared)
{
    const double allocated = cost.all.allocated;
    for (ComponentCost &one : cost.components) {
        const double part = allocated > 0 ? one.allocated / allocated
                                          : 1.0 / static_cast<double>(cost.components.size());
        one.idle = idle * part;
        one.shared = shared * part;
    }
    cost.all.idle = cost.components.empty() ? 0 : idle;
    cost.all.shared = cost.components.empty() ? 0 : shared;
}

} // namespace

int nodesFor(const std::vector<int> &replicas, const std::vector<ComputeSize> &sizes,
             const ComputeSize &node)
{
    std::vector<std::size_t> order(std::min(replicas.size(), sizes.size()));
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return shareOf(sizes[a], node) > shareOf(sizes[b], node);
    });
    std::vector<ComputeSize> free;
    int whole = 0;
    for (const std::size_t i : order) {
        whole += place(replicas[i], sizes[i], node, free);
    }
    return whole + static_cast<int>(free.size());
}

ReplayCost replayCost(const ReplayResult &replay, const ReplayPrices &prices,
                      const std::vector<bool> &entries, const ReplaySteps &asked)
{
    constexpr double hour = 3600;
    ReplayCost cost;
    const std::size_t count =
        replay.components.empty() ? 0 : replay.components.front().desired.size();
    const ReplaySteps steps{std::min(asked.first, count), std::min(asked.last, count)};
    const double step = replay.grid.seconds();
    for (std::size_t i = 0; i < replay.components.size(); ++i) {
        const ComponentPrice price =
            i < prices.components.size() ? prices.components[i] : ComponentPrice{};
        const ReplayColumns &columns = replay.components[i];
        ComponentCost one;
        one.served = servedOf(columns, steps, step);
        one.allocated = replicaHours(columns, steps, step) *
                        price.perReplicaHour.value_or(price.allocated.cores * prices.perCoreHour +
                                                      price.allocated.gib * prices.perGibHour);
        one.tokens = one.served * price.tokensPerServed;
        one.calls = one.served * price.callsPerServed;
        cost.all.allocated += one.allocated;
        cost.all.tokens += one.tokens;
        cost.all.calls += one.calls;
        cost.all.served += i >= entries.size() || entries[i] ? one.served : 0;
        cost.components.push_back(one);
    }
    addNodes(cost, replay, prices, steps);
    const auto length = static_cast<double>(steps.last - std::min(steps.first, steps.last));
    divide(cost, std::max(0.0, cost.cash - cost.all.allocated),
           prices.sharedPerHour * length * step / hour);
    return cost;
}

} // namespace spillway
