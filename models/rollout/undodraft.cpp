// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Step after step in the opposite order, because the order is what keeps bounds from being without
// an owner for a moment (scalersteps.cpp). A field that has another value than the push gave it,
// and another than before, belongs to whoever gave it that: it is left out and told.
#include "rollout/undodraft.h"

#include "kube/objectmeta.h"
#include "policy/manifest.h"
#include "rollout/autoscalers.h"
#include "rollout/createlock.h"
#include "rollout/fielddiff.h"
#include "rollout/ownentry.h"
#include "rollout/undofields.h"
#include "rollout/undotrials.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

using Action = PlanStep::Action;

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The object as it was before a delete, with its owners; empty: only our share of it is known.
QJsonObject wholeBefore(const PushedStep &pushed)
{
    const QJsonObject &known = pushed.last.isEmpty() ? pushed.step.before : pushed.last;
    return managedFieldsOf(known).isEmpty() ? QJsonObject{} : known;
}

class Draft
{
public:
    explicit Draft(const UndoPicture &picture)
        : m_picture(picture)
    {}

    UndoDraft run()
    {
        const std::vector<ObjectSteps> objects = sentSteps(m_picture.push);
        for (const ObjectSteps &object : objects) {
            prepare(object);
        }
        for (std::size_t i = m_picture.push.steps.size(); i-- > 0;) {
            if (m_planned.contains(i)) {
                const std::vector<UndoStep> &back = m_planned[i];
                m_draft.steps.insert(m_draft.steps.end(), back.begin(), back.end());
            }
        }
        markPreviews();
        return std::move(m_draft);
    }

private:
    [[nodiscard]] const PushedStep &pushed(std::size_t index) const
    {
        return m_picture.push.steps[index];
    }
    [[nodiscard]] QJsonObject live(const PlanStep &step) const
    {
        return m_picture.live.value(step.object.toString());
    }
    [[nodiscard]] bool takesOver(const PlanStep &step) const
    {
        return m_picture.takeOver.contains(step.object.toString());
    }

    void find(QLatin1String id, const PlanStep &step, const QString &text,
              const QString &advice = {})
    {
        m_draft.findings.push_back({.id = id,
                                    .severity = PlanFinding::Severity::Warning,
                                    .object = step.object.toString(),
                                    .component = step.component,
                                    .text = text,
                                    .advice = advice});
    }

    void prepare(const ObjectSteps &object)
    {
        const PushedStep &first = pushed(object.steps.front());
        if (first.step.action == Action::Delete) {
            recreate(object.steps.front());
        } else if (first.step.action == Action::Create) {
            removeCreated(object);
        } else {
            restore(object);
        }
    }

    void removeCreated(const ObjectSteps &object)
    {
        const std::size_t index = object.steps.front();
        const PushedStep &created = pushed(index);
        const QJsonObject now = live(created.step);
        if (now.isEmpty()) {
            return;
        }
        const QString uid = metaText(now, "uid"_L1);
        const bool isOurs = created.uid.isEmpty() ? !ownFields(now, created.step.manager).isEmpty()
                                                  : created.uid == uid;
        if (!isOurs) {
            tellReplaced(created.step);
            return;
        }
        if (!isTried(object)) {
            return;
        }
        const QSet<QString> theirs = changedSince(object);
        if (!theirs.isEmpty() && !takesOver(created.step)) {
            return; // told; to delete it would lose what they did
        }
        PlanStep step = stepFor(created.step, Action::Delete, now);
        step.before = ownedBody(now, created.step.manager);
        step.changes.push_back(
            {{}, step.before, QJsonValue{QJsonValue::Undefined}, {created.step.manager}, {}});
        plan(index, std::move(step));
    }

