// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/redismodel.h"

#include "demo/noise.h"

#include <algorithm>

namespace spillway::demo {

void stepRedis(WorldState &state, const Workload &workload, bool pressure)
{
    constexpr double dt = stepSeconds;
    constexpr double keySeconds = 2400;
    constexpr double bytesPerKey = 56 * 1024;
    constexpr double baseBytes = 240 * mebibyte;
    constexpr double pressureTarget = 1900 * mebibyte;
    constexpr double pressurePerSecond = 24 * mebibyte;
    constexpr std::uint64_t memoryNoise = 30;

    RedisState &redis = state.redis;
    redis.sessionKeys += (state.turnsPerSecond * 0.25 - redis.sessionKeys / keySeconds) * dt;
    const double step = pressurePerSecond * dt;
    const double target = pressure ? pressureTarget : 0;
    redis.pressureBytes += std::clamp(target - redis.pressureBytes, -step, step);
    const double noise = 1 + 0.02 * smoothNoise(state.seed, memoryNoise, state.second, 600);
    const double wanted =
        (baseBytes + redis.sessionKeys * bytesPerKey) * noise + redis.pressureBytes;
    const double overflow = std::max(0.0, wanted - redisMaxBytes);
    redis.usedBytes = wanted - overflow;
    redis.peakBytes = std::max(redis.peakBytes, redis.usedBytes);
    // Keys that do not fit are evicted again and again, as long as they keep being written.
    redis.evicted += overflow / bytesPerKey * 0.02 * dt;
    const double lost = std::min(0.5, overflow / redisMaxBytes * 1.2);
    redis.hitRate =
        0.965 + 0.01 * smoothNoise(state.seed, memoryNoise + 1, state.second, 300) - lost;

    const auto count = [&](Component component) { return state.readyPods(component); };
    redis.clients = 12 * count(Component::DialogManager) + 4 * count(Component::RagWorker) +
                    2 * count(Component::LlmConsumer) + 2 * count(Component::ToolRouter) + 3;
    const double commands = state.turnsPerSecond * 70 * workload.jitter(40, state.second, 0.05);
    const double reads = commands * 0.62;
    redis.commands += commands * dt;
    redis.hits += reads * redis.hitRate * dt;
    redis.misses += reads * (1 - redis.hitRate) * dt;
}

} // namespace spillway::demo
