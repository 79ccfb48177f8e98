// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcluster.h"

#include <QRegularExpression>
#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;

/// Deployments, ReplicaSets and StatefulSets with their pods: workloadcontrollers.
class TestWorkloadControllers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeploymentGetsItsPods();
    void countsFollowThePods();
    void scalingTellsWhy();
    void whatIsNotReadyGoesFirst();
    void aDeletedPodIsReplaced();
    void aNewTemplateRollsThePods();
    void pausedDeploymentsAreLeftAlone();
    void nothingToDoIsNothingDone();
    void statefulPodsComeOneByOne();
};

void TestWorkloadControllers::aDeploymentGetsItsPods()
{
    SmallCluster cluster;
    const QJsonObject deployment = cluster.make(deploymentNamed(u"web"_s, 3));
    cluster.run(10);
    const QList<QJsonObject> sets =
        cluster.user.list({u"apps"_s, u"replicasets"_s, u"kotaemon"_s, {}, {}});
    QCOMPARE(sets.size(), 1);
    QCOMPARE(controllerUid(sets[0]), uidOf(deployment));
    const QString hash = sets[0]["metadata"_L1]["labels"_L1]["pod-template-hash"_L1].toString();
    QCOMPARE(nameOf(sets[0]), QString(u"web-"_s + hash));
    QCOMPARE(cluster.pods().size(), 3);
    static const QRegularExpression named(u"^web-[b-z2-9]{10}-[b-z2-9]{5}$"_s);
    for (const QJsonObject &pod : cluster.pods()) {
        QVERIFY2(named.match(nameOf(pod)).hasMatch(), qPrintable(nameOf(pod)));
        QCOMPARE(controllerUid(pod), uidOf(sets[0]));
        QCOMPARE(pod["metadata"_L1]["labels"_L1]["pod-template-hash"_L1].toString(), hash);
    }
}

void TestWorkloadControllers::countsFollowThePods()
{
    SmallCluster cluster;
    cluster.make(deploymentNamed(u"web"_s, 2));
    cluster.run(10);
    QJsonValue status = cluster.get(u"apps"_s, u"deployments"_s, u"web"_s)["status"_L1];
    QCOMPARE(status["replicas"_L1].toInt(), 2);
    QCOMPARE(status["availableReplicas"_L1].toInt(), 0);
    QCOMPARE(status["unavailableReplicas"_L1].toInt(), 2);
    cluster.run(60);
    const QJsonObject deployment = cluster.get(u"apps"_s, u"deployments"_s, u"web"_s);
    status = deployment["status"_L1];
    QCOMPARE(status["readyReplicas"_L1].toInt(), 2);
    QCOMPARE(status["availableReplicas"_L1].toInt(), 2);
    QCOMPARE(status["observedGeneration"_L1], deployment["metadata"_L1]["generation"_L1]);
    QCOMPARE(conditionOf(deployment, u"Available"_s)["status"_L1].toString(), u"True"_s);
    QCOMPARE(conditionOf(deployment, u"Progressing"_s)["reason"_L1].toString(),
             u"NewReplicaSetAvailable"_s);
}

void TestWorkloadControllers::scalingTellsWhy()
{
    SmallCluster cluster;
    cluster.make(deploymentNamed(u"web"_s, 1));
    cluster.run(60);
    cluster.scale(u"deployments"_s, u"web"_s, 4);
    cluster.run(60);
    QCOMPARE(cluster.readyPods(), 4);
    QCOMPARE(cluster.events(u"ScalingReplicaSet"_s).filter(u"from 1 to 4"_s).size(), 1);
    QCOMPARE(cluster.events(u"SuccessfulCreate"_s).size(), 4);
    cluster.scale(u"deployments"_s, u"web"_s, 0);
    cluster.run(30);
    QCOMPARE(cluster.pods().size(), 0);
    QCOMPARE(cluster.events(u"SuccessfulDelete"_s).size(), 4);
}

void TestWorkloadControllers::whatIsNotReadyGoesFirst()
{
    SmallCluster cluster;
    cluster.make(deploymentNamed(u"web"_s, 2));
    cluster.run(60);
    QStringList old;
    for (const QJsonObject &pod : cluster.pods()) {
        old.append(nameOf(pod));
    }
    cluster.scale(u"deployments"_s, u"web"_s, 3);
    cluster.run(5);
    QCOMPARE(cluster.pods().size(), 3);
    cluster.scale(u"deployments"_s, u"web"_s, 2);
    cluster.run(30);
    QCOMPARE(cluster.pods().size(), 2);
    for (const QJsonObject &pod : cluster.pods()) {
        QVERIFY(old.contains(nameOf(pod)));
    }
}

