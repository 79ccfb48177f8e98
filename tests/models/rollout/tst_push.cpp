// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pushes to the demo's API server: everything is done as planned and told truly, and whatever goes
// wrong stops it with nothing lost.
#include "models/rollout/pushfixture.h"
#include "rollout/revertwatch.h"

using namespace spillway;
using namespace Qt::StringLiterals;

using State = StepResult::State;

class TstPush final : public PushTest
{
    Q_OBJECT

private Q_SLOTS:
    void carriesOutThePlan();
    void keepsARevision();
    void tellsTheCluster();
    void tellsEachStepAsItGoes();
    void anEmptyPlanIsNoPush();
    void whatIsSoAlreadyIsUnchanged();
    void plansThatAreNotPushed_data();
    void plansThatAreNotPushed();
    void protectedContextsWantAReason();
    void stopsAtTheFirstFailure_data();
    void stopsAtTheFirstFailure();
    void refusalsNameTheLineOfThePolicy();
    void passingTroubleDoesNotStopIt_data();
    void passingTroubleDoesNotStopIt();
    void lostAnswers_data();
    void lostAnswers();
    void theClaimIsRefused_data();
    void theClaimIsRefused();
    void noJournalNoPush();
    void stopsWhenAsked();
    void canBeDeletedInItsSignals_data();
    void canBeDeletedInItsSignals();
    void isNotResumedAfterAnotherPush();
    void isNotResumedElsewhere();
    void deletesWhatControllersTouch();
    void keepsTwentyRevisions();
};

void TstPush::carriesOutThePlan()
{
    const auto push = m_console->push(m_plan, input());
    QVERIFY_RESULT(push->result());
    QCOMPARE(*push->result(), 1);
    QCOMPARE(statesOf(*push), "dddddddd");
    QCOMPARE(push->phase(), Push::Phase::Finished);
    QVERIFY(push->blemishes().empty());
    QCOMPARE(valueOf(u"timeline"_s), u"rows"_s);
    QCOMPARE(valueOf(u"settings"_s), u"new"_s);
    QVERIFY(m_world->object(map(u"leftover"_s)).isEmpty());
    QVERIFY(m_world->object(m_plan.steps[7].object).isEmpty());
    const QJsonObject rag = m_world->object(m_plan.steps[1].object);
    QCOMPARE(rag.value("spec"_L1).toObject().value("minReplicas"_L1).toInt(), 2);
    QCOMPARE(push->steps()[2].object, rag);
    QCOMPARE(push->steps()[7].object.value("metadata"_L1).toObject().value("name"_L1), u"llm"_s);

    const PushRecord record = journal();
    QCOMPARE(record.end, PushRecord::End::Complete);
    QCOMPARE(record.stepsDone(), 8U);
    QVERIFY(!record.steps[6].last.isEmpty());
    QCOMPARE(record.steps[1].uid, m_plan.steps[1].uid);
    QVERIFY(!record.steps[0].uid.isEmpty());
    QVERIFY(!push->journalFile().isEmpty());
}

void TstPush::keepsARevision()
{
    const auto push = m_console->push(m_plan, input());
    QVERIFY_RESULT(push->result());
    const std::vector<Revision> revisions = m_console->revisions(m_ns);
    QCOMPARE(revisions.size(), 1U);
    QCOMPARE(revisions[0].number, 1);
    QCOMPARE(revisions[0].policyText, m_plan.policyText);
    QCOMPARE(revisions[0].author, u"oncall"_s);
    QCOMPARE(revisions[0].reason, u"sale"_s);
    QCOMPARE(revisions[0].outcome, PushRecord::End::Complete);
    QCOMPARE(revisions[0].pushId, journal().id);
    QCOMPARE(revisions[0].steps.size(), 8U);
    QCOMPARE(revisions[0].steps[6].before, journal().steps[6].last); // what a delete took away
    const QJsonObject stored = m_world->object(revisionRef(m_ns, u"shop"_s, 1));
    QVERIFY(stored.value("immutable"_L1).toBool());
}

