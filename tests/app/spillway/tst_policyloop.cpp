// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The loop as a person closes it: open a policy, plan, push, see more replicas in Prometheus, undo.
#include "connection/kubeconnection.h"
#include "demo/demoworld.h"
#include "kube/execlogins.h"
#include "net/httpclient.h"
#include "pages/planview.h"
#include "pages/policypage.h"
#include "pages/pushbar.h"
#include "pages/replicastrip.h"
#include "rollout/policyrollout.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace spillway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = PolicyRollout::State;

namespace {

constexpr int longest = 240'000; // only a hang reaches it
constexpr int speed = 20;        // the demo's minute is three seconds
constexpr int floorOfPolicy = 7; // more than there are at first

const QByteArray policy = "apiVersion: spillway.dev/v1\n"
                          "kind: ScalingPolicy\n"
                          "metadata: {name: loop, namespace: kotaemon}\n"
                          "spec:\n"
                          "  components:\n"
                          "    - name: rag-worker\n"
                          "      target: {name: rag-worker}\n"
                          "      engine: hpa\n"
                          "      replicas: {min: 7, max: 12}\n"
                          "      metrics:\n"
                          "        - cpu: {averageUtilization: 70}\n";

} // namespace

class TestPolicyLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_world.reset(); }
    void pushedSeenUndone();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] bool kubectl(const QStringList &arguments) const;
    /// Of an instant query with one series; NaN without one.
    [[nodiscard]] double value(const QString &promql);

    QTemporaryDir m_dir;
    QNetworkAccessManager m_network;
    std::unique_ptr<demo::DemoWorld> m_world;
};

void TestPolicyLoop::initTestCase()
{
    qputenv("XDG_DATA_HOME", file(u"data"_s).toUtf8());
    demo::DemoOptions options;
    options.history = 0s;
    options.scrapeInterval = 1s;
    options.cacheFolder = file(u"cache"_s);
    options.cluster = true;
    options.speed = speed;
    m_world = std::make_unique<demo::DemoWorld>(options);
    QSignalSpy ready(m_world.get(), &demo::DemoWorld::ready);
    m_world->start();
    QVERIFY(ready.wait(longest));
    QVERIFY_RESULT(m_world->writeKubeconfig(file(u"kubeconfig"_s)));
    QFile text(file(u"policy.yaml"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write(policy) == policy.size());
    // The demo's own autoscaler would be a second one on the target. What it had wanted last
    // depends on the hour.
    QVERIFY(kubectl({u"delete"_s, u"hpa"_s, u"rag-worker"_s}));
    QVERIFY(kubectl({u"scale"_s, u"deployment"_s, u"rag-worker"_s, u"--replicas=3"_s}));
}

bool TestPolicyLoop::kubectl(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, file(u"kubeconfig"_s));
    environment.insert(u"HOME"_s, m_dir.path());
    process.setProcessEnvironment(environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(u"kubectl"_s, QStringList{u"-n"_s, u"kotaemon"_s} + arguments);
    return finished.wait(longest) && process.exitCode() == 0;
}

double TestPolicyLoop::value(const QString &promql)
{
    QUrl url = m_world->prometheusUrl();
    url.setPath(u"/api/v1/query"_s);
    QUrlQuery query;
    query.addQueryItem(u"query"_s, QString::fromLatin1(QUrl::toPercentEncoding(promql)));
    url.setQuery(query);
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url)));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(longest)) {
        return qQNaN();
    }
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    const QJsonArray result = answer["data"_L1]["result"_L1].toArray();
    return result.isEmpty() ? qQNaN() : result[0]["value"_L1][1].toString().toDouble();
}

void TestPolicyLoop::pushedSeenUndone()
{
    const QString replicas =
        u"kube_deployment_status_replicas_available{deployment=\"rag-worker\"}"_s;
    const SystemClock clock;
    HttpClient http;
    ExecLogins logins(ExecSetup{}, clock);
    Workspace workspace = workspaceForUrl(u"demo"_s, m_world->prometheusUrl());
    workspace.kube.config = file(u"kubeconfig"_s);
    workspace.namespaces = {u"kotaemon"_s};
    KubeConnection kube(workspace, http, logins, clock);
    PolicyPage page({.kube = &kube, .clock = &clock}, file(u"policy.yaml"_s));
    page.resize(1080, 720);
    page.show();
    page.setActive(true);
    QTRY_COMPARE_WITH_TIMEOUT(value(replicas), 3.0, longest);

    QTRY_VERIFY_WITH_TIMEOUT(page.planView()->canPlan(), longest);
    page.planView()->makePlan();
    QTRY_COMPARE_WITH_TIMEOUT(page.rollout().state(), State::Planned, longest);
    QVERIFY(!page.rollout().currentPlan()->isBlocked());
    QVERIFY_RESULT(kube.unlock(kube.contextName()));
    PushBar *bar = page.planView()->pushBar();
    bar->setReason(u"the loop"_s);
    page.planView()->startPush();
    QTRY_COMPARE_WITH_TIMEOUT(page.rollout().state(), State::Pushed, longest);
    QVERIFY_RESULT(page.rollout().currentPush()->result());
    // In the metrics, and on the page.
    QTRY_VERIFY_WITH_TIMEOUT(value(replicas) >= floorOfPolicy, longest);
    QTRY_VERIFY_WITH_TIMEOUT(!bar->replicas()->tiles().empty() &&
                                 bar->replicas()->tiles().front().ready >= floorOfPolicy,
                             longest);

    bar->undoButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.rollout().state(), State::Planned, longest);
    page.planView()->startPush();
    QTRY_COMPARE_WITH_TIMEOUT(page.rollout().state(), State::Pushed, longest);
    QVERIFY_RESULT(page.rollout().currentPush()->result());
    QVERIFY(!kubectl({u"get"_s, u"hpa"_s, u"loop.rag-worker"_s}));
}

QTEST_MAIN(TestPolicyLoop)
#include "tst_policyloop.moc"
