// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubecall.h"

#include "kube/kubeaccess.h"
#include "net/httpclient.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(spillwayKube, "spillway.kube", QtWarningMsg)

namespace spillway {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

constexpr milliseconds dialTimeout{30'000}; ///< name, TCP and TLS together (T1)
constexpr int mostAttempts = 10;            ///< with Retry-After (R1)
constexpr int mostConnections = 3;          ///< of a read whose connection was cut
constexpr milliseconds longestWait{60'000}; ///< a longer Retry-After is the caller's to wait for

/// The server asks everybody to come back after the same second (R3): spread them.
milliseconds jitter(int attempt, double random01)
{
    const double widest = std::min(8'000.0, 250.0 * (1 << std::min(attempt - 1, 8)));
    return milliseconds{static_cast<qint64>(widest * random01)};
}

/// Whom the server is told to take us for.
QByteArray impersonated(const HttpSettingsPtr &settings)
{
    constexpr QByteArrayView name{"Impersonate-User"};
    if (!settings) {
        return {};
    }
    const auto found = std::find_if(settings->openHeaders.cbegin(), settings->openHeaders.cend(),
                                    [name](const HttpHeader &header) {
                                        return header.first.compare(name, Qt::CaseInsensitive) == 0;
                                    });
    return found == settings->openHeaders.cend() ? QByteArray{} : found->second;
}

/// A login page of a proxy comes with status 200.
bool isHtml(const HttpResponse &response)
{
    return response.contentType().contains("html") || response.body.trimmed().startsWith('<');
}

/// Failures before anything was sent.
bool wasNeverSent(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unreachable:
    case ErrorCode::Tls:
    case ErrorCode::Proxy:
    case ErrorCode::InvalidInput:
        return true;
    default:
        return false;
    }
}

} // namespace

HttpRequest httpRequest(const kube::KubeRequest &request, const QUrl &server,
                        HttpSettingsPtr settings)
{
    HttpRequest http;
    http.method = request.method;
    http.url = server;
    QString path = server.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    http.url.setPath(path + request.path, QUrl::StrictMode);
    QStringList query;
    for (const auto &parameter : request.query) {
        query.append(parameter.first + u'=' +
                     QString::fromLatin1(QUrl::toPercentEncoding(parameter.second)));
    }
    http.url.setQuery(query.isEmpty() ? QString{} : query.join(u'&'), QUrl::StrictMode);
    http.headers.append({"Accept", request.accept});
    if (!request.contentType.isEmpty()) {
        http.headers.append({"Content-Type", request.contentType});
    }
    http.body = request.body;
    http.settings = std::move(settings);
    http.totalTimeout = request.timeout;
    http.maxBytes = request.maxBytes;
    http.onlyReads = request.onlyReads;
    http.connectTimeout = dialTimeout;
    http.lane = request.urgent ? HttpRequest::Lane::Urgent : HttpRequest::Lane::Normal;
    return http;
}

std::optional<milliseconds> callRetryDelay(const CallAttempt &attempt, double random01)
{
    if (attempt.transportError) {
        const bool again = attempt.onlyReads && attempt.attempt < mostConnections &&
                           *attempt.transportError == ErrorCode::Interrupted;
        return again ? std::optional{jitter(attempt.attempt, random01)} : std::nullopt;
    }
    const bool refusedUndone = attempt.httpStatus == 429 || attempt.httpStatus == 503;
    const bool asksAgain = refusedUndone || (attempt.onlyReads && attempt.httpStatus >= 500);
    if (!asksAgain || !attempt.retryAfter || *attempt.retryAfter > longestWait ||
        attempt.attempt >= mostAttempts) {
        return std::nullopt;
    }
    return *attempt.retryAfter + jitter(attempt.attempt, random01);
}

KubeCall::KubeCall(std::shared_ptr<KubeLink> link, kube::KubeRequest request, QObject *parent)
    : QObject(parent)
    , m_link(std::move(link))
    , m_request(std::move(request))
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &KubeCall::start);
}

KubeCall::~KubeCall() = default;

void KubeCall::start()
{
    m_link->access.settings(this, [this](const Result<HttpSettingsPtr> &settings) {
        if (settings) {
            send(*settings);
            return;
        }
        // May be from inside start(): the caller has not connected yet.
        QMetaObject::invokeMethod(
            this, [this, error = settings.error()] { finish(error); }, Qt::QueuedConnection);
    });
}

void KubeCall::send(const HttpSettingsPtr &settings)
{
    m_actingAs = QString::fromUtf8(impersonated(settings));
    qCDebug(spillwayKube) << "asking" << m_request.path << "attempt" << m_attempt;
    delete m_http;
    m_http = m_link->http.send(httpRequest(m_request, m_link->access.server(), settings), this);
    connect(m_http, &HttpReply::finished, this, &KubeCall::answered);
}

void KubeCall::answered()
{
    Result<HttpResponse> result = m_http->takeResult();
    if (!result) {
        lost(result.error());
        return;
    }
    if (result->status >= 400 || isHtml(*result)) {
        refused(*result);
        return;
    }
    m_mayHaveReached = true;
    m_warnings = kube::warningTexts(result->headers);
    finish(std::move(result));
}

void KubeCall::lost(const Error &error)
{
    m_mayHaveReached = m_mayHaveReached || !wasNeverSent(error.code);
    const CallAttempt attempt{
        .attempt = m_attempt, .onlyReads = m_request.onlyReads, .transportError = error.code};
    if (const auto delay = callRetryDelay(attempt, m_link->random())) {
        m_previous = error;
        again(*delay);
        return;
    }
    Error failure = error;
    failure.why = failure.what.isEmpty() ? failure.why
                                         : Error{.what = error.what, .why = error.why}.sentence();
    failure.what = m_request.what;
    finish(std::move(failure));
}

void KubeCall::refused(const HttpResponse &response)
{
    // An answer after which a write is sent again says that nothing was done (R1).
    if (response.status == 401 && !m_renewed) {
        m_renewed = true;
        m_link->access.refused();
        again(milliseconds{0});
        return;
    }
    const CallAttempt attempt{.attempt = m_attempt,
                              .onlyReads = m_request.onlyReads,
                              .httpStatus = response.status,
                              .retryAfter = response.retryAfter()};
    kube::StatusError error = kube::statusError(
        response, {.what = m_request.what, .isApply = m_request.isApply, .actingAs = m_actingAs});
    if (const auto delay = callRetryDelay(attempt, m_link->random())) {
        m_previous = error.error;
        again(*delay);
        return;
    }
    m_mayHaveReached = true;
    m_warnings = kube::warningTexts(response.headers);
    m_detail = std::move(error.detail);
    finish(std::move(error.error));
}

void KubeCall::again(milliseconds after)
{
    ++m_attempt;
    m_wait.start(after);
}

void KubeCall::finish(Result<HttpResponse> result)
{
    if (!result && m_previous && m_previous->why != result.error().why) {
        Error error = result.error();
        error.why = Text::tr("%1 (before that: %2)").arg(error.why, m_previous->why);
        result = std::move(error);
    }
    m_result = std::move(result);
    Q_EMIT finished(); // a slot may delete us
}

} // namespace spillway
