// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/compiler.h"
#include "rollout/planner.h"

/// \file Private to this folder: with which lead times a timeline is compiled. What is measured
/// changes with each pod that starts; a policy that is unchanged must be an empty plan all the
/// same.

namespace spillway {

/// A measurement that is not followed, because nothing else of the component's timeline changes.
struct KeptLeadTime
{
    QString component;
    std::chrono::seconds kept{0};
    std::chrono::seconds measured{0};
};

struct CompiledPlan
{
    Compiled compiled;
    QMap<QString, std::chrono::seconds> leadTimes; ///< that it was compiled with
    std::vector<KeptLeadTime> kept;
};

/// Lead times are those that the user says; else those of the timeline in the cluster, as long as
/// the component's rows stay as they are; else those measured. `timeline` empty: there is none.
/// The rest of `options` is the caller's. Pure.
[[nodiscard]] CompiledPlan compileForPlan(const PlanInput &input, CompileOptions options,
                                          const QJsonObject &timeline);

} // namespace spillway
