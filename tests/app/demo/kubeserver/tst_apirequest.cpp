// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/accept.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/listoptions.h"
#include "kubeserver/yamltext.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

Q_DECLARE_METATYPE(spillway::demo::AcceptedForm::Shape)

namespace {

ApiRequest request(const QByteArray &method, const QByteArray &target)
{
    ApiRequest made;
    made.method = method;
    made.target = target;
    made.interpret();
    return made;
}

} // namespace

class TestApiRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paths_data();
    void paths();
    void queriesAreDecoded();
    void namesInFieldSelectors();
    void accept_data();
    void accept();
    void listOptions();
    void badListOptions_data();
    void badListOptions();
    void continueTokens();
    void badContinueTokens_data();
    void badContinueTokens();
    void yaml();
};

void TestApiRequest::paths_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>(
        "expected"); // verb group version namespace resource name subresource rest
    const QByteArray get = "GET";
    QTest::newRow("list") << get
                          << QByteArray(
                                 "/apis/autoscaling/v2/namespaces/k/horizontalpodautoscalers")
                          << u"list|autoscaling|v2|k|horizontalpodautoscalers|||"_s;
    QTest::newRow("core get") << get << QByteArray("/api/v1/namespaces/k/pods/x")
                              << u"get||v1|k|pods|x||"_s;
    QTest::newRow("all namespaces") << get << QByteArray("/api/v1/pods") << u"list||v1||pods|||"_s;
    QTest::newRow("watch") << get << QByteArray("/api/v1/pods?watch=1") << u"watch||v1||pods|||"_s;
    QTest::newRow("watch=false") << get << QByteArray("/api/v1/pods?watch=false")
                                 << u"list||v1||pods|||"_s;
    QTest::newRow("old watch") << get << QByteArray("/api/v1/watch/namespaces/k/pods")
                               << u"watch||v1|k|pods|||"_s;
    QTest::newRow("namespace") << get << QByteArray("/api/v1/namespaces/k")
                               << u"get||v1|k|namespaces|k||"_s;
    QTest::newRow("namespaces") << get << QByteArray("/api/v1/namespaces")
                                << u"list||v1||namespaces|||"_s;
    QTest::newRow("namespace status")
        << QByteArray("PUT") << QByteArray("/api/v1/namespaces/k/status")
        << u"update||v1|k|namespaces|k|status|"_s;
    QTest::newRow("scale") << QByteArray("PATCH")
                           << QByteArray("/apis/apps/v1/namespaces/k/deployments/d/scale")
                           << u"patch|apps|v1|k|deployments|d|scale|"_s;
    QTest::newRow("proxy")
        << get
        << QByteArray("/api/v1/namespaces/k/services/http:p:9090/proxy/api/v1/query?query=up")
        << u"get||v1|k|services|http:p:9090|proxy|/api/v1/query"_s;
    QTest::newRow("encoded") << get << QByteArray("/api/v1/namespaces/k/configmaps/a%2Fb")
                             << u"get||v1|k|configmaps|a/b||"_s;
    QTest::newRow("create") << QByteArray("POST") << QByteArray("/api/v1/namespaces/k/pods")
                            << u"create||v1|k|pods|||"_s;
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/api/v1/namespaces/k/pods/x")
                            << u"delete||v1|k|pods|x||"_s;
    QTest::newRow("delete all") << QByteArray("DELETE") << QByteArray("/api/v1/namespaces/k/pods")
                                << u"deletecollection||v1|k|pods|||"_s;
    QTest::newRow("discovery") << get << QByteArray("/apis/apps/v1") << u"get|||||||"_s;
    QTest::newRow("root") << get << QByteArray("/") << u"get|||||||"_s;
    QTest::newRow("other") << get << QByteArray("/foo/bar") << u"get|||||||"_s;
}

void TestApiRequest::paths()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    const ApiRequest made = request(method, target);
    QTEST((QStringList{made.verb, made.group, made.version, made.nameSpace, made.resource,
                       made.name, made.subresource, made.rest}
               .join(u'|')),
          "expected");
    QCOMPARE(made.isResource, !made.resource.isEmpty());
}

