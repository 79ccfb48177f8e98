// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverrequests.h"

#include <QSet>
#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

QJsonObject widgets(const QStringList &versions)
{
    QJsonArray list;
    for (const QString &version : versions) {
        const QJsonObject spec{{u"type"_s, u"object"_s},
                               {u"x-kubernetes-preserve-unknown-fields"_s, true}};
        const QJsonObject schema{{u"type"_s, u"object"_s},
                                 {u"properties"_s, QJsonObject{{u"spec"_s, spec}}}};
        list.append(QJsonObject{{u"name"_s, version},
                                {u"served"_s, true},
                                {u"storage"_s, version == versions.first()},
                                {u"schema"_s, QJsonObject{{u"openAPIV3Schema"_s, schema}}}});
    }
    return {
        {u"apiVersion"_s, u"apiextensions.k8s.io/v1"_s},
        {u"kind"_s, u"CustomResourceDefinition"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, u"widgets.example.com"_s}}},
        {u"spec"_s, QJsonObject{{u"group"_s, u"example.com"_s},
                                {u"scope"_s, u"Namespaced"_s},
                                {u"names"_s, QJsonObject{{u"plural"_s, u"widgets"_s},
                                                         {u"singular"_s, u"widget"_s},
                                                         {u"kind"_s, u"Widget"_s},
                                                         {u"listKind"_s, u"WidgetList"_s},
                                                         {u"shortNames"_s, QJsonArray{u"wd"_s}}}},
                                {u"versions"_s, list}}}};
}

constexpr auto definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
constexpr auto accepts =
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";

QStringList namesOf(const QJsonValue &list, const QString &key)
{
    QStringList names;
    for (const QJsonValue &each : list.toArray()) {
        names.append(each[key].toString());
    }
    return names;
}

} // namespace

/// Which kinds are served, and what the server says about that: typeregistry, discovery,
/// discoverydocs, openapi, and the part of effects that serves custom resources.
class TestDiscovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void tables();
    void customTypesComeAndGo();
    void paths_data();
    void paths();
    void otherMethods_data();
    void otherMethods();
    void healthInWords();
    void groupsOfTheRealServer();
    void aggregatedDocumentsAreTagged();
    void definitionsAreServedAndGo();
    void brokenDefinitionsAreNotServed();
    void unservedAggregates();
    void openApiIndexLeadsToItsDocuments();
    void openApiRefusals_data();
    void openApiRefusals();
    void openApiOfCustomTypes();

private:
    [[nodiscard]] ApiAnswer get(const QByteArray &target, const QByteArray &accept = {},
                                const QByteArray &known = {});
    [[nodiscard]] ApiAnswer post(const QByteArray &target, const QJsonObject &body)
    {
        return answerTrusted(*m_state, requestOf("POST", target, body));
    }

    std::unique_ptr<ServerState> m_state;
};

void TestDiscovery::init()
{
    m_state = std::make_unique<ServerState>();
}

ApiAnswer TestDiscovery::get(const QByteArray &target, const QByteArray &accept,
                             const QByteArray &known)
{
    ApiRequest request = requestOf("GET", target);
    request.headers.insert("accept", accept);
    request.headers.insert("if-none-match", known);
    return answerTrusted(*m_state, request);
}

void TestDiscovery::tables()
{
    const TypeTablePtr table = m_state->types.table();
    const QString scaling = u"autoscaling"_s;
    const QString scalers = u"horizontalpodautoscalers"_s;
    QVERIFY(table->find(scaling, scalers));
    QVERIFY(table->find(scaling, u"v2"_s, scalers));
    QVERIFY(!table->find(scaling, u"v9"_s, scalers));
    QVERIFY(!table->find(scaling, u"v2"_s, u"pods"_s));
    QVERIFY(!table->find(u"nope"_s, scalers));
    QCOMPARE(table->findKind({}, u"Pod"_s)->plural, u"pods"_s);
    QVERIFY(!table->findKind({}, u"pod"_s)); // kinds have their case
    QCOMPARE(table->versions({}), QStringList{u"v1"_s});
    QCOMPARE(table->versions(u"authentication.k8s.io"_s), QStringList{u"v1"_s}); // only asks
    QVERIFY(table->versions(u"nope"_s).isEmpty());
    QVERIFY(!table->groups().contains(QString()));
    QVERIFY(!table->isCustom(u"apps"_s));
    QCOMPARE(storageKeyOf(u"nope"_s, u"pods"_s), QString());
}