    void restore(const ObjectSteps &object)
    {
        const PlanStep &first = pushed(object.steps.front()).step;
        const QJsonObject now = live(first);
        if (now.isEmpty()) {
            find("undo-gone"_L1, first,
                 Text::tr("%1 is gone: there is nothing to put back").arg(object.key));
            return;
        }
        if (!first.uid.isEmpty() && metaText(now, "uid"_L1) != first.uid) {
            tellReplaced(first);
            return;
        }
        if (!isTried(object)) {
            return;
        }
        const QSet<QString> theirs = changedSince(object);
        if (!theirs.isEmpty() && !canKeep(object)) {
            return;
        }
        bool scheduleLetsGo = false;
        bool isPostponed = false;
        for (auto index = object.steps.rbegin(); index != object.steps.rend(); ++index) {
            const PlanStep &done = pushed(*index).step;
            const bool ofSchedule = done.manager == scheduleManager;
            QJsonObject body = ofSchedule ? beforeOf(done) : bodyBack(*index, theirs);
            if (!ofSchedule && !scheduleLetsGo) {
                isPostponed = keepScheduledValues(body, now);
            } else if (!ofSchedule) {
                isPostponed = false; // this one has the values of before
            }
            scheduleLetsGo = scheduleLetsGo || ofSchedule;
            if (!ofSchedule || !isSoAlready(body, now)) {
                plan(*index, applyBack(done, body, now));
            }
        }
        if (isPostponed && scheduleLetsGo) {
            finishBounds(object, theirs, now);
        }
    }

    /// What was before the step, but for what was changed since: that is left out if it is owned
    /// by others, and kept as it is if a later push of ours did it (what we own and leave out
    /// vanishes).
    [[nodiscard]] QJsonObject bodyBack(std::size_t index, const QSet<QString> &theirs) const
    {
        const PlanStep &done = pushed(index).step;
        const QJsonObject &restored = m_picture.trials[index].restored;
        if (theirs.isEmpty() || restored.isEmpty() || takesOver(done)) {
            return beforeOf(done);
        }
        const QJsonObject now = live(done);
        const QStringList owned = ownedValues(now, done.manager).keys();
        const QSet<QString> others = QSet<QString>(owned.begin(), owned.end()) - theirs;
        return overlaid(ownedWithout(restored, done.manager, theirs),
                        ownedWithout(now, done.manager, others));
    }

    [[nodiscard]] static bool isSoAlready(const QJsonObject &ofSchedule, const QJsonObject &now)
    {
        const bool givesUp = ofSchedule.value("spec"_L1).toObject().isEmpty();
        return givesUp ? ownFields(now, scheduleManager).isEmpty()
                       : isAppliedAlready(now, scheduleManager, ofSchedule);
    }

    /// Bounds that the schedule has moved since stay as they are while it owns them. True: there
    /// are some.
    [[nodiscard]] static bool keepScheduledValues(QJsonObject &body, const QJsonObject &now)
    {
        bool kept = false;
        QJsonObject spec = body.value("spec"_L1).toObject();
        for (const ForeignField &field : foreignFields(now, consoleManager, body)) {
            const bool isScheduled = std::all_of(
                field.owners.begin(), field.owners.end(),
                [](const kube::FieldOwner &owner) { return owner.manager == scheduleManager; });
            const QString name = field.path.mid(u".spec."_s.size());
            if (isScheduled && spec.contains(name)) {
                spec.insert(name, field.value);
                kept = true;
            }
        }
        if (kept) {
            body.insert("spec"_L1, spec);
        }
        return kept;
    }

    /// The values of before, once the schedule has let go.
    void finishBounds(const ObjectSteps &object, const QSet<QString> &theirs,
                      const QJsonObject &now)
    {
        for (const std::size_t index : object.steps) {
            const PlanStep &done = pushed(index).step;
            if (done.manager != scheduleManager) {
                plan(object.steps.front(), applyBack(done, bodyBack(index, theirs), now));
                return;
            }
        }
    }

