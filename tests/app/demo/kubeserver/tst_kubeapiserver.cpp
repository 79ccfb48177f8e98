// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/kubeapiserver.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;
using namespace std::chrono_literals;

namespace {

const char *const maps = "/api/v1/namespaces/kotaemon/configmaps";

/// A client of httplib that trusts the server's authority.
std::unique_ptr<httplib::SSLClient> clientOf(const KubeApiServer &server,
                                             const QTemporaryDir &folder, const QByteArray &token)
{
    const QString ca = folder.filePath(u"ca.crt"_s); // written by init()
    auto client = std::make_unique<httplib::SSLClient>("127.0.0.1", server.port());
    client->set_ca_cert_path(ca.toUtf8().constData());
    client->enable_server_certificate_verification(true);
    client->set_keep_alive(true);
    client->set_read_timeout(60);
    if (!token.isEmpty()) {
        client->set_default_headers({{"Authorization", "Bearer " + token.toStdString()}});
    }
    return client;
}

QByteArray configMap(const QString &name)
{
    return QJsonDocument(QJsonObject{{u"apiVersion"_s, u"v1"_s},
                                     {u"kind"_s, u"ConfigMap"_s},
                                     {u"metadata"_s, QJsonObject{{u"name"_s, name}}}})
        .toJson();
}

QJsonObject jsonOf(const httplib::Result &result)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(result->body)).object();
}

} // namespace

class TestKubeApiServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whoIsIt();
    void clientCertificates();
    void strangersCertificateIsRefused();
    void kubeconfigIsPrivate();
    void kubeconfigOfNowhere();
    void serviceAccountTokens();
    void wrongCertificateName();
    void keepsConnections();
    void manyWatchesAtOnce();
    void onlyLargeAnswersAreCompressed();
    void aWatchEndsWithItsClient();
    void destroyingEndsWatches();
    void tooLargeBodies();
    void latencyAndStatusFaults();
    void cutBeforeHasNoEffect();
    void cutAfterHasAnEffect();
    void webhookFaults();
    void serviceProxy();
    void podLogs();
    void tokensAreNotShown();

private:
    [[nodiscard]] std::unique_ptr<httplib::SSLClient> client(const QString &user) const
    {
        return clientOf(*m_server, *m_folder, m_server->token(user));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KubeApiServer> m_server;
};

void TestKubeApiServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    KubeApiServer::Options options;
    options.users = {{u"oncall"_s, u"1001"_s, {u"ops"_s}, {}}};
    auto started = KubeApiServer::start(options);
    QVERIFY_RESULT(started);
    m_server = std::move(*started);
    QFile authority(m_folder->filePath(u"ca.crt"_s));
    QVERIFY(authority.open(QIODevice::WriteOnly));
    QCOMPARE(authority.write(m_server->authority()), m_server->authority().size());
    QVERIFY(m_server->client(u"test"_s)
                .create({{u"apiVersion"_s, u"v1"_s},
                         {u"kind"_s, u"Namespace"_s},
                         {u"metadata"_s, QJsonObject{{u"name"_s, u"kotaemon"_s}}}})
                .ok());
}

void TestKubeApiServer::cleanup()
{
    m_server.reset();
    m_folder.reset();
}

void TestKubeApiServer::whoIsIt()
{
    const auto nobody = clientOf(*m_server, *m_folder, {});
    QCOMPARE(nobody->Get("/version")->status, 200);
    QCOMPARE(nobody->Get("/apis")->status, 403);
    QCOMPARE(nobody->Get(maps)->status, 403);
    const auto stranger = clientOf(*m_server, *m_folder, "nope");
    QCOMPARE(stranger->Get("/version")->status, 401);
    const auto oncall = client(u"oncall"_s);
    QCOMPARE(oncall->Get("/apis")->status, 200);
    const auto refused = oncall->Get(maps);
    QCOMPARE(refused->status, 403);
    QCOMPARE(
        jsonOf(refused)["message"_L1].toString(),
        u"configmaps is forbidden: User \"oncall\" cannot list resource \"configmaps\" in API group \"\" in the namespace \"kotaemon\""_s);
    QCOMPARE(client(u"admin"_s)->Get(maps)->status, 200);
}

