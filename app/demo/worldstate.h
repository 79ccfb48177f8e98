// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/autoscaler.h"
#include "demo/breaker.h"
#include "demo/distribution.h"
#include "demo/worldtypes.h"

#include <QByteArray>

#include <array>
#include <string>
#include <vector>

namespace spillway::demo {

struct Pod
{
    Component component = Component::DialogManager;
    std::uint32_t ordinal = 0;  ///< nth pod of its component; names follow from it in the past
    std::int64_t created = 0;   ///< seconds since the epoch
    std::int64_t scheduled = 0; ///< may be in the future
    std::int64_t ready = 0;     ///< may be in the future
    double cpuSeconds = 0;
    double memoryBytes = 0;
    std::string name;                    ///< in a cluster; not saved, history knows no cluster
    std::int64_t overrideGeneration = 0; ///< that it obeys; not saved, there is one in a cluster

    [[nodiscard]] bool isScheduled(std::int64_t now) const { return scheduled <= now; }
    [[nodiscard]] bool isReady(std::int64_t now) const { return ready <= now; }
    friend bool operator==(const Pod &, const Pod &) = default;
};

struct ComponentState
{
    int minReplicas = 1;
    int maxReplicas = 1;
    int specReplicas = 1;
    int desiredReplicas = 1;
    std::uint32_t podsMade = 0;
    AutoscalerMemory memory;
    double requestsPerSecond = 0;
    double backlog = 0;
    double latencySeconds = 0;
    double coresUsed = 0;
    std::array<double, httpCodes.size()> responses{};
    Distribution duration;
    friend bool operator==(const ComponentState &, const ComponentState &) = default;
};

struct ToolState
{
    double calls = 0;
    double failures = 0;
    double recentCalls = 0; ///< decaying sums behind the failure rate gauge
    double recentFailures = 0;
    Distribution duration;
    Breaker breaker;
    friend bool operator==(const ToolState &, const ToolState &) = default;
};

struct ModelState
{
    double backlog = 0;
    double requestsLeft = 0; ///< of the quota, now
    double tokensLeft = 0;
    double backOff = 0; ///< how much rarer consumers try again after a 429
    std::array<double, llmCodes.size()> responses{};
    std::array<double, directionNames.size()> tokens{};
    friend bool operator==(const ModelState &, const ModelState &) = default;
};

struct RedisState
{
    double sessionKeys = 0;
    double pressureBytes = 0;
    double usedBytes = 0;
    double peakBytes = 0;
    double evicted = 0;
    double clients = 0;
    double commands = 0;
    double hits = 0;
    double misses = 0;
    double hitRate = 0.97;
    friend bool operator==(const RedisState &, const RedisState &) = default;
};

/// Everything the model knows at the end of a step. A value: history hands it to the live world.
struct WorldState
{
    std::uint64_t seed = 0;
    std::int64_t second = 0; ///< seconds since the epoch, a multiple of stepSeconds
    double turns = 0;
    double turnsPerSecond = 0;
    double activeSessions = 0;
    double inFlight = 0;        ///< messages taken from the queue and not acknowledged
    double generateSeconds = 2; ///< of one LLM call, mean
    double queueReady = 0;      ///< messages waiting, as the broker counts them
    double retrieveSeconds = 0.2;
    std::array<ComponentState, componentCount> components;
    std::array<ToolState, toolCount> tools;
    std::array<ModelState, modelCount> models;
    std::array<Distribution, stageNames.size()> stages;
    RedisState redis;
    std::vector<Pod> pods;

    [[nodiscard]] int readyPods(Component component) const;
    [[nodiscard]] int podCount(Component component) const;
    friend bool operator==(const WorldState &, const WorldState &) = default;
};

/// "rag-worker-6d8f7b9c4d", the ReplicaSet of the component in the world of this seed.
[[nodiscard]] std::string replicaSetName(std::uint64_t seed, Component component);
/// "rag-worker-6d8f7b9c4d-x2x7k".
[[nodiscard]] std::string podName(std::uint64_t seed, Component component, std::uint32_t ordinal);

/// Its own name in a cluster, else podName().
[[nodiscard]] std::string nameOfPod(std::uint64_t seed, const Pod &pod);

/// For the cache: exact, only understood by the same generatorVersion.
[[nodiscard]] QByteArray saveState(const WorldState &state);
[[nodiscard]] Result<WorldState> loadState(const QByteArray &bytes);

} // namespace spillway::demo
