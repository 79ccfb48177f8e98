// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/clusterstate.h"

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

QLatin1String clusterPhaseName(ClusterPhase phase)
{
    constexpr std::array names{"not-configured"_L1, "connecting"_L1, "live"_L1, "kept"_L1,
                               "failed"_L1};
    return names.at(static_cast<std::size_t>(phase));
}

namespace {

/// Every list failed, each for a reason of its own.
ClusterState failedState(const std::vector<WatchReport> &watches)
{
    ClusterState state;
    state.phase = ClusterPhase::Failed;
    state.error = watches.front().error;
    QStringList roles;
    for (const WatchReport &watch : watches) {
        state.lacks.push_back({watch.kind, *watch.error, watch.neededRole});
        if (!watch.neededRole.isEmpty() && !roles.contains(watch.neededRole)) {
            roles.append(watch.neededRole);
        }
    }
    state.neededRole = roles.join("---\n"_L1);
    return state;
}

} // namespace

ClusterState judgeCluster(const std::vector<WatchReport> &watches)
{
    const auto waits = [](const WatchReport &watch) { return !watch.hasPicture && !watch.error; };
    const auto shows = [](const WatchReport &watch) { return watch.hasPicture; };
    ClusterState state;
    if (watches.empty() || std::any_of(watches.begin(), watches.end(), waits)) {
        state.phase = ClusterPhase::Connecting;
        return state;
    }
    if (std::none_of(watches.begin(), watches.end(), shows)) {
        return failedState(watches);
    }
    state.phase = ClusterPhase::Live;
    for (const WatchReport &watch : watches) {
        if (!watch.hasPicture) {
            state.lacks.push_back({watch.kind, *watch.error, watch.neededRole});
        } else if (!watch.live) {
            state.phase = ClusterPhase::Kept;
            state.age = std::max(state.age.value_or(std::chrono::milliseconds{0}),
                                 watch.age.value_or(std::chrono::milliseconds{0}));
            state.error = state.error ? state.error : watch.error;
            state.neededRole = state.neededRole.isEmpty() ? watch.neededRole : state.neededRole;
            if (watch.error) {
                state.lacks.push_back({watch.kind, *watch.error, watch.neededRole});
            }
        }
    }
    return state;
}

} // namespace spillway
