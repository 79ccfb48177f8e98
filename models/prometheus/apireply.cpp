// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/apireply.h"

#include "net/httpclient.h"
#include "prometheus/endpoint.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

namespace spillway {

namespace {

/// Below this, decoding takes less time than the way to another thread and back is worth.
constexpr qsizetype poolThreshold = qsizetype{256} * 1024;

ApiAnswer answerOf(HttpResponse response)
{
    ApiAnswer answer;
    answer.status = response.status;
    answer.contentType = response.header("content-type");
    answer.cacheControl = response.header("cache-control");
    answer.prometheusStopping = response.header("x-prometheus-stopping");
    answer.retryAfter = response.retryAfter();
    answer.where = displayUrl(response.url);
    answer.secrets = response.secrets;
    answer.body = std::move(response.body);
    return answer;
}

} // namespace

ApiReply::ApiReply(QObject *parent)
    : QObject(parent)
{}

ApiReply::~ApiReply() = default;

QByteArray ApiReply::header(QByteArrayView name) const
{
    const auto found = std::find_if(m_headers.cbegin(), m_headers.cend(),
                                    [name](const HttpHeader &one) { return one.first == name; });
    return found != m_headers.cend() ? found->second : QByteArray{};
}

void ApiReply::start(const ApiRoute &route, HttpRequest request, Decode decode)
{
    m_decode = std::move(decode);
    m_client = &route.http;
    m_access = route.access;
    if (!m_access) {
        send(std::move(request));
        return;
    }
    m_request = std::move(request);
    askAccess();
}

void ApiReply::askAccess()
{
    m_access->settings(this, [this](const Result<HttpSettingsPtr> &settings) {
        if (!settings) {
            failLater(settings.error());
            return;
        }
        HttpRequest request = m_request;
        request.settings = *settings;
        send(std::move(request));
    });
}

void ApiReply::send(HttpRequest request)
{
    m_http = m_client->send(std::move(request), this);
    connect(m_http, &HttpReply::finished, this, &ApiReply::onHttpFinished);
}

/// May be from inside the call that made us.
void ApiReply::failLater(const Error &error)
{
    QMetaObject::invokeMethod(
        this,
        [this, error] {
            fail(error);
            finish();
        },
        Qt::QueuedConnection);
}

/// Of who stands in front of the API; credentials are renewed once.
bool ApiReply::isRefused(const ApiAnswer &answer)
{
    const std::optional<Error> refusal = m_access ? m_access->refusal(answer) : std::nullopt;
    if (!refusal) {
        return false;
    }
    if (answer.status == 401 && !m_renewed) {
        m_renewed = true;
        m_http->deleteLater();
        m_access->refused();
        askAccess();
        return true;
    }
    failLater(*refusal);
    return true;
}

void ApiReply::onHttpFinished()
{
    Result<HttpResponse> result = m_http->takeResult();
    if (!result) {
        fail(result.error());
        finish();
        return;
    }
    m_headers = result->headers;
    m_elapsed = result->elapsed;
    ApiAnswer answer = answerOf(std::move(result).value());
    if (isRefused(answer)) {
        return;
    }
    if (answer.body.size() > poolThreshold) {
        decodeOnPool(std::move(answer));
        return;
    }
    m_decode(answer)();
    finish();
}

void ApiReply::decodeOnPool(ApiAnswer answer)
{
    // The watcher is ours, so a result that comes after our end is dropped with it; the worker
    // knows nothing of this object.
    auto *const watcher = new QFutureWatcher<Deliver>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        const Deliver deliver = watcher->result();
        watcher->deleteLater();
        deliver();
        finish();
    });
    watcher->setFuture(QtConcurrent::run(
        [decode = m_decode, answer = std::move(answer)] { return decode(answer); }));
}

void ApiReply::finish()
{
    m_finished = true;
    Q_EMIT finished(); // a slot may delete us
}

} // namespace spillway
