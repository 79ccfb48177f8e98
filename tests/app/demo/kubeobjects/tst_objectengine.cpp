// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/jsontools.h"
#include "kubeobjects/objectengine.h"
#include "kubeobjects/objecttable.h"

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

WriteContext context()
{
    WriteContext made;
    made.now = QDateTime(QDate(2026, 11, 11), QTime(0, 0), Qt::UTC);
    made.newUid = [] { return u"uid-1"_s; };
    made.suffix = [] { return u"abcde"_s; };
    return made;
}

WriteRequest applyOf(const QByteArray &body, const QString &manager,
                     const QString &version = u"v1"_s)
{
    WriteRequest request;
    request.version = version;
    request.nameSpace = u"shop"_s;
    request.name = u"a"_s;
    request.contentType = u"application/apply-patch+yaml"_s;
    request.query.addQueryItem(u"fieldManager"_s, manager);
    request.body = body;
    return request;
}

constexpr auto configMap = R"({"apiVersion":"v1","kind":"ConfigMap","data":{"k":"v"}})";

const ResourceType &configMaps()
{
    return *findBuiltIn(u""_s, u"configmaps"_s);
}

} // namespace

/// What the recorded exchanges do not show: the contract with the HTTP half, and the edges.
class TestObjectEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEachBuiltInKind();
    void createsOnce();
    void doesNothingTwice();
    void stopsAtEachHook_data();
    void stopsAtEachHook();
    void refusesOptions_data();
    void refusesOptions();
    void releasesWithTheLastFinalizer();
    void deletes_data();
    void deletes();
    void countsGenerations();
    void selectsFields();
    void printsTables();
    void makesCustomTypes();
};

void TestObjectEngine::knowsEachBuiltInKind()
{
    for (const ResourceTypePtr &type : builtInTypes()) {
        for (const QString &version : type->versions) {
            QVERIFY2(type->schema(version), qPrintable(type->name().qualified()));
            QVERIFY2(!tableColumns(*type, version).isEmpty(), qPrintable(type->kind));
            const QJsonObject object{{"metadata"_L1, QJsonObject{{"name"_L1, "x"_L1}}}};
            QCOMPARE(tableCells(*type, object, version, context().now).size(),
                     tableColumns(*type, version).size());
        }
    }
    QVERIFY(!findBuiltIn(u"apps"_s, u"pods"_s));
}

void TestObjectEngine::createsOnce()
{
    const WriteOutcome made =
        writeObject(configMaps(), applyOf(configMap, u"console"_s), std::nullopt, context());
    QVERIFY(!made.refusal);
    QVERIFY(made.created && made.changed && !made.removed);
    QCOMPARE(textAt(*made.stored, {u"metadata"_s, u"uid"_s}), u"uid-1"_s);
    QCOMPARE(textAt(*made.stored, {u"metadata"_s, u"name"_s}), u"a"_s);
    QCOMPARE(textAt(*made.stored, {u"metadata"_s, u"creationTimestamp"_s}),
             u"2026-11-11T00:00:00Z"_s);
}

void TestObjectEngine::doesNothingTwice()
{
    const WriteRequest request = applyOf(configMap, u"console"_s);
    const WriteOutcome made = writeObject(configMaps(), request, std::nullopt, context());
    WriteContext later = context();
    later.now = later.now.addSecs(3600);
    const WriteOutcome again = writeObject(configMaps(), request, made.stored, later);
    QVERIFY(!again.refusal);
    QVERIFY(!again.created && !again.changed);
    QCOMPARE(*again.stored, *made.stored);
}

void TestObjectEngine::stopsAtEachHook_data()
{
    QTest::addColumn<AdmissionCheck WriteContext::*>("hook");
    QTest::newRow("admit") << &WriteContext::admit;
    QTest::newRow("authorize") << &WriteContext::authorize;
    QTest::newRow("validate") << &WriteContext::validate;
}

