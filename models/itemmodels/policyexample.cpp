// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/policyexample.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

namespace spillway {

using namespace Qt::StringLiterals;

QByteArray policyExample(const QString &nameSpace, const QString &timezone, EpochMs now)
{
    QFile file(u":/policy/example.yaml"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString zone = timezone.isEmpty() ? u"Asia/Shanghai"_s : timezone;
    constexpr int ahead = 14;
    constexpr int days = 4;
    const QDate start =
        QDateTime::fromMSecsSinceEpoch(now, QTimeZone(zone.toUtf8())).date().addDays(ahead);
    QByteArray text = file.readAll();
    text.replace("@namespace@", nameSpace.isEmpty() ? "kotaemon" : nameSpace.toUtf8());
    text.replace("@timezone@", zone.toUtf8());
    text.replace("@eventStart@", (start.toString(Qt::ISODate) + u"T20:00"_s).toUtf8());
    text.replace("@eventEnd@", (start.addDays(days).toString(Qt::ISODate) + u"T02:00"_s).toUtf8());
    return text;
}

} // namespace spillway
