// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/patches.h"

#include "kubeobjects/fieldset.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

const QJsonValue absent{QJsonValue::Undefined};

QStringList pointerSteps(const QString &pointer)
{
    QStringList steps = pointer.split(u'/').mid(1);
    for (QString &step : steps) {
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    }
    return steps;
}

/// The place of a list that a step names; -1 if there is none.
qsizetype listIndex(const QJsonArray &list, const QString &step, bool inserting)
{
    if (step == "-"_L1) {
        return inserting ? list.size() : -1;
    }
    bool ok = false;
    const int index = step.toInt(&ok);
    const bool inside = index >= 0 && index < list.size() + (inserting ? 1 : 0);
    return ok && inside ? index : -1;
}

enum class Edit : std::uint8_t { Add, Replace, Remove };

/// Changes the value below; nothing if the path leads nowhere.
std::optional<QJsonValue> edited(const QJsonValue &at, const QStringList &steps, Edit edit,
                                 const QJsonValue &value)
{
    if (steps.isEmpty()) {
        return value;
    }
    const QString &step = steps.constFirst();
    const bool last = steps.size() == 1;
    if (at.isObject()) {
        QJsonObject object = at.toObject();
        const bool exists = object.contains(step);
        if (!exists && !(last && edit == Edit::Add)) {
            return std::nullopt;
        }
        if (last && edit == Edit::Remove) {
            object.remove(step);
            return object;
        }
        const auto child = edited(object[step], steps.mid(1), edit, value);
        if (!child) {
            return std::nullopt;
        }
        object[step] = *child;
        return object;
    }
    if (!at.isArray()) {
        return std::nullopt;
    }
    QJsonArray list = at.toArray();
    const qsizetype index = listIndex(list, step, last && edit == Edit::Add);
    if (index < 0) {
        return std::nullopt;
    }
    if (last && edit == Edit::Add) {
        list.insert(index, value);
        return list;
    }
    if (last && edit == Edit::Remove) {
        list.removeAt(index);
        return list;
    }
    const auto child = edited(list[index], steps.mid(1), edit, value);
    if (!child) {
        return std::nullopt;
    }
    list[index] = *child;
    return list;
}

QJsonValue atPointer(const QJsonValue &root, const QStringList &steps)
{
    QJsonValue value = root;
    for (const QString &step : steps) {
        if (value.isArray()) {
            const QJsonArray list = value.toArray();
            const qsizetype index = listIndex(list, step, false);
            value = index < 0 ? absent : QJsonValue(list[index]);
        } else {
            value = value[step];
        }
    }
    return value;
}

std::optional<QJsonValue> operated(const QJsonValue &root, const QJsonObject &operation)
{
    const QString op = operation["op"_L1].toString();
    const QStringList path = pointerSteps(operation["path"_L1].toString());
    const QJsonValue value = operation["value"_L1];
    if (op == "test"_L1) {
        const QJsonValue found = atPointer(root, path);
        const bool same = found == value || (found.isUndefined() && value.isNull());
        return same ? std::optional(root) : std::nullopt;
    }
    if (op == "add"_L1 || op == "replace"_L1 || op == "remove"_L1) {
        const Edit edit = op == "add"_L1       ? Edit::Add
                          : op == "replace"_L1 ? Edit::Replace
                                               : Edit::Remove;
        return edited(root, path, edit, value);
    }
    if (op != "move"_L1 && op != "copy"_L1) {
        return std::nullopt;
    }
    const QStringList from = pointerSteps(operation["from"_L1].toString());
    const QJsonValue moved = atPointer(root, from);
    if (moved.isUndefined()) {
        return std::nullopt;
    }
    const auto without =
        op == "move"_L1 ? edited(root, from, Edit::Remove, absent) : std::optional(root);
    return without ? edited(*without, path, Edit::Add, moved) : std::nullopt;
}

qsizetype findByKey(const QJsonArray &list, const QString &key, const QJsonValue &wanted)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list[i][key] == wanted) {
            return i;
        }
    }
    return -1;
}

