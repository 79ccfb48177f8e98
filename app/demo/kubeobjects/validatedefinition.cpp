// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/jsontools.h"
#include "kubeobjects/validation.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace spillway::demo {

void validateDefinition(FieldErrors &errors, const QJsonObject &object)
{
    const QString name = textAt(object, {u"metadata"_s, u"name"_s});
    const QString group = textAt(object, {u"spec"_s, u"group"_s});
    const QString plural = textAt(object, {u"spec"_s, u"names"_s, u"plural"_s});
    if (name != plural + u'.' + group) {
        errors.invalid(u"metadata.name"_s, name, u"must be spec.names.plural+\".\"+spec.group"_s);
    }
    if (group.isEmpty()) {
        errors.required(u"spec.group"_s);
    }
    const QJsonArray versions = valueAt(object, {u"spec"_s, u"versions"_s}).toArray();
    const auto stored = std::count_if(versions.begin(), versions.end(), [](const auto &version) {
        return version.toObject()["storage"_L1].toBool();
    });
    if (stored != 1) {
        errors.invalid(u"spec.versions"_s, versions,
                       u"must have exactly one version marked as storage version"_s);
    }
    for (const QString &part : {u"plural"_s, u"kind"_s}) {
        if (textAt(object, {u"spec"_s, u"names"_s, part}).isEmpty()) {
            errors.required(u"spec.names."_s + part);
        }
    }
}

} // namespace spillway::demo
