// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/pem.h"

#include <QCoreApplication>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>
#include <memory>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pem)
};

template<auto release>
struct Deleter
{
    template<typename T>
    void operator()(T *handle) const
    {
        release(handle);
    }
};

using Bio = std::unique_ptr<BIO, Deleter<&BIO_free>>;
using Certificate = std::unique_ptr<X509, Deleter<&X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Deleter<&EVP_PKEY_free>>;

Bio open(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

/// OpenSSL would ask on the terminal. Notes that it wanted to.
int refusePassword(char *, int, int, void *asked)
{
    *static_cast<bool *>(asked) = true;
    return -1;
}

Certificate readCertificate(const QByteArray &pem)
{
    bool asked = false;
    Certificate certificate(PEM_read_bio_X509(open(pem).get(), nullptr, &refusePassword, &asked));
    ERR_clear_error(); // of this thread; libcurl would take it for its own
    return certificate;
}

} // namespace

std::optional<QString> caProblem(const QByteArray &pem)
{
    if (readCertificate(pem)) {
        return std::nullopt;
    }
    return Text::tr("this is not a certificate in PEM form");
}

std::optional<QString> identityProblem(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const Certificate certificate = readCertificate(certificatePem);
    if (!certificate) {
        return Text::tr("the client certificate is not a certificate in PEM form");
    }
    bool asked = false;
    const Key key(PEM_read_bio_PrivateKey(open(keyPem).get(), nullptr, &refusePassword, &asked));
    const bool fits = key && X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error();
    if (asked) {
        return Text::tr("the key of the client certificate is protected by a password");
    }
    if (!key) {
        return Text::tr("the key of the client certificate is not a private key in PEM form");
    }
    return fits ? std::nullopt
                : std::optional{Text::tr("the key does not belong to the client certificate")};
}

std::optional<EpochMs> certificateExpiry(const QByteArray &pem)
{
    const Certificate certificate = readCertificate(pem);
    std::tm end{};
    if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &end) != 1) {
        return std::nullopt;
    }
    return EpochMs{timegm(&end)} * 1000;
}

} // namespace spillway
