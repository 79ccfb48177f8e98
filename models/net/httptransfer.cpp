// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httptransfer.h"

#include "net/curlerror.h"
#include "net/curlloop.h"
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

constexpr int maxRedirects = 10;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == u"https" ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace

void HttpTransfer::EasyDeleter::operator()(CURL *easy) const
{
    curl_easy_cleanup(easy);
}

HttpTransfer::HttpTransfer(HttpReply *reply, CurlLoop &loop, std::function<double()> random)
    : m_reply(reply)
    , m_loop(loop)
    , m_random(std::move(random))
    , m_easy(curl_easy_init())
    , m_request(reply->request())
{
    m_reply->m_transfer = this;
    for (QTimer *timer : {&m_total, &m_idle, &m_wait}) {
        timer->setSingleShot(true);
    }
    connect(&m_total, &QTimer::timeout, this, &HttpTransfer::timedOut);
    connect(&m_wait, &QTimer::timeout, this, &HttpTransfer::begin);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        stopAttempt();
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
    const Result<void> ready = setUpCurl(easy, m_request, m_sameOrigin, m_lists);
    if (!ready.ok()) {
        finish(ready.error());
        return;
    }
    if (m_request.idleTimeout.count() > 0) {
        m_idle.start(m_request.idleTimeout);
    }
    qCDebug(spillwayNet) << "request" << displayUrl(m_request.url) << "attempt" << m_attempt;
    m_loop.start(easy, this);
}

std::size_t HttpTransfer::headerCallback(char *data, std::size_t size, std::size_t count,
                                         void *self)
{
    static_cast<HttpTransfer *>(self)->takeHeader({data, static_cast<qsizetype>(size * count)});
    return size * count;
}

std::size_t HttpTransfer::bodyCallback(char *data, std::size_t size, std::size_t count, void *self)
{
    const bool taken =
        static_cast<HttpTransfer *>(self)->takeBody({data, static_cast<qsizetype>(size * count)});
    return taken ? size * count : CURL_WRITEFUNC_ERROR;
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
    } else {
        const qsizetype colon = text.indexOf(':');
        if (colon > 0) {
            m_response.headers.append({text.first(colon).toByteArray().toLower(),
                                       text.sliced(colon + 1).trimmed().toByteArray()});
        }
    }
}

bool HttpTransfer::takeBody(QByteArrayView bytes)
{
    m_received += bytes.size();
    if (isRedirect(m_response.status)) {
        return true; // nobody reads it
    }
    QByteArray &target = m_request.streaming ? m_streamed : m_response.body;
    if (m_received > m_request.maxBytes && !m_request.streaming) {
        m_tooLarge = true;
        return false;
    }
    if (!m_request.streaming &&
        target.capacity() < target.size() + bytes.size() + responsePadding) {
        target.reserve(std::max<qsizetype>(target.capacity() * 2,
                                           target.size() + bytes.size() + responsePadding));
    }
    target.append(bytes);
    return true;
}

void HttpTransfer::ended(int curlCode)
{
    m_endedWith = curlCode;
}

void HttpTransfer::deliver()
{
    if (m_over || m_reply == nullptr || (!m_headersComplete && !m_endedWith)) {
        return;
    }
    const QPointer<HttpTransfer> alive(this);
    if (m_headersComplete && !m_headersTold && !isRedirect(m_response.status)) {
        m_headersTold = true;
        Q_EMIT m_reply->headersReceived(m_response.status);
    }
    if (alive && m_reply != nullptr && !m_streamed.isEmpty()) {
        const QByteArray piece = std::exchange(m_streamed, {});
        if (m_request.idleTimeout.count() > 0) {
            m_idle.start(m_request.idleTimeout);
        }
        Q_EMIT m_reply->bytesReceived(piece);
    }
    if (alive && m_reply != nullptr && !m_over && m_endedWith) {
        attemptEnded();
    }
}

void HttpTransfer::attemptEnded()
{
    m_idle.stop();
    const std::optional<Error> failure = failureOf(*std::exchange(m_endedWith, std::nullopt));
    if (retry(failure ? std::optional{failure->code} : std::nullopt)) {
        return;
    }
    if (failure) {
        finish(*failure);
    } else if (!isRedirect(m_response.status) || !followRedirect()) {
        if (!m_over) {
            m_response.url = m_request.url.adjusted(QUrl::RemoveUserInfo);
            m_response.elapsed = std::chrono::milliseconds{m_clock.elapsed()};
            finish(std::move(m_response));
        }
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
    curl_off_t connectTime = 0;
    long connectStatus = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_CONNECT_TIME_T, &connectTime);
    curl_easy_getinfo(m_easy.get(), CURLINFO_HTTP_CONNECTCODE, &connectStatus);
    if (curlCode == CURLE_OPERATION_TIMEDOUT) {
        return timeoutError(url, m_request.connectTimeout, false);
    }
    return curlError({curlCode, QString::fromUtf8(m_errorText.data()), url, connectTime > 0,
                      static_cast<int>(connectStatus)});
}

bool HttpTransfer::retry(std::optional<ErrorCode> transportError)
{
    const bool anyBytes = m_response.status != 0;
    const auto delay = retryDelay(m_request.retry,
                                  {m_attempt, transportError, m_response.status,
                                   anyBytes && transportError, m_response.retryAfter()},
                                  m_random());
    const bool tooLate = delay && m_total.isActive() && *delay >= m_total.remainingTimeAsDuration();
    if (!delay || tooLate || (m_request.streaming && m_headersTold)) {
        return false;
    }
    ++m_attempt;
    m_received = 0;
    m_headersTold = false;
    m_wait.start(*delay);
    return true;
}

bool HttpTransfer::followRedirect()
{
    const QByteArray location = m_response.header("location");
    const QUrl target = m_request.url.resolved(QUrl::fromEncoded(location));
    if (location.isEmpty()) {
        return false; // the caller sees the status
    }
    HttpRequest next = m_request;
    next.url = target;
    next.url.setUserInfo({});
    if (!next.isValid()) {
        finish(redirectError(displayUrl(m_request.url),
                             Text::tr("it redirects to an address that is not HTTP")));
        return false;
    }
    if (++m_redirects > maxRedirects) {
        finish(redirectError(displayUrl(m_request.url), Text::tr("it redirects in a circle")));
        return false;
    }
    const int status = m_response.status;
    const bool isPost = next.method == HttpRequest::Method::Post;
    if (status == 303 || (isPost && (status == 301 || status == 302))) {
        next.method = HttpRequest::Method::Get;
        next.body.clear();
    }
    // Once away from the first host, credentials never come back, not even if a later hop returns
    // there.
    m_sameOrigin = m_sameOrigin && sameOrigin(m_request.url, target);
    if (m_sameOrigin) {
        next.url.setUserInfo(m_request.url.userInfo());
    } else {
        const auto secret = [](const HttpHeader &header) {
            const QByteArray name = header.first.toLower();
            return name == "authorization" || name == "cookie" || name == "proxy-authorization";
        };
        next.headers.removeIf(secret);
    }
    m_request = std::move(next);
    m_received = 0;
    begin();
    return true;
}

void HttpTransfer::stopAttempt()
{
    for (QTimer *timer : {&m_total, &m_idle, &m_wait}) {
        timer->stop();
    }
    m_loop.stop(m_easy.get());
}

void HttpTransfer::timedOut()
{
    curl_off_t connectTime = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_CONNECT_TIME_T, &connectTime);
    const std::chrono::milliseconds limit = m_request.totalTimeout;
    finish(timeoutError(displayUrl(m_request.url), limit, connectTime > 0));
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
