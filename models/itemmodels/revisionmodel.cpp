// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/revisionmodel.h"

#include "itemmodels/planmodel.h"

#include <QDateTime>
#include <QLocale>

namespace spillway {

using namespace Qt::StringLiterals;
using End = PushRecord::End;

namespace {

constexpr EpochMs justNow = 60'000;

} // namespace

std::vector<RevisionRow> revisionRows(const std::vector<Revision> &revisions, const QString &policy)
{
    int newest = 0;
    for (const Revision &revision : revisions) {
        newest = revision.policy == policy ? std::max(newest, revision.number) : newest;
    }
    std::vector<RevisionRow> rows;
    for (const Revision &revision : revisions) {
        if (revision.policy == policy) {
            rows.push_back({.key = u"%1/%2"_s.arg(policy).arg(revision.number),
                            .number = revision.number,
                            .time = revision.time,
                            .author = revision.author,
                            .reason = revision.reason,
                            .outcome = revision.outcome,
                            .live = revision.number == newest,
                            .changes = static_cast<int>(revision.steps.size())});
        }
    }
    return rows;
}

QByteArray objectLines(const RevisionDiff &diff)
{
    QByteArray lines;
    for (const RevisionDiff::Object &object : diff.objects) {
        lines += "\n@@ " + object.object.toString().toUtf8() + " @@\n";
        for (const FieldChange &change : object.changes) {
            const QByteArray path =
                (change.path.isEmpty() ? RevisionModel::tr("(all of it)") : change.path).toUtf8();
            if (!change.before.isUndefined()) {
                lines += '-' + path + ": " + valueText(change.before).toUtf8() + '\n';
            }
            if (!change.after.isUndefined()) {
                lines += '+' + path + ": " + valueText(change.after).toUtf8() + '\n';
            }
        }
    }
    return lines;
}

int RevisionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Reason + 1;
}

QString RevisionModel::title(int column) const
{
    switch (column) {
    case Number:
        return tr("Revision");
    case Age:
        return tr("Pushed");
    case Author:
        return tr("By");
    case Outcome:
        return tr("How it ended");
    case Changes:
        return tr("Objects");
    default:
        return tr("Reason");
    }
}

QString RevisionModel::text(const RevisionRow &row, int column) const
{
    switch (column) {
    case Number:
        return row.live ? tr("%1, live").arg(row.number) : QString::number(row.number);
    case Age:
        return now() - row.time < justNow ? tr("just now") : tr("%1 ago").arg(ageText(row.time));
    case Author:
        return row.author.isEmpty() ? u"–"_s : row.author;
    case Outcome:
        switch (row.outcome) {
        case End::Complete:
            return tr("complete");
        case End::Stopped:
            return tr("stopped half-way");
        case End::Undone:
            return tr("undone");
        case End::None:
            return tr("not finished");
        }
        return {};
    case Changes:
        return QString::number(row.changes);
    default:
        return row.reason.isEmpty() ? u"–"_s : row.reason;
    }
}

QVariant RevisionModel::sortValue(const RevisionRow &row, int column) const
{
    switch (column) {
    case Number:
        return -row.number; // the newest first
    case Age:
        return -row.time;
    case Changes:
        return row.changes;
    default:
        return text(row, column);
    }
}

QString RevisionModel::filterText(const RevisionRow &row) const
{
    return QStringList{QString::number(row.number), row.author, row.reason}.join(u' ');
}

QString RevisionModel::toolTip(const RevisionRow &row, int column) const
{
    return column == Age
               ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.time), QLocale::LongFormat)
               : text(row, column);
}

RowState RevisionModel::state(const RevisionRow &row, int column) const
{
    if (column != Outcome) {
        return RowState::Neutral;
    }
    switch (row.outcome) {
    case End::Complete:
        return RowState::Good;
    case End::Stopped:
    case End::None:
        return RowState::Warning;
    case End::Undone:
        break;
    }
    return RowState::Neutral;
}

bool RevisionModel::isNumber(int column) const
{
    return column == Changes;
}

int RevisionModel::ageColumn() const
{
    return Age;
}

} // namespace spillway
