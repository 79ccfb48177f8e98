// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/panelstate.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PanelState)
};

QString firstOr(const QStringList &texts, const QString &otherwise)
{
    return texts.isEmpty() ? otherwise : texts.first();
}

/// All queries are answered, at least one with data or all without error.
void judgeAnswers(PanelSnapshot &snapshot, const PanelStateInput &input, qsizetype failed)
{
    const DataNotes notes = snapshot.notes();
    if (failed > 0) {
        snapshot.state = PanelState::Partial;
        snapshot.reason =
            Text::tr("%1 of %2 queries failed: %3")
                .arg(QString::number(failed), QString::number(snapshot.answers.size()),
                     snapshot.error->sentence());
    } else if (notes.partial) {
        snapshot.state = PanelState::Partial;
        snapshot.reason =
            firstOr(notes.warnings, Text::tr("The server says that parts are missing."));
    } else if (notes.truncated) {
        snapshot.state = PanelState::Truncated;
        snapshot.reason =
            firstOr(notes.warnings, Text::tr("A limit of the server cut the result."));
    } else if (!snapshot.hasData()) {
        snapshot.state = PanelState::Empty;
        snapshot.reason = firstOr(input.problems, input.emptyReason.isEmpty()
                                                      ? Text::tr("The query has no series.")
                                                      : input.emptyReason);
    } else {
        snapshot.state = PanelState::Live;
        snapshot.reason = input.problems.join(u' ');
    }
}

} // namespace

void judge(PanelSnapshot &snapshot, const PanelStateInput &input)
{
    snapshot.refreshing = input.running;
    snapshot.reason.clear();
    snapshot.error.reset();
    qsizetype failed = 0;
    qsizetype unanswered = 0;
    for (const QueryAnswer &answer : snapshot.answers) {
        failed += answer.error ? 1 : 0;
        unanswered += !answer.error && !answer.result ? 1 : 0;
        if (answer.error && !snapshot.error) {
            snapshot.error = answer.error;
        }
    }
    const bool all = failed == static_cast<qsizetype>(snapshot.answers.size()) && failed > 0;
    if (snapshot.answers.empty()) {
        snapshot.state = PanelState::Empty;
        snapshot.reason = Text::tr("This panel has no query.");
    } else if (input.running && input.late && snapshot.hasData()) {
        snapshot.state = PanelState::Kept;
        snapshot.reason = Text::tr("The answer is late.");
    } else if (input.changedRequest || unanswered > 0) {
        snapshot.state = PanelState::Refreshing;
    } else if (all && snapshot.hasData()) {
        snapshot.state = PanelState::Kept;
        snapshot.reason = snapshot.error->sentence();
    } else if (failed > 0 && !snapshot.hasData()) {
        snapshot.state = PanelState::Failed;
        snapshot.reason = snapshot.error->sentence();
    } else {
        judgeAnswers(snapshot, input, failed);
    }
}

} // namespace spillway
