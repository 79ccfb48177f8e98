// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/jsontools.h"
#include "kubeobjects/validation.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

constexpr qsizetype configMapBytes = qsizetype{1024} * 1024;

/// A role reference in the order and names of the internal Go struct, which the message quotes.
QString roleReference(const QJsonObject &ref)
{
    return u"{\"APIGroup\":%1,\"Kind\":%2,\"Name\":%3}"_s.arg(
        goJson(ref["apiGroup"_L1]), goJson(ref["kind"_L1]), goJson(ref["name"_L1]));
}

void validateScaleCount(FieldErrors &errors, const QJsonObject &object)
{
    const QJsonValue replicas = valueAt(object, {u"spec"_s, u"replicas"_s});
    if (replicas.toInteger() < 0) {
        errors.invalid(u"spec.replicas"_s, replicas, u"must be greater than or equal to 0"_s);
    }
}

void validatePod(FieldErrors &errors, const QJsonObject &object)
{
    validatePodSpec(errors, object["spec"_L1].toObject(), u"spec"_s);
}

void validateKind(FieldErrors &errors, const ResourceType &type, const QJsonObject &object,
                  const QJsonObject &old)
{
    static const QSet<QString> workloads{u"Deployment"_s, u"StatefulSet"_s, u"ReplicaSet"_s};
    if (workloads.contains(type.kind)) {
        validateWorkload(errors, object, old);
    } else if (type.kind == "HorizontalPodAutoscaler"_L1) {
        validateHpa(errors, object);
    } else if (type.kind == "CronJob"_L1) {
        validateCronJob(errors, object);
    } else if (type.kind == "ConfigMap"_L1) {
        validateConfigMap(errors, object, old);
    } else if (type.kind.endsWith("RoleBinding"_L1)) {
        validateRoleBinding(errors, object, old);
    } else if (type.kind.endsWith("Role"_L1)) {
        validateRules(errors, object);
    } else if (type.kind == "Event"_L1) {
        validateEvent(errors, object, old);
    } else if (type.kind == "Pod"_L1) {
        validatePod(errors, object);
    } else if (type.kind == "CustomResourceDefinition"_L1) {
        validateDefinition(errors, object);
    } else if (type.kind == "Scale"_L1) {
        validateScaleCount(errors, object);
    }
}

} // namespace

FieldErrors validateObject(const ResourceType &type, const QString &version,
                           const QJsonObject &object, const QJsonObject &old)
{
    FieldErrors errors;
    if (old.isEmpty()) {
        errors.append(validateMeta(type, object));
    } else {
        errors.append(validateMetaUpdate(object, old)); // the generic check
        errors.append(validateMetaUpdate(object, old)); // the kind's own
    }
    if (type.custom) {
        validateCustom(errors, type, version, object);
    } else {
        validateKind(errors, type, object, old);
    }
    return errors;
}

void validateConfigMap(FieldErrors &errors, const QJsonObject &object, const QJsonObject &old)
{
    static const QRegularExpression keyForm(u"^[-._a-zA-Z0-9]+$"_s);
    qsizetype size = 0;
    for (const QLatin1String part : {"data"_L1, "binaryData"_L1}) {
        const QJsonObject data = object[part].toObject();
        for (auto it = data.begin(); it != data.end(); ++it) {
            const QString path = u"%1[%2]"_s.arg(part, it.key());
            if (!keyForm.match(it.key()).hasMatch()) {
                errors.invalid(path, it.key(),
                               u"a valid config key must consist of alphanumeric characters, "
                               "'-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or "
                               "'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"_s);
            }
            const qsizetype bytes = it.value().toString().toUtf8().size();
            size += part == "data"_L1 ? bytes : bytes * 3 / 4;
        }
    }
    if (size > configMapBytes) {
        errors.tooLong(u"[]"_s, u"may not be more than %1 bytes"_s.arg(configMapBytes));
    }
    if (!old["immutable"_L1].toBool()) {
        return;
    }
    const QString why = u"field is immutable when `immutable` is set"_s;
    if (!object["immutable"_L1].toBool()) {
        errors.forbidden(u"immutable"_s, why);
    }
    for (const QLatin1String part : {"data"_L1, "binaryData"_L1}) {
        if (object[part] != old[part]) {
            errors.forbidden(part, why);
        }
    }
}

