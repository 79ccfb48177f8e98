// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace spillway {

/// How well a line goes through its points.
struct FitQuality
{
    std::size_t points = 0;   ///< finite pairs that were used
    std::size_t outliers = 0; ///< of them with no weight in the end
    double r2 = 0; ///< share of the variance explained, of the points that are no outliers
    double relativeError = 1; ///< median of |residual| / |fitted value|
    friend bool operator==(const FitQuality &, const FitQuality &) = default;
};

struct FittedLine
{
    double intercept = 0;
    double slope = 0;
    FitQuality quality;

    [[nodiscard]] double at(double x) const { return intercept + slope * x; }
    friend bool operator==(const FittedLine &, const FittedLine &) = default;
};

/// A line that up to about a quarter of wild points does not move: starts at the median of slopes
/// between points (Theil and Sen) and refines with Tukey's biweight. Pairs with a NaN or an
/// infinity are left out; with fewer than three pairs, or all x equal, the slope is 0.
/// Deterministic. P. J. Rousseeuw and A. M. Leroy, Robust Regression and Outlier Detection, 1987.
[[nodiscard]] FittedLine fitLine(std::span<const double> x, std::span<const double> y);

/// The q-quantile (0..1) by linear interpolation between the sorted values; NaN if there are none.
[[nodiscard]] double quantileOfSorted(std::span<const double> sorted, double q);
[[nodiscard]] double medianOf(std::vector<double> values);

} // namespace spillway
