// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/userinfo.h"

namespace spillway::demo {

using namespace Qt::StringLiterals;

UserInfo UserInfo::anonymous()
{
    return {u"system:anonymous"_s, {}, {u"system:unauthenticated"_s}, {}};
}

UserInfo UserInfo::authenticated(const QString &name, const QStringList &groups, const QString &uid)
{
    UserInfo user{name, uid, groups, {}};
    user.groups.append(u"system:authenticated"_s);
    return user;
}

UserInfo UserInfo::serviceAccount(const QString &nameSpace, const QString &name, const QString &uid)
{
    return authenticated(
        u"system:serviceaccount:%1:%2"_s.arg(nameSpace, name),
        {u"system:serviceaccounts"_s, QString(u"system:serviceaccounts:"_s + nameSpace)}, uid);
}

} // namespace spillway::demo
