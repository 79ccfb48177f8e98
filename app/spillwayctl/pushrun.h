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
    bool watch = false; ///< ten minutes for what is put back
    QString journals;
};

/// An ExitCode. `input.author` is filled in.
[[nodiscard]] int runPush(const PushRun &run, const Plan &plan, PushInput input);

/// Goes on with the push of a journal.
[[nodiscard]] int runResume(const PushRun &run, std::unique_ptr<Journal> journal);

} // namespace spillway
