// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// push, history, diff, undo, rollback and resume as a user and a pipeline run them.
#include "models/rollout/planworld.h"
#include "rollout/journal.h"
#include "support/serverprocess.h"
#include "support/terminal.h"

#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace spillway;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QByteArray said() const { return out + err; }
};

} // namespace

class TestPushCommand : public QObject
{
    Q_OBJECT

    std::unique_ptr<PlanWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString{};
    }
    [[nodiscard]] QString policy(int max) const
    {
        return write(u"policy.yaml"_s,
                     QByteArray(webWith({}))
                         .replace("max: 10", QByteArray{"max: " + QByteArray::number(max)}));
    }
    [[nodiscard]] QString journals() const { return m_folder->filePath(u"journals"_s); }
    Run ctl(const QStringList &arguments)
    {
        QProcess process;
        dieWithParent(process);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s, arguments);
        process.closeWriteChannel();
        if (!finished.wait(120'000) || process.exitStatus() != QProcess::NormalExit) {
            return {};
        }
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    /// With the cluster, and the journals where the command writes.
    Run onCluster(QStringList arguments)
    {
        arguments += {u"--kubeconfig"_s, m_world->kubeconfig(u"admin"_s)};
        if (!QStringList{u"history"_s, u"diff"_s, u"plan"_s}.contains(arguments.first())) {
            arguments += {u"--journals"_s, journals()};
        }
        return ctl(arguments);
    }
    [[nodiscard]] int maximum() const
    {
        return m_world->live(m_world->hpa(u"demo.web"_s))["spec"_L1]["maxReplicas"_L1].toInt();
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<PlanWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_world->works && m_world->addDeployment(u"web"_s, 3));
    }

    void thereAndBackAgain();
    void whatAPipelineReads();
    void takesTheTargetFromSomebodyElse();
    void onlyThePlanThatWasSeen();
    void nobodyIsAsked_data();
    void nobodyIsAsked();
    void protectedContexts();
    void twoPeopleAtOnce();
    void leadTimesStay();
    void watchesAndTellsIfItCannot();
    void aWatchThatIsCutShortKnowsNothing();
    void stoppedAndContinued();
    void wrongCommandLines_data();
    void wrongCommandLines();
    void nothingThere_data();
    void nothingThere();
};

