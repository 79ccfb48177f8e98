// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/statbody.h"

#include "core/plainline.h"
#include "panels/sparkline.h"
#include "panels/tilegrid.h"
#include "style/tabulartext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestDigits = 28;
constexpr qreal highestSpark = 140;
constexpr qreal besideWidth = 220;  ///< of a tile so wide the spark line stands beside the value
constexpr qreal besideHeight = 110; ///< and not so high that it has more room below
constexpr int smallestDigits = 13;
constexpr qreal unitScale = 0.58; ///< of the digits' size

/// A value as it is set: the number large, its unit small beside it.
struct ValueText
{
    QString number;
    QString unit;
    QFont numberFont;
    QFont unitFont;
    qreal numberWidth = 0;
    qreal width = 0;
};

ValueText valueText(const QString &text, const QFont &base, int pixels)
{
    ValueText value;
    const qsizetype space = text.lastIndexOf(QChar::Nbsp);
    value.number = text.left(space);
    value.unit = space < 0 ? QString{} : text.mid(space + 1);
    value.numberFont = themeFont(FontRole::Title, base);
    value.numberFont.setPixelSize(pixels);
    value.unitFont = base;
    value.unitFont.setPixelSize(std::max(10, qRound(pixels * unitScale)));
    value.numberWidth = QFontMetricsF{value.numberFont}.horizontalAdvance(value.number);
    value.width = value.numberWidth;
    if (!value.unit.isEmpty()) {
        value.width += spacing::xs + QFontMetricsF{value.unitFont}.horizontalAdvance(value.unit);
    }
    return value;
}

/// One size for all tiles of one shape, so that the values of a row of panels match; less only
/// where a text would not fit.
ValueText fittingText(const QString &text, const QFont &base, const QSizeF &tile, qreal room)
{
    const qreal usual = std::min(tile.width() / 4.6, tile.height());
    int pixels = std::clamp(static_cast<int>(usual), smallestDigits, largestDigits);
    ValueText value = valueText(text, base, pixels);
    while (pixels > smallestDigits && value.width > room) {
        value = valueText(text, base, --pixels);
    }
    return value;
}

} // namespace

StatBody::StatBody(QWidget *parent)
    : PanelBody(parent)
{}

void StatBody::setPanel(const Panel &panel)
{
    m_panel = panel;
    rebuild();
}

void StatBody::setSnapshot(const PanelSnapshot &snapshot)
{
    m_snapshot = snapshot;
    rebuild();
}

void StatBody::rebuild()
{
    m_values = panelValues(m_panel, m_snapshot, locale());
    update();
    Q_EMIT valueTextChanged();
}

QString StatBody::valueText() const
{
    QStringList parts;
    for (const PanelValue &value : m_values) {
        parts << describe(value, locale());
    }
    return parts.isEmpty() ? tr("no value") : parts.join(tr("; "));
}

void StatBody::renderTo(QPainter *painter, const QSize &size)
{
    painter->setFont(font());
    paintTiles(painter, size);
}

void StatBody::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter{this};
    paintTiles(&painter, size());
}

void StatBody::paintTiles(QPainter *painter, const QSize &size) const
{
    if (m_values.empty()) {
        return;
    }
    const auto tiles = tileGrid(size, m_values.size(), {110, 44}, 2.2);
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        painter->save();
        paintTile(painter, tiles[i], m_values[i]);
        painter->restore();
    }
    if (tiles.size() < m_values.size()) {
        const QFont small = themeFont(FontRole::Small, font());
        painter->setFont(small);
        painter->setPen(themeColors(palette()).textMuted);
        painter->drawText(
            QRectF{QPointF{}, QSizeF{size}}, Qt::AlignRight | Qt::AlignBottom,
            tr("+ %n more", nullptr, static_cast<int>(m_values.size() - tiles.size())));
    }
}

