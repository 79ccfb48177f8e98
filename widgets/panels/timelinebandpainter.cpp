// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/timelinebandpainter.h"

#include "panels/panelvalues.h"
#include "style/tabulartext.h"
#include "style/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int stripHeight = 15;
constexpr qreal eventRadius = 3;

QColor faded(QColor color, qreal alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

/// On the middle of a pixel, so that a line of one pixel is one.
qreal crisp(qreal at)
{
    return std::floor(at) + 0.5;
}

QString boundsText(int floor, int cap)
{
    return floor == cap ? QString::number(floor) : u"%1–%2"_s.arg(floor).arg(cap);
}

} // namespace

TimelineBandPainter::TimelineBandPainter(const TimelineBand &band, QPainter &painter)
    : m_band(band)
    , m_painter(painter)
    , m_colors(panelChartPalette(themeColors(band.palette())))
{}

QRectF TimelineBandPainter::plotBox() const
{
    const QRectF first = m_band.laneMapping(0).plot();
    return {first.left(), 0, first.width(), static_cast<qreal>(m_band.plotBottom())};
}

void TimelineBandPainter::paint()
{
    m_painter.fillRect(m_band.viewport()->rect(), themeColors(m_band.palette()).surface);
    const QRectF all = plotBox();
    m_painter.save();
    m_painter.setClipRect(
        QRectF{0, 0, static_cast<qreal>(m_band.viewport()->width()), all.height()});
    paintTicks(m_band.m_zone, -1, true);
    for (std::size_t lane = 0; lane < m_band.m_lanes.size(); ++lane) {
        const QRect box = m_band.laneRect(lane);
        if (box.bottom() >= 0 && box.top() < all.height()) {
            paintLane(lane);
        }
    }
    m_painter.restore();
    paintAxis();
    paintMoments();
    paintPlace();
    if (m_band.hasFocus() && !m_band.m_pointed) {
        m_painter.setPen(m_colors.focus);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF{m_band.viewport()->rect()}.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TimelineBandPainter::paintLane(std::size_t index)
{
    const BandLane &lane = m_band.m_lanes[index];
    const PlotMapping mapping = m_band.laneMapping(index);
    const QRectF box = m_band.laneRect(index);
    const QRectF plot = mapping.plot();
    paintHead(lane, QRectF{box.left() + spacing::s, box.top() + spacing::xs,
                           m_band.m_nameWidth - spacing::s * 1.0, box.height() - spacing::xs});
    if (!lane.problem.isEmpty()) {
        m_painter.setPen(themeColors(m_band.palette()).critical);
        m_painter.setFont(m_band.font());
        m_painter.drawText(plot, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, lane.problem);
    } else {
        m_painter.save();
        m_painter.setClipRect(QRectF{plot.left(), box.top(), plot.width(), box.height()},
                              Qt::IntersectClip);
        paintBand(lane, mapping);
        paintBase(lane, mapping);
        paintRuns(lane, QRectF{plot.left(), box.top() + 3, plot.width(), stripHeight}, mapping);
        m_painter.restore();
        paintScale(mapping, static_cast<int>(mapping.values().max));
    }
    m_painter.setPen(m_colors.axis);
    m_painter.drawLine(QPointF{plot.left(), crisp(plot.bottom())},
                       QPointF{plot.right(), crisp(plot.bottom())});
}

/// Name, present bounds, and which colour stands for what.
void TimelineBandPainter::paintHead(const BandLane &lane, const QRectF &box)
{
    const QFont title = themeFont(FontRole::Title, m_band.font());
    const QFontMetricsF bold{title};
    m_painter.setFont(title);
    m_painter.setPen(m_colors.text);
    m_painter.drawText(QPointF{box.left(), box.top() + bold.ascent()},
                       bold.elidedText(lane.name, Qt::ElideMiddle, box.width()));
    m_painter.setFont(m_band.smallFont());
    const QFontMetricsF metrics{m_band.smallFont()};
    qreal y = box.top() + bold.height() + metrics.ascent() + 1;
    const TimelineRow *row = rowAt(lane.rows, m_band.m_now);
    m_painter.setPen(m_colors.dimText);
    const QString bounds =
        row != nullptr ? TimelineBand::tr("now %1").arg(boundsText(row->min, row->max))
                       : TimelineBand::tr("base %1").arg(boundsText(lane.baseFloor, lane.baseCap));
    drawTabular(m_painter, box.left(), y, bounds);
    QStringList names;
    for (const TimelineRow &one : lane.rows) {
        for (const QString &name : one.why) {
            if (!names.contains(name) && !lane.events.contains(name)) {
                names << name;
            }
        }
    }
    constexpr qreal swatch = 10;
    for (qsizetype i = 0; i < names.size(); ++i) {
        y += metrics.lineSpacing();
        const bool last = y + 2 * metrics.lineSpacing() > box.bottom() && i + 1 < names.size();
        if (y + metrics.descent() > box.bottom()) {
            break;
        }
        if (!last) {
            m_painter.fillRect(
                QRectF{box.left(), std::round(y - metrics.xHeight() / 2) - 1.5, swatch, 3},
                colorOf(lane, names[i]));
        }
        const QString text =
            last ? TimelineBand::tr("+ %n more", nullptr, static_cast<int>(names.size() - i))
                 : names[i];
        m_painter.setPen(m_colors.dimText);
        m_painter.drawText(
            QPointF{box.left() + swatch + spacing::xs, y},
            metrics.elidedText(text, Qt::ElideRight, box.width() - swatch - spacing::xs));
        if (last) {
            break;
        }
    }
}

void TimelineBandPainter::paintScale(const PlotMapping &mapping, int top)
{
    const QFontMetricsF metrics{m_band.smallFont()};
    m_painter.setFont(m_band.smallFont());
    m_painter.setPen(m_colors.dimText);
    std::vector<int> ticks{0, top};
    if (top > 1 && mapping.plot().height() > metrics.height() * 4) {
        ticks.push_back(top / 2);
    }
    for (const int tick : ticks) {
        const QString text = QString::number(tick);
        const qreal x = mapping.plot().left() - spacing::xs - tabularWidth(metrics, text);
        const qreal y = mapping.y(tick) + metrics.capHeight() / 2;
        drawTabular(m_painter, x, y, text);
    }
}

void TimelineBandPainter::paintBand(const BandLane &lane, const PlotMapping &mapping)
{
    const QColor color = m_colors.series.front();
    QPainterPath floorLine;
    QPainterPath capLine;
    bool first = true;
    for (const TimelineRow &row : lane.rows) {
        if (row.to <= m_band.m_range.from || row.from >= m_band.m_range.to) {
            continue;
        }
        const qreal from = std::max(mapping.plot().left() - 2, mapping.x(row.from));
        const qreal to = std::min(mapping.plot().right() + 2, mapping.x(row.to));
        const qreal floor = std::round(mapping.y(row.min));
        const qreal cap = std::round(mapping.y(row.max));
        const qreal zero = std::round(mapping.y(0));
        m_painter.fillRect(QRectF{QPointF{from, floor}, QPointF{to, zero}}, faded(color, 0.42));
        m_painter.fillRect(QRectF{QPointF{from, cap}, QPointF{to, floor}}, faded(color, 0.14));
        for (auto [path, y] : {std::pair{&floorLine, floor}, std::pair{&capLine, cap}}) {
            if (first) {
                path->moveTo(crisp(from), y + 0.5);
            } else {
                path->lineTo(crisp(from), y + 0.5);
            }
            path->lineTo(crisp(to), y + 0.5);
        }
        first = false;
    }
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen{color, 1, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin});
    m_painter.drawPath(capLine);
    m_painter.setPen(QPen{color, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin});
    m_painter.drawPath(floorLine);
}

void TimelineBandPainter::paintBase(const BandLane &lane, const PlotMapping &mapping)
{
    m_painter.setPen(QPen{m_colors.dimText, 1, Qt::DashLine});
    for (const int bound : {lane.baseFloor, lane.baseCap}) {
        const qreal y = crisp(mapping.y(bound));
        m_painter.drawLine(QPointF{mapping.plot().left(), y}, QPointF{mapping.plot().right(), y});
    }
}

std::vector<TimelineBandPainter::Run> TimelineBandPainter::runsOf(const BandLane &lane) const
{
    std::vector<Run> runs;
    QHash<QString, std::size_t> open;
    for (const TimelineRow &row : lane.rows) {
        for (const QString &name : row.why) {
            const auto known = open.constFind(name);
            if (known != open.cend() && runs[*known].to == row.from) {
                runs[*known].to = row.to;
                continue;
            }
            open[name] = runs.size();
            runs.push_back({name, row.from, row.to, lane.events.contains(name)});
        }
    }
    // Events lie over windows.
    std::stable_sort(runs.begin(), runs.end(),
                     [](const Run &a, const Run &b) { return !a.event && b.event; });
    return runs;
}

QColor TimelineBandPainter::colorOf(const BandLane &lane, const QString &name) const
{
    // The first colour is that of the band itself.
    QStringList names;
    for (const TimelineRow &row : lane.rows) {
        for (const QString &one : row.why) {
            if (!names.contains(one)) {
                names << one;
            }
        }
    }
    const auto place = static_cast<std::size_t>(std::max<qsizetype>(0, names.indexOf(name))) + 1;
    return m_colors.series[place % m_colors.series.size()];
}

void TimelineBandPainter::paintRuns(const BandLane &lane, const QRectF &strip,
                                    const PlotMapping &mapping)
{
    m_painter.setFont(m_band.smallFont());
    const QFontMetricsF metrics{m_band.smallFont()};
    for (const Run &run : runsOf(lane)) {
        const qreal from = std::max(strip.left(), mapping.x(run.from));
        const qreal to = std::min(strip.right(), mapping.x(run.to));
        if (to <= strip.left() || from >= strip.right()) {
            continue;
        }
        const QColor color = colorOf(lane, run.name);
        const qreal width = std::max<qreal>(2, to - from - 1);
        const bool fits = metrics.horizontalAdvance(run.name) + 2 * spacing::xs <= width;
        if (!run.event && !fits) {
            m_painter.fillRect(QRectF{std::round(from), strip.bottom() - 3, width, 3}, color);
            continue;
        }
        const QRectF bar{std::round(from), strip.top(), width, strip.height() - 1};
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(run.event ? faded(color, 0.34) : faded(color, 0.16));
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.drawRoundedRect(bar, eventRadius, eventRadius);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.fillRect(QRectF{bar.left(), bar.bottom() - 2, bar.width(), 2}, color);
        m_painter.setPen(m_colors.text);
        const qreal room = run.event ? std::max(width, strip.right() - from) : width;
        m_painter.drawText(QPointF{bar.left() + spacing::xs, bar.top() + metrics.ascent()},
                           metrics.elidedText(run.name, Qt::ElideRight, room - 2 * spacing::xs));
    }
}

} // namespace spillway
