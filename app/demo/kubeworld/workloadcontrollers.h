// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeworld/clusterplan.h"
#include "kubeworld/clusterview.h"

namespace spillway::demo {

/// The deployment controller and, behind it, that of ReplicaSets and StatefulSets: how many pods
/// there should be, a new ReplicaSet for a new template, a rolling update of a quarter at a time,
/// statuses and events. Pure: what it would do about what there is.
/// https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
[[nodiscard]] ClusterPlan deploymentPlan(const ClusterView &view);
[[nodiscard]] ClusterPlan replicaSetPlan(const ClusterView &view);
[[nodiscard]] ClusterPlan statefulSetPlan(const ClusterView &view);

} // namespace spillway::demo
