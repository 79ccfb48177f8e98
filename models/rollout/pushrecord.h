// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "rollout/plan.h"

/// \file What is known of a push afterwards, as values: from its journal with all it says, or from
/// its revision, which was written before the first step and so knows none of their answers.

namespace spillway {

struct PushedStep
{
    enum class State : std::uint8_t {
        NotSent,
        Sent,    ///< no answer is known: it was lost, or we were gone before it came
        Done,    ///< and read back
        Refused, ///< certainly not done
    };
    PlanStep step;
    State state = State::NotSent;
    QString uid;       ///< of the object afterwards; empty: not known
    QJsonObject last;  ///< of a delete: the object as it was; empty: not known
    bool gone = false; ///< of a delete: somebody else had done it before
    std::optional<Error> error;
};

struct PushRecord
{
    enum class End : std::uint8_t {
        None,     ///< it was killed, or is under way
        Stopped,  ///< a step failed, or somebody stopped it
        Complete, ///< every step was done
        Undone,   ///< the way back was gone
    };
    QString id; ///< of the push, also on its revision; random
    PlanTarget target;
    QString policy;
    QByteArray policyText;
    QString author;
    QString reason;
    EpochMs startedAt = 0;
    EpochMs madeAt = 0; ///< Plan::madeAt
    int revision = 0;
    int undoes = 0;        ///< the revision whose way back this push is; 0: none
    QString undoneJournal; ///< file of the push that it undoes; empty: it is not on this machine
    /// Of the revision itself; anything but Done: perhaps nothing was written.
    PushedStep::State claim = PushedStep::State::NotSent;
    std::vector<PushedStep> steps;
    End end = End::None;

    /// Resuming or undoing it is still to be decided.
    [[nodiscard]] bool isUnfinished() const { return end == End::None || end == End::Stopped; }
    [[nodiscard]] std::size_t stepsDone() const;
    /// The plan as it was pushed; its steps are those of the record.
    [[nodiscard]] Plan plan() const;
};

/// A step as JSON and back, whole: bytes, preconditions, the way back. Error WrongContent.
[[nodiscard]] QJsonObject stepToJson(const PlanStep &step);
[[nodiscard]] Result<PlanStep> stepFromJson(const QJsonObject &json);

/// "none", "stopped", "complete", "undone"; and back.
[[nodiscard]] QLatin1String pushEndName(PushRecord::End end);
[[nodiscard]] std::optional<PushRecord::End> pushEndFromName(const QString &name);

/// The steps as a revision keeps them ("changes.json"), packed if they are many; and back.
[[nodiscard]] QJsonObject changesOfSteps(const std::vector<PlanStep> &steps);
[[nodiscard]] Result<std::vector<PlanStep>> stepsOfChanges(const QJsonObject &changes);

} // namespace spillway
