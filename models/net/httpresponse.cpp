// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpresponse.h"

#include "net/httprequest.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HttpError)
};

struct StatusRow
{
    int status;
    ErrorCode code;
    const char *why;
    const char *advice;
};

constexpr std::array statusRows{
    StatusRow{
        401, ErrorCode::Unauthorized,
        QT_TRANSLATE_NOOP("HttpError", "the server wants other credentials"),
        QT_TRANSLATE_NOOP("HttpError", "Check the user, password or token of the workspace.")},
    StatusRow{403, ErrorCode::Forbidden, QT_TRANSLATE_NOOP("HttpError", "access is not allowed"),
              QT_TRANSLATE_NOOP("HttpError", "Ask for the permission, or use another account.")},
    StatusRow{404, ErrorCode::NotFound,
              QT_TRANSLATE_NOOP("HttpError", "there is nothing at this address"),
              QT_TRANSLATE_NOOP("HttpError", "Check the address; a path prefix may be missing.")},
    StatusRow{407, ErrorCode::Proxy, QT_TRANSLATE_NOOP("HttpError", "the proxy wants credentials"),
              QT_TRANSLATE_NOOP("HttpError", "Put user and password into the proxy's address.")},
    StatusRow{408, ErrorCode::Timeout, QT_TRANSLATE_NOOP("HttpError", "the server gave up waiting"),
              QT_TRANSLATE_NOOP("HttpError", "Try again.")},
    StatusRow{409, ErrorCode::Conflict,
              QT_TRANSLATE_NOOP("HttpError", "it conflicts with what is there"), ""},
    StatusRow{413, ErrorCode::TooLarge,
              QT_TRANSLATE_NOOP("HttpError", "the request is too large for the server"),
              QT_TRANSLATE_NOOP("HttpError", "Ask for less at once.")},
    StatusRow{414, ErrorCode::TooLarge,
              QT_TRANSLATE_NOOP("HttpError", "the address is too long for the server"),
              QT_TRANSLATE_NOOP("HttpError", "Ask for less at once.")},
    StatusRow{422, ErrorCode::BadRequest,
              QT_TRANSLATE_NOOP("HttpError", "the server cannot carry it out"), ""},
    StatusRow{429, ErrorCode::RateLimited,
              QT_TRANSLATE_NOOP("HttpError", "the server limits how often it is asked"),
              QT_TRANSLATE_NOOP("HttpError", "Wait, or refresh less often.")},
    StatusRow{499, ErrorCode::Cancelled,
              QT_TRANSLATE_NOOP("HttpError", "the request was given up on the way"),
              QT_TRANSLATE_NOOP("HttpError", "Try again.")},
    StatusRow{502, ErrorCode::ServerUnavailable,
              QT_TRANSLATE_NOOP("HttpError", "a proxy cannot reach the server behind it"),
              QT_TRANSLATE_NOOP("HttpError", "Check that the server runs.")},
    StatusRow{503, ErrorCode::ServerUnavailable,
              QT_TRANSLATE_NOOP("HttpError", "the server is not ready"),
              QT_TRANSLATE_NOOP("HttpError", "Wait a moment; it is asked again.")},
    StatusRow{504, ErrorCode::Timeout,
              QT_TRANSLATE_NOOP("HttpError", "the server behind a proxy did not answer in time"),
              QT_TRANSLATE_NOOP("HttpError", "Ask for a shorter range, or try again.")},
};

StatusRow rowFor(int status)
{
    const auto *row = std::find_if(statusRows.begin(), statusRows.end(),
                                   [status](const StatusRow &one) { return one.status == status; });
    if (row != statusRows.end()) {
        return *row;
    }
    return status >= 500
               ? StatusRow{status, ErrorCode::ServerError,
                           QT_TRANSLATE_NOOP("HttpError", "the server failed"),
                           QT_TRANSLATE_NOOP("HttpError", "Try again; its log says more.")}
               : StatusRow{status, ErrorCode::BadRequest,
                           QT_TRANSLATE_NOOP("HttpError", "the server refused the request"), ""};
}

} // namespace

