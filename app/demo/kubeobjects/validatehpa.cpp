// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"
#include "kubeobjects/jsontools.h"
#include "kubeobjects/validation.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

bool has(const QJsonObject &object, QLatin1String key)
{
    return !object[key].isUndefined() && !object[key].isNull();
}

bool isPositive(const QJsonValue &quantity)
{
    const Result<Quantity> parsed = parseQuantity(quantity.toString());
    return parsed.ok() && parsed->micro > 0;
}

void checkReference(FieldErrors &errors, const QJsonObject &reference, const QString &path)
{
    for (const QLatin1String key : {"kind"_L1, "name"_L1}) {
        if (reference[key].toString().isEmpty()) {
            errors.required(path + u'.' + key);
        }
    }
    const QString apiVersion = reference["apiVersion"_L1].toString();
    if (apiVersion.section(u'/', 0, -2).isEmpty() && apiVersion != "v1"_L1) {
        errors.invalid(path + u".apiVersion", apiVersion, u"apiVersion must specify API group"_s);
    }
}

void checkTarget(FieldErrors &errors, const QJsonObject &target, const QString &path)
{
    static const QStringList types{u"Utilization"_s, u"Value"_s, u"AverageValue"_s};
    const QString type = target["type"_L1].toString();
    if (type.isEmpty()) {
        errors.required(path + u".type", u"must specify a metric target type"_s);
    }
    if (!types.contains(type)) {
        errors.invalid(path + u".type", type,
                       u"must be either Utilization, Value, or AverageValue"_s);
    }
    for (const QLatin1String key : {"value"_L1, "averageValue"_L1}) {
        if (has(target, key) && !isPositive(target[key])) {
            errors.invalid(path + u'.' + key, target[key], u"must be positive"_s);
        }
    }
    if (has(target, "averageUtilization"_L1) && target["averageUtilization"_L1].toInt() < 1) {
        errors.invalid(path + u".averageUtilization", target["averageUtilization"_L1],
                       u"must be greater than 0"_s);
    }
}

void checkMetricName(FieldErrors &errors, const QJsonObject &source, const QString &path)
{
    if (source["metric"_L1]["name"_L1].toString().isEmpty()) {
        errors.required(path + u".metric.name", u"must specify a metric name"_s);
    }
}

void checkObject(FieldErrors &errors, const QJsonObject &source, const QString &path)
{
    const QJsonObject target = source["target"_L1].toObject();
    checkReference(errors, source["describedObject"_L1].toObject(), path + u".describedObject");
    checkMetricName(errors, source, path);
    checkTarget(errors, target, path + u".target");
    if (!has(target, "value"_L1) && !has(target, "averageValue"_L1)) {
        errors.required(path + u".target.averageValue",
                        u"must set either a target value for metric or a per-pod target"_s);
    }
}

void checkExternal(FieldErrors &errors, const QJsonObject &source, const QString &path)
{
    const QJsonObject target = source["target"_L1].toObject();
    checkMetricName(errors, source, path);
    checkTarget(errors, target, path + u".target");
    const bool value = has(target, "value"_L1);
    const bool average = has(target, "averageValue"_L1);
    if (!value && !average) {
        errors.required(path + u".target.averageValue",
                        u"must set either a target value for metric or a per-pod target"_s);
    }
    if (value && average) {
        errors.forbidden(path + u".target.value",
                         u"may not set both a target value for metric and a per-pod target"_s);
    }
}

void checkPods(FieldErrors &errors, const QJsonObject &source, const QString &path)
{
    const QJsonObject target = source["target"_L1].toObject();
    checkMetricName(errors, source, path);
    checkTarget(errors, target, path + u".target");
    if (!isPositive(target["averageValue"_L1])) {
        errors.required(path + u".target.averageValue",
                        u"must specify a positive target averageValue"_s);
    }
}

void checkResource(FieldErrors &errors, const QJsonObject &source, const QString &path)
{
    const QJsonObject target = source["target"_L1].toObject();
    if (source["name"_L1].toString().isEmpty()) {
        errors.required(path + u".name", u"must specify a resource name"_s);
    }
    checkTarget(errors, target, path + u".target");
    const bool utilization = has(target, "averageUtilization"_L1);
    const bool value = has(target, "averageValue"_L1);
    if (!utilization && !value) {
        errors.required(path + u".target.averageUtilization",
                        u"must set either a target raw value or a target utilization"_s);
    }
    if (utilization && value) {
        errors.forbidden(path + u".target.averageValue",
                         u"may not set both a target raw value and a target utilization"_s);
    }
}

void checkContainerResource(FieldErrors &errors, const QJsonObject &source, const QString &path)
{
    if (source["container"_L1].toString().isEmpty()) {
        errors.required(path + u".container", u"must specify a container name"_s);
    }
    checkResource(errors, source, path);
}

struct Source
{
    QLatin1String type;
    QLatin1String key;
    void (*check)(FieldErrors &, const QJsonObject &, const QString &) = nullptr;
};

constexpr std::array sources{
    Source{"ContainerResource"_L1, "containerResource"_L1, checkContainerResource},
    Source{"External"_L1, "external"_L1, checkExternal},
    Source{"Object"_L1, "object"_L1, checkObject},
    Source{"Pods"_L1, "pods"_L1, checkPods},
    Source{"Resource"_L1, "resource"_L1, checkResource},
};