void TestDiscovery::customTypesComeAndGo()
{
    TypeRegistry registry;
    const TypeTablePtr before = registry.table();
    const ResourceTypePtr type = customType(widgets({u"v1"_s}));
    QVERIFY(type);
    registry.setCustom(u"widgets.example.com"_s, type);
    registry.setCustom(u"widgets.example.com"_s, type); // changed: still one
    const TypeTablePtr with = registry.table();
    QCOMPARE(with->types.size(), before->types.size() + 1);
    QCOMPARE(with->groups().last(), u"example.com"_s);
    QVERIFY(with->isCustom(u"example.com"_s));
    registry.setCustom(u"unknown.example.com"_s, nullptr);
    QCOMPARE(registry.table()->types.size(), with->types.size());
    registry.setCustom(u"widgets.example.com"_s, nullptr);
    QCOMPARE(registry.table()->types, before->types);
    QVERIFY(with->find(u"example.com"_s, u"widgets"_s)); // a table does not change
}

void TestDiscovery::paths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind"); // of a document
    const auto row = [](const char *path, int status, const QString &kind = {}) {
        QTest::newRow(path) << QByteArray(path) << status << kind;
    };
    row("/", 200);
    row("/version", 200);
    row("/version/", 200);
    row("/version/x", 404);
    row("/api", 200, u"APIVersions"_s);
    row("/api/", 200, u"APIVersions"_s);
    row("/api/v1", 200, u"APIResourceList"_s);
    row("/api/v1/", 200, u"APIResourceList"_s);
    row("/apis", 200, u"APIGroupList"_s);
    row("/apis/", 200, u"APIGroupList"_s);
    row("/apis//", 404);
    row("/apis//v1", 404);
    row("/apis/apps", 200, u"APIGroup"_s);
    row("/apis/apps/v1", 200, u"APIResourceList"_s);
    row("/apis/apps/v9", 404, u"Status"_s);
    row("/apis/nope", 404);
    row("/apis/nope/v1", 404);
    row("/apis/authorization.k8s.io/v1", 200, u"APIResourceList"_s);
    row("/healthz", 200);
    row("/livez", 200);
    row("/readyz", 200);
    row("/readyz/ping", 404);
    row("/apiz", 404);
    row("/metrics", 404);
}

void TestDiscovery::paths()
{
    QFETCH(QByteArray, path);
    const ApiAnswer answer = get(path);
    QTEST(answer.status, "status");
    QTEST(answer.document["kind"_L1].toString(), "kind");
}

void TestDiscovery::otherMethods_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/", "/version", "/api", "/apis/apps/v1", "/healthz", "/openapi/v3"}) {
        QTest::newRow(path) << QByteArray(path);
    }
}

void TestDiscovery::otherMethods()
{
    QFETCH(QByteArray, path);
    for (const char *method : {"POST", "PUT", "DELETE", "PATCH"}) {
        const ApiAnswer answer = answerTrusted(*m_state, requestOf(method, path));
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.document["reason"_L1].toString(), u"MethodNotAllowed"_s);
    }
}

void TestDiscovery::healthInWords()
{
    QCOMPARE(get("/livez").raw, QByteArray("ok"));
    QVERIFY(get("/livez?verbose").raw.endsWith("livez check passed\n"));
}

