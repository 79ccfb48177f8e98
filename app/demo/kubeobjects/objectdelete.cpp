// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/bodyreader.h"
#include "kubeobjects/fielderrors.h"
#include "kubeobjects/jsontools.h"
#include "kubeobjects/objectengine.h"
#include "kubeobjects/writeoptions.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

/// DeleteOptions of the query and the body.
struct DeleteOptions
{
    QString uid;
    QString resourceVersion;
    QString policy;
    std::optional<qint64> graceSeconds;
    bool dryRun = false;
};

std::optional<ApiStatus> readOptions(const DeleteRequest &request, DeleteOptions &options)
{
    FieldErrors errors;
    std::vector<ApiCause> causes;
    const QUrlQuery &query = request.query;
    options.policy = query.queryItemValue(u"propagationPolicy"_s, QUrl::FullyDecoded);
    if (query.hasQueryItem(u"gracePeriodSeconds"_s)) {
        options.graceSeconds = query.queryItemValue(u"gracePeriodSeconds"_s).toLongLong();
    }
    options.dryRun = query.hasQueryItem(u"dryRun"_s);
    if (!request.body.trimmed().isEmpty()) {
        const Body body = readYaml(request.body);
        if (!body.error.isEmpty() || !body.value.isObject()) {
            return badRequest(u"error decoding options: "_s + body.error);
        }
        const QJsonObject sent = body.value.toObject();
        options.uid = textAt(sent, {u"preconditions"_s, u"uid"_s});
        options.resourceVersion = textAt(sent, {u"preconditions"_s, u"resourceVersion"_s});
        options.policy = sent["propagationPolicy"_L1].toString(options.policy);
        if (sent["gracePeriodSeconds"_L1].isDouble()) {
            options.graceSeconds = sent["gracePeriodSeconds"_L1].toInteger();
        }
        options.dryRun = options.dryRun || !sent["dryRun"_L1].toArray().isEmpty();
    }
    static const QStringList policies{u"Foreground"_s, u"Background"_s, u"Orphan"_s};
    if (!options.policy.isEmpty() && !policies.contains(options.policy)) {
        errors.unsupported(u"propagationPolicy"_s, options.policy,
                           policies + QStringList{u"nil"_s});
    }
    causes = errors.causes();
    if (const std::optional<ApiCause> cause = dryRunCause(query)) {
        causes.push_back(*cause);
    }
    if (!causes.empty()) {
        return invalid({u"meta.k8s.io"_s, {}, u"DeleteOptions"_s}, {}, causes);
    }
    return std::nullopt;
}

std::optional<ApiStatus> checkPreconditions(const ResourceType &type, const QString &name,
                                            const DeleteOptions &options, const QJsonObject &stored)
{
    // The server names the kind here, where other conflicts name the resource.
    const ApiResourceName kind{type.group, type.kind, type.kind};
    const QString uid = textAt(stored, {u"metadata"_s, u"uid"_s});
    if (!options.uid.isEmpty() && options.uid != uid) {
        return conflict(
            kind, name,
            u"the UID in the precondition (%1) does not match the UID in record (%2). "
            "The object might have been deleted and then recreated"_s.arg(options.uid, uid));
    }
    const QString version = textAt(stored, {u"metadata"_s, u"resourceVersion"_s});
    if (!options.resourceVersion.isEmpty() && options.resourceVersion != version) {
        return conflict(kind, name,
                        u"the ResourceVersion in the precondition (%1) does not match the "
                        "ResourceVersion in record (%2). The object might have been modified"_s.arg(
                            options.resourceVersion, version));
    }
    return std::nullopt;
}

QStringList finalizersAfter(const QJsonObject &stored, const QString &policy)
{
    QStringList finalizers;
    for (const QJsonValue value : valueAt(stored, {u"metadata"_s, u"finalizers"_s}).toArray()) {
        finalizers.append(value.toString());
    }
    if (policy == "Foreground"_L1 && !finalizers.contains("foregroundDeletion"_L1)) {
        finalizers.append(u"foregroundDeletion"_s);
    }
    if (policy == "Orphan"_L1 && !finalizers.contains("orphan"_L1)) {
        finalizers.append(u"orphan"_s);
    }
    return finalizers;
}

