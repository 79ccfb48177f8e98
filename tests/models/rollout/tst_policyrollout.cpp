// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/policyrollout.h"
#include "rolloutworld.h"
#include "support/resultmacros.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using State = PolicyRollout::State;

namespace {

constexpr int patience = 60'000;

QByteArray policyText(const QString &nameSpace, int max)
{
    return "apiVersion: spillway.dev/v1\n"
           "kind: ScalingPolicy\n"
           "metadata: {name: shop, namespace: " +
           nameSpace.toUtf8() +
           "}\n"
           "spec:\n"
           "  components:\n"
           "    - name: web\n"
           "      target: {name: web}\n"
           "      engine: hpa\n"
           "      replicas: {min: 2, max: " +
           QByteArray::number(max) +
           "}\n"
           "      metrics:\n"
           "        - cpu: {averageUtilization: 70}\n";
}

PlanInput inputFor(const QByteArray &text, const Console &console)
{
    PlanInput input;
    input.text = text;
    input.reading = parsePolicy(text, u"policy.yaml"_s);
    input.now = console.clock().now();
    input.contextName = console.contextName();
    return input;
}

/// How many there are, once they are read.
std::size_t interruptedAt(PolicyRollout &rollout, const QString &nameSpace)
{
    QSignalSpy read(&rollout, &PolicyRollout::interruptedChanged);
    rollout.lookForInterrupted(nameSpace);
    return !read.isEmpty() || read.wait(patience) ? rollout.interruptedPushes().size() : 99;
}

} // namespace

class TestPolicyRollout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void withoutACluster();
    void planPushUndo();
    void cancelling();
    void anotherCluster();
    void aPolicyWithProblems();
    void interrupted();
    void interruptedAndOvertaken();
    void undoWhileSomebodyResumes();

private:
    void interruptOne();
    void pushText(PolicyRollout &rollout, int max);

    RolloutWorld m_world;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<QTemporaryDir> m_journals;
    QString m_nameSpace;
};

#define REACHES(rollout, wanted) QTRY_COMPARE_WITH_TIMEOUT((rollout).state(), wanted, patience)

void TestPolicyRollout::initTestCase()
{
    QVERIFY(m_world.works());
    m_console = Console::open(m_world.kubeconfig());
    QVERIFY(m_console);
}

void TestPolicyRollout::init()
{
    m_journals = std::make_unique<QTemporaryDir>();
    m_nameSpace = m_world.newNamespace();
    QVERIFY(!m_nameSpace.isEmpty());
}

void TestPolicyRollout::pushText(PolicyRollout &rollout, int max)
{
    rollout.plan(inputFor(policyText(m_nameSpace, max), *m_console));
    REACHES(rollout, State::Planned);
    QVERIFY2(!rollout.currentPlan()->isBlocked(),
             qPrintable(rollout.currentPlan()->findings.empty()
                            ? QString{}
                            : rollout.currentPlan()->findings.front().text));
    rollout.push(m_console->ticket(), {.reason = u"test"_s, .author = u"me"_s});
    REACHES(rollout, State::Pushed);
    QVERIFY_RESULT(rollout.currentPush()->result());
}

void TestPolicyRollout::withoutACluster()
{
    PolicyRollout rollout(m_console->clock(), m_journals->path());
    rollout.plan(inputFor(policyText(m_nameSpace, 5), *m_console));
    rollout.readRevisions(m_nameSpace, u"shop"_s);
    QCOMPARE(rollout.state(), State::Idle);
    QVERIFY(!rollout.isReadingRevisions());
    QVERIFY(!rollout.lastPush());
    QCOMPARE(interruptedAt(rollout, m_nameSpace), std::size_t{0});
}

void TestPolicyRollout::planPushUndo()
{
    PolicyRollout rollout(m_console->clock(), m_journals->path());
    rollout.setClient(&m_console->client());
    QSignalSpy steps(&rollout, &PolicyRollout::stepChanged);
    rollout.readRevisions(m_nameSpace, u"shop"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rollout.hasRevisions(), patience);
    QVERIFY(rollout.revisions().empty());
    pushText(rollout, 5);
    QVERIFY(steps.size() > 1);
    QVERIFY(rollout.watch() != nullptr);
    QVERIFY(rollout.lastPush().has_value());
    // Read again by itself.
    QTRY_COMPARE_WITH_TIMEOUT(rollout.revisions().size(), std::size_t{1}, patience);
    pushText(rollout, 9);
    const std::optional<PushRecord> last = rollout.lastPush();
    QVERIFY(last);
    QSignalSpy progress(&rollout, &PolicyRollout::progressChanged);
    rollout.planUndo(*last, m_console->contextName());
    REACHES(rollout, State::Planned);
    QVERIFY(rollout.isUndo());
    QVERIFY(!rollout.currentPlan()->isEmpty());
    rollout.push(m_console->ticket(), {.reason = u"back"_s, .author = u"me"_s});
    REACHES(rollout, State::Pushed);
    QVERIFY_RESULT(rollout.currentPush()->result());
    QTRY_COMPARE_WITH_TIMEOUT(rollout.revisions().size(), std::size_t{3}, patience);
    // What is there is what the first push said.
    rollout.plan(inputFor(policyText(m_nameSpace, 5), *m_console));
    REACHES(rollout, State::Planned);
    QVERIFY(rollout.currentPlan()->isEmpty());
    rollout.clear();
    QCOMPARE(rollout.state(), State::Idle);
    QVERIFY(rollout.currentPlan() == nullptr);
}

