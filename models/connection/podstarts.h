// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace spillway {

namespace kube {
struct PodStartup;
}

/// How long each step of a pod's start took; absent = not reached yet, or not known any more. The
/// API tells times in whole seconds.
/// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
struct PodPhases
{
    using Length = std::optional<std::chrono::milliseconds>;
    Length scheduled;   ///< created -> has a node
    Length initialised; ///< -> its init containers are done
    Length started;     ///< -> its last container runs: pulling the image is in here
    Length ready;       ///< -> the readiness probe agrees
    Length total;       ///< the cold start, created -> ready
    Length image;       ///< pulling images, of `started`, as the kubelet told
    Length serving;     ///< scheduled -> ready: what a policy calls measured lead time

    friend bool operator==(const PodPhases &, const PodPhases &) = default;
};

[[nodiscard]] PodPhases podPhases(const kube::PodStartup &startup);

/// The cold starts of several pods.
struct PodStarts
{
    std::size_t pods = 0;
    std::chrono::milliseconds p50{0};
    std::chrono::milliseconds p95{0}; ///< of fewer than 20 pods: the longest

    friend bool operator==(const PodStarts &, const PodStarts &) = default;
};

/// Nearest rank, so that both are starts that really happened. Nothing without starts.
[[nodiscard]] std::optional<PodStarts> podStarts(std::vector<std::chrono::milliseconds> starts);

/// The cold starts of several pods, step by step. Each step counts those of which it is known.
struct StartSummary
{
    std::size_t starts = 0;
    std::optional<PodStarts> serving;
    std::optional<PodStarts> scheduled;
    std::optional<PodStarts> initialised;
    std::optional<PodStarts> image;
    std::optional<PodStarts> started;
    std::optional<PodStarts> ready;

    friend bool operator==(const StartSummary &, const StartSummary &) = default;
};

/// Of those that got ready.
[[nodiscard]] StartSummary startSummary(const std::vector<PodPhases> &starts);

/// How long pulling an image took, from the note of the kubelet's event "Pulled": "Successfully
/// pulled image "x" in 1.5s (...)"; 0 if it was there already; nothing if it says neither.
[[nodiscard]] PodPhases::Length imagePull(const QString &note);

} // namespace spillway
