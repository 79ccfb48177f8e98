// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/objectschema.h"

#include "core/quantity.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

/// A quantity may be written as a number.
QString quantityText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

bool sameQuantity(const QJsonValue &a, const QJsonValue &b)
{
    const Result<Quantity> first = parseQuantity(quantityText(a));
    const Result<Quantity> second = parseQuantity(quantityText(b));
    return first && second && *first == *second;
}

/// As managedFields writes it in messages.
QString scalarText(const QJsonValue &value)
{
    if (value.isString()) {
        return u'"' + value.toString() + u'"';
    }
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    return QString::number(value.toDouble(), 'g', 17);
}

QString jsonText(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

void addKey(QStringList &parts, QLatin1String name, const QString &value)
{
    if (!value.isEmpty()) {
        parts.append(name + u"=\""_s + value + u'"');
    }
}

/// An HPA's metrics are a set for its controller, which sorts them as it likes: what each measures
/// is its key.
QString metricKey(const QJsonObject &metric)
{
    const QString type = metric.value("type"_L1).toString();
    QString field = type;
    if (!field.isEmpty()) {
        field[0] = field.at(0).toLower();
    }
    const QJsonObject source = metric.value(field).toObject();
    const QJsonObject named = source.value("metric"_L1).toObject();
    const QJsonObject described = source.value("describedObject"_L1).toObject();
    QStringList parts;
    addKey(parts, "type"_L1, type);
    addKey(parts, "name"_L1,
           named.isEmpty() ? source.value("name"_L1).toString()
                           : named.value("name"_L1).toString());
    addKey(parts, "container"_L1, source.value("container"_L1).toString());
    if (!described.isEmpty()) {
        addKey(parts, "object"_L1,
               described.value("kind"_L1).toString() + u'/' +
                   described.value("name"_L1).toString());
    }
    if (named.contains("selector"_L1)) {
        addKey(parts, "selector"_L1, jsonText(named.value("selector"_L1)));
    }
    return u'[' + parts.join(u',') + u']';
}

bool isMetricList(const SchemaPtr &list)
{
    return list && list->element && list->element->name.endsWith("autoscaling.v2.MetricSpec"_L1);
}

/// Of a list whose schema names its keys; a key that is left out has a default.
QString keyBySchema(const QJsonObject &item, const QStringList &names)
{
    QStringList sorted = names;
    sorted.sort();
    QStringList parts;
    for (const QString &name : std::as_const(sorted)) {
        if (item.contains(name)) {
            parts.append(name + u'=' + scalarText(item.value(name)));
        }
    }
    return parts.isEmpty() ? QString{} : QString{u'[' + parts.join(u',') + u']'};
}

/// Lists with one owner: what people call their items.
QString keyByName(const QJsonValue &item)
{
    constexpr std::array names{"name"_L1, "alert"_L1, "record"_L1};
    const QJsonObject object = item.toObject();
    for (const QLatin1String name : names) {
        if (object.value(name).isString()) {
            return u'[' + name + u'=' + scalarText(object.value(name)) + u']';
        }
    }
    return {};
}

QString keyOf(const QJsonValue &item, const SchemaPtr &list)
{
    if (isMetricList(list)) {
        return metricKey(item.toObject());
    }
    if (list && list->listType == SchemaNode::ListType::Map) {
        return keyBySchema(item.toObject(), list->mapKeys);
    }
    if (list && list->listType == SchemaNode::ListType::Set) {
        return u"[="_s + scalarText(item) + u']';
    }
    return keyByName(item);
}

} // namespace

SchemaPtr schemaOf(const QJsonObject &object)
{
    const QString version = object.value("apiVersion"_L1).toString();
    const qsizetype slash = version.indexOf(u'/');
    return OpenApiSchema::shipped().kind({slash < 0 ? QString{} : version.first(slash),
                                          version.sliced(slash + 1),
                                          object.value("kind"_L1).toString()});
}

SchemaPtr schemaOfField(const SchemaPtr &parent, const QString &key)
{
    if (!parent) {
        return nullptr;
    }
    return parent->kind == SchemaNode::Kind::Map ? parent->element : parent->field(key);
}

SchemaPtr schemaOfItems(const SchemaPtr &list)
{
    return list ? list->element : nullptr;
}

bool sameScalar(const QJsonValue &a, const QJsonValue &b, const SchemaPtr &schema)
{
    if (a == b || (isNothing(a) && isNothing(b))) {
        return true;
    }
    return schema && schema->kind == SchemaNode::Kind::Quantity && sameQuantity(a, b);
}

bool sameValue(const QJsonValue &a, const QJsonValue &b, const SchemaPtr &schema)
{
    if (a == b) {
        return true;
    }
    if (a.isObject() && b.isObject()) {
        const QJsonObject first = a.toObject();
        const QJsonObject second = b.toObject();
        const QStringList keys = first.keys();
        return keys == second.keys() &&
               std::all_of(keys.cbegin(), keys.cend(), [&](const QString &key) {
                   return sameValue(first.value(key), second.value(key),
                                    schemaOfField(schema, key));
               });
    }
    if (a.isArray() && b.isArray()) {
        const QJsonArray first = a.toArray();
        const QJsonArray second = b.toArray();
        const SchemaPtr items = schemaOfItems(schema);
        return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                          [&items](const QJsonValue &one, const QJsonValue &other) {
                              return sameValue(one, other, items);
                          });
    }
    return sameScalar(a, b, schema);
}

QStringList itemKeys(const QJsonArray &items, const SchemaPtr &list)
{
    QStringList keys;
    for (const QJsonValue item : items) {
        const QString key = keyOf(item, list);
        if (key.isEmpty() || keys.contains(key)) {
            return {};
        }
        keys.append(key);
    }
    return keys;
}

} // namespace spillway
