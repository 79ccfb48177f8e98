// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/curlsetup.h"
#include "net/httprequest.h"
#include "net/httpresponse.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>
#include <optional>

using CURL = void;

namespace spillway {

class CurlLoop;
class HttpReply;
struct HttpHop;

/// One request on its way: attempts, redirects, time limits. Made and owned by the client, which
/// outlives it; the reply is only told. libcurl's callbacks only collect; everything that others
/// see is done in deliver().
class HttpTransfer final : public QObject
{
    Q_OBJECT
public:
    /// Each attempt runs in the loop that is given then.
    HttpTransfer(HttpReply *reply, std::function<CurlLoop *()> loop,
                 std::function<double()> random);
    ~HttpTransfer() override;

    /// Starts the time limit; the request may still wait in the queue.
    void arm();
    /// Sends it (again).
    void begin();
    [[nodiscard]] const HttpRequest &request() const;

    void cancel();
    void replyDeleted();
    /// From the loop: libcurl is done with the current attempt. Only notes it.
    void ended(int curlCode);
    /// Hands out what has been collected. May delete the reply and end this transfer.
    void deliver();

    [[nodiscard]] qint64 bytesReceived() const { return m_received; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }

Q_SIGNALS:
    /// Exactly once, also when the reply is gone.
    void over();
    /// Nothing came over a connection that others may share: it may be dead.
    void connectionDoubted(spillway::CurlLoop *loop);

private:
    struct EasyDeleter
    {
        void operator()(CURL *easy) const;
    };

    static std::size_t headerCallback(char *data, std::size_t size, std::size_t count, void *self);
    static std::size_t bodyCallback(char *data, std::size_t size, std::size_t count, void *self);
    void takeHeader(QByteArrayView line);
    /// Of the bytes of a body; CURL_WRITEFUNC_PAUSE to get them again later.
    std::size_t takeBody(QByteArrayView bytes);
    bool keepBody(QByteArrayView bytes);
    void handOn();

    void attemptEnded();
    void follow(HttpHop hop);
    /// How long until the next attempt; nothing if the outcome is final.
    [[nodiscard]] std::optional<std::chrono::milliseconds>
    delayBeforeRetry(std::optional<ErrorCode> transportError) const;
    /// Once; false if a slot has ended this transfer.
    bool tellHeaders();
    void restartIdle();
    [[nodiscard]] bool isStreamed() const;
    [[nodiscard]] std::optional<Error> failureOf(int curlCode);
    void stopAttempt();
    void finish(Result<HttpResponse> result);
    void timedOut();
    void doubtConnection();

    HttpReply *m_reply; ///< null once it is deleted or told
    std::function<CurlLoop *()> m_nextLoop;
    CurlLoop *m_loop = nullptr; ///< of the current attempt; null when there is none
    std::function<double()> m_random;
    std::unique_ptr<CURL, EasyDeleter> m_easy;
    CurlLists m_lists;
    std::array<char, 256> m_errorText{};
    HttpRequest m_request; ///< the current hop
    bool m_trusted = true; ///< credentials may be sent to the current hop
    HttpResponse m_response;
    QByteArray m_streamed; ///< collected, not yet handed out
    QTimer m_next;         ///< the next piece of it
    QTimer m_total;
    QTimer m_idle;
    QTimer m_wait; ///< before a retry
    QElapsedTimer m_clock;
    std::optional<int> m_endedWith;
    qint64 m_received = 0; ///< of the current attempt
    qint64 m_receivedBefore = 0;
    int m_attempt = 1;
    int m_redirects = 0;
    bool m_headersComplete = false;
    bool m_headersTold = false;
    bool m_paused = false; ///< libcurl waits until we have handed out what there is
    bool m_tooLarge = false;
    bool m_begun = false;
    bool m_over = false;
    bool m_failed = false;
};

} // namespace spillway
