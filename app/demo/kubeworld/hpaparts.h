// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeworld/clusterload.h"
#include "kubeworld/clusterplan.h"
#include "kubeworld/clusterview.h"
#include "scaling/hpaengine.h"

#include <QJsonObject>
#include <QList>

#include <optional>
#include <vector>

namespace spillway::demo {

/// The object whose replicas an autoscaler sets, and its pods.
struct ScaleTarget
{
    QJsonObject object;
    ObjectPlace scale; ///< its scale subresource
    QList<QJsonObject> pods;

    /// None: there is no such object, or no kind that can be scaled.
    [[nodiscard]] static std::optional<ScaleTarget>
    find(const ClusterView &view, const QString &nameSpace, const QJsonValue &reference);
    [[nodiscard]] HpaScale numbers() const;
    /// Patches the scale.
    void setReplicas(ClusterPlan &plan, const QString &manager, std::int32_t replicas) const;
};

/// What the metrics APIs say about one metric of an HPA's spec (its JSON, for names and selectors).
[[nodiscard]] HpaReading readMetric(const HpaMetric &metric, const QJsonObject &json,
                                    const ScaleTarget &target, const ClusterLoad &load,
                                    std::int64_t second);

/// status of a HorizontalPodAutoscaler after a decision, as the controller writes it.
[[nodiscard]] QJsonObject hpaStatus(const QJsonObject &hpa, const HpaSpec &spec,
                                    const HpaDecision &decision,
                                    const std::vector<HpaReading> &readings, std::int64_t second);
/// Its events: a rescale with its reason, metrics that failed.
void tellHpaEvents(ClusterPlan &plan, const QJsonObject &hpa, const HpaSpec &spec,
                   const HpaDecision &decision);

} // namespace spillway::demo
