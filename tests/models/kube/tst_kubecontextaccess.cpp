// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubecontextaccess.h"
#include "net/httpclient.h"
#include "support/faultserver.h"
#include "support/manualclock.h"
#include "support/resultmacros.h"
#include "support/testcertificates.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is sent to a real TLS server for each kind of user, and what happens when credentials
/// change under us.
class TestKubeContextAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates.makeCa(u"ca"_s);
        m_certificates.makeCa(u"other-ca"_s);
        m_certificates.makeLeaf(u"kube"_s, u"IP:127.0.0.1,DNS:kube.internal"_s);
        m_certificates.makeLeaf(u"ann"_s, u"DNS:ann"_s);
        m_certificates.makeLeaf(u"bob"_s, u"DNS:bob"_s);
    }

    void init()
    {
        m_clock.set(SystemClock().now());
        m_setup = {};
        m_logins = std::make_unique<ExecLogins>(m_setup, m_clock);
        m_client = std::make_unique<HttpClient>();
        m_server = std::make_unique<FaultServer>([this](QTcpSocket &socket, const QByteArray &) {
            const auto *tls = qobject_cast<QSslSocket *>(&socket);
            m_peers
                << (tls != nullptr
                        ? tls->peerCertificate().subjectInfo(QSslCertificate::CommonName).join(u',')
                        : u"plain"_s);
            socket.write(FaultServer::response("200 OK", "{}"));
        });
        m_server->useTls(m_certificates.server(u"kube"_s, u"ca"_s));
        m_peers.clear();
        copy(u"ann.crt"_s, u"client.crt"_s);
        copy(u"ann.key"_s, u"client.key"_s);
        copy(u"ca.crt"_s, u"trusted.crt"_s);
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
        m_logins.reset();
    }

    void whatItSays()
    {
        KubeTarget target = this->target();
        target.server = QUrl(u"https://kube.example/k8s/c-1"_s);
        const KubeContextAccess access(target, *m_logins, {}, m_clock);
        QCOMPARE(access.server(), target.server);
        QCOMPARE(access.contextName(), u"prod"_s);
        QCOMPARE(access.defaultNamespace(), u"shop"_s);
        QCOMPARE(access.userName(), u"ann"_s);
    }

    void plainCredentials_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("token") << u"token"_s << "Authorization: Bearer secret-token"_ba;
        QTest::newRow("basic") << u"basic"_s << "Authorization: Basic YW5uOnBhc3M="_ba;
        QTest::newRow("token file") << u"file"_s << "Authorization: Bearer from-file"_ba;
        QTest::newRow("token and file") << u"both"_s << "Authorization: Bearer from-file"_ba;
        QTest::newRow("token and a file that is not there")
            << u"missing"_s << "Authorization: Bearer secret-token"_ba;
        QTest::newRow("somebody else") << u"as"_s << "Impersonate-User: root"_ba;
    }

    void plainCredentials()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, header);
        serveWithoutClientCertificates();
        KubeTarget target = this->target();
        replaceFile(m_certificates.path(u"token"_s), "from-file\n");
        if (kind == u"basic") {
            target.user.username = u"ann"_s;
            target.user.password = u"pass"_s;
        } else if (kind == u"file" || kind == u"both") {
            target.user.tokenFile = m_certificates.path(u"token"_s);
        } else if (kind == u"missing") {
            target.user.tokenFile = m_certificates.path(u"none"_s);
        } else if (kind == u"as") {
            target.user.impersonate = u"root"_s;
        }
        if (kind != u"basic" && kind != u"file") {
            target.user.token = u"secret-token"_s;
        }
        KubeContextAccess access(target, *m_logins, {}, m_clock);
        QVERIFY_RESULT(ask(access));
        QVERIFY2(m_server->requests().last().contains(QByteArray{header + "\r\n"}),
                 m_server->requests().last().constData());
    }

    void aClientCertificate_data()
    {
        QTest::addColumn<bool>("asFile");
        QTest::newRow("files") << true;
        QTest::newRow("data") << false;
    }

    void aClientCertificate()
    {
        QFETCH(bool, asFile);
        KubeTarget target = this->target();
        if (asFile) {
            target = withCertificateFiles();
        } else {
            target.user.certificatePem = m_certificates.read(u"ann.crt"_s);
            target.user.keyPem = m_certificates.read(u"ann.key"_s);
        }
        KubeContextAccess access(target, *m_logins, {}, m_clock);
        QVERIFY_RESULT(ask(access));
        QCOMPARE(m_peers, QStringList{u"ann"_s});
    }

    void onlyTheGivenCaIsTrusted_data()
    {
        QTest::addColumn<QString>("ca");
        QTest::addColumn<QString>("serverName");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("its CA") << u"ca.crt"_s << QString{} << true;
        QTest::newRow("another CA") << u"other-ca.crt"_s << QString{} << false;
        QTest::newRow("the system's") << QString{} << QString{} << false;
        QTest::newRow("another name of it") << u"ca.crt"_s << u"kube.internal"_s << true;
        QTest::newRow("a name it has not") << u"ca.crt"_s << u"other.internal"_s << false;
    }

    void onlyTheGivenCaIsTrusted()
    {
        QFETCH(QString, ca);
        QFETCH(QString, serverName);
        QFETCH(bool, accepted);
        KubeTarget target = withCertificateFiles();
        target.cluster.caFile = ca.isEmpty() ? ca : m_certificates.path(ca);
        target.cluster.tlsServerName = serverName;
        KubeContextAccess access(target, *m_logins, {}, m_clock);
        const Result<HttpResponse> answer = ask(access);
        QCOMPARE(answer.ok(), accepted);
        if (!accepted) {
            QCOMPARE(answer.error().code, ErrorCode::Tls);
        }
    }

    void credentialsGoOverHttpsOnly()
    {
        KubeTarget target = withCertificateFiles();
        target.user.token = u"secret-token"_s;
        target.user.impersonate = u"root"_s;
        target.server = QUrl(u"http://127.0.0.1:1"_s);
        KubeContextAccess access(target, *m_logins, {}, m_clock);
        const HttpSettingsPtr settings = settingsOf(access);
        QVERIFY(settings->auth.kind == HttpAuth::Kind::None);
        QVERIFY(settings->auth.secret.isEmpty());
        QVERIFY(settings->tls.keyPem.isEmpty());
        QVERIFY(settings->tls.certificatePem.isEmpty());
        // Nor is a helper run.
        target.user.token.clear();
        target.user.certificateFile.clear();
        target.user.keyFile.clear();
        target.user.exec = exec(u"fails.sh"_s);
        KubeContextAccess helped(target, *m_logins, all(), m_clock);
        QVERIFY(settingsOf(helped) != nullptr);
        QVERIFY(m_logins->reports().empty());
    }

    void proxies_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("proxy");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *name, const QString &server, const QString &proxy,
                            HttpProxy::Kind kind, const QString &url = {}) {
            QTest::newRow(name) << server << proxy << static_cast<int>(kind) << url;
        };
        const QString far = u"https://kube.example"_s;
        row("of the environment", far, {}, HttpProxy::Kind::Environment);
        row("http", far, u"http://ann:pw@proxy:3128"_s, HttpProxy::Kind::Explicit,
            u"http://ann:pw@proxy:3128"_s);
        row("https", far, u"https://proxy"_s, HttpProxy::Kind::Explicit, u"https://proxy"_s);
        row("socks5 looks names up itself", far, u"socks5://proxy:1080"_s,
            HttpProxy::Kind::Explicit, u"socks5h://proxy:1080"_s);
        row("none to localhost", u"https://localhost:6443"_s, {}, HttpProxy::Kind::None);
        row("none to 127.0.0.1", u"https://127.1.2.3:6443"_s, {}, HttpProxy::Kind::None);
        row("none to ::1", u"https://[::1]:6443"_s, {}, HttpProxy::Kind::None);
        row("a name that looks local", u"https://127.0.0.1.example"_s, {},
            HttpProxy::Kind::Environment);
        row("explicit to localhost", u"https://localhost"_s, u"http://proxy"_s,
            HttpProxy::Kind::Explicit, u"http://proxy"_s);
    }

    void proxies()
    {
        QFETCH(QString, server);
        QFETCH(QString, proxy);
        QFETCH(int, kind);
        QFETCH(QString, url);
        KubeTarget target = this->target();
        target.server = QUrl(server);
        target.cluster.proxyUrl = proxy;
        KubeContextAccess access(target, *m_logins, {}, m_clock);
        const HttpSettingsPtr settings = settingsOf(access);
        QCOMPARE(static_cast<int>(settings->proxy.kind), kind);
        QCOMPARE(settings->proxy.url, url);
        QVERIFY(settings->proxy.noProxy.isEmpty());
    }

    void compressionMayBeOff()
    {
        KubeTarget target = withCertificateFiles();
        KubeContextAccess on(target, *m_logins, {}, m_clock);
        QVERIFY_RESULT(ask(on));
        QVERIFY(m_server->requests().last().contains("Accept-Encoding: "));
        target.cluster.disableCompression = true;
        KubeContextAccess off(target, *m_logins, {}, m_clock);
        QVERIFY_RESULT(ask(off));
        QVERIFY(!m_server->requests().last().contains("Accept-Encoding: "));
    }

    void aCertificateThatExpired()
    {
        KubeContextAccess access(withCertificateFiles(), *m_logins, {}, m_clock);
        QVERIFY_RESULT(ask(access));
        m_clock.advance(31 * 24h);
        const Result<HttpSettingsPtr> settings = resultOf(access);
        QVERIFY_ERROR(settings, ErrorCode::Unauthorized);
        QVERIFY2(settings.error().why.startsWith(
                     u"the client certificate of the user “ann” expired on 20"_s),
                 qPrintable(settings.error().why));
    }

    void aTokenFileIsReadAgainWhenRefused()
    {
        KubeTarget target = this->target();
        target.user.tokenFile = m_certificates.path(u"token"_s);
        replaceFile(target.user.tokenFile, "one");
        KubeContextAccess access(target, *m_logins, {}, m_clock);
        QCOMPARE(settingsOf(access)->auth.secret, u"one"_s);
        replaceFile(target.user.tokenFile, "two");
        QCOMPARE(settingsOf(access)->auth.secret, u"one"_s);
        access.refused();
        QCOMPARE(settingsOf(access)->auth.secret, u"two"_s);
        replaceFile(target.user.tokenFile, "three");
        m_clock.advance(50s);
        QCOMPARE(settingsOf(access)->auth.secret, u"three"_s);
    }

    void filesThatChange_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::newRow("after a while") << false;
        QTest::newRow("after a 401") << true;
    }

    void filesThatChange()
    {
        QFETCH(bool, refused);
        KubeContextAccess access(withCertificateFiles(), *m_logins, {}, m_clock);
        QSignalSpy changed(&access, &KubeAccess::identityChanged);
        QVERIFY_RESULT(ask(access));
        if (!refused) {
            access.setRecheckInterval(20ms);
        }
        // In the middle of the change the old pair is used on.
        copy(u"bob.crt"_s, u"client.crt"_s);
        if (refused) {
            access.refused();
        }
        QVERIFY_RESULT(ask(access));
        QVERIFY(changed.isEmpty());
        copy(u"bob.key"_s, u"client.key"_s);
        if (refused) {
            access.refused();
            QVERIFY_RESULT(ask(access));
        }
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 60'000);
        QVERIFY_RESULT(ask(access));
        QCOMPARE(m_peers.last(), u"bob"_s);
        QCOMPARE(m_peers.first(), u"ann"_s);
    }

    void aCaThatChanges()
    {
        KubeContextAccess access(withCertificateFiles(), *m_logins, {}, m_clock);
        QSignalSpy changed(&access, &KubeAccess::identityChanged);
        QVERIFY_RESULT(ask(access));
        copy(u"other-ca.crt"_s, u"trusted.crt"_s);
        access.refused();
        const Result<HttpResponse> answer = ask(access);
        QVERIFY_ERROR(answer, ErrorCode::Tls); // no connection of before is used
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 60'000);
    }

    void filesThatCannotBeUsed()
    {
        KubeTarget target = withCertificateFiles();
        copy(u"bob.key"_s, u"client.key"_s);
        KubeContextAccess access(target, *m_logins, {}, m_clock);
        const Result<HttpSettingsPtr> settings = resultOf(access);
        QVERIFY_ERROR(settings, ErrorCode::Tls);
        QCOMPARE(settings.error().sentence(),
                 u"A certificate of the kubeconfig cannot be used (%1): the key does not belong to "
                 "the client certificate. Log in again with the tool that made it."_s.arg(
                     m_certificates.path(u"client.crt"_s)));
        copy(u"ann.key"_s, u"client.key"_s);
        QVERIFY_RESULT(resultOf(access)); // looked at again at once
    }

    void aHelperIsWaitedFor()
    {
        KubeTarget target = this->target();
        target.user.exec = exec(u"good.sh"_s);
        KubeContextAccess access(target, *m_logins, all(), m_clock);
        QSignalSpy waiting(&access, &KubeAccess::waitingFor);
        QVERIFY(m_logins->reports().empty()); // nothing runs before it is needed
        QObject context;
        int answers = 0;
        for (int i = 0; i < 3; ++i) {
            access.settings(&context, [&answers](const Result<HttpSettingsPtr> &settings) {
                answers += settings.ok() ? 1 : 0;
            });
        }
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().first().toString(), u"good.sh"_s);
        QCOMPARE(answers, 0);
        QTRY_COMPARE_WITH_TIMEOUT(answers, 3, 60'000);
        QCOMPARE(waiting.size(), 2);
        QCOMPARE(waiting.last().first().toString(), QString{});
        // Known now: at once, and nobody is told to wait.
        QCOMPARE(settingsOf(access)->auth.secret, u"plugin-token-canary"_s);
        QCOMPARE(waiting.size(), 2);
    }

    void aHelperThatFails()
    {
        KubeTarget target = this->target();
        target.user.exec = exec(u"fails.sh"_s);
        KubeContextAccess access(target, *m_logins, all(), m_clock);
        const Result<HttpSettingsPtr> settings = resultOf(access);
        QVERIFY_ERROR(settings, ErrorCode::Unauthorized);
        QVERIFY(settings.error().why.startsWith(u"it ended with code 3: Error: session expired"_s));
        access.tryAgain();
        QVERIFY_ERROR(resultOf(access), ErrorCode::Unauthorized);
    }

    void aHelperThatIsNotAllowed()
    {
        KubeTarget target = this->target();
        target.user.exec = exec(u"good.sh"_s);
        KubeContextAccess access(target, *m_logins, ExecPolicy::fromWords({}), m_clock);
        QVERIFY_ERROR(resultOf(access), ErrorCode::Unauthorized);
    }

    void aHelperWithAnotherCertificate()
    {
        KubeTarget target = this->target();
        target.user.exec = exec(u"cert.sh"_s);
        target.user.exec->environment = {{u"CERT"_s, m_certificates.path(u"client.crt"_s)},
                                         {u"KEY"_s, m_certificates.path(u"client.key"_s)}};
        KubeContextAccess access(target, *m_logins, all(), m_clock);
        QSignalSpy changed(&access, &KubeAccess::identityChanged);
        QVERIFY_RESULT(ask(access));
        copy(u"bob.crt"_s, u"client.crt"_s);
        copy(u"bob.key"_s, u"client.key"_s);
        QVERIFY_RESULT(ask(access));
        QVERIFY(changed.isEmpty());
        access.refused();
        QVERIFY_RESULT(ask(access));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 60'000);
        QCOMPARE(m_peers, (QStringList{u"ann"_s, u"ann"_s, u"bob"_s}));
    }

    void anotherTokenKeepsConnections()
    {
        serveWithoutClientCertificates();
        KubeTarget target = this->target();
        target.user.exec = exec(u"good.sh"_s);
        KubeContextAccess access(target, *m_logins, all(), m_clock);
        QSignalSpy changed(&access, &KubeAccess::identityChanged);
        QVERIFY_RESULT(ask(access));
        access.refused();
        QVERIFY_RESULT(ask(access));
        QCOMPARE(m_server->connections(), 1);
        QVERIFY(changed.isEmpty());
    }

    void whoIsGoneIsNotCalled()
    {
        KubeTarget target = this->target();
        target.user.exec = exec(u"good.sh"_s);
        KubeContextAccess access(target, *m_logins, all(), m_clock);
        auto gone = std::make_unique<QObject>();
        QObject here;
        int goneCalls = 0;
        int hereCalls = 0;
        access.settings(gone.get(), [&](const Result<HttpSettingsPtr> &) { ++goneCalls; });
        access.settings(&here, [&](const Result<HttpSettingsPtr> &) { ++hereCalls; });
        gone.reset();
        QTRY_COMPARE_WITH_TIMEOUT(hereCalls, 1, 60'000);
        QCOMPARE(goneCalls, 0);
    }

    void whoWaitsIsToldThatItWasGivenUp()
    {
        KubeTarget target = this->target();
        target.user.exec = exec(u"good.sh"_s);
        target.user.exec->environment = {{u"GATE"_s, u"/no/gate"_s}};
        auto access = std::make_unique<KubeContextAccess>(target, *m_logins, all(), m_clock);
        QObject context;
        std::optional<Result<HttpSettingsPtr>> result;
        access->settings(&context, [&](const Result<HttpSettingsPtr> &is) { result = is; });
        access.reset();
        QVERIFY(result.has_value());
        QVERIFY_ERROR(*result, ErrorCode::Cancelled);
        QTRY_VERIFY_WITH_TIMEOUT(!m_logins->reports().front().running, 60'000);
    }

    void aPodsServiceAccount()
    {
        serveWithoutClientCertificates();
        replaceFile(m_certificates.path(u"token"_s), "pod-token");
        const auto target = inClusterTarget({u"127.0.0.1"_s, QString::number(m_server->port()),
                                             u"shop"_s, m_certificates.folder()});
        QVERIFY(target.has_value());
        KubeContextAccess access(*target, *m_logins, {}, m_clock);
        QVERIFY_RESULT(ask(access));
        QVERIFY(m_server->requests().last().contains("Authorization: Bearer pod-token\r\n"));
    }

private:
    static ExecPolicy all() { return {ExecPolicy::Kind::AllowAll, {}}; }

    static KubeExec exec(const QString &script)
    {
        return {.command = QStringLiteral(SPILLWAY_TEST_DATA "/kube/plugins/") + script,
                .apiVersion = execVersion1,
                .interactiveMode = u"Never"_s};
    }

    [[nodiscard]] KubeTarget target() const
    {
        KubeTarget target;
        target.context = u"prod"_s;
        target.nameSpace = u"shop"_s;
        target.server = m_server->url(QString{});
        target.cluster.caFile = m_certificates.path(u"trusted.crt"_s);
        target.user.name = u"ann"_s;
        return target;
    }

    [[nodiscard]] KubeTarget withCertificateFiles() const
    {
        KubeTarget target = this->target();
        target.user.certificateFile = m_certificates.path(u"client.crt"_s);
        target.user.keyFile = m_certificates.path(u"client.key"_s);
        return target;
    }

    void serveWithoutClientCertificates()
    {
        m_server = std::make_unique<FaultServer>(
            FaultServer::answer(FaultServer::response("200 OK", "{}")));
        m_server->useTls(m_certificates.server(u"kube"_s));
    }

    void copy(const QString &from, const QString &to) const
    {
        replaceFile(m_certificates.path(to), m_certificates.read(from));
    }

    static Result<HttpSettingsPtr> resultOf(KubeContextAccess &access)
    {
        QObject context;
        std::optional<Result<HttpSettingsPtr>> result;
        access.settings(&context, [&](const Result<HttpSettingsPtr> &is) { result = is; });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 60'000)) {
            QTest::qFail("no settings", __FILE__, __LINE__);
            return Error{};
        }
        return *result;
    }

    static HttpSettingsPtr settingsOf(KubeContextAccess &access)
    {
        const Result<HttpSettingsPtr> result = resultOf(access);
        if (!result.ok()) {
            QTest::qFail(qPrintable(result.error().sentence()), __FILE__, __LINE__);
            return std::make_shared<const HttpSettings>();
        }
        return *result;
    }

    Result<HttpResponse> ask(KubeContextAccess &access)
    {
        const Result<HttpSettingsPtr> settings = resultOf(access);
        if (!settings.ok()) {
            return settings.error();
        }
        QUrl url = access.server();
        url.setPath(url.path() + u"/version"_s);
        std::unique_ptr<HttpReply> reply(
            m_client->send({.url = url, .settings = *settings}, nullptr));
        QSignalSpy finished(reply.get(), &HttpReply::finished);
        if (!finished.wait(60'000)) {
            QTest::qFail("no answer", __FILE__, __LINE__);
            return Error{};
        }
        return reply->takeResult();
    }

    TestCertificates m_certificates;
    ManualClock m_clock;
    ExecSetup m_setup;
    std::unique_ptr<ExecLogins> m_logins;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<FaultServer> m_server;
    QStringList m_peers;
};

QTEST_GUILESS_MAIN(TestKubeContextAccess)
#include "tst_kubecontextaccess.moc"
