// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <memory>

class QTcpSocket;

namespace spillway {

class FaultServer;

/// A Prometheus that answers every query with the same lively series, and misbehaves on request.
/// On a thread of its own, as a server is; the members belong to one thread.
class StallServer
{
public:
    enum class Mode {
        Good,
        Million,    ///< a million samples in one answer, 34 MB
        Huge,       ///< more than 100 MB
        ManySeries, ///< 20,000 series of one sample
        Slow,       ///< a byte now and then
        Cut,        ///< the connection ends in the middle
        Html,       ///< a login page with status 200
        Refused,    ///< 503
    };

    StallServer();
    StallServer(const StallServer &) = delete;
    StallServer &operator=(const StallServer &) = delete;
    ~StallServer();

    [[nodiscard]] QUrl url() const { return m_url; }
    void setMode(Mode mode) { m_mode = mode; }
    /// Queries answered (or not) so far.
    [[nodiscard]] int queries() const { return m_queries; }

private:
    void handle(QTcpSocket &socket, const QByteArray &request);
    void answerQuery(QTcpSocket &socket, const QByteArray &form);

    QThread m_thread;
    FaultServer *m_server = nullptr; // lives on m_thread, deleted there
    QUrl m_url;
    std::atomic<Mode> m_mode = Mode::Good;
    std::atomic<int> m_queries = 0;
};

} // namespace spillway
