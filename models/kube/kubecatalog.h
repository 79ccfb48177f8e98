// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubeclient.h"

#include <QObject>

namespace spillway {

/// What the cluster is and serves, kept for all who ask: version, identity and discovery. GUI
/// thread; the client must live longer.
class KubeCatalog final : public QObject
{
    Q_OBJECT
public:
    explicit KubeCatalog(KubeClient &client, QObject *parent = nullptr);

    /// Asks for all three, unless that is under way. updated() follows.
    void refresh();
    /// The last answers; errors until the first one, and if the last attempt failed.
    [[nodiscard]] const Result<kube::Discovery> &discovery() const { return m_discovery; }
    [[nodiscard]] const Result<kube::ServerVersion> &version() const { return m_version; }
    [[nodiscard]] const Result<kube::Identity> &identity() const { return m_identity; }
    /// The Resource to use for a kind, or why there is none.
    [[nodiscard]] Result<kube::Resource> resource(kube::Kind kind) const;

Q_SIGNALS:
    void updated();

private:
    void answered();

    KubeClient &m_client;
    Result<kube::Discovery> m_discovery;
    Result<kube::ServerVersion> m_version;
    Result<kube::Identity> m_identity;
    int m_open = 0;
};

} // namespace spillway
