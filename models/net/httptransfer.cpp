// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httptransfer.h"

#include "net/curlerror.h"
#include "net/curlloop.h"
#include "net/httpredirect.h"
#include "net/httpreply.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QPointer>

#include <curl/curl.h>

#include <algorithm>

Q_LOGGING_CATEGORY(spillwayNet, "spillway.net", QtWarningMsg)

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HttpTransfer)
};

/// A streaming answer is handed out in pieces of at most this, one a turn of the event loop, so
/// that whoever decodes it does not hold up the GUI, however much arrives at once.
constexpr qsizetype streamPiece = qsizetype{64} * 1024;
/// With this much in hand libcurl reads no further, and the server has to wait.
constexpr qsizetype streamAhead = qsizetype{1024} * 1024;

/// Whether a failure may be the fault of a proxy; which one libcurl took, it does not tell.
bool mayUseProxy(const HttpRequest &request)
{
    const HttpProxy proxy = request.settings ? request.settings->proxy : HttpProxy{};
    if (proxy.kind != HttpProxy::Kind::Environment) {
        return proxy.kind == HttpProxy::Kind::Explicit && !proxy.url.isEmpty();
    }
    return !qEnvironmentVariableIsEmpty("http_proxy") ||
           !qEnvironmentVariableIsEmpty("https_proxy") ||
           !qEnvironmentVariableIsEmpty("HTTPS_PROXY") ||
           !qEnvironmentVariableIsEmpty("all_proxy") || !qEnvironmentVariableIsEmpty("ALL_PROXY");
}

} // namespace

void HttpTransfer::EasyDeleter::operator()(CURL *easy) const
{
    curl_easy_cleanup(easy);
}

HttpTransfer::HttpTransfer(HttpReply *reply, std::function<CurlLoop *()> loop,
                           std::function<double()> random)
    : m_reply(reply)
    , m_nextLoop(std::move(loop))
    , m_random(std::move(random))
    , m_easy(curl_easy_init())
    , m_request(reply->request())
{
    m_reply->m_transfer = this;
    for (QTimer *timer : {&m_total, &m_idle, &m_wait}) {
        timer->setSingleShot(true);
    }
    connect(&m_total, &QTimer::timeout, this, &HttpTransfer::timedOut);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &HttpTransfer::deliver);
    connect(&m_wait, &QTimer::timeout, this, &HttpTransfer::begin);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        doubtConnection();
        finish(idleError(displayUrl(m_request.url), m_request.idleTimeout));
    });
}

HttpTransfer::~HttpTransfer()
{
    if (!m_over) {
        stopAttempt(); // once over, the loop may be gone
    }
    if (m_reply != nullptr) {
        m_reply->m_transfer = nullptr;
    }
}

const HttpRequest &HttpTransfer::request() const
{
    return m_request;
}

void HttpTransfer::arm()
{
    m_clock.start();
    if (m_request.totalTimeout.count() > 0) {
        m_total.start(m_request.totalTimeout);
    }
}

void HttpTransfer::begin()
{
    m_begun = true;
    m_response = {};
    m_streamed.clear();
    m_paused = false;
    m_received = 0;
    m_receivedBefore = 0;
    m_tooLarge = false;
    m_headersComplete = false;
    m_endedWith.reset();
    m_errorText.fill('\0');
    CURL *easy = m_easy.get();
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &HttpTransfer::headerCallback);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &HttpTransfer::bodyCallback);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 256L * 1024);
    const Result<void> ready = setUpCurl(easy, m_request, m_trusted, m_lists);
    if (!ready.ok()) {
        finish(ready.error());
        return;
    }
    m_response.secrets = secretsOf(m_request, m_lists);
    restartIdle();
    qCDebug(spillwayNet) << "request" << displayUrl(m_request.url) << "attempt" << m_attempt;
    m_loop = m_nextLoop();
    m_loop->start(easy, this);
}

std::size_t HttpTransfer::headerCallback(char *data, std::size_t size, std::size_t count,
                                         void *self)
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    transfer->takeHeader({data, static_cast<qsizetype>(size * count)});
    return transfer->m_tooLarge ? CURL_WRITEFUNC_ERROR : size * count;
}

std::size_t HttpTransfer::bodyCallback(char *data, std::size_t size, std::size_t count, void *self)
{
    return static_cast<HttpTransfer *>(self)->takeBody(
        {data, static_cast<qsizetype>(size * count)});
}