void TestDiscovery::groupsOfTheRealServer()
{
    const QJsonObject legacy = get("/apis", "application/json").document;
    const ApiAnswer aggregated = get("/apis", accepts);
    QVERIFY(aggregated.rawType.contains("APIGroupDiscoveryList"));
    const QJsonObject modern = QJsonDocument::fromJson(aggregated.raw).object();
    QStringList names;
    for (const QJsonValue &item : modern["items"_L1].toArray()) {
        names.append(item["metadata"_L1]["name"_L1].toString());
    }
    QVERIFY(names.contains(u"autoscaling"_s));
    QCOMPARE(namesOf(legacy["groups"_L1], u"name"_s), names); // both tell the same
    QCOMPARE(get("/apis", "text/html").status, 406);
    const QJsonObject pods = get("/api/v1").document;
    const QStringList resources = namesOf(pods["resources"_L1], u"name"_s);
    for (const QString &name : {u"pods"_s, u"pods/log"_s, u"pods/eviction"_s, u"services/proxy"_s,
                                u"serviceaccounts/token"_s}) {
        QVERIFY2(resources.contains(name), qPrintable(name));
    }
    QCOMPARE(QSet<QString>(resources.begin(), resources.end()).size(), resources.size());
}

void TestDiscovery::aggregatedDocumentsAreTagged()
{
    for (const char *path : {"/api", "/apis"}) {
        const ApiAnswer first = get(path, accepts);
        QCOMPARE(first.headers.at(0).first, QByteArray("Etag"));
        const QByteArray tag = first.headers.at(0).second;
        const ApiAnswer again = get(path, accepts, tag);
        QCOMPARE(again.status, 304);
        QVERIFY(again.raw.isEmpty());
        QCOMPARE(get(path, accepts, "\"other\"").status, 200);
    }
    const QByteArray before = get("/apis", accepts).headers.at(0).second;
    QCOMPARE(post(definitions, widgets({u"v1"_s})).status, 201);
    QVERIFY(get("/apis", accepts).headers.at(0).second != before);
}

void TestDiscovery::definitionsAreServedAndGo()
{
    addNamespace(*m_state, u"a"_s);
    QCOMPARE(get("/apis/example.com/v1").status, 404);
    QCOMPARE(post(definitions, widgets({u"v1"_s, u"v1beta1"_s})).status, 201);
    const QJsonObject list = get("/apis/example.com/v1beta1").document;
    QCOMPARE(namesOf(list["resources"_L1], u"name"_s), QStringList{u"widgets"_s});
    QCOMPARE(list["resources"_L1][0]["shortNames"_L1].toArray(), QJsonArray{u"wd"_s});
    const QByteArray path = QByteArray(definitions) + "/widgets.example.com";
    QCOMPARE(namesOf(get(path).document["status"_L1]["conditions"_L1], u"type"_s),
             (QStringList{u"NamesAccepted"_s, u"Established"_s}));
    const QJsonObject widget{{u"apiVersion"_s, u"example.com/v1"_s},
                             {u"kind"_s, u"Widget"_s},
                             {u"metadata"_s, QJsonObject{{u"name"_s, u"w"_s}}}};
    QCOMPARE(post("/apis/example.com/v1/namespaces/a/widgets", widget).status, 201);
    const QString key = m_state->types.table()->find(u"example.com"_s, u"widgets"_s)->storageKey;
    QCOMPARE(m_state->store.snapshot(key).objects.size(), 1);
    QCOMPARE(answerTrusted(*m_state, requestOf("DELETE", path)).status, 200);
    QCOMPARE(get("/apis/example.com/v1").status, 404);
    QCOMPARE(get(path).status, 404);
    QVERIFY(m_state->store.snapshot(key).objects.isEmpty());
}

void TestDiscovery::brokenDefinitionsAreNotServed()
{
    QJsonObject wrongName = widgets({u"v1"_s});
    wrongName.insert(u"metadata"_s, QJsonObject{{u"name"_s, u"gadgets.example.com"_s}});
    QVERIFY(post(definitions, wrongName).status >= 400);
    QJsonObject noSpec = widgets({u"v1"_s});
    noSpec.remove(u"spec"_s);
    QVERIFY(post(definitions, noSpec).status >= 400);
    QCOMPARE(get("/apis/example.com").status, 404);
}

