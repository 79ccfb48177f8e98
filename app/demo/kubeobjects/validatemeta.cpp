// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/jsontools.h"
#include "kubeobjects/validation.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

constexpr qsizetype annotationBytes = qsizetype{256} * 1024;

const QString &labelValueRule()
{
    static const QString rule =
        u"a valid label must be an empty string or consist of alphanumeric characters, '-', '_' "
        "or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or "
        "'my_value',  or '12345', regex used for validation is "
        "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"_s;
    return rule;
}

const QString &labelRule()
{
    static const QString rule =
        u"a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
        "and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', "
        "regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"_s;
    return rule;
}

/// How this kind may be named: 'subdomain', 'label', or as a part of a path.
void checkName(FieldErrors &errors, const ResourceType &type, const QString &path,
               const QString &name, const QString &sent)
{
    static const QRegularExpression label(u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"_s);
    if (type.group == "rbac.authorization.k8s.io"_L1) {
        if (name.contains(u'/') || name.contains(u'%') || name == "."_L1 || name == ".."_L1) {
            errors.invalid(path, sent, u"may not contain '/'"_s);
        }
        return;
    }
    if (type.kind == "Namespace"_L1) {
        if (name.size() > 63) {
            errors.invalid(path, sent, u"must be no more than 63 bytes"_s);
        } else if (!label.match(name).hasMatch()) {
            errors.invalid(path, sent, labelRule());
        }
        return;
    }
    if (name.size() > 253) {
        errors.invalid(path, sent, u"must be no more than 253 bytes"_s);
    }
    if (!isSubdomain(name)) {
        errors.invalid(path, sent, subdomainRule());
    }
}

void checkKey(FieldErrors &errors, const QString &path, const QString &key)
{
    const QString name = key.section(u'/', -1);
    const QString prefix = key.contains(u'/') ? key.section(u'/', 0, -2) : QString();
    if (key.contains(u'/') && (prefix.isEmpty() || !isSubdomain(prefix))) {
        errors.invalid(path, key,
                       prefix.isEmpty() ? u"prefix part must be non-empty"_s
                                        : u"prefix part "_s + subdomainRule());
    }
    if (name.isEmpty()) {
        errors.invalid(path, key, u"name part must be non-empty"_s);
    } else if (name.size() > 63) {
        errors.invalid(path, key, u"name part must be no more than 63 bytes"_s);
    }
    if (!isQualifiedPart(name)) {
        errors.invalid(path, key, qualifiedPartRule(u"name part"_s));
    }
}

void checkLabels(FieldErrors &errors, const QJsonObject &labels, const QString &path)
{
    static const QRegularExpression valueForm(u"^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"_s);
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        checkKey(errors, path, it.key());
        const QString value = it.value().toString();
        if (value.size() > 63) {
            errors.invalid(path, value, u"must be no more than 63 bytes"_s);
        }
        if (!valueForm.match(value).hasMatch()) {
            errors.invalid(path, value, labelValueRule());
        }
    }
}

void checkAnnotations(FieldErrors &errors, const QJsonObject &annotations)
{
    qsizetype size = 0;
    for (auto it = annotations.begin(); it != annotations.end(); ++it) {
        checkKey(errors, u"metadata.annotations"_s, it.key().toLower());
        size += it.key().toUtf8().size() + it.value().toString().toUtf8().size();
    }
    if (size > annotationBytes) {
        errors.tooLong(u"metadata.annotations"_s,
                       u"may not be more than %1 bytes"_s.arg(annotationBytes));
    }
}

QStringList finalizersOf(const QJsonObject &object)
{
    QStringList names;
    for (const QJsonValue value : valueAt(object, {u"metadata"_s, u"finalizers"_s}).toArray()) {
        names.append(value.toString());
    }
    return names;
}

} // namespace

bool isSubdomain(const QString &name)
{
    static const QRegularExpression form(
        u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"_s);
    return form.match(name).hasMatch();
}

QString subdomainRule()
{
    return u"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, "
           "'-' or '.', and must start and end with an alphanumeric character (e.g. "
           "'example.com', regex used for validation is "
           "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"_s;
}

bool isQualifiedPart(const QString &name)
{
    static const QRegularExpression form(u"^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$"_s);
    return form.match(name).hasMatch();
}

QString qualifiedPartRule(const QString &subject)
{
    return subject + u" must consist of alphanumeric characters, '-', '_' or '.', and must start "
                     "and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or "
                     "'123-abc', regex used for validation is "
                     "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"_s;
}

FieldErrors validateMeta(const ResourceType &type, const QJsonObject &object)
{
    FieldErrors errors;
    const QJsonObject meta = object["metadata"_L1].toObject();
    const QString generateName = meta["generateName"_L1].toString();
    const QString name = meta["name"_L1].toString();
    if (!generateName.isEmpty()) {
        // A trailing dash is fine, because something is appended.
        QString checked = generateName;
        if (checked.endsWith(u'-')) {
            checked.chop(1);
            checked += u'a';
        }
        checkName(errors, type, u"metadata.generateName"_s, checked, generateName);
    }
    if (name.isEmpty()) {
        errors.required(u"metadata.name"_s, u"name or generateName is required"_s);
    } else {
        checkName(errors, type, u"metadata.name"_s, name, name);
    }
    checkLabels(errors, meta["labels"_L1].toObject(), u"metadata.labels"_s);
    checkAnnotations(errors, meta["annotations"_L1].toObject());
    for (const QString &finalizer : finalizersOf(object)) {
        checkKey(errors, u"metadata.finalizers"_s, finalizer);
        if (!finalizer.contains(u'/')) {
            errors.invalid(u"metadata.finalizers"_s, finalizer,
                           u"name is neither a standard finalizer name nor is it fully "
                           "qualified"_s);
        }
    }
    return errors;
}

FieldErrors validateMetaUpdate(const QJsonObject &object, const QJsonObject &old)
{
    FieldErrors errors;
    const QJsonObject meta = object["metadata"_L1].toObject();
    const QJsonObject oldMeta = old["metadata"_L1].toObject();
    if (!oldMeta["deletionTimestamp"_L1].isUndefined()) {
        QStringList added;
        const QStringList before = finalizersOf(old);
        for (const QString &finalizer : finalizersOf(object)) {
            if (!before.contains(finalizer)) {
                added.append(goQuoted(finalizer));
            }
        }
        if (!added.isEmpty()) {
            errors.forbidden(u"metadata.finalizers"_s,
                             u"no new finalizers can be added if the object is being deleted, "
                             "found new finalizers []string{%1}"_s.arg(added.join(u", "_s)));
        }
    }
    for (const QLatin1String key : {"name"_L1, "namespace"_L1, "uid"_L1, "creationTimestamp"_L1,
                                    "deletionTimestamp"_L1, "deletionGracePeriodSeconds"_L1}) {
        if (meta[key] != oldMeta[key]) {
            errors.invalid(u"metadata."_s + key, meta[key], u"field is immutable"_s);
        }
    }
    checkLabels(errors, meta["labels"_L1].toObject(), u"metadata.labels"_s);
    checkAnnotations(errors, meta["annotations"_L1].toObject());
    return errors;
}

} // namespace spillway::demo
