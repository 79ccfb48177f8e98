// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartoptions.h"
#include "charts/plotmapping.h"

#include <QStringList>

#include <vector>

namespace spillway {

struct TimeTick
{
    EpochMs time = 0;
    QString text;
    bool date = false; ///< a new day (or month) begins here: text is the date
    friend bool operator==(const TimeTick &, const TimeTick &) = default;
};

/// Ticks on round local times of a zone (24 h clock), at most maxTicks, daylight saving respected.
[[nodiscard]] std::vector<TimeTick> timeTicks(const TimeRange &range, const QTimeZone &zone,
                                              int maxTicks, const QLocale &locale);

/// "UTC", "CST", "+08": what to call a zone at a time.
[[nodiscard]] QString zoneName(const QTimeZone &zone, EpochMs time);
/// "14:03:15", with the date before it if the range is longer than a day, and milliseconds if the
/// step is below one second.
[[nodiscard]] QString timeText(EpochMs time, const QTimeZone &zone, const TimeRange &range,
                               const QLocale &locale);

/// The value axis: where it ends, where its ticks are and what they say.
struct ValueAxis
{
    ValueRange range;
    std::vector<double> ticks;
    QStringList labels;
    QString caption; ///< a unit too long to stand at each tick ("req/s"), said once; else empty
};

/// dataMin > dataMax = no data. includeZero: areas must show their base.
[[nodiscard]] ValueAxis valueAxis(double dataMin, double dataMax, bool includeZero, int maxTicks,
                                  const ChartOptions &options);

} // namespace spillway
