// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/objectwriter.h"

#include "kubeobjects/defaults.h"
#include "kubeobjects/goobject.h"
#include "kubeobjects/jsontools.h"
#include "kubeobjects/strategy.h"
#include "kubeobjects/validation.h"
#include "kubeobjects/versions.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

constexpr qsizetype bodyBytes = qsizetype{3} * 1024 * 1024;

QStringList metaPath(const QString &key)
{
    return {u"metadata"_s, key};
}

QJsonObject withoutTimes(QJsonObject object)
{
    QJsonArray entries;
    for (const QJsonValue value : valueAt(object, metaPath(u"managedFields"_s)).toArray()) {
        QJsonObject entry = value.toObject();
        entry.remove("time"_L1);
        entries.append(entry);
    }
    setAt(object, metaPath(u"managedFields"_s), entries);
    return object;
}

} // namespace

ObjectWriter::ObjectWriter(const ResourceType &type, Names names, const WriteRequest &request,
                           const std::optional<QJsonObject> &stored, const WriteContext &context)
    : m_type(type)
    , m_names(std::move(names))
    , m_request(request)
    , m_stored(stored)
    , m_context(context)
    , m_schema(type.schema(request.version))
{}

WriteOutcome ObjectWriter::write()
{
    m_outcome.refusal = run();
    if (m_outcome.refusal) {
        m_outcome.stored.reset();
        m_outcome.created = m_outcome.changed = m_outcome.removed = false;
    }
    m_outcome.dryRun = m_options.dryRun;
    return std::move(m_outcome);
}

ObjectWriter::Refusal ObjectWriter::run()
{
    const bool patching = m_request.method == WriteRequest::Method::Patch;
    if (patching) {
        if (Refusal refusal = readPatchKind(m_type, m_request.contentType, m_patch)) {
            return refusal;
        }
    }
    if (m_request.body.size() >= bodyBytes) {
        return ApiStatus{.code = 413,
                         .reason = u"RequestEntityTooLarge"_s,
                         .message = u"Request entity too large: limit is %1"_s.arg(bodyBytes),
                         .hasDetails = false};
    }
    if (Refusal refusal = readWriteOptions(m_request, m_patch, m_options)) {
        return refusal;
    }
    if (!patching) {
        return m_request.method == WriteRequest::Method::Post ? post() : put();
    }
    return m_patch == PatchKind::Apply ? apply() : patch();
}

QJsonObject ObjectWriter::shown(const QJsonObject &stored) const
{
    return presentObject(m_type, stored, m_request.version);
}

QJsonObject ObjectWriter::toStored(const QJsonObject &object) const
{
    if (m_type.group == "events.k8s.io"_L1) {
        return toCoreEvent(object);
    }
    QJsonObject stored = convertObject(m_type, object, m_request.version, m_type.storageVersion);
    if (m_request.version != m_type.storageVersion) {
        applyDefaults(m_type, m_type.storageVersion, stored);
    }
    return m_type.custom ? stored : asReadBack(*m_type.schema(m_type.storageVersion), stored);
}

FieldManager ObjectWriter::fieldManager() const
{
    return FieldManager({m_type, m_request.version, m_type.apiVersion(m_request.version),
                         m_request.subresource, m_schema,
                         ignoredFields(m_type, m_request.subresource), m_context.now});
}

QString ObjectWriter::gvkText() const
{
    return u"%1/%2, Kind=%3"_s.arg(m_type.group, m_request.version, m_type.kind);
}

/// The name and namespace of the body must be those of the URL, or missing.
ObjectWriter::Refusal ObjectWriter::checkNames(QJsonObject &object) const
{
    const QString name = textAt(object, metaPath(u"name"_s));
    const QString nameSpace = textAt(object, metaPath(u"namespace"_s));
    if (!m_request.name.isEmpty() && !name.isEmpty() && name != m_request.name) {
        return badRequest(
            u"the name of the object (%1) does not match the name on the URL (%2)"_s.arg(
                name, m_request.name));
    }
    if (!nameSpace.isEmpty() && nameSpace != m_request.nameSpace) {
        return badRequest(u"the namespace of the provided object does not match the namespace "
                          "sent on the request"_s);
    }
    if (!m_request.name.isEmpty()) {
        setAt(object, metaPath(u"name"_s), m_request.name);
    }
    if (!m_request.nameSpace.isEmpty()) {
        setAt(object, metaPath(u"namespace"_s), m_request.nameSpace);
    }
    return std::nullopt;
}

