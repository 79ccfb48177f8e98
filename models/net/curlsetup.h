// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httprequest.h"

#include <QByteArrayList>

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

/// Puts a request into an easy handle: method, headers, body, TLS, proxy, limits. Credentials,
/// secret headers and the client certificate are left out unless trusted. The request must
/// outlive the transfer. Fails with File if the token file cannot be read.
[[nodiscard]] Result<void> setUpCurl(CURL *easy, const HttpRequest &request, bool trusted,
                                     CurlLists &lists);

/// What setUpCurl() has put in that must never be shown.
[[nodiscard]] QByteArrayList secretsOf(const HttpRequest &request, const CurlLists &lists);

} // namespace spillway