void TestKubeApiServer::clientCertificates()
{
    const QString pem = m_folder->filePath(u"admin.pem"_s);
    QFile file(pem);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_server->adminCertificate().certificate + m_server->adminCertificate().key);
    file.close();
    httplib::SSLClient admin("127.0.0.1", m_server->port(), pem.toStdString(), pem.toStdString());
    admin.enable_server_certificate_verification(false);
    const auto review =
        admin.Post("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}", "application/json");
    QVERIFY(review);
    QCOMPARE(review->status, 201);
    const QJsonValue user = jsonOf(review)["status"_L1]["userInfo"_L1];
    QCOMPARE(user["username"_L1].toString(), u"admin"_s);
    QCOMPARE(user["groups"_L1].toArray(),
             (QJsonArray{u"system:masters"_s, u"system:authenticated"_s}));
}

void TestKubeApiServer::strangersCertificateIsRefused()
{
    auto other = CertificateAuthority::create();
    QVERIFY_RESULT(other);
    const auto pair = other->issueClient(u"admin"_s, {u"system:masters"_s});
    QVERIFY_RESULT(pair);
    const QString pem = m_folder->filePath(u"stranger.pem"_s);
    QFile file(pem);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(pair->certificate + pair->key);
    file.close();
    httplib::SSLClient stranger("127.0.0.1", m_server->port(), pem.toStdString(),
                                pem.toStdString());
    stranger.enable_server_certificate_verification(false);
    QVERIFY(!stranger.Get("/version"));
}

void TestKubeApiServer::kubeconfigIsPrivate()
{
    const QString path = m_folder->filePath(u"config"_s);
    QVERIFY(QFile(path).open(QIODevice::WriteOnly)); // an old one that everybody could read
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadOther));
    QVERIFY_RESULT(m_server->writeKubeconfig(path, u"oncall"_s, u"kotaemon"_s));
    QCOMPARE(QFileInfo(path).permissions() & 0x0077, QFileDevice::Permissions());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("current-context: oncall@spillway-demo"));
    QVERIFY(text.contains(m_server->url().toUtf8()));
    QVERIFY(text.contains(m_server->token(u"oncall"_s)));
    QVERIFY(!text.contains("client-key-data"));
}

void TestKubeApiServer::kubeconfigOfNowhere()
{
    QVERIFY_ERROR(
        m_server->writeKubeconfig(m_folder->filePath(u"no/such/config"_s), u"admin"_s, {}),
        ErrorCode::File);
}

void TestKubeApiServer::serviceAccountTokens()
{
    ClusterClient inside = m_server->client(u"test"_s);
    QVERIFY(inside
                .create({{u"apiVersion"_s, u"v1"_s},
                         {u"kind"_s, u"ServiceAccount"_s},
                         {u"metadata"_s, QJsonObject{{u"name"_s, u"schedule"_s},
                                                     {u"namespace"_s, u"kotaemon"_s}}}})
                .ok());
    const auto issued = client(u"admin"_s)
                            ->Post("/api/v1/namespaces/kotaemon/serviceaccounts/schedule/token",
                                   "{\"spec\":{}}", "application/json");
    QCOMPARE(issued->status, 201);
    const QByteArray token = jsonOf(issued)["status"_L1]["token"_L1].toString().toLatin1();
    const auto account = clientOf(*m_server, *m_folder, token);
    const auto review = account->Post("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}",
                                      "application/json");
    QCOMPARE(jsonOf(review)["status"_L1]["userInfo"_L1]["username"_L1].toString(),
             u"system:serviceaccount:kotaemon:schedule"_s);
    QVERIFY(inside.remove({{}, u"serviceaccounts"_s, u"kotaemon"_s, u"schedule"_s, {}}).ok());
    QCOMPARE(account->Get("/version")->status, 401); // its tokens go with it
}

void TestKubeApiServer::wrongCertificateName()
{
    QVERIFY(client(u"admin"_s)->Get("/version"));
    QVERIFY_RESULT(m_server->setWrongCertificate(true));
    QVERIFY(!client(u"admin"_s)->Get("/version"));
    QVERIFY_RESULT(m_server->setWrongCertificate(false));
    QVERIFY(client(u"admin"_s)->Get("/version"));
}

void TestKubeApiServer::keepsConnections()
{
    const auto admin = client(u"admin"_s);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(admin->Get("/version")->status, 200);
        QCOMPARE(m_server->connections(), 1);
    }
    // A DELETE without a length must not wait for the end of the connection.
    QCOMPARE(admin->Delete("/api/v1/namespaces/kotaemon/configmaps/none")->status, 404);
    QCOMPARE(m_server->connections(), 1);
}

