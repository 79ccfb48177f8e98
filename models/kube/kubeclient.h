// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubediscovery.h"
#include "kube/kubelist.h"
#include "kube/kubeschemas.h"
#include "kube/manifestcheck.h"

namespace spillway {

/// What an apply would do.
struct ApplyPreview
{
    QJsonObject object; ///< as it would be, with defaults and after admission
    bool creates = false;
    /// "Cannot be trusted" of old servers: metrics that appear twice (S14). Do not offer it.
    bool serverBug = false;
    QByteArray hash; ///< requestHash(): that of the write must be the same
};

/// Reads of one API server, and questions that change nothing. There is no write verb here: see
/// KubeWriter. GUI thread; every call makes one reply, owned by parent. Errors: those of net and of
/// KubeAccess (nothing reached the server), statusError() (it said no), WrongContent.
class KubeClient
{
public:
    /// Both must live longer than this and its replies.
    KubeClient(HttpClient &http, KubeAccess &access);
    ~KubeClient();

    [[nodiscard]] KubeAccess &access() const;
    [[nodiscard]] const std::shared_ptr<KubeLink> &link() const { return m_link; }

    /// What manifests are checked against before they are sent.
    [[nodiscard]] KubeSchemas &schemas() const { return *m_schemas; }
    /// The check of a manifest that is about to be sent: InvalidInput with a cause for each field
    /// that is wrong. Waits for the schema if it is not there yet.
    [[nodiscard]] kube::ManifestGate gate(const kube::ObjectRef &object, const QByteArray &body,
                                          ManifestValidator::Extent extent) const;
    /// Source of the jitter of retries, in [0, 1); tests set it.
    void setRandom(std::function<double()> random);

    template<typename T>
    KubeAnswer<T> *get(const kube::ObjectRef &object, QObject *parent)
    {
        return new KubeAnswer<T>(
            m_link, kube::getRequest(object),
            [](const HttpResponse &answer) { return kube::decodeObject<T>(answer.body); }, parent);
    }
    template<typename T>
    KubeList<T> *list(const kube::ListQuery &query, QObject *parent)
    {
        return new KubeList<T>(m_link, query, parent);
    }
    KubeAnswer<kube::Scale> *scale(const kube::ObjectRef &object, QObject *parent);

    /// The same request as KubeWriter::apply() with dryRun=All, checked in the same way.
    KubeAnswer<ApplyPreview> *preview(const kube::ApplyRequest &apply, QObject *parent);

    KubeDiscoveryReply *discover(QObject *parent);
    KubeAnswer<kube::ServerVersion> *version(QObject *parent);
    KubeAnswer<kube::Identity> *whoAmI(QObject *parent);
    KubeAnswer<kube::AccessVerdict> *canI(const kube::AccessQuestion &question, QObject *parent);
    KubeAnswer<kube::RulesReview> *rules(const QString &ns, QObject *parent);
    /// Any GET, undecoded.
    KubeAnswer<HttpResponse> *fetch(const kube::KubeRequest &request, QObject *parent);

private:
    std::shared_ptr<KubeLink> m_link;
    std::unique_ptr<KubeSchemas> m_schemas;
};

} // namespace spillway
