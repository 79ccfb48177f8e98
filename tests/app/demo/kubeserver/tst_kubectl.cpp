// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/kubeapiserver.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

namespace {

constexpr int limit = 120'000; // of one call; only a hang reaches it

const char *const hpa = R"(apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: chat-api
  namespace: kotaemon
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: chat-api}
  minReplicas: 2
  maxReplicas: 6
  metrics:
  - type: Resource
    resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
)";

const char *const deployment = R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: chat-api
  namespace: kotaemon
spec:
  replicas: 3
  selector: {matchLabels: {app: chat-api}}
  template:
    metadata: {labels: {app: chat-api}}
    spec: {containers: [{name: app, image: "example/chat:1"}]}
)";

const char *const role = R"(apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: oncall, namespace: kotaemon}
rules:
- {apiGroups: [autoscaling], resources: [horizontalpodautoscalers], verbs: [get, list, watch, patch]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: oncall, namespace: kotaemon}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: oncall}
subjects:
- {kind: User, apiGroup: rbac.authorization.k8s.io, name: oncall}
)";

/// What a command of kubectl said, with ages and generated parts taken out.
struct Said
{
    int code = -1;
    QString out;
    QString err;
};

QString normal(QString text)
{
    static const QRegularExpression age(u"(?<=\\s)\\d+[smh]\\d*s?(?=\\s*$)"_s,
                                        QRegularExpression::MultilineOption);
    static const QRegularExpression blanks(u"[ \\t]+"_s);
    text.replace(age, u"AGE"_s);
    return text.replace(blanks, u" "_s).trimmed();
}

} // namespace

/// The real kubectl against our server: the second client that we did not write.
class TestKubectl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void version();
    void getsAndApplies();
    void conflictsAreTold();
    void diffs();
    void patches();
    void creates_data();
    void creates();
    void runsAndScalesWhatItMade();
    void scales();
    void describes();
    void customResources();
    void canI();
    void watches();
    void events();
    void deletes();
    void explains();

private:
    [[nodiscard]] Said kubectl(const QStringList &arguments, const QByteArray &input = {},
                               const QString &user = QStringLiteral("admin")) const;
    void prepare(QProcess &process, const QString &user) const;
    [[nodiscard]] int clientMinor() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KubeApiServer> m_server;
};

void TestKubectl::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    KubeApiServer::Options options;
    options.users = {{u"oncall"_s, u"1001"_s, {u"ops"_s}, {}}};
    auto started = KubeApiServer::start(options);
    QVERIFY_RESULT(started);
    m_server = std::move(*started);
    for (const QString &user : {u"admin"_s, u"oncall"_s}) {
        QVERIFY_RESULT(m_server->writeKubeconfig(m_folder->filePath(user), user, u"kotaemon"_s));
    }
    const Said made = kubectl({u"apply"_s, u"-f"_s, u"-"_s},
                              "apiVersion: v1\nkind: Namespace\nmetadata: {name: kotaemon}\n");
    QVERIFY2(made.code == 0, qPrintable(made.err));
    QCOMPARE(normal(made.out), u"namespace/kotaemon created"_s);
}

void TestKubectl::cleanupTestCase()
{
    m_server.reset();
    m_folder.reset();
}

void TestKubectl::prepare(QProcess &process, const QString &user) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, m_folder->filePath(user));
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"KUBECTL_EXTERNAL_DIFF"_s, u"diff -u"_s);
    process.setProcessEnvironment(environment);
    process.setProgram(u"kubectl"_s);
}

Said TestKubectl::kubectl(const QStringList &arguments, const QByteArray &input,
                          const QString &user) const
{
    QProcess process;
    prepare(process, user);
    process.setArguments(arguments);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(limit)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, u"kubectl did not end"_s};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// 20 of 1.20, which is Debian 12's.
int TestKubectl::clientMinor() const
{
    const Said said = kubectl({u"version"_s, u"--client"_s, u"-o"_s, u"json"_s});
    return QJsonDocument::fromJson(said.out.toUtf8())["clientVersion"_L1]["minor"_L1]
        .toString()
        .remove(u'+')
        .toInt();
}

void TestKubectl::version()
{
    const Said said = kubectl({u"version"_s});
    QCOMPARE(said.code, 0);
    static const QRegularExpression server(u"Server Version: .*v1\\.36\\.2"_s);
    QVERIFY2(said.out.contains(server), qPrintable(said.out + said.err));
}