void TstPush::tellsTheCluster()
{
    const auto push = m_console->push(m_plan, input());
    QVERIFY_RESULT(push->result());
    const QList<QJsonObject> events =
        m_world->server().client(u"test"_s).list({u"events.k8s.io"_s, u"events"_s, m_ns, {}, {}});
    QCOMPARE(events.size(), 8);
    for (const QJsonObject &event : events) {
        QCOMPARE(event.value("reason"_L1).toString(), u"PolicyPushed"_s);
        QCOMPARE(event.value("note"_L1).toString(), u"Revision 1 of policy shop by oncall: sale"_s);
    }
}

void TstPush::tellsEachStepAsItGoes()
{
    Push push(m_console->client(), m_console->ticket(), m_plan, input());
    QByteArray states;
    QList<Push::Phase> phases;
    connect(&push, &Push::stepChanged, this, [&](int step) {
        if (step == 0) {
            states += statesOf(push).left(1);
        }
        const bool isSent =
            journal().steps[static_cast<std::size_t>(step)].state != PushedStep::State::NotSent;
        QVERIFY(isSent); // the journal knows before anybody else
    });
    connect(&push, &Push::phaseChanged, this, [&] { phases.append(push.phase()); });
    QVERIFY(Console::run(push));
    QCOMPARE(states, "rbd");
    using Phase = Push::Phase;
    QCOMPARE(phases, (QList<Phase>{Phase::Checking, Phase::Claiming, Phase::Applying,
                                   Phase::Closing, Phase::Finished}));
}

void TstPush::anEmptyPlanIsNoPush()
{
    const QJsonObject before = m_world->snapshot(m_ns);
    const auto push = m_console->push(planOf(*m_console, m_ns, {}, 4), input());
    QVERIFY_RESULT(push->result());
    QCOMPARE(*push->result(), 4);
    nothingWasWritten(before);
}

void TstPush::whatIsSoAlreadyIsUnchanged()
{
    const Plan plan = planOf(
        *m_console, m_ns, {stepTo(*m_world, map(u"settings"_s), mapBody(u"settings"_s, u"old"_s))});
    const auto push = m_console->push(plan, input());
    QVERIFY_RESULT(push->result());
    QCOMPARE(statesOf(*push), "u");
    QCOMPARE(m_world->count(m_ns, u"events"_s, u"events.k8s.io"_s), 0);
}

void TstPush::plansThatAreNotPushed_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a finding is an error") << u"blocked"_s << ErrorCode::InvalidInput;
    QTest::newRow("another context") << u"context"_s << ErrorCode::InvalidInput;
    QTest::newRow("other bytes") << u"bytes"_s << ErrorCode::Internal;
    QTest::newRow("another step") << u"steps"_s << ErrorCode::Internal;
    QTest::newRow("closed window") << u"window"_s << ErrorCode::Forbidden;
}

void TstPush::plansThatAreNotPushed()
{
    QFETCH(QString, what);
    QFETCH(ErrorCode, code);
    const QJsonObject before = m_world->snapshot(m_ns);
    Plan plan = m_plan;
    if (what == "blocked"_L1) {
        plan.findings.push_back({.id = u"x"_s, .severity = PlanFinding::Severity::Error});
    } else if (what == "context"_L1) {
        plan.target.context = u"other"_s;
    } else if (what == "bytes"_L1) {
        plan.steps[4].body.replace("new", "NEW");
    } else if (what == "steps"_L1) {
        plan.steps.pop_back();
    }
    Push push(m_console->client(), m_console->ticket(), plan, input());
    if (what == "window"_L1) {
        m_console->window().close();
    }
    QVERIFY(Console::run(push));
    QVERIFY_ERROR(push.result(), code);
    QCOMPARE(statesOf(push), QByteArray(static_cast<qsizetype>(plan.steps.size()), '-'));
    nothingWasWritten(before);
}

void TstPush::protectedContextsWantAReason()
{
    const auto console = Console::open(m_world->kubeconfig(), true);
    QVERIFY(console);
    const QJsonObject before = m_world->snapshot(m_ns);
    PushInput given = input();
    given.reason = u"  "_s;
    const auto refused = console->push(m_plan, given);
    QVERIFY_ERROR(refused->result(), ErrorCode::InvalidInput);
    nothingWasWritten(before);
    given.reason = u"sale"_s;
    const auto push = console->push(m_plan, given);
    QVERIFY_RESULT(push->result());
}

