// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/objectstore.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <cstdint>

namespace spillway::demo {

/// What the controllers look at in one step: the objects of one moment. A value; copies are shared.
struct ClusterView
{
    std::int64_t second = 0; ///< of the demo's time, since the epoch
    ObjectStore::Objects deployments;
    ObjectStore::Objects replicaSets;
    ObjectStore::Objects statefulSets;
    ObjectStore::Objects pods;
    ObjectStore::Objects autoscalers;   ///< autoscaling/v2
    ObjectStore::Objects scaledObjects; ///< keda.sh/v1alpha1
    ObjectStore::Objects cronJobs;
    ObjectStore::Objects jobs;
    QHash<QString, QList<QJsonObject>> podsOf;        ///< by uid of their controller
    QHash<QString, QList<QJsonObject>> replicaSetsOf; ///< by uid of their controller
    QHash<QString, QList<QJsonObject>> jobsOf;        ///< by uid of their controller

    [[nodiscard]] static ClusterView of(const ObjectStore &store, std::int64_t second);
};

} // namespace spillway::demo