    void recreate(std::size_t index)
    {
        const PushedStep &deleted = pushed(index);
        if (deleted.gone) {
            return; // not by the push
        }
        const QJsonObject now = live(deleted.step);
        if (!now.isEmpty()) {
            if (metaText(now, "uid"_L1) != deleted.step.uid) {
                tellReplaced(deleted.step);
            }
            return; // else it was never deleted
        }
        const QJsonObject whole = wholeBefore(deleted);
        if (whole.isEmpty()) {
            find("undo-unknown-object"_L1, deleted.step,
                 Text::tr("Of %1 only what Spillway owned is known")
                     .arg(deleted.step.object.toString()));
            plan(index, stepOf(deleted.step, Action::Create, deleted.step.manager,
                               beforeOf(deleted.step), {}));
            return;
        }
        if (ownFields(whole, consoleManager).isEmpty() &&
            ownFields(whole, scheduleManager).isEmpty()) {
            // It was somebody else's and in the way: `before` is all that they wrote.
            plan(index,
                 stepOf(deleted.step, Action::Create, consoleManager, deleted.step.before, {}));
            tellGiven(deleted.step);
            return;
        }
        const QJsonObject ours = ownedBody(whole, consoleManager);
        const bool isScheduled = !ownFields(whole, scheduleManager).isEmpty();
        const QJsonObject scheduled = ownedBody(whole, scheduleManager);
        const QJsonObject both = isScheduled ? overlaid(ours, scheduled) : ours;
        plan(index, stepOf(deleted.step, Action::Create, consoleManager, both, {}));
        if (isScheduled) {
            plan(index, stepOf(deleted.step, Action::Attach, scheduleManager, scheduled,
                               nothingOf(deleted.step)));
            plan(index, stepOf(deleted.step, Action::Update, consoleManager, ours, both));
        }
        tellForeign(deleted.step, whole);
    }

    /// It is known what others changed, or it does not matter; told if it is not known.
    bool isTried(const ObjectSteps &object)
    {
        const std::optional<std::size_t> untried = untriedStep(m_picture, object);
        return !untried || mayGoUnchecked(*untried);
    }

    /// What others changed can be kept in the way back of each step, or it does not matter; told if
    /// not. A trial between the first and the last may be refused, because it makes sense only
    /// between the others.
    bool canKeep(const ObjectSteps &object)
    {
        const auto failed =
            std::find_if(object.steps.begin(), object.steps.end(), [this](std::size_t index) {
                return m_picture.trials[index].restored.isEmpty() &&
                       m_picture.trials[index].failure.has_value();
            });
        return failed == object.steps.end() || mayGoUnchecked(*failed);
    }

    /// It is not known what others changed; told.
    bool mayGoUnchecked(std::size_t index)
    {
        const PlanStep &step = pushed(index).step;
        const std::optional<Error> &failure = m_picture.trials[index].failure;
        const QString known = failure && failure->why.isEmpty() ? failure->sentence()
                              : failure                         ? failure->why
                                        : Text::tr("there is no answer of the cluster");
        find("undo-unchecked"_L1, step,
             Text::tr("It cannot be seen whether %1 was changed since the push: %2")
                 .arg(step.object.toString(), known),
             takesOver(step) ? Text::tr("If it was, these changes are overwritten.")
                             : Text::tr("It is left alone; take the object over to undo all."));
        return takesOver(step);
    }

    /// Fields that have neither the value of the push nor that of before; told.
    QSet<QString> changedSince(const ObjectSteps &object)
    {
        const std::vector<ForeignChange> changes = changesSince(m_picture, object);
        QSet<QString> changed;
        QStringList told;
        for (const ForeignChange &change : changes) {
            changed.insert(change.path);
            told.append(change.managers.isEmpty()
                            ? change.path
                            : u"%1 (%2)"_s.arg(change.path, change.managers.join(u", "_s)));
        }
        if (!told.isEmpty()) {
            tellChanged(pushed(object.steps.front()).step, told);
        }
        return changed;
    }

    void tellChanged(const PlanStep &step, const QStringList &fields)
    {
        find("undo-changed-since"_L1, step,
             Text::tr("%1 was changed since the push: %2")
                 .arg(step.object.toString(), fields.join(u", "_s)),
             takesOver(step) ? Text::tr("These changes are overwritten.")
                             : Text::tr("They are left alone; take the object over to undo all."));
    }

