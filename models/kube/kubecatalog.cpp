// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubecatalog.h"

namespace spillway {

namespace {

Error notAskedYet()
{
    return Error{.code = ErrorCode::ServerUnavailable,
                 .what = KubeCatalog::tr("The cluster has not been asked yet")};
}

} // namespace

KubeCatalog::KubeCatalog(KubeClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_discovery(notAskedYet())
    , m_version(notAskedYet())
    , m_identity(notAskedYet())
{}

void KubeCatalog::refresh()
{
    if (m_open > 0) {
        return;
    }
    m_open = 3;
    auto *const discovery = m_client.discover(this);
    connect(discovery, &KubeDiscoveryReply::finished, this, [this, discovery] {
        m_discovery = discovery->result();
        discovery->deleteLater();
        answered();
    });
    auto *const version = m_client.version(this);
    connect(version, &KubeReply::finished, this, [this, version] {
        m_version = version->takeResult();
        version->deleteLater();
        answered();
    });
    auto *const identity = m_client.whoAmI(this);
    connect(identity, &KubeReply::finished, this, [this, identity] {
        m_identity = identity->takeResult();
        identity->deleteLater();
        answered();
    });
}

void KubeCatalog::answered()
{
    if (--m_open == 0) {
        Q_EMIT updated();
    }
}

Result<kube::Resource> KubeCatalog::resource(kube::Kind kind) const
{
    if (!m_discovery) {
        return m_discovery.error();
    }
    const Result<kube::ServedResource> served = m_discovery->find(kind);
    return served ? Result<kube::Resource>{served->resource}
                  : Result<kube::Resource>{served.error()};
}

} // namespace spillway
