// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"

#include <QFile>
#include <QTest>

namespace spillway {

/// A dashboard of one panel.
inline Dashboard sample(const QString &id, const QString &title)
{
    Panel panel;
    panel.id = QStringLiteral("p");
    panel.queries = {{QStringLiteral("A"), QStringLiteral("up"), {}}};
    Dashboard dashboard;
    dashboard.id = id;
    dashboard.title = title;
    dashboard.panels = {panel};
    return dashboard;
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace spillway
