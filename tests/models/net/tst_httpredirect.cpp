// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "net/httpredirect.h"
#include "support/faultserver.h"
#include "support/resultmacros.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

FaultServer::Handler redirectTo(const QByteArray &status, const QByteArray &location)
{
    return FaultServer::answer(
        FaultServer::response(status, "moved", "Location: " + location + "\r\n"));
}

std::shared_ptr<HttpSettings> secretSettings()
{
    auto settings = std::make_shared<HttpSettings>();
    settings->auth = {HttpAuth::Kind::Bearer, {}, u"canary"_s, {}};
    settings->headers = {{"X-Scope-OrgID", "canary"}};
    return settings;
}

} // namespace

class TestHttpRedirect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void credentialsStayWithTheirHost()
    {
        FaultServer other(FaultServer::answer(FaultServer::response("200 OK", "there")));
        FaultServer first(redirectTo("307 Temporary", other.url(u"/new"_s).toEncoded()));
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send(
            {.method = HttpRequest::Method::Post,
             .url = first.url(),
             .headers = {{"Cookie", "canary"}, {"X-Api-Key", "canary"}, {"Accept", "kept"}},
             .body = "q=1",
             .settings = secretSettings()},
            nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result()->body, QByteArray("there"));
        QCOMPARE(reply->result()->url, other.url(u"/new"_s));
        QVERIFY(first.requests().first().contains("canary"));
        const QByteArray sent = other.requests().first();
        QVERIFY2(!sent.contains("canary"), sent.constData());
        QVERIFY(sent.contains("Accept: kept"));
        QVERIFY(sent.startsWith("POST /new"));
        QVERIFY(sent.endsWith("q=1"));
    }

    void onTheSameHostTheyAreKept()
    {
        FaultServer server([](QTcpSocket &socket, const QByteArray &request) {
            socket.write(request.startsWith("GET /old")
                             ? FaultServer::response("301 Moved", "", "Location: /new?a=b\r\n")
                             : FaultServer::response("200 OK", "here"));
        });
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = server.url(u"/old"_s), .settings = secretSettings()}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result()->body, QByteArray("here"));
        QVERIFY(server.requests().last().startsWith("GET /new?a=b"));
        QVERIFY(server.requests().last().contains("canary"));
    }

    void awayAndBackTheyDoNotReturn()
    {
        FaultServer second(nullptr);
        FaultServer first([&second](QTcpSocket &socket, const QByteArray &request) {
            socket.write(
                request.startsWith("GET /home")
                    ? FaultServer::response("200 OK", "")
                    : FaultServer::response("302 Found", "",
                                            "Location: " + second.url().toEncoded() + "\r\n"));
        });
        second.setHandler(redirectTo("302 Found", first.url(u"/home"_s).toEncoded()));
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = first.url(u"/start"_s), .settings = secretSettings()}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(reply->result().ok());
        QVERIFY(!second.requests().first().contains("canary"));
        QVERIFY(!first.requests().last().contains("canary"));
    }

    void methodsFollowTheStandard_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("301") << QByteArray("301 Moved") << QByteArray("GET");
        QTest::newRow("302") << QByteArray("302 Found") << QByteArray("GET");
        QTest::newRow("303") << QByteArray("303 See Other") << QByteArray("GET");
        QTest::newRow("307") << QByteArray("307 Temporary") << QByteArray("POST");
        QTest::newRow("308") << QByteArray("308 Permanent") << QByteArray("POST");
    }

    void methodsFollowTheStandard()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, method);
        FaultServer target(FaultServer::answer(FaultServer::response("200 OK", "")));
        FaultServer first(redirectTo(status, target.url().toEncoded()));
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send(
            {.method = HttpRequest::Method::Post, .url = first.url(), .body = "x"}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(target.requests().first().startsWith(method));
        QCOMPARE(target.requests().first().endsWith("x"), method == "POST");
    }

    void badRedirectsEnd_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("a file") << QByteArray("file:///etc/passwd");
        QTest::newRow("another protocol") << QByteArray("ftp://127.0.0.1/");
        QTest::newRow("a circle") << QByteArray("/again");
    }

    void badRedirectsEnd()
    {
        QFETCH(QByteArray, location);
        FaultServer server(redirectTo("302 Found", location));
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send({.url = server.url()}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::Protocol);
        QVERIFY(server.requests().size() <= 11);
    }

    void neverFromHttpsToHttp()
    {
        const HttpRequest request{.url = QUrl(u"https://prometheus.example/a"_s)};
        const HttpResponse response{.status = 307,
                                    .headers = {{"location", "http://prometheus.example/a"}}};
        QVERIFY_ERROR(nextHop(request, response, true, 0), ErrorCode::Protocol);
        // The other way round is a new origin: followed, but without credentials.
        const HttpRequest plain{.url = QUrl(u"http://me:pw@prometheus.example/a"_s)};
        const HttpResponse upgrade{.status = 301,
                                   .headers = {{"location", "https://prometheus.example/a"}}};
        const auto hop = nextHop(plain, upgrade, true, 0);
        QVERIFY_RESULT(hop);
        QVERIFY(hop.value().has_value());
        QVERIFY(!hop.value()->trusted);
        QCOMPARE(hop.value()->request.url, QUrl(u"https://prometheus.example/a"_s));
    }

    void aPostThatMayBeRepeatedStaysAPost()
    {
        const HttpRequest request{.method = HttpRequest::Method::Post,
                                  .url = QUrl(u"http://a.example/old"_s),
                                  .body = "query=up",
                                  .retry = RetryPolicy::forReads()};
        const HttpResponse response{.status = 301, .headers = {{"location", "/new"}}};
        const auto hop = nextHop(request, response, true, 0);
        QVERIFY_RESULT(hop);
        QVERIFY(hop.value()->trusted);
        QCOMPARE(hop.value()->request.method, HttpRequest::Method::Post);
        QCOMPARE(hop.value()->request.body, QByteArray("query=up"));
    }

    void deletingTheClientWhenARedirectFails()
    {
        FaultServer server(redirectTo("302 Found", "ftp://127.0.0.1/"));
        auto *client = new HttpClient;
        QSignalSpy destroyed(client, &QObject::destroyed);
        QScopedPointer<HttpReply> reply(client->send({.url = server.url()}, nullptr));
        connect(reply.data(), &HttpReply::finished, this, [client] { delete client; });
        QVERIFY(destroyed.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::Protocol);
    }

    void aRedirectWithoutATargetIsAnAnswer()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("302 Found", "")));
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send({.url = server.url()}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result()->status, 302);
    }
};

QTEST_GUILESS_MAIN(TestHttpRedirect)
#include "tst_httpredirect.moc"
