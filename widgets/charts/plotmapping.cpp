// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plotmapping.h"

#include <cmath>

namespace spillway {

PlotMapping::PlotMapping(const QRectF &plot, const TimeRange &range, const ValueRange &values)
    : m_plot(plot)
    , m_range(range.isValid() ? range : TimeRange{range.from, range.from + 1})
    , m_values(values)
    , m_low(values.log ? std::log10(values.min) : values.min)
    , m_span((values.log ? std::log10(values.max) : values.max) - m_low)
{
    if (!(m_span > 0)) {
        m_span = 1;
    }
}

qreal PlotMapping::x(EpochMs time) const
{
    const auto offset = static_cast<qreal>(time - m_range.from);
    return m_plot.left() + offset * m_plot.width() / static_cast<qreal>(m_range.length().count());
}

EpochMs PlotMapping::time(qreal x) const
{
    const qreal share = m_plot.width() > 0 ? (x - m_plot.left()) / m_plot.width() : 0;
    return m_range.from + std::llround(share * static_cast<qreal>(m_range.length().count()));
}

qreal PlotMapping::y(double value) const
{
    if (m_values.log && value <= 0) {
        return m_plot.bottom() + 1e6;
    }
    const double scaled = m_values.log ? std::log10(value) : value;
    return m_plot.bottom() - (scaled - m_low) * m_plot.height() / m_span;
}

double PlotMapping::value(qreal y) const
{
    const qreal share = m_plot.height() > 0 ? (m_plot.bottom() - y) / m_plot.height() : 0;
    const double scaled = m_low + share * m_span;
    return m_values.log ? std::pow(10.0, scaled) : scaled;
}

} // namespace spillway
