// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/policyrollout.h"

#include "kube/kubeclient.h"
#include "rollout/journalfolder.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace spillway {

namespace {

/// They may be deleted from inside their own signal.
template<typename T>
void dropLater(std::unique_ptr<T> &object)
{
    if (object) {
        object->disconnect();
        object.release()->deleteLater();
    }
}

/// Held while the push is undone, so that nobody resumes it; null if it is not on this machine.
Result<std::shared_ptr<Journal>> journalOf(const QString &push, const QString &folder)
{
    const QString file = journalFileOf(folder, push);
    if (file.isEmpty()) {
        return std::shared_ptr<Journal>{};
    }
    Result<std::unique_ptr<Journal>> journal = Journal::open(file);
    if (!journal) {
        return journal.error();
    }
    return std::shared_ptr<Journal>(std::move(*journal));
}

} // namespace

PolicyRollout::PolicyRollout(const Clock &clock, QString journalFolder, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_journalFolder(std::move(journalFolder))
{}

PolicyRollout::~PolicyRollout() = default;

void PolicyRollout::setClient(KubeClient *client)
{
    if (client == m_client) {
        return;
    }
    // Replies belong to the old client and must go before it does.
    m_planner.reset();
    m_undo.reset();
    m_push.reset();
    m_watch.reset();
    m_revisionList.reset();
    m_client = client;
    m_plan.reset();
    m_error.reset();
    m_revisions.clear();
    m_revisionsError.reset();
    m_hasRevisions = false;
    m_revisionsOf.clear();
    ++m_look; // whatever is being read is of the other cluster
    m_interrupted.clear();
    setState(State::Idle);
    Q_EMIT revisionsChanged();
    Q_EMIT interruptedChanged();
}

void PolicyRollout::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void PolicyRollout::dropPlan()
{
    dropLater(m_planner);
    dropLater(m_undo);
    m_plan.reset();
    m_error.reset();
    m_progress = {};
}

void PolicyRollout::plan(PlanInput input)
{
    if (m_client == nullptr || m_state == State::Pushing) {
        return;
    }
    dropPlan();
    dropLater(m_push);
    m_isUndo = false;
    m_planner = std::make_unique<Planner>(*m_client, std::move(input));
    connect(m_planner.get(), &Planner::progress, this, [this](int done, int total) {
        m_progress = {done, total};
        Q_EMIT progressChanged(done, total);
    });
    connect(m_planner.get(), &Planner::finished, this,
            [this] { planned(m_planner->takeResult()); });
    setState(State::Planning);
}

void PolicyRollout::planUndo(const PushRecord &push, const QString &contextName,
                             const QSet<QString> &takeOver)
{
    if (m_client == nullptr || m_state == State::Pushing) {
        return;
    }
    dropPlan();
    dropLater(m_push);
    m_isUndo = true;
    m_undone = push;
    m_undo = std::make_unique<Undo>(*m_client, UndoInput{.push = push,
                                                         .now = m_clock.now(),
                                                         .contextName = contextName,
                                                         .takeOver = takeOver});
    connect(m_undo.get(), &Undo::progress, this, [this](int done, int total) {
        m_progress = {done, total};
        Q_EMIT progressChanged(done, total);
    });
    connect(m_undo.get(), &Undo::finished, this, [this] { planned(m_undo->takeResult()); });
    setState(State::Planning);
}

void PolicyRollout::planned(Result<Plan> plan)
{
    dropLater(m_planner);
    dropLater(m_undo);
    if (plan) {
        m_plan = std::move(*plan);
        setState(State::Planned);
    } else {
        m_error = plan.error();
        setState(State::Failed);
    }
}

void PolicyRollout::cancelPlan()
{
    if (m_state == State::Planning) {
        dropPlan();
        setState(State::Idle);
    }
}

void PolicyRollout::clear()
{
    if (!isBusy()) {
        dropPlan();
        dropLater(m_push);
        setState(State::Idle);
    }
}

const Plan *PolicyRollout::currentPlan() const
{
    if (m_push) {
        return &m_push->plan();
    }
    return m_plan ? &*m_plan : nullptr;
}

void PolicyRollout::push(const WriteTicket &ticket, PushInput input)
{
    if (m_state != State::Planned || m_plan->isBlocked()) {
        return;
    }
    input.journalFolder = m_journalFolder;
    if (m_isUndo) {
        input.undoes = m_undone.revision;
        Result<std::shared_ptr<Journal>> undone = journalOf(m_undone.id, input.journalFolder);
        if (!undone) {
            m_plan.reset();
            m_error = undone.error();
            setState(State::Failed);
            return;
        }
        input.undoneJournal = std::move(*undone);
    }
    start(std::make_unique<Push>(*m_client, ticket, *std::exchange(m_plan, std::nullopt),
                                 std::move(input)));
}

Result<void> PolicyRollout::resume(const WriteTicket &ticket, const QString &journalFile)
{
    const auto refused = [](const QString &why) {
        return Error{.code = ErrorCode::Conflict,
                     .what = tr("The push cannot be continued"),
                     .why = why,
                     .advice = tr("Wait until it has ended.")};
    };
    if (isBusy()) {
        return refused(m_state == State::Pushing ? tr("another one is being carried out")
                                                 : tr("a plan is being made"));
    }
    if (m_client == nullptr) {
        return Error{.code = ErrorCode::Conflict,
                     .what = tr("The push cannot be continued"),
                     .why = tr("there is no cluster")};
    }
    Result<std::unique_ptr<Journal>> journal = Journal::open(journalFile);
    if (!journal) {
        return journal.error();
    }
    dropPlan();
    m_isUndo = false;
    start(std::make_unique<Push>(*m_client, ticket, std::move(*journal)));
    return {};
}

void PolicyRollout::start(std::unique_ptr<Push> push)
{
    dropLater(m_watch);
    m_push = std::move(push);
    m_push->setClock(m_clock);
    connect(m_push.get(), &Push::stepChanged, this, &PolicyRollout::stepChanged);
    connect(m_push.get(), &Push::phaseChanged, this, [this] { Q_EMIT stepChanged(-1); });
    connect(m_push.get(), &Push::finished, this, &PolicyRollout::pushed);
    setState(State::Pushing);
    m_push->start();
}

void PolicyRollout::stopPush()
{
    if (m_state == State::Pushing) {
        m_push->stop();
    }
}

void PolicyRollout::pushed()
{
    watchFor();
    setState(State::Pushed);
    if (!m_revisionsOf.isEmpty()) {
        const QString of = m_revisionsOf;
        readRevisions(of.section(u'/', 0, 0), of.section(u'/', 1));
    }
}

void PolicyRollout::watchFor()
{
    std::vector<WatchedObject> watched = watchedObjects(m_push->plan(), m_push->steps());
    if (watched.empty()) {
        return;
    }
    m_watch = std::make_unique<RevertWatch>(*m_client, std::move(watched), m_clock);
    connect(m_watch.get(), &RevertWatch::reverted, this, &PolicyRollout::reverted);
    connect(m_watch.get(), &RevertWatch::looked, this, &PolicyRollout::watchChanged);
    connect(m_watch.get(), &RevertWatch::finished, this, &PolicyRollout::watchChanged);
}

std::optional<PushRecord> PolicyRollout::lastPush() const
{
    if (!m_push || m_push->journalFile().isEmpty()) {
        return std::nullopt;
    }
    const Result<PushRecord> record = readJournal(m_push->journalFile());
    return record ? std::optional{*record} : std::nullopt;
}

void PolicyRollout::readRevisions(const QString &nameSpace, const QString &policy)
{
    if (m_client == nullptr || nameSpace.isEmpty()) {
        return;
    }
    m_revisionsOf = nameSpace + u'/' + policy;
    dropLater(m_revisionList);
    m_revisionList.reset(
        m_client->list<kube::ConfigMap>(revisionQuery(nameSpace, policy), nullptr));
    connect(m_revisionList.get(), &KubeReply::finished, this, [this] {
        const auto page = m_revisionList->takeResult();
        dropLater(m_revisionList);
        m_revisionsError.reset();
        if (page) {
            m_revisions = spillway::readRevisions(page->items);
            m_hasRevisions = true;
        } else {
            m_revisionsError = page.error();
        }
        Q_EMIT revisionsChanged();
    });
    Q_EMIT revisionsChanged();
}

void PolicyRollout::lookForInterrupted(const QString &nameSpace)
{
    const int look = ++m_look;
    if (m_client == nullptr) {
        m_interrupted.clear();
        Q_EMIT interruptedChanged();
        return;
    }
    using Found = std::vector<JournalEntry>;
    auto *const watcher = new QFutureWatcher<Found>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, look] {
        watcher->deleteLater();
        if (look == m_look) {
            m_interrupted = watcher->result();
            Q_EMIT interruptedChanged();
        }
    });
    watcher->setFuture(QtConcurrent::run(
        [folder = m_journalFolder, target = targetAt(m_client->access(), nameSpace)] {
            return spillway::interruptedPushes(folder, target);
        }));
}

std::vector<JournalEntry> PolicyRollout::interruptedPushes() const
{
    // What this machine cannot know: pushes and undos of others.
    const auto isOver = [this](const JournalEntry &entry) {
        const PushRecord &push = entry.record;
        return std::any_of(m_revisions.begin(), m_revisions.end(), [&push](const Revision &each) {
            const bool isLater = each.number > push.revision ||
                                 (each.number == push.revision && each.pushId != push.id);
            const bool isUndone = each.pushId == push.id && each.outcome == PushRecord::End::Undone;
            return each.policy == push.policy && each.nameSpace == push.target.nameSpace &&
                   (isLater || isUndone);
        });
    };
    std::vector<JournalEntry> found;
    std::remove_copy_if(m_interrupted.begin(), m_interrupted.end(), std::back_inserter(found),
                        isOver);
    return found;
}

} // namespace spillway
