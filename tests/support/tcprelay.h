// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace spillway {

/// An address that stays the same while the server behind it dies and comes back. Loopback only.
class TcpRelay final : public QTcpServer
{
public:
    explicit TcpRelay(quint16 target)
        : m_target(target)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection()) {
                relay(client);
            }
        });
    }

    /// Port of the server behind; 0 = none: connections are made and cut.
    void setTarget(quint16 target) { m_target = target; }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort()));
    }

private:
    void relay(QTcpSocket *client)
    {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        if (m_target == 0) {
            client->abort();
            return;
        }
        auto *server = new QTcpSocket(client);
        connect(client, &QTcpSocket::readyRead, server,
                [client, server] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, [client] { client->abort(); });
        connect(server, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    }

    quint16 m_target;
};

} // namespace spillway
