// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/series.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace spillway {

void Series::normalize()
{
    const auto strictly = [](EpochMs a, EpochMs b) { return a >= b; };
    if (std::adjacent_find(times.begin(), times.end(), strictly) != times.end()) {
        std::vector<std::size_t> order(times.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return times[a] < times[b]; });
        std::vector<EpochMs> sortedTimes;
        std::vector<double> sortedValues;
        sortedTimes.reserve(order.size());
        sortedValues.reserve(order.size());
        for (const std::size_t at : order) {
            if (!sortedTimes.empty() && sortedTimes.back() == times[at]) {
                sortedValues.back() = values[at];
                continue;
            }
            sortedTimes.push_back(times[at]);
            sortedValues.push_back(values[at]);
        }
        times = std::move(sortedTimes);
        values = std::move(sortedValues);
    }
    const auto byTime = [](const HistogramSample &a, const HistogramSample &b) {
        return a.time < b.time;
    };
    std::stable_sort(histograms.begin(), histograms.end(), byTime);
    const auto sameTime = [](const HistogramSample &a, const HistogramSample &b) {
        return a.time == b.time;
    };
    const auto firstKept = std::unique(histograms.rbegin(), histograms.rend(), sameTime).base();
    histograms.erase(histograms.begin(), firstKept);
}

bool Series::sameData(const Series &other) const
{
    const auto sameBits = [](double a, double b) {
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    };
    return labels == other.labels && times == other.times && histograms == other.histograms &&
           std::equal(values.begin(), values.end(), other.values.begin(), other.values.end(),
                      sameBits);
}

} // namespace spillway
