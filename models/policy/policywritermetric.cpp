// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yamlwriter.h"
#include "policy/policyfields.h"
#include "policy/policywriterparts.h"

namespace spillway::policywriter {

using namespace Qt::StringLiterals;

namespace {

void writeQuantity(YamlWriter &out, QLatin1String key, const std::optional<PolicyQuantity> &value)
{
    if (value) {
        out.text(key, value->text);
    }
}

/// Writes the kind and what is in it.
class MetricWriter
{
public:
    explicit MetricWriter(YamlWriter &out)
        : m_out(out)
    {}

    void operator()(const PolicyResourceMetric &metric) const
    {
        m_out.openMap(metric.container.isEmpty() ? "resource"_L1 : "containerResource"_L1);
        m_out.text("name"_L1, metric.name);
        writeText(m_out, "container"_L1, metric.container, {});
        writeCount(m_out, "averageUtilization"_L1, metric.averageUtilization);
        writeQuantity(m_out, "averageValue"_L1, metric.averageValue);
        m_out.close();
    }
    void operator()(const PolicyPodsMetric &metric) const
    {
        m_out.openMap("pods"_L1);
        m_out.text("name"_L1, metric.name);
        writeTexts(m_out, "selector"_L1, metric.selector);
        writeQuantity(m_out, "averageValue"_L1, metric.averageValue);
        m_out.close();
    }
    void operator()(const PolicyObjectMetric &metric) const
    {
        m_out.openMap("object"_L1);
        m_out.text("name"_L1, metric.name);
        m_out.openMap("describedObject"_L1);
        m_out.text("apiVersion"_L1, metric.object.apiVersion);
        m_out.text("kind"_L1, metric.object.kind);
        m_out.text("name"_L1, metric.object.name);
        m_out.close();
        writeTexts(m_out, "selector"_L1, metric.selector);
        writeQuantity(m_out, "value"_L1, metric.value);
        writeQuantity(m_out, "averageValue"_L1, metric.averageValue);
        m_out.close();
    }
    void operator()(const PolicyExternalMetric &metric) const
    {
        m_out.openMap("external"_L1);
        m_out.text("name"_L1, metric.name);
        writeTexts(m_out, "selector"_L1, metric.selector);
        writeQuantity(m_out, "value"_L1, metric.value);
        writeQuantity(m_out, "averageValue"_L1, metric.averageValue);
        m_out.close();
    }
    void operator()(const PolicyPrometheusTrigger &trigger) const
    {
        m_out.openMap("prometheus"_L1);
        writeText(m_out, "name"_L1, trigger.name, {});
        m_out.text("query"_L1, trigger.query);
        m_out.number("threshold"_L1, trigger.threshold);
        writeNumber(m_out, "activationThreshold"_L1, trigger.activationThreshold);
        writeText(m_out, "serverAddress"_L1, trigger.serverAddress, {});
        writeMetricType(trigger.metricType, HpaMetric::TargetType::AverageValue);
        writeTrue(m_out, "ignoreNullValues"_L1, trigger.ignoreNullValues);
        writeText(m_out, "namespace"_L1, trigger.nameSpace, {});
        writeTexts(m_out, "customHeaders"_L1, trigger.customHeaders);
        writeTexts(m_out, "queryParameters"_L1, trigger.queryParameters);
        writeTrue(m_out, "unsafeSsl"_L1, trigger.unsafeSsl);
        writeDuration(m_out, "timeout"_L1, trigger.timeout);
        writeAuthentication(m_out, trigger.authentication);
        m_out.close();
    }
    void operator()(const PolicyRabbitmqTrigger &trigger) const
    {
        m_out.openMap("rabbitmq"_L1);
        writeText(m_out, "name"_L1, trigger.name, {});
        m_out.text("queue"_L1, trigger.queue);
        writeText(m_out, "vhost"_L1, trigger.vhost, {});
        m_out.text("mode"_L1, policynames::rabbitmqModes[static_cast<std::size_t>(trigger.mode)]);
        m_out.number("value"_L1, trigger.value);
        writeMetricType(trigger.metricType.value_or(trigger.usualType()), trigger.usualType());
        writeNumber(m_out, "activationValue"_L1, trigger.activationValue);
        writeText(m_out, "hostFromEnv"_L1, trigger.hostFromEnv, {});
        writeText(m_out, "protocol"_L1, trigger.protocol, {});
        writeTrue(m_out, "excludeUnacknowledged"_L1, trigger.excludeUnacknowledged);
        writeAuthentication(m_out, trigger.authentication);
        m_out.close();
    }
    void operator()(const PolicyKafkaTrigger &trigger) const
    {
        m_out.openMap("kafka"_L1);
        writeText(m_out, "name"_L1, trigger.name, {});
        m_out.text("bootstrapServers"_L1, trigger.bootstrapServers);
        m_out.text("consumerGroup"_L1, trigger.consumerGroup);
        m_out.text("topic"_L1, trigger.topic);
        m_out.integer("lagThreshold"_L1, trigger.lagThreshold);
        writeCount(m_out, "activationLagThreshold"_L1, trigger.activationLagThreshold);
        writeTrue(m_out, "allowIdleConsumers"_L1, trigger.allowIdleConsumers);
        writeTrue(m_out, "limitToPartitionsWithLag"_L1, trigger.limitToPartitionsWithLag);
        writeTrue(m_out, "excludePersistentLag"_L1, trigger.excludePersistentLag);
        writeTrue(m_out, "ensureEvenDistributionOfPartitions"_L1, trigger.ensureEvenDistribution);
        writeText(m_out, "partitionLimitation"_L1, trigger.partitionLimitation, {});
        writeTrue(m_out, "scaleToZeroOnInvalidOffset"_L1, trigger.scaleToZeroOnInvalidOffset);
        writeText(m_out, "offsetResetPolicy"_L1,
                  policynames::offsetResets[static_cast<std::size_t>(trigger.offsetReset)],
                  policynames::offsetResets.front());
        writeText(m_out, "version"_L1, trigger.version, {});
        writeMetricType(trigger.metricType, HpaMetric::TargetType::AverageValue);
        writeCount(m_out, "partitions"_L1, trigger.partitions);
        writeAuthentication(m_out, trigger.authentication);
        m_out.close();
    }
    void operator()(const PolicyCronTrigger &trigger) const
    {
        m_out.openMap("cron"_L1);
        writeText(m_out, "name"_L1, trigger.name, {});
        writeText(m_out, "timezone"_L1, trigger.timezone, {});
        m_out.text("start"_L1, trigger.start);
        m_out.text("end"_L1, trigger.end);
        m_out.integer("desiredReplicas"_L1, trigger.desiredReplicas);
        m_out.close();
    }

private:
    void writeMetricType(HpaMetric::TargetType type, HpaMetric::TargetType usual) const
    {
        const auto &names = policynames::metricTypes;
        writeText(m_out, "metricType"_L1, names[static_cast<std::size_t>(type)],
                  names[static_cast<std::size_t>(usual)]);
    }

