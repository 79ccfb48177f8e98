// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/apistatus.h"
#include "kubeobjects/resourcetype.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace spillway::demo {

/// A label selector as the query of a list spells it, or as a LabelSelector object. A value.
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
class LabelSelector
{
public:
    /// Bad syntax is a 400 with the server's words.
    static std::variant<LabelSelector, ApiStatus> parse(const QString &text);
    /// matchLabels and matchExpressions.
    static LabelSelector fromObject(const QJsonObject &selector);

    [[nodiscard]] bool isEmpty() const { return m_requirements.empty(); }
    [[nodiscard]] bool matches(const QJsonObject &object) const;

private:
    enum class Operator { In, NotIn, Exists, Absent, Greater, Less };
    struct Requirement
    {
        QString key;
        Operator op = Operator::Exists;
        QStringList values;

        [[nodiscard]] bool holds(const QJsonObject &labels) const;
    };
    class Parser;

    std::vector<Requirement> m_requirements;
};

/// A field selector: comparisons with = and !=, all of which must hold. A value.
class FieldSelector
{
public:
    /// Bad syntax and labels that the kind does not have are a 400 with the server's words.
    static std::variant<FieldSelector, ApiStatus> parse(const QString &text,
                                                        const ResourceType &type);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] bool matches(const ResourceType &type, const QJsonObject &object) const;

private:
    struct Term
    {
        QString label;
        QString value;
        bool equal = true;
    };
    std::vector<Term> m_terms;
};

} // namespace spillway::demo
