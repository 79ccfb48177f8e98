// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/ownentry.h"

#include "rollout/objectschema.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// The schema is large and seldom needed: it is looked at when two texts differ that may be the
/// same quantity. Where it does not know a place, no text is one.
struct Field
{
    const QJsonObject *object; ///< apiVersion and kind
    QStringList keys;          ///< names of fields; empty for the items of a list

    [[nodiscard]] Field field(const QString &key) const
    {
        return {object, keys + QStringList{key}};
    }
    [[nodiscard]] Field item() const { return {object, keys + QStringList{QString{}}}; }
    [[nodiscard]] SchemaPtr schema() const
    {
        SchemaPtr schema = schemaOf(*object);
        for (const QString &key : keys) {
            schema = key.isEmpty() ? schemaOfItems(schema) : schemaOfField(schema, key);
        }
        return schema;
    }
};

bool same(const QJsonValue &a, const QJsonValue &b, const Field &field)
{
    return a == b || sameValue(a, b, field.schema());
}

/// Members of a fieldsV1 object, without the mark of the thing itself.
QStringList membersOf(const QJsonObject &fields)
{
    QStringList members = fields.keys();
    members.removeAll(u"."_s);
    return members;
}

QString nameOf(const QString &member)
{
    return member.sliced(std::min<qsizetype>(2, member.size()));
}

bool isField(const QString &member)
{
    return member.startsWith("f:"_L1);
}

/// Index of the list item that `k:{...}`, `v:...` or `i:3` means, or -1.
qsizetype indexOf(const QJsonArray &items, const QString &member)
{
    if (member.startsWith("i:"_L1)) {
        const qsizetype index = nameOf(member).toInt();
        return index < items.size() ? index : -1;
    }
    const QJsonValue wanted =
        QJsonDocument::fromJson("[" + nameOf(member).toUtf8() + "]").array().at(0);
    const QJsonObject keys = wanted.toObject();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonObject item = items.at(i).toObject();
        bool equal = member.startsWith("k:"_L1) ? !keys.isEmpty() : items.at(i) == wanted;
        for (auto key = keys.begin(); equal && key != keys.end(); ++key) {
            equal = item.value(key.key()) == key.value();
        }
        if (equal) {
            return i;
        }
    }
    return -1;
}

QJsonValue partOf(const QJsonValue &value, const QString &member)
{
    if (isField(member)) {
        return value.toObject().value(nameOf(member));
    }
    const QJsonArray items = value.toArray();
    const qsizetype index = indexOf(items, member);
    return index < 0 ? QJsonValue{QJsonValue::Undefined} : items.at(index);
}

/// Without apiVersion, kind and what identifies the object: nobody owns these.
QJsonObject ownable(QJsonObject body)
{
    body.remove("apiVersion"_L1);
    body.remove("kind"_L1);
    QJsonObject meta = body.value("metadata"_L1).toObject();
    for (const QLatin1String key : {"name"_L1, "namespace"_L1, "uid"_L1, "resourceVersion"_L1}) {
        meta.remove(key);
    }
    if (meta.isEmpty()) {
        body.remove("metadata"_L1);
    } else {
        body.insert("metadata"_L1, meta);
    }
    return body;
}

/// Whether the entry's fields are exactly those of the body, with the live values.
bool isSame(const QJsonObject &fields, const QJsonValue &body, const QJsonValue &live,
            const Field &field)
{
    const QStringList members = membersOf(fields);
    if (members.isEmpty()) {
        const bool emptied = body.isObject() && body.toObject().isEmpty();
        return emptied ? live.isObject() : same(body, live, field);
    }
    const qsizetype count = body.isArray() ? body.toArray().size() : body.toObject().size();
    return members.size() == count &&
           std::all_of(members.cbegin(), members.cend(), [&](const QString &member) {
               const QJsonValue part = partOf(body, member);
               return !part.isUndefined() &&
                      isSame(fields.value(member).toObject(), part, partOf(live, member),
                             isField(member) ? field.field(nameOf(member)) : field.item());
           });
}

