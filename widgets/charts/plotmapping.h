// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/timerange.h"

#include <QRectF>

namespace spillway {

/// The ends of a value axis. On a logarithmic one both are positive.
struct ValueRange
{
    double min = 0;
    double max = 1;
    bool log = false;
    friend bool operator==(const ValueRange &, const ValueRange &) = default;
};

/// Times and values to pixels and back. Pure; y grows downwards as on the screen.
class PlotMapping
{
public:
    PlotMapping() = default;
    PlotMapping(const QRectF &plot, const TimeRange &range, const ValueRange &values);

    [[nodiscard]] qreal x(EpochMs time) const;
    /// Rounded to the nearest millisecond; outside of the plot the line goes on.
    [[nodiscard]] EpochMs time(qreal x) const;
    /// Values that a logarithmic axis cannot show are far below the plot.
    [[nodiscard]] qreal y(double value) const;
    [[nodiscard]] double value(qreal y) const;

    [[nodiscard]] const QRectF &plot() const { return m_plot; }
    [[nodiscard]] const TimeRange &range() const { return m_range; }
    [[nodiscard]] const ValueRange &values() const { return m_values; }

private:
    QRectF m_plot{0, 0, 1, 1};
    TimeRange m_range{0, 1};
    ValueRange m_values;
    double m_low = 0; ///< of the axis, logarithm taken
    double m_span = 1;
};

} // namespace spillway
