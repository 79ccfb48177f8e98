// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"
#include "kubeobjects/defaults.h"
#include "kubeobjects/jsontools.h"
#include "wirelog.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;
using namespace spillway::test;

namespace {

/// An object as it was sent and as it is stored.
struct Filling
{
    const char *name;
    const char *group;
    const char *plural;
    const char *sent;
    const char *filled;
};

constexpr Filling fillings[] = {
    {"autoscaler without metrics", "autoscaling", "horizontalpodautoscalers",
     R"({"spec":{"maxReplicas":3}})",
     R"({"spec":{"maxReplicas":3,"minReplicas":1,"metrics":[{"type":"Resource","resource":
            {"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}]}})"},
    {"rules of scaling, either half", "autoscaling", "horizontalpodautoscalers",
     R"({"spec":{"minReplicas":2,"metrics":[{"type":"x"}],
            "behavior":{"scaleDown":{"selectPolicy":"Disabled"}}}})",
     R"({"spec":{"minReplicas":2,"metrics":[{"type":"x"}],"behavior":{
            "scaleUp":{"stabilizationWindowSeconds":0,"selectPolicy":"Max","policies":[
                {"type":"Pods","value":4,"periodSeconds":15},
                {"type":"Percent","value":100,"periodSeconds":15}]},
            "scaleDown":{"selectPolicy":"Disabled","policies":[
                {"type":"Percent","value":100,"periodSeconds":15}]}}}})"},
    {"recreated deployment", "apps", "deployments",
     R"({"spec":{"replicas":0,"strategy":{"type":"Recreate"}}})",
     R"({"spec":{"replicas":0,"strategy":{"type":"Recreate"},"revisionHistoryLimit":10,
            "progressDeadlineSeconds":600}})"},
    {"half a rolling update", "apps", "deployments",
     R"({"spec":{"strategy":{"rollingUpdate":{"maxSurge":1}}}})",
     R"({"spec":{"replicas":1,"revisionHistoryLimit":10,"progressDeadlineSeconds":600,"strategy":
            {"type":"RollingUpdate","rollingUpdate":{"maxSurge":1,"maxUnavailable":"25%"}}}})"},
    {"stateful set", "apps", "statefulsets", R"({"spec":{}})",
     R"({"spec":{"replicas":1,"revisionHistoryLimit":10,"podManagementPolicy":"OrderedReady",
            "updateStrategy":{"type":"RollingUpdate","rollingUpdate":{"partition":0}},
            "persistentVolumeClaimRetentionPolicy":{"whenDeleted":"Retain","whenScaled":"Retain"}}})"},
    {"cron job", "batch", "cronjobs", R"({"spec":{"suspend":true}})",
     R"({"spec":{"suspend":true,"concurrencyPolicy":"Allow","successfulJobsHistoryLimit":3,
            "failedJobsHistoryLimit":1}})"},
    {"job that counts", "batch", "jobs", R"({"spec":{"parallelism":2}})",
     R"({"spec":{"parallelism":2,"backoffLimit":6,"completionMode":"NonIndexed","suspend":false,
            "podReplacementPolicy":"TerminatingOrFailed"}})"},
    {"ports of a service", "", "services",
     R"({"spec":{"ports":[{"port":80},{"port":81,"protocol":"UDP","targetPort":"x"}]}})",
     R"({"spec":{"type":"ClusterIP","sessionAffinity":"None","internalTrafficPolicy":"Cluster",
            "ports":[{"port":80,"protocol":"TCP","targetPort":80},
                     {"port":81,"protocol":"UDP","targetPort":"x"}]}})"},
    {"name of a host", "", "services", R"({"spec":{"type":"ExternalName"}})",
     R"({"spec":{"type":"ExternalName","sessionAffinity":"None"}})"},
    {"ports of a slice", "discovery.k8s.io", "endpointslices", R"({"ports":[{"port":9}]})",
     R"({"ports":[{"port":9,"name":"","protocol":"TCP"}]})"},
    {"namespace", "", "namespaces", R"({"metadata":{"name":"n"}})",
     R"({"metadata":{"name":"n","labels":{"kubernetes.io/metadata.name":"n"}}})"},
    {"namespace without a name", "", "namespaces", R"({"metadata":{"generateName":"n"}})",
     R"({"metadata":{"generateName":"n"}})"},
    {"subjects", "rbac.authorization.k8s.io", "rolebindings",
     R"({"roleRef":{"apiGroup":"","name":"r"},
            "subjects":[{"kind":"User"},{"kind":"ServiceAccount"}]})",
     R"({"roleRef":{"apiGroup":"rbac.authorization.k8s.io","name":"r"},"subjects":[
            {"kind":"User","apiGroup":"rbac.authorization.k8s.io"},{"kind":"ServiceAccount"}]})"},
    {"names of a definition", "apiextensions.k8s.io", "customresourcedefinitions",
     R"({"spec":{"names":{"kind":"Thing","plural":"things"}}})",
     R"({"spec":{"names":{"kind":"Thing","plural":"things","singular":"thing",
            "listKind":"ThingList"},"conversion":{"strategy":"None"}}})"},
    {"a spec that is none", "apps", "deployments", R"({"spec":7})", R"({"spec":7})"},
    {"nothing to fill", "", "configmaps", R"({"data":{}})", R"({"data":{}})"},
};

} // namespace

