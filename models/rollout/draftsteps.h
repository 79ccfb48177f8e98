// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/plandraft.h"

/// \file Private to this folder: the parts of draftPlan().

namespace spillway {

/// Where a step goes and whether others may lose fields by it.
struct StepPlace
{
    kube::ObjectRef ref;
    const LiveObject *live = nullptr; ///< null: it is not there
    bool takeOver = false;
    DraftStep::Phase phase = DraftStep::Phase::Others;
};

/// One apply: the bytes, locked to the object that was seen, and what undoes it.
[[nodiscard]] DraftStep applyStep(PlanStep::Action action, const StepPlace &place,
                                  const Manifest &manifest);
[[nodiscard]] DraftStep deleteStep(const LiveObject &object, DraftStep::Phase phase);

/// The bounds of an autoscaler, by the names of its kind.
struct BoundFields
{
    QString min;
    QString max;
};
[[nodiscard]] BoundFields boundFields(const QString &kind);
struct Bounds
{
    int min = 0;
    int max = 0;
    friend bool operator==(const Bounds &, const Bounds &) = default;
};
/// None if one is missing.
[[nodiscard]] std::optional<Bounds> boundsOf(const QJsonObject &autoscaler);

/// The autoscaler of a component, and the protocol by which the schedule comes to own its bounds.
struct ScalerWish
{
    const Policy &policy;
    std::size_t component = 0;
    Manifest manifest; ///< with the bounds of the moment
    StepPlace place;
    /// The schedule in the cluster will say something else about this component.
    bool timelineMoves = false;
};
/// Empty: nothing is to be done.
[[nodiscard]] std::vector<DraftStep> scalerSteps(const ScalerWish &wish);

} // namespace spillway