void TestKubeApiServer::manyWatchesAtOnce()
{
    constexpr int watches = 40;
    std::atomic<int> open = 0;
    std::atomic<int> told = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < watches; ++i) {
        threads.emplace_back([this, &open, &told] {
            const auto watcher = client(u"admin"_s);
            watcher->Get(
                "/api/v1/namespaces/kotaemon/configmaps?watch=1&timeoutSeconds=60",
                [&open](const httplib::Response &) {
                    ++open;
                    return true;
                },
                [&told](const char *data, size_t size) {
                    const bool mine = QByteArrayView(data, qsizetype(size)).contains("everybody");
                    told += mine ? 1 : 0;
                    return !mine; // hangs up
                });
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(open.load(), watches, 60000);
    QCOMPARE(client(u"admin"_s)
                 ->Post(maps, configMap(u"everybody"_s).toStdString(), "application/json")
                 ->status,
             201);
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE(told.load(), watches);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 0, 60000);
}

/// As on the wire of the real server; a compressed watch would be held back until there is enough.
void TestKubeApiServer::onlyLargeAnswersAreCompressed()
{
    const auto reader = client(u"admin"_s);
    const httplib::Headers gzip{{"Accept-Encoding", "gzip"}};
    const auto small = reader->Get(maps, gzip);
    QVERIFY(small && !small->has_header("Content-Encoding"));

    const std::string filling(200'000, 'x');
    const std::string large =
        R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"large"},)"
        R"("data":{"filling":")" +
        filling + "\"}}";
    const auto made = reader->Post(maps, large, "application/json");
    QVERIFY(made && made->status == 201);
    const auto list = reader->Get(maps, gzip);
    QVERIFY(list && list->get_header_value("Content-Encoding") == "gzip");
    QVERIFY(list->body.find(filling) != std::string::npos);
    const auto plain = reader->Get(maps, {{"Accept-Encoding", ""}});
    QVERIFY(plain && !plain->has_header("Content-Encoding"));
    QVERIFY(plain->body == list->body);

    const auto watch = reader->Get(std::string(maps) + "?watch=1&timeoutSeconds=1", gzip);
    QVERIFY(watch && watch->status == 200);
    QVERIFY(!watch->has_header("Content-Encoding"));
}

void TestKubeApiServer::aWatchEndsWithItsClient()
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_server->port());
    QVERIFY(socket.waitForEncrypted());
    socket.write("GET /api/v1/namespaces/kotaemon/configmaps?watch=1 HTTP/1.1\r\nHost: "
                 "x\r\nAuthorization: Bearer " +
                 m_server->token(u"admin"_s) + "\r\n\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(socket.bytesAvailable() > 0 || socket.waitForReadyRead(100), 60'000);
    QCOMPARE(m_server->connections(), 1);
    socket.abort();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 0, 60000);
}

void TestKubeApiServer::destroyingEndsWatches()
{
    std::atomic<bool> open = false;
    std::thread watching([this, &open] {
        const auto watcher = client(u"admin"_s);
        watcher->Get(
            "/api/v1/namespaces/kotaemon/configmaps?watch=1&timeoutSeconds=600",
            [&open](const httplib::Response &) {
                open = true;
                return true;
            },
            [](const char *, size_t) { return true; });
    });
    QTRY_VERIFY_WITH_TIMEOUT(open, 60000);
    m_server.reset(); // does not hang
    watching.join();
    QVERIFY(!m_server);
}

void TestKubeApiServer::tooLargeBodies()
{
    const std::string large((3U << 20U) + 1, 'a');
    const auto result = client(u"admin"_s)->Post(maps, large, "application/json");
    QCOMPARE(result->status, 413);
    QCOMPARE(jsonOf(result)["reason"_L1].toString(), u"RequestEntityTooLarge"_s);
}

void TestKubeApiServer::latencyAndStatusFaults()
{
    const auto admin = client(u"admin"_s);
    Fault fault{.kind = Fault::Kind::Status};
    fault.status = 429;
    fault.retryAfter = 3;
    fault.count = 1;
    m_server->faults().add(fault);
    const auto limited = admin->Get("/version");
    QCOMPARE(limited->status, 429);
    QCOMPARE(limited->get_header_value("Retry-After"), std::string("3"));
    QCOMPARE(admin->Get("/version")->status, 200);
    Fault late{.kind = Fault::Kind::Latency};
    late.latency = 600s;
    m_server->faults().add(late);
    std::thread waiting([this] { client(u"admin"_s)->Get("/version"); });
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 2, 60000);
    m_server.reset(); // ends the pause
    waiting.join();
}

