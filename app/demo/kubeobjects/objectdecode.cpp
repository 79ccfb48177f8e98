// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/defaults.h"
#include "kubeobjects/fielderrors.h"
#include "kubeobjects/jsontools.h"
#include "kubeobjects/objectwriter.h"
#include "kubeobjects/patches.h"
#include "kubeobjects/versions.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

/// The bytes of a body that is no object, as the server quotes them.
QString summary(const QByteArray &body)
{
    if (body.isEmpty()) {
        return u"<empty>"_s;
    }
    return body.startsWith('{') ? QString::fromUtf8(body) : QString::fromLatin1(body.toHex());
}

/// What a patch that makes no sense is answered with: 422 without causes.
ApiStatus rejectedPatch()
{
    return {.code = 422,
            .reason = u"Invalid"_s,
            .message = u"the server rejected our request due to an error in our request"_s};
}

QString gvkOf(const QJsonObject &object)
{
    const QString apiVersion = object["apiVersion"_L1].toString();
    return u"%1/%2, Kind=%3"_s.arg(apiVersion.section(u'/', 0, -2), apiVersion.section(u'/', -1),
                                   object["kind"_L1].toString());
}

QString objectText(const QJsonObject &object, const QString &gvk)
{
    return u"(%1/%2; %3)"_s.arg(textAt(object, {u"metadata"_s, u"namespace"_s}),
                                textAt(object, {u"metadata"_s, u"name"_s}), gvk);
}

} // namespace

/// Decodes into the server's type. `problem` is why it cannot be, in the decoder's words; what the
/// type does not know is a problem, a warning or nothing, as the request wants.
ObjectWriter::Refusal ObjectWriter::decode(const QJsonObject &sent,
                                           const std::vector<RepeatedKey> &repeated,
                                           QJsonObject &decoded, QString &problem)
{
    DecodedObject result = m_type.custom ? decodeCustom(*m_schema, sent)
                                         : decodeTyped(*m_schema, sent, DecodeMode::Json);
    QStringList strict;
    for (const RepeatedKey &key : repeated) {
        strict.append(u"duplicate field "_s + goQuoted(key.path));
    }
    for (const QString &path : std::as_const(result.unknown)) {
        strict.append(u"unknown field "_s + goQuoted(path));
    }
    problem = result.error;
    if (problem.isEmpty() && !strict.isEmpty() && m_options.strictness == Strictness::Strict) {
        problem = u"strict decoding error: "_s + strict.join(u", "_s);
    }
    if (m_options.strictness == Strictness::Warn) {
        m_outcome.warnings.append(strict);
    }
    decoded = result.object;
    decoded["apiVersion"_L1] = m_type.apiVersion(m_request.version);
    decoded["kind"_L1] = m_type.kind;
    applyDefaults(m_type, m_request.version, decoded);
    return std::nullopt;
}

ObjectWriter::Refusal ObjectWriter::readObject(QJsonObject &object)
{
    const QString media = m_request.contentType.section(u';', 0, 0).trimmed();
    const bool yaml = media == "application/yaml"_L1;
    if (!media.isEmpty() && media != "application/json"_L1 && !yaml) {
        return unsupportedMediaType(
            u"the body of the request was in an unknown format - accepted media types include: "
            "application/json, application/yaml, application/vnd.kubernetes.protobuf"_s);
    }
    const Body body = yaml ? readYaml(m_request.body) : readJson(m_request.body);
    if (!body.error.isEmpty() || !body.value.isObject()) {
        const QString why =
            !body.error.isEmpty()
                ? body.error
                : u"json: cannot unmarshal array into Go value of type struct { APIVersion string "
                  "\"json:\\\"apiVersion,omitempty\\\"\"; Kind string "
                  "\"json:\\\"kind,omitempty\\\"\" }"_s;
        return badRequest(u"the object provided is unrecognized (must be of type %1): couldn't get "
                          "version/kind; json parse error: %2 (%3)"_s.arg(m_type.kind, why,
                                                                          summary(m_request.body)));
    }
    const QJsonObject sent = body.value.toObject();
    const QString expected = m_type.apiVersion(m_request.version);
    const QString kind = sent["kind"_L1].toString(m_type.kind);
    const QString apiVersion = sent["apiVersion"_L1].toString(expected);
    if (kind != m_type.kind) {
        return badRequest(u"%1 in version \"%2\" cannot be handled as a %3: no kind \"%1\" is "
                          "registered for version \"%4\" in scheme "
                          "\"k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30\""_s.arg(
                              kind, m_request.version, m_type.kind, apiVersion));
    }
    if (apiVersion != expected) {
        return badRequest(u"the API version in the data (%1) does not match the expected API "
                          "version (%2)"_s.arg(apiVersion, expected));
    }
    QString problem;
    Refusal refusal = decode(sent, body.repeated, object, problem);
    if (!refusal && !problem.isEmpty()) {
        refusal = badRequest(u"%1 in version \"%2\" cannot be handled as a %1: %3"_s.arg(
            m_type.kind, m_request.version, problem));
    }
    return refusal;
}

