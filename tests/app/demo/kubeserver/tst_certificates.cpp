// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/certificates.h"
#include "support/resultmacros.h"

#include <QSet>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

class TestCertificates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void authoritySignsItself();
    void serversHaveNamesAndAddresses();
    void clientsAreUserAndGroups();
    void refuses_data();
    void refuses();
    void serialsDiffer();
};

void TestCertificates::authoritySignsItself()
{
    const auto authority = CertificateAuthority::create();
    QVERIFY_RESULT(authority);
    const QSslCertificate certificate(authority->certificate());
    QVERIFY(!certificate.isNull());
    QVERIFY(certificate.isSelfSigned());
    QVERIFY(!authority->certificate().contains("PRIVATE KEY"));
    const auto other = CertificateAuthority::create();
    QVERIFY_RESULT(other);
    QVERIFY(other->certificate() != authority->certificate());
}

void TestCertificates::serversHaveNamesAndAddresses()
{
    auto authority = CertificateAuthority::create();
    QVERIFY_RESULT(authority);
    const auto pair =
        authority->issueServer({u"localhost"_s, u"kubernetes"_s}, {u"127.0.0.1"_s, u"::1"_s});
    QVERIFY_RESULT(pair);
    const QSslCertificate certificate(pair->certificate);
    const auto names = certificate.subjectAlternativeNames();
    QCOMPARE(QStringList(names.values(QSsl::DnsEntry)).size(), 2);
    QVERIFY(names.contains(QSsl::DnsEntry, u"kubernetes"_s));
    QVERIFY(names.contains(QSsl::IpAddressEntry, u"127.0.0.1"_s));
    QVERIFY(!certificate.isSelfSigned());
    QCOMPARE(certificate.issuerInfo(QSslCertificate::CommonName),
             QStringList{u"spillway-demo-ca"_s});
    QCOMPARE(certificate.effectiveDate().secsTo(certificate.expiryDate()), 24 * 3600 + 300);
    const QSslKey key(pair->key, QSsl::Ec);
    QVERIFY(!key.isNull());
    QCOMPARE(key.length(), 256);
}

void TestCertificates::clientsAreUserAndGroups()
{
    auto authority = CertificateAuthority::create();
    QVERIFY_RESULT(authority);
    const auto pair = authority->issueClient(u"Jürgen"_s, {u"system:masters"_s, u"ops"_s});
    QVERIFY_RESULT(pair);
    const QSslCertificate certificate(pair->certificate);
    QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{u"Jürgen"_s});
    QStringList groups = certificate.subjectInfo(QSslCertificate::Organization);
    groups.sort();
    QCOMPARE(groups, (QStringList{u"ops"_s, u"system:masters"_s}));
    QVERIFY(certificate.subjectAlternativeNames().isEmpty());
}

void TestCertificates::refuses_data()
{
    QTest::addColumn<bool>("server");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("others"); // addresses or groups
    QTest::newRow("no address at all") << true << QString() << QStringList();
    QTest::newRow("no address") << true << u"localhost"_s << QStringList{u"here"_s};
    QTest::newRow("user too long") << false << QString(65, u'u') << QStringList();
    QTest::newRow("group too long") << false << u"u"_s << QStringList{QString(65, u'g')};
}

void TestCertificates::refuses()
{
    QFETCH(bool, server);
    QFETCH(QString, name);
    QFETCH(QStringList, others);
    auto authority = CertificateAuthority::create();
    QVERIFY_RESULT(authority);
    const QStringList names = name.isEmpty() ? QStringList() : QStringList{name};
    QVERIFY_ERROR(server ? authority->issueServer(names, others)
                         : authority->issueClient(name, others),
                  ErrorCode::Internal);
    QVERIFY_RESULT(authority->issueClient(u"next"_s, {})); // nothing is left over
}

void TestCertificates::serialsDiffer()
{
    auto authority = CertificateAuthority::create();
    QVERIFY_RESULT(authority);
    QSet<QByteArray> serials{QSslCertificate(authority->certificate()).serialNumber()};
    for (int i = 0; i < 5; ++i) {
        const auto pair = authority->issueClient(u"user"_s, {});
        QVERIFY_RESULT(pair);
        serials.insert(QSslCertificate(pair->certificate).serialNumber());
    }
    QCOMPARE(serials.size(), 6);
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
