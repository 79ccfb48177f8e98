// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/revisionargument.h"

#include "rollout/journalfolder.h"
#include "spillwayctl/optionerror.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

Error notFound(const QString &what, const QString &why)
{
    return {.code = ErrorCode::NotFound, .what = what, .why = why};
}

Result<std::vector<Revision>> list(KubeSession &session, const QString &policy)
{
    const std::unique_ptr<KubeList<kube::ConfigMap>> reply(session.client().list<kube::ConfigMap>(
        revisionQuery(session.nameSpace(), policy), nullptr));
    const auto page = session.await(reply.get());
    if (!page) {
        return page.error();
    }
    return readRevisions(page->items);
}

} // namespace

Result<std::vector<Revision>> readAllHistory(KubeSession &session)
{
    return list(session, {});
}

Result<std::vector<Revision>> readHistory(KubeSession &session, const QString &policy)
{
    Result<std::vector<Revision>> revisions = list(session, policy);
    if (!revisions) {
        return revisions;
    }
    QStringList policies;
    for (const Revision &revision : *revisions) {
        if (!policies.contains(revision.policy)) {
            policies.append(revision.policy);
        }
    }
    if (policies.isEmpty()) {
        return notFound(Text::tr("There is no revision"),
                        Text::tr("nothing was pushed to %1").arg(session.nameSpace()));
    }
    if (policies.size() > 1) {
        return badOption(
            Text::tr("Which policy is meant?"),
            Text::tr("there are %1: name one with --policy").arg(policies.join(u", "_s)));
    }
    return revisions;
}

Result<Revision> findRevision(const std::vector<Revision> &revisions, int number)
{
    const auto found =
        std::find_if(revisions.begin(), revisions.end(),
                     [number](const Revision &each) { return each.number == number; });
    if (found == revisions.end()) {
        return notFound(Text::tr("There is no revision %1").arg(number),
                        Text::tr("the last %1 are kept").arg(keptRevisions));
    }
    return *found;
}

Result<int> revisionNumber(const std::string &text)
{
    bool isNumber = false;
    const int number = QString::fromStdString(text).toInt(&isNumber);
    if (!isNumber || number <= 0) {
        return badOption(Text::tr("“%1” is not a revision").arg(QString::fromStdString(text)),
                         Text::tr("expected a number, such as those that history shows"));
    }
    return number;
}

Result<JournalEntry> findJournal(const std::string &file, const QString &folder,
                                 const KubeSession &session)
{
    if (!file.empty()) {
        const QString path = QString::fromStdString(file);
        Result<PushRecord> record = readJournal(path);
        return record ? Result<JournalEntry>{JournalEntry{path, std::move(*record)}}
                      : Result<JournalEntry>{record.error()};
    }
    QStringList names;
    std::vector<JournalEntry> found =
        interruptedPushes(folder, targetAt(session.access(), session.nameSpace()));
    for (const JournalEntry &entry : found) {
        names.append(entry.file);
    }
    if (found.empty()) {
        return notFound(Text::tr("There is no unfinished push"),
                        Text::tr("none of this machine to %1 in %2")
                            .arg(session.nameSpace(), session.access().contextName()));
    }
    if (found.size() > 1) {
        return badOption(Text::tr("Which push is meant?"),
                         Text::tr("there are several: %1").arg(names.join(u", "_s)));
    }
    return std::move(found.front());
}

} // namespace spillway
