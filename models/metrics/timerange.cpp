// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/timerange.h"

#include <algorithm>
#include <array>

namespace spillway {

std::chrono::milliseconds chooseStep(const TimeRange &range, int maxPoints,
                                     std::chrono::milliseconds minStep)
{
    using namespace std::chrono_literals;
    static constexpr std::array<std::chrono::milliseconds, 20> nice{
        1s,    2s,    5s,    10s,   15s, 20s, 30s, 1min, 2min, 5min,
        10min, 15min, 20min, 30min, 1h,  2h,  3h,  6h,   12h,  24h};
    const qint64 span = std::max<qint64>(1, range.to - range.from);
    const qint64 points = std::clamp<qint64>(maxPoints, 1, maxPointsPerSeries);
    const qint64 raw = std::max<qint64>({1, (span + points - 1) / points, minStep.count()});
    for (const auto step : nice) {
        // A step that is not a multiple of the scrape interval would alias with it.
        if (step.count() >= raw && (minStep.count() <= 0 || step.count() % minStep.count() == 0)) {
            return step;
        }
    }
    const qint64 unit =
        minStep.count() > 0 && raw < nice.back().count() ? minStep.count() : nice.back().count();
    return std::chrono::milliseconds{(raw + unit - 1) / unit * unit};
}

TimeRange alignToStep(const TimeRange &range, std::chrono::milliseconds step)
{
    const qint64 size = std::max<qint64>(1, step.count());
    const auto down = [size](EpochMs time) { return time - ((time % size) + size) % size; };
    return {down(range.from), down(range.to)};
}

} // namespace spillway