/// Top to bottom: name (if there are several), value, change, spark line; the lower ones give way.
/// In a wide and low tile the spark line has the right half.
void StatBody::paintTile(QPainter *painter, const QRectF &tile, const PanelValue &value) const
{
    const bool beside = tile.width() >= besideWidth && tile.height() <= besideHeight;
    QRectF words = tile;
    if (beside) {
        words.setWidth(tile.width() * 0.5 - spacing::s);
    }
    const qreal bottom = paintWords(painter, words, value);
    const qreal left = beside ? words.right() + spacing::l : tile.left();
    const qreal top = beside ? tile.top() + spacing::xs : bottom + spacing::s;
    const qreal height = std::min(highestSpark, tile.bottom() - 2 - top);
    const QRectF spark{left, tile.bottom() - 2 - height, tile.right() - left, height};
    if (spark.height() >= 14 && value.series->size() > 1) {
        const ThemeColors &colors = themeColors(palette());
        const QColor line = isAlarming(value.tone) ? toneColor(value.tone, colors)
                                                   : panelChartPalette(colors).look(0).colour;
        drawSparkline(*painter, spark, *value.series, m_snapshot.range, m_snapshot.step, line);
    }
}

/// All but the spark line; where they end.
qreal StatBody::paintWords(QPainter *painter, const QRectF &tile, const PanelValue &value) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFont small = themeFont(FontRole::Small, font());
    const QFontMetricsF smallMetrics{small, painter->device()};
    qreal y = tile.top();
    if (m_values.size() > 1) {
        painter->setFont(small);
        painter->setPen(colors.textMuted);
        painter->drawText(QPointF{tile.left(), y + smallMetrics.ascent()},
                          smallMetrics.elidedText(value.name, Qt::ElideRight, tile.width()));
        y += smallMetrics.lineSpacing();
    }
    const qreal room = tile.bottom() - y;
    const qreal changeHeight = value.change ? smallMetrics.lineSpacing() + 2 : 0;
    const bool withChange = value.change && room >= smallestDigits + 6 + changeHeight;
    const qreal forValue = room - (withChange ? changeHeight : 0);
    const bool alarming = isAlarming(value.tone);
    // Behind the value, so that values stand in one line; nothing to say is said by nothing.
    const qreal mark = alarming ? 10 + spacing::s : 0;
    const QSizeF shape{tile.width(), std::min(forValue, room * 0.55) * 0.9};
    const ValueText text = fittingText(value.text, font(), shape, tile.width() - mark);
    const QFontMetricsF metrics{text.numberFont, painter->device()};
    const qreal base = y + metrics.ascent();
    painter->setFont(text.numberFont);
    painter->setPen(alarming ? toneColor(value.tone, colors) : colors.text);
    painter->drawText(QPointF{tile.left(), base},
                      metrics.elidedText(text.number, Qt::ElideRight, tile.width() - mark));
    if (!text.unit.isEmpty() && text.width <= tile.width() - mark) {
        painter->setFont(text.unitFont);
        painter->setPen(alarming ? toneColor(value.tone, colors) : colors.textMuted);
        painter->drawText(QPointF{tile.left() + text.numberWidth + spacing::xs, base}, text.unit);
    }
    if (alarming) {
        const qreal x = tile.left() + std::min(text.width + spacing::s, tile.width() - 10);
        drawTone(*painter, QRectF{x, base - metrics.capHeight() / 2 - 5, 10, 10}, value.tone,
                 colors);
    }
    y = base + metrics.descent();
    if (withChange) {
        painter->setFont(small);
        paintChange(painter, QPointF{tile.left(), y + smallMetrics.ascent()}, tile.width(), value);
        y += changeHeight;
    }
    return y;
}

/// A triangle up or down and the change in words. Not coloured: more is not worse everywhere.
void StatBody::paintChange(QPainter *painter, const QPointF &baseLine, qreal width,
                           const PanelValue &value) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFontMetricsF metrics{painter->font(), painter->device()};
    const double ratio = value.change->ratio;
    qreal x = baseLine.x();
    if (value.change->kind == Change::Kind::Relative && std::abs(ratio) >= 0.0005) {
        const qreal top = baseLine.y() - 7;
        const qreal bottom = baseLine.y();
        QPolygonF arrow;
        if (ratio > 0) {
            arrow << QPointF{x, bottom} << QPointF{x + 8, bottom} << QPointF{x + 4, top};
        } else {
            arrow << QPointF{x, top} << QPointF{x + 8, top} << QPointF{x + 4, bottom};
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.textMuted);
        painter->drawPolygon(arrow);
        painter->restore();
        x += 8 + spacing::xs;
    }
    painter->setPen(colors.textMuted);
    drawTabular(*painter, x, baseLine.y(),
                metrics.elidedText(changeText(*value.change, locale()), Qt::ElideRight,
                                   width - (x - baseLine.x())));
}

bool StatBody::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainTip(valueText()),
                           this);
        return true;
    }
    return PanelBody::event(event);
}

} // namespace spillway
