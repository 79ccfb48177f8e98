// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/replicastrip.h"

#include "core/plainline.h"
#include "style/tabulartext.h"
#include "style/tone.h"

#include <QPainter>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int tileWidth = 176;
constexpr int tileHeight = 46;

} // namespace

ReplicaStrip::ReplicaStrip(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    setSizePolicy(policy);
}

void ReplicaStrip::setTiles(const std::vector<ReplicaTile> &tiles)
{
    if (tiles == m_tiles) {
        return;
    }
    const bool otherSize = tiles.size() != m_tiles.size();
    m_tiles = tiles;
    if (otherSize) {
        setFixedHeight(sizeHint().height());
        updateGeometry();
    }
    setAccessibleDescription(text());
    setToolTip(plainTip(text()));
    update();
}

void ReplicaStrip::setBaseline()
{
    m_baseline = m_tiles;
    update();
}

const ReplicaTile *ReplicaStrip::before(const QString &component) const
{
    const auto found =
        std::find_if(m_baseline.begin(), m_baseline.end(),
                     [&](const ReplicaTile &tile) { return tile.component == component; });
    return found == m_baseline.end() ? nullptr : &*found;
}

QString ReplicaStrip::tileText(const ReplicaTile &tile) const
{
    const QString bounds =
        tile.min && tile.max ? tr("%1 to %2").arg(*tile.min).arg(*tile.max) : tr("no bounds");
    QString text = tr("%1: %2 of %3 ready, %4")
                       .arg(tile.component)
                       .arg(tile.ready)
                       .arg(tile.desired)
                       .arg(bounds);
    if (const ReplicaTile *old = before(tile.component); old != nullptr && *old != tile) {
        text += tr(", was %1 of %2").arg(old->ready).arg(old->desired);
    }
    return text;
}

QString ReplicaStrip::text() const
{
    QStringList lines;
    for (const ReplicaTile &tile : m_tiles) {
        lines << tileText(tile);
    }
    return lines.join(u'\n');
}

int ReplicaStrip::columns(int width) const
{
    return std::max(1, width / (tileWidth + spacing::s));
}

QSize ReplicaStrip::sizeHint() const
{
    const int count = static_cast<int>(m_tiles.size());
    const int across = columns(std::max(width(), tileWidth));
    const int rows = (count + across - 1) / across;
    return {tileWidth * std::max(1, count), rows * (tileHeight + spacing::xs)};
}

QSize ReplicaStrip::minimumSizeHint() const
{
    return {tileWidth, sizeHint().height()};
}

void ReplicaStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (sizeHint().height() != height()) {
        setFixedHeight(sizeHint().height());
    }
}

void ReplicaStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const QFont small = themeFont(FontRole::Small, font());
    const QFont title = themeFont(FontRole::Title, font());
    const QFontMetricsF metrics{small};
    const QFontMetricsF bold{title};
    const int across = columns(width());
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const ReplicaTile &tile = m_tiles[i];
        const auto place = static_cast<int>(i);
        const QRectF box(place % across * (tileWidth + spacing::s),
                         place / across * (tileHeight + spacing::xs), tileWidth, tileHeight);
        const ReplicaTile *old = before(tile.component);
        const bool changed = old != nullptr && *old != tile;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(changed ? colors.accent : colors.hairline);
        painter.setBrush(colors.surface);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), spacing::radiusSmall,
                                spacing::radiusSmall);
        const QRectF inner = box.adjusted(spacing::s, spacing::xs, -spacing::s, -spacing::xs);
        painter.setFont(small);
        painter.setPen(colors.textMuted);
        painter.drawText(QPointF{inner.left(), inner.top() + metrics.ascent()},
                         metrics.elidedText(tile.component, Qt::ElideMiddle, inner.width()));
        const qreal line = inner.bottom() - bold.descent();
        const Tone tone = tile.ready >= tile.desired ? Tone::Ok
                          : tile.ready == 0          ? Tone::Critical
                                                     : Tone::Info;
        drawTone(painter, QRectF{inner.left(), line - 9, 9, 9}, tone, colors);
        painter.setFont(title);
        painter.setPen(colors.text);
        const QString count = u"%1 / %2"_s.arg(tile.ready).arg(tile.desired);
        drawTabular(painter, inner.left() + 9 + spacing::xs, line, count);
        const QString bounds =
            tile.min && tile.max ? u"%1–%2"_s.arg(*tile.min).arg(*tile.max) : u"–"_s;
        painter.setFont(small);
        const bool otherBounds = changed && (old->min != tile.min || old->max != tile.max);
        painter.setPen(otherBounds ? colors.accent : colors.textMuted);
        drawTabular(painter, inner.right() - tabularWidth(metrics, bounds), line, bounds);
    }
}

} // namespace spillway
