// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/apierror.h"

#include "net/httpresponse.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Prometheus)
};

/// What a certain word of the server means for us. Advice is marked for translation.
struct Meaning
{
    QLatin1String word;
    ErrorCode code;
    const char *advice;
};

constexpr const char *coarser = QT_TRANSLATE_NOOP(
    "Prometheus",
    "Choose a shorter time range, a larger step, or a query that selects fewer series.");
constexpr const char *correctQuery = QT_TRANSLATE_NOOP("Prometheus", "Correct the query.");
constexpr const char *tryLater = QT_TRANSLATE_NOOP("Prometheus", "Try again in a moment.");
constexpr const char *askOperators =
    QT_TRANSLATE_NOOP("Prometheus", "Ask those who run the server; its log says more.");
constexpr const char *fewerRequests =
    QT_TRANSLATE_NOOP("Prometheus", "Refresh less often, or show fewer panels at once.");
constexpr const char *credentials =
    QT_TRANSLATE_NOOP("Prometheus", "Check user name, password or token in the workspace.");
constexpr const char *permission = QT_TRANSLATE_NOOP(
    "Prometheus", "The account lacks the permission, or the tenant header is wrong.");
constexpr const char *prefix =
    QT_TRANSLATE_NOOP("Prometheus", "Check the path prefix of the URL, for example /prometheus.");
constexpr const char *notHere =
    QT_TRANSLATE_NOOP("Prometheus", "This server cannot do it; use another one.");
constexpr const char *tenant = QT_TRANSLATE_NOOP(
    "Prometheus", "Add the header X-Scope-OrgID with your tenant to the workspace.");

// Ids at the end of Mimir's messages; declared immutable by Mimir.
// https://grafana.com/docs/mimir/latest/manage/mimir-runbooks/#errors-catalog
constexpr std::array mimirIds{
    Meaning{"err-mimir-max-query-length"_L1, ErrorCode::TooExpensive, coarser},
    Meaning{"err-mimir-max-total-query-length"_L1, ErrorCode::TooExpensive, coarser},
    Meaning{"err-mimir-max-series-per-query"_L1, ErrorCode::TooExpensive, coarser},
    Meaning{"err-mimir-max-chunks-per-query"_L1, ErrorCode::TooExpensive, coarser},
    Meaning{"err-mimir-max-chunks-bytes-per-query"_L1, ErrorCode::TooExpensive, coarser},
    Meaning{"err-mimir-max-estimated"_L1, ErrorCode::TooExpensive, coarser},
    Meaning{"err-mimir-tenant-max-request-rate"_L1, ErrorCode::RateLimited, fewerRequests},
    Meaning{"err-mimir-query-blocked"_L1, ErrorCode::Forbidden,
            QT_TRANSLATE_NOOP("Prometheus",
                              "The operators of the server block this query; ask them why.")},
    Meaning{"err-mimir-query-limited"_L1, ErrorCode::RateLimited, fewerRequests},
    Meaning{"err-mimir-store-consistency-check-failed"_L1, ErrorCode::ServerUnavailable, tryLater},
};

// Phrases of messages that tell more than the errorType does.
constexpr std::array phrases{
    Meaning{"exceeded maximum resolution"_L1, ErrorCode::TooExpensive, coarser},
    Meaning{"too many samples"_L1, ErrorCode::TooExpensive, coarser},
    Meaning{"too many points"_L1, ErrorCode::TooExpensive, coarser},
    Meaning{"-search.max"_L1, ErrorCode::TooExpensive, coarser},
    Meaning{"unavailable with Prometheus Agent"_L1, ErrorCode::Unsupported, notHere},
    Meaning{"no org id"_L1, ErrorCode::Unauthorized, tenant},
};

constexpr std::array errorTypes{
    Meaning{"bad_data"_L1, ErrorCode::BadRequest, correctQuery},
    Meaning{"execution"_L1, ErrorCode::BadRequest, correctQuery},
    Meaning{"canceled"_L1, ErrorCode::ServerUnavailable, tryLater},
    Meaning{"timeout"_L1, ErrorCode::Timeout, coarser},
    Meaning{"internal"_L1, ErrorCode::ServerError, askOperators},
    Meaning{"unavailable"_L1, ErrorCode::ServerUnavailable, tryLater},
    Meaning{"not_found"_L1, ErrorCode::NotFound, prefix},
    Meaning{"not_acceptable"_L1, ErrorCode::Unsupported, notHere},
    Meaning{"too_many_requests"_L1, ErrorCode::RateLimited, fewerRequests},
    Meaning{"too_large_entry"_L1, ErrorCode::TooExpensive, coarser},
};

struct StatusMeaning
{
    int status;
    ErrorCode code;
    const char *advice;
};

constexpr std::array statuses{
    StatusMeaning{400, ErrorCode::BadRequest, correctQuery},
    StatusMeaning{401, ErrorCode::Unauthorized, credentials},
    StatusMeaning{403, ErrorCode::Forbidden, permission},
    StatusMeaning{404, ErrorCode::NotFound, prefix},
    StatusMeaning{405, ErrorCode::Unsupported, prefix},
    StatusMeaning{406, ErrorCode::Unsupported, notHere},
    StatusMeaning{407, ErrorCode::Proxy,
                  QT_TRANSLATE_NOOP("Prometheus", "Check user name and password of the proxy.")},
    StatusMeaning{408, ErrorCode::Timeout, tryLater},
    StatusMeaning{413, ErrorCode::TooExpensive, coarser},
    StatusMeaning{414, ErrorCode::BadRequest,
                  QT_TRANSLATE_NOOP("Prometheus",
                                    "The query is too long for a proxy on the way; shorten it.")},
    StatusMeaning{422, ErrorCode::BadRequest, correctQuery},
    StatusMeaning{429, ErrorCode::RateLimited, fewerRequests},
    StatusMeaning{499, ErrorCode::ServerUnavailable, tryLater},
    StatusMeaning{
        502, ErrorCode::ServerUnavailable,
        QT_TRANSLATE_NOOP("Prometheus", "A proxy answers, but the server behind it does not.")},
    StatusMeaning{503, ErrorCode::ServerUnavailable, tryLater},
    StatusMeaning{504, ErrorCode::Timeout, coarser},
};