void checkMetric(FieldErrors &errors, const QJsonObject &metric, const QString &path)
{
    static const QStringList types = [] {
        QStringList names;
        for (const Source &source : sources) {
            names.append(source.type);
        }
        return names;
    }();
    const QString type = metric["type"_L1].toString();
    if (type.isEmpty()) {
        errors.required(path + u".type", u"must specify a metric source type"_s);
    }
    if (!types.contains(type)) {
        // The server checks the type in two places and reports it twice.
        errors.unsupported(path + u".type", type, types);
        errors.unsupported(path + u".type", type, types);
    }
    QStringList present;
    for (const Source &source : sources) {
        if (metric.contains(source.key)) {
            present.append(source.key);
            if (present.size() == 1) {
                source.check(errors, metric[source.key].toObject(), path + u'.' + source.key);
            }
        }
    }
    for (const Source &source : sources) {
        if (source.type == type && !metric.contains(source.key)) {
            errors.required(path + u'.' + source.key,
                            u"must populate information for the given metric source"_s);
        }
        if (source.type == type) {
            present.removeAll(source.key);
        }
    }
    for (const QString &other : std::as_const(present)) {
        errors.forbidden(path + u'.' + other, u"must populate the given metric source only"_s);
    }
}

void checkPolicy(FieldErrors &errors, const QJsonObject &policy, const QString &path)
{
    if (const QString type = policy["type"_L1].toString();
        type != "Percent"_L1 && type != "Pods"_L1) {
        errors.unsupported(path + u".type", type, {u"Percent"_s, u"Pods"_s});
    }
    if (policy["value"_L1].toInt() <= 0) {
        errors.invalid(path + u".value", policy["value"_L1], u"must be greater than zero"_s);
    }
    const int period = policy["periodSeconds"_L1].toInt();
    if (period <= 0) {
        errors.invalid(path + u".periodSeconds", period, u"must be greater than zero"_s);
    }
    if (period > 1800) {
        errors.invalid(path + u".periodSeconds", period, u"must be less than or equal to 1800"_s);
    }
}

void checkRules(FieldErrors &errors, const QJsonObject &rules, const QString &path)
{
    const int window = rules["stabilizationWindowSeconds"_L1].toInt();
    if (window < 0) {
        errors.invalid(path + u".stabilizationWindowSeconds", window,
                       u"must be greater than or equal to zero"_s);
    }
    if (window > 3600) {
        errors.invalid(path + u".stabilizationWindowSeconds", window,
                       u"must be less than or equal to 3600"_s);
    }
    static const QStringList selects{u"Disabled"_s, u"Max"_s, u"Min"_s};
    if (const QJsonValue select = rules["selectPolicy"_L1];
        select.isString() && !selects.contains(select.toString())) {
        errors.unsupported(path + u".selectPolicy", select, selects);
    }
    const QJsonArray policies = rules["policies"_L1].toArray();
    if (policies.isEmpty()) {
        errors.required(path + u".policies", u"must specify at least one Policy"_s);
    }
    for (qsizetype i = 0; i < policies.size(); ++i) {
        checkPolicy(errors, policies[i].toObject(), u"%1.policies[%2]"_s.arg(path).arg(i));
    }
    if (rules["tolerance"_L1].toString().startsWith(u'-')) {
        errors.invalid(path + u".tolerance", rules["tolerance"_L1],
                       u"must be greater than or equal to 0"_s);
    }
}

void checkBounds(FieldErrors &errors, const QJsonObject &spec)
{
    const QJsonValue min = spec["minReplicas"_L1];
    const QJsonValue max = spec["maxReplicas"_L1];
    if (min.isDouble() && min.toInteger() < 1) {
        errors.invalid(u"spec.minReplicas"_s, min, u"must be greater than or equal to 1"_s);
    }
    if (max.toInteger() == 0) {
        errors.required(u"spec.maxReplicas"_s, u"must be set and greater than 0"_s);
    } else if (max.toInteger() < 1) {
        errors.invalid(u"spec.maxReplicas"_s, max, u"must be greater than or equal to 1"_s);
    }
    if (min.isDouble() && max.toInteger() < min.toInteger()) {
        errors.invalid(u"spec.maxReplicas"_s, max,
                       u"must be greater than or equal to `minReplicas`"_s);
    }
}

} // namespace

void validateHpa(FieldErrors &errors, const QJsonObject &object)
{
    const QJsonObject spec = object["spec"_L1].toObject();
    checkBounds(errors, spec);
    checkReference(errors, spec["scaleTargetRef"_L1].toObject(), u"spec.scaleTargetRef"_s);
    const QJsonArray metrics = spec["metrics"_L1].toArray();
    bool fromOutside = false;
    for (qsizetype i = 0; i < metrics.size(); ++i) {
        const QJsonObject metric = metrics[i].toObject();
        checkMetric(errors, metric, u"spec.metrics[%1]"_s.arg(i));
        const QString type = metric["type"_L1].toString();
        fromOutside = fromOutside || type == "Object"_L1 || type == "External"_L1;
    }
    if (spec["minReplicas"_L1].isDouble() && spec["minReplicas"_L1].toInteger() == 0 &&
        !fromOutside) {
        errors.forbidden(u"spec.metrics"_s,
                         u"must specify at least one Object or External metric to support "
                         "scaling to zero replicas"_s);
    }
    const QJsonObject behavior = spec["behavior"_L1].toObject();
    for (const QLatin1String key : {"scaleUp"_L1, "scaleDown"_L1}) {
        if (behavior.contains(key)) {
            checkRules(errors, behavior[key].toObject(), u"spec.behavior."_s + key);
        }
    }
}

} // namespace spillway::demo
