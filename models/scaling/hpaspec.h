// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace spillway {

/// The parts of a HorizontalPodAutoscaler (autoscaling/v2) that decide, as plain values. Quantities
/// are already in milli-units.
/// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
struct HpaMetric
{
    enum class Source { Resource, ContainerResource, Pods, Object, External };
    enum class TargetType { Utilization, AverageValue, Value };

    Source source = Source::Resource;
    QString name; ///< resource or metric name
    TargetType targetType = TargetType::Utilization;
    std::optional<std::int32_t> averageUtilization; ///< per cent
    std::optional<std::int64_t> averageValue;       ///< milli-units
    std::optional<std::int64_t> value;              ///< milli-units

    [[nodiscard]] bool isPerPodSample() const
    {
        return source == Source::Resource || source == Source::ContainerResource ||
               source == Source::Pods;
    }
    /// Only CPU samples of starting pods are distrusted.
    [[nodiscard]] bool isCpu() const
    {
        return (source == Source::Resource || source == Source::ContainerResource) &&
               name == QLatin1String("cpu");
    }
    friend bool operator==(const HpaMetric &, const HpaMetric &) = default;
};

struct HpaPolicy
{
    enum class Type { Pods, Percent };
    Type type = Type::Pods;
    std::int32_t value = 0;
    std::int32_t periodSeconds = 0;
    friend bool operator==(const HpaPolicy &, const HpaPolicy &) = default;
};

/// One direction of spec.behavior, after defaulting.
struct HpaRules
{
    enum class Select { Max, Min, Disabled };
    std::int32_t stabilizationWindowSeconds = 0;
    Select select = Select::Max;
    std::vector<HpaPolicy> policies;
    std::optional<double> tolerance; ///< none: the controller's

    [[nodiscard]] std::int32_t longestPeriod() const;
    friend bool operator==(const HpaRules &, const HpaRules &) = default;
};

struct HpaBehavior
{
    HpaRules scaleUp;
    HpaRules scaleDown;
    friend bool operator==(const HpaBehavior &, const HpaBehavior &) = default;
};

struct HpaSpec
{
    std::int32_t minReplicas = 1;
    std::int32_t maxReplicas = 1;
    std::vector<HpaMetric> metrics;
    std::optional<HpaBehavior> behavior; ///< none: the legacy normalisation

    friend bool operator==(const HpaSpec &, const HpaSpec &) = default;
};

/// Flags of kube-controller-manager, with their defaults.
struct HpaController
{
    double tolerance = 0.1;
    std::int64_t downscaleStabilizationSeconds = 300;
    std::int64_t cpuInitializationPeriodSeconds = 300;
    std::int64_t initialReadinessDelaySeconds = 30;
    bool scaleToZero = false; ///< feature gate HPAScaleToZero
    /// Below 33 the tolerance is symmetric and tested as abs(1 - ratio); below 35 a tolerance in
    /// spec.behavior is not looked at (feature gate HPAConfigurableTolerance).
    int kubernetesMinor = 36;

    friend bool operator==(const HpaController &, const HpaController &) = default;
};

/// What the API server fills in where spec.behavior.scaleUp or scaleDown leaves something out.
[[nodiscard]] HpaRules defaultScaleUpRules();
[[nodiscard]] HpaRules defaultScaleDownRules(const HpaController &controller);
/// What it fills in for absent metrics: cpu at 80 %.
[[nodiscard]] HpaMetric defaultMetric();

} // namespace spillway
