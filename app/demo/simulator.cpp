// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulator.h"

#include "demo/llmqueue.h"
#include "demo/noise.h"
#include "demo/redismodel.h"
#include "demo/station.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace spillway::demo {

namespace {

constexpr double dt = stepSeconds;
constexpr double dialogRequestsPerTurn = 24;
constexpr double retrievalsPerTurn = 15;
constexpr double breakdownSigma = 0.55; // of request latencies
constexpr std::array<double, toolCount> toolCallsPerTurn{0.34, 0.46, 0.06, 0.22};
constexpr std::array<double, toolCount> toolSeconds{0.22, 0.35, 0.7, 0.5};
constexpr double toolTimeout = 8;

// Channels of the jitter.
enum Jitter : std::uint64_t { ClientErrors = 0, PodShare = 50, PodSchedule = 60, PodStart = 70 };

/// Serves requests on the pods of a component; returns the mean latency.
StationResult serveOn(WorldState &state, Component component, double requestsPerSecond)
{
    const ComponentShape &shape = componentShapes.at(index(component));
    ComponentState &c = state.components.at(index(component));
    const StationResult result =
        serve({.arrivals = requestsPerSecond,
               .capacityPerPod = shape.coresLimit / shape.coreSecondsPerRequest,
               .readyPods = state.readyPods(component),
               .unloadedSeconds = shape.unloadedSeconds,
               .backlog = c.backlog,
               .seconds = dt});
    c.backlog = result.backlog;
    c.requestsPerSecond = result.served + result.shed;
    c.coresUsed = result.served * shape.coreSecondsPerRequest;
    c.latencySeconds = result.latencySeconds;
    return result;
}

void countResponses(ComponentState &c, const StationResult &served, double badRequests,
                    double failures)
{
    const double n = served.served * dt;
    c.responses[1] += n * badRequests;
    c.responses[2] += n * failures;
    c.responses[3] += served.shed * dt;
    c.responses[0] += n * std::max(0.0, 1 - badRequests - failures);
}

} // namespace

Simulator::Simulator(WorldState state, const ReplicaController &controller)
    : m_state(std::move(state))
    , m_workload(m_state.seed)
    , m_controller(controller)
{}

WorldState Simulator::settledAt(std::uint64_t seed, std::int64_t second)
{
    constexpr std::int64_t warmUp = 1800;
    constexpr std::int64_t podAge = 6 * 3600;
    WorldState state;
    state.seed = seed;
    state.second = (second / stepSeconds) * stepSeconds - warmUp;
    const double rhythm = Workload::rhythm(state.second);
    for (std::size_t i = 0; i < componentCount; ++i) {
        const ComponentShape &shape = componentShapes.at(i);
        ComponentState &c = state.components.at(i);
        c.minReplicas = shape.minReplicas;
        c.maxReplicas = shape.maxReplicas;
        c.specReplicas = std::clamp(static_cast<int>(rhythm * 0.7 * shape.maxReplicas),
                                    shape.minReplicas, shape.maxReplicas);
        c.desiredReplicas = c.specReplicas;
        for (int pod = 0; pod < c.specReplicas; ++pod) {
            const std::int64_t created = state.second - podAge + 7 * pod;
            state.pods.push_back(
                {.component = static_cast<Component>(i),
                 .ordinal = c.podsMade++,
                 .created = created,
                 .scheduled = created + 2,
                 .ready = created + 2 + static_cast<std::int64_t>(shape.startupSeconds)});
        }
    }
    const HpaFormula formula;
    Simulator simulator(std::move(state), formula);
    simulator.advanceTo(second);
    return simulator.state();
}

void Simulator::advanceTo(std::int64_t second)
{
    while (m_state.second + stepSeconds <= second) {
        step();
    }
}

void Simulator::setBounds(Component component, int min, int max)
{
    ComponentState &c = m_state.components.at(index(component));
    c.minReplicas = std::max(1, min);
    c.maxReplicas = std::max(c.minReplicas, max);
}

void Simulator::forceBreaker(std::size_t tool, BreakerMode mode)
{
    m_state.tools.at(tool).breaker.force(mode, m_state.second);
}

void Simulator::obey(Orders orders)
{
    for (std::size_t i = 0; i < toolCount; ++i) {
        const std::optional<BreakerOrder> &was = m_orders.breakers.at(i);
        const std::optional<BreakerOrder> &now = orders.breakers.at(i);
        if (now && (!was || was->mode != now->mode)) {
            forceBreaker(i, now->mode);
        } else if (!now && was) {
            forceBreaker(i, was->then);
        }
    }
    for (Pod &pod : m_state.pods) {
        const auto found = orders.generations.find(nameOfPod(m_state.seed, pod));
        pod.overrideGeneration = found == orders.generations.end() ? 0 : found->second;
    }
    m_orders = std::move(orders);
}

