// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/orders.h"
#include "demo/scenario.h"
#include "demo/workload.h"
#include "demo/worldstate.h"

#include <array>
#include <cstdint>
#include <vector>

namespace spillway::demo {

/// What a cluster says about one component.
struct ClusterReplicas
{
    int minReplicas = 0; ///< of its autoscaler; 0: it has none
    int maxReplicas = 0;
    int specReplicas = 0;
    int desiredReplicas = 0;
    std::vector<Pod> pods; ///< with name and times; what they used is the model's to say
};

/// Moves a world forward in steps of stepSeconds. The same steps make the past and the present. No
/// I/O, no clock; about 10 microseconds a step. Any one thread.
class Simulator
{
public:
    /// Continues a state. The controller must outlive it.
    Simulator(WorldState state, const ReplicaController &controller);

    /// A world that has been running for a while at that second (rounded down to a step).
    [[nodiscard]] static WorldState settledAt(std::uint64_t seed, std::int64_t second);

    void step();
    /// Steps until the state is at most one step before the second. Never goes back.
    void advanceTo(std::int64_t second);

    [[nodiscard]] const WorldState &state() const { return m_state; }
    [[nodiscard]] Scenario &scenario() { return m_scenario; }
    /// Bounds of a deployment, as an operator would edit them. 1 <= min <= max.
    void setBounds(Component component, int min, int max);
    void forceBreaker(std::size_t tool, BreakerMode mode);
    /// From here on it does what operators say, until it is told something else.
    void obey(Orders orders);
    /// From here on a cluster decides about this component: bounds, replicas and pods are what it
    /// says, and the model's own autoscaler rests. Pods are known by their names.
    void follow(Component component, const ClusterReplicas &replicas);

private:
    void serveDialogs(double turns);
    void serveRetrieval(double turns);
    void serveTools(double turns);
    void usePods();
    void autoscale();
    [[nodiscard]] double scalingRatio(Component component, int ready) const;
    void reconcilePods(Component component);

    WorldState m_state;
    Workload m_workload;
    Scenario m_scenario;
    Orders m_orders;
    const ReplicaController &m_controller;
    std::array<bool, componentCount> m_follows{};
};

} // namespace spillway::demo
