// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"
#include "metrics/timerange.h"
#include "scaling/pricetable.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace spillway {

/// What a workspace pays, in one currency. The defaults are OpenCost's (configs/default.json).
struct WorkspacePrices
{
    double perCpuCoreHour = 0.031611;
    double perMemoryGibHour = 0.004237;
    double perRequest = 0;
    QString currency = QStringLiteral("USD");
};

/// Series of the same range and step. Usage and requests carry `pod` and `container`.
struct CostInputs
{
    TimeRange range;
    std::chrono::milliseconds step{0};
    SeriesList cpuCores;       ///< rate of container_cpu_usage_seconds_total
    SeriesList cpuRequests;    ///< kube_pod_container_resource_requests{resource="cpu"}
    SeriesList memoryBytes;    ///< container_memory_working_set_bytes
    SeriesList memoryRequests; ///< kube_pod_container_resource_requests{resource="memory"}
    SeriesList podLabels;      ///< kube_pod_labels: pod, label_*
    SeriesList requestRate;    ///< requests a second by `job`
    SeriesList tokenRate;      ///< tokens a second by `model`, `direction` and `job`
};

/// What is grouped by: the component (container or job), or a tag (a label of the pod).
struct CostGrouping
{
    QString tag; ///< "team", "department", "env", "owner", "app"; empty = component
};

/// One row of a breakdown. Amounts are in the currency of the prices.
struct CostRow
{
    enum class Kind { Named, Untagged, Unpriced };
    Kind kind = Kind::Named;
    QString name; ///< of Unpriced: the model; of Untagged: empty
    double cpu = 0;
    double memory = 0;
    double requests = 0;
    double tokens = 0;
    double tokenCount = 0;     ///< tokens used, priced or not
    double currentPerHour = 0; ///< at the last step with data
    [[nodiscard]] double total() const { return cpu + memory + requests + tokens; }
};

struct CostReport
{
    std::vector<CostRow> rows; ///< largest first, then Untagged, then Unpriced
    double coverage = 0;       ///< share of the range's steps that have data of the machines, 0..1
    bool currencyMismatch = false; ///< token prices are in another currency: tokens are unpriced

    [[nodiscard]] double total() const;
    [[nodiscard]] double perHour() const;
};

/// Allocation cost as OpenCost does it: per container and step max(request, usage) x price, plus
/// requests x price, plus tokens x the price on that day. Gaps cost nothing and lower `coverage`;
/// nothing is filled in. Pure; any thread.
/// https://github.com/opencost/opencost/blob/develop/spec/opencost-specv01.md
[[nodiscard]] CostReport computeCost(const CostInputs &inputs, const WorkspacePrices &prices,
                                     const PriceTable &tokens, const CostGrouping &grouping);

/// Straight line: what was spent so far, divided by the share of the month that has passed and was
/// covered by data. Nothing if less than one hour or no data is covered.
[[nodiscard]] std::optional<double> forecastMonth(double monthToDate, EpochMs monthStart,
                                                  EpochMs monthEnd, EpochMs now, double coverage);

} // namespace spillway
