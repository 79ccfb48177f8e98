// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubestatus.h"
#include "rollout/pushrecord.h"

#include <QHash>
#include <QSet>

/// \file Private to this folder: what an undo asks the server before it decides, and what the
/// answers say about others. Pure.

namespace spillway {

/// What the server would make of the live object, forced; empty: not asked, or failed.
struct UndoTrial
{
    QJsonObject pushed;   ///< by the step's bytes: what the push wanted, as the server writes it
    QJsonObject restored; ///< by what was before
    std::optional<Error> failure; ///< one of the two was refused: nothing is known of others
};

struct UndoPicture
{
    const PushRecord &push;
    QHash<QString, QJsonObject> live; ///< by ObjectRef::toString(); empty: it is not there
    std::vector<UndoTrial> trials;    ///< one a step of the push
    QSet<QString> takeOver;
};

/// Of one object: its steps that may have been done, in the order of the push.
struct ObjectSteps
{
    QString key;
    std::vector<std::size_t> steps;
};
/// In the order in which the push met them.
[[nodiscard]] std::vector<ObjectSteps> sentSteps(const PushRecord &push);

/// Which trials of a step are needed.
struct UndoQuestions
{
    bool pushed = false;
    bool restored = false;
};
[[nodiscard]] std::vector<UndoQuestions> undoQuestions(const UndoPicture &picture);

/// The request that shows what the step, or what was before it, makes of the live object.
[[nodiscard]] kube::ApplyRequest trialOfPushed(const PlanStep &step, const QJsonObject &live);
[[nodiscard]] kube::ApplyRequest trialOfRestored(const PlanStep &step, const QJsonObject &live);

/// The server refused the trial because of this object. Any other failure says nothing about it.
[[nodiscard]] bool isAboutObject(kube::Refusal refusal);

/// Nothing but which object it is: applied, it gives everything up.
[[nodiscard]] QJsonObject nothingOf(const PlanStep &step);
[[nodiscard]] QJsonObject beforeOf(const PlanStep &step);

/// A step of the object whose refused trial leaves open what others changed; none: it is known.
/// Each object counts by itself, and one answer of several is not enough: what the push wanted is
/// in the trial of the console's last step, what was before in that of its first.
[[nodiscard]] std::optional<std::size_t> untriedStep(const UndoPicture &picture,
                                                     const ObjectSteps &object);

/// A field that has neither the value that the push gave it nor that of before.
struct ForeignChange
{
    QString path;
    QStringList managers; ///< who owns it now
};
[[nodiscard]] std::vector<ForeignChange> changesSince(const UndoPicture &picture,
                                                      const ObjectSteps &object);

} // namespace spillway
