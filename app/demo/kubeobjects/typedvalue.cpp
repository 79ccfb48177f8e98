// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/typedvalue.h"

#include <QJsonObject>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

using Kind = SchemaNode::Kind;
const QJsonValue absent{QJsonValue::Undefined};

bool isEmptyComposite(const QJsonValue &value)
{
    return (value.isObject() && value.toObject().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || value.isNull() || value.isUndefined();
}

/// Two values of which none has content are one piece, so that null stays different from empty.
bool isLeaf(Shape shape, const QJsonValue &a, const QJsonValue &b)
{
    return shape == Shape::Leaf || (isEmptyComposite(a) && isEmptyComposite(b));
}

std::map<PathStep, QJsonValue> itemsByStep(const SchemaNode &schema, const QJsonArray &list)
{
    std::map<PathStep, QJsonValue> items;
    const std::vector<PathStep> steps = itemSteps(schema, list);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        items.emplace(steps[i], list.at(static_cast<qsizetype>(i)));
    }
    return items;
}

std::map<PathStep, QJsonArray> groupedByStep(const SchemaNode &schema, const QJsonArray &list)
{
    std::map<PathStep, QJsonArray> groups;
    const std::vector<PathStep> steps = itemSteps(schema, list);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        groups[steps[i]].append(list.at(static_cast<qsizetype>(i)));
    }
    return groups;
}

QStringList unionOfKeys(const QJsonObject &a, const QJsonObject &b)
{
    QStringList keys = a.keys();
    for (const QString &key : b.keys()) {
        if (!a.contains(key)) {
            keys.append(key);
        }
    }
    return keys;
}

Shape shapeOfEither(const SchemaNode *schema, const QJsonValue &a, const QJsonValue &b)
{
    const bool useA = !a.isUndefined() && !a.isNull();
    return shapeOf(schema, useA ? a : b);
}

void collectFields(const SchemaNode *schema, const QJsonValue &value, FieldPath &path,
                   FieldSet &found)
{
    const Shape shape = shapeOf(schema, value);
    if (shape == Shape::Leaf) {
        found.insert(path);
        return;
    }
    if (shape == Shape::Fields) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            path.push_back(PathStep::field(it.key()));
            collectFields(schemaBelow(schema, path.back()), it.value(), path, found);
            const bool empty =
                it.value().isNull() || (it.value().isObject() && it.value().toObject().isEmpty());
            if (empty || !schema || !schema->fields.contains(it.key())) {
                found.insert(path);
            }
            path.pop_back();
        }
        return;
    }
    const QJsonArray list = value.toArray();
    const std::vector<PathStep> steps = itemSteps(*schema, list);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        path.push_back(steps[i]);
        collectFields(schema->element.get(), list.at(static_cast<qsizetype>(i)), path, found);
        found.insert(path);
        path.pop_back();
    }
}

/// Lists with keys are woven: items of both in the order of the applied list, items of the live
/// list alone stay where they were among their neighbours.
class ListWeaver
{
public:
    ListWeaver(const SchemaNode &schema, const QJsonArray &live, const QJsonArray &applied)
        : m_schema(schema)
        , m_liveSteps(itemSteps(schema, live))
        , m_appliedSteps(itemSteps(schema, applied))
        , m_live(itemsByStep(schema, live))
        , m_applied(itemsByStep(schema, applied))
    {
        for (const PathStep &step : m_appliedSteps) {
            if (m_live.contains(step)) {
                m_shared.push_back(step);
            }
        }
    }

    QJsonArray woven()
    {
        while (m_l < m_liveSteps.size() || m_a < m_appliedSteps.size()) {
            if (!takeLive()) {
                takeApplied();
            }
        }
        return m_out;
    }

private:
    bool takeLive()
    {
        if (m_l >= m_liveSteps.size()) {
            return false;
        }
        const PathStep &step = m_liveSteps[m_l];
        if (!m_applied.contains(step)) {
            m_out.append(m_live.at(step));
            ++m_l;
            return true;
        }
        const bool next = m_nextShared < m_shared.size() && m_shared[m_nextShared] == step;
        const bool same = m_a < m_appliedSteps.size() && m_appliedSteps[m_a] == step;
        if (same || !next) {
            ++m_l; // it comes, or came, in its place of the applied list
            return !same;
        }
        return false;
    }

    void takeApplied()
    {
        if (m_a >= m_appliedSteps.size()) {
            return;
        }
        const PathStep &step = m_appliedSteps[m_a++];
        const auto live = m_live.find(step);
        m_out.append(mergeValues(m_schema.element.get(),
                                 live == m_live.end() ? absent : live->second, m_applied.at(step)));
        if (m_nextShared < m_shared.size() && m_shared[m_nextShared] == step) {
            ++m_nextShared;
        }
    }

    const SchemaNode &m_schema;
    std::vector<PathStep> m_liveSteps;
    std::vector<PathStep> m_appliedSteps;
    std::map<PathStep, QJsonValue> m_live;
    std::map<PathStep, QJsonValue> m_applied;
    std::vector<PathStep> m_shared;
    std::size_t m_l = 0;
    std::size_t m_a = 0;
    std::size_t m_nextShared = 0;
    QJsonArray m_out;
};

/// Walks two values and files each difference.
class Comparer
{
public:
    Comparison result;

