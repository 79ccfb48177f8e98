// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/jsontools.h"
#include "kubeobjects/validation.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

void checkContainer(FieldErrors &errors, const QJsonObject &container, const QString &path)
{
    static const QRegularExpression label(u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"_s);
    static const QStringList policies{u"Always"_s, u"IfNotPresent"_s, u"Never"_s};
    const QString name = container["name"_L1].toString();
    if (name.isEmpty()) {
        errors.required(path + ".name"_L1);
    } else if (!label.match(name).hasMatch()) {
        errors.invalid(path + ".name"_L1, name,
                       u"a lowercase RFC 1123 label must consist of lower case alphanumeric "
                       "characters or '-', and must start and end with an alphanumeric character "
                       "(e.g. 'my-name',  or '123-abc', regex used for validation is "
                       "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')"_s);
    }
    if (container["image"_L1].toString().isEmpty()) {
        errors.required(path + ".image"_L1);
    }
    if (const QString policy = container["imagePullPolicy"_L1].toString();
        !policies.contains(policy)) {
        errors.unsupported(path + ".imagePullPolicy"_L1, policy, policies);
    }
}

bool selectorMatches(const QJsonObject &selector, const QJsonObject &labels)
{
    const QJsonObject wanted = selector["matchLabels"_L1].toObject();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (labels[it.key()] != it.value()) {
            return false;
        }
    }
    for (const QJsonValue rule : selector["matchExpressions"_L1].toArray()) {
        const QString key = rule["key"_L1].toString();
        const bool listed = rule["values"_L1].toArray().contains(labels[key]);
        const QString op = rule["operator"_L1].toString();
        const bool matches = op == "In"_L1       ? labels.contains(key) && listed
                             : op == "NotIn"_L1  ? !(labels.contains(key) && listed)
                             : op == "Exists"_L1 ? labels.contains(key)
                                                 : !labels.contains(key);
        if (!matches) {
            return false;
        }
    }
    return true;
}

} // namespace

void validatePodSpec(FieldErrors &errors, const QJsonObject &spec, const QString &path)
{
    static const QStringList restarts{u"Always"_s, u"OnFailure"_s, u"Never"_s};
    const QJsonArray containers = spec["containers"_L1].toArray();
    if (containers.isEmpty()) {
        errors.required(path + ".containers"_L1);
    }
    QStringList names;
    for (qsizetype i = 0; i < containers.size(); ++i) {
        const QString at = u"%1.containers[%2]"_s.arg(path).arg(i);
        const QJsonObject container = containers[i].toObject();
        checkContainer(errors, container, at);
        const QString name = container["name"_L1].toString();
        if (names.contains(name)) {
            errors.duplicate(at + ".name"_L1, name);
        }
        names.append(name);
    }
    const QString restart = spec["restartPolicy"_L1].toString();
    if (!restart.isEmpty() && !restarts.contains(restart)) {
        errors.unsupported(path + ".restartPolicy"_L1, restart, restarts);
    }
}

void validateWorkload(FieldErrors &errors, const QJsonObject &object, const QJsonObject &old)
{
    const QJsonObject spec = object["spec"_L1].toObject();
    const QJsonValue replicas = spec["replicas"_L1];
    if (replicas.toInteger() < 0) {
        errors.invalid(u"spec.replicas"_s, replicas, u"must be greater than or equal to 0"_s);
    }
    const QJsonObject selector = spec["selector"_L1].toObject();
    const QJsonObject labels = objectAt(spec, {u"template"_s, u"metadata"_s, u"labels"_s});
    if (!spec["selector"_L1].isObject()) {
        errors.required(u"spec.selector"_s);
    } else if (selector.isEmpty()) {
        errors.invalid(u"spec.selector"_s, selector, u"empty selector is invalid for deployment"_s);
    } else if (!selectorMatches(selector, labels)) {
        errors.invalid(u"spec.template.metadata.labels"_s, labels,
                       u"`selector` does not match template `labels`"_s);
    }
    const QJsonObject pod = objectAt(spec, {u"template"_s, u"spec"_s});
    validatePodSpec(errors, pod, u"spec.template.spec"_s);
    if (pod["restartPolicy"_L1].toString() != "Always"_L1) {
        errors.unsupported(u"spec.template.spec.restartPolicy"_s, pod["restartPolicy"_L1],
                           {u"Always"_s});
    }
    if (!old.isEmpty() && valueAt(old, {u"spec"_s, u"selector"_s}) != spec["selector"_L1]) {
        errors.invalid(u"spec.selector"_s, selector, u"field is immutable"_s);
    }
}

} // namespace spillway::demo
