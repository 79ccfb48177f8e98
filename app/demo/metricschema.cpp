// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/metricschema.h"

#include "demo/orders.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace spillway::demo {

namespace {

using enum MetricKind;
using enum Density;

constexpr std::array<FamilyInfo, familyCount> families{{
    {"http_requests_total", Counter, Fine, "Requests answered, by status code"},
    {"http_requests_per_second", Gauge, Medium, "Requests a second, now"},
    {"http_request_duration_seconds", Histogram, Fine, "Time to answer a request"},
    {"rag_request_duration_seconds", Histogram, Fine, "Time of a RAG request, by stage"},
    {"tool_calls_total", Counter, Fine, "Calls of external tools"},
    {"tool_call_failures_total", Counter, Fine, "Calls of external tools that failed"},
    {"tool_call_failure_rate", Gauge, Medium, "Share of recent tool calls that failed, 0 to 1"},
    {"tool_call_duration_seconds", Histogram, Fine, "Time of a tool call"},
    {"llm_token_usage_total", Counter, Fine, "Tokens, by model and direction"},
    {"llm_requests_total", Counter, Fine, "Requests to LLM providers, by status code"},
    {"llm_quota_tokens_per_minute", Gauge, Sparse, "Tokens a minute the provider allows"},
    {"llm_quota_requests_per_minute", Gauge, Sparse, "Requests a minute the provider allows"},
    {"dialog_turn_count_total", Counter, Fine, "Turns of dialogs"},
    {"dialog_active_sessions", Gauge, Medium, "Sessions with a turn lately"},
    {"redis_up", Gauge, Sparse, "Redis answers"},
    {"redis_memory_used_bytes", Gauge, Medium, "Memory in use"},
    {"redis_memory_used_peak_bytes", Gauge, Sparse, "Most memory ever in use"},
    {"redis_memory_max_bytes", Gauge, Sparse, "maxmemory"},
    {"redis_evicted_keys_total", Counter, Fine, "Keys evicted for lack of memory"},
    {"redis_connected_clients", Gauge, Medium, "Clients connected"},
    {"redis_commands_processed_total", Counter, Fine, "Commands processed"},
    {"redis_keyspace_hits_total", Counter, Fine, "Lookups that found a key"},
    {"redis_keyspace_misses_total", Counter, Fine, "Lookups that found none"},
    {"rabbitmq_queue_messages_ready", Gauge, Medium, "Messages waiting for a consumer"},
    {"rabbitmq_queue_messages_unacked", Gauge, Medium, "Messages a consumer works on"},
    {"rabbitmq_queue_consumers", Gauge, Medium, "Consumers of the queue"},
    {"container_cpu_usage_seconds_total", Counter, Fine, "CPU time used"},
    {"container_memory_working_set_bytes", Gauge, Medium, "Working set"},
    {"kube_pod_container_resource_requests", Gauge, Sparse, "Requested resources"},
    {"kube_pod_container_resource_limits", Gauge, Sparse, "Limits of resources"},
    {"kube_deployment_spec_replicas", Gauge, Sparse, "Replicas wanted"},
    {"kube_deployment_status_replicas", Gauge, Sparse, "Replicas that exist"},
    {"kube_deployment_status_replicas_available", Gauge, Sparse, "Replicas that are available"},
    {"kube_horizontalpodautoscaler_spec_min_replicas", Gauge, Sparse, "Lower bound"},
    {"kube_horizontalpodautoscaler_spec_max_replicas", Gauge, Sparse, "Upper bound"},
    {"kube_horizontalpodautoscaler_status_current_replicas", Gauge, Sparse, "Replicas it sees"},
    {"kube_horizontalpodautoscaler_status_desired_replicas", Gauge, Sparse, "Replicas it wants"},
    {"kube_pod_labels", Gauge, Sparse, "Labels of the pod"},
    {"kube_pod_created", Gauge, Sparse, "When the pod was created"},
    {"kube_pod_status_scheduled_time", Gauge, Sparse, "When the pod was given a node"},
    {"kube_pod_status_ready_time", Gauge, Sparse, "When the pod became ready"},
    {"kube_pod_status_phase", Gauge, Sparse, "Phase of the pod"},
    {"kube_pod_owner", Gauge, Sparse, "Who made the pod"},
    {"breaker_state", Gauge, Sparse,
     "0 closed, 1 open, 2 half-open, 3 forced open, 4 disabled, 5 metrics only"},
    {"breaker_override_generation", Gauge, Sparse, "Generation of the overrides in force"},
}};

constexpr std::array<CostTags, componentCount> tagsOfComponents{{
    {"dialog-manager", "assist", "cs", "lin"},
    {"rag-worker", "search", "platform", "wang"},
    {"llm-consumer", "assist", "cs", "chen"},
    {"tool-router", {}, "cs", "zhao"}, // nobody has said whose it is: cost pages show "untagged"
}};

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// Counters of events are whole numbers.
double whole(double value)
{
    return std::floor(value);
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

Job jobOf(std::size_t component)
{
    return static_cast<Job>(component);
}

void visitHttp(const WorldState &state, MetricSink &sink)
{
    for (std::size_t i = 0; i < componentCount; ++i) {
        const ComponentState &c = state.components.at(i);
        for (std::size_t code = 0; code < httpCodes.size(); ++code) {
            sink.value(jobOf(i), Family::HttpRequests, {{"code", httpCodes.at(code)}},
                       whole(c.responses.at(code)));
        }
        sink.value(jobOf(i), Family::HttpRequestsPerSecond, {}, rounded(c.requestsPerSecond));
        sink.histogram(jobOf(i), Family::HttpDuration, {}, c.duration, requestBounds);
    }
}

void visitTools(const WorldState &state, MetricSink &sink)
{
    for (std::size_t i = 0; i < toolCount; ++i) {
        const ToolState &tool = state.tools.at(i);
        const std::string_view name = toolNames.at(i);
        const double rate = tool.recentCalls > 0.01 ? tool.recentFailures / tool.recentCalls : 0;
        sink.value(Job::ToolRouter, Family::ToolCalls, {{"tool", name}}, whole(tool.calls));
        sink.value(Job::ToolRouter, Family::ToolFailures, {{"tool", name}}, whole(tool.failures));
        sink.value(Job::ToolRouter, Family::ToolFailureRate, {{"tool", name}}, rounded(rate));
        sink.histogram(Job::ToolRouter, Family::ToolDuration, {{"tool", name}}, tool.duration,
                       requestBounds);
        sink.value(Job::ToolRouter, Family::BreakerState, {{"tool", name}},
                   static_cast<double>(tool.breaker.mode));
    }
}

void visitLlm(const WorldState &state, MetricSink &sink)
{
    for (std::size_t m = 0; m < modelCount; ++m) {
        const ModelState &model = state.models.at(m);
        const std::string_view name = modelNames.at(m);
        for (std::size_t i = 0; i < directionNames.size(); ++i) {
            sink.value(Job::LlmConsumer, Family::LlmTokens,
                       {{"model", name}, {"direction", directionNames.at(i)}},
                       whole(model.tokens.at(i)));
        }
        for (std::size_t i = 0; i < llmCodes.size(); ++i) {
            sink.value(Job::LlmConsumer, Family::LlmRequests,
                       {{"model", name}, {"code", llmCodes.at(i)}}, whole(model.responses.at(i)));
        }
        sink.value(Job::LlmConsumer, Family::LlmQuotaTokens, {{"model", name}},
                   modelQuotas.at(m).tokensPerMinute);
        sink.value(Job::LlmConsumer, Family::LlmQuotaRequests, {{"model", name}},
                   modelQuotas.at(m).requestsPerMinute);
    }
    for (std::size_t i = 0; i < stageNames.size(); ++i) {
        sink.histogram(Job::RagWorker, Family::RagDuration, {{"stage", stageNames.at(i)}},
                       state.stages.at(i), ragBounds);
    }
    constexpr Label queue{"queue", "generation"};
    const int consumers = state.readyPods(Component::LlmConsumer);
    sink.value(Job::RabbitMq, Family::QueueReady, {queue}, whole(state.queueReady));
    sink.value(Job::RabbitMq, Family::QueueUnacked, {queue}, std::round(state.inFlight));
    sink.value(Job::RabbitMq, Family::QueueConsumers, {queue}, consumers);
}

void visitSessions(const WorldState &state, MetricSink &sink)
{
    const RedisState &redis = state.redis;
    sink.value(Job::DialogManager, Family::DialogTurns, {}, whole(state.turns));
    sink.value(Job::DialogManager, Family::DialogSessions, {}, std::round(state.activeSessions));
    sink.value(Job::Redis, Family::RedisUp, {}, 1);
    sink.value(Job::Redis, Family::RedisUsed, {}, whole(redis.usedBytes));
    sink.value(Job::Redis, Family::RedisPeak, {}, whole(redis.peakBytes));
    sink.value(Job::Redis, Family::RedisMax, {}, redisMaxBytes);
    sink.value(Job::Redis, Family::RedisEvicted, {}, whole(redis.evicted));
    sink.value(Job::Redis, Family::RedisClients, {}, redis.clients);
    sink.value(Job::Redis, Family::RedisCommands, {}, whole(redis.commands));
    sink.value(Job::Redis, Family::RedisHits, {}, whole(redis.hits));
    sink.value(Job::Redis, Family::RedisMisses, {}, whole(redis.misses));
}

void visitReplicas(const WorldState &state, MetricSink &sink)
{
    constexpr Job job = Job::KubeStateMetrics;
    for (std::size_t i = 0; i < componentCount; ++i) {
        const ComponentState &c = state.components.at(i);
        const auto component = static_cast<Component>(i);
        const Label ns{"namespace", kubeNamespace};
        const Label deployment{"deployment", componentNames.at(i)};
        const Label hpa{"horizontalpodautoscaler", componentNames.at(i)};
        const int pods = state.podCount(component);
        sink.value(job, Family::DeploymentSpec, {ns, deployment}, c.specReplicas);
        sink.value(job, Family::DeploymentStatus, {ns, deployment}, pods);
        sink.value(job, Family::DeploymentAvailable, {ns, deployment}, state.readyPods(component));
        sink.value(job, Family::HpaMin, {ns, hpa}, c.minReplicas);
        sink.value(job, Family::HpaMax, {ns, hpa}, c.maxReplicas);
        sink.value(job, Family::HpaCurrent, {ns, hpa}, pods);
        sink.value(job, Family::HpaDesired, {ns, hpa}, c.desiredReplicas);
    }
}

void visitResources(const Pod &pod, Label ns, Label name, Label container, MetricSink &sink)
{
    constexpr Job job = Job::KubeStateMetrics;
    constexpr Label cpu{"resource", "cpu"};
    constexpr Label core{"unit", "core"};
    constexpr Label memory{"resource", "memory"};
    constexpr Label byte{"unit", "byte"};
    const ComponentShape &shape = componentShapes.at(index(pod.component));
    sink.value(job, Family::ResourceRequests, {ns, name, container, cpu, core},
               shape.coresRequested);
    sink.value(job, Family::ResourceRequests, {ns, name, container, memory, byte},
               shape.bytesRequested);
    sink.value(job, Family::ResourceLimits, {ns, name, container, cpu, core}, shape.coresLimit);
    sink.value(job, Family::ResourceLimits, {ns, name, container, memory, byte}, shape.bytesLimit);
}

void visitPodLabels(const Pod &pod, Label ns, Label name, MetricSink &sink)
{
    const CostTags &tags = costTags(pod.component);
    const Label app{"label_app", tags.app};
    const Label department{"label_department", tags.department};
    const Label env{"label_env", "prod"};
    const Label owner{"label_owner", tags.owner};
    if (tags.team.empty()) {
        sink.value(Job::KubeStateMetrics, Family::PodLabels,
                   {ns, name, app, department, env, owner}, 1);
    } else {
        sink.value(Job::KubeStateMetrics, Family::PodLabels,
                   {ns, name, app, {"label_team", tags.team}, department, env, owner}, 1);
    }
}

} // namespace

MetricSink::~MetricSink() = default;

const FamilyInfo &info(Family family)
{
    return families.at(static_cast<std::size_t>(family));
}

const CostTags &costTags(Component component)
{
    return tagsOfComponents.at(index(component));
}

std::string numberText(double value)
{
    if (std::isinf(value)) {
        return value > 0 ? "+Inf" : "-Inf";
    }
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

void visitFixed(const WorldState &state, MetricSink &sink)
{
    visitHttp(state, sink);
    visitTools(state, sink);
    visitLlm(state, sink);
    visitSessions(state, sink);
    visitReplicas(state, sink);
}

void visitPod(const WorldState &state, const Pod &pod, MetricSink &sink)
{
    constexpr Job job = Job::KubeStateMetrics;
    const std::string podText = nameOfPod(state.seed, pod);
    const std::string ownerText = podText.substr(0, podText.rfind('-'));
    const Label ns{"namespace", kubeNamespace};
    const Label name{"pod", podText};
    const Label container{"container", componentNames.at(index(pod.component))};
    const bool scheduled = pod.isScheduled(state.second);
    const bool ready = pod.isReady(state.second);

    sink.value(Job::CAdvisor, Family::ContainerCpu, {ns, name, container},
               scheduled ? rounded(pod.cpuSeconds) : absent);
    sink.value(Job::CAdvisor, Family::ContainerMemory, {ns, name, container},
               scheduled ? whole(pod.memoryBytes) : absent);
    visitResources(pod, ns, name, container, sink);
    visitPodLabels(pod, ns, name, sink);
    sink.value(job, Family::PodCreated, {ns, name}, static_cast<double>(pod.created));
    sink.value(job, Family::PodScheduled, {ns, name},
               scheduled ? static_cast<double>(pod.scheduled) : absent);
    sink.value(job, Family::PodReady, {ns, name}, ready ? static_cast<double>(pod.ready) : absent);
    sink.value(job, Family::PodPhase, {ns, name, {"phase", "Pending"}}, scheduled ? 0 : 1);
    sink.value(job, Family::PodPhase, {ns, name, {"phase", "Running"}}, scheduled ? 1 : 0);
    sink.value(job, Family::PodOwner,
               {ns, name, {"owner_kind", "ReplicaSet"}, {"owner_name", ownerText}}, 1);
    if (readsOverrides(pod.component)) {
        sink.value(jobOf(index(pod.component)), Family::BreakerGeneration, {name},
                   ready ? static_cast<double>(pod.overrideGeneration) : absent);
    }
}

} // namespace spillway::demo
