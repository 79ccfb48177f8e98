// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/authenticator.h"
#include "kubeserver/faults.h"
#include "kubeserver/objectstore.h"
#include "kubeserver/rbac.h"
#include "kubeserver/typeregistry.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <atomic>
#include <mutex>

namespace spillway::demo {

/// Where the service proxy finds what a Service stands for: "namespace/service" -> loopback port.
/// Every method from any thread.
class ServicePorts
{
public:
    void set(const QString &service, quint16 port);
    /// 0 if there is none.
    [[nodiscard]] quint16 find(const QString &service) const;

private:
    mutable std::mutex m_mutex;
    QHash<QString, quint16> m_ports;
};

/// What the pods of the demo have printed, by "namespace/pod". Every method from any thread.
class PodLogs
{
public:
    void append(const QString &pod, const QByteArray &line);
    void forget(const QString &pod);
    /// The last lines (negative: all).
    [[nodiscard]] QByteArray text(const QString &pod, qsizetype lastLines) const;

private:
    mutable std::mutex m_mutex;
    QHash<QString, QList<QByteArray>> m_lines;
};

/// Everything that the handlers of requests share. Each part guards itself; the state lives as long
/// as the server.
struct ServerState
{
    ObjectStore store;
    TypeRegistry types;
    Authenticator authenticator;
    RbacAuthorizer rbac{store};
    FaultSwitches faults;
    ServicePorts services;
    PodLogs logs;

    [[nodiscard]] static QDateTime now() { return QDateTime::currentDateTimeUtc(); }
};

} // namespace spillway::demo
