// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/openapischema.h"

#include <QJsonObject>
#include <QStringList>

#include <map>

namespace spillway {

/// Turns written schemas (OpenAPI v3, or a CRD's) into typed trees. Lives for one call of
/// OpenApiSchema::add(); refers to the definitions and the trees found so far, which outlive it.
class SchemaParser
{
public:
    SchemaParser(const QJsonObject &definitions, std::map<QString, SchemaPtr> &trees);

    [[nodiscard]] SchemaPtr definition(const QString &name);
    [[nodiscard]] SchemaPtr parse(const QJsonObject &written);
    /// Names that were referred to but are not defined.
    [[nodiscard]] const QStringList &missing() const { return m_missing; }

private:
    void parseObject(SchemaNode &node, const QJsonObject &written);
    void parseList(SchemaNode &node, const QJsonObject &written);

    const QJsonObject &m_definitions;
    std::map<QString, SchemaPtr> &m_trees;
    QStringList m_open; ///< being parsed now: a definition inside itself becomes Any
    QStringList m_missing;
};

} // namespace spillway