ObjectWriter::Refusal ObjectWriter::post()
{
    QJsonObject fresh;
    if (Refusal refusal = readObject(fresh)) {
        return refusal;
    }
    if (Refusal refusal = checkNames(fresh)) {
        return refusal;
    }
    if (!textAt(fresh, metaPath(u"resourceVersion"_s)).isEmpty()) {
        return applyFailure(u"resourceVersion should not be set on objects to be created"_s);
    }
    removeAt(fresh, metaPath(u"managedFields"_s));
    fieldManager().update(emptyObject(m_type, m_request.version), fresh, m_options.manager);
    if (Refusal refusal = create(std::move(fresh))) {
        return refusal;
    }
    return m_stored ? Refusal(alreadyExists(m_names.resource,
                                            m_request.name.isEmpty()
                                                ? textAt(*m_outcome.stored, metaPath(u"name"_s))
                                                : m_request.name))
                    : std::nullopt;
}

ObjectWriter::Refusal ObjectWriter::put()
{
    QJsonObject fresh;
    if (Refusal refusal = readObject(fresh)) {
        return refusal;
    }
    if (Refusal refusal = checkNames(fresh)) {
        return refusal;
    }
    if (!m_stored) {
        if (!createsOnUpdate(m_type) || !m_request.subresource.isEmpty()) {
            return notFound(m_names.resource, m_request.name);
        }
        fieldManager().update(emptyObject(m_type, m_request.version), fresh, m_options.manager);
        return create(std::move(fresh));
    }
    fieldManager().update(shown(*m_stored), fresh, m_options.manager);
    const QString uid = textAt(fresh, metaPath(u"uid"_s));
    const QString oldUid = textAt(*m_stored, metaPath(u"uid"_s));
    if (!uid.isEmpty() && uid != oldUid) {
        const QString key =
            u"/registry/%1/%2/%3"_s.arg(m_type.plural, m_request.nameSpace, m_request.name);
        return conflict(m_names.resource, m_request.name,
                        u"StorageError: invalid object, Code: 4, Key: %1, ResourceVersion: 0, "
                        "AdditionalErrorMsg: Precondition failed: UID in precondition: %2, UID in "
                        "object meta: %3"_s.arg(key, uid, oldUid));
    }
    const QString version = textAt(fresh, metaPath(u"resourceVersion"_s));
    if (version.isEmpty() && !updatesUnconditionally(m_type)) {
        FieldErrors errors;
        errors.invalid(u"metadata.resourceVersion"_s, 0, u"must be specified for an update"_s);
        const ApiResourceName plural{m_names.resource.group, m_names.resource.plural,
                                     m_names.resource.plural};
        return invalid(plural, m_request.name, errors.causes());
    }
    return update(std::move(fresh));
}

ObjectWriter::Refusal ObjectWriter::patch()
{
    if (!m_stored) {
        return notFound(m_names.resource, m_request.name);
    }
    QJsonObject fresh;
    if (Refusal refusal = readPatched(fresh)) {
        return refusal;
    }
    if (Refusal refusal = checkNames(fresh)) {
        return refusal;
    }
    fieldManager().update(shown(*m_stored), fresh, m_options.manager);
    return update(std::move(fresh));
}

ObjectWriter::Refusal ObjectWriter::admitted(const AdmissionCheck &check, const QJsonObject &object,
                                             const QJsonObject &old)
{
    if (!check) {
        return std::nullopt;
    }
    AdmissionView view;
    view.operation =
        old.isEmpty() ? AdmissionView::Operation::Create : AdmissionView::Operation::Update;
    view.version = m_request.version;
    view.subresource = m_request.subresource;
    view.nameSpace = m_request.nameSpace;
    view.name = textAt(object, metaPath(u"name"_s));
    view.object = object;
    view.oldObject = old;
    view.dryRun = m_options.dryRun;
    view.warnings = &m_outcome.warnings;
    return check(view);
}

