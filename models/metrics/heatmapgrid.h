// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"

#include <chrono>
#include <vector>

namespace spillway {

/// Observations by time and size. Rows go upwards: row r holds values between edges[r] and
/// edges[r + 1]; the outer edges may be infinite.
struct HeatmapGrid
{
    std::vector<EpochMs> times;
    std::vector<double> edges;  ///< rows() + 1, increasing
    std::vector<double> counts; ///< column after column: counts[column * rows() + row]; NaN = no
                                ///< histogram at this time, which is not the same as 0
    double maximum = 0;         ///< of the finite counts

    [[nodiscard]] std::size_t rows() const { return edges.empty() ? 0 : edges.size() - 1; }
    [[nodiscard]] std::size_t columns() const { return times.size(); }
    [[nodiscard]] double count(std::size_t column, std::size_t row) const
    {
        return counts[column * rows() + row];
    }
    [[nodiscard]] bool isEmpty() const { return rows() == 0 || times.empty(); }
};

/// From classic buckets (series with "le", cumulative; summed over all other labels) and native
/// histograms, also a mix over time. At most maxRows rows: native histograms with more are merged
/// into neighbouring rows, no observation is lost.
[[nodiscard]] HeatmapGrid heatmapGrid(const SeriesList &series, std::size_t maxRows = 64);

} // namespace spillway