/// What the fields name, out of a value.
QJsonValue extracted(const QJsonObject &fields, const QJsonValue &value)
{
    const QStringList members = membersOf(fields);
    if (members.isEmpty()) {
        return value;
    }
    if (value.isArray()) {
        QJsonArray items;
        for (const QString &member : members) {
            const QJsonValue item = partOf(value, member);
            QJsonValue part = extracted(fields.value(member).toObject(), item);
            if (member.startsWith("k:"_L1) && part.isObject()) { // an item without keys is none
                QJsonObject keyed = QJsonDocument::fromJson(nameOf(member).toUtf8()).object();
                const QJsonObject rest = part.toObject();
                for (auto one = rest.begin(); one != rest.end(); ++one) {
                    keyed.insert(one.key(), one.value());
                }
                part = keyed;
            }
            if (!item.isUndefined()) {
                items.append(part);
            }
        }
        return items;
    }
    QJsonObject object;
    for (const QString &member : members) {
        const QJsonValue part = extracted(fields.value(member).toObject(), partOf(value, member));
        if (!part.isUndefined()) {
            object.insert(nameOf(member), part);
        }
    }
    return object;
}

/// One set of fields and another. A thing that one of them owns whole stays whole.
QJsonObject united(QJsonObject fields, const QJsonObject &more)
{
    for (auto member = more.begin(); member != more.end(); ++member) {
        const QJsonValue known = fields.value(member.key());
        const bool whole = known.isObject() && known.toObject().isEmpty();
        if (!whole) {
            fields.insert(member.key(), united(known.toObject(), member.value().toObject()));
        }
    }
    return fields;
}

/// A leaf that somebody owns and that the body has too.
struct CommonLeaf
{
    QStringList members; ///< of fieldsV1, from the object to the leaf
    QJsonValue live{QJsonValue::Undefined};
    bool equal = false;
};

void collectCommon(const QJsonObject &fields, const QJsonValue &body, const QJsonValue &live,
                   const Field &field, const QStringList &place, std::vector<CommonLeaf> &found)
{
    const QStringList members = membersOf(fields);
    if (members.isEmpty()) {
        // An object here is the trace of somebody who gave its fields up (wire fact 39).
        if (!body.isObject()) {
            found.push_back({place, live, same(body, live, field)});
        }
        return;
    }
    for (const QString &member : members) {
        const QJsonValue part = partOf(body, member);
        if (!part.isUndefined()) {
            collectCommon(fields.value(member).toObject(), part, partOf(live, member),
                          isField(member) ? field.field(nameOf(member)) : field.item(),
                          place + QStringList{member}, found);
        }
    }
}

void collectLeaves(const QJsonObject &fields, const QJsonValue &value, const QStringList &place,
                   std::vector<CommonLeaf> &found)
{
    const QStringList members = membersOf(fields);
    if (members.isEmpty() && !place.isEmpty()) {
        found.push_back({place, value, true});
    }
    for (const QString &member : members) {
        collectLeaves(fields.value(member).toObject(), partOf(value, member),
                      place + QStringList{member}, found);
    }
}

QJsonObject nested(const QStringList &members)
{
    QJsonObject fields;
    for (auto member = members.crbegin(); member != members.crend(); ++member) {
        fields = QJsonObject{{*member, fields}};
    }
    return fields;
}

/// In the notation of managedfields.h; empty: it cannot be told.
QString pathOf(const QStringList &members)
{
    const Result<QStringList> paths =
        kube::fieldPaths(QJsonDocument(nested(members)).toJson(QJsonDocument::Compact));
    return paths ? paths->value(0) : QString{};
}

bool isOurs(const kube::ManagedFieldsEntry &entry, const QString &manager)
{
    return entry.manager == manager && entry.isApply() && entry.subresource.isEmpty();
}

QJsonObject fieldsOf(const kube::ManagedFieldsEntry &entry)
{
    return QJsonDocument::fromJson(entry.fieldsV1).object();
}

/// Leaves that others own and the body has, with their owners, by path.
struct OthersLeaf
{
    CommonLeaf leaf;
    QList<kube::FieldOwner> owners;
};
QMap<QString, OthersLeaf> othersLeaves(const QJsonObject &live, const QString &manager,
                                       const QJsonObject &body)
{
    QMap<QString, OthersLeaf> leaves;
    const QJsonObject wanted = ownable(body);
    const QList<kube::ManagedFieldsEntry> entries = managedFieldsOf(live);
    for (const kube::ManagedFieldsEntry &entry : entries) {
        if (isOurs(entry, manager)) {
            continue;
        }
        std::vector<CommonLeaf> found;
        collectCommon(fieldsOf(entry), wanted, live, {&live, {}}, {}, found);
        for (const CommonLeaf &leaf : found) {
            OthersLeaf &one = leaves[pathOf(leaf.members)];
            one.leaf = leaf;
            one.owners.append(
                {entry.manager, entry.operation, entry.subresource, entry.apiVersion, entry.time});
        }
    }
    return leaves;
}

