// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/servicename.h"
#include "connection/workspace.h"
#include "kube/kubecontextaccess.h"
#include "prometheus/endpoint.h"

namespace spillway {

class HttpClient;

/// The context that a workspace names, with all that belongs to it. Errors: those of the
/// kubeconfig, all as one.
[[nodiscard]] Result<KubeTarget> workspaceTarget(const WorkspaceKube &kube);

/// The way to a Prometheus behind the API server of a workspace's context: the service proxy, with
/// the TLS and the credentials of the kubeconfig. Only what the workspace adds as headers goes
/// through to the Prometheus. GUI thread.
/// https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/
class ServiceRoute final : public EndpointAccess
{
public:
    /// Reads the kubeconfig; asks nobody yet. What is handed in must outlive the route.
    [[nodiscard]] static Result<std::shared_ptr<ServiceRoute>>
    open(const Workspace &workspace, HttpClient &http, ExecLogins &logins, const Clock &clock);

    /// Of the service, for PrometheusEndpoint.
    [[nodiscard]] QUrl url() const;

    void settings(QObject *context, std::function<void(Result<HttpSettingsPtr>)> done) override;
    void refused() override { m_access.refused(); }
    void tryAgain() override { m_access.tryAgain(); }
    [[nodiscard]] std::optional<Error> refusal(const ApiAnswer &answer) const override;

private:
    ServiceRoute(ServiceName service, HttpHeaders headers, KubeTarget target, ExecLogins &logins,
                 ExecPolicy policy, const Clock &clock);

    ServiceName m_service;
    HttpHeaders m_headers;
    KubeContextAccess m_access;
};

} // namespace spillway
