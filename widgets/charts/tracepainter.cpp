// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/tracepainter.h"

#include "charts/tracedash.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
constexpr float steepest = 4; // pixels a column; beyond that a slope is a plain span

/// A straight piece of a line between the centres of two columns.
struct Link
{
    float fromX;
    float fromY;
    float perX;
    Link(const PixelColumn &from, float y0, const PixelColumn &to, float y1)
        : fromX(static_cast<float>(from.x) + 0.5F)
        , fromY(y0)
        , perX((y1 - y0) / static_cast<float>(to.x - from.x))
    {}
    [[nodiscard]] float at(int edge) const
    {
        return fromY + (static_cast<float>(edge) - fromX) * perX;
    }
};

bool joined(const PixelColumn &before, const PixelColumn &column)
{
    return !column.gapBefore && column.count > 0 && before.count > 0;
}

/// Lines with about one sample a column or more: every column is one vertical span.
class DenseStroker
{
public:
    DenseStroker(TraceCanvas &canvas, const RowMapping &rows, const TraceStroke &stroke)
        : m_canvas(canvas)
        , m_rows(rows)
        , m_stroke(stroke)
        , m_dash(stroke.dash, stroke.pixelRatio)
        , m_incomplete(DashStyle::Dot, stroke.pixelRatio)
    {}

    void run(const std::vector<PixelColumn> &columns)
    {
        float last = 0; // of the column before
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const PixelColumn &column = columns[i];
            if (column.count == 0) {
                continue;
            }
            const float first = m_rows(column.first);
            const float end = m_rows(column.last);
            float left = first;
            float right = end;
            const bool before = i > 0 && joined(columns[i - 1], column);
            const bool after = i + 1 < columns.size() && joined(column, columns[i + 1]);
            if (before) {
                const Link link{columns[i - 1], last, column, first};
                bridge(link, columns[i - 1].x + 1, column.x);
                left = link.at(column.x);
            }
            if (after) {
                right = Link{column, end, columns[i + 1], m_rows(columns[i + 1].first)}.at(
                    column.x + 1);
            }
            if (!before && !after && column.count == 1) {
                m_canvas.marker(MarkerShape::Circle, QPointF(column.firstX, first),
                                m_stroke.thick * 1.3F);
            } else {
                paint(column.x, left, right, m_rows(column.max), m_rows(column.min));
            }
            last = end;
        }
        m_canvas.paintMask(m_stroke.colour);
    }

private:
    void bridge(const Link &link, int from, int to)
    {
        for (int x = std::max(0, from); x < std::min(to, m_canvas.width()); ++x) {
            const float left = link.at(x);
            const float right = link.at(x + 1);
            paint(x, left, right, std::min(left, right), std::max(left, right));
        }
    }

    void paint(int x, float left, float right, float top, float bottom)
    {
        const bool incomplete = static_cast<float>(x) + 0.5F > m_stroke.dashedFrom;
        if (!(incomplete ? m_incomplete : m_dash).isOn(static_cast<float>(x))) {
            return;
        }
        const float low = std::min(left, right);
        const float high = std::max(left, right);
        if (high - low <= steepest && top >= low - 0.5F && bottom <= high + 0.5F) {
            m_canvas.slopedSpan(x, left, right, m_stroke.thick, m_stroke.colour);
            return;
        }
        const float half = m_stroke.thick / 2;
        m_canvas.span(x, std::min(top, low) - half, std::max(bottom, high) + half, m_stroke.colour);
    }

    TraceCanvas &m_canvas;
    const RowMapping &m_rows;
    const TraceStroke &m_stroke;
    DashPattern m_dash;
    DashPattern m_incomplete;
};

