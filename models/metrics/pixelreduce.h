// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/timerange.h"

#include <cstdint>
#include <span>
#include <vector>

namespace spillway {

/// What happened in a pixel column besides finite samples. Bits of PixelColumn::marks.
enum PixelMark : std::uint8_t {
    MarkNan = 1,
    MarkPlusInf = 2,
    MarkMinusInf = 4,
    MarkReset = 8,        ///< a counter fell
    MarkNotPositive = 16, ///< zero or less where only positive values can be drawn (log axis)
};

/// All samples of a series that fall into one column of pixels, reduced without loss of any
/// extreme: the line through first, min, max and last touches every value the samples touch.
/// Positions are in pixels from the left edge; fractional, so that sparse lines do not jitter.
struct PixelColumn
{
    int x = 0;              ///< index of the column
    std::int32_t count = 0; ///< finite samples; 0 = the column exists for its marks only
    float firstX = 0;
    float lastX = 0;
    double first = 0;
    double min = 0;
    double max = 0;
    double last = 0;
    std::size_t begin = 0; ///< indices of the samples, [begin, end)
    std::size_t end = 0;
    std::uint8_t marks = 0; ///< PixelMark bits
    bool gapBefore =
        true; ///< nothing is drawn between this column's first sample and the one before
};

/// A series on the pixels of a plot. Columns without samples are left out.
struct PixelColumns
{
    /// By x, strictly increasing. The first may be x = -1 and the last x = width: the samples next
    /// to the plot, so that lines run to its edges; they do not count for min and max.
    std::vector<PixelColumn> columns;
    double min = 0; ///< over all finite samples in range; min > max if there are none
    double max = -1;
    bool dense = false; ///< clearly more than one sample a column

    [[nodiscard]] bool hasValues() const { return min <= max; }
};

struct ReduceOptions
{
    TimeRange range; ///< of the plot
    int width = 0;   ///< pixel columns
    EpochMs step =
        0; ///< two samples further apart than 1.5 steps have a gap between them; 0 = never
    bool counter = false;      ///< mark falls of the value as counter resets
    bool positiveOnly = false; ///< treat values <= 0 like NaN, with a mark of their own
};

/// times is strictly increasing, values has the same length. O(width + samples in range), about
/// 0.5 ns a sample; the times of samples inside a column are not read, so a gap narrower than a
/// pixel column shows only where it meets the column's edge.
[[nodiscard]] PixelColumns reduceToPixels(std::span<const EpochMs> times,
                                          std::span<const double> values,
                                          const ReduceOptions &options);
/// The same into an object that is used again, to save its allocation.
void reduceToPixels(std::span<const EpochMs> times, std::span<const double> values,
                    const ReduceOptions &options, PixelColumns &out);

} // namespace spillway
