// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubecatalog.h"
#include "net/httpclient.h"
#include "scriptedcluster.h"
#include "support/resultmacros.h"
#include "wiredata.h"

#include <QSignalSpy>

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(spillway::ErrorCode)

namespace {

constexpr auto aggregatedType =
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

QByteArray aggregated(const QByteArray &body)
{
    return FaultServer::response("200 OK", body,
                                 QByteArray{"Content-Type: "} + aggregatedType + "\r\n");
}

struct Fixture
{
    explicit Fixture(ScriptedCluster::Script script)
        : cluster(std::move(script))
        , access(cluster)
        , client(http, access)
    {
        client.setRandom([] { return 0.0; });
    }
    KubeDiscoveryReply *discover()
    {
        auto *const reply = client.discover(&parent);
        QSignalSpy spy(reply, &KubeDiscoveryReply::finished);
        spy.wait(10'000);
        return reply;
    }

    ScriptedCluster cluster;
    HttpClient http;
    FakeAccess access;
    KubeClient client;
    QObject parent;
};

QByteArray recordedAggregated(const ClusterRequest &request)
{
    return aggregated(
        wireBody(request.path == "/api"_L1 ? u"api.aggregated"_s : u"apis.aggregated"_s));
}

/// A server from before aggregated discovery; all groups but two fail.
QByteArray legacy(const ClusterRequest &request)
{
    if (request.path == "/api"_L1) {
        return ScriptedCluster::json(wireBody(u"api.legacy"_s));
    }
    if (request.path == "/apis"_L1) {
        return ScriptedCluster::json(wireBody(u"apis.legacy"_s));
    }
    if (request.path == "/api/v1"_L1) {
        return ScriptedCluster::json(wireBody(u"api.v1"_s));
    }
    if (request.path == "/apis/apps/v1"_L1) {
        return ScriptedCluster::json(wireBody(u"apis.resources.apps.v1"_s));
    }
    if (request.path == "/apis/autoscaling/v2"_L1) {
        return ScriptedCluster::json(wireBody(u"apis.resources.autoscaling.v2"_s));
    }
    return FaultServer::response("503 Service Unavailable", "service unavailable\n",
                                 "Content-Type: text/plain\r\n");
}

} // namespace

class TestKubeDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedAnswers()
    {
        Fixture f(recordedAggregated);
        auto *reply = f.discover();
        QVERIFY_RESULT(reply->result());
        const Discovery &found = *reply->result();
        QVERIFY(found.aggregated);
        QCOMPARE(f.cluster.requests.size(), 2);
        for (const Kind kind : {Kind::Deployment, Kind::Pod, Kind::HorizontalPodAutoscaler,
                                Kind::ScaledObject, Kind::CronJob, Kind::ConfigMap, Kind::Role,
                                Kind::Event, Kind::DestinationRule, Kind::PrometheusRule}) {
            QVERIFY_RESULT(found.find(kind));
        }
        QVERIFY(found.find(Kind::Deployment)->hasScale());
        QVERIFY(!found.find(Kind::ConfigMap)->hasScale());
        QVERIFY(found.find(Kind::Pod)->can("watch"_L1));
        QCOMPARE(found.find(Kind::HorizontalPodAutoscaler)->resource.version, u"v2"_s);
        QCOMPARE(found.find(Kind::DestinationRule)->resource.version, u"v1"_s);
        QVERIFY(found.failed.isEmpty());
        QCOMPARE(found.findText(u"hpa"_s)->resource.kind, u"HorizontalPodAutoscaler"_s);
        QCOMPARE(found.findText(u"nodes"_s)->resource.namespaced, false);
        QVERIFY_ERROR(found.findText(u"widgets"_s), ErrorCode::InvalidInput);
        QVERIFY_RESULT(found.find(u"apps/v1"_s, u"Deployment"_s));
        QVERIFY_ERROR(found.find(u"apps/v9"_s, u"Deployment"_s), ErrorCode::Unsupported);
    }

    void theSameFromAnOldServer()
    {
        Fixture f(legacy);
        auto *reply = f.discover();
        QVERIFY_RESULT(reply->result());
        const Discovery &found = *reply->result();
        QVERIFY(!found.aggregated);
        QVERIFY(found.find(Kind::Deployment)->hasScale());
        QVERIFY_RESULT(found.find(Kind::HorizontalPodAutoscaler));
        QVERIFY_RESULT(found.find(Kind::ConfigMap));
        // One broken group does not break the rest (D2).
        QVERIFY(found.failed.contains(u"batch/v1"_s));
        QVERIFY_ERROR(found.find(Kind::CronJob), ErrorCode::Unsupported);
    }

    void halfAggregatedMeansTheOldWayForAll()
    {
        Fixture f([](const ClusterRequest &request) {
            return request.path == "/apis"_L1 && request.head.contains("as=APIGroupDiscoveryList")
                       ? recordedAggregated(request)
                       : legacy(request);
        });
        auto *reply = f.discover();
        QVERIFY_RESULT(reply->result());
        QVERIFY(!reply->result()->aggregated);
        QVERIFY_RESULT(reply->result()->find(Kind::Deployment));
    }

