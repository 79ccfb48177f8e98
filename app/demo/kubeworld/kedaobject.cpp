// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/kedaobject.h"

#include "kubeworld/clusterjson.h"
#include "scaling/hpajson.h"

#include <QCoreApplication>
#include <QMap>

#include <cmath>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::KedaOperator)
};

constexpr double milli = 1000;

Error cannotRead(const QString &path, const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("The ScaledObject cannot be used"),
                 .where = {},
                 .why = why,
                 .advice = {},
                 .position = DocumentPosition{.path = path}};
}

/// A number that KEDA's metadata hold as text.
std::optional<double> numberIn(const QJsonValue &metadata, const QString &key)
{
    bool ok = false;
    const double value = metadata[key].toString().toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// The keys that hold threshold and activation of a scaler.
struct Keys
{
    QString threshold;
    QString activation;
};

std::optional<Keys> keysOf(const QString &type)
{
    if (type == "prometheus"_L1) {
        return Keys{u"threshold"_s, u"activationThreshold"_s};
    }
    if (type == "rabbitmq"_L1) {
        return Keys{u"value"_s, u"activationValue"_s};
    }
    return std::nullopt;
}

Result<KedaTrigger> cronTrigger(const QJsonValue &metadata, const QString &path)
{
    const auto start = CronSchedule::parse(metadata["start"_L1].toString());
    const auto end = CronSchedule::parse(metadata["end"_L1].toString());
    const QTimeZone zone(metadata["timezone"_L1].toString().toUtf8());
    const auto replicas = numberIn(metadata, u"desiredReplicas"_s);
    if (!start || !end || !zone.isValid() || !replicas) {
        return cannotRead(path, Text::tr("A cron trigger needs start, end, timezone and "
                                         "desiredReplicas."));
    }
    KedaTrigger trigger;
    trigger.kind = KedaTrigger::Kind::Cron;
    trigger.cron = KedaTrigger::Cron{*start, *end, zone, static_cast<int>(*replicas)};
    return trigger;
}

Result<KedaTrigger> resourceTrigger(const QJsonObject &json, const QString &path)
{
    const auto value = numberIn(json["metadata"_L1], u"value"_s);
    if (!value || json["metricType"_L1].toString() != "Utilization"_L1) {
        return cannotRead(path, Text::tr("A trigger of a resource needs metricType Utilization and "
                                         "a value."));
    }
    HpaMetric metric;
    metric.name = json["type"_L1].toString();
    metric.averageUtilization = static_cast<std::int32_t>(*value);
    KedaTrigger trigger;
    trigger.kind = KedaTrigger::Kind::Resource;
    trigger.resource = metric;
    return trigger;
}

Result<KedaTrigger> triggerOf(const QJsonObject &json, const QString &path)
{
    const QString type = json["type"_L1].toString();
    const QJsonValue metadata = json["metadata"_L1];
    if (type == "cron"_L1) {
        return cronTrigger(metadata, path);
    }
    if (type == "cpu"_L1 || type == "memory"_L1) {
        return resourceTrigger(json, path);
    }
    const std::optional<Keys> keys = keysOf(type);
    const auto threshold = keys ? numberIn(metadata, keys->threshold) : std::nullopt;
    if (!threshold || *threshold <= 0) {
        return cannotRead(path, keys ? Text::tr("%1 is missing.").arg(keys->threshold)
                                     : Text::tr("The demo has no scaler %1.").arg(type));
    }
    KedaTrigger trigger;
    trigger.metricType = json["metricType"_L1].toString() == "Value"_L1
                             ? HpaMetric::TargetType::Value
                             : HpaMetric::TargetType::AverageValue;
    trigger.targetMilli = std::llround(*threshold * milli);
    trigger.activation = numberIn(metadata, keys->activation).value_or(0);
    trigger.nullIsZero = metadata["ignoreNullValues"_L1].toString() != "false"_L1;
    return trigger;
}

std::optional<KedaFallback> fallbackOf(const QJsonValue &json)
{
    if (!json.isObject()) {
        return std::nullopt;
    }
    static const QMap<QString, KedaFallback::Behavior> behaviors{
        {u"currentReplicas"_s, KedaFallback::Behavior::CurrentReplicas},
        {u"currentReplicasIfHigher"_s, KedaFallback::Behavior::CurrentReplicasIfHigher},
        {u"currentReplicasIfLower"_s, KedaFallback::Behavior::CurrentReplicasIfLower}};
    return KedaFallback{.failureThreshold = json["failureThreshold"_L1].toInt(3),
                        .replicas = json["replicas"_L1].toInt(),
                        .behavior = behaviors.value(json["behavior"_L1].toString(),
                                                    KedaFallback::Behavior::Static)};
}

QMap<QString, QString> annotationsOf(const QJsonObject &object)
{
    QMap<QString, QString> found;
    const QJsonObject annotations = object["metadata"_L1]["annotations"_L1].toObject();
    for (auto each = annotations.begin(); each != annotations.end(); ++each) {
        found.insert(each.key(), each.value().toString());
    }
    return found;
}

/// behavior is the HPA's own notation.
Result<std::optional<HpaBehavior>> behaviorOf(const QJsonValue &config)
{
    if (!config["behavior"_L1].isObject()) {
        return std::optional<HpaBehavior>();
    }
    const Result<HpaSpec> read = hpaSpecFromJson(
        {{u"maxReplicas"_s, 1}, {u"behavior"_s, config["behavior"_L1]}}, HpaController());
    return read ? Result(read->behavior) : Result<std::optional<HpaBehavior>>(read.error());
}

QString quantityOf(std::int64_t thousandths)
{
    return thousandths % 1000 == 0 ? QString::number(thousandths / 1000)
                                   : QString::number(thousandths) + u'm';
}

QJsonObject metricOf(const HpaMetric &metric, const QString &scaledObject)
{
    if (metric.source == HpaMetric::Source::Resource) {
        const QJsonObject target{{u"type"_s, u"Utilization"_s},
                                 {u"averageUtilization"_s, metric.averageUtilization.value_or(0)}};
        return {{u"type"_s, u"Resource"_s},
                {u"resource"_s, QJsonObject{{u"name"_s, metric.name}, {u"target"_s, target}}}};
    }
    const bool average = metric.averageValue.has_value();
    const QJsonObject target{{u"type"_s, average ? u"AverageValue"_s : u"Value"_s},
                             {average ? u"averageValue"_s : u"value"_s,
                              quantityOf(metric.averageValue.value_or(metric.value.value_or(0)))}};
    const QJsonObject selector{
        {u"matchLabels"_s, QJsonObject{{u"scaledobject.keda.sh/name"_s, scaledObject}}}};
    return {{u"type"_s, u"External"_s},
            {u"external"_s, QJsonObject{{u"metric"_s, QJsonObject{{u"name"_s, metric.name},
                                                                  {u"selector"_s, selector}}},
                                        {u"target"_s, target}}}};
}

/// "s0-prometheus", "s1-rabbitmq-generation"; empty for resources.
QString metricNameOf(const QJsonValue &trigger, qsizetype index)
{
    const QString type = trigger["type"_L1].toString();
    if (type == "cpu"_L1 || type == "memory"_L1) {
        return {};
    }
    const QString queue = trigger["metadata"_L1]["queueName"_L1].toString();
    return u"s%1-%2"_s.arg(index).arg(type) + (queue.isEmpty() ? QString() : u'-' + queue);
}

Result<KedaSpec> withTriggers(KedaSpec spec, const QJsonArray &triggers)
{
    for (qsizetype i = 0; i < triggers.size(); ++i) {
        Result<KedaTrigger> trigger =
            triggerOf(triggers[i].toObject(), u"spec.triggers[%1]"_s.arg(i));
        if (!trigger) {
            return trigger.error();
        }
        trigger->name = metricNameOf(triggers[i], i);
        spec.triggers.push_back(*trigger);
    }
    return spec;
}

} // namespace