ObjectWriter::Refusal ObjectWriter::readPatched(QJsonObject &patched)
{
    const Body body = readJson(m_request.body);
    if (!body.error.isEmpty()) {
        return badRequest(u"error decoding patch: "_s + body.error);
    }
    const QJsonObject current = shown(*m_stored);
    QJsonObject result;
    if (m_patch == PatchKind::Json) {
        if (!body.value.isArray()) {
            return badRequest(u"error decoding patch: json: cannot unmarshal object into Go value "
                              "of type []handlers.jsonPatchOp"_s);
        }
        const auto edited = jsonPatched(current, body.value.toArray());
        if (!edited) {
            return rejectedPatch();
        }
        result = *edited;
    } else if (m_patch == PatchKind::Merge) {
        result = mergePatched(current, body.value).toObject();
    } else {
        result = strategicPatched(m_schema.get(), current, body.value).toObject();
    }
    QString problem;
    Refusal refusal = decode(result, {}, patched, problem);
    if (!refusal && !problem.isEmpty()) {
        FieldErrors errors;
        errors.invalid(u"patch"_s, goJson(result), problem);
        refusal = invalid({}, {}, errors.causes());
    }
    return refusal;
}

ObjectWriter::Refusal ObjectWriter::apply()
{
    const Body body = readYaml(m_request.body);
    if (!body.error.isEmpty() || !body.value.isObject()) {
        return badRequest(u"error decoding YAML: error converting YAML to JSON: "_s + body.error);
    }
    if (!body.repeated.empty() && m_options.strictness != Strictness::Ignore) {
        QStringList lines;
        for (const RepeatedKey &key : body.repeated) {
            lines.append(
                u"  line %1: key %2 already set in map"_s.arg(key.line).arg(goQuoted(key.key)));
        }
        const QString text =
            u"error converting YAML to JSON: yaml: unmarshal errors:\n"_s + lines.join(u'\n');
        if (m_options.strictness == Strictness::Strict) {
            return badRequest(u"error strict decoding YAML: "_s + text);
        }
        m_outcome.warnings.append(text);
    }
    return applyBody(body.value.toObject());
}

ObjectWriter::Refusal ObjectWriter::applyBody(const QJsonObject &body)
{
    if (!valueAt(body, {u"metadata"_s, u"managedFields"_s}).toArray().isEmpty()) {
        return badRequest(u"metadata.managedFields must be nil"_s);
    }
    if (const QString sent = gvkOf(body); sent != gvkText()) {
        return badRequest(u"invalid object type: "_s + sent);
    }
    if (!m_stored && !m_request.subresource.isEmpty()) {
        return notFound(m_names.resource, m_request.name);
    }
    const QStringList problems = typedProblems(*m_schema, body);
    if (!problems.isEmpty()) {
        const QString list = problems.size() == 1 ? problems.constFirst()
                                                  : u"errors:\n  "_s + problems.join(u"\n  "_s);
        return applyFailure(
            u"failed to create typed patch object %1: %2"_s.arg(objectText(body, gvkText()), list));
    }
    const QJsonObject live = m_stored ? shown(*m_stored) : emptyObject(m_type, m_request.version);
    FieldManager::Applied applied =
        fieldManager().apply(live, body, m_options.manager, m_options.force);
    if (applied.refusal) {
        return applied.refusal;
    }
    DecodedObject decoded = m_type.custom
                                ? decodeCustom(*m_schema, applied.object)
                                : decodeTyped(*m_schema, applied.object, DecodeMode::Unstructured);
    if (!decoded.error.isEmpty()) {
        return applyFailure(
            u"failed to convert new object %1 to proper version: unable to convert unstructured "
            "object to %2: %3"_s.arg(objectText(applied.object, gvkText()), gvkText(),
                                     decoded.error));
    }
    QJsonObject fresh = decoded.object;
    fresh["apiVersion"_L1] = m_type.apiVersion(m_request.version);
    fresh["kind"_L1] = m_type.kind;
    applyDefaults(m_type, m_request.version, fresh);
    if (Refusal refusal = checkNames(fresh)) {
        return refusal;
    }
    const QString uid = textAt(body, {u"metadata"_s, u"uid"_s});
    if (!m_stored && !uid.isEmpty()) {
        FieldErrors errors;
        errors.invalid(u"metadata.uid"_s, uid, u"field is immutable"_s);
        errors.append(FieldErrors(errors)); // the server reports it twice
        return invalid(m_names.kind, m_request.name, errors.causes());
    }
    return m_stored ? update(std::move(fresh)) : create(std::move(fresh));
}

} // namespace spillway::demo
