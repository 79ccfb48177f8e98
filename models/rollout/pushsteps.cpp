// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/objectmeta.h"
#include "rollout/pushcheck.h"
#include "rollout/pushprivate.h"

#include <QJsonDocument>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDeleteTries = 5; // against controllers that write the status in between

/// The same apply without the lock on a version, which a write that was carried out has moved.
kube::ApplyRequest withoutVersion(const PlanStep &step)
{
    kube::ApplyRequest apply = applyOf(step);
    QJsonObject body = QJsonDocument::fromJson(step.body).object();
    QJsonObject meta = body.value("metadata"_L1).toObject();
    meta.remove("resourceVersion"_L1);
    body.insert("metadata"_L1, meta);
    apply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return apply;
}

} // namespace

void Push::Private::next()
{
    const auto open = std::find_if(record.steps.begin(), record.steps.end(), [](const auto &each) {
        return each.state != PushedStep::State::Done;
    });
    if (open == record.steps.end()) {
        result = record.revision;
        close(PushRecord::End::Complete);
        return;
    }
    const int step = static_cast<int>(open - record.steps.begin());
    if (isStopping) {
        stepFailed(step, StepResult::State::NotTried,
                   {.code = ErrorCode::Cancelled, .what = tr("The push was stopped")});
    } else if (stepHash(planned(step)) != planned(step).hash) {
        stepFailed(
            step, StepResult::State::Refused,
            {.code = ErrorCode::Internal, .what = tr("The request is not the one that was shown")});
    } else if (open->state == PushedStep::State::Sent) {
        settle(step);
    } else if (planned(step).action == PlanStep::Action::Delete) {
        sendDelete(step);
    } else {
        sendApply(step);
    }
}

void Push::Private::sendApply(int step)
{
    if (const Result<void> written = journal->sending(step); !written) {
        stepFailed(step, StepResult::State::NotTried, written.error());
        return;
    }
    onDisk(step, [this, step] { follow(step, writer.apply(ticket, applyOf(planned(step)), q)); });
}

void Push::Private::onDisk(int step, const std::function<void()> &then)
{
    afterSync([this, step, then](const std::optional<Error> &error) {
        if (error) {
            stepFailed(step, StepResult::State::NotTried, *error);
        } else {
            then();
        }
    });
}

void Push::Private::sendDelete(int step)
{
    read(planned(step).object, [this, step](const Result<QJsonObject> &live) {
        if (live) {
            lastRead(step, *live);
        } else {
            stepFailed(step, StepResult::State::Refused, live.error());
        }
    });
}

void Push::Private::lastRead(int step, const QJsonObject &live)
{
    if (live.isEmpty()) {
        wasGone(step);
        return;
    }
    if (const Result<void> same = checkStep(planned(step), live); !same) {
        stepFailed(step, StepResult::State::Refused, same.error());
        return;
    }
    recorded(step).last = live;
    if (const Result<void> written = journal->sending(step, live); !written) {
        stepFailed(step, StepResult::State::NotTried, written.error());
        return;
    }
    // Of just the state that the journal keeps: nothing in between is lost by an undo.
    kube::DeleteRequest request = deleteOf(planned(step));
    request.resourceVersion = metaText(live, "resourceVersion"_L1);
    onDisk(step, [this, step, request] { follow(step, writer.remove(ticket, request, q)); });
}

/// If nothing was sent that may have done it, an undo must not make it again.
void Push::Private::wasGone(int step)
{
    if (recorded(step).state == PushedStep::State::Sent) {
        stepDone(step, StepResult::State::Done, recorded(step).last);
        return;
    }
    recorded(step).gone = true;
    stepDone(step, StepResult::State::Unchanged, {});
}

void Push::Private::settle(int step)
{
    read(planned(step).object, [this, step](const Result<QJsonObject> &live) {
        if (!live) {
            stepFailed(step, StepResult::State::Unknown, live.error());
        } else if (planned(step).action == PlanStep::Action::Delete) {
            settleDelete(step, *live);
        } else {
            settleApply(step, *live);
        }
    });
    shown(step).state = StepResult::State::ReadingBack;
    Q_EMIT q->stepChanged(step);
}

void Push::Private::settleDelete(int step, const QJsonObject &live)
{
    const bool isGone = live.isEmpty() || metaText(live, "uid"_L1) != planned(step).uid ||
                        !metaText(live, "deletionTimestamp"_L1).isEmpty();
    if (isGone) {
        stepDone(step, StepResult::State::Done, recorded(step).last);
    } else {
        sendDelete(step);
    }
}

