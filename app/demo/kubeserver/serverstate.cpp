// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/serverstate.h"

namespace spillway::demo {

void ServicePorts::set(const QString &service, quint16 port)
{
    const std::lock_guard lock(m_mutex);
    m_ports.insert(service, port);
}

quint16 ServicePorts::find(const QString &service) const
{
    const std::lock_guard lock(m_mutex);
    return m_ports.value(service, 0);
}

void PodLogs::append(const QString &pod, const QByteArray &line)
{
    constexpr qsizetype most = 1000;
    const std::lock_guard lock(m_mutex);
    QList<QByteArray> &lines = m_lines[pod];
    lines.append(line);
    if (lines.size() > most) {
        lines.removeFirst();
    }
}

void PodLogs::forget(const QString &pod)
{
    const std::lock_guard lock(m_mutex);
    m_lines.remove(pod);
}

QByteArray PodLogs::text(const QString &pod, qsizetype lastLines) const
{
    const std::lock_guard lock(m_mutex);
    const QList<QByteArray> lines = m_lines.value(pod);
    const qsizetype from = lastLines < 0 ? 0 : std::max<qsizetype>(0, lines.size() - lastLines);
    QByteArray text;
    for (qsizetype i = from; i < lines.size(); ++i) {
        text += lines.at(i) + '\n';
    }
    return text;
}

} // namespace spillway::demo
