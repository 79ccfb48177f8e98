// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpsettings.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>

namespace spillway {

/// Where a Prometheus API is and how to talk to it.
struct PrometheusEndpoint
{
    /// Base URL; the path is a prefix that is kept (Mimir: /prometheus, VictoriaMetrics cluster:
    /// /select/0/prometheus). Credentials belong into settings.
    QUrl url;
    HttpSettingsPtr settings = {};             ///< CA, client certificate, auth, headers, proxy
    std::chrono::milliseconds timeout{30'000}; ///< of one call; the server is told a little less
    qint64 maxBytes = 256LL * 1024 * 1024;     ///< decompressed; more ends in TooLarge
    /// Sent with each query: Thanos' dedup and partial_response, VictoriaMetrics' nocache.
    QList<QPair<QString, QString>> queryParameters = {};
};

} // namespace spillway
