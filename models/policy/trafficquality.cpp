// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/trafficquality.h"

#include "core/duration.h"
#include "core/utctext.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrafficQuality)
};

/// Steps [from, to) of which nothing is known.
struct Gap
{
    std::size_t from = 0;
    std::size_t to = 0;
};

std::vector<Gap> gapsOf(const GridColumn &traffic, std::size_t count)
{
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i < count; ++i) {
        if (i < traffic.size() && std::isfinite(traffic[i])) {
            continue;
        }
        if (gaps.empty() || gaps.back().to != i) {
            gaps.push_back({i, i});
        }
        gaps.back().to = i + 1;
    }
    // The last step may be under way.
    if (!gaps.empty() && gaps.back().to == count && gaps.back().from + 1 == count) {
        gaps.pop_back();
    }
    return gaps;
}

} // namespace

QStringList trafficDoubts(const GridColumn &traffic, const TimeGrid &grid)
{
    const std::vector<Gap> gaps = gapsOf(traffic, grid.count);
    std::size_t unknown = 0;
    for (const Gap &gap : gaps) {
        unknown += gap.to - gap.from;
    }
    if (unknown == 0 || unknown == grid.count) {
        return {};
    }
    constexpr double hundred = 100;
    const Gap &longest =
        *std::max_element(gaps.begin(), gaps.end(),
                          [](const Gap &a, const Gap &b) { return a.to - a.from < b.to - b.from; });
    QStringList sentences{
        Text::tr("Its requests are unknown for %1 % of the time, in %n gap(s); the longest is "
                 "%2 from %3.",
                 nullptr, static_cast<int>(gaps.size()))
            .arg(hundred * static_cast<double>(unknown) / static_cast<double>(grid.count), 0, 'f',
                 1)
            .arg(humanDuration(
                     std::chrono::milliseconds{grid.time(longest.to) - grid.time(longest.from)}),
                 utcText(grid.time(longest.from)))};
    if (const Gap &last = gaps.back(); last.to == grid.count) {
        sentences << Text::tr("Nothing is known of its requests after %1.")
                         .arg(utcText(grid.time(last.from)));
    }
    return sentences;
}

} // namespace spillway
