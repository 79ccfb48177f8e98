// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/bodyreader.h"
#include "kubeobjects/goobject.h"
#include "kubeobjects/hpaversions.h"
#include "kubeobjects/jsontools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

const SchemaNode &schema(const QString &group, const QString &version, const QString &kind)
{
    return *OpenApiSchema::shipped().kind({group, version, kind});
}

} // namespace

/// From bytes to the values that the server keeps.
class TestDecoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesQuantitiesInCanonicalForm_data();
    void writesQuantitiesInCanonicalForm();
    void readsYaml_data();
    void readsYaml();
    void findsRepeatedKeys_data();
    void findsRepeatedKeys();
    void tellsWhyJsonIsNone_data();
    void tellsWhyJsonIsNone();
    void decodesTypedObjects_data();
    void decodesTypedObjects();
    void cutsNumbersOfTheApplyPath();
    void fillsZeroValues();
    void tellsEmptyFromMissing_data();
    void tellsEmptyFromMissing();
    void prunesCustomObjects();
    void convertsAutoscalers();
    void quotesAsGoDoes();
};

void TestDecoding::writesQuantitiesInCanonicalForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char *text, const char *canonical) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(canonical);
    };
    row("0.5", "500m");
    row("1024Mi", "1Gi");
    row("1000m", "1");
    row("1e3", "1e3");
    row("1.5Gi", "1536Mi");
    row("0.5Gi", "512Mi");
    row("100000", "100k");
    row("1500m", "1500m");
    row("-1500m", "-1500m");
    row("0", "0");
    row("0Mi", "0");
    row("1023", "1023");
    row("1000Ki", "1000Ki");
    row("12E", "12E");
    row("1E3", "1e3");
    row(".5", "500m");
    row("5.", "5");
    row("+5", "5");
    row("1u", "1u");
    row("0.1n", "1n");
    row("", "");
    row("5 rps", "");
    row("1ki", "");
    row("1.2.3", "");
    row("Gi", "");
    row("--1", "");
    row("99999999999999999999999999999999999999999999", "");
}

void TestDecoding::writesQuantitiesInCanonicalForm()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    QCOMPARE(canonicalQuantity(text), canonical);
}

void TestDecoding::readsYaml_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("json") << QByteArray(R"({"a": [1, "x", null]})")
                          << QByteArray(R"({"a":[1,"x",null]})");
    QTest::newRow("yaml 1.1 words") << QByteArray("a: yes\nb: off\nc: 'yes'\nd: ~\n")
                                    << QByteArray(R"({"a":true,"b":false,"c":"yes","d":null})");
    QTest::newRow("numbers") << QByteArray("a: 0x10\nb: 1.5\nc: 1e3\nd: -3\ne: \"5\"\n")
                             << QByteArray(R"({"a":16,"b":1.5,"c":1000,"d":-3,"e":"5"})");
    QTest::newRow("first document only")
        << QByteArray("a: 1\n---\na: 2\n") << QByteArray(R"({"a":1})");
    QTest::newRow("a cron schedule is a text")
        << QByteArray("s: \"0 8 * * 1-5\"\n") << QByteArray(R"({"s":"0 8 * * 1-5"})");
    QTest::newRow("block") << QByteArray("a: |\n  x\n  y\n") << QByteArray(R"({"a":"x\ny\n"})");
}

void TestDecoding::readsYaml()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);
    const Body body = readYaml(text);
    QCOMPARE(body.error, QString());
    QCOMPARE(body.value.toObject(), json(value));
}

void TestDecoding::findsRepeatedKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    QTest::newRow("json") << QByteArray(R"({"spec": {"a": 1, "b": "}", "a": 2}})") << u"spec.a"_s
                          << 1;
    QTest::newRow("json in a list")
        << QByteArray("{\"x\": [{}, {\"a\": 1,\n\"a\": 2}]}") << u"x[1].a"_s << 2;
    QTest::newRow("yaml") << QByteArray("spec:\n  a: 1\n  b: 2\n  a: 3\n") << u"spec.a"_s << 4;
    QTest::newRow("escaped quote") << QByteArray(R"({"a\"b": 1, "a\"b": 2})") << u"a\"b"_s << 1;
}

void TestDecoding::findsRepeatedKeys()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    QFETCH(int, line);
    const Body body = readYaml(text);
    QCOMPARE(body.repeated.size(), 1U);
    QCOMPARE(body.repeated.front().path, path);
    QCOMPARE(body.repeated.front().line, line);
}

void TestDecoding::tellsWhyJsonIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("empty") << QByteArray() << u"unexpected end of JSON input"_s;
    QTest::newRow("cut") << QByteArray(R"({"a":)") << u"unexpected end of JSON input"_s;
}

