// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/gaugebody.h"

#include "panels/tilegrid.h"
#include "style/tabulartext.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr double sweep = 240; ///< degrees of the arc, open at the bottom
constexpr double startAngle = 210;

} // namespace

GaugeBody::GaugeBody(QWidget *parent)
    : PanelBody(parent)
{}

void GaugeBody::setPanel(const Panel &panel)
{
    m_panel = panel;
    rebuild();
}

void GaugeBody::setSnapshot(const PanelSnapshot &snapshot)
{
    m_snapshot = snapshot;
    rebuild();
}

void GaugeBody::rebuild()
{
    m_values = panelValues(m_panel, m_snapshot, locale());
    m_minimum = m_panel.min.value_or(0);
    double top = m_panel.unit.unit == Unit::Percent ? 100 : 0;
    top = m_panel.unit.unit == Unit::PercentUnit ? 1 : top;
    if (top == 0) {
        for (const Threshold &threshold : m_panel.thresholds) {
            top = std::max(top, threshold.value * 1.25);
        }
        for (const PanelValue &value : m_values) {
            if (std::isfinite(value.reduced.value)) {
                top = std::max(top, value.reduced.value);
            }
        }
    }
    m_maximum = m_panel.max.value_or(top);
    if (!(m_maximum > m_minimum)) {
        m_maximum = m_minimum + 1;
    }
    update();
    Q_EMIT valueTextChanged();
}

QString GaugeBody::valueText() const
{
    QStringList parts;
    for (const PanelValue &value : m_values) {
        parts << tr("%1, scale %2 to %3")
                     .arg(describe(value, locale()), formatValue(m_minimum, m_panel.unit, locale()),
                          formatValue(m_maximum, m_panel.unit, locale()));
    }
    return parts.isEmpty() ? tr("no value") : parts.join(tr("; "));
}

double GaugeBody::part(double value) const
{
    return std::isnan(value) ? value
                             : std::clamp((value - m_minimum) / (m_maximum - m_minimum), 0.0, 1.0);
}

QColor GaugeBody::fillColor(const PanelValue &value) const
{
    const ThemeColors &colors = themeColors(palette());
    const bool judged = isAlarming(value.tone);
    return judged ? toneColor(value.tone, colors) : panelChartPalette(colors).look(0).colour;
}

QString GaugeBody::shownText(const PanelValue &value) const
{
    if (value.reduced.value > m_maximum) {
        return u"▲ "_s + value.text;
    }
    return value.reduced.value < m_minimum ? QString{u"▼ "_s + value.text} : value.text;
}

void GaugeBody::renderTo(QPainter *painter, const QSize &size)
{
    painter->setFont(font());
    paintAll(painter, size);
}

void GaugeBody::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter{this};
    paintAll(&painter, size());
}

void GaugeBody::paintAll(QPainter *painter, const QSize &size) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_values.size() == 1 && size.height() >= 76 && size.width() >= 110) {
        paintArc(painter, QRectF{QPointF{}, QSizeF{size}}, m_values.front());
        return;
    }
    // Bars of a steady height look calmer than bars that fill whatever there is.
    const qreal rowHeight = 36;
    const auto count = static_cast<qreal>(std::max<std::size_t>(1, m_values.size()));
    const QSizeF area{static_cast<qreal>(size.width()),
                      std::min<qreal>(size.height(), count * (rowHeight + spacing::s))};
    auto tiles = tileGrid(area, m_values.size(), {120, 26}, 8);
    for (QRectF &tile : tiles) {
        tile.translate(0, std::max<qreal>(0, (size.height() - area.height()) / 3));
    }
    for (std::size_t i = 0; i < std::min(tiles.size(), m_values.size()); ++i) {
        paintBar(painter, tiles[i], m_values[i]);
    }
}

