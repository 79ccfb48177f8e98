// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A push is killed (kill -9) at each of its boundaries, before and after the effect of each of its
// requests, and so are resuming and undoing: afterwards the cluster is exactly as after the whole
// push, or exactly as before it.
#include "models/rollout/rolloutworld.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// Phases, and three signals a step.
constexpr int signalsOfAPush = 29;

constexpr const char *requests[]{"verb=create path=*/configmaps", "verb=patch path=*/timeline",
                                 "verb=patch path=*/rag",         "verb=patch path=*/dialog",
                                 "verb=patch path=*/settings",    "verb=patch path=*/runner",
                                 "verb=delete path=*/leftover",   "verb=delete path=*/llm"};

} // namespace

class TstPushKills final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RolloutWorld> m_world;
    std::unique_ptr<Console> m_console;
    QTemporaryDir m_folder;
    QString m_kubeconfig;
    QString m_ns;
    Plan m_plan;
    QJsonObject m_before;
    QJsonObject m_after; ///< of a push that nobody killed

    [[nodiscard]] QString journals() const { return m_folder.filePath(m_ns); }
    [[nodiscard]] PushInput input() const
    {
        return {.reason = u"sale"_s, .author = u"oncall"_s, .journalFolder = journals()};
    }

    void newWorld()
    {
        m_world->clearFaults();
        m_ns = m_world->newNamespace();
        QVERIFY(!m_ns.isEmpty() && m_world->settle(m_ns));
        m_before = m_world->snapshot(m_ns);
        m_plan = m_world->plan(*m_console, m_ns);
    }

    /// The plan as a file for the child.
    [[nodiscard]] QString planFile(const Plan &plan) const
    {
        PushRecord record;
        record.id = u"plan-%1"_s.arg(plan.liveRevision);
        record.target = plan.target;
        record.policy = plan.policy;
        record.policyText = plan.policyText;
        record.author = u"oncall"_s;
        record.reason = u"sale"_s;
        record.madeAt = plan.madeAt;
        record.revision = plan.liveRevision + 1;
        for (const PlanStep &step : plan.steps) {
            record.steps.push_back({.step = step});
        }
        const auto made = Journal::create(m_folder.filePath(u"plans-"_s + m_ns), record);
        return made && (*made)->sync().result().isEmpty() ? (*made)->file() : QString{};
    }

    /// Starts a child and has it killed; true if it was.
    bool killed(const QString &plan, const QString &signal)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        QSignalSpy ended(&child, &QProcess::finished);
        child.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/pushchild"_s,
                    {m_kubeconfig, plan, journals(), signal});
        if (signal == "-"_L1) {
            const bool taken = QTest::qWaitFor(
                [this] { return m_world->server().faults().active() == 0; }, 120'000);
            if (!taken) {
                qWarning("the fault was not met");
            }
            child.kill();
        }
        return (ended.count() > 0 || ended.wait(120'000)) &&
               child.exitStatus() == QProcess::CrashExit;
    }

    /// What a kill in the middle of a write leaves.
    void tearJournal()
    {
        const JournalList list = listJournals(journals());
        if (!list.entries.empty()) {
            QFile file(list.entries.front().file);
            QVERIFY(file.open(QIODevice::Append));
            file.write("{\"done\":3,\"ui");
        }
    }

    void resumeToTheEnd()
    {
        m_world->clearFaults();
        const JournalList list = listJournals(journals());
        QVERIFY(list.problems.empty());
        if (list.entries.empty()) { // nothing was sent: the plan is as good as before
            QCOMPARE(m_world->snapshot(m_ns), m_before);
            const auto push = m_console->push(m_plan, input());
            QVERIFY_RESULT(push->result());
        } else if (list.entries.front().record.isUnfinished()) {
            const auto push = m_console->resume(list.entries.front().file);
            QVERIFY(push);
            QVERIFY_RESULT(push->result());
        }
        QCOMPARE(m_world->snapshot(m_ns), m_after);
        QCOMPARE(m_console->revisions(m_ns).size(), 1U);
        QCOMPARE(listJournals(journals()).entries.front().record.end, PushRecord::End::Complete);
    }

    void undoToTheBeginning()
    {
        m_world->clearFaults();
        const JournalList list = listJournals(journals());
        QVERIFY(list.problems.empty());
        if (!list.entries.empty()) {
            const Result<Plan> plan = m_console->undo(list.entries.front().record);
            QVERIFY_RESULT(plan);
            QVERIFY(!plan->isBlocked());
            const auto push = m_console->push(*plan, input());
            QVERIFY_RESULT(push->result());
        }
        QCOMPARE(m_world->snapshot(m_ns), m_before);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<RolloutWorld>();
        QVERIFY(m_world->works());
        m_kubeconfig = m_world->kubeconfig();
        m_console = Console::open(m_kubeconfig);
        QVERIFY(m_console);
        newWorld();
        const auto push = m_console->push(m_plan, input());
        QVERIFY_RESULT(push->result());
        m_after = m_world->snapshot(m_ns);
        QVERIFY(m_after != m_before);
    }
    void init() { newWorld(); }

    void atEachSignal_data();
    void atEachSignal();
    void aroundEachRequest_data();
    void aroundEachRequest();
    void whileResuming_data();
    void whileResuming();
    void whileUndoing_data();
    void whileUndoing();
};

void TstPushKills::atEachSignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("undo");
    for (int signal = 0; signal < signalsOfAPush; ++signal) {
        QTest::addRow("%d, resumed", signal) << signal << false;
        QTest::addRow("%d, undone", signal) << signal << true;
    }
}

