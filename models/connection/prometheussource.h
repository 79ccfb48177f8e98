// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"
#include "core/clock.h"
#include "net/httprequest.h"
#include "net/httpsettings.h"
#include "prometheus/prometheusclient.h"
#include "prometheus/querysource.h"

#include <memory>
#include <optional>

namespace spillway {

class Connection;
class ExecLogins;
class HttpClient;
class SecretStore;

/// How net reaches what a workspace names. `secret` is the password or token.
[[nodiscard]] HttpSettings httpSettings(const WorkspacePrometheus &prometheus,
                                        const QString &secret);

using EndpointAnswer = Answer<PrometheusEndpoint>;

/// Where a workspace's metrics are and how they are asked for: reads its secret, or the kubeconfig
/// if they are behind a cluster's API server. What is handed in must outlive the endpoint.
[[nodiscard]] EndpointAnswer *findEndpoint(const Workspace &workspace, HttpClient &http,
                                           SecretStore &secrets, ExecLogins &logins,
                                           const Clock &clock, QObject *parent);

/// A QuerySource that asks a real server through PrometheusClient. GUI thread.
class PrometheusSource final : public QuerySource
{
public:
    /// All must outlive the source. `clock` is the local one.
    PrometheusSource(Workspace workspace, HttpClient &http, SecretStore &secrets,
                     ExecLogins &logins, const Clock &clock);
    ~PrometheusSource() override;

    void tryAgain() override;
    [[nodiscard]] QueryAnswerReply *run(const SourceQuery &query, QObject *parent) override;
    /// Finds the endpoint (again, a secret may have been entered meanwhile), then asks who answers.
    [[nodiscard]] ProbeAnswer *probe(QObject *parent) override;
    [[nodiscard]] CatalogAnswer *catalog(QObject *parent) override;
    /// The catalog is then that of this span instead of the last hour, for questions about the
    /// past.
    void setCatalogSpan(const TimeRange &span) { m_catalogSpan = span; }
    [[nodiscard]] LabelValuesAnswer *labelValues(const QString &label, const QString &selector,
                                                 const TimeRange &range, QObject *parent) override;

private:
    void probeBackend(ProbeAnswer *answer);

    Workspace m_workspace;
    HttpClient &m_http;
    SecretStore &m_secrets;
    ExecLogins &m_logins;
    const Clock &m_clock;
    PrometheusClient m_client;
    std::optional<TimeRange> m_catalogSpan;
};

/// A connection to what a workspace names; start() it.
[[nodiscard]] std::unique_ptr<Connection> openConnection(const Workspace &workspace,
                                                         HttpClient &http, SecretStore &secrets,
                                                         ExecLogins &logins);

} // namespace spillway
