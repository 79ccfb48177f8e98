// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"

#include "charts/chartframe.h"
#include "charts/chartstack.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <span>

namespace spillway {

namespace {

constexpr double nearThreshold = 0.4; // of the data's span

template<typename T>
bool assign(T &member, const T &value)
{
    if (member == value) {
        return false;
    }
    member = value;
    return true;
}

/// The value of a line at a time between two samples; of the nearer one where it does not run.
double valueAt(const Series &series, std::size_t nearest, EpochMs time)
{
    const std::size_t other = time > series.times[nearest] ? nearest + 1 : nearest - 1;
    if (other >= series.times.size() || !std::isfinite(series.values[other])) {
        return series.values[nearest];
    }
    const auto span = static_cast<double>(series.times[other] - series.times[nearest]);
    const double along = static_cast<double>(time - series.times[nearest]) / span;
    return series.values[nearest] + (series.values[other] - series.values[nearest]) * along;
}

} // namespace

void ChartScene::setSeries(ChartSeriesList series)
{
    m_series = std::move(series);
    m_visible.resize(m_series.size(), true);
    m_prepared = false;
    m_stacked = false;
}

void ChartScene::setRange(const TimeRange &range)
{
    if (range.isValid() && assign(m_range, range)) {
        m_prepared = false;
    }
}

void ChartScene::setStep(std::chrono::milliseconds step)
{
    if (assign(m_step, step)) {
        m_prepared = false;
    }
}

void ChartScene::setOptions(const ChartOptions &options)
{
    if (assign(m_options, options)) {
        m_prepared = false;
    }
}

void ChartScene::setPalette(const ChartPalette &palette)
{
    if (assign(m_palette, palette)) {
        m_prepared = false;
    }
}

void ChartScene::setFont(const QFont &font)
{
    if (assign(m_font, font)) {
        m_prepared = false;
    }
}

void ChartScene::setSize(const QSize &size, qreal pixelRatio)
{
    const bool changed = assign(m_size, size);
    if (assign(m_pixelRatio, pixelRatio) || changed) {
        m_prepared = false;
    }
}

void ChartScene::setVisible(SeriesMask visible)
{
    visible.resize(m_series.size(), true);
    if (assign(m_visible, visible)) {
        m_prepared = false;
        m_stacked = false;
    }
}

void ChartScene::reduce(int width)
{
    ReduceOptions options;
    options.range = m_range;
    options.width = width;
    options.step = m_step.count();
    options.positiveOnly = m_options.logAxis;
    m_columns.resize(m_series.size());
    m_lowerColumns.resize(m_series.size());
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        static const Series none;
        const ChartSeries &one = m_series[i];
        const Series &upper = m_visible[i] && m_drawn[i] ? *m_drawn[i] : none;
        const bool band = m_visible[i] && one.style == TraceStyle::Band && one.lower;
        options.counter = one.counter;
        reduceToPixels(upper.times, upper.values, options, m_columns[i]);
        options.counter = false;
        const Series &lower = band ? *one.lower : none;
        reduceToPixels(lower.times, lower.values, options, m_lowerColumns[i]);
    }
}

LayoutInput ChartScene::measured() const
{
    LayoutInput input{.size = m_size, .range = m_range, .valueMargin = m_valueMargin};
    const auto widen = [&input](const PixelColumns &columns) {
        if (columns.hasValues()) {
            const bool first = input.dataMin > input.dataMax;
            input.dataMin = first ? columns.min : std::min(input.dataMin, columns.min);
            input.dataMax = first ? columns.max : std::max(input.dataMax, columns.max);
        }
        input.lane = input.lane || std::any_of(columns.columns.begin(), columns.columns.end(),
                                               [](const PixelColumn &c) { return c.marks != 0; });
    };
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        widen(m_columns[i]);
        widen(m_lowerColumns[i]);
        const TraceStyle style = m_series[i].style;
        const bool area = style == TraceStyle::Area || style == TraceStyle::StackedArea;
        input.includeZero = input.includeZero || (area && m_visible[i]);
    }
    // A threshold that is nearly reached belongs into the picture.
    const double reach =
        nearThreshold * std::max(0.0, input.dataMax - std::min(0.0, input.dataMin));
    for (const ChartThreshold &threshold : m_options.thresholds) {
        if (threshold.value > input.dataMax && threshold.value <= input.dataMax + reach) {
            input.dataMax = threshold.value;
        }
    }
    return input;
}

void ChartScene::layOut()
{
    LayoutInput input{.size = m_size, .range = m_range, .valueMargin = m_valueMargin};
    const QRect plot = plotRect(input, m_options, m_labels);
    reduce(std::max(1, static_cast<int>(std::lround(plot.width() * m_pixelRatio))));
    m_layout = layoutChart(measured(), m_options, m_labels);
}

