// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/axisticks.h"
#include "charts/labelcache.h"
#include "charts/plotmapping.h"

#include <QRect>
#include <QSize>

namespace spillway {

/// Left of the plot of nearly every chart, for "2.5 k" up to "512 MiB", and right of it: pictures
/// beside a chart use the same, so that plots of a page line up.
inline constexpr int usualValueMargin = 58;
inline constexpr int plotRightMargin = 12;

/// Axis labels are a little smaller than the text around the chart.
[[nodiscard]] QFont chartAxisFont(QFont font);

/// Where everything of a chart is, in device-independent pixels.
struct ChartLayout
{
    QSize size;
    QRect plot;
    QRect lane; ///< marks for what a line cannot show; empty if there is none
    ValueAxis axis;
    std::vector<TimeTick> ticks;
    std::vector<TimeTick> secondTicks;
    PlotMapping mapping;
};

struct LayoutInput
{
    QSize size;
    TimeRange range;
    double dataMin = 0; ///< dataMin > dataMax: no data
    double dataMax = -1;
    bool includeZero = false;
    bool lane = false;
    int valueMargin = 0; ///< left of the plot; 0 = the usual one
};

/// The plot's rectangle; needs no data, so that series can be reduced to its width before the value
/// axis is known.
[[nodiscard]] QRect plotRect(const LayoutInput &input, const ChartOptions &options,
                             const LabelCache &labels);
/// The margin that the labels of an axis want. The same for nearly all charts, so that the plots of
/// a page line up; wider in steps if a label is long.
[[nodiscard]] int wantedValueMargin(const ValueAxis &axis, LabelCache &labels);
[[nodiscard]] ChartLayout layoutChart(const LayoutInput &input, const ChartOptions &options,
                                      LabelCache &labels);

} // namespace spillway