QString hpaNameOf(const QJsonObject &scaledObject)
{
    const QJsonValue config =
        scaledObject["spec"_L1]["advanced"_L1]["horizontalPodAutoscalerConfig"_L1];
    const QString given = config["name"_L1].toString();
    return given.isEmpty() ? u"keda-hpa-"_s + nameOf(scaledObject) : given;
}

QStringList metricNamesOf(const QJsonObject &scaledObject)
{
    QStringList names;
    const QJsonArray triggers = scaledObject["spec"_L1]["triggers"_L1].toArray();
    for (qsizetype i = 0; i < triggers.size(); ++i) {
        names.append(metricNameOf(triggers[i], i));
    }
    names.removeAll(QString());
    return names;
}

Result<KedaSpec> kedaSpecFromJson(const QJsonObject &scaledObject)
{
    const QJsonObject json = scaledObject["spec"_L1].toObject();
    const QJsonValue advanced = json["advanced"_L1];
    if (!advanced["scalingModifiers"_L1]["formula"_L1].toString().isEmpty()) {
        return cannotRead(u"spec.advanced.scalingModifiers"_s,
                          Text::tr("The demo's operator has no formulas."));
    }
    KedaSpec spec;
    spec.pollingInterval = json["pollingInterval"_L1].toInteger(30);
    spec.cooldownPeriod = json["cooldownPeriod"_L1].toInteger(300);
    spec.initialCooldownPeriod = json["initialCooldownPeriod"_L1].toInteger();
    if (json.contains("idleReplicaCount"_L1)) {
        spec.idleReplicas = json["idleReplicaCount"_L1].toInt();
    }
    spec.minReplicas = json["minReplicaCount"_L1].toInt();
    spec.maxReplicas = json["maxReplicaCount"_L1].toInt(100);
    spec.fallback = fallbackOf(json["fallback"_L1]);
    const auto behavior = behaviorOf(advanced["horizontalPodAutoscalerConfig"_L1]);
    const Result<KedaAnnotations> annotations = KedaAnnotations::read(annotationsOf(scaledObject));
    if (!behavior || !annotations) {
        return behavior ? annotations.error() : behavior.error();
    }
    spec.behavior = *behavior;
    spec.annotations = *annotations;
    return withTriggers(std::move(spec), json["triggers"_L1].toArray());
}