void ChartScene::prepare()
{
    if (m_prepared) {
        return;
    }
    if (!m_stacked) {
        m_drawn = stackSeries(m_series, m_visible);
        m_stacked = true;
    }
    m_labels.setFont(m_font, m_pixelRatio);
    layOut();
    // Only the labels tell how wide the margin must be, and only the plot's width decides the
    // labels: a second round if the guess (the margin of the last time) was wrong.
    const int wanted = wantedValueMargin(m_layout.axis, m_labels);
    if (wanted != m_valueMargin) {
        m_valueMargin = wanted;
        layOut();
    }
    m_prepared = true;
    m_painted = false;
}

const PlotMapping &ChartScene::mapping()
{
    prepare();
    return m_layout.mapping;
}

const QImage &ChartScene::image()
{
    prepare();
    if (!m_painted) {
        draw();
        m_painted = true;
    }
    return m_image;
}

void ChartScene::draw()
{
    const QSize pixels = (QSizeF(m_size) * m_pixelRatio).toSize().expandedTo({1, 1});
    if (m_image.size() != pixels) {
        m_image = QImage{pixels, QImage::Format_RGB32};
    }
    m_image.setDevicePixelRatio(m_pixelRatio);
    m_labels.setBackend(LabelCache::Backend::Raster);
    const FrameContext frame{m_layout, m_options, m_palette, m_labels};
    QPainter painter{&m_image};
    paintFrame(&painter, frame);
    painter.end();
    drawTraces();
    painter.begin(&m_image);
    paintInnerLabels(&painter, frame, m_columns, m_pixelRatio);
    paintMarks(&painter, frame, m_columns, m_series, m_pixelRatio);
}

TracePass ChartScene::tracePass() const
{
    TracePass pass{m_series, m_visible, m_columns, m_lowerColumns, m_palette};
    pass.values = m_layout.axis.range;
    pass.pixelRatio = static_cast<float>(m_pixelRatio);
    pass.overscan = static_cast<int>(std::lround(2 * m_pixelRatio));
    pass.size = (QSizeF(m_layout.plot.size()) * m_pixelRatio).toSize();
    if (m_options.incompleteFrom) {
        const qreal x = m_layout.mapping.x(*m_options.incompleteFrom) - m_layout.plot.left();
        pass.dashedFrom = static_cast<float>(x * m_pixelRatio);
    }
    return pass;
}

void ChartScene::drawTraces()
{
    ++m_traceRenders;
    const TracePass pass = tracePass();
    m_canvas.reset(pass.size.width(), pass.size.height() + 2 * pass.overscan);
    paintTraces(m_canvas, pass);
    const QPoint corner = (QPointF(m_layout.plot.topLeft()) * m_pixelRatio).toPoint();
    m_canvas.composeOnto(m_image, corner - QPoint{0, pass.overscan});
}

void ChartScene::paintVector(QPainter *painter)
{
    prepare();
    m_labels.setBackend(LabelCache::Backend::Vector);
    const FrameContext frame{m_layout, m_options, m_palette, m_labels};
    paintFrame(painter, frame);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(m_layout.plot.adjusted(0, -2, 0, 2));
    painter->translate(m_layout.plot.topLeft());
    painter->scale(1 / m_pixelRatio, 1 / m_pixelRatio);
    TracePass pass = tracePass();
    pass.overscan = 0;
    paintTraces(painter, pass);
    painter->restore();
    paintInnerLabels(painter, frame, m_columns, m_pixelRatio);
    paintMarks(painter, frame, m_columns, m_series, m_pixelRatio);
}

std::optional<SamplePosition> ChartScene::hit(const QPointF &at, qreal maxDistance)
{
    prepare();
    const EpochMs time = m_layout.mapping.time(at.x());
    std::optional<SamplePosition> best;
    qreal distance = maxDistance;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        if (!m_visible[i] || !m_drawn[i]) {
            continue;
        }
        const auto sample = nearestSample(*m_drawn[i], time);
        if (!sample || !std::isfinite(m_drawn[i]->values[*sample])) {
            continue;
        }
        const EpochMs away = std::abs(m_drawn[i]->times[*sample] - time);
        const qreal pixels = std::abs(m_layout.mapping.x(m_drawn[i]->times[*sample]) - at.x());
        if (away > std::max<EpochMs>(m_step.count(), 1) && pixels > maxDistance) {
            continue;
        }
        const qreal y = m_layout.mapping.y(valueAt(*m_drawn[i], *sample, time));
        if (std::abs(y - at.y()) <= distance) {
            distance = std::abs(y - at.y());
            best = SamplePosition{i, *sample};
        }
    }
    return best;
}

} // namespace spillway
