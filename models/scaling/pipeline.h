// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "scaling/breakermodel.h"
#include "scaling/hpaspec.h"
#include "scaling/kedaspec.h"
#include "scaling/quota.h"
#include "scaling/schedule.h"
#include "scaling/servicemodel.h"
#include "scaling/timegrid.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace spillway {

/// What a metric of an autoscaler measures inside a replay.
struct MetricSignal
{
    enum class Kind : std::uint8_t {
        Cores,    ///< processor use of the own replicas
        Requests, ///< served requests a second
        Backlog,  ///< messages waiting
    };
    Kind kind = Kind::Cores;
    std::optional<std::size_t> component; ///< none: its own
    std::chrono::seconds window{0};       ///< mean over this long, as rate(x[2m]) does; 0: one step
};

/// How the number of replicas of one component is decided.
struct ComponentScaling
{
    enum class Engine : std::uint8_t { Fixed, Hpa, Keda };
    Engine engine = Engine::Fixed;
    HpaController controller;
    HpaSpec hpa;
    KedaSpec keda;
    std::vector<MetricSignal> signals; ///< one for each metric, or for each trigger
    std::vector<TimelineRow> bounds;   ///< outside of them the spec's own hold
    int initialReplicas = 1;
};

/// Requests that one component makes of another for each one that it serves.
struct PipelineFeed
{
    std::size_t from = 0;
    double ratio = 1;
    /// Guards the calls; calls fail as much as the component lost in the step before.
    std::optional<BreakerSpec> breaker;
};

/// A time during which an external API fails.
struct ToolOutage
{
    EpochMs from = 0;
    EpochMs to = 0;
    double failureShare = 1;
};

/// An external API that a component calls, behind a breaker.
struct PipelineTool
{
    BreakerSpec breaker;
    double callsPerRequest = 1;
    double failureShare = 0; ///< 0..1, on ordinary days
    double p50Seconds = 0.3;
    double latencySpread = 0.5; ///< standard deviation of ln(latency)
    std::vector<ToolOutage> outages;
};

/// The part of the traffic that goes to one model.
struct LlmPool
{
    double share = 1;
    QuotaSpec quota;
    TokenUse use;
};

/// A stage whose calls a provider limits. A call that gets 429 waits, twice as long each time,
/// without keeping a worker busy.
struct LlmSpec
{
    std::vector<LlmPool> pools;
    int maxAttempts = 5;
    double backoffSeconds = 2;
    double maxBackoffSeconds = 60;
};

struct PipelineComponent
{
    QString name;
    DocumentPosition position; ///< for problems
    ServiceModel service;
    GridColumn traffic;              ///< requests a second of each step from outside; NaN = unknown
    std::vector<PipelineFeed> feeds; ///< adds to the traffic
    bool queued = false; ///< a broker keeps what waits; else callers give up after timeoutSeconds
    double timeoutSeconds = 6;
    double queueLimit = 1e6;       ///< messages the broker keeps
    std::optional<int> partitions; ///< more replicas than that do nothing
    std::optional<LlmSpec> llm;
    std::vector<PipelineTool> tools;
    ComponentScaling scaling;
};

/// More is a slip of the keyboard, and would overflow what is counted.
constexpr double largestGrowth = 1e6;

/// A whole system under one policy and one traffic.
struct Pipeline
{
    TimeGrid grid;
    double growth = 1; ///< of all traffic; up to largestGrowth
    std::vector<PipelineComponent> components;
};

/// All that makes a replay impossible: no or several components of a name, feeds in a circle or
/// from nowhere, columns of the wrong length, bounds the wrong way round, targets or quotas of
/// zero. Each with the field's path in position.path.
[[nodiscard]] std::vector<Error> validatePipeline(const Pipeline &pipeline);

/// The components in an order in which nothing comes before what feeds it. Empty: they feed each
/// other in a circle.
[[nodiscard]] std::vector<std::size_t> feedOrder(const std::vector<PipelineComponent> &components);

/// Requests of one component for each of another, from history: the median over the steps at which
/// both are known and above zero. None: fewer than 20 such steps.
[[nodiscard]] std::optional<double> feedRatio(const GridColumn &from, const GridColumn &to);

} // namespace spillway
