// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/planner.h"

#include "kube/kubeaccess.h"
#include "kube/kubeclient.h"
#include "rollout/accesscheck.h"
#include "rollout/livestatereader.h"
#include "rollout/planfindings.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrentRun>

#include <memory>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

using Findings = std::vector<PlanFinding>;

/// The problems of a policy that cannot be planned.
Error problemOf(const PolicyReading &reading)
{
    Error error = reading.problems.front();
    error.code = ErrorCode::InvalidDocument;
    if (reading.problems.size() > 1) {
        error.advice = Text::tr("There are %n more problem(s); see them all with validate.",
                                nullptr, static_cast<int>(reading.problems.size() - 1));
    }
    return error;
}

/// A draft, and what its steps need to be allowed.
struct Drafted
{
    Result<PlanDraft> draft = Error{};
    QList<kube::AccessQuestion> questions;
};

Drafted draftedPlan(const PlanInput &input, const LiveState &live)
{
    Drafted drafted{draftPlan(input, live), {}};
    if (!drafted.draft || drafted.draft->steps.empty()) {
        return drafted;
    }
    std::vector<kube::ObjectRef> applied;
    std::vector<kube::ObjectRef> deleted;
    for (const DraftStep &step : drafted.draft->steps) {
        const bool isDelete = step.step.action == PlanStep::Action::Delete;
        (isDelete ? deleted : applied).push_back(step.step.object);
    }
    drafted.questions = planQuestions(applied, deleted, input.reading.policy.nameSpace);
    return drafted;
}

Plan finishedPlan(const PlanInput &input, const LiveState &live, const AnsweredDraft &answered,
                  Findings ofPolicy)
{
    Plan plan = settledPlan(answered, input, live);
    const Findings found = findInPlan({input, live, answered, plan});
    Findings all = std::move(ofPolicy);
    all.insert(all.end(), found.begin(), found.end());
    plan.findings = sortedFindings(std::move(all));
    return plan;
}

} // namespace

class Planner::Private
{
public:
    Private(KubeClient &asked, PlanInput from, Planner *owner)
        : client(asked)
        , input(std::make_shared<PlanInput>(std::move(from)))
        , q(owner)
    {}

    void begin();

    KubeClient &client;
    std::shared_ptr<const PlanInput> input;
    Result<Plan> result = Error{};

private:
    /// Runs work on the pool; `take` gets what it gives, unless this is gone by then.
    template<typename Work, typename Take>
    void onPool(Work work, Take take)
    {
        using Value = std::invoke_result_t<Work>;
        auto *const watcher = new QFutureWatcher<std::shared_ptr<Value>>(q);
        QObject::connect(watcher, &QFutureWatcherBase::finished, q, [watcher, take] {
            watcher->deleteLater();
            take(std::move(*watcher->result()));
        });
        watcher->setFuture(QtConcurrent::run(
            [work = std::move(work)] { return std::make_shared<Value>(work()); }));
    }

    void lookAtPolicy();
    void takeLeadTimes(const QMap<QString, std::chrono::seconds> &times);
    void wasRead();
    void wasDrafted(Drafted made);
    void askServer(const QList<kube::AccessQuestion> &questions);
    void preview(std::size_t step);
    void checkRights(const QList<kube::AccessQuestion> &questions);
    void answered();
    void settle();
    void finish(Result<Plan> plan);
    void tellProgress();

    LiveStateReader *reader = nullptr;
    std::optional<kube::ServerVersion> server; ///< none: not answered yet
    std::optional<Error> versionError;
    std::optional<Findings> ofPolicy; ///< looked for while the rest is read
    std::shared_ptr<LiveState> live = std::make_shared<LiveState>();
    std::shared_ptr<AnsweredDraft> draft = std::make_shared<AnsweredDraft>();
    bool serverAnswered = false;
    int open = 0;
    int done = 0;
    int total = 0;
    Planner *q;
};

void Planner::Private::begin()
{
    if (!input->reading.ok()) {
        QMetaObject::invokeMethod(
            q, [this] { finish(problemOf(input->reading)); }, Qt::QueuedConnection);
        return;
    }
    reader = new LiveStateReader(client, input->reading.policy, q);
    QObject::connect(reader, &LiveStateReader::progress, q, [this](int answers, int known) {
        done = answers;
        total = known;
        tellProgress();
    });
    QObject::connect(reader, &LiveStateReader::finished, q, [this] { wasRead(); });
    auto *const version = client.version(q);
    QObject::connect(version, &KubeReply::finished, q, [this, version] {
        // Without an answer the rules are those of the newest version.
        server = version->result() ? *version->result() : kube::ServerVersion{};
        if (!version->result()) {
            versionError = version->result().error();
        }
        version->deleteLater();
        lookAtPolicy();
    });
}