void Simulator::follow(Component component, const ClusterReplicas &replicas)
{
    m_follows.at(index(component)) = true;
    ComponentState &c = m_state.components.at(index(component));
    c.minReplicas = replicas.minReplicas;
    c.maxReplicas = replicas.maxReplicas;
    c.specReplicas = replicas.specReplicas;
    c.desiredReplicas = replicas.desiredReplicas;
    std::vector<Pod> known;
    const auto ours =
        std::stable_partition(m_state.pods.begin(), m_state.pods.end(),
                              [component](const Pod &pod) { return pod.component != component; });
    std::move(ours, m_state.pods.end(), std::back_inserter(known));
    m_state.pods.erase(ours, m_state.pods.end());
    for (const Pod &told : replicas.pods) {
        Pod pod = told;
        pod.component = component;
        const auto old = std::find_if(known.begin(), known.end(), [&](const Pod &each) {
            return nameOfPod(m_state.seed, each) == told.name;
        });
        if (old == known.end()) {
            pod.ordinal = c.podsMade++;
        } else {
            pod.ordinal = old->ordinal;
            pod.cpuSeconds = old->cpuSeconds;
            pod.memoryBytes = old->memoryBytes;
            pod.overrideGeneration = old->overrideGeneration;
        }
        m_state.pods.push_back(std::move(pod));
    }
}

void Simulator::step()
{
    const std::int64_t now = m_state.second;
    const double turns = m_workload.turnsPerSecond(now) * m_scenario.spike(now);
    m_state.turnsPerSecond = turns;
    m_state.turns += turns * dt;
    constexpr double sessionSeconds = 540;
    constexpr double sessionsPerTurn = 0.25;
    m_state.activeSessions +=
        (turns * sessionsPerTurn - m_state.activeSessions / sessionSeconds) * dt;
    stepRedis(m_state, m_workload, m_scenario.redisPressure);
    serveRetrieval(turns);
    serveTools(turns);
    stepLlm(m_state, m_workload, m_scenario.llmOutage(now), m_orders);
    serveDialogs(turns);
    m_state.second += stepSeconds;
    usePods();
    if (m_state.second % ReplicaController::periodSeconds == 0) {
        autoscale();
    }
}

void Simulator::serveDialogs(double turns)
{
    ComponentState &c = m_state.components.at(index(Component::DialogManager));
    const StationResult result =
        serveOn(m_state, Component::DialogManager, turns * dialogRequestsPerTurn);
    // A session that Redis has lost is rebuilt from the database.
    const double rebuild = 0.35 * (1 - m_state.redis.hitRate);
    const double mean = result.latencySeconds + rebuild + 0.04 * m_state.retrieveSeconds;
    const double failures = 0.0006 + (m_state.redis.hitRate < 0.8 ? 0.01 : 0.0);
    countResponses(c, result, 0.006 * m_workload.jitter(ClientErrors, m_state.second, 0.4),
                   failures);
    c.latencySeconds = mean;
    c.duration.observe(requestBounds, result.served * dt, mean, breakdownSigma);
}

void Simulator::serveRetrieval(double turns)
{
    ComponentState &c = m_state.components.at(index(Component::RagWorker));
    const StationResult result = serveOn(m_state, Component::RagWorker, turns * retrievalsPerTurn);
    countResponses(c, result, 0.001, 0.0008);
    c.duration.observe(requestBounds, result.served * dt, result.latencySeconds, breakdownSigma);
    m_state.retrieveSeconds = 0.06 + 2.2 * result.latencySeconds;
    m_state.stages[0].observe(ragBounds, turns * dt, m_state.retrieveSeconds, 0.5);
}

void Simulator::serveTools(double turns)
{
    double wantedAll = 0;
    double deniedAll = 0;
    double failedAll = 0;
    double secondsAll = 0;
    for (std::size_t i = 0; i < toolCount; ++i) {
        ToolState &tool = m_state.tools.at(i);
        const bool outage = m_scenario.toolOutage(i, m_state.second);
        const double failure = outage ? 0.96 : m_workload.toolFailure(i, m_state.second);
        const double wanted =
            turns * toolCallsPerTurn.at(i) * dt * m_workload.jitter(i + 1, m_state.second, 0.15);
        const BreakerSettings settings = m_orders.settings.at(i).value_or(BreakerSettings{});
        const double calls = tool.breaker.permits(wanted, settings);
        const double failures = calls * failure;
        const double mean = toolSeconds.at(i) * (1 - failure) + toolTimeout * 0.7 * failure;
        tool.calls += calls;
        tool.failures += failures;
        constexpr double gaugeWindow = 45;
        const double keep = std::exp(-dt / gaugeWindow);
        tool.recentCalls = tool.recentCalls * keep + calls;
        tool.recentFailures = tool.recentFailures * keep + failures;
        tool.duration.observe(requestBounds, calls, mean, failure > 0.1 ? 0.9 : 0.6);
        tool.breaker.record(calls, failures, dt, m_state.second + stepSeconds, settings);
        wantedAll += wanted;
        deniedAll += wanted - calls;
        failedAll += failures;
        secondsAll += calls * mean;
    }
    ComponentState &c = m_state.components.at(index(Component::ToolRouter));
    const StationResult result = serveOn(m_state, Component::ToolRouter, wantedAll / dt);
    const double done = std::max(wantedAll - deniedAll, 1e-9);
    const double deniedShare = wantedAll > 0 ? deniedAll / wantedAll : 0;
    c.latencySeconds = result.latencySeconds + secondsAll / done;
    StationResult answered = result;
    answered.served = result.served * (1 - deniedShare);
    answered.shed = result.shed + result.served * deniedShare;
    countResponses(c, answered, 0.002, failedAll / done);
    c.duration.observe(requestBounds, answered.served * dt, c.latencySeconds, 0.7);
}

