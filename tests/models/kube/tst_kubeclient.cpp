// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads against servers that fail in every way: each reply finishes once, with the right error.
#include "kube/kubecall.h"
#include "kube/kubeclient.h"
#include "net/httpclient.h"
#include "scriptedcluster.h"
#include "support/resultmacros.h"
#include "wiredata.h"

#include <QSignalSpy>

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(spillway::CallAttempt)

namespace {

const ObjectRef hpaRef{bestResource(Kind::HorizontalPodAutoscaler), QStringLiteral("kotaemon"),
                       QStringLiteral("live")};

QByteArray configMaps(int from, int count, const QByteArray &next)
{
    QByteArray items;
    for (int i = from; i < from + count; ++i) {
        items += (items.isEmpty() ? "" : ",") + QByteArray{"{\"metadata\":{\"name\":\"m"} +
                 QByteArray::number(i) + "\"}}";
    }
    return "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":"
           "\"9\",\"continue\":\"" +
           next + "\"},\"items\":[" + items + "]}";
}

const QByteArray expired =
    R"({"kind":"Status","apiVersion":"v1","metadata":{"continue":"x"},)"
    R"("status":"Failure","message":"too old","reason":"Expired","code":410})";

/// A client of a scripted server.
struct Fixture
{
    explicit Fixture(ScriptedCluster::Script script)
        : cluster(std::move(script))
        , access(cluster)
        , client(http, access)
    {
        client.setRandom([] { return 0.0; });
    }
    template<typename Reply>
    Reply *finished(Reply *reply)
    {
        QSignalSpy spy(reply, &Reply::finished);
        if (!reply->isFinished()) {
            spy.wait(10'000);
        }
        return reply;
    }

    ScriptedCluster cluster;
    HttpClient http;
    FakeAccess access;
    KubeClient client;
    QObject parent;
};

} // namespace

class TestKubeClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads()
    {
        Fixture f([](const ClusterRequest &) {
            return ScriptedCluster::json(wireBody(u"live.hpa.get"_s), "200 OK",
                                         "Warning: 299 - \"old\"\r\nWarning: 299 - \"old\"\r\n");
        });
        auto *reply = f.client.get<HorizontalPodAutoscaler>(hpaRef, &f.parent);
        QVERIFY(!reply->isFinished());
        f.finished(reply);
        QVERIFY_RESULT(reply->result());
        QCOMPARE(reply->result()->maxReplicas, 6);
        QCOMPARE(reply->warnings(), QStringList{u"old"_s});
        QCOMPARE(f.cluster.requests.first().path,
                 u"/apis/autoscaling/v2/namespaces/kotaemon/horizontalpodautoscalers/live"_s);
    }

    void pagesAreOneList()
    {
        Fixture f([](const ClusterRequest &request) {
            const QString token = request.value(u"continue"_s);
            return ScriptedCluster::json(token.isEmpty()    ? configMaps(0, 2, "a=")
                                         : token == "a="_L1 ? configMaps(2, 2, "b=")
                                                            : configMaps(4, 1, ""));
        });
        auto *list = f.finished(f.client.list<ConfigMap>(
            {bestResource(Kind::ConfigMap), u"x"_s, {}, {}, 2}, &f.parent));
        QVERIFY_RESULT(list->result());
        QCOMPARE(list->result()->items.size(), 5U);
        QCOMPARE(list->result()->items.back().meta.name, u"m4"_s);
        QCOMPARE(list->result()->resourceVersion, u"9"_s);
        QCOMPARE(f.cluster.requests.size(), 3);
        for (const ClusterRequest &request : f.cluster.requests) {
            QCOMPARE(request.value(u"limit"_s), u"2"_s); // identical parameters on each page
        }
    }

    void expiredPageStartsAgainWithoutPages()
    {
        Fixture f([](const ClusterRequest &request) {
            if (!request.has(u"limit"_s)) {
                return ScriptedCluster::json(configMaps(0, 3, ""));
            }
            return request.has(u"continue"_s) ? ScriptedCluster::json(expired, "410 Gone")
                                              : ScriptedCluster::json(configMaps(0, 2, "a"));
        });
        auto *list = f.finished(f.client.list<ConfigMap>(
            {bestResource(Kind::ConfigMap), u"x"_s, {}, {}, 2}, &f.parent));
        QVERIFY_RESULT(list->result());
        QCOMPARE(list->result()->items.size(), 3U); // nothing twice
        QCOMPARE(f.cluster.requests.size(), 3);
    }

