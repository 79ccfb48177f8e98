// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/push.h"

#include "kube/kubeaccess.h"
#include "policy/manifest.h"
#include "rollout/journalfolder.h"
#include "rollout/pushcheck.h"
#include "rollout/pushprivate.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QPointer>
#include <QUuid>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

Push::Private::Private(Push *push, KubeClient &kubeClient, WriteTicket right)
    : q(push)
    , client(kubeClient)
    , writer(kubeClient)
    , ticket(std::move(right))
{}

void Push::Private::later(void (Private::*action)())
{
    QMetaObject::invokeMethod(
        q, [this, action] { (this->*action)(); }, Qt::QueuedConnection);
}

void Push::Private::afterSync(const std::function<void(const std::optional<Error> &)> &then)
{
    auto *const watcher = new QFutureWatcher<QString>(q);
    QObject::connect(watcher, &QFutureWatcherBase::finished, q, [this, watcher, then] {
        watcher->deleteLater();
        const QString why = watcher->result();
        then(why.isEmpty() ? std::nullopt : std::optional{journal->unsynced(why)});
    });
    watcher->setFuture(journal->sync());
}

void Push::Private::enter(Phase now)
{
    if (phase != now) {
        phase = now;
        Q_EMIT q->phaseChanged();
    }
}

PushedStep &Push::Private::recorded(int step)
{
    return record.steps.at(static_cast<std::size_t>(step));
}

void Push::Private::read(const kube::ObjectRef &object,
                         std::function<void(const Result<QJsonObject> &)> done)
{
    auto *const one = new ObjectReader(client, {object}, q);
    QObject::connect(one, &ObjectReader::finished, q, [one, done = std::move(done)] {
        one->deleteLater();
        done(one->results().front());
    });
}

void Push::Private::begin()
{
    const QString context = client.access().contextName();
    PushInput given = input;
    given.reason = record.reason;
    const Result<void> allowed = checkPlan(plan, given, ticket, context);
    const Result<void> here =
        isResumed ? checkCluster(record.target, targetAt(client.access(), {}), cannotGoOn())
                  : Result<void>{};
    if (!allowed || !here) {
        refuse(allowed ? here.error() : allowed.error());
    } else if (plan.isEmpty()) {
        closeEmpty();
    } else {
        later(isResumed ? &Private::askRevisions : &Private::readObjects);
        enter(Phase::Checking);
    }
}

QString Push::Private::cannotGoOn()
{
    return tr("The push cannot be continued");
}

void Push::Private::askRevisions()
{
    auto *const list =
        client.list<kube::ConfigMap>(revisionQuery(record.target.nameSpace, record.policy), q);
    QObject::connect(list, &KubeReply::finished, q, [this, list] {
        list->deleteLater();
        if (list->result()) {
            revisionsListed(*list->result());
        } else {
            finish(list->result().error());
        }
    });
}

void Push::Private::revisionsListed(const kube::ListPage<kube::ConfigMap> &page)
{
    const std::vector<Revision> revisions = readRevisions(page.items);
    const auto ours =
        std::find_if(revisions.begin(), revisions.end(), [this](const Revision &each) {
            return each.number == record.revision && each.pushId == record.id;
        });
    const bool isThere = ours != revisions.end();
    const int seenRevision = isThere ? record.revision : record.revision - 1;
    if (const Revision *other = noteMeanwhile(revisions, seenRevision)) {
        finish(Error{.code = ErrorCode::Conflict,
                     .what = cannotGoOn(),
                     .why = tr("another was made since: %1").arg(other->toString()),
                     .advice = tr("Plan again, or undo what was pushed.")});
        return;
    }
    if (record.claim == PushedStep::State::Done && !isThere) {
        finish(Error{.code = ErrorCode::Conflict,
                     .what = cannotGoOn(),
                     .why = tr("its revision %1 is gone").arg(record.revision),
                     .advice = tr("Plan again, or undo what was pushed.")});
        return;
    }
    record.claim = isThere ? PushedStep::State::Done : record.claim;
    later(&Private::readObjects);
}

bool Push::Private::isDoneApply(std::size_t step) const
{
    return record.steps[step].state == PushedStep::State::Done &&
           plan.steps[step].action != PlanStep::Action::Delete;
}

void Push::Private::readObjects()
{
    const std::vector<bool> first = firstOfTheirObjects(plan.steps);
    std::vector<kube::ObjectRef> objects;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const PushedStep::State state = record.steps[i].state;
        const bool isOpen =
            first[i] && state != PushedStep::State::Done && state != PushedStep::State::Sent;
        if (isOpen || isDoneApply(i)) {
            asked.push_back(i);
            objects.push_back(plan.steps[i].object);
        }
    }
    reader = new ObjectReader(client, std::move(objects), q);
    QObject::connect(reader, &ObjectReader::finished, q, [this] { objectsRead(); });
}

