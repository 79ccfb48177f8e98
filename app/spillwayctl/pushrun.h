// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/push.h"
#include "spillwayctl/writearguments.h"

namespace spillway {

/// A plan that somebody wants to push: shown, confirmed, pushed, told. The parts that push, undo
/// and rollback share.
struct PushRun
{
    ClusterSession &cluster;
    const WriteArguments &write;
    QString file; ///< of the policy, for lines of findings; may be empty
    bool json = false;
    std::chrono::milliseconds watch{0}; ///< how long for what is put back; 0: not at all
    QString journals;
};

/// The option --watch=LENGTH; without a length as long as the console watches.
void addWatchOption(CLI::App &command, std::string &watch);
/// What it says; 0 if it was not given.
[[nodiscard]] std::chrono::milliseconds watchLength(const std::string &watch);

/// An ExitCode. `input.author` is filled in.
[[nodiscard]] int runPush(const PushRun &run, const Plan &plan, PushInput input);

/// Goes on with the push of a journal.
[[nodiscard]] int runResume(const PushRun &run, std::unique_ptr<Journal> journal);

} // namespace spillway