void TestApiRequest::queriesAreDecoded()
{
    const ApiRequest made =
        request("GET", "/api/v1/pods?labelSelector=a%20in+(b)&dryRun=All&force&x=%2B");
    QCOMPARE(made.parameter(u"labelSelector"_s), u"a in (b)"_s);
    QCOMPARE(made.parameter(u"x"_s), u"+"_s);
    QCOMPARE(made.parameter(u"missing"_s), QString());
    QVERIFY(made.flag(u"force"_s));
    QVERIFY(!made.flag(u"missing"_s));
    QVERIFY(made.isDryRun());
}

void TestApiRequest::namesInFieldSelectors()
{
    const ApiRequest made =
        request("GET", "/api/v1/namespaces/k/pods?watch=1&fieldSelector=metadata.name%3Dx");
    QCOMPARE(made.authName, u"x"_s);
    QVERIFY(made.name.isEmpty());
}

void TestApiRequest::accept_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("discovery");
    QTest::addColumn<bool>("served");
    QTest::addColumn<AcceptedForm::Shape>("shape");
    using Shape = AcceptedForm::Shape;
    QTest::newRow("none") << QByteArray() << false << true << Shape::Object;
    QTest::newRow("any") << QByteArray("*/*") << false << true << Shape::Object;
    QTest::newRow("json") << QByteArray("application/json") << false << true << Shape::Object;
    QTest::newRow("browser") << QByteArray("text/html, application/json;q=.9") << false << true
                             << Shape::Object;
    QTest::newRow("xml") << QByteArray("application/xml") << false << false << Shape::Object;
    QTest::newRow("protobuf") << QByteArray("application/vnd.kubernetes.protobuf") << false << false
                              << Shape::Object;
    QTest::newRow("kubectl") << QByteArray(
                                    "application/json;as=Table;v=v1;g=meta.k8s.io,application/"
                                    "json;as=Table;v=v1beta1;g=meta.k8s.io,application/json")
                             << false << true << Shape::Table;
    QTest::newRow("metadata") << QByteArray(
                                     "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io")
                              << false << true << Shape::PartialMetadata;
    QTest::newRow("metadata list")
        << QByteArray("application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io") << false
        << true << Shape::PartialMetadataList;
    QTest::newRow("unknown shape") << QByteArray("application/json;as=Chair;v=v1;g=meta.k8s.io")
                                   << false << false << Shape::Object;
    QTest::newRow("unknown shape, then plain")
        << QByteArray("application/json;as=Chair;v=v1;g=meta.k8s.io,application/json") << false
        << true << Shape::Object;
    QTest::newRow("discovery")
        << QByteArray("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
        << true << true << Shape::Discovery;
    QTest::newRow("discovery elsewhere")
        << QByteArray("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
        << false << false << Shape::Object;
}

void TestApiRequest::accept()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, discovery);
    QFETCH(bool, served);
    const auto form = chooseForm(header, {.shapes = true, .discovery = discovery});
    QCOMPARE(form.has_value(), served);
    if (form) {
        QTEST(form->shape, "shape");
        QCOMPARE(form->encoding, AcceptedForm::Encoding::Json);
    }
    QCOMPARE(chooseForm("application/yaml", {})->encoding, AcceptedForm::Encoding::Yaml);
    QVERIFY(!chooseForm("application/yaml", {.yaml = false}));
}

void TestApiRequest::listOptions()
{
    const auto parsed = ListOptions::parse(request(
        "GET", "/api/v1/pods?limit=3&resourceVersion=7&resourceVersionMatch=Exact&timeoutSeconds=9"
               "&allowWatchBookmarks=true&timeout=500ms"));
    QVERIFY(std::holds_alternative<ListOptions>(parsed));
    const auto &options = std::get<ListOptions>(parsed);
    QCOMPARE(options.limit, 3);
    QCOMPARE(*options.revision, quint64(7));
    QCOMPARE(options.match, ListOptions::Match::Exact);
    QCOMPARE(options.timeout->count(), 9);
    QCOMPARE(options.requestTimeout->count(), 500);
    QVERIFY(options.bookmarks);
    const auto negative = ListOptions::parse(request("GET", "/api/v1/pods?limit=-1"));
    QCOMPARE(std::get<ListOptions>(negative).limit, 0);
}

