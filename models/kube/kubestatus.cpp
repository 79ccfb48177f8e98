// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubestatus.h"

#include "kube/forbidden.h"
#include "kube/statusmeaning.h"
#include "net/httprequest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

constexpr qsizetype quotedAtMost = 2048;
constexpr auto flowSchemaHeader = "x-kubernetes-pf-flowschema-uid";

/// Text of the peer without control characters, but with its line breaks: some messages are lists.
QString plainText(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !c.isPrint() && c != u'\n'; }, u' ');
    return text.trimmed();
}

/// "some validation rules were not checked" says nothing about a field of ours (wire fact 24).
bool isFiller(const StatusCause &cause)
{
    return cause.field == "<nil>"_L1 && cause.message.contains("rules were not checked"_L1);
}

QList<StatusCause> causesOf(const QJsonObject &details)
{
    QList<StatusCause> causes;
    const QJsonArray array = details.value("causes"_L1).toArray();
    for (const QJsonValue value : array) {
        const QJsonObject one = value.toObject();
        StatusCause cause{one.value("reason"_L1).toString(),
                          plainText(one.value("message"_L1).toString()),
                          one.value("field"_L1).toString()};
        if (!isFiller(cause) && !causes.contains(cause)) {
            if (cause.field == "<nil>"_L1 || cause.field == "[]"_L1) {
                cause.field.clear(); // the whole object
            }
            causes.append(std::move(cause));
        }
    }
    return causes;
}

StatusDetail detailOf(const QJsonObject &status)
{
    const QJsonObject details = status.value("details"_L1).toObject();
    StatusDetail detail;
    detail.reason = status.value("reason"_L1).toString();
    detail.message = plainText(status.value("message"_L1).toString());
    detail.kind = details.value("kind"_L1).toString();
    detail.group = details.value("group"_L1).toString();
    detail.name = details.value("name"_L1).toString();
    detail.uid = details.value("uid"_L1).toString();
    detail.causes = causesOf(details);
    detail.continueToken =
        status.value("metadata"_L1).toObject().value("continue"_L1).toString().toUtf8();
    for (const StatusCause &cause : std::as_const(detail.causes)) {
        if (cause.reason == "FieldManagerConflict"_L1) {
            detail.conflicts.append(parseConflict(cause));
        }
    }
    return detail;
}

/// A status as text or HTML: whose words are they?
StatusDetail detailOfText(const HttpResponse &response)
{
    StatusDetail detail;
    const QByteArray body = response.withoutSecrets(
        response.body.first(std::min(response.body.size(), 2 * quotedAtMost)));
    detail.message = bodyExcerpt(body, response.contentType());
    const QByteArray text = response.body.trimmed();
    // The server marks its answers with the queue they were in; the earliest come without.
    const bool isMarked =
        std::any_of(response.headers.cbegin(), response.headers.cend(),
                    [](const HttpHeader &one) { return one.first == flowSchemaHeader; });
    const bool isItsText = text == "404 page not found" || text == "service unavailable" ||
                           text.startsWith("Too many requests");
    const bool isHtml = response.contentType().contains("html") || text.startsWith('<');
    if (isHtml || !(isMarked || isItsText)) {
        detail.refusal = Refusal::NotKubernetes;
    }
    return detail;
}

/// What to quote: the causes one by one, as they name the fields; else the message in full.
QString whyOf(const StatusDetail &detail)
{
    const bool byField =
        detail.refusal == Refusal::Invalid && !detail.causes.isEmpty() &&
        std::any_of(detail.causes.cbegin(), detail.causes.cend(),
                    [](const StatusCause &cause) { return !cause.field.isEmpty(); });
    if (!byField) {
        return detail.message;
    }
    QStringList parts;
    for (const StatusCause &cause : detail.causes) {
        parts.append(cause.field.isEmpty() ? cause.message
                                           : QString{cause.field + u": "_s + cause.message});
    }
    return parts.join(u"; "_s);
}

QString conflictsText(const StatusDetail &detail)
{
    QStringList parts;
    for (const FieldConflict &conflict : detail.conflicts) {
        parts.append(Text::tr("%1 belongs to %2").arg(conflict.field, conflict.manager));
    }
    return parts.join(u"; "_s);
}

void explainForbidden(const AskedFor &asked, StatusError &error)
{
    const std::optional<MissingRight> right =
        parseForbidden(error.detail.message, error.detail.name);
    if (!right) {
        return;
    }
    error.error.why = missingRightSentence(*right);
    if (!asked.actingAs.isEmpty()) {
        error.error.why =
            Text::tr("%1 (this console acts as %2)").arg(error.error.why, asked.actingAs);
    }
    if (!right->verb.startsWith("impersonate"_L1)) {
        error.detail.neededRole = roleSnippet(*right);
    }
}

