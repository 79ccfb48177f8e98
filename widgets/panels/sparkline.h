// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"
#include "metrics/timerange.h"

#include <QRectF>

class QColor;
class QPainter;

namespace spillway {

/// A small line without axes. Gaps, NaN and infinities interrupt it; the scale spans the finite
/// values and so much below them that noise stays small; a flat line runs through the middle.
void drawSparkline(QPainter &painter, const QRectF &rect, const Series &series,
                   const TimeRange &range, std::chrono::milliseconds step, const QColor &color);

} // namespace spillway