/// The points of a column in the order of time as far as it is known.
template<typename Visit>
void visitPoints(const PixelColumn &column, const RowMapping &rows, Visit visit)
{
    const auto point = [&](float x, double value) { visit(QPointF(x, rows(value))); };
    point(column.firstX, column.first);
    if (column.count > 2) {
        const float middle = (column.firstX + column.lastX) / 2;
        const bool up = column.last >= column.first;
        point(middle, up ? column.min : column.max);
        point(middle, up ? column.max : column.min);
    }
    if (column.count > 1) {
        point(column.lastX, column.last);
    }
}

/// Lines whose samples are further apart than pixels: exact segments, dashes along the line.
class SparseStroker
{
public:
    SparseStroker(TraceCanvas &canvas, const RowMapping &rows, const TraceStroke &stroke)
        : m_canvas(canvas)
        , m_rows(rows)
        , m_stroke(stroke)
        , m_dash(stroke.dash, stroke.pixelRatio)
        , m_incomplete(DashStyle::Dot, stroke.pixelRatio)
    {}

    void run(const std::vector<PixelColumn> &columns)
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const PixelColumn &column = columns[i];
            if (column.count == 0) {
                continue;
            }
            const bool before = i > 0 && joined(columns[i - 1], column);
            const bool after = i + 1 < columns.size() && joined(column, columns[i + 1]);
            m_started = before;
            if (!before && !after && column.count == 1) {
                m_canvas.marker(MarkerShape::Circle, QPointF(column.firstX, m_rows(column.first)),
                                m_stroke.thick * 1.3F);
            }
            visitPoints(column, m_rows, [this](const QPointF &point) { lineTo(point); });
        }
    }

private:
    void lineTo(const QPointF &point)
    {
        if (m_started) {
            const bool incomplete = (m_last.x() + point.x()) / 2 > m_stroke.dashedFrom;
            const DashPattern &dash = incomplete ? m_incomplete : m_dash;
            dash.split(m_last, point, m_phase, [this](const QPointF &from, const QPointF &to) {
                m_canvas.strokeSegment(from, to, m_stroke.thick);
            });
        }
        m_last = point;
        m_started = true;
    }

    TraceCanvas &m_canvas;
    const RowMapping &m_rows;
    const TraceStroke &m_stroke;
    DashPattern m_dash;
    DashPattern m_incomplete;
    QPointF m_last;
    double m_phase = 0;
    bool m_started = false;
};

void paintMarkers(TraceCanvas &canvas, const PixelColumns &columns, const RowMapping &rows,
                  const TraceStroke &stroke, float radius)
{
    for (const PixelColumn &column : columns.columns) {
        if (column.count > 0) {
            visitPoints(column, rows,
                        [&](const QPointF &point) { canvas.marker(stroke.marker, point, radius); });
        }
    }
}

} // namespace

RowMapping::RowMapping(const ValueRange &values, int height, int top)
    : m_low(values.log ? std::log10(values.min) : values.min)
    , m_perUnit(height)
    , m_bottom(top + height)
    , m_log(values.log)
{
    const double span = (values.log ? std::log10(values.max) : values.max) - m_low;
    m_perUnit = span > 0 ? height / span : 0;
}

float RowMapping::operator()(double value) const
{
    const double scaled = m_log ? std::log10(std::max(value, 1e-300)) : value;
    const double row = m_bottom - (scaled - m_low) * m_perUnit;
    return static_cast<float>(std::clamp(row, -1e5, 1e5));
}

void strokeTrace(TraceCanvas &canvas, const PixelColumns &columns, const RowMapping &rows,
                 const TraceStroke &stroke)
{
    const float radius = 2.6F * stroke.pixelRatio;
    if (stroke.points) {
        paintMarkers(canvas, columns, rows, stroke, radius);
        canvas.paintMask(stroke.colour);
        return;
    }
    if (columns.dense) {
        DenseStroker{canvas, rows, stroke}.run(columns.columns);
        return;
    }
    SparseStroker{canvas, rows, stroke}.run(columns.columns);
    const auto apart = static_cast<float>(canvas.width()) /
                       static_cast<float>(std::max<std::size_t>(1, columns.columns.size()));
    if (apart >= 14 * stroke.pixelRatio) {
        paintMarkers(canvas, columns, rows, stroke, radius);
    }
    canvas.paintMask(stroke.colour);
}

