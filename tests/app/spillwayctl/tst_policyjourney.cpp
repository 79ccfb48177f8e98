// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole way of a policy with every feature, on the demo's cluster and its real Prometheus:
// validate, test, simulate, plan, push, history, diff, rollback. Each step is a program of its own,
// as in a pipeline; kubectl says what the cluster has afterwards.
#include "support/serverprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 240'000; // only a hang reaches it
const QString example = QStringLiteral(SPILLWAY_TEST_DATA "/policy/example.yaml");

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QByteArray said() const { return out + err; }
};

Run run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    dieWithParent(process);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForStarted(longest) || (finished.isEmpty() && !finished.wait(longest)) ||
        process.exitStatus() != QProcess::NormalExit) {
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString ctlProgram()
{
    return qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s;
}

} // namespace

class TestPolicyJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isValid();
    void passesItsTests();
    void isReplayed();
    void isPlanned();
    void isPushed();
    void isNowWhatIsThere();
    void isEdited();
    void isRolledBack();
    void isUndone();

private:
    [[nodiscard]] static Run ctl(const QStringList &arguments)
    {
        return run(ctlProgram(), arguments);
    }
    [[nodiscard]] Run onCluster(const QStringList &arguments) const
    {
        QStringList all = arguments + QStringList{u"--kubeconfig"_s, m_kubeconfig};
        if (QStringList{u"push"_s, u"rollback"_s, u"undo"_s}.contains(arguments.first())) {
            all += {u"--journals"_s, m_folder.filePath(u"journals"_s), u"--yes"_s};
        }
        return ctl(all);
    }
    [[nodiscard]] QByteArray kubectl(const QStringList &arguments) const
    {
        return run(u"kubectl"_s,
                   QStringList{u"--kubeconfig"_s, m_kubeconfig, u"-n"_s, u"kotaemon"_s} + arguments)
            .out;
    }
    [[nodiscard]] QByteArray maximum(const QString &autoscaler) const
    {
        return kubectl(
            {u"get"_s, u"hpa"_s, autoscaler, u"-o"_s, u"jsonpath={.spec.maxReplicas}"_s});
    }

    QTemporaryDir m_folder;
    QProcess m_demo;
    QString m_kubeconfig;
    QString m_prometheus;
    QStringList m_takeOver; ///< the options
    QString m_hash;         ///< of the plan that was seen
};

void TestPolicyJourney::initTestCase()
{
    m_kubeconfig = m_folder.filePath(u"kubeconfig"_s);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, m_folder.filePath(u"cache"_s));
    m_demo.setProcessEnvironment(environment);
    m_demo.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    dieWithParent(m_demo);
    m_demo.start(ctlProgram(), {u"demo"_s, u"--json"_s, u"--kubeconfig-out"_s, m_kubeconfig});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += m_demo.readAllStandardOutput()).contains("\"ready\""),
                             longest);
    for (const QByteArray &line : said.split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event["event"_L1] == "ready"_L1) {
            m_prometheus = event["prometheus"_L1].toString();
        }
    }
    QVERIFY2(!m_prometheus.isEmpty(), said.constData());
}

void TestPolicyJourney::isValid()
{
    const Run valid = ctl({u"validate"_s, example});
    QVERIFY2(valid.exitCode == 0, valid.said().constData());
}

void TestPolicyJourney::passesItsTests()
{
    const QString junit = m_folder.filePath(u"junit.xml"_s);
    const Run tested = ctl({u"test"_s, example, u"--junit"_s, junit});
    QVERIFY2(tested.exitCode == 0, tested.said().constData());
    QVERIFY2(tested.out.contains("1 passed, 0 failed, 1 undecided"), tested.out.constData());
    QVERIFY(QFile::exists(junit));
}

void TestPolicyJourney::isReplayed()
{
    const Run replayed = ctl({u"simulate"_s, u"--policy"_s, example, u"--prometheus"_s,
                              m_prometheus, u"--from"_s, u"now-2d"_s, u"--json"_s});
    QVERIFY2(replayed.exitCode == 0, replayed.said().constData());
    const QJsonArray components = replayed.json()["components"_L1].toArray();
    QStringList names;
    for (const QJsonValue &one : components) {
        names.append(one["name"_L1].toString());
        QVERIFY2(one["replicas"_L1]["max"_L1].toInt() > 0, qPrintable(names.last()));
    }
    QVERIFY2(names.contains(u"rag-worker"_s) && names.contains(u"llm-consumer"_s),
             qPrintable(names.join(u' ')));
    QVERIFY(replayed.json()["known_share"_L1].toDouble() > 0.9);
}