std::vector<ForeignField> othersFields(const QJsonObject &live, const QString &manager,
                                       const QJsonObject &body, bool equal)
{
    std::vector<ForeignField> fields;
    const QMap<QString, OthersLeaf> leaves = othersLeaves(live, manager, body);
    for (auto leaf = leaves.begin(); leaf != leaves.end(); ++leaf) {
        if (leaf->leaf.equal == equal) {
            fields.push_back({leaf.key(), leaf->leaf.live, leaf->owners});
        }
    }
    return fields;
}

QJsonObject takenFields(const QJsonObject &live, const QString &manager, const QJsonObject &body)
{
    QJsonObject fields;
    const QMap<QString, OthersLeaf> leaves = othersLeaves(live, manager, body);
    for (const OthersLeaf &one : leaves) {
        if (!one.leaf.equal) {
            fields = united(fields, nested(one.leaf.members));
        }
    }
    return fields;
}

} // namespace

bool isAppliedAlready(const QJsonObject &live, const QString &manager, const QJsonObject &body)
{
    const QJsonObject fields = ownFields(live, manager);
    return !membersOf(fields).isEmpty() && isSame(fields, ownable(body), live, {&live, {}});
}

QJsonObject ownedBody(const QJsonObject &live, const QString &manager, const QJsonObject &taking)
{
    QJsonObject fields = ownFields(live, manager);
    if (!taking.isEmpty()) {
        fields = united(fields, takenFields(live, manager, taking));
    }
    QJsonObject body = fields.isEmpty() ? QJsonObject{} : extracted(fields, live).toObject();
    const QJsonObject meta = live.value("metadata"_L1).toObject();
    QJsonObject owned = body.value("metadata"_L1).toObject();
    for (const QLatin1String key : {"name"_L1, "namespace"_L1}) {
        if (meta.contains(key)) {
            owned.insert(key, meta.value(key));
        }
    }
    body.insert("metadata"_L1, owned);
    body.insert("apiVersion"_L1, live.value("apiVersion"_L1));
    body.insert("kind"_L1, live.value("kind"_L1));
    return body;
}

std::vector<ForeignField> foreignFields(const QJsonObject &live, const QString &manager,
                                        const QJsonObject &body)
{
    return othersFields(live, manager, body, false);
}

std::vector<ForeignField> sharedFields(const QJsonObject &live, const QString &manager,
                                       const QJsonObject &body)
{
    return othersFields(live, manager, body, true);
}

QList<kube::ManagedFieldsEntry> managedFieldsOf(const QJsonObject &object)
{
    QList<kube::ManagedFieldsEntry> entries;
    const QJsonArray managed =
        object.value("metadata"_L1).toObject().value("managedFields"_L1).toArray();
    for (const QJsonValue value : managed) {
        const QJsonObject entry = value.toObject();
        entries.append(
            {entry.value("manager"_L1).toString(), entry.value("operation"_L1).toString(),
             entry.value("apiVersion"_L1).toString(), entry.value("subresource"_L1).toString(),
             kube::parseTime(entry.value("time"_L1).toString().toUtf8()),
             QJsonDocument(entry.value("fieldsV1"_L1).toObject()).toJson(QJsonDocument::Compact)});
    }
    return entries;
}

kube::FieldOwners fieldOwnersOf(const QJsonObject &object)
{
    return kube::fieldOwners(managedFieldsOf(object));
}

QJsonObject ownFields(const QJsonObject &object, const QString &manager)
{
    const QJsonArray managed =
        object.value("metadata"_L1).toObject().value("managedFields"_L1).toArray();
    for (const QJsonValue value : managed) {
        const QJsonObject entry = value.toObject();
        if (entry.value("manager"_L1) == manager && entry.value("operation"_L1) == "Apply"_L1 &&
            entry.value("subresource"_L1).toString().isEmpty()) {
            return entry.value("fieldsV1"_L1).toObject();
        }
    }
    return {};
}

QMap<QString, QJsonValue> ownedValues(const QJsonObject &object, const QString &manager)
{
    std::vector<CommonLeaf> leaves;
    collectLeaves(ownFields(object, manager), object, {}, leaves);
    QMap<QString, QJsonValue> values;
    for (const CommonLeaf &leaf : leaves) {
        values.insert(pathOf(leaf.members), leaf.live);
    }
    return values;
}

QStringList managersOf(const kube::FieldOwners &owners, const QString &path)
{
    QStringList managers;
    const QList<kube::FieldOwner> found = kube::ownersOf(owners, path);
    for (const kube::FieldOwner &owner : found) {
        managers.append(owner.manager);
    }
    managers.sort();
    managers.removeDuplicates();
    return managers;
}

} // namespace spillway
