// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kubeworld/clusterplan.h"
#include "kubeworld/podkeeper.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <vector>

namespace spillway::demo {

struct ServerState;

/// What a Deployment has been running with before the cluster could be looked at.
struct WorkloadSeed
{
    struct PodSeed
    {
        QString name;
        PodTimes times;
    };
    QString replicaSet; ///< its name
    std::int32_t replicas = 1;
    std::vector<PodSeed> pods;
};

/// The objects of resources/demo/cluster.yaml, in their order.
[[nodiscard]] Result<std::vector<QJsonObject>> seedObjects();
/// The definitions of the custom kinds that the console knows.
[[nodiscard]] Result<std::vector<QJsonObject>> seedDefinitions();

/// Fills an empty cluster: definitions, objects, and for each Deployment (by name) the ReplicaSet
/// and pods it has had, with their old times, and for each StatefulSet pods as old as the oldest of
/// those; the keeper learns the times.
[[nodiscard]] Result<void> seedCluster(ServerState &state, ClusterWriter &writer, PodKeeper &keeper,
                                       const std::map<QString, WorkloadSeed> &workloads);

} // namespace spillway::demo
