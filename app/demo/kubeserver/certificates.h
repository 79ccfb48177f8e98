// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace spillway::demo {

/// A certificate and its private key, both PEM. The key is a secret: write it to 0600 files only.
struct KeyPair
{
    QByteArray certificate;
    QByteArray key;
};

/// A certificate authority that lives as long as one demo server: nothing it signs is worth
/// anything afterwards. EC P-256, a day of validity. One thread at a time.
class CertificateAuthority
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::CertificateAuthority)
public:
    static Result<CertificateAuthority> create();

    [[nodiscard]] const QByteArray &certificate() const { return m_pem; }

    /// For a server that is reached under these DNS names and IP addresses.
    [[nodiscard]] Result<KeyPair> issueServer(const QStringList &names,
                                              const QStringList &addresses);
    /// For a client: user name as CN, groups as O, as Kubernetes reads them.
    [[nodiscard]] Result<KeyPair> issueClient(const QString &user, const QStringList &groups);

private:
    struct Freer
    {
        void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
        void operator()(X509 *certificate) const { X509_free(certificate); }
    };
    using Key = std::unique_ptr<EVP_PKEY, Freer>;
    using Certificate = std::unique_ptr<X509, Freer>;

    CertificateAuthority() = default;
    [[nodiscard]] Result<KeyPair> issue(const QString &name, const QStringList &groups,
                                        const QByteArray &alternatives);
    static Certificate makeCertificate(long serial, EVP_PKEY *key, const QString &name,
                                       const QStringList &groups);

    Key m_key;
    Certificate m_certificate;
    QByteArray m_pem;
    long m_serial = 1;
};

} // namespace spillway::demo