void TestPolicyJourney::isPlanned()
{
    // The demo has autoscalers of its own: each has to be named before it is replaced.
    const Run refused = onCluster({u"plan"_s, example, u"--json"_s});
    QCOMPARE(refused.exitCode, 1);
    const QJsonArray findings = refused.json()["findings"_L1].toArray();
    for (const QJsonValue &one : findings) {
        if (one["severity"_L1] == "error"_L1) {
            QCOMPARE(one["id"_L1].toString(), u"two-autoscalers"_s);
            m_takeOver += {u"--take-over"_s, one["object"_L1].toString()};
        }
    }
    QCOMPARE(m_takeOver.size(), 6);

    const Run planned = onCluster(QStringList{u"plan"_s, example, u"--json"_s} + m_takeOver);
    QVERIFY2(planned.exitCode == 2, planned.said().constData());
    m_hash = planned.json()["hash"_L1].toString();
    QCOMPARE(m_hash.size(), 64);
}

void TestPolicyJourney::isPushed()
{
    const Run pushed =
        onCluster(QStringList{u"push"_s, example, u"--plan"_s, m_hash, u"--reason"_s, u"first"_s} +
                  m_takeOver);
    QVERIFY2(pushed.exitCode == 0, pushed.said().constData());

    const QByteArray objects = kubectl(
        {u"get"_s,
         u"hpa,scaledobjects,configmaps,cronjobs,serviceaccounts,roles,rolebindings,prometheusrules"_s,
         u"-l"_s, u"spillway.dev/policy=kotaemon"_s, u"-o"_s, u"name"_s});
    for (const char *kind :
         {"horizontalpodautoscaler.autoscaling/kotaemon.rag-worker",
          "horizontalpodautoscaler.autoscaling/kotaemon.dialog-manager",
          "scaledobject.keda.sh/kotaemon.llm-consumer", "configmap/", "cronjob.batch/",
          "serviceaccount/", "role.rbac.authorization.k8s.io/",
          "rolebinding.rbac.authorization.k8s.io/", "prometheusrule.monitoring.coreos.com/"}) {
        QVERIFY2(objects.contains(kind), objects.constData());
    }
    QCOMPARE(maximum(u"kotaemon.dialog-manager"_s), QByteArray{"15"});
    QVERIFY(maximum(u"dialog-manager"_s).isEmpty()); // it was replaced
}

void TestPolicyJourney::isNowWhatIsThere()
{
    const Run planned = onCluster({u"plan"_s, example});
    QVERIFY2(planned.exitCode == 0, planned.said().constData());
}

void TestPolicyJourney::isEdited()
{
    QFile file(example);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll().replace("{min: 3, max: 15}", "{min: 3, max: 18}");
    QFile edited(m_folder.filePath(u"edited.yaml"_s));
    QVERIFY(edited.open(QIODevice::WriteOnly) && edited.write(text) == text.size());
    edited.close();
    const Run pushed = onCluster({u"push"_s, edited.fileName(), u"--reason"_s, u"sale"_s});
    QVERIFY2(pushed.exitCode == 0, pushed.said().constData());
    QVERIFY2(pushed.out.contains("Revision 2: 1 object changed."), pushed.out.constData());
    QCOMPARE(maximum(u"kotaemon.dialog-manager"_s), QByteArray{"18"});

    const Run history = onCluster({u"history"_s, u"-n"_s, u"kotaemon"_s});
    QVERIFY2(history.out.contains("first") && history.out.contains("sale"),
             history.said().constData());
    const Run diff = onCluster({u"diff"_s, u"1"_s, u"2"_s, u"-n"_s, u"kotaemon"_s});
    QVERIFY2(diff.out.contains(".spec.maxReplicas: 15 -> 18"), diff.said().constData());
    QVERIFY(diff.out.contains("+      replicas: {min: 3, max: 18}"));
}

void TestPolicyJourney::isRolledBack()
{
    const Run back = onCluster(
        {u"rollback"_s, u"1"_s, u"-n"_s, u"kotaemon"_s, u"--reason"_s, u"sale is over"_s});
    QVERIFY2(back.exitCode == 0, back.said().constData());
    QCOMPARE(maximum(u"kotaemon.dialog-manager"_s), QByteArray{"15"});
    const QJsonArray history =
        QJsonDocument::fromJson(onCluster({u"history"_s, u"-n"_s, u"kotaemon"_s, u"--json"_s}).out)
            .array();
    QCOMPARE(history.size(), 3);
    for (const QJsonValue &one : history) {
        QCOMPARE(one["outcome"_L1].toString(), u"complete"_s);
    }
}

/// All the way back: what the first push replaced is there again.
void TestPolicyJourney::isUndone()
{
    for (const QString &revision : {u"3"_s, u"2"_s, u"1"_s}) {
        const Run undone = onCluster({u"undo"_s, revision, u"-n"_s, u"kotaemon"_s});
        QVERIFY2(undone.exitCode == 0, undone.said().constData());
    }
    QVERIFY(maximum(u"kotaemon.dialog-manager"_s).isEmpty());
    QVERIFY(!maximum(u"dialog-manager"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestPolicyJourney)
#include "tst_policyjourney.moc"