QByteArray HttpResponse::header(QByteArrayView name) const
{
    const auto at = std::find_if(headers.begin(), headers.end(),
                                 [name](const HttpHeader &header) { return header.first == name; });
    return at == headers.end() ? QByteArray{} : at->second;
}

QByteArray HttpResponse::contentType() const
{
    const QByteArray value = header("content-type");
    const qsizetype end = value.indexOf(';');
    return (end < 0 ? value : value.first(end)).trimmed().toLower();
}

std::optional<std::chrono::milliseconds> HttpResponse::retryAfter() const
{
    const QByteArray value = header("retry-after").trimmed();
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber) {
        return seconds < 0 || seconds > 86'400
                   ? std::nullopt
                   : std::optional{std::chrono::milliseconds{seconds * 1000}};
    }
    const QDateTime at = QDateTime::fromString(QString::fromLatin1(value), Qt::RFC2822Date);
    const QDateTime sent =
        QDateTime::fromString(QString::fromLatin1(header("date")), Qt::RFC2822Date);
    if (!at.isValid() || !sent.isValid()) {
        return std::nullopt;
    }
    return std::chrono::milliseconds{std::max<qint64>(0, sent.msecsTo(at))};
}

QByteArray HttpResponse::withoutSecrets(QByteArray text) const
{
    return blottedOut(std::move(text), secrets);
}

QByteArray blottedOut(QByteArray text, const QByteArrayList &secrets)
{
    constexpr qsizetype shortest = 4;      // a tenant called "1" would blot out every 1
    QByteArrayList longestFirst = secrets; // one may be the beginning of another
    std::sort(longestFirst.begin(), longestFirst.end(),
              [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
    for (const QByteArray &secret : std::as_const(longestFirst)) {
        if (secret.size() >= shortest) {
            text.replace(secret, "[...]");
        }
    }
    return text;
}

QString bodyExcerpt(const QByteArray &body, const QByteArray &contentType)
{
    constexpr qsizetype looked = 4096;
    constexpr qsizetype shown = 200;
    QString text = QString::fromUtf8(body.first(std::min(body.size(), looked)));
    if (contentType.contains("html") || text.trimmed().startsWith(u'<')) {
        static const QRegularExpression invisible(
            u"<(script|style|head)\\b.*?(</\\1>|$)"_s,
            QRegularExpression::CaseInsensitiveOption |
                QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression title(u"<title[^>]*>([^<]*)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression tag(u"<[^>]*(>|$)"_s);
        const QString heading = title.match(text).captured(1);
        text = heading + u' ' + text.remove(invisible).replace(tag, u" "_s);
    }
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !c.isPrint() || c.isSpace(); }, u' ');
    text = text.simplified();
    return text.size() > shown ? QString{text.first(shown) + u'…'} : text;
}

Error httpError(const HttpResponse &response, const QString &what)
{
    const StatusRow row = rowFor(response.status);
    QString why = Text::tr("%1 (HTTP %2)").arg(Text::tr(row.why)).arg(response.status);
    constexpr qsizetype quotedAtMost = 16 * 1024;
    const QByteArray body = response.body.first(std::min(response.body.size(), quotedAtMost));
    const QString said = bodyExcerpt(response.withoutSecrets(body), response.contentType());
    if (!said.isEmpty()) {
        why = Text::tr("%1; it said: %2").arg(why, said);
    }
    return Error{.code = row.code,
                 .what = what,
                 .where = displayUrl(response.url),
                 .why = why,
                 .advice = *row.advice == '\0' ? QString{} : Text::tr(row.advice),
                 .httpStatus = response.status,
                 .retryAfter = response.retryAfter()};
}

} // namespace spillway
