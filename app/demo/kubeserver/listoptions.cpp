// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/listoptions.h"

#include "core/duration.h"
#include "kubeserver/apianswer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

ApiStatus badNumber(const QString &text)
{
    return badRequest(u"strconv.ParseInt: parsing \"%1\": invalid syntax"_s.arg(text));
}

ApiStatus badVersion(const QString &text, bool watch)
{
    const QString why =
        u"resourceVersion: Invalid value: \"%1\": strconv.ParseUint: parsing \"%1\": "
        u"invalid syntax"_s.arg(text);
    if (!watch) {
        return badRequest(u"invalid resource version: "_s + why);
    }
    ApiStatus status = applyFailure(why); // 500 without a reason
    status.hasDetails = false;
    return status;
}

std::optional<ApiStatus> checkMatch(const ListOptions &options, const QString &match)
{
    const auto refuse = [](const QString &why) {
        return invalidOptions(u"ListOptions"_s, {u"FieldValueForbidden"_s, u"Forbidden: "_s + why,
                                                 u"resourceVersionMatch"_s});
    };
    if (options.sendInitialEvents) {
        if (options.match != ListOptions::Match::NotOlderThan) {
            return refuse(
                u"sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"_s);
        }
        return std::nullopt;
    }
    if (match.isEmpty()) {
        return std::nullopt;
    }
    if (!options.revision) {
        return refuse(u"resourceVersionMatch is forbidden unless resourceVersion is provided"_s);
    }
    if (options.match == ListOptions::Match::None) {
        return invalidOptions(
            u"ListOptions"_s,
            {u"FieldValueNotSupported"_s,
             u"Unsupported value: \"%1\": supported values: \"Exact\", \"NotOlderThan\", \"\""_s
                 .arg(match),
             u"resourceVersionMatch"_s});
    }
    if (options.match == ListOptions::Match::Exact && *options.revision == 0) {
        return refuse(u"resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""_s);
    }
    return std::nullopt;
}

} // namespace

std::variant<ListOptions, ApiStatus> ListOptions::parse(const ApiRequest &request)
{
    ListOptions options;
    bool ok = true;
    if (const QString text = request.parameter(u"timeout"_s); !text.isEmpty()) {
        const auto limit = parseDuration(text);
        if (!limit) {
            return badRequest(
                u"invalid timeout specified in the request URL - time: invalid duration \"%1\""_s
                    .arg(text));
        }
        options.requestTimeout = *limit;
    }
    if (const QString text = request.parameter(u"limit"_s); !text.isEmpty()) {
        options.limit = text.toLongLong(&ok);
        if (!ok) {
            return badNumber(text);
        }
        options.limit = std::max<qint64>(0, options.limit);
    }
    if (const QString text = request.parameter(u"timeoutSeconds"_s); !text.isEmpty()) {
        options.timeout = std::chrono::seconds(text.toLongLong(&ok));
        if (!ok) {
            return badNumber(text);
        }
    }
    const QString version = request.parameter(u"resourceVersion"_s);
    if (!version.isEmpty()) {
        options.revision = version.toULongLong(&ok);
        if (!ok) {
            return badVersion(version, request.verb == "watch"_L1);
        }
    }
    options.continueToken = request.parameter(u"continue"_s);
    options.bookmarks = request.flag(u"allowWatchBookmarks"_s);
    if (request.query.hasQueryItem(u"sendInitialEvents"_s)) {
        options.sendInitialEvents = request.flag(u"sendInitialEvents"_s);
    }
    const QString match = request.parameter(u"resourceVersionMatch"_s);
    options.match = match == "Exact"_L1          ? Match::Exact
                    : match == "NotOlderThan"_L1 ? Match::NotOlderThan
                                                 : Match::None;
    if (const auto refusal = checkMatch(options, match)) {
        return *refusal;
    }
    if (!options.continueToken.isEmpty() && options.revision && *options.revision != 0) {
        return badRequest(u"specifying resource version is not allowed when using continue"_s);
    }
    return options;
}

QString ContinueToken::toText() const
{
    const QJsonObject token{{u"v"_s, u"meta.k8s.io/v1"_s},
                            {u"rv"_s, revision},
                            {u"start"_s, QString(start + QChar(u'\0'))}};
    return QString::fromLatin1(
        QJsonDocument(token)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::variant<ContinueToken, ApiStatus> ContinueToken::parse(const QString &text)
{
    const auto refuse = [](const QString &why) {
        return badRequest(u"invalid continue token: continue key is not valid: "_s + why);
    };
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return refuse(u"illegal base64 data at input byte 0"_s);
    }
    const QByteArray &bytes = *decoded;
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) {
        return refuse(u"invalid character '%1' looking for beginning of value"_s.arg(
            QChar::fromLatin1(bytes.isEmpty() ? ' ' : bytes.at(0))));
    }
    ContinueToken token;
    token.revision = document["rv"_L1].toInteger(-1);
    token.start = document["start"_L1].toString();
    if (document["v"_L1].toString() != "meta.k8s.io/v1"_L1 || token.start.isEmpty()) {
        return refuse(u"server does not recognize this encoded version"_s);
    }
    if (token.start.endsWith(u'\0')) {
        token.start.chop(1);
    }
    if (token.start.startsWith(u'/')) {
        token.start.remove(0, 1); // as the real server writes it when its cache answers
    }
    return token;
}

} // namespace spillway::demo
