// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/authenticator.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

QByteArray digestOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace

QByteArray Authenticator::randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

void Authenticator::setAccountCheck(AccountCheck check)
{
    const std::lock_guard lock(m_mutex);
    m_accountExists = std::move(check);
}

void Authenticator::addToken(const QByteArray &token, const UserInfo &user)
{
    const std::lock_guard lock(m_mutex);
    m_known.insert(digestOf(token), {user, {}, {}, {}});
}

QByteArray Authenticator::issueToken(const QString &nameSpace, const QString &name,
                                     const QString &uid, const QDateTime &expires)
{
    QByteArray token = randomToken();
    const std::lock_guard lock(m_mutex);
    m_known.insert(digestOf(token),
                   {UserInfo::serviceAccount(nameSpace, name, uid), expires, nameSpace, name});
    return token;
}

std::optional<UserInfo> Authenticator::userOfToken(const QByteArray &token,
                                                   const QDateTime &now) const
{
    Known known;
    AccountCheck accountExists;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_known.constFind(digestOf(token));
        if (found == m_known.constEnd()) {
            return std::nullopt;
        }
        known = *found;
        accountExists = m_accountExists;
    }
    if (known.expires.isValid() && known.expires <= now) {
        return std::nullopt;
    }
    const bool gone = !known.name.isEmpty() && accountExists &&
                      !accountExists(known.nameSpace, known.name, known.user.uid);
    return gone ? std::nullopt : std::optional(known.user);
}

std::optional<UserInfo> Authenticator::authenticate(const ApiRequest &request,
                                                    const QDateTime &now) const
{
    const QByteArray authorization = request.header("authorization");
    constexpr qsizetype schemeLength = 7;
    const QByteArray token = authorization.mid(schemeLength).trimmed();
    if (authorization.left(schemeLength).toLower() == "bearer " && !token.isEmpty()) {
        return userOfToken(token, now);
    }
    if (request.certificateUser.isEmpty()) {
        return UserInfo::anonymous(); // also with a scheme that the server does not know
    }
    UserInfo user = UserInfo::authenticated(request.certificateUser, request.certificateGroups);
    user.extra.insert(u"authentication.kubernetes.io/credential-id"_s,
                      {QString(u"X509SHA256="_s + request.certificateDigest)});
    return user;
}

} // namespace spillway::demo
