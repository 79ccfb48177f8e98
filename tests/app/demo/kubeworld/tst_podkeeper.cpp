// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcluster.h"

#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

QJsonObject namedPod(const QString &uid, const QString &startup)
{
    const QJsonObject container{{u"name"_s, u"app"_s}, {u"image"_s, u"example/app:1"_s}};
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s,
             QJsonObject{{u"name"_s, u"p"_s},
                         {u"namespace"_s, u"kotaemon"_s},
                         {u"uid"_s, uid},
                         {u"creationTimestamp"_s, timeText(start)},
                         {u"annotations"_s, QJsonObject{{QString(startupAnnotation), startup}}}}},
            {u"spec"_s, QJsonObject{{u"containers"_s, QJsonArray{container}}}}};
}

QString conditionText(const QJsonObject &status, const QString &type)
{
    return conditionOf({{u"status"_s, status}}, type)["status"_L1].toString();
}

} // namespace

/// When pods get their nodes and become ready: podkeeper.
class TestPodKeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timesAreInOrder_data();
    void timesAreInOrder();
    void aFullClusterWaitsForANode();
    void statusByPhase_data();
    void statusByPhase();
    void nonsenseAsStartupIsTheUsual_data();
    void nonsenseAsStartupIsTheUsual();
    void adoptedPodsKeepTheirPast();
    void coldStartsCanBeMeasured();
    void endingTakesItsTime();
};

void TestPodKeeper::timesAreInOrder_data()
{
    QTest::addColumn<double>("startup");
    QTest::newRow("at once") << 0.0;
    QTest::newRow("short") << 9.0;
    QTest::newRow("long") << 55.0;
}

void TestPodKeeper::timesAreInOrder()
{
    QFETCH(const double, startup);
    for (int i = 0; i < 200; ++i) {
        const QString name = u"pod-%1"_s.arg(i);
        const PodTimes times = podTimes(7, name, start, startup, false);
        QCOMPARE(podTimes(7, name, start, startup, false), times);
        QVERIFY(times.created < times.scheduled);
        QVERIFY(times.scheduled <= times.running);
        QVERIFY(times.running <= times.ready);
        const auto starting = static_cast<double>(times.ready - times.scheduled);
        QVERIFY(starting >= 0.8 * startup - 1 && starting <= 1.4 * startup);
        QVERIFY(times.scheduled - times.created <= 4);
    }
}

void TestPodKeeper::aFullClusterWaitsForANode()
{
    const PodTimes times = podTimes(7, u"a"_s, start, 10, true);
    QVERIFY(times.scheduled - times.created >= 46);
}

void TestPodKeeper::statusByPhase_data()
{
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("phase");
    QTest::addColumn<QString>("scheduled");
    QTest::addColumn<QString>("ready");
    QTest::newRow("waits for a node") << 1 << u"Pending"_s << u"False"_s << QString();
    QTest::newRow("initialising") << 2 << u"Pending"_s << u"True"_s << u"False"_s;
    QTest::newRow("running") << 5 << u"Running"_s << u"True"_s << u"False"_s;
    QTest::newRow("last moment") << 19 << u"Running"_s << u"True"_s << u"False"_s;
    QTest::newRow("ready") << 20 << u"Running"_s << u"True"_s << u"True"_s;
}

void TestPodKeeper::statusByPhase()
{
    QFETCH(const int, second);
    QFETCH(const QString, phase);
    QFETCH(const QString, scheduled);
    QFETCH(const QString, ready);
    const PodTimes times{start, start + 2, start + 5, start + 20};
    const QJsonObject status = podStatus(namedPod(u"u"_s, u"9"_s), times, start + second);
    QCOMPARE(status["phase"_L1].toString(), phase);
    QCOMPARE(conditionText(status, u"PodScheduled"_s), scheduled);
    QCOMPARE(conditionText(status, u"Ready"_s), ready);
    if (!ready.isEmpty()) {
        const QJsonValue container = status["containerStatuses"_L1][0];
        QCOMPARE(container["ready"_L1].toBool(), ready == "True"_L1);
        QCOMPARE(container["state"_L1].toObject().contains("running"_L1), phase == "Running"_L1);
    }
}

void TestPodKeeper::nonsenseAsStartupIsTheUsual_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a word") << u"soon"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("negative") << u"-5"_s;
}

void TestPodKeeper::nonsenseAsStartupIsTheUsual()
{
    QFETCH(const QString, text);
    PodKeeper keeper(7);
    ClusterView view;
    view.second = start;
    view.pods.insert(u"kotaemon/p"_s, namedPod(u"u"_s, text));
    QVERIFY(!keeper.step(view).changes.empty());
    const auto times = keeper.timesOf(u"u"_s);
    QVERIFY(times.has_value());
    QCOMPARE(*times, podTimes(7, u"p"_s, start, 8, false));
}

void TestPodKeeper::adoptedPodsKeepTheirPast()
{
    PodKeeper keeper(7);
    const PodTimes past{start - 9000, start - 8990, start - 8980, start - 8900};
    keeper.adopt(u"u"_s, past);
    ClusterView view;
    view.second = start;
    view.pods.insert(u"kotaemon/p"_s, namedPod(u"u"_s, u"9"_s));
    const ClusterPlan plan = keeper.step(view);
    QCOMPARE(*keeper.timesOf(u"u"_s), past);
    QCOMPARE(plan.changes.back().document["status"_L1]["startTime"_L1].toString(),
             timeText(past.scheduled));
    view.pods.clear();
    QVERIFY(keeper.step(view).changes.empty());
    QVERIFY(!keeper.timesOf(u"u"_s).has_value()); // nothing is remembered of what has gone
}

void TestPodKeeper::coldStartsCanBeMeasured()
{
    SmallCluster cluster;
    cluster.make(deploymentNamed(u"web"_s, 5));
    cluster.run(90);
    QCOMPARE(cluster.readyPods(), 5);
    for (const QJsonObject &pod : cluster.pods()) {
        const auto scheduled =
            secondOf(conditionOf(pod, u"PodScheduled"_s)["lastTransitionTime"_L1]);
        const auto ready = secondOf(conditionOf(pod, u"Ready"_s)["lastTransitionTime"_L1]);
        QVERIFY(scheduled && ready);
        QVERIFY(*ready - *scheduled >= 15 && *ready - *scheduled <= 28); // 20 s x 0.8 .. 1.4
        QVERIFY(!pod["spec"_L1]["nodeName"_L1].toString().isEmpty());
        QVERIFY(pod["status"_L1]["podIP"_L1].toString().startsWith(u"10.244."_s));
    }
    QCOMPARE(cluster.events(u"Scheduled"_s).size(), 5);
    QVERIFY(cluster.events(u"Started"_s).size() >= 5);
}

void TestPodKeeper::endingTakesItsTime()
{
    SmallCluster cluster;
    cluster.make(deploymentNamed(u"web"_s, 1));
    cluster.run(60);
    cluster.scale(u"deployments"_s, u"web"_s, 0);
    cluster.run(5);
    QCOMPARE(cluster.pods().size(), 1);
    QVERIFY(isBeingDeleted(cluster.pods().constFirst()));
    cluster.run(15);
    QCOMPARE(cluster.pods().size(), 0);
}

QTEST_GUILESS_MAIN(TestPodKeeper)
#include "tst_podkeeper.moc"
