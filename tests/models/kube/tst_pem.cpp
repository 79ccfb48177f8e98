// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/pem.h"
#include "support/testcertificates.h"

#include <QDateTime>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestPem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates.makeCa(u"ca"_s);
        m_certificates.makeLeaf(u"ann"_s, u"DNS:ann"_s);
        m_certificates.makeLeaf(u"bob"_s, u"DNS:bob"_s);
        m_certificates.lockKey(u"ann"_s);
    }

    void cas_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::addColumn<bool>("good");
        const QByteArray ca = m_certificates.read(u"ca.crt"_s);
        QTest::newRow("one") << ca << true;
        QTest::newRow("text before it") << "# of the cluster\n" + ca << true;
        QTest::newRow("two") << ca + m_certificates.read(u"ann.crt"_s) << true;
        QTest::newRow("none") << ""_ba << false;
        QTest::newRow("a key") << m_certificates.read(u"ca.key"_s) << false;
        QTest::newRow("cut") << ca.first(ca.size() / 2) << false;
        QTest::newRow("damaged") << QByteArray(ca).replace(100, 8, "????????") << false;
        QTest::newRow("zeros") << QByteArray(64, '\0') << false;
    }

    void cas()
    {
        QFETCH(QByteArray, pem);
        QFETCH(bool, good);
        QCOMPARE(caProblem(pem).has_value(), !good);
    }

    void identities_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("why");
        QTest::newRow("good") << u"ann.crt"_s << u"ann.key"_s << QString{};
        QTest::newRow("another's") << u"ann.crt"_s << u"bob.key"_s
                                   << u"the key does not belong to the client certificate"_s;
        QTest::newRow("locked")
            << u"ann.crt"_s << u"ann.locked.key"_s
            << u"the key of the client certificate is protected by a password"_s;
        QTest::newRow("exchanged") << u"ann.key"_s << u"ann.crt"_s
                                   << u"the client certificate is not a certificate in PEM form"_s;
        QTest::newRow("no key") << u"ann.crt"_s << u"none"_s
                                << u"the key of the client certificate is not a private key in "
                                   "PEM form"_s;
    }

    void identities()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, why);
        QCOMPARE(identityProblem(m_certificates.read(certificate), m_certificates.read(key))
                     .value_or(QString{}),
                 why);
    }

    void expiry()
    {
        const auto expires = certificateExpiry(m_certificates.read(u"ann.crt"_s));
        QVERIFY(expires.has_value());
        const qint64 days = QDateTime::currentDateTimeUtc().daysTo(
            QDateTime::fromMSecsSinceEpoch(*expires, Qt::UTC));
        QVERIFY2(days >= 29 && days <= 30, qPrintable(QString::number(days)));
        QVERIFY(!certificateExpiry("no certificate").has_value());
    }

private:
    TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(TestPem)
#include "tst_pem.moc"
