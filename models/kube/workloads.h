// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/objectmeta.h"

namespace spillway::kube {

/// A container of a pod template.
struct Container
{
    QString name;
    QString image;
    Texts requests; ///< quantities as written: "cpu" -> "500m"
    Texts limits;
    friend bool operator==(const Container &, const Container &) = default;
};

/// apps/v1 Deployment.
struct Deployment
{
    ObjectMeta meta;
    qint32 replicas = 1; ///< wanted
    bool paused = false;
    Texts selector; ///< matchLabels
    QList<Container> containers;
    qint64 observedGeneration = 0;
    qint32 current = 0; ///< status.replicas
    qint32 ready = 0;
    qint32 available = 0;
    qint32 updated = 0;
    QList<Condition> conditions;

    /// All pods are of the latest template and available.
    [[nodiscard]] bool isSettled() const
    {
        return observedGeneration >= meta.generation && updated == replicas &&
               current == replicas && available == replicas;
    }
    friend bool operator==(const Deployment &, const Deployment &) = default;
};

/// apps/v1 StatefulSet.
struct StatefulSet
{
    ObjectMeta meta;
    qint32 replicas = 1;
    Texts selector;
    QList<Container> containers;
    qint64 observedGeneration = 0;
    qint32 current = 0; ///< status.replicas
    qint32 ready = 0;
    qint32 available = 0;
    qint32 updated = 0;
    QList<Condition> conditions;
    friend bool operator==(const StatefulSet &, const StatefulSet &) = default;
};

/// The scale subresource, autoscaling/v1 Scale. Its resourceVersion is that of the workload.
struct Scale
{
    ObjectMeta meta;
    qint32 replicas = 0; ///< spec
    qint32 current = 0;  ///< status
    QString selector;
    friend bool operator==(const Scale &, const Scale &) = default;
};

} // namespace spillway::kube
