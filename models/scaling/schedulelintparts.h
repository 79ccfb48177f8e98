// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/schedulelint.h"
#include "scaling/zonesegments.h"

#include <vector>

namespace spillway {

/// A change of the clock as the wall shows it: the hour that is left out, or comes twice.
struct ClockChange
{
    EpochMs at = 0;
    bool gap = false;
    qint64 localFrom = 0; ///< local milliseconds, as of zonesegments.h
    qint64 localTo = 0;

    [[nodiscard]] bool holds(qint64 local) const { return local >= localFrom && local < localTo; }
};
[[nodiscard]] std::vector<ClockChange> clockChanges(const ZoneSegments &zone);

/// "2026-03-29 02:30" of local milliseconds.
[[nodiscard]] QString wallClockText(qint64 local);

/// What is to be said about floors by metrics.
[[nodiscard]] std::vector<ScheduleFinding> lintMetricFloor(const MetricFloor &floor,
                                                           const ScheduleLintInput &input);

} // namespace spillway