const Meaning *findPhrase(const QString &message)
{
    const auto said = [&message](const Meaning &meaning) { return message.contains(meaning.word); };
    const auto *const id = std::find_if(mimirIds.begin(), mimirIds.end(), said);
    if (id != mimirIds.end()) {
        return id;
    }
    const auto *const phrase = std::find_if(phrases.begin(), phrases.end(), said);
    return phrase != phrases.end() ? phrase : nullptr;
}

void applyStatus(int status, Error &error)
{
    const auto *const found =
        std::find_if(statuses.begin(), statuses.end(),
                     [status](const StatusMeaning &one) { return one.status == status; });
    if (found != statuses.end()) {
        error.code = found->code;
        error.advice = Text::tr(found->advice);
    } else if (status >= 500) {
        error.code = ErrorCode::ServerError;
        error.advice = Text::tr(askOperators);
    } else if (status >= 400) {
        error.code = ErrorCode::BadRequest;
    } else {
        error.code = ErrorCode::WrongContent;
    }
}

/// errorType of Prometheus, or an HTTP status as text (VictoriaMetrics), else the status.
void applyType(const QString &errorType, int status, Error &error)
{
    const auto *const found =
        std::find_if(errorTypes.begin(), errorTypes.end(),
                     [&errorType](const Meaning &one) { return errorType == one.word; });
    if (found != errorTypes.end()) {
        error.code = found->code;
        error.advice = Text::tr(found->advice);
        return;
    }
    bool numeric = false;
    const int typed = errorType.toInt(&numeric);
    applyStatus(numeric ? typed : status, error);
}

/// One line of untrusted text, without what we sent in confidence, short enough for a sentence.
QString excerpt(const ApiAnswer &answer, const QString &text)
{
    const QString line = QString::fromUtf8(blottedOut(text.toUtf8(), answer.secrets)).simplified();
    constexpr qsizetype longest = 300;
    return line.size() <= longest ? line : QString{line.left(longest) + u'…'};
}

QString mediaType(const QByteArray &contentType)
{
    return QString::fromLatin1(contentType.split(';').constFirst().trimmed()).toLower();
}

/// What a body that is not JSON says for itself.
QString bodyText(const ApiAnswer &answer)
{
    const QString type = mediaType(answer.contentType);
    const QString body = QString::fromUtf8(answer.body.left(16 * 1024));
    if (type == "text/html"_L1 || type == "application/xhtml+xml"_L1) {
        static const QRegularExpression title(u"<title[^>]*>([^<]*)</title>"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        const QString found = excerpt(answer, title.match(body).captured(1));
        return found.isEmpty() ? Text::tr("an HTML page without a title")
                               : Text::tr("an HTML page titled \"%1\"").arg(found);
    }
    return type == "text/plain"_L1 ? excerpt(answer, body) : QString{};
}

} // namespace

bool isJsonContent(const QByteArray &contentType)
{
    const QString type = mediaType(contentType);
    return type == "application/json"_L1 || type == "text/json"_L1 ||
           (type.startsWith("application/"_L1) && type.endsWith("+json"_L1));
}

Error apiError(const ApiAnswer &answer, const QString &errorType, const QString &message)
{
    Error error;
    error.what = Text::tr("The metrics server refused the request");
    error.where = answer.where;
    error.httpStatus = answer.status;
    error.why = excerpt(answer, message.isEmpty() ? bodyText(answer) : message);
    error.retryAfter = answer.retryAfter;
    applyType(errorType, answer.status, error);
    if (const Meaning *const meaning = findPhrase(message.isEmpty() ? error.why : message)) {
        error.code = meaning->code;
        error.advice = Text::tr(meaning->advice);
    } else if (answer.status == 503 && !answer.prometheusStopping.isEmpty()) {
        error.what = Text::tr("The metrics server is not ready");
        error.why = answer.prometheusStopping.trimmed() == "true"
                        ? Text::tr("it is shutting down")
                        : Text::tr("it is starting and still reads its write-ahead log");
        error.advice = Text::tr(tryLater);
    }
    if (error.why.isEmpty()) {
        error.why = Text::tr("HTTP status %1").arg(answer.status);
    }
    return error;
}

Error wrongContent(const ApiAnswer &answer, const QString &why)
{
    Error error;
    error.code = ErrorCode::WrongContent;
    error.what = Text::tr("This is not an answer of the Prometheus API");
    error.where = answer.where;
    error.httpStatus = answer.status;
    error.why = why;
    const QString type = mediaType(answer.contentType);
    if (why.isEmpty()) {
        const QString said = bodyText(answer);
        if (!said.isEmpty()) {
            error.why = said;
        } else if (type.isEmpty()) {
            error.why = Text::tr("the answer has no content type");
        } else {
            error.why = Text::tr("the content type is %1, expected application/json")
                            .arg(excerpt(answer, type));
        }
    }
    error.advice =
        type == "text/html"_L1
            ? Text::tr(
                  "Probably a login page or a proxy answers: check the URL and the credentials.")
            : Text::tr("Check the URL and its path prefix.");
    return error;
}

} // namespace spillway