void TestDiscovery::unservedAggregates()
{
    const QJsonObject exchange = recorded(u"apiservice.create"_s);
    QCOMPARE(post("/apis/apiregistration.k8s.io/v1/apiservices",
                  exchange["request"_L1]["body"_L1].toObject())
                 .status,
             201);
    QVERIFY(namesOf(get("/apis").document["groups"_L1], u"name"_s)
                .contains(u"external.metrics.k8s.io"_s));
    QCOMPARE(get("/apis/external.metrics.k8s.io/v1beta1").status, 503);
    const QJsonValue condition =
        get("/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.external.metrics.k8s.io")
            .document["status"_L1]["conditions"_L1][0];
    QCOMPARE(condition["status"_L1].toString(), u"False"_s);
    QCOMPARE(condition["reason"_L1].toString(), u"ServiceNotFound"_s);
}

void TestDiscovery::openApiIndexLeadsToItsDocuments()
{
    const QJsonObject paths =
        QJsonDocument::fromJson(get("/openapi/v3").raw).object()["paths"_L1].toObject();
    QVERIFY(paths.contains(u"api/v1"_s));
    QVERIFY(paths.contains(u"apis/autoscaling/v2"_s));
    for (const QJsonValue &path : paths) {
        const QByteArray url = path["serverRelativeURL"_L1].toString().toLatin1();
        const ApiAnswer answer = get(url);
        QVERIFY2(answer.status == 200, url.constData());
        QVERIFY2(QJsonDocument::fromJson(answer.raw)["components"_L1].isObject(), url.constData());
        QCOMPARE(get(url, {}, answer.headers.at(0).second).status, 304);
    }
}

void TestDiscovery::openApiRefusals_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("no version") << QByteArray("/openapi") << 404;
    QTest::newRow("below version 2") << QByteArray("/openapi/v2/apis") << 404;
    QTest::newRow("unknown group") << QByteArray("/openapi/v3/apis/nope/v1") << 404;
    QTest::newRow("unknown version") << QByteArray("/openapi/v3/apis/apps/v9") << 404;
    QTest::newRow("too short") << QByteArray("/openapi/v3/apis/apps") << 404;
    QTest::newRow("too long") << QByteArray("/openapi/v3/apis/apps/v1/deployments") << 404;
    QTest::newRow("core is short") << QByteArray("/openapi/v3/api/v1/pods") << 404;
    QTest::newRow("old hash") << QByteArray("/openapi/v3/apis/apps/v1?hash=0123") << 301;
}

void TestDiscovery::openApiRefusals()
{
    QFETCH(QByteArray, target);
    const ApiAnswer answer = get(target);
    QTEST(answer.status, "status");
    if (answer.status == 301) {
        QCOMPARE(answer.headers.at(0).first, QByteArray("Location"));
        QCOMPARE(get(answer.headers.at(0).second).status, 200);
    }
}

void TestDiscovery::openApiOfCustomTypes()
{
    QCOMPARE(post(definitions, widgets({u"v1"_s})).status, 201);
    const QJsonDocument document =
        QJsonDocument::fromJson(get("/openapi/v3/apis/example.com/v1").raw);
    const QJsonValue schema = document["components"_L1]["schemas"_L1]["com.example.v1.Widget"_L1];
    QCOMPARE(schema["x-kubernetes-group-version-kind"_L1][0]["kind"_L1].toString(), u"Widget"_s);
    QVERIFY(schema["properties"_L1]["spec"_L1].isObject());
    const QJsonValue patch =
        document["paths"_L1]["/apis/example.com/v1/namespaces/{namespace}/widgets/{name}"_L1]
                ["patch"_L1];
    QVERIFY(namesOf(patch["parameters"_L1], u"name"_s).contains(u"dryRun"_s));
}

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
