// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubecall.h"
#include "kube/kuberequest.h"
#include "support/resultmacros.h"
#include "wiredata.h"

#include <QUrlQuery>

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(spillway::kube::KubeRequest)
Q_DECLARE_METATYPE(spillway::kube::ServiceProxy)

namespace {

QMap<QString, QString> queryOf(const KubeRequest &request)
{
    QMap<QString, QString> query;
    for (const auto &parameter : request.query) {
        query.insert(parameter.first, parameter.second);
    }
    return query;
}

QMap<QString, QString> queryOf(const QJsonObject &recorded)
{
    QMap<QString, QString> query;
    const QJsonObject json = recorded.value("query"_L1).toObject();
    for (auto it = json.begin(); it != json.end(); ++it) {
        query.insert(it.key(), it.value().toString());
    }
    return query;
}

QByteArray methodName(HttpRequest::Method method)
{
    switch (method) {
    case HttpRequest::Method::Get:
        return "GET";
    case HttpRequest::Method::Post:
        return "POST";
    case HttpRequest::Method::Put:
        return "PUT";
    case HttpRequest::Method::Patch:
        return "PATCH";
    case HttpRequest::Method::Delete:
        return "DELETE";
    default:
        return "?";
    }
}

ObjectRef ref(Kind kind, const QString &name)
{
    return {bestResource(kind), u"kotaemon"_s, name};
}

/// The recorded apply of an exchange, as this console would send it.
ApplyRequest recordedApply(const QString &exchange, const ObjectRef &object)
{
    return {object, compactJson(wire(exchange).request.value("body"_L1)), u"console"_s, false};
}

} // namespace

class TestKubeRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asRecorded_data()
    {
        QTest::addColumn<KubeRequest>("request");
        const auto row = [](const char *exchange, const KubeRequest &request) {
            QTest::newRow(exchange) << request;
        };
        const ObjectRef hpa = ref(Kind::HorizontalPodAutoscaler, u"chat-api"_s);
        row("live.hpa.get", getRequest(ref(Kind::HorizontalPodAutoscaler, u"live"_s)));
        row("lists.hpa", listRequest({hpa.resource, u"kotaemon"_s, {}, {}, 0}));
        row("live.pods",
            listRequest({bestResource(Kind::Pod), u"kotaemon"_s, u"app=live"_s, {}, 0}));
        row("hpa.apply.create", applyRequest(recordedApply(u"hpa.apply.create"_s, hpa), false));
        row("hpa.apply.create.dryrun",
            applyRequest(recordedApply(u"hpa.apply.create.dryrun"_s, hpa), true));
        row("pr.apply.create", applyRequest(recordedApply(u"pr.apply.create"_s,
                                                          ref(Kind::PrometheusRule, u"chat-slo"_s)),
                                            false));
        row("dr.apply.create",
            applyRequest(
                recordedApply(u"dr.apply.create"_s, ref(Kind::DestinationRule, u"chat-api"_s)),
                false));
        const QJsonObject preconditions = wire(u"delete.ok.preconditions"_s)
                                              .request.value("body"_L1)
                                              .toObject()
                                              .value("preconditions"_L1)
                                              .toObject();
        row("delete.ok.preconditions",
            deleteRequest({ref(Kind::HorizontalPodAutoscaler, u"upd"_s),
                           preconditions.value("uid"_L1).toString(),
                           preconditions.value("resourceVersion"_L1).toString(), u"Background"_s}));
        row("scale.get", scaleGetRequest(ref(Kind::Deployment, u"chat-api"_s)));
        row("auth.ssar.oncall.named", accessReviewRequest({u"patch"_s,
                                                           u"autoscaling"_s,
                                                           u"horizontalpodautoscalers"_s,
                                                           {},
                                                           u"kotaemon"_s,
                                                           u"chat-api"_s}));
        row("auth.ssar.oncall.denied", accessReviewRequest({u"patch"_s,
                                                            u"autoscaling"_s,
                                                            u"horizontalpodautoscalers"_s,
                                                            {},
                                                            u"kotaemon"_s,
                                                            {}}));
        row("auth.ssrr.oncall", rulesReviewRequest(u"kotaemon"_s));
        row("auth.ssreview.oncall", selfReviewRequest());
        row("version", versionRequest());
    }
    void asRecorded()
    {
        QFETCH(KubeRequest, request);
        const QJsonObject recorded = wire(QString::fromLatin1(QTest::currentDataTag())).request;
        QCOMPARE(methodName(request.method), recorded.value("method"_L1).toString().toUtf8());
        QCOMPARE(request.path, recorded.value("path"_L1).toString());
        QCOMPARE(queryOf(request), queryOf(recorded));
        QCOMPARE(QString::fromUtf8(request.contentType),
                 recorded.value("contentType"_L1).toString());
        QCOMPARE(QJsonDocument::fromJson(request.body).object(),
                 recorded.value("body"_L1).toObject());
    }

    void bytesOfAnApplyAreTheCallers()
    {
        const QByteArray odd = "{ \"apiVersion\" :\"v1\",\n \"kind\":\"ConfigMap\"}";
        const ApplyRequest apply{ref(Kind::ConfigMap, u"a"_s), odd};
        QCOMPARE(applyRequest(apply, false).body, odd);
        QCOMPARE(applyRequest(apply, true).body, odd);
    }

    void onlyWritesAreUrgentAndNotRepeatable()
    {
        const ApplyRequest apply{ref(Kind::ConfigMap, u"a"_s), "{}"};
        QVERIFY(applyRequest(apply, false).urgent);
        QVERIFY(!applyRequest(apply, false).onlyReads);
        QVERIFY(!applyRequest(apply, true).urgent);
        QVERIFY(applyRequest(apply, true).onlyReads);
        QVERIFY(selfReviewRequest().onlyReads);
        QVERIFY(!deleteRequest({ref(Kind::Pod, u"a"_s)}).onlyReads);
        QVERIFY(!scalePutRequest({ref(Kind::Deployment, u"a"_s), 3}, u"1"_s).onlyReads);
        QVERIFY(!eventRequest({}).onlyReads);
        QVERIFY(!getRequest(ref(Kind::Pod, u"a"_s)).urgent);
    }

    void forceIsOnlySentIfAskedFor()
    {
        ApplyRequest apply{ref(Kind::ConfigMap, u"a"_s), "{}"};
        QVERIFY(!queryOf(applyRequest(apply, false)).contains(u"force"_s));
        apply.force = true;
        QCOMPARE(queryOf(applyRequest(apply, false)).value(u"force"_s), u"true"_s);
    }

    void hashHoldsTheWholeRequestButTheDryRun()
    {
        ApplyRequest apply{ref(Kind::ConfigMap, u"a"_s), R"({"x":1})"};
        const QByteArray hash = requestHash(apply);
        QCOMPARE(hash.size(), 64);
        QCOMPARE(requestHash(apply), hash);
        ApplyRequest other = apply;
        other.body = R"({"x": 1})";
        QVERIFY(requestHash(other) != hash);
        other = apply;
        other.force = true;
        QVERIFY(requestHash(other) != hash);
        other = apply;
        other.fieldManager = u"x"_s;
        QVERIFY(requestHash(other) != hash);
        other = apply;
        other.object.ns = u"y"_s;
        QVERIFY(requestHash(other) != hash);
    }

    void creations()
    {
        const CreateRequest create{ref(Kind::ConfigMap, u"revision-7"_s),
                                   R"({ "metadata":{"name":"revision-7"},"data":{"a":"1"}})"};
        const KubeRequest request = createRequest(create);
        QCOMPARE(methodName(request.method), QByteArray{"POST"});
        QCOMPARE(request.path, u"/api/v1/namespaces/kotaemon/configmaps"_s);
        QCOMPARE(queryOf(request), (QMap<QString, QString>{{u"fieldManager"_s, u"spillway"_s},
                                                           {u"fieldValidation"_s, u"Strict"_s}}));
        QCOMPARE(request.contentType, QByteArray{"application/json"});
        QCOMPARE(request.body, create.body);
        QVERIFY(request.urgent);
        QVERIFY(!request.onlyReads);
        CreateRequest other = create;
        other.body += ' ';
        QVERIFY(requestHash(other) != requestHash(create));
    }

    void trialsChangeNothing()
    {
        const CreateRequest create{ref(Kind::ConfigMap, u"Revision.7-"_s),
                                   R"({"metadata":{"name":"Revision.7-"},"data":{"a":"1"}})"};
        const Result<KubeRequest> trial = trialRequest(create);
        QVERIFY_RESULT(trial);
        QVERIFY(trial->onlyReads);
        QCOMPARE(queryOf(*trial).value(u"dryRun"_s), u"All"_s);
        QCOMPARE(trial->body, QByteArray{R"({"data":{"a":"1"},)"
                                         R"("metadata":{"generateName":"revision.7-"}})"});
        QVERIFY_ERROR(trialRequest({create.object, "[]"}), ErrorCode::InvalidInput);
    }

    void locks()
    {
        const auto locked = withLock(R"({"metadata":{"name":"a"}})", u"U"_s, u"7"_s);
        QVERIFY_RESULT(locked);
        const QJsonObject meta =
            QJsonDocument::fromJson(*locked).object().value("metadata"_L1).toObject();
        QCOMPARE(meta.value("uid"_L1).toString(), u"U"_s);
        QCOMPARE(meta.value("resourceVersion"_L1).toString(), u"7"_s);
        QCOMPARE(meta.value("name"_L1).toString(), u"a"_s);
        QVERIFY(!withLock("{}", {}, {})->contains("uid"));
        QVERIFY_ERROR(withLock("[]", {}, u"1"_s), ErrorCode::InvalidInput);
        QVERIFY_ERROR(withLock("a: 1", {}, u"1"_s), ErrorCode::InvalidInput);
    }

    void pages()
    {
        const ListQuery query{bestResource(Kind::ConfigMap), u"team-b"_s, u"set=page"_s, {}, 3};
        QCOMPARE(queryOf(listRequest(query)).value(u"limit"_s), u"3"_s);
        QVERIFY(!queryOf(listRequest(query)).contains(u"continue"_s));
        const QMap<QString, QString> next = queryOf(listRequest(query, "tok/en=="));
        QCOMPARE(next.value(u"continue"_s), u"tok/en=="_s);
        QCOMPARE(next.value(u"labelSelector"_s), u"set=page"_s);
        QVERIFY(!next.contains(u"resourceVersion"_s)); // 400 together with continue
        QCOMPARE(ListQuery{}.pageSize, 500);
    }

    void watches()
    {
        const WatchQuery query{
            {bestResource(Kind::Pod), u"a"_s}, u"42"_s, false, std::chrono::seconds{400}};
        const QMap<QString, QString> found = queryOf(watchRequest(query));
        QCOMPARE(found.value(u"resourceVersion"_s), u"42"_s);
        QCOMPARE(found.value(u"allowWatchBookmarks"_s), u"true"_s);
        QCOMPARE(found.value(u"timeoutSeconds"_s), u"400"_s);
        QVERIFY(watchRequest(query).timeout > std::chrono::seconds{400});
        const QMap<QString, QString> stream = queryOf(watchRequest({query.list, {}, true}));
        QCOMPARE(stream.value(u"sendInitialEvents"_s), u"true"_s);
        QCOMPARE(stream.value(u"resourceVersionMatch"_s), u"NotOlderThan"_s);
    }

    void events()
    {
        EventNote note;
        note.regarding = {u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s, u"shop"_s,
                          u"Chat.API."_s, u"u1"_s};
        note.reason = u"PolicyPushed"_s;
        note.action = u"Push"_s;
        note.note = QString(3000, u'x');
        note.time = 1'763'820'000'007;
        const KubeRequest request = eventRequest(note);
        QCOMPARE(request.path, u"/apis/events.k8s.io/v1/namespaces/shop/events"_s);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(body.value("note"_L1).toString().size(), 1024);
        QCOMPARE(body.value("eventTime"_L1).toString(), u"2025-11-22T14:00:00.007000Z"_s);
        QCOMPARE(body.value("metadata"_L1).toObject().value("generateName"_L1).toString(),
                 u"chat.api-"_s);
        QVERIFY(body.value("reportingController"_L1).toString().contains(u'/'));
        note.regarding.ns.clear();
        QVERIFY(eventRequest(note).path.contains("/namespaces/default/"_L1));
    }

    void pathsAreEncoded()
    {
        QCOMPARE(resourcePath(bestResource(Kind::Pod), u"a/b"_s, u"c?d"_s, u"log"_s),
                 u"/api/v1/namespaces/a%2Fb/pods/c%3Fd/log"_s);
        QCOMPARE(resourcePath(bestResource(Kind::Pod), {}), u"/api/v1/pods"_s);
        Resource node{{}, u"v1"_s, u"Node"_s, u"nodes"_s, false};
        QCOMPARE(resourcePath(node, u"ignored"_s, u"n1"_s), u"/api/v1/nodes/n1"_s);
    }

    void urlsKeepThePrefixOfTheServer_data()
    {
        QTest::addColumn<QUrl>("server");
        QTest::addColumn<QString>("url");
        QTest::newRow("plain")
            << QUrl(u"https://h:6443"_s)
            << u"https://h:6443/api/v1/namespaces/a/pods?labelSelector=a%3Db%2Cc"_s;
        QTest::newRow("prefix")
            << QUrl(u"https://h/k8s/clusters/c-x"_s)
            << u"https://h/k8s/clusters/c-x/api/v1/namespaces/a/pods?labelSelector=a%3Db%2Cc"_s;
        QTest::newRow("slash") << QUrl(u"https://h/p/"_s)
                               << u"https://h/p/api/v1/namespaces/a/pods?labelSelector=a%3Db%2Cc"_s;
    }
    void urlsKeepThePrefixOfTheServer()
    {
        QFETCH(QUrl, server);
        KubeRequest request = listRequest({bestResource(Kind::Pod), u"a"_s, u"a=b,c"_s, {}, 0});
        QTEST(QString::fromLatin1(httpRequest(request, server, {}).url.toEncoded()), "url");
    }

    void serviceProxies_data()
    {
        QTest::addColumn<ServiceProxy>("proxy");
        QTest::addColumn<QString>("path");
        QTest::newRow("port") << ServiceProxy{u"mon"_s, u"prometheus"_s, u"9090"_s, {}, {}}
                              << u"/x/api/v1/namespaces/mon/services/prometheus:9090/proxy"_s;
        QTest::newRow("scheme") << ServiceProxy{u"mon"_s, u"p"_s, u"web"_s, u"https"_s, u"api"_s}
                                << u"/x/api/v1/namespaces/mon/services/https:p:web/proxy/api"_s;
        QTest::newRow("only port") << ServiceProxy{u"mon"_s, u"p"_s, {}, {}, {}}
                                   << u"/x/api/v1/namespaces/mon/services/p/proxy"_s;
        QTest::newRow("scheme alone") << ServiceProxy{u"mon"_s, u"p"_s, {}, u"https"_s, {}}
                                      << u"/x/api/v1/namespaces/mon/services/https:p:/proxy"_s;
    }
    void serviceProxies()
    {
        QFETCH(ServiceProxy, proxy);
        const QUrl url = serviceProxyUrl(QUrl(u"https://h:1/x"_s), proxy);
        QTEST(url.path(QUrl::FullyEncoded), "path");
        QCOMPARE(url.host(), u"h"_s);
    }

    void kindsByName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plural");
        for (const char *name : {"hpa", "HPA", "horizontalpodautoscaler", "HorizontalPodAutoscaler",
                                 "horizontalpodautoscalers.autoscaling", "hpa.autoscaling"}) {
            QTest::newRow(name) << QString::fromLatin1(name) << u"horizontalpodautoscalers"_s;
        }
        QTest::newRow("deploy") << u"deploy"_s << u"deployments"_s;
        QTest::newRow("events") << u"events"_s << u"events"_s;
        QTest::newRow("other group") << u"hpa.apps"_s << u""_s;
        QTest::newRow("unknown") << u"widgets"_s << u""_s;
        QTest::newRow("empty") << u""_s << u""_s;
    }
    void kindsByName()
    {
        QFETCH(QString, text);
        QFETCH(QString, plural);
        const Result<Kind> kind = kindFromText(text);
        if (plural.isEmpty()) {
            QVERIFY_ERROR(kind, ErrorCode::InvalidInput);
        } else {
            QVERIFY_RESULT(kind);
            QCOMPARE(bestResource(*kind).plural, plural);
        }
    }
};

QTEST_GUILESS_MAIN(TestKubeRequest)
#include "tst_kuberequest.moc"
