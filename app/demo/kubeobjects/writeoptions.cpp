// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/writeoptions.h"

#include "kubeobjects/fielderrors.h"
#include "kubeobjects/jsontools.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

constexpr qsizetype managerBytes = 128;

QString queryValue(const QUrlQuery &query, const QString &key)
{
    return query.queryItemValue(key, QUrl::FullyDecoded);
}

/// The first word of a User-Agent, as far as it can be printed.
QString managerOf(const QString &userAgent)
{
    QString name;
    for (const QChar c : userAgent.section(u'/', 0, 0)) {
        if (c.isPrint()) {
            name += c;
        }
    }
    return name.left(managerBytes);
}

void checkManager(FieldErrors &errors, const QString &manager)
{
    if (manager.toUtf8().size() > managerBytes) {
        errors.tooLong(u"fieldManager"_s, u"may not be more than %1 bytes"_s.arg(managerBytes));
    }
    for (qsizetype i = 0; i < manager.size(); ++i) {
        if (!manager[i].isPrint()) {
            const QString code = QString::number(manager[i].unicode(), 16).toUpper();
            errors.invalid(
                u"fieldManager"_s, manager,
                u"invalid character U+%1 (at position %2)"_s.arg(code.rightJustified(4, u'0'))
                    .arg(i));
        }
    }
}

} // namespace

std::optional<ApiStatus> readPatchKind(const ResourceType &type, const QString &contentType,
                                       PatchKind &kind)
{
    const QString media = contentType.section(u';', 0, 0).trimmed();
    if (media == "application/apply-patch+yaml"_L1) {
        kind = PatchKind::Apply;
    } else if (media == "application/merge-patch+json"_L1) {
        kind = PatchKind::Merge;
    } else if (media == "application/json-patch+json"_L1) {
        kind = PatchKind::Json;
    } else if (media == "application/strategic-merge-patch+json"_L1 && !type.custom) {
        kind = PatchKind::Strategic;
    } else if (media == "application/strategic-merge-patch+json"_L1) {
        return unsupportedMediaType(
            u"the body of the request was in an unknown format - accepted media types include: "
            "application/json-patch+json, application/merge-patch+json, "
            "application/apply-patch+yaml"_s);
    } else {
        ApiStatus status = unsupportedMediaType(u"415: Unsupported Media Type"_s);
        status.hasDetails = true;
        return status;
    }
    return std::nullopt;
}

std::optional<ApiCause> dryRunCause(const QUrlQuery &query)
{
    FieldErrors errors;
    const QStringList values = query.allQueryItemValues(u"dryRun"_s, QUrl::FullyDecoded);
    if (!values.isEmpty() && values != QStringList{u"All"_s}) {
        errors.unsupported(u"dryRun"_s, QJsonArray::fromStringList(values), {u"All"_s});
        return errors.causes().front();
    }
    return std::nullopt;
}

std::optional<ApiStatus> readWriteOptions(const WriteRequest &request, PatchKind kind,
                                          WriteOptions &options)
{
    FieldErrors errors;
    const QUrlQuery &query = request.query;
    const QString manager = queryValue(query, u"fieldManager"_s);
    std::vector<ApiCause> causes;
    if (kind == PatchKind::Apply && manager.isEmpty()) {
        errors.required(u"fieldManager"_s, u"is required for apply patch"_s);
    } else if (kind != PatchKind::Apply && kind != PatchKind::None &&
               query.hasQueryItem(u"force"_s)) {
        errors.forbidden(u"force"_s, u"may not be specified for non-apply patch"_s);
    }
    checkManager(errors, manager);
    causes = errors.causes();
    if (const std::optional<ApiCause> cause = dryRunCause(query)) {
        causes.push_back(*cause);
    }
    const QString validation = queryValue(query, u"fieldValidation"_s);
    static const QStringList validations{QString(), u"Ignore"_s, u"Strict"_s, u"Warn"_s};
    if (!validations.contains(validation)) {
        FieldErrors more;
        more.unsupported(u"fieldValidation"_s, validation, validations);
        causes.push_back(more.causes().front());
    }
    if (!causes.empty()) {
        const QString name = kind != PatchKind::None                        ? u"PatchOptions"_s
                             : request.method == WriteRequest::Method::Post ? u"CreateOptions"_s
                                                                            : u"UpdateOptions"_s;
        return invalid({u"meta.k8s.io"_s, {}, name}, {}, causes);
    }
    options.manager = manager.isEmpty() ? managerOf(request.userAgent) : manager;
    options.strictness = validation == "Strict"_L1   ? Strictness::Strict
                         : validation == "Ignore"_L1 ? Strictness::Ignore
                                                     : Strictness::Warn;
    options.dryRun = query.hasQueryItem(u"dryRun"_s);
    options.force = queryValue(query, u"force"_s) == "true"_L1;
    return std::nullopt;
}

} // namespace spillway::demo
