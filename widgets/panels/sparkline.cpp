// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sparkline.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

namespace {

constexpr qreal lowSpark = 40; ///< in which a usual line would be a blot

struct Scale
{
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();
};

Scale scaleOf(const Series &series)
{
    Scale scale;
    for (const double value : series.values) {
        if (std::isfinite(value)) {
            scale.min = std::min(scale.min, value);
            scale.max = std::max(scale.max, value);
        }
    }
    return scale;
}

/// A scale on which noise looks like noise: from zero like the charts' axes if the values come
/// near it, else at least a quarter of their size.
Scale honest(Scale scale)
{
    constexpr double smallestPart = 0.25;
    if (scale.min > 0) {
        scale.min =
            scale.min < 0.5 * scale.max ? 0 : std::min(scale.min, (1 - smallestPart) * scale.max);
    }
    return scale;
}

/// Leaves out what would be drawn over: a point within what its pixel column already spans.
/// Extremes always survive.
class Column
{
public:
    bool adds(const QPointF &point)
    {
        const double x = std::floor(point.x());
        if (x != m_x) {
            m_x = x;
            m_top = m_bottom = point.y();
            return true;
        }
        const bool beyond = point.y() < m_top || point.y() > m_bottom;
        m_top = std::min(m_top, point.y());
        m_bottom = std::max(m_bottom, point.y());
        return beyond;
    }

private:
    double m_x = std::numeric_limits<double>::quiet_NaN();
    double m_top = 0;
    double m_bottom = 0;
};

void drawPiece(QPainter &painter, const QRectF &rect, const QPolygonF &line, const QColor &color)
{
    if (line.isEmpty()) {
        return;
    }
    const qreal width = rect.height() < lowSpark ? 1.1 : 1.5;
    painter.setPen(QPen{color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    if (line.size() == 1) {
        painter.drawPoint(line.front());
        return;
    }
    QColor fill = color;
    fill.setAlphaF(0.12F);
    QPolygonF area = line;
    area << QPointF{line.back().x(), rect.bottom()} << QPointF{line.front().x(), rect.bottom()};
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(area);
}

} // namespace

void drawSparkline(QPainter &painter, const QRectF &rect, const Series &series,
                   const TimeRange &range, std::chrono::milliseconds step, const QColor &color)
{
    const Scale found = scaleOf(series);
    if (found.min > found.max || !range.isValid()) {
        return;
    }
    const bool flat = found.min == found.max;
    const Scale scale = flat ? found : honest(found);
    const double span = scale.max - scale.min;
    const double length = static_cast<double>(range.to - range.from);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect.adjusted(-1, -2, 1, 1));
    QPolygonF line;
    Column column;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const double value = series.values[i];
        const bool gap = i > 0 && 2 * (series.times[i] - series.times[i - 1]) > 3 * step.count();
        if (gap || !std::isfinite(value)) {
            drawPiece(painter, rect, line, color);
            line.clear();
        }
        if (std::isfinite(value)) {
            const double part = span > 0 ? (value - scale.min) / span : 0.5;
            const double x = static_cast<double>(series.times[i] - range.from) / length;
            const QPointF point{rect.left() + x * rect.width(),
                                rect.bottom() - part * rect.height()};
            if (column.adds(point) || line.isEmpty()) {
                line << point;
            }
        }
    }
    drawPiece(painter, rect, line, color);
    painter.restore();
}

} // namespace spillway
