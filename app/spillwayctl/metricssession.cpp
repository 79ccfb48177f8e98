// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/metricssession.h"

#include "connection/prometheussource.h"
#include "connection/secretstore.h"

namespace spillway {

MetricsSession::MetricsSession()
    : m_logins(userExecSetup(), m_clock)
{}

Result<std::unique_ptr<MetricsSession>> MetricsSession::open(const Workspace &workspace)
{
    std::unique_ptr<MetricsSession> session(new MetricsSession);
    KeychainSecretStore secrets;
    Result<PrometheusEndpoint> endpoint = await(findEndpoint(
        workspace, session->m_http, secrets, session->m_logins, session->m_clock, nullptr));
    if (!endpoint) {
        return endpoint.error();
    }
    session->m_client =
        std::make_unique<PrometheusClient>(session->m_http, std::move(endpoint).value());
    return session;
}

} // namespace spillway
