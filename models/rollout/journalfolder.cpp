// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/journalfolder.h"

#include "rollout/journalformat.h"
#include "rollout/revisions.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// First and last line of a journal.
struct Glance
{
    QString file;
    PushRecord head; ///< its steps are not read
    bool hasEnded = false;
};

/// The last line if it is whole and short, as the line of an end is.
QByteArray lastLine(QFile &file)
{
    constexpr qint64 longest = 512;
    file.seek(std::max<qint64>(0, file.size() - longest));
    const QByteArray tail = file.read(longest);
    const qsizetype before = tail.lastIndexOf('\n', -2);
    return tail.endsWith('\n') && before >= 0 ? tail.mid(before + 1) : QByteArray{};
}

std::vector<Glance> glances(const QString &folder)
{
    std::vector<Glance> found;
    const QDir place(folder);
    const QStringList names = place.entryList({u'*' + journalSuffix}, QDir::Files);
    for (const QString &name : names) {
        Glance glance{.file = place.absoluteFilePath(name)};
        QFile file(glance.file);
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        Result<PushRecord> head = readJournalHead(file.readLine());
        if (!head) {
            continue;
        }
        glance.head = std::move(*head);
        const PushRecord::End end = endOfJournalLine(lastLine(file));
        glance.hasEnded = end == PushRecord::End::Complete || end == PushRecord::End::Undone;
        found.push_back(std::move(glance));
    }
    std::stable_sort(found.begin(), found.end(), [](const Glance &a, const Glance &b) {
        return a.head.startedAt > b.head.startedAt;
    });
    return found;
}

bool isOfSamePolicy(const PushRecord &a, const PushRecord &b)
{
    return a.policy == b.policy && a.target.nameSpace == b.target.nameSpace &&
           isSameCluster(a.target, b.target);
}

/// Another was begun after it and has its revision or a later one: it cannot be gone on with.
bool isOvertaken(const PushRecord &push, const std::vector<PushRecord> &begun)
{
    return std::any_of(begun.begin(), begun.end(), [&push](const PushRecord &each) {
        return each.id != push.id && isOfSamePolicy(each, push) && each.revision >= push.revision &&
               each.startedAt > push.startedAt;
    });
}

} // namespace

std::vector<JournalEntry> interruptedPushes(const QString &folder, const PlanTarget &target)
{
    std::vector<JournalEntry> open;
    std::vector<PushRecord> begun;
    for (Glance &glance : glances(folder)) {
        if (glance.head.target.nameSpace != target.nameSpace ||
            !isSameCluster(glance.head.target, target)) {
            continue;
        }
        if (glance.hasEnded) {
            begun.push_back(std::move(glance.head));
            continue;
        }
        Result<PushRecord> record = readJournal(glance.file);
        if (!record) {
            continue;
        }
        if (record->claim == PushedStep::State::Done) {
            begun.push_back(glance.head);
        }
        if (record->isUnfinished() && !Journal::isHeld(glance.file)) {
            open.push_back({glance.file, std::move(*record)});
        }
    }
    std::erase_if(open,
                  [&begun](const JournalEntry &each) { return isOvertaken(each.record, begun); });
    return open;
}

QString journalFileOf(const QString &folder, const QString &pushId)
{
    for (const Glance &glance : glances(folder)) {
        if (!pushId.isEmpty() && glance.head.id == pushId) {
            return glance.file;
        }
    }
    return {};
}

void pruneJournals(const QString &folder, const PushRecord &push)
{
    int kept = 0;
    for (const Glance &glance : glances(folder)) {
        const bool counts = glance.hasEnded && isOfSamePolicy(glance.head, push);
        if (counts && ++kept > keptRevisions && !Journal::isHeld(glance.file)) {
            QFile::remove(glance.file);
        }
    }
}

} // namespace spillway
