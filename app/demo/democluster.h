// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/overridefollower.h"
#include "demo/simulator.h"
#include "kubeworld/clusterload.h"

#include <QString>

#include <memory>

namespace spillway::demo {

class ClusterWorld;
class KubeApiServer;

/// What the metrics APIs would say about a state of the simulator. `previous`: one step before, for
/// what is used a second.
[[nodiscard]] ClusterLoad clusterLoadOf(const WorldState &state, const WorldState &previous);

/// The demo's cluster: API server and controllers, and the two-way road between them and the
/// simulator: its load is what autoscalers see, their pods are what serves. Of the main thread, but
/// for start(); calls take milliseconds.
class DemoCluster
{
public:
    /// Serves from here on, filled with what runs in that state. `folder` is for what the pods of
    /// Jobs need; it exists and is private. Any thread; takes the better part of a second.
    [[nodiscard]] static Result<std::unique_ptr<DemoCluster>> start(const WorldState &state,
                                                                    const QString &folder);
    ~DemoCluster();

    /// From here on the simulator's replicas are those of the cluster.
    void follow(Simulator &simulator) const;

    /// Moves simulator and cluster together, step by step, to that second.
    void advanceTo(Simulator &simulator, std::int64_t second);

    [[nodiscard]] QString url() const;
    /// The port behind the Service monitoring/prometheus-operated.
    void setPrometheusPort(quint16 port);
    /// A context for the administrator and one for a user who only reads. Readable by its owner
    /// only.
    [[nodiscard]] Result<void> writeKubeconfig(const QString &path) const;
    [[nodiscard]] KubeApiServer &server() { return *m_server; }

private:
    /// The pods of the system look at `spillway-overrides` and the settings of policies.
    void readOverrides(Simulator &simulator);
    void readSettings();

    DemoCluster(std::unique_ptr<KubeApiServer> server, std::uint64_t seed, const QString &folder);

    std::unique_ptr<KubeApiServer> m_server;
    std::unique_ptr<ClusterWorld> m_world;
    OverrideFollower m_overrides;
    ToolSettings m_settings;
    QMap<QString, QJsonObject> m_settingsMaps; ///< that they were read from, by name
};

} // namespace spillway::demo