void TstPush::stopsAtTheFirstFailure_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("states");
    QTest::addColumn<ErrorCode>("code");
    const QString settings = u" verb=patch path=*/configmaps/settings"_s;
    QTest::newRow("a webhook refuses")
        << u"webhook-refusal"_s + settings << QByteArray{"ddddx---"} << ErrorCode::Forbidden;
    QTest::newRow("a webhook cannot be reached")
        << u"webhook-down"_s + settings << QByteArray{"ddddx---"} << ErrorCode::ServerUnavailable;
    QTest::newRow("credentials expire")
        << u"status 401"_s + settings << QByteArray{"ddddx---"} << ErrorCode::Unauthorized;
    QTest::newRow("the server fails")
        << u"status 500"_s + settings << QByteArray{"ddddn---"} << ErrorCode::ServerError;
    QTest::newRow("the connection is cut")
        << u"cut-before"_s + settings << QByteArray{"ddddn---"} << ErrorCode::Interrupted;
    QTest::newRow("a login page") << u"login-page"_s + settings << QByteArray{"ddddn---"}
                                  << ErrorCode::WrongContent;
    QTest::newRow("a delete is refused") << u"webhook-refusal verb=delete path=*/leftover"_s
                                         << QByteArray{"ddddddx-"} << ErrorCode::Forbidden;
}

void TstPush::stopsAtTheFirstFailure()
{
    QFETCH(QString, fault);
    m_world->fault(fault);
    const auto push = m_console->push(m_plan, input());
    QTEST(statesOf(*push), "states");
    QVERIFY(!push->result().ok());
    QTEST(push->result().error().code, "code");
    const qsizetype failed = statesOf(*push).lastIndexOf('d') + 1;
    QCOMPARE(push->steps()[static_cast<std::size_t>(failed)].error, push->result().error());
    QCOMPARE(journal().end, PushRecord::End::Stopped);
    QVERIFY(journal().steps[static_cast<std::size_t>(failed)].error.has_value());
    QCOMPARE(m_console->revisions(m_ns).front().outcome, PushRecord::End::Stopped);

    m_world->clearFaults();
    const auto resumed = m_console->resume(push->journalFile());
    QVERIFY(resumed);
    QVERIFY_RESULT(resumed->result());
    QCOMPARE(*resumed->result(), 1);
    QCOMPARE(valueOf(u"settings"_s), u"new"_s);
    QCOMPARE(journal().end, PushRecord::End::Complete);
    QCOMPARE(m_console->revisions(m_ns).front().outcome, PushRecord::End::Complete);
    QCOMPARE(m_console->revisions(m_ns).size(), 1U);
}

void TstPush::refusalsNameTheLineOfThePolicy()
{
    PlanStep step = stepTo(*m_world, m_plan.steps[2].object,
                           hpaBody(u"rag"_s, 70, {{u"minReplicas"_s, 9}, {u"maxReplicas"_s, 3}}));
    step.sources = {{QString{}, u"spec"_s}, {u"spec.maxReplicas"_s, u"metadata.namespace"_s}};
    const auto push = m_console->push(planOf(*m_console, m_ns, {step}), input());
    QVERIFY_ERROR(push->result(), ErrorCode::BadRequest);
    QVERIFY(push->result().error().position);
    QCOMPARE(push->result().error().position->line, 3);
}

void TstPush::passingTroubleDoesNotStopIt_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("throttled") << u"status 429 retry-after=0 verb=patch count=2"_s;
    QTest::newRow("slow") << u"latency 20ms"_s;
    QTest::newRow("events fail") << u"status 500 path=*/events"_s;
}

void TstPush::passingTroubleDoesNotStopIt()
{
    QFETCH(QString, fault);
    m_world->fault(fault);
    const auto push = m_console->push(m_plan, input());
    QVERIFY_RESULT(push->result());
    QCOMPARE(statesOf(*push), "dddddddd");
    QCOMPARE(push->blemishes().empty(), !fault.contains(u"events"_s));
}

void TstPush::lostAnswers_data()
{
    QTest::addColumn<QString>("request");
    QTest::newRow("claim") << u"verb=create path=*/configmaps"_s;
    QTest::newRow("create") << u"verb=patch path=*/timeline"_s;
    QTest::newRow("attach, update") << u"verb=patch path=*/rag"_s;
    QTest::newRow("delete") << u"verb=delete path=*/llm"_s;
}

