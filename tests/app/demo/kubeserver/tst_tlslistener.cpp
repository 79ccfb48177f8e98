// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/certificates.h"
#include "kubeserver/tlslistener.h"
#include "support/resultmacros.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

class TestTlsListener : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void badCertificates_data();
    void badCertificates();
    void answersOverTls();
    void withoutCertificateNobodyIsServed();
    void plainTextIsHungUpOn();
    void newConnectionsGetTheNewCertificate();
    void cutsAreNoOrderlyEnd();
    void stopEndsIdleConnections();

private:
    void connectTo(QSslSocket &socket) const;
    [[nodiscard]] KeyPair pair(const QString &name);

    std::optional<CertificateAuthority> m_authority;
    std::unique_ptr<TlsListener> m_listener;
    int m_port = 0;
};

void TestTlsListener::init()
{
    auto made = CertificateAuthority::create();
    QVERIFY_RESULT(made);
    m_authority.emplace(std::move(*made));
    m_listener = std::make_unique<TlsListener>();
    m_listener->Get("/hello", [](const httplib::Request &, httplib::Response &response) {
        response.set_content(TlsListener::peerIsThere() ? "there" : "gone", "text/plain");
    });
    m_listener->Get("/cut", [](const httplib::Request &, httplib::Response &response) {
        response.set_content("half an answer", "text/plain");
        TlsListener::cutConnection();
    });
    m_port = m_listener->bindLoopback();
    QVERIFY(m_port > 0);
}

void TestTlsListener::cleanup()
{
    m_listener.reset();
    m_authority.reset();
}

KeyPair TestTlsListener::pair(const QString &name)
{
    auto made = m_authority->issueServer({name}, {u"127.0.0.1"_s});
    return made.ok() ? *made : KeyPair();
}

void TestTlsListener::connectTo(QSslSocket &socket) const
{
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(m_port));
}

void TestTlsListener::badCertificates_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("no certificate") << u"certificate"_s;
    QTest::newRow("no key") << u"key"_s;
    QTest::newRow("key of another") << u"other"_s;
    QTest::newRow("no authority") << u"authority"_s;
    QTest::newRow("half a certificate") << u"half"_s;
}

void TestTlsListener::badCertificates()
{
    QFETCH(QString, fault);
    KeyPair given = pair(u"localhost"_s);
    QByteArray authority = m_authority->certificate();
    QVERIFY(m_listener->setCertificate(given, authority));
    if (fault == "certificate"_L1) {
        given.certificate = "nothing";
    } else if (fault == "key"_L1) {
        given.key.clear();
    } else if (fault == "other"_L1) {
        given.key = pair(u"localhost"_s).key;
    } else if (fault == "half"_L1) {
        given.certificate.truncate(given.certificate.size() / 2);
    } else {
        authority = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    }
    QVERIFY(!m_listener->setCertificate(given, authority));
    m_listener->start(); // with the good one of before
    QSslSocket socket;
    connectTo(socket);
    QVERIFY(socket.waitForEncrypted());
}

void TestTlsListener::answersOverTls()
{
    QVERIFY(m_listener->setCertificate(pair(u"localhost"_s), m_authority->certificate()));
    m_listener->start();
    QSslSocket socket;
    connectTo(socket);
    QVERIFY(socket.waitForEncrypted());
    QByteArray answer;
    for (const char *request : {"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n",
                                "GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"}) {
        answer.clear();
        socket.write(request);
        while (!answer.endsWith("there") && socket.waitForReadyRead()) {
            answer += socket.readAll();
        }
        QVERIFY(answer.startsWith("HTTP/1.1 200"));
        QVERIFY(answer.endsWith("there"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->connections(), 0, 60000); // as it was asked to
}

void TestTlsListener::withoutCertificateNobodyIsServed()
{
    m_listener->start();
    QSslSocket socket;
    connectTo(socket);
    QVERIFY(!socket.waitForEncrypted());
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->connections(), 0, 60000);
}

void TestTlsListener::plainTextIsHungUpOn()
{
    QVERIFY(m_listener->setCertificate(pair(u"localhost"_s), m_authority->certificate()));
    m_listener->start();
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_port));
    QVERIFY(socket.waitForConnected());
    socket.write("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead()) {
        answer += socket.readAll();
    }
    QVERIFY(!answer.contains("there"));
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->connections(), 0, 60000);
}

void TestTlsListener::newConnectionsGetTheNewCertificate()
{
    QVERIFY(m_listener->setCertificate(pair(u"first"_s), m_authority->certificate()));
    m_listener->start();
    QSslSocket first;
    connectTo(first);
    QVERIFY(first.waitForEncrypted());
    QVERIFY(m_listener->setCertificate(pair(u"second"_s), m_authority->certificate()));
    QSslSocket second;
    connectTo(second);
    QVERIFY(second.waitForEncrypted());
    QVERIFY(first.peerCertificate().subjectAlternativeNames().contains(QSsl::DnsEntry, u"first"_s));
    QVERIFY(
        second.peerCertificate().subjectAlternativeNames().contains(QSsl::DnsEntry, u"second"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->connections(), 2, 60000);
}

void TestTlsListener::cutsAreNoOrderlyEnd()
{
    QVERIFY(m_listener->setCertificate(pair(u"localhost"_s), m_authority->certificate()));
    m_listener->start();
    httplib::SSLClient client("127.0.0.1", m_port);
    client.enable_server_certificate_verification(false);
    QVERIFY(!client.Get("/cut"));
    QCOMPARE(client.Get("/hello")->body, std::string("there"));
}

void TestTlsListener::stopEndsIdleConnections()
{
    QVERIFY(m_listener->setCertificate(pair(u"localhost"_s), m_authority->certificate()));
    m_listener->start();
    QSslSocket idle;
    connectTo(idle);
    QVERIFY(idle.waitForEncrypted());
    QTcpSocket silent; // never says hello
    silent.connectToHost(u"127.0.0.1"_s, quint16(m_port));
    QVERIFY(silent.waitForConnected());
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->connections(), 2, 60000);
    m_listener->stop(); // does not wait for their time limits
    QCOMPARE(m_listener->connections(), 0);
    m_listener->stop();
    QVERIFY(idle.state() == QAbstractSocket::UnconnectedState || idle.waitForDisconnected());
}

QTEST_GUILESS_MAIN(TestTlsListener)
#include "tst_tlslistener.moc"
