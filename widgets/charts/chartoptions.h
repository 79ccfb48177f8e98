// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unit.h"
#include "metrics/timerange.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <vector>

namespace spillway {

enum class ThresholdLevel : std::uint8_t { Ok, Warning, Critical };

/// A dashed line across the plot at a value, named at its right end.
struct ChartThreshold
{
    double value = 0;
    ThresholdLevel level = ThresholdLevel::Warning;
    QString label; ///< plain text; empty = the value
    friend bool operator==(const ChartThreshold &, const ChartThreshold &) = default;
};

/// How a chart shows its series. A plain value.
struct ChartOptions
{
    UnitSpec unit;
    bool logAxis = false; ///< values <= 0 are below the axis: drawn as gaps and marked in the lane
    std::optional<double> softMin{}; ///< the axis reaches at least this far; data may widen it
    std::optional<double> softMax{};
    std::vector<ChartThreshold> thresholds{};
    std::optional<EpochMs>
        incompleteFrom{}; ///< from here on the last interval is still filling: dashed
    QTimeZone zone = QTimeZone::utc();
    std::optional<QTimeZone> secondZone{}; ///< a second row of labels
    std::vector<TimeRange> hatched{};      ///< kept, stale or unfit ranges
    bool legend = true;
    QLocale locale = QLocale::c();
    int tooltipRows = 12; ///< more series than this: the rest is counted in one line

    friend bool operator==(const ChartOptions &, const ChartOptions &) = default;
};

} // namespace spillway
