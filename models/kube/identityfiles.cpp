// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/identityfiles.h"

#include "kube/kubechecks.h"
#include "kube/pem.h"

#include <QCoreApplication>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IdentityFiles)
};

Result<QByteArray> bytesOf(const QByteArray &pem, const QString &file)
{
    return pem.isEmpty() && !file.isEmpty() ? readKubeFile(file) : Result<QByteArray>{pem};
}

Error unusable(const QString &file, const QString &why)
{
    return Error{.code = ErrorCode::Tls,
                 .what = Text::tr("A certificate of the kubeconfig cannot be used"),
                 .where = file,
                 .why = why,
                 .advice = Text::tr("Log in again with the tool that made it.")};
}

} // namespace

IdentityFiles::IdentityFiles(const KubeTarget &target)
    : m_target(target)
{}

Result<HttpTls> IdentityFiles::read() const
{
    const KubeCluster &cluster = m_target.cluster;
    const KubeUser &user = m_target.user;
    const Result<QByteArray> ca = bytesOf(cluster.caPem, cluster.caFile);
    const Result<QByteArray> certificate = bytesOf(user.certificatePem, user.certificateFile);
    const Result<QByteArray> key = bytesOf(user.keyPem, user.keyFile);
    for (const Result<QByteArray> *one : {&ca, &certificate, &key}) {
        if (!one->ok()) {
            return one->error();
        }
    }
    const bool hasCa = !cluster.caPem.isEmpty() || !cluster.caFile.isEmpty();
    if (const auto why = hasCa ? caProblem(*ca) : std::nullopt) {
        return unusable(cluster.caFile, *why);
    }
    const auto why = user.hasCertificate() ? identityProblem(*certificate, *key) : std::nullopt;
    if (why) {
        return unusable(user.certificateFile, *why);
    }
    HttpTls tls;
    tls.caPem = *ca;
    tls.certificatePem = *certificate;
    tls.keyPem = *key;
    tls.serverName = cluster.tlsServerName;
    return tls;
}

Result<bool> IdentityFiles::refresh()
{
    Result<HttpTls> tls = read();
    if (!tls) {
        return tls.error();
    }
    const bool changed = tls->caPem != m_tls.caPem || tls->certificatePem != m_tls.certificatePem ||
                         tls->keyPem != m_tls.keyPem;
    m_tls = std::move(tls).value();
    if (changed) {
        m_expires = certificateExpiry(m_tls.certificatePem);
    }
    return changed;
}

} // namespace spillway
