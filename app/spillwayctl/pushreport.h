// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/push.h"
#include "rollout/revertwatch.h"

#include <QByteArray>
#include <QJsonObject>

namespace spillway {

/// What became of a push that was watched.
struct RevertReport
{
    bool isWatched = false;
    bool isComplete = false; ///< nobody ended it before its time
    std::vector<Reversion> reversions;
    std::optional<Error> trouble;  ///< why it could not be looked at in the end
    std::optional<EpochMs> seenAt; ///< the last time; none: never
};

/// "done", "unchanged", "refused", "unknown", "not-tried" and so on: for JSON.
[[nodiscard]] QLatin1String stepStateName(StepResult::State state);

/// One line about a step that has ended; empty while it has not.
[[nodiscard]] QString stepLine(const PlanStep &step, const StepResult &result);

/// How a push ended, for people: what was done, why it stopped, what can be done now.
[[nodiscard]] QByteArray pushText(const Push &push);
/// For programs.
[[nodiscard]] QJsonObject pushJson(const Push &push, const RevertReport &watch);

/// The history of a namespace, the newest first.
[[nodiscard]] QByteArray historyText(const std::vector<Revision> &revisions);
[[nodiscard]] QJsonArray historyJson(const std::vector<Revision> &revisions);
/// One revision with its changes and its text.
[[nodiscard]] QByteArray revisionText(const Revision &revision);

[[nodiscard]] QByteArray diffText(const RevisionDiff &diff);
[[nodiscard]] QJsonObject diffJson(const RevisionDiff &diff);

} // namespace spillway
