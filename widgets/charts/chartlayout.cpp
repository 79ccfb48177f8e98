// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlayout.h"

#include <algorithm>

namespace spillway {

namespace {

constexpr int marginStep = 12;
constexpr int laneHeight = 9;
constexpr int labelGap = 6;
constexpr int pixelsPerTimeTick = 78;
constexpr int pixelsPerValueTick = 42;

/// Ticks whose labels would touch their neighbours or the chart's edge lose the label, not the
/// line.
void dropCrowded(std::vector<TimeTick> &ticks, const PlotMapping &mapping, int right,
                 LabelCache &labels)
{
    int taken = 0;
    for (TimeTick &tick : ticks) {
        const int half = labels.width(tick.text) / 2;
        const int centre = static_cast<int>(mapping.x(tick.time));
        if (centre - half < taken || centre + half > right) {
            tick.text.clear();
            continue;
        }
        taken = centre + half + 2 * labelGap;
    }
}

std::size_t labelled(const std::vector<TimeTick> &ticks)
{
    return static_cast<std::size_t>(std::count_if(
        ticks.begin(), ticks.end(), [](const TimeTick &tick) { return !tick.text.isEmpty(); }));
}

/// Ticks as close as labels allow. One label alone does not tell how long the plot is: where there
/// is only that, finer steps are tried.
std::vector<TimeTick> fittingTicks(const ChartLayout &layout, const TimeRange &range,
                                   const QTimeZone &zone, const QLocale &locale, LabelCache &labels)
{
    constexpr int finest = 4;
    const int wanted = std::max(1, layout.plot.width() / pixelsPerTimeTick);
    std::vector<TimeTick> best;
    for (int count = wanted; count <= std::max(wanted, finest); ++count) {
        std::vector<TimeTick> ticks = timeTicks(range, zone, count, locale);
        dropCrowded(ticks, layout.mapping, layout.size.width(), labels);
        if (best.empty() || labelled(ticks) > labelled(best)) {
            best = std::move(ticks);
        }
        if (labelled(best) >= 2) {
            break;
        }
    }
    return best;
}

} // namespace

QFont chartAxisFont(QFont font)
{
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(std::max(7.0, font.pointSizeF() * 0.88));
    }
    return font;
}

int wantedValueMargin(const ValueAxis &axis, LabelCache &labels)
{
    int widest = 0;
    for (const QString &label : axis.labels) {
        widest = std::max(widest, labels.width(label));
    }
    const int missing = std::max(0, widest + labelGap + 2 - usualValueMargin);
    return usualValueMargin + (missing + marginStep - 1) / marginStep * marginStep;
}

QRect plotRect(const LayoutInput &input, const ChartOptions &options, const LabelCache &labels)
{
    const QSize size = input.size;
    const int rows = options.secondZone ? 2 : 1;
    const int top = labels.height() / 2 + 2;
    const int below = rows * (labels.height() + 1) + labelGap + 1 + (input.lane ? laneHeight : 0);
    // A tiny chart gives up its margins before it gives up its plot.
    const int margin = input.valueMargin > 0 ? input.valueMargin : usualValueMargin;
    const int left = std::min(margin, size.width() / 4);
    return {left, top, std::max(8, size.width() - left - plotRightMargin),
            std::max(8, size.height() - top - below)};
}

ChartLayout layoutChart(const LayoutInput &input, const ChartOptions &options, LabelCache &labels)
{
    ChartLayout layout;
    layout.size = input.size;
    layout.plot = plotRect(input, options, labels);
    if (input.lane) {
        layout.lane = QRect{layout.plot.left(), layout.plot.bottom() + 2, layout.plot.width(),
                            laneHeight - 2};
    }
    const int valueTicks = std::max(2, layout.plot.height() / pixelsPerValueTick);
    layout.axis = valueAxis(input.dataMin, input.dataMax, input.includeZero, valueTicks, options);
    layout.mapping = PlotMapping{QRectF{layout.plot}, input.range, layout.axis.range};
    layout.ticks = fittingTicks(layout, input.range, options.zone, options.locale, labels);
    if (options.secondZone) {
        layout.secondTicks =
            fittingTicks(layout, input.range, *options.secondZone, options.locale, labels);
    }
    return layout;
}

} // namespace spillway
