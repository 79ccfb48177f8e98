// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "metrics/series.h"

#include <chrono>
#include <cstddef>
#include <vector>

namespace spillway {

/// Equal steps of time; step i covers [time(i), time(i + 1)).
struct TimeGrid
{
    EpochMs from = 0;
    std::chrono::milliseconds step{15'000};
    std::size_t count = 0;

    [[nodiscard]] EpochMs time(std::size_t index) const
    {
        return from + static_cast<EpochMs>(index) * step.count();
    }
    [[nodiscard]] double seconds() const { return std::chrono::duration<double>(step).count(); }
    /// The step that holds the time; count if none does.
    [[nodiscard]] std::size_t indexOf(EpochMs time) const;
    friend bool operator==(const TimeGrid &, const TimeGrid &) = default;
};

/// One value a step: the last sample at or before the step's time, if it is at most `staleness`
/// old. A step without such a sample, or with NaN or an infinity, is NaN: unknown, never zero.
using GridColumn = std::vector<double>;
[[nodiscard]] GridColumn onGrid(const Series &series, const TimeGrid &grid,
                                std::chrono::milliseconds staleness);

/// How much of a column is known, 0..1; 0 for an empty one.
[[nodiscard]] double knownShare(const GridColumn &column);

} // namespace spillway
