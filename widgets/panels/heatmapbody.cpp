// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/heatmapbody.h"

#include "charts/chartlayout.h"
#include "panels/panelvalues.h"
#include "style/colorscale.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spillway {

namespace {

/// So that a few observations beside a busy row can still be seen.
double shade(double count, double maximum)
{
    return maximum > 0 ? std::sqrt(count / maximum) : 0;
}

constexpr int scaleHeight = 8;
constexpr int scaleLength = 120;
constexpr int scaleRow = 18;
constexpr QSize roomForScale{220,
                             130}; ///< below this the scale gives way, as the legend of a chart

bool hasScale(const QSizeF &size)
{
    return size.width() >= roomForScale.width() && size.height() >= roomForScale.height();
}

} // namespace

HeatmapBody::HeatmapBody(QWidget *parent)
    : TimePlotBody(parent)
{}

void HeatmapBody::setPanel(const Panel &panel)
{
    m_panel = panel;
    layoutRows();
    invalidate();
}

void HeatmapBody::setSnapshot(const PanelSnapshot &snapshot)
{
    SeriesList series;
    for (const QueryAnswer &answer : snapshot.answers) {
        if (answer.result && !isComparison(answer)) {
            series.insert(series.end(), answer.result->series.begin(), answer.result->series.end());
        }
    }
    m_grid = heatmapGrid(series);
    layoutRows();
    setRange(snapshot.range, snapshot.step);
    Q_EMIT valueTextChanged();
}

/// Rows of one height by bucket (the default, as buckets are chosen to be about equally telling),
/// or, on a log axis, of the bucket's logarithmic height. Open ends get the height of a neighbour.
void HeatmapBody::layoutRows()
{
    m_place.assign(m_grid.edges.size(), 0);
    const std::size_t rows = m_grid.rows();
    if (rows == 0) {
        return;
    }
    std::vector<double> heights(rows, 1);
    if (m_panel.logAxis) {
        for (std::size_t row = 0; row < rows; ++row) {
            const double low = m_grid.edges[row];
            const double high = m_grid.edges[row + 1];
            heights[row] = low > 0 && std::isfinite(high) ? std::log(high / low) : 0;
        }
        const double usual = *std::max_element(heights.begin(), heights.end());
        for (double &height : heights) {
            height = height > 0 ? height : std::max(usual, 1.0) / 2;
        }
    }
    double total = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        total += heights[row];
        m_place[row + 1] = total;
    }
    for (double &place : m_place) {
        place /= total;
    }
}

QString HeatmapBody::edgeText(std::size_t edge) const
{
    return formatValue(m_grid.edges[edge], m_panel.unit, locale());
}

QRectF HeatmapBody::plotRect(const QSizeF &size) const
{
    const QFontMetricsF metrics{axisFont()};
    qreal labels = 0;
    for (std::size_t i = 0; i < m_grid.edges.size(); ++i) {
        labels = std::max(labels, metrics.horizontalAdvance(edgeText(i)));
    }
    const qreal left = std::min(std::max<qreal>(usualValueMargin, labels + spacing::s),
                                std::max(labels + spacing::s, size.width() / 4));
    const qreal below = axisHeight + (hasScale(size) ? scaleRow : 0);
    return {left, spacing::s, std::max<qreal>(0, size.width() - left - plotRightMargin),
            std::max<qreal>(0, size.height() - below - spacing::s)};
}

QRectF HeatmapBody::rowRect(const QRectF &plot, std::size_t row) const
{
    const qreal top = plot.bottom() - m_place[row + 1] * plot.height();
    return {plot.left(), top, plot.width(), plot.bottom() - m_place[row] * plot.height() - top};
}

/// One pixel column may stand for several steps: the largest count is shown, never a mean.
QImage HeatmapBody::cells(const PlotMapping &mapping, qreal ratio) const
{
    const QRectF plot = mapping.plot();
    const int width = std::max(1, qRound(plot.width() * ratio));
    const std::size_t rows = m_grid.rows();
    std::vector<double> most(static_cast<std::size_t>(width) * rows, 0);
    const EpochMs interval = std::max<EpochMs>(step().count(), 1);
    for (std::size_t column = 0; column < m_grid.columns(); ++column) {
        // A sample covers the interval that ends with it.
        const EpochMs time = m_grid.times[column];
        const auto from = static_cast<int>((mapping.x(time - interval) - plot.left()) * ratio);
        const int to = std::max(from + 1, qRound((mapping.x(time) - plot.left()) * ratio));
        for (int x = std::max(0, from); x < std::min(width, to); ++x) {
            for (std::size_t row = 0; row < rows; ++row) {
                const double count = m_grid.count(column, row);
                double &cell = most[static_cast<std::size_t>(x) * rows + row];
                cell = std::isnan(count) ? cell : std::max(cell, count);
            }
        }
    }
    const bool dark = themeColors(palette()).dark;
    QImage image{width, static_cast<int>(rows), QImage::Format_ARGB32_Premultiplied};
    for (int x = 0; x < width; ++x) {
        for (std::size_t row = 0; row < rows; ++row) {
            const double count = most[static_cast<std::size_t>(x) * rows + row];
            image.setPixelColor(x, static_cast<int>(rows - 1 - row),
                                count > 0 ? scaleColor(shade(count, m_grid.maximum), dark)
                                          : QColor{Qt::transparent});
        }
    }
    return image;
}

