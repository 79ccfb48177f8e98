// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/workspace.h"
#include "demo/demoworld.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <memory>

using namespace spillway;
using namespace spillway::demo;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 240'000; // only a hang reaches it
constexpr int speed = 20;        // the demo's minute is three seconds

struct Said
{
    int code = -1;
    QString out;
    QString err;
};

const char *const nightly = R"(apiVersion: v1
kind: ServiceAccount
metadata: {name: night}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: night}
rules:
- apiGroups: [autoscaling]
  resources: [horizontalpodautoscalers]
  resourceNames: [tool-router]
  verbs: [patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: night}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: night}
subjects: [{kind: ServiceAccount, name: night, namespace: kotaemon}]
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: night}
spec:
  schedule: "* * * * *"
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      backoffLimit: 0
      template:
        spec:
          serviceAccountName: night
          restartPolicy: Never
          containers:
          - name: c
            image: example/kubectl:1
            command:
            - sh
            - -c
            - >
              echo '{"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":
              {"name":"tool-router","namespace":"kotaemon"},"spec":{"minReplicas":4,"maxReplicas":9}}' |
              kubectl apply --server-side --force-conflicts --validate=false
              --field-manager=spillway-schedule -f -
)";

} // namespace

/// The loop is closed: the real kubectl changes an autoscaler, and the real Prometheus shows pods
/// and latency that follow.
class TestDemoLoop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void kubectlSeesTheSystem();
    void prometheusIsBehindTheApi();
    void aMaximumIsFeltInPrometheus();
    void cronJobsRunKubectl();
    void readersMayNotWrite();
    void theWorkspaceHasACluster();

private:
    [[nodiscard]] Said kubectl(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] double value(const QString &promql);

    QTemporaryDir m_dir;
    QNetworkAccessManager m_network;
    std::unique_ptr<DemoWorld> m_world;
};

void TestDemoLoop::initTestCase()
{
    DemoOptions options;
    options.history = 0s;
    options.scrapeInterval = 1s;
    options.cacheFolder = m_dir.filePath(u"cache"_s);
    options.cluster = true;
    options.speed = speed;
    m_world = std::make_unique<DemoWorld>(options);
    QSignalSpy ready(m_world.get(), &DemoWorld::ready);
    const QSignalSpy failed(m_world.get(), &DemoWorld::failed);
    m_world->start();
    QVERIFY(ready.wait(longest));
    QCOMPARE(failed.size(), 0);
    QCOMPARE(m_world->clusterUrl().scheme(), u"https"_s);
    QVERIFY(m_world->writeKubeconfig(m_dir.filePath(u"kubeconfig"_s)).ok());
    m_world->spike(3, 24h); // at night there would be nothing to see
}

void TestDemoLoop::cleanupTestCase()
{
    m_world.reset();
}

Said TestDemoLoop::kubectl(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, m_dir.filePath(u"kubeconfig"_s));
    environment.insert(u"HOME"_s, m_dir.path());
    process.setProcessEnvironment(environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(u"kubectl"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!finished.wait(longest)) { // in the event loop: the world goes on
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

double TestDemoLoop::value(const QString &promql)
{
    QUrl url = m_world->prometheusUrl();
    url.setPath(u"/api/v1/query"_s);
    QUrlQuery query;
    query.addQueryItem(u"query"_s, QString::fromLatin1(QUrl::toPercentEncoding(promql)));
    url.setQuery(query);
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url)));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(longest)) {
        return -1;
    }
    const QJsonArray result =
        QJsonDocument::fromJson(reply->readAll())["data"_L1]["result"_L1].toArray();
    return result.isEmpty() ? -1 : result[0]["value"_L1][1].toString().toDouble();
}

void TestDemoLoop::kubectlSeesTheSystem()
{
    const Said deployments = kubectl({u"get"_s, u"deployments"_s, u"-o"_s, u"name"_s});
    QCOMPARE(deployments.err, QString());
    for (const QString &name :
         {u"dialog-manager"_s, u"llm-consumer"_s, u"rag-worker"_s, u"tool-router"_s}) {
        QVERIFY2(deployments.out.contains(name), qPrintable(deployments.out));
    }
    const Said pods = kubectl({u"get"_s, u"pods"_s});
    QVERIFY2(pods.out.contains(u"1/1     Running"_s), qPrintable(pods.out));
    const Said scaled = kubectl({u"get"_s, u"scaledobject"_s, u"llm-consumer"_s});
    QVERIFY2(scaled.code == 0, qPrintable(scaled.err));
    QTRY_VERIFY_WITH_TIMEOUT(kubectl({u"get"_s, u"hpa"_s, u"rag-worker"_s, u"-o"_s,
                                      u"jsonpath={.status.conditions[*].reason}"_s})
                                 .out.contains(u"ValidMetricFound"_s),
                             longest);
}

