// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartframe.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace spillway {

namespace {

constexpr int labelGap = 6;

void paintHatch(QPainter *painter, const FrameContext &context)
{
    const QRectF plot{context.layout.plot};
    for (const TimeRange &range : context.options.hatched) {
        const qreal left = std::max(plot.left(), context.layout.mapping.x(range.from));
        const qreal right = std::min(plot.right(), context.layout.mapping.x(range.to));
        if (left < right) {
            painter->fillRect(QRectF{left, plot.top(), right - left, plot.height()},
                              QBrush{context.palette.hatch, Qt::BDiagPattern});
        }
    }
}

void paintGrid(QPainter *painter, const FrameContext &context)
{
    const QRect plot = context.layout.plot;
    const QColor grid = context.palette.grid;
    for (const double tick : context.layout.axis.ticks) {
        const int y = std::min(plot.bottom(), static_cast<int>(context.layout.mapping.y(tick)));
        painter->fillRect(plot.left(), y, plot.width(), 1, grid);
    }
    for (const TimeTick &tick : context.layout.ticks) {
        const int x = static_cast<int>(context.layout.mapping.x(tick.time));
        const QColor colour = tick.date ? context.palette.axis : grid;
        painter->fillRect(std::min(x, plot.right()), plot.top(), 1, plot.height(), colour);
    }
    painter->fillRect(plot.left(), plot.bottom(), plot.width(), 1, context.palette.axis);
}

void paintValueLabels(QPainter *painter, const FrameContext &context)
{
    const ValueAxis &axis = context.layout.axis;
    const int right = context.layout.plot.left() - labelGap;
    for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
        const QString &text = axis.labels.at(static_cast<qsizetype>(i));
        const int y = static_cast<int>(context.layout.mapping.y(axis.ticks[i]));
        const int x = std::max(0, right - context.labels.width(text));
        context.labels.draw(painter, x, y - context.labels.height() / 2, text,
                            context.palette.text);
    }
}

void paintTimeRow(QPainter *painter, const FrameContext &context,
                  const std::vector<TimeTick> &ticks, int y, const QTimeZone &zone, bool main)
{
    const QColor colour = main ? context.palette.text : context.palette.dimText;
    const QString name = zoneName(zone, context.layout.mapping.range().to);
    const int nameEnd = 2 + context.labels.width(name);
    context.labels.draw(painter, 2, y, name, context.palette.dimText);
    for (const TimeTick &tick : ticks) {
        const int left = static_cast<int>(context.layout.mapping.x(tick.time)) -
                         context.labels.width(tick.text) / 2;
        if (!tick.text.isEmpty() && left > nameEnd + labelGap) {
            context.labels.draw(painter, left, y, tick.text, colour);
        }
    }
}

QColor thresholdColour(ThresholdLevel level, const ChartPalette &palette)
{
    const std::array colours{palette.ok, palette.warning, palette.critical};
    return colours.at(static_cast<std::size_t>(level));
}

void paintThresholdLines(QPainter *painter, const FrameContext &context)
{
    const QRect plot = context.layout.plot;
    for (const ChartThreshold &threshold : context.options.thresholds) {
        const qreal y = context.layout.mapping.y(threshold.value);
        if (!(y >= plot.top() - 1 && y <= plot.bottom() + 1)) { // NaN is outside, too
            continue;
        }
        const QColor colour = thresholdColour(threshold.level, context.palette);
        // Critical lines are solid, others dashed: told apart without seeing the colour.
        const bool solid = threshold.level == ThresholdLevel::Critical;
        for (int x = plot.left(); x <= plot.right(); x += solid ? plot.width() : 8) {
            const int width = solid ? plot.width() : std::min(5, plot.right() - x + 1);
            painter->fillRect(x, static_cast<int>(y), width, 1, colour);
        }
    }
}

/// Finds a place beside a threshold's line for its name.
class LabelSpots
{
public:
    LabelSpots(const FrameContext &context, std::span<const PixelColumns> all, qreal pixelRatio,
               const std::vector<QRect> &taken)
        : m_context(context)
        , m_all(all)
        , m_pixelRatio(pixelRatio)
        , m_taken(taken)
    {}