    void aServerWithoutTheCoreGroup()
    {
        Fixture f([](const ClusterRequest &request) {
            return request.path == "/api"_L1
                       ? FaultServer::response("404 Not Found", "404 page not found\n")
                       : recordedAggregated(request);
        });
        auto *reply = f.discover();
        QVERIFY_RESULT(reply->result());
        QVERIFY(reply->result()->has(Kind::Deployment));
        QVERIFY(!reply->result()->has(Kind::Pod));
    }

    void refusalsAndGarbage_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("anonymous")
            << ScriptedCluster::json(wireBody(u"apis.anonymous"_s), "403 Forbidden")
            << ErrorCode::Forbidden;
        QTest::newRow("page") << FaultServer::response("200 OK", "<html>x</html>",
                                                       "Content-Type: text/html\r\n")
                              << ErrorCode::WrongContent;
        QTest::newRow("other JSON") << ScriptedCluster::json("{}") << ErrorCode::WrongContent;
        QTest::newRow("cut") << aggregated(R"({"kind":"APIGroupDiscoveryList","items":[{)")
                             << ErrorCode::WrongContent;
    }
    void refusalsAndGarbage()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorCode, code);
        Fixture f([answer](const ClusterRequest &) { return answer; });
        QVERIFY_ERROR(f.discover()->result(), code);
    }

    void staleGroupsAreNamed()
    {
        Discovery found;
        const Result<void> read = readAggregated(
            R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"external.metrics.k8s.io"},
            "versions":[{"version":"v1beta1","freshness":"Stale"}]}]})",
            found);
        QVERIFY_RESULT(read);
        QCOMPARE(found.failed.keys(), QStringList{u"external.metrics.k8s.io/v1beta1"_s});
    }

    void noOlderVersionIsTaken()
    {
        Discovery found;
        const Result<void> read = readAggregated(
            R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"autoscaling"},
            "versions":[{"version":"v1","resources":[{"resource":"horizontalpodautoscalers",
            "responseKind":{"kind":"HorizontalPodAutoscaler"},"scope":"Namespaced"}]}]}]})",
            found);
        QVERIFY_RESULT(read);
        const auto hpa = found.find(Kind::HorizontalPodAutoscaler);
        QVERIFY_ERROR(hpa, ErrorCode::Unsupported);
        QVERIFY(hpa.error().why.contains("v1"_L1));
        QVERIFY(hpa.error().why.contains("v2"_L1));
    }

    void preferredVersionsComeFirst()
    {
        Discovery found;
        const auto versions = readLegacyGroups(
            R"({"kind":"APIGroupList","groups":[{"name":"g","versions":[{"version":"v1beta1"},
            {"version":"v1"}],"preferredVersion":{"version":"v1"}}]})",
            found);
        QVERIFY_RESULT(versions);
        QCOMPARE(*versions, (QStringList{u"g/v1"_s, u"g/v1beta1"_s}));
        QVERIFY_ERROR(readLegacyGroups("{}", found), ErrorCode::WrongContent);
        QVERIFY_ERROR(readLegacyResources("{}", u"v1"_s, found), ErrorCode::WrongContent);
    }

    void versions()
    {
        const auto version = decodeVersion(wireBody(u"version"_s));
        QVERIFY_RESULT(version);
        QCOMPARE(version->text, u"v1.36.2"_s);
        QCOMPARE(version->minor, 36);
        QCOMPARE(decodeVersion(R"({"gitVersion":"v1.27.3-gke","major":"1","minor":"27+"})")->minor,
                 27);
        QVERIFY_ERROR(decodeVersion("{}"), ErrorCode::WrongContent);
        QVERIFY_ERROR(decodeVersion("<html>"), ErrorCode::WrongContent);
    }

    void theCatalogAsksForAllOnce()
    {
        Fixture f([](const ClusterRequest &request) {
            if (request.path == "/version"_L1) {
                return ScriptedCluster::json(wireBody(u"version"_s));
            }
            return request.method == "POST"
                       ? ScriptedCluster::json(wireBody(u"auth.ssreview.oncall"_s))
                       : recordedAggregated(request);
        });
        KubeCatalog catalog(f.client);
        QVERIFY_ERROR(catalog.resource(Kind::Pod), ErrorCode::ServerUnavailable);
        QSignalSpy updated(&catalog, &KubeCatalog::updated);
        catalog.refresh();
        catalog.refresh(); // one at a time
        QVERIFY(updated.wait(60'000));
        QCOMPARE(catalog.version()->minor, 36);
        QCOMPARE(catalog.identity()->user, u"oncall"_s);
        QCOMPARE(catalog.resource(Kind::Pod)->plural, u"pods"_s);
        QCOMPARE(f.cluster.requests.size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestKubeDiscovery)
#include "tst_kubediscovery.moc"
