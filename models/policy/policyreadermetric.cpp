// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

using Engine = PolicyComponent::Engine;

void expectOneOf(const PolicyNode &node, QLatin1String first, QLatin1String second)
{
    if (node.has(first) == node.has(second)) {
        node.fail(Text::tr("exactly one of %1 and %2 is expected").arg(first, second));
    }
}

void expectAboveZero(const PolicyNode &node, QLatin1String key)
{
    if (node.number(key) == 0) {
        node.fail(key, Text::tr("%1 must be above zero").arg(key));
    }
}

PolicyMetric readResource(const PolicyNode &node, const QString &name, const QString &container)
{
    expectOneOf(node, "averageUtilization"_L1, "averageValue"_L1);
    PolicyResourceMetric metric;
    metric.name = name;
    metric.container = container;
    metric.averageUtilization = node.integer("averageUtilization"_L1);
    metric.averageValue = node.quantity("averageValue"_L1);
    return metric;
}

PolicyMetric readNamedResource(const PolicyNode &node)
{
    return readResource(node, node.text("name"_L1), {});
}

PolicyMetric readContainerResource(const PolicyNode &node)
{
    return readResource(node, node.text("name"_L1), node.text("container"_L1));
}

PolicyMetric readCpu(const PolicyNode &node)
{
    return readResource(node, u"cpu"_s, node.text("container"_L1));
}

PolicyMetric readMemory(const PolicyNode &node)
{
    return readResource(node, u"memory"_s, node.text("container"_L1));
}

PolicyMetric readPods(const PolicyNode &node)
{
    PolicyPodsMetric metric;
    metric.name = node.text("name"_L1);
    metric.selector = node.texts("selector"_L1);
    metric.averageValue = node.quantity("averageValue"_L1).value_or(PolicyQuantity{});
    return metric;
}

PolicyMetric readObject(const PolicyNode &node)
{
    expectOneOf(node, "value"_L1, "averageValue"_L1);
    PolicyObjectMetric metric;
    metric.name = node.text("name"_L1);
    if (const auto object = node.map("describedObject"_L1)) {
        metric.object = {object->text("apiVersion"_L1), object->text("kind"_L1),
                         object->text("name"_L1)};
    }
    metric.selector = node.texts("selector"_L1);
    metric.value = node.quantity("value"_L1);
    metric.averageValue = node.quantity("averageValue"_L1);
    return metric;
}

PolicyMetric readExternal(const PolicyNode &node)
{
    expectOneOf(node, "value"_L1, "averageValue"_L1);
    PolicyExternalMetric metric;
    metric.name = node.text("name"_L1);
    metric.selector = node.texts("selector"_L1);
    metric.value = node.quantity("value"_L1);
    metric.averageValue = node.quantity("averageValue"_L1);
    return metric;
}

std::optional<HpaMetric::TargetType> readMetricType(const PolicyNode &node)
{
    return node.choice<HpaMetric::TargetType>("metricType"_L1, policynames::metricTypes);
}

/// KEDA reads name=value,name=value and has no escapes.
PolicyTexts readPairs(const PolicyNode &node, QLatin1String key)
{
    PolicyTexts pairs = node.texts(key);
    const auto breaks = [](const QString &text) {
        return text.contains(u',') || text.contains(u'=') || text.trimmed() != text;
    };
    for (auto pair = pairs.cbegin(); pair != pairs.cend(); ++pair) {
        if (pair.key().isEmpty() || breaks(pair.key()) || breaks(pair.value())) {
            node.failEntry(key, pair.key(),
                           Text::tr("KEDA cannot read “%1”: names and values have no comma, no "
                                    "equals sign and no space at an end")
                               .arg(pair.key()));
        } else if (namesSecret(pair.key())) {
            node.failEntry(key, pair.key(),
                           Text::tr("“%1” looks like a secret by its name").arg(pair.key()),
                           Text::tr("Keep it in a Secret, and name the TriggerAuthentication that "
                                    "reads it in authentication."));
        }
    }
    return pairs;
}

PolicyMetric readPrometheus(const PolicyNode &node)
{
    expectAboveZero(node, "threshold"_L1);
    PolicyPrometheusTrigger trigger;
    trigger.name = node.text("name"_L1);
    trigger.query = node.text("query"_L1);
    trigger.threshold = node.number("threshold"_L1).value_or(0);
    trigger.activationThreshold = node.number("activationThreshold"_L1);
    trigger.serverAddress = node.text("serverAddress"_L1);
    trigger.metricType = readMetricType(node).value_or(trigger.metricType);
    trigger.ignoreNullValues = node.boolean("ignoreNullValues"_L1, false);
    trigger.nameSpace = node.text("namespace"_L1);
    trigger.customHeaders = readPairs(node, "customHeaders"_L1);
    trigger.queryParameters = readPairs(node, "queryParameters"_L1);
    trigger.unsafeSsl = node.boolean("unsafeSsl"_L1, false);
    trigger.timeout = node.duration("timeout"_L1);
    trigger.authentication = readPolicyAuthentication(node);
    return trigger;
}