ObjectWriter::Refusal ObjectWriter::create(QJsonObject fresh)
{
    QJsonObject object = toStored(fresh);
    const QString prefix = textAt(object, metaPath(u"generateName"_s));
    if (textAt(object, metaPath(u"name"_s)).isEmpty() && !prefix.isEmpty()) {
        setAt(object, metaPath(u"name"_s), QString(prefix.left(58) + m_context.suffix()));
    }
    for (const QString &key : {u"resourceVersion"_s, u"selfLink"_s, u"deletionTimestamp"_s,
                               u"deletionGracePeriodSeconds"_s}) {
        removeAt(object, metaPath(key));
    }
    setAt(object, metaPath(u"uid"_s), m_context.newUid());
    setAt(object, metaPath(u"creationTimestamp"_s), m_context.now.toUTC().toString(Qt::ISODate));
    if (Refusal refusal = admitted(m_context.admit, object, {})) {
        return refusal;
    }
    prepareForCreate(m_type, object, m_context);
    const FieldErrors errors = validateObject(m_type, m_type.storageVersion, object, {});
    if (!errors.isEmpty()) {
        return invalid(m_names.kind, textAt(object, metaPath(u"name"_s)), errors.causes());
    }
    if (m_patch != PatchKind::None) {
        if (Refusal refusal = admitted(m_context.authorize, object, {})) {
            return refusal;
        }
    }
    if (Refusal refusal = admitted(m_context.validate, object, {})) {
        return refusal;
    }
    warnOf(object);
    m_outcome.stored = object;
    m_outcome.created = true;
    m_outcome.changed = true;
    return std::nullopt;
}

ObjectWriter::Refusal ObjectWriter::update(QJsonObject fresh)
{
    QJsonObject object = toStored(fresh);
    const QJsonObject &old = *m_stored;
    if (Refusal refusal = admitted(m_context.admit, object, old)) {
        return refusal;
    }
    const QString version = textAt(object, metaPath(u"resourceVersion"_s));
    const QString oldVersion = textAt(old, metaPath(u"resourceVersion"_s));
    if (!version.isEmpty() && version != oldVersion) {
        return modifiedConflict(m_names.resource, m_request.name);
    }
    setAt(object, metaPath(u"resourceVersion"_s), valueAt(old, metaPath(u"resourceVersion"_s)));
    // What only the server sets is taken from the old object, whatever the body says.
    for (const QString &key : {u"creationTimestamp"_s, u"deletionTimestamp"_s,
                               u"deletionGracePeriodSeconds"_s, u"selfLink"_s}) {
        setAt(object, metaPath(key), valueAt(old, metaPath(key)));
    }
    if (textAt(object, metaPath(u"uid"_s)).isEmpty()) {
        setAt(object, metaPath(u"uid"_s), valueAt(old, metaPath(u"uid"_s)));
    }
    prepareForUpdate(m_type, m_request.subresource, object, old);
    const FieldErrors errors = validateObject(m_type, m_type.storageVersion, object, old);
    if (!errors.isEmpty()) {
        return invalid(m_names.kind, m_request.name, errors.causes());
    }
    if (Refusal refusal = admitted(m_context.validate, object, old)) {
        return refusal;
    }
    warnOf(object);
    finishUpdate(std::move(object));
    return std::nullopt;
}

void ObjectWriter::finishUpdate(QJsonObject object)
{
    const QJsonObject &old = *m_stored;
    if (withoutTimes(object) == withoutTimes(old)) {
        object = old; // only times of managedFields would change: nothing does
    }
    const bool going = !valueAt(object, metaPath(u"deletionTimestamp"_s)).isUndefined();
    const bool held = !valueAt(object, metaPath(u"finalizers"_s)).toArray().isEmpty() ||
                      !valueAt(object, {u"spec"_s, u"finalizers"_s}).toArray().isEmpty();
    m_outcome.removed = going && !held && m_type.kind != "Pod"_L1;
    m_outcome.changed = object != old;
    m_outcome.stored = object;
}

void ObjectWriter::warnOf(const QJsonObject &object)
{
    if (m_type.kind == "Endpoints"_L1) {
        m_outcome.warnings.append(
            u"v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice"_s);
    }
    QStringList path{u"spec"_s, u"template"_s, u"spec"_s};
    if (m_type.kind == "CronJob"_L1) {
        path = {u"spec"_s, u"jobTemplate"_s, u"spec"_s, u"template"_s, u"spec"_s};
    } else if (m_type.kind == "Pod"_L1) {
        path = {u"spec"_s};
    }
    const QJsonArray containers = objectAt(object, path)["containers"_L1].toArray();
    for (qsizetype i = 0; i < containers.size(); ++i) {
        QStringList seen;
        const QJsonArray env = containers[i]["env"_L1].toArray();
        for (qsizetype j = 0; j < env.size(); ++j) {
            const QString name = env[j]["name"_L1].toString();
            if (seen.contains(name)) {
                m_outcome.warnings.append(
                    u"%1.containers[%2].env[%3]: hides previous definition of %4, which may be "
                    "dropped when using apply"_s.arg(path.join(u'.'))
                        .arg(i)
                        .arg(j)
                        .arg(goQuoted(name)));
            }
            seen.append(name);
        }
    }
}

} // namespace spillway::demo
