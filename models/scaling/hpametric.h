// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/hpadecision.h"
#include "scaling/hpaspec.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace spillway {

/// One pod as the controller sees it at a sync. Ages are in seconds.
struct HpaPod
{
    enum class Phase : std::uint8_t { Pending, Running, Succeeded, Failed };

    std::optional<std::int64_t> usageMilli;   ///< none: the metrics API has no sample for it
    std::optional<std::int64_t> requestMilli; ///< none: the request is not set
    std::int64_t readySecondsAgo = 3590;      ///< since the Ready condition last changed
    std::int64_t startedSecondsAgo = 3600;
    std::int64_t sampleSecondsAgo = 10;
    std::int64_t windowSeconds = 30;
    Phase phase = Phase::Running;
    bool ready = true;
    bool deleted = false;
    bool hasReadyCondition = true;
    bool hasStartTime = true;
    bool gone = false; ///< the sample outlived the pod object
};

/// What the metrics APIs answered for one element of spec.metrics.
struct HpaReading
{
    bool error = false;
    std::vector<std::int64_t> seriesMilli; ///< External
    std::int64_t valueMilli = 0;           ///< Object
    std::vector<HpaPod> pods;              ///< Resource, ContainerResource, Pods
};

/// What every metric of one sync shares.
struct HpaScale
{
    std::int32_t current = 0;        ///< scale.spec.replicas
    std::int32_t statusReplicas = 0; ///< scale.status.replicas
    std::int32_t podCount = 0;       ///< pods matching the selector
    std::int32_t readyPods = 0;      ///< of them running and ready
};

/// The band of ratios in which nothing is done.
class HpaTolerance
{
public:
    HpaTolerance(const HpaController &controller, const std::optional<HpaBehavior> &behavior);
    [[nodiscard]] bool within(double ratio) const;

private:
    double m_up;
    double m_down;
    bool m_symmetric; ///< Kubernetes before 1.33
};

/// The proposal of one metric (replica_calculator.go of Kubernetes 1.36). Pure.
[[nodiscard]] HpaMetricTrace evaluateHpaMetric(const HpaMetric &metric, const HpaReading &reading,
                                               const HpaScale &scale,
                                               const HpaController &controller,
                                               const HpaTolerance &tolerance);

} // namespace spillway
