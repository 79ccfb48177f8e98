// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcluster.h"

#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

QJsonObject withMetric(QJsonObject hpa, const QString &type, const QString &field,
                       const QJsonObject &metric)
{
    QJsonObject spec = hpa["spec"_L1].toObject();
    spec.insert(u"metrics"_s, QJsonArray{QJsonObject{{u"type"_s, type}, {field, metric}}});
    hpa.insert(u"spec"_s, spec);
    return hpa;
}

QJsonObject averageOf(const QString &value)
{
    return {{u"type"_s, u"AverageValue"_s}, {u"averageValue"_s, value}};
}

/// A cluster with the deployment web, and an autoscaler of the same name if its bounds are given.
class WebCluster : public SmallCluster
{
public:
    explicit WebCluster(int replicas) { make(deploymentNamed(u"web"_s, replicas)); }
    WebCluster(int replicas, int min, int max)
        : WebCluster(replicas)
    {
        make(cpuAutoscaler(u"web"_s, min, max));
    }

    void runUnder(double load, std::int64_t seconds)
    {
        cores = load;
        run(seconds);
    }
    void setMaximum(int most)
    {
        patch(u"autoscaling"_s, u"horizontalpodautoscalers"_s, u"web"_s,
              {{u"spec"_s, QJsonObject{{u"maxReplicas"_s, most}}}});
    }

    [[nodiscard]] QJsonObject autoscaler(const QString &name = u"web"_s) const
    {
        return get(u"autoscaling"_s, u"horizontalpodautoscalers"_s, name);
    }
    [[nodiscard]] QString reason(const QString &condition, const QString &name = u"web"_s) const
    {
        return conditionOf(autoscaler(name), condition)["reason"_L1].toString();
    }
    [[nodiscard]] int statusNumber(QLatin1StringView field) const
    {
        return autoscaler()["status"_L1][field].toInt(-1);
    }
    /// What the autoscaler says of its only metric.
    [[nodiscard]] QJsonValue current(QLatin1StringView source) const
    {
        return autoscaler()["status"_L1]["currentMetrics"_L1][0][source]["current"_L1];
    }
    [[nodiscard]] int wantedReplicas() const
    {
        return get(u"apps"_s, u"deployments"_s, u"web"_s)["spec"_L1]["replicas"_L1].toInt(-1);
    }
};

} // namespace

/// The HorizontalPodAutoscaler controller on a small cluster: hpareconciler, hpaparts, clusterload.
class TestHpaReconciler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void loadMakesReplicas();
    void statusSaysWhatItSees();
    void aHigherMaximumIsUsed();
    void aLowerMaximumCutsAtOnce();
    void quietLoadScalesDownLate();
    void podsMetricsCount();
    void externalMetricsCount();
    void failures_data();
    void failures();
    void zeroReplicasSwitchItOff();
    void twoAutoscalersStopEachOther();
    void queries_data();
    void queries();
};

void TestHpaReconciler::loadMakesReplicas()
{
    WebCluster cluster(2, 2, 10);
    cluster.run(400);
    QCOMPARE(cluster.readyPods(), 2);
    cluster.runUnder(2.1, 120); // 70 % of 500 m is 0.35: six pods
    QCOMPARE(cluster.readyPods(), 6);
    const QStringList rescales = cluster.events(u"SuccessfulRescale"_s);
    QVERIFY2(!rescales.filter(u"cpu resource utilization (percentage of request) above target"_s)
                  .isEmpty(),
             qPrintable(rescales.join(u'\n')));
    QCOMPARE(cluster.wantedReplicas(), 6);
}

