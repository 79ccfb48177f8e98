// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"
#include "metrics/queryresult.h"
#include "metrics/timerange.h"
#include "prometheus/metriccatalog.h"
#include "scaling/scalinghistory.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <vector>

namespace spillway {

/// Where the messages of a component wait.
struct HistoryQueue
{
    QString component;
    QString metric; ///< logical name: rabbitmq_queue_messages_ready or kafka_consumergroup_lag
    QString label;  ///< "queue", "consumergroup", "topic"
    QString value;
};

/// What is wanted of the past of an environment.
struct HistoryRequest
{
    Workspace workspace; ///< components with their jobs and workloads, namespaces, bindings
    std::vector<HistoryQueue> queues;
    TimeGrid grid; ///< aligned to its step
    std::chrono::milliseconds scrapeInterval{15'000};
};

/// What an answer is of.
enum class HistoryValue : std::uint8_t {
    Requests,
    P50,
    P95,
    Rejected,
    Answered,
    Cores,
    Ready,
    Replicas,
    MaxReplicas,
    BreakerOpen,
    Backlog,
    ToolFailures,
    ModelCalls,
    ModelTokens,
    ModelRequestLimit,
    ModelTokenLimit,
    ToolCalls,
    ToolLatency,
    ColdStarts,
    ResourceRequests,
    CpuLimits,
    UsedMemory,
};

/// One question; columns are asked for in several spans, see historySpans().
struct HistoryQuery
{
    HistoryValue value = HistoryValue::Requests;
    QString expr;           ///< PromQL, nothing left to fill in
    bool instant = false;   ///< at the end of the grid
    bool optional = true;   ///< without it the history is only less certain
    QString component = {}; ///< of Backlog
    /// A rate at t is of the time before it: a sample belongs to the step that this much precedes.
    std::chrono::milliseconds lag{0};
    QString missing = {}; ///< logical name that the backend lacks; then it is not asked

    friend bool operator==(const HistoryQuery &, const HistoryQuery &) = default;
};

/// All questions. Pure.
[[nodiscard]] std::vector<HistoryQuery> historyQueries(const HistoryRequest &request,
                                                       const MetricCatalog &catalog);

/// The spans in which a column is asked for: disjoint, together the grid, each small enough for a
/// server that is busy. Shifted by the query's lag.
[[nodiscard]] std::vector<TimeRange> historySpans(const TimeGrid &grid, const HistoryQuery &query);

/// A history with all components of the request and nothing known of them.
[[nodiscard]] ScalingHistory emptyHistory(const HistoryRequest &request);

/// Puts an answer where it belongs. Several series of one component are added up, quantiles take
/// the larger. Series of nobody are left out. Pure.
void addToHistory(ScalingHistory &history, const HistoryRequest &request, const HistoryQuery &query,
                  const SeriesList &answer);

} // namespace spillway
