// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "support/faultserver.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<HttpSettings> settingsWith(HttpAuth auth, HttpHeaders headers = {})
{
    auto settings = std::make_shared<HttpSettings>();
    settings->auth = std::move(auth);
    settings->headers = std::move(headers);
    return settings;
}

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatItIsTold_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("line");
        using M = HttpRequest::Method;
        QTest::newRow("GET") << static_cast<int>(M::Get) << QByteArray("GET /p?q=1 HTTP/1.1");
        QTest::newRow("POST") << static_cast<int>(M::Post) << QByteArray("POST /p?q=1 HTTP/1.1");
        QTest::newRow("PUT") << static_cast<int>(M::Put) << QByteArray("PUT /p?q=1 HTTP/1.1");
        QTest::newRow("PATCH") << static_cast<int>(M::Patch) << QByteArray("PATCH /p?q=1 HTTP/1.1");
        QTest::newRow("DELETE") << static_cast<int>(M::Delete)
                                << QByteArray("DELETE /p?q=1 HTTP/1.1");
    }

    void sendsWhatItIsTold()
    {
        QFETCH(int, method);
        QFETCH(QByteArray, line);
        FaultServer server(
            FaultServer::answer(FaultServer::response("200 OK", "yes", "X-A: 1\r\nX-A: 2\r\n")));
        HttpClient client;
        HttpRequest request{.method = static_cast<HttpRequest::Method>(method),
                            .url = server.url(u"/p?q=1"_s),
                            .headers = {{"X-Test", "t"}, {"Bad", "a\r\nInjected: 1"}},
                            .body = method == 0 ? QByteArray{} : QByteArray{"a=b"}};
        QScopedPointer<HttpReply> reply(client.send(request, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(reply->result().ok());
        QCOMPARE(reply->result()->body, QByteArray("yes"));
        QVERIFY(reply->result()->body.capacity() >= reply->result()->body.size() + responsePadding);
        QCOMPARE(reply->result()->header("x-a"), QByteArray("1"));
        const QByteArray sent = server.requests().first();
        QVERIFY2(sent.startsWith(line), sent.constData());
        QVERIFY(sent.contains("\r\nX-Test: t\r\n"));
        QVERIFY(!sent.contains("Injected"));
        QCOMPARE(sent.endsWith("\r\n\r\na=b"), method != 0);
    }

    void credentialsAreSent_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("none") << static_cast<int>(HttpAuth::Kind::None) << QByteArray();
        QTest::newRow("basic") << static_cast<int>(HttpAuth::Kind::Basic)
                               << QByteArray("Authorization: Basic dTpzZWNyZXQ=");
        QTest::newRow("bearer") << static_cast<int>(HttpAuth::Kind::Bearer)
                                << QByteArray("Authorization: Bearer secret");
        QTest::newRow("file") << static_cast<int>(HttpAuth::Kind::TokenFile)
                              << QByteArray("Authorization: Bearer first");
    }

    void credentialsAreSent()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, header);
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("first\n");
        file.flush();
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "")));
        HttpClient client;
        const HttpRequest request{.url = server.url(),
                                  .settings = settingsWith({static_cast<HttpAuth::Kind>(kind),
                                                            u"u"_s, u"secret"_s, file.fileName()},
                                                           {{"X-Scope-OrgID", "team"}})};
        QScopedPointer<HttpReply> reply(client.send(request, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(server.requests().first().contains("Authorization"), !header.isEmpty());
        QVERIFY(server.requests().first().contains(header));
        QVERIFY(server.requests().first().contains("X-Scope-OrgID: team"));
        file.resize(0);
        file.seek(0);
        file.write("second");
        file.flush();
        QScopedPointer<HttpReply> again(client.send(request, nullptr));
        QSignalSpy againFinished(again.data(), &HttpReply::finished);
        QVERIFY(againFinished.wait(60'000));
        QCOMPARE(server.requests().last().contains("Bearer second"),
                 kind == static_cast<int>(HttpAuth::Kind::TokenFile));
    }

    void aMissingTokenFileIsAnError()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "")));
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send(
            {.url = server.url(),
             .settings = settingsWith({HttpAuth::Kind::TokenFile, {}, {}, u"/no/such"_s})},
            nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::File);
        QVERIFY(server.requests().isEmpty());
    }

    void deletingTheReplyCancels()
    {
        FaultServer server([](QTcpSocket &, const QByteArray &) {});
        HttpClient client;
        auto *reply = client.send({.url = server.url()}, nullptr);
        QSignalSpy arrived(&server, &FaultServer::requestReceived);
        QVERIFY(arrived.wait(60'000));
        QSignalSpy finished(reply, &HttpReply::finished);
        delete reply;
        QCOMPARE(finished.size(), 0);
        // The place in the queue is free again.
        server.setHandler(FaultServer::answer(FaultServer::response("200 OK", "")));
        client.setMaxPerHost(1);
        QScopedPointer<HttpReply> next(client.send({.url = server.url()}, nullptr));
        QSignalSpy nextFinished(next.data(), &HttpReply::finished);
        QVERIFY(nextFinished.wait(60'000));
        QVERIFY(next->result().ok());
    }

    void deletingInItsOwnSignals_data()
    {
        QTest::addColumn<int>("when");
        QTest::newRow("headersReceived") << 0;
        QTest::newRow("bytesReceived") << 1;
        QTest::newRow("finished") << 2;
    }

    void deletingInItsOwnSignals()
    {
        QFETCH(int, when);
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "body")));
        HttpClient client;
        auto *reply = client.send({.url = server.url(), .streaming = true}, nullptr);
        QSignalSpy destroyed(reply, &QObject::destroyed);
        if (when == 0) {
            connect(reply, &HttpReply::headersReceived, this, [reply] { delete reply; });
        } else if (when == 1) {
            connect(reply, &HttpReply::bytesReceived, this, [reply] { delete reply; });
        } else {
            connect(reply, &HttpReply::finished, this, [reply] { delete reply; });
        }
        QVERIFY(destroyed.wait(60'000));
        QCOMPARE(client.totals().requests, 1);
    }

    void deletingTheClientEndsItsReplies()
    {
        FaultServer server([](QTcpSocket &, const QByteArray &) {});
        auto client = std::make_unique<HttpClient>();
        client->setMaxPerHost(1);
        QScopedPointer<HttpReply> running(client->send({.url = server.url()}, nullptr));
        QScopedPointer<HttpReply> waiting(client->send({.url = server.url()}, nullptr));
        QSignalSpy arrived(&server, &FaultServer::requestReceived);
        QVERIFY(arrived.wait(60'000));
        QSignalSpy runningFinished(running.data(), &HttpReply::finished);
        QSignalSpy waitingFinished(waiting.data(), &HttpReply::finished);
        client.reset();
        QCOMPARE(runningFinished.size(), 1);
        QCOMPARE(waitingFinished.size(), 1);
        QCOMPARE(running->result().error().code, ErrorCode::Cancelled);
    }

    void deletingTheClientInASlot()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "body")));
        auto *client = new HttpClient;
        QSignalSpy destroyed(client, &QObject::destroyed);
        QScopedPointer<HttpReply> reply(client->send({.url = server.url()}, nullptr));
        QScopedPointer<HttpReply> other(client->send({.url = server.url()}, nullptr));
        connect(reply.data(), &HttpReply::finished, this, [client] { delete client; });
        QVERIFY(destroyed.wait(60'000));
        QTRY_VERIFY_WITH_TIMEOUT(other->isFinished(), 60'000);
    }

    void boundsTheConcurrencyButNotOfUrgentRequests()
    {
        QList<QPointer<QTcpSocket>> held;
        FaultServer server(
            [&held](QTcpSocket &socket, const QByteArray &) { held.append(&socket); });
        HttpClient client;
        client.setMaxPerHost(2);
        std::vector<std::unique_ptr<HttpReply>> replies;
        for (int i = 0; i < 5; ++i) {
            replies.emplace_back(client.send({.url = server.url()}, nullptr));
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 2, 60'000);
        replies.emplace_back(client.send(
            {.url = server.url(u"/urgent"_s), .lane = HttpRequest::Lane::Urgent}, nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 3, 60'000);
        QVERIFY(server.requests().last().startsWith("GET /urgent"));
        server.setHandler(FaultServer::answer(FaultServer::response("200 OK", "")));
        for (const auto &socket : held) {
            socket->write(FaultServer::response("200 OK", ""));
        }
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(replies.begin(), replies.end(),
                                             [](const auto &reply) { return reply->isFinished(); }),
                                 60'000);
        QCOMPARE(server.requests().size(), 6);
    }

    void connectionsAreKept()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "")));
        HttpClient client;
        for (int i = 0; i < 5; ++i) {
            QScopedPointer<HttpReply> reply(client.send({.url = server.url()}, nullptr));
            QSignalSpy finished(reply.data(), &HttpReply::finished);
            QVERIFY(finished.wait(60'000));
        }
        QCOMPARE(server.connections(), 1);
    }

    void onlyWhatReadsSharesAConnection_data()
    {
        QTest::addColumn<bool>("onlyReads");
        QTest::addColumn<int>("connections");
        QTest::newRow("a query") << true << 1;
        QTest::newRow("a change") << false << 3;
    }

    void onlyWhatReadsSharesAConnection()
    {
        QFETCH(bool, onlyReads);
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "")));
        HttpClient client;
        for (int i = 0; i < 3; ++i) {
            QScopedPointer<HttpReply> reply(client.send({.method = HttpRequest::Method::Post,
                                                         .url = server.url(),
                                                         .body = "query=up",
                                                         .onlyReads = onlyReads},
                                                        nullptr));
            QSignalSpy finished(reply.data(), &HttpReply::finished);
            QVERIFY(finished.wait(60'000));
        }
        QTEST(server.connections(), "connections");
    }

    void compressedAnswersAreDecoded()
    {
        FaultServer server([](QTcpSocket &socket, const QByteArray &request) {
            QVERIFY(request.toLower().contains("accept-encoding:"));
            const QByteArray zlib = qCompress(QByteArray(100'000, 'x')).mid(4);
            socket.write(FaultServer::response("200 OK", zlib, "Content-Encoding: deflate\r\n"));
        });
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send({.url = server.url()}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result()->body, QByteArray(100'000, 'x'));
    }

    void retriesWhatMayBeRetried()
    {
        int count = 0;
        FaultServer server([&count](QTcpSocket &socket, const QByteArray &) {
            ++count;
            if (count == 1) {
                socket.disconnectFromHost();
            } else {
                socket.write(FaultServer::response(count == 2 ? "503 No" : "200 OK", ""));
            }
        });
        HttpClient client;
        client.setRandom([] { return 0.0; });
        QScopedPointer<HttpReply> reply(
            client.send({.url = server.url(), .retry = {.maxAttempts = 3, .base = 10ms}}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(reply->result().ok());
        QCOMPARE(reply->result()->status, 200);
        QCOMPARE(count, 3);
    }

    void neverRetriesByItself()
    {
        FaultServer server(
            [](QTcpSocket &socket, const QByteArray &) { socket.disconnectFromHost(); });
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send(
            {.method = HttpRequest::Method::Post, .url = server.url(), .body = "x"}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(!reply->result().ok());
        QCOMPARE(server.requests().size(), 1);
    }

    void streamsArriveInPieces()
    {
        QPointer<QTcpSocket> stream;
        FaultServer server([&stream](QTcpSocket &socket, const QByteArray &) {
            stream = &socket;
            socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\none\n\r\n");
        });
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = server.url(), .totalTimeout = 0ms, .streaming = true}, nullptr));
        QSignalSpy headers(reply.data(), &HttpReply::headersReceived);
        QSignalSpy bytes(reply.data(), &HttpReply::bytesReceived);
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QTRY_COMPARE_WITH_TIMEOUT(bytes.size(), 1, 60'000);
        QCOMPARE(headers.size(), 1);
        stream->write("4\r\ntwo\n\r\n0\r\n\r\n");
        QVERIFY(finished.wait(60'000));
        QByteArray all;
        for (const auto &arguments : bytes) {
            all += arguments.first().toByteArray();
        }
        QCOMPARE(all, QByteArray("one\ntwo\n"));
        QVERIFY(reply->result()->body.isEmpty());
    }

    void aBurstIsHandedOnInPieces()
    {
        constexpr qsizetype length = qsizetype{6} * 1024 * 1024;
        QByteArray body(length, 'x');
        for (qsizetype at = 0; at < length; at += 1'000) {
            body.replace(at, 7, QByteArray::number(1'000'000 + at / 1'000));
        }
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", body)));
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = server.url(), .totalTimeout = 0ms, .streaming = true}, nullptr));
        QByteArray all;
        qsizetype longest = 0;
        int turns = 0; // of the event loop, between two pieces
        int together = 0;
        int lastTurn = -1;
        connect(reply.data(), &HttpReply::bytesReceived, this, [&](const QByteArray &piece) {
            all += piece;
            longest = std::max(longest, piece.size());
            together += turns == lastTurn ? 1 : 0;
            lastTurn = turns;
            QMetaObject::invokeMethod(
                this, [&turns] { ++turns; }, Qt::QueuedConnection);
        });
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(all.size(), body.size());
        QVERIFY(all == body);
        QVERIFY(longest <= 64 * 1024);
        // One by a timer and one because more has arrived may come in the same turn, no more.
        QVERIFY2(together <= turns + 1, qPrintable(u"%1 of %2"_s.arg(together).arg(turns)));
        QVERIFY(reply->result().ok());
    }

    /// Who reads slowly makes the server wait, and does not fill the memory.
    void aStreamWaitsForItsReader()
    {
        constexpr qsizetype length = qsizetype{32} * 1024 * 1024;
        QPointer<QTcpSocket> stream;
        FaultServer server([&stream](QTcpSocket &socket, const QByteArray &) {
            stream = &socket;
            socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            socket.write(QByteArray(length, 'x'));
            QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket] {
                if (socket.bytesToWrite() == 0) {
                    socket.disconnectFromHost();
                }
            });
        });
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = server.url(), .totalTimeout = 0ms, .streaming = true}, nullptr));
        qsizetype received = 0;
        qint64 most = 0; // sent and not handed to us
        connect(reply.data(), &HttpReply::bytesReceived, this, [&](const QByteArray &piece) {
            received += piece.size();
            const qint64 unsent = stream ? stream->bytesToWrite() : 0;
            most = std::max<qint64>(most, length - unsent - received);
        });
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        // The kernel holds up to 10 MB of it, we hardly more than one.
        QVERIFY2(most < length / 2, qPrintable(QString::number(most)));
        QCOMPARE(received, length);
        QVERIFY(reply->result().ok());
    }

    void abortEndsWithCancelled()
    {
        FaultServer server([](QTcpSocket &, const QByteArray &) {});
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send({.url = server.url()}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        reply->abort();
        reply->abort();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(reply->result().error().code, ErrorCode::Cancelled);
    }

    void aChangeIsNeverSentTwice()
    {
        // The second request on the kept connection is read, and then the connection is closed.
        FaultServer server([](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET")) {
                socket.write(FaultServer::response("200 OK", ""));
            } else {
                socket.disconnectFromHost();
            }
        });
        HttpClient client;
        for (const auto method : {HttpRequest::Method::Get, HttpRequest::Method::Patch}) {
            QScopedPointer<HttpReply> reply(
                client.send({.method = method, .url = server.url(), .body = "x"}, nullptr));
            QSignalSpy finished(reply.data(), &HttpReply::finished);
            QVERIFY(finished.wait(60'000));
            QCOMPARE(reply->result().ok(), method == HttpRequest::Method::Get);
        }
        QCOMPARE(server.requests().size(), 2);
    }

    void headersAreToldOnceForAnAnswerThatIsRetried()
    {
        int count = 0;
        FaultServer server([&count](QTcpSocket &socket, const QByteArray &) {
            socket.write(FaultServer::response(++count < 3 ? "503 No" : "200 OK", "x"));
        });
        HttpClient client;
        client.setRandom([] { return 0.0; });
        QScopedPointer<HttpReply> reply(
            client.send({.url = server.url(), .retry = {.maxAttempts = 3, .base = 10ms}}, nullptr));
        QSignalSpy headers(reply.data(), &HttpReply::headersReceived);
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(headers.size(), 1);
        QCOMPARE(headers.first().first().toInt(), 200);
    }

    void placesAreFreeAgainWhateverSlotsDo()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "")));
        HttpClient client;
        client.setMaxPerHost(3);
        // The first fails while the client starts all three; its slot deletes the second.
        QScopedPointer<HttpReply> first(client.send(
            {.url = server.url(),
             .settings = settingsWith({HttpAuth::Kind::TokenFile, {}, {}, u"/no/such"_s})},
            nullptr));
        auto *second = client.send({.url = server.url()}, nullptr);
        QScopedPointer<HttpReply> third(client.send({.url = server.url()}, nullptr));
        connect(first.data(), &HttpReply::finished, this, [second] { delete second; });
        QSignalSpy thirdFinished(third.data(), &HttpReply::finished);
        QVERIFY(thirdFinished.wait(60'000));
        QVERIFY(first->isFinished());
        client.setMaxPerHost(1);
        QScopedPointer<HttpReply> next(client.send({.url = server.url()}, nullptr));
        QSignalSpy nextFinished(next.data(), &HttpReply::finished);
        QVERIFY(nextFinished.wait(60'000));
        QVERIFY(next->result().ok());
        QCOMPARE(server.requests().size(), 2);
    }

    void aWatchHoldsNoPlace()
    {
        FaultServer server([](QTcpSocket &socket, const QByteArray &request) {
            if (!request.startsWith("GET /watch")) {
                socket.write(FaultServer::response("200 OK", ""));
            }
        });
        HttpClient client;
        client.setMaxPerHost(1);
        QScopedPointer<HttpReply> watch(client.send(
            {.url = server.url(u"/watch"_s), .totalTimeout = 0ms, .streaming = true}, nullptr));
        QScopedPointer<HttpReply> reply(client.send({.url = server.url()}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(reply->result().ok());
        QVERIFY(!watch->isFinished());
    }

    void secretsThatThePeerRepeatsAreNotQuoted()
    {
        FaultServer server([](QTcpSocket &socket, const QByteArray &request) {
            socket.write(FaultServer::response("403 No", "You sent " + request));
        });
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("file-canary");
        file.flush();
        HttpClient client;
        for (const HttpAuth &auth :
             {HttpAuth{HttpAuth::Kind::Bearer, {}, u"canary"_s, {}},
              HttpAuth{HttpAuth::Kind::Basic, u"me"_s, u"canary"_s, {}},
              HttpAuth{HttpAuth::Kind::TokenFile, {}, {}, file.fileName()}}) {
            QScopedPointer<HttpReply> reply(client.send(
                {.url = server.url(), .settings = settingsWith(auth, {{"X-Key", "canary"}})},
                nullptr));
            QSignalSpy finished(reply.data(), &HttpReply::finished);
            QVERIFY(finished.wait(60'000));
            const Error error = httpError(*reply->result(), u"Cannot read"_s);
            QVERIFY2(error.why.contains(u"You sent GET"_s), qPrintable(error.why));
            QVERIFY2(!error.sentence().contains(u"canary"_s), qPrintable(error.sentence()));
            QVERIFY(!error.sentence().contains(u"bWU6Y2FuYXJ5"_s)); // me:canary
        }
    }

    void secretsStayOutOfErrorsAndLogs()
    {
        static QStringList messages;
        messages.clear();
        QLoggingCategory::setFilterRules(u"spillway.net.debug=true"_s);
        const auto old = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { messages << text; });
        FaultServer server(
            [](QTcpSocket &socket, const QByteArray &) { socket.disconnectFromHost(); });
        HttpClient client;
        QUrl url = server.url(u"/path?token=canary"_s);
        url.setUserInfo(u"me:canary"_s);
        QScopedPointer<HttpReply> reply(
            client.send({.url = url,
                         .settings = settingsWith({HttpAuth::Kind::Bearer, {}, u"canary"_s, {}},
                                                  {{"X-Key", "canary"}})},
                        nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        const bool ended = finished.wait(60'000);
        qInstallMessageHandler(old);
        QLoggingCategory::setFilterRules({});
        QVERIFY(ended);
        QVERIFY(!messages.isEmpty());
        QVERIFY(!messages.join(u'\n').contains(u"canary"_s));
        QVERIFY(!reply->result().error().sentence().contains(u"canary"_s));
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
