// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/fuzzymatch.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace spillway {

namespace {

constexpr int noWay = std::numeric_limits<int>::min() / 2;
constexpr int hitScore = 10;
constexpr int wordStartScore = 12;
constexpr int runScore = 14; ///< next to the hit before: "rag" in "rag-worker" beats r..a..g
constexpr int gapPenalty = 1;

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0) {
        return true;
    }
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper()) ||
           text[at].script() == QChar::Script_Han;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    QString wanted;
    for (const QChar c : pattern) {
        if (!c.isSpace()) {
            wanted += c.toCaseFolded();
        }
    }
    if (wanted.isEmpty()) {
        return FuzzyMatch{};
    }
    const qsizetype width = text.size();
    if (wanted.size() > width) {
        return std::nullopt;
    }
    // best[i][j]: the best score of the first i+1 characters with the last of them at j.
    const auto cell = [width](qsizetype i, qsizetype j) {
        return static_cast<std::size_t>(i * width + j);
    };
    std::vector<int> best(static_cast<std::size_t>(wanted.size() * width), noWay);
    std::vector<qsizetype> from(best.size(), -1);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        int reachable = i == 0 ? 0 : noWay; // of the row before, less one a character of gap
        qsizetype reachedFrom = -1;
        for (qsizetype j = i; j < width; ++j) {
            if (i > 0 && j >= 2 && best[cell(i - 1, j - 2)] > reachable) {
                reachable = best[cell(i - 1, j - 2)];
                reachedFrom = j - 2;
            }
            reachable -= reachable > noWay ? gapPenalty : 0;
            if (text[j].toCaseFolded() != wanted[i]) {
                continue;
            }
            const int here = hitScore + (startsWord(text, j) ? wordStartScore : 0);
            const int run = i > 0 && j > 0 ? best[cell(i - 1, j - 1)] + runScore : noWay;
            const bool joined = run > reachable;
            const int before = joined ? run : reachable;
            if (before > noWay / 2) {
                best[cell(i, j)] = before + here;
                from[cell(i, j)] = joined ? j - 1 : reachedFrom;
            }
        }
    }
    const auto last = best.cbegin() + static_cast<std::ptrdiff_t>(cell(wanted.size() - 1, 0));
    const auto found = std::max_element(last, best.cend());
    if (*found <= noWay / 2) {
        return std::nullopt;
    }
    FuzzyMatch match{.score = *found - static_cast<int>(std::min<qsizetype>(width, 60) / 8),
                     .positions = {}};
    qsizetype at = found - last;
    for (qsizetype i = wanted.size() - 1; i >= 0; --i) {
        match.positions.prepend(at);
        at = from[cell(i, at)];
    }
    return match;
}

} // namespace spillway
