// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"
#include "metrics/timerange.h"
#include "scaling/pricetable.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace spillway {

/// What a workspace pays, in one currency. What has no price is shown with its amount and no cost.
struct CostPrices
{
    std::optional<double> perCpuCoreHour;
    std::optional<double> perMemoryGibHour;
    /// By component; anyComponent is the price of each one that is not named.
    QMap<QString, double> perRequest;
    QString currency = QStringLiteral("USD");
    /// What one unit of the token table's currency costs in `currency`; needed if they differ.
    std::optional<double> tokenExchange;

    static const QString anyComponent; ///< "*"
    /// OpenCost's (configs/default.json): 0.031611 USD a core hour, 0.004237 USD a GiB hour.
    [[nodiscard]] static CostPrices openCost();
};

/// A component of the workspace: under which names its series appear.
struct CostComponent
{
    QString name;
    QString workload; ///< what label_app may say, besides name
    QStringList jobs;
};

/// Series of the same step. A sample at t is the mean of (t - step, t], as rate() over
/// $__rate_interval gives it: samples at range.from belong to the time before it.
struct CostInputs
{
    TimeRange range;
    std::chrono::milliseconds step{0};
    /// Of the machines: `container`, and either label_* of its pods or `pod` (then podLabels are
    /// looked up). A container of a pod whose label_app names a component is charged to it.
    SeriesList cpuCores;       ///< rate of container_cpu_usage_seconds_total
    SeriesList cpuRequests;    ///< kube_pod_container_resource_requests{resource="cpu"}
    SeriesList memoryBytes;    ///< container_memory_working_set_bytes
    SeriesList memoryRequests; ///< kube_pod_container_resource_requests{resource="memory"}
    SeriesList podLabels;      ///< kube_pod_labels: pod, label_*
    SeriesList requestRate;    ///< requests a second by `job`
    SeriesList tokenRate;      ///< tokens a second by `model`, `direction` and `job`
    std::vector<CostComponent> components; ///< may be empty: then containers and jobs are names
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
    enum class Resource { Tokens, CpuHours, MemoryGibHours };
    Kind kind = Kind::Named;
    QString name; ///< of Unpriced tokens: the model; of Untagged: empty
    double cpu = 0;
    double memory = 0;
    double requests = 0;
    double tokens = 0;
    double tokenCount = 0; ///< input and output tokens, priced or not
    Resource unpriced = Resource::Tokens;
    double unpricedAmount = 0; ///< of Unpriced: tokens, core hours or GiB hours
    /// At the last step with data; nothing if that is longer ago than five minutes or two steps.
    std::optional<double> currentPerHour;
    SeriesPtr trend; ///< cost per hour over the range; null without any
    [[nodiscard]] double total() const { return cpu + memory + requests + tokens; }
};

/// What one model used in the range.
struct ModelTokens
{
    QString model;
    double input = 0; ///< with those read from the cache, if the provider counts them as input
    double cached = 0;
    double output = 0;
    double other = 0;           ///< of directions that are not known: never priced
    std::optional<double> cost; ///< nothing if unpriced
    QDate pricedSince;          ///< day of the row used last
};

struct CostReport
{
    std::vector<CostRow> rows;     ///< largest first, then Untagged, then Unpriced
    std::vector<ModelTokens> tokens;  ///< largest first
    double coverage = 0;           ///< share of the range that has data of the machines, 0..1
    bool currencyMismatch = false; ///< token prices are in another currency and there is no rate

    [[nodiscard]] double total() const;
    /// Of the rows whose rate is known; nothing if none is.
    [[nodiscard]] std::optional<double> perHour() const;
    /// The sum of the rows' trends; null without any.
    [[nodiscard]] SeriesPtr totalTrend() const;
};

/// Allocation cost as OpenCost does it: per container and step max(request, usage) x price, plus
/// requests x price, plus tokens x the price on that day. Gaps cost nothing and lower `coverage`;
/// nothing is filled in. Pure; any thread.
///
/// Requests and tokens are counted by job, not by pod: with a tag they are divided among the tags
/// of the component's pods in proportion to their core hours (GiB hours without any).
///
/// Tokens read from a cache: providers that count them in `input` too (ModelPrice::cachedInInput,
/// the default) are charged input - cached at the input price and cached at the cached price.
/// https://github.com/opencost/opencost/blob/develop/spec/opencost-specv01.md
[[nodiscard]] CostReport computeCost(const CostInputs &inputs, const CostPrices &prices,
                                     const PriceTable &tokens, const CostGrouping &grouping);

/// Straight line: what was spent so far, divided by the share of the month that has passed and was
/// covered by data. Nothing if less than one hour or no data is covered.
[[nodiscard]] std::optional<double> forecastMonth(double monthToDate, EpochMs monthStart,
                                                  EpochMs monthEnd, EpochMs now, double coverage);

} // namespace spillway