void TestKubectl::getsAndApplies()
{
    const QStringList apply{u"apply"_s, u"--server-side"_s, u"--field-manager=console"_s, u"-f"_s,
                            u"-"_s};
    const Said applied = kubectl(apply, hpa);
    QCOMPARE(applied.err, QString());
    QCOMPARE(normal(applied.out),
             u"horizontalpodautoscaler.autoscaling/chat-api serverside-applied"_s);
    QCOMPARE(kubectl(apply, hpa).code, 0);
    const Said got = kubectl({u"get"_s, u"hpa"_s});
    QCOMPARE(normal(got.out), u"NAME REFERENCE TARGETS MINPODS MAXPODS REPLICAS AGE\n"
                              u"chat-api Deployment/chat-api cpu: <unknown>/70% 2 6 0 AGE"_s);
    QCOMPARE(
        normal(kubectl({u"get"_s, u"hpa"_s, u"chat-api"_s, u"-o"_s,
                        u"jsonpath={.spec.maxReplicas} {.metadata.managedFields[0].manager}"_s})
                   .out),
        u"6 console"_s);
    QCOMPARE(normal(kubectl({u"get"_s, u"hpa"_s, u"-A"_s, u"-o"_s, u"name"_s}).out),
             u"horizontalpodautoscaler.autoscaling/chat-api"_s);
    const Said missing = kubectl({u"get"_s, u"hpa"_s, u"nope"_s});
    QCOMPARE(missing.code, 1);
    QCOMPARE(
        normal(missing.err),
        u"Error from server (NotFound): horizontalpodautoscalers.autoscaling \"nope\" not found"_s);
}

void TestKubectl::conflictsAreTold()
{
    QByteArray changed = hpa;
    changed.replace("maxReplicas: 6", "maxReplicas: 9");
    const Said said = kubectl(
        {u"apply"_s, u"--server-side"_s, u"--field-manager=other"_s, u"-f"_s, u"-"_s}, changed);
    QCOMPARE(said.code, 1);
    QVERIFY2(said.err.contains("conflict with \"console\": .spec.maxReplicas"_L1),
             qPrintable(said.err));
    QByteArray wrong = hpa;
    wrong.replace("maxReplicas: 6", "maxReplicas: 1");
    const Said invalid = kubectl(
        {u"apply"_s, u"--server-side"_s, u"--field-manager=console"_s, u"-f"_s, u"-"_s}, wrong);
    QCOMPARE(invalid.code, 1);
    QVERIFY2(invalid.err.contains("spec.maxReplicas: Invalid value"_L1), qPrintable(invalid.err));
}

void TestKubectl::diffs()
{
    QByteArray changed = hpa;
    changed.replace("maxReplicas: 6", "maxReplicas: 9");
    const QStringList diff{u"diff"_s, u"--server-side"_s, u"--field-manager=console"_s, u"-f"_s,
                           u"-"_s};
    const Said same = kubectl(diff, hpa);
    QVERIFY2(same.code == 0, qPrintable(same.out + same.err));
    const Said said = kubectl(diff, changed);
    QCOMPARE(said.code, 1);
    QVERIFY2(said.out.contains("-  maxReplicas: 6\n+  maxReplicas: 9\n"_L1),
             qPrintable(said.out + said.err));
}

void TestKubectl::patches()
{
    const Said said =
        kubectl({u"patch"_s, u"hpa"_s, u"chat-api"_s, u"--type=merge"_s,
                 u"--field-manager=schedule"_s, u"-p"_s, u"{\"spec\":{\"minReplicas\":3}}"_s});
    QVERIFY2(said.code == 0, qPrintable(said.err));
    QCOMPARE(normal(said.out), u"horizontalpodautoscaler.autoscaling/chat-api patched"_s);
    const Said same =
        kubectl({u"patch"_s, u"hpa"_s, u"chat-api"_s, u"--type=json"_s, u"-p"_s,
                 u"[{\"op\":\"test\",\"path\":\"/spec/minReplicas\",\"value\":3}]"_s});
    QCOMPARE(normal(same.out),
             u"horizontalpodautoscaler.autoscaling/chat-api patched (no change)"_s);
    const Said bad = kubectl({u"patch"_s, u"hpa"_s, u"chat-api"_s, u"--type=json"_s, u"-p"_s,
                              u"[{\"op\":\"test\",\"path\":\"/spec/minReplicas\",\"value\":4}]"_s});
    QCOMPARE(bad.code, 1);
}