TraceProfile traceProfile(const PixelColumns &columns, const RowMapping &rows, int width)
{
    TraceProfile profile;
    profile.top.assign(static_cast<std::size_t>(width), nothing);
    profile.bottom = profile.top;
    const auto put = [&](int x, float top, float bottom) {
        if (x >= 0 && x < width) {
            profile.top[static_cast<std::size_t>(x)] = top;
            profile.bottom[static_cast<std::size_t>(x)] = bottom;
        }
    };
    const PixelColumn *before = nullptr;
    for (const PixelColumn &column : columns.columns) {
        if (before != nullptr && joined(*before, column)) {
            // Samples may be far outside (zoomed in): interpolate by their own positions.
            const float y0 = rows(before->last);
            const float y1 = rows(column.first);
            const float run = std::max(1e-3F, column.firstX - before->lastX);
            for (int x = std::max(0, before->x + 1); x < std::min(column.x, width); ++x) {
                const float along = (static_cast<float>(x) + 0.5F - before->lastX) / run;
                const float y = y0 + (y1 - y0) * along;
                put(x, y, y);
            }
        }
        if (column.count > 0) {
            put(column.x, rows(column.max), rows(column.min));
        }
        before = &column;
    }
    return profile;
}

void fillToBase(TraceCanvas &canvas, const TraceProfile &profile, float base, QRgb premultiplied,
                bool replace)
{
    for (int x = 0; x < static_cast<int>(profile.top.size()); ++x) {
        const float top = std::min(profile.top[static_cast<std::size_t>(x)], base);
        const float bottom = std::max(profile.bottom[static_cast<std::size_t>(x)], base);
        if (std::isnan(profile.top[static_cast<std::size_t>(x)])) {
            continue;
        }
        if (replace) {
            canvas.replaceSpan(x, top, bottom, premultiplied);
        } else {
            canvas.span(x, top, bottom, premultiplied);
        }
    }
}

void fillBetween(TraceCanvas &canvas, const TraceProfile &upper, const TraceProfile &lower,
                 QRgb premultiplied)
{
    for (std::size_t x = 0; x < std::min(upper.top.size(), lower.top.size()); ++x) {
        if (!std::isnan(upper.top[x]) && !std::isnan(lower.top[x])) {
            canvas.span(static_cast<int>(x), std::min(upper.top[x], lower.top[x]),
                        std::max(upper.bottom[x], lower.bottom[x]), premultiplied);
        }
    }
}

QPainterPath tracePath(const PixelColumns &columns, const RowMapping &rows)
{
    QPainterPath path;
    const PixelColumn *before = nullptr;
    for (const PixelColumn &column : columns.columns) {
        bool started = before != nullptr && joined(*before, column);
        if (column.count > 0) {
            visitPoints(column, rows, [&](const QPointF &point) {
                if (started) {
                    path.lineTo(point);
                } else {
                    path.moveTo(point);
                    path.lineTo(point + QPointF(0.01, 0)); // a lone sample is a dot, not nothing
                }
                started = true;
            });
        }
        before = &column;
    }
    return path;
}

QPainterPath areaPath(const TraceProfile &profile, float base)
{
    QPainterPath path;
    const int width = static_cast<int>(profile.top.size());
    for (int x = 0; x < width;) {
        const int from = x;
        while (x < width && !std::isnan(profile.top[static_cast<std::size_t>(x)])) {
            ++x;
        }
        if (x > from) {
            path.moveTo(from, static_cast<qreal>(base));
            for (int at = from; at < x; ++at) {
                path.lineTo(at + 0.5,
                            static_cast<qreal>(profile.top[static_cast<std::size_t>(at)]));
            }
            path.lineTo(x, static_cast<qreal>(base));
            path.closeSubpath();
        } else {
            ++x;
        }
    }
    return path;
}

} // namespace spillway
