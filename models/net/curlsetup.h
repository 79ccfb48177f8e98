// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httprequest.h"

#include <QByteArrayList>

#include <chrono>
#include <memory>

using CURL = void;
struct curl_slist;

namespace spillway {

/// Lists that libcurl reads during a transfer and does not own.
struct CurlLists
{
    struct Deleter
    {
        void operator()(curl_slist *list) const;
    };
    std::unique_ptr<curl_slist, Deleter> headers;
    std::unique_ptr<curl_slist, Deleter> connectTo;
};

/// A connection that was lost without a word (VPN, sleep) must not swallow requests, or keep a
/// watch silent, for minutes: probed after this silence, and given up if a probe or what was sent
/// is not acknowledged. 30 + 15 s is also what kubectl waits for an HTTP/2 ping, which libcurl
/// cannot send for the connections of a multi handle.
inline constexpr std::chrono::seconds silenceBeforeProbe{30};
inline constexpr std::chrono::seconds probeInterval{15};
inline constexpr std::chrono::seconds longestUnacknowledged{20};

/// Gives a TCP socket the limit of longestUnacknowledged, which counts for probes too.
void limitSilence(int socket);

/// Puts a request into an easy handle: method, headers, body, TLS, proxy, limits. Credentials,
/// secret headers and the client certificate are left out unless trusted. The request must
/// outlive the transfer. Fails with File if the token file cannot be read.
[[nodiscard]] Result<void> setUpCurl(CURL *easy, const HttpRequest &request, bool trusted,
                                     CurlLists &lists);

/// What setUpCurl() has put in that must never be shown.
[[nodiscard]] QByteArrayList secretsOf(const HttpRequest &request, const CurlLists &lists);

} // namespace spillway
