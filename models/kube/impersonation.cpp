// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/impersonation.h"

#include <QByteArrayView>

namespace spillway {

namespace {

/// A key of as-user-extra as part of a header's name: what is no letter of a token, and the percent
/// sign, as %XX. https://www.rfc-editor.org/rfc/rfc9110#name-tokens
QByteArray escapedKey(const QString &key)
{
    static constexpr QByteArrayView legal("!#$&'*+-.^_`|~");
    QByteArray escaped;
    for (const char byte : key.toLower().toUtf8()) {
        const bool isAlnum = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                             (byte >= '0' && byte <= '9');
        if (isAlnum || legal.contains(byte)) {
            escaped += byte;
        } else {
            escaped += '%' + QByteArray(1, byte).toHex().toUpper();
        }
    }
    return escaped;
}

} // namespace

HttpHeaders impersonationHeaders(const KubeUser &user)
{
    HttpHeaders headers;
    if (user.impersonate.isEmpty()) {
        return headers;
    }
    headers.append({"Impersonate-User", user.impersonate.toUtf8()});
    if (!user.impersonateUid.isEmpty()) {
        headers.append({"Impersonate-Uid", user.impersonateUid.toUtf8()});
    }
    for (const QString &group : user.impersonateGroups) {
        headers.append({"Impersonate-Group", group.toUtf8()});
    }
    for (auto extra = user.impersonateExtra.begin(); extra != user.impersonateExtra.end();
         ++extra) {
        for (const QString &value : extra.value()) {
            headers.append({"Impersonate-Extra-" + escapedKey(extra.key()), value.toUtf8()});
        }
    }
    return headers;
}

} // namespace spillway
