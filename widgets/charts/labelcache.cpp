// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/labelcache.h"

#include <QFontMetrics>
#include <QPainter>

#include <cmath>

namespace spillway {

namespace {

constexpr qsizetype mostLabels = 512; // beyond that, the labels of long gone ranges are dropped

} // namespace

void LabelCache::setFont(const QFont &font, qreal pixelRatio)
{
    if (m_height > 0 && font == m_font && qFuzzyCompare(pixelRatio, m_pixelRatio)) {
        return;
    }
    m_font = font;
    m_pixelRatio = pixelRatio;
    const QFontMetrics metrics{font};
    m_height = metrics.height();
    m_ascent = metrics.ascent();
    m_widths.clear();
    m_images.clear();
}

int LabelCache::width(const QString &text)
{
    const auto found = m_widths.constFind(text);
    if (found != m_widths.cend()) {
        return *found;
    }
    if (m_widths.size() > mostLabels) {
        m_widths.clear();
    }
    const int width = QFontMetrics{m_font}.horizontalAdvance(text);
    m_widths.insert(text, width);
    return width;
}

const QImage &LabelCache::image(const QString &text, const QColor &colour)
{
    const std::pair<QRgb, QString> key{colour.rgba(), text};
    const auto found = m_images.constFind(key);
    if (found != m_images.cend()) {
        return *found;
    }
    if (m_images.size() > mostLabels) {
        m_images.clear();
    }
    const QSizeF size = QSizeF(width(text) + 2, m_height) * m_pixelRatio;
    QImage label{QSize(static_cast<int>(std::ceil(size.width())),
                       static_cast<int>(std::ceil(size.height()))),
                 QImage::Format_ARGB32_Premultiplied};
    label.setDevicePixelRatio(m_pixelRatio);
    label.fill(Qt::transparent);
    QPainter painter{&label};
    painter.setFont(m_font);
    painter.setPen(colour);
    painter.drawText(QPointF(1, m_ascent), text);
    painter.end();
    return *m_images.insert(key, label);
}

void LabelCache::draw(QPainter *painter, int x, int y, const QString &text, const QColor &colour)
{
    if (m_backend == Backend::Vector) {
        painter->setFont(m_font);
        painter->setPen(colour);
        painter->drawText(QPointF(x, y + m_ascent), text);
        return;
    }
    painter->drawImage(QPointF(x - 1, y), image(text, colour));
}

} // namespace spillway