    void expiredFirstPageIsAnError()
    {
        Fixture f(
            [](const ClusterRequest &) { return ScriptedCluster::json(expired, "410 Gone"); });
        auto *list = f.finished(
            f.client.list<ConfigMap>({bestResource(Kind::ConfigMap), u"x"_s}, &f.parent));
        QVERIFY(!list->result().ok());
        QCOMPARE(list->detail().refusal, Refusal::Expired);
        QCOMPARE(f.cluster.requests.size(), 1);
    }

    void largeAnswersAreDecodedElsewhere()
    {
        Fixture f([](const ClusterRequest &) {
            return ScriptedCluster::json(configMaps(0, 20'000, ""));
        });
        auto *list = f.finished(
            f.client.list<ConfigMap>({bestResource(Kind::ConfigMap), u"x"_s}, &f.parent));
        QVERIFY_RESULT(list->result());
        QCOMPARE(list->result()->items.size(), 20'000U);
    }

    void lateResultsAreDropped()
    {
        Fixture f([](const ClusterRequest &) {
            return ScriptedCluster::json(configMaps(0, 20'000, ""));
        });
        auto *list = f.client.list<ConfigMap>({bestResource(Kind::ConfigMap), u"x"_s}, &f.parent);
        int finished = 0;
        connect(list, &KubeReply::finished, this, [&finished] { ++finished; });
        QTRY_COMPARE_WITH_TIMEOUT(f.cluster.requests.size(), 1, 60'000);
        delete list;
        auto *other = f.finished(
            f.client.get<ConfigMap>({bestResource(Kind::ConfigMap), u"x"_s, u"a"_s}, &f.parent));
        QVERIFY(other->isFinished());
        QCOMPARE(finished, 0);
    }

    void expiredCredentialsAreRenewedOnce()
    {
        Fixture f([](const ClusterRequest &request) {
            return request.head.contains("Bearer new")
                       ? ScriptedCluster::json(wireBody(u"live.hpa.get"_s))
                       : ScriptedCluster::json(wireBody(u"auth.401.bad_token"_s),
                                               "401 Unauthorized");
        });
        f.access.next = FakeAccess::token(u"old-token"_s);
        f.access.renewed = FakeAccess::token(u"new-token"_s);
        auto *reply = f.finished(f.client.get<HorizontalPodAutoscaler>(hpaRef, &f.parent));
        QVERIFY_RESULT(reply->result());
        QCOMPARE(f.access.refusals, 1);
    }

    void refusedCredentialsEndWithUnauthorized()
    {
        Fixture f([](const ClusterRequest &) {
            return ScriptedCluster::json(wireBody(u"auth.401.bad_token"_s), "401 Unauthorized");
        });
        f.access.next = FakeAccess::token(u"canary-token"_s);
        auto *reply = f.finished(f.client.get<HorizontalPodAutoscaler>(hpaRef, &f.parent));
        QVERIFY_ERROR(reply->result(), ErrorCode::Unauthorized);
        QCOMPARE(f.cluster.requests.size(), 2);
        QVERIFY(!reply->result().error().sentence().contains("canary"_L1));
    }

    void accessThatFails()
    {
        Fixture f([](const ClusterRequest &) { return ScriptedCluster::json("{}"); });
        f.access.next = Error{.code = ErrorCode::File, .what = u"no login helper"_s};
        auto *reply = f.client.whoAmI(&f.parent);
        QVERIFY(!reply->isFinished()); // never from inside the call
        f.finished(reply);
        QVERIFY_ERROR(reply->result(), ErrorCode::File);
        QVERIFY(f.cluster.requests.isEmpty());
    }

    void throttledReadsWaitAsAsked()
    {
        int count = 0;
        Fixture f([&count](const ClusterRequest &) {
            return ++count < 3
                       ? FaultServer::response("429 Too Many Requests",
                                               "Too many requests, please try again later.",
                                               "Content-Type: text/plain\r\nRetry-After: 0\r\n")
                       : ScriptedCluster::json(wireBody(u"version"_s));
        });
        auto *reply = f.finished(f.client.version(&f.parent));
        QVERIFY_RESULT(reply->result());
        QCOMPARE(reply->result()->minor, 36);
        QCOMPARE(count, 3);
    }

    void throttledWithoutATimeIsAnError()
    {
        Fixture f([](const ClusterRequest &) {
            return FaultServer::response("429 Too Many Requests", "Too many requests",
                                         "Content-Type: text/plain\r\n");
        });
        auto *reply = f.finished(f.client.version(&f.parent));
        QVERIFY_ERROR(reply->result(), ErrorCode::RateLimited);
        QCOMPARE(f.cluster.requests.size(), 1);
    }

    void cutReadsAreRepeated()
    {
        int count = 0;
        Fixture f([&count](const ClusterRequest &) {
            return ++count == 1 ? QByteArray{} : ScriptedCluster::json(wireBody(u"version"_s));
        });
        auto *reply = f.finished(f.client.version(&f.parent));
        QVERIFY_RESULT(reply->result());
    }

    void theErrorBeforeIsKept()
    {
        int count = 0;
        Fixture f([&count](const ClusterRequest &) {
            return ++count == 1
                       ? ScriptedCluster::json(wireBody(u"crd.establishing.1"_s),
                                               "429 Too Many Requests", "Retry-After: 0\r\n")
                       : ScriptedCluster::json(wireBody(u"auth.403.get"_s), "403 Forbidden");
        });
        auto *reply = f.finished(f.client.get<HorizontalPodAutoscaler>(hpaRef, &f.parent));
        QVERIFY_ERROR(reply->result(), ErrorCode::Forbidden);
        QVERIFY(reply->result().error().why.contains("(re)initializing"_L1));
        QVERIFY(reply->detail().neededRole.contains("kind: Role"_L1));
    }

    void loginPageWithSuccess()
    {
        Fixture f([](const ClusterRequest &) {
            return FaultServer::response("200 OK", "<html><title>Sign in</title></html>",
                                         "Content-Type: text/html\r\n");
        });
        auto *reply = f.finished(f.client.get<HorizontalPodAutoscaler>(hpaRef, &f.parent));
        QVERIFY_ERROR(reply->result(), ErrorCode::WrongContent);
        QCOMPARE(reply->detail().refusal, Refusal::NotKubernetes);
        QVERIFY(reply->result().error().why.contains("Sign in"_L1));
    }

    void cutJson()
    {
        Fixture f([](const ClusterRequest &) {
            return ScriptedCluster::json(wireBody(u"live.hpa.get"_s).first(300));
        });
        auto *reply = f.finished(f.client.get<HorizontalPodAutoscaler>(hpaRef, &f.parent));
        QVERIFY_ERROR(reply->result(), ErrorCode::WrongContent);
    }

    void previews()
    {
        Fixture f([](const ClusterRequest &) {
            return ScriptedCluster::json(wireBody(u"hpa.apply.create.dryrun"_s), "201 Created");
        });
        const QByteArray body =
            compactJson(wire(u"hpa.apply.create.dryrun"_s).request.value("body"_L1));
        const ApplyRequest apply{{hpaRef.resource, u"kotaemon"_s, u"chat-api"_s}, body};
        auto *reply = f.finished(f.client.preview(apply, &f.parent));
        QVERIFY_RESULT(reply->result());
        QVERIFY(reply->result()->creates);
        QVERIFY(!reply->result()->serverBug);
        QCOMPARE(reply->result()->hash, requestHash(apply));
        QCOMPARE(f.cluster.requests.first().value(u"dryRun"_s), u"All"_s);
        QCOMPARE(f.cluster.requests.first().body, body);
        QCOMPARE(f.cluster.requests.first().method, QByteArray{"PATCH"});
    }

    void previewOfAnOldServerThatDoublesMetrics()
    {
        Fixture f([](const ClusterRequest &) {
            return ScriptedCluster::json(
                R"({"metadata":{"name":"a"},"spec":{"metrics":[{"type":"R"},{"type":"R"}]}})");
        });
        const ApplyRequest apply{
            {hpaRef.resource, u"x"_s, u"a"_s},
            R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"a"}})"};
        QVERIFY(f.finished(f.client.preview(apply, &f.parent))->result()->serverBug);
    }

    void badManifestsAreNotSent()
    {
        Fixture f([](const ClusterRequest &) { return ScriptedCluster::json("{}"); });
        const ApplyRequest apply{
            {hpaRef.resource, u"x"_s, u"a"_s},
            R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"a"},
            "spec":{"maxReplicas":4294967302,"minReplica":1}})"};
        auto *reply = f.finished(f.client.preview(apply, &f.parent));
        QVERIFY_ERROR(reply->result(), ErrorCode::InvalidInput);
        QCOMPARE(reply->detail().refusal, Refusal::Invalid);
        QCOMPARE(reply->detail().causes.size(), 2);
        QCOMPARE(reply->detail().causes.first().field, u"spec.maxReplicas"_s);
        QCOMPARE(reply->detail().causes.last().field, u"spec.minReplica"_s);
        QVERIFY(f.cluster.requests.isEmpty());
    }

    void whoGoesBeforeTheCheckSendsNothing()
    {
        Fixture f([](const ClusterRequest &) { return ScriptedCluster::json("{}"); });
        const ApplyRequest apply{
            {hpaRef.resource, u"x"_s, u"a"_s},
            R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"a"}})"};
        delete f.client.preview(apply, &f.parent);
        f.finished(f.client.preview(apply, &f.parent));
        QCOMPARE(f.cluster.requests.size(), 1);
    }

