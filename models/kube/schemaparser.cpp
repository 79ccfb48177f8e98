// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schemaparser.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace spillway {

namespace {

using Kind = SchemaNode::Kind;

/// Definitions whose meaning is not in their schema.
Kind wellKnownKind(const QString &name)
{
    static const std::map<QString, Kind> known{
        {u"io.k8s.apimachinery.pkg.api.resource.Quantity"_s, Kind::Quantity},
        {u"io.k8s.apimachinery.pkg.util.intstr.IntOrString"_s, Kind::IntOrString},
        {u"io.k8s.apimachinery.pkg.apis.meta.v1.Time"_s, Kind::Time},
        {u"io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime"_s, Kind::MicroTime},
    };
    const auto found = known.find(name);
    return found == known.end() ? Kind::Any : found->second;
}

QStringList toStrings(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue item : list.toArray()) {
        texts.append(item.toString());
    }
    return texts;
}

Kind scalarKind(const QJsonObject &written)
{
    const QString type = written["type"_L1].toString();
    const QString format = written["format"_L1].toString();
    if (written["x-kubernetes-int-or-string"_L1].toBool() || format == "int-or-string"_L1) {
        return Kind::IntOrString;
    }
    if (type == "string"_L1) {
        return format == "byte"_L1 ? Kind::Bytes : Kind::String;
    }
    if (type == "integer"_L1) {
        return Kind::Integer;
    }
    if (type == "number"_L1) {
        return Kind::Number;
    }
    return type == "boolean"_L1 ? Kind::Boolean : Kind::Any;
}

/// What is written beside a reference, or in a schema of its own.
void readTraits(SchemaNode &node, const QJsonObject &written)
{
    if (written.contains("default"_L1)) {
        node.fallback = written["default"_L1];
    }
    if (written["x-kubernetes-map-type"_L1].toString() == "atomic"_L1) {
        node.atomic = true;
    }
    node.nullable = written["nullable"_L1].toBool(node.nullable);
    if (written.contains("x-kubernetes-patch-strategy"_L1)) {
        const QString strategy = written["x-kubernetes-patch-strategy"_L1].toString();
        node.patchMerges = strategy.contains("merge"_L1);
        node.patchRetainsKeys = strategy.contains("retainKeys"_L1);
    }
    if (written.contains("x-kubernetes-patch-merge-key"_L1)) {
        node.patchMergeKey = written["x-kubernetes-patch-merge-key"_L1].toString();
    }
}

} // namespace

SchemaParser::SchemaParser(const QJsonObject &definitions, std::map<QString, SchemaPtr> &trees)
    : m_definitions(definitions)
    , m_trees(trees)
{}

SchemaPtr SchemaParser::definition(const QString &name)
{
    if (const auto found = m_trees.find(name); found != m_trees.end()) {
        return found->second;
    }
    auto node = std::make_shared<SchemaNode>();
    if (!m_definitions.contains(name)) {
        m_missing.append(name);
        return node;
    }
    if (m_open.contains(name)) {
        return node;
    }
    m_open.append(name);
    *node = *parse(m_definitions[name].toObject());
    m_open.removeLast();
    if (const Kind known = wellKnownKind(name); known != Kind::Any) {
        node->kind = known;
    }
    node->name = name;
    m_trees[name] = node;
    return node;
}

SchemaPtr SchemaParser::parse(const QJsonObject &written)
{
    static const auto prefix = "#/components/schemas/"_L1;
    auto node = std::make_shared<SchemaNode>();
    const QJsonArray all = written["allOf"_L1].toArray();
    const QString reference = written.contains("$ref"_L1)
                                  ? written["$ref"_L1].toString()
                                  : (all.size() == 1 ? all[0]["$ref"_L1].toString() : QString());
    if (reference.startsWith(prefix)) {
        *node = *definition(reference.mid(prefix.size()));
        readTraits(*node, written);
        return node;
    }
    node->rules = written;
    node->choices = toStrings(written["enum"_L1]);
    node->required = toStrings(written["required"_L1]);
    const QString type = written["type"_L1].toString();
    if (type == "object"_L1) {
        parseObject(*node, written);
    } else if (type == "array"_L1) {
        parseList(*node, written);
    } else {
        node->kind = scalarKind(written);
        const QString format = written["format"_L1].toString();
        node->bits = format == "int32"_L1 ? 32 : (format == "int64"_L1 ? 64 : 0);
    }
    readTraits(*node, written);
    return node;
}

void SchemaParser::parseObject(SchemaNode &node, const QJsonObject &written)
{
    node.keepsUnknown = written["x-kubernetes-preserve-unknown-fields"_L1].toBool();
    const QJsonObject properties = written["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        node.fields[it.key()] = parse(it.value().toObject());
    }
    if (!properties.isEmpty()) {
        node.kind = Kind::Struct;
    } else if (written["additionalProperties"_L1].isObject()) {
        node.kind = Kind::Map;
        node.element = parse(written["additionalProperties"_L1].toObject());
    }
    if (written["x-kubernetes-embedded-resource"_L1].toBool()) {
        node.kind = Kind::Any;
    }
}

void SchemaParser::parseList(SchemaNode &node, const QJsonObject &written)
{
    node.kind = Kind::List;
    node.element = parse(written["items"_L1].toObject());
    const QString type = written["x-kubernetes-list-type"_L1].toString();
    node.mapKeys = toStrings(written["x-kubernetes-list-map-keys"_L1]);
    if (type == "map"_L1) {
        node.listType = SchemaNode::ListType::Map;
    } else if (type == "set"_L1) {
        node.listType = SchemaNode::ListType::Set;
    }
}

} // namespace spillway
