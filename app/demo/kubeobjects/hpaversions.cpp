// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/hpaversions.h"

#include "kubeobjects/jsontools.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

constexpr auto metricsNote = "autoscaling.alpha.kubernetes.io/metrics"_L1;
constexpr auto behaviorNote = "autoscaling.alpha.kubernetes.io/behavior"_L1;
constexpr auto conditionsNote = "autoscaling.alpha.kubernetes.io/conditions"_L1;
constexpr auto currentNote = "autoscaling.alpha.kubernetes.io/current-metrics"_L1;

using KeyChange = std::function<QString(const QString &)>;

QJsonValue withKeys(const QJsonValue &value, const KeyChange &change)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue item : value.toArray()) {
            list.append(withKeys(item, change));
        }
        return list;
    }
    if (!value.isObject()) {
        return value;
    }
    const QJsonObject object = value.toObject();
    QJsonObject changed;
    for (auto it = object.begin(); it != object.end(); ++it) {
        changed[change(it.key())] = withKeys(it.value(), change);
    }
    return changed;
}

QString small(const QString &key)
{
    return key.left(1).toLower() + key.mid(1);
}

QJsonValue parsed(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/// A policy or rule in the order of the internal Go struct, which the annotation is made of.
QString rulesText(const QJsonObject &rules)
{
    QStringList policies;
    for (const QJsonValue policy : rules.value("policies"_L1).toArray()) {
        policies.append(u"{\"Type\":%1,\"Value\":%2,\"PeriodSeconds\":%3}"_s.arg(
            goJson(policy["type"_L1]), goJson(policy["value"_L1]),
            goJson(policy["periodSeconds"_L1])));
    }
    const auto orNull = [&rules](QLatin1String key) {
        return rules.contains(key) ? goJson(rules[key]) : u"null"_s;
    };
    return u"{\"StabilizationWindowSeconds\":%1,\"SelectPolicy\":%2,\"Policies\":%3,"
           "\"Tolerance\":%4}"_s.arg(orNull("stabilizationWindowSeconds"_L1),
                                     orNull("selectPolicy"_L1), u'[' + policies.join(u',') + u']',
                                     orNull("tolerance"_L1));
}

QString behaviorText(const QJsonObject &behavior)
{
    const auto text = [&behavior](QLatin1String key) {
        return behavior.contains(key) ? rulesText(behavior.value(key).toObject()) : u"null"_s;
    };
    return u"{\"ScaleUp\":%1,\"ScaleDown\":%2}"_s.arg(text("scaleUp"_L1), text("scaleDown"_L1));
}

QJsonObject withoutNulls(const QJsonObject &object)
{
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isObject()) {
            kept[it.key()] = withoutNulls(it.value().toObject());
        } else if (!it.value().isNull()) {
            kept[it.key()] = it.value();
        }
    }
    return kept;
}

void copy(const QJsonObject &from, QLatin1String fromKey, QJsonObject &to, QLatin1String toKey)
{
    if (from.contains(fromKey)) {
        to[toKey] = from[fromKey];
    }
}

struct MetricNames
{
    QLatin1String source;
    QLatin1String value;        ///< of target.value in v1; empty if there is none
    QLatin1String averageValue; ///< of target.averageValue
    bool named = true;          ///< has metric {name, selector}
};

constexpr std::array metricNames{
    MetricNames{"resource"_L1, ""_L1, "targetAverageValue"_L1, false},
    MetricNames{"containerResource"_L1, ""_L1, "targetAverageValue"_L1, false},
    MetricNames{"pods"_L1, ""_L1, "targetAverageValue"_L1},
    MetricNames{"object"_L1, "targetValue"_L1, "averageValue"_L1},
    MetricNames{"external"_L1, "targetValue"_L1, "targetAverageValue"_L1},
};

QJsonObject sourceToV1(const MetricNames &names, const QJsonObject &source)
{
    QJsonObject old;
    const QJsonObject target = source["target"_L1].toObject();
    copy(source, "name"_L1, old, "name"_L1);
    copy(source, "container"_L1, old, "container"_L1);
    copy(source, "describedObject"_L1, old, "target"_L1);
    copy(target, "averageUtilization"_L1, old, "targetAverageUtilization"_L1);
    copy(target, "averageValue"_L1, old, names.averageValue);
    if (names.named) {
        const QJsonObject metric = source["metric"_L1].toObject();
        copy(metric, "name"_L1, old, "metricName"_L1);
        copy(metric, "selector"_L1, old,
             names.source == "external"_L1 ? "metricSelector"_L1 : "selector"_L1);
    }
    if (!names.value.isEmpty()) {
        copy(target, "value"_L1, old, names.value);
    }
    return old;
}

QJsonObject sourceToV2(const MetricNames &names, const QJsonObject &old)
{
    QJsonObject source;
    QJsonObject target;
    copy(old, "name"_L1, source, "name"_L1);
    copy(old, "container"_L1, source, "container"_L1);
    copy(old, "target"_L1, source, "describedObject"_L1);
    copy(old, "targetAverageUtilization"_L1, target, "averageUtilization"_L1);
    copy(old, names.averageValue, target, "averageValue"_L1);
    if (!names.value.isEmpty()) {
        copy(old, names.value, target, "value"_L1);
    }
    target["type"_L1] = target.contains("averageUtilization"_L1) ? "Utilization"_L1
                        : target.contains("averageValue"_L1)     ? "AverageValue"_L1
                                                                 : "Value"_L1;
    if (names.named) {
        QJsonObject metric;
        copy(old, "metricName"_L1, metric, "name"_L1);
        copy(old, names.source == "external"_L1 ? "metricSelector"_L1 : "selector"_L1, metric,
             "selector"_L1);
        source["metric"_L1] = metric;
    }
    source["target"_L1] = target;
    return source;
}

