// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/timelineband.h"

#include "charts/chartlayout.h"
#include "panels/timelinebandpainter.h"
#include "style/theme.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastLane = 78;
constexpr int mostLane = 320;
constexpr int leastName = 110;
constexpr int mostName = 190;
constexpr int scaleWidth = 34; ///< numbers of replicas beside the plot
constexpr int strip = 20;      ///< above the band: what decides
constexpr EpochMs shortestRange = 3'600'000;

int topOf(const BandLane &lane)
{
    int top = std::max(1, lane.baseCap);
    for (const TimelineRow &row : lane.rows) {
        top = std::max(top, row.max);
    }
    return top;
}

} // namespace

TimelineBand::TimelineBand(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    updateLayout();
}

TimelineBand::~TimelineBand() = default;

void TimelineBand::setLanes(std::vector<BandLane> lanes, const TimeRange &whole)
{
    const bool zoomed = m_range != m_whole;
    m_lanes = std::move(lanes);
    const bool sameWhole = whole == m_whole;
    m_whole = whole.isValid() ? whole : TimeRange{whole.from, whole.from + 1};
    if (!zoomed || !sameWhole) {
        m_range = m_whole;
    }
    if (m_place && m_place->lane >= m_lanes.size()) {
        m_place.reset();
    }
    updateLayout();
}

void TimelineBand::setZones(const QTimeZone &zone, const QTimeZone &second)
{
    m_zone = zone;
    m_second = second;
    updateLayout();
}

void TimelineBand::setNow(EpochMs now)
{
    m_now = now;
    viewport()->update();
}

void TimelineBand::setMarks(std::vector<TimeMark> marks)
{
    m_marks = std::move(marks);
    viewport()->update();
}

void TimelineBand::zoomTo(const TimeRange &range)
{
    const EpochMs length =
        std::clamp(range.to - range.from, std::min(shortestRange, m_whole.to - m_whole.from),
                   m_whole.to - m_whole.from);
    const EpochMs from = std::clamp(range.from, m_whole.from, m_whole.to - length);
    m_range = {from, from + length};
    viewport()->update();
}

void TimelineBand::showAll()
{
    zoomTo(m_whole);
}

QFont TimelineBand::smallFont() const
{
    return chartAxisFont(themeFont(FontRole::Small, font()));
}

int TimelineBand::axisHeight() const
{
    const int row = QFontMetrics{smallFont()}.height() + spacing::xs;
    return row * (m_second.isValid() ? 2 : 1) + spacing::xs;
}

void TimelineBand::updateLayout()
{
    const QFontMetrics metrics{themeFont(FontRole::Title, font())};
    int wanted = leastName;
    for (const BandLane &lane : m_lanes) {
        wanted = std::max(wanted, metrics.horizontalAdvance(lane.name) + 2 * spacing::s);
    }
    m_nameWidth = std::min(wanted, mostName);
    const int count = std::max(1, static_cast<int>(m_lanes.size()));
    const int room = viewport()->height() - axisHeight();
    m_laneHeight = std::clamp(room / count, leastLane, mostLane);
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(m_laneHeight / 2);
    const int hidden = std::max(0, m_laneHeight * count - room);
    verticalScrollBar()->setRange(0, hidden);
    setVerticalScrollBarPolicy(hidden > 0 ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    viewport()->update();
}

QSize TimelineBand::sizeHint() const
{
    return {900, 110 * std::max(1, static_cast<int>(m_lanes.size())) + axisHeight()};
}

int TimelineBand::plotBottom() const
{
    return std::min(viewport()->height() - axisHeight(),
                    m_laneHeight * std::max(1, static_cast<int>(m_lanes.size())));
}

QRect TimelineBand::laneRect(std::size_t lane) const
{
    return {0, static_cast<int>(lane) * m_laneHeight - verticalScrollBar()->value(),
            viewport()->width(), m_laneHeight};
}

PlotMapping TimelineBand::laneMapping(std::size_t lane) const
{
    const QRect box = laneRect(lane);
    const QRectF plot(m_nameWidth + scaleWidth, box.top() + strip,
                      std::max(1, box.width() - m_nameWidth - scaleWidth - plotRightMargin),
                      std::max(1, box.height() - strip - spacing::s));
    const double top = lane < m_lanes.size() ? topOf(m_lanes[lane]) : 1;
    return {plot, m_range, {0, top, false}};
}

QString TimelineBand::timeLabel(EpochMs time) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time, m_zone);
    return locale().toString(local, u"ddd d MMM HH:mm"_s);
}

QStringList TimelineBand::tipLines(const Place &place) const
{
    const BandLane &lane = m_lanes.at(place.lane);
    const TimelineRow *row = rowAt(lane.rows, place.time);
    if (row == nullptr) {
        return {};
    }
    QStringList lines{lane.name};
    lines << (row->min == row->max ? tr("%n replica(s)", nullptr, row->min)
                                   : tr("%1 to %2 replicas").arg(row->min).arg(row->max));
    lines << (row->why.isEmpty() ? tr("the base: no window or event holds")
                                 : tr("because of %1").arg(row->why.join(u", "_s)));
    // Rows at the ends go on outside of what is shown.
    const bool begins = row->from > m_whole.from;
    const bool ends = row->to < m_whole.to;
    lines << (begins && ends ? tr("%1 to %2", "times").arg(timeLabel(row->from), timeLabel(row->to))
              : begins       ? tr("from %1").arg(timeLabel(row->from))
              : ends         ? tr("until %1").arg(timeLabel(row->to))
                             : tr("all the time shown"));
    return lines;
}

QString TimelineBand::textAt(std::size_t lane, EpochMs time) const
{
    return lane < m_lanes.size() ? tipLines({lane, time}).join(tr(", ")) : QString{};
}

std::optional<TimelineBand::Place> TimelineBand::placeAt(const QPointF &position) const
{
    if (m_laneHeight <= 0 || position.y() > plotBottom()) {
        return std::nullopt;
    }
    const auto lane =
        static_cast<std::size_t>((position.y() + verticalScrollBar()->value()) / m_laneHeight);
    if (lane >= m_lanes.size()) {
        return std::nullopt;
    }
    const PlotMapping mapping = laneMapping(lane);
    if (position.x() < mapping.plot().left() || position.x() > mapping.plot().right()) {
        return std::nullopt;
    }
    return Place{lane, mapping.time(position.x())};
}

void TimelineBand::setPlace(std::optional<Place> place)
{
    if (place == m_place) {
        return;
    }
    m_place = place;
    viewport()->update();
    if (m_place && !m_pointed) {
        setAccessibleDescription(textAt(m_place->lane, m_place->time));
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void TimelineBand::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    TimelineBandPainter(*this, painter).paint();
}

void TimelineBand::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateLayout();
}

void TimelineBand::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        updateLayout();
    }
}

bool TimelineBand::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_pointed) {
        m_pointed = false;
        setPlace(std::nullopt);
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace spillway
