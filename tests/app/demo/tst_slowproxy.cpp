// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/slowproxy.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace spillway::demo;
using namespace std::chrono_literals;

namespace {

/// Answers each piece with the same piece.
class EchoServer : public QTcpServer
{
    Q_OBJECT
public:
    EchoServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket,
                    [socket] { socket->write(socket->readAll()); });
        });
        listen(QHostAddress(QHostAddress::LocalHost));
    }
};

} // namespace

class TestSlowProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passesBytes();
    void passesManyBytes();
    void delaysRequestsInOrder();
    void cutsWhenTargetIsMissing();
    void goneRefusesAndComesBack();
    void takenPortIsAnError();
};

namespace {

bool connectTo(QTcpSocket &socket, quint16 port)
{
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected();
}

} // namespace

void TestSlowProxy::passesBytes()
{
    EchoServer echo;
    SlowProxy proxy;
    const auto port = proxy.listen(0);
    QVERIFY(port.ok());
    proxy.setTarget(echo.serverPort());
    QTcpSocket client;
    QVERIFY(connectTo(client, *port));
    client.write("hello");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 5, 60'000);
    QCOMPARE(client.readAll(), QByteArray("hello"));
}

void TestSlowProxy::passesManyBytes()
{
    constexpr qint64 size = 20 << 20;
    EchoServer echo;
    SlowProxy proxy;
    const auto port = proxy.listen(0);
    proxy.setTarget(echo.serverPort());
    QTcpSocket client;
    QVERIFY(connectTo(client, *port));
    client.write(QByteArray(size, 'x'));
    qint64 got = 0;
    connect(&client, &QTcpSocket::readyRead, this, [&] { got += client.readAll().size(); });
    QTRY_COMPARE_WITH_TIMEOUT(got, size, 30000);
}

void TestSlowProxy::delaysRequestsInOrder()
{
    EchoServer echo;
    SlowProxy proxy;
    const auto port = proxy.listen(0);
    proxy.setTarget(echo.serverPort());
    proxy.setDelay(300ms);
    QTcpSocket client;
    QVERIFY(connectTo(client, *port));
    QElapsedTimer timer;
    timer.start();
    client.write("first ");
    QVERIFY(client.flush());
    proxy.setDelay(0ms);
    client.write("second");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 12, 60'000);
    QCOMPARE(client.readAll(), QByteArray("first second"));
}

void TestSlowProxy::cutsWhenTargetIsMissing()
{
    quint16 unused = 0;
    {
        const EchoServer echo;
        unused = echo.serverPort();
    }
    SlowProxy proxy;
    const auto port = proxy.listen(0);
    proxy.setTarget(unused);
    QTcpSocket client;
    const QSignalSpy cut(&client, &QTcpSocket::disconnected);
    QVERIFY(connectTo(client, *port));
    QTRY_COMPARE_WITH_TIMEOUT(cut.size(), 1, 60'000);
}

void TestSlowProxy::goneRefusesAndComesBack()
{
    EchoServer echo;
    SlowProxy proxy;
    const auto port = proxy.listen(0);
    proxy.setTarget(echo.serverPort());
    QTcpSocket client;
    const QSignalSpy cut(&client, &QTcpSocket::disconnected);
    QVERIFY(connectTo(client, *port));
    client.write("x");
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 1, 60'000);
    proxy.setGone(true);
    QTRY_COMPARE_WITH_TIMEOUT(cut.size(), 1, 60'000);
    QTcpSocket refused;
    QVERIFY(!connectTo(refused, *port));
    QCOMPARE(refused.error(), QAbstractSocket::ConnectionRefusedError);
    proxy.setGone(false);
    QTcpSocket again;
    QTRY_VERIFY_WITH_TIMEOUT(connectTo(again, *port), 60'000);
}

void TestSlowProxy::takenPortIsAnError()
{
    const EchoServer taken;
    SlowProxy proxy;
    const auto port = proxy.listen(taken.serverPort());
    QVERIFY(!port.ok());
    QVERIFY(!port.error().advice.isEmpty());
}

QTEST_GUILESS_MAIN(TestSlowProxy)
#include "tst_slowproxy.moc"
