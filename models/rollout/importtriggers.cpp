// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"
#include "policy/policyfields.h"
#include "rollout/importparts.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

/// What triggers have besides their metadata.
struct TriggerHead
{
    QString type;
    QString name;
    QString metricType;
    PolicyAuthentication authentication;
};

using Read = std::optional<PolicyMetric> (*)(ImportFields &metadata, const TriggerHead &head);

/// An address without user and password; they belong into a TriggerAuthentication.
QString safeAddress(ImportFields &metadata, QLatin1String key)
{
    const QString written = metadata.text(key);
    QUrl url(written);
    if (url.userInfo().isEmpty()) {
        return written;
    }
    metadata.note("secret"_L1, key,
                  Text::tr("User and password in the address are not taken over; name a "
                           "TriggerAuthentication."));
    url.setUserInfo({});
    return url.toString();
}

void expectMetricType(ImportFields &metadata, const TriggerHead &head, QLatin1String written)
{
    const QString live = head.metricType.isEmpty() ? u"AverageValue"_s : head.metricType;
    if (live != written) {
        metadata.scope().note(
            "changed"_L1, metadata.path(),
            Text::tr("Its metricType is %1; a policy writes %2 for it.").arg(live, written));
    }
}

/// Value, or what is taken if nothing is written.
HpaMetric::TargetType metricType(ImportFields &metadata, const TriggerHead &head)
{
    using Type = HpaMetric::TargetType;
    if (!head.metricType.isEmpty() && head.metricType != u"AverageValue" &&
        head.metricType != u"Value") {
        expectMetricType(metadata, head, "AverageValue"_L1);
    }
    return head.metricType == u"Value" ? Type::Value : Type::AverageValue;
}

/// name=value,name=value. What would hold a secret is left where it is.
PolicyTexts readPairs(ImportFields &metadata, QLatin1String key)
{
    PolicyTexts pairs;
    for (const QString &pair : metadata.text(key).split(u',', Qt::SkipEmptyParts)) {
        const QString name = pair.section(u'=', 0, 0).trimmed();
        if (namesSecret(name)) {
            metadata.note(
                "secret"_L1, key,
                Text::tr("%1 is not taken over; name a TriggerAuthentication.").arg(name));
        } else if (pair.count(u'=') == 1 && !name.isEmpty()) {
            pairs.insert(name, pair.section(u'=', 1).trimmed());
        } else {
            metadata.note(
                "omitted"_L1, key,
                Text::tr("“%1” is not of the form name=value, so KEDA refuses it.").arg(name));
        }
    }
    return pairs;
}

void readPrometheusRequest(ImportFields &metadata, PolicyPrometheusTrigger &trigger)
{
    trigger.nameSpace = metadata.text("namespace"_L1);
    trigger.customHeaders = readPairs(metadata, "customHeaders"_L1);
    trigger.queryParameters = readPairs(metadata, "queryParameters"_L1);
    trigger.unsafeSsl = metadata.flag("unsafeSsl"_L1, false);
    if (const auto timeout = metadata.wholeNumber("timeout"_L1); timeout && *timeout > 0) {
        trigger.timeout = std::chrono::milliseconds{*timeout};
    }
}

std::optional<PolicyMetric> readPrometheus(ImportFields &metadata, const TriggerHead &head)
{
    PolicyPrometheusTrigger trigger;
    trigger.name = head.name;
    trigger.query = metadata.text("query"_L1);
    trigger.serverAddress = safeAddress(metadata, "serverAddress"_L1);
    const std::optional<double> threshold = metadata.number("threshold"_L1);
    trigger.activationThreshold = metadata.number("activationThreshold"_L1);
    trigger.ignoreNullValues = metadata.flag("ignoreNullValues"_L1, true);
    trigger.authentication = head.authentication;
    trigger.metricType = metricType(metadata, head);
    readPrometheusRequest(metadata, trigger);
    if (trigger.query.isEmpty() || !threshold) {
        metadata.omit(Text::tr("It has no query, or no threshold."));
        return std::nullopt;
    }
    trigger.threshold = *threshold;
    return trigger;
}

/// queueLength is what KEDA had before mode and value; without any of them it takes 20 messages.
void readRabbitmqMode(ImportFields &metadata, PolicyRabbitmqTrigger &trigger, QString &mode)
{
    constexpr double usual = 20;
    const std::optional<double> length = metadata.number("queueLength"_L1);
    const std::optional<double> value = metadata.number("value"_L1);
    const QString written = metadata.text("mode"_L1);
    mode = written.isEmpty() ? u"QueueLength"_s : written;
    trigger.value = value.value_or(length.value_or(usual));
}

