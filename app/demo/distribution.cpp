// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/distribution.h"

#include <cmath>
#include <numbers>

namespace spillway::demo {

double logNormalCdf(double x, double mean, double sigma)
{
    const double mu = std::log(mean) - 0.5 * sigma * sigma;
    return 0.5 * std::erfc((mu - std::log(x)) / (sigma * std::numbers::sqrt2));
}

void Distribution::observe(std::span<const double> bounds, double n, double mean, double sigma)
{
    if (n <= 0) {
        return;
    }
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        cumulative.at(i) += n * logNormalCdf(bounds[i], mean, sigma);
    }
    sum += n * mean;
    count += n;
}

} // namespace spillway::demo
