// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/quotaoutlook.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

namespace {

/// Requests of the busiest whole minute.
double busiestMinute(const std::vector<float> &offered, const TimeGrid &grid)
{
    constexpr EpochMs minuteMs = 60'000;
    constexpr double minute = 60;
    double most = std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (std::size_t i = 0; i < std::min(offered.size(), grid.count); ++i) {
        sum += static_cast<double>(offered[i]) * grid.seconds(); // NaN makes the minute unknown
        if (grid.time(i + 1) / minuteMs != grid.time(i) / minuteMs) {
            most = std::isfinite(sum) && !(most >= sum) ? sum : most;
            sum = 0;
        }
    }
    // Steps longer than a minute are means.
    return grid.seconds() > minute ? most * minute / grid.seconds() : most;
}

double shareAbove(const std::vector<std::int32_t> &replicas, int limit)
{
    const auto above = std::count_if(replicas.begin(), replicas.end(),
                                     [limit](std::int32_t count) { return count > limit; });
    return replicas.empty() ? 0 : static_cast<double>(above) / static_cast<double>(replicas.size());
}

QuotaOutlook quotaOf(const PolicyComponent &written, const PipelineComponent &component,
                     const ReplayColumns &columns, const TimeGrid &grid)
{
    QuotaOutlook made;
    made.component = written.name;
    made.concurrency = std::max(1, written.quota->concurrencyPerReplica);
    made.latencySeconds =
        written.quota->latency
            ? std::chrono::duration<double>(*written.quota->latency).count()
            : component.service.unloadedSeconds * tailRatio(component.service.latencySpread);
    made.peakPerMinute = busiestMinute(columns.offered, grid);
    made.admittedPerMinute = std::numeric_limits<double>::infinity();
    double inFlight = 0;
    for (const LlmPool &pool : component.llm->pools) {
        const double peak = std::isfinite(made.peakPerMinute) ? made.peakPerMinute : 0;
        const QuotaPoolOutlook one{pool.quota.model, pool.share,
                                   countedTokens(pool.quota, pool.use),
                                   quotaReach(pool.quota, pool.use, made.latencySeconds,
                                              made.concurrency, peak * pool.share)};
        inFlight += one.reach.inFlight;
        if (pool.share > 0) {
            made.admittedPerMinute =
                std::min(made.admittedPerMinute, one.reach.requestsPerMinute / pool.share);
            made.headroom = std::min(made.headroom, one.reach.headroom);
        }
        made.pools.push_back(one);
    }
    constexpr double hair = 1e-9; // 12.000000001 replicas are 12
    if (std::isfinite(inFlight)) {
        made.usefulReplicas =
            static_cast<int>(std::clamp(std::ceil(inFlight / made.concurrency - hair), 1.0,
                                        static_cast<double>(std::numeric_limits<int>::max())));
        made.beyondShare = shareAbove(columns.desired, *made.usefulReplicas);
    }
    made.maximum =
        columns.cap.empty() ? 0 : *std::max_element(columns.cap.begin(), columns.cap.end());
    return made;
}

} // namespace

std::vector<QuotaOutlook> quotasOf(const Policy &policy, const SimulatedPolicy &simulated)
{
    std::vector<QuotaOutlook> made;
    const std::vector<PipelineComponent> &components =
        simulated.pipeline.replay.pipeline.components;
    for (std::size_t i = 0; i < components.size(); ++i) {
        const PolicyComponent *const written = policy.find(components[i].name);
        if (written != nullptr && written->quota && components[i].llm) {
            made.push_back(quotaOf(*written, components[i], simulated.result.components[i],
                                   simulated.result.grid));
        }
    }
    return made;
}

} // namespace spillway