void TestWorkloadControllers::aDeletedPodIsReplaced()
{
    SmallCluster cluster;
    cluster.make(deploymentNamed(u"web"_s, 2));
    cluster.run(60);
    const QString victim = nameOf(cluster.pods().constFirst());
    QVERIFY(cluster.user.remove({{}, u"pods"_s, u"kotaemon"_s, victim, {}}).ok());
    QCOMPARE(cluster.readyPods(), 1); // it serves no more, but is still there
    QCOMPARE(cluster.pods().size(), 2);
    cluster.run(5);
    QCOMPARE(cluster.pods().size(), 3);
    cluster.run(60);
    QCOMPARE(cluster.pods().size(), 2);
    QCOMPARE(cluster.readyPods(), 2);
    QCOMPARE(cluster.get({}, u"pods"_s, victim)["code"_L1].toInt(), 404);
    QVERIFY(!cluster.events(u"Killing"_s).isEmpty());
}

void TestWorkloadControllers::aNewTemplateRollsThePods()
{
    SmallCluster cluster;
    cluster.make(deploymentNamed(u"web"_s, 4));
    cluster.run(60);
    cluster.patch(
        u"apps"_s, u"deployments"_s, u"web"_s,
        {{u"spec"_s,
          QJsonObject{{u"template"_s,
                       QJsonObject{{u"metadata"_s,
                                    QJsonObject{{u"labels"_s,
                                                 QJsonObject{{u"team"_s, u"search"_s}}}}}}}}}});
    for (int i = 0; i < 40; ++i) {
        cluster.run(5);
        QVERIFY2(cluster.readyPods() >= 3, qPrintable(QString::number(cluster.readyPods())));
        int living = 0;
        for (const QJsonObject &pod : cluster.pods()) {
            living += isBeingDeleted(pod) ? 0 : 1;
        }
        QVERIFY2(living <= 5, qPrintable(QString::number(living)));
    }
    QCOMPARE(cluster.readyPods(), 4);
    for (const QJsonObject &pod : cluster.pods()) {
        QCOMPARE(pod["metadata"_L1]["labels"_L1]["team"_L1].toString(), u"search"_s);
    }
    QCOMPARE(cluster.user.list({u"apps"_s, u"replicasets"_s, u"kotaemon"_s, {}, {}}).size(), 2);
}

void TestWorkloadControllers::pausedDeploymentsAreLeftAlone()
{
    SmallCluster cluster;
    cluster.make(deploymentNamed(u"web"_s, 1));
    cluster.run(60);
    cluster.patch(u"apps"_s, u"deployments"_s, u"web"_s,
                  {{u"spec"_s, QJsonObject{{u"paused"_s, true}, {u"replicas"_s, 5}}}});
    cluster.run(30);
    QCOMPARE(cluster.pods().size(), 1);
}

void TestWorkloadControllers::nothingToDoIsNothingDone()
{
    SmallCluster cluster;
    cluster.make(deploymentNamed(u"web"_s, 3));
    cluster.run(120);
    const quint64 before = cluster.state.store.revision();
    cluster.run(120);
    QCOMPARE(cluster.state.store.revision(), before);
}

void TestWorkloadControllers::statefulPodsComeOneByOne()
{
    SmallCluster cluster;
    QJsonObject set = deploymentNamed(u"redis"_s, 2);
    set.insert(u"kind"_s, u"StatefulSet"_s);
    QJsonObject spec = set["spec"_L1].toObject();
    spec.insert(u"serviceName"_s, u"redis"_s);
    set.insert(u"spec"_s, spec);
    cluster.make(set);
    cluster.run(10);
    QCOMPARE(cluster.pods().size(), 1);
    QCOMPARE(nameOf(cluster.pods().constFirst()), u"redis-0"_s);
    cluster.run(90);
    QCOMPARE(cluster.readyPods(), 2);
    QCOMPARE(cluster.get(u"apps"_s, u"statefulsets"_s, u"redis"_s)["status"_L1]["readyReplicas"_L1]
                 .toInt(),
             2);
    cluster.scale(u"statefulsets"_s, u"redis"_s, 1);
    cluster.run(30);
    QCOMPARE(cluster.pods().size(), 1);
    QCOMPARE(nameOf(cluster.pods().constFirst()), u"redis-0"_s);
}

QTEST_GUILESS_MAIN(TestWorkloadControllers)
#include "tst_workloadcontrollers.moc"
