// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <deque>
#include <utility>

namespace spillway::demo {

/// One client and its connection to the target. Deletes itself with the client's connection.
class ProxyLink : public QObject
{
    Q_OBJECT
public:
    /// Takes the client over.
    ProxyLink(QTcpSocket *client, quint16 target, QObject *parent);
    ~ProxyLink() override;
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }

private:
    void takeRequest();
    void sendDue();
    void passAnswer();

    QTcpSocket *m_client;
    QTcpSocket *m_upstream;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_delay{0};
    qint64 m_lastDue = 0;
    std::deque<std::pair<qint64, QByteArray>> m_pieces; ///< with the time each is due
};

/// The listening side of SlowProxy; lives on its thread.
class ProxyServer : public QTcpServer
{
    Q_OBJECT
public:
    ProxyServer();
    void setTarget(quint16 port) { m_target = port; }
    void setDelay(std::chrono::milliseconds delay);
    void setGone(bool gone);

private:
    void reopen();
    void takeConnections();

    quint16 m_target = 0;
    quint16 m_port = 0;
    bool m_gone = false;
    std::chrono::milliseconds m_delay{0};
    QList<QPointer<ProxyLink>> m_links;
};

} // namespace spillway::demo
