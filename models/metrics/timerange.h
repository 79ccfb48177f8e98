// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <chrono>

namespace spillway {

/// A closed span of time: both ends are shown and asked for.
struct TimeRange
{
    EpochMs from = 0;
    EpochMs to = 0;

    [[nodiscard]] bool isValid() const { return to > from; }
    [[nodiscard]] std::chrono::milliseconds length() const
    {
        return std::chrono::milliseconds{to - from};
    }
    [[nodiscard]] bool contains(EpochMs time) const { return time >= from && time <= to; }
    [[nodiscard]] TimeRange shifted(std::chrono::milliseconds by) const
    {
        return {from + by.count(), to + by.count()};
    }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// Prometheus refuses (to - from) / step > 11000 (integer division, web/api/v1/api.go).
inline constexpr qint64 maxPointsPerSeries = 11000;

/// The step for a plot of about maxPoints points: never below minStep (the scrape interval), never
/// over the server's limit, and from the series 1 2 5 10 15 20 30 s, 1 2 5 10 15 20 30 min, 1 2 3 6
/// 12 h, 1 d .. so that refreshes and zooms hit the server's cache.
[[nodiscard]] std::chrono::milliseconds chooseStep(const TimeRange &range, int maxPoints,
                                                   std::chrono::milliseconds minStep);

/// Both ends rounded down to multiples of step since the epoch: pictures do not jitter while
/// refreshing, and Mimir caches only aligned queries.
[[nodiscard]] TimeRange alignToStep(const TimeRange &range, std::chrono::milliseconds step);

} // namespace spillway
