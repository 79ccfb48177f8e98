// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/openapiv2.h"
#include "serverrequests.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

/// Each "$ref" of a value.
QStringList references(const QJsonValue &value)
{
    QStringList found;
    if (value.isArray()) {
        for (const QJsonValue each : value.toArray()) {
            found += references(each);
        }
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "$ref"_L1 && it.value().isString()) {
            found.append(it.value().toString());
        } else {
            found += references(it.value());
        }
    }
    return found;
}

} // namespace

/// What old clients of the API read. That kubectl understands it is for tst_kubectl to see.
class TestOpenApiV2 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void referencesLeadSomewhere();
    void patchesTakeDryRuns();
    void everyKindOnce();
    void nothingOfV3IsLeft();
    void fieldNumbers();
    void formOfTheAnswer_data();
    void formOfTheAnswer();

private:
    ServerState m_state;
};

void TestOpenApiV2::referencesLeadSomewhere()
{
    const QJsonObject document = openApiV2Document(*m_state.types.table());
    const QJsonObject definitions = document["definitions"_L1].toObject();
    QStringList all = references(definitions);
    all.removeDuplicates();
    QVERIFY(all.size() > 50);
    for (const QString &reference : std::as_const(all)) {
        QVERIFY2(reference.startsWith("#/definitions/"_L1), qPrintable(reference));
        QVERIFY2(definitions.contains(reference.mid(14)), qPrintable(reference));
    }
}

void TestOpenApiV2::patchesTakeDryRuns()
{
    const QJsonObject document = openApiV2Document(*m_state.types.table());
    const QJsonValue patch = document["paths"_L1]["/apis/autoscaling/v2/namespaces/{namespace}/"
                                                  "horizontalpodautoscalers/{name}"_L1]["patch"_L1];
    QCOMPARE(patch["x-kubernetes-group-version-kind"_L1]["kind"_L1].toString(),
             u"HorizontalPodAutoscaler"_s);
    QStringList names;
    for (const QJsonValue parameter : patch["parameters"_L1].toArray()) {
        QCOMPARE(parameter["in"_L1].toString(), u"query"_s);
        names.append(parameter["name"_L1].toString());
    }
    QVERIFY(names.contains(u"dryRun"_s));
}

void TestOpenApiV2::everyKindOnce()
{
    const QJsonObject definitions =
        openApiV2Document(*m_state.types.table())["definitions"_L1].toObject();
    QMap<QString, int> kinds;
    for (const QJsonValue schema : definitions) {
        const QJsonArray marks = schema["x-kubernetes-group-version-kind"_L1].toArray();
        if (marks.size() == 1) {
            const QString group = marks.first()["group"_L1].toString();
            ++kinds[group + u'/' + marks.first()["kind"_L1].toString() + u'/' +
                    marks.first()["version"_L1].toString()];
        }
    }
    QCOMPARE(kinds.value(u"/ConfigMap/v1"_s), 1);
    QCOMPARE(kinds.value(u"apps/Deployment/v1"_s), 1);
    QCOMPARE(kinds.value(u"autoscaling/HorizontalPodAutoscaler/v2"_s), 1);
    QCOMPARE(kinds.value(u"batch/CronJob/v1"_s), 1);
}

void TestOpenApiV2::nothingOfV3IsLeft()
{
    const QByteArray text = QJsonDocument(openApiV2Document(*m_state.types.table())).toJson();
    QVERIFY(!text.contains("components/schemas"));
}

/// As protoc reads them without knowing the format: field numbers are those of OpenAPIv2.proto.
void TestOpenApiV2::fieldNumbers()
{
    const QJsonObject parameter{
        {u"name"_s, u"dryRun"_s}, {u"in"_s, u"query"_s}, {u"type"_s, u"string"_s}};
    const QJsonObject patch{{u"parameters"_s, QJsonArray{parameter}},
                            {u"x-kubernetes-action"_s, u"patch"_s}};
    const QJsonObject schema{
        {u"type"_s, u"object"_s},
        {u"description"_s, u"about"_s},
        {u"required"_s, QJsonArray{u"r"_s}},
        {u"additionalProperties"_s, QJsonObject{{u"$ref"_s, u"#/definitions/M"_s}}},
        {u"items"_s, QJsonObject{{u"format"_s, u"int32"_s}}},
        {u"properties"_s, QJsonObject{{u"r"_s, QJsonObject{{u"type"_s, u"integer"_s}}}}}};
    const QByteArray bytes =
        openApiV2Protobuf({{u"swagger"_s, u"2.0"_s},
                           {u"info"_s, QJsonObject{{u"title"_s, u"T"_s}, {u"version"_s, u"V"_s}}},
                           {u"paths"_s, QJsonObject{{u"/p"_s, QJsonObject{{u"patch"_s, patch}}}}},
                           {u"definitions"_s, QJsonObject{{u"D"_s, schema}}}});
    QProcess protoc;
    protoc.start(u"protoc"_s, {u"--decode_raw"_s});
    QVERIFY2(protoc.waitForStarted(60'000), "is protobuf-compiler installed?");
    protoc.write(bytes);
    protoc.closeWriteChannel();
    QVERIFY(protoc.waitForFinished(60'000));
    const QString read = QString::fromUtf8(protoc.readAllStandardOutput()).simplified();
    QCOMPARE(read,
             u"1: \"2.0\" 2 { 1: \"T\" 2: \"V\" } "
             u"8 { 2 { 1: \"/p\" 2 { 8 { 8 { 1 { 2 { 3 { 2: \"query\" 4: \"dryRun\" "
             u"6: \"string\" } } } } 13 { 1: \"x-kubernetes-action\" 2 { 2: \"\\\"patch\\\"\" } } "
             u"} } } } "
             u"9 { 1 { 1: \"D\" 2 { 4: \"about\" 19: \"r\" 21 { 1 { 1: \"#/definitions/M\" } } "
             u"22 { 1: \"object\" } 23 { 1 { 2: \"int32\" } } "
             u"25 { 1 { 1: \"r\" 2 { 22 { 1: \"integer\" } } } } } } }"_s);
}

void TestOpenApiV2::formOfTheAnswer_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("type");
    const QByteArray protobuf = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
    QTest::newRow("anything") << QByteArray("*/*") << QByteArray("application/json");
    QTest::newRow("kubectl") << QByteArray(
                                    "application/com.github.proto-openapi.spec.v2@v1.0+protobuf")
                             << protobuf;
    QTest::newRow("the valid name") << protobuf << protobuf;
}

void TestOpenApiV2::formOfTheAnswer()
{
    QFETCH(const QByteArray, accept);
    ApiRequest request = requestOf("GET", "/openapi/v2");
    request.headers.insert("accept", accept);
    const ApiAnswer answer = answerTrusted(m_state, request);
    QCOMPARE(answer.status, 200);
    QTEST(answer.rawType, "type");
    QCOMPARE(QJsonDocument::fromJson(answer.raw).isObject(), answer.rawType == "application/json");
}

QTEST_GUILESS_MAIN(TestOpenApiV2)
#include "tst_openapiv2.moc"
