// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace spillway {

namespace kube {
struct HorizontalPodAutoscaler;
struct ObjectMeta;
struct ScaledObject;
} // namespace kube

/// Who decides how many replicas a workload has: the autoscaler on it, else whoever wrote the
/// number. A value.
struct ReplicaOwner
{
    enum class Kind {
        Unset, ///< nobody wrote it: the default of 1
        Hpa,
        Keda,
        ArgoCd,
        Flux,
        Helm,
        Person,  ///< through a tool of people: kubectl, a console
        Program, ///< another field manager
    };
    Kind kind = Kind::Unset;
    /// Of the HPA, ScaledObject, Argo CD application, Flux object or Helm release; else the
    /// manager.
    QString name;
    std::optional<EpochMs> since; ///< when the number was written last, or scaled last
    /// The autoscaler is there and does not act: paused, or switched off by 0 replicas (H4, H5).
    bool stopped = false;
    /// Who may set the same number as well: other autoscalers (H2), the manager of a manifest that
    /// has replicas in it.
    QStringList rivals;
    /// The object comes from a repository, whose tool may put a number back that others wrote (H7).
    Kind origin = Kind::Unset;
    QString originName;

    [[nodiscard]] bool isAutoscaler() const { return kind == Kind::Hpa || kind == Kind::Keda; }
    friend bool operator==(const ReplicaOwner &, const ReplicaOwner &) = default;
};

/// The autoscalers whose target is one workload.
struct WorkloadScalers
{
    QList<const kube::HorizontalPodAutoscaler *> hpas;
    QList<const kube::ScaledObject *> scaledObjects;
};

/// From managedFields, owners and labels. `replicas` is what the workload wants now.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
[[nodiscard]] ReplicaOwner replicaOwner(const kube::ObjectMeta &workload, qint32 replicas,
                                        const WorkloadScalers &scalers);

/// Which manager wrote a field last ("spillway-schedule"), and when.
struct FieldWriter
{
    QString manager; ///< empty = nobody
    std::optional<EpochMs> since;
    friend bool operator==(const FieldWriter &, const FieldWriter &) = default;
};
[[nodiscard]] FieldWriter lastWriter(const kube::ObjectMeta &object, const QString &path);

} // namespace spillway
