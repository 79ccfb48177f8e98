// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeworld/clusterplan.h"
#include "kubeworld/clusterview.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <functional>
#include <map>
#include <memory>

class QProcess;
class QTemporaryDir;

namespace spillway::demo {

struct ServerState;

/// Replaces the paths that a container sees by those of this machine, in commands, values and the
/// files of ConfigMaps: whole path components only.
[[nodiscard]] QString onThisMachine(const QString &text, const QMap<QString, QString> &mounts);

/// Runs the pods of Jobs: the command of the first container as a process of this machine, with the
/// real kubectl in its path and a kubeconfig of the pod's service account. Volumes of ConfigMaps
/// and emptyDirs are folders; SPILLWAY_NOW is the demo's time at the start. Processes end with the
/// object, whatever happens. Main thread, with an event loop; the state must live longer.
class PodRunner
{
public:
    struct Settings
    {
        QString folder;       ///< each run gets a temporary folder in it, for its owner only
        QString server;       ///< URL of the API server
        QByteArray authority; ///< its certificate authority, PEM
        /// Called for each process before its start, to tie its life to this one's.
        std::function<void(QProcess &)> prepare;
    };

    PodRunner(ServerState &state, Settings settings);
    ~PodRunner();

    /// Starts what is to run, ends what is gone, and tells of what has ended.
    [[nodiscard]] ClusterPlan step(const ClusterView &view);

private:
    struct Run;

    void start(ClusterPlan &plan, const QJsonObject &pod, std::int64_t second);
    // What stands in the way; empty: it can start.
    [[nodiscard]] QString prepareRun(Run &run, const QJsonObject &pod, std::int64_t second);
    [[nodiscard]] QString addVolumes(Run &run, const QJsonObject &pod);
    [[nodiscard]] QString addCredentials(Run &run, const QJsonObject &pod);
    void collectOutput(Run &run);

    ServerState &m_state;
    Settings m_settings;
    std::map<QString, std::unique_ptr<Run>> m_runs; ///< by uid of the pod
};

} // namespace spillway::demo