/// Namespaces have no grace period.
void mark(QJsonObject &object, const QDateTime &when, std::optional<qint64> grace)
{
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta["deletionTimestamp"_L1] = when.addSecs(grace.value_or(0)).toUTC().toString(Qt::ISODate);
    if (grace) {
        meta["deletionGracePeriodSeconds"_L1] = *grace;
    }
    if (meta.value("generation"_L1).toInteger() > 0) {
        meta["generation"_L1] = meta.value("generation"_L1).toInteger() + 1;
    }
    object["metadata"_L1] = meta;
}

/// Seconds that a pod has left; 0 if no node runs it.
qint64 podGrace(const QJsonObject &pod, const DeleteOptions &options)
{
    const QJsonObject spec = pod["spec"_L1].toObject();
    const QString phase = textAt(pod, {u"status"_s, u"phase"_s});
    const bool over = phase == "Succeeded"_L1 || phase == "Failed"_L1;
    if (spec.value("nodeName"_L1).toString().isEmpty() || over) {
        return 0;
    }
    return options.graceSeconds.value_or(
        spec.value("terminationGracePeriodSeconds"_L1).toInteger(30));
}

bool returnsObject(const ResourceType &type)
{
    static const QSet<QString> kinds{u"Pod"_s, u"ResourceQuota"_s, u"ServiceAccount"_s,
                                     u"Service"_s};
    return !type.custom && kinds.contains(type.kind);
}

/// Marks the object, or finds that it can go at once.
void decide(const ResourceType &type, const DeleteOptions &options, const WriteContext &context,
            const QJsonObject &stored, DeleteOutcome &outcome)
{
    QJsonObject object = stored;
    const bool isPod = type.kind == "Pod"_L1 && !type.custom;
    const bool marked = !valueAt(stored, {u"metadata"_s, u"deletionTimestamp"_s}).isUndefined();
    const QStringList finalizers = finalizersAfter(stored, options.policy);
    const qint64 grace = isPod ? podGrace(stored, options) : 0;
    const bool isNamespace = type.kind == "Namespace"_L1 && !type.custom;
    const bool held = !finalizers.isEmpty() || isNamespace || grace > 0;
    if ((held && !marked) || isPod) {
        mark(object, context.now, isNamespace ? std::nullopt : std::optional(grace));
        if (marked) { // the clock of a pod goes on; only its grace may get shorter
            setAt(object, {u"metadata"_s, u"generation"_s},
                  valueAt(stored, {u"metadata"_s, u"generation"_s}));
        }
    }
    if (!finalizers.isEmpty()) {
        setAt(object, {u"metadata"_s, u"finalizers"_s}, QJsonArray::fromStringList(finalizers));
    }
    if (isNamespace) {
        setAt(object, {u"status"_s, u"phase"_s}, u"Terminating"_s);
    }
    outcome.removed = !held;
    outcome.changed = held && object != stored;
    outcome.answersObject = held || returnsObject(type);
    outcome.stored = object;
}

} // namespace

DeleteOutcome deleteObject(const ResourceType &type, const DeleteRequest &request,
                           const std::optional<QJsonObject> &stored, const WriteContext &context)
{
    DeleteOutcome outcome;
    DeleteOptions options;
    outcome.refusal = readOptions(request, options);
    if (!outcome.refusal && !stored) {
        outcome.refusal = notFound(type.name(), request.name);
    }
    if (!outcome.refusal) {
        outcome.refusal = checkPreconditions(type, request.name, options, *stored);
    }
    if (!outcome.refusal && context.validate) {
        AdmissionView view;
        view.operation = AdmissionView::Operation::Delete;
        view.version = request.version;
        view.nameSpace = request.nameSpace;
        view.name = request.name;
        view.oldObject = *stored;
        view.dryRun = options.dryRun;
        view.warnings = &outcome.warnings;
        outcome.refusal = context.validate(view);
    }
    outcome.dryRun = options.dryRun;
    if (!outcome.refusal) {
        decide(type, options, context, *stored, outcome);
    }
    return outcome;
}

} // namespace spillway::demo