    void reviews()
    {
        Fixture f([](const ClusterRequest &request) {
            return ScriptedCluster::json(
                wireBody(request.path.endsWith("selfsubjectreviews"_L1) ? u"auth.ssreview.oncall"_s
                         : request.path.endsWith("rulesreviews"_L1)     ? u"auth.ssrr.oncall"_s
                                                                    : u"auth.ssar.oncall.named"_s),
                "201 Created");
        });
        QCOMPARE(f.finished(f.client.whoAmI(&f.parent))->result()->user, u"oncall"_s);
        QVERIFY(f.finished(f.client.canI({u"patch"_s, u"autoscaling"_s, u"x"_s}, &f.parent))
                    ->result()
                    ->allowed);
        QVERIFY(!f.finished(f.client.rules(u"kotaemon"_s, &f.parent))->result()->rules.isEmpty());
        for (const ClusterRequest &request : f.cluster.requests) {
            QCOMPARE(request.method, QByteArray{"POST"});
        }
    }

    void fetchOnlyReads()
    {
        Fixture f([](const ClusterRequest &) { return FaultServer::response("200 OK", "ok"); });
        KubeRequest request = rawRequest(u"/readyz"_s);
        request.method = HttpRequest::Method::Delete;
        request.body = "x";
        auto *reply = f.finished(f.client.fetch(request, &f.parent));
        QCOMPARE(reply->result()->body, QByteArray{"ok"});
        QCOMPARE(f.cluster.requests.first().method, QByteArray{"GET"});
    }

