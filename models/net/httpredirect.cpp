// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpredirect.h"

#include "net/curlerror.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HttpRedirect)
};

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == u"https" ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

/// Any other header may be a key that we do not know.
bool isHarmless(const HttpHeader &header)
{
    static constexpr std::array names{"accept", "accept-language", "content-type", "user-agent"};
    const QByteArray name = header.first.toLower();
    return std::any_of(names.begin(), names.end(),
                       [&name](const char *one) { return name == one; });
}

/// Browsers turn a redirected POST into a GET. A POST that may be repeated is a question too long
/// for a URL and stays what it is.
bool becomesGet(const HttpRequest &request, int status)
{
    if (request.method == HttpRequest::Method::Head) {
        return false;
    }
    const bool isPost = request.method == HttpRequest::Method::Post;
    const bool mayRepeat = request.retry.maxAttempts > 1;
    return status == 303 || (isPost && !mayRepeat && (status == 301 || status == 302));
}

} // namespace

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Result<std::optional<HttpHop>> nextHop(const HttpRequest &request, const HttpResponse &response,
                                       bool trusted, int hops)
{
    const QByteArray location = response.header("location");
    if (!isRedirect(response.status) || location.isEmpty()) {
        return std::optional<HttpHop>{};
    }
    const QString from = displayUrl(request.url);
    HttpHop hop{request, false};
    HttpRequest &next = hop.request;
    next.url = request.url.resolved(QUrl::fromEncoded(location));
    next.url.setUserInfo({});
    if (!next.isValid()) {
        return redirectError(from, Text::tr("it redirects to an address that is not HTTP"));
    }
    if (request.url.scheme() == u"https" && next.url.scheme() == u"http") {
        return redirectError(from, Text::tr("it redirects from https to http"));
    }
    if (hops >= maxRedirects) {
        return redirectError(from, Text::tr("it redirects in a circle"));
    }
    if (becomesGet(request, response.status)) {
        next.method = HttpRequest::Method::Get;
        next.body.clear();
    }
    hop.trusted = trusted && sameOrigin(request.url, next.url);
    if (hop.trusted) {
        next.url.setUserInfo(request.url.userInfo());
    } else {
        next.headers.removeIf([](const HttpHeader &header) { return !isHarmless(header); });
    }
    return std::optional{std::move(hop)};
}

} // namespace spillway
