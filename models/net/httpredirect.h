// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httprequest.h"
#include "net/httpresponse.h"

#include <optional>

namespace spillway {

inline constexpr int maxRedirects = 10;

[[nodiscard]] bool isRedirect(int status);

/// Where a redirect leads.
struct HttpHop
{
    HttpRequest request;
    bool trusted = false; ///< credentials, secret headers and client certificate may go there
};

/// The request for the next hop; nothing if the response is the answer itself; an error if it must
/// not be followed: not HTTP, from https to http, or too many (hops have been made). trusted says
/// whether the current hop is; once lost it never comes back. Pure.
/// https://www.rfc-editor.org/rfc/rfc9110#section-15.4
[[nodiscard]] Result<std::optional<HttpHop>>
nextHop(const HttpRequest &request, const HttpResponse &response, bool trusted, int hops);

} // namespace spillway
