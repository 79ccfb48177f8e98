// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/objectmeta.h"

#include <chrono>

namespace spillway::kube {

/// When a pod reached each step of its start; absent = not yet, or the step was left again.
struct PodStartup
{
    std::optional<EpochMs> created;
    std::optional<EpochMs> scheduled;
    std::optional<EpochMs> initialized;
    std::optional<EpochMs> containersStarted; ///< the last container that runs
    std::optional<EpochMs> containersReady;
    std::optional<EpochMs> ready;

    /// From creation to ready. A pod whose containers started again after it had been ready has
    /// none: its time of being ready is not that of its start.
    [[nodiscard]] std::optional<std::chrono::milliseconds> coldStart() const;
    friend bool operator==(const PodStartup &, const PodStartup &) = default;
};

struct ContainerState
{
    QString name;
    bool ready = false;
    qint32 restarts = 0;
    QString state;  ///< "running", "waiting" or "terminated"; empty = not known yet
    QString reason; ///< "CrashLoopBackOff", "ImagePullBackOff", "OOMKilled"
    QString message;
    std::optional<EpochMs> started;
    friend bool operator==(const ContainerState &, const ContainerState &) = default;
};

/// core/v1 Pod.
struct Pod
{
    ObjectMeta meta; ///< without managedFields
    QString node;
    QString phase; ///< "Pending", "Running", "Succeeded", "Failed", "Unknown"
    QString reason;
    QString ip;
    QList<ContainerState> containers;
    QList<Condition> conditions;

    [[nodiscard]] PodStartup startup() const;
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] qint32 restarts() const;
    /// What kubectl shows as STATUS: a waiting reason, "Terminating", or the phase.
    [[nodiscard]] QString displayStatus() const;
    friend bool operator==(const Pod &, const Pod &) = default;
};

} // namespace spillway::kube
