// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartseries.h"
#include "charts/plotmapping.h"
#include "charts/tracecanvas.h"
#include "metrics/pixelreduce.h"

#include <QPainterPath>

namespace spillway {

/// Values to rows of a canvas (device pixels from the plot's top), clamped far outside of it.
class RowMapping
{
public:
    /// top: the row of the axis' upper end.
    RowMapping(const ValueRange &values, int height, int top = 0);
    [[nodiscard]] float operator()(double value) const;

private:
    double m_low;
    double m_perUnit;
    double m_bottom;
    bool m_log;
};

/// How one trace is stroked, in device pixels.
struct TraceStroke
{
    QRgb colour = 0; ///< premultiplied
    float thick = 1.5F;
    DashStyle dash = DashStyle::Solid;
    MarkerShape marker = MarkerShape::Circle;
    float pixelRatio = 1;
    float dashedFrom = 1e9F; ///< right of this the last interval is incomplete: dotted
    bool points = false;     ///< markers only
};

/// The trace of a series: a line with gaps, single samples between gaps as dots, markers if the
/// samples are far apart.
void strokeTrace(TraceCanvas &canvas, const PixelColumns &columns, const RowMapping &rows,
                 const TraceStroke &stroke);

/// Upper and lower end of a series in each pixel column, interpolated between samples; NaN in gaps.
struct TraceProfile
{
    std::vector<float> top;
    std::vector<float> bottom;
};
[[nodiscard]] TraceProfile traceProfile(const PixelColumns &columns, const RowMapping &rows,
                                        int width);

/// Fills down (or up) to the row base. replace: takes the place of what was painted there.
void fillToBase(TraceCanvas &canvas, const TraceProfile &profile, float base, QRgb premultiplied,
                bool replace);
/// Fills between two profiles where both have data.
void fillBetween(TraceCanvas &canvas, const TraceProfile &upper, const TraceProfile &lower,
                 QRgb premultiplied);

/// The same line as a path through first, min, max and last of each column, for vector output.
[[nodiscard]] QPainterPath tracePath(const PixelColumns &columns, const RowMapping &rows);
/// Closed outlines of what fillToBase() fills.
[[nodiscard]] QPainterPath areaPath(const TraceProfile &profile, float base);

} // namespace spillway