/// kubectl's typed clients send protobuf and know no way back.
void TestKubectl::creates_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QString &command, const QString &object,
                        const QString &path, const QString &value) {
        QTest::newRow(name) << command << object << path << value;
    };
    row("configmap", u"configmap made --from-literal=a=b --from-literal=c="_s, u"configmap/made"_s,
        u"{.data}"_s, u"{\"a\":\"b\",\"c\":\"\"}"_s);
    row("secret", u"secret generic made --from-literal=a=b"_s, u"secret/made"_s, u"{.data.a}"_s,
        u"Yg=="_s);
    row("serviceaccount", u"serviceaccount made"_s, u"serviceaccount/made"_s, u"{.kind}"_s,
        u"ServiceAccount"_s);
    row("deployment", u"deployment made --image=example/app:1 --replicas=2 --port=80 -- run me"_s,
        u"deployment.apps/made"_s,
        u"{.spec.replicas} {.spec.template.spec.containers[0].command[1]} "
        "{.spec.template.spec.containers[0].ports[0].containerPort}"_s,
        u"2 me 80"_s);
    row("deployment of none", u"deployment none --image=example/app:1 --replicas=0"_s,
        u"deployment.apps/none"_s, u"{.spec.replicas}"_s, u"0"_s);
    row("role", u"role made --verb=get,list --resource=pods --resource-name=a"_s,
        u"role.rbac.authorization.k8s.io/made"_s, u"{.rules[0].apiGroups}{.rules[0].verbs}"_s,
        u"[\"\"][\"get\",\"list\"]"_s);
    row("rolebinding", u"rolebinding made --role=made --user=oncall"_s,
        u"rolebinding.rbac.authorization.k8s.io/made"_s, u"{.subjects[0].name}"_s, u"oncall"_s);
    row("job", u"job made --image=example/app:1 -- run"_s, u"job.batch/made"_s,
        u"{.spec.template.spec.restartPolicy}"_s, u"Never"_s);
    row("cronjob", u"cronjob made --image=example/app:1 --schedule=0/5_*_*_*_*"_s,
        u"cronjob.batch/made"_s, u"{.spec.schedule}"_s, u"0/5 * * * *"_s);
    row("service", u"service clusterip made --tcp=80:web"_s, u"service/made"_s,
        u"{.spec.ports[0].targetPort}"_s, u"web"_s);
    row("quota", u"quota made --hard=pods=3,cpu=1500m"_s, u"resourcequota/made"_s,
        u"{.spec.hard.cpu}"_s, u"1500m"_s);
    row("namespace", u"namespace made"_s, u"namespace/made"_s, u"{.metadata.name}"_s, u"made"_s);
}

void TestKubectl::creates()
{
    QFETCH(QString, command);
    QFETCH(QString, object);
    QFETCH(QString, path);
    QStringList arguments{u"create"_s};
    for (QString word : command.split(u' ')) {
        arguments.append(word.startsWith("--schedule"_L1) ? word.replace(u'_', u' ') : word);
    }
    const Said said = kubectl(arguments);
    constexpr int firstOfBatchV1 = 21; // before, CronJobs are of a version that is gone since 1.25
    if (object.startsWith("cronjob"_L1) && clientMinor() < firstOfBatchV1) {
        QVERIFY2(said.err.contains("could not find the requested resource"_L1),
                 qPrintable(said.err));
        return;
    }
    QVERIFY2(said.code == 0, qPrintable(said.err));
    QCOMPARE(normal(said.out), QString{object + u" created"_s});
    const Said stored = kubectl({u"get"_s, object, u"-o"_s, u"jsonpath="_s + path});
    QVERIFY2(stored.code == 0, qPrintable(stored.err));
    QTEST(stored.out, "value");
    const Said again = kubectl(arguments);
    QVERIFY2(again.err.contains("already exists"_L1), qPrintable(again.err));
    QCOMPARE(kubectl({u"delete"_s, object, u"--wait=false"_s}).code, 0);
}