PolicyMetric readRabbitmq(const PolicyNode &node)
{
    expectAboveZero(node, "value"_L1);
    PolicyRabbitmqTrigger trigger;
    trigger.name = node.text("name"_L1);
    trigger.queue = node.text("queue"_L1);
    trigger.vhost = node.text("vhost"_L1);
    trigger.mode = node.choice<PolicyRabbitmqTrigger::Mode>("mode"_L1, policynames::rabbitmqModes)
                       .value_or(PolicyRabbitmqTrigger::Mode::QueueLength);
    trigger.value = node.number("value"_L1).value_or(0);
    trigger.activationValue = node.number("activationValue"_L1);
    trigger.hostFromEnv = node.text("hostFromEnv"_L1);
    trigger.protocol = node.text("protocol"_L1);
    trigger.excludeUnacknowledged = node.boolean("excludeUnacknowledged"_L1, false);
    trigger.metricType = readMetricType(node);
    trigger.authentication = readPolicyAuthentication(node);
    if (trigger.mode != PolicyRabbitmqTrigger::Mode::QueueLength && trigger.protocol == u"amqp") {
        node.fail("protocol"_L1, Text::tr("over amqp only QueueLength can be measured"),
                  Text::tr("Use protocol http, or mode QueueLength."));
    }
    if (trigger.excludeUnacknowledged && trigger.protocol == u"amqp") {
        node.fail("excludeUnacknowledged"_L1,
                  Text::tr("over amqp unacknowledged messages cannot be told apart"),
                  Text::tr("Use protocol http; over amqp only messages that wait are counted."));
    }
    return trigger;
}

/// "1,2,10-20".
QString readPartitions(const PolicyNode &node)
{
    static const QRegularExpression list(u"^\\d+(-\\d+)?(,\\d+(-\\d+)?)*$"_s);
    QString written = node.text("partitionLimitation"_L1);
    if (!written.isEmpty() && !list.match(written).hasMatch()) {
        node.fail("partitionLimitation"_L1, Text::tr("“%1” is no list of partitions").arg(written),
                  Text::tr("Write numbers and ranges: 1,2,10-20."));
    }
    return written;
}

PolicyMetric readKafka(const PolicyNode &node)
{
    PolicyKafkaTrigger trigger;
    trigger.name = node.text("name"_L1);
    trigger.bootstrapServers = node.text("bootstrapServers"_L1);
    trigger.consumerGroup = node.text("consumerGroup"_L1);
    trigger.topic = node.text("topic"_L1);
    trigger.lagThreshold = node.integer("lagThreshold"_L1).value_or(10);
    if (const auto activation = node.integer("activationLagThreshold"_L1)) {
        trigger.activationLagThreshold = *activation;
    }
    trigger.allowIdleConsumers = node.boolean("allowIdleConsumers"_L1, false);
    trigger.limitToPartitionsWithLag = node.boolean("limitToPartitionsWithLag"_L1, false);
    trigger.excludePersistentLag = node.boolean("excludePersistentLag"_L1, false);
    trigger.partitions = node.integer("partitions"_L1);
    trigger.authentication = readPolicyAuthentication(node);
    trigger.metricType = readMetricType(node).value_or(trigger.metricType);
    trigger.ensureEvenDistribution = node.boolean("ensureEvenDistributionOfPartitions"_L1, false);
    trigger.partitionLimitation = readPartitions(node);
    trigger.scaleToZeroOnInvalidOffset = node.boolean("scaleToZeroOnInvalidOffset"_L1, false);
    trigger.offsetReset = node.choice<PolicyKafkaTrigger::OffsetReset>("offsetResetPolicy"_L1,
                                                                       policynames::offsetResets)
                              .value_or(trigger.offsetReset);
    trigger.version = node.text("version"_L1);
    if (trigger.allowIdleConsumers && trigger.limitToPartitionsWithLag) {
        node.fail("allowIdleConsumers"_L1,
                  Text::tr("allowIdleConsumers and limitToPartitionsWithLag exclude each other"));
    }
    return trigger;
}