void validateRules(FieldErrors &errors, const QJsonObject &object)
{
    const QJsonArray rules = object["rules"_L1].toArray();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const QJsonObject rule = rules[i].toObject();
        const QString path = u"rules[%1]"_s.arg(i);
        if (rule["verbs"_L1].toArray().isEmpty()) {
            errors.required(path + ".verbs"_L1, u"verbs must contain at least one value"_s);
        }
        if (!rule["nonResourceURLs"_L1].toArray().isEmpty()) {
            continue;
        }
        if (rule["apiGroups"_L1].toArray().isEmpty()) {
            errors.required(path + ".apiGroups"_L1,
                            u"resource rules must supply at least one api group"_s);
        }
        if (rule["resources"_L1].toArray().isEmpty()) {
            errors.required(path + ".resources"_L1,
                            u"resource rules must supply at least one resource"_s);
        }
    }
}

void validateRoleBinding(FieldErrors &errors, const QJsonObject &object, const QJsonObject &old)
{
    const QJsonObject ref = object["roleRef"_L1].toObject();
    if (ref["name"_L1].toString().isEmpty()) {
        errors.required(u"roleRef.name"_s);
    }
    const QJsonArray subjects = object["subjects"_L1].toArray();
    for (qsizetype i = 0; i < subjects.size(); ++i) {
        const QString path = u"subjects[%1]"_s.arg(i);
        if (subjects[i]["name"_L1].toString().isEmpty()) {
            errors.required(path + ".name"_L1);
        }
        if (subjects[i]["kind"_L1].toString() == "ServiceAccount"_L1 &&
            subjects[i]["namespace"_L1].toString().isEmpty()) {
            errors.required(path + ".namespace"_L1);
        }
    }
    if (!old.isEmpty() && old["roleRef"_L1] != object["roleRef"_L1]) {
        errors.invalidText(u"roleRef"_s, roleReference(ref), u"cannot change roleRef"_s);
    }
}

namespace {

bool isNewEvent(const QJsonObject &object)
{
    const QJsonArray managed = valueAt(object, {u"metadata"_s, u"managedFields"_s}).toArray();
    return managed.isEmpty() ? object["eventTime"_L1].isString()
                             : managed[0]["apiVersion"_L1].toString() == "events.k8s.io/v1"_L1;
}

void checkNewEvent(FieldErrors &errors, const QJsonObject &object)
{
    if (!object["eventTime"_L1].isString()) {
        errors.required(u"eventTime"_s);
    }
    const QString controller = object["reportingComponent"_L1].toString();
    const QString path = u"reportingController"_s;
    if (controller.isEmpty()) {
        errors.required(path);
        errors.invalid(path, controller, u"name part must be non-empty"_s);
    }
    if (!isQualifiedPart(controller.section(u'/', -1))) {
        errors.invalid(path, controller, qualifiedPartRule(u"name part"_s));
    }
    if (object["reportingInstance"_L1].toString().isEmpty()) {
        errors.required(u"reportingInstance"_s);
    }
    if (object["action"_L1].toString().isEmpty()) {
        errors.required(u"action"_s);
    }
    if (object["reason"_L1].toString().isEmpty()) {
        errors.required(u"reason"_s);
    }
    if (object["message"_L1].toString().toUtf8().size() > 1024) {
        errors.invalid(u"message"_s, u""_s, u"can have at most 1024 characters"_s);
    }
    const QString type = object["type"_L1].toString();
    if (type != "Normal"_L1 && type != "Warning"_L1) {
        errors.invalid(u"type"_s, u""_s, u"has invalid value: "_s + type);
    }
}

void checkEventUpdate(FieldErrors &errors, const QJsonObject &object, const QJsonObject &old)
{
    for (const QLatin1String key :
         {"involvedObject"_L1, "reason"_L1, "message"_L1, "source"_L1, "firstTimestamp"_L1,
          "lastTimestamp"_L1, "count"_L1, "type"_L1, "eventTime"_L1, "action"_L1, "related"_L1,
          "reportingComponent"_L1, "reportingInstance"_L1}) {
        if (object[key] != old[key]) {
            const QString path =
                key == "reportingComponent"_L1 ? u"reportingController"_s : QString(key);
            errors.invalid(path, object[key], u"field is immutable"_s);
        }
    }
}

} // namespace

void validateEvent(FieldErrors &errors, const QJsonObject &object, const QJsonObject &old)
{
    if (!isNewEvent(object)) {
        return;
    }
    if (old.isEmpty()) {
        checkNewEvent(errors, object);
    } else {
        checkEventUpdate(errors, object, old);
    }
}

} // namespace spillway::demo