void TestObjectEngine::stopsAtEachHook()
{
    QFETCH(AdmissionCheck WriteContext::*, hook);
    WriteContext refusing = context();
    refusing.*hook = [](const AdmissionView &view) -> std::optional<ApiStatus> {
        return view.operation == AdmissionView::Operation::Create && view.name == "a"_L1
                   ? std::optional(badRequest(u"no"_s))
                   : std::nullopt;
    };
    const WriteOutcome outcome =
        writeObject(configMaps(), applyOf(configMap, u"console"_s), std::nullopt, refusing);
    QVERIFY(outcome.refusal);
    QCOMPARE(outcome.refusal->message, u"no"_s);
    QVERIFY(!outcome.stored && !outcome.changed);
}

void TestObjectEngine::refusesOptions_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("dry run") << u"dryRun"_s << u"Server"_s;
    QTest::newRow("validation") << u"fieldValidation"_s << u"strict"_s;
}

void TestObjectEngine::refusesOptions()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    WriteRequest request = applyOf(configMap, u"console"_s);
    request.query.addQueryItem(key, value);
    const WriteOutcome outcome = writeObject(configMaps(), request, std::nullopt, context());
    QVERIFY(outcome.refusal);
    QCOMPARE(outcome.refusal->code, 422);
    QCOMPARE(outcome.refusal->causes.front().field, key);
}

void TestObjectEngine::releasesWithTheLastFinalizer()
{
    const WriteOutcome made = writeObject(
        configMaps(),
        applyOf(R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"finalizers":["x.y/hold"]}})",
                u"console"_s),
        std::nullopt, context());
    QVERIFY(made.stored);
    DeleteRequest remove;
    remove.version = u"v1"_s;
    remove.nameSpace = u"shop"_s;
    remove.name = u"a"_s;
    const DeleteOutcome marked = deleteObject(configMaps(), remove, made.stored, context());
    QVERIFY(marked.changed && !marked.removed && marked.answersObject);
    const DeleteOutcome again = deleteObject(configMaps(), remove, marked.stored, context());
    QVERIFY(!again.changed && !again.removed);
    const WriteOutcome released = writeObject(
        configMaps(), applyOf(R"({"apiVersion":"v1","kind":"ConfigMap"})", u"console"_s),
        marked.stored, context());
    QVERIFY2(!released.refusal, released.refusal ? qPrintable(released.refusal->message) : "");
    QVERIFY(released.removed);
}

void TestObjectEngine::deletes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::newRow("plain") << QByteArray() << 200;
    QTest::newRow("uid") << QByteArray(R"({"preconditions":{"uid":"uid-1"}})") << 200;
    QTest::newRow("other uid") << QByteArray(R"({"preconditions":{"uid":"uid-2"}})") << 409;
    QTest::newRow("other version")
        << QByteArray(R"({"preconditions":{"resourceVersion":"7"}})") << 409;
    QTest::newRow("policy") << QByteArray(R"({"propagationPolicy":"Nope"})") << 422;
    QTest::newRow("no options") << QByteArray("[1]") << 400;
}

void TestObjectEngine::deletes()
{
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    const WriteOutcome made =
        writeObject(configMaps(), applyOf(configMap, u"console"_s), std::nullopt, context());
    DeleteRequest request;
    request.version = u"v1"_s;
    request.nameSpace = u"shop"_s;
    request.name = u"a"_s;
    request.body = body;
    const DeleteOutcome outcome = deleteObject(configMaps(), request, made.stored, context());
    QCOMPARE(outcome.refusal ? outcome.refusal->code : 200, code);
    QCOMPARE(outcome.removed, code == 200);
}

