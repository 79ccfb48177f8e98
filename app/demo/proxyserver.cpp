// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/proxyserver.h"

#include <QHostAddress>

#include <algorithm>

namespace spillway::demo {

namespace {

constexpr qint64 mostBuffered = 4 << 20; // bytes held for a client that reads slowly

} // namespace

ProxyLink::ProxyLink(QTcpSocket *client, quint16 target, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_upstream(new QTcpSocket(this))
{
    client->setParent(this);
    m_timer.setSingleShot(true);
    m_clock.start();
    m_upstream->setReadBufferSize(mostBuffered);
    connect(&m_timer, &QTimer::timeout, this, &ProxyLink::sendDue);
    connect(client, &QTcpSocket::readyRead, this, &ProxyLink::takeRequest);
    connect(client, &QTcpSocket::bytesWritten, this, &ProxyLink::passAnswer);
    connect(client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(m_upstream, &QTcpSocket::readyRead, this, &ProxyLink::passAnswer);
    connect(m_upstream, &QTcpSocket::disconnected, this, [this] {
        passAnswer();
        m_client->disconnectFromHost();
    });
    connect(m_upstream, &QTcpSocket::errorOccurred, this, [this] {
        if (m_upstream->state() == QAbstractSocket::UnconnectedState) {
            m_client->disconnectFromHost();
        }
    });
    m_upstream->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
}

ProxyLink::~ProxyLink()
{
    // A socket that is destroyed says that it is disconnected; nobody must listen any more.
    m_client->disconnect(this);
    m_upstream->disconnect(this);
}

void ProxyLink::takeRequest()
{
    const qint64 due = std::max<qint64>(m_lastDue, m_clock.elapsed() + m_delay.count());
    m_lastDue = due;
    m_pieces.emplace_back(due, m_client->readAll());
    sendDue();
}

void ProxyLink::sendDue()
{
    while (!m_pieces.empty() && m_pieces.front().first <= m_clock.elapsed()) {
        m_upstream->write(m_pieces.front().second); // queued by the socket until it is connected
        m_pieces.pop_front();
    }
    if (!m_pieces.empty()) {
        m_timer.start(std::chrono::milliseconds(
            std::max<qint64>(1, m_pieces.front().first - m_clock.elapsed())));
    }
}

void ProxyLink::passAnswer()
{
    if (m_client->bytesToWrite() < mostBuffered && m_upstream->bytesAvailable() > 0) {
        m_client->write(m_upstream->readAll());
    }
}

ProxyServer::ProxyServer()
{
    connect(this, &QTcpServer::newConnection, this, &ProxyServer::takeConnections);
}

void ProxyServer::setDelay(std::chrono::milliseconds delay)
{
    m_delay = delay;
    for (const QPointer<ProxyLink> &link : std::as_const(m_links)) {
        if (link) {
            link->setDelay(delay);
        }
    }
}

void ProxyServer::setGone(bool gone)
{
    m_gone = gone;
    if (gone && isListening()) {
        m_port = serverPort();
        close();
        const QList<QPointer<ProxyLink>> links = std::exchange(m_links, {});
        for (const QPointer<ProxyLink> &link : links) {
            delete link.data();
        }
    } else if (!gone && !isListening() && m_port != 0) {
        reopen();
    }
}

void ProxyServer::reopen()
{
    // Another process may hold the port for a moment; it is ours again as soon as it is free.
    if (m_gone || isListening() || listen(QHostAddress(QHostAddress::LocalHost), m_port)) {
        return;
    }
    constexpr std::chrono::milliseconds later{200};
    QTimer::singleShot(later, this, &ProxyServer::reopen);
}

void ProxyServer::takeConnections()
{
    m_links.removeIf([](const QPointer<ProxyLink> &link) { return link.isNull(); });
    while (QTcpSocket *client = nextPendingConnection()) {
        auto *link = new ProxyLink(client, m_target, this);
        link->setDelay(m_delay);
        m_links.append(link);
    }
}

} // namespace spillway::demo
