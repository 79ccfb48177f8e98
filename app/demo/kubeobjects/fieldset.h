// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/openapischema.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

namespace spillway::demo {

/// One step of a field path as managedFields writes it: "f:spec", "k:{"name":"app"}", "v:"x"" or
/// "i:3". A value; ordered as structured-merge-diff orders them.
struct PathStep
{
    enum class Kind : std::uint8_t { Field, Key, Value, Index };

    Kind kind = Kind::Field;
    QString text; ///< the field's name, or compact JSON of key, value or index

    [[nodiscard]] static PathStep field(const QString &name) { return {Kind::Field, name}; }
    [[nodiscard]] static PathStep key(const QJsonObject &keys);
    [[nodiscard]] static PathStep value(const QJsonValue &value);
    [[nodiscard]] static std::optional<PathStep> parse(const QString &encoded);
    [[nodiscard]] QString encoded() const;
    /// As it follows another step in a message: ".name", "[name="app"]", "[="x"]" or "[3]".
    [[nodiscard]] QString shown() const;

    friend bool operator==(const PathStep &, const PathStep &) = default;
    friend bool operator<(const PathStep &a, const PathStep &b)
    {
        return std::tie(a.kind, a.text) < std::tie(b.kind, b.text);
    }
};

using FieldPath = std::vector<PathStep>;
[[nodiscard]] QString toText(const FieldPath &path);

/// A set of field paths, as in managedFields (FieldsV1). A value.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
class FieldSet
{
public:
    struct Node;

    void insert(const FieldPath &path);
    [[nodiscard]] bool has(const PathStep &step) const; ///< as a member of this level
    /// What is below a step; empty if nothing is.
    [[nodiscard]] FieldSet below(const PathStep &step) const;
    [[nodiscard]] bool isEmpty() const { return m_nodes.empty(); }

    [[nodiscard]] FieldSet united(const FieldSet &other) const;
    [[nodiscard]] FieldSet without(const FieldSet &other) const;
    [[nodiscard]] FieldSet common(const FieldSet &other) const;
    /// Without the members of `other` and everything below them.
    [[nodiscard]] FieldSet withoutTrees(const FieldSet &other) const;
    /// Struct fields that only lead to members become members too.
    [[nodiscard]] FieldSet withNamedParents(const SchemaNode *schema) const;

    /// The members, parents before children, level by level.
    [[nodiscard]] std::vector<FieldPath> paths() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static std::optional<FieldSet> fromJson(const QJsonObject &fields);

    friend bool operator==(const FieldSet &, const FieldSet &);

private:
    void collect(FieldPath &prefix, std::vector<FieldPath> &found) const;

    std::map<PathStep, Node> m_nodes;
};

struct FieldSet::Node
{
    bool member = false;
    FieldSet children;

    friend bool operator==(const Node &a, const Node &b)
    {
        return a.member == b.member && a.children == b.children;
    }
};

/// The schema of what stands below a step; null if it is not known.
[[nodiscard]] const SchemaNode *schemaBelow(const SchemaNode *schema, const PathStep &step);

} // namespace spillway::demo