void TstPushKills::atEachSignal()
{
    QFETCH(int, signal);
    QFETCH(bool, undo);
    QVERIFY(killed(planFile(m_plan), QString::number(signal)));
    if (signal % 2 == 1) {
        tearJournal();
    }
    if (undo) {
        undoToTheBeginning();
    } else {
        resumeToTheEnd();
    }
}

void TstPushKills::aroundEachRequest_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("undo");
    for (const char *const request : requests) {
        for (const char *const kind : {"cut-before", "cut-after"}) {
            const QString fault =
                QString::fromLatin1(kind) + u" count=1 "_s + QString::fromLatin1(request);
            QTest::addRow("%s %s, resumed", kind, request) << fault << false;
            QTest::addRow("%s %s, undone", kind, request) << fault << true;
        }
    }
}

void TstPushKills::aroundEachRequest()
{
    QFETCH(QString, fault);
    QFETCH(bool, undo);
    m_world->fault(fault);
    QVERIFY(killed(planFile(m_plan), u"-"_s));
    if (undo) {
        undoToTheBeginning();
    } else {
        resumeToTheEnd();
    }
}

void TstPushKills::whileResuming_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    for (const int first : {5, 9, 16, 23}) {
        for (const int second : {1, 2, 3, 4}) {
            QTest::addRow("%d, then %d", first, second) << first << second;
        }
    }
}

void TstPushKills::whileResuming()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QVERIFY(killed(planFile(m_plan), QString::number(first)));
    QVERIFY(killed(u"resume"_s, QString::number(second)));
    tearJournal();
    resumeToTheEnd();
}

void TstPushKills::whileUndoing_data()
{
    QTest::addColumn<int>("signal");
    for (const int signal : {1, 2, 3, 4, 5, 8, 11, 14, 17, 20, 23, 26}) {
        QTest::addRow("%d", signal) << signal;
    }
}

void TstPushKills::whileUndoing()
{
    QFETCH(int, signal);
    {
        const auto push = m_console->push(m_plan, input());
        QVERIFY_RESULT(push->result());
    }
    const Result<PushRecord> pushed = readJournal(listJournals(journals()).entries.front().file);
    QVERIFY_RESULT(pushed);
    const Result<Plan> plan = m_console->undo(*pushed);
    QVERIFY_RESULT(plan);
    QVERIFY(killed(planFile(*plan), QString::number(signal)));
    bool wasBegun = false;
    for (const JournalEntry &entry : listJournals(journals()).entries) {
        if (entry.record.isUnfinished()) {
            wasBegun = true;
            const auto resumed = m_console->resume(entry.file);
            QVERIFY(resumed);
            QVERIFY_RESULT(resumed->result());
        }
    }
    if (!wasBegun) { // nothing of the undo was sent
        QCOMPARE(m_world->snapshot(m_ns), m_after);
        const auto push = m_console->push(*plan, input());
        QVERIFY_RESULT(push->result());
    }
    QCOMPARE(m_world->snapshot(m_ns), m_before);
}

QTEST_GUILESS_MAIN(TstPushKills)
#include "tst_pushkills.moc"
