// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curlerror.h"

#include "core/duration.h"
#include "net/httprequest.h"

#include <QCoreApplication>
#include <QLocale>

#include <curl/curl.h>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CurlError)
};

struct Row
{
    int curlCode;
    ErrorCode code;
    const char *why; ///< null: libcurl's own words
    const char *advice;
};

constexpr const char *checkAddress =
    QT_TRANSLATE_NOOP("CurlError", "Check the address and that the server runs.");
constexpr const char *checkName =
    QT_TRANSLATE_NOOP("CurlError", "Check the host name, and that the VPN is up.");
constexpr const char *checkProxy =
    QT_TRANSLATE_NOOP("CurlError", "Check the proxy's address and credentials.");
constexpr const char *checkCa = QT_TRANSLATE_NOOP(
    "CurlError",
    "Check the CA file of the workspace and that the address is the name in the certificate.");
constexpr const char *checkClient =
    QT_TRANSLATE_NOOP("CurlError", "Check the client certificate and its key.");
constexpr const char *again =
    QT_TRANSLATE_NOOP("CurlError", "Try again; a proxy or the server closes connections.");
constexpr const char *notHttp =
    QT_TRANSLATE_NOOP("CurlError", "Check the port: what answers is not a healthy HTTP server.");

const std::array rows{
    Row{CURLE_COULDNT_RESOLVE_HOST, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP("CurlError", "the host name is not known"), checkName},
    Row{CURLE_COULDNT_CONNECT, ErrorCode::Unreachable,
        QT_TRANSLATE_NOOP("CurlError", "the connection was refused"), checkAddress},
    Row{CURLE_COULDNT_RESOLVE_PROXY, ErrorCode::Proxy,
        QT_TRANSLATE_NOOP("CurlError", "the proxy's host name is not known"), checkProxy},
    Row{CURLE_PROXY, ErrorCode::Proxy, nullptr, checkProxy},
    Row{CURLE_PEER_FAILED_VERIFICATION, ErrorCode::Tls, nullptr, checkCa},
    Row{CURLE_SSL_CONNECT_ERROR, ErrorCode::Tls, nullptr, checkCa},
    Row{CURLE_SSL_CACERT_BADFILE, ErrorCode::Tls,
        QT_TRANSLATE_NOOP("CurlError", "the CA file cannot be read"), checkCa},
    Row{CURLE_SSL_CERTPROBLEM, ErrorCode::Tls, nullptr, checkClient},
    Row{CURLE_SSL_ISSUER_ERROR, ErrorCode::Tls, nullptr, checkCa},
    Row{CURLE_SSL_CIPHER, ErrorCode::Tls, nullptr, checkCa},
    Row{CURLE_GOT_NOTHING, ErrorCode::Interrupted,
        QT_TRANSLATE_NOOP("CurlError", "the connection was closed before an answer came"), again},
    Row{CURLE_PARTIAL_FILE, ErrorCode::Interrupted,
        QT_TRANSLATE_NOOP("CurlError", "the connection was closed in the middle of the answer"),
        again},
    Row{CURLE_RECV_ERROR, ErrorCode::Interrupted,
        QT_TRANSLATE_NOOP("CurlError", "the connection was cut while receiving"), again},
    Row{CURLE_SEND_ERROR, ErrorCode::Interrupted,
        QT_TRANSLATE_NOOP("CurlError", "the connection was cut while sending"), again},
    Row{CURLE_HTTP2, ErrorCode::Protocol, nullptr, notHttp},
    Row{CURLE_HTTP2_STREAM, ErrorCode::Interrupted, nullptr, again},
    Row{CURLE_BAD_CONTENT_ENCODING, ErrorCode::Protocol,
        QT_TRANSLATE_NOOP("CurlError", "the compressed answer is damaged"), again},
    Row{CURLE_WEIRD_SERVER_REPLY, ErrorCode::Protocol,
        QT_TRANSLATE_NOOP("CurlError", "the answer is not HTTP"), notHttp},
    Row{CURLE_UNSUPPORTED_PROTOCOL, ErrorCode::Protocol,
        QT_TRANSLATE_NOOP("CurlError", "the answer is not HTTP"), notHttp},
};

Error make(ErrorCode code, const QString &url, const QString &why, const QString &advice)
{
    return Error{.code = code,
                 .what = Text::tr("The server could not be asked"),
                 .where = url,
                 .why = why,
                 .advice = advice};
}

