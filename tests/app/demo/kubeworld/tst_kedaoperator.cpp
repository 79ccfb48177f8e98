// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterseed.h"
#include "kubeworld/kedaobject.h"
#include "smallcluster.h"

#include <QTest>

using namespace spillway;
using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

QJsonObject trigger(const QString &type, const QJsonObject &metadata,
                    const QString &metricType = {})
{
    QJsonObject made{{u"type"_s, type}, {u"metadata"_s, metadata}};
    if (!metricType.isEmpty()) {
        made.insert(u"metricType"_s, metricType);
    }
    return made;
}

QJsonObject queueTrigger()
{
    return trigger(
        u"rabbitmq"_s,
        {{u"queueName"_s, u"generation"_s}, {u"mode"_s, u"QueueLength"_s}, {u"value"_s, u"50"_s}});
}

QJsonObject scaledObject(int min, int max, const QJsonArray &triggers)
{
    return {{u"apiVersion"_s, u"keda.sh/v1alpha1"_s},
            {u"kind"_s, u"ScaledObject"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"kotaemon"_s}}},
            {u"spec"_s, QJsonObject{{u"scaleTargetRef"_s, QJsonObject{{u"name"_s, u"web"_s}}},
                                    {u"pollingInterval"_s, 15},
                                    {u"cooldownPeriod"_s, 60},
                                    {u"minReplicaCount"_s, min},
                                    {u"maxReplicaCount"_s, max},
                                    {u"triggers"_s, triggers}}}};
}

} // namespace

/// KEDA's part of the cluster: kedaobject and kedaoperator.
class TestKedaOperator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void makesItsAutoscaler();
    void followsTheQueue();
    void sleepsAndWakes();
    void newBoundsReachTheAutoscaler();
    void putsItsAutoscalerBack();
    void pauseTakesTheAutoscalerAway();
    void refusals_data();
    void refusals();
    void aRivalIsRefused();
    void readsTriggers();

private:
    [[nodiscard]] QJsonObject object() const
    {
        return m_cluster->get(u"keda.sh"_s, u"scaledobjects"_s, u"web"_s);
    }
    [[nodiscard]] QJsonObject autoscaler() const
    {
        return m_cluster->get(u"autoscaling"_s, u"horizontalpodautoscalers"_s, u"keda-hpa-web"_s);
    }
    [[nodiscard]] int replicas() const
    {
        return m_cluster->get(u"apps"_s, u"deployments"_s, u"web"_s)["spec"_L1]["replicas"_L1]
            .toInt();
    }
    void queue(double length)
    {
        m_cluster->given.known.insert(ClusterLoad::lengthOf(u"generation"_s), length);
    }

    std::unique_ptr<SmallCluster> m_cluster;
};

void TestKedaOperator::init()
{
    m_cluster = std::make_unique<SmallCluster>();
    const auto definitions = seedDefinitions();
    QVERIFY(definitions.ok());
    for (const QJsonObject &definition : *definitions) {
        m_cluster->make(definition);
    }
    m_cluster->make(deploymentNamed(u"web"_s, 1));
    queue(0);
}

void TestKedaOperator::makesItsAutoscaler()
{
    const QJsonObject made = m_cluster->make(scaledObject(1, 12, {queueTrigger()}));
    QVERIFY(!uidOf(made).isEmpty());
    m_cluster->run(30);
    const QJsonObject hpa = autoscaler();
    QCOMPARE(controllerUid(hpa), uidOf(made));
    QCOMPARE(hpa["spec"_L1]["maxReplicas"_L1].toInt(), 12);
    const QJsonValue metric = hpa["spec"_L1]["metrics"_L1][0]["external"_L1]["metric"_L1];
    QCOMPARE(metric["name"_L1].toString(), u"s0-rabbitmq-generation"_s);
    QCOMPARE(object()["status"_L1]["hpaName"_L1].toString(), u"keda-hpa-web"_s);
    QCOMPARE(conditionOf(object(), u"Ready"_s)["status"_L1].toString(), u"True"_s);
    QCOMPARE(m_cluster->events(u"ScaledObjectReady"_s).size(), 1);
}

