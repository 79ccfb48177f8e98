// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kubeworld/clusterload.h"
#include "kubeworld/clusterplan.h"
#include "kubeworld/clusterseed.h"
#include "kubeworld/clusterview.h"
#include "kubeworld/hpareconciler.h"
#include "kubeworld/kedaoperator.h"
#include "kubeworld/podkeeper.h"
#include "kubeworld/podrunner.h"

#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace spillway::demo {

struct ServerState;

/// How a Deployment of the cluster stands, for the simulator and the exporter.
struct WorkloadState
{
    struct PodState
    {
        QString name;
        std::int64_t created = 0;
        std::optional<std::int64_t> scheduled; ///< none: not yet
        std::optional<std::int64_t> ready;     ///< none: not ready
    };
    std::int32_t replicas = 0;    ///< asked for
    std::int32_t minReplicas = 0; ///< of its autoscaler; 0: it has none
    std::int32_t maxReplicas = 0;
    std::int32_t desiredReplicas = 0; ///< what the autoscaler wants
    std::vector<PodState> pods;       ///< those on their way out are not here
};

/// The controllers of the demo's cluster: workloads, kubelets, autoscalers, Jobs. It moves when it
/// is told to, in the demo's time: a step is cheap and a test can take as many as it likes. Any one
/// thread; the state must live longer.
class ClusterWorld
{
public:
    /// With settings for them the pods of Jobs run; then it belongs to the main thread.
    ClusterWorld(ServerState &state, std::uint64_t seed,
                 std::optional<PodRunner::Settings> runner = {});

    [[nodiscard]] Result<void> fill(const std::map<QString, WorkloadSeed> &workloads,
                                    std::int64_t second);
    /// Once for each step of the simulator; autoscalers act every fifteen seconds of it.
    void step(std::int64_t second, const ClusterLoad &load);
    /// Empty if there is no such Deployment.
    [[nodiscard]] WorkloadState workload(const QString &nameSpace, const QString &name) const;

private:
    void runWorkloads(std::int64_t second);
    void runJobs(std::int64_t second);

    ServerState &m_state;
    ClusterWriter m_writer;
    PodKeeper m_keeper;
    HpaReconciler m_autoscalers;
    KedaOperator m_keda;
    std::unique_ptr<PodRunner> m_runner; ///< null: Jobs wait
    ClusterView m_view;                  ///< after the last step
};

} // namespace spillway::demo