/// What the server fills in when it decodes.
class TestDefaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsIn_data();
    void fillsIn();
    void changesNothingThatIsThere_data();
    void changesNothingThatIsThere();
    void fillsPods_data();
    void fillsPods();
    void leavesCustomObjectsAlone();
};

void TestDefaults::fillsIn_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("plural");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("filled");
    for (const Filling &row : fillings) {
        QTest::newRow(row.name) << QString::fromLatin1(row.group) << QString::fromLatin1(row.plural)
                                << QByteArray(row.sent) << QByteArray(row.filled);
    }
}

void TestDefaults::fillsIn()
{
    QFETCH(QString, group);
    QFETCH(QString, plural);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, filled);
    const ResourceTypePtr type = findBuiltIn(group, plural);
    QVERIFY(type);
    QJsonObject object = json(sent);
    applyDefaults(*type, type->storageVersion, object);
    QCOMPARE(differences(json(filled), object), QStringList());
    applyDefaults(*type, type->storageVersion, object); // each update decodes again
    QCOMPARE(differences(json(filled), object), QStringList());
}

void TestDefaults::changesNothingThatIsThere_data()
{
    QTest::addColumn<QString>("exchange");
    for (const char *name : {"hpa.get", "cj.get", "deploy.get", "deploy.get.after_scale",
                             "hpa.metrics.all_types", "proxy.service.create", "webhook.create",
                             "proxy.endpointslice.create", "pod.create.0", "live.job.manual"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

/// A recorded answer has its defaults already.
void TestDefaults::changesNothingThatIsThere()
{
    QFETCH(QString, exchange);
    const QJsonObject answer = recordedAnswer(exchange);
    const QString apiVersion = answer["apiVersion"_L1].toString();
    for (const ResourceTypePtr &type : builtInTypes()) {
        if (type->kind == answer["kind"_L1].toString() &&
            type->apiVersion(type->storageVersion) == apiVersion) {
            QJsonObject object = answer;
            applyDefaults(*type, type->storageVersion, object);
            QCOMPARE(differences(answer, object), QStringList());
            return;
        }
    }
    QFAIL(qPrintable(u"no type for "_s + apiVersion));
}

void TestDefaults::fillsPods_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QByteArray>("filled");
    const auto pull = [](const char *image, const char *policy) {
        QTest::addRow("pull %s", image)
            << QByteArray(QByteArray(R"({"containers":[{"image":")") + image + R"("}]})")
            << QStringList{u"containers"_s}
            << QByteArray(QByteArray(R"({"image":")") + image +
                          R"(","terminationMessagePath":"/dev/termination-log",
                             "terminationMessagePolicy":"File","imagePullPolicy":")" +
                          policy + R"("})");
    };
    pull("nginx", "Always");
    pull("nginx:latest", "Always");
    pull("nginx:1.27", "IfNotPresent");
    pull("registry.example:5000/nginx", "Always");
    pull("registry.example:5000/nginx:1", "IfNotPresent");
    pull("nginx@sha256:0123", "IfNotPresent");
    const auto volume = [](const char *name, const char *sent, const char *filled) {
        QTest::newRow(name) << QByteArray(QByteArray(R"({"volumes":[)") + sent + "]}")
                            << QStringList{u"volumes"_s} << QByteArray(filled);
    };
    volume("no source", R"({"name":"v"})", R"({"name":"v","emptyDir":{}})");
    volume("mode", R"({"name":"v","secret":{}})", R"({"name":"v","secret":{"defaultMode":420}})");
    volume("mode of one's own", R"({"name":"v","configMap":{"defaultMode":256}})",
           R"({"name":"v","configMap":{"defaultMode":256}})");
    volume("folder of the host", R"({"name":"v","hostPath":{"path":"/x"}})",
           R"({"name":"v","hostPath":{"path":"/x","type":""}})");
}

void TestDefaults::fillsPods()
{
    QFETCH(QByteArray, spec);
    QFETCH(QStringList, path);
    QFETCH(QByteArray, filled);
    QJsonObject pod = json(spec);
    applyPodDefaults(pod);
    QCOMPARE(differences(json(filled), valueAt(pod, path)[0]), QStringList());
    pod.remove(path.constFirst());
    const QJsonObject rest = json(R"({"restartPolicy":"Always","dnsPolicy":"ClusterFirst",
        "schedulerName":"default-scheduler","securityContext":{},
        "terminationGracePeriodSeconds":30})");
    QCOMPARE(differences(rest, pod), QStringList());
}

void TestDefaults::leavesCustomObjectsAlone()
{
    ResourceType custom;
    custom.kind = u"Deployment"_s; // of another group
    custom.custom = true;
    QJsonObject object = json(R"({"spec":{}})");
    applyDefaults(custom, u"v1"_s, object);
    QCOMPARE(object, json(R"({"spec":{}})"));
}

QTEST_GUILESS_MAIN(TestDefaults)
#include "tst_defaults.moc"
