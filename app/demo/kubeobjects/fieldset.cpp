// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/fieldset.h"

#include "kubeobjects/jsontools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

QString compact(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

} // namespace

PathStep PathStep::key(const QJsonObject &keys)
{
    return {Kind::Key, compact(keys)};
}

PathStep PathStep::value(const QJsonValue &value)
{
    return {Kind::Value, compact(value)};
}

std::optional<PathStep> PathStep::parse(const QString &encoded)
{
    if (encoded.size() < 2 || encoded[1] != u':') {
        return std::nullopt;
    }
    const QString rest = encoded.mid(2);
    switch (encoded[0].unicode()) {
    case u'f':
        return PathStep{Kind::Field, rest};
    case u'i':
        return PathStep{Kind::Index, rest};
    case u'k': {
        const QJsonDocument keys = QJsonDocument::fromJson(rest.toUtf8());
        return keys.isObject() ? std::optional(key(keys.object())) : std::nullopt;
    }
    case u'v': {
        const QJsonDocument list = QJsonDocument::fromJson("[" + rest.toUtf8() + "]");
        return list.isArray() ? std::optional(value(list.array().at(0))) : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

QString PathStep::encoded() const
{
    static constexpr std::array prefixes{u'f', u'k', u'v', u'i'};
    return QChar(prefixes.at(static_cast<std::size_t>(kind))) + u':' + text;
}

QString PathStep::shown() const
{
    switch (kind) {
    case Kind::Field:
        return u'.' + text;
    case Kind::Value:
        return u"[="_s + text + u']';
    case Kind::Index:
        return u'[' + text + u']';
    case Kind::Key:
        break;
    }
    const QJsonObject keys = QJsonDocument::fromJson(text.toUtf8()).object();
    QStringList parts;
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        parts.append(it.key() + u'=' + compact(it.value()));
    }
    return u'[' + parts.join(u',') + u']';
}

QString toText(const FieldPath &path)
{
    QString text;
    for (const PathStep &step : path) {
        text += step.shown();
    }
    return text;
}

void FieldSet::insert(const FieldPath &path)
{
    FieldSet *level = this;
    Node *node = nullptr;
    for (const PathStep &step : path) {
        node = &level->m_nodes[step];
        level = &node->children;
    }
    if (node) {
        node->member = true;
    }
}

bool FieldSet::has(const PathStep &step) const
{
    const auto found = m_nodes.find(step);
    return found != m_nodes.end() && found->second.member;
}

FieldSet FieldSet::below(const PathStep &step) const
{
    const auto found = m_nodes.find(step);
    return found == m_nodes.end() ? FieldSet() : found->second.children;
}

FieldSet FieldSet::united(const FieldSet &other) const
{
    FieldSet result = *this;
    for (const auto &[step, node] : other.m_nodes) {
        Node &target = result.m_nodes[step];
        target.member = target.member || node.member;
        target.children = target.children.united(node.children);
    }
    return result;
}

FieldSet FieldSet::without(const FieldSet &other) const
{
    FieldSet result;
    for (const auto &[step, node] : m_nodes) {
        Node kept{node.member && !other.has(step), node.children.without(other.below(step))};
        if (kept.member || !kept.children.isEmpty()) {
            result.m_nodes.emplace(step, std::move(kept));
        }
    }
    return result;
}

FieldSet FieldSet::common(const FieldSet &other) const
{
    FieldSet result;
    for (const auto &[step, node] : m_nodes) {
        Node kept{node.member && other.has(step), node.children.common(other.below(step))};
        if (kept.member || !kept.children.isEmpty()) {
            result.m_nodes.emplace(step, std::move(kept));
        }
    }
    return result;
}

FieldSet FieldSet::withoutTrees(const FieldSet &other) const
{
    FieldSet result;
    for (const auto &[step, node] : m_nodes) {
        if (other.has(step)) {
            continue;
        }
        Node kept{node.member, node.children.withoutTrees(other.below(step))};
        if (kept.member || !kept.children.isEmpty()) {
            result.m_nodes.emplace(step, std::move(kept));
        }
    }
    return result;
}

FieldSet FieldSet::withNamedParents(const SchemaNode *schema) const
{
    FieldSet result;
    for (const auto &[step, node] : m_nodes) {
        const bool named = step.kind == PathStep::Kind::Field && schema &&
                           schema->fields.contains(step.text) && !node.children.isEmpty();
        result.m_nodes.emplace(step, Node{node.member || named, node.children.withNamedParents(
                                                                    schemaBelow(schema, step))});
    }
    return result;
}

std::vector<FieldPath> FieldSet::paths() const
{
    std::vector<FieldPath> found;
    FieldPath prefix;
    collect(prefix, found);
    return found;
}

void FieldSet::collect(FieldPath &prefix, std::vector<FieldPath> &found) const
{
    for (const auto &[step, node] : m_nodes) {
        if (node.member) {
            found.push_back(prefix);
            found.back().push_back(step);
        }
    }
    for (const auto &[step, node] : m_nodes) {
        prefix.push_back(step);
        node.children.collect(prefix, found);
        prefix.pop_back();
    }
}

QJsonObject FieldSet::toJson() const
{
    QJsonObject fields;
    for (const auto &[step, node] : m_nodes) {
        QJsonObject below = node.children.toJson();
        if (node.member && !below.isEmpty()) {
            below["."_L1] = QJsonObject();
        }
        fields[step.encoded()] = below;
    }
    return fields;
}

std::optional<FieldSet> FieldSet::fromJson(const QJsonObject &fields)
{
    FieldSet set;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.key() == "."_L1) {
            continue;
        }
        const std::optional<PathStep> step = PathStep::parse(it.key());
        const QJsonObject below = it.value().toObject();
        const std::optional<FieldSet> children = fromJson(below);
        if (!step || !children) {
            return std::nullopt;
        }
        set.m_nodes.emplace(*step, Node{below.isEmpty() || below.contains("."_L1), *children});
    }
    return set;
}

bool operator==(const FieldSet &a, const FieldSet &b)
{
    return a.m_nodes == b.m_nodes;
}

const SchemaNode *schemaBelow(const SchemaNode *schema, const PathStep &step)
{
    if (!schema) {
        return nullptr;
    }
    if (step.kind != PathStep::Kind::Field) {
        return schema->kind == SchemaNode::Kind::List ? schema->element.get() : nullptr;
    }
    const SchemaPtr field = schema->field(step.text);
    if (field) {
        return field.get();
    }
    return schema->kind == SchemaNode::Kind::Map ? schema->element.get() : nullptr;
}

} // namespace spillway::demo