void TestDecoding::tellsWhyJsonIsNone()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    QCOMPARE(readJson(text).error, error);
    QVERIFY(!readYaml("{a: [").error.isEmpty());
}

void TestDecoding::decodesTypedObjects_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QStringList>("unknown");
    const QString prefix = u"json: cannot unmarshal "_s;
    const QString field = u" into Go struct field HorizontalPodAutoscalerSpec.spec."_s;
    QTest::newRow("fine") << QByteArray(R"({"spec":{"maxReplicas":3}})") << QString()
                          << QStringList();
    QTest::newRow("text") << QByteArray(R"({"spec":{"maxReplicas":"six"}})")
                          << QString(prefix + u"string"_s + field + u"maxReplicas of type int32"_s)
                          << QStringList();
    QTest::newRow("too large") << QByteArray(R"({"spec":{"maxReplicas":4294967302}})")
                               << QString(prefix + u"number 4294967302"_s + field +
                                          u"maxReplicas of type int32"_s)
                               << QStringList();
    QTest::newRow("unknown") << QByteArray(R"({"metadata":{"lables":{}},"spec":{"maxReplica":3}})")
                             << QString()
                             << QStringList{u"metadata.lables"_s, u"spec.maxReplica"_s};
    QTest::newRow("unknown in a list") << QByteArray(R"({"spec":{"metrics":[{"typ":"Pods"}]}})")
                                       << QString() << QStringList{u"spec.metrics[0].typ"_s};
}

void TestDecoding::decodesTypedObjects()
{
    QFETCH(QByteArray, sent);
    QFETCH(QString, error);
    QFETCH(QStringList, unknown);
    const DecodedObject decoded =
        decodeTyped(schema(u"autoscaling"_s, u"v2"_s, u"HorizontalPodAutoscaler"_s), json(sent),
                    DecodeMode::Json);
    QCOMPARE(decoded.error, error);
    QCOMPARE(decoded.unknown, unknown);
}

void TestDecoding::cutsNumbersOfTheApplyPath()
{
    const SchemaNode &hpa = schema(u"autoscaling"_s, u"v2"_s, u"HorizontalPodAutoscaler"_s);
    const auto applied = [&hpa](const QByteArray &text) {
        return decodeTyped(hpa, json(text), DecodeMode::Unstructured);
    };
    QCOMPARE(valueAt(applied(R"({"spec":{"maxReplicas":4294967302}})").object,
                     {u"spec"_s, u"maxReplicas"_s}),
             QJsonValue(6));
    QCOMPARE(applied(R"({"spec":{"maxReplicas":6.5}})").error,
             u"cannot convert float64 to int32"_s);
    QVERIFY(applied(R"({"spec":{"metrics":[{"pods":{"target":{"averageValue":"5 rps"}}}]}})")
                .error.startsWith("quantities must match"_L1));
}

void TestDecoding::fillsZeroValues()
{
    const SchemaNode &hpa = schema(u"autoscaling"_s, u"v2"_s, u"HorizontalPodAutoscaler"_s);
    QCOMPARE(decodeTyped(hpa, {}, DecodeMode::Json).object,
             json(R"({"metadata":{},"spec":{"scaleTargetRef":{"kind":"","name":""},
                      "maxReplicas":0},"status":{"desiredReplicas":0,"currentMetrics":null}})"));
    // Pointers keep a zero, plain optional values do not.
    const SchemaNode &deployment = schema(u"apps"_s, u"v1"_s, u"Deployment"_s);
    const QJsonObject spec =
        decodeTyped(deployment, json(R"({"spec":{"replicas":0,"minReadySeconds":0}})"),
                    DecodeMode::Json)
            .object["spec"_L1]
            .toObject();
    QVERIFY(spec.contains("replicas"_L1));
    QVERIFY(!spec.contains("minReadySeconds"_L1));
}

void TestDecoding::tellsEmptyFromMissing_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QJsonValue>("decoded");
    QTest::addColumn<QJsonValue>("stored");
    const QJsonValue nothing{QJsonValue::Null};
    QTest::newRow("missing") << QByteArray("{}") << nothing << nothing;
    QTest::newRow("null") << QByteArray(R"({"endpoints":null})") << nothing << nothing;
    QTest::newRow("empty") << QByteArray(R"({"endpoints":[]})") << QJsonValue(QJsonArray())
                           << nothing;
    const QJsonObject conditions; // a struct, which Go always writes
    const QJsonArray one{
        QJsonObject{{"addresses"_L1, QJsonArray{"10.0.0.1"_L1}}, {"conditions"_L1, conditions}}};
    QTest::newRow("one") << QByteArray(R"({"endpoints":[{"addresses":["10.0.0.1"]}]})")
                         << QJsonValue(one) << QJsonValue(one);
    const QJsonArray bare{
        QJsonObject{{"addresses"_L1, QJsonArray()}, {"conditions"_L1, conditions}}};
    const QJsonArray bareStored{
        QJsonObject{{"addresses"_L1, nothing}, {"conditions"_L1, conditions}}};
    QTest::newRow("empty inside") << QByteArray(R"({"endpoints":[{"addresses":[]}]})")
                                  << QJsonValue(bare) << QJsonValue(bareStored);
}

