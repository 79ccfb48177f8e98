// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <set>

class QSocketNotifier;
using CURLM = void;
using CURL = void;

namespace spillway {

class HttpTransfer;

/// Drives one libcurl multi handle from this thread's Qt event loop: libcurl says which sockets and
/// which time-out it waits for, Qt waits for them.
class CurlLoop final : public QObject
{
    Q_OBJECT
public:
    explicit CurlLoop(QObject *parent = nullptr);
    ~CurlLoop() override;

    void start(CURL *easy, HttpTransfer *transfer);
    /// Not from inside a libcurl callback.
    void stop(CURL *easy);
    /// Nothing is under way; only kept connections are left.
    [[nodiscard]] bool isIdle() const { return m_transfers.empty() && m_telling == 0; }

Q_SIGNALS:
    /// libcurl has made progress; transfers hand out what they have collected. Emitted outside of
    /// all libcurl callbacks, so that slots may start and stop transfers.
    void progressed();

private:
    struct Watch
    {
        ~Watch();
        std::unique_ptr<QSocketNotifier> read;
        std::unique_ptr<QSocketNotifier> write;
    };

    static int socketChanged(CURL *easy, int socket, int what, void *self, void *);
    static int timerChanged(CURLM *multi, long timeoutMs, void *self);
    void watch(int socket, int what);
    void act(int socket, int events);
    void collectEnded();
    void finishAction();

    CURLM *m_multi;
    QTimer m_timer;
    std::map<int, std::unique_ptr<Watch>> m_watches;
    std::vector<std::unique_ptr<Watch>>
        m_retired; ///< notifiers may not die inside their own signal
    std::map<CURL *, HttpTransfer *> m_transfers;
    bool m_acting = false;
    int m_telling = 0; ///< progressed() is being emitted, so many times at once
};

} // namespace spillway
