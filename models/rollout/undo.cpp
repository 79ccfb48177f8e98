// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/undo.h"

#include "kube/kubeaccess.h"
#include "kube/kubeclient.h"
#include "policy/manifest.h"
#include "rollout/fielddiff.h"
#include "rollout/objectreader.h"
#include "rollout/ownentry.h"
#include "rollout/pushcheck.h"
#include "rollout/revisions.h"
#include "rollout/undodraft.h"

#include <QJsonDocument>
#include <QPointer>

#include <algorithm>
#include <functional>

namespace spillway {

using namespace Qt::StringLiterals;

class Undo::Private
{
public:
    Private(Undo *undo, KubeClient &kubeClient, UndoInput given)
        : q(undo)
        , client(kubeClient)
        , input(std::move(given))
        , picture{input.push, {}, {}, input.takeOver}
    {}

    void begin();
    void revisionsListed(const kube::ListPage<kube::ConfigMap> &page);
    void objectsRead(const std::vector<kube::ObjectRef> &objects, const ObjectReader &reader);
    void askTrials();
    void draft();
    void previewed(std::size_t step, const KubeAnswer<ApplyPreview> &preview);
    void conclude();
    void finish(Result<Plan> end);

    /// Dry run; its answer comes while the undo lives, and `then` after the last of them.
    void ask(const kube::ApplyRequest &apply,
             std::function<void(const KubeAnswer<ApplyPreview> &)> answered,
             void (Private::*then)());

    Undo *q;
    KubeClient &client;
    UndoInput input;
    UndoPicture picture;
    std::optional<Error> lost; ///< of a trial, and not about its object
    UndoDraft drafted;
    std::vector<bool> changesNothing;
    Plan plan;
    int open = 0;
    int done = 0;
    int total = 0;
    Result<Plan> result = Error{};
};

void Undo::Private::begin()
{
    const PushRecord &push = input.push;
    const PlanTarget here = targetAt(client.access(), push.target.nameSpace);
    if (const Result<void> same = checkCluster(push.target, here, tr("The push cannot be undone"));
        !same) {
        finish(same.error());
        return;
    }
    plan.target = here;
    plan.target.user = push.target.user;
    if (!input.contextName.isEmpty()) {
        plan.target.context = input.contextName;
    }
    auto *const list =
        client.list<kube::ConfigMap>(revisionQuery(push.target.nameSpace, push.policy), q);
    QObject::connect(list, &KubeReply::finished, q, [this, list] {
        list->deleteLater();
        if (list->result()) {
            revisionsListed(*list->result());
        } else {
            finish(list->result().error());
        }
    });
}

void Undo::Private::revisionsListed(const kube::ListPage<kube::ConfigMap> &page)
{
    plan.policy = input.push.policy;
    plan.madeAt = input.now;
    const std::vector<Revision> revisions = readRevisions(page.items); // the newest first
    if (!revisions.empty()) {
        plan.liveRevision = revisions.front().number;
    }
    const auto before =
        std::find_if(revisions.begin(), revisions.end(),
                     [this](const Revision &each) { return each.number < input.push.revision; });
    if (before != revisions.end()) {
        plan.policyText = before->policyText;
    }
    const bool isOpen =
        input.push.end == PushRecord::End::None &&
        std::any_of(revisions.begin(), revisions.end(), [this](const Revision &each) {
            return each.number == input.push.revision && each.outcome == PushRecord::End::None;
        });
    if (isOpen) {
        plan.findings.push_back(
            {.id = u"undo-unfinished"_s,
             .severity = PlanFinding::Severity::Warning,
             .text = tr("Revision %1 is not complete: somebody is pushing it now, or the push was "
                        "killed")
                         .arg(input.push.revision),
             .advice = tr("Ask who pushes: what is pushed after this plan is not undone.")});
    }
    if (plan.liveRevision > input.push.revision) {
        plan.policyText = revisions.front().policyText;
        plan.findings.push_back(
            {.id = u"undo-later-push"_s,
             .severity = PlanFinding::Severity::Warning,
             .text = tr("There was a push after this one: %1").arg(revisions.front().toString()),
             .advice = tr("What it changed again is left alone. To have an earlier policy as a "
                          "whole, roll back to it.")});
    }
    std::vector<kube::ObjectRef> objects;
    for (const PushedStep &each : input.push.steps) {
        if (std::find(objects.begin(), objects.end(), each.step.object) == objects.end()) {
            objects.push_back(each.step.object);
        }
    }
    auto *const reader = new ObjectReader(client, objects, q);
    QObject::connect(reader, &ObjectReader::finished, q, [this, reader, objects] {
        reader->deleteLater();
        objectsRead(objects, *reader);
    });
}

void Undo::Private::objectsRead(const std::vector<kube::ObjectRef> &objects,
                                const ObjectReader &reader)
{
    if (const Error *failure = reader.failure()) {
        finish(*failure);
        return;
    }
    for (std::size_t i = 0; i < objects.size(); ++i) {
        picture.live.insert(objects[i].toString(), *reader.results()[i]);
    }
    askTrials();
}

void Undo::Private::ask(const kube::ApplyRequest &apply,
                        std::function<void(const KubeAnswer<ApplyPreview> &)> answered,
                        void (Private::*then)())
{
    ++open;
    ++total;
    auto *const preview = client.preview(apply, q);
    const auto end = [this, preview, answered = std::move(answered), then] {
        preview->deleteLater();
        answered(*preview);
        ++done;
        const bool isLast = --open == 0;
        const QPointer<Undo> alive = q;
        Q_EMIT q->progress(done, total);
        if (alive && isLast) {
            (this->*then)();
        }
    };
    QObject::connect(preview, &KubeReply::finished, q, end);
}

void Undo::Private::askTrials()
{
    picture.trials.resize(input.push.steps.size());
    const std::vector<UndoQuestions> questions = undoQuestions(picture);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const PlanStep &step = input.push.steps[i].step;
        const QJsonObject live = picture.live.value(step.object.toString());
        const auto keep = [this, i](QJsonObject UndoTrial::*member) {
            return [this, i, member](const KubeAnswer<ApplyPreview> &preview) {
                if (preview.result()) {
                    picture.trials[i].*member = preview.result()->object;
                } else if (isAboutObject(preview.detail().refusal)) {
                    picture.trials[i].failure = preview.result().error();
                } else if (!lost) {
                    lost = preview.result().error();
                }
            };
        };
        if (questions[i].pushed) {
            ask(trialOfPushed(step, live), keep(&UndoTrial::pushed), &Private::draft);
        }
        if (questions[i].restored) {
            ask(trialOfRestored(step, live), keep(&UndoTrial::restored), &Private::draft);
        }
    }
    if (open == 0) {
        draft();
    }
}