QJsonObject metricChanged(const QJsonObject &metric,
                          QJsonObject (*change)(const MetricNames &, const QJsonObject &))
{
    QJsonObject changed = metric;
    for (const MetricNames &names : metricNames) {
        if (metric.contains(names.source)) {
            changed[names.source] = change(names, metric[names.source].toObject());
        }
    }
    return changed;
}

bool isCpuUtilization(const QJsonObject &metric)
{
    const QJsonObject resource = metric["resource"_L1].toObject();
    return resource["name"_L1].toString() == "cpu"_L1 &&
           resource["target"_L1].toObject().contains("averageUtilization"_L1);
}

void setNotes(QJsonObject &object, const QJsonObject &notes)
{
    setAt(object, {u"metadata"_s, u"annotations"_s},
          notes.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(notes));
}

void statusToV1(QJsonObject &status, QJsonObject &notes)
{
    if (status.contains("conditions"_L1)) {
        notes[conditionsNote] = goJson(status.take("conditions"_L1));
    }
    const QJsonArray current = status.take("currentMetrics"_L1).toArray();
    QJsonArray others;
    for (const QJsonValue metric : current) {
        const QJsonValue used = metric["resource"_L1]["current"_L1]["averageUtilization"_L1];
        if (metric["resource"_L1]["name"_L1].toString() == "cpu"_L1 && used.isDouble()) {
            status["currentCPUUtilizationPercentage"_L1] = used;
        } else {
            others.append(metric);
        }
    }
    if (!others.isEmpty()) {
        notes[currentNote] = goJson(others);
    }
    setDefault(status, "currentReplicas"_L1, 0);
}

} // namespace

QJsonObject hpaToV1(const QJsonObject &v2)
{
    QJsonObject v1 = v2;
    QJsonObject spec = v2.value("spec"_L1).toObject();
    QJsonObject status = v2.value("status"_L1).toObject();
    QJsonObject notes = objectAt(v2, {u"metadata"_s, u"annotations"_s});
    QJsonArray others;
    for (const QJsonValue metric : spec.take("metrics"_L1).toArray()) {
        if (isCpuUtilization(metric.toObject()) &&
            !spec.contains("targetCPUUtilizationPercentage"_L1)) {
            spec["targetCPUUtilizationPercentage"_L1] =
                metric["resource"_L1]["target"_L1]["averageUtilization"_L1];
        } else {
            others.append(metricChanged(metric.toObject(), sourceToV1));
        }
    }
    if (!others.isEmpty()) {
        notes[metricsNote] = goJson(others);
    }
    if (const QJsonObject behavior = spec.take("behavior"_L1).toObject(); !behavior.isEmpty()) {
        notes[behaviorNote] = behaviorText(behavior);
    }
    statusToV1(status, notes);
    v1["spec"_L1] = spec;
    v1["status"_L1] = status;
    setNotes(v1, notes);
    return v1;
}

QJsonObject hpaToV2(const QJsonObject &v1)
{
    QJsonObject v2 = v1;
    QJsonObject spec = v1.value("spec"_L1).toObject();
    QJsonObject status = v1.value("status"_L1).toObject();
    QJsonObject notes = objectAt(v1, {u"metadata"_s, u"annotations"_s});
    QJsonArray metrics;
    for (const QJsonValue metric : parsed(notes.take(metricsNote).toString()).toArray()) {
        metrics.append(metricChanged(metric.toObject(), sourceToV2));
    }
    if (const QJsonValue cpu = spec.take("targetCPUUtilizationPercentage"_L1); cpu.isDouble()) {
        const QJsonObject target{{"type"_L1, "Utilization"_L1}, {"averageUtilization"_L1, cpu}};
        metrics.append(QJsonObject{
            {"type"_L1, "Resource"_L1},
            {"resource"_L1, QJsonObject{{"name"_L1, "cpu"_L1}, {"target"_L1, target}}}});
    }
    if (!metrics.isEmpty()) {
        spec["metrics"_L1] = metrics;
    }
    const QJsonObject behavior = parsed(notes.take(behaviorNote).toString()).toObject();
    if (!behavior.isEmpty()) {
        spec["behavior"_L1] = withoutNulls(withKeys(behavior, small).toObject());
    }
    if (const QString conditions = notes.take(conditionsNote).toString(); !conditions.isEmpty()) {
        status["conditions"_L1] = parsed(conditions);
    }
    const QJsonArray current = parsed(notes.take(currentNote).toString()).toArray();
    status.remove("currentCPUUtilizationPercentage"_L1);
    status["currentMetrics"_L1] = current.isEmpty() ? QJsonValue() : QJsonValue(current);
    v2["spec"_L1] = spec;
    v2["status"_L1] = status;
    setNotes(v2, notes);
    return v2;
}

} // namespace spillway::demo
