// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of TimelineBandPainter that draws what all lanes share: axis, moments, the pointer.
#include "charts/axisticks.h"
#include "panels/timelinebandpainter.h"
#include "style/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal flagRadius = 3;

/// On the middle of a pixel, so that a line of one pixel is one.
qreal crisp(qreal at)
{
    return std::floor(at) + 0.5;
}

} // namespace

/// Labels of one zone under the plots, or the grid behind them.
void TimelineBandPainter::paintTicks(const QTimeZone &zone, qreal top, bool grid)
{
    const QRectF plot = plotBox();
    const PlotMapping mapping{plot, m_band.m_range, {}};
    const QFontMetricsF metrics{m_band.smallFont()};
    m_painter.setFont(m_band.smallFont());
    constexpr int labelRoom = 78;
    const int most = std::max(2, static_cast<int>(plot.width() / labelRoom));
    qreal freeFrom = plot.left() - labelRoom / 2.0;
    for (const TimeTick &tick : timeTicks(m_band.m_range, zone, most, m_band.locale())) {
        const qreal x = mapping.x(tick.time);
        if (grid) {
            m_painter.setPen(m_colors.grid);
            m_painter.drawLine(QPointF{crisp(x), 0}, QPointF{crisp(x), plot.bottom()});
            continue;
        }
        const qreal width = metrics.horizontalAdvance(tick.text);
        // The last label moves inwards rather than being cut.
        const qreal from = std::min(x - width / 2, plot.right() + spacing::s - width);
        if (from >= freeFrom) {
            m_painter.setPen(tick.date ? m_colors.text : m_colors.dimText);
            m_painter.drawText(QPointF{from, top + metrics.ascent()}, tick.text);
            freeFrom = from + width + spacing::s;
        }
    }
}

void TimelineBandPainter::paintAxis()
{
    const QRectF plot = plotBox();
    const QFontMetricsF metrics{m_band.smallFont()};
    const qreal row = metrics.height() + spacing::xs;
    qreal top = plot.bottom() + spacing::xs;
    for (const QTimeZone &zone : {m_band.m_zone, m_band.m_second}) {
        if (!zone.isValid()) {
            continue;
        }
        paintTicks(zone, top, false);
        m_painter.setPen(m_colors.dimText);
        m_painter.drawText(QPointF{static_cast<qreal>(spacing::s), top + metrics.ascent()},
                           metrics.elidedText(zoneName(zone, m_band.m_range.from), Qt::ElideRight,
                                              m_band.m_nameWidth));
        top += row;
    }
    paintClockChanges(plot);
}

/// Where the clock is put forward or back a day has 23 or 25 hours: said, so that an edge an hour
/// off is not taken for a mistake.
void TimelineBandPainter::paintClockChanges(const QRectF &plot)
{
    const QTimeZone &zone = m_band.m_zone;
    const auto changes =
        zone.transitions(QDateTime::fromMSecsSinceEpoch(m_band.m_range.from, QTimeZone::utc()),
                         QDateTime::fromMSecsSinceEpoch(m_band.m_range.to, QTimeZone::utc()));
    const PlotMapping mapping{plot, m_band.m_range, {}};
    const QFontMetricsF metrics{m_band.smallFont()};
    for (const QTimeZone::OffsetData &change : changes) {
        const EpochMs at = change.atUtc.toMSecsSinceEpoch();
        const int before =
            zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at - 1, QTimeZone::utc()));
        const int minutes = (change.offsetFromUtc - before) / 60;
        if (minutes == 0 || !m_band.m_range.contains(at)) {
            continue;
        }
        const QString text = TimelineBand::tr("clock %1 min")
                                 .arg(minutes > 0 ? u"+%1"_s.arg(minutes) : u"−%1"_s.arg(-minutes));
        verticalLine(at, m_colors.warning, Qt::DotLine, plot.bottom());
        const qreal width = metrics.horizontalAdvance(text);
        const qreal x = std::min(mapping.x(at) + spacing::xs, plot.right() - width);
        const QRectF box{x, plot.bottom() - metrics.height() - 1, width, metrics.height()};
        m_painter.fillRect(box.adjusted(-2, 0, 2, 0), themeColors(m_band.palette()).surface);
        m_painter.setFont(m_band.smallFont());
        m_painter.setPen(m_colors.warning);
        m_painter.drawText(QPointF{x, box.top() + metrics.ascent()}, text);
    }
}

