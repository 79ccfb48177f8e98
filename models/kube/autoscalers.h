// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/objectmeta.h"

namespace spillway::kube {

/// Which workload is scaled.
struct ScaleTarget
{
    QString apiVersion; ///< empty in a ScaledObject = apps/v1
    QString kind;       ///< empty in a ScaledObject = Deployment
    QString name;
    friend bool operator==(const ScaleTarget &, const ScaleTarget &) = default;
};

/// A target, or a current value, of a metric.
struct MetricValue
{
    QString type;         ///< of a target: "Utilization", "AverageValue" or "Value"
    QString value;        ///< quantity as written
    QString averageValue; ///< quantity as written
    std::optional<qint32> averageUtilization;
    friend bool operator==(const MetricValue &, const MetricValue &) = default;
};

/// spec.metrics[] or status.currentMetrics[]. The controller reorders the list: compare by key().
struct HpaMetricSource
{
    QString type; ///< "Resource", "ContainerResource", "Pods", "Object", "External"; may be empty
    QString name; ///< resource or metric
    QString container;
    QByteArray selector; ///< JSON of metric.selector, or empty
    ScaleTarget described;
    MetricValue value;

    [[nodiscard]] QString key() const;
    friend bool operator==(const HpaMetricSource &, const HpaMetricSource &) = default;
};

struct HpaScalingPolicy
{
    QString type;
    qint32 value = 0;
    qint32 periodSeconds = 0;
    friend bool operator==(const HpaScalingPolicy &, const HpaScalingPolicy &) = default;
};

struct HpaScalingRules
{
    std::optional<qint32> stabilizationWindowSeconds;
    QString selectPolicy;
    QString tolerance; ///< quantity as written
    QList<HpaScalingPolicy> policies;
    friend bool operator==(const HpaScalingRules &, const HpaScalingRules &) = default;
};

/// autoscaling/v2 HorizontalPodAutoscaler.
struct HorizontalPodAutoscaler
{
    ObjectMeta meta;
    ScaleTarget target;
    std::optional<qint32> minReplicas;
    qint32 maxReplicas = 0;
    QList<HpaMetricSource> metrics;
    std::optional<HpaScalingRules> scaleUp;
    std::optional<HpaScalingRules> scaleDown;
    QByteArray spec; ///< JSON as received, for specHash()

    qint32 current = 0;
    qint32 desired = 0;
    std::optional<EpochMs> lastScaled;
    QList<HpaMetricSource> currentMetrics;
    QList<Condition> conditions;
    friend bool operator==(const HorizontalPodAutoscaler &,
                           const HorizontalPodAutoscaler &) = default;
};

struct ScaledObjectTrigger
{
    QString type;
    QString name;
    QString metricType;
    Texts metadata;
    friend bool operator==(const ScaledObjectTrigger &, const ScaledObjectTrigger &) = default;
};

/// keda.sh/v1alpha1 ScaledObject. Fields it does not set have KEDA's own defaults.
struct ScaledObject
{
    ObjectMeta meta;
    ScaleTarget target;
    std::optional<qint32> minReplicas;
    std::optional<qint32> maxReplicas;
    std::optional<qint32> idleReplicas;
    std::optional<qint32> pollingInterval;
    std::optional<qint32> cooldownPeriod;
    QList<ScaledObjectTrigger> triggers;
    QByteArray spec;
    QString hpaName;                      ///< status.hpaName, or the name the spec gives it
    std::optional<qint32> pausedReplicas; ///< status: what it really is paused at
    QList<Condition> conditions;

    /// Paused as the operator reports it, not as the annotations wish (H4).
    [[nodiscard]] bool isPaused() const;
    friend bool operator==(const ScaledObject &, const ScaledObject &) = default;
};

/// SHA-256 of a spec in canonical form: keys sorted, HPA metrics in the order of their keys. An HPA
/// has no generation: this tells whether its spec changed (C2, H1).
[[nodiscard]] QByteArray specHash(const QByteArray &specJson);

} // namespace spillway::kube
