// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replaysummary.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace spillway {

namespace {

/// A quantile of values that weigh differently.
double weightedQuantile(std::vector<std::pair<float, float>> values, double q)
{
    std::sort(values.begin(), values.end());
    double total = 0;
    for (const auto &value : values) {
        total += static_cast<double>(value.second);
    }
    double sum = 0;
    for (const auto &value : values) {
        sum += static_cast<double>(value.second);
        if (sum >= q * total) {
            return static_cast<double>(value.first);
        }
    }
    return 0;
}

bool isOpen(BreakerMode mode)
{
    return mode == BreakerMode::Open || mode == BreakerMode::ForcedOpen;
}

ReplaySummary summaryOf(const ReplayColumns &columns, double stepSeconds)
{
    ReplaySummary summary;
    summary.name = columns.name;
    std::vector<std::pair<float, float>> p50;
    std::vector<std::pair<float, float>> p95;
    double rejected = 0;
    double lost = 0;
    double known = 0;
    double atMaximum = 0;
    double open = 0;
    const std::size_t steps = columns.offered.size();
    for (std::size_t i = 0; i < steps; ++i) {
        summary.replicaHours += columns.desired[i] * stepSeconds / 3600;
        summary.mostReplicas = std::max(summary.mostReplicas, columns.desired[i]);
        summary.fewestReplicas =
            i == 0 ? columns.desired[i] : std::min(summary.fewestReplicas, columns.desired[i]);
        if (!std::isfinite(columns.offered[i])) {
            continue;
        }
        ++known;
        summary.offered += static_cast<double>(columns.offered[i]) * stepSeconds;
        summary.served += static_cast<double>(columns.served[i]) * stepSeconds;
        rejected += static_cast<double>(columns.rejected[i]) * stepSeconds;
        lost += static_cast<double>(columns.lost[i]) * stepSeconds;
        summary.longestBacklog =
            std::max(summary.longestBacklog, static_cast<double>(columns.backlog[i]));
        p50.emplace_back(columns.p50[i], columns.served[i]);
        p95.emplace_back(columns.p95[i], columns.served[i]);
        atMaximum += columns.desired[i] >= columns.cap[i] ? 1 : 0;
        if (isOpen(columns.breaker[i])) {
            ++open;
            summary.breakerTrips += i == 0 || !isOpen(columns.breaker[i - 1]) ? 1 : 0;
        }
    }
    if (steps > 0) {
        constexpr double hour = 3600;
        summary.meanReplicas =
            summary.replicaHours * hour / (stepSeconds * static_cast<double>(steps));
    }
    if (known > 0) {
        summary.knownShare = known / static_cast<double>(steps);
        summary.atMaximumShare = atMaximum / known;
        summary.breakerOpenShare = open / known;
    }
    summary.lostShare = summary.offered > 0 ? lost / summary.offered : 0;
    const double attempts = rejected + summary.served;
    summary.rejectedShare = attempts > 0 ? rejected / attempts : 0;
    summary.p50 = weightedQuantile(std::move(p50), 0.5);
    summary.p95 = weightedQuantile(std::move(p95), 0.95);
    return summary;
}

} // namespace

std::vector<ReplaySummary> summarize(const ReplayResult &result)
{
    std::vector<ReplaySummary> summaries;
    for (const ReplayColumns &columns : result.components) {
        summaries.push_back(summaryOf(columns, result.grid.seconds()));
    }
    return summaries;
}

std::vector<ReplayComparison> compareReplays(const ReplayResult &before, const ReplayResult &after)
{
    std::vector<ReplayComparison> all;
    for (ReplaySummary &one : summarize(before)) {
        ReplayComparison comparison;
        comparison.after.name = one.name;
        comparison.before = std::move(one);
        all.push_back(std::move(comparison));
    }
    for (ReplaySummary &one : summarize(after)) {
        const auto found =
            std::find_if(all.begin(), all.end(), [&one](const ReplayComparison &comparison) {
                return comparison.before.name == one.name;
            });
        if (found != all.end()) {
            found->after = std::move(one);
        } else {
            ReplayComparison comparison;
            comparison.before.name = one.name;
            comparison.after = std::move(one);
            all.push_back(std::move(comparison));
        }
    }
    return all;
}

} // namespace spillway