void TestPushCommand::thereAndBackAgain()
{
    Run run = onCluster({u"push"_s, policy(10), u"--yes"_s, u"--reason"_s, u"first"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY(run.out.contains("+ create horizontalpodautoscalers.autoscaling shop/demo.web"));
    QVERIFY(run.err.contains("done: create horizontalpodautoscalers.autoscaling shop/demo.web"));
    QVERIFY(run.out.contains("Revision 1: 1 object changed."));
    QCOMPARE(maximum(), 10);

    run = onCluster({u"push"_s, policy(10), u"--yes"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("Nothing to do."));

    run = onCluster(
        {u"push"_s, policy(14), u"--yes"_s, u"--author"_s, u"anna"_s, u"--reason"_s, u"sale"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(maximum(), 14);

    run = onCluster({u"history"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("Z  anna   complete  sale\n"), run.out.constData());
    run = onCluster({u"history"_s, u"2"_s, u"--text"_s});
    QVERIFY(run.out.contains("max: 14"));
    run = onCluster({u"history"_s, u"2"_s});
    QVERIFY2(run.out.contains(".spec.maxReplicas: 10 -> 14"), run.out.constData());

    run = onCluster({u"diff"_s, u"1"_s, u"2"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("\n+") && run.out.contains("max: 14"), run.out.constData());
    QVERIFY(run.out.contains(".spec.maxReplicas: 10 -> 14"));

    run = onCluster({u"undo"_s, u"--yes"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(maximum(), 10);
    run = onCluster({u"rollback"_s, u"2"_s, u"--yes"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(maximum(), 14);
    run = onCluster({u"history"_s});
    QVERIFY2(run.out.contains("roll back to 2"), run.out.constData());
    QVERIFY(run.out.contains("undo revision 2: sale"));
    QVERIFY(run.out.contains("undone"));

    run = onCluster({u"undo"_s, u"1"_s, u"--yes"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY(run.out.contains("undo-later-push") || run.out.contains("was a push after"));
    QCOMPARE(maximum(), 14); // what later pushes changed is left alone
}

void TestPushCommand::whatAPipelineReads()
{
    Run run = onCluster({u"push"_s, policy(10), u"--yes"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QJsonObject json = run.json();
    QVERIFY(json["ok"_L1].toBool());
    QCOMPARE(json["revision"_L1].toInt(), 1);
    QCOMPARE(json["steps"_L1][0]["state"_L1].toString(), u"done"_s);
    const QString journal = json["journal"_L1].toString();
    QVERIFY(journal.startsWith(journals()));
    QCOMPARE(readJournal(journal)->author, u"admin"_s); // whom the cluster takes us for
    QVERIFY_RESULT(readJournal(journal));

    run = onCluster({u"history"_s, u"--json"_s});
    const QJsonArray history = QJsonDocument::fromJson(run.out).array();
    QCOMPARE(history.size(), 1);
    QCOMPARE(history[0]["outcome"_L1].toString(), u"complete"_s);

    run = onCluster({u"undo"_s, journal, u"--yes"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(run.json()["steps"_L1][0]["action"_L1].toString(), u"delete"_s);
    QCOMPARE(readJournal(journal)->end, PushRecord::End::Undone);
    // Of a push that is undone nothing is asked and nothing written.
    run = onCluster({u"undo"_s, journal});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY(run.out.contains("Nothing to do."));
    QVERIFY(!m_world->live(m_world->hpa(u"demo.web"_s)).contains("spec"_L1));
    run = onCluster({u"diff"_s, u"1"_s, u"2"_s, u"--json"_s});
    QVERIFY(!run.json()["objects"_L1].toArray().isEmpty());
    run = onCluster({u"rollback"_s, u"2"_s, u"--yes"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("there was no policy then"), run.err.constData());
}

/// An autoscaler of somebody else on our target goes in the same push, and an undo makes it again.
void TestPushCommand::takesTheTargetFromSomebodyElse()
{
    const QJsonObject target{
        {u"apiVersion"_s, u"apps/v1"_s}, {u"kind"_s, u"Deployment"_s}, {u"name"_s, u"web"_s}};
    QVERIFY(m_world->create(
        PlanWorld::object(u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s, u"old"_s,
                          {{u"scaleTargetRef"_s, target}, {u"maxReplicas"_s, 9}}),
        u"helm"_s));
    const QJsonValue spec = m_world->live(m_world->hpa(u"old"_s))["spec"_L1];
    const QStringList push{u"push"_s, policy(10), u"--yes"_s, u"--reason"_s, u"ours"_s};
    Run run = onCluster(push);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.said().contains("[two-autoscalers]"), run.said().constData());

    run = onCluster(
        push + QStringList{u"--take-over"_s, u"horizontalpodautoscalers.autoscaling shop/old"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY(run.out.contains("[replaces-autoscaler]"));
    QCOMPARE(maximum(), 10);
    QVERIFY(!m_world->live(m_world->hpa(u"old"_s)).contains("spec"_L1));

    run = onCluster({u"undo"_s, u"--yes"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY2(run.out.contains("[undo-given-back]"), run.out.constData());
    QCOMPARE(m_world->live(m_world->hpa(u"old"_s))["spec"_L1], spec);
    QVERIFY(!m_world->live(m_world->hpa(u"demo.web"_s)).contains("spec"_L1));
}

void TestPushCommand::onlyThePlanThatWasSeen()
{
    const QString file = policy(10);
    const Run planned =
        ctl({u"plan"_s, file, u"--json"_s, u"--kubeconfig"_s, m_world->kubeconfig(u"admin"_s)});
    const QString hash = planned.json()["hash"_L1].toString();
    Run run = onCluster({u"push"_s, file, u"--yes"_s, u"--plan"_s, QString(64, u'0')});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(hash.toUtf8()), run.err.constData());
    QCOMPARE(maximum(), 0);
    run = onCluster({u"push"_s, file, u"--yes"_s, u"--plan"_s, hash});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(maximum(), 10);
}

void TestPushCommand::nobodyIsAsked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("push") << QStringList{u"push"_s, u"FILE"_s};
    QTest::newRow("undo") << QStringList{u"undo"_s};
    QTest::newRow("rollback") << QStringList{u"rollback"_s, u"1"_s};
}

void TestPushCommand::nobodyIsAsked()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(onCluster({u"push"_s, policy(10), u"--yes"_s}).exitCode, 0);
    QCOMPARE(onCluster({u"push"_s, policy(14), u"--yes"_s}).exitCode, 0);
    arguments.replaceInStrings(u"FILE"_s, policy(12));
    const Run run = onCluster(arguments);
    QVERIFY2(run.exitCode == 2, run.said().constData());
    QVERIFY2(run.err.contains("--yes"), run.err.constData());
    QCOMPARE(maximum(), 14);
}

void TestPushCommand::protectedContexts()
{
    Run run = onCluster({u"push"_s, policy(10), u"--yes"_s, u"--protected"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("--reason"), run.err.constData());
    QCOMPARE(maximum(), 0);
    run = onCluster({u"push"_s, policy(10), u"--yes"_s, u"--protected"_s, u"--reason"_s, u"x"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    const QString workspace =
        write(u"prod.yaml"_s, "apiVersion: spillway.dev/v1\nkind: Workspace\nname: prod\n"
                              "prometheus: {url: \"http://127.0.0.1:9\"}\nprotected: true\n");
    run = onCluster({u"push"_s, policy(11), u"--yes"_s, u"--workspace"_s, workspace});
    QVERIFY2(run.exitCode != 0, run.said().constData());
    QCOMPARE(maximum(), 10);
}

/// While one person reads the plan another one pushes.
void TestPushCommand::twoPeopleAtOnce()
{
    QCOMPARE(onCluster({u"push"_s, policy(10), u"--yes"_s}).exitCode, 0);
    const Terminal terminal;
    QProcess second;
    terminal.give(second);
    const QString bin = qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s;
    const QString mine =
        write(u"mine.yaml"_s, QByteArray(webWith({})).replace("max: 10", "max: 12"));
    const QStringList arguments{u"push"_s,         mine,
                                u"--kubeconfig"_s, m_world->kubeconfig(u"admin"_s),
                                u"--journals"_s,   m_folder->filePath(u"mine"_s)};
    second.start(bin, arguments);
    QByteArray shown;
    const auto asks = [&] { return (shown += terminal.shown()).contains("Go on?"); };
    QTRY_VERIFY_WITH_TIMEOUT(asks(), 60'000);
    Run run = onCluster({u"push"_s, policy(14), u"--yes"_s, u"--author"_s, u"bea"_s, u"--reason"_s,
                         u"night bounds"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY(terminal.type("y\n"));
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 60'000);
    const QByteArray out = second.readAllStandardOutput();
    const auto isTold = [&] { return (shown += terminal.shown()).contains("night bounds"); };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 60'000);
    QVERIFY2(second.exitCode() == 1, shown.constData());
    QVERIFY2(shown.contains("somebody else was first: revision 2, pushed by bea") &&
                 shown.contains("night bounds"),
             shown.constData());
    QVERIFY2(out.contains("-      replicas: {min: 2, max: 10}") &&
                 out.contains("+      replicas: {min: 2, max: 14}") &&
                 out.contains(".spec.maxReplicas: 10 -> 14"),
             out.constData());
    QCOMPARE(maximum(), 14); // nothing of the first is lost

    run = ctl(arguments + QStringList{u"--yes"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(run.json()["revision"_L1].toInt(), 3);
    QCOMPARE(maximum(), 12);
}

/// Nobody measures here; the console that pushed did.
void TestPushCommand::leadTimesStay()
{
    // Its edges are hours away from now.
    const bool isMorning = QDateTime::currentDateTimeUtc().time().hour() < 12;
    const QByteArray window = isMorning ? "from: \"14:00\", to: \"20:00\"" //
                                        : "from: \"02:00\", to: \"08:00\"";
    const QString file =
        write(u"slow.yaml"_s, webWith("      coldStart: {leadTime: measured}\n"
                                      "      windows:\n        - {name: office, days: [Mon-Sun], " +
                                      window + ", min: 4}\n"));
    Run run = onCluster({u"push"_s, u"--lead-time"_s, u"web=4m"_s, file, u"--yes"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    run = onCluster({u"plan"_s, file});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY2(!run.said().contains("assumed-lead-time"), run.said().constData());
    run = onCluster({u"plan"_s, file, u"--lead-time"_s, u"web=5m"_s});
    QVERIFY2(run.exitCode == 2, run.said().constData());
    QVERIFY2(run.out.contains("timeline.web"), run.out.constData());
    run = onCluster({u"plan"_s, file, u"--lead-time"_s, u"api=5m"_s});
    QVERIFY2(run.exitCode == 2 && run.out.isEmpty(), run.said().constData());
    QVERIFY2(run.err.contains("no component"), run.err.constData());
}

void TestPushCommand::watchesAndTellsIfItCannot()
{
    Run run = onCluster({u"push"_s, policy(10), u"--yes"_s, u"--json"_s, u"--watch=0"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY(!run.json().contains("watch"_L1));
    run = onCluster({u"push"_s, policy(11), u"--yes"_s, u"--json"_s, u"--watch=200ms"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY(run.json()["watch"_L1]["known"_L1].toBool());
    QVERIFY2(run.err.contains("It has stayed for"), run.err.constData());

    QProcess process;
    dieWithParent(process);
    QByteArray err;
    connect(&process, &QProcess::readyReadStandardError, this,
            [&process, &err] { err += process.readAllStandardError(); });
    process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s,
                  {u"push"_s, policy(12), u"--yes"_s, u"--json"_s, u"--watch"_s, u"--kubeconfig"_s,
                   m_world->kubeconfig(u"admin"_s), u"--journals"_s, journals()});
    QTRY_VERIFY_WITH_TIMEOUT(err.contains("watching for 10 min"), 60'000);
    demo::Fault fault;
    fault.kind = demo::Fault::Kind::Status;
    fault.status = 403;
    fault.verb = u"get"_s;
    m_world->server->faults().add(fault);
    QTRY_VERIFY_WITH_TIMEOUT(err.contains("Whether it stays cannot be seen now"), 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
    run = {process.exitCode(), process.readAllStandardOutput(), err};
    QCOMPARE(maximum(), 12);
    QVERIFY2(run.exitCode == 1, run.said().constData());
    QVERIFY(run.json()["ok"_L1].toBool());
    QCOMPARE(run.json()["watch"_L1]["known"_L1].toBool(true), false);
    QCOMPARE(run.json()["watch"_L1]["error"_L1]["code"_L1].toString(), u"forbidden"_s);
    QVERIFY2(run.err.contains("It is not known whether it stayed"), run.err.constData());
}

/// Before the first look.
void TestPushCommand::aWatchThatIsCutShortKnowsNothing()
{
    QProcess process;
    dieWithParent(process);
    QByteArray err;
    connect(&process, &QProcess::readyReadStandardError, this,
            [&process, &err] { err += process.readAllStandardError(); });
    process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s,
                  {u"push"_s, policy(12), u"--yes"_s, u"--json"_s, u"--watch=1h"_s,
                   u"--kubeconfig"_s, m_world->kubeconfig(u"admin"_s), u"--journals"_s,
                   journals()});
    QTRY_VERIFY_WITH_TIMEOUT(err.contains("watching for 1 h"), 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
    const Run run{process.exitCode(), process.readAllStandardOutput(), err};
    QVERIFY2(run.exitCode == 1, run.said().constData());
    QVERIFY(run.json()["ok"_L1].toBool());
    const QJsonValue watch = run.json()["watch"_L1];
    QCOMPARE(watch["known"_L1].toBool(true), false);
    QVERIFY(watch["seenAt"_L1].isUndefined());
}

/// The connection is cut when the revision is made; then it is not known whether it was.
void TestPushCommand::stoppedAndContinued()
{
    Run run = onCluster({u"resume"_s, u"--yes"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.err.contains("There is no unfinished push"));

    demo::Fault fault;
    fault.kind = demo::Fault::Kind::CutBefore;
    fault.verb = u"create"_s;
    fault.path = u"*/configmaps"_s;
    const int number = m_world->server->faults().add(fault);
    run = onCluster({u"push"_s, policy(10), u"--yes"_s, u"--json"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()["ok"_L1].toBool(true), false);
    QCOMPARE(run.json()["steps"_L1][0]["state"_L1].toString(), u"not-tried"_s);
    QVERIFY2(run.err.contains("not known whether"), run.err.constData());
    m_world->server->faults().remove(number);

    run = onCluster({u"resume"_s, u"--yes"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(maximum(), 10);
    const QString journal = run.json()["journal"_L1].toString();
    run = onCluster({u"resume"_s, journal, u"--yes"_s});
    QCOMPARE(run.exitCode, 1);
    // A journal of another cluster whose context has the same name.
    QFile file(journal);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray elsewhere = file.readAll().replace("https://127.0.0.1", "https://127.0.0.2");
    run = onCluster({u"undo"_s, write(u"elsewhere.jsonl"_s, elsewhere), u"--yes"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("it was made to") && run.err.contains("127.0.0.2"),
             run.err.constData());
    QCOMPARE(maximum(), 10);
}

void TestPushCommand::wrongCommandLines_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const QStringList &arguments) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments;
    };
    row({u"push"_s});
    row({u"diff"_s, u"1"_s});
    row({u"diff"_s, u"one"_s, u"2"_s});
    row({u"rollback"_s});
    row({u"rollback"_s, u"-1"_s});
    row({u"history"_s, u"latest"_s});
    row({u"undo"_s, u"1"_s, u"2"_s});
    row({u"undo"_s, u"--watch=soon"_s});
}

void TestPushCommand::wrongCommandLines()
{
    QFETCH(QStringList, arguments);
    const Run run = onCluster(arguments);
    QVERIFY2(run.exitCode == 2, run.said().constData());
    QVERIFY(run.out.isEmpty());
}

void TestPushCommand::nothingThere_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const QStringList &arguments, const char *why) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << QByteArray{why};
    };
    row({u"undo"_s, u"--yes"_s}, "There is no revision");
    row({u"undo"_s, u"/nonexistent.jsonl"_s}, "/nonexistent.jsonl");
    row({u"resume"_s, u"/nonexistent.jsonl"_s}, "/nonexistent.jsonl");
    row({u"diff"_s, u"1"_s, u"2"_s}, "There is no revision");
    row({u"rollback"_s, u"1"_s}, "There is no revision");
    row({u"push"_s, u"/nonexistent.yaml"_s}, "/nonexistent.yaml");
}

void TestPushCommand::nothingThere()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, why);
    const Run run = onCluster(arguments);
    QVERIFY2(run.exitCode == 1, run.said().constData());
    QVERIFY2(run.err.contains(why), run.err.constData());
}

QTEST_GUILESS_MAIN(TestPushCommand)
#include "tst_pushcommand.moc"
