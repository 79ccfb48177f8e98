// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pushes of plans that somebody else has overtaken: what the plan did not see is not written over.
#include "models/rollout/pushfixture.h"

using namespace spillway;
using namespace Qt::StringLiterals;

using State = StepResult::State;

class TstPushMeanwhile final : public PushTest
{
    Q_OBJECT

private Q_SLOTS:
    void changedSinceItWasPlanned_data();
    void changedSinceItWasPlanned();
    void takesOverWhatWasShown_data();
    void takesOverWhatWasShown();
    void neverOverWhatIsMadeMeanwhile();
    void twoAtOnce();
};

void TstPushMeanwhile::changedSinceItWasPlanned_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("made by somebody") << u"made"_s;
    QTest::newRow("gone") << u"gone"_s;
    QTest::newRow("made anew") << u"anew"_s;
    QTest::newRow("to be deleted, made anew") << u"leftover"_s;
    QTest::newRow("changed, and the plan depends on it") << u"locked"_s;
}

void TstPushMeanwhile::changedSinceItWasPlanned()
{
    QFETCH(QString, what);
    const auto settings = [this](const QString &name) {
        return m_console->apply(map(name), mapBody(name, u"other"_s), u"spillway"_s);
    };
    if (what == "made"_L1) {
        QVERIFY(settings(u"timeline"_s));
    } else if (what == "leftover"_L1) {
        QVERIFY(m_world->remove(map(u"leftover"_s)).ok());
        QVERIFY(settings(u"leftover"_s));
    } else if (what == "locked"_L1) {
        PlanStep &step = m_plan.steps[4];
        step.body = *kube::withLock(step.body, step.uid, step.resourceVersion);
        step.hash = stepHash(step);
        m_plan.hash = planHash(m_plan);
        QVERIFY(settings(u"settings"_s));
    } else {
        QVERIFY(m_world->remove(map(u"settings"_s)).ok());
        QVERIFY(what == "gone"_L1 || settings(u"settings"_s));
    }
    const QJsonObject before = m_world->snapshot(m_ns);
    const auto push = m_console->push(m_plan, input());
    QVERIFY_ERROR(push->result(), ErrorCode::Conflict);
    QVERIFY2(push->result().error().advice.contains(u"Plan again"_s),
             qPrintable(push->result().error().sentence()));
    QVERIFY(statesOf(*push).contains('x'));
    nothingWasWritten(before);
}

void TstPushMeanwhile::takesOverWhatWasShown_data()
{
    QTest::addColumn<QByteArray>("since"); // by kubectl, after the plan
    QTest::addColumn<bool>("pushed");
    QTest::newRow("as it was shown") << QByteArray{} << true;
    QTest::newRow("another value since") << QByteArray{R"({"data":{"value":"later"}})"} << false;
    QTest::newRow("something else since")
        << QByteArray{R"({"metadata":{"annotations":{"a":"b"}}})"} << true;
}

/// A forced step overwrites what others own, but nothing that nobody has seen.
void TstPushMeanwhile::takesOverWhatWasShown()
{
    QFETCH(QByteArray, since);
    QFETCH(bool, pushed);
    const auto change = [this](const QByteArray &patch) {
        return m_world
            ->patch(map(u"settings"_s), QJsonDocument::fromJson(patch).object(), u"kubectl"_s)
            .ok();
    };
    QVERIFY(change(R"({"data":{"value":"theirs"}})"));
    PlanStep step = stepTo(*m_world, map(u"settings"_s), mapBody(u"settings"_s, u"new"_s),
                           u"spillway"_s, mapBody(u"settings"_s, u"theirs"_s));
    step.force = true;
    step.hash = stepHash(step);
    QVERIFY(since.isEmpty() || change(since));
    const auto push = m_console->push(planOf(*m_console, m_ns, {step}), input());
    QCOMPARE(push->result().ok(), pushed);
    QCOMPARE(valueOf(u"settings"_s), pushed ? u"new"_s : u"later"_s);
    if (!pushed) {
        QVERIFY_ERROR(push->result(), ErrorCode::Conflict);
    }
}

void TstPushMeanwhile::neverOverWhatIsMadeMeanwhile()
{
    Push push(m_console->client(), m_console->ticket(), m_plan, input());
    connect(&push, &Push::phaseChanged, this, [&] {
        if (push.phase() == Push::Phase::Claiming) { // after the check
            QJsonObject theirs = QJsonDocument::fromJson(mapBody(u"runner"_s, u"x"_s)).object();
            theirs.insert("kind"_L1, u"ServiceAccount"_s);
            theirs.remove("data"_L1);
            QJsonObject meta{{u"name"_s, u"runner"_s}, {u"namespace"_s, m_ns}};
            theirs.insert("metadata"_L1, meta);
            QVERIFY(m_world->server().client(u"kubectl"_s).create(theirs).ok());
        }
    });
    QVERIFY(Console::run(push));
    QVERIFY_ERROR(push.result(), ErrorCode::Conflict);
    QCOMPARE(statesOf(push), "dddddx--");
    const QJsonObject meta =
        m_world->object(m_plan.steps[5].object).value("metadata"_L1).toObject();
    QVERIFY(!meta.contains("labels"_L1)); // as they made it
}

void TstPushMeanwhile::twoAtOnce()
{
    const auto other = Console::open(m_world->kubeconfig());
    PushInput theirs = input();
    theirs.author = u"dayshift"_s;
    theirs.reason = u"night bounds"_s;
    theirs.journalFolder = m_folder.filePath(u"theirs"_s);
    Push first(other->client(), other->ticket(), m_plan, theirs);
    Push second(m_console->client(), m_console->ticket(), m_plan, input());
    QSignalSpy firstEnd(&first, &Push::finished);
    QSignalSpy secondEnd(&second, &Push::finished);
    first.start();
    second.start();
    QTRY_VERIFY_WITH_TIMEOUT(firstEnd.count() == 1 && secondEnd.count() == 1, 60'000);
    const bool firstWon = first.result().ok();
    const Push &winner = firstWon ? first : second;
    const Push &loser = firstWon ? second : first;
    QVERIFY_RESULT(winner.result());
    QVERIFY_ERROR(loser.result(), ErrorCode::Conflict);
    // Also if it saw objects of the winner before it could claim.
    QVERIFY(loser.overtakenBy());
    QCOMPARE(loser.overtakenBy()->number, 1);
    QCOMPARE(loser.overtakenBy()->reason, firstWon ? u"night bounds"_s : u"sale"_s);
    QVERIFY(loser.result().error().why.contains(loser.overtakenBy()->author));
    QCOMPARE(loser.overtakenBy()->policyText, m_plan.policyText);
    QVERIFY(loser.pushedMeanwhile());
    QVERIFY(loser.journalFile().isEmpty());
    QCOMPARE(statesOf(winner), "dddddddd");
    QCOMPARE(m_console->revisions(m_ns).size(), 1U);
}

QTEST_GUILESS_MAIN(TstPushMeanwhile)
#include "tst_pushmeanwhile.moc"