StatusError errorOf(StatusDetail detail, int status, const AskedFor &asked)
{
    const bool fromServer = detail.refusal != Refusal::NotKubernetes;
    if (fromServer) {
        detail.refusal = refusalOf(detail, status, asked.isApply);
    }
    const RefusalMeaning meaning = meaningOf(detail.refusal, status);
    detail.retryable = meaning.retryable;
    StatusError result;
    result.error.code = meaning.code;
    result.error.what = asked.what;
    result.error.httpStatus = status;
    result.error.advice = meaning.advice;
    result.error.why =
        detail.refusal == Refusal::OwnedByOthers ? conflictsText(detail) : whyOf(detail);
    if (result.error.why.isEmpty()) {
        result.error.why = meaning.why;
    } else if (!meaning.why.isEmpty()) {
        result.error.why = Text::tr("%1 (%2)").arg(meaning.why, result.error.why);
    }
    if (detail.refusal == Refusal::Throttled && !detail.flowSchemaUid.isEmpty()) {
        // Who runs the cluster finds the queue by it (R3).
        result.error.why =
            Text::tr("%1; flow schema %2").arg(result.error.why, detail.flowSchemaUid);
    }
    result.detail = std::move(detail);
    if (result.detail.refusal == Refusal::Forbidden) {
        explainForbidden(asked, result);
    }
    return result;
}

/// One warning of a Warning header: the text of `299 agent "text"`, and what follows it.
struct WarningItem
{
    int code = 0;
    QString text;
    qsizetype end = 0;
};

WarningItem warningAt(const QString &header, qsizetype from)
{
    static const QRegularExpression item(
        u"\\G[\\s,]*(\\d{3}) (\\S+) \"((?:[^\"\\\\]|\\\\.)*)\"(?: \"[^\"]*\")?"_s);
    const QRegularExpressionMatch match = item.match(header, from);
    if (!match.hasMatch()) {
        return {0, {}, header.size()};
    }
    static const QRegularExpression escaped(u"\\\\(.)"_s);
    return {match.captured(1).toInt(), match.captured(3).replace(escaped, u"\\1"_s),
            match.capturedEnd()};
}

} // namespace

FieldConflict parseConflict(const StatusCause &cause)
{
    static const QRegularExpression pattern(
        u"^conflict with \"((?:[^\"\\\\]|\\\\.)*)\"(?: with subresource \"([^\"]*)\")?(?: using (\\S+))?"_s);
    const QRegularExpressionMatch match = pattern.match(cause.message);
    return {cause.field, match.hasMatch() ? match.captured(1) : cause.message, match.captured(2),
            match.captured(3)};
}

QStringList warningTexts(const HttpHeaders &headers)
{
    QStringList texts;
    for (const HttpHeader &header : headers) {
        if (header.first != "warning") {
            continue;
        }
        const QString value = QString::fromUtf8(header.second);
        for (qsizetype from = 0; from < value.size();) {
            const WarningItem item = warningAt(value, from);
            const QString text = plainText(item.text);
            if (item.code == 299 && !text.isEmpty() && !texts.contains(text)) {
                texts.append(text);
            }
            from = item.end;
        }
    }
    return texts;
}

StatusError statusError(const QByteArray &statusJson, const AskedFor &asked)
{
    const QJsonObject status = QJsonDocument::fromJson(statusJson).object();
    const int code = status.value("code"_L1).toInt();
    return errorOf(detailOf(status), code, asked);
}

StatusError statusError(const HttpResponse &response, const AskedFor &asked)
{
    // The content type is not to be trusted: a Status may come as text/plain (wire fact 4).
    StatusDetail detail;
    const QByteArray body = response.withoutSecrets(response.body);
    const QJsonObject status = QJsonDocument::fromJson(body).object();
    const bool isStatus = status.value("message"_L1).isString() || status.contains("reason"_L1);
    if (isStatus) {
        detail = detailOf(status);
    } else {
        detail = detailOfText(response);
    }
    detail.flowSchemaUid = QString::fromLatin1(response.header(flowSchemaHeader));
    StatusError result = errorOf(std::move(detail), response.status, asked);
    result.error.where = displayUrl(response.url);
    result.error.retryAfter = response.retryAfter();
    return result;
}

} // namespace spillway::kube
