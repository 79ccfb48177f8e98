// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spillway {

/// The labels that identify a series, metric name ("__name__") included. Sorted by name, names
/// unique. UTF-8, as on the wire; values are untrusted text of the monitored programs: show as
/// plain text only.
class LabelSet
{
public:
    using Pair = std::pair<std::string, std::string>;

    LabelSet() = default;
    LabelSet(std::initializer_list<Pair> pairs);
    /// Sorts; of pairs with one name the last wins.
    explicit LabelSet(std::vector<Pair> pairs);

    /// Empty if the label is not there, as in PromQL.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] bool contains(std::string_view name) const;
    [[nodiscard]] std::string_view metricName() const { return value("__name__"); }
    [[nodiscard]] const std::vector<Pair> &pairs() const { return m_pairs; }
    [[nodiscard]] bool isEmpty() const { return m_pairs.empty(); }

    /// PromQL notation with sorted labels, name{a="1",b="2"}, values escaped as PromQL does;
    /// names that are not plain identifiers are quoted inside the braces.
    [[nodiscard]] std::string toString() const;

    friend auto operator<=>(const LabelSet &, const LabelSet &) = default;

private:
    std::vector<Pair> m_pairs;
};

/// Fills a legend template: "{{job}} p95" -> "rag-worker p95"; an empty template gives toString().
[[nodiscard]] QString legendText(const QString &legendTemplate, const LabelSet &labels);

} // namespace spillway
