// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/nameshortener.h"

#include <algorithm>

namespace spillway {

namespace {

constexpr qsizetype shortEnough = 20;
constexpr qsizetype keptOfPrefix = 5;
constexpr qsizetype worthCutting = 6; // characters; less would only be confusing

/// A character beyond the first plane is two units; half of one is no text.
bool splitsCharacter(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at - 1].isHighSurrogate() &&
           text[at].isLowSurrogate();
}

} // namespace

NameShortener::NameShortener(const ChartSeriesList &series)
{
    // Names that are short anyway must not hide what the long ones share.
    std::vector<QString> names;
    for (const ChartSeries &one : series) {
        if (one.name.size() > shortEnough) {
            names.push_back(one.name);
        }
    }
    if (names.size() < 2) {
        return;
    }
    const QString &first = names.front();
    m_prefix = m_suffix = first.size();
    for (const QString &name : names) {
        const qsizetype length = std::min(first.size(), name.size());
        qsizetype prefix = 0;
        while (prefix < std::min(m_prefix, length) && first[prefix] == name[prefix]) {
            ++prefix;
        }
        qsizetype suffix = 0;
        while (suffix < std::min(m_suffix, length) &&
               first[first.size() - 1 - suffix] == name[name.size() - 1 - suffix]) {
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
        const qsizetype end = text.size() - m_suffix;
        text = text.left(end + (splitsCharacter(text, end) ? 1 : 0)) + dots;
    }
    if (m_prefix >= keptOfPrefix + worthCutting) {
        const qsizetype kept = keptOfPrefix - (splitsCharacter(text, keptOfPrefix) ? 1 : 0);
        const qsizetype rest = m_prefix - (splitsCharacter(text, m_prefix) ? 1 : 0);
        text = text.left(kept) + dots + text.mid(rest);
    }
    return text;
}

} // namespace spillway