void Push::Private::settleApply(int step, const QJsonObject &live)
{
    const PlanStep &wanted = planned(step);
    if (live.isEmpty()) {
        const Result<void> same = checkStep(wanted, live);
        if (same) {
            sendApply(step);
        } else {
            stepFailed(step, StepResult::State::Refused, same.error());
        }
        return;
    }
    auto *const preview = client.preview(withoutVersion(wanted), q);
    QObject::connect(preview, &KubeReply::finished, q, [this, step, live, preview] {
        preview->deleteLater();
        previewed(step, live, preview->result());
    });
}

void Push::Private::previewed(int step, const QJsonObject &live,
                              const Result<ApplyPreview> &preview)
{
    if (!preview) {
        stepFailed(step, StepResult::State::Unknown, preview.error());
    } else if (isAsWanted(live, preview->object)) {
        stepDone(step, StepResult::State::Done, live);
    } else if (const Result<void> same = checkStep(planned(step), live); !same) {
        stepFailed(step, StepResult::State::Refused, same.error());
    } else {
        sendApply(step);
    }
}

void Push::Private::follow(int step, KubeWrite *write)
{
    // From the event loop: the write goes on with its own work after this signal.
    const auto readingBack = [this, step, write] {
        if (write->phase() == KubeWrite::Phase::ReadingBack) {
            shown(step).state = StepResult::State::ReadingBack;
            shown(step).error = write->lost();
            Q_EMIT q->stepChanged(step);
        }
    };
    QObject::connect(write, &KubeWrite::phaseChanged, write, readingBack, Qt::QueuedConnection);
    QObject::connect(write, &KubeWrite::finished, q, [this, step, write] {
        write->deleteLater();
        stepEnded(step, write->outcome());
    });
    shown(step).state = StepResult::State::Running;
    Q_EMIT q->stepChanged(step);
}

void Push::Private::stepEnded(int step, const WriteOutcome &outcome)
{
    shown(step).warnings = outcome.warnings;
    const auto error = [&] {
        return refusalInPolicy(outcome.error.value_or(Error{}), outcome.detail, planned(step),
                               plan.policyText);
    };
    const bool isDelete = planned(step).action == PlanStep::Action::Delete;
    if (outcome.state == WriteOutcome::State::Unknown) {
        stepFailed(step, StepResult::State::Unknown, error());
    } else if (isDelete && outcome.detail.refusal == kube::Refusal::ObjectMissing) {
        wasGone(step);
    } else if (outcome.state == WriteOutcome::State::Refused) {
        const bool wasTouched = isDelete &&
                                outcome.detail.refusal == kube::Refusal::PreconditionFailed &&
                                ++deleteTries < mostDeleteTries;
        if (wasTouched) {
            sendDelete(step); // certainly not done; its uid is looked at again
        } else {
            stepFailed(step, StepResult::State::Refused, error());
        }
    } else {
        const QString before = metaText(seen[static_cast<std::size_t>(step)], "resourceVersion"_L1);
        const bool isSame = !isDelete && !before.isEmpty() && before == outcome.resourceVersion();
        if (outcome.changedSince) {
            shown(step).warnings.append(tr("Somebody else changed it right afterwards."));
        }
        stepDone(step,
                 outcome.unchanged || isSame ? StepResult::State::Unchanged
                                             : StepResult::State::Done,
                 isDelete ? recorded(step).last : outcome.object);
    }
}

void Push::Private::stepDone(int step, StepResult::State state, const QJsonObject &object)
{
    deleteTries = 0;
    shown(step).state = state;
    shown(step).object = object;
    shown(step).error.reset();
    const QString uid = metaText(object, "uid"_L1);
    const Result<void> written =
        recorded(step).gone ? journal->gone(step) : journal->done(step, uid);
    if (!written) {
        // It is done, but after a kill nobody would know: not one step further.
        blemishes.push_back(written.error());
        result = written.error();
        finish(result);
        return;
    }
    recorded(step).state = PushedStep::State::Done;
    recorded(step).uid = uid;
    if (state == StepResult::State::Done) {
        closing->note(planned(step), object, record);
    }
    later(&Private::next);
    Q_EMIT q->stepChanged(step);
}

void Push::Private::stepFailed(int step, StepResult::State state, const Error &error)
{
    StepResult &failed = shown(step);
    failed.state = state;
    failed.error = error;
    result = error;
    const Result<void> written = state == StepResult::State::Unknown ? journal->unknown(step, error)
                                 : state == StepResult::State::Refused
                                     ? journal->refused(step, error)
                                     : Result<void>{};
    if (!written) {
        blemishes.push_back(written.error());
    }
    for (StepResult &each : steps) {
        if (each.state == StepResult::State::Waiting) {
            each.state = StepResult::State::NotTried;
        }
    }
    QMetaObject::invokeMethod(
        q, [this] { close(PushRecord::End::Stopped); }, Qt::QueuedConnection);
    Q_EMIT q->stepChanged(step);
}

} // namespace spillway
