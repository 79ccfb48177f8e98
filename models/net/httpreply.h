// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httprequest.h"
#include "net/httpresponse.h"

#include <QObject>

#include <memory>

namespace spillway {

class HttpClient;
class HttpTransfer;

/// The answer to one request. finished() comes exactly once, never from inside send(); deleting the
/// reply at any time, also in a slot of its own signals, cancels the request and then nothing is
/// emitted. GUI thread.
class HttpReply final : public QObject
{
    Q_OBJECT
public:
    ~HttpReply() override;

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] bool isFinished() const { return m_result.has_value(); }
    /// Only after finished().
    [[nodiscard]] const Result<HttpResponse> &result() const { return m_result.value(); }
    /// Moves the result out; once.
    [[nodiscard]] Result<HttpResponse> takeResult() { return std::move(m_result).value(); }

    /// Ends it with Cancelled.
    void abort();

Q_SIGNALS:
    /// Status and headers are there (of the final response, not of a redirect or an
    /// answer that is retried).
    void headersReceived(int status);
    /// Streaming only.
    void bytesReceived(const QByteArray &bytes);
    void finished();

private:
    friend class HttpClient;
    friend class HttpTransfer;
    HttpReply(HttpRequest request, QObject *parent);
    void finish(Result<HttpResponse> result);

    HttpRequest m_request;
    std::optional<Result<HttpResponse>> m_result;
    HttpTransfer *m_transfer = nullptr; ///< owned by the client; null once finished
};

} // namespace spillway
