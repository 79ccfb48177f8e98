// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/openapischema.h"
#include "kubeobjects/fieldset.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <vector>

namespace spillway::demo {

// The operations of structured-merge-diff on values with a schema, which server-side apply is made
// of. A null schema means that the shape is taken from the value (objects are merged field by
// field, lists are one piece). Undefined values are absent ones.
// https://github.com/kubernetes-sigs/structured-merge-diff

/// How a value with a schema is merged.
enum class Shape : std::uint8_t { Leaf, Fields, KeyedList, SetList };
[[nodiscard]] Shape shapeOf(const SchemaNode *schema, const QJsonValue &value);

/// The steps to the items of a keyed list or set, in order.
[[nodiscard]] std::vector<PathStep> itemSteps(const SchemaNode &schema, const QJsonArray &list);

/// What the value has that its schema does not know, or not in this type, as messages such as
/// ".spec.maxReplica: field not declared in schema".
[[nodiscard]] QStringList typedProblems(const SchemaNode &schema, const QJsonValue &value);

/// The paths that an apply of this value owns.
[[nodiscard]] FieldSet fieldsOf(const SchemaNode *schema, const QJsonValue &value);

[[nodiscard]] QJsonValue mergeValues(const SchemaNode *schema, const QJsonValue &live,
                                     const QJsonValue &applied);
[[nodiscard]] QJsonValue removeFields(const SchemaNode *schema, const QJsonValue &value,
                                      const FieldSet &fields);

struct Comparison
{
    FieldSet added;
    FieldSet modified;
    FieldSet removed;

    [[nodiscard]] bool isSame() const
    {
        return added.isEmpty() && modified.isEmpty() && removed.isEmpty();
    }
};
[[nodiscard]] Comparison compareValues(const SchemaNode *schema, const QJsonValue &before,
                                       const QJsonValue &after);

} // namespace spillway::demo