std::optional<PolicyMetric> readRabbitmq(ImportFields &metadata, const TriggerHead &head)
{
    using Mode = PolicyRabbitmqTrigger::Mode;
    PolicyRabbitmqTrigger trigger;
    QString mode;
    readRabbitmqMode(metadata, trigger, mode);
    const auto &modes = policynames::rabbitmqModes;
    const auto found = std::find(modes.begin(), modes.end(), mode);
    trigger.name = head.name;
    trigger.queue = metadata.text("queueName"_L1);
    trigger.vhost = metadata.text("vhostName"_L1);
    trigger.activationValue = metadata.number("activationValue"_L1);
    trigger.hostFromEnv = metadata.text("hostFromEnv"_L1);
    trigger.protocol = metadata.text("protocol"_L1);
    trigger.excludeUnacknowledged = metadata.flag("excludeUnacknowledged"_L1, false);
    trigger.authentication = head.authentication;
    const bool byPattern = metadata.flag("useRegex"_L1, false);
    if (metadata.has("host"_L1)) {
        metadata.note("secret"_L1, "host"_L1,
                      Text::tr("An address with user and password is not taken over; name a "
                               "variable or a TriggerAuthentication."));
        metadata.skip({"host"_L1});
    }
    if (found == modes.end() || trigger.queue.isEmpty() || byPattern) {
        metadata.omit(Text::tr("A policy knows one queue by its name, and KEDA's five modes."));
        return std::nullopt;
    }
    trigger.mode = static_cast<Mode>(found - modes.begin());
    if (const auto type = metricType(metadata, head); type != trigger.usualType()) {
        trigger.metricType = type;
    }
    return trigger;
}

void readKafkaPartitions(ImportFields &metadata, PolicyKafkaTrigger &trigger)
{
    trigger.ensureEvenDistribution = metadata.flag("ensureEvenDistributionOfPartitions"_L1, false);
    trigger.partitionLimitation = metadata.text("partitionLimitation"_L1);
    trigger.partitionLimitation.remove(u' ');
    trigger.scaleToZeroOnInvalidOffset = metadata.flag("scaleToZeroOnInvalidOffset"_L1, false);
    if (metadata.text("offsetResetPolicy"_L1) == u"earliest") {
        trigger.offsetReset = PolicyKafkaTrigger::OffsetReset::Earliest;
    }
    trigger.version = metadata.text("version"_L1);
}

std::optional<PolicyMetric> readKafka(ImportFields &metadata, const TriggerHead &head)
{
    constexpr std::int64_t usualLag = 10;
    PolicyKafkaTrigger trigger;
    trigger.name = head.name;
    trigger.bootstrapServers = metadata.text("bootstrapServers"_L1);
    trigger.consumerGroup = metadata.text("consumerGroup"_L1);
    trigger.topic = metadata.text("topic"_L1);
    trigger.lagThreshold = metadata.wholeNumber("lagThreshold"_L1).value_or(usualLag);
    trigger.activationLagThreshold = metadata.wholeNumber("activationLagThreshold"_L1);
    trigger.allowIdleConsumers = metadata.flag("allowIdleConsumers"_L1, false);
    trigger.limitToPartitionsWithLag = metadata.flag("limitToPartitionsWithLag"_L1, false);
    trigger.excludePersistentLag = metadata.flag("excludePersistentLag"_L1, false);
    trigger.authentication = head.authentication;
    trigger.metricType = metricType(metadata, head);
    readKafkaPartitions(metadata, trigger);
    if (trigger.bootstrapServers.isEmpty() || trigger.consumerGroup.isEmpty() ||
        trigger.topic.isEmpty()) {
        metadata.omit(Text::tr("A policy names servers, consumer group and topic; one of them is "
                               "not here, or comes from a variable."));
        return std::nullopt;
    }
    return trigger;
}

std::optional<PolicyMetric> readCron(ImportFields &metadata, const TriggerHead &head)
{
    PolicyCronTrigger trigger;
    trigger.name = head.name;
    trigger.timezone = metadata.text("timezone"_L1);
    trigger.start = metadata.text("start"_L1);
    trigger.end = metadata.text("end"_L1);
    const std::optional<std::int64_t> desired = metadata.wholeNumber("desiredReplicas"_L1);
    if (!desired || *desired > std::numeric_limits<int>::max() || *desired < 1) {
        metadata.omit(Text::tr("It does not say how many replicas are desired."));
        return std::nullopt;
    }
    if (trigger.timezone.isEmpty()) {
        metadata.omit(Text::tr("It has no time zone, so KEDA refuses it."));
        return std::nullopt;
    }
    trigger.desiredReplicas = static_cast<int>(*desired);
    expectMetricType(metadata, head, "AverageValue"_L1);
    return trigger;
}