void HeatmapBody::paintPlot(QPainter *painter, const PlotMapping &mapping)
{
    const QRectF plot = mapping.plot();
    const ChartPalette colors = chartPalette();
    if (!m_grid.isEmpty()) {
        const QImage image = cells(mapping, painter->device()->devicePixelRatioF());
        const auto rows = static_cast<int>(m_grid.rows());
        for (int row = 0; row < rows; ++row) {
            QRectF target = rowRect(plot, static_cast<std::size_t>(row));
            // A hairline between the rows, if they are high enough to afford it.
            target.adjust(0, target.height() > 6 ? 1 : 0, 0, 0);
            painter->drawImage(target, image, QRectF(0, rows - 1 - row, image.width(), 1));
        }
        paintLabels(painter, plot);
        paintScale(painter, mapping.plot());
    }
    painter->setPen(colors.axis);
    painter->drawLine(plot.bottomLeft(), plot.bottomRight());
}

void HeatmapBody::paintLabels(QPainter *painter, const QRectF &plot) const
{
    painter->setFont(axisFont());
    const QFontMetricsF metrics{painter->font(), painter->device()};
    painter->setPen(chartPalette().dimText);
    qreal freeBelow = plot.bottom() + metrics.height() + 3;
    for (std::size_t edge = 0; edge < m_grid.edges.size(); ++edge) {
        const qreal y = plot.bottom() - m_place[edge] * plot.height();
        const qreal base =
            std::clamp(y + metrics.ascent() / 2 - 1, metrics.ascent(), plot.bottom() + 2);
        if (base > freeBelow - metrics.height()) {
            continue;
        }
        const QString text =
            metrics.elidedText(edgeText(edge), Qt::ElideRight, plot.left() - spacing::xs);
        painter->drawText(
            QPointF{plot.left() - spacing::xs - metrics.horizontalAdvance(text), base}, text);
        freeBelow = base;
    }
}

/// Under the time axis, where charts have their legend: 0, the colours, the largest count.
void HeatmapBody::paintScale(QPainter *painter, const QRectF &plot) const
{
    const qreal top = plot.bottom() + axisHeight + 2;
    if (!hasScale(QSizeF{plot.right() + plotRightMargin, top + scaleRow - 2})) {
        return;
    }
    const bool dark = themeColors(palette()).dark;
    painter->setFont(axisFont());
    const QFontMetricsF metrics{painter->font(), painter->device()};
    const UnitSpec plain{Unit::Short};
    const qreal base = top + (scaleRow + metrics.ascent() - metrics.descent()) / 2;
    const auto put = [&](qreal x, const QString &text) {
        painter->drawText(QPointF{x, base}, text);
        return x + metrics.horizontalAdvance(text) + spacing::xs + 2;
    };
    painter->setPen(chartPalette().text);
    const qreal left = put(spacing::s, tr("count %1").arg(formatValue(0, plain, locale())));
    const QRectF bar{left, top + (scaleRow - scaleHeight) / 2.0, scaleLength, scaleHeight};
    QLinearGradient gradient{bar.topLeft(), bar.topRight()};
    for (int i = 0; i <= 16; ++i) {
        gradient.setColorAt(i / 16.0, scaleColor(i / 16.0, dark));
    }
    painter->fillRect(bar, gradient);
    put(bar.right() + spacing::xs + 2, formatValue(m_grid.maximum, plain, locale()));
}

std::optional<std::size_t> HeatmapBody::columnAt(EpochMs time) const
{
    const auto next = std::lower_bound(m_grid.times.begin(), m_grid.times.end(), time);
    if (next == m_grid.times.end() || *next - time > std::max<EpochMs>(step().count(), 1)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::distance(m_grid.times.begin(), next));
}

QString HeatmapBody::rowText(std::size_t row) const
{
    return tr("%1 to %2").arg(edgeText(row), edgeText(row + 1));
}

QStringList HeatmapBody::tipLines(EpochMs time, qreal y) const
{
    const std::optional<std::size_t> column = columnAt(time);
    if (!column) {
        return {tr("no histogram")};
    }
    for (std::size_t row = 0; row < m_grid.rows(); ++row) {
        const QRectF rect = rowRect(mapping().plot(), row);
        if (y >= rect.top() && y <= rect.bottom()) {
            return {rowText(row), tr("count %1")
                                      .arg(formatValue(m_grid.count(*column, row),
                                                       UnitSpec{Unit::Short}, locale()))};
        }
    }
    return {};
}

QString HeatmapBody::valueText() const
{
    if (m_grid.isEmpty()) {
        return tr("no histogram");
    }
    // The newest column in words: the busiest bucket.
    const std::size_t column = m_grid.columns() - 1;
    std::size_t busiest = 0;
    for (std::size_t row = 1; row < m_grid.rows(); ++row) {
        if (m_grid.count(column, row) > m_grid.count(column, busiest)) {
            busiest = row;
        }
    }
    return tr("most observations %1 at %2").arg(rowText(busiest), timeLabel(m_grid.times[column]));
}

} // namespace spillway
