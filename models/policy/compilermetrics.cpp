// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/compilerparts.h"
#include "policy/policyfields.h"

#include <QLocale>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// KEDA's metadata are texts; no exponent, people read them.
QString numberOf(double value)
{
    return QString::number(value, 'f', QLocale::FloatingPointShortest);
}

QJsonObject metricName(const QString &name, const PolicyTexts &selector)
{
    QJsonObject metric{{u"name"_s, name}};
    if (!selector.isEmpty()) {
        metric.insert(u"selector"_s, QJsonObject{{u"matchLabels"_s, jsonOf(selector)}});
    }
    return metric;
}

QJsonObject valueTarget(const std::optional<PolicyQuantity> &value,
                        const std::optional<PolicyQuantity> &averageValue)
{
    if (value) {
        return {{u"type"_s, u"Value"_s}, {u"value"_s, value->text}};
    }
    return {{u"type"_s, u"AverageValue"_s},
            {u"averageValue"_s, averageValue.value_or(PolicyQuantity{}).text}};
}

QJsonObject resourceTarget(const PolicyResourceMetric &metric)
{
    if (metric.averageUtilization) {
        return {{u"type"_s, u"Utilization"_s},
                {u"averageUtilization"_s, *metric.averageUtilization}};
    }
    return valueTarget({}, metric.averageValue);
}

/// An entry of spec.metrics of a HorizontalPodAutoscaler; empty for kinds that it has not.
struct HpaMetricJson
{
    QJsonObject operator()(const PolicyResourceMetric &metric) const
    {
        const bool whole = metric.container.isEmpty();
        QJsonObject body{{u"name"_s, metric.name}, {u"target"_s, resourceTarget(metric)}};
        if (!whole) {
            body.insert(u"container"_s, metric.container);
        }
        return {{u"type"_s, whole ? u"Resource"_s : u"ContainerResource"_s},
                {whole ? u"resource"_s : u"containerResource"_s, body}};
    }
    QJsonObject operator()(const PolicyPodsMetric &metric) const
    {
        return {{u"type"_s, u"Pods"_s},
                {u"pods"_s, QJsonObject{{u"metric"_s, metricName(metric.name, metric.selector)},
                                        {u"target"_s, valueTarget({}, metric.averageValue)}}}};
    }
    QJsonObject operator()(const PolicyObjectMetric &metric) const
    {
        const QJsonObject object{{u"apiVersion"_s, metric.object.apiVersion},
                                 {u"kind"_s, metric.object.kind},
                                 {u"name"_s, metric.object.name}};
        return {{u"type"_s, u"Object"_s},
                {u"object"_s,
                 QJsonObject{{u"describedObject"_s, object},
                             {u"metric"_s, metricName(metric.name, metric.selector)},
                             {u"target"_s, valueTarget(metric.value, metric.averageValue)}}}};
    }
    QJsonObject operator()(const PolicyExternalMetric &metric) const
    {
        return {{u"type"_s, u"External"_s},
                {u"external"_s,
                 QJsonObject{{u"metric"_s, metricName(metric.name, metric.selector)},
                             {u"target"_s, valueTarget(metric.value, metric.averageValue)}}}};
    }
    template<typename Trigger>
    QJsonObject operator()(const Trigger & /*keda's*/) const
    {
        return {};
    }
};

QJsonObject trigger(const QString &type, const QString &name, const QString &metricType,
                    const QJsonObject &metadata, const PolicyAuthentication &authentication)
{
    QJsonObject json{{u"type"_s, type}, {u"metadata"_s, metadata}};
    if (!name.isEmpty()) {
        json.insert(u"name"_s, name);
    }
    if (!metricType.isEmpty()) {
        json.insert(u"metricType"_s, metricType);
    }
    if (!authentication.name.isEmpty()) {
        json.insert(u"authenticationRef"_s, QJsonObject{{u"name"_s, authentication.name},
                                                        {u"kind"_s, authentication.kind}});
    }
    return json;
}

