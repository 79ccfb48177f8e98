// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubestream.h"

#include "kube/kubeaccess.h"
#include "kube/kubecall.h"
#include "net/httpclient.h"

#include <QCoreApplication>
#include <QPointer>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

} // namespace

KubeStream::KubeStream(std::shared_ptr<KubeLink> link, kube::KubeRequest request, QObject *parent)
    : QObject(parent)
    , m_link(std::move(link))
    , m_request(std::move(request))
{}

KubeStream::~KubeStream() = default;

void KubeStream::start()
{
    m_link->access.settings(this, [this](const Result<HttpSettingsPtr> &settings) {
        if (settings) {
            send(*settings);
            return;
        }
        // May be from inside start(): the caller is not ready yet.
        QMetaObject::invokeMethod(
            this, [this, error = settings.error()] { end(error); }, Qt::QueuedConnection);
    });
}

void KubeStream::send(const HttpSettingsPtr &settings)
{
    delete m_http;
    HttpRequest request = httpRequest(m_request, m_link->access.server(), settings);
    request.streaming = true;
    m_http = m_link->http.send(std::move(request), this);
    connect(m_http, &HttpReply::headersReceived, this, [this](int status) {
        if (status < 300) {
            Q_EMIT opened();
        }
    });
    connect(m_http, &HttpReply::bytesReceived, this, &KubeStream::take);
    connect(m_http, &HttpReply::finished, this, &KubeStream::onFinished);
}

void KubeStream::take(const QByteArray &bytes)
{
    if (m_ended) {
        return;
    }
    const QPointer<KubeStream> alive(this);
    const QList<QByteArray> lines = m_lines.append(bytes);
    for (const QByteArray &text : lines) {
        const Result<kube::WatchLine> decoded = kube::decodeWatchLine(text);
        if (!decoded) {
            Error error = decoded.error();
            error.what = m_request.what;
            end(std::move(error));
            return;
        }
        Q_EMIT line(*decoded);
        if (!alive || m_ended) {
            return;
        }
    }
}

void KubeStream::onFinished()
{
    Result<HttpResponse> result = m_http->takeResult();
    if (!result) {
        Error error = result.error();
        error.what = m_request.what;
        end(std::move(error));
        return;
    }
    m_warnings = kube::warningTexts(result->headers);
    if (result->status == 401 && !m_renewed) {
        m_renewed = true;
        m_link->access.refused();
        start();
        return;
    }
    if (result->status >= 400) {
        kube::StatusError refused = kube::statusError(*result, {.what = m_request.what});
        m_detail = std::move(refused.detail);
        end(std::move(refused.error));
        return;
    }
    if (!m_lines.rest().trimmed().isEmpty()) {
        end(Error{.code = ErrorCode::Interrupted,
                  .what = m_request.what,
                  .why = Text::tr("the stream ended in the middle of an event")});
        return;
    }
    end(std::nullopt);
}

void KubeStream::end(std::optional<Error> error)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_error = std::move(error);
    Q_EMIT ended(); // a slot may delete us
}

} // namespace spillway
