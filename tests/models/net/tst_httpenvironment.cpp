// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proxies as people really have them: in the environment, with exceptions in every notation.
#include "net/httpclient.h"
#include "support/faultserver.h"
#include "support/resultmacros.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Sets variables and takes them away again, whatever happens in between.
class Environment
{
public:
    void set(const char *name, const QByteArray &value)
    {
        qputenv(name, value);
        m_names.append(name);
    }
    Environment() = default;
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;
    ~Environment()
    {
        for (const QByteArray &name : std::as_const(m_names)) {
            qunsetenv(name.constData());
        }
    }

private:
    QByteArrayList m_names;
};

FaultServer::Handler says(const QByteArray &who)
{
    return FaultServer::answer(FaultServer::response("200 OK", who));
}

QByteArray loopback(const FaultServer &server)
{
    return "http://127.0.0.1:" + QByteArray::number(server.port());
}

} // namespace

class TestHttpEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exceptions_data()
    {
        QTest::addColumn<QByteArray>("noProxy");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("direct");
        const auto row = [](const char *name, const char *noProxy, const char *host, bool direct) {
            QTest::newRow(name) << QByteArray(noProxy) << QString::fromLatin1(host) << direct;
        };
        row("nothing excepted", "", "localhost", false);
        row("the host", "localhost", "localhost", true);
        row("in capitals", "LOCALHOST", "localhost", true);
        row("in a list with blanks", "a.example, localhost ,b.example", "localhost", true);
        row("another host", "notlocalhost", "localhost", false);
        row("the end of a name is not the name", "host", "localhost", false);
        row("an address", "127.0.0.1", "127.0.0.1", true);
        row("another address", "127.0.0.2", "127.0.0.1", false);
        row("an address is not a name", "127.0.0.1", "localhost", false);
        row("a block of addresses", "127.0.0.0/8", "127.0.0.1", true);
        row("another block", "10.0.0.0/8", "127.0.0.1", false);
        row("everything", "*", "localhost", true);
    }

    void exceptions()
    {
        QFETCH(QByteArray, noProxy);
        QFETCH(QString, host);
        QFETCH(bool, direct);
        FaultServer proxy(says("proxy"));
        FaultServer server(says("server"));
        Environment environment;
        environment.set("http_proxy", loopback(proxy));
        environment.set("NO_PROXY", noProxy);
        QUrl url = server.url(u"/metrics"_s);
        url.setHost(host);
        QCOMPARE(bodyOf({.url = url}), QByteArray(direct ? "server" : "proxy"));
        QCOMPARE(proxy.requests().size(), direct ? 0 : 1);
    }

    void whichVariableCounts_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<bool>("used");
        QTest::newRow("http_proxy") << QByteArray("http_proxy") << true;
        // Capitals can be set by any web request where a program runs as CGI (httpoxy).
        QTest::newRow("HTTP_PROXY is not trusted") << QByteArray("HTTP_PROXY") << false;
        QTest::newRow("all_proxy") << QByteArray("all_proxy") << true;
        QTest::newRow("ALL_PROXY") << QByteArray("ALL_PROXY") << true;
        QTest::newRow("https_proxy is for the other scheme") << QByteArray("https_proxy") << false;
    }

    void whichVariableCounts()
    {
        QFETCH(QByteArray, variable);
        QFETCH(bool, used);
        FaultServer proxy(says("proxy"));
        FaultServer server(says("server"));
        Environment environment;
        environment.set(variable.constData(), loopback(proxy));
        QCOMPARE(bodyOf({.url = server.url()}), QByteArray(used ? "proxy" : "server"));
    }

    void settingsBeatTheEnvironment()
    {
        FaultServer environments(says("environment"));
        FaultServer own(says("own"));
        FaultServer server(says("server"));
        Environment environment;
        environment.set("http_proxy", loopback(environments));
        environment.set("no_proxy", "127.0.0.1");
        auto settings = std::make_shared<HttpSettings>();
        settings->proxy = {
            HttpProxy::Kind::Explicit, QString::fromLatin1(loopback(own)), {u"other.example"_s}};
        QCOMPARE(bodyOf({.url = server.url(), .settings = settings}), QByteArray("own"));
        auto none = std::make_shared<HttpSettings>();
        none->proxy.kind = HttpProxy::Kind::None;
        QCOMPARE(
            bodyOf({.url = QUrl(u"http://localhost:%1/"_s.arg(server.port())), .settings = none}),
            QByteArray("server"));
        QVERIFY(environments.requests().isEmpty());
    }

    void aBrokenProxyAddressIsTheProxysFault_data()
    {
        QTest::addColumn<QString>("proxy");
        QTest::newRow("unknown scheme") << u"gopher://127.0.0.1:1"_s;
        QTest::newRow("no host") << u"http://:3128"_s;
        QTest::newRow("port too large") << u"http://127.0.0.1:99999"_s;
    }

    void aBrokenProxyAddressIsTheProxysFault()
    {
        QFETCH(QString, proxy);
        auto settings = std::make_shared<HttpSettings>();
        settings->proxy = {HttpProxy::Kind::Explicit, proxy, {}};
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = QUrl(u"http://127.0.0.2:9/"_s), .settings = settings}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(20'000));
        QVERIFY_ERROR(reply->result(), ErrorCode::Proxy);
        QVERIFY(!reply->result().error().advice.isEmpty());
    }

    // --- odd but legal HTTP ---

    void headHasNoBody()
    {
        // The length of what GET would give, larger than the cap: nothing is fetched.
        FaultServer server(
            FaultServer::answer("HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n"));
        HttpClient client;
        for (int i = 0; i < 2; ++i) { // the connection must still be usable
            QScopedPointer<HttpReply> reply(client.send(
                {.method = HttpRequest::Method::Head, .url = server.url(), .maxBytes = 10},
                nullptr));
            QSignalSpy finished(reply.data(), &HttpReply::finished);
            QVERIFY(finished.wait(60'000));
            QVERIFY_RESULT(reply->result());
            QVERIFY(reply->result()->body.isEmpty());
            QCOMPARE(reply->result()->header("content-length"), QByteArray("999999"));
        }
        QVERIFY(server.requests().first().startsWith("HEAD / HTTP/1.1"));
        QCOMPARE(server.connections(), 1);
    }

    void oddAnswers_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *raw, const char *body) {
            QTest::newRow(name) << QByteArray(raw) << QByteArray(body);
        };
        row("100 before the answer",
            "HTTP/1.1 100 Continue\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: "
            "2\r\n\r\nok",
            "ok");
        row("103 hints before the answer",
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: "
            "2\r\n\r\nok",
            "ok");
        row("lines that end in LF only", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok", "ok");
        row("no reason phrase", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok", "ok");
        row("header names in any case", "HTTP/1.1 200 OK\r\ncOnTeNt-LeNgTh: 2\r\n\r\nok", "ok");
        row("chunks with extensions and trailers",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n1;a=b\r\no\r\n"
            "1\r\nk\r\n0\r\nX-Sum: 9\r\n\r\n",
            "ok");
        row("zero bytes in the body", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "");
        row("204 has no body", "HTTP/1.1 204 No Content\r\n\r\n", "");
        row("a header without a value",
            "HTTP/1.1 200 OK\r\nX-Empty:\r\nContent-Length: 2\r\n\r\nok", "ok");
    }

    void oddAnswers()
    {
        QFETCH(QByteArray, raw);
        FaultServer server(FaultServer::answer(raw));
        QTEST(bodyOf({.url = server.url()}), "body");
    }

    void theBodyMayEndWithTheConnection()
    {
        FaultServer server(FaultServer::answer("HTTP/1.0 200 OK\r\n\r\nuntil the end", true));
        QCOMPARE(bodyOf({.url = server.url()}), QByteArray("until the end"));
    }

    void bodiesHavePaddingForTheParser()
    {
        for (const int size : {0, 1, 63, 64, 65, 4095, 4096, 70'000}) {
            FaultServer server(says(QByteArray(size, 'x')));
            HttpClient client;
            QScopedPointer<HttpReply> reply(client.send({.url = server.url()}, nullptr));
            QSignalSpy finished(reply.data(), &HttpReply::finished);
            QVERIFY(finished.wait(60'000));
            const QByteArray &body = reply->result()->body;
            QCOMPARE(body.size(), qsizetype{size});
            QVERIFY(size == 0 || body.capacity() - body.size() >= responsePadding);
        }
    }

    // --- what must not be sent ---

    void credentialsOfTwoLinesAreAnErrorAndNothingIsSent_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<bool>("sent");
        QTest::newRow("a token with a line break")
            << static_cast<int>(HttpAuth::Kind::Bearer) << u"abc\r\nX-Admin: yes"_s << false;
        QTest::newRow("a token copied with its last line break")
            << static_cast<int>(HttpAuth::Kind::Bearer) << u"abc\n"_s << false;
        // Base64 makes one line of it.
        QTest::newRow("a password with a line break")
            << static_cast<int>(HttpAuth::Kind::Basic) << u"a\nb"_s << true;
    }

    void credentialsOfTwoLinesAreAnErrorAndNothingIsSent()
    {
        QFETCH(int, kind);
        QFETCH(QString, secret);
        QFETCH(bool, sent);
        FaultServer server(says("fine"));
        auto settings = std::make_shared<HttpSettings>();
        settings->auth.kind = static_cast<HttpAuth::Kind>(kind);
        settings->auth.user = u"me"_s;
        settings->auth.secret = secret;
        HttpClient client;
        QScopedPointer<HttpReply> reply(
            client.send({.url = server.url(), .settings = settings}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().ok(), sent);
        if (!sent) {
            QVERIFY_ERROR(reply->result(), ErrorCode::InvalidInput);
            QVERIFY(!reply->result().error().sentence().contains(u"abc"_s));
            QVERIFY(server.requests().isEmpty());
        }
    }

    void headersCannotSmuggleOthersIn()
    {
        FaultServer server(says("fine"));
        QCOMPARE(bodyOf({.url = server.url(),
                         .headers = {{"X-One", "1\r\nX-Two: 2"},
                                     {"X-Three: 3\r\nX-Four", "4"},
                                     {"", "5"},
                                     {"X-Good", "6"}}}),
                 QByteArray("fine"));
        const QByteArray request = server.requests().first();
        QVERIFY(!request.contains("X-Two") && !request.contains("X-Four"));
        QVERIFY(request.contains("X-Good: 6\r\n"));
    }

    void fragmentsAndUsersStayAtHome()
    {
        FaultServer server(says("fine"));
        QUrl url = server.url(u"/path"_s);
        url.setUserInfo(u"me:canary"_s);
        url.setFragment(u"secret-place"_s);
        url.setQuery(u"a=%2Fb&c=d%20e"_s);
        QCOMPARE(bodyOf({.url = url}), QByteArray("fine"));
        const QByteArray request = server.requests().first();
        QVERIFY(request.startsWith("GET /path?a=%2Fb&c=d%20e HTTP/1.1\r\n"));
        QVERIFY(!request.contains("secret-place") && !request.contains("canary"));
        QVERIFY(request.contains("Authorization: Basic bWU6Y2FuYXJ5\r\n"));
    }

private:
    static QByteArray bodyOf(const HttpRequest &request)
    {
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send(request, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        if (!finished.wait(10'000)) {
            return "never finished";
        }
        return reply->result().ok() ? reply->result()->body
                                    : reply->result().error().sentence().toUtf8();
    }
};

QTEST_GUILESS_MAIN(TestHttpEnvironment)
#include "tst_httpenvironment.moc"