/// The effect was made: reading back shows it.
void TstPush::lostAnswers()
{
    QFETCH(QString, request);
    m_world->fault(u"cut-after count=1 "_s + request);
    const auto push = m_console->push(m_plan, input());
    QVERIFY_RESULT(push->result());
    QCOMPARE(statesOf(*push).replace('u', 'd'), "dddddddd");
    QCOMPARE(m_console->revisions(m_ns).size(), 1U);
}

void TstPush::theClaimIsRefused_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("keepsJournal");
    const QString claim = u" verb=create path=*/configmaps"_s;
    QTest::newRow("refused") << u"webhook-refusal"_s + claim << false;
    QTest::newRow("credentials") << u"status 401"_s + claim << false;
    QTest::newRow("lost") << u"cut-before"_s + claim << true;
}

void TstPush::theClaimIsRefused()
{
    QFETCH(QString, fault);
    QFETCH(bool, keepsJournal);
    const QJsonObject before = m_world->snapshot(m_ns);
    m_world->fault(fault);
    const auto push = m_console->push(m_plan, input());
    QVERIFY(!push->result().ok());
    QCOMPARE(statesOf(*push), "--------");
    QCOMPARE(m_world->snapshot(m_ns), before);
    QCOMPARE(push->journalFile().isEmpty(), !keepsJournal);
    m_world->clearFaults();
    const auto again =
        keepsJournal ? m_console->resume(push->journalFile()) : m_console->push(m_plan, input());
    QVERIFY_RESULT(again->result());
    QCOMPARE(*again->result(), 1);
}

void TstPush::noJournalNoPush()
{
    const QJsonObject before = m_world->snapshot(m_ns);
    PushInput given = input();
    given.journalFolder = u"/proc/journal"_s;
    const auto push = m_console->push(m_plan, given);
    QVERIFY_ERROR(push->result(), ErrorCode::File);
    nothingWasWritten(before);
}

void TstPush::stopsWhenAsked()
{
    Push push(m_console->client(), m_console->ticket(), m_plan, input());
    connect(&push, &Push::stepChanged, &push, [&push](int step) {
        if (step == 2) {
            push.stop();
            QVERIFY_ERROR(Journal::open(push.journalFile()), ErrorCode::Conflict);
        }
    });
    QVERIFY(Console::run(push));
    QVERIFY_ERROR(push.result(), ErrorCode::Cancelled);
    QCOMPARE(statesOf(push), "ddd-----");
    QCOMPARE(watchedObjects(push.plan(), push.steps()).size(), 3U);
    const auto resumed = m_console->resume(push.journalFile());
    QVERIFY(resumed);
    QVERIFY_RESULT(resumed->result());
    QCOMPARE(statesOf(*resumed), "dddddddd");
    QCOMPARE(watchedObjects(resumed->plan(), resumed->steps()).size(), 6U); // all of the push
}

void TstPush::canBeDeletedInItsSignals_data()
{
    QTest::addColumn<int>("after");
    for (const int signal : {0, 1, 2, 3, 4, 5, 12, 26, 27}) {
        QTest::addRow("signal %d", signal) << signal;
    }
}

