// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/timeplotoverlay.h"

#include "charts/timemarks.h"
#include "panels/timeplotbody.h"
#include "style/theme.h"

#include <QPainter>

namespace spillway {

TimePlotOverlay::TimePlotOverlay(TimePlotBody *body)
    : QWidget(body)
    , m_body(body)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void TimePlotOverlay::setTime(std::optional<EpochMs> time)
{
    m_time = time;
    update();
}

void TimePlotOverlay::setPointer(std::optional<QPointF> pointer)
{
    m_pointer = pointer;
    update();
}

void TimePlotOverlay::setDrag(std::optional<qreal> from, qreal to)
{
    m_dragFrom = from;
    m_dragTo = to;
    update();
}

void TimePlotOverlay::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const QRectF plot = m_body->mapping().plot();
    const ChartPalette colors = m_body->chartPalette();
    QPainter painter{this};
    if (const TimeCursor *cursor = m_body->timeCursor()) {
        paintTimeMarks(&painter, m_body->mapping(), cursor->marks(), colors.focus);
    }
    if (m_dragFrom) {
        const qreal to = std::clamp(m_dragTo, plot.left(), plot.right());
        painter.fillRect(QRectF{QPointF{std::min(*m_dragFrom, to), plot.top()},
                                QPointF{std::max(*m_dragFrom, to), plot.bottom()}},
                         colors.selection);
    }
    if (m_time && m_body->range().contains(*m_time)) {
        const qreal x = std::floor(m_body->mapping().x(*m_time)) + 0.5;
        painter.setPen(QPen{colors.crosshair, 1, Qt::DashLine});
        painter.drawLine(QPointF{x, plot.top()}, QPointF{x, plot.bottom()});
    }
    if (m_pointer && !m_dragFrom) {
        paintTip(&painter);
    }
}

void TimePlotOverlay::paintTip(QPainter *painter) const
{
    const EpochMs time = m_body->mapping().time(m_pointer->x());
    QStringList lines = m_body->tipLines(time, m_pointer->y());
    if (lines.isEmpty()) {
        return;
    }
    QString heading = m_body->timeLabel(time);
    if (const TimeCursor *cursor = m_body->timeCursor()) {
        const QString marks = cursor->marksAt(time, markReachTime(m_body->mapping()));
        heading += marks.isEmpty() ? marks : QString{QStringLiteral(" · ") + marks};
    }
    lines.prepend(heading);
    const ChartPalette colors = m_body->chartPalette();
    painter->setFont(themeFont(FontRole::Small, font()));
    const QFontMetricsF metrics{painter->font()};
    qreal width = 0;
    const qreal most = std::max<qreal>(40, this->width() - 2 * spacing::l);
    for (QString &line : lines) {
        line = metrics.elidedText(line, Qt::ElideMiddle, most);
        width = std::max(width, metrics.horizontalAdvance(line));
    }
    const QSizeF box{width + 2 * spacing::s,
                     metrics.lineSpacing() * static_cast<qreal>(lines.size()) + spacing::s};
    const qreal gap = spacing::m;
    // Beside the pointer, on the side with room.
    qreal x = m_pointer->x() + gap;
    if (x + box.width() > this->width()) {
        x = std::max<qreal>(0, m_pointer->x() - gap - box.width());
    }
    const qreal y = std::clamp<qreal>(m_pointer->y() - box.height() / 2, 0,
                                      std::max<qreal>(0, height() - box.height()));
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colors.tooltipBorder);
    painter->setBrush(colors.tooltipBackground);
    painter->drawRoundedRect(QRectF{QPointF{x, y}, box}.adjusted(0.5, 0.5, -0.5, -0.5),
                             spacing::radiusSmall, spacing::radiusSmall);
    qreal base = y + spacing::xs + metrics.ascent();
    for (const QString &line : std::as_const(lines)) {
        painter->setPen(base < y + metrics.lineSpacing() ? colors.dimText : colors.tooltipText);
        painter->drawText(QPointF{x + spacing::s, base}, line);
        base += metrics.lineSpacing();
    }
}

} // namespace spillway
