// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/slowproxy.h"

#include "demo/proxyserver.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace spillway::demo {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::SlowProxy)
};

} // namespace

SlowProxy::SlowProxy() = default;

SlowProxy::~SlowProxy()
{
    close();
}

Result<quint16> SlowProxy::listen(quint16 port)
{
    close();
    auto server = std::make_unique<ProxyServer>();
    if (!server->listen(QHostAddress(QHostAddress::LocalHost), port)) {
        return Error{.code = ErrorCode::Unreachable,
                     .what = Text::tr("Cannot open the demo's Prometheus port"),
                     .where = QStringLiteral("127.0.0.1:%1").arg(port),
                     .why = server->errorString(),
                     .advice = Text::tr("Choose another port, or none for any free one."),
                     .position = {}};
    }
    const quint16 actual = server->serverPort();
    m_server = server.release();
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
    return actual;
}

void SlowProxy::close()
{
    m_thread.quit();
    m_thread.wait();
    m_server = nullptr;
}

void SlowProxy::setTarget(quint16 port)
{
    if (m_server) {
        QMetaObject::invokeMethod(m_server, [s = m_server, port] { s->setTarget(port); });
    }
}

void SlowProxy::setDelay(std::chrono::milliseconds delay)
{
    if (m_server) {
        QMetaObject::invokeMethod(m_server, [s = m_server, delay] { s->setDelay(delay); });
    }
}

void SlowProxy::setGone(bool gone)
{
    if (m_server) {
        QMetaObject::invokeMethod(m_server, [s = m_server, gone] { s->setGone(gone); });
    }
}

} // namespace spillway::demo
