// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policysimulation.h"
#include "policy/quotaoutlook.h"
#include "scaling/forecast.h"

#include <QStringList>

#include <atomic>
#include <optional>
#include <vector>

namespace spillway {

/// What is expected over a span that lies ahead.
struct OutlookForecast
{
    QString event; ///< empty: ordinary traffic
    TimeRange span;
    ForecastBand requests; ///< of users
    ForecastBand cost;     ///< in the currency of the prices
    double knownShare = 0; ///< of the span's time
    double confidence = 0; ///< of the forecast of the requests; see WeeklyForecast
};

struct PolicyOutlook
{
    std::vector<QuotaOutlook> quotas; ///< one a component with a quota
    std::optional<OutlookForecast> month;
    std::vector<OutlookForecast> events; ///< that are ahead, in time order
    QStringList notes;                   ///< translated sentences: what could not be said
};

/// A month of a forecast.
inline constexpr std::chrono::hours outlookMonth{30 * 24};

/// Looks ahead from the end of a replay. The month is the replay's weekly profile of requests and
/// cost, without the policy's events. For an event the requests are forecast (times eventGrowth, or
/// as at earlier events of its name that the replay holds), and the policy is replayed under them
/// for the cost: its floors of those days count. Pure; any thread. Errors: Cancelled, or those of
/// policyPipeline(). Less than a week of traffic is no error but a note.
[[nodiscard]] Result<PolicyOutlook>
policyOutlook(const Policy &policy, const SimulatedPolicy &simulated, const ScalingHistory &history,
              const SimulationInput &input, double eventGrowth = 1,
              const std::atomic<bool> *cancel = nullptr);

} // namespace spillway
