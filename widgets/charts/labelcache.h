// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QImage>
#include <QString>

class QPainter;

namespace spillway {

/// Axis labels drawn once and kept as small images: laying text out takes far longer than copying
/// it, and labels repeat on every refresh.
class LabelCache
{
public:
    /// Forgets everything drawn with another font or pixel ratio.
    void setFont(const QFont &font, qreal pixelRatio);
    [[nodiscard]] int width(const QString &text);
    [[nodiscard]] int height() const { return m_height; }

    enum class Backend { Raster, Vector };
    /// Vector: as text, so that an SVG stays searchable and sharp.
    void setBackend(Backend backend) { m_backend = backend; }
    /// Top left corner at (x, y).
    void draw(QPainter *painter, int x, int y, const QString &text, const QColor &colour);

private:
    [[nodiscard]] const QImage &image(const QString &text, const QColor &colour);

    QFont m_font;
    qreal m_pixelRatio = 0;
    int m_height = 0;
    int m_ascent = 0;
    Backend m_backend = Backend::Raster;
    QHash<QString, int> m_widths;
    QHash<std::pair<QRgb, QString>, QImage> m_images;
};

} // namespace spillway
