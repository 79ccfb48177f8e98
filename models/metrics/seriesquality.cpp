// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesquality.h"

#include <algorithm>
#include <cmath>

namespace spillway {

namespace {

std::vector<EpochMs> allTimes(const Series &series)
{
    std::vector<EpochMs> times = series.times;
    for (const HistogramSample &sample : series.histograms) {
        times.push_back(sample.time);
    }
    std::sort(times.begin(), times.end());
    return times;
}

bool isGap(EpochMs from, EpochMs to, std::chrono::milliseconds step)
{
    return 2 * (to - from) > 3 * step.count();
}

} // namespace

std::vector<TimeRange> gaps(const Series &series, std::chrono::milliseconds step)
{
    std::vector<TimeRange> found;
    const std::vector<EpochMs> times = allTimes(series);
    for (std::size_t i = 1; i < times.size(); ++i) {
        if (isGap(times[i - 1], times[i], step)) {
            found.push_back({times[i - 1], times[i]});
        }
    }
    return found;
}

std::optional<std::chrono::milliseconds> age(const Series &series, EpochMs now)
{
    if (series.isEmpty()) {
        return std::nullopt;
    }
    EpochMs newest = series.times.empty() ? series.histograms.back().time : series.times.back();
    if (!series.histograms.empty()) {
        newest = std::max(newest, series.histograms.back().time);
    }
    return std::chrono::milliseconds{std::max<EpochMs>(0, now - newest)};
}

bool endsEarly(const Series &series, const TimeRange &range, std::chrono::milliseconds step)
{
    const std::optional<std::chrono::milliseconds> old = age(series, range.to);
    return old && isGap(0, old->count(), step);
}

std::vector<std::size_t> counterResets(const Series &series)
{
    std::vector<std::size_t> found;
    std::optional<double> before;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const double value = series.values[i];
        if (std::isnan(value)) {
            continue;
        }
        if (before && value < *before) {
            found.push_back(i);
        }
        before = value;
    }
    return found;
}

} // namespace spillway
