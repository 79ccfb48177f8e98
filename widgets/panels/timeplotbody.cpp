// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/timeplotbody.h"

#include "charts/axisticks.h"
#include "charts/chartlayout.h"
#include "charts/timecursor.h"
#include "panels/panelvalues.h"
#include "panels/timeplotoverlay.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace spillway {

TimePlotBody::TimePlotBody(QWidget *parent)
    : PanelBody(parent)
    , m_overlay(new TimePlotOverlay{this})
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    TimePlotBody::setTimeCursor(new TimeCursor{this});
}

TimePlotBody::~TimePlotBody() = default;

void TimePlotBody::setTimeCursor(TimeCursor *cursor)
{
    if (m_cursor) {
        disconnect(m_cursor, nullptr, this, nullptr);
    }
    m_cursor = cursor;
    if (m_cursor) {
        connect(m_cursor, &TimeCursor::timeChanged, this, [this] {
            m_overlay->setTime(m_cursor->time());
            Q_EMIT valueTextChanged();
        });
        connect(m_cursor, &TimeCursor::marksChanged, m_overlay, qOverload<>(&QWidget::update));
        connect(m_cursor, &TimeCursor::rangeRequested, this,
                [this](const TimeRange &range) { setRange(range, m_step); });
    }
}

TimeCursor *TimePlotBody::timeCursor() const
{
    return m_cursor;
}

void TimePlotBody::setTimeZones(const QTimeZone &zone, const std::optional<QTimeZone> &second)
{
    Q_UNUSED(second)
    m_zone = zone;
    invalidate();
}

void TimePlotBody::setRange(const TimeRange &range, std::chrono::milliseconds step)
{
    m_range = range.isValid() ? range : TimeRange{range.from, range.from + 1};
    m_step = step;
    invalidate();
}

ChartPalette TimePlotBody::chartPalette() const
{
    return panelChartPalette(themeColors(palette()));
}

QFont TimePlotBody::axisFont() const
{
    return chartAxisFont(themeFont(FontRole::Small, font()));
}

QString TimePlotBody::timeLabel(EpochMs time) const
{
    return timeText(time, m_zone, m_range, locale()) + QChar::Nbsp + zoneName(m_zone, time);
}

void TimePlotBody::invalidate()
{
    m_picture = {};
    m_mapping = PlotMapping{plotRect(size()), m_range, {}};
    update();
    m_overlay->update();
}

void TimePlotBody::paintTimeAxis(QPainter *painter, const PlotMapping &mapping) const
{
    const ChartPalette colors = chartPalette();
    const QRectF plot = mapping.plot();
    const QFontMetricsF metrics{axisFont(), painter->device()};
    painter->setFont(axisFont());
    const int maxTicks = std::max(2, static_cast<int>(plot.width() / 78));
    qreal freeFrom = plot.left() - 30;
    for (const TimeTick &tick : timeTicks(mapping.range(), m_zone, maxTicks, locale())) {
        const qreal x = mapping.x(tick.time);
        const qreal width = metrics.horizontalAdvance(tick.text);
        // The last label moves inwards rather than being cut.
        const qreal from = std::min(x - width / 2, plot.right() + spacing::s - width);
        if (from < freeFrom) {
            continue;
        }
        painter->setPen(colors.axis);
        painter->drawLine(QPointF{x, plot.bottom()}, QPointF{x, plot.bottom() + 3});
        painter->setPen(colors.text);
        painter->drawText(QPointF{from, plot.bottom() + 5 + metrics.ascent()}, tick.text);
        freeFrom = from + width + spacing::s;
    }
}

void TimePlotBody::paintAll(QPainter *painter, const QSizeF &size)
{
    const PlotMapping mapping{plotRect(size), m_range, {}};
    if (mapping.plot().width() < 8 || mapping.plot().height() < 4) {
        return;
    }
    paintPlot(painter, mapping);
    paintTimeAxis(painter, mapping);
}

void TimePlotBody::renderTo(QPainter *painter, const QSize &size)
{
    paintAll(painter, size);
}

void TimePlotBody::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_picture.isNull()) {
        m_picture = QPixmap{size() * devicePixelRatioF()};
        m_picture.setDevicePixelRatio(devicePixelRatioF());
        m_picture.fill(Qt::transparent);
        QPainter picture{&m_picture};
        paintAll(&picture, size());
    }
    QPainter painter{this};
    painter.drawPixmap(0, 0, m_picture);
    if (hasFocus()) {
        painter.setPen(chartPalette().focus);
        painter.drawRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TimePlotBody::resizeEvent(QResizeEvent *event)
{
    PanelBody::resizeEvent(event);
    m_overlay->setGeometry(rect());
    invalidate();
}

void TimePlotBody::changeEvent(QEvent *event)
{
    PanelBody::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        invalidate();
    }
}

void TimePlotBody::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    const bool inside = m_mapping.plot().contains(position);
    m_overlay->setPointer(inside ? std::optional{position} : std::nullopt);
    m_overlay->setDrag(m_dragFrom, position.x());
    if (m_cursor) {
        m_cursor->setTime(inside ? std::optional{m_mapping.time(position.x())} : std::nullopt);
    }
}

void TimePlotBody::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_mapping.plot().contains(event->position())) {
        m_dragFrom = event->position().x();
    }
}

void TimePlotBody::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragFrom) {
        return;
    }
    const QRectF plot = m_mapping.plot();
    const qreal from = *m_dragFrom;
    const qreal to = std::clamp(event->position().x(), plot.left(), plot.right());
    m_dragFrom.reset();
    m_overlay->setDrag(std::nullopt, 0);
    // Less than this is a click with an unsteady hand.
    constexpr qreal shortestDrag = 6;
    if (m_cursor && std::abs(to - from) >= shortestDrag) {
        m_cursor->zoomTo({m_mapping.time(std::min(from, to)), m_mapping.time(std::max(from, to))},
                         m_range);
    } else if (m_cursor) {
        m_cursor->setPinned(!m_cursor->isPinned());
    }
}

void TimePlotBody::mouseDoubleClickEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    if (m_cursor && m_cursor->canUndoZoom()) {
        m_cursor->undoZoom();
    }
}

void TimePlotBody::leaveEvent(QEvent *event)
{
    PanelBody::leaveEvent(event);
    m_overlay->setPointer(std::nullopt);
    if (m_cursor) {
        m_cursor->setTime(std::nullopt);
    }
}

void TimePlotBody::keyPressEvent(QKeyEvent *event)
{
    if (!m_cursor) {
        return PanelBody::keyPressEvent(event);
    }
    const EpochMs step = std::max<EpochMs>(m_step.count(), 1);
    const EpochMs now = m_cursor->time().value_or(m_range.to);
    switch (event->key()) {
    case Qt::Key_Left:
        return m_cursor->moveTo(std::max(m_range.from, now - step));
    case Qt::Key_Right:
        return m_cursor->moveTo(std::min(m_range.to, now + step));
    case Qt::Key_Home:
        return m_cursor->moveTo(m_range.from);
    case Qt::Key_End:
        return m_cursor->moveTo(m_range.to);
    case Qt::Key_Backspace:
        return m_cursor->undoZoom();
    default:
        PanelBody::keyPressEvent(event);
    }
}

} // namespace spillway