    /// From right to left, above the line before below it. At the right end if every place is
    /// crossed by a trace; empty if not even that is free of other names.
    [[nodiscard]] QRect find(const QSize &size, int y) const
    {
        const QRect plot = m_context.layout.plot;
        QRect fallback;
        const int step = std::max(12, size.width() / 2);
        for (int right = plot.right() - 1; right - size.width() >= plot.left(); right -= step) {
            for (const int top : {y - size.height() - 1, y + 2}) {
                const QRect box{QPoint{right - size.width(), top}, size};
                if (top < plot.top() || box.bottom() > plot.bottom() || hidesName(box)) {
                    continue;
                }
                if (!hidesTrace(box)) {
                    return box;
                }
                fallback = fallback.isNull() ? box : fallback;
            }
        }
        return fallback;
    }

    /// At the left end, as high as no trace is crossed; at the top if there is no such place.
    [[nodiscard]] QRect findLeft(const QSize &size) const
    {
        const QRect plot = m_context.layout.plot;
        const QRect highest{QPoint{plot.left() + 2, plot.top() + 1}, size};
        for (QRect box = highest; box.bottom() < plot.center().y(); box.translate(0, 6)) {
            if (!hidesTrace(box)) {
                return box;
            }
        }
        return highest;
    }

private:
    [[nodiscard]] bool hidesName(const QRect &box) const
    {
        return std::any_of(m_taken.begin(), m_taken.end(),
                           [&](const QRect &other) { return other.intersects(box); });
    }

    [[nodiscard]] bool hidesTrace(const QRect &box) const
    {
        return std::any_of(m_all.begin(), m_all.end(),
                           [&](const PixelColumns &one) { return crosses(one.columns, box); });
    }

    [[nodiscard]] bool crosses(const std::vector<PixelColumn> &columns, const QRect &box) const
    {
        const PlotMapping &mapping = m_context.layout.mapping;
        const int origin = m_context.layout.plot.left();
        const qreal from = (box.left() - origin) * m_pixelRatio;
        const qreal to = (box.right() + 1 - origin) * m_pixelRatio;
        auto column = std::lower_bound(columns.begin(), columns.end(), from,
                                       [](const PixelColumn &c, qreal x) { return c.x < x; });
        for (; column != columns.end(); ++column) {
            const bool joined = column != columns.begin() && !column->gapBefore;
            const double before = joined ? std::prev(column)->last : column->first;
            const qreal top = mapping.y(std::max(column->max, before));
            const qreal bottom = mapping.y(std::min(column->min, before));
            const bool reaches = column->x < to || joined; // the line that leaves the box counts
            if (column->count > 0 && reaches && bottom >= box.top() && top <= box.bottom()) {
                return true;
            }
            if (column->x >= to) {
                break;
            }
        }
        return false;
    }

    const FrameContext &m_context;
    std::span<const PixelColumns> m_all;
    qreal m_pixelRatio;
    const std::vector<QRect> &m_taken;
};

/// A glyph for each kind of mark, told apart by shape.
void paintGlyph(QPainter *painter, PixelMark mark, const QPointF &centre, const QColor &colour)
{
    constexpr qreal r = 3;
    QPainterPath path;
    switch (mark) {
    case MarkNan: // x
        path.moveTo(-r, -r);
        path.lineTo(r, r);
        path.moveTo(r, -r);
        path.lineTo(-r, r);
        break;
    case MarkPlusInf: // arrow up
        path.moveTo(-r, r - 1);
        path.lineTo(0, -r);
        path.lineTo(r, r - 1);
        break;
    case MarkMinusInf: // arrow down
        path.moveTo(-r, -r + 1);
        path.lineTo(0, r);
        path.lineTo(r, -r + 1);
        break;
    case MarkReset: // step down
        path.moveTo(-r, -r);
        path.lineTo(0, -r);
        path.lineTo(0, r);
        path.lineTo(r, r);
        break;
    case MarkNotPositive: // bar
        path.moveTo(-r, 0);
        path.lineTo(r, 0);
        break;
    }
    path.translate(centre);
    painter->strokePath(path, QPen{colour, 1.4});
}

