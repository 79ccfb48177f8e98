// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/topseries.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace spillway {

namespace {

double weight(const Series &series)
{
    double sum = 0;
    for (const double value : series.values) {
        if (value == std::numeric_limits<double>::infinity()) {
            return value;
        }
        if (std::isfinite(value)) {
            sum += value;
        }
    }
    return sum;
}

SeriesPtr sumOf(const SeriesList &list)
{
    std::map<EpochMs, double> sums;
    for (const SeriesPtr &series : list) {
        for (std::size_t i = 0; i < series->size(); ++i) {
            sums[series->times[i]] += series->values[i];
        }
    }
    auto rest = std::make_shared<Series>();
    rest->times.reserve(sums.size());
    rest->values.reserve(sums.size());
    for (const auto &[time, sum] : sums) {
        rest->times.push_back(time);
        rest->values.push_back(sum);
    }
    return rest;
}

} // namespace

TopSeries topSeries(const SeriesList &series, std::size_t count)
{
    TopSeries result;
    if (count == 0) {
        result.top = series;
        return result;
    }
    std::vector<std::pair<double, SeriesPtr>> ranked;
    ranked.reserve(series.size());
    for (const SeriesPtr &one : series) {
        ranked.emplace_back(weight(*one), one);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second->labels < b.second->labels;
    });
    SeriesList others;
    for (auto &[sum, one] : ranked) {
        (result.top.size() < count ? result.top : others).push_back(std::move(one));
    }
    result.restCount = others.size();
    if (!others.empty()) {
        result.rest = sumOf(others);
    }
    return result;
}

} // namespace spillway
