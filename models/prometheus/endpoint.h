// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httpsettings.h"

#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace spillway {

struct ApiAnswer;

/// Somebody who stands in front of the API and has credentials of its own, which expire: an API
/// server of Kubernetes. GUI thread.
class EndpointAccess
{
public:
    EndpointAccess() = default;
    EndpointAccess(const EndpointAccess &) = delete;
    EndpointAccess &operator=(const EndpointAccess &) = delete;
    virtual ~EndpointAccess() = default;

    /// For the next request. `done` is called once, maybe at once, and never after `context` is
    /// gone.
    virtual void settings(QObject *context, std::function<void(Result<HttpSettingsPtr>)> done) = 0;
    /// The credentials were refused: they are renewed before the next settings().
    virtual void refused() = 0;
    /// A person wants another try, also of a login that failed.
    virtual void tryAgain() {}
    /// The refusal, if it is not the API that answers but who stands in front of it.
    [[nodiscard]] virtual std::optional<Error> refusal(const ApiAnswer &answer) const = 0;
};

/// Where a Prometheus API is and how to talk to it.
struct PrometheusEndpoint
{
    /// Base URL; the path is a prefix that is kept (Mimir: /prometheus, VictoriaMetrics cluster:
    /// /select/0/prometheus). Credentials belong into settings.
    QUrl url;
    HttpSettingsPtr settings = {}; ///< CA, client certificate, auth, headers, proxy
    /// Takes the place of settings where there is one.
    std::shared_ptr<EndpointAccess> access = {};
    std::chrono::milliseconds timeout{30'000}; ///< of one call; the server is told a little less
    qint64 maxBytes = 256LL * 1024 * 1024;     ///< decompressed; more ends in TooLarge
    /// Sent with each query: Thanos' dedup and partial_response, VictoriaMetrics' nocache.
    QList<QPair<QString, QString>> queryParameters = {};
};

} // namespace spillway