void Simulator::usePods()
{
    constexpr double idleCores = 0.015;
    std::array<int, componentCount> ready{};
    for (std::size_t i = 0; i < componentCount; ++i) {
        ready.at(i) = std::max(1, m_state.readyPods(static_cast<Component>(i)));
    }
    for (Pod &pod : m_state.pods) {
        if (!pod.isScheduled(m_state.second)) {
            continue;
        }
        const std::size_t i = index(pod.component);
        const ComponentShape &shape = componentShapes.at(i);
        const ComponentState &c = m_state.components.at(i);
        // Load balancing is never even: each pod has a share of its own, a little different.
        const double share = m_workload.jitter(PodShare + i, pod.ordinal * stepSeconds, 0.08);
        const double busy = pod.isReady(m_state.second) ? c.coresUsed / ready.at(i) * share
                                                        : 0.6 * shape.coresLimit;
        pod.cpuSeconds += std::min(busy + idleCores, shape.coresLimit) * dt;
        const double age = static_cast<double>(m_state.second - pod.scheduled) / 86400.0;
        const double utilisation = std::min(1.0, busy / shape.coresLimit);
        const double wanted =
            shape.bytesRequested * (0.55 * share + 0.35 * utilisation + 0.1 * (1 - std::exp(-age)));
        pod.memoryBytes += (std::min(wanted, shape.bytesLimit) - pod.memoryBytes) * 0.08;
    }
}

double Simulator::scalingRatio(Component component, int ready) const
{
    const ComponentShape &shape = componentShapes.at(index(component));
    const ComponentState &c = m_state.components.at(index(component));
    switch (component) {
    case Component::DialogManager:
        return c.requestsPerSecond / ready / 100;
    case Component::RagWorker:
    case Component::ToolRouter:
        return c.coresUsed / ready / shape.coresRequested / 0.7;
    case Component::LlmConsumer: {
        const double retrievals =
            m_state.components.at(index(Component::RagWorker)).requestsPerSecond;
        return std::max(retrievals / 100, m_state.queueReady / 50) / ready;
    }
    }
    return 1;
}

void Simulator::autoscale()
{
    for (std::size_t i = 0; i < componentCount; ++i) {
        const auto component = static_cast<Component>(i);
        if (m_follows.at(i)) {
            continue;
        }
        ComponentState &c = m_state.components.at(i);
        const int ready = std::max(1, m_state.readyPods(component));
        c.desiredReplicas = m_controller.replicas(component,
                                                  {.specReplicas = c.specReplicas,
                                                   .readyReplicas = ready,
                                                   .minReplicas = c.minReplicas,
                                                   .maxReplicas = c.maxReplicas,
                                                   .ratio = scalingRatio(component, ready),
                                                   .second = m_state.second},
                                                  c.memory);
        c.specReplicas = c.desiredReplicas;
        reconcilePods(component);
    }
}

void Simulator::reconcilePods(Component component)
{
    constexpr std::size_t podsOnNodes = 40; // more need a new node, which takes its time
    ComponentState &c = m_state.components.at(index(component));
    int have = m_state.podCount(component);
    while (have < c.specReplicas) {
        const std::uint32_t ordinal = c.podsMade++;
        const double draw = uniformOf(m_state.seed, PodSchedule + index(component), ordinal);
        const double start = uniformOf(m_state.seed, PodStart + index(component), ordinal);
        const bool waitsForNode = m_state.pods.size() >= podsOnNodes;
        const auto scheduling =
            static_cast<std::int64_t>(1 + 3 * draw + (waitsForNode ? 45 + 30 * draw : 0));
        const auto starting = static_cast<std::int64_t>(
            componentShapes.at(index(component)).startupSeconds * (0.8 + 0.6 * start));
        m_state.pods.push_back({.component = component,
                                .ordinal = ordinal,
                                .created = m_state.second,
                                .scheduled = m_state.second + scheduling,
                                .ready = m_state.second + scheduling + starting});
        ++have;
    }
    // As the ReplicaSet controller does, more or less: the youngest go first.
    for (auto i = m_state.pods.size(); i-- > 0 && have > c.specReplicas;) {
        if (m_state.pods.at(i).component == component) {
            m_state.pods.erase(m_state.pods.begin() + static_cast<std::ptrdiff_t>(i));
            --have;
        }
    }
}

} // namespace spillway::demo
