// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"
#include "core/clock.h"
#include "kube/execlogins.h"
#include "net/httpclient.h"
#include "prometheus/prometheusclient.h"

#include <QEventLoop>

#include <memory>

namespace spillway {

/// The metrics server of a workspace for the time of one command.
class MetricsSession
{
public:
    /// Gets what is needed to ask: the secret of the workspace, or its kubeconfig. Runs the event
    /// loop; asks no metrics server yet.
    [[nodiscard]] static Result<std::unique_ptr<MetricsSession>> open(const Workspace &workspace);

    [[nodiscard]] PrometheusClient &client() { return *m_client; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// Runs the event loop until the reply has its answer.
    template<typename Reply>
    static auto await(Reply *reply)
    {
        const std::unique_ptr<Reply> owner(reply);
        QEventLoop loop;
        QObject::connect(reply, &Reply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return reply->takeResult();
    }

private:
    MetricsSession();

    SystemClock m_clock;
    ExecLogins m_logins;
    HttpClient m_http;
    std::unique_ptr<PrometheusClient> m_client; ///< set by open()
};

} // namespace spillway