void TimelineBandPainter::verticalLine(EpochMs time, const QColor &color, Qt::PenStyle style,
                                       qreal bottom)
{
    const QRectF plot = plotBox();
    const qreal x = crisp(PlotMapping{plot, m_band.m_range, {}}.x(time));
    m_painter.setPen(QPen{color, 1, style});
    m_painter.drawLine(QPointF{x, 0}, QPointF{x, bottom});
}

void TimelineBandPainter::paintMoments()
{
    const QRectF plot = plotBox();
    const PlotMapping mapping{plot, m_band.m_range, {}};
    const QFontMetricsF metrics{m_band.smallFont()};
    m_painter.setFont(m_band.smallFont());
    const auto flag = [&](EpochMs time, const QString &text, const QColor &color) {
        verticalLine(time, color, Qt::SolidLine, plot.bottom());
        const qreal width = metrics.horizontalAdvance(text) + 2 * spacing::xs;
        const qreal x = std::clamp(mapping.x(time) - width / 2, plot.left(), plot.right() - width);
        const QRectF box{x, plot.bottom() - metrics.height(), width, metrics.height()};
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawRoundedRect(box, flagRadius, flagRadius);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setPen(themeColors(m_band.palette()).surface);
        m_painter.drawText(QPointF{box.left() + spacing::xs, box.top() + metrics.ascent()}, text);
    };
    for (const TimeMark &mark : m_band.m_marks) {
        if (m_band.m_range.contains(mark.time)) {
            flag(mark.time, mark.text, m_colors.ok);
        }
    }
    if (m_band.m_range.contains(m_band.m_now)) {
        flag(m_band.m_now, TimelineBand::tr("now"), m_colors.crosshair);
    }
}

void TimelineBandPainter::paintPlace()
{
    const QRectF plot = plotBox();
    if (m_band.m_dragFrom) {
        const qreal to = std::clamp(m_band.m_dragTo, plot.left(), plot.right());
        m_painter.fillRect(QRectF{QPointF{std::min(*m_band.m_dragFrom, to), plot.top()},
                                  QPointF{std::max(*m_band.m_dragFrom, to), plot.bottom()}},
                           m_colors.selection);
        return;
    }
    if (!m_band.m_place || m_band.m_place->lane >= m_band.m_lanes.size()) {
        return;
    }
    const TimelineBand::Place place = *m_band.m_place;
    verticalLine(place.time, m_colors.crosshair, Qt::DashLine, plot.bottom());
    QStringList lines = m_band.tipLines(place);
    if (!lines.isEmpty()) {
        lines.prepend(m_band.timeLabel(place.time) + QChar::Nbsp +
                      zoneName(m_band.m_zone, place.time));
        const PlotMapping mapping = m_band.laneMapping(place.lane);
        paintTip(lines, {mapping.x(place.time), mapping.plot().center().y()});
    }
}

void TimelineBandPainter::paintTip(const QStringList &lines, const QPointF &at)
{
    m_painter.setFont(themeFont(FontRole::Small, m_band.font()));
    const QFontMetricsF metrics{m_painter.font()};
    const qreal most = std::max<qreal>(80, m_band.viewport()->width() * 0.5);
    qreal width = 0;
    QStringList shown;
    for (const QString &line : lines) {
        shown << metrics.elidedText(line, Qt::ElideRight, most);
        width = std::max(width, metrics.horizontalAdvance(shown.last()));
    }
    const QSizeF size{width + 2 * spacing::s,
                      metrics.lineSpacing() * static_cast<qreal>(shown.size()) + spacing::s};
    const QRectF area = m_band.viewport()->rect();
    // Beside the crosshair, on the side with room.
    qreal x = at.x() + spacing::m;
    if (x + size.width() > area.right()) {
        x = std::max<qreal>(0, at.x() - spacing::m - size.width());
    }
    const qreal y = std::clamp<qreal>(at.y() - size.height() / 2, 0,
                                      std::max<qreal>(0, area.height() - size.height()));
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(m_colors.tooltipBorder);
    m_painter.setBrush(m_colors.tooltipBackground);
    m_painter.drawRoundedRect(QRectF{QPointF{x, y}, size}.adjusted(0.5, 0.5, -0.5, -0.5),
                              spacing::radiusSmall, spacing::radiusSmall);
    qreal base = y + spacing::xs + metrics.ascent();
    for (qsizetype i = 0; i < shown.size(); ++i) {
        m_painter.setPen(i == 0 ? m_colors.dimText : m_colors.tooltipText);
        m_painter.drawText(QPointF{x + spacing::s, base}, shown[i]);
        base += metrics.lineSpacing();
    }
}

} // namespace spillway
