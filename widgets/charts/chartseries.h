// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"
#include "style/chartpalette.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace spillway {

enum class TraceStyle : std::uint8_t {
    Line,
    Area,        ///< line, and its area down to zero (or the axis' end) filled
    StackedArea, ///< on top of the stacked series before it
    Band,        ///< the area between lower and data filled, with both edges
    Points,
};

/// One series as a chart draws it. Cheap to copy: the samples are shared.
struct ChartSeries
{
    SeriesPtr data; ///< float samples; null or empty is allowed (listed, not drawn)
    QString name;   ///< untrusted text, shown as plain text
    SeriesLook look;
    TraceStyle style = TraceStyle::Line;
    SeriesPtr lower; ///< of a Band
    /// What the series is, whatever its name says: hidden and solo series stay so by it. A
    /// comparison has the identity of what it is compared with. Empty = the name.
    QString identity{};
    /// Series with the same text have one entry in the legend, named so; empty = one of its own.
    QString legendGroup{};
    bool overlay = false; ///< a comparison ("last week"): drawn lighter, dashed and underneath
    bool counter = false; ///< a raw counter: resets are marked
};

using ChartSeriesList = std::vector<ChartSeries>;

} // namespace spillway
