// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/tracepass.h"

#include "charts/tracecanvas.h"
#include "charts/tracepainter.h"

#include <QPainter>

#include <algorithm>

namespace spillway {

namespace {

constexpr int areaAlpha = 40;
constexpr int bandAlpha = 52;
constexpr int stackAlpha = 120;
constexpr int overlayAlpha = 130;
constexpr int densityAlpha = 110;

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

QRgb premultiplied(const QColor &colour)
{
    return qPremultiply(colour.rgba());
}

/// The row of zero, or of the axis' end next to it.
float baseRow(const TracePass &pass, const RowMapping &rows)
{
    const double zero =
        pass.values.log ? pass.values.min : std::clamp(0.0, pass.values.min, pass.values.max);
    return rows(zero);
}

QColor lineColour(const TracePass &pass, const ChartSeries &series)
{
    if (series.overlay) {
        return withAlpha(series.look.colour, overlayAlpha);
    }
    return pass.series.size() > densitySeries ? withAlpha(series.look.colour, densityAlpha)
                                              : series.look.colour;
}

TraceStroke strokeOf(const TracePass &pass, const ChartSeries &series)
{
    TraceStroke stroke;
    stroke.colour = premultiplied(lineColour(pass, series));
    stroke.thick =
        (pass.series.size() > densitySeries || series.overlay ? 1.2F : 1.6F) * pass.pixelRatio;
    stroke.dash = series.overlay ? DashStyle::Dash : series.look.dash;
    stroke.marker = series.look.marker;
    stroke.pixelRatio = pass.pixelRatio;
    stroke.dashedFrom = pass.dashedFrom;
    stroke.points = series.style == TraceStyle::Points;
    return stroke;
}

void paintStack(TraceCanvas &canvas, const TracePass &pass, const RowMapping &rows)
{
    const float base = baseRow(pass, rows);
    for (std::size_t i = pass.series.size(); i-- > 0;) { // top down: each covers what is below it
        const ChartSeries &one = pass.series[i];
        if (one.style == TraceStyle::StackedArea && pass.columns[i].hasValues()) {
            const TraceProfile profile = traceProfile(pass.columns[i], rows, canvas.width());
            fillToBase(canvas, profile, base, premultiplied(withAlpha(one.look.colour, stackAlpha)),
                       true);
        }
    }
}

void paintFills(TraceCanvas &canvas, const TracePass &pass, const RowMapping &rows)
{
    paintStack(canvas, pass, rows);
    for (std::size_t i = 0; i < pass.series.size(); ++i) {
        const ChartSeries &one = pass.series[i];
        const bool band = one.style == TraceStyle::Band;
        if ((one.style != TraceStyle::Area && !band) || pass.columns[i].columns.empty()) {
            continue;
        }
        const TraceProfile profile = traceProfile(pass.columns[i], rows, canvas.width());
        if (band) {
            fillBetween(canvas, profile, traceProfile(pass.lower[i], rows, canvas.width()),
                        premultiplied(withAlpha(one.look.colour, bandAlpha)));
        } else {
            fillToBase(canvas, profile, baseRow(pass, rows),
                       premultiplied(withAlpha(one.look.colour, areaAlpha)), false);
        }
    }
}

template<typename Paint>
void eachLine(const TracePass &pass, Paint paint)
{
    // Layers thinner than a line must not take the edge of the thick one below them.
    for (std::size_t i = pass.series.size(); i-- > 0;) {
        if (pass.series[i].style == TraceStyle::StackedArea) {
            paint(pass.series[i], pass.columns[i]);
        }
    }
    for (const bool overlay : {true, false}) {
        for (std::size_t i = 0; i < pass.series.size(); ++i) {
            if (pass.series[i].overlay == overlay &&
                pass.series[i].style != TraceStyle::StackedArea) {
                paint(pass.series[i], pass.columns[i]);
                paint(pass.series[i], pass.lower[i]);
            }
        }
    }
}

QPen penOf(const TracePass &pass, const ChartSeries &series)
{
    static constexpr Qt::PenStyle styles[]{Qt::SolidLine, Qt::DashLine, Qt::DotLine,
                                           Qt::DashDotLine};
    const TraceStroke stroke = strokeOf(pass, series);
    return QPen{lineColour(pass, series), static_cast<qreal>(stroke.thick),
                styles[static_cast<std::size_t>(stroke.dash)], Qt::RoundCap, Qt::RoundJoin};
}

QPainterPath pointsPath(const PixelColumns &columns, const RowMapping &rows, qreal radius)
{
    QPainterPath path;
    for (const PixelColumn &column : columns.columns) {
        if (column.count > 0) {
            path.addEllipse(QPointF(column.firstX, rows(column.max)), radius, radius);
            path.addEllipse(QPointF(column.lastX, rows(column.min)), radius, radius);
        }
    }
    return path;
}

QPainterPath bandPath(const TracePass &pass, std::size_t i, const RowMapping &rows)
{
    const int width = pass.size.width();
    const QPainterPath upper = areaPath(traceProfile(pass.columns[i], rows, width),
                                        static_cast<float>(pass.size.height()));
    const QPainterPath lower =
        areaPath(traceProfile(pass.lower[i], rows, width), static_cast<float>(pass.size.height()));
    return upper.subtracted(lower);
}

} // namespace

void paintTraces(TraceCanvas &canvas, const TracePass &pass)
{
    const RowMapping rows{pass.values, pass.size.height(), pass.overscan};
    paintFills(canvas, pass, rows);
    eachLine(pass, [&](const ChartSeries &series, const PixelColumns &columns) {
        if (!columns.columns.empty()) {
            strokeTrace(canvas, columns, rows, strokeOf(pass, series));
        }
    });
}

void paintTraces(QPainter *painter, const TracePass &pass)
{
    const RowMapping rows{pass.values, pass.size.height(), pass.overscan};
    const float base = baseRow(pass, rows);
    for (std::size_t i = pass.series.size(); i-- > 0;) {
        const ChartSeries &one = pass.series[i];
        const TraceProfile profile = traceProfile(pass.columns[i], rows, pass.size.width());
        if (one.style == TraceStyle::Band) {
            painter->fillPath(bandPath(pass, i, rows), withAlpha(one.look.colour, bandAlpha));
        } else if (one.style == TraceStyle::Area || one.style == TraceStyle::StackedArea) {
            painter->fillPath(areaPath(profile, base), withAlpha(one.look.colour, areaAlpha));
        }
    }
    eachLine(pass, [&](const ChartSeries &series, const PixelColumns &columns) {
        if (series.style == TraceStyle::Points) {
            painter->fillPath(pointsPath(columns, rows, 2.6 * pass.pixelRatio),
                              lineColour(pass, series));
        } else {
            painter->strokePath(tracePath(columns, rows), penOf(pass, series));
        }
    });
}

} // namespace spillway