    YamlWriter &m_out;
};

void writeRules(YamlWriter &out, QLatin1String key, const std::optional<PolicyRules> &rules)
{
    if (!rules) {
        return;
    }
    out.openMap(key);
    writeCount(out, "stabilizationWindowSeconds"_L1, rules->stabilizationWindowSeconds);
    if (rules->selectPolicy) {
        out.text("selectPolicy"_L1,
                 policynames::selects[static_cast<std::size_t>(*rules->selectPolicy)]);
    }
    if (!rules->policies.empty()) {
        out.openList("policies"_L1);
        for (const HpaPolicy &policy : rules->policies) {
            out.openItem();
            out.text("type"_L1, policynames::ruleTypes[static_cast<std::size_t>(policy.type)]);
            out.integer("value"_L1, policy.value);
            out.integer("periodSeconds"_L1, policy.periodSeconds);
            out.close();
        }
        out.close();
    }
    writeNumber(out, "tolerance"_L1, rules->tolerance);
    out.close();
}

} // namespace

void writeMetric(YamlWriter &out, const PolicyMetric &metric)
{
    out.openItem();
    std::visit(MetricWriter(out), metric);
    out.close();
}

void writeBehavior(YamlWriter &out, const PolicyBehavior &behavior)
{
    if (behavior == PolicyBehavior{}) {
        return;
    }
    out.openMap("behavior"_L1);
    writeRules(out, "scaleUp"_L1, behavior.scaleUp);
    writeRules(out, "scaleDown"_L1, behavior.scaleDown);
    out.close();
}

void writeKeda(YamlWriter &out, const PolicyKeda &keda)
{
    if (!keda.pollingInterval && !keda.cooldownPeriod && !keda.initialCooldownPeriod &&
        !keda.idleReplicas && !keda.fallback) {
        return;
    }
    out.openMap("keda"_L1);
    writeCount(out, "pollingInterval"_L1, keda.pollingInterval);
    writeCount(out, "cooldownPeriod"_L1, keda.cooldownPeriod);
    writeCount(out, "initialCooldownPeriod"_L1, keda.initialCooldownPeriod);
    writeCount(out, "idleReplicas"_L1, keda.idleReplicas);
    if (keda.fallback) {
        out.openMap("fallback"_L1);
        out.integer("failureThreshold"_L1, keda.fallback->failureThreshold);
        out.integer("replicas"_L1, keda.fallback->replicas);
        out.text("behavior"_L1,
                 policynames::fallbackBehaviors[static_cast<std::size_t>(keda.fallback->behavior)]);
        out.close();
    }
    out.close();
}

} // namespace spillway::policywriter
