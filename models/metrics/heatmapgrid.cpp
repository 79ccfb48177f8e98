// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/heatmapgrid.h"

#include "metrics/histogramquantile.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace spillway {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();

/// Non-cumulative buckets of one time.
using Buckets = std::vector<HistogramBucket>;
using Columns = std::map<EpochMs, Buckets>;

/// Differences of cumulative counts; a count that falls counts as no observation. The lowest
/// bucket starts at 0 as in histogram_quantile(), or is open below if its bound is not positive.
void addClassic(const std::map<double, double> &cumulative, Buckets *to)
{
    if (cumulative.empty()) {
        return;
    }
    double lower = cumulative.begin()->first > 0 ? 0 : -inf;
    double before = 0;
    for (const auto &[upper, count] : cumulative) {
        to->push_back({HistogramBucket::Bounds::LeftOpen, lower, upper,
                       std::isnan(count) ? nan : std::max(0.0, count - before)});
        before = std::isnan(count) ? before : std::max(before, count);
        lower = upper;
    }
}

Columns collect(const SeriesList &series)
{
    Columns columns;
    std::map<EpochMs, std::map<double, double>> classic;
    for (const SeriesPtr &one : series) {
        for (const HistogramSample &sample : one->histograms) {
            Buckets &buckets = columns[sample.time];
            buckets.insert(buckets.end(), sample.buckets.begin(), sample.buckets.end());
        }
        if (const std::optional<double> upper = bucketBound(one->labels)) {
            for (std::size_t i = 0; i < one->size(); ++i) {
                classic[one->times[i]][*upper] += one->values[i];
            }
        }
    }
    for (const auto &[time, cumulative] : classic) {
        addClassic(cumulative, &columns[time]);
    }
    return columns;
}

std::vector<double> edgesOf(const Columns &columns, std::size_t maxRows)
{
    std::set<double> bounds;
    for (const auto &[time, buckets] : columns) {
        for (const HistogramBucket &bucket : buckets) {
            bounds.insert(bucket.lower);
            bounds.insert(bucket.upper);
        }
    }
    std::vector<double> edges{bounds.begin(), bounds.end()};
    if (edges.size() <= maxRows + 1 || maxRows == 0) {
        return edges;
    }
    // Every k-th edge, and always the last.
    const std::size_t every = (edges.size() + maxRows - 1) / maxRows;
    std::vector<double> fewer;
    for (std::size_t i = 0; i + 1 < edges.size(); i += every) {
        fewer.push_back(edges[i]);
    }
    fewer.push_back(edges.back());
    return fewer;
}

/// The share of a bucket that lies in a row; logarithmic away from zero, as the buckets are.
double overlap(const HistogramBucket &bucket, double lower, double upper)
{
    const double from = std::max(bucket.lower, lower);
    const double to = std::min(bucket.upper, upper);
    if (!(to > from)) {
        return 0;
    }
    if (from == bucket.lower && to == bucket.upper) {
        return 1;
    }
    if (std::isinf(bucket.lower) || std::isinf(bucket.upper)) {
        // Nothing is known about where in an open bucket the values are: all to its finite end.
        return (std::isinf(bucket.upper) ? from == bucket.lower : to == bucket.upper) ? 1 : 0;
    }
    if (bucket.lower > 0) {
        return std::log(to / from) / std::log(bucket.upper / bucket.lower);
    }
    return (to - from) / (bucket.upper - bucket.lower);
}

void spread(const HistogramBucket &bucket, const std::vector<double> &edges, double *column)
{
    const auto first = std::upper_bound(edges.begin(), edges.end(), bucket.lower);
    std::size_t row = first == edges.begin()
                          ? 0
                          : static_cast<std::size_t>(std::distance(edges.begin(), first)) - 1;
    for (; row + 1 < edges.size() && edges[row] < bucket.upper; ++row) {
        const double share = overlap(bucket, edges[row], edges[row + 1]);
        if (share > 0) {
            column[row] += bucket.count * share;
        }
    }
}

} // namespace

HeatmapGrid heatmapGrid(const SeriesList &series, std::size_t maxRows)
{
    HeatmapGrid grid;
    const Columns columns = collect(series);
    grid.edges = edgesOf(columns, maxRows);
    if (grid.edges.size() < 2) {
        return {};
    }
    grid.counts.assign(columns.size() * grid.rows(), 0);
    for (const auto &[time, buckets] : columns) {
        double *column = grid.counts.data() + grid.times.size() * grid.rows();
        for (const HistogramBucket &bucket : buckets) {
            spread(bucket, grid.edges, column);
        }
        grid.times.push_back(time);
    }
    for (const double count : grid.counts) {
        if (std::isfinite(count)) {
            grid.maximum = std::max(grid.maximum, count);
        }
    }
    return grid;
}

} // namespace spillway
