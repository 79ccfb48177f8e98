// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The kube commands as a user runs them, against a server that answers what a real one answered.
#include "models/kube/scriptedcluster.h"
#include "models/kube/wiredata.h"
#include "spillwayctl/kubetables.h"
#include "support/resultmacros.h"
#include "support/serverprocess.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

QByteArray recorded(const ClusterRequest &request)
{
    if (request.path == "/api"_L1 || request.path == "/apis"_L1) {
        return FaultServer::response(
            "200 OK",
            wireBody(request.path == "/api"_L1 ? u"api.aggregated"_s : u"apis.aggregated"_s),
            "Content-Type: "
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList\r\n");
    }
    if (request.path.endsWith("/selfsubjectreviews"_L1)) {
        return ScriptedCluster::json(wireBody(u"auth.ssreview.oncall"_s), "201 Created");
    }
    if (request.path.endsWith("/selfsubjectaccessreviews"_L1)) {
        return ScriptedCluster::json(wireBody(request.body.contains("chat-api")
                                                  ? u"auth.ssar.oncall.named"_s
                                                  : u"auth.ssar.oncall.denied"_s),
                                     "201 Created");
    }
    if (request.path.endsWith("/horizontalpodautoscalers"_L1)) {
        return ScriptedCluster::json(wireBody(u"lists.hpa"_s));
    }
    if (request.path.endsWith("/horizontalpodautoscalers/live"_L1)) {
        return ScriptedCluster::json(wireBody(u"live.hpa.get"_s));
    }
    if (request.path.endsWith("/pods"_L1)) {
        return ScriptedCluster::json(wireBody(u"live.pods"_s));
    }
    if (request.path.endsWith("/events"_L1)) {
        return ScriptedCluster::json(wireBody(u"event.list"_s));
    }
    return ScriptedCluster::json(wireBody(u"auth.403.get"_s), "403 Forbidden");
}

} // namespace

class TestKubeCommand : public QObject
{
    Q_OBJECT

    ScriptedCluster m_cluster{recorded};
    QTemporaryDir m_folder;

