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

void drawPiece(QPainter &painter, const QRectF &rect, const QPolygonF &line, const QColor &color)
{
    if (line.isEmpty()) {
        return;
    }
    painter.setPen(QPen{color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
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
    const Scale scale = scaleOf(series);
    if (scale.min > scale.max || !range.isValid()) {
        return;
    }
    const double span = scale.max - scale.min;
    const double length = static_cast<double>(range.to - range.from);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect.adjusted(-1, -2, 1, 1));
    QPolygonF line;
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
            line << QPointF{rect.left() + x * rect.width(), rect.bottom() - part * rect.height()};
        }
    }
    drawPiece(painter, rect, line, color);
    painter.restore();
}

} // namespace spillway