void HttpTransfer::takeHeader(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    if (text.startsWith("HTTP/")) {
        m_response.headers.clear(); // a 1xx came before
        m_headersComplete = false;
    } else if (text.isEmpty()) {
        long status = 0;
        long version = 0;
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(m_easy.get(), CURLINFO_HTTP_VERSION, &version);
        m_response.status = static_cast<int>(status);
        m_response.http2 = version == CURL_HTTP_VERSION_2_0;
        m_headersComplete = status >= 200;
        // Do not fetch what will be thrown away. A compressed length says nothing yet.
        m_tooLarge = m_headersComplete && !isStreamed() &&
                     m_request.method != HttpRequest::Method::Head &&
                     m_response.header("content-encoding").isEmpty() &&
                     m_response.header("content-length").toLongLong() > m_request.maxBytes;
    } else {
        const qsizetype colon = text.indexOf(':');
        if (colon > 0) {
            m_response.headers.append({text.first(colon).toByteArray().toLower(),
                                       text.sliced(colon + 1).trimmed().toByteArray()});
        }
    }
}

bool HttpTransfer::isStreamed() const
{
    return m_request.streaming && m_response.status < 300; // the body of an error is its reason
}

std::size_t HttpTransfer::takeBody(QByteArrayView bytes)
{
    const auto taken = static_cast<std::size_t>(bytes.size());
    if (!isStreamed()) {
        return keepBody(bytes) ? taken : CURL_WRITEFUNC_ERROR;
    }
    if (m_streamed.size() >= streamAhead) {
        m_paused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    m_received += bytes.size();
    m_streamed.append(bytes);
    return taken;
}

bool HttpTransfer::keepBody(QByteArrayView bytes)
{
    m_received += bytes.size();
    if (m_received > m_request.maxBytes) {
        m_tooLarge = true;
        return false;
    }
    if (isRedirect(m_response.status)) {
        return true; // nobody reads it
    }
    QByteArray &body = m_response.body;
    const qsizetype needed = body.size() + bytes.size() + responsePadding;
    if (body.capacity() < needed) {
        body.reserve(std::max<qsizetype>(body.capacity() * 2, needed));
    }
    body.append(bytes);
    return true;
}

void HttpTransfer::ended(int curlCode)
{
    m_loop = nullptr; // it may be gone before the next attempt
    m_endedWith = curlCode;
}

void HttpTransfer::deliver()
{
    if (m_over || m_reply == nullptr || (!m_headersComplete && !m_endedWith)) {
        return;
    }
    const QPointer<HttpTransfer> alive(this);
    if (m_received != m_receivedBefore) {
        m_receivedBefore = m_received;
        restartIdle();
    }
    if (m_headersComplete && !isRedirect(m_response.status) && !delayBeforeRetry({})) {
        tellHeaders();
    }
    if (alive && m_reply != nullptr && !m_streamed.isEmpty()) {
        handOn();
    }
    if (alive && m_reply != nullptr && !m_over && m_endedWith && m_streamed.isEmpty()) {
        attemptEnded();
    }
}

/// One piece; the next when everybody else has had a turn.
void HttpTransfer::handOn()
{
    const QByteArray piece = m_streamed.first(std::min(m_streamed.size(), streamPiece));
    m_streamed.remove(0, piece.size());
    if (m_streamed.isEmpty()) {
        m_streamed = {}; // the room too: a watch is quiet most of the time
    } else {
        m_next.start(std::chrono::milliseconds{0});
    }
    if (m_paused && m_loop != nullptr && m_streamed.size() < streamAhead / 2) {
        m_paused = false;
        curl_easy_pause(m_easy.get(), CURLPAUSE_CONT); // may give us more at once
        m_next.start(std::chrono::milliseconds{0});
    }
    restartIdle();
    Q_EMIT m_reply->bytesReceived(piece);
}

void HttpTransfer::attemptEnded()
{
    m_idle.stop();
    const std::optional<Error> failure = failureOf(*std::exchange(m_endedWith, std::nullopt));
    if (const auto delay =
            delayBeforeRetry(failure ? std::optional{failure->code} : std::nullopt)) {
        ++m_attempt;
        m_headersComplete = false;
        m_wait.start(*delay);
        return;
    }
    if (failure) {
        finish(*failure);
        return;
    }
    Result<std::optional<HttpHop>> hop = nextHop(m_request, m_response, m_trusted, m_redirects);
    if (!hop.ok()) {
        finish(hop.error());
    } else if (hop->has_value()) {
        follow(std::move(**hop));
    } else if (tellHeaders()) {
        m_response.url = m_request.url.adjusted(QUrl::RemoveUserInfo);
        m_response.elapsed = std::chrono::milliseconds{m_clock.elapsed()};
        finish(std::move(m_response));
    }
}

std::optional<Error> HttpTransfer::failureOf(int curlCode)
{
    const QString url = displayUrl(m_request.url);
    if (curlCode == CURLE_OK && m_headersComplete) {
        return std::nullopt;
    }
    if (curlCode == CURLE_OK) {
        curlCode = CURLE_GOT_NOTHING; // libcurl takes half a header for an answer
    }
    if (m_tooLarge) {
        return tooLargeError(url, m_request.maxBytes);
    }
    long connectStatus = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_HTTP_CONNECTCODE, &connectStatus);
    if (curlCode == CURLE_OPERATION_TIMEDOUT) {
        return timeoutError(url, m_request.connectTimeout, TimeoutPhase::Connecting);
    }
    CurlFailure failure{curlCode, QString::fromUtf8(m_errorText.data()), m_request.url};
    failure.connectStatus = static_cast<int>(connectStatus);
    failure.mayUseProxy = mayUseProxy(m_request);
    return curlError(failure);
}