void TestKubectl::runsAndScalesWhatItMade()
{
    const Said ran = kubectl({u"run"_s, u"once"_s, u"--image=example/app:1"_s});
    QCOMPARE(normal(ran.out), u"pod/once created"_s);
    QCOMPARE(normal(kubectl({u"delete"_s, u"pod"_s, u"once"_s, u"--wait=false"_s}).out),
             u"pod \"once\" deleted"_s);
    QCOMPARE(kubectl({u"create"_s, u"deployment"_s, u"scaled"_s, u"--image=example/app:1"_s}).code,
             0);
    const Said scaled = kubectl(
        {u"scale"_s, u"deployment"_s, u"scaled"_s, u"--current-replicas=1"_s, u"--replicas=3"_s});
    QCOMPARE(normal(scaled.out), u"deployment.apps/scaled scaled"_s);
    const Said hpaMade = kubectl({u"autoscale"_s, u"deployment"_s, u"scaled"_s, u"--min=2"_s,
                                  u"--max=5"_s, u"--cpu-percent=60"_s});
    QVERIFY2(hpaMade.code == 0, qPrintable(hpaMade.err));
    const Said bounds = kubectl({u"get"_s, u"hpa"_s, u"scaled"_s, u"-o"_s,
                                 u"jsonpath={.spec.minReplicas}-{.spec.maxReplicas}"_s});
    QCOMPARE(bounds.out, u"2-5"_s);
    QCOMPARE(kubectl({u"delete"_s, u"deployment,hpa"_s, u"scaled"_s}).code, 0);
}

void TestKubectl::scales()
{
    const Said applied = kubectl({u"apply"_s, u"-f"_s, u"-"_s}, deployment);
    QVERIFY2(applied.code == 0, qPrintable(applied.err));
    QCOMPARE(normal(applied.out), u"deployment.apps/chat-api created"_s);
    const Said scaled = kubectl({u"scale"_s, u"deployment"_s, u"chat-api"_s, u"--replicas=5"_s});
    QCOMPARE(normal(scaled.out), u"deployment.apps/chat-api scaled"_s);
    QCOMPARE(normal(kubectl({u"get"_s, u"deploy"_s}).out),
             u"NAME READY UP-TO-DATE AVAILABLE AGE\nchat-api 0/5 0 0 AGE"_s);
    const Said again = kubectl({u"apply"_s, u"-f"_s, u"-"_s}, deployment);
    QCOMPARE(normal(again.out), u"deployment.apps/chat-api configured"_s); // takes replicas back
}

void TestKubectl::describes()
{
    const Said said = kubectl({u"describe"_s, u"hpa"_s, u"chat-api"_s});
    QVERIFY2(said.code == 0, qPrintable(said.err));
    const QString text = normal(said.out);
    for (const QString &line : {u"Name: chat-api"_s, u"Namespace: kotaemon"_s,
                                u"Reference: Deployment/chat-api"_s, u"Max replicas: 6"_s}) {
        QVERIFY2(text.contains(line), qPrintable(text));
    }
    // Debian 12's kubectl reads autoscaling/v1 here.
    const bool isOld = clientMinor() == 20;
    QVERIFY2(text.contains(isOld ? "Target CPU utilization: 70%"_L1
                                 : "(as a percentage of request): <unknown> / 70%"_L1),
             qPrintable(text));
}

void TestKubectl::customResources()
{
    const QString crds = QStringLiteral(SPILLWAY_TEST_DATA "/wire/crds");
    const Said applied = kubectl({u"apply"_s, u"--server-side"_s, u"-f"_s, crds});
    QVERIFY2(applied.code == 0, qPrintable(applied.err));
    const Said waited = kubectl({u"wait"_s, u"--for=condition=Established"_s, u"--timeout=60s"_s,
                                 u"crd/scaledobjects.keda.sh"_s});
    QVERIFY2(waited.code == 0, qPrintable(waited.err));
    const Said made =
        kubectl({u"apply"_s, u"--server-side"_s, u"-f"_s, u"-"_s},
                "apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: chat-worker, "
                "namespace: kotaemon}\nspec:\n  scaleTargetRef: {name: chat-worker}\n"
                "  maxReplicaCount: 20\n  triggers: [{type: cron, metadata: {timezone: UTC}}]\n");
    QVERIFY2(made.code == 0, qPrintable(made.err));
    QCOMPARE(
        normal(kubectl({u"get"_s, u"so"_s, u"-o"_s, u"jsonpath={.items[*].spec.maxReplicaCount}"_s})
                   .out),
        u"20"_s);
    QVERIFY(kubectl({u"get"_s, u"so"_s}).out.startsWith("NAME"_L1));
}

