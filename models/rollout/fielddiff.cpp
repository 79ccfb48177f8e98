// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/fielddiff.h"

#include "rollout/objectschema.h"
#include "rollout/ownentry.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Without which object it is, and without what only the server writes.
QJsonObject content(QJsonObject object)
{
    constexpr std::array kept{"managedFields"_L1,
                              "resourceVersion"_L1,
                              "uid"_L1,
                              "generation"_L1,
                              "creationTimestamp"_L1,
                              "selfLink"_L1,
                              "deletionTimestamp"_L1,
                              "deletionGracePeriodSeconds"_L1,
                              "name"_L1,
                              "namespace"_L1};
    QJsonObject meta = object.value("metadata"_L1).toObject();
    for (const QLatin1String key : kept) {
        meta.remove(key);
    }
    object.remove("metadata"_L1);
    if (!meta.isEmpty()) {
        object.insert("metadata"_L1, meta);
    }
    for (const QLatin1String key : {"apiVersion"_L1, "kind"_L1, "status"_L1}) {
        object.remove(key);
    }
    return object;
}

struct Place
{
    QStringList elements;
    QString indexed;

    [[nodiscard]] Place field(const QString &key) const
    {
        return {elements + QStringList{QString{u'.' + key}}, indexed + u'.' + key};
    }
    [[nodiscard]] Place item(const QString &key, qsizetype index) const
    {
        const QString number = u'[' + QString::number(index) + u']';
        return {elements + QStringList{key.isEmpty() ? number : key}, indexed + number};
    }
};

/// One walk over both states.
class Walk
{
public:
    explicit Walk(std::vector<FieldDifference> &found)
        : m_found(found)
    {}

    void compare(const QJsonValue &before, const QJsonValue &after, const SchemaPtr &schema,
                 const Place &place)
    {
        if (before.isArray() && after.isArray()) {
            compareLists(before.toArray(), after.toArray(), schema, place);
        } else if (after.isObject() && (before.isObject() || isNew(before, after))) {
            compareObjects(before.toObject(), after.toObject(), schema, place);
        } else if (!sameScalar(before, after, schema)) {
            m_found.push_back({place.elements, place.indexed, before, after});
        }
    }

private:
    /// Fields that come are told one by one, what goes as a whole.
    static bool isNew(const QJsonValue &before, const QJsonValue &after)
    {
        return before.isUndefined() && !after.toObject().isEmpty();
    }

    void compareObjects(const QJsonObject &before, const QJsonObject &after,
                        const SchemaPtr &schema, const Place &place)
    {
        QStringList keys = before.keys() + after.keys();
        keys.sort();
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys)) {
            compare(before.value(key), after.value(key), schemaOfField(schema, key),
                    place.field(key));
        }
    }

    void compareLists(const QJsonArray &before, const QJsonArray &after, const SchemaPtr &schema,
                      const Place &place)
    {
        const QStringList oldKeys = itemKeys(before, schema);
        const QStringList newKeys = itemKeys(after, schema);
        const bool keyed = oldKeys.size() == before.size() && newKeys.size() == after.size();
        if (keyed) {
            compareByKey(before, oldKeys, after, newKeys, schema, place);
            return;
        }
        for (qsizetype i = 0; i < std::max(before.size(), after.size()); ++i) {
            compareItems(i < before.size() ? before.at(i) : undefined(),
                         i < after.size() ? after.at(i) : undefined(), schema, place.item({}, i));
        }
    }

    void compareByKey(const QJsonArray &before, const QStringList &oldKeys, const QJsonArray &after,
                      const QStringList &newKeys, const SchemaPtr &schema, const Place &place)
    {
        for (qsizetype i = 0; i < after.size(); ++i) {
            const qsizetype old = oldKeys.indexOf(newKeys.at(i));
            compareItems(old < 0 ? undefined() : before.at(old), after.at(i), schema,
                         place.item(newKeys.at(i), i));
        }
        for (qsizetype i = 0; i < before.size(); ++i) {
            if (!newKeys.contains(oldKeys.at(i))) {
                compareItems(before.at(i), undefined(), schema, place.item(oldKeys.at(i), i));
            }
        }
    }

    /// An item that only one side has is told as a whole.
    void compareItems(const QJsonValue &before, const QJsonValue &after, const SchemaPtr &list,
                      const Place &place)
    {
        if (before.isUndefined() || after.isUndefined()) {
            m_found.push_back({place.elements, place.indexed, before, after});
        } else {
            compare(before, after, schemaOfItems(list), place);
        }
    }

    static QJsonValue undefined() { return QJsonValue{QJsonValue::Undefined}; }

    std::vector<FieldDifference> &m_found;
};