QString typeText(HpaMetric::TargetType type)
{
    return policynames::metricTypes[static_cast<std::size_t>(type)];
}

/// name=value,name=value, as KEDA reads maps.
void insertPairs(QJsonObject &metadata, const QString &key, const PolicyTexts &pairs)
{
    QStringList list;
    for (auto pair = pairs.begin(); pair != pairs.end(); ++pair) {
        list << pair.key() + u'=' + pair.value();
    }
    if (!list.isEmpty()) {
        metadata.insert(key, list.join(u','));
    }
}

void insertText(QJsonObject &metadata, const QString &key, const QString &text)
{
    if (!text.isEmpty()) {
        metadata.insert(key, text);
    }
}

void insertTrue(QJsonObject &metadata, const QString &key, bool value)
{
    if (value) {
        metadata.insert(key, u"true"_s);
    }
}

QString boolText(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

void insertNumber(QJsonObject &metadata, const QString &key, std::optional<double> value)
{
    if (value) {
        metadata.insert(key, numberOf(*value));
    }
}

/// An entry of spec.triggers of a ScaledObject; empty for kinds that it has not.
class KedaTriggerJson
{
public:
    KedaTriggerJson(const Policy &policy, const CompileOptions &options)
        : m_policy(policy)
        , m_options(options)
    {}

    QJsonObject operator()(const PolicyResourceMetric &metric) const
    {
        QJsonObject metadata{
            {u"value"_s, metric.averageUtilization
                             ? QString::number(*metric.averageUtilization)
                             : metric.averageValue.value_or(PolicyQuantity{}).text}};
        if (!metric.container.isEmpty()) {
            metadata.insert(u"containerName"_s, metric.container);
        }
        return trigger(metric.name, {},
                       metric.averageUtilization ? u"Utilization"_s : u"AverageValue"_s, metadata,
                       {});
    }

    QJsonObject operator()(const PolicyPrometheusTrigger &written) const
    {
        const bool own = !written.serverAddress.isEmpty();
        const PolicyPrometheus &common = m_policy.prometheus;
        const QString address = own                               ? written.serverAddress
                                : !common.serverAddress.isEmpty() ? common.serverAddress
                                                                  : m_options.prometheusAddress;
        QJsonObject metadata{{u"serverAddress"_s, address},
                             {u"query"_s, written.query},
                             {u"threshold"_s, numberOf(written.threshold)},
                             {u"ignoreNullValues"_s, boolText(written.ignoreNullValues)}};
        insertNumber(metadata, u"activationThreshold"_s, written.activationThreshold);
        insertText(metadata, u"namespace"_s, written.nameSpace);
        insertPairs(metadata, u"customHeaders"_s, written.customHeaders);
        insertPairs(metadata, u"queryParameters"_s, written.queryParameters);
        insertTrue(metadata, u"unsafeSsl"_s, written.unsafeSsl);
        if (written.timeout) {
            metadata.insert(u"timeout"_s, QString::number(written.timeout->count()));
        }
        const bool ownSignIn = own || !written.authentication.name.isEmpty();
        return trigger(u"prometheus"_s, written.name, typeText(written.metricType), metadata,
                       ownSignIn ? written.authentication : common.authentication);
    }

    QJsonObject operator()(const PolicyRabbitmqTrigger &written) const
    {
        QJsonObject metadata{
            {u"queueName"_s, written.queue},
            {u"mode"_s,
             QString{policynames::rabbitmqModes[static_cast<std::size_t>(written.mode)]}},
            {u"value"_s, numberOf(written.value)}};
        insertNumber(metadata, u"activationValue"_s, written.activationValue);
        if (!written.hostFromEnv.isEmpty() || written.authentication.name.isEmpty()) {
            metadata.insert(u"hostFromEnv"_s, written.hostFromEnv.isEmpty() ? u"RABBITMQ_URL"_s
                                                                            : written.hostFromEnv);
        }
        insertText(metadata, u"vhostName"_s, written.vhost);
        insertText(metadata, u"protocol"_s, written.protocol);
        insertTrue(metadata, u"excludeUnacknowledged"_s, written.excludeUnacknowledged);
        return trigger(u"rabbitmq"_s, written.name,
                       typeText(written.metricType.value_or(written.usualType())), metadata,
                       written.authentication);
    }

    QJsonObject operator()(const PolicyKafkaTrigger &written) const
    {
        QJsonObject metadata{
            {u"bootstrapServers"_s, written.bootstrapServers},
            {u"consumerGroup"_s, written.consumerGroup},
            {u"topic"_s, written.topic},
            {u"lagThreshold"_s, QString::number(written.lagThreshold)},
            {u"allowIdleConsumers"_s, boolText(written.allowIdleConsumers)},
            {u"limitToPartitionsWithLag"_s, boolText(written.limitToPartitionsWithLag)},
            {u"excludePersistentLag"_s, boolText(written.excludePersistentLag)}};
        if (written.activationLagThreshold) {
            metadata.insert(u"activationLagThreshold"_s,
                            QString::number(*written.activationLagThreshold));
        }
        insertTrue(metadata, u"ensureEvenDistributionOfPartitions"_s,
                   written.ensureEvenDistribution);
        insertText(metadata, u"partitionLimitation"_s, written.partitionLimitation);
        insertTrue(metadata, u"scaleToZeroOnInvalidOffset"_s, written.scaleToZeroOnInvalidOffset);
        if (written.offsetReset != PolicyKafkaTrigger::OffsetReset::Latest) {
            metadata.insert(u"offsetResetPolicy"_s, QString{policynames::offsetResets.back()});
        }
        insertText(metadata, u"version"_s, written.version);
        return trigger(u"kafka"_s, written.name, typeText(written.metricType), metadata,
                       written.authentication);
    }

    QJsonObject operator()(const PolicyCronTrigger &written) const
    {
        return trigger(
            u"cron"_s, written.name, u"AverageValue"_s,
            {{u"timezone"_s, written.timezone.isEmpty() ? m_policy.timezone : written.timezone},
             {u"start"_s, written.start},
             {u"end"_s, written.end},
             {u"desiredReplicas"_s, QString::number(written.desiredReplicas)}},
            {});
    }

    template<typename Metric>
    QJsonObject operator()(const Metric & /*the HPA's*/) const
    {
        return {};
    }

private:
    const Policy &m_policy;
    const CompileOptions &m_options;
};

/// One source for each field of a list's item: the same item of the policy.
template<typename Make>
QJsonArray listOf(const PolicyComponent &component, std::size_t index, const QString &field,
                  const Make &make, Manifest &manifest)
{
    QJsonArray list;
    for (std::size_t i = 0; i < component.metrics.size(); ++i) {
        const QJsonObject item = std::visit(make, component.metrics[i]);
        if (!item.isEmpty()) {
            manifest.sources.insert(u"%1[%2]"_s.arg(field).arg(list.size()),
                                    u"%1.metrics[%2]"_s.arg(componentPath(index)).arg(i));
            list.append(item);
        }
    }
    return list;
}

} // namespace

QJsonObject jsonOf(const PolicyTexts &texts)
{
    QJsonObject json;
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        json.insert(text.key(), text.value());
    }
    return json;
}

QJsonArray hpaMetrics(const PolicyComponent &component, std::size_t index, Manifest &manifest)
{
    manifest.sources.insert(u"spec.metrics"_s, componentPath(index) + u".metrics"_s);
    return listOf(component, index, u"spec.metrics"_s, HpaMetricJson{}, manifest);
}

QJsonArray kedaTriggers(const Policy &policy, std::size_t index, const CompileOptions &options,
                        Manifest &manifest)
{
    manifest.sources.insert(u"spec.triggers"_s, componentPath(index) + u".metrics"_s);
    return listOf(policy.components[index], index, u"spec.triggers"_s,
                  KedaTriggerJson(policy, options), manifest);
}

} // namespace spillway
