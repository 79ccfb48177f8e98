// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/nameshortener.h"

#include <algorithm>

namespace spillway {

namespace {

constexpr qsizetype shortEnough = 28;
constexpr qsizetype keptOfPrefix = 5;
constexpr qsizetype worthCutting = 6; // characters; less would only be confusing

} // namespace

NameShortener::NameShortener(const ChartSeriesList &series)
{
    if (series.size() < 2) {
        return;
    }
    const QString &first = series.front().name;
    m_prefix = m_suffix = first.size();
    for (const ChartSeries &one : series) {
        const qsizetype length = std::min(first.size(), one.name.size());
        qsizetype prefix = 0;
        while (prefix < std::min(m_prefix, length) && first[prefix] == one.name[prefix]) {
            ++prefix;
        }
        qsizetype suffix = 0;
        while (suffix < std::min(m_suffix, length) &&
               first[first.size() - 1 - suffix] == one.name[one.name.size() - 1 - suffix]) {
            ++suffix;
        }
        m_prefix = prefix;
        m_suffix = suffix;
    }
}

QString NameShortener::shorten(const QString &name) const
{
    if (name.size() <= shortEnough || m_prefix + m_suffix >= name.size()) {
        return name;
    }
    const QChar dots{0x2026};
    QString text = name;
    if (m_suffix >= worthCutting) {
        text = text.left(text.size() - m_suffix) + dots;
    }
    if (m_prefix >= keptOfPrefix + worthCutting) {
        text = text.left(keptOfPrefix) + dots + text.mid(m_prefix);
    }
    return text;
}

} // namespace spillway
