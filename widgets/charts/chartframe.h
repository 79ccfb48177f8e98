// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartlayout.h"
#include "charts/chartoptions.h"
#include "charts/chartseries.h"
#include "metrics/pixelreduce.h"

#include <span>

class QPainter;

namespace spillway {

/// What surrounds the traces. The painter works in device-independent pixels.
struct FrameContext
{
    const ChartLayout &layout;
    const ChartOptions &options;
    const ChartPalette &palette;
    LabelCache &labels;
};

/// Under the traces: background, grid, axis labels, hatched ranges, threshold lines.
void paintFrame(QPainter *painter, const FrameContext &context);
/// Over the traces: the axis' caption and names of the thresholds, where they hide neither a trace
/// nor each other. columns are in device pixels of the plot's left edge.
void paintInnerLabels(QPainter *painter, const FrameContext &context,
                      std::span<const PixelColumns> all, qreal pixelRatio);
/// In the lane under the plot: one glyph a pixel column and kind of mark. columns are in device
/// pixels of the plot's left edge.
void paintMarks(QPainter *painter, const FrameContext &context, std::span<const PixelColumns> all,
                const ChartSeriesList &series, qreal pixelRatio);

} // namespace spillway
