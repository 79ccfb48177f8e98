// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Servers that stall, cut the connection in each phase, send garbage, or lie: every reply finishes
// exactly once, with the right error.
#include "net/httpclient.h"
#include "support/faultserver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(spillway::FaultServer::Handler)
Q_DECLARE_METATYPE(spillway::FaultServer::Greeting)

namespace {

FaultServer::Handler abortAfter(const QByteArray &raw)
{
    return [raw](QTcpSocket &socket, const QByteArray &) {
        socket.write(raw);
        socket.flush();
        socket.disconnectFromHost();
    };
}

/// Writes one byte at a time, forever.
FaultServer::Handler drip()
{
    return [](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(5ms);
    };
}

} // namespace

class TestHttpFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOnceWithTheRightError_data()
    {
        QTest::addColumn<FaultServer::Handler>("handler");
        QTest::addColumn<QString>("code");
        const FaultServer::Handler nothing = [](QTcpSocket &, const QByteArray &) {};
        const auto raw = [](const char *bytes) { return FaultServer::answer(bytes); };
        QTest::newRow("stall after the request") << nothing << u"timeout"_s;
        QTest::newRow("stall in the status line") << raw("HTTP/1.1 2") << u"timeout"_s;
        QTest::newRow("stall in the header")
            << raw("HTTP/1.1 200 OK\r\nContent-Le") << u"timeout"_s;
        QTest::newRow("stall in the body")
            << raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") << u"timeout"_s;
        QTest::newRow("slow drip") << drip() << u"timeout"_s;
        QTest::newRow("cut after the request") << abortAfter({}) << u"interrupted"_s;
        QTest::newRow("cut in the status line") << abortAfter("HTTP/1.") << u"interrupted"_s;
        QTest::newRow("cut in the header")
            << abortAfter("HTTP/1.1 200 OK\r\nContent-Le") << u"interrupted"_s;
        QTest::newRow("cut in the body")
            << abortAfter("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") << u"interrupted"_s;
        QTest::newRow("cut in a chunk")
            << abortAfter("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc")
            << u"interrupted"_s;
        QTest::newRow("bad chunk length")
            << raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n")
            << u"protocol"_s;
        QTest::newRow("garbage") << raw("\x01\x02\x03garbage\r\n\r\n") << u"protocol"_s;
        QTest::newRow("another protocol") << raw("220 mail.example ESMTP\r\n") << u"protocol"_s;
        QTest::newRow("damaged gzip")
            << raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip")
            << u"protocol"_s;
        QTest::newRow("more than the cap")
            << FaultServer::answer(FaultServer::response("200 OK", QByteArray(200'000, 'x')))
            << u"too-large"_s;
        QTest::newRow("gzip bomb") << FaultServer::answer(bomb()) << u"too-large"_s;
    }

    void endsOnceWithTheRightError()
    {
        QFETCH(FaultServer::Handler, handler);
        FaultServer server(handler);
        HttpClient client;
        HttpRequest request;
        request.url = server.url();
        QFETCH(QString, code);
        request.totalTimeout = code == u"timeout"_s ? 400ms : 30'000ms;
        request.maxBytes = 100'000;
        QScopedPointer<HttpReply> reply(client.send(request, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(!reply->result().ok());
        QTEST(QString{errorCodeName(reply->result().error().code)}, "code");
        QVERIFY(!reply->result().error().why.isEmpty());
        QVERIFY(!reply->result().error().advice.isEmpty());
        QVERIFY(reply->result().error().where.startsWith(u"http://127.0.0.1:"_s));
        // Nothing comes after the end: the next request on the same client is answered before any
        // second signal.
        FaultServer healthy(FaultServer::answer(FaultServer::response("200 OK", "fine")));
        request.url = healthy.url();
        request.totalTimeout = 5s;
        QScopedPointer<HttpReply> next(client.send(request, nullptr));
        QSignalSpy nextFinished(next.data(), &HttpReply::finished);
        QVERIFY(nextFinished.wait(60'000));
        QVERIFY(next->result().ok());
        QCOMPARE(finished.size(), 1);
    }

    void lyingAboutTheLength()
    {
        // Too short a length: the rest is not part of this answer, nor of the next.
        FaultServer server(
            FaultServer::answer("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef"));
        HttpClient client;
        for (int i = 0; i < 2; ++i) {
            QScopedPointer<HttpReply> reply(client.send({.url = server.url()}, nullptr));
            QSignalSpy finished(reply.data(), &HttpReply::finished);
            QVERIFY(finished.wait(60'000));
            QVERIFY(reply->result().ok());
            QCOMPARE(reply->result()->body, QByteArray("abc"));
        }
    }

    void timeOutsSayWhereTheTimeWent()
    {
        int answered = 0;
        FaultServer server([&answered](QTcpSocket &socket, const QByteArray &) {
            if (++answered == 1) {
                socket.write(FaultServer::response("200 OK", ""));
            }
        });
        HttpClient client;
        client.setMaxPerHost(1);
        const auto ask = [&](std::chrono::milliseconds limit) {
            return std::unique_ptr<HttpReply>(
                client.send({.url = server.url(), .totalTimeout = limit}, nullptr));
        };
        const auto first = ask(5s);
        QSignalSpy firstFinished(first.get(), &HttpReply::finished);
        QVERIFY(firstFinished.wait(60'000));
        // On the kept connection, where nothing has to be connected any more.
        const auto stalled = ask(3s);
        const auto queued = ask(1s);
        QSignalSpy stalledFinished(stalled.get(), &HttpReply::finished);
        QVERIFY(stalledFinished.wait(60'000));
        QTRY_VERIFY_WITH_TIMEOUT(queued->isFinished(), 60'000);
        QVERIFY2(stalled->result().error().why.contains(u"not complete"_s),
                 qPrintable(stalled->result().error().why));
        QVERIFY2(queued->result().error().why.contains(u"waited"_s),
                 qPrintable(queued->result().error().why));
    }

    void aServerThatNeverAccepts()
    {
        // The kernel completes the connection; nobody takes it.
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        server.pauseAccepting();
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort())),
                         .totalTimeout = 300ms},
                        nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::Timeout);
    }

    void cutBeforeTheRequest_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QStringList>("codes");
        // The reset may arrive before libcurl has looked at the new connection.
        QTest::newRow("http") << u"http"_s << QStringList{u"interrupted"_s, u"unreachable"_s};
        QTest::newRow("in the handshake") << u"https"_s << QStringList{u"tls"_s, u"unreachable"_s};
    }

    void cutBeforeTheRequest()
    {
        QFETCH(QString, scheme);
        QFETCH(QStringList, codes);
        FaultServer server(nullptr);
        server.setGreeting([](QTcpSocket &socket) { socket.abort(); });
        QUrl url = server.url();
        url.setScheme(scheme);
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send({.url = url}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(codes.contains(errorCodeName(reply->result().error().code)));
        QCOMPARE(finished.size(), 1);
    }

    void aHandshakeThatNeverComesIsNoConnection()
    {
        FaultServer server(nullptr);
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = url, .connectTimeout = 200ms}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::Timeout);
        QVERIFY(reply->result().error().why.contains(u"no connection"_s));
    }

    void aHugeHeaderEnds()
    {
        FaultServer server(FaultServer::answer(
            "HTTP/1.1 200 OK\r\nX-Huge: " + QByteArray(4 << 20, 'x') + "\r\n\r\n"));
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send({.url = server.url()}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(!reply->result().ok());
    }

    void aFailedStreamSaysWhy()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("403 No", "not for you")));
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = server.url(), .streaming = true}, nullptr));
        QSignalSpy bytes(reply.data(), &HttpReply::bytesReceived);
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(bytes.isEmpty());
        QCOMPARE(reply->result()->body, QByteArray("not for you"));
    }

    void nothingListens()
    {
        QUrl url;
        {
            FaultServer gone(FaultServer::answer({}));
            url = gone.url();
        }
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send({.url = url}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::Unreachable);
    }

    void unknownHost()
    {
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = QUrl(u"http://no-such-host.invalid/"_s)}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        // Some resolvers never answer for a name that is not there.
        const ErrorCode code = reply->result().error().code;
        QVERIFY(code == ErrorCode::Unreachable || code == ErrorCode::Timeout);
    }

    void notAnAddress_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *bad :
             {"", "ftp://host/", "file:///etc/passwd", "http://", "gopher://x", "just text"}) {
            QTest::newRow(bad) << QString::fromLatin1(bad);
        }
    }

    void notAnAddress()
    {
        QFETCH(QString, url);
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send({.url = QUrl(url)}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.isEmpty());
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::InvalidInput);
    }

    void htmlWithStatus200IsAnAnswer()
    {
        FaultServer server(FaultServer::answer(
            FaultServer::response("200 OK", "<html>login</html>", "Content-Type: text/html\r\n")));
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send({.url = server.url()}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(reply->result().ok());
        QCOMPARE(reply->result()->contentType(), QByteArray("text/html"));
    }

    void aHundredMegabytesStopAtTheCap()
    {
        FaultServer server([](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                         "104857600\r\n\r\n");
            const QByteArray block(1 << 20, 'x');
            for (int i = 0; i < 100; ++i) {
                socket.write(block);
            }
        });
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = server.url(), .maxBytes = 8 << 20}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(20'000));
        QCOMPARE(reply->result().error().code, ErrorCode::TooLarge);
        QVERIFY(client.totals().bytesReceived < (10 << 20));
    }

    void aSilentStreamEnds()
    {
        FaultServer server(FaultServer::answer(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"));
        HttpClient client;
        HttpRequest request{
            .url = server.url(), .totalTimeout = 0ms, .idleTimeout = 2s, .streaming = true};
        QScopedPointer<HttpReply> reply(client.send(request, nullptr));
        QSignalSpy bytes(reply.data(), &HttpReply::bytesReceived);
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(bytes.size(), 1);
        QCOMPARE(bytes.first().first().toByteArray(), QByteArray("abc"));
        QCOMPARE(reply->result().error().code, ErrorCode::Timeout);
    }

private:
    /// 50 MB of zeros in 50 kB.
    static QByteArray bomb()
    {
        // zlib's header and checksum are exchanged for gzip's framing.
        const QByteArray zlib = qCompress(QByteArray(50 << 20, '\0'), 9).mid(4);
        QByteArray gzip("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
        gzip += zlib.mid(2, zlib.size() - 6);
        return FaultServer::response("200 OK", gzip + QByteArray(8, '\0'),
                                     "Content-Encoding: gzip\r\n");
    }
};

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_httpfaults.moc"
