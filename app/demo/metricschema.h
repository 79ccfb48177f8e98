// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/worldstate.h"

#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// The catalogue: every metric of the demo system, once, for the exporter and for history. Names
/// are those of the real exporters (Kotaemon's services, redis_exporter, RabbitMQ's plugin,
/// cAdvisor, kube-state-metrics).
namespace spillway::demo {

enum class MetricKind : std::uint8_t { Counter, Gauge, Histogram };

/// How often history holds a sample. Rates need the finest; what hardly ever changes is written
/// seldom and at each change, within Prometheus' lookback of five minutes.
enum class Density : std::uint8_t { Fine, Medium, Sparse };

struct FamilyInfo
{
    std::string_view name;
    MetricKind kind;
    Density density;
    std::string_view help;
};

enum class Job : std::uint8_t {
    DialogManager,
    RagWorker,
    LlmConsumer,
    ToolRouter,
    Redis,
    RabbitMq,
    KubeStateMetrics,
    CAdvisor
};

struct JobInfo
{
    std::string_view name;
    std::string_view instance; ///< the label, the same in every run
};
inline constexpr std::array<JobInfo, 8> jobs{{{"dialog-manager", "dialog-manager:8080"},
                                              {"rag-worker", "rag-worker:8080"},
                                              {"llm-consumer", "llm-consumer:8080"},
                                              {"tool-router", "tool-router:8080"},
                                              {"redis", "redis:9121"},
                                              {"rabbitmq", "rabbitmq:15692"},
                                              {"kube-state-metrics", "kube-state-metrics:8080"},
                                              {"cadvisor", "node-1:10250"}}};

enum class Family : std::uint8_t {
    HttpRequests,
    HttpRequestsPerSecond,
    HttpDuration,
    RagDuration,
    ToolCalls,
    ToolFailures,
    ToolFailureRate,
    ToolDuration,
    LlmTokens,
    LlmRequests,
    LlmQuotaTokens,
    LlmQuotaRequests,
    DialogTurns,
    DialogSessions,
    RedisUp,
    RedisUsed,
    RedisPeak,
    RedisMax,
    RedisEvicted,
    RedisClients,
    RedisCommands,
    RedisHits,
    RedisMisses,
    QueueReady,
    QueueUnacked,
    QueueConsumers,
    ContainerCpu,
    ContainerMemory,
    ResourceRequests,
    ResourceLimits,
    DeploymentSpec,
    DeploymentStatus,
    DeploymentAvailable,
    HpaMin,
    HpaMax,
    HpaCurrent,
    HpaDesired,
    PodLabels,
    PodCreated,
    PodScheduled,
    PodReady,
    PodPhase,
    PodOwner,
    BreakerState,
    BreakerGeneration,
};
inline constexpr std::size_t familyCount = static_cast<std::size_t>(Family::BreakerGeneration) + 1;
[[nodiscard]] const FamilyInfo &info(Family family);

using Label = std::pair<std::string_view, std::string_view>;
using Labels = std::initializer_list<Label>;

/// Receives the series of a state, always in the same order. Views are only valid during a call.
class MetricSink
{
public:
    MetricSink() = default;
    MetricSink(const MetricSink &) = delete;
    MetricSink &operator=(const MetricSink &) = delete;
    virtual ~MetricSink();
    /// NaN = the series does not exist now.
    virtual void value(Job job, Family family, Labels labels, double value) = 0;
    virtual void histogram(Job job, Family family, Labels labels, const Distribution &distribution,
                           std::span<const double> bounds) = 0;
};

/// Every series that exists whatever pods there are.
void visitFixed(const WorldState &state, MetricSink &sink);
/// The series of one pod.
void visitPod(const WorldState &state, const Pod &pod, MetricSink &sink);

/// Shortest text that reads back as the same number: "0.25", "1", "+Inf".
[[nodiscard]] std::string numberText(double value);

/// The labels of a tag on the pods of a component: app, team, department, env, owner; empty = none.
struct CostTags
{
    std::string_view app;
    std::string_view team;
    std::string_view department;
    std::string_view owner;
};
[[nodiscard]] const CostTags &costTags(Component component);

} // namespace spillway::demo
