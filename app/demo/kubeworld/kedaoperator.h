// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeworld/clusterload.h"
#include "kubeworld/clusterplan.h"
#include "kubeworld/clusterview.h"
#include "kubeworld/hpaparts.h"
#include "scaling/kedaengine.h"

#include <QHash>

#include <memory>

namespace spillway::demo {

/// The KEDA operator, and the HPA controller for the objects that it makes: one KedaEngine for each
/// ScaledObject. Whoever edits its HPA finds it put back. Any one thread.
/// https://keda.sh/docs/2.20/concepts/scaling-deployments/
class KedaOperator
{
public:
    [[nodiscard]] ClusterPlan step(const ClusterView &view, const ClusterLoad &load);

private:
    struct Known
    {
        QJsonObject shape; ///< the spec without its bounds: another one needs another engine
        KedaEngine engine;
    };

    void sync(ClusterPlan &plan, const QJsonObject &object, const ClusterView &view,
              const ClusterLoad &load);
    void scale(ClusterPlan &plan, const QJsonObject &object, const KedaSpec &spec,
               const ScaleTarget &target, const ClusterView &view, const ClusterLoad &load);
    KedaEngine &engineFor(const QJsonObject &object, const KedaSpec &spec, std::int64_t second);

    QHash<QString, std::shared_ptr<Known>> m_known; ///< by uid
};

} // namespace spillway::demo