QJsonValue overlaidValue(const QJsonValue &live, const QJsonValue &body, const SchemaPtr &schema);

QJsonObject overlaidFields(QJsonObject live, const QJsonObject &body, const SchemaPtr &schema)
{
    for (auto field = body.begin(); field != body.end(); ++field) {
        live.insert(field.key(), overlaidValue(live.value(field.key()), field.value(),
                                               schemaOfField(schema, field.key())));
    }
    return live;
}

/// Items of others stay only where the schema lets several owners share a list.
QJsonArray overlaidItems(QJsonArray live, const QJsonArray &body, const SchemaPtr &schema)
{
    const QStringList oldKeys = itemKeys(live, schema);
    const QStringList newKeys = itemKeys(body, schema);
    for (qsizetype i = 0; i < body.size(); ++i) {
        const qsizetype old = oldKeys.indexOf(newKeys.value(i));
        if (old < 0) {
            live.append(body.at(i));
        } else {
            live.replace(old, overlaidValue(live.at(old), body.at(i), schemaOfItems(schema)));
        }
    }
    return live;
}

QJsonValue overlaidValue(const QJsonValue &live, const QJsonValue &body, const SchemaPtr &schema)
{
    if (live.isObject() && body.isObject() && !(schema && schema->atomic)) {
        return overlaidFields(live.toObject(), body.toObject(), schema);
    }
    if (live.isArray() && body.isArray() && schema &&
        schema->listType != SchemaNode::ListType::Atomic) {
        return overlaidItems(live.toArray(), body.toArray(), schema);
    }
    return sameValue(live, body, schema) ? live : body;
}

} // namespace

std::vector<FieldDifference> diffObjects(const QJsonObject &before, const QJsonObject &after)
{
    std::vector<FieldDifference> found;
    if (before == after) {
        return found;
    }
    const auto valueOf = [](const QJsonObject &object) {
        return object.isEmpty() ? QJsonValue{QJsonValue::Undefined} : QJsonValue{content(object)};
    };
    Walk(found).compare(valueOf(before), valueOf(after), schemaOf(after.isEmpty() ? before : after),
                        {});
    std::sort(found.begin(), found.end(), [](const FieldDifference &a, const FieldDifference &b) {
        return a.elements < b.elements;
    });
    return found;
}

std::vector<FieldChange> fieldChanges(const QJsonObject &before, const QJsonObject &after,
                                      const Manifest &manifest)
{
    const std::vector<FieldDifference> differences = diffObjects(before, after);
    if (differences.empty()) {
        return {};
    }
    const kube::FieldOwners owners = fieldOwnersOf(before);
    std::vector<FieldChange> changes;
    for (const FieldDifference &one : differences) {
        const QString path = one.elements.join(QString{});
        changes.push_back({path, one.before, one.after, managersOf(owners, path),
                           one.after.isUndefined() ? QString{} : manifest.sourceOf(one.indexed)});
    }
    return changes;
}

QJsonObject overlaid(const QJsonObject &live, const QJsonObject &body)
{
    return overlaidFields(live, body, schemaOf(body));
}

} // namespace spillway
