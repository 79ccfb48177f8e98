// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of TimelineBand that answers mouse and keys.
#include "panels/timelineband.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>

namespace spillway {

namespace {

const TimelineRow *nextRow(const BandLane &lane, EpochMs time, int step)
{
    const auto at =
        std::find_if(lane.rows.begin(), lane.rows.end(),
                     [time](const TimelineRow &row) { return time >= row.from && time < row.to; });
    if (at == lane.rows.end()) {
        return lane.rows.empty() ? nullptr : &lane.rows.front();
    }
    const auto last = static_cast<std::ptrdiff_t>(lane.rows.size()) - 1;
    const auto index = std::clamp<std::ptrdiff_t>(at - lane.rows.begin() + step, 0, last);
    return &lane.rows[static_cast<std::size_t>(index)];
}

} // namespace

void TimelineBand::mouseMoveEvent(QMouseEvent *event)
{
    m_dragTo = event->position().x();
    m_pointed = true;
    setPlace(placeAt(event->position()));
    if (m_dragFrom) {
        viewport()->update();
    }
}

void TimelineBand::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && placeAt(event->position())) {
        m_dragFrom = event->position().x();
        m_dragTo = *m_dragFrom;
    }
}

void TimelineBand::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragFrom) {
        return;
    }
    const qreal from = *std::exchange(m_dragFrom, std::nullopt);
    const PlotMapping mapping = laneMapping(0);
    const qreal to =
        std::clamp(event->position().x(), mapping.plot().left(), mapping.plot().right());
    // Less than this is a click with an unsteady hand.
    constexpr qreal shortestDrag = 6;
    if (std::abs(to - from) >= shortestDrag) {
        zoomTo({mapping.time(std::min(from, to)), mapping.time(std::max(from, to))});
    } else if (const std::optional<Place> place = placeAt(event->position())) {
        activate(*place);
    }
}

void TimelineBand::mouseDoubleClickEvent(QMouseEvent *)
{
    showAll();
}

void TimelineBand::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const EpochMs centre = laneMapping(0).time(event->position().x());
    zoomAbout(centre, event->angleDelta().y() > 0 ? 0.8 : 1.25);
    event->accept();
}

void TimelineBand::zoomAbout(EpochMs centre, double factor)
{
    const auto before = static_cast<double>(centre - m_range.from);
    const auto after = static_cast<double>(m_range.to - centre);
    zoomTo({centre - static_cast<EpochMs>(before * factor),
            centre + static_cast<EpochMs>(after * factor)});
}

void TimelineBand::activate(const Place &place)
{
    const BandLane &lane = m_lanes.at(place.lane);
    const TimelineRow *row = rowAt(lane.rows, place.time);
    Q_EMIT activated(lane.name,
                     row == nullptr || row->why.isEmpty() ? QString{} : row->why.first());
}

/// To the row before or after the place, and on to it if it is out of sight.
void TimelineBand::walk(int step)
{
    if (m_lanes.empty()) {
        return;
    }
    m_pointed = false;
    const Place from = m_place.value_or(Place{0, std::clamp(m_now, m_range.from, m_range.to)});
    const TimelineRow *row = nextRow(m_lanes[from.lane], from.time, m_place ? step : 0);
    if (row == nullptr) {
        return;
    }
    if (row->from < m_range.from || row->to > m_range.to) {
        const EpochMs length = m_range.to - m_range.from;
        zoomTo({row->from - length / 4, row->from + length - length / 4});
    }
    setPlace(Place{from.lane, row->from + (row->to - row->from) / 2});
}

void TimelineBand::keyPressEvent(QKeyEvent *event)
{
    const auto lanes = static_cast<int>(m_lanes.size());
    const auto toLane = [&](int lane) {
        if (lanes > 0) {
            m_pointed = false;
            const EpochMs time = m_place ? m_place->time : m_now;
            setPlace(Place{static_cast<std::size_t>(std::clamp(lane, 0, lanes - 1)), time});
        }
    };
    const int lane = m_place ? static_cast<int>(m_place->lane) : 0;
    const EpochMs centre = m_place ? m_place->time : (m_range.from + m_range.to) / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1);
    case Qt::Key_Right:
        return walk(1);
    case Qt::Key_Up:
        return toLane(lane - 1);
    case Qt::Key_Down:
        return toLane(lane + 1);
    case Qt::Key_Home:
        return walk(-1'000'000);
    case Qt::Key_End:
        return walk(1'000'000);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomAbout(centre, 0.5);
    case Qt::Key_Minus:
        return zoomAbout(centre, 2);
    case Qt::Key_Backspace:
        return showAll();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_place) {
            activate(*m_place);
        }
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace spillway
