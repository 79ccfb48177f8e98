// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QList>
#include <QString>

namespace spillway {

/// Whether a process still does something; one that only waits to be collected does not.
inline bool isAlive(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray stat = file.readAll();
    const qsizetype place = stat.lastIndexOf(')') + 2;
    if (place >= stat.size()) {
        return false; // it went while we were reading
    }
    return stat.at(place) != 'Z' && stat.at(place) != 'X';
}

/// What tests/data/kube/plugins/hangs.sh has written.
inline QList<qint64> pidsIn(const QString &path)
{
    QFile file(path);
    QList<qint64> pids;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &pid : file.readAll().simplified().split(' ')) {
            pids << pid.toLongLong();
        }
    }
    return pids;
}

} // namespace spillway
