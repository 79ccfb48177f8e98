// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plotmapping.h"
#include "charts/timecursor.h"

class QColor;
class QPainter;

namespace spillway {

/// How near the pointer must be to a mark for its text to be told, in pixels.
inline constexpr int markReach = 6;

/// A thin line through the plot and a flag at its top for each mark in the range.
void paintTimeMarks(QPainter *painter, const PlotMapping &mapping,
                    const std::vector<TimeMark> &marks, const QColor &color);

/// markReach as a time.
[[nodiscard]] EpochMs markReachTime(const PlotMapping &mapping);

} // namespace spillway