void TestHpaReconciler::statusSaysWhatItSees()
{
    WebCluster cluster(2, 2, 10);
    cluster.runUnder(0.7, 420);
    QCOMPARE(cluster.statusNumber("currentReplicas"_L1), 2);
    QCOMPARE(cluster.statusNumber("desiredReplicas"_L1), 2);
    const QJsonValue current = cluster.current("resource"_L1);
    QCOMPARE(current["averageUtilization"_L1].toInt(), 70);
    QCOMPARE(current["averageValue"_L1].toString(), u"350m"_s);
    QCOMPARE(cluster.reason(u"AbleToScale"_s), u"ReadyForNewScale"_s);
    QCOMPARE(cluster.reason(u"ScalingActive"_s), u"ValidMetricFound"_s);
    QCOMPARE(cluster.reason(u"ScalingLimited"_s), u"DesiredWithinRange"_s);
    QCOMPARE(conditionOf(cluster.autoscaler(), u"ScalingLimited"_s)["status"_L1].toString(),
             u"False"_s);
}

void TestHpaReconciler::aHigherMaximumIsUsed()
{
    WebCluster cluster(2, 2, 3);
    cluster.runUnder(4, 400);
    QCOMPARE(cluster.readyPods(), 3);
    QCOMPARE(cluster.reason(u"ScalingLimited"_s), u"TooManyReplicas"_s);
    cluster.setMaximum(8);
    cluster.run(120);
    QCOMPARE(cluster.readyPods(), 8);
}

void TestHpaReconciler::aLowerMaximumCutsAtOnce()
{
    WebCluster cluster(6, 2, 6);
    cluster.runUnder(2.1, 60);
    cluster.setMaximum(4);
    cluster.run(30);
    QCOMPARE(cluster.readyPods(), 4);
    QVERIFY(cluster.events(u"SuccessfulRescale"_s)
                .contains(u"New size: 4; reason: Current number of replicas above "
                          "Spec.MaxReplicas"_s));
}

void TestHpaReconciler::quietLoadScalesDownLate()
{
    WebCluster cluster(6, 2, 10);
    cluster.runUnder(2.1, 600);
    QCOMPARE(cluster.readyPods(), 6);
    cluster.runUnder(0.5, 240); // less than the stabilisation of five minutes
    QCOMPARE(cluster.readyPods(), 6);
    QCOMPARE(cluster.reason(u"AbleToScale"_s), u"ScaleDownStabilized"_s);
    cluster.run(180);
    QCOMPARE(cluster.readyPods(), 2);
    QVERIFY(cluster.events(u"SuccessfulRescale"_s)
                .contains(u"New size: 2; reason: All metrics below target"_s));
}

void TestHpaReconciler::podsMetricsCount()
{
    WebCluster cluster(1);
    cluster.run(60);
    cluster.given.pods[keyOf(cluster.pods().constFirst())].metrics.insert(
        u"http_requests_per_second"_s, 250);
    cluster.make(withMetric(cpuAutoscaler(u"web"_s, 1, 10), u"Pods"_s, u"pods"_s,
                            {{u"metric"_s, QJsonObject{{u"name"_s, u"http_requests_per_second"_s}}},
                             {u"target"_s, averageOf(u"100"_s)}}));
    cluster.run(15);
    QCOMPARE(cluster.statusNumber("desiredReplicas"_L1), 3);
    QCOMPARE(cluster.current("pods"_L1)["averageValue"_L1].toString(), u"250"_s);
}

void TestHpaReconciler::externalMetricsCount()
{
    WebCluster cluster(1);
    cluster.run(60);
    const QJsonObject selector{{u"matchLabels"_s, QJsonObject{{u"queue"_s, u"generation"_s}}}};
    cluster.given.known.insert(ClusterLoad::lengthOf(u"generation"_s), 180);
    cluster.make(
        withMetric(cpuAutoscaler(u"web"_s, 1, 10), u"External"_s, u"external"_s,
                   {{u"metric"_s, QJsonObject{{u"name"_s, u"rabbitmq_queue_messages_ready"_s},
                                              {u"selector"_s, selector}}},
                    {u"target"_s, averageOf(u"50"_s)}}));
    cluster.run(15);
    QCOMPARE(cluster.statusNumber("desiredReplicas"_L1), 4);
    QCOMPARE(cluster.wantedReplicas(), 4);
}

