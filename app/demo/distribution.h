// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/worldtypes.h"

#include <array>
#include <span>

namespace spillway::demo {

/// A cumulative histogram that only grows. Counts are fractions inside; exporters round them down,
/// which keeps buckets monotonic in both directions.
struct Distribution
{
    std::array<double, maxBounds> cumulative{};
    double sum = 0;
    double count = 0;

    /// Adds n observations, log-normally spread around the mean (seconds). sigma is that of the
    /// logarithm: 0.5 is narrow, 1 has a long tail.
    void observe(std::span<const double> bounds, double n, double mean, double sigma);
    friend bool operator==(const Distribution &, const Distribution &) = default;
};

/// P(X <= x) of a log-normal variable with that mean.
[[nodiscard]] double logNormalCdf(double x, double mean, double sigma);

} // namespace spillway::demo
