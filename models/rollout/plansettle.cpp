// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/plansettle.h"

#include "rollout/fielddiff.h"
#include "rollout/ownentry.h"

#include <QRegularExpression>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Action = PlanStep::Action;

/// Fields whose owner changes and whose value does not.
std::vector<FieldChange> ownerChanges(const QJsonObject &live, const QJsonObject &would,
                                      const PlanStep &step, const Manifest &manifest)
{
    const QMap<QString, QJsonValue> before = ownedValues(live, step.manager);
    const QMap<QString, QJsonValue> after = ownedValues(would, step.manager);
    if (before.keys() == after.keys()) {
        return {};
    }
    const kube::FieldOwners owners = fieldOwnersOf(live);
    std::vector<FieldChange> changes;
    const auto tell = [&](const QMap<QString, QJsonValue> &some,
                          const QMap<QString, QJsonValue> &others) {
        for (auto field = some.begin(); field != some.end(); ++field) {
            if (!others.contains(field.key())) {
                changes.push_back({field.key(), field.value(), field.value(),
                                   managersOf(owners, field.key()),
                                   manifest.sourceOf(field.key())});
            }
        }
    };
    tell(after, before);
    tell(before, after);
    std::sort(changes.begin(), changes.end(),
              [](const FieldChange &a, const FieldChange &b) { return a.path < b.path; });
    return changes;
}

bool cannotPreview(const DryRun &answer)
{
    return !answer.preview && answer.detail.refusal == kube::Refusal::CannotPreview;
}

/// As far as it can be told without the server.
std::vector<FieldChange> guessedChanges(const DraftStep &draft)
{
    const QJsonObject &body = draft.manifest.object;
    return fieldChanges(draft.live, draft.live.isEmpty() ? body : overlaid(draft.live, body),
                        draft.manifest);
}

/// False: the step would change nothing.
bool settle(DraftStep &draft, const std::optional<DryRun> &answer, const PlanInput &input)
{
    PlanStep &step = draft.step;
    if (step.action == Action::Delete) {
        return true;
    }
    if (!answer || cannotPreview(*answer)) {
        if (step.changes.empty()) {
            step.changes = guessedChanges(draft);
        }
        return true;
    }
    step.warnings = answer->warnings;
    if (!answer->preview) {
        step.refused = placedRefusal(*answer, draft.manifest, input.reading.positions);
        step.changes = guessedChanges(draft);
        return true;
    }
    if (draft.live.isEmpty()) {
        step.changes = guessedChanges(draft);
        return true;
    }
    const QJsonObject &would = answer->preview->object;
    std::vector<FieldChange> changes = fieldChanges(draft.live, would, draft.manifest);
    if (changes.empty()) {
        changes = ownerChanges(draft.live, would, step, draft.manifest);
    }
    const bool changed = !changes.empty();
    if (changed || step.changes.empty()) {
        step.changes = std::move(changes);
    }
    return changed;
}

} // namespace

Error placedRefusal(const DryRun &refused, const Manifest &manifest,
                    const PolicyPositions &positions)
{
    Error error = refused.preview.error();
    QString field;
    for (const kube::StatusCause &cause : refused.detail.causes) {
        if (field.isEmpty()) {
            field = cause.field;
        }
    }
    if (field.isEmpty()) {
        // The apply path names fields in its message only (wire fact 21).
        static const QRegularExpression named(u"(\\.[A-Za-z][\\w.\\-\\[\\]=\"]*):"_s);
        field = named.match(refused.detail.message).captured(1);
    }
    const QString source = manifest.sourceOf(field);
    if (!source.isEmpty()) {
        error.position = positions.of(source);
    }
    return error;
}

Plan settledPlan(const AnsweredDraft &answered, const PlanInput &input, const LiveState &live)
{
    Plan plan;
    plan.policy = input.reading.policy.name;
    plan.policyText = input.text;
    plan.madeAt = input.now;
    plan.liveRevision = live.newestRevision;
    plan.target.user = live.identity.user;
    plan.target.nameSpace = input.reading.policy.nameSpace;
    plan.target.context = input.contextName;
    plan.unchanged = answered.draft.unchanged;
    for (std::size_t i = 0; i < answered.draft.steps.size(); ++i) {
        DraftStep draft = answered.draft.steps[i];
        if (settle(draft, answered.answers[i], input)) {
            plan.steps.push_back(std::move(draft.step));
        }
    }
    for (const DraftStep &draft : answered.draft.steps) {
        const kube::ObjectRef &object = draft.step.object;
        const bool stays =
            std::any_of(plan.steps.begin(), plan.steps.end(),
                        [&object](const PlanStep &step) { return step.object == object; });
        if (!stays && std::find(plan.unchanged.begin(), plan.unchanged.end(), object) ==
                          plan.unchanged.end()) {
            plan.unchanged.push_back(object);
        }
    }
    plan.hash = planHash(plan);
    return plan;
}

} // namespace spillway