bool isCut(const CurlFailure &failure)
{
    return failure.curlCode == CURLE_RECV_ERROR || failure.curlCode == CURLE_SEND_ERROR;
}

/// libcurl's code is the same for server and proxy; its words name the host that it tried.
bool isProxysFault(const CurlFailure &failure)
{
    if (!failure.mayUseProxy) {
        return false;
    }
    if (failure.detail.contains("Proxy CONNECT"_L1) ||
        failure.detail.startsWith("Unsupported proxy"_L1)) {
        return true;
    }
    const int port = failure.url.port(failure.url.scheme() == u"https" ? 443 : 80);
    const QString server =
        u"Failed to connect to %1 port %2 "_s.arg(failure.url.host(), QString::number(port));
    return failure.detail.startsWith("Failed to connect to "_L1) &&
           !failure.detail.startsWith(server);
}

} // namespace

Error curlError(const CurlFailure &failure)
{
    const QString url = displayUrl(failure.url);
    if (failure.connectStatus >= 400) {
        return make(
            ErrorCode::Proxy, url,
            failure.connectStatus == 407
                ? Text::tr("the proxy wants credentials (HTTP 407)")
                : Text::tr("the proxy refused the connection (HTTP %1)").arg(failure.connectStatus),
            Text::tr(checkProxy));
    }
    if (isProxysFault(failure)) {
        return make(ErrorCode::Proxy, url, Text::tr("the proxy cannot be reached"),
                    Text::tr(checkProxy));
    }
    const QString words =
        failure.detail.isEmpty()
            ? QString::fromUtf8(curl_easy_strerror(static_cast<CURLcode>(failure.curlCode)))
            : failure.detail;
    // TLS 1.3 servers refuse a client after its handshake, so libcurl sees a failed read.
    if (isCut(failure) && words.contains("alert"_L1)) {
        return make(ErrorCode::Tls, url, words, Text::tr(checkClient));
    }
    if (isCut(failure) && words.contains("chunked-encoding"_L1)) {
        return make(ErrorCode::Protocol, url, Text::tr("the answer is not HTTP"),
                    Text::tr(notHttp));
    }
    const auto *row = std::find_if(
        rows.begin(), rows.end(), [&](const Row &one) { return one.curlCode == failure.curlCode; });
    if (row == rows.end()) {
        return make(ErrorCode::Protocol, url, words, Text::tr(notHttp));
    }
    return make(row->code, url, row->why != nullptr ? Text::tr(row->why) : words,
                Text::tr(row->advice));
}

Error timeoutError(const QString &url, std::chrono::milliseconds limit, TimeoutPhase phase)
{
    const QString span = humanDuration(limit);
    switch (phase) {
    case TimeoutPhase::Queued:
        return make(ErrorCode::Timeout, url,
                    Text::tr("it waited %1 behind other requests to this server").arg(span),
                    Text::tr("Refresh less often, or show fewer panels at once."));
    case TimeoutPhase::Connecting:
        return make(ErrorCode::Timeout, url, Text::tr("no connection after %1").arg(span),
                    Text::tr("Check the address, the VPN and firewalls on the way."));
    case TimeoutPhase::Answering:
        break;
    }
    return make(ErrorCode::Timeout, url, Text::tr("the answer was not complete after %1").arg(span),
                Text::tr("Ask for a shorter range, or raise the time limit of the workspace."));
}

Error idleError(const QString &url, std::chrono::milliseconds limit)
{
    return make(ErrorCode::Timeout, url, Text::tr("nothing came for %1").arg(humanDuration(limit)),
                Text::tr("It is asked again."));
}

Error tooLargeError(const QString &url, qint64 maxBytes)
{
    return make(ErrorCode::TooLarge, url,
                Text::tr("the answer is larger than the limit of %1")
                    .arg(QLocale::c().formattedDataSize(maxBytes, 0)),
                Text::tr("Ask for fewer series or a coarser step."));
}

Error cancelledError(const QString &url)
{
    return make(ErrorCode::Cancelled, url, Text::tr("it was given up"), {});
}

Error redirectError(const QString &url, const QString &why)
{
    return make(ErrorCode::Protocol, url, why,
                Text::tr("Use the address that the server redirects to."));
}

Error requestError(const QString &url, const QString &why)
{
    return make(ErrorCode::InvalidInput, url, why,
                Text::tr("Correct the address; it starts with http:// or https://."));
}

} // namespace spillway