void TstPush::canBeDeletedInItsSignals()
{
    QFETCH(int, after);
    auto push = std::make_unique<Push>(m_console->client(), m_console->ticket(), m_plan, input());
    push->setReadBackDelays({});
    int signal = 0;
    const auto count = [&] {
        if (signal++ == after) {
            push.reset();
        }
    };
    connect(push.get(), &Push::phaseChanged, this, count);
    connect(push.get(), &Push::stepChanged, this, count);
    push->start();
    QTRY_VERIFY_WITH_TIMEOUT(!push || push->phase() == Push::Phase::Finished, 60'000);
    const JournalList list = listJournals(journals());
    if (!list.entries.empty() && list.entries.front().record.isUnfinished()) {
        const auto resumed = m_console->resume(list.entries.front().file);
        QVERIFY(resumed);
        QVERIFY_RESULT(resumed->result());
        QCOMPARE(valueOf(u"settings"_s), u"new"_s);
    }
}

void TstPush::isNotResumedAfterAnotherPush()
{
    m_world->fault(u"webhook-refusal verb=patch path=*/settings"_s);
    QString file;
    {
        const auto push = m_console->push(m_plan, input());
        QVERIFY(!push->result().ok());
        file = push->journalFile();
    }
    m_world->clearFaults();
    const Plan later =
        planOf(*m_console, m_ns,
               {stepTo(*m_world, map(u"settings"_s), mapBody(u"settings"_s, u"later"_s))}, 1);
    QVERIFY_RESULT(outcomeOf(later));
    const auto resumed = m_console->resume(file);
    QVERIFY(resumed);
    QVERIFY_ERROR(resumed->result(), ErrorCode::Conflict);
    QCOMPARE(resumed->overtakenBy()->number, 2);
    QCOMPARE(valueOf(u"settings"_s), u"later"_s);
    QVERIFY(readJournal(file)->isUnfinished());
}

/// Contexts of one name are in more than one kubeconfig, and behind one address stands another
/// cluster tomorrow.
void TstPush::isNotResumedElsewhere()
{
    m_world->fault(u"webhook-refusal verb=patch path=*/settings"_s);
    Plan elsewhere = m_plan;
    elsewhere.target.server = u"https://10.0.0.1:6443"_s;
    QString file;
    QString there;
    {
        const auto push = m_console->push(elsewhere, input());
        QVERIFY(!push->result().ok());
        there = push->journalFile();
    }
    m_world->clearFaults();
    {
        const auto resumed = m_console->resume(there);
        QVERIFY(resumed);
        QVERIFY_ERROR(resumed->result(), ErrorCode::Conflict);
        QVERIFY(resumed->result().error().why.contains(u"10.0.0.1"_s));
        QCOMPARE(valueOf(u"settings"_s), u"old"_s);
        QVERIFY(readJournal(there)->isUnfinished());
    }
    // A cluster without its revision.
    QVERIFY(m_world->remove(revisionRef(m_ns, u"shop"_s, 1)).ok());
    m_world->fault(u"webhook-refusal verb=patch path=*/settings"_s);
    const Plan here = planOf(
        *m_console, m_ns, {stepTo(*m_world, map(u"settings"_s), mapBody(u"settings"_s, u"new"_s))});
    file = m_console->push(here, input())->journalFile();
    m_world->clearFaults();
    QVERIFY(m_world->remove(revisionRef(m_ns, u"shop"_s, 1)).ok());
    const auto resumed = m_console->resume(file);
    QVERIFY(resumed);
    QVERIFY_ERROR(resumed->result(), ErrorCode::Conflict);
    QVERIFY2(resumed->result().error().why.contains(u"is gone"_s),
             qPrintable(resumed->result().error().sentence()));
    QCOMPARE(valueOf(u"settings"_s), u"old"_s);
}

/// The status of an HPA is written all the time.
void TstPush::deletesWhatControllersTouch()
{
    Push push(m_console->client(), m_console->ticket(), m_plan, input());
    int touched = 0;
    connect(&push, &Push::stepChanged, this, [&](int step) {
        if (step == 7 && push.steps()[7].state == State::Running && touched++ == 0) {
            QVERIFY(m_world
                        ->patch(m_plan.steps[7].object,
                                {{u"metadata"_s,
                                  QJsonObject{{u"annotations"_s, QJsonObject{{u"a"_s, u"b"_s}}}}}},
                                u"kubectl"_s)
                        .ok());
        }
    });
    QVERIFY(Console::run(push));
    QVERIFY_RESULT(push.result());
    const QJsonObject meta = journal().steps[7].last.value("metadata"_L1).toObject();
    QCOMPARE(meta.value("annotations"_L1).toObject().value("a"_L1).toString(), u"b"_s);
}

void TstPush::keepsTwentyRevisions()
{
    for (int revision = 1; revision <= 22; ++revision) {
        const Plan plan = planOf(*m_console, m_ns,
                                 {stepTo(*m_world, map(u"settings"_s),
                                         mapBody(u"settings"_s, QString::number(revision)))},
                                 revision - 1);
        QVERIFY_RESULT(outcomeOf(plan));
    }
    const std::vector<Revision> revisions = m_console->revisions(m_ns);
    QCOMPARE(revisions.size(), 20U);
    QCOMPARE(revisions.front().number, 22);
    QCOMPARE(revisions.back().number, 3);
}

QTEST_GUILESS_MAIN(TstPush)
#include "tst_push.moc"
