// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "support/faultserver.h"
#include "support/resultmacros.h"
#include "support/testcertificates.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <csignal>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Our socket that is connected to this port, or -1.
int socketTo(quint16 port)
{
    for (const QString &name : QDir(u"/proc/self/fd"_s).entryList(QDir::System | QDir::Files)) {
        const int socket = name.toInt();
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        if (getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &size) == 0 && // NOLINT
            peer.sin_family == AF_INET && ntohs(peer.sin_port) == port) {
            return socket;
        }
    }
    return -1;
}

int option(int socket, int level, int name)
{
    int value = -1;
    socklen_t size = sizeof value;
    getsockopt(socket, level, name, &value, &size);
    return value;
}

} // namespace

/// Which connection a request goes over, and what is said on it besides the request.
class TestHttpConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void droppedConnectionsAreNotUsedAgain()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "x")));
        HttpClient client;
        QVERIFY_RESULT(ask(client, server.url()));
        QVERIFY_RESULT(ask(client, server.url()));
        QCOMPARE(server.connections(), 1);
        client.dropConnections();
        QVERIFY_RESULT(ask(client, server.url()));
        QVERIFY_RESULT(ask(client, server.url()));
        QCOMPARE(server.connections(), 2);
    }

    void whatIsUnderWayGoesOn()
    {
        QPointer<QTcpSocket> open;
        FaultServer server([&open](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab");
            open = &socket;
        });
        HttpClient client;
        std::unique_ptr<HttpReply> reply(client.send({.url = server.url()}, nullptr));
        QSignalSpy headers(reply.get(), &HttpReply::headersReceived);
        QVERIFY(headers.wait(60'000));
        client.dropConnections();
        client.dropConnections();
        open->write("cd");
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 60'000);
        QVERIFY_RESULT(reply->result());
        QCOMPARE(reply->result()->body, "abcd"_ba);
    }

    void anotherAttemptTakesANewConnection()
    {
        HttpClient client;
        int answers = 0;
        FaultServer server([&](QTcpSocket &socket, const QByteArray &) {
            client.dropConnections();
            socket.write(
                FaultServer::response(answers++ == 0 ? "503 Service Unavailable" : "200 OK", "x"));
        });
        std::unique_ptr<HttpReply> reply(
            client.send({.url = server.url(), .retry = {.maxAttempts = 2, .base = 1ms}}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 60'000);
        QVERIFY_RESULT(reply->result());
        QCOMPARE(reply->result()->status, 200);
        QCOMPARE(answers, 2);
        QCOMPARE(server.connections(), 2);
    }

    void droppingFromAnyPlaceIsSafe()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "x")));
        auto client = std::make_unique<HttpClient>();
        int ended = 0;
        for (int i = 0; i < 20; ++i) {
            HttpReply *reply = client->send({.url = server.url()}, client.get());
            connect(reply, &HttpReply::finished, reply, [&client, &ended, reply] {
                ++ended;
                client->dropConnections();
                reply->deleteLater();
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(ended, 20, 60'000);
        client.reset();
    }

    void silenceFromOneConnectionMakesAllSuspicious()
    {
        TestCertificates certificates;
        certificates.makeCa(u"ca"_s);
        certificates.makeLeaf(u"kube"_s, u"IP:127.0.0.1"_s);
        QList<QPointer<QTcpSocket>> held;
        FaultServer server([&held](QTcpSocket &socket, const QByteArray &) { held << &socket; });
        server.useTls(certificates.server(u"kube"_s));
        auto settings = std::make_shared<HttpSettings>();
        settings->tls.caFile = certificates.path(u"ca.crt"_s);
        HttpClient client;
        const HttpRequest request{.url = server.url(), .settings = settings};
        std::unique_ptr<HttpReply> one(client.send(request, nullptr));
        std::unique_ptr<HttpReply> other(client.send(request, nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(held.size(), 2, 60'000);
        for (const QPointer<QTcpSocket> &socket : std::as_const(held)) {
            socket->write(FaultServer::response("200 OK", "x"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(one->isFinished() && other->isFinished(), 60'000);
        QCOMPARE(server.connections(), 2); // both are kept
        HttpRequest silent = request;
        silent.totalTimeout = 200ms;
        QVERIFY_ERROR(finished(client, silent), ErrorCode::Timeout);
        server.setHandler(FaultServer::answer(FaultServer::response("200 OK", "x")));
        QVERIFY_RESULT(finished(client, request));
        QCOMPARE(server.connections(), 3); // and none is trusted any more
    }

    /// OpenSSL writes its last words to peers that are gone; the signal of that would end us.
    void aBrokenPipeIsNoEnd()
    {
        const HttpClient client;
        QCOMPARE(std::raise(SIGPIPE), 0);
    }

    void lostConnectionsAreNoticed()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "x")));
        HttpClient client;
        QVERIFY_RESULT(ask(client, server.url()));
        const int socket = socketTo(server.port());
        QVERIFY(socket >= 0);
        QCOMPARE(option(socket, SOL_SOCKET, SO_KEEPALIVE), 1);
        QCOMPARE(option(socket, IPPROTO_TCP, TCP_KEEPIDLE), 30);
        QCOMPARE(option(socket, IPPROTO_TCP, TCP_KEEPINTVL), 15);
        QCOMPARE(option(socket, IPPROTO_TCP, TCP_USER_TIMEOUT), 20'000);
    }

    void openHeadersAreSentAndMayBeQuoted()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "for root")));
        auto settings = std::make_shared<HttpSettings>();
        settings->openHeaders = {
            {"Impersonate-User", "root"}, {"Impersonate-Group", "a"}, {"Impersonate-Group", "b"}};
        HttpClient client;
        const auto response = finished(client, {.url = server.url(), .settings = settings});
        QVERIFY_RESULT(response);
        QVERIFY(server.requests().first().contains(
            "Impersonate-User: root\r\nImpersonate-Group: a\r\nImpersonate-Group: b\r\n"));
        QCOMPARE(response->withoutSecrets(response->body), "for root"_ba);
    }

    void compression_data()
    {
        QTest::addColumn<bool>("wanted");
        QTest::newRow("on") << true;
        QTest::newRow("off") << false;
    }

    void compression()
    {
        QFETCH(bool, wanted);
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "x")));
        auto settings = std::make_shared<HttpSettings>();
        settings->compression = wanted;
        HttpClient client;
        QVERIFY_RESULT(finished(client, {.url = server.url(), .settings = settings}));
        QCOMPARE(server.requests().first().contains("Accept-Encoding: "), wanted);
        QCOMPARE(server.requests().first().contains("gzip"), wanted);
    }

    void saysWhoItIs()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "x")));
        HttpClient client;
        QVERIFY_RESULT(ask(client, server.url()));
        QVERIFY2(
            server.requests().first().contains("User-Agent: spillway/" SPILLWAY_VERSION " (linux/"),
            server.requests().first().constData());
    }

private:
    static Result<HttpResponse> finished(HttpClient &client, const HttpRequest &request)
    {
        std::unique_ptr<HttpReply> reply(client.send(request, nullptr));
        QSignalSpy spy(reply.get(), &HttpReply::finished);
        if (!spy.wait(60'000)) {
            QTest::qFail("no answer", __FILE__, __LINE__);
            return Error{};
        }
        return reply->takeResult();
    }

    static Result<HttpResponse> ask(HttpClient &client, const QUrl &url)
    {
        return finished(client, {.url = url});
    }
};

QTEST_GUILESS_MAIN(TestHttpConnections)
#include "tst_httpconnections.moc"
