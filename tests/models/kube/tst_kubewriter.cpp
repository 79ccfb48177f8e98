// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes against servers that refuse, lose answers before and after the effect, and change things
// in between: nothing is sent twice, nothing is done that was not read back.
#include "kube/kubewrites.h"
#include "support/resultmacros.h"
#include "wiredata.h"
#include "writefixture.h"

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(spillway::kube::Refusal)
Q_DECLARE_METATYPE(spillway::WriteOutcome::State)

namespace {

using State = WriteOutcome::State;

const ObjectRef mapRef{bestResource(Kind::ConfigMap), QStringLiteral("shop"),
                       QStringLiteral("limits")};
const ObjectRef deployRef{bestResource(Kind::Deployment), QStringLiteral("shop"),
                          QStringLiteral("api")};
constexpr auto mapBody =
    R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"limits"},"data":{"max":"9"}})";

/// One object of a server that applies as a server does: enough for what the writer looks at.
struct Store
{
    bool exists = false;
    int version = 1;
    QByteArray value;
    QByteArray uid = "u1";
    QByteArray extra; ///< of metadata

    [[nodiscard]] QByteArray json() const
    {
        return "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"limits\","
               "\"namespace\":\"shop\",\"uid\":\"" +
               uid + R"(","resourceVersion":")" + QByteArray::number(version) + '"' + extra +
               "},\"data\":{\"max\":\"" + value + "\"}}";
    }
    void apply(const QByteArray &wanted)
    {
        if (!exists || value != wanted) {
            exists = true;
            value = wanted;
            ++version;
        }
    }
    /// As after an apply, without keeping it.
    [[nodiscard]] QByteArray dryRun(const QByteArray &wanted) const
    {
        Store copy = *this;
        copy.value = wanted;
        return copy.json();
    }
};

QByteArray notFound()
{
    return ScriptedCluster::json(wireBody(u"err.404.object"_s), "404 Not Found");
}

struct Fixture : WriteFixture
{
    using WriteFixture::WriteFixture;
    const WriteOutcome &apply(const QByteArray &body = mapBody)
    {
        return finished(writer.apply(ticket, {mapRef, body}, &parent))->outcome();
    }
};

/// Applies, but answers the real one as the test says.
ScriptedCluster::Script applying(Store &store, std::function<QByteArray()> onWrite)
{
    return [&store, onWrite = std::move(onWrite)](const ClusterRequest &request) -> QByteArray {
        if (request.method == "GET") {
            return store.exists ? ScriptedCluster::json(store.json()) : notFound();
        }
        return request.has(u"dryRun"_s) ? ScriptedCluster::json(store.dryRun("9")) : onWrite();
    };
}

QByteArray scaleJson(int replicas, int version)
{
    return "{\"kind\":\"Scale\",\"apiVersion\":\"autoscaling/"
           "v1\",\"metadata\":{\"name\":\"api\",\"namespace\":\"shop\",\"resourceVersion\":\"" +
           QByteArray::number(version) +
           "\"},\"spec\":{\"replicas\":" + QByteArray::number(replicas) +
           R"(},"status":{"replicas":1}})";
}

} // namespace

class TestKubeWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndReadsBack()
    {
        Store store;
        Fixture f(applying(store, [&store] {
            store.apply("9");
            return ScriptedCluster::json(store.json(), "201 Created",
                                         "Warning: 299 - \"look\"\r\n");
        }));
        const WriteOutcome &outcome = f.apply();
        QCOMPARE(outcome.state, State::Done);
        QVERIFY(outcome.created);
        QVERIFY(!outcome.changedSince);
        QVERIFY(!outcome.answerLost);
        QCOMPARE(outcome.uid(), u"u1"_s);
        QCOMPARE(outcome.resourceVersion(), u"2"_s);
        QCOMPARE(outcome.warnings, QStringList{u"look"_s});
        QCOMPARE(outcome.hash, requestHash(ApplyRequest{mapRef, mapBody}));
        QCOMPARE(f.cluster.requests.first().body, QByteArray{mapBody});
        QCOMPARE(f.cluster.requests.first().value(u"fieldValidation"_s), u"Strict"_s);
        QVERIFY(f.cluster.requests.first().head.contains("application/apply-patch+yaml"));
        QCOMPARE(f.cluster.requests.last().method, QByteArray{"GET"});
    }

    void unchangedUnderALock()
    {
        Store store{true, 5, "9"};
        Fixture f(applying(store, [&store] { return ScriptedCluster::json(store.json()); }));
        const WriteOutcome &outcome = f.apply(*withLock(mapBody, u"u1"_s, u"5"_s));
        QCOMPARE(outcome.state, State::Done);
        QVERIFY(outcome.unchanged);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("exchange");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<Refusal>("refusal");
        QTest::newRow("conflict") << u"hpa.conflict.many"_s << QByteArray{"409 Conflict"}
                                  << Refusal::OwnedByOthers;
        QTest::newRow("stale") << u"hpa.apply.stale_rv"_s << QByteArray{"409 Conflict"}
                               << Refusal::Stale;
        QTest::newRow("invalid") << u"hpa.422.many"_s << QByteArray{"422 Invalid"}
                                 << Refusal::Invalid;
        QTest::newRow("500 of the content")
            << u"hpa.strict.unknown"_s << QByteArray{"500 Internal"} << Refusal::NotDigestible;
        QTest::newRow("webhook down")
            << u"webhook.down"_s << QByteArray{"500 Internal"} << Refusal::WebhookUnreachable;
        QTest::newRow("quota") << u"quota.exceeded"_s << QByteArray{"403 Forbidden"}
                               << Refusal::QuotaExceeded;
        QTest::newRow("forbidden")
            << u"auth.403.get"_s << QByteArray{"403 Forbidden"} << Refusal::Forbidden;
        QTest::newRow("too large")
            << u"size.413.apply"_s << QByteArray{"413 Too Large"} << Refusal::ObjectTooLarge;
    }
    void refusals()
    {
        QFETCH(QString, exchange);
        QFETCH(QByteArray, status);
        Fixture f([&](const ClusterRequest &) {
            return ScriptedCluster::json(wireBody(exchange), status);
        });
        const WriteOutcome &outcome = f.apply();
        QCOMPARE(outcome.state, State::Refused);
        QTEST(outcome.detail.refusal, "refusal");
        QVERIFY(outcome.error.has_value());
        QCOMPARE(f.cluster.requests.size(), 1); // neither repeated nor read back
    }

    void answerLostAfterTheEffect()
    {
        Store store{true, 1, "3"};
        Fixture f(applying(store, [&store] {
            store.apply("9");
            return QByteArray{};
        }));
        KubeWrite *const write = f.writer.apply(f.ticket, {mapRef, mapBody}, &f.parent);
        bool wasUnknown = false;
        connect(write, &KubeWrite::phaseChanged, this, [write, &wasUnknown] {
            wasUnknown = write->phase() == KubeWrite::Phase::ReadingBack && write->lost();
        });
        f.finished(write);
        QVERIFY(wasUnknown);
        QCOMPARE(write->outcome().state, State::Done);
        QVERIFY(write->outcome().answerLost);
        QVERIFY(!write->outcome().error);
        QCOMPARE(f.writes(), 1);
    }

    void answerLostBeforeTheEffect()
    {
        Store store{true, 1, "3"};
        Fixture f(applying(store, [] { return QByteArray{}; }));
        const WriteOutcome &outcome = f.apply();
        QCOMPARE(outcome.state, State::Unknown);
        QVERIFY(outcome.error->sentence().contains("does not show the change"_L1));
        QCOMPARE(f.writes(), 1);
    }

    void lateEffectIsSeen()
    {
        Store store{true, 1, "3"};
        int reads = 0;
        const auto base = applying(store, [] { return QByteArray{}; });
        Fixture f([&](const ClusterRequest &request) {
            if (request.method == "GET" && ++reads == 2) {
                store.apply("9");
            }
            return base(request);
        });
        const WriteOutcome &outcome = f.apply();
        QCOMPARE(outcome.state, State::Done);
        QCOMPARE(reads, 2);
    }

    void creationLost()
    {
        Store store;
        Fixture f(applying(store, [] { return QByteArray{}; }));
        const WriteOutcome &outcome = f.apply();
        QCOMPARE(outcome.state, State::Unknown);
        QCOMPARE(f.writes(), 1);
    }

    void uncertainAnswers_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("internal error")
            << QByteArray{"500 Internal"}
            << QByteArray{R"({"kind":"Status","message":"x","reason":"InternalError","code":500})"};
        QTest::newRow("timeout")
            << QByteArray{"504 Gateway Timeout"}
            << QByteArray{R"({"kind":"Status","message":"x","reason":"Timeout","code":504})"};
        QTest::newRow("proxy") << QByteArray{"502 Bad Gateway"} << QByteArray{"<html>bad</html>"};
        QTest::newRow("garbage with success") << QByteArray{"200 OK"} << QByteArray{"{\"a\":1"};
    }
    void uncertainAnswers()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        Store store{true, 1, "3"};
        Fixture f(applying(store, [&] {
            store.apply("9");
            return ScriptedCluster::json(body, status);
        }));
        const WriteOutcome &outcome = f.apply();
        QCOMPARE(outcome.state, State::Done);
        QCOMPARE(f.writes(), 1);
    }

    void neverSentIsRefused()
    {
        Store store;
        Fixture f(applying(store, [] { return QByteArray{}; }));
        f.access.next = Error{.code = ErrorCode::Unauthorized, .what = u"no login"_s};
        const WriteOutcome &outcome = f.apply();
        QCOMPARE(outcome.state, State::Refused);
        QCOMPARE(outcome.error->code, ErrorCode::Unauthorized);
        QVERIFY(f.cluster.requests.isEmpty());
    }

    void throttledWritesAreSentAgain()
    {
        Store store;
        int count = 0;
        Fixture f(applying(store, [&] {
            if (++count == 1) {
                return FaultServer::response("429 Too Many", "Too many requests",
                                             "Content-Type: text/plain\r\nRetry-After: 0\r\n");
            }
            store.apply("9");
            return ScriptedCluster::json(store.json(), "201 Created");
        }));
        QCOMPARE(f.apply().state, State::Done);
        QCOMPARE(count, 2);
    }

    /// What was refused undone does not make a failure behind it uncertain.
    void throttledAndNeverSentIsRefused()
    {
        Store store;
        FakeAccess *access = nullptr;
        Fixture f(applying(store, [&access] {
            access->next = Error{.code = ErrorCode::Unauthorized, .what = u"no login"_s};
            return FaultServer::response("429 Too Many", "Too many requests",
                                         "Content-Type: text/plain\r\nRetry-After: 0\r\n");
        }));
        access = &f.access;
        const WriteOutcome &outcome = f.apply();
        QCOMPARE(outcome.state, State::Refused);
        QVERIFY2(!outcome.error->sentence().contains("not known"_L1),
                 qPrintable(outcome.error->sentence()));
        QCOMPARE(f.writes(), 1);
    }

    void changedBySomebodyInBetween()
    {
        Store store{true, 1, "3"};
        const auto base = applying(store, [&store] {
            const QByteArray answer =
                R"({"metadata":{"name":"limits","uid":"u1","resourceVersion":"2"},"spec":{"x":1}})";
            store.version = 3;
            store.exists = true;
            return ScriptedCluster::json(answer);
        });
        Fixture f(base);
        const WriteOutcome &outcome = f.apply();
        QCOMPARE(outcome.state, State::Done);
        QVERIFY(outcome.changedSince);
        QCOMPARE(outcome.resourceVersion(), u"2"_s); // ours: who watches sees what changed since
    }

    void doneButNotReadBackIsUnknown()
    {
        Store store;
        Fixture f([&](const ClusterRequest &request) {
            if (request.method == "GET") {
                return ScriptedCluster::json(wireBody(u"auth.403.get"_s), "403 Forbidden");
            }
            store.apply("9");
            return ScriptedCluster::json(store.json());
        });
        const WriteOutcome &outcome = f.apply();
        QCOMPARE(outcome.state, State::Unknown);
        QCOMPARE(f.writes(), 1);
    }

    void noTicketNoWrite()
    {
        Store store;
        Fixture f(applying(store, [] { return QByteArray{}; }));
        f.window.close();
        QCOMPARE(f.apply().state, State::Refused);
        const WriteOutcome removed =
            f.finished(f.writer.remove(f.ticket, {mapRef}, &f.parent))->outcome();
        QCOMPARE(removed.error->code, ErrorCode::Forbidden);
        const WriteOutcome scaled =
            f.finished(f.writer.scale(f.ticket, {deployRef, 3}, &f.parent))->outcome();
        QCOMPARE(scaled.state, State::Refused);
        auto *const event = f.writer.createEvent(f.ticket, {}, &f.parent);
        QSignalSpy spy(event, &KubeReply::finished);
        QVERIFY(spy.wait(60'000));
        QVERIFY_ERROR(event->result(), ErrorCode::Forbidden);
        QVERIFY(f.cluster.requests.isEmpty());
    }

    void manifestsAreCheckedFirst_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("field");
        QTest::newRow("name") << QByteArray{R"("metadata":{"name":"other"})"} << u"metadata.name"_s;
        const QByteArray meta = R"("metadata":{"name":"limits"},)";
        QTest::newRow("unknown field") << QByteArray{meta + R"("date":{"a":"1"})"} << u"date"_s;
        QTest::newRow("wrong type") << QByteArray{meta + R"("data":{"a":1})"} << u"data[a]"_s;
        QTest::newRow("not Base64")
            << QByteArray{meta + R"("binaryData":{"a":"?"})"} << u"binaryData[a]"_s;
    }
    void manifestsAreCheckedFirst()
    {
        QFETCH(QByteArray, rest);
        Fixture f([](const ClusterRequest &) { return QByteArray{}; });
        const WriteOutcome &outcome =
            f.apply(R"({"apiVersion":"v1","kind":"ConfigMap",)" + rest + '}');
        QCOMPARE(outcome.state, State::Refused);
        QCOMPARE(outcome.error->code, ErrorCode::InvalidInput);
        QCOMPARE(outcome.detail.refusal, Refusal::Invalid);
        QTEST(outcome.detail.causes.first().field, "field");
        QVERIFY(f.cluster.requests.isEmpty());
    }

    void aWindowThatClosesDuringTheCheck()
    {
        Store store;
        Fixture f(applying(store, [] { return QByteArray{}; }));
        KubeWrite *const write = f.writer.apply(f.ticket, {mapRef, mapBody}, &f.parent);
        f.window.close(); // the check has not come back from the pool
        QCOMPARE(f.finished(write)->outcome().state, State::Refused);
        QCOMPARE(write->outcome().error->code, ErrorCode::Forbidden);
        QVERIFY(f.cluster.requests.isEmpty());
    }

    void removals_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::addColumn<QByteArray>("uidAfter"); // empty = gone
        QTest::addColumn<QByteArray>("extra");
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("again");
        QTest::newRow("gone") << true << QByteArray{} << QByteArray{} << State::Done << false;
        QTest::newRow("gone, answer lost")
            << false << QByteArray{} << QByteArray{} << State::Done << false;
        QTest::newRow("still there, answer lost")
            << false << QByteArray{"u1"} << QByteArray{} << State::Unknown << false;
        QTest::newRow("being deleted")
            << true << QByteArray{"u1"}
            << QByteArray{R"(,"deletionTimestamp":"2026-01-01T00:00:00Z")"} << State::Done << false;
        QTest::newRow("made anew")
            << true << QByteArray{"u2"} << QByteArray{} << State::Done << true;
    }
    void removals()
    {
        QFETCH(bool, answers);
        QFETCH(QByteArray, uidAfter);
        QFETCH(QByteArray, extra);
        Store store{true, 4, "9"};
        Fixture f([&](const ClusterRequest &request) {
            if (request.method == "GET") {
                return store.exists ? ScriptedCluster::json(store.json()) : notFound();
            }
            store.exists = !uidAfter.isEmpty();
            store.uid = uidAfter;
            store.extra = extra;
            return answers ? ScriptedCluster::json(
                                 R"({"kind":"Status","status":"Success","details":{"uid":"u1"}})")
                           : QByteArray{};
        });
        const WriteOutcome outcome =
            f.finished(f.writer.remove(f.ticket, {mapRef, u"u1"_s, u"4"_s}, &f.parent))->outcome();
        QTEST(outcome.state, "state");
        QTEST(outcome.changedSince, "again");
        QCOMPARE(f.writes(), 1);
        QVERIFY(f.cluster.requests.first().body.contains(R"("uid":"u1")"));
        QVERIFY(f.cluster.requests.first().body.contains(R"("resourceVersion":"4")"));
    }

    void scales()
    {
        int replicas = 2;
        Fixture f([&replicas](const ClusterRequest &request) {
            if (request.method == "PUT") {
                replicas = 5;
                if (!request.body.contains(R"("resourceVersion":"7")")) {
                    return QByteArray{};
                }
            }
            return ScriptedCluster::json(scaleJson(replicas, replicas == 5 ? 8 : 7));
        });
        const WriteOutcome outcome =
            f.finished(f.writer.scale(f.ticket, {deployRef, 5, 2}, &f.parent))->outcome();
        QCOMPARE(outcome.state, State::Done);
        QVERIFY(!outcome.changedSince);
        QCOMPARE(f.writes(), 1);
        QCOMPARE(f.cluster.requests.size(), 3);
    }

    void scalePreconditions()
    {
        Fixture f([](const ClusterRequest &) { return ScriptedCluster::json(scaleJson(4, 7)); });
        WriteOutcome outcome =
            f.finished(f.writer.scale(f.ticket, {deployRef, 5, 2}, &f.parent))->outcome();
        QCOMPARE(outcome.state, State::Refused);
        QCOMPARE(outcome.detail.refusal, Refusal::Stale);
        outcome =
            f.finished(f.writer.scale(f.ticket, {deployRef, 5, {}, u"6"_s}, &f.parent))->outcome();
        QCOMPARE(outcome.state, State::Refused);
        outcome = f.finished(f.writer.scale(f.ticket, {deployRef, -1}, &f.parent))->outcome();
        QCOMPARE(outcome.error->code, ErrorCode::InvalidInput);
        QCOMPARE(f.writes(), 0);
    }

    void scaleIsReadAgainAfterAConflict()
    {
        int version = 7;
        int replicas = 2;
        Fixture f([&](const ClusterRequest &request) {
            if (request.method == "PUT" && version == 7) {
                version = 9;
                return ScriptedCluster::json(wireBody(u"scale.put.stale"_s), "409 Conflict");
            }
            if (request.method == "PUT") {
                replicas = 5;
            }
            return ScriptedCluster::json(scaleJson(replicas, version));
        });
        const WriteOutcome outcome =
            f.finished(f.writer.scale(f.ticket, {deployRef, 5}, &f.parent))->outcome();
        QCOMPARE(outcome.state, State::Done);
        QCOMPARE(f.writes(), 2); // the first one was refused for certain
    }

    void scaleResetBySomebodyElse()
    {
        int puts = 0;
        Fixture f([&puts](const ClusterRequest &request) {
            puts += request.method == "PUT" ? 1 : 0;
            return ScriptedCluster::json(scaleJson(2, 7 + puts));
        });
        const WriteOutcome outcome =
            f.finished(f.writer.scale(f.ticket, {deployRef, 5}, &f.parent))->outcome();
        QCOMPARE(outcome.state, State::Done);
        QVERIFY(outcome.changedSince);
    }

    void scaleAnswerLost_data()
    {
        QTest::addColumn<bool>("effect");
        QTest::addColumn<State>("state");
        QTest::newRow("after the effect") << true << State::Done;
        QTest::newRow("before the effect") << false << State::Unknown;
    }
    void scaleAnswerLost()
    {
        QFETCH(bool, effect);
        int replicas = 2;
        Fixture f([&](const ClusterRequest &request) {
            if (request.method == "PUT") {
                replicas = effect ? 5 : 2;
                return QByteArray{};
            }
            return ScriptedCluster::json(scaleJson(replicas, 7));
        });
        const WriteOutcome outcome =
            f.finished(f.writer.scale(f.ticket, {deployRef, 5}, &f.parent))->outcome();
        QTEST(outcome.state, "state");
        QCOMPARE(f.writes(), 1);
    }

    void aWindowThatClosesBeforeThePut()
    {
        WriteWindow *window = nullptr;
        Fixture f([&window](const ClusterRequest &) {
            window->close();
            return ScriptedCluster::json(scaleJson(2, 7));
        });
        window = &f.window;
        const WriteOutcome outcome =
            f.finished(f.writer.scale(f.ticket, {deployRef, 5}, &f.parent))->outcome();
        QCOMPARE(outcome.state, State::Refused);
        QCOMPARE(outcome.error->code, ErrorCode::Forbidden);
        QCOMPARE(f.writes(), 0);
    }

    void emergenciesDoNotWaitBehindReads()
    {
        Store store;
        const auto base = applying(store, [&store] {
            store.apply("9");
            return ScriptedCluster::json(store.json(), "201 Created");
        });
        int slow = 0;
        Fixture f([&](const ClusterRequest &request) {
            if (request.path == "/version"_L1) {
                ++slow;
                return QByteArray{"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"}; // never ends
            }
            return base(request);
        });
        f.http.setMaxPerHost(1);
        for (int i = 0; i < 4; ++i) {
            f.client.version(&f.parent);
        }
        QTRY_COMPARE_WITH_TIMEOUT(slow, 1, 60'000);
        QCOMPARE(f.apply().state, State::Done);
        QCOMPARE(slow, 1); // the others still wait
    }

    void sameButForTimesOfManagers()
    {
        const auto json = [](const char *text) { return QJsonDocument::fromJson(text).object(); };
        const QJsonObject a = json(R"({"metadata":{"resourceVersion":"1","managedFields":[
            {"manager":"a","time":"x"},{"manager":"b","time":"y"}]},"spec":{"n":1},"status":{"s":1}})");
        QVERIFY(sameButForTimes(a, json(R"({"metadata":{"resourceVersion":"2","managedFields":[
            {"manager":"b"},{"manager":"a","time":"z"}]},"spec":{"n":1}})")));
        QVERIFY(!sameButForTimes(a, json(R"({"metadata":{"resourceVersion":"1","managedFields":[
            {"manager":"a","time":"x"}]},"spec":{"n":1}})")));
        QVERIFY(!sameButForTimes(a, json(R"({"metadata":{"resourceVersion":"1","managedFields":[
            {"manager":"a"},{"manager":"b"}]},"spec":{"n":2}})")));
    }
};

QTEST_GUILESS_MAIN(TestKubeWriter)
#include "tst_kubewriter.moc"
