// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartoverlay.h"

#include "charts/chartscene.h"
#include "charts/timemarks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spillway {

namespace {

constexpr int tipDistance = 14; // from the crosshair
constexpr int followerRows = 5; // in charts that only follow the crosshair of another
constexpr std::size_t mostPoints = 40;

} // namespace

ChartOverlay::ChartOverlay(ChartScene *scene, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void ChartOverlay::setState(const State &state)
{
    m_state = state;
    update();
}

void ChartOverlay::setMarks(std::vector<TimeMark> marks)
{
    m_marks = std::move(marks);
    update();
}

QFont ChartOverlay::tipFont() const
{
    return m_scene->font();
}

TooltipContent ChartOverlay::tooltip() const
{
    if (!m_state.time || !m_scene->range().contains(*m_state.time)) {
        return {};
    }
    TooltipRequest request;
    request.time = *m_state.time;
    request.step = std::max<EpochMs>(m_scene->step().count(), 1);
    request.range = m_scene->range();
    const int rowHeight = QFontMetrics{tipFont()}.height() + 1;
    const int fitting = std::max(1, height() / rowHeight - 4);
    const bool follows = !m_state.pointer && !m_state.walked;
    request.maxRows =
        std::min({m_scene->options().tooltipRows, fitting, follows ? followerRows : fitting});
    if (m_state.nearest) {
        request.nearest = m_state.nearest->series;
    }
    TooltipContent content =
        tooltipContent(m_scene->series(), m_scene->visible(), request, m_scene->options());
    const EpochMs reach = markReachTime(m_scene->mapping());
    for (const TimeMark &mark : m_marks) {
        if (std::abs(mark.time - request.time) <= reach) {
            content.heading += QStringLiteral(" · ") + mark.text;
        }
    }
    return content;
}

void ChartOverlay::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_state.time && !m_state.selection && m_marks.empty()) {
        return;
    }
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintTimeMarks(&painter, m_scene->mapping(), m_marks, m_scene->palette().focus);
    if (m_state.selection) {
        painter.fillRect(*m_state.selection, m_scene->palette().selection);
    }
    if (m_state.time && m_scene->range().contains(*m_state.time)) {
        paintCrosshair(&painter);
        paintPoints(&painter);
        paintTip(&painter);
    }
}

void ChartOverlay::paintCrosshair(QPainter *painter) const
{
    const PlotMapping &mapping = m_scene->mapping();
    const QRectF plot = mapping.plot();
    const auto x = std::floor(mapping.x(*m_state.time));
    QPen pen{m_scene->palette().crosshair, 1, m_state.pinned ? Qt::SolidLine : Qt::DashLine};
    painter->setPen(pen);
    painter->drawLine(QPointF(x + 0.5, plot.top()), QPointF(x + 0.5, plot.bottom()));
    if (m_state.pointer && plot.contains(*m_state.pointer)) {
        const qreal y = std::floor(m_state.pointer->y()) + 0.5;
        pen.setStyle(Qt::DotLine);
        painter->setPen(pen);
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
}

void ChartOverlay::paintPoints(QPainter *painter) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    const PlotMapping &mapping = m_scene->mapping();
    const ChartSeriesList &series = m_scene->series();
    const bool many = series.size() > mostPoints;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const bool nearest = m_state.nearest && m_state.nearest->series == i;
        const SeriesPtr &drawn = m_scene->drawn(i);
        if (!m_scene->visible()[i] || !drawn || (many && !nearest)) {
            continue;
        }
        const auto sample = nearest && m_state.walked ? std::optional{m_state.nearest->sample}
                                                      : nearestSample(*drawn, *m_state.time);
        if (!sample || *sample >= drawn->size() || !std::isfinite(drawn->values[*sample]) ||
            std::abs(drawn->times[*sample] - *m_state.time) >
                std::max<EpochMs>(m_scene->step().count(), 1)) {
            continue;
        }
        const QPointF at(mapping.x(drawn->times[*sample]), mapping.y(drawn->values[*sample]));
        const qreal radius = nearest ? 4.5 : 3;
        const QColor edge =
            nearest && m_state.walked ? m_scene->palette().focus : m_scene->palette().background;
        painter->setPen(QPen{edge, nearest ? 2.0 : 1.2});
        painter->setBrush(series[i].look.colour);
        painter->drawEllipse(at, radius, radius);
    }
}

void ChartOverlay::paintTip(QPainter *painter) const
{
    const TooltipContent content = tooltip();
    if (content.rows.empty()) {
        return;
    }
    const QSize size = tooltipSize(content, tipFont()).boundedTo(this->size());
    const int cross = static_cast<int>(m_scene->mapping().x(*m_state.time));
    const int atY = m_state.pointer ? static_cast<int>(m_state.pointer->y()) + tipDistance
                                    : static_cast<int>(m_scene->mapping().plot().top()) + 2;
    QRect box{QPoint{cross + tipDistance, atY}, size};
    if (box.right() > width()) { // no room on the right: on the left, or as far as it goes
        box.moveRight(cross - tipDistance);
    }
    box.moveLeft(std::clamp(box.left(), 0, std::max(0, width() - box.width())));
    box.moveTop(std::clamp(box.top(), 0, std::max(0, height() - box.height())));
    paintTooltip(painter, box, content, m_scene->series(), m_scene->palette(), tipFont());
}

} // namespace spillway
