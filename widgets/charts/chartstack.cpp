// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartstack.h"

#include <cmath>

namespace spillway {

namespace {

/// The running total at every time seen so far.
struct Total
{
    std::vector<EpochMs> times;
    std::vector<double> values;
};

SeriesPtr addAligned(const Series &series, Total &total)
{
    auto sum = std::make_shared<Series>();
    sum->times = series.times;
    sum->values.resize(series.values.size());
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        sum->values[i] = total.values[i] + series.values[i];
        total.values[i] = std::isfinite(sum->values[i]) ? sum->values[i] : total.values[i];
    }
    return sum;
}

SeriesPtr addMerged(const Series &series, Total &total)
{
    auto sum = std::make_shared<Series>();
    sum->times = series.times;
    sum->values.reserve(series.values.size());
    Total merged;
    merged.times.reserve(total.times.size() + series.times.size());
    merged.values.reserve(merged.times.capacity());
    std::size_t at = 0;
    for (std::size_t i = 0; i < series.times.size(); ++i) {
        for (; at < total.times.size() && total.times[at] < series.times[i]; ++at) {
            merged.times.push_back(total.times[at]);
            merged.values.push_back(total.values[at]);
        }
        const bool same = at < total.times.size() && total.times[at] == series.times[i];
        const double below = same ? total.values[at++] : 0;
        sum->values.push_back(below + series.values[i]);
        merged.times.push_back(series.times[i]);
        merged.values.push_back(std::isfinite(sum->values.back()) ? sum->values.back() : below);
    }
    for (; at < total.times.size(); ++at) {
        merged.times.push_back(total.times[at]);
        merged.values.push_back(total.values[at]);
    }
    total = std::move(merged);
    return sum;
}

} // namespace

std::vector<SeriesPtr> stackSeries(const ChartSeriesList &series, const std::vector<bool> &visible)
{
    std::vector<SeriesPtr> drawn;
    drawn.reserve(series.size());
    Total total;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const ChartSeries &one = series[i];
        if (one.style != TraceStyle::StackedArea || !one.data || !visible[i]) {
            drawn.push_back(one.data);
            continue;
        }
        drawn.push_back(total.times == one.data->times ? addAligned(*one.data, total)
                                                       : addMerged(*one.data, total));
    }
    return drawn;
}

} // namespace spillway
