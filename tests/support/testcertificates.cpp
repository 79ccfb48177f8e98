// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSaveFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

const QStringList &newKey()
{
    static const QStringList arguments{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                       u"ec_paramgen_curve:P-256"_s, u"-nodes"_s};
    return arguments;
}

} // namespace

QByteArray TestCertificates::read(const QString &file) const
{
    QFile opened(path(file));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray{};
}

void TestCertificates::makeCa(const QString &name)
{
    openssl(QStringList{u"req"_s, u"-x509"_s, u"-days"_s, u"30"_s, u"-subj"_s, u"/CN="_s + name,
                        u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".crt"_s} +
            newKey());
}

void TestCertificates::makeLeaf(const QString &name, const QString &names, const QString &ca)
{
    openssl(QStringList{u"req"_s, u"-subj"_s, u"/CN="_s + name, u"-addext"_s,
                        u"subjectAltName="_s + names, u"-keyout"_s, name + u".key"_s, u"-out"_s,
                        name + u".csr"_s} +
            newKey());
    openssl({u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-CA"_s, ca + u".crt"_s,
             u"-CAkey"_s, ca + u".key"_s, u"-CAcreateserial"_s, u"-copy_extensions"_s, u"copy"_s,
             u"-days"_s, u"30"_s, u"-out"_s, name + u".crt"_s});
}

void TestCertificates::lockKey(const QString &name)
{
    openssl({u"ec"_s, u"-aes128"_s, u"-passout"_s, u"pass:canary"_s, u"-in"_s, name + u".key"_s,
             u"-out"_s, name + u".locked.key"_s});
}

QSslConfiguration TestCertificates::server(const QString &name, const QString &clientCa) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(read(name + u".crt"_s)));
    configuration.setPrivateKey(QSslKey(read(name + u".key"_s), QSsl::Ec));
    if (clientCa.isEmpty()) {
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    } else {
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        configuration.setCaCertificates({QSslCertificate(read(clientCa + u".crt"_s))});
    }
    return configuration;
}

void TestCertificates::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(u"openssl"_s, arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void replaceFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    QCOMPARE(file.write(bytes), bytes.size());
    QVERIFY2(file.commit(), qPrintable(file.errorString()));
}

} // namespace spillway