void TestDemoLoop::prometheusIsBehindTheApi()
{
    const Said answer = kubectl(
        {u"get"_s, u"--raw"_s,
         u"/api/v1/namespaces/monitoring/services/prometheus-operated:9090/proxy/api/v1/query"
         "?query=vector(42)"_s});
    QVERIFY2(answer.out.contains(u"\"42\""_s), qPrintable(answer.out + answer.err));
}

void TestDemoLoop::aMaximumIsFeltInPrometheus()
{
    const QString available =
        u"kube_deployment_status_replicas_available{deployment=\"rag-worker\"}"_s;
    const QString maximum =
        u"kube_horizontalpodautoscaler_spec_max_replicas{horizontalpodautoscaler=\"rag-worker\"}"_s;
    const QString latency =
        u"sum(rate(rag_request_duration_seconds_sum{stage=\"retrieve\"}[5s])) / "
        "sum(rate(rag_request_duration_seconds_count{stage=\"retrieve\"}[5s]))"_s;
    const auto setMaximum = [this](int most) {
        const Said said =
            kubectl({u"patch"_s, u"hpa"_s, u"rag-worker"_s, u"--type=merge"_s, u"-p"_s,
                     u"{\"spec\":{\"minReplicas\":1,\"maxReplicas\":%1}}"_s.arg(most)});
        return said.code == 0;
    };
    QVERIFY(setMaximum(1)); // too few at any hour of the day
    QTRY_COMPARE_WITH_TIMEOUT(value(available), 1.0, longest);
    QCOMPARE(value(maximum), 1.0);
    double slow = 0;
    const auto isSlow = [&] {
        slow = value(latency);
        return slow > 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSlow(), longest);
    QVERIFY(setMaximum(30));
    QTRY_VERIFY_WITH_TIMEOUT(value(available) > 1, longest);
    QCOMPARE(value(maximum), 30.0);
    const auto isFastAgain = [&] {
        const double now = value(latency);
        return now > 0 && now < slow / 3;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFastAgain(), longest);
}

void TestDemoLoop::cronJobsRunKubectl()
{
    const Said applied = kubectl({u"apply"_s, u"-f"_s, u"-"_s}, nightly);
    QVERIFY2(applied.code == 0, qPrintable(applied.err));
    QTRY_COMPARE_WITH_TIMEOUT(value(u"kube_horizontalpodautoscaler_spec_max_replicas{"
                                    "horizontalpodautoscaler=\"tool-router\"}"_s),
                              9.0, longest);
    QTRY_VERIFY_WITH_TIMEOUT(value(u"kube_deployment_status_replicas_available{deployment=\"tool-"
                                   "router\"}"_s) >= 4,
                             longest);
    const Said cronJob = kubectl(
        {u"get"_s, u"cronjob"_s, u"night"_s, u"-o"_s, u"jsonpath={.status.lastScheduleTime}"_s});
    QVERIFY2(!cronJob.out.isEmpty(), qPrintable(cronJob.err));
    QCOMPARE(kubectl({u"delete"_s, u"cronjob"_s, u"night"_s}).code, 0);
}

void TestDemoLoop::readersMayNotWrite()
{
    const QStringList asReader{u"--context=viewer@spillway-demo"_s};
    const Said read = kubectl(asReader + QStringList{u"get"_s, u"hpa"_s});
    QVERIFY2(read.code == 0, qPrintable(read.err));
    const Said written = kubectl(
        asReader + QStringList{u"scale"_s, u"deployment"_s, u"rag-worker"_s, u"--replicas=1"_s});
    QVERIFY(written.code != 0);
    QVERIFY2(written.err.contains(u"forbidden"_s), qPrintable(written.err));
}

void TestDemoLoop::theWorkspaceHasACluster()
{
    const WorkspaceReading reading = readWorkspace(m_world->workspaceYaml(), u"demo.yaml"_s);
    QVERIFY(reading.errors.empty());
    QVERIFY(QFile::exists(reading.workspace.kube.config));
    QCOMPARE(reading.workspace.kube.context, u"admin@spillway-demo"_s);
    QVERIFY(reading.workspace.namespaces.contains(u"kotaemon"_s));
    m_world->stop();
    QVERIFY(!QFile::exists(reading.workspace.kube.config));
    QVERIFY(m_world->clusterUrl().isEmpty());
    QCOMPARE(m_world->writeKubeconfig(m_dir.filePath(u"late"_s)).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestDemoLoop)
#include "tst_demoloop.moc"