void Push::Private::objectsRead()
{
    reader->deleteLater();
    if (const Error *failure = reader->failure()) {
        refuse(*failure);
        return;
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const std::size_t step = asked[i];
        const QJsonObject &live = *reader->results()[i];
        if (isDoneApply(step)) {
            steps[step].object = live; // for who watches what was done before
            continue;
        }
        const Result<void> same = checkStep(plan.steps[step], live);
        if (!same) {
            steps[step].state = StepResult::State::Refused;
            steps[step].error = same.error();
            if (isResumed) {
                refuse(same.error());
            } else {
                askWhoWasFirst(same.error());
            }
            return;
        }
        seen[step] = live;
        if (plan.steps[step].action == PlanStep::Action::Delete) {
            record.steps[step].last = live;
        }
    }
    if (record.claim == PushedStep::State::Done) {
        later(&Private::next);
        enter(Phase::Applying);
    } else {
        later(&Private::claim);
        enter(Phase::Claiming);
    }
}

void Push::Private::claim()
{
    if (isStopping) {
        refuse({.code = ErrorCode::Cancelled, .what = tr("The push was stopped")});
        return;
    }
    const Result<QByteArray> body = revisionBody(record, clock->now());
    if (!body) {
        refuse(body.error());
        return;
    }
    if (!journal) {
        Result<std::unique_ptr<Journal>> made = Journal::create(input.journalFolder, record);
        if (!made) {
            refuse(made.error());
            return;
        }
        journal = std::move(*made);
    }
    if (const Result<void> written = journal->sending(Journal::claim); !written) {
        refuse(written.error());
        return;
    }
    afterSync([this, body = *body](const std::optional<Error> &unsynced) {
        if (unsynced) {
            refuse(*unsynced);
        } else {
            sendClaim(body);
        }
    });
}

void Push::Private::sendClaim(const QByteArray &body)
{
    const kube::CreateRequest request{
        .object = revisionRef(record.target.nameSpace, record.policy, record.revision),
        .body = body,
        .fieldManager = consoleManager};
    KubeWrite *const write = writer.create(ticket, request, q);
    QObject::connect(write, &KubeWrite::finished, q, [this, write] {
        write->deleteLater();
        claimed(write->outcome());
    });
}

void Push::Private::claimed(const WriteOutcome &outcome)
{
    if (outcome.state == WriteOutcome::State::Done) {
        record.claim = PushedStep::State::Done;
        if (const Result<void> written = journal->done(Journal::claim, outcome.uid()); !written) {
            finish(written.error());
            return;
        }
        later(&Private::next);
        enter(Phase::Applying);
        return;
    }
    const Error error = outcome.error.value_or(Error{});
    if (outcome.state == WriteOutcome::State::Unknown) {
        const Result<void> written = journal->unknown(Journal::claim, error);
        finish(written ? error : written.error());
    } else if (outcome.detail.refusal == kube::Refusal::AlreadyExists) {
        askWhoWasFirst({.code = ErrorCode::Conflict,
                        .what = tr("The plan was not pushed"),
                        .why = tr("somebody else was first"),
                        .advice = tr("Plan again. Nothing of this plan was written.")});
    } else {
        refuse(error);
    }
}

/// The cluster is not any more as the plan saw it: was it another push?
void Push::Private::askWhoWasFirst(const Error &conflict)
{
    auto *const list =
        client.list<kube::ConfigMap>(revisionQuery(record.target.nameSpace, record.policy), q);
    QObject::connect(list, &KubeReply::finished, q, [this, list, conflict] {
        list->deleteLater();
        Error error = conflict;
        const auto &page = list->result();
        const std::vector<Revision> revisions =
            page ? readRevisions(page->items) : std::vector<Revision>{};
        if (const Revision *first = noteMeanwhile(revisions, plan.liveRevision)) {
            error.what = tr("The plan was not pushed");
            error.where.clear();
            error.why = tr("somebody else was first: %1").arg(first->toString());
            error.advice = tr("Plan again. Nothing of this plan was written.");
        }
        refuse(error);
    });
}

const Revision *Push::Private::noteMeanwhile(const std::vector<Revision> &revisions, int after)
{
    for (const Revision &each : revisions) { // the newest first
        if (each.number > after) {
            overtakenBy = each;
        }
    }
    meanwhile = pushedSince(revisions, after);
    return overtakenBy ? &*overtakenBy : nullptr;
}

void Push::Private::refuse(const Error &error)
{
    // Of a push that is continued the journal is still needed.
    if (journal && !isResumed) {
        if (const Result<void> gone = journal->discard(); !gone) {
            blemishes.push_back(gone.error());
        }
        journal.reset();
    }
    finish(error);
}

void Push::Private::close(PushRecord::End end)
{
    if (const Result<void> written = journal->ended(end); !written) {
        blemishes.push_back(written.error());
    }
    static_cast<void>(journal->sync()); // nothing waits for it: nothing more is sent
    QString undone;
    if (end == PushRecord::End::Complete) {
        undone = endUndone();
        pruneJournals(QFileInfo(journal->file()).absolutePath(), record);
    }
    finishAfterClosing();
    closing->close(record, end, undone);
    enter(Phase::Closing);
}