    void walk(const SchemaNode *schema, const QJsonValue &before, const QJsonValue &after)
    {
        const Shape shape = shapeOfEither(schema, before, after);
        if (isLeaf(shape, before, after)) {
            leaf(before, after);
            return;
        }
        if (shape == Shape::Fields) {
            fields(schema, before.toObject(), after.toObject());
        } else {
            items(*schema, before.toArray(), after.toArray());
        }
        if (before.isUndefined()) {
            result.added.insert(m_path);
        } else if (after.isUndefined()) {
            result.removed.insert(m_path);
        }
    }

private:
    void leaf(const QJsonValue &before, const QJsonValue &after)
    {
        if (before.isUndefined()) {
            result.added.insert(m_path);
        } else if (after.isUndefined()) {
            result.removed.insert(m_path);
        } else if (before != after) {
            result.modified.insert(m_path);
        }
    }

    void fields(const SchemaNode *schema, const QJsonObject &before, const QJsonObject &after)
    {
        for (const QString &key : unionOfKeys(before, after)) {
            m_path.push_back(PathStep::field(key));
            walk(schemaBelow(schema, m_path.back()), before[key], after[key]);
            m_path.pop_back();
        }
    }

    void items(const SchemaNode &schema, const QJsonArray &before, const QJsonArray &after)
    {
        const auto old = groupedByStep(schema, before);
        const auto fresh = groupedByStep(schema, after);
        std::set<PathStep> steps;
        for (const auto &entry : old) {
            steps.insert(entry.first);
        }
        for (const auto &entry : fresh) {
            steps.insert(entry.first);
        }
        for (const PathStep &step : steps) {
            const auto was = old.find(step);
            const auto is = fresh.find(step);
            m_path.push_back(step);
            item(schema, was == old.end() ? QJsonArray() : was->second,
                 is == fresh.end() ? QJsonArray() : is->second);
            m_path.pop_back();
        }
    }

    /// Items that share a key are one piece.
    void item(const SchemaNode &schema, const QJsonArray &was, const QJsonArray &is)
    {
        if (was.size() <= 1 && is.size() <= 1) {
            walk(schema.element.get(), was.isEmpty() ? absent : was[0],
                 is.isEmpty() ? absent : is[0]);
        } else {
            leaf(was.isEmpty() ? absent : QJsonValue(was), is.isEmpty() ? absent : QJsonValue(is));
        }
    }

    FieldPath m_path;
};

QJsonValue removeFromList(const SchemaNode &schema, const QJsonArray &list, const FieldSet &fields)
{
    const std::vector<PathStep> steps = itemSteps(schema, list);
    QJsonArray kept;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!fields.has(steps[i])) {
            kept.append(removeFields(schema.element.get(), list.at(static_cast<qsizetype>(i)),
                                     fields.below(steps[i])));
        }
    }
    return kept.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(kept);
}

} // namespace

Shape shapeOf(const SchemaNode *schema, const QJsonValue &value)
{
    if (!schema || schema->kind == Kind::Any) {
        return value.isObject() ? Shape::Fields : Shape::Leaf;
    }
    if (schema->atomic || !schema->isComposite()) {
        return Shape::Leaf;
    }
    if (schema->kind != Kind::List) {
        return Shape::Fields;
    }
    switch (schema->listType) {
    case SchemaNode::ListType::Map:
        return Shape::KeyedList;
    case SchemaNode::ListType::Set:
        return Shape::SetList;
    case SchemaNode::ListType::Atomic:
        break;
    }
    return Shape::Leaf;
}

std::vector<PathStep> itemSteps(const SchemaNode &schema, const QJsonArray &list)
{
    std::vector<PathStep> steps;
    for (const QJsonValue item : list) {
        if (schema.listType == SchemaNode::ListType::Set) {
            steps.push_back(PathStep::value(item));
            continue;
        }
        QJsonObject keys;
        for (const QString &key : schema.mapKeys) {
            QJsonValue value = item[key];
            if (value.isUndefined()) {
                const SchemaPtr field = schema.element->field(key);
                value = field ? field->fallback : value;
            }
            keys[key] = value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
        }
        steps.push_back(PathStep::key(keys));
    }
    return steps;
}

FieldSet fieldsOf(const SchemaNode *schema, const QJsonValue &value)
{
    FieldSet found;
    FieldPath path;
    collectFields(schema, value, path, found);
    return found;
}

QJsonValue mergeValues(const SchemaNode *schema, const QJsonValue &live, const QJsonValue &applied)
{
    const Shape shape = shapeOfEither(schema, applied, live);
    if (isLeaf(shape, live, applied)) {
        return applied.isUndefined() ? live : applied;
    }
    if (shape == Shape::Fields) {
        const QJsonObject a = live.toObject();
        const QJsonObject b = applied.toObject();
        QJsonObject merged;
        for (const QString &key : unionOfKeys(a, b)) {
            merged[key] = mergeValues(schemaBelow(schema, PathStep::field(key)), a[key], b[key]);
        }
        return merged;
    }
    return ListWeaver(*schema, live.toArray(), applied.toArray()).woven();
}

QJsonValue removeFields(const SchemaNode *schema, const QJsonValue &value, const FieldSet &fields)
{
    const Shape shape = shapeOf(schema, value);
    if (fields.isEmpty() || shape == Shape::Leaf || isEmptyComposite(value)) {
        return value;
    }
    if (shape != Shape::Fields) {
        return removeFromList(*schema, value.toArray(), fields);
    }
    const QJsonObject object = value.toObject();
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const PathStep step = PathStep::field(it.key());
        if (!fields.has(step)) {
            kept[it.key()] =
                removeFields(schemaBelow(schema, step), it.value(), fields.below(step));
        }
    }
    return kept.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(kept);
}

Comparison compareValues(const SchemaNode *schema, const QJsonValue &before,
                         const QJsonValue &after)
{
    Comparer comparer;
    comparer.walk(schema, before, after);
    return std::move(comparer.result);
}

} // namespace spillway::demo