void TestKedaOperator::followsTheQueue()
{
    m_cluster->make(scaledObject(1, 12, {queueTrigger()}));
    queue(240);
    m_cluster->run(120);
    QCOMPARE(replicas(), 5);
    QCOMPARE(m_cluster->readyPods(), 5);
    QCOMPARE(conditionOf(object(), u"Active"_s)["status"_L1].toString(), u"True"_s);
    QCOMPARE(autoscaler()["status"_L1]["desiredReplicas"_L1].toInt(), 5);
}

void TestKedaOperator::sleepsAndWakes()
{
    m_cluster->make(scaledObject(0, 12, {queueTrigger()}));
    m_cluster->run(600);
    QCOMPARE(replicas(), 0);
    QCOMPARE(m_cluster->pods().size(), 0);
    queue(1);
    m_cluster->run(30);
    QCOMPARE(replicas(), 1);
}

void TestKedaOperator::newBoundsReachTheAutoscaler()
{
    m_cluster->make(scaledObject(1, 4, {queueTrigger()}));
    queue(5000);
    m_cluster->run(120);
    QCOMPARE(replicas(), 4);
    m_cluster->patch(u"keda.sh"_s, u"scaledobjects"_s, u"web"_s,
                     {{u"spec"_s, QJsonObject{{u"maxReplicaCount"_s, 9}}}});
    m_cluster->run(120);
    QCOMPARE(autoscaler()["spec"_L1]["maxReplicas"_L1].toInt(), 9);
    QCOMPARE(replicas(), 9);
}

void TestKedaOperator::putsItsAutoscalerBack()
{
    m_cluster->make(scaledObject(1, 4, {queueTrigger()}));
    m_cluster->run(30);
    m_cluster->patch(u"autoscaling"_s, u"horizontalpodautoscalers"_s, u"keda-hpa-web"_s,
                     {{u"spec"_s, QJsonObject{{u"maxReplicas"_s, 50}}}});
    QCOMPARE(autoscaler()["spec"_L1]["maxReplicas"_L1].toInt(), 50);
    m_cluster->run(15);
    QCOMPARE(autoscaler()["spec"_L1]["maxReplicas"_L1].toInt(), 4);
}

void TestKedaOperator::pauseTakesTheAutoscalerAway()
{
    m_cluster->make(scaledObject(1, 9, {queueTrigger()}));
    queue(240);
    m_cluster->run(120);
    QCOMPARE(replicas(), 5);
    const QJsonObject pause{{u"autoscaling.keda.sh/paused-replicas"_s, u"2"_s}};
    m_cluster->patch(u"keda.sh"_s, u"scaledobjects"_s, u"web"_s,
                     {{u"metadata"_s, QJsonObject{{u"annotations"_s, pause}}}});
    m_cluster->run(60);
    QCOMPARE(replicas(), 2);
    QCOMPARE(autoscaler()["code"_L1].toInt(), 404);
    QCOMPARE(conditionOf(object(), u"Paused"_s)["status"_L1].toString(), u"True"_s);
    QCOMPARE(object()["status"_L1]["pausedReplicaCount"_L1].toInt(), 2);
}

