// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubereply.h"

#include <QTimer>

namespace spillway {

class HttpReply;

/// One request on its way to the API server: settings of the moment, one renewal of credentials
/// after a 401, retries (R1-R3), refusals as StatusError. finished() comes exactly once, never from
/// inside start(); deleting it cancels. GUI thread.
class KubeCall final : public QObject
{
    Q_OBJECT
public:
    KubeCall(std::shared_ptr<KubeLink> link, kube::KubeRequest request, QObject *parent = nullptr);
    ~KubeCall() override;
    void start();

    /// Only once finished; an answer below 400, or an error with its detail.
    [[nodiscard]] const Result<HttpResponse> &result() const { return m_result; }
    [[nodiscard]] Result<HttpResponse> takeResult() { return std::move(m_result); }
    [[nodiscard]] const kube::StatusDetail &detail() const { return m_detail; }
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }
    /// The request may have reached the server: after a failure of a write its outcome is unknown.
    [[nodiscard]] bool mayHaveReached() const { return m_mayHaveReached; }

Q_SIGNALS:
    void finished();

private:
    void send(const HttpSettingsPtr &settings);
    void answered();
    void lost(const Error &error);
    void refused(const HttpResponse &response);
    void again(std::chrono::milliseconds after);
    void finish(Result<HttpResponse> result);

    std::shared_ptr<KubeLink> m_link;
    kube::KubeRequest m_request;
    QTimer m_wait;
    HttpReply *m_http = nullptr;
    int m_attempt = 1;
    bool m_renewed = false;
    bool m_mayHaveReached = false;
    QString m_actingAs;
    std::optional<Error> m_previous; ///< why an earlier attempt failed (R6)
    kube::StatusDetail m_detail;
    QStringList m_warnings;
    Result<HttpResponse> m_result = Error{};
};

/// The HTTP request for it: address, headers and body. Pure.
[[nodiscard]] HttpRequest httpRequest(const kube::KubeRequest &request, const QUrl &server,
                                      HttpSettingsPtr settings);

/// When a failed attempt may be made again (R1-R3), or nothing. A write is repeated only after 429
/// and 503 with Retry-After: both say that nothing was done. Pure; random01 in [0, 1).
struct CallAttempt
{
    int attempt = 1; ///< counted from 1
    bool onlyReads = true;
    std::optional<ErrorCode> transportError;
    int httpStatus = 0;
    std::optional<std::chrono::milliseconds> retryAfter;
};
[[nodiscard]] std::optional<std::chrono::milliseconds> callRetryDelay(const CallAttempt &attempt,
                                                                      double random01);

} // namespace spillway
