// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/podstarts.h"
#include "connection/replicaowner.h"

/// \file What a cluster shows, as values without a client. Keys are unique and stay the same for
/// the life of an object.

namespace spillway {

/// A Deployment or StatefulSet with what scales it.
struct WorkloadRow
{
    QString key;       ///< "Deployment/NAMESPACE/NAME"
    QString component; ///< of the workspace; empty = not one of its components
    QString kind;
    QString ns;
    QString name;
    qint32 desired = 0;
    qint32 current = 0;
    qint32 ready = 0;
    std::optional<qint32> min; ///< of the autoscaler
    std::optional<qint32> max;
    ReplicaOwner owner;
    FieldWriter bounds; ///< who wrote the upper bound of the autoscaler
    std::optional<PodStarts> coldStart;

    friend bool operator==(const WorkloadRow &, const WorkloadRow &) = default;
};

struct PodRow
{
    QString key;      ///< "NAMESPACE/NAME"
    QString workload; ///< key of its workload; empty = none that we know
    QString owner;    ///< name of its workload
    QString ns;
    QString name;
    QString status; ///< as kubectl shows it
    QString detail; ///< why, if something is wrong with a container
    bool ready = false;
    bool ended = false; ///< succeeded, failed, or being deleted: counts for nothing
    qint32 restarts = 0;
    QString node;
    std::optional<EpochMs> created;
    PodPhases phases;

    friend bool operator==(const PodRow &, const PodRow &) = default;
};

/// A condition of a workload or of its autoscaler.
struct ConditionRow
{
    QString key;
    QString object; ///< "HPA rag-worker"
    QString type;   ///< "AbleToScale"
    QString status; ///< "True", "False", "Unknown"
    bool wrong = false;
    QString reason;
    QString message;
    std::optional<EpochMs> since;

    friend bool operator==(const ConditionRow &, const ConditionRow &) = default;
};

struct EventRow
{
    QString key;
    QString workload; ///< key of the workload it is about, by way of pods and autoscalers
    QString object;   ///< "Pod/rag-worker-7d9f8b6c54-x2x4z"
    bool warning = false;
    QString reason;
    QString note;
    qint64 count = 1;
    std::optional<EpochMs> lastSeen;
    QString controller;

    friend bool operator==(const EventRow &, const EventRow &) = default;
};

} // namespace spillway
