// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"

#include <QHash>

namespace spillway {

/// What the user chose for a variable.
struct VariableValue
{
    QStringList values;
    bool all = false;   ///< "All": matches everything, also values that are not offered
    bool regex = false; ///< may be several: a pattern where it is not said what takes it
    friend bool operator==(const VariableValue &, const VariableValue &) = default;
};

using VariableValues = QHash<QString, VariableValue>;

/// The name of the choice that stands for every value, in files and in VariableValue's source.
inline constexpr char16_t allValuesName[] = u"$__all";

/// Fills in $name and ${name}; names that are not in `values` stay ($__rate_interval, $metric, and
/// "$" at the end of a regular expression are for others). Inside a string literal values are
/// escaped for it, so that a value cannot end the literal; behind =~ and !~ also as a regular
/// expression, several joined with |. Behind = and != one value is taken as it is; of several, or
/// "All", the matcher becomes =~ or !~.
[[nodiscard]] QString expandVariables(const QString &expr, const VariableValues &values);
/// The same for titles and legends: values as they are, several joined with ", ".
[[nodiscard]] QString expandTitle(const QString &title, const VariableValues &values);
/// The choices at the start: Variable::current, else "All" if offered, else the first value.
[[nodiscard]] VariableValues initialValues(const std::vector<Variable> &variables);
/// A copy of the panel's queries, filled in.
[[nodiscard]] std::vector<QuerySpec> expandQueries(const std::vector<QuerySpec> &queries,
                                                   const VariableValues &values);

} // namespace spillway
