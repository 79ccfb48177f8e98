// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/logicalmetrics.h"

#include <algorithm>
#include <array>

namespace spillway {

namespace {

constexpr auto Counter = LogicalKind::Counter;
constexpr auto Gauge = LogicalKind::Gauge;
constexpr auto Histogram = LogicalKind::Histogram;

constexpr std::array table{
    LogicalMetric{.name = "rag_request_duration_seconds",
                  .kind = Histogram,
                  .stem = "rag_request_duration",
                  .unit = "seconds",
                  .aliases = {"rag_request_latency"}},
    LogicalMetric{.name = "tool_call_failure_rate",
                  .kind = Gauge,
                  .stem = "tool_call_failure_rate",
                  .unit = "ratio",
                  .numerator = "tool_call_failures_total",
                  .denominator = "tool_calls_total"},
    LogicalMetric{.name = "tool_calls_total",
                  .kind = Counter,
                  .stem = "tool_calls",
                  .unit = "",
                  .aliases = {"tool_call_count", "tool_call_duration"},
                  .counterPart = MetricPart::Count},
    LogicalMetric{.name = "tool_call_failures_total",
                  .kind = Counter,
                  .stem = "tool_call_failures",
                  .unit = "",
                  .aliases = {"tool_call_errors"}},
    LogicalMetric{.name = "tool_call_duration_seconds",
                  .kind = Histogram,
                  .stem = "tool_call_duration",
                  .unit = "seconds"},
    LogicalMetric{.name = "llm_token_usage",
                  .kind = Counter,
                  .stem = "llm_token_usage",
                  .unit = "tokens",
                  .aliases = {"llm_tokens", "gen_ai_client_token_usage"}},
    LogicalMetric{.name = "llm_requests_total",
                  .kind = Counter,
                  .stem = "llm_requests",
                  .unit = "",
                  .aliases = {"gen_ai_client_operation_duration"},
                  .counterPart = MetricPart::Count},
    LogicalMetric{.name = "dialog_turn_count",
                  .kind = Counter,
                  .stem = "dialog_turn_count",
                  .unit = "",
                  .aliases = {"dialog_turns"}},
    LogicalMetric{.name = "http_requests_total",
                  .kind = Counter,
                  .stem = "http_requests",
                  .unit = "",
                  .aliases = {"http_server_requests", "http_server_request_duration"},
                  .counterPart = MetricPart::Count},
    LogicalMetric{.name = "http_requests_per_second",
                  .kind = Gauge,
                  .stem = "http_requests_per_second",
                  .unit = "",
                  .numerator = "http_requests_total"},
    LogicalMetric{.name = "http_request_duration_seconds",
                  .kind = Histogram,
                  .stem = "http_request_duration",
                  .unit = "seconds",
                  .aliases = {"http_server_request_duration", "http_server_duration"}},
    LogicalMetric{.name = "redis_memory_used_bytes",
                  .kind = Gauge,
                  .stem = "redis_memory_used",
                  .unit = "bytes"},
    LogicalMetric{.name = "redis_memory_used_peak_bytes",
                  .kind = Gauge,
                  .stem = "redis_memory_used_peak",
                  .unit = "bytes",
                  .aliases = {"redis_used_memory_peak"}},
    LogicalMetric{.name = "redis_evicted_keys_total",
                  .kind = Counter,
                  .stem = "redis_evicted_keys",
                  .unit = "",
                  .aliases = {"redis_keys_evicted"}},
    LogicalMetric{.name = "redis_connected_clients",
                  .kind = Gauge,
                  .stem = "redis_connected_clients",
                  .unit = "",
                  .aliases = {"redis_clients_connected"}},
    // What waits for consumers, of whatever kind the queue is: RabbitMQ's own exporter (by queue,
    // then in all), kafka_exporter, the OpenTelemetry receiver, KMinion and the lag exporter.
    LogicalMetric{.name = "queue_backlog",
                  .kind = Gauge,
                  .stem = "queue_backlog",
                  .unit = "",
                  .aliases = {"rabbitmq_detailed_queue_messages_ready",
                              "rabbitmq_queue_messages_ready", "kafka_consumergroup_lag",
                              "kafka_consumer_group_lag", "kminion_kafka_consumer_group_topic_lag",
                              "kafka_consumergroup_group_lag", "kafka_consumergroup_lag_sum"}},
    LogicalMetric{.name = "rabbitmq_queue_messages_unacked",
                  .kind = Gauge,
                  .stem = "rabbitmq_queue_messages_unacked",
                  .unit = "",
                  .aliases = {"rabbitmq_detailed_queue_messages_unacked"}},
    LogicalMetric{.name = "rabbitmq_queue_consumers",
                  .kind = Gauge,
                  .stem = "rabbitmq_queue_consumers",
                  .unit = "",
                  .aliases = {"rabbitmq_detailed_queue_consumers", "kafka_consumergroup_members"}},
    LogicalMetric{.name = "rabbitmq_queue_messages_ready",
                  .kind = Gauge,
                  .stem = "rabbitmq_queue_messages_ready",
                  .unit = "",
                  .aliases = {"rabbitmq_detailed_queue_messages_ready"}},
    LogicalMetric{.name = "kafka_consumergroup_lag",
                  .kind = Gauge,
                  .stem = "kafka_consumergroup_lag",
                  .unit = "",
                  .aliases = {"kafka_consumer_group_lag"}},
    LogicalMetric{.name = "breaker_state", .kind = Gauge, .stem = "breaker_state", .unit = ""},
    LogicalMetric{.name = "breaker_override_generation",
                  .kind = Gauge,
                  .stem = "breaker_override_generation",
                  .unit = ""},
    LogicalMetric{.name = "container_cpu_usage_seconds_total",
                  .kind = Counter,
                  .stem = "container_cpu_usage",
                  .unit = "seconds",
                  .aliases = {"k8s_container_cpu_time", "container_cpu_time"}},
    LogicalMetric{.name = "container_memory_working_set_bytes",
                  .kind = Gauge,
                  .stem = "container_memory_working_set",
                  .unit = "bytes",
                  .aliases = {"k8s_container_memory_working_set"}},
};

} // namespace

std::span<const LogicalMetric> logicalMetricTable()
{
    return table;
}

const LogicalMetric *findLogicalMetric(std::string_view name)
{
    const auto *const found = std::find_if(
        table.begin(), table.end(), [name](const LogicalMetric &one) { return one.name == name; });
    return found == table.end() ? nullptr : found;
}

} // namespace spillway
