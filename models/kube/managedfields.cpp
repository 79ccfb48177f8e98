// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/managedfields.h"

#include "kube/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

/// A scalar of a list key or set element as the server writes it in messages.
QString scalarText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return u'"' + value.toString() + u'"';
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 17);
    default:
        return u"null"_s;
    }
}

/// `{"name":"slo"}` -> `[name="slo"]`
QString keyText(const QByteArray &json)
{
    const QJsonObject key = QJsonDocument::fromJson(json).object();
    QStringList parts;
    for (auto it = key.begin(); it != key.end(); ++it) {
        parts.append(it.key() + u'=' + scalarText(it.value()));
    }
    return u'[' + parts.join(u',') + u']';
}

/// One path element of "f:name", "k:{...}", "v:..." or "i:3"; empty = not known.
QString elementText(const QString &key)
{
    const QString rest = key.sliced(std::min<qsizetype>(2, key.size()));
    if (key.startsWith("f:"_L1)) {
        return u'.' + rest;
    }
    if (key.startsWith("k:"_L1)) {
        return keyText(rest.toUtf8());
    }
    if (key.startsWith("v:"_L1)) {
        const QJsonArray wrapped = QJsonDocument::fromJson("[" + rest.toUtf8() + "]").array();
        return u"[="_s + scalarText(wrapped.at(0)) + u']';
    }
    return key.startsWith("i:"_L1) ? u'[' + rest + u']' : QString{};
}

void collect(const QJsonObject &fields, const QString &path, QStringList &paths)
{
    bool hasMembers = false;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QString element = elementText(it.key());
        if (!element.isEmpty()) {
            hasMembers = true;
            collect(it.value().toObject(), path + element, paths);
        }
    }
    if (!hasMembers && !path.isEmpty()) {
        paths.append(path);
    }
}

/// The part of a manifest that an element such as "f:spec" or `k:{"name":"slo"}` means; undefined
/// if it is not there.
QJsonValue partOf(const QJsonValue &manifest, const QString &key)
{
    const QString rest = key.sliced(std::min<qsizetype>(2, key.size()));
    if (key.startsWith("f:"_L1)) {
        return manifest.toObject().value(rest);
    }
    const QJsonArray items = manifest.toArray();
    if (key.startsWith("i:"_L1)) {
        return items.at(rest.toInt());
    }
    const QJsonValue wanted =
        QJsonDocument::fromJson("[" + rest.toUtf8() + "]").array().at(0); // a scalar, or an object
    const QJsonObject keys = wanted.toObject();
    const QStringList names = keys.keys();
    const auto found = std::find_if(items.begin(), items.end(), [&](const QJsonValue &item) {
        if (!key.startsWith("k:"_L1)) {
            return item == wanted;
        }
        const QJsonObject object = item.toObject();
        return std::all_of(names.cbegin(), names.cend(), [&](const QString &name) {
            return object.value(name) == keys.value(name);
        });
    });
    return found == items.end() ? QJsonValue{QJsonValue::Undefined} : QJsonValue{*found};
}

/// Paths of fields that are not in the manifest.
void collectMissing(const QJsonObject &fields, const QJsonValue &manifest, const QString &path,
                    QStringList &missing)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QString element = elementText(it.key());
        if (element.isEmpty()) {
            continue;
        }
        const QJsonValue part = partOf(manifest, it.key());
        if (part.isUndefined()) {
            collect(it.value().toObject(), path + element, missing);
        } else {
            collectMissing(it.value().toObject(), part, path + element, missing);
        }
    }
}

/// Whether anybody owns a part of that path: then it is not a thing that is owned whole.
bool isShared(const FieldOwners &owners, const QString &path)
{
    const auto hasBelow = [&owners](const QString &start) {
        const auto next = owners.lowerBound(start);
        return next != owners.cend() && next.key().startsWith(start);
    };
    return hasBelow(path + u'.') || hasBelow(path + u'[');
}

} // namespace

Result<QStringList> fieldPaths(const QByteArray &fieldsV1)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(fieldsV1, &problem);
    if (!document.isObject()) {
        return json::wrongContent(problem.errorString());
    }
    QStringList paths;
    collect(document.object(), {}, paths);
    paths.sort();
    return paths;
}

FieldOwners fieldOwners(const QList<ManagedFieldsEntry> &entries)
{
    FieldOwners owners;
    for (const ManagedFieldsEntry &entry : entries) {
        const Result<QStringList> paths = fieldPaths(entry.fieldsV1);
        if (!paths) {
            continue;
        }
        for (const QString &path : *paths) {
            owners[path].append(
                {entry.manager, entry.operation, entry.subresource, entry.apiVersion, entry.time});
        }
    }
    return owners;
}

QList<FieldOwner> ownersOf(const FieldOwners &owners, const QString &path)
{
    QList<FieldOwner> found = owners.value(path);
    for (qsizetype end = path.size() - 1; end > 0; --end) {
        if (path.at(end) != u'.' && path.at(end) != u'[') {
            continue;
        }
        // Who has given all of a spec up may keep an empty trace of it (wire fact 39).
        const QString whole = path.first(end);
        if (owners.contains(whole) && !isShared(owners, whole)) {
            found += owners.value(whole);
        }
    }
    return found;
}

const ManagedFieldsEntry *applyEntry(const QList<ManagedFieldsEntry> &entries,
                                     const QString &manager)
{
    const auto found =
        std::find_if(entries.cbegin(), entries.cend(), [&manager](const ManagedFieldsEntry &entry) {
            return entry.manager == manager && entry.isApply() && entry.subresource.isEmpty();
        });
    return found == entries.cend() ? nullptr : &*found;
}

Result<QStringList> releasedPaths(const QList<ManagedFieldsEntry> &entries, const QString &manager,
                                  const QByteArray &body)
{
    const ManagedFieldsEntry *const ours = applyEntry(entries, manager);
    if (ours == nullptr) {
        return QStringList{};
    }
    const QJsonDocument owned = QJsonDocument::fromJson(ours->fieldsV1);
    if (!owned.isObject()) {
        return json::wrongContent(ours->manager);
    }
    QStringList released;
    collectMissing(owned.object(), QJsonDocument::fromJson(body).object(), {}, released);
    released.sort();
    return released;
}

} // namespace spillway::kube