void TestObjectEngine::countsGenerations()
{
    const ResourceType &type = *findBuiltIn(u"batch"_s, u"cronjobs"_s);
    const auto body = [](const char *schedule, const char *label) -> QByteArray {
        return QByteArray(
                   R"({"apiVersion":"batch/v1","kind":"CronJob","metadata":{"labels":{"l":")") +
               label + R"("}},"spec":{"schedule":")" + schedule +
               R"(","jobTemplate":{"spec":{"template":{"spec":{"restartPolicy":"Never",
               "containers":[{"name":"c","image":"i"}]}}}}}})";
    };
    const auto generation = [](const WriteOutcome &outcome) {
        return valueAt(outcome.stored.value_or(QJsonObject()), {u"metadata"_s, u"generation"_s});
    };
    const WriteOutcome made =
        writeObject(type, applyOf(body("0 8 * * *", "x"), u"m"_s), std::nullopt, context());
    QVERIFY2(!made.refusal, made.refusal ? qPrintable(made.refusal->message) : "");
    QCOMPARE(generation(made), QJsonValue(1));
    const WriteOutcome label =
        writeObject(type, applyOf(body("0 8 * * *", "y"), u"m"_s), made.stored, context());
    QVERIFY(label.changed);
    QCOMPARE(generation(label), QJsonValue(1));
    const WriteOutcome spec =
        writeObject(type, applyOf(body("0 9 * * *", "y"), u"m"_s), label.stored, context());
    QCOMPARE(generation(spec), QJsonValue(2));
}

void TestObjectEngine::selectsFields()
{
    const ResourceType &pods = *findBuiltIn(u""_s, u"pods"_s);
    const QJsonObject pod = json(R"({"metadata":{"name":"p","namespace":"n"},
                                     "spec":{"nodeName":"node-1"},"status":{"phase":"Running"}})");
    QVERIFY(fieldLabels(pods).contains(u"status.phase"_s));
    QCOMPARE(fieldValue(pods, pod, u"status.phase"_s), u"Running"_s);
    QCOMPARE(fieldValue(pods, pod, u"spec.nodeName"_s), u"node-1"_s);
    QCOMPARE(fieldValue(pods, pod, u"metadata.name"_s), u"p"_s);
    const QJsonObject event = json(R"({"involvedObject":{"name":"x"},"reason":"R"})");
    QCOMPARE(fieldValue(*findBuiltIn(u""_s, u"events"_s), event, u"involvedObject.name"_s), u"x"_s);
    QCOMPARE(fieldValue(*findBuiltIn(u"events.k8s.io"_s, u"events"_s), event, u"regarding.name"_s),
             u"x"_s);
    QVERIFY(fieldLabels(*findBuiltIn(u"autoscaling"_s, u"horizontalpodautoscalers"_s)).isEmpty());
}

void TestObjectEngine::printsTables()
{
    const ResourceType &type = *findBuiltIn(u"apps"_s, u"deployments"_s);
    const QJsonArray cells = tableCells(
        type, json(R"({"metadata":{"name":"d","creationTimestamp":"2026-11-10T00:00:00Z"},
                 "spec":{"replicas":3,"selector":{"matchLabels":{"app":"d"}},
                         "template":{"spec":{"containers":[{"name":"c","image":"i:1"}]}}},
                 "status":{"readyReplicas":2,"updatedReplicas":3,"availableReplicas":2}})"),
        u"v1"_s, context().now);
    QCOMPARE(cells, (QJsonArray{"d"_L1, "2/3"_L1, 3, 2, "24h"_L1, "c"_L1, "i:1"_L1, "app=d"_L1}));
}

void TestObjectEngine::makesCustomTypes()
{
    const QJsonObject crd = json(R"({"metadata":{"name":"things.example.com"},"spec":{
        "group":"example.com","scope":"Cluster","names":{"kind":"Thing","plural":"things"},
        "versions":[{"name":"v1","served":true,"storage":true,"subresources":{"status":{}},
          "additionalPrinterColumns":[{"name":"Size","type":"integer","jsonPath":".spec.size"}],
          "schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object",
            "properties":{"size":{"type":"integer","format":"int32"}}}}}}}]}})");
    const ResourceTypePtr type = customType(crd);
    QVERIFY(type);
    QVERIFY(type->custom && !type->namespaced && type->hasStatus && type->hasGeneration);
    QCOMPARE(type->name().qualified(), u"things.example.com"_s);
    const QJsonObject thing = json(R"({"metadata":{"name":"t"},"spec":{"size":4}})");
    QCOMPARE(tableCells(*type, thing, u"v1"_s, context().now), (QJsonArray{"t"_L1, 4}));
    QVERIFY(!customType(json(R"({"spec":{"versions":[{"name":"v1","served":true}]}})")));
}

QTEST_GUILESS_MAIN(TestObjectEngine)
#include "tst_objectengine.moc"
