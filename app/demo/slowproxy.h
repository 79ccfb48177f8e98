// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <memory>

namespace spillway::demo {

class ProxyServer;

/// Stands before Prometheus on 127.0.0.1 and can make it slow or gone: passes bytes on, requests
/// after a delay. Works on a thread of its own; the members belong to one thread.
class SlowProxy
{
public:
    SlowProxy();
    SlowProxy(const SlowProxy &) = delete;
    SlowProxy &operator=(const SlowProxy &) = delete;
    ~SlowProxy();

    /// Opens the port (0 = any free) and returns it.
    Result<quint16> listen(quint16 port);
    void close();
    /// Connections are passed on to that port of 127.0.0.1.
    void setTarget(quint16 port);
    /// Of each piece of a request.
    void setDelay(std::chrono::milliseconds delay);
    /// Gone: connections are cut and new ones refused, until it is back on the same port.
    void setGone(bool gone);

private:
    QThread m_thread;
    ProxyServer *m_server = nullptr; // lives on m_thread, deleted there
};

} // namespace spillway::demo