/// A decoder tells an empty required list from none, the store does not.
void TestDecoding::tellsEmptyFromMissing()
{
    QFETCH(QByteArray, sent);
    QFETCH(QJsonValue, decoded);
    QFETCH(QJsonValue, stored);
    const SchemaNode &slice = schema(u"discovery.k8s.io"_s, u"v1"_s, u"EndpointSlice"_s);
    for (const DecodeMode mode : {DecodeMode::Json, DecodeMode::Unstructured}) {
        const QJsonObject object = decodeTyped(slice, json(sent), mode).object;
        QCOMPARE(object["endpoints"_L1], decoded);
        QVERIFY(!object.contains("ports"_L1)); // optional
        QCOMPARE(asReadBack(slice, object)["endpoints"_L1], stored);
        QCOMPARE(asReadBack(slice, object)["metadata"_L1], object["metadata"_L1]);
    }
}

void TestDecoding::prunesCustomObjects()
{
    const SchemaNode &scaled = schema(u"keda.sh"_s, u"v1alpha1"_s, u"ScaledObject"_s);
    const DecodedObject decoded =
        decodeCustom(scaled, json(R"({"metadata":{"name":"a","x":1},"spec":{"maxReplicas":5,
                         "fallback":{"failureThreshold":3,"replicas":2},
                         "triggers":[{"type":"cron","metricTyp":"x"}]}})"));
    QStringList unknown = decoded.unknown;
    unknown.sort();
    QCOMPARE(unknown, (QStringList{u"metadata.x"_s, u"spec.maxReplicas"_s,
                                   u"spec.triggers[0].metricTyp"_s}));
    QCOMPARE(textAt(decoded.object, {u"spec"_s, u"fallback"_s, u"behavior"_s}), u"static"_s);
    QVERIFY(!objectAt(decoded.object, {u"spec"_s}).contains("maxReplicas"_L1));
}

void TestDecoding::convertsAutoscalers()
{
    const QJsonObject v2 = json(R"({"metadata":{"name":"a"},"spec":{"maxReplicas":5,
        "metrics":[{"type":"Resource","resource":{"name":"cpu",
                    "target":{"type":"Utilization","averageUtilization":70}}},
                   {"type":"External","external":{"metric":{"name":"q"},
                    "target":{"type":"AverageValue","averageValue":"5"}}}],
        "behavior":{"scaleDown":{"selectPolicy":"Max","policies":[
                    {"type":"Percent","value":50,"periodSeconds":60}]}}},
        "status":{"desiredReplicas":2,"currentMetrics":null}})");
    const QJsonObject v1 = hpaToV1(v2);
    QCOMPARE(valueAt(v1, {u"spec"_s, u"targetCPUUtilizationPercentage"_s}), QJsonValue(70));
    QVERIFY(!objectAt(v1, {u"spec"_s}).contains("metrics"_L1));
    QVERIFY(
        textAt(v1, {u"metadata"_s, u"annotations"_s, u"autoscaling.alpha.kubernetes.io/behavior"_s})
            .contains("\"PeriodSeconds\":60"_L1));
    const QJsonObject back = hpaToV2(v1);
    QCOMPARE(objectAt(back, {u"spec"_s, u"behavior"_s}), objectAt(v2, {u"spec"_s, u"behavior"_s}));
    const QJsonArray metrics = valueAt(back, {u"spec"_s, u"metrics"_s}).toArray();
    QCOMPARE(metrics.size(), 2);
    for (const QJsonValue &metric : valueAt(v2, {u"spec"_s, u"metrics"_s}).toArray()) {
        QVERIFY(metrics.contains(metric));
    }
    QVERIFY(!objectAt(back, {u"metadata"_s}).contains("annotations"_L1));
}

void TestDecoding::quotesAsGoDoes()
{
    QCOMPARE(goQuoted(u"a\"b\\c\td\n"_s), u"\"a\\\"b\\\\c\\td\\n\""_s);
    QCOMPARE(goQuoted(QString(QChar(1))), u"\"\\x01\""_s);
    QCOMPARE(goJson(QJsonObject{{"b"_L1, 1}, {"a"_L1, "<x>"_L1}}),
             u"{\"a\":\"\\u003cx\\u003e\",\"b\":1}"_s);
}

QTEST_GUILESS_MAIN(TestDecoding)
#include "tst_decoding.moc"
