// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/pushmarks.h"

#include "connection/workspace.h"
#include "rollout/journal.h"

#include <QCoreApplication>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PushMarks)
};

bool isMeant(const PlanTarget &target, const Workspace &workspace)
{
    const QString &context = workspace.kube.context;
    return (context.isEmpty() || context == target.context) &&
           (workspace.namespaces.isEmpty() || workspace.namespaces.contains(target.nameSpace));
}

} // namespace

std::vector<TimeMark> pushMarks(const QString &journalFolder, const Workspace &workspace)
{
    std::vector<TimeMark> marks;
    if (workspace.kube.context.isEmpty() && workspace.kube.config.isEmpty()) {
        return marks;
    }
    const JournalList all = listJournals(journalFolder);
    for (const JournalEntry &entry : all.entries) {
        const PushRecord &push = entry.record;
        if (push.revision > 0 && isMeant(push.target, workspace)) {
            marks.push_back(
                {push.startedAt, Text::tr("push %1", "number of the revision").arg(push.revision)});
        }
    }
    return marks;
}

} // namespace spillway
