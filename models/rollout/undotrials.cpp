// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/undotrials.h"

#include "kube/objectmeta.h"
#include "policy/manifest.h"
#include "rollout/autoscalers.h"
#include "rollout/draftsteps.h"
#include "rollout/ownentry.h"
#include "rollout/undofields.h"

#include <QJsonDocument>
#include <QMap>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Action = PlanStep::Action;

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Bytes that leave the bounds to the schedule would take them away where it has let go since, and
/// no server tries that: then they are tried as they are.
QJsonObject withOwnBounds(QJsonObject body, const QJsonObject &live)
{
    const QString kind = body.value("kind"_L1).toString();
    if (!isAutoscaler(kind)) {
        return body;
    }
    const BoundFields fields = boundFields(kind);
    const kube::FieldOwners owners = fieldOwnersOf(live);
    QJsonObject spec = body.value("spec"_L1).toObject();
    for (const QString &field : {fields.min, fields.max}) {
        const bool isOurs =
            managersOf(owners, u".spec."_s + field) == QStringList{QString{consoleManager}};
        if (isOurs && !spec.contains(field)) {
            spec.insert(field, live["spec"_L1][field]);
        }
    }
    if (!spec.isEmpty()) {
        body.insert("spec"_L1, spec);
    }
    return body;
}

/// What the schedule does is ours too, and is judged by its own timeline.
std::vector<std::size_t> consoleSteps(const UndoPicture &picture, const ObjectSteps &object)
{
    std::vector<std::size_t> steps;
    std::copy_if(object.steps.begin(), object.steps.end(), std::back_inserter(steps),
                 [&picture](std::size_t index) {
                     return picture.push.steps[index].step.manager != scheduleManager;
                 });
    return steps;
}

} // namespace

std::vector<ObjectSteps> sentSteps(const PushRecord &push)
{
    std::vector<ObjectSteps> objects;
    for (std::size_t i = 0; i < push.steps.size(); ++i) {
        const PushedStep::State state = push.steps[i].state;
        if (state != PushedStep::State::Sent && state != PushedStep::State::Done) {
            continue;
        }
        const QString key = push.steps[i].step.object.toString();
        auto found = std::find_if(objects.begin(), objects.end(),
                                  [&key](const ObjectSteps &each) { return each.key == key; });
        if (found == objects.end()) {
            found = objects.insert(found, ObjectSteps{.key = key});
        }
        found->steps.push_back(i);
    }
    return objects;
}

std::vector<UndoQuestions> undoQuestions(const UndoPicture &picture)
{
    std::vector<UndoQuestions> questions(picture.push.steps.size());
    for (const ObjectSteps &object : sentSteps(picture.push)) {
        bool isLast = true;
        for (auto index = object.steps.rbegin(); index != object.steps.rend(); ++index) {
            const PlanStep &step = picture.push.steps[*index].step;
            if (picture.live.value(object.key).isEmpty() || step.action == Action::Delete ||
                step.manager == scheduleManager) {
                continue;
            }
            questions[*index] = {.pushed = isLast, .restored = step.action != Action::Create};
            isLast = false;
        }
    }
    return questions;
}

kube::ApplyRequest trialOfPushed(const PlanStep &step, const QJsonObject &live)
{
    kube::ApplyRequest apply = applyOf(step);
    QJsonObject body = withOwnBounds(QJsonDocument::fromJson(step.body).object(), live);
    QJsonObject meta = body.value("metadata"_L1).toObject();
    meta.insert("uid"_L1, metaText(live, "uid"_L1));
    meta.remove("resourceVersion"_L1);
    body.insert("metadata"_L1, meta);
    apply.body = bytesOf(body);
    apply.force = true;
    return apply;
}

kube::ApplyRequest trialOfRestored(const PlanStep &step, const QJsonObject &live)
{
    kube::ApplyRequest apply = applyOf(step);
    const QJsonObject body = withOwnBounds(beforeOf(step), live);
    apply.body = *kube::withLock(bytesOf(body), metaText(live, "uid"_L1), {});
    apply.force = true;
    return apply;
}

bool isAboutObject(kube::Refusal refusal)
{
    switch (refusal) {
    case kube::Refusal::ObjectMissing: // gone, or made anew, since it was read
    case kube::Refusal::AlreadyExists:
    case kube::Refusal::Stale:
    case kube::Refusal::OwnedByOthers:
    case kube::Refusal::PreconditionFailed:
    case kube::Refusal::QuotaExceeded:
    case kube::Refusal::NamespaceTerminating:
    case kube::Refusal::AdmissionDenied:
    case kube::Refusal::Invalid:
    case kube::Refusal::NotDigestible:
    case kube::Refusal::ObjectTooLarge:
    case kube::Refusal::CannotPreview:
    case kube::Refusal::WebhookUnreachable:
        return true;
    default:
        return false;
    }
}

QJsonObject nothingOf(const PlanStep &step)
{
    return {{"apiVersion"_L1, step.object.resource.apiVersion()},
            {"kind"_L1, step.object.resource.kind},
            {"metadata"_L1,
             QJsonObject{{"name"_L1, step.object.name}, {"namespace"_L1, step.object.ns}}}};
}

QJsonObject beforeOf(const PlanStep &step)
{
    return step.before.isEmpty() ? nothingOf(step) : step.before;
}

std::optional<std::size_t> untriedStep(const UndoPicture &picture, const ObjectSteps &object)
{
    const std::vector<std::size_t> steps = consoleSteps(picture, object);
    if (steps.empty()) {
        return std::nullopt;
    }
    if (picture.trials[steps.back()].pushed.isEmpty()) {
        return steps.back();
    }
    const bool isCreated = picture.push.steps[steps.front()].step.action == Action::Create;
    return isCreated || !picture.trials[steps.front()].restored.isEmpty()
               ? std::nullopt
               : std::optional{steps.front()};
}

std::vector<ForeignChange> changesSince(const UndoPicture &picture, const ObjectSteps &object)
{
    const std::vector<std::size_t> steps = consoleSteps(picture, object);
    if (steps.empty() || picture.trials[steps.back()].pushed.isEmpty()) {
        return {};
    }
    const QString &manager = picture.push.steps[steps.back()].step.manager;
    const QJsonObject now = picture.live.value(object.key);
    const QJsonObject &asPushed = picture.trials[steps.back()].pushed;
    const QJsonObject &asBefore = picture.trials[steps.front()].restored;
    QMap<QString, QJsonValue> values = valuesOfFields(now, asBefore, manager);
    values.insert(valuesOfFields(now, asPushed, manager));
    const QMap<QString, QJsonValue> pushedValues = ownedValues(asPushed, manager);
    const QMap<QString, QJsonValue> oldValues = ownedValues(asBefore, manager);
    const kube::FieldOwners owners = fieldOwnersOf(now);
    const QJsonValue gone{QJsonValue::Undefined};
    std::vector<ForeignChange> changes;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QString &path = value.key();
        const QStringList managers = managersOf(owners, path);
        const bool isDefault = !pushedValues.contains(path) && managers.isEmpty();
        const bool isScheduled = managers == QStringList{QString{scheduleManager}};
        if (!isDefault && !isScheduled && *value != pushedValues.value(path, gone) &&
            *value != oldValues.value(path, gone)) {
            changes.push_back({path, managers});
        }
    }
    return changes;
}

} // namespace spillway