std::optional<std::chrono::milliseconds>
HttpTransfer::delayBeforeRetry(std::optional<ErrorCode> transportError) const
{
    if (m_request.streaming && m_headersTold) {
        return std::nullopt; // part of it is with the caller
    }
    const bool anyBytes = transportError && m_response.status != 0;
    const auto delay = retryDelay(
        m_request.retry,
        {m_attempt, transportError, m_response.status, anyBytes, m_response.retryAfter()},
        m_random());
    const bool tooLate = delay && m_total.isActive() && *delay >= m_total.remainingTimeAsDuration();
    return tooLate ? std::nullopt : delay;
}

bool HttpTransfer::tellHeaders()
{
    const QPointer<HttpTransfer> alive(this);
    if (!m_headersTold) {
        m_headersTold = true;
        Q_EMIT m_reply->headersReceived(m_response.status);
    }
    return alive && m_reply != nullptr && !m_over;
}

void HttpTransfer::restartIdle()
{
    if (m_request.idleTimeout.count() > 0) {
        m_idle.start(m_request.idleTimeout);
    }
}

void HttpTransfer::follow(HttpHop hop)
{
    ++m_redirects;
    m_request = std::move(hop.request);
    m_trusted = hop.trusted;
    begin();
}

void HttpTransfer::stopAttempt()
{
    for (QTimer *timer : {&m_total, &m_idle, &m_wait, &m_next}) {
        timer->stop();
    }
    if (CurlLoop *loop = std::exchange(m_loop, nullptr)) {
        loop->stop(m_easy.get());
    }
}

void HttpTransfer::doubtConnection()
{
    // The next request gets another. Over HTTP/2 others may be using this one, so that it stays:
    // new requests have to be kept away from it.
    curl_easy_setopt(m_easy.get(), CURLOPT_FORBID_REUSE, 1L);
    if (m_request.url.scheme() == u"https") {
        Q_EMIT connectionDoubted(m_loop);
    }
}

void HttpTransfer::timedOut()
{
    curl_off_t sent = 0; // also set if an old connection was taken
    curl_easy_getinfo(m_easy.get(), CURLINFO_PRETRANSFER_TIME_T, &sent);
    const TimeoutPhase phase = !m_begun   ? TimeoutPhase::Queued
                               : sent > 0 ? TimeoutPhase::Answering
                                          : TimeoutPhase::Connecting;
    if (phase == TimeoutPhase::Answering) {
        doubtConnection();
    }
    finish(timeoutError(displayUrl(m_request.url), m_request.totalTimeout, phase));
}

void HttpTransfer::cancel()
{
    finish(cancelledError(displayUrl(m_request.url)));
}

void HttpTransfer::replyDeleted()
{
    m_reply = nullptr;
    if (!m_over) {
        m_over = true;
        stopAttempt();
        Q_EMIT over();
    }
}

void HttpTransfer::finish(Result<HttpResponse> result)
{
    if (m_over) {
        return;
    }
    m_over = true;
    stopAttempt();
    m_failed = !result.ok();
    qCDebug(spillwayNet) << "finished" << displayUrl(m_request.url)
                         << (result.ok() ? QString::number(result->status)
                                         : QString{errorCodeName(result.error().code)});
    HttpReply *reply = std::exchange(m_reply, nullptr);
    Q_EMIT over();
    if (reply != nullptr) {
        reply->finish(std::move(result)); // last: it may delete anything
    }
}

} // namespace spillway
