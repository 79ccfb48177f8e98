// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/fitline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

namespace {

struct Points
{
    std::vector<double> x;
    std::vector<double> y;
};

Points finitePairs(std::span<const double> x, std::span<const double> y)
{
    Points points;
    const std::size_t count = std::min(x.size(), y.size());
    points.x.reserve(count);
    points.y.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (std::isfinite(x[i]) && std::isfinite(y[i])) {
            points.x.push_back(x[i]);
            points.y.push_back(y[i]);
        }
    }
    return points;
}

/// Median of the slopes between some 150 points taken evenly in the order of x.
FittedLine startLine(const Points &points)
{
    constexpr std::size_t most = 150;
    std::vector<std::size_t> order(points.x.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&points](std::size_t a, std::size_t b) { return points.x[a] < points.x[b]; });
    const std::size_t taken = std::min(most, order.size());
    std::vector<std::size_t> some;
    for (std::size_t i = 0; i < taken; ++i) {
        some.push_back(order[i * order.size() / taken]);
    }
    std::vector<double> slopes;
    for (std::size_t i = 0; i < some.size(); ++i) {
        for (std::size_t k = i + 1; k < some.size(); ++k) {
            const double run = points.x[some[k]] - points.x[some[i]];
            if (run > 0) {
                slopes.push_back((points.y[some[k]] - points.y[some[i]]) / run);
            }
        }
    }
    FittedLine line;
    line.slope = slopes.empty() ? 0 : medianOf(std::move(slopes));
    std::vector<double> rests;
    for (const std::size_t i : some) {
        rests.push_back(points.y[i] - line.slope * points.x[i]);
    }
    line.intercept = medianOf(std::move(rests));
    return line;
}

/// Tukey's biweight of a residual in units of the cut.
double weightOf(double residual, double cut)
{
    const double u = residual / cut;
    return std::abs(u) >= 1 ? 0 : (1 - u * u) * (1 - u * u);
}

/// Distance at which a point stops to count: 4.685 robust standard deviations.
double cutOf(const FittedLine &line, const Points &points)
{
    std::vector<double> sizes;
    sizes.reserve(points.x.size());
    double level = 0;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        sizes.push_back(std::abs(points.y[i] - line.at(points.x[i])));
        level += std::abs(points.y[i]) / static_cast<double>(points.y.size());
    }
    // Exact data has no spread; rounding must not make it outliers.
    return std::max(4.685 * 1.4826 * medianOf(std::move(sizes)), level * 1e-9 + 1e-300);
}

FittedLine refined(const FittedLine &line, const Points &points, double cut)
{
    double w = 0;
    double wx = 0;
    double wy = 0;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        const double weight = weightOf(points.y[i] - line.at(points.x[i]), cut);
        w += weight;
        wx += weight * points.x[i];
        wy += weight * points.y[i];
    }
    if (w <= 0) {
        return line;
    }
    const double meanX = wx / w;
    const double meanY = wy / w;
    double xx = 0;
    double xy = 0;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        const double weight = weightOf(points.y[i] - line.at(points.x[i]), cut);
        xx += weight * (points.x[i] - meanX) * (points.x[i] - meanX);
        xy += weight * (points.x[i] - meanX) * (points.y[i] - meanY);
    }
    FittedLine next;
    next.slope = xx > 0 ? xy / xx : 0;
    next.intercept = meanY - next.slope * meanX;
    return next;
}

FitQuality qualityOf(const FittedLine &line, const Points &points, double cut)
{
    FitQuality quality;
    quality.points = points.x.size();
    double sum = 0;
    double count = 0;
    std::vector<double> relative;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        const double fitted = line.at(points.x[i]);
        const double residual = points.y[i] - fitted;
        relative.push_back(std::abs(residual) /
                           std::max(std::abs(fitted), std::numeric_limits<double>::min()));
        if (std::abs(residual) >= cut) {
            ++quality.outliers;
        } else {
            sum += points.y[i];
            ++count;
        }
    }
    double residuals = 0;
    double total = 0;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        const double residual = points.y[i] - line.at(points.x[i]);
        if (std::abs(residual) < cut) {
            residuals += residual * residual;
            total += (points.y[i] - sum / count) * (points.y[i] - sum / count);
        }
    }
    quality.r2 = total > 0 ? std::max(0.0, 1 - residuals / total) : 0;
    quality.relativeError = std::min(1.0, medianOf(std::move(relative)));
    return quality;
}

} // namespace

double quantileOfSorted(std::span<const double> sorted, double q)
{
    if (sorted.empty()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const double place = std::clamp(q, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - static_cast<double>(below));
}

double medianOf(std::vector<double> values)
{
    if (values.empty()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) {
        return *middle;
    }
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

FittedLine fitLine(std::span<const double> x, std::span<const double> y)
{
    constexpr std::size_t fewest = 3;
    constexpr int rounds = 20;
    const Points points = finitePairs(x, y);
    FittedLine line;
    if (points.x.size() < fewest) {
        line.intercept = points.y.empty() ? 0 : medianOf(points.y);
        line.quality.points = points.y.size();
        return line;
    }
    line = startLine(points);
    double cut = cutOf(line, points);
    for (int round = 0; round < rounds; ++round) {
        line = refined(line, points, cut);
        cut = cutOf(line, points);
    }
    line.quality = qualityOf(line, points, cut);
    return line;
}

} // namespace spillway
