// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apirequest.h"
#include "kubeserver/userinfo.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

#include <functional>
#include <mutex>
#include <optional>

namespace spillway::demo {

/// Says who sent a request: a bearer token, else a verified client certificate, else nobody. Tokens
/// are kept as digests only. Every method from any thread.
class Authenticator
{
public:
    /// Is there still a service account with that uid?
    using AccountCheck =
        std::function<bool(const QString &nameSpace, const QString &name, const QString &uid)>;

    void setAccountCheck(AccountCheck check);
    void addToken(const QByteArray &token, const UserInfo &user);
    /// A new token of a service account.
    [[nodiscard]] QByteArray issueToken(const QString &nameSpace, const QString &name,
                                        const QString &uid, const QDateTime &expires);

    /// nullopt: credentials were given and are no good (401).
    [[nodiscard]] std::optional<UserInfo> authenticate(const ApiRequest &request,
                                                       const QDateTime &now) const;

    /// 256 random bits as text.
    [[nodiscard]] static QByteArray randomToken();

private:
    struct Known
    {
        UserInfo user;
        QDateTime expires; ///< invalid: never
        QString nameSpace; ///< of a service account
        QString name;
    };

    [[nodiscard]] std::optional<UserInfo> userOfToken(const QByteArray &token,
                                                      const QDateTime &now) const;

    mutable std::mutex m_mutex;
    QHash<QByteArray, Known> m_known; ///< by SHA-256 of the token
    AccountCheck m_accountExists;
};

} // namespace spillway::demo
