// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <chrono>
#include <optional>
#include <vector>

namespace spillway {

/// How fresh the list of one kind of objects is.
struct WatchReport
{
    QString kind; ///< "pods"
    bool hasPicture = false;
    bool live = false;
    std::optional<std::chrono::milliseconds> age; ///< of the picture
    std::optional<Error> error;
    QString neededRole; ///< YAML of a role that would allow it
};

/// Something that cannot be read, or no longer.
struct ClusterLack
{
    QString kind;
    Error error;
    QString neededRole;
    friend bool operator==(const ClusterLack &, const ClusterLack &) = default;
};

enum class ClusterPhase {
    NotConfigured, ///< the workspace names no context
    Connecting,    ///< nothing to show yet
    Live,          ///< every change arrives
    Kept,          ///< an old picture; see age and error
    Failed,        ///< nothing to show; see error
};

/// Stable name for JSON: "not-configured", "connecting", "live", "kept", "failed".
[[nodiscard]] QLatin1String clusterPhaseName(ClusterPhase phase);

/// What a cluster's picture is worth.
struct ClusterState
{
    ClusterPhase phase = ClusterPhase::NotConfigured;
    std::optional<std::chrono::milliseconds> age; ///< of the oldest list while Kept
    std::optional<Error> error;                   ///< why Kept, or the first reason of Failed
    QString neededRole;                           ///< of Forbidden errors; YAML documents
    /// What cannot be read, and what is old for a reason; if Failed, all of it.
    std::vector<ClusterLack> lacks;
    friend bool operator==(const ClusterState &, const ClusterState &) = default;
};

/// Of several lists one picture. Nothing is shown before every list has answered or failed, so
/// that a half-filled picture is not taken for the whole.
[[nodiscard]] ClusterState judgeCluster(const std::vector<WatchReport> &watches);

} // namespace spillway
