// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

class QSslConfiguration;

namespace spillway {

/// A server on loopback that does to a client whatever a test wants: it hands the socket to the
/// handler as soon as a complete request has arrived (or at once, see setGreeting). Same thread as
/// the test.
class FaultServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(QTcpSocket &socket, const QByteArray &request)>;
    using Greeting = std::function<void(QTcpSocket &socket)>;

    explicit FaultServer(Handler handler, QObject *parent = nullptr);
    ~FaultServer() override;
    /// TLS; must be called before the first connection.
    void useTls(const QSslConfiguration &configuration);
    /// Called when a connection is made, before anything is read. Without a handler the greeting reads
    /// the socket itself.
    void setGreeting(Greeting greeting) { m_greeting = std::move(greeting); }
    void setHandler(Handler handler) { m_handler = std::move(handler); }

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }

    /// Handlers for common answers. The connection stays open unless close is true.
    [[nodiscard]] static Handler answer(const QByteArray &raw, bool close = false);
    [[nodiscard]] static QByteArray response(const QByteArray &status, const QByteArray &body,
                                             const QByteArray &headers = {});

Q_SIGNALS:
    void requestReceived();

private:
    void accept(QTcpSocket *socket);
    void read(QTcpSocket *socket);

    std::unique_ptr<QTcpServer> m_server;
    Handler m_handler;
    Greeting m_greeting;
    QList<QByteArray> m_requests;
    int m_connections = 0;
    bool m_tls = false;
};

} // namespace spillway