void paintMarksOf(QPainter *painter, const QRect &lane, const PixelColumns &columns,
                  const QColor &colour, qreal pixelRatio)
{
    constexpr std::array kinds{MarkNan, MarkPlusInf, MarkMinusInf, MarkReset, MarkNotPositive};
    std::array<qreal, kinds.size()> taken{};
    taken.fill(-100);
    for (const PixelColumn &column : columns.columns) {
        for (std::size_t kind = 0; column.marks != 0 && kind < kinds.size(); ++kind) {
            const qreal x = lane.left() + (column.x + 0.5) / pixelRatio;
            // A run of marks becomes a row of glyphs, not a smear.
            if ((column.marks & kinds.at(kind)) != 0 && x - taken.at(kind) >= 8) {
                taken.at(kind) = x;
                paintGlyph(painter, kinds.at(kind), QPointF(x, lane.center().y() + 0.5), colour);
            }
        }
    }
}

} // namespace

void paintFrame(QPainter *painter, const FrameContext &context)
{
    const ChartLayout &layout = context.layout;
    painter->fillRect(QRect{QPoint{0, 0}, layout.size}, context.palette.background);
    paintHatch(painter, context);
    paintGrid(painter, context);
    paintThresholdLines(painter, context);
    paintValueLabels(painter, context);
    const int row = context.labels.height() + 1;
    const int rows = context.options.secondZone ? 2 : 1;
    const int y = layout.size.height() - rows * row;
    paintTimeRow(painter, context, layout.ticks, y, context.options.zone, true);
    if (context.options.secondZone) {
        paintTimeRow(painter, context, layout.secondTicks, y + row, *context.options.secondZone,
                     false);
    }
}

void paintInnerLabels(QPainter *painter, const FrameContext &context,
                      std::span<const PixelColumns> all, qreal pixelRatio)
{
    const QRect plot = context.layout.plot;
    std::vector<QRect> taken;
    if (const QString &caption = context.layout.axis.caption; !caption.isEmpty()) {
        const LabelSpots spots{context, all, pixelRatio, taken};
        const QSize size{context.labels.width(caption) + 4, context.labels.height()};
        const QRect box = spots.findLeft(size);
        context.labels.draw(painter, box.left() + 2, box.top(), caption, context.palette.dimText);
        taken.push_back(box);
    }
    for (const ChartThreshold &threshold : context.options.thresholds) {
        const qreal y = context.layout.mapping.y(threshold.value);
        if (!(y >= plot.top() - 1 && y <= plot.bottom() + 1)) { // NaN is outside, too
            continue;
        }
        const QString value =
            formatValue(threshold.value, context.options.unit, context.options.locale);
        const QString text = threshold.label.isEmpty() ? value : threshold.label;
        const int width = context.labels.width(text);
        if (width > plot.width() / 2) {
            continue; // it would hide more than it tells
        }
        const LabelSpots spots{context, all, pixelRatio, taken};
        const QRect box =
            spots.find(QSize{width + 4, context.labels.height()}, static_cast<int>(y));
        if (box.isEmpty()) {
            continue;
        }
        taken.push_back(box);
        QColor halo = context.palette.background;
        halo.setAlpha(200);
        painter->fillRect(box, halo);
        context.labels.draw(painter, box.left() + 2, box.top(), text,
                            thresholdColour(threshold.level, context.palette));
    }
}

void paintMarks(QPainter *painter, const FrameContext &context, std::span<const PixelColumns> all,
                const ChartSeriesList &series, qreal pixelRatio)
{
    if (context.layout.lane.isEmpty()) {
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < all.size(); ++i) {
        paintMarksOf(painter, context.layout.lane, all[i], series[i].look.colour, pixelRatio);
    }
}

} // namespace spillway
