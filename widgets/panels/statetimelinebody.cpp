// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/statetimelinebody.h"

#include "charts/chartlayout.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <bit>
#include <cmath>

namespace spillway {

namespace {

constexpr qreal lowestLane = 14;
constexpr qreal highestLane = 44;

bool sameState(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

} // namespace

std::vector<StateRun> stateRuns(const Series &series, std::chrono::milliseconds step)
{
    std::vector<StateRun> runs;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const EpochMs time = series.times[i];
        const bool last = i + 1 == series.size();
        const bool gap = last || 2 * (series.times[i + 1] - time) > 3 * step.count();
        const EpochMs end = gap ? time + step.count() : series.times[i + 1];
        if (!runs.empty() && runs.back().to >= time &&
            sameState(runs.back().value, series.values[i])) {
            runs.back().to = end;
        } else {
            runs.push_back({time, end, series.values[i]});
        }
    }
    return runs;
}

StateTimelineBody::StateTimelineBody(QWidget *parent)
    : TimePlotBody(parent)
{}

void StateTimelineBody::setPanel(const Panel &panel)
{
    m_panel = panel;
    invalidate();
}

void StateTimelineBody::setSnapshot(const PanelSnapshot &snapshot)
{
    m_lanes.clear();
    for (const QueryAnswer &answer : snapshot.answers) {
        if (!answer.result || isComparison(answer)) {
            continue;
        }
        for (const SeriesPtr &series : answer.result->series) {
            m_lanes.push_back(
                {seriesName(answer, series->labels), stateRuns(*series, snapshot.step)});
        }
    }
    setRange(snapshot.range, snapshot.step);
    Q_EMIT valueTextChanged();
}

QString StateTimelineBody::stateText(double value) const
{
    const ValueName *name = nameOf(value, m_panel.valueNames);
    return name != nullptr ? plainLine(name->text) : formatValue(value, m_panel.unit, locale());
}

Tone StateTimelineBody::stateTone(double value) const
{
    const ValueName *name = nameOf(value, m_panel.valueNames);
    return name != nullptr ? toneOf(name->severity) : toneOf(value, m_panel.thresholds);
}

QRectF StateTimelineBody::plotRect(const QSizeF &size) const
{
    const QFontMetricsF metrics{axisFont()};
    qreal labels = 0;
    for (const Lane &lane : m_lanes) {
        labels = std::max(labels, metrics.horizontalAdvance(lane.name));
    }
    const qreal left =
        std::min(std::max<qreal>(usualValueMargin, labels + spacing::s), size.width() / 3);
    // The axis stands right under the lanes.
    const qreal room = std::max<qreal>(0, size.height() - axisHeight - spacing::xs);
    const qreal lanes = highestLane * static_cast<qreal>(std::max<std::size_t>(1, m_lanes.size()));
    return {left, spacing::xs, std::max<qreal>(0, size.width() - left - plotRightMargin),
            std::min(room, lanes)};
}

std::size_t StateTimelineBody::shownLanes(qreal height) const
{
    const auto room = static_cast<std::size_t>(std::max(1.0, height / lowestLane));
    return std::min(room, m_lanes.size());
}

QRectF StateTimelineBody::laneRect(const QRectF &plot, std::size_t lane) const
{
    const qreal height = std::min(
        highestLane,
        plot.height() / static_cast<qreal>(std::max<std::size_t>(1, shownLanes(plot.height()))));
    return {plot.left(), plot.top() + height * static_cast<qreal>(lane), plot.width(), height};
}

void StateTimelineBody::paintRun(QPainter *painter, const QRectF &band, double value) const
{
    const ThemeColors &colors = themeColors(palette());
    const Tone tone = stateTone(value);
    const QColor color = toneColor(tone, colors);
    QColor fill = color;
    fill.setAlphaF(tone == Tone::Ok || tone == Tone::Neutral ? 0.22F : 0.38F);
    painter->fillRect(band, fill);
    if (tone == Tone::Critical || std::isnan(value)) {
        QColor hatch = color;
        hatch.setAlphaF(0.7F);
        painter->fillRect(band, QBrush{hatch, Qt::BDiagPattern});
    }
    painter->fillRect(QRectF{band.left(), band.bottom() - 2, band.width(), 2}, color);
    const QString text = stateText(value);
    const QFontMetricsF metrics{painter->font(), painter->device()};
    const qreal width = metrics.horizontalAdvance(text);
    if (width + 2 * spacing::xs > band.width() || metrics.height() > band.height()) {
        return;
    }
    const QRectF box{band.left() + spacing::xs, band.top(), width, band.height() - 2};
    if (tone == Tone::Critical || std::isnan(value)) {
        // The name must stand out from the hatching.
        painter->fillRect(box.adjusted(-3, (box.height() - metrics.height()) / 2, 3,
                                       -(box.height() - metrics.height()) / 2),
                          colors.surface);
    }
    painter->setPen(colors.text);
    painter->drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void StateTimelineBody::paintPlot(QPainter *painter, const PlotMapping &mapping)
{
    const QRectF plot = mapping.plot();
    const ChartPalette colors = chartPalette();
    const QFont small = axisFont();
    const QFontMetricsF metrics{small, painter->device()};
    const std::size_t shown = shownLanes(plot.height());
    for (std::size_t i = 0; i < shown; ++i) {
        painter->setFont(small);
        const QRectF lane = laneRect(plot, i);
        const bool more = i + 1 == shown && shown < m_lanes.size();
        const QString name =
            more ? tr("+ %n more", nullptr, static_cast<int>(m_lanes.size() - i)) : m_lanes[i].name;
        painter->setPen(more ? colors.dimText : colors.text);
        painter->drawText(QRectF{0, lane.top(), plot.left() - spacing::s, lane.height()},
                          Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                          metrics.elidedText(name, Qt::ElideMiddle, plot.left() - spacing::s));
        if (more) {
            break;
        }
        for (const StateRun &run : m_lanes[i].runs) {
            const qreal from = std::max(plot.left(), mapping.x(run.from));
            const qreal to = std::min(plot.right(), mapping.x(run.to));
            if (to > from) {
                // At least a pixel: a short outage must not vanish.
                paintRun(
                    painter,
                    QRectF{from, lane.top() + 1, std::max<qreal>(1, to - from), lane.height() - 3},
                    run.value);
            }
        }
    }
    const qreal bottom = plot.bottom();
    painter->setPen(colors.axis);
    painter->drawLine(QPointF{plot.left(), bottom}, QPointF{plot.right(), bottom});
}

QStringList StateTimelineBody::tipLines(EpochMs time, qreal y) const
{
    for (std::size_t i = 0; i < shownLanes(mapping().plot().height()); ++i) {
        const QRectF lane = laneRect(mapping().plot(), i);
        if (y < lane.top() || y > lane.bottom()) {
            continue;
        }
        for (const StateRun &run : m_lanes[i].runs) {
            if (time >= run.from && time < run.to) {
                return {m_lanes[i].name, stateText(run.value),
                        tr("since %1").arg(timeLabel(run.from))};
            }
        }
        return {m_lanes[i].name, tr("no data")};
    }
    return {};
}

std::optional<std::size_t> StateTimelineBody::nameAt(const QPointF &position) const
{
    const QRectF plot = mapping().plot();
    if (position.x() >= plot.left()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < shownLanes(plot.height()); ++i) {
        const QRectF lane = laneRect(plot, i);
        const bool more = i + 1 == shownLanes(plot.height()) && i + 1 < m_lanes.size();
        if (!more && position.y() >= lane.top() && position.y() <= lane.bottom()) {
            return i;
        }
    }
    return std::nullopt;
}

void StateTimelineBody::mouseReleaseEvent(QMouseEvent *event)
{
    if (const auto lane = nameAt(event->position()); lane && event->button() == Qt::LeftButton) {
        Q_EMIT rowActivated(m_lanes[*lane].name);
        return;
    }
    TimePlotBody::mouseReleaseEvent(event);
}

void StateTimelineBody::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(nameAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    TimePlotBody::mouseMoveEvent(event);
}

QString StateTimelineBody::valueText() const
{
    QStringList parts;
    for (const Lane &lane : m_lanes) {
        if (!lane.runs.empty()) {
            parts << tr("%1: %2").arg(lane.name, stateText(lane.runs.back().value));
        }
    }
    return parts.join(tr(", "));
}

} // namespace spillway
