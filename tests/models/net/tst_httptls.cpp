// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "support/faultserver.h"
#include "support/resultmacros.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>

#include <csignal>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// TLS against certificates made by openssl for this run.
class TestHttpTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        makeCa(u"ca"_s);
        makeCa(u"other-ca"_s);
        makeLeaf(u"good"_s, u"IP:127.0.0.1,DNS:prometheus.internal"_s, 30);
        makeLeaf(u"wrong-name"_s, u"DNS:elsewhere.example"_s, 30);
        makeLeaf(u"client"_s, u"DNS:operator"_s, 30);
        makeExpired();
    }

    void verifies_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("ca");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("good") << u"good"_s << u"ca"_s << true;
        QTest::newRow("unknown CA") << u"good"_s << u"other-ca"_s << false;
        QTest::newRow("the system's CAs only") << u"good"_s << QString{} << false;
        QTest::newRow("wrong host name") << u"wrong-name"_s << u"ca"_s << false;
        QTest::newRow("expired") << u"expired"_s << u"ca"_s << false;
    }

    void verifies()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, ca);
        QFETCH(bool, accepted);
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "secure")));
        server.useTls(serverConfiguration(certificate, false));
        const auto reply = ask(server, ca, {});
        QCOMPARE(reply->result().ok(), accepted);
        if (!accepted) {
            QCOMPARE(reply->result().error().code, ErrorCode::Tls);
            QVERIFY(!reply->result().error().why.isEmpty());
            QVERIFY(server.requests().isEmpty());
        }
    }

    void aCaMayBeBytes()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "secure")));
        server.useTls(serverConfiguration(u"good"_s, false));
        HttpTls tls;
        tls.caPem = read(u"ca.crt"_s);
        QVERIFY(ask(server, {}, tls)->result().ok());
    }

    void theNameInTheCertificateMayDiffer()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "secure")));
        server.useTls(serverConfiguration(u"good"_s, false));
        HttpTls tls;
        tls.serverName = u"prometheus.internal"_s;
        const auto good = ask(server, u"ca"_s, tls);
        QVERIFY2(good->result().ok(),
                 good->result().ok() ? "" : qPrintable(good->result().error().sentence()));
        QVERIFY(server.requests().first().contains("Host: 127.0.0.1:"));
        tls.serverName = u"another.internal"_s;
        QCOMPARE(ask(server, u"ca"_s, tls)->result().error().code, ErrorCode::Tls);
    }

    void clientCertificates()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "known")));
        server.useTls(serverConfiguration(u"good"_s, true));
        HttpTls tls;
        tls.certificateFile = path(u"client.crt"_s);
        tls.keyFile = path(u"client.key"_s);
        QVERIFY(ask(server, u"ca"_s, tls)->result().ok());
        HttpTls bytes;
        bytes.certificatePem = read(u"client.crt"_s);
        bytes.keyPem = read(u"client.key"_s);
        QVERIFY(ask(server, u"ca"_s, bytes)->result().ok());
        QVERIFY(!ask(server, u"ca"_s, {})->result().ok());
        tls.keyFile = path(u"good.key"_s);
        QCOMPARE(ask(server, u"ca"_s, tls)->result().error().code, ErrorCode::Tls);
    }

    void http2IsSpokenAndMultiplexed()
    {
        QFile page(path(u"index.html"_s));
        QVERIFY(page.open(QIODevice::WriteOnly));
        page.write("over one connection");
        page.close();
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const quint16 port = probe.serverPort();
        probe.close();
        QProcess nghttpd;
        nghttpd.setProgram(u"nghttpd"_s);
        nghttpd.setArguments({u"-v"_s, u"-a"_s, u"127.0.0.1"_s, u"-d"_s, m_dir.path(),
                              QString::number(port), path(u"good.key"_s), path(u"good.crt"_s)});
        nghttpd.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        nghttpd.start();
        QVERIFY(nghttpd.waitForStarted());
        auto settings = std::make_shared<HttpSettings>();
        settings->tls.caFile = path(u"ca.crt"_s);
        HttpClient client;
        std::vector<std::unique_ptr<HttpReply>> replies;
        for (int i = 0; i < 6; ++i) {
            // The first may come before nghttpd listens.
            const HttpRequest request{.url = QUrl(u"https://127.0.0.1:%1/index.html"_s.arg(port)),
                                      .settings = settings,
                                      .retry = {.maxAttempts = 20, .base = 50ms, .most = 200ms}};
            replies.emplace_back(client.send(request, nullptr));
        }
        for (const auto &reply : replies) {
            QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 60'000);
            QVERIFY_RESULT(reply->result());
            QVERIFY(reply->result()->http2);
            QCOMPARE(reply->result()->body, QByteArray("over one connection"));
        }
        nghttpd.kill();
        QVERIFY(nghttpd.waitForFinished());
        // Each connection starts with one SETTINGS frame of the client.
        const QByteArray log = nghttpd.readAllStandardOutput();
        QCOMPARE(log.count("recv SETTINGS frame <length=0, flags=0x01"), 1);
    }

    void aMissingClientCertificateIsNamed()
    {
        // Qt's server just hangs up; OpenSSL's sends the alert of TLS 1.3, as Go and nginx do.
        QProcess server;
        server.setWorkingDirectory(m_dir.path());
        server.setProgram(u"openssl"_s);
        server.setArguments({u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s,
                             u"good.crt"_s, u"-key"_s, u"good.key"_s, u"-CAfile"_s, u"ca.crt"_s,
                             u"-Verify"_s, u"1"_s, u"-verify_return_error"_s, u"-www"_s});
        server.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        server.start();
        QByteArray output;
        static const QRegularExpression listening(u"ACCEPT 127\\.0\\.0\\.1:(\\d+)"_s);
        QRegularExpressionMatch match;
        QTRY_VERIFY_WITH_TIMEOUT(
            (match = listening.match(QString::fromUtf8(output += server.readAllStandardOutput())))
                .hasMatch(),
            60'000);
        HttpTls tls;
        tls.caFile = path(u"ca.crt"_s);
        auto settings = std::make_shared<HttpSettings>();
        settings->tls = tls;
        HttpClient client;
        QScopedPointer<HttpReply> reply(client.send(
            {.url = QUrl(u"https://127.0.0.1:"_s + match.captured(1)), .settings = settings},
            nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::Tls);
        QVERIFY(reply->result().error().advice.contains(u"client certificate"_s));
        server.kill();
        QVERIFY(server.waitForFinished());
    }

    void anEncryptedKeyIsAnErrorAndNoQuestionOnTheTerminal()
    {
        FaultServer server(FaultServer::answer(FaultServer::response("200 OK", "")));
        server.useTls(serverConfiguration(u"good"_s, true));
        openssl({u"rsa"_s, u"-aes128"_s, u"-passout"_s, u"pass:canary"_s, u"-in"_s, u"client.key"_s,
                 u"-out"_s, u"locked.key"_s});
        HttpTls tls;
        tls.certificateFile = path(u"client.crt"_s);
        tls.keyFile = path(u"locked.key"_s);
        QCOMPARE(ask(server, u"ca"_s, tls)->result().error().code, ErrorCode::Tls);
    }

    void aBrokenCaFileIsNamed()
    {
        FaultServer server(FaultServer::answer({}));
        server.useTls(serverConfiguration(u"good"_s, false));
        HttpTls tls;
        tls.caFile = u"/no/such/ca.pem"_s;
        const auto reply = ask(server, {}, tls);
        QCOMPARE(reply->result().error().code, ErrorCode::Tls);
        QVERIFY(reply->result().error().advice.contains(u"CA"_s));
    }

    void plainHttpOnATlsPort()
    {
        FaultServer server(FaultServer::answer({}));
        HttpClient client;
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        server.setGreeting([](QTcpSocket &socket) { socket.write("HTTP/1.1 400 Bad\r\n\r\n"); });
        QScopedPointer<HttpReply> reply(client.send({.url = url}, nullptr));
        QSignalSpy finished(reply.data(), &HttpReply::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(reply->result().error().code, ErrorCode::Tls);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

    std::unique_ptr<HttpReply> ask(const FaultServer &server, const QString &ca, HttpTls tls)
    {
        auto settings = std::make_shared<HttpSettings>();
        if (!ca.isEmpty()) {
            tls.caFile = path(ca + u".crt"_s);
        }
        settings->tls = tls;
        m_client = std::make_unique<HttpClient>(); // no connection of an earlier identity
        std::unique_ptr<HttpReply> reply(
            m_client->send({.url = server.url(), .settings = settings}, nullptr));
        QSignalSpy finished(reply.get(), &HttpReply::finished);
        if (!finished.wait(60'000)) {
            QTest::qFail("no answer", __FILE__, __LINE__);
        }
        return reply;
    }

    [[nodiscard]] QSslConfiguration serverConfiguration(const QString &certificate,
                                                        bool wantsClient) const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(read(certificate + u".crt"_s)));
        configuration.setPrivateKey(QSslKey(read(certificate + u".key"_s), QSsl::Rsa));
        if (wantsClient) {
            configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
            configuration.setCaCertificates({QSslCertificate(read(u"ca.crt"_s))});
        } else {
            configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        }
        return configuration;
    }

    void openssl(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.start(u"openssl"_s, arguments);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    void makeCa(const QString &name)
    {
        openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s,
                 u"30"_s, u"-subj"_s, u"/CN="_s + name, u"-keyout"_s, name + u".key"_s, u"-out"_s,
                 name + u".crt"_s});
    }

    void makeRequest(const QString &name, const QString &names)
    {
        openssl({u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s, u"/CN="_s + name,
                 u"-addext"_s, u"subjectAltName="_s + names, u"-keyout"_s, name + u".key"_s,
                 u"-out"_s, name + u".csr"_s});
    }

    void makeLeaf(const QString &name, const QString &names, int days)
    {
        makeRequest(name, names);
        openssl({u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-CA"_s, u"ca.crt"_s,
                 u"-CAkey"_s, u"ca.key"_s, u"-CAcreateserial"_s, u"-copy_extensions"_s, u"copy"_s,
                 u"-days"_s, QString::number(days), u"-out"_s, name + u".crt"_s});
    }

    void makeExpired()
    {
        makeRequest(u"expired"_s, u"IP:127.0.0.1"_s);
        QFile(path(u"index.txt"_s)).open(QIODevice::WriteOnly);
        openssl({u"ca"_s, u"-batch"_s, u"-in"_s, u"expired.csr"_s, u"-cert"_s, u"ca.crt"_s,
                 u"-keyfile"_s, u"ca.key"_s, u"-out"_s, u"expired.crt"_s, u"-startdate"_s,
                 u"20200101000000Z"_s, u"-enddate"_s, u"20200102000000Z"_s, u"-notext"_s,
                 u"-config"_s, caConfiguration()});
    }

    QString caConfiguration()
    {
        QFile file(path(u"ca.cnf"_s));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(
                "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\n"
                "default_md=sha256\npolicy=p\ncopy_extensions=copy\n[p]\ncommonName=supplied\n");
        }
        return file.fileName();
    }

    QTemporaryDir m_dir;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"
