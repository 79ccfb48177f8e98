// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/pushprogress.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PushProgress)
};

QString stateText(StepResult::State state)
{
    switch (state) {
    case StepResult::State::Waiting:
        return Text::tr("waiting");
    case StepResult::State::Running:
        return Text::tr("sent");
    case StepResult::State::ReadingBack:
        return Text::tr("reading back");
    case StepResult::State::Done:
        return Text::tr("done");
    case StepResult::State::Unchanged:
        return Text::tr("was so already");
    case StepResult::State::Refused:
        return Text::tr("refused");
    case StepResult::State::Unknown:
        return Text::tr("not known");
    case StepResult::State::NotTried:
        return Text::tr("not tried");
    }
    return {};
}

RowState rowState(StepResult::State state)
{
    switch (state) {
    case StepResult::State::Running:
    case StepResult::State::ReadingBack:
        return RowState::Busy;
    case StepResult::State::Done:
    case StepResult::State::Unchanged:
        return RowState::Good;
    case StepResult::State::Refused:
        return RowState::Bad;
    case StepResult::State::Unknown:
        return RowState::Warning;
    case StepResult::State::Waiting:
    case StepResult::State::NotTried:
        break;
    }
    return RowState::Neutral;
}

QString runningSentence(const Push &push)
{
    const int all = static_cast<int>(push.steps().size());
    switch (push.phase()) {
    case Push::Phase::Waiting:
    case Push::Phase::Checking:
        return Text::tr("Looking whether the cluster is still as it was planned for");
    case Push::Phase::Claiming:
        return Text::tr("Writing the revision");
    case Push::Phase::Applying:
        return Text::tr("Step %1 of %2").arg(std::min(all, stepsDone(push.steps()) + 1)).arg(all);
    case Push::Phase::Closing:
    case Push::Phase::Finished:
        break;
    }
    return Text::tr("All steps are done; leaving notes in the cluster");
}

} // namespace

PlanModel::Progress progressOf(const StepResult &step)
{
    PlanModel::Progress progress;
    progress.text = stateText(step.state);
    progress.state = rowState(step.state);
    QStringList lines;
    if (step.error) {
        lines << step.error->sentence();
        if (step.state == StepResult::State::ReadingBack) {
            progress.text = Text::tr("answer lost, reading back");
        }
    }
    progress.detail = (lines + step.warnings).join(QLatin1Char('\n'));
    return progress;
}

int stepsDone(const std::vector<StepResult> &steps)
{
    return static_cast<int>(std::count_if(steps.begin(), steps.end(), [](const StepResult &step) {
        return step.state == StepResult::State::Done || step.state == StepResult::State::Unchanged;
    }));
}

QString pushSentence(const Push &push, bool isUndo)
{
    if (push.phase() != Push::Phase::Finished) {
        return runningSentence(push);
    }
    const int done = stepsDone(push.steps());
    const int all = static_cast<int>(push.steps().size());
    if (push.result()) {
        return isUndo ? Text::tr("Undone, as revision %1.").arg(*push.result())
                      : Text::tr("Pushed as revision %1.").arg(*push.result());
    }
    const QString error = push.result().error().sentence();
    // That nothing was written the error says itself.
    return done == 0 && push.journalFile().isEmpty()
               ? error
               : Text::tr("%1 of %2 steps are done. %3").arg(done).arg(all).arg(error);
}

} // namespace spillway