void TestKedaOperator::refusals_data()
{
    QTest::addColumn<QJsonArray>("triggers");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown scaler") << QJsonArray{trigger(u"postgresql"_s, {})} << u"postgresql"_s;
    QTest::newRow("no threshold") << QJsonArray{trigger(u"prometheus"_s, {{u"query"_s, u"up"_s}})}
                                  << u"threshold"_s;
    QTest::newRow("threshold of zero")
        << QJsonArray{trigger(u"rabbitmq"_s, {{u"value"_s, u"0"_s}})} << u"value"_s;
    QTest::newRow("no time zone") << QJsonArray{trigger(u"cron"_s,
                                                        {{u"start"_s, u"0 8 * * *"_s},
                                                         {u"end"_s, u"0 9 * * *"_s},
                                                         {u"timezone"_s, u"Mars/Olympus"_s},
                                                         {u"desiredReplicas"_s, u"3"_s}})}
                                  << u"timezone"_s;
    QTest::newRow("cpu without a type")
        << QJsonArray{trigger(u"cpu"_s, {{u"value"_s, u"60"_s}})} << u"metricType"_s;
}

void TestKedaOperator::refusals()
{
    QFETCH(const QJsonArray, triggers);
    QFETCH(const QString, words);
    QVERIFY(!uidOf(m_cluster->make(scaledObject(1, 9, triggers))).isEmpty());
    m_cluster->run(30);
    const QJsonObject ready = conditionOf(object(), u"Ready"_s);
    QCOMPARE(ready["status"_L1].toString(), u"False"_s);
    QVERIFY2(ready["message"_L1].toString().contains(words),
             qPrintable(ready["message"_L1].toString()));
    QCOMPARE(autoscaler()["code"_L1].toInt(), 404);
    QCOMPARE(replicas(), 1);
}

void TestKedaOperator::aRivalIsRefused()
{
    m_cluster->make(cpuAutoscaler(u"web"_s, 1, 3));
    m_cluster->make(scaledObject(1, 9, {queueTrigger()}));
    m_cluster->run(30);
    QVERIFY(conditionOf(object(), u"Ready"_s)["message"_L1].toString().contains(
        u"already managed by the hpa 'web'"_s));
}

void TestKedaOperator::readsTriggers()
{
    const QJsonObject query{{u"query"_s, u"q"_s},
                            {u"threshold"_s, u"2.5"_s},
                            {u"activationThreshold"_s, u"7"_s},
                            {u"ignoreNullValues"_s, u"false"_s}};
    const QJsonObject hours{{u"start"_s, u"0 8 * * *"_s},
                            {u"end"_s, u"0 18 * * *"_s},
                            {u"timezone"_s, u"Asia/Shanghai"_s},
                            {u"desiredReplicas"_s, u"6"_s}};
    QJsonObject read = scaledObject(2, 30,
                                    {trigger(u"prometheus"_s, query, u"Value"_s),
                                     trigger(u"cpu"_s, {{u"value"_s, u"60"_s}}, u"Utilization"_s),
                                     trigger(u"cron"_s, hours)});
    const Result<KedaSpec> spec = kedaSpecFromJson(read);
    QVERIFY(spec.ok());
    QCOMPARE(spec->minReplicas, 2);
    QCOMPARE(spec->triggers.size(), std::size_t(3));
    QCOMPARE(spec->triggers[0].targetMilli, 2500);
    QCOMPARE(spec->triggers[0].activation, 7.0);
    QVERIFY(!spec->triggers[0].nullIsZero);
    QCOMPARE(spec->triggers[0].metricType, HpaMetric::TargetType::Value);
    QCOMPARE(*spec->triggers[1].resource->averageUtilization, 60);
    QCOMPARE(spec->triggers[2].cron->desiredReplicas, 6);
    QCOMPARE(metricNamesOf(read), (QStringList{u"s0-prometheus"_s, u"s2-cron"_s}));
    QJsonObject changed = read["spec"_L1].toObject();
    const QJsonObject modifiers{{u"formula"_s, u"max([a,b])"_s}};
    changed.insert(u"advanced"_s, QJsonObject{{u"scalingModifiers"_s, modifiers}});
    read.insert(u"spec"_s, changed);
    QVERIFY(!kedaSpecFromJson(read).ok());
}

QTEST_GUILESS_MAIN(TestKedaOperator)
#include "tst_kedaoperator.moc"
