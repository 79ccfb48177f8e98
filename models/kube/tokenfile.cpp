// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/tokenfile.h"

#include "kube/kubechecks.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace spillway {

namespace {

Q_LOGGING_CATEGORY(spillwayToken, "spillway.kube.token", QtWarningMsg)

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenFile)
};

constexpr std::chrono::milliseconds goodFor{60'000 - 10'000};

Result<QString> readToken(const QString &path)
{
    const Result<QByteArray> bytes = readKubeFile(path);
    if (!bytes) {
        return bytes.error();
    }
    const QString token = QString::fromUtf8(bytes->trimmed());
    if (token.isEmpty() || token.contains(u'\n')) {
        return Error{.code = ErrorCode::File,
                     .what = Text::tr("The token cannot be read"),
                     .where = path,
                     .why = Text::tr("the file does not hold one line of text"),
                     .advice = Text::tr("Put the token alone into the file.")};
    }
    return token;
}

} // namespace

Result<QString> TokenFile::token()
{
    const EpochMs now = m_clock->now();
    if (m_read && now >= *m_read && now < *m_read + goodFor.count()) {
        return m_token;
    }
    Result<QString> token = readToken(m_path);
    if (token) {
        m_token = *token;
        m_read = now;
    } else if (!m_token.isEmpty()) {
        qCWarning(spillwayToken).noquote() << token.error().sentence();
        return m_token;
    }
    return token;
}

} // namespace spillway
