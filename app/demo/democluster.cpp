// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/democluster.h"

#include "demo/childprocess.h"
#include "kubeserver/kubeapiserver.h"
#include "kubeserver/serverstate.h"
#include "kubeworld/clusterworld.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString viewer = QStringLiteral("viewer");
const QString admin = QStringLiteral("admin");

QString textOf(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString nameSpace()
{
    return textOf(kubeNamespace);
}

WorkloadSeed seedOf(const WorldState &state, Component component)
{
    WorkloadSeed seed;
    seed.replicaSet = QString::fromStdString(replicaSetName(state.seed, component));
    seed.replicas = state.components.at(index(component)).specReplicas;
    for (const Pod &pod : state.pods) {
        if (pod.component == component) {
            constexpr std::int64_t pullShare = 4; // as podTimes() has it
            seed.pods.push_back(
                {QString::fromStdString(nameOfPod(state.seed, pod)),
                 {.created = pod.created,
                  .scheduled = pod.scheduled,
                  .running = pod.scheduled + (pod.ready - pod.scheduled) / pullShare,
                  .ready = pod.ready}});
        }
    }
    return seed;
}

ClusterReplicas replicasOf(const WorkloadState &workload)
{
    constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
    ClusterReplicas replicas{.minReplicas = workload.minReplicas,
                             .maxReplicas = workload.maxReplicas,
                             .specReplicas = workload.replicas,
                             .desiredReplicas = workload.desiredReplicas,
                             .pods = {}};
    for (const WorkloadState::PodState &pod : workload.pods) {
        Pod told;
        told.name = pod.name.toStdString();
        told.created = pod.created;
        told.scheduled = pod.scheduled.value_or(never);
        told.ready = pod.ready.value_or(never);
        replicas.pods.push_back(std::move(told));
    }
    return replicas;
}

} // namespace

ClusterLoad clusterLoadOf(const WorldState &state, const WorldState &previous)
{
    ClusterLoad load;
    std::map<std::string, double> before;
    for (const Pod &pod : previous.pods) {
        before.emplace(nameOfPod(previous.seed, pod), pod.cpuSeconds);
    }
    const auto seconds = static_cast<double>(std::max(state.second - previous.second, stepSeconds));
    for (const Pod &pod : state.pods) {
        const std::string name = nameOfPod(state.seed, pod);
        const auto known = before.find(name);
        if (!pod.isScheduled(state.second) || known == before.end()) {
            continue; // the metrics server needs two samples
        }
        const ComponentState &component = state.components.at(index(pod.component));
        ClusterLoad::PodLoad &of = load.pods[nameSpace() + u'/' + QString::fromStdString(name)];
        of.cores = std::max(0.0, pod.cpuSeconds - known->second) / seconds;
        of.memoryBytes = pod.memoryBytes;
        if (pod.isReady(state.second)) {
            of.metrics.insert(u"http_requests_per_second"_s,
                              component.requestsPerSecond /
                                  std::max(1, state.readyPods(pod.component)));
        }
    }
    for (std::size_t i = 0; i < componentCount; ++i) {
        load.known.insert(ClusterLoad::requestsOf(textOf(componentNames.at(i))),
                          state.components.at(i).requestsPerSecond);
    }
    load.known.insert(ClusterLoad::lengthOf(u"generation"_s), state.queueReady);
    return load;
}

DemoCluster::DemoCluster(std::unique_ptr<KubeApiServer> server, std::uint64_t seed,
                         const QString &folder)
    : m_server(std::move(server))
    , m_world(std::make_unique<ClusterWorld>(
          m_server->state(), seed,
          PodRunner::Settings{folder, m_server->url(), m_server->authority(), bindToParent}))
{}

DemoCluster::~DemoCluster() = default;

