// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/timegrid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

std::size_t TimeGrid::indexOf(EpochMs time) const
{
    if (time < from || step.count() <= 0) {
        return count;
    }
    return std::min(count, static_cast<std::size_t>((time - from) / step.count()));
}

GridColumn onGrid(const Series &series, const TimeGrid &grid, std::chrono::milliseconds staleness)
{
    GridColumn column(grid.count, std::numeric_limits<double>::quiet_NaN());
    std::size_t next = 0; // first sample after the step
    for (std::size_t i = 0; i < grid.count; ++i) {
        const EpochMs time = grid.time(i);
        while (next < series.times.size() && series.times[next] <= time) {
            ++next;
        }
        if (next > 0 && time - series.times[next - 1] <= staleness.count() &&
            std::isfinite(series.values[next - 1])) {
            column[i] = series.values[next - 1];
        }
    }
    return column;
}

double knownShare(const GridColumn &column)
{
    if (column.empty()) {
        return 0;
    }
    const auto known = std::count_if(column.begin(), column.end(),
                                     [](double value) { return std::isfinite(value); });
    return static_cast<double>(known) / static_cast<double>(column.size());
}

} // namespace spillway
