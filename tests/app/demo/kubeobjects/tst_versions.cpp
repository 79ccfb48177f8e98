// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"
#include "kubeobjects/hpaversions.h"
#include "kubeobjects/jsontools.h"
#include "kubeobjects/versions.h"
#include "wirelog.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;
using namespace spillway::test;

namespace {

const ResourceType &autoscalers()
{
    return *findBuiltIn(u"autoscaling"_s, u"horizontalpodautoscalers"_s);
}

/// Texts in annotations that are JSON, as values: their order of keys is Go's.
QJsonObject withReadNotes(QJsonObject object)
{
    const QStringList path{u"metadata"_s, u"annotations"_s};
    QJsonObject notes = objectAt(object, path);
    for (const QString &key : notes.keys()) {
        const QJsonDocument read = QJsonDocument::fromJson(notes[key].toString().toUtf8());
        if (read.isArray()) {
            notes[key] = read.array();
        }
    }
    setAt(object, path, notes);
    return object;
}

} // namespace

/// One object in the words of another version.
class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAutoscalersAsRecorded_data();
    void showsAutoscalersAsRecorded();
    void bringsEachMetricBack_data();
    void bringsEachMetricBack();
    void takesTheFirstProcessorTarget();
    void survivesNotesThatAreNone();
    void renamesEventsAsRecorded();
    void fillsEventsOfTheOldGroup();
    void changesOnlyTheVersionOfCustomObjects();
    void startsEmpty();
};

void TestVersions::showsAutoscalersAsRecorded_data()
{
    QTest::addColumn<QString>("v2");
    QTest::addColumn<QString>("v1");
    QTest::newRow("new") << u"hpa.get"_s << u"hpa.get.v1"_s;
    QTest::newRow("with a status") << u"live.hpa.get"_s << u"live.hpa.get.v1"_s;
}

void TestVersions::showsAutoscalersAsRecorded()
{
    QFETCH(QString, v2);
    QFETCH(QString, v1);
    const QJsonObject fresh = recordedAnswer(v2);
    const QJsonObject old = recordedAnswer(v1);
    QCOMPARE(differences(withReadNotes(old),
                         withReadNotes(convertObject(autoscalers(), fresh, u"v2"_s, u"v1"_s))),
             QStringList());
    // What the old version has no fields for comes back from the annotations.
    QJsonObject back = convertObject(autoscalers(), old, u"v1"_s, u"v2"_s);
    QJsonObject expected = fresh;
    for (QJsonObject *object : {&back, &expected}) {
        if (valueAt(*object, {u"status"_s, u"currentReplicas"_s}) == QJsonValue(0)) {
            removeAt(*object, {u"status"_s, u"currentReplicas"_s}); // always written in v1 only
        }
    }
    QCOMPARE(differences(expected, back), QStringList());
    QCOMPARE(convertObject(autoscalers(), fresh, u"v2"_s, u"v2"_s), fresh);
}

void TestVersions::bringsEachMetricBack_data()
{
    QTest::addColumn<QByteArray>("metric");
    QTest::addColumn<QString>("inNotes"); ///< a word of the old version; empty: has a field
    QTest::newRow("cpu share") << QByteArray(
                                      R"({"type":"Resource","resource":{"name":"cpu",
            "target":{"type":"Utilization","averageUtilization":70}}})")
                               << QString();
    QTest::newRow("memory") << QByteArray(
                                   R"({"type":"Resource","resource":{"name":"memory",
            "target":{"type":"AverageValue","averageValue":"1Gi"}}})")
                            << u"targetAverageValue"_s;
    QTest::newRow("container")
        << QByteArray(
               R"({"type":"ContainerResource","containerResource":{"name":"cpu","container":"app",
            "target":{"type":"Utilization","averageUtilization":60}}})")
        << u"targetAverageUtilization"_s;
    QTest::newRow("pods")
        << QByteArray(
               R"({"type":"Pods","pods":{"metric":{"name":"q","selector":{"matchLabels":{"a":"b"}}},
            "target":{"type":"AverageValue","averageValue":"5"}}})")
        << u"metricName"_s;
    QTest::newRow("object")
        << QByteArray(
               R"({"type":"Object","object":{"describedObject":{"kind":"Service","name":"s"},
            "metric":{"name":"q"},"target":{"type":"Value","value":"10"}}})")
        << u"targetValue"_s;
    QTest::newRow("object, average")
        << QByteArray(
               R"({"type":"Object","object":{"describedObject":{"kind":"Service","name":"s"},
            "metric":{"name":"q"},"target":{"type":"AverageValue","averageValue":"10"}}})")
        << u"averageValue"_s;
    QTest::newRow("external")
        << QByteArray(
               R"({"type":"External","external":{"metric":{"name":"q","selector":{"matchLabels":{"a":"b"}}},
            "target":{"type":"Value","value":"100"}}})")
        << u"metricSelector"_s;
}