void GaugeBody::paintArc(QPainter *painter, const QRectF &area, const PanelValue &value) const
{
    const ThemeColors &colors = themeColors(palette());
    // A 240° arc of radius r is 2 r wide and 1.5 r high.
    const qreal radius = std::min({area.width() / 2, area.height() / 1.5, 110.0}) - 4;
    const qreal thick = std::clamp(radius * 0.18, 6.0, 16.0);
    const QPointF middle{area.center().x(), area.center().y() + radius * 0.25};
    const QRectF circle{middle.x() - radius + thick / 2, middle.y() - radius + thick / 2,
                        2 * radius - thick, 2 * radius - thick};
    const auto arc = [&](double from, double to, const QColor &color, qreal width,
                         const QRectF &on) {
        painter->setPen(QPen{color, width, Qt::SolidLine, Qt::FlatCap});
        painter->drawArc(on, qRound((startAngle - from * sweep) * 16),
                         qRound(-(to - from) * sweep * 16));
    };
    arc(0, 1, colors.raised, thick, circle);
    const double filled = part(value.reduced.value);
    if (filled > 0) {
        arc(0, filled, fillColor(value), thick, circle);
    }
    const QRectF outer =
        circle.adjusted(-thick / 2 - 3, -thick / 2 - 3, thick / 2 + 3, thick / 2 + 3);
    for (const Threshold &threshold : m_panel.thresholds) {
        const double at = part(threshold.value);
        arc(at, 1, toneColor(toneOf(threshold.severity), colors), 2, outer);
    }
    QFont digits = themeFont(FontRole::Title, font());
    digits.setPixelSize(std::clamp(static_cast<int>(radius * 0.36), 12, 34));
    const QString text = shownText(value);
    while (digits.pixelSize() > 11 &&
           tabularWidth(QFontMetricsF{digits}, text) > 2 * (radius - thick) - spacing::s) {
        digits.setPixelSize(digits.pixelSize() - 1);
    }
    const QFontMetricsF metrics{digits, painter->device()};
    painter->setFont(digits);
    painter->setPen(colors.text);
    drawTabular(*painter, middle.x() - tabularWidth(metrics, text) / 2,
                middle.y() + metrics.capHeight() / 2, text);
    if (value.tone != Tone::Neutral) {
        drawTone(*painter, QRectF{middle.x() - 5, middle.y() + metrics.capHeight() / 2 + 8, 10, 10},
                 value.tone, colors);
    }
    const QFont small = themeFont(FontRole::Small, font());
    const QFontMetricsF smallMetrics{small, painter->device()};
    painter->setFont(small);
    painter->setPen(colors.textMuted);
    const qreal base = middle.y() + radius * 0.5 + smallMetrics.ascent() + 2;
    const QString low = formatValue(m_minimum, m_panel.unit, locale());
    const QString high = formatValue(m_maximum, m_panel.unit, locale());
    const qreal reach = radius * 0.78;
    if (base <= area.bottom() && radius >= 44) {
        painter->drawText(
            QPointF{middle.x() - reach - smallMetrics.horizontalAdvance(low) / 2, base}, low);
        painter->drawText(
            QPointF{middle.x() + reach - smallMetrics.horizontalAdvance(high) / 2, base}, high);
    }
}

void GaugeBody::paintBar(QPainter *painter, const QRectF &area, const PanelValue &value) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFontMetricsF metrics{font(), painter->device()};
    const QString text = shownText(value);
    const qreal mark = value.tone == Tone::Neutral ? 0 : 8 + spacing::xs;
    const qreal valueWidth = tabularWidth(metrics, text);
    const qreal barHeight = 6;
    const qreal base = area.top() + metrics.ascent();
    painter->setFont(font());
    painter->setPen(colors.text);
    drawTabular(*painter, area.right() - valueWidth, base, text);
    if (mark > 0) {
        drawTone(*painter,
                 QRectF{area.right() - valueWidth - mark, base - metrics.capHeight() / 2 - 4, 8, 8},
                 value.tone, colors);
    }
    painter->setPen(colors.textMuted);
    painter->drawText(QPointF{area.left(), base},
                      metrics.elidedText(value.name, Qt::ElideRight,
                                         area.width() - valueWidth - mark - spacing::s));
    const qreal top = std::min(base + metrics.descent() + 3, area.bottom() - barHeight);
    const QRectF bar{area.left(), top, area.width(), barHeight};
    QPainterPath shape;
    shape.addRoundedRect(bar, barHeight / 2, barHeight / 2);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.raised);
    painter->drawPath(shape);
    const double filled = part(value.reduced.value);
    if (filled > 0) {
        painter->save();
        painter->setClipPath(shape);
        painter->fillRect(QRectF{bar.left(), bar.top(), bar.width() * filled, barHeight},
                          fillColor(value));
        painter->restore();
    }
    for (const Threshold &threshold : m_panel.thresholds) {
        const qreal x = bar.left() + part(threshold.value) * bar.width();
        painter->fillRect(QRectF{x - 1, bar.top() - 2, 2, barHeight + 4},
                          toneColor(toneOf(threshold.severity), colors));
    }
}

} // namespace spillway