/// Nothing to write but that the push is undone, if that is what the plan was for.
void Push::Private::closeEmpty()
{
    const auto isUnchecked = [](const PlanFinding &each) { return each.id == "undo-unchecked"_L1; };
    result = plan.liveRevision;
    if (record.undoes == 0 ||
        std::any_of(plan.findings.begin(), plan.findings.end(), isUnchecked)) {
        finish(plan.liveRevision);
        return;
    }
    finishAfterClosing();
    closing->closeUndone(record, endUndone());
    enter(Phase::Closing);
}

void Push::Private::finishAfterClosing()
{
    QObject::connect(closing.get(), &PushClosing::finished, q, [this] {
        const std::vector<Error> &more = closing->blemishes();
        blemishes.insert(blemishes.end(), more.begin(), more.end());
        finish(result);
    });
}

QString Push::Private::endUndone()
{
    if (!input.undoneJournal && !record.undoneJournal.isEmpty()) {
        if (Result<std::unique_ptr<Journal>> other = Journal::open(record.undoneJournal)) {
            input.undoneJournal = std::move(*other);
        }
    }
    if (!input.undoneJournal) {
        return {};
    }
    if (const auto written = input.undoneJournal->ended(PushRecord::End::Undone); !written) {
        blemishes.push_back(written.error());
    }
    return input.undoneJournal->record().id;
}

void Push::Private::finish(Result<int> outcome)
{
    result = std::move(outcome);
    for (StepResult &each : steps) {
        if (each.state == StepResult::State::Waiting) {
            each.state = StepResult::State::NotTried;
        }
    }
    if (journal) {
        journalFile = journal->file();
        journal.reset(); // whoever resumes or undoes it must be able to have it
    }
    input.undoneJournal.reset();
    phase = Phase::Finished;
    const QPointer<Push> alive = q;
    Q_EMIT q->phaseChanged();
    if (alive) {
        Q_EMIT alive->finished();
    }
}

Push::Push(KubeClient &client, WriteTicket ticket, Plan plan, PushInput input, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client, std::move(ticket)))
{
    d->plan = std::move(plan);
    d->input = std::move(input);
    PushRecord &record = d->record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.target = d->plan.target;
    record.policy = d->plan.policy;
    record.policyText = d->plan.policyText;
    record.author = d->input.author;
    record.reason = d->input.reason.trimmed();
    record.madeAt = d->plan.madeAt;
    record.revision = d->plan.liveRevision + 1;
    record.undoes = d->input.undoes;
    record.undoneJournal = d->input.undoneJournal ? d->input.undoneJournal->file() : QString{};
    for (const PlanStep &step : d->plan.steps) {
        record.steps.push_back({.step = step});
    }
    d->steps.resize(d->plan.steps.size());
    d->seen.resize(d->plan.steps.size());
}

Push::Push(KubeClient &client, WriteTicket ticket, std::unique_ptr<Journal> journal,
           QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client, std::move(ticket)))
{
    d->isResumed = true;
    d->journal = std::move(journal);
    d->record = d->journal->record();
    d->plan = d->record.plan();
    d->steps.resize(d->plan.steps.size());
    d->seen.resize(d->plan.steps.size());
    for (std::size_t i = 0; i < d->steps.size(); ++i) {
        if (d->record.steps[i].state == PushedStep::State::Done) {
            d->steps[i].state = StepResult::State::Done;
            d->steps[i].object = d->record.steps[i].last;
        }
    }
}

Push::~Push() = default;

void Push::start()
{
    d->record.startedAt = d->isResumed ? d->record.startedAt : d->clock->now();
    d->closing = std::make_unique<PushClosing>(d->client, d->ticket, *d->clock);
    d->later(&Private::begin);
}

void Push::stop()
{
    d->isStopping = true;
}

const Plan &Push::plan() const
{
    return d->plan;
}

const std::vector<StepResult> &Push::steps() const
{
    return d->steps;
}

Push::Phase Push::phase() const
{
    return d->phase;
}

const Result<int> &Push::result() const
{
    return d->result;
}

const std::optional<Revision> &Push::overtakenBy() const
{
    return d->overtakenBy;
}

const std::optional<RevisionDiff> &Push::pushedMeanwhile() const
{
    return d->meanwhile;
}

const std::vector<Error> &Push::blemishes() const
{
    return d->blemishes;
}

QString Push::journalFile() const
{
    return d->journal ? d->journal->file() : d->journalFile;
}

void Push::setReadBackDelays(const QList<std::chrono::milliseconds> &delays)
{
    d->writer.setReadBackDelays(delays);
}

void Push::setClock(const Clock &clock)
{
    d->clock = &clock;
}

} // namespace spillway
