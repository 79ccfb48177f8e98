// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <QUrl>

#include <chrono>

namespace spillway {

/// What is known about a transfer that libcurl gave up.
struct CurlFailure
{
    int curlCode = 0;      ///< CURLcode
    QString detail;        ///< CURLOPT_ERRORBUFFER, or empty
    QUrl url;              ///< what was asked for
    int connectStatus = 0; ///< the proxy's answer to CONNECT, 0 = none
    bool mayUseProxy = false;
};

enum class TimeoutPhase { Queued, Connecting, Answering };

/// A failed transfer as a value with advice. https://curl.se/libcurl/c/libcurl-errors.html
[[nodiscard]] Error curlError(const CurlFailure &failure);

[[nodiscard]] Error timeoutError(const QString &url, std::chrono::milliseconds limit,
                                 TimeoutPhase phase);
[[nodiscard]] Error idleError(const QString &url, std::chrono::milliseconds limit);
[[nodiscard]] Error tooLargeError(const QString &url, qint64 maxBytes);
[[nodiscard]] Error cancelledError(const QString &url);
[[nodiscard]] Error redirectError(const QString &url, const QString &why);
[[nodiscard]] Error requestError(const QString &url, const QString &why);

} // namespace spillway
