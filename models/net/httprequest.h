// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpsettings.h"
#include "net/retrypolicy.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>

namespace spillway {

/// One HTTP request as a value.
struct HttpRequest
{
    enum class Method { Get, Head, Post, Put, Patch, Delete };
    /// Urgent requests never wait behind others to the same host.
    enum class Lane { Normal, Urgent };

    Method method = Method::Get;
    QUrl url;            ///< http or https; user and password in it become basic auth
    HttpHeaders headers; ///< not sent to another host, but for Accept, Content-Type and the like
    QByteArray body;
    HttpSettingsPtr settings; ///< null = the defaults
    std::chrono::milliseconds connectTimeout{5'000};
    /// From send() to finished(), waiting, redirects and retries included; 0 = none (a watch).
    std::chrono::milliseconds totalTimeout{30'000};
    /// Longest silence of a streaming answer; 0 = none.
    std::chrono::milliseconds idleTimeout{0};
    qint64 maxBytes = 64LL * 1024 * 1024; ///< of the body after decompression
    /// bytesReceived() hands the body of a success out piece by piece, the response has none and
    /// maxBytes does not count. The body of an error is in the response as usual.
    bool streaming = false;
    RetryPolicy retry;
    Lane lane = Lane::Normal;
    /// A POST that only asks: it may go over a kept connection, where libcurl sends it again if
    /// that turns out to be closed.
    bool onlyReads = false;

    [[nodiscard]] bool isValid() const
    {
        return url.isValid() && !url.host().isEmpty() &&
               (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
    }
};

/// The URL as it may be shown and logged: no user, no password, no query.
[[nodiscard]] QString displayUrl(const QUrl &url);

/// Body of an application/x-www-form-urlencoded POST.
[[nodiscard]] QByteArray formBody(const QList<QPair<QString, QString>> &fields);

} // namespace spillway