void TestKubeApiServer::cutBeforeHasNoEffect()
{
    m_server->faults().add(
        {.kind = Fault::Kind::CutBefore, .verb = u"create"_s, .path = {}, .count = 1});
    QVERIFY(!client(u"admin"_s)->Post(maps, configMap(u"a"_s).toStdString(), "application/json"));
    QCOMPARE(client(u"admin"_s)->Get("/api/v1/namespaces/kotaemon/configmaps/a")->status, 404);
    QCOMPARE(m_server->faults().active(), 0);
}

void TestKubeApiServer::cutAfterHasAnEffect()
{
    m_server->faults().add(
        {.kind = Fault::Kind::CutAfter, .verb = u"create"_s, .path = {}, .count = 1});
    QVERIFY(!client(u"admin"_s)->Post(maps, configMap(u"a"_s).toStdString(), "application/json"));
    QCOMPARE(client(u"admin"_s)->Get("/api/v1/namespaces/kotaemon/configmaps/a")->status, 200);
}

void TestKubeApiServer::webhookFaults()
{
    const auto admin = client(u"admin"_s);
    m_server->faults().add(
        {.kind = Fault::Kind::WebhookRefusal, .verb = {}, .path = {}, .count = 1});
    const auto refused = admin->Post(maps, configMap(u"a"_s).toStdString(), "application/json");
    QCOMPARE(refused->status, 403);
    QVERIFY(jsonOf(refused)["message"_L1].toString().contains("denied the request"_L1));
    m_server->faults().add({.kind = Fault::Kind::WebhookDown, .verb = {}, .path = {}, .count = 1});
    const auto down = admin->Post(maps, configMap(u"a"_s).toStdString(), "application/json");
    QCOMPARE(down->status, 500);
    QCOMPARE(jsonOf(down)["reason"_L1].toString(), u"InternalError"_s);
    QCOMPARE(admin->Post(maps, configMap(u"a"_s).toStdString(), "application/json")->status, 201);
}

void TestKubeApiServer::serviceProxy()
{
    httplib::Server upstream;
    upstream.Get("/api/v1/query", [](const httplib::Request &request, httplib::Response &response) {
        response.set_content(request.get_param_value("query") + '|' +
                                 request.get_header_value("Authorization"),
                             "application/json");
    });
    const int port = upstream.bind_to_any_port("127.0.0.1");
    std::thread serving([&upstream] { upstream.listen_after_bind(); });
    const auto admin = client(u"admin"_s);
    const char *path =
        "/api/v1/namespaces/kotaemon/services/http:prometheus:9090/proxy/api/v1/query?query=up";
    QCOMPARE(admin->Get(path)->status, 404); // no such service
    m_server->state().services.set(u"kotaemon/prometheus"_s, quint16(port));
    const auto passed = admin->Get(path);
    QCOMPARE(passed->status, 200);
    QCOMPARE(passed->body, std::string("up|")); // without the client's credentials
    QCOMPARE(client(u"oncall"_s)->Get(path)->status, 403);
    upstream.stop();
    serving.join();
    QCOMPARE(admin->Get(path)->status, 503);
}

void TestKubeApiServer::podLogs()
{
    const QJsonObject pod{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Pod"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, u"p"_s}, {u"namespace"_s, u"kotaemon"_s}}},
        {u"spec"_s, QJsonObject{{u"nodeName"_s, u"node-1"_s},
                                {u"containers"_s, QJsonArray{QJsonObject{{u"name"_s, u"app"_s},
                                                                         {u"image"_s, u"x"_s}}}}}}};
    QVERIFY(m_server->client(u"test"_s).create(pod).ok());
    m_server->state().logs.append(u"kotaemon/p"_s, "one");
    m_server->state().logs.append(u"kotaemon/p"_s, "two");
    const auto admin = client(u"admin"_s);
    QCOMPARE(admin->Get("/api/v1/namespaces/kotaemon/pods/p/log")->body, std::string("one\ntwo\n"));
    QCOMPARE(admin->Get("/api/v1/namespaces/kotaemon/pods/p/log?tailLines=1")->body,
             std::string("two\n"));
    QCOMPARE(admin->Get("/api/v1/namespaces/kotaemon/pods/p/log?container=zzz")->status, 400);
    QCOMPARE(admin->Get("/api/v1/namespaces/kotaemon/pods/q/log")->status, 404);
}

void TestKubeApiServer::tokensAreNotShown()
{
    const auto admin = client(u"admin"_s);
    const QByteArray token = m_server->token(u"admin"_s);
    for (const char *path : {"/version", "/apis", maps, "/nope"}) {
        QVERIFY(!QByteArray::fromStdString(admin->Get(path)->body).contains(token));
    }
}

QTEST_GUILESS_MAIN(TestKubeApiServer)
#include "tst_kubeapiserver.moc"
