// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartoptions.h"
#include "charts/chartseries.h"

#include <optional>

namespace spillway {

/// A sample of one of a chart's series, by indices.
struct SamplePosition
{
    std::size_t series = 0;
    std::size_t sample = 0;
    friend bool operator==(const SamplePosition &, const SamplePosition &) = default;
};

/// Which series are shown; one entry a series.
using SeriesMask = std::vector<bool>;

/// Index of the sample next in time; none if the series has no samples.
[[nodiscard]] std::optional<std::size_t> nearestSample(const Series &series, EpochMs time);

/// A sample worth a look: not a number, the first after a gap, a counter that fell, the crossing of
/// a threshold, or the start of an excursion of more than three standard deviations.
[[nodiscard]] std::vector<std::size_t> anomalies(const ChartSeries &series, EpochMs step,
                                                 const std::vector<ChartThreshold> &thresholds);

/// Walks over samples by keyboard. Pure: holds a position, never the data.
class SampleWalker
{
public:
    enum class Move { Left, Right, First, Last, Up, Down, NextAnomaly, PreviousAnomaly };

    struct Context
    {
        const ChartSeriesList &series;
        const SeriesMask &visible;
        TimeRange range; ///< samples outside are not walked to
        EpochMs step = 0;
        const std::vector<ChartThreshold> &thresholds;
    };

    [[nodiscard]] const std::optional<SamplePosition> &position() const { return m_position; }
    void setPosition(const std::optional<SamplePosition> &position) { m_position = position; }

    /// Keeps the time, drops positions that no longer exist. Call when the series changed.
    void rebase(const Context &context, EpochMs time);
    /// False if there is nothing to go to; the first move enters at the last sample.
    bool move(Move move, const Context &context);

private:
    [[nodiscard]] bool enter(const Context &context);
    [[nodiscard]] bool stepSample(const Context &context, Move move);
    [[nodiscard]] bool stepSeries(const Context &context, bool up);
    [[nodiscard]] bool stepAnomaly(const Context &context, bool forward);

    std::optional<SamplePosition> m_position;
};

} // namespace spillway
