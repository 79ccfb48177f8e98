// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

/// Objects that do nothing in a cluster: their targets do not exist, nothing of them runs.
namespace spillway::contract {

using namespace Qt::StringLiterals;

/// Whoever makes them, lists in a shared cluster are told apart by this label.
inline QJsonObject labelled(const QString &name, const QString &set)
{
    return {{"name"_L1, name}, {"labels"_L1, QJsonObject{{"contract-set"_L1, set}}}};
}

inline QJsonObject named(const QString &name)
{
    return {{"name"_L1, name}};
}

inline QJsonObject configMap(const QJsonObject &meta, const QJsonObject &data)
{
    return {{"apiVersion"_L1, "v1"_L1},
            {"kind"_L1, "ConfigMap"_L1},
            {"metadata"_L1, meta},
            {"data"_L1, data}};
}

/// A manifest with a spec of its own.
inline QJsonObject withSpec(const char *apiVersion, const char *kind, const QString &name,
                            const QJsonObject &spec)
{
    return {{"apiVersion"_L1, QLatin1String(apiVersion)},
            {"kind"_L1, QLatin1String(kind)},
            {"metadata"_L1, named(name)},
            {"spec"_L1, spec}};
}

inline QJsonObject hpa(const QString &name, const QJsonObject &spec)
{
    return withSpec("autoscaling/v2", "HorizontalPodAutoscaler", name, spec);
}

/// A metric of an HPA: use of the CPU in percent.
inline QJsonObject cpuMetric(int percent)
{
    const QJsonObject target{{"type"_L1, "Utilization"_L1}, {"averageUtilization"_L1, percent}};
    return {{"type"_L1, "Resource"_L1},
            {"resource"_L1, QJsonObject{{"name"_L1, "cpu"_L1}, {"target"_L1, target}}}};
}

inline QJsonObject hpaTarget(const QString &name)
{
    return {{"apiVersion"_L1, "apps/v1"_L1}, {"kind"_L1, "Deployment"_L1}, {"name"_L1, name}};
}

/// What the policy says of an HPA, without the bounds.
inline QJsonObject hpaSpec()
{
    return {{"scaleTargetRef"_L1, hpaTarget(u"nobody"_s)},
            {"metrics"_L1, QJsonArray{cpuMetric(70)}}};
}

inline QJsonObject scaledObject(const QString &name, const QJsonObject &spec)
{
    return withSpec("keda.sh/v1alpha1", "ScaledObject", name, spec);
}

/// What the policy says of a ScaledObject, without the bounds.
inline QJsonObject scaledObjectSpec()
{
    const QJsonObject metadata{{"serverAddress"_L1, "http://prometheus.invalid:9090"_L1},
                               {"query"_L1, "sum(queue_depth)"_L1},
                               {"threshold"_L1, "10"_L1}};
    const QJsonObject trigger{{"type"_L1, "prometheus"_L1}, {"metadata"_L1, metadata}};
    return {{"scaleTargetRef"_L1, QJsonObject{{"name"_L1, "nobody"_L1}}},
            {"triggers"_L1, QJsonArray{trigger}}};
}

/// A pod template whose image does not exist anywhere.
inline QJsonObject podTemplate(const QString &app)
{
    const QJsonObject container{{"name"_L1, "main"_L1}, {"image"_L1, "contract.invalid/none:1"_L1}};
    return {{"metadata"_L1, QJsonObject{{"labels"_L1, QJsonObject{{"app"_L1, app}}}}},
            {"spec"_L1, QJsonObject{{"containers"_L1, QJsonArray{container}}}}};
}

/// Paused, so that a Deployment controller makes no pods whatever its replicas.
inline QJsonObject pausedDeployment(const QString &name)
{
    const QJsonObject selector{{"matchLabels"_L1, QJsonObject{{"app"_L1, name}}}};
    return withSpec(
        "apps/v1", "Deployment", name,
        {{"paused"_L1, true}, {"selector"_L1, selector}, {"template"_L1, podTemplate(name)}});
}

inline QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

} // namespace spillway::contract
