// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace spillway::demo {

/// Who sent a request, as authentication found. A value.
struct UserInfo
{
    QString name;
    QString uid;
    QStringList groups;
    QMap<QString, QStringList> extra;

    [[nodiscard]] bool isAnonymous() const { return name == QLatin1String("system:anonymous"); }
    /// Members of system:masters may do anything; no object of RBAC is asked.
    [[nodiscard]] bool isMaster() const { return groups.contains(QLatin1String("system:masters")); }

    static UserInfo anonymous();
    /// A name with groups, and system:authenticated.
    static UserInfo authenticated(const QString &name, const QStringList &groups,
                                  const QString &uid = {});
    static UserInfo serviceAccount(const QString &nameSpace, const QString &name,
                                   const QString &uid);
};

} // namespace spillway::demo
