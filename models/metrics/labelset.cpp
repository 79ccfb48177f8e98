// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/labelset.h"

#include <algorithm>

namespace spillway {

namespace {

bool isPlainName(std::string_view name, bool colonAllowed)
{
    const auto letter = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
               (colonAllowed && c == ':');
    };
    return !name.empty() && letter(name.front()) &&
           std::all_of(name.begin(), name.end(),
                       [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

void appendQuoted(std::string &text, std::string_view value)
{
    text += '"';
    for (const char c : value) {
        switch (c) {
        case '\\':
            text += "\\\\";
            break;
        case '"':
            text += "\\\"";
            break;
        case '\n':
            text += "\\n";
            break;
        default:
            text += c;
        }
    }
    text += '"';
}

} // namespace

LabelSet::LabelSet(std::initializer_list<Pair> pairs)
    : LabelSet(std::vector<Pair>(pairs))
{}

LabelSet::LabelSet(std::vector<Pair> pairs)
    : m_pairs(std::move(pairs))
{
    const auto byName = [](const Pair &a, const Pair &b) { return a.first < b.first; };
    if (!std::is_sorted(m_pairs.begin(), m_pairs.end(), byName)) {
        std::stable_sort(m_pairs.begin(), m_pairs.end(), byName);
    }
    // Keep the last of each run of equal names.
    const auto sameName = [](const Pair &a, const Pair &b) { return a.first == b.first; };
    const auto firstKept = std::unique(m_pairs.rbegin(), m_pairs.rend(), sameName).base();
    m_pairs.erase(m_pairs.begin(), firstKept);
}

std::string_view LabelSet::value(std::string_view name) const
{
    const auto at =
        std::lower_bound(m_pairs.begin(), m_pairs.end(), name,
                         [](const Pair &pair, std::string_view n) { return pair.first < n; });
    return at != m_pairs.end() && at->first == name ? std::string_view{at->second}
                                                    : std::string_view{};
}

bool LabelSet::contains(std::string_view name) const
{
    return std::any_of(m_pairs.begin(), m_pairs.end(),
                       [&](const Pair &pair) { return pair.first == name; });
}

std::string LabelSet::toString() const
{
    std::string text;
    std::string inside;
    const std::string_view name = metricName();
    if (isPlainName(name, true)) {
        text = name;
    } else if (!name.empty()) {
        appendQuoted(inside, name);
    }
    for (const auto &[label, value] : m_pairs) {
        if (label == "__name__") {
            continue;
        }
        if (!inside.empty()) {
            inside += ',';
        }
        if (isPlainName(label, false)) {
            inside += label;
        } else {
            appendQuoted(inside, label);
        }
        inside += '=';
        appendQuoted(inside, value);
    }
    if (!inside.empty() || text.empty()) {
        text += '{' + inside + '}';
    }
    return text;
}

QString legendText(const QString &legendTemplate, const LabelSet &labels)
{
    if (legendTemplate.isEmpty()) {
        return QString::fromStdString(labels.toString());
    }
    QString text;
    qsizetype at = 0;
    while (at < legendTemplate.size()) {
        const qsizetype open = legendTemplate.indexOf(QLatin1String("{{"), at);
        const qsizetype close = open < 0 ? -1 : legendTemplate.indexOf(QLatin1String("}}"), open);
        if (close < 0) {
            break;
        }
        const std::string label =
            legendTemplate.mid(open + 2, close - open - 2).trimmed().toStdString();
        const std::string_view value = labels.value(label);
        text += legendTemplate.mid(at, open - at) +
                QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
        at = close + 2;
    }
    return text + legendTemplate.mid(at);
}

} // namespace spillway