Result<std::unique_ptr<DemoCluster>> DemoCluster::start(const WorldState &state,
                                                        const QString &folder)
{
    KubeApiServer::Options options;
    options.users = {{viewer, {}, {u"demo:viewers"_s}, {}}};
    auto server = KubeApiServer::start(options);
    if (!server) {
        return server.error();
    }
    std::unique_ptr<DemoCluster> cluster(new DemoCluster(std::move(*server), state.seed, folder));
    std::map<QString, WorkloadSeed> workloads;
    for (std::size_t i = 0; i < componentCount; ++i) {
        workloads.emplace(textOf(componentNames.at(i)), seedOf(state, static_cast<Component>(i)));
    }
    if (const Result<void> filled = cluster->m_world->fill(workloads, state.second); !filled) {
        return filled.error();
    }
    return cluster;
}

void DemoCluster::follow(Simulator &simulator) const
{
    for (std::size_t i = 0; i < componentCount; ++i) {
        simulator.follow(static_cast<Component>(i),
                         replicasOf(m_world->workload(nameSpace(), textOf(componentNames.at(i)))));
    }
}

/// Of several policies about one tool the last by name counts; what is not understood changes
/// nothing.
void DemoCluster::readSettings()
{
    const ObjectStore::Objects all = m_server->state().store.snapshot(u"configmaps"_s).objects;
    const QString prefix = ObjectStore::keyOf(nameSpace(), u"spillway-settings-"_s);
    QMap<QString, QJsonObject> maps;
    for (auto map = all.lowerBound(prefix); map != all.end() && map.key().startsWith(prefix);
         ++map) {
        maps.insert(map.key(), (*map)["data"_L1].toObject());
    }
    if (maps == m_settingsMaps) {
        return;
    }
    m_settingsMaps = maps;
    ToolSettings settings;
    for (const QJsonObject &data : std::as_const(maps)) {
        const Result<ToolSettings> read = toolSettingsOf(data);
        if (!read) {
            return;
        }
        for (std::size_t tool = 0; tool < toolCount; ++tool) {
            settings.at(tool) = read->at(tool) ? read->at(tool) : settings.at(tool);
        }
    }
    m_settings = settings;
}

void DemoCluster::readOverrides(Simulator &simulator)
{
    readSettings();
    ServerState &server = m_server->state();
    const auto map =
        server.store.get(u"configmaps"_s, ObjectStore::keyOf(nameSpace(), overridesName));
    const std::optional<Error> before = m_overrides.problem();
    const WorldState &state = simulator.state();
    Orders orders = m_overrides.step(
        map ? std::optional{(*map)["data"_L1].toObject()} : std::nullopt, state, m_settings);
    const std::optional<Error> &problem = m_overrides.problem();
    if (problem && problem != before) {
        for (const auto &[pod, generation] : orders.generations) {
            server.logs.append(nameSpace() + u'/' + QString::fromStdString(pod),
                               problem->sentence().toUtf8());
        }
    }
    simulator.obey(std::move(orders));
}

void DemoCluster::advanceTo(Simulator &simulator, std::int64_t second)
{
    // After a sleep of the machine the controllers see the last minutes only: they cost a thousand
    // times what a step of the simulator does.
    constexpr std::int64_t longestCatchUp = 600;
    while (simulator.state().second + stepSeconds <= second) {
        const WorldState before = simulator.state();
        simulator.step();
        const std::int64_t now = simulator.state().second;
        if (second - now <= longestCatchUp) {
            m_world->step(now, clusterLoadOf(simulator.state(), before));
            follow(simulator);
            readOverrides(simulator);
        }
    }
}

QString DemoCluster::url() const
{
    return m_server->url();
}

void DemoCluster::setPrometheusPort(quint16 port)
{
    m_server->state().services.set(u"monitoring/prometheus-operated"_s, port);
}

Result<void> DemoCluster::writeKubeconfig(const QString &path) const
{
    return m_server->writeKubeconfig(path, QStringList{admin, viewer}, nameSpace());
}

} // namespace spillway::demo
