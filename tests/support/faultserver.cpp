// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultserver.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QVariant>

namespace spillway {

namespace {

constexpr const char *pendingProperty = "pending";

/// The bytes of the first complete request in the buffer, or 0.
qsizetype requestLength(const QByteArray &buffer)
{
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return 0;
    }
    const QByteArray head = buffer.first(headEnd).toLower();
    const qsizetype field = head.indexOf("content-length:");
    const qsizetype length =
        field < 0
            ? 0
            : head.mid(field + 15, head.indexOf('\r', field) - field - 15).trimmed().toLongLong();
    return buffer.size() >= headEnd + 4 + length ? headEnd + 4 + length : 0;
}

} // namespace

FaultServer::FaultServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_server(std::make_unique<QTcpServer>())
    , m_handler(std::move(handler))
{
    connect(m_server.get(), &QTcpServer::newConnection, this,
            [this] { accept(m_server->nextPendingConnection()); });
    m_server->listen(QHostAddress::LocalHost);
}

FaultServer::~FaultServer() = default;

void FaultServer::useTls(const QSslConfiguration &configuration)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    connect(server.get(), &QTcpServer::pendingConnectionAvailable, this,
            [this] { accept(m_server->nextPendingConnection()); });
    m_server = std::move(server);
    m_server->listen(QHostAddress::LocalHost);
    m_tls = true;
}

QUrl FaultServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(port())
                    .arg(path));
}

quint16 FaultServer::port() const
{
    return m_server->serverPort();
}

void FaultServer::accept(QTcpSocket *socket)
{
    ++m_connections;
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (m_handler) { // without one, the greeting does all the talking
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    }
    if (m_greeting) {
        m_greeting(*socket);
    }
}

void FaultServer::read(QTcpSocket *socket)
{
    QByteArray buffer = socket->property(pendingProperty).toByteArray() + socket->readAll();
    const QPointer<QTcpSocket> alive(socket);
    while (const qsizetype length = requestLength(buffer)) {
        const QByteArray request = buffer.first(length);
        buffer.remove(0, length);
        m_requests.append(request);
        m_handler(*socket, request);
        Q_EMIT requestReceived();
        if (!alive) {
            return;
        }
    }
    socket->setProperty(pendingProperty, buffer);
}

FaultServer::Handler FaultServer::answer(const QByteArray &raw, bool close)
{
    return [raw, close](QTcpSocket &socket, const QByteArray &) {
        socket.write(raw);
        if (close) {
            socket.disconnectFromHost();
        }
    };
}

QByteArray FaultServer::response(const QByteArray &status, const QByteArray &body,
                                 const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace spillway
