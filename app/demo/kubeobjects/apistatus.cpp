// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/apistatus.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

QJsonObject detailsOf(const QString &name, const QString &group, const QString &kind)
{
    QJsonObject details;
    if (!name.isEmpty()) {
        details["name"_L1] = name;
    }
    if (!group.isEmpty()) {
        details["group"_L1] = group;
    }
    if (!kind.isEmpty()) {
        details["kind"_L1] = kind;
    }
    return details;
}

QString withGroup(const QString &name, const QString &group)
{
    return group.isEmpty() ? name : name + u'.' + group;
}

} // namespace

QString ApiResourceName::qualified() const
{
    return withGroup(plural, group);
}

QString ApiResourceName::qualifiedKind() const
{
    return withGroup(kind, group);
}

QJsonObject ApiStatus::toJson() const
{
    QJsonObject status{{"kind"_L1, "Status"_L1},       {"apiVersion"_L1, "v1"_L1},
                       {"metadata"_L1, QJsonObject()}, {"status"_L1, "Failure"_L1},
                       {"message"_L1, message},        {"code"_L1, code}};
    if (!reason.isEmpty()) {
        status["reason"_L1] = reason;
    }
    QJsonObject shown = details;
    QJsonArray list;
    for (const ApiCause &cause : causes) {
        QJsonObject entry{{"message"_L1, cause.message}};
        if (!cause.reason.isEmpty()) {
            entry["reason"_L1] = cause.reason;
        }
        if (!cause.field.isEmpty()) {
            entry["field"_L1] = cause.field;
        }
        list.append(entry);
    }
    if (!list.isEmpty()) {
        shown["causes"_L1] = list;
    }
    if (retryAfterSeconds > 0) {
        shown["retryAfterSeconds"_L1] = retryAfterSeconds;
    }
    if (hasDetails || !shown.isEmpty()) {
        status["details"_L1] = shown;
    }
    return status;
}

ApiStatus notFound(const ApiResourceName &resource, const QString &name)
{
    return {.code = 404,
            .reason = u"NotFound"_s,
            .message = u"%1 \"%2\" not found"_s.arg(resource.qualified(), name),
            .details = detailsOf(name, resource.group, resource.plural)};
}

ApiStatus alreadyExists(const ApiResourceName &resource, const QString &name)
{
    return {.code = 409,
            .reason = u"AlreadyExists"_s,
            .message = u"%1 \"%2\" already exists"_s.arg(resource.qualified(), name),
            .details = detailsOf(name, resource.group, resource.plural)};
}

ApiStatus conflict(const ApiResourceName &resource, const QString &name, const QString &why)
{
    return {.code = 409,
            .reason = u"Conflict"_s,
            .message = u"Operation cannot be fulfilled on %1 \"%2\": %3"_s.arg(resource.qualified(),
                                                                               name, why),
            .details = detailsOf(name, resource.group, resource.plural)};
}

ApiStatus modifiedConflict(const ApiResourceName &resource, const QString &name)
{
    return conflict(resource, name,
                    u"the object has been modified; please apply your changes to the latest "
                    "version and try again"_s);
}

ApiStatus invalid(const ApiResourceName &resource, const QString &name,
                  const std::vector<ApiCause> &causes)
{
    QStringList lines; // the message names each problem once, the causes do not
    for (const ApiCause &cause : causes) {
        const QString line = cause.field + u": " + cause.message;
        if (!lines.contains(line)) {
            lines.append(line);
        }
    }
    const QString joined =
        lines.size() == 1 ? lines.constFirst() : u'[' + lines.join(u", "_s) + u']';
    return {.code = 422,
            .reason = u"Invalid"_s,
            .message = u"%1 \"%2\" is invalid: %3"_s.arg(resource.qualifiedKind(), name, joined),
            .details = detailsOf(name, resource.group, resource.kind),
            .causes = causes};
}

ApiStatus forbidden(const ApiResourceName &resource, const QString &name, const QString &why)
{
    const QString subject =
        name.isEmpty() ? resource.qualified() : u"%1 \"%2\""_s.arg(resource.qualified(), name);
    return {.code = 403,
            .reason = u"Forbidden"_s,
            .message = u"%1 is forbidden: %2"_s.arg(subject, why),
            .details = detailsOf(name, resource.group, resource.plural)};
}

ApiStatus badRequest(const QString &message)
{
    return {.code = 400, .reason = u"BadRequest"_s, .message = message, .hasDetails = false};
}

ApiStatus unsupportedMediaType(const QString &message)
{
    return {
        .code = 415, .reason = u"UnsupportedMediaType"_s, .message = message, .hasDetails = false};
}

ApiStatus applyFailure(const QString &message)
{
    return {.code = 500, .message = message, .hasDetails = false};
}

QJsonObject deletedStatus(const ApiResourceName &resource, const QString &name, const QString &uid)
{
    QJsonObject details = detailsOf(name, resource.group, resource.plural);
    details["uid"_L1] = uid;
    return {{"kind"_L1, "Status"_L1},
            {"apiVersion"_L1, "v1"_L1},
            {"metadata"_L1, QJsonObject()},
            {"status"_L1, "Success"_L1},
            {"details"_L1, details}};
}

} // namespace spillway::demo