void Planner::Private::lookAtPolicy()
{
    if (!server) {
        return; // the answer comes
    }
    onPool([about = input, rules = *server] { return findInPlannedPolicy(*about, rules); },
           [this, about = input](Findings found) {
               if (about == input) {
                   ofPolicy = std::move(found);
                   settle();
               }
           });
}

/// Only the cluster says with which lead times the timeline in it was made.
void Planner::Private::takeLeadTimes(const QMap<QString, std::chrono::seconds> &times)
{
    if (times != input->context.measuredLeadTimes) {
        auto changed = std::make_shared<PlanInput>(*input);
        changed->context.measuredLeadTimes = times;
        input = std::move(changed);
        ofPolicy.reset();
        lookAtPolicy();
    }
}

void Planner::Private::wasRead()
{
    Result<LiveState> read = reader->takeResult();
    reader->deleteLater();
    if (!read) {
        finish(read.error());
        return;
    }
    *live = *std::move(read);
    onPool([about = input, state = live] { return draftedPlan(*about, *state); },
           [this](Drafted made) { wasDrafted(std::move(made)); });
}

void Planner::Private::wasDrafted(Drafted made)
{
    if (!made.draft) {
        finish(made.draft.error());
        return;
    }
    draft->draft = *std::move(made.draft);
    takeLeadTimes(draft->draft.leadTimes);
    draft->answers.resize(draft->draft.steps.size());
    askServer(made.questions);
}

void Planner::Private::askServer(const QList<kube::AccessQuestion> &questions)
{
    ++open; // so that nothing is over before all is asked
    for (std::size_t step = 0; step < draft->draft.steps.size(); ++step) {
        if (draft->draft.steps[step].preview) {
            preview(step);
        }
    }
    if (!questions.isEmpty()) {
        checkRights(questions);
    }
    --open;
    if (open == 0) {
        serverAnswered = true;
        settle();
    }
}

void Planner::Private::preview(std::size_t step)
{
    const PlanStep &planned = draft->draft.steps[step].step;
    ++open;
    ++total;
    auto *const reply = client.preview(applyOf(planned), q);
    QObject::connect(reply, &KubeReply::finished, q, [this, reply, step] {
        DryRun run{reply->takeResult(), reply->detail(), reply->warnings()};
        Q_ASSERT(!run.preview || run.preview->hash == draft->draft.steps[step].step.hash);
        draft->answers[step] = std::move(run);
        reply->deleteLater();
        answered();
    });
}

void Planner::Private::checkRights(const QList<kube::AccessQuestion> &questions)
{
    ++open;
    ++total;
    auto *const check = new AccessCheck(client, questions, q);
    QObject::connect(check, &AccessCheck::finished, q, [this, check] {
        live->missing = check->missing();
        if (check->problem()) {
            live->unchecked.push_back({UncheckedPart::Part::Rights, *check->problem()});
        }
        check->deleteLater();
        answered();
    });
}

void Planner::Private::answered()
{
    ++done;
    --open;
    const QPointer<Planner> alive(q);
    tellProgress();
    if (alive && open == 0) {
        serverAnswered = true;
        settle();
    }
}

void Planner::Private::settle()
{
    if (!serverAnswered || !ofPolicy) {
        return;
    }
    if (versionError) {
        live->unchecked.push_back({UncheckedPart::Part::Version, *std::exchange(versionError, {})});
    }
    onPool(
        [about = input, state = live, answers = draft, findings = *std::move(ofPolicy)] {
            return finishedPlan(*about, *state, *answers, findings);
        },
        [this](Plan plan) {
            plan.target.server = client.access().server().toString();
            if (plan.target.context.isEmpty()) {
                plan.target.context = client.access().contextName();
            }
            finish(std::move(plan));
        });
}

void Planner::Private::finish(Result<Plan> plan)
{
    result = std::move(plan);
    Q_EMIT q->finished();
}

void Planner::Private::tellProgress()
{
    Q_EMIT q->progress(done, total);
}

Planner::Planner(KubeClient &client, PlanInput input, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(client, std::move(input), this))
{
    d->begin();
}

Planner::~Planner() = default;

const Result<Plan> &Planner::result() const
{
    return d->result;
}

Result<Plan> Planner::takeResult()
{
    return std::move(d->result);
}

} // namespace spillway
