// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttooltip.h"

#include "charts/axisticks.h"
#include "charts/nameshortener.h"
#include "charts/samplewalker.h"
#include "metrics/counterreset.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartTooltip)
};

constexpr int padding = 8;
constexpr int swatchWidth = 22;
constexpr int columnGap = 14;
constexpr int widestName = 220;

QString headingFor(EpochMs time, const TimeRange &range, const ChartOptions &options)
{
    const auto one = [&](const QTimeZone &zone) {
        //: A time (%1) and the name of its zone (%2), as "14:03:15 UTC".
        return Text::tr("%1 %2").arg(timeText(time, zone, range, options.locale),
                                     zoneName(zone, time));
    };
    if (!options.secondZone) {
        return one(options.zone);
    }
    //: The same time in two zones: "14:03:15 UTC · 22:03:15 CST".
    return Text::tr("%1 · %2").arg(one(options.zone), one(*options.secondZone));
}

bool largerFirst(const TooltipContent::Row &a, const TooltipContent::Row &b)
{
    const bool aNumber = !std::isnan(a.number);
    const bool bNumber = !std::isnan(b.number);
    return aNumber != bNumber ? aNumber : aNumber && a.number > b.number;
}

void limitRows(TooltipContent &content, int maxRows)
{
    const auto limit = static_cast<std::size_t>(std::max(1, maxRows));
    if (content.rows.size() <= limit) {
        return;
    }
    content.more = static_cast<int>(content.rows.size() - limit);
    const auto nearest = std::find_if(content.rows.begin(), content.rows.end(),
                                      [](const TooltipContent::Row &row) { return row.nearest; });
    if (nearest != content.rows.end() &&
        nearest - content.rows.begin() >= std::ssize(content.rows) - content.more) {
        content.rows[limit - 1] = *nearest;
    }
    content.rows.resize(limit);
}

/// Whether a series lies on top of others.
bool isStacked(const ChartSeries &series)
{
    return series.style == TraceStyle::StackedArea;
}

QString totalName()
{
    //: Last line of a tooltip: the sum of the series that are stacked.
    return Text::tr("Stacked total");
}

/// Nothing below two: one layer is its own total.
QString stackedTotal(const TooltipContent &content, const ChartSeriesList &series,
                     const ChartOptions &options)
{
    double total = 0;
    int layers = 0;
    for (const TooltipContent::Row &row : content.rows) {
        if (isStacked(series[row.series]) && std::isfinite(row.number)) {
            total += row.number;
            ++layers;
        }
    }
    return layers > 1 ? formatValue(total, options.unit, options.locale) : QString{};
}

QString moreText(int more)
{
    return Text::tr("+%n more", nullptr, more);
}

int nameWidth(const TooltipContent &content, const QFontMetrics &metrics)
{
    int width = 0;
    for (const TooltipContent::Row &row : content.rows) {
        width = std::max(width, metrics.horizontalAdvance(row.name));
    }
    if (!content.total.isEmpty()) {
        width = std::max(width, metrics.horizontalAdvance(totalName()));
    }
    return std::min(width, widestName);
}

int valueWidth(const TooltipContent &content, const QFontMetrics &metrics)
{
    int width = 0;
    for (const TooltipContent::Row &row : content.rows) {
        width = std::max(width, metrics.horizontalAdvance(row.value));
    }
    return std::max(width, metrics.horizontalAdvance(content.total));
}

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

void paintRow(QPainter *painter, const QRect &line, const TooltipContent::Row &row,
              const ChartSeries &series, const ChartPalette &palette)
{
    if (row.nearest) {
        painter->fillRect(line.adjusted(-4, 0, 4, 0), palette.selection);
    }
    const QRectF swatch(line.left(), line.top(), swatchWidth - 6, line.height());
    paintSwatch(painter, swatch, series.look, series.overlay);
    painter->setPen(palette.tooltipText);
    const QFontMetrics metrics = painter->fontMetrics();
    const int value = metrics.horizontalAdvance(row.value);
    const QRect nameBox = line.adjusted(swatchWidth, 0, -value - columnGap / 2, 0);
    painter->drawText(nameBox, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(row.name, Qt::ElideMiddle, nameBox.width()));
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, row.value);
}

QPainterPath markerPath(MarkerShape shape, const QPointF &c, qreal r)
{
    QPainterPath path;
    switch (shape) {
    case MarkerShape::Circle:
        path.addEllipse(c, r, r);
        break;
    case MarkerShape::Square:
        path.addRect(QRectF(c.x() - r, c.y() - r, 2 * r, 2 * r));
        break;
    case MarkerShape::Diamond:
        path.addPolygon(QPolygonF{c + QPointF(0, -r * 1.2), c + QPointF(r * 1.2, 0),
                                  c + QPointF(0, r * 1.2), c + QPointF(-r * 1.2, 0)});
        break;
    case MarkerShape::Triangle:
        path.addPolygon(QPolygonF{c + QPointF(0, -r * 1.2), c + QPointF(r * 1.1, r * 0.8),
                                  c + QPointF(-r * 1.1, r * 0.8)});
        break;
    case MarkerShape::TriangleDown:
        path.addPolygon(QPolygonF{c + QPointF(0, r * 1.2), c + QPointF(r * 1.1, -r * 0.8),
                                  c + QPointF(-r * 1.1, -r * 0.8)});
        break;
    case MarkerShape::Cross: {
        QPainterPath lines;
        lines.moveTo(c + QPointF(-r, -r));
        lines.lineTo(c + QPointF(r, r));
        lines.moveTo(c + QPointF(r, -r));
        lines.lineTo(c + QPointF(-r, r));
        QPainterPathStroker stroker{QPen{Qt::black, 1.4}};
        path = stroker.createStroke(lines);
        break;
    }
    }
    return path;
}

} // namespace