void TestKubectl::canI()
{
    const QStringList ask{u"auth"_s, u"can-i"_s, u"patch"_s, u"hpa"_s};
    QCOMPARE(normal(kubectl(ask, {}, u"oncall"_s).out), u"no"_s);
    QCOMPARE(kubectl({u"apply"_s, u"-f"_s, u"-"_s}, role).code, 0);
    QCOMPARE(normal(kubectl(ask, {}, u"oncall"_s).out), u"yes"_s);
    QCOMPARE(normal(kubectl({u"auth"_s, u"can-i"_s, u"delete"_s, u"hpa"_s}, {}, u"oncall"_s).out),
             u"no"_s);
    const Said list = kubectl({u"auth"_s, u"can-i"_s, u"--list"_s}, {}, u"oncall"_s);
    QVERIFY2(list.out.contains("horizontalpodautoscalers.autoscaling"_L1),
             qPrintable(list.out + list.err));
    const Said who = kubectl({u"auth"_s, u"whoami"_s}, {}, u"oncall"_s);
    constexpr int firstThatKnows = 27;
    QVERIFY2(clientMinor() < firstThatKnows ? who.err.contains("unknown command"_L1)
                                            : normal(who.out).contains("Username oncall"_L1),
             qPrintable(who.out + who.err));
    QCOMPARE(normal(kubectl({u"auth"_s, u"can-i"_s, u"get"_s, u"pods"_s, u"--as=oncall"_s}).out),
             u"no"_s);
    const Said refused = kubectl({u"get"_s, u"pods"_s}, {}, u"oncall"_s);
    QVERIFY2(refused.err.contains("User \"oncall\" cannot list resource \"pods\""_L1),
             qPrintable(refused.err));
}

void TestKubectl::watches()
{
    QProcess watch;
    prepare(watch, u"admin"_s);
    watch.setArguments({u"get"_s, u"configmaps"_s, u"-w"_s, u"-o"_s, u"name"_s});
    watch.start();
    QVERIFY(watch.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->connections() > 0, limit);
    ClusterClient inside = m_server->client(u"test"_s);
    const QJsonObject map{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"ConfigMap"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, u"seen"_s}, {u"namespace"_s, u"kotaemon"_s}}}};
    QVERIFY(inside.create(map).ok());
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += watch.readAllStandardOutput()).contains("configmap/seen"),
                             limit);
    watch.kill();
    QVERIFY(watch.waitForFinished(limit));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 0, limit); // its thread is free again
}

void TestKubectl::events()
{
    ClusterClient inside = m_server->client(u"horizontal-pod-autoscaler"_s);
    const CallResult made = inside.create(
        {{u"apiVersion"_s, u"v1"_s},
         {u"kind"_s, u"Event"_s},
         {u"metadata"_s,
          QJsonObject{{u"name"_s, u"chat-api.1"_s}, {u"namespace"_s, u"kotaemon"_s}}},
         {u"involvedObject"_s, QJsonObject{{u"apiVersion"_s, u"autoscaling/v2"_s},
                                           {u"kind"_s, u"HorizontalPodAutoscaler"_s},
                                           {u"name"_s, u"chat-api"_s},
                                           {u"namespace"_s, u"kotaemon"_s}}},
         {u"reason"_s, u"SuccessfulRescale"_s},
         {u"message"_s, u"New size: 5; reason: cpu above target"_s},
         {u"type"_s, u"Normal"_s},
         {u"count"_s, 1},
         {u"source"_s, QJsonObject{{u"component"_s, u"horizontal-pod-autoscaler"_s}}},
         {u"firstTimestamp"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
         {u"lastTimestamp"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}});
    QVERIFY2(made.ok(), qPrintable(made.message()));
    const Said said = kubectl({u"get"_s, u"events"_s});
    QVERIFY2(
        normal(said.out).contains(
            "Normal SuccessfulRescale horizontalpodautoscaler/chat-api New size: 5; reason: cpu above target"_L1),
        qPrintable(said.out + said.err));
}

void TestKubectl::deletes()
{
    const Said said = kubectl({u"delete"_s, u"hpa"_s, u"chat-api"_s});
    QVERIFY2(said.code == 0, qPrintable(said.err));
    QVERIFY(
        normal(said.out).startsWith("horizontalpodautoscaler.autoscaling \"chat-api\" deleted"_L1));
    const Said none = kubectl({u"get"_s, u"hpa"_s});
    QCOMPARE(normal(none.err), u"No resources found in kotaemon namespace."_s);
}

void TestKubectl::explains()
{
    const Said said = kubectl({u"explain"_s, u"hpa.spec.maxReplicas"_s});
    QVERIFY2(said.code == 0, qPrintable(said.err));
    QVERIFY2(said.out.contains("maxReplicas <integer>"_L1), qPrintable(said.out));
}

QTEST_GUILESS_MAIN(TestKubectl)
#include "tst_kubectl.moc"
