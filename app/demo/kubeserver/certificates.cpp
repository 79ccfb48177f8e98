// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/certificates.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <utility>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr long validSeconds = 24L * 3600;
constexpr long clockSkewSeconds = 300;

struct BioFreer
{
    void operator()(BIO *bio) const { BIO_free(bio); }
};

template<typename Write>
QByteArray pemOf(const Write &write)
{
    const std::unique_ptr<BIO, BioFreer> bio(BIO_new(BIO_s_mem()));
    if (!bio || write(bio.get()) != 1) {
        return {};
    }
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, size};
}

QByteArray pemOf(X509 *certificate)
{
    return pemOf([certificate](BIO *bio) { return PEM_write_bio_X509(bio, certificate); });
}

QByteArray pemOf(EVP_PKEY *key)
{
    return pemOf([key](BIO *bio) {
        return PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    });
}

/// False for what a name cannot hold: X.509 allows 64 characters in these parts.
bool addNamePart(X509_NAME *name, const char *field, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(utf8.constData()),
                                      int(utf8.size()), -1, 0) == 1;
}

bool addExtension(X509 *certificate, int nid, const QByteArray &value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.constData());
    const bool added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

Error failed()
{
    return Error{.code = ErrorCode::Internal,
                 .what = CertificateAuthority::tr("Cannot make a certificate"),
                 .where = {},
                 .why = CertificateAuthority::tr("OpenSSL refused"),
                 .advice = {}};
}

} // namespace

CertificateAuthority::Certificate CertificateAuthority::makeCertificate(long serial, EVP_PKEY *key,
                                                                        const QString &name,
                                                                        const QStringList &groups)
{
    Certificate made(X509_new());
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -clockSkewSeconds);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), validSeconds);
    X509_set_pubkey(made.get(), key);
    X509_NAME *subject = X509_get_subject_name(made.get());
    for (const QString &group : groups) {
        if (!addNamePart(subject, "O", group)) {
            return nullptr;
        }
    }
    return addNamePart(subject, "CN", name) ? std::move(made) : nullptr;
}

Result<CertificateAuthority> CertificateAuthority::create()
{
    CertificateAuthority made;
    made.m_key.reset(EVP_EC_gen("P-256"));
    if (!made.m_key) {
        return failed();
    }
    made.m_certificate =
        makeCertificate(made.m_serial++, made.m_key.get(), u"spillway-demo-ca"_s, {});
    X509 *certificate = made.m_certificate.get();
    if (certificate == nullptr) {
        return failed();
    }
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    const bool extended =
        addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE") &&
        addExtension(certificate, NID_key_usage, "critical,keyCertSign,cRLSign,digitalSignature");
    if (!extended || X509_sign(certificate, made.m_key.get(), EVP_sha256()) == 0) {
        return failed();
    }
    made.m_pem = pemOf(certificate);
    return made;
}

Result<KeyPair> CertificateAuthority::issue(const QString &name, const QStringList &groups,
                                            const QByteArray &alternatives)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key) {
        return failed();
    }
    const Certificate made = makeCertificate(m_serial++, key.get(), name, groups);
    if (!made) {
        return failed();
    }
    X509_set_issuer_name(made.get(), X509_get_subject_name(m_certificate.get()));
    bool extended = addExtension(made.get(), NID_key_usage, "critical,digitalSignature");
    if (alternatives.isEmpty()) {
        extended = extended && addExtension(made.get(), NID_ext_key_usage, "clientAuth");
    } else {
        extended = extended && addExtension(made.get(), NID_ext_key_usage, "serverAuth") &&
                   addExtension(made.get(), NID_subject_alt_name, alternatives);
    }
    if (!extended || X509_sign(made.get(), m_key.get(), EVP_sha256()) == 0) {
        return failed();
    }
    return KeyPair{pemOf(made.get()), pemOf(key.get())};
}

Result<KeyPair> CertificateAuthority::issueServer(const QStringList &names,
                                                  const QStringList &addresses)
{
    QStringList alternatives;
    for (const QString &name : names) {
        alternatives.append(u"DNS:"_s + name);
    }
    for (const QString &address : addresses) {
        alternatives.append(u"IP:"_s + address);
    }
    if (alternatives.isEmpty()) {
        return failed(); // without one it would be the certificate of a client
    }
    return issue(u"kube-apiserver"_s, {}, alternatives.join(u',').toUtf8());
}

Result<KeyPair> CertificateAuthority::issueClient(const QString &user, const QStringList &groups)
{
    return issue(user, groups, {});
}

} // namespace spillway::demo