void TestVersions::bringsEachMetricBack()
{
    QFETCH(QByteArray, metric);
    QFETCH(QString, inNotes);
    QJsonObject fresh = json(R"({"metadata":{"name":"a"},"spec":{"maxReplicas":5},
                                 "status":{"desiredReplicas":0,"currentMetrics":null}})");
    setAt(fresh, {u"spec"_s, u"metrics"_s}, QJsonArray{json(metric)});
    const QJsonObject old = hpaToV1(fresh);
    const QString note = textAt(
        old, {u"metadata"_s, u"annotations"_s, u"autoscaling.alpha.kubernetes.io/metrics"_s});
    QCOMPARE(note.isEmpty(), inNotes.isEmpty());
    QVERIFY2(note.contains(inNotes), qPrintable(note));
    const QJsonObject back = hpaToV2(old);
    QCOMPARE(differences(fresh["spec"_L1], back["spec"_L1]), QStringList());
    QVERIFY(!objectAt(back, {u"metadata"_s}).contains("annotations"_L1));
}

void TestVersions::takesTheFirstProcessorTarget()
{
    const QJsonObject cpu = json(R"({"type":"Resource","resource":{"name":"cpu",
        "target":{"type":"Utilization","averageUtilization":70}}})");
    QJsonObject second = cpu;
    setAt(second, {u"resource"_s, u"target"_s, u"averageUtilization"_s}, 80);
    QJsonObject fresh;
    setAt(fresh, {u"spec"_s, u"metrics"_s}, QJsonArray{cpu, second});
    const QJsonObject old = hpaToV1(fresh);
    QCOMPARE(valueAt(old, {u"spec"_s, u"targetCPUUtilizationPercentage"_s}), QJsonValue(70));
    QCOMPARE(valueAt(hpaToV2(old), {u"spec"_s, u"metrics"_s}).toArray().size(), 2);
}

/// Anybody may write annotations.
void TestVersions::survivesNotesThatAreNone()
{
    const QJsonObject old = json(R"({"metadata":{"annotations":{"mine":"kept",
        "autoscaling.alpha.kubernetes.io/metrics":"[{",
        "autoscaling.alpha.kubernetes.io/behavior":"7",
        "autoscaling.alpha.kubernetes.io/current-metrics":"{}"}},"spec":{"maxReplicas":3}})");
    const QJsonObject fresh = hpaToV2(old);
    QCOMPARE(fresh["spec"_L1].toObject(), json(R"({"maxReplicas":3})"));
    QCOMPARE(objectAt(fresh, {u"metadata"_s, u"annotations"_s}), json(R"({"mine":"kept"})"));
    QCOMPARE(valueAt(fresh, {u"status"_s, u"currentMetrics"_s}), QJsonValue(QJsonValue::Null));
}

void TestVersions::renamesEventsAsRecorded()
{
    const QJsonArray fresh = recordedAnswer(u"event.list"_s)["items"_L1].toArray();
    const QJsonArray core = recordedAnswer(u"event.list.core"_s)["items"_L1].toArray();
    QVERIFY(!core.isEmpty());
    QCOMPARE(fresh.size(), core.size());
    for (qsizetype i = 0; i < core.size(); ++i) {
        QJsonObject shown = toNewEvent(core[i].toObject());
        QCOMPARE(shown.take("apiVersion"_L1).toString(), u"events.k8s.io/v1"_s);
        QCOMPARE(differences(fresh[i], shown), QStringList());
        QJsonObject back = toCoreEvent(fresh[i].toObject());
        QCOMPARE(back.take("apiVersion"_L1).toString(), u"v1"_s);
        QCOMPARE(differences(core[i], back), QStringList());
    }
}

void TestVersions::fillsEventsOfTheOldGroup()
{
    const QJsonObject core = toCoreEvent(json(R"({"note":"x","deprecatedCount":2})"));
    const QJsonObject expected = json(R"({"message":"x","count":2,"reportingComponent":"",
                                          "reportingInstance":"","apiVersion":"v1"})");
    QCOMPARE(core, expected);
    QVERIFY(!toNewEvent(core).contains("reportingController"_L1));
}

void TestVersions::changesOnlyTheVersionOfCustomObjects()
{
    ResourceType type;
    type.group = u"example.com"_s;
    type.kind = u"Thing"_s;
    type.custom = true;
    const QJsonObject thing = json(R"({"apiVersion":"example.com/v1","spec":{"size":0}})");
    const QJsonObject expected = json(R"({"apiVersion":"example.com/v2","spec":{"size":0}})");
    QCOMPARE(convertObject(type, thing, u"v1"_s, u"v2"_s), expected);
}

void TestVersions::startsEmpty()
{
    const QJsonObject expected = json(R"({"apiVersion":"autoscaling/v2",
        "kind":"HorizontalPodAutoscaler","metadata":{},
        "spec":{"scaleTargetRef":{"kind":"","name":""},"maxReplicas":0},
        "status":{"desiredReplicas":0,"currentMetrics":null}})");
    QCOMPARE(differences(expected, emptyObject(autoscalers(), u"v2"_s)), QStringList());
}

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
