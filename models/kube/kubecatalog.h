// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "kube/kubeclient.h"

#include <QObject>

namespace spillway {

/// What the cluster is and serves, kept for all who ask: version, identity and discovery. A kind
/// that turns out to be missing, or a custom resource definition that came or went, makes it look
/// again (D6). GUI thread; the client must live longer.
class KubeCatalog final : public QObject
{
    Q_OBJECT
public:
    KubeCatalog(KubeClient &client, const Clock &clock, QObject *parent = nullptr);

    /// Asks for all three, unless that is under way. updated() follows.
    void refresh();
    /// For every refusal: a kind that is not served any more starts a refresh, not more often than
    /// every ten seconds.
    void noteRefusal(const kube::StatusDetail &detail);

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
    const Clock &m_clock;
    Result<kube::Discovery> m_discovery;
    Result<kube::ServerVersion> m_version;
    Result<kube::Identity> m_identity;
    int m_open = 0;
    std::optional<EpochMs> m_asked;
};

} // namespace spillway
