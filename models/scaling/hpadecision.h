// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

#include <cstdint>
#include <optional>
#include <vector>

namespace spillway {

/// What one metric contributed to a decision.
struct HpaMetricTrace
{
    bool failed = false;
    QLatin1String failureReason;            ///< the controller's, e.g. "FailedGetResourceMetric"
    double ratio = 0;                       ///< usage to target, first pass
    std::optional<double> pessimisticRatio; ///< after missing and unready pods were filled in
    bool withinTolerance = false;
    bool turned = false; ///< the pessimistic pass pointed the other way, so nothing changes
    int counted = 0;     ///< pods whose sample was used
    int unready = 0;
    int missing = 0;
    int ignored = 0;
    std::int32_t proposal = 0;
};

enum class HpaOutcome {
    Disabled,      ///< the workload is at zero replicas
    AboveMaximum,  ///< cut to maxReplicas without looking at metrics
    BelowMinimum,  ///< raised to minReplicas without looking at metrics
    MetricsFailed, ///< nothing is changed
    Unchanged,
    Scaled,
    UpdateRefused, ///< the API server refused the number
};

/// One sync explained: every number between the readings and the result.
struct HpaDecision
{
    HpaOutcome outcome = HpaOutcome::Unchanged;
    std::int32_t current = 0; ///< before the sync
    std::int32_t desired = 0; ///< after it
    std::vector<HpaMetricTrace> metrics;
    int decisiveMetric = -1;     ///< index of the metric whose proposal won
    std::int32_t wanted = 0;     ///< the greatest proposal
    std::int32_t stabilized = 0; ///< after the stabilisation windows
    std::optional<std::int64_t>
        stabilizedBySeconds;               ///< time of the old recommendation that held it back
    std::optional<std::int32_t> rateLimit; ///< the limit of the rate policies in this direction
    int limitingPolicy = -1;               ///< index of the policy that gave rateLimit; -1 = none
    std::int32_t minReplicas = 0;
    std::int32_t maxReplicas = 0;
    // Conditions after the sync; empty = the condition does not exist yet.
    QLatin1String ableToScale;
    QLatin1String scalingActive;
    bool scalingActiveStatus = false;
    QLatin1String scalingLimited;
    std::optional<bool> scaledToZero;
};

} // namespace spillway
