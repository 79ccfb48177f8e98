// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timemarks.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace spillway {

void paintTimeMarks(QPainter *painter, const PlotMapping &mapping,
                    const std::vector<TimeMark> &marks, const QColor &color)
{
    constexpr qreal flag = 6;
    const QRectF plot = mapping.plot();
    QColor faint = color;
    faint.setAlphaF(0.55F);
    for (const TimeMark &mark : marks) {
        if (!mapping.range().contains(mark.time)) {
            continue;
        }
        const qreal x = std::floor(mapping.x(mark.time)) + 0.5;
        painter->setPen(faint);
        painter->drawLine(QPointF{x, plot.top()}, QPointF{x, plot.bottom()});
        // Towards the side with room.
        const qreal side = x + flag > plot.right() ? -flag : flag;
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPolygon(
            QPolygonF{{x, plot.top()}, {x + side, plot.top() + flag / 2}, {x, plot.top() + flag}});
    }
}

EpochMs markReachTime(const PlotMapping &mapping)
{
    return std::abs(mapping.time(mapping.plot().left() + markReach) - mapping.range().from);
}

} // namespace spillway