void Undo::Private::draft()
{
    if (lost) { // what others changed is not known: not a step without it
        finish(*lost);
        return;
    }
    drafted = draftUndo(picture);
    changesNothing.resize(drafted.steps.size(), false);
    for (std::size_t i = 0; i < drafted.steps.size(); ++i) {
        if (drafted.steps[i].preview) {
            ask(
                applyOf(drafted.steps[i].step),
                [this, i](const KubeAnswer<ApplyPreview> &preview) { previewed(i, preview); },
                &Private::conclude);
        }
    }
    if (open == 0) {
        conclude();
    }
}

void Undo::Private::previewed(std::size_t index, const KubeAnswer<ApplyPreview> &preview)
{
    PlanStep &step = drafted.steps[index].step;
    const QJsonObject live = picture.live.value(step.object.toString());
    step.warnings = preview.warnings();
    if (!preview.result()) {
        if (preview.detail().refusal != kube::Refusal::CannotPreview) {
            step.refused = preview.result().error();
        }
        return;
    }
    const QJsonObject &would = preview.result()->object;
    changesNothing[index] = isAsWanted(live, would);
    if (!live.isEmpty()) {
        step.changes = fieldChanges(live, would, {});
    }
}

void Undo::Private::conclude()
{
    for (std::size_t i = 0; i < drafted.steps.size(); ++i) {
        PlanStep &step = drafted.steps[i].step;
        if (changesNothing[i]) {
            plan.unchanged.push_back(step.object);
            continue;
        }
        if (step.changes.empty()) {
            const QJsonObject live = picture.live.value(step.object.toString());
            step.changes =
                fieldChanges(live, overlaid(live, QJsonDocument::fromJson(step.body).object()), {});
        }
        plan.steps.push_back(std::move(step));
    }
    plan.findings.insert(plan.findings.end(), drafted.findings.begin(), drafted.findings.end());
    plan.hash = planHash(plan);
    finish(std::move(plan));
}

void Undo::Private::finish(Result<Plan> end)
{
    result = std::move(end);
    Q_EMIT q->finished();
}

Undo::Undo(KubeClient &client, UndoInput input, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client, std::move(input)))
{
    QMetaObject::invokeMethod(
        this, [this] { d->begin(); }, Qt::QueuedConnection);
}

Undo::~Undo() = default;

const Result<Plan> &Undo::result() const
{
    return d->result;
}

Result<Plan> Undo::takeResult()
{
    return std::move(d->result);
}

} // namespace spillway
