// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// The nouns of the demo system: what exists in it and how much of it. Pure constants.
namespace spillway::demo {

/// Part of the name of the history cache: raise it whenever the model or a label changes, so that
/// history made by an older model is never joined to live values of this one.
inline constexpr int generatorVersion = 2;

inline constexpr std::int64_t stepSeconds = 5; ///< one step of the model
inline constexpr std::string_view kubeNamespace = "kotaemon";

enum class Component : std::uint8_t { DialogManager, RagWorker, LlmConsumer, ToolRouter };
inline constexpr std::array<std::string_view, 4> componentNames{"dialog-manager", "rag-worker",
                                                                "llm-consumer", "tool-router"};
inline constexpr std::size_t componentCount = componentNames.size();

inline constexpr std::array<std::string_view, 4> toolNames{"query_order_status", "search_products",
                                                           "create_ticket", "track_shipment"};
inline constexpr std::size_t toolCount = toolNames.size();

inline constexpr std::array<std::string_view, 3> modelNames{"gpt-3.5-turbo", "gpt-4o-mini",
                                                            "in-house-7b"};
inline constexpr std::size_t modelCount = modelNames.size();

inline constexpr std::array<std::string_view, 3> stageNames{"retrieve", "generate", "total"};
inline constexpr std::array<std::string_view, 3> directionNames{"input", "output", "cached"};
inline constexpr std::array<std::string_view, 4> httpCodes{"200", "400", "500", "503"};
inline constexpr std::array<std::string_view, 3> llmCodes{"200", "429", "500"};

/// What a provider allows a minute.
struct ModelQuota
{
    double requestsPerMinute;
    double tokensPerMinute;
};
inline constexpr std::array<ModelQuota, modelCount> modelQuotas{
    {{3500, 90000}, {600, 500000}, {600, 400000}}};

/// Requests and limits of one container, and how its deployment may grow.
struct ComponentShape
{
    double coresRequested;
    double coresLimit;
    double bytesRequested;
    double bytesLimit;
    double coreSecondsPerRequest;
    double unloadedSeconds; ///< latency of one request on an idle pod
    double startupSeconds;  ///< scheduled -> ready
    int minReplicas;
    int maxReplicas;
};
inline constexpr double mebibyte = 1024.0 * 1024.0;
inline constexpr std::array<ComponentShape, componentCount> componentShapes{{
    {0.5, 0.8, 512 * mebibyte, 1024 * mebibyte, 0.005, 0.045, 14, 3, 15},
    {1.0, 1.5, 2048 * mebibyte, 4096 * mebibyte, 0.016, 0.055, 55, 2, 20},
    {0.25, 0.5, 512 * mebibyte, 768 * mebibyte, 0.03, 0.02, 9, 1, 12},
    {0.1, 0.3, 256 * mebibyte, 512 * mebibyte, 0.004, 0.012, 11, 2, 6},
}};

inline constexpr double redisMaxBytes = 2048 * mebibyte;

/// Upper bounds of the histograms' buckets in seconds, without +Inf.
inline constexpr std::array<double, 10> requestBounds{0.01, 0.025, 0.05, 0.1, 0.25,
                                                      0.5,  1,     2.5,  5,   10};
inline constexpr std::array<double, 13> ragBounds{0.05, 0.1, 0.25, 0.5, 1,  1.5, 2,
                                                  3,    5,   8,    15,  30, 60};
inline constexpr std::size_t maxBounds = ragBounds.size();

/// States of a circuit breaker as resilience4j numbers them in its metrics.
enum class BreakerMode : std::uint8_t { Closed, Open, HalfOpen, ForcedOpen, Disabled, MetricsOnly };

[[nodiscard]] constexpr std::size_t index(Component component)
{
    return static_cast<std::size_t>(component);
}

} // namespace spillway::demo