    void tellReplaced(const PlanStep &step)
    {
        find("undo-replaced"_L1, step,
             Text::tr("%1 was made anew by somebody else; it is left alone")
                 .arg(step.object.toString()));
    }

    void tellGiven(const PlanStep &step)
    {
        find("undo-given-back"_L1, step,
             Text::tr("%1 is made again as it was; its fields are owned by Spillway until its "
                      "owner applies it again")
                 .arg(step.object.toString()));
    }

    void tellForeign(const PlanStep &step, const QJsonObject &whole)
    {
        QStringList managers;
        for (const kube::ManagedFieldsEntry &entry : managedFieldsOf(whole)) {
            const bool isOurs = entry.isApply() && (entry.manager == consoleManager ||
                                                    entry.manager == scheduleManager);
            if (!isOurs && entry.subresource.isEmpty() && !managers.contains(entry.manager)) {
                managers.append(entry.manager);
            }
        }
        if (!managers.isEmpty()) {
            find("undo-foreign-fields"_L1, step,
                 Text::tr("%1 is created again without what %2 had in it")
                     .arg(step.object.toString(), managers.join(u", "_s)));
        }
    }

    [[nodiscard]] static PlanStep stepFor(const PlanStep &done, Action action,
                                          const QJsonObject &now)
    {
        PlanStep step;
        step.action = action;
        step.object = done.object;
        step.component = done.component;
        step.manager = done.manager;
        step.uid = metaText(now, "uid"_L1);
        step.resourceVersion = metaText(now, "resourceVersion"_L1);
        step.hash = stepHash(step);
        return step;
    }

    /// A step of an object that is created again: it has no uid yet.
    [[nodiscard]] static PlanStep stepOf(const PlanStep &done, Action action,
                                         const QString &manager, const QJsonObject &body,
                                         const QJsonObject &before)
    {
        PlanStep step = stepFor(done, action, {});
        step.manager = manager;
        step.body = bytesOf(body);
        if (action == Action::Create) { // never over what somebody makes in between
            step.body = *kube::withLock(step.body, {}, notThereVersion);
        }
        step.before = before;
        step.changes = fieldChanges(before, body, {});
        step.hash = stepHash(step);
        return step;
    }

    [[nodiscard]] PlanStep applyBack(const PlanStep &done, const QJsonObject &body,
                                     const QJsonObject &now) const
    {
        const Action action = done.action == Action::Attach   ? Action::Detach
                              : done.action == Action::Detach ? Action::Attach
                                                              : Action::Update;
        PlanStep step = stepFor(done, action, now);
        step.force = done.manager != scheduleManager && takesOver(done) &&
                     !foreignFields(now, done.manager, body).empty();
        step.body = *kube::withLock(bytesOf(body), step.uid, {});
        step.before = ownedBody(now, done.manager, step.force ? body : QJsonObject{});
        step.hash = stepHash(step);
        return step;
    }

    void plan(std::size_t index, PlanStep step)
    {
        m_planned[index].push_back({.step = std::move(step)});
    }

    void markPreviews()
    {
        QSet<QString> seen;
        bool freed = false; // admission may refuse a second autoscaler while the first is there
        for (UndoStep &each : m_draft.steps) {
            const QString key = each.step.object.toString();
            const QString &kind = each.step.object.resource.kind;
            const bool scales = isAutoscaler(kind);
            const bool isDelete = each.step.action == Action::Delete;
            each.preview = !isDelete && !seen.contains(key) &&
                           !(freed && scales && each.step.action == Action::Create);
            freed = freed || (scales && isDelete);
            seen.insert(key);
        }
    }

    const UndoPicture &m_picture;
    QMap<std::size_t, std::vector<UndoStep>> m_planned; ///< by the step that they undo
    UndoDraft m_draft;
};

} // namespace

UndoDraft draftUndo(const UndoPicture &picture)
{
    return Draft(picture).run();
}

} // namespace spillway
