// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/gitopsorigin.h"
#include "rollout/findingcollector.h"
#include "rollout/ownentry.h"

#include <QSet>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;
using kube::WriterKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

using Severity = PlanFinding::Severity;

/// What an owner will do about a field that was changed under it.
QString consequence(WriterKind kind)
{
    switch (kind) {
    case WriterKind::ArgoCd:
        return Text::tr("Argo CD puts its value back at the next sync, with self-heal within "
                        "seconds");
    case WriterKind::Flux:
        return Text::tr("Flux puts its value back at the next reconciliation, every few minutes");
    case WriterKind::Helm:
        return Text::tr("Helm writes its value again with the next upgrade of the release");
    case WriterKind::Person:
        return Text::tr("a person wrote it and writes it again only by hand");
    case WriterKind::Program:
        return Text::tr("that program may write its value again at any time");
    }
    return {};
}

QString consequenceOf(const QString &manager)
{
    return manager == scheduleManager
               ? Text::tr("the schedule in the cluster writes its value again within minutes")
               : consequence(kube::writerKind(manager));
}

struct OwnedFields
{
    QString manager;
    QStringList fields;
};

/// By manager, in the order in which they appear.
template<typename Fields, typename Each>
std::vector<OwnedFields> byManager(const Fields &fields, const Each &each)
{
    std::vector<OwnedFields> owners;
    for (const auto &field : fields) {
        each(field, [&owners](const QString &manager, const QString &path) {
            const auto known =
                std::find_if(owners.begin(), owners.end(),
                             [&manager](const OwnedFields &one) { return one.manager == manager; });
            OwnedFields &one =
                known == owners.end() ? owners.emplace_back(OwnedFields{manager, {}}) : *known;
            if (!one.fields.contains(path)) {
                one.fields.append(path);
            }
        });
    }
    return owners;
}

std::vector<OwnedFields> ownersOfFields(const std::vector<ForeignField> &fields)
{
    return byManager(fields, [](const ForeignField &field, const auto &add) {
        for (const kube::FieldOwner &owner : field.owners) {
            add(owner.manager, field.path);
        }
    });
}

std::vector<OwnedFields> ownersOfConflicts(const QList<kube::FieldConflict> &conflicts)
{
    return byManager(conflicts, [](const kube::FieldConflict &conflict, const auto &add) {
        add(conflict.manager, conflict.field);
    });
}

QString fieldsText(const QStringList &fields)
{
    constexpr qsizetype few = 4;
    const QString some = fields.first(std::min(few, fields.size())).join(u", "_s);
    return fields.size() <= few
               ? some
               : Text::tr("%1 and %n more", nullptr, static_cast<int>(fields.size() - few))
                     .arg(some);
}

/// The place of the policy that asks for the first of the fields.
FindingCollector::About aboutFields(const DraftStep &draft, const QStringList &fields)
{
    return {draft.step.object.toString(), draft.step.component,
            draft.manifest.sourceOf(fields.value(0))};
}

/// The server refused the dry run because of others.
void findConflicts(FindingCollector &list, const DraftStep &draft, const DryRun &answer)
{
    const QString object = draft.step.object.toString();
    for (const OwnedFields &owner : ownersOfConflicts(answer.detail.conflicts)) {
        list.add(
            "foreign-owner"_L1, Severity::Error, aboutFields(draft, owner.fields),
            Text::tr("%1 owns %2 of %3; %4")
                .arg(owner.manager, fieldsText(owner.fields), object, consequenceOf(owner.manager)),
            Text::tr("Take the object over, leave the fields to their owner, or write the "
                     "values they have."));
    }
}

void findTaken(FindingCollector &list, const DraftStep &draft)
{
    const QString object = draft.step.object.toString();
    for (const OwnedFields &owner :
         ownersOfFields(foreignFields(draft.live, draft.step.manager, draft.manifest.object))) {
        list.add(
            "foreign-owner"_L1, Severity::Warning, aboutFields(draft, owner.fields),
            Text::tr("%1 of %2 are taken over from %3; %4")
                .arg(fieldsText(owner.fields), object, owner.manager, consequenceOf(owner.manager)),
            Text::tr("Remove them from what %1 applies.").arg(owner.manager));
    }
}

bool isOurs(const QString &manager)
{
    return manager == consoleManager || manager == scheduleManager;
}

/// Equal today; whoever changes one first is refused.
void findShared(FindingCollector &list, const DraftStep &draft)
{
    const QString object = draft.step.object.toString();
    for (const OwnedFields &owner :
         ownersOfFields(sharedFields(draft.live, draft.step.manager, draft.manifest.object))) {
        if (!isOurs(owner.manager)) {
            list.add("shared-owner"_L1, Severity::Info, aboutFields(draft, owner.fields),
                     Text::tr("%1 also owns %2 of %3, with the same values: a later change of one "
                              "is refused")
                         .arg(owner.manager, fieldsText(owner.fields), object));
        }
    }
}

QString originText(const kube::GitOpsOrigin &origin)
{
    switch (origin.kind) {
    case WriterKind::ArgoCd:
        return Text::tr("the Argo CD application “%1”").arg(origin.name);
    case WriterKind::Flux:
        return Text::tr("the Flux object “%1”").arg(origin.name);
    default:
        return Text::tr("the Helm release “%1”").arg(origin.name);
    }
}

void findOrigin(FindingCollector &list, const DraftStep &draft)
{
    const LiveObject live{draft.step.object, draft.live};
    if (const auto origin = kube::gitOpsOrigin(live.meta())) {
        list.add(
            "gitops-managed"_L1, Severity::Warning,
            {draft.step.object.toString(), draft.step.component, {}},
            Text::tr("%1 belongs to %2; %3")
                .arg(draft.step.object.toString(), originText(*origin), consequence(origin->kind)),
            Text::tr("Change it there, or take it out of the repository."));
    }
}

} // namespace

void findAboutOwners(FindingCollector &list)
{
    const AnsweredDraft &answered = list.picture().answered;
    QSet<QString> seen;
    for (std::size_t i = 0; i < answered.draft.steps.size(); ++i) {
        const DraftStep &draft = answered.draft.steps[i];
        const auto &answer = answered.answers[i];
        if (answer && !answer->preview) {
            findConflicts(list, draft, *answer);
        }
        if (draft.live.isEmpty()) {
            continue;
        }
        if (draft.step.force) {
            findTaken(list, draft);
        }
        if (!seen.contains(draft.step.object.toString())) {
            seen.insert(draft.step.object.toString());
            findOrigin(list, draft);
            if (draft.step.action != PlanStep::Action::Delete) {
                findShared(list, draft);
            }
        }
    }
}

} // namespace spillway
