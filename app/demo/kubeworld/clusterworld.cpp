// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterworld.h"

#include "kubeserver/serverstate.h"
#include "kubeworld/clusterjson.h"
#include "kubeworld/jobcontrollers.h"
#include "kubeworld/workloadcontrollers.h"

#include <utility>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t minute = 60;

WorkloadState::PodState podState(const QJsonObject &pod)
{
    const auto since = [&pod](const QString &type) -> std::optional<std::int64_t> {
        const QJsonObject condition = conditionOf(pod, type);
        return condition["status"_L1].toString() == "True"_L1
                   ? secondOf(condition["lastTransitionTime"_L1])
                   : std::nullopt;
    };
    return {.name = nameOf(pod),
            .created = secondOf(pod["metadata"_L1]["creationTimestamp"_L1]).value_or(0),
            .scheduled = since(u"PodScheduled"_s),
            .ready = since(u"Ready"_s)};
}

} // namespace

ClusterWorld::ClusterWorld(ServerState &state, std::uint64_t seed,
                           std::optional<PodRunner::Settings> runner)
    : m_state(state)
    , m_writer(state)
    , m_keeper(seed)
    , m_runner(runner ? std::make_unique<PodRunner>(state, std::move(*runner)) : nullptr)
{}

Result<void> ClusterWorld::fill(const std::map<QString, WorkloadSeed> &workloads,
                                std::int64_t second)
{
    if (const Result<void> filled = seedCluster(m_state, m_writer, m_keeper, workloads); !filled) {
        return filled;
    }
    runWorkloads(second);
    m_view = ClusterView::of(m_state.store, second);
    return {};
}

/// Each controller sees what the one before it did, so that a step settles as much as it can: down
/// from the Deployments to the pods, and the counts back up.
void ClusterWorld::runWorkloads(std::int64_t second)
{
    const auto run = [this, second](auto controller) {
        m_writer.carryOut(controller(ClusterView::of(m_state.store, second)), second);
    };
    run(deploymentPlan);
    run(replicaSetPlan);
    run(statefulSetPlan);
    run([this](const ClusterView &view) { return m_keeper.step(view); });
    run(replicaSetPlan);
    run(statefulSetPlan);
    run(deploymentPlan);
}

void ClusterWorld::runJobs(std::int64_t second)
{
    const auto view = [this, second] { return ClusterView::of(m_state.store, second); };
    m_writer.carryOut(cronJobPlan(view()), second);
    m_writer.carryOut(jobPlan(view()), second);
    if (m_runner) {
        m_writer.carryOut(m_runner->step(view()), second);
        m_writer.carryOut(jobPlan(view()), second);
    }
}

void ClusterWorld::step(std::int64_t second, const ClusterLoad &load)
{
    if (second % HpaReconciler::period == 0) {
        const ClusterView view = ClusterView::of(m_state.store, second);
        m_writer.carryOut(m_autoscalers.step(view, load), second);
        m_writer.carryOut(m_keda.step(view, load), second);
    }
    runWorkloads(second);
    runJobs(second);
    if (second % minute == 0) {
        m_writer.forgetOldEvents(second);
    }
    m_view = ClusterView::of(m_state.store, second);
}

WorkloadState ClusterWorld::workload(const QString &nameSpace, const QString &name) const
{
    WorkloadState state;
    const auto found = m_view.deployments.constFind(ObjectStore::keyOf(nameSpace, name));
    if (found == m_view.deployments.constEnd()) {
        return state;
    }
    state.replicas = (*found)["spec"_L1]["replicas"_L1].toInt(1);
    state.desiredReplicas = state.replicas;
    for (const QJsonObject &hpa : m_view.autoscalers) {
        const QJsonValue target = hpa["spec"_L1]["scaleTargetRef"_L1];
        if (namespaceOf(hpa) == nameSpace && target["name"_L1].toString() == name &&
            target["kind"_L1].toString() == "Deployment"_L1) {
            state.minReplicas = hpa["spec"_L1]["minReplicas"_L1].toInt(1);
            state.maxReplicas = hpa["spec"_L1]["maxReplicas"_L1].toInt();
            state.desiredReplicas = hpa["status"_L1]["desiredReplicas"_L1].toInt(state.replicas);
        }
    }
    for (const QJsonObject &set : m_view.replicaSetsOf.value(uidOf(*found))) {
        for (const QJsonObject &pod : m_view.podsOf.value(uidOf(set))) {
            if (!isBeingDeleted(pod) && !isFinishedPod(pod)) {
                state.pods.push_back(podState(pod));
            }
        }
    }
    return state;
}

} // namespace spillway::demo