PolicyMetric readCron(const PolicyNode &node)
{
    PolicyCronTrigger trigger;
    trigger.name = node.text("name"_L1);
    trigger.timezone = node.text("timezone"_L1);
    trigger.start = node.text("start"_L1);
    trigger.end = node.text("end"_L1);
    trigger.desiredReplicas = node.integer("desiredReplicas"_L1).value_or(1);
    if (node.has("start"_L1) && trigger.start == trigger.end) {
        node.fail("end"_L1, Text::tr("start and end are the same"),
                  Text::tr("KEDA refuses such a trigger; write an end after the start."));
    }
    return trigger;
}

/// Which engine knows a kind, and who reads it.
struct KindRow
{
    QLatin1String key;
    bool hpa;
    bool keda;
    PolicyMetric (*read)(const PolicyNode &);
};

constexpr std::array kinds{
    KindRow{"resource"_L1, true, true, readNamedResource},
    KindRow{"containerResource"_L1, true, true, readContainerResource},
    KindRow{"cpu"_L1, true, true, readCpu},
    KindRow{"memory"_L1, true, true, readMemory},
    KindRow{"pods"_L1, true, false, readPods},
    KindRow{"object"_L1, true, false, readObject},
    KindRow{"external"_L1, true, false, readExternal},
    KindRow{"prometheus"_L1, false, true, readPrometheus},
    KindRow{"rabbitmq"_L1, false, true, readRabbitmq},
    KindRow{"kafka"_L1, false, true, readKafka},
    KindRow{"cron"_L1, false, true, readCron},
};

PolicyRules readRules(const PolicyNode &node)
{
    PolicyRules rules;
    rules.stabilizationWindowSeconds = node.integer("stabilizationWindowSeconds"_L1);
    rules.selectPolicy = node.choice<HpaRules::Select>("selectPolicy"_L1, policynames::selects);
    for (const PolicyNode &item : node.maps("policies"_L1)) {
        rules.policies.push_back({item.choice<HpaPolicy::Type>("type"_L1, policynames::ruleTypes)
                                      .value_or(HpaPolicy::Type::Pods),
                                  item.integer("value"_L1).value_or(1),
                                  item.integer("periodSeconds"_L1).value_or(15)});
    }
    rules.tolerance = node.number("tolerance"_L1);
    return rules;
}

} // namespace

std::optional<PolicyMetric> readPolicyMetric(const PolicyNode &node, Engine engine)
{
    const QString key = node.onlyKey();
    for (const KindRow &kind : kinds) {
        const std::optional<PolicyNode> map = key == kind.key ? node.map(kind.key) : std::nullopt;
        if (!map) {
            continue;
        }
        if (engine == Engine::Hpa && !kind.hpa) {
            node.fail(kind.key, Text::tr("engine hpa has no metric of the kind %1").arg(key),
                      Text::tr("Use engine keda, or resource, pods, object or external."));
        }
        if (engine == Engine::Keda && !kind.keda) {
            node.fail(kind.key, Text::tr("engine keda has no trigger of the kind %1").arg(key),
                      Text::tr("Use engine hpa, or prometheus, rabbitmq, kafka, cpu, memory or "
                               "cron."));
        }
        return kind.read(*map);
    }
    return std::nullopt;
}

PolicyBehavior readPolicyBehavior(const PolicyNode &node)
{
    PolicyBehavior behavior;
    if (const auto rules = node.map("scaleUp"_L1)) {
        behavior.scaleUp = readRules(*rules);
    }
    if (const auto rules = node.map("scaleDown"_L1)) {
        behavior.scaleDown = readRules(*rules);
    }
    return behavior;
}

PolicyKeda readPolicyKeda(const PolicyNode &node)
{
    PolicyKeda keda;
    keda.pollingInterval = node.integer("pollingInterval"_L1);
    keda.cooldownPeriod = node.integer("cooldownPeriod"_L1);
    keda.initialCooldownPeriod = node.integer("initialCooldownPeriod"_L1);
    keda.idleReplicas = node.integer("idleReplicas"_L1);
    if (const auto fallback = node.map("fallback"_L1)) {
        keda.fallback = KedaFallback{
            fallback->integer("failureThreshold"_L1).value_or(3),
            fallback->integer("replicas"_L1).value_or(1),
            fallback->choice<KedaFallback::Behavior>("behavior"_L1, policynames::fallbackBehaviors)
                .value_or(KedaFallback::Behavior::Static)};
    }
    return keda;
}

PolicyAuthentication readPolicyAuthentication(const PolicyNode &node)
{
    PolicyAuthentication authentication;
    if (const auto map = node.map("authentication"_L1)) {
        authentication.name = map->text("name"_L1);
        authentication.kind = map->text("kind"_L1, authentication.kind);
    }
    return authentication;
}

} // namespace spillway
