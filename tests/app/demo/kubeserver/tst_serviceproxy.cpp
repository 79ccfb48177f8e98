// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverrequests.h"

#include <QTest>

#include <httplib.h>

#include <thread>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

constexpr auto services = "/api/v1/namespaces/kotaemon/services/";

QJsonObject port(const QString &name, int number)
{
    return {{u"name"_s, name}, {u"port"_s, number}};
}

} // namespace

class TestServiceProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
    void refusalsOfTheRealServer_data();
    void refusalsOfTheRealServer();
    void passesOnWhatWasAsked();
    void credentialsStayHere();
    void answersComeBackAsTheyAre();
    void onlyLoopback();

private:
    [[nodiscard]] ApiAnswer get(const QByteArray &target)
    {
        return answerTrusted(*m_state, requestOf("GET", QByteArray(services) + target));
    }
    void addService(const QString &name, const QJsonArray &ports, const QString &ip,
                    const QJsonArray &endpointPorts);

    httplib::Server m_upstream;
    std::thread m_thread;
    int m_port = 0;
    std::unique_ptr<ServerState> m_state;
};

void TestServiceProxy::initTestCase()
{
    m_upstream.Get("/echo", [](const httplib::Request &request, httplib::Response &response) {
        std::string text = request.method + ' ' + request.target + '\n';
        for (const auto &header : request.headers) {
            text += header.first + ": " + header.second + '\n';
        }
        response.set_content(text, "text/x-echo");
    });
    m_upstream.Post("/echo", [](const httplib::Request &request, httplib::Response &response) {
        response.status = 418;
        response.set_content(request.get_header_value("Content-Type") + '|' + request.body,
                             "application/json");
    });
    m_port = m_upstream.bind_to_any_port("127.0.0.1");
    QVERIFY(m_port > 0);
    m_thread = std::thread([this] { m_upstream.listen_after_bind(); });
    QTRY_VERIFY_WITH_TIMEOUT(m_upstream.is_running(), 60000);
}

void TestServiceProxy::cleanupTestCase()
{
    m_upstream.stop();
    m_thread.join();
}

void TestServiceProxy::init()
{
    m_state = std::make_unique<ServerState>();
    m_state->services.set(u"kotaemon/direct"_s, quint16(m_port));
    addService(u"one"_s, {port(u"http"_s, 9090)}, u"127.0.0.1"_s, {port(u"http"_s, m_port)});
    addService(u"unnamed"_s, {QJsonObject{{u"port"_s, 80}}}, u"127.0.0.1"_s,
               {QJsonObject{{u"port"_s, m_port}}});
    addService(u"two"_s, {port(u"admin"_s, 9091), port(u"http"_s, 9090)}, u"127.0.0.1"_s,
               {port(u"admin"_s, 1), port(u"http"_s, m_port)});
    addService(u"far"_s, {port(u"http"_s, 9090)}, u"10.0.0.1"_s, {port(u"http"_s, m_port)});
}

void TestServiceProxy::addService(const QString &name, const QJsonArray &ports, const QString &ip,
                                  const QJsonArray &endpointPorts)
{
    const QString key = ObjectStore::keyOf(u"kotaemon"_s, name);
    QJsonObject service = named(u"kotaemon"_s, name);
    service.insert(u"spec"_s, QJsonObject{{u"ports"_s, ports}});
    store(*m_state, storageKeyOf({}, u"services"_s), key, service);
    QJsonObject endpoints = named(u"kotaemon"_s, name);
    endpoints.insert(u"subsets"_s, QJsonArray{QJsonObject{
                                       {u"addresses"_s, QJsonArray{QJsonObject{{u"ip"_s, ip}}}},
                                       {u"ports"_s, endpointPorts}}});
    store(*m_state, storageKeyOf({}, u"endpoints"_s), key, endpoints);
}

void TestServiceProxy::finds_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"direct", "direct:9090", "http:direct:9090", "https:direct:x",
                             ":direct:", "one", "one:http", "one:9090", "http:one:9090", "unnamed",
                             "unnamed:80", "two:http", "two:9090"}) {
        QTest::newRow(name) << QByteArray(name);
    }
}

void TestServiceProxy::finds()
{
    QFETCH(QByteArray, name);
    const ApiAnswer answer = get(name + "/proxy/echo");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.raw.startsWith("GET /echo\n"));
}

void TestServiceProxy::refuses_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, int status) {
        QTest::newRow(name) << QByteArray(name) << status;
    };
    row("none", 404);
    row("none:http", 404);
    row("one:1234", 503);
    row("one:https", 503);
    row("two", 503);       // which one?
    row("two:admin", 503); // nobody listens
    row("two:9091", 503);
    row("ftp:one:9090", 400);
    row("http:one:9090:x", 400);
}

void TestServiceProxy::refuses()
{
    QFETCH(QByteArray, name);
    const ApiAnswer answer = get(name + "/proxy/echo");
    QTEST(answer.status, "status");
    QCOMPARE(answer.document["kind"_L1].toString(), u"Status"_s);
}

void TestServiceProxy::refusalsOfTheRealServer_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"proxy.no_endpoints", "proxy.no_endpoints.portname", "proxy.no_port",
                             "proxy.no_service", "proxy.bad_name", "proxy.redirect"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestServiceProxy::refusalsOfTheRealServer()
{
    QFETCH(QString, name);
    addService(u"prometheus"_s, {port(u"http"_s, 9090)}, {}, {});
    const QJsonObject exchange = recorded(name);
    const ApiAnswer answer = answerTrusted(
        *m_state, requestOf("GET", exchange["request"_L1]["path"_L1].toString().toLatin1()));
    QCOMPARE(answer.document, exchange["response"_L1]["body"_L1].toObject());
    QCOMPARE(answer.status, exchange["response"_L1]["status"_L1].toInt());
}

void TestServiceProxy::passesOnWhatWasAsked()
{
    QVERIFY(get("one/proxy/echo?query=up%20%2B%201&a=%2F")
                .raw.startsWith("GET /echo?query=up%20%2B%201&a=%2F\n"));
    const ApiAnswer posted =
        answerTrusted(*m_state, requestOf("POST", QByteArray(services) + "one/proxy/echo", "body"));
    QCOMPARE(posted.status, 418); // not ours to judge
    QCOMPARE(posted.raw, QByteArray("application/json|body"));
    const ApiAnswer moved = get("one/proxy");
    QCOMPARE(moved.status, 301);
    QCOMPARE(moved.headers.value(0).second, QByteArray(QByteArray(services) + "one/proxy/"));
}

void TestServiceProxy::credentialsStayHere()
{
    ApiRequest request = requestOf("GET", QByteArray(services) + "one/proxy/echo");
    request.headers.insert("authorization", "Bearer secret");
    request.headers.insert("cookie", "secret");
    request.headers.insert("impersonate-user", "secret");
    const QByteArray passed = answerTrusted(*m_state, request).raw;
    QVERIFY(!passed.contains("secret"));
    QVERIFY(passed.contains("test/1")); // the user agent
}

void TestServiceProxy::answersComeBackAsTheyAre()
{
    QCOMPARE(get("one/proxy/echo").rawType, QByteArray("text/x-echo"));
    QCOMPARE(get("one/proxy/none").status, 404);
}

void TestServiceProxy::onlyLoopback()
{
    const ApiAnswer answer = get("far/proxy/echo");
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.document["message"_L1].toString(),
             u"no endpoints available for service \"far\""_s);
}

QTEST_GUILESS_MAIN(TestServiceProxy)
#include "tst_serviceproxy.moc"
