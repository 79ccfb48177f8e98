// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/replicaowner.h"
#include "kube/autoscalers.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using Kind = ReplicaOwner::Kind;

Q_DECLARE_METATYPE(spillway::ReplicaOwner::Kind)
Q_DECLARE_METATYPE(QList<spillway::kube::ManagedFieldsEntry>)

namespace {

constexpr EpochMs monday = 1'773'014'400'000;
constexpr EpochMs hour = 3'600'000;
const QByteArray replicas = R"({"f:spec":{"f:replicas":{}}})";
const QByteArray labels = R"({"f:metadata":{"f:labels":{"f:app":{}}}})";

kube::ManagedFieldsEntry wrote(const QString &manager, EpochMs time,
                               const QString &operation = u"Update"_s,
                               const QByteArray &fields = replicas, const QString &sub = {})
{
    return {manager, operation, u"apps/v1"_s, sub, time, fields};
}

kube::HorizontalPodAutoscaler hpa(const QString &name, const QString &scaledObject = {})
{
    kube::HorizontalPodAutoscaler made;
    made.meta.name = name;
    made.lastScaled = monday;
    if (!scaledObject.isEmpty()) {
        made.meta.owners.append(
            {u"keda.sh/v1alpha1"_s, u"ScaledObject"_s, scaledObject, u"u1"_s, true});
    }
    return made;
}

kube::ScaledObject scaledObject(const QString &name, bool paused = false)
{
    kube::ScaledObject made;
    made.meta.name = name;
    if (paused) {
        made.conditions.append({u"Paused"_s, u"True"_s, {}, {}, {}});
    }
    return made;
}

} // namespace

class TestReplicaOwner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void byManager_data();
    void byManager();
    void byOrigin_data();
    void byOrigin();
    void autoscalers();
    void anAutoscalerThatDoesNotAct();
    void severalAutoscalers();
    void rivalsInManifests();
    void theLatestWriterCounts();
    void brokenManagedFields();
};

void TestReplicaOwner::byManager_data()
{
    QTest::addColumn<QString>("manager");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("kubectl scale") << u"kubectl"_s << Kind::Person;
    QTest::newRow("kubectl apply") << u"kubectl-client-side-apply"_s << Kind::Person;
    QTest::newRow("a console in a browser") << u"Mozilla"_s << Kind::Person;
    QTest::newRow("k9s") << u"k9s"_s << Kind::Person;
    QTest::newRow("ourselves") << u"spillway"_s << Kind::Person;
    QTest::newRow("our schedule") << u"spillway-schedule"_s << Kind::Program;
    QTest::newRow("Argo CD") << u"argocd-controller"_s << Kind::ArgoCd;
    QTest::newRow("Argo CD of old") << u"argocd-application-controller"_s << Kind::ArgoCd;
    QTest::newRow("Flux, kustomize") << u"kustomize-controller"_s << Kind::Flux;
    QTest::newRow("Flux, helm") << u"helm-controller"_s << Kind::Flux;
    QTest::newRow("Helm") << u"helm"_s << Kind::Helm;
    QTest::newRow("an HPA that is gone") << u"kube-controller-manager"_s << Kind::Program;
    QTest::newRow("somebody's operator") << u"shop-operator"_s << Kind::Program;
}

void TestReplicaOwner::byManager()
{
    QFETCH(QString, manager);
    QFETCH(Kind, kind);
    kube::ObjectMeta meta;
    meta.managedFields = {wrote(manager, monday)};
    const ReplicaOwner owner = replicaOwner(meta, 3, {});
    QCOMPARE(owner.kind, kind);
    QCOMPARE(owner.name, manager);
    QCOMPARE(owner.since, std::optional{monday});
    QVERIFY(!owner.isAutoscaler());
    QVERIFY(owner.rivals.isEmpty());
}

void TestReplicaOwner::byOrigin_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("annotation");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("manager");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("origin");
    const QString tracking = u"argocd.argoproj.io/tracking-id"_s;
    const QString trackingId = u"shop:apps/Deployment:kotaemon/rag-worker"_s;
    QTest::newRow("tracking id") << QString{} << tracking << trackingId << u"argocd-controller"_s
                                 << Kind::ArgoCd << u"shop"_s << Kind::ArgoCd;
    QTest::newRow("tracking id, scaled by hand")
        << QString{} << tracking << trackingId << u"kubectl"_s << Kind::Person << u"kubectl"_s
        << Kind::ArgoCd;
    QTest::newRow("instance") << u"argocd.argoproj.io/instance"_s << QString{} << u"shop"_s
                              << u"argocd-controller"_s << Kind::ArgoCd << u"shop"_s
                              << Kind::ArgoCd;
    QTest::newRow("kustomization")
        << u"kustomize.toolkit.fluxcd.io/name"_s << QString{} << u"apps"_s
        << u"kustomize-controller"_s << Kind::Flux << u"apps"_s << Kind::Flux;
    QTest::newRow("helm release of Flux")
        << u"helm.toolkit.fluxcd.io/name"_s << QString{} << u"rag"_s << u"helm-controller"_s
        << Kind::Flux << u"rag"_s << Kind::Flux;
    QTest::newRow("no labels") << QString{} << QString{} << QString{} << u"argocd-controller"_s
                               << Kind::ArgoCd << u"argocd-controller"_s << Kind::Unset;
}

