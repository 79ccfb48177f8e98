// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/apianswer.h"

namespace spillway::demo {

using namespace Qt::StringLiterals;

ApiAnswer ApiAnswer::object(const QJsonObject &document, int status)
{
    ApiAnswer answer;
    answer.status = status;
    answer.document = document;
    return answer;
}

ApiAnswer ApiAnswer::refusal(const ApiStatus &status)
{
    ApiAnswer answer = object(status.toJson(), status.code);
    if (status.retryAfterSeconds > 0) {
        answer.headers.emplaceBack("Retry-After", QByteArray::number(status.retryAfterSeconds));
    }
    return answer;
}

ApiAnswer ApiAnswer::text(int status, const QByteArray &body)
{
    ApiAnswer answer;
    answer.status = status;
    answer.rawType = "text/plain; charset=utf-8";
    answer.raw = body;
    answer.headers.emplaceBack("X-Content-Type-Options", "nosniff");
    return answer;
}

ApiAnswer ApiAnswer::noSuchPath()
{
    return text(404, "404 page not found\n");
}

ApiStatus unknownResource()
{
    return {.code = 404,
            .reason = u"NotFound"_s,
            .message = u"the server could not find the requested resource"_s,
            .details = {},
            .causes = {}};
}

ApiStatus methodNotAllowed()
{
    return {.code = 405,
            .reason = u"MethodNotAllowed"_s,
            .message = u"the server does not allow this method on the requested resource"_s,
            .details = {},
            .causes = {}};
}

ApiStatus unauthorized()
{
    return {.code = 401,
            .reason = u"Unauthorized"_s,
            .message = u"Unauthorized"_s,
            .details = {},
            .causes = {},
            .hasDetails = false};
}

ApiStatus notAcceptable(const QString &message)
{
    return {.code = 406,
            .reason = u"NotAcceptable"_s,
            .message = message,
            .details = {},
            .causes = {},
            .hasDetails = false};
}

ApiStatus serviceUnavailable(const QString &message)
{
    return {.code = 503,
            .reason = u"ServiceUnavailable"_s,
            .message = message,
            .details = {},
            .causes = {},
            .hasDetails = false};
}

ApiStatus internalError(const QString &message)
{
    return {.code = 500,
            .reason = u"InternalError"_s,
            .message = u"Internal error occurred: "_s + message,
            .details = {},
            .causes = {{{}, message, {}}}};
}

ApiStatus expired(const QString &message)
{
    return {.code = 410,
            .reason = u"Expired"_s,
            .message = message,
            .details = {},
            .causes = {},
            .hasDetails = false};
}

ApiStatus invalidOptions(const QString &kind, const ApiCause &cause)
{
    return invalid({u"meta.k8s.io"_s, {}, kind}, {}, {cause});
}

ApiStatus tooLargeResourceVersion(quint64 wanted, quint64 current)
{
    return {.code = 504,
            .reason = u"Timeout"_s,
            .message =
                u"Timeout: Too large resource version: %1, current: %2"_s.arg(wanted).arg(current),
            .details = {},
            .causes = {{u"ResourceVersionTooLarge"_s, u"Too large resource version"_s, {}}},
            .hasDetails = true,
            .retryAfterSeconds = 1};
}

} // namespace spillway::demo