void TestPolicyRollout::cancelling()
{
    PolicyRollout rollout(m_console->clock(), m_journals->path());
    rollout.setClient(&m_console->client());
    rollout.plan(inputFor(policyText(m_nameSpace, 5), *m_console));
    QCOMPARE(rollout.state(), State::Planning);
    rollout.cancelPlan();
    QCOMPARE(rollout.state(), State::Idle);
    rollout.plan(inputFor(policyText(m_nameSpace, 5), *m_console));
    rollout.plan(inputFor(policyText(m_nameSpace, 6), *m_console)); // the later one counts
    REACHES(rollout, State::Planned);
    QCOMPARE(rollout.currentPlan()->policyText, policyText(m_nameSpace, 6));
}

void TestPolicyRollout::anotherCluster()
{
    PolicyRollout rollout(m_console->clock(), m_journals->path());
    rollout.setClient(&m_console->client());
    rollout.plan(inputFor(policyText(m_nameSpace, 5), *m_console));
    REACHES(rollout, State::Planned);
    rollout.readRevisions(m_nameSpace, u"shop"_s);
    rollout.setClient(nullptr);
    QCOMPARE(rollout.state(), State::Idle);
    QVERIFY(rollout.currentPlan() == nullptr);
    QVERIFY(!rollout.isReadingRevisions());
}

void TestPolicyRollout::aPolicyWithProblems()
{
    PolicyRollout rollout(m_console->clock(), m_journals->path());
    rollout.setClient(&m_console->client());
    rollout.plan(inputFor("kind: nonsense\n", *m_console));
    REACHES(rollout, State::Failed);
    QCOMPARE(rollout.error()->code, ErrorCode::InvalidDocument);
    QVERIFY(rollout.currentPlan() == nullptr);
}

/// Kills a push after its first step; its journal is left.
void TestPolicyRollout::interruptOne()
{
    PolicyRollout rollout(m_console->clock(), m_journals->path());
    rollout.setClient(&m_console->client());
    rollout.plan(inputFor(policyText(m_nameSpace, 5), *m_console));
    REACHES(rollout, State::Planned);
    QEventLoop loop;
    connect(&rollout, &PolicyRollout::stepChanged, &loop, [&rollout, &loop] {
        if (rollout.currentPush()->phase() == Push::Phase::Applying) {
            loop.quit();
        }
    });
    rollout.push(m_console->ticket(), {.reason = u"test"_s, .author = u"me"_s});
    loop.exec();
    // It is carried out, not interrupted; for another window too.
    QCOMPARE(interruptedAt(rollout, m_nameSpace), std::size_t{0});
}

void TestPolicyRollout::interrupted()
{
    interruptOne();
    PolicyRollout rollout(m_console->clock(), m_journals->path());
    rollout.setClient(&m_console->client());
    QCOMPARE(interruptedAt(rollout, m_nameSpace), std::size_t{1});
    const std::vector<JournalEntry> left = rollout.interruptedPushes();
    QCOMPARE(interruptedAt(rollout, u"another"_s), std::size_t{0});
    QVERIFY_RESULT(rollout.resume(m_console->ticket(), left.front().file));
    // A second press must not tear down what the first one began.
    const Push *const push = rollout.currentPush();
    QVERIFY_ERROR(rollout.resume(m_console->ticket(), left.front().file), ErrorCode::Conflict);
    QCOMPARE(rollout.currentPush(), push);
    REACHES(rollout, State::Pushed);
    QVERIFY_RESULT(rollout.currentPush()->result());
    QCOMPARE(interruptedAt(rollout, m_nameSpace), std::size_t{0});
}

void TestPolicyRollout::interruptedAndOvertaken()
{
    interruptOne();
    PolicyRollout other(m_console->clock(), m_journals->filePath(u"elsewhere"_s));
    other.setClient(&m_console->client());
    pushText(other, 9);
    PolicyRollout rollout(m_console->clock(), m_journals->path());
    rollout.setClient(&m_console->client());
    QCOMPARE(interruptedAt(rollout, m_nameSpace), std::size_t{1}); // this machine knows no better
    rollout.readRevisions(m_nameSpace, u"shop"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rollout.hasRevisions(), patience);
    QVERIFY(rollout.interruptedPushes().empty());
    rollout.setClient(nullptr);
    QCOMPARE(interruptedAt(rollout, m_nameSpace), std::size_t{0});
}

void TestPolicyRollout::undoWhileSomebodyResumes()
{
    interruptOne();
    PolicyRollout rollout(m_console->clock(), m_journals->path());
    rollout.setClient(&m_console->client());
    QCOMPARE(interruptedAt(rollout, m_nameSpace), std::size_t{1});
    const JournalEntry left = rollout.interruptedPushes().front();
    rollout.planUndo(left.record, m_console->contextName());
    REACHES(rollout, State::Planned);
    const Result<std::unique_ptr<Journal>> held = Journal::open(left.file);
    QVERIFY_RESULT(held);
    rollout.push(m_console->ticket(), {.reason = u"back"_s, .author = u"me"_s});
    QCOMPARE(rollout.state(), State::Failed);
    QCOMPARE(rollout.error()->code, ErrorCode::Conflict);
    QVERIFY(rollout.currentPush() == nullptr);
}

QTEST_GUILESS_MAIN(TestPolicyRollout)
#include "tst_policyrollout.moc"