void TestReplicaOwner::byOrigin()
{
    QFETCH(QString, label);
    QFETCH(QString, annotation);
    QFETCH(QString, value);
    QFETCH(QString, manager);
    kube::ObjectMeta meta;
    meta.managedFields = {wrote(manager, monday)};
    if (!label.isEmpty()) {
        meta.labels.insert(label, value);
    }
    if (!annotation.isEmpty()) {
        meta.annotations.insert(annotation, value);
    }
    const ReplicaOwner owner = replicaOwner(meta, 3, {});
    QTEST(owner.kind, "kind");
    QTEST(owner.name, "name");
    QTEST(owner.origin, "origin");
}

void TestReplicaOwner::autoscalers()
{
    kube::ObjectMeta meta;
    meta.managedFields = {
        wrote(u"kube-controller-manager"_s, monday, u"Update"_s, replicas, u"scale"_s)};
    const auto plain = hpa(u"rag-worker"_s);
    ReplicaOwner owner = replicaOwner(meta, 3, {{&plain}, {}});
    QCOMPARE(owner.kind, Kind::Hpa);
    QCOMPARE(owner.name, u"rag-worker"_s);
    QCOMPARE(owner.since, std::optional{monday});
    QVERIFY(owner.rivals.isEmpty());

    const auto scaled = scaledObject(u"llm"_s);
    const auto ofKeda = hpa(u"keda-hpa-llm"_s, u"llm"_s);
    owner = replicaOwner(meta, 3, {{&ofKeda}, {&scaled}});
    QCOMPARE(owner.kind, Kind::Keda);
    QCOMPARE(owner.name, u"llm"_s);
    QCOMPARE(owner.since, std::optional{monday});
    QVERIFY2(owner.rivals.isEmpty(), "KEDA's own HPA is no rival");

    owner = replicaOwner(meta, 3, {{&ofKeda}, {}});
    QCOMPARE(owner.kind, Kind::Keda); // we may not be allowed to read ScaledObjects
    QCOMPARE(owner.name, u"llm"_s);
}

void TestReplicaOwner::anAutoscalerThatDoesNotAct()
{
    const auto plain = hpa(u"rag-worker"_s);
    QVERIFY(replicaOwner({}, 0, {{&plain}, {}}).stopped);
    QVERIFY(!replicaOwner({}, 1, {{&plain}, {}}).stopped);
    const auto paused = scaledObject(u"llm"_s, true);
    const auto acting = scaledObject(u"llm"_s);
    QVERIFY(replicaOwner({}, 2, {{}, {&paused}}).stopped);
    QVERIFY2(!replicaOwner({}, 0, {{}, {&acting}}).stopped, "KEDA scales to and from nothing");
}

void TestReplicaOwner::severalAutoscalers()
{
    const auto first = hpa(u"a"_s);
    const auto second = hpa(u"b"_s);
    ReplicaOwner owner = replicaOwner({}, 3, {{&first, &second}, {}});
    QCOMPARE(owner.name, u"a"_s);
    QCOMPARE(owner.rivals, QStringList{u"HPA b"_s});

    const auto one = scaledObject(u"one"_s);
    const auto two = scaledObject(u"two"_s);
    const auto ofTwo = hpa(u"keda-hpa-two"_s, u"two"_s);
    owner = replicaOwner({}, 3, {{&first, &ofTwo}, {&one, &two}});
    QCOMPARE(owner.kind, Kind::Keda);
    QCOMPARE(owner.name, u"one"_s);
    QCOMPARE(owner.rivals, (QStringList{u"ScaledObject two"_s, u"HPA a"_s}));
}

void TestReplicaOwner::rivalsInManifests()
{
    const auto plain = hpa(u"rag-worker"_s);
    kube::ObjectMeta meta;
    meta.managedFields = {
        wrote(u"kube-controller-manager"_s, monday, u"Update"_s, replicas, u"scale"_s),
        wrote(u"argocd-controller"_s, monday - hour, u"Apply"_s),
        wrote(u"kubectl"_s, monday - 2 * hour), // once by hand: the autoscaler overrules it
        wrote(u"deployer"_s, monday - 3 * hour, u"Apply"_s, labels)};
    const ReplicaOwner owner = replicaOwner(meta, 3, {{&plain}, {}});
    QCOMPARE(owner.kind, Kind::Hpa);
    QCOMPARE(owner.rivals, QStringList{u"argocd-controller"_s});
}

void TestReplicaOwner::theLatestWriterCounts()
{
    kube::ObjectMeta meta;
    meta.managedFields = {wrote(u"argocd-controller"_s, monday - hour, u"Apply"_s),
                          wrote(u"kubectl"_s, monday),
                          {u"old"_s, u"Update"_s, u"apps/v1"_s, {}, {}, replicas}};
    QCOMPARE(replicaOwner(meta, 3, {}).name, u"kubectl"_s);
    const FieldWriter writer = lastWriter(meta, u".spec.replicas"_s);
    QCOMPARE(writer.manager, u"kubectl"_s);
    QCOMPARE(writer.since, std::optional{monday});
    QVERIFY(lastWriter(meta, u".spec.paused"_s).manager.isEmpty());
}

void TestReplicaOwner::brokenManagedFields()
{
    kube::ObjectMeta meta;
    meta.managedFields = {wrote(u"kubectl"_s, monday, u"Update"_s, "{\"f:spec\":")};
    const ReplicaOwner owner = replicaOwner(meta, 3, {});
    QCOMPARE(owner.kind, Kind::Unset);
    QVERIFY(owner.name.isEmpty());
    QVERIFY(!owner.since);
}

QTEST_GUILESS_MAIN(TestReplicaOwner)
#include "tst_replicaowner.moc"