QJsonArray mergedByKey(const SchemaNode &schema, const QJsonArray &target, const QJsonArray &patch)
{
    const QString &key = schema.patchMergeKey;
    QJsonArray merged = target;
    for (const QJsonValue item : patch) {
        const QString directive = item["$patch"_L1].toString();
        const qsizetype at = findByKey(merged, key, item[key]);
        if (directive == "replace"_L1 && !item.toObject().contains(key)) {
            merged = {}; // the whole list; the other items of the patch follow
        } else if (directive == "delete"_L1) {
            if (at >= 0) {
                merged.removeAt(at);
            }
        } else if (at >= 0) {
            merged[at] = strategicPatched(schema.element.get(), merged[at], item);
        } else {
            merged.append(strategicPatched(schema.element.get(), QJsonObject(), item));
        }
    }
    return merged;
}

QJsonArray mergedSet(const QJsonArray &target, const QJsonArray &patch)
{
    QJsonArray merged = target;
    for (const QJsonValue item : patch) {
        if (!merged.contains(item)) {
            merged.append(item);
        }
    }
    return merged;
}

void deleteFromList(QJsonObject &object, const QString &key, const QJsonArray &gone)
{
    QJsonArray kept;
    for (const QJsonValue item : object.value(key).toArray()) {
        if (!gone.contains(item)) {
            kept.append(item);
        }
    }
    object[key] = kept;
}

void retainKeys(QJsonObject &object, const QJsonArray &keys)
{
    for (const QString &key : object.keys()) {
        if (!keys.contains(key)) {
            object.remove(key);
        }
    }
}

} // namespace

QJsonValue mergePatched(const QJsonValue &target, const QJsonValue &patch)
{
    if (!patch.isObject()) {
        return patch;
    }
    QJsonObject merged = target.toObject();
    const QJsonObject changes = patch.toObject();
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.value().isNull()) {
            merged.remove(it.key());
        } else {
            merged[it.key()] = mergePatched(merged[it.key()], it.value());
        }
    }
    return merged;
}

std::optional<QJsonObject> jsonPatched(const QJsonObject &target, const QJsonArray &patch)
{
    QJsonValue value = target;
    for (const QJsonValue operation : patch) {
        const std::optional<QJsonValue> next = operated(value, operation.toObject());
        if (!next) {
            return std::nullopt;
        }
        value = *next;
    }
    return value.isObject() ? std::optional(value.toObject()) : std::nullopt;
}

QJsonValue strategicPatched(const SchemaNode *schema, const QJsonValue &target,
                            const QJsonValue &patch)
{
    if (patch.isArray()) {
        const bool merges = schema && schema->patchMerges && target.isArray();
        if (!merges) {
            return patch;
        }
        return schema->patchMergeKey.isEmpty()
                   ? mergedSet(target.toArray(), patch.toArray())
                   : mergedByKey(*schema, target.toArray(), patch.toArray());
    }
    if (!patch.isObject()) {
        return patch;
    }
    static const auto deletion = "$deleteFromPrimitiveList/"_L1;
    QJsonObject changes = patch.toObject();
    const QString directive = changes.take("$patch"_L1).toString();
    if (directive == "delete"_L1) {
        return QJsonObject();
    }
    QJsonObject merged = directive == "replace"_L1 ? QJsonObject() : target.toObject();
    const QJsonValue retained = changes.take("$retainKeys"_L1);
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.key().startsWith(deletion)) {
            deleteFromList(merged, it.key().mid(deletion.size()), it.value().toArray());
        } else if (it.value().isNull()) {
            merged.remove(it.key());
        } else if (!it.key().startsWith("$setElementOrder/"_L1)) {
            merged[it.key()] = strategicPatched(schemaBelow(schema, PathStep::field(it.key())),
                                                merged[it.key()], it.value());
        }
    }
    if (retained.isArray()) {
        retainKeys(merged, retained.toArray());
    }
    return merged;
}

} // namespace spillway::demo