    void retryDelays_data()
    {
        QTest::addColumn<CallAttempt>("attempt");
        QTest::addColumn<qint64>("ms"); // -1 = never
        const auto answer = [](bool reads, int status, qint64 after, int attempt = 1) {
            CallAttempt one;
            one.attempt = attempt;
            one.onlyReads = reads;
            one.httpStatus = status;
            if (after >= 0) {
                one.retryAfter = std::chrono::milliseconds{after};
            }
            return one;
        };
        const auto lost = [](bool reads, ErrorCode code, int attempt = 1) {
            CallAttempt one;
            one.attempt = attempt;
            one.onlyReads = reads;
            one.transportError = code;
            return one;
        };
        QTest::newRow("429 read") << answer(true, 429, 1000) << qint64{1000};
        QTest::newRow("429 write") << answer(false, 429, 1000) << qint64{1000};
        QTest::newRow("503 write") << answer(false, 503, 2000) << qint64{2000};
        QTest::newRow("500 read") << answer(true, 500, 1000) << qint64{1000};
        QTest::newRow("500 write") << answer(false, 500, 1000) << qint64{-1};
        QTest::newRow("504 write") << answer(false, 504, 1000) << qint64{-1};
        QTest::newRow("no time given") << answer(true, 429, -1) << qint64{-1};
        QTest::newRow("too long") << answer(true, 429, 61'000) << qint64{-1};
        QTest::newRow("tenth try") << answer(true, 429, 0, 10) << qint64{-1};
        QTest::newRow("404") << answer(true, 404, 1000) << qint64{-1};
        QTest::newRow("cut read") << lost(true, ErrorCode::Interrupted) << qint64{0};
        QTest::newRow("cut write") << lost(false, ErrorCode::Interrupted) << qint64{-1};
        QTest::newRow("third cut") << lost(true, ErrorCode::Interrupted, 3) << qint64{-1};
        QTest::newRow("no connection") << lost(true, ErrorCode::Unreachable) << qint64{-1};
        QTest::newRow("timeout") << lost(true, ErrorCode::Timeout) << qint64{-1};
    }
    void retryDelays()
    {
        QFETCH(CallAttempt, attempt);
        QFETCH(qint64, ms);
        const auto delay = callRetryDelay(attempt, 0.0);
        QCOMPARE(delay ? delay->count() : -1, ms);
        if (delay) {
            QVERIFY(*callRetryDelay(attempt, 0.99) > *delay); // jitter on top (R3)
        }
    }
};

QTEST_GUILESS_MAIN(TestKubeClient)
#include "tst_kubeclient.moc"
