// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeworld/hpaparts.h"

#include <QHash>

#include <memory>

namespace spillway::demo {

/// The HorizontalPodAutoscaler controller: one HpaEngine for each object, fed with what the metrics
/// APIs would say. KEDA's objects are left to KedaOperator, whose engine holds theirs. Any one
/// thread.
class HpaReconciler
{
public:
    static constexpr std::int64_t period = 15; ///< --horizontal-pod-autoscaler-sync-period

    [[nodiscard]] ClusterPlan step(const ClusterView &view, const ClusterLoad &load);

private:
    struct Known
    {
        HpaEngine engine;
        std::vector<HpaMetric> metrics;
    };

    void sync(ClusterPlan &plan, const QJsonObject &hpa, const ClusterView &view,
              const ClusterLoad &load);
    HpaEngine &engineFor(const QString &uid, const HpaSpec &spec);

    QHash<QString, std::shared_ptr<Known>> m_known; ///< by uid
};

} // namespace spillway::demo
