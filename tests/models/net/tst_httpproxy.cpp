// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "support/faultserver.h"
#include "support/resultmacros.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<HttpSettings> through(const QString &proxy, const QStringList &noProxy = {})
{
    auto settings = std::make_shared<HttpSettings>();
    settings->proxy = {HttpProxy::Kind::Explicit, proxy, noProxy};
    return settings;
}

QString proxyUrl(const FaultServer &server, const QString &scheme = u"http"_s,
                 const QString &user = {})
{
    return scheme + u"://"_s + user + u"127.0.0.1:"_s + QString::number(server.port());
}

} // namespace

class TestHttpProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainHttpGoesThroughTheProxy()
    {
        FaultServer proxy(FaultServer::answer(FaultServer::response("200 OK", "from the proxy")));
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = QUrl(u"http://prometheus.example:9090/api"_s),
                         .settings = through(proxyUrl(proxy, u"http"_s, u"me:pw@"_s))},
                        nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY_RESULT(reply->result());
        QCOMPARE(reply->result()->body, QByteArray("from the proxy"));
        QVERIFY(
            proxy.requests().first().startsWith("GET http://prometheus.example:9090/api HTTP/1.1"));
        QVERIFY(proxy.requests().first().contains("Proxy-Authorization: Basic bWU6cHc="));
    }

    void noProxyListsAreRespected()
    {
        FaultServer proxy(FaultServer::answer(FaultServer::response("200 OK", "proxy")));
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "direct")));
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send(
            {.url = server.url(), .settings = through(proxyUrl(proxy), {u"127.0.0.1"_s})},
            nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result()->body, QByteArray("direct"));
        QVERIFY(proxy.requests().isEmpty());
    }

    void theEnvironmentCounts()
    {
        FaultServer proxy(FaultServer::answer(FaultServer::response("200 OK", "proxy")));
        qputenv("http_proxy", proxyUrl(proxy).toUtf8());
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = QUrl(u"http://somewhere.example/"_s)}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        const bool ended = finished.wait(60'000);
        qunsetenv("http_proxy");
        QVERIFY(ended);
        QCOMPARE(reply->result()->body, QByteArray("proxy"));
    }

    void refusalsAreTheProxys_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("why");
        QTest::newRow("407") << QByteArray("HTTP/1.1 407 Auth\r\nContent-Length: 0\r\n\r\n")
                             << u"407"_s;
        QTest::newRow("403") << QByteArray("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")
                             << u"403"_s;
    }

    void refusalsAreTheProxys()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, why);
        FaultServer proxy(FaultServer::answer(answer, true));
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send(
            {.url = QUrl(u"https://prometheus.example/"_s), .settings = through(proxyUrl(proxy))},
            nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::Proxy);
        QVERIFY(reply->result().error().why.contains(why));
        QVERIFY(proxy.requests().first().startsWith("CONNECT prometheus.example:443"));
    }

    void aCutConnectIsTheProxys()
    {
        FaultServer proxy(FaultServer::answer({}, true));
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send(
            {.url = QUrl(u"https://prometheus.example/"_s), .settings = through(proxyUrl(proxy))},
            nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::Proxy);
    }

    void aRefusedConnectionIsTheProxys_data()
    {
        QTest::addColumn<QString>("scheme");
        for (const char *scheme : {"http", "https", "socks5", "socks5h"}) {
            QTest::newRow(scheme) << QString::fromLatin1(scheme);
        }
    }

    void aRefusedConnectionIsTheProxys()
    {
        QFETCH(QString, scheme);
        QString url;
        {
            FaultServer gone(FaultServer::answer({}));
            url = proxyUrl(gone, scheme, u"me:canary@"_s);
        }
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send(
            {.url = QUrl(u"http://127.0.0.2:9090/"_s), .settings = through(url)}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(errorCodeName(reply->result().error().code), errorCodeName(ErrorCode::Proxy));
        QVERIFY(!reply->result().error().sentence().contains(u"canary"_s));
    }

    void socksIsSpoken()
    {
        // The least of SOCKS 5 (RFC 1928): greeting, CONNECT by name, then HTTP.
        FaultServer proxy(nullptr);
        QByteArray seen;
        proxy.setGreeting([&seen](QTcpSocket &socket) {
            connect(
                &socket, &QTcpSocket::readyRead, &socket,
                [&seen, &socket, phase = 0]() mutable {
                    const QByteArray bytes = socket.readAll();
                    seen += bytes;
                    if (phase == 0) {
                        socket.write(QByteArray("\x05\x00", 2));
                    } else if (phase == 1) {
                        socket.write(QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50", 10));
                    } else {
                        socket.write(FaultServer::response("200 OK", "socks"));
                    }
                    ++phase;
                },
                Qt::DirectConnection);
        });
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = QUrl(u"http://inside.example/x"_s),
                         .settings = through(proxyUrl(proxy, u"socks5h"_s))},
                        nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY2(reply->result().ok(),
                 reply->result().ok() ? "" : qPrintable(reply->result().error().sentence()));
        QCOMPARE(reply->result()->body, QByteArray("socks"));
        QVERIFY(seen.contains("inside.example"));
    }
};

QTEST_GUILESS_MAIN(TestHttpProxy)
#include "tst_httpproxy.moc"