    Run ctl(const QStringList &arguments)
    {
        QProcess process;
        dieWithParent(process);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s,
                      QStringList{u"kube"_s} + arguments);
        if (!finished.wait(60'000) || process.exitStatus() != QProcess::NormalExit) {
            return {};
        }
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    Run ask(QStringList arguments)
    {
        arguments += {u"--kubeconfig"_s, m_folder.filePath(u"config"_s)};
        return ctl(arguments);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_folder.filePath(u"config"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "apiVersion: v1\nkind: Config\ncurrent-context: test\n"
            "clusters:\n- name: c\n  cluster: {server: \"" +
            m_cluster.server.url(QString{}).toEncoded() +
            "\"}\n"
            "users:\n- name: u\n  user: {}\n"
            "contexts:\n- name: test\n  context: {cluster: c, user: u, namespace: kotaemon}\n");
    }

    void answers_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QByteArray>("err");
        const auto row = [](const char *name, const QStringList &arguments, int code,
                            const char *out, const char *err = "") {
            QTest::newRow(name) << arguments << code << QByteArray{out} << QByteArray{err};
        };
        row("whoami", {u"whoami"_s}, 0, "oncall");
        row("whoami JSON", {u"whoami"_s, u"--json"_s}, 0, "\"groups\":[\"ops\"");
        row("yes", {u"can-i"_s, u"patch"_s, u"hpa"_s, u"chat-api"_s}, 0, "yes\n");
        row("no", {u"can-i"_s, u"patch"_s, u"hpa"_s}, 1, "no\n",
            "not allowed: patch horizontalpodautoscalers.autoscaling in kotaemon");
        row("subresource", {u"can-i"_s, u"patch"_s, u"deployments/scale"_s, u"chat-api"_s}, 0,
            "yes\n");
        row("verdict JSON", {u"can-i"_s, u"patch"_s, u"hpa"_s, u"--json"_s}, 1,
            "\"allowed\":false");
        row("unknown kind", {u"can-i"_s, u"get"_s, u"widgets"_s}, 2, "", "widgets");
        row("list", {u"get"_s, u"hpa"_s}, 0, "Deployment/chat-api");
        row("list JSON", {u"get"_s, u"hpa"_s, u"--json"_s}, 0, "\"maxReplicas\":6");
        row("one", {u"get"_s, u"hpa"_s, u"live"_s}, 0, "Deployment/live");
        row("pods everywhere", {u"get"_s, u"pods"_s, u"-A"_s}, 0, "NAMESPACE");
        row("owners", {u"owners"_s, u"hpa"_s, u"live"_s}, 0, ".spec.maxReplicas");
        row("owners JSON", {u"owners"_s, u"hpa"_s, u"live"_s, u"--json"_s}, 0,
            "\"manager\":\"kube-controller-manager\"");
        row("events", {u"events"_s}, 0, "ConfigPushed");
        row("events of a kind", {u"events"_s, u"hpa"_s, u"chat-api"_s, u"--json"_s}, 0,
            "\"reason\":\"ConfigPushed\"");
        row("forbidden", {u"get"_s, u"configmaps"_s}, 1, "", "kind: Role");
        row("no verb", {u"can-i"_s}, 2, "", "");
        row("no such command", {u"apply"_s}, 2, "", "");
    }
    void answers()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, err);
        const Run run = ask(arguments);
        QVERIFY2(run.out.contains(out), run.out.constData());
        QVERIFY2(run.err.contains(err), run.err.constData());
        QTEST(run.exitCode, "exitCode");
    }

    void theClusterOfAWorkspace()
    {
        const auto workspace = [this](const QByteArray &rest) {
            QFile file(m_folder.filePath(u"workspace.yaml"_s));
            return file.open(QIODevice::WriteOnly) &&
                           file.write("apiVersion: spillway.dev/v1\nkind: Workspace\nname: a\n"
                                      "prometheus: {url: 'http://h'}\n" +
                                      rest) > 0
                       ? QStringList{u"--workspace"_s, file.fileName()}
                       : QStringList{};
        };
        const QByteArray kube = "kube: {config: '" + m_folder.filePath(u"config"_s).toUtf8() + "'";
        const auto asked = [this] {
            return m_cluster.requests.isEmpty() ? QString{} : m_cluster.requests.last().path;
        };
        const QStringList hpas{u"get"_s, u"hpa"_s};
        QCOMPARE(ctl(hpas + workspace(kube + "}\nnamespaces: [shop]\n")).exitCode, 0);
        QVERIFY2(asked().contains(u"/namespaces/shop/"_s), qPrintable(asked()));
        QCOMPARE(ctl(hpas + QStringList{u"-n"_s, u"other"_s} +
                     workspace(kube + ", context: test}\nnamespaces: [shop]\n"))
                     .exitCode,
                 0);
        QVERIFY2(asked().contains(u"/namespaces/other/"_s), qPrintable(asked()));
        QCOMPARE(ctl(hpas + workspace(kube + "}\nnamespaces: []\n")).exitCode, 0);
        QVERIFY2(asked().contains(u"/namespaces/kotaemon/"_s), qPrintable(asked()));
        const Run missing = ctl(hpas + workspace(kube + ", context: gone}\n"));
        QVERIFY2(missing.exitCode != 0 && missing.err.contains("gone"), missing.err.constData());
        QCOMPARE(ctl(hpas + QStringList{u"--context"_s, u"test"_s} +
                     workspace(kube + ", context: gone}\n"))
                     .exitCode,
                 0);
        const QByteArray two = kube + "}\nnamespaces: [a, b]\n";
        QCOMPARE(ctl(hpas + workspace(two)).exitCode, 2);
        QCOMPARE(ctl(hpas + QStringList{u"-A"_s} + workspace(two)).exitCode, 0);
        QCOMPARE(ctl(QStringList{u"whoami"_s} + workspace(two)).exitCode, 0);
        QCOMPARE(ctl(hpas + workspace({})).exitCode, 2); // never the current context of the machine
    }

    void selectorsOfEvents()
    {
        m_cluster.requests.clear();
        QCOMPARE(ask({u"events"_s, u"hpa"_s, u"chat-api"_s}).exitCode, 0);
        QCOMPARE(m_cluster.requests.last().value(u"fieldSelector"_s),
                 u"regarding.kind=HorizontalPodAutoscaler,regarding.name=chat-api"_s);
    }

    void namespaces()
    {
        m_cluster.requests.clear();
        QCOMPARE(ask({u"get"_s, u"hpa"_s, u"-n"_s, u"other"_s}).exitCode, 0);
        QVERIFY(m_cluster.requests.last().path.contains("/namespaces/other/"_L1));
    }

    void noKubeconfig()
    {
        const Run run = ctl({u"whoami"_s, u"--kubeconfig"_s, u"/nonexistent/config"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("/nonexistent/config"));
    }

    void nothingIsEverWritten()
    {
        for (const ClusterRequest &request : m_cluster.requests) {
            QVERIFY(request.method == "GET" || request.path.endsWith("reviews"_L1));
        }
    }

    void brokenObjectsAreNotShown()
    {
        const QJsonObject broken{{"metadata"_L1, QJsonObject{{"name"_L1, "a"_L1}}},
                                 {"spec"_L1, QJsonObject{{"maxReplicas"_L1, "six"_L1}}}};
        QVERIFY_ERROR(
            objectRows(kube::bestResource(kube::Kind::HorizontalPodAutoscaler), {broken}, false, 0),
            ErrorCode::WrongContent);
    }
};

QTEST_GUILESS_MAIN(TestKubeCommand)
#include "tst_kubecommand.moc"
