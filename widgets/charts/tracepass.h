// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartseries.h"
#include "charts/plotmapping.h"
#include "metrics/pixelreduce.h"

#include <QSize>

#include <vector>

class QPainter;

namespace spillway {

class TraceCanvas;

/// All traces of a chart, reduced to pixels and ready to be painted. Refers to the scene's members.
struct TracePass
{
    const ChartSeriesList &series;
    const std::vector<bool> &visible;
    const std::vector<PixelColumns> &columns;
    const std::vector<PixelColumns> &lower;
    const ChartPalette &palette;
    ValueRange values{};
    QSize size{}; ///< of the plot, device pixels
    int overscan =
        0; ///< rows above and below the plot, so that lines on its edges keep their weight
    float pixelRatio = 1;
    float dashedFrom = 1e9F; ///< device pixels from the left edge
};

/// Comparisons first, then fills, then lines, so that nothing hides a line of today. Beyond
/// densitySeries lines get thin and translucent: where many run, it gets darker.
void paintTraces(TraceCanvas &canvas, const TracePass &pass);
/// The same as vector paths, in device pixels from the plot's top left corner.
void paintTraces(QPainter *painter, const TracePass &pass);

inline constexpr std::size_t densitySeries = 100;

} // namespace spillway