/// cpu and memory. Older triggers have the type of the target in the metadata.
std::optional<PolicyMetric> readUse(ImportFields &metadata, const TriggerHead &head)
{
    PolicyResourceMetric metric;
    metric.name = head.type;
    metric.container = metadata.text("containerName"_L1);
    const QString older = metadata.text("type"_L1, u"Utilization"_s);
    const QString type = head.metricType.isEmpty() ? older : head.metricType;
    const QString value = metadata.text("value"_L1);
    bool whole = false;
    const int percent = value.toInt(&whole);
    const Result<Quantity> amount = parseQuantity(value);
    if (type == u"Utilization" && whole) {
        metric.averageUtilization = percent;
    } else if (type == u"AverageValue" && amount) {
        metric.averageValue = PolicyQuantity{value, amount->milli};
    } else {
        metadata.omit(Text::tr("Its value, or the type of its value, is not understood."));
        return std::nullopt;
    }
    return metric;
}

struct TriggerRow
{
    QLatin1String type;
    Read read;
};

constexpr std::array rows{
    TriggerRow{"prometheus"_L1, readPrometheus},
    TriggerRow{"rabbitmq"_L1, readRabbitmq},
    TriggerRow{"kafka"_L1, readKafka},
    TriggerRow{"cron"_L1, readCron},
    TriggerRow{"cpu"_L1, readUse},
    TriggerRow{"memory"_L1, readUse},
};

TriggerHead readHead(ImportFields &trigger)
{
    TriggerHead head;
    head.type = trigger.text("type"_L1);
    head.name = trigger.text("name"_L1);
    head.metricType = trigger.text("metricType"_L1);
    trigger.in("authenticationRef"_L1, [&](ImportFields &fields) {
        head.authentication.name = fields.text("name"_L1);
        head.authentication.kind = fields.text("kind"_L1, head.authentication.kind);
    });
    return head;
}

/// What of the head some kinds have no place for.
void noteHead(ImportFields &trigger, const TriggerHead &head)
{
    const bool resource = head.type == u"cpu" || head.type == u"memory";
    if (resource && !head.name.isEmpty()) {
        trigger.note("omitted"_L1, "name"_L1, Text::tr("The policy has no place for it."));
    }
    if ((resource || head.type == u"cron") && !head.authentication.name.isEmpty()) {
        trigger.note("omitted"_L1, "authenticationRef"_L1,
                     Text::tr("The policy has no place for it."));
    }
}

} // namespace

std::optional<PolicyMetric> importTrigger(ImportFields &trigger)
{
    const TriggerHead head = readHead(trigger);
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const TriggerRow &one) { return one.type == head.type; });
    if (row == rows.end()) {
        trigger.omit(Text::tr("A policy has no trigger of the kind %1.").arg(head.type));
        return std::nullopt;
    }
    std::optional<PolicyMetric> metric;
    if (!trigger.has("metadata"_L1)) {
        trigger.omit(Text::tr("It has no metadata."));
        return std::nullopt;
    }
    trigger.in("metadata"_L1, [&](ImportFields &metadata) { metric = row->read(metadata, head); });
    if (metric) {
        noteHead(trigger, head);
    }
    return metric;
}

void sharePrometheus(Policy &policy, std::span<ImportedComponent> components)
{
    std::vector<PolicyPrometheusTrigger *> triggers;
    for (ImportedComponent &imported : components) {
        for (PolicyMetric &metric : imported.component.metrics) {
            if (auto *const trigger = std::get_if<PolicyPrometheusTrigger>(&metric);
                trigger != nullptr && !trigger->serverAddress.isEmpty()) {
                triggers.push_back(trigger);
            }
        }
    }
    const auto uses = [&](const PolicyPrometheusTrigger *trigger) {
        return std::count_if(triggers.begin(), triggers.end(), [&](const auto *other) {
            return other->serverAddress == trigger->serverAddress &&
                   other->authentication == trigger->authentication;
        });
    };
    const auto most =
        std::max_element(triggers.begin(), triggers.end(),
                         [&](const auto *a, const auto *b) { return uses(a) < uses(b); });
    if (most == triggers.end()) {
        return;
    }
    policy.prometheus = {(*most)->serverAddress, (*most)->authentication};
    for (PolicyPrometheusTrigger *const trigger : triggers) {
        if (trigger->serverAddress == policy.prometheus.serverAddress &&
            trigger->authentication == policy.prometheus.authentication) {
            trigger->serverAddress.clear();
            trigger->authentication = {};
        }
    }
}

} // namespace spillway