QString sampleText(const ChartSeries &series, std::size_t sample, const ChartOptions &options)
{
    const QString value = formatValue(series.data->values[sample], options.unit, options.locale);
    const bool reset = series.counter && isCounterReset(*series.data, sample);
    return reset ? Text::tr("%1, restarted").arg(value) : value;
}

TooltipContent tooltipContent(const ChartSeriesList &series, const std::vector<bool> &visible,
                              const TooltipRequest &request, const ChartOptions &options)
{
    TooltipContent content;
    const NameShortener names{series};
    EpochMs told = request.time;
    EpochMs nearestAway = std::max<EpochMs>(request.step, 1) + 1;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (!visible[i] || !series[i].data) {
            continue;
        }
        const auto sample = nearestSample(*series[i].data, request.time);
        if (!sample || std::abs(series[i].data->times[*sample] - request.time) >
                           std::max<EpochMs>(request.step, 1)) {
            continue; // a gap: there is nothing to tell
        }
        // The heading is the time of the samples, not of the pixel under the pointer.
        const EpochMs sampleTime = series[i].data->times[*sample];
        if (std::abs(sampleTime - request.time) < nearestAway) {
            nearestAway = std::abs(sampleTime - request.time);
            told = sampleTime;
        }
        TooltipContent::Row row;
        row.series = i;
        row.name = names.shorten(series[i].name);
        row.number = series[i].data->values[*sample];
        row.value = sampleText(series[i], *sample, options);
        row.nearest = request.nearest == i;
        content.rows.push_back(std::move(row));
    }
    content.heading = headingFor(told, request.range, options);
    content.total = stackedTotal(content, series, options);
    std::stable_sort(content.rows.begin(), content.rows.end(), largerFirst);
    limitRows(content, request.maxRows);
    return content;
}

QSize tooltipSize(const TooltipContent &content, const QFont &font)
{
    const QFontMetrics metrics{font};
    const int rows = static_cast<int>(content.rows.size()) + (content.more > 0 ? 1 : 0) +
                     (content.total.isEmpty() ? 0 : 1);
    const int body = content.rows.empty() ? 0
                                          : swatchWidth + nameWidth(content, metrics) + columnGap +
                                                valueWidth(content, metrics);
    const int heading = QFontMetrics{boldOf(font)}.horizontalAdvance(content.heading);
    return {std::max(body, heading) + 2 * padding,
            (rows + 1) * (metrics.height() + 1) + 2 * padding};
}

void paintTooltip(QPainter *painter, const QRect &box, const TooltipContent &content,
                  const ChartSeriesList &series, const ChartPalette &palette, const QFont &font)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(palette.tooltipBorder);
    painter->setBrush(palette.tooltipBackground);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setFont(boldOf(font));
    painter->setPen(palette.tooltipText);
    const int height = QFontMetrics{font}.height() + 1;
    QRect line = box.adjusted(padding, padding, -padding, 0);
    line.setHeight(height);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, content.heading);
    painter->setFont(font);
    for (const TooltipContent::Row &row : content.rows) {
        line.translate(0, height);
        paintRow(painter, line, row, series[row.series], palette);
    }
    if (content.more > 0) {
        line.translate(0, height);
        painter->setPen(palette.dimText);
        painter->drawText(line.adjusted(swatchWidth, 0, 0, 0), Qt::AlignVCenter,
                          moreText(content.more));
    }
    if (!content.total.isEmpty()) {
        line.translate(0, height);
        painter->setPen(palette.tooltipBorder);
        painter->drawLine(line.topLeft(), line.topRight());
        painter->setPen(palette.tooltipText);
        painter->drawText(line.adjusted(swatchWidth, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          totalName());
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, content.total);
    }
    painter->restore();
}

void paintSwatch(QPainter *painter, const QRectF &box, const SeriesLook &look, bool overlay)
{
    static constexpr Qt::PenStyle styles[]{Qt::SolidLine, Qt::DashLine, Qt::DotLine,
                                           Qt::DashDotLine};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor colour = look.colour;
    colour.setAlpha(overlay ? 150 : 255);
    const DashStyle dash = overlay ? DashStyle::Dash : look.dash;
    const QPointF centre = box.center();
    painter->setPen(QPen{colour, 2, styles[static_cast<std::size_t>(dash)], Qt::FlatCap});
    painter->drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()));
    if (!overlay) {
        painter->fillPath(markerPath(look.marker, centre, 3.2), colour);
    }
    painter->restore();
}

} // namespace spillway