void TestApiRequest::badListOptions_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("code");
    QTest::newRow("limit") << QByteArray("limit=abc") << 400;
    QTest::newRow("timeout") << QByteArray("timeout=abc") << 400;
    QTest::newRow("timeoutSeconds") << QByteArray("timeoutSeconds=x") << 400;
    QTest::newRow("version of a list") << QByteArray("resourceVersion=abc") << 400;
    QTest::newRow("version of a watch") << QByteArray("watch=1&resourceVersion=abc") << 500;
    QTest::newRow("match without version") << QByteArray("resourceVersionMatch=Exact") << 422;
    QTest::newRow("unknown match")
        << QByteArray("resourceVersion=1&resourceVersionMatch=Nearly") << 422;
    QTest::newRow("exactly zero") << QByteArray("resourceVersion=0&resourceVersionMatch=Exact")
                                  << 422;
    QTest::newRow("initial events without match")
        << QByteArray("watch=1&sendInitialEvents=true") << 422;
    QTest::newRow("continue with version") << QByteArray("continue=x&resourceVersion=3") << 400;
}

void TestApiRequest::badListOptions()
{
    QFETCH(QByteArray, query);
    const auto parsed = ListOptions::parse(request("GET", "/api/v1/pods?" + query));
    QVERIFY(std::holds_alternative<ApiStatus>(parsed));
    QTEST(std::get<ApiStatus>(parsed).code, "code");
}

void TestApiRequest::continueTokens()
{
    const ContinueToken token{380, u"p-2"_s};
    const auto parsed = ContinueToken::parse(token.toText());
    QVERIFY(std::holds_alternative<ContinueToken>(parsed));
    QCOMPARE(std::get<ContinueToken>(parsed).revision, 380);
    QCOMPARE(std::get<ContinueToken>(parsed).start, u"p-2"_s);
    // As Kubernetes 1.36 made it.
    const auto recorded = ContinueToken::parse(
        u"eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MzgwLCJzdGFydCI6Ii9wLTJcdTAwMDAifQ"_s);
    QVERIFY(std::holds_alternative<ContinueToken>(recorded));
    QCOMPARE(std::get<ContinueToken>(recorded).start, u"p-2"_s);
}

void TestApiRequest::badContinueTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("not base64") << u"%%%"_s;
    QTest::newRow("not JSON") << u"abc"_s;
    QTest::newRow("nothing in it") << u"e30"_s;
}

void TestApiRequest::badContinueTokens()
{
    QFETCH(QString, text);
    const auto parsed = ContinueToken::parse(text);
    QVERIFY(std::holds_alternative<ApiStatus>(parsed));
    QCOMPARE(std::get<ApiStatus>(parsed).code, 400);
    QVERIFY(std::get<ApiStatus>(parsed).message.startsWith("invalid continue token: "_L1));
}

void TestApiRequest::yaml()
{
    const QJsonObject document{
        {u"kind"_s, u"Status"_s},
        {u"code"_s, 404},
        {u"message"_s, u"pods \"x\" not found: now"_s},
        {u"time"_s, u"2026-11-22T15:00:40Z"_s},
        {u"number"_s, u"12"_s},
        {u"yes"_s, true},
        {u"none"_s, QJsonValue()},
        {u"empty"_s, QJsonObject()},
        {u"lines"_s, u"a\nb\n"_s},
        {u"list"_s, QJsonArray{QJsonObject{{u"a"_s, 1}, {u"b"_s, QJsonArray{u"x"_s}}}, u"- y"_s}}};
    QCOMPARE(yamlText(document), uR"(code: 404
empty: {}
kind: Status
lines: |
  a
  b
list:
- a: 1
  b:
  - x
- '- y'
message: 'pods "x" not found: now'
none: null
number: "12"
time: "2026-11-22T15:00:40Z"
"yes": true
)"_s);
}

QTEST_GUILESS_MAIN(TestApiRequest)
#include "tst_apirequest.moc"