KedaReading readTrigger(const QJsonObject &trigger, const ClusterLoad &load)
{
    const QString type = trigger["type"_L1].toString();
    const QJsonValue metadata = trigger["metadata"_L1];
    std::optional<double> value;
    if (type == "prometheus"_L1) {
        value = load.answer(metadata["query"_L1].toString());
    } else if (type == "rabbitmq"_L1) {
        value = load.signal(ClusterLoad::lengthOf(metadata["queueName"_L1].toString()));
    }
    KedaReading reading;
    reading.kind = value ? KedaReading::Kind::Value : KedaReading::Kind::Error;
    reading.value = value.value_or(0);
    return reading;
}

QJsonObject hpaOfScaledObject(const QJsonObject &scaledObject, const KedaSpec &spec)
{
    const HpaSpec hpa = hpaOfKeda(spec);
    QJsonArray metrics;
    for (const HpaMetric &metric : hpa.metrics) {
        metrics.append(metricOf(metric, nameOf(scaledObject)));
    }
    const QJsonValue target = scaledObject["spec"_L1]["scaleTargetRef"_L1];
    QJsonObject made{{u"scaleTargetRef"_s,
                      QJsonObject{{u"apiVersion"_s, target["apiVersion"_L1].toString(u"apps/v1"_s)},
                                  {u"kind"_s, target["kind"_L1].toString(u"Deployment"_s)},
                                  {u"name"_s, target["name"_L1]}}},
                     {u"minReplicas"_s, hpa.minReplicas},
                     {u"maxReplicas"_s, hpa.maxReplicas},
                     {u"metrics"_s, metrics}};
    const QJsonValue config =
        scaledObject["spec"_L1]["advanced"_L1]["horizontalPodAutoscalerConfig"_L1];
    if (config["behavior"_L1].isObject()) {
        made.insert(u"behavior"_s, config["behavior"_L1]);
    }
    const QJsonObject labels{{u"app.kubernetes.io/managed-by"_s, u"keda-operator"_s},
                             {u"app.kubernetes.io/name"_s, hpaNameOf(scaledObject)},
                             {u"app.kubernetes.io/part-of"_s, nameOf(scaledObject)},
                             {u"scaledobject.keda.sh/name"_s, nameOf(scaledObject)}};
    return {{u"apiVersion"_s, u"autoscaling/v2"_s},
            {u"kind"_s, u"HorizontalPodAutoscaler"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, hpaNameOf(scaledObject)},
                                        {u"namespace"_s, namespaceOf(scaledObject)},
                                        {u"labels"_s, labels},
                                        {u"ownerReferences"_s, controlledBy(scaledObject)}}},
            {u"spec"_s, made}};
}

} // namespace spillway::demo