void TestHpaReconciler::failures_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no such workload")
        << u"nobody"_s << u"cpu"_s << u"AbleToScale"_s << u"FailedGetScale"_s;
    QTest::newRow("no samples") << u"web"_s << u"cpu"_s << u"ScalingActive"_s
                                << u"FailedGetResourceMetric"_s;
    QTest::newRow("no such resource")
        << u"web"_s << u"memory"_s << u"ScalingActive"_s << u"FailedGetResourceMetric"_s;
}

void TestHpaReconciler::failures()
{
    QFETCH(const QString, target);
    QFETCH(const QString, metric);
    QFETCH(const QString, condition);
    QFETCH(const QString, reason);
    WebCluster cluster(1);
    const QJsonObject aim{{u"type"_s, u"Utilization"_s}, {u"averageUtilization"_s, 70}};
    cluster.make(withMetric(cpuAutoscaler(target, 1, 5), u"Resource"_s, u"resource"_s,
                            {{u"name"_s, metric}, {u"target"_s, aim}}));
    cluster.run(15);
    QCOMPARE(cluster.reason(condition, target), reason);
    QCOMPARE(conditionOf(cluster.autoscaler(target), condition)["status"_L1].toString(),
             u"False"_s);
    QCOMPARE(cluster.events(reason).size(), 1);
    cluster.run(60);
    QCOMPARE(cluster.events(reason).size(), 1); // counted, not repeated
}

void TestHpaReconciler::zeroReplicasSwitchItOff()
{
    WebCluster cluster(0, 2, 5);
    cluster.runUnder(3, 60);
    QCOMPARE(cluster.pods().size(), 0);
    QCOMPARE(cluster.reason(u"ScalingActive"_s), u"ScalingDisabled"_s);
}

void TestHpaReconciler::twoAutoscalersStopEachOther()
{
    WebCluster cluster(1, 3, 5);
    QJsonObject second = cpuAutoscaler(u"web"_s, 4, 6);
    second.insert(u"metadata"_s,
                  QJsonObject{{u"name"_s, u"other"_s}, {u"namespace"_s, u"kotaemon"_s}});
    cluster.make(second);
    cluster.run(60);
    QCOMPARE(cluster.pods().size(), 1);
    for (const QString &name : {u"web"_s, u"other"_s}) {
        QCOMPARE(cluster.reason(u"ScalingActive"_s, name), u"AmbiguousSelector"_s);
    }
}

void TestHpaReconciler::queries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<double>("value"); // negative: no answer
    QTest::newRow("rate of a job")
        << u"sum(rate(http_requests_total{job=\"rag-worker\"}[2m]))"_s << 420.0;
    QTest::newRow("with blanks")
        << u" sum( rate ( http_requests_total{ job = \"rag-worker\" } [5m] ) )\n"_s << 420.0;
    QTest::newRow("a queue") << u"rabbitmq_queue_messages_ready{queue=\"generation\"}"_s << 31.0;
    QTest::newRow("the sum of a queue")
        << u"sum(rabbitmq_queue_messages_ready{queue=\"generation\"})"_s << 31.0;
    QTest::newRow("nobody's job") << u"sum(rate(http_requests_total{job=\"x\"}[2m]))"_s << -1.0;
    QTest::newRow("another metric") << u"sum(rate(errors_total{job=\"rag-worker\"}[2m]))"_s << -1.0;
    QTest::newRow("more than one term")
        << u"sum(rate(http_requests_total{job=\"rag-worker\"}[2m])) * 2"_s << -1.0;
    QTest::newRow("empty") << QString() << -1.0;
}

void TestHpaReconciler::queries()
{
    QFETCH(const QString, query);
    QFETCH(const double, value);
    ClusterLoad load;
    load.known.insert(ClusterLoad::requestsOf(u"rag-worker"_s), 420);
    load.known.insert(ClusterLoad::lengthOf(u"generation"_s), 31);
    QCOMPARE(load.answer(query).value_or(-1), value);
}

QTEST_GUILESS_MAIN(TestHpaReconciler)
#include "tst_hpareconciler.moc"
