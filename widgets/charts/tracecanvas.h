// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/chartpalette.h"

#include <QImage>
#include <QPoint>
#include <QPointF>

#include <cstdint>
#include <vector>

namespace spillway {

/// Anti-aliased rasteriser for the traces of a chart. Traces are made of vertical spans, so pixels
/// are held column by column (a span is contiguous memory) and turned only once, when composed onto
/// an image. Coordinates are device pixels, pixel centres at .5; everything is clipped.
class TraceCanvas
{
public:
    /// Makes it transparent.
    void reset(int width, int height);
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }

    /// Column x covered from top to bottom, fractional ends blended.
    void span(int x, float top, float bottom, QRgb premultiplied);
    /// The same, but replaces what is there (stacked areas are painted top down).
    void replaceSpan(int x, float top, float bottom, QRgb premultiplied);
    /// A line that crosses column x from height left to height right, thick pixels wide.
    void slopedSpan(int x, float left, float right, float thick, QRgb premultiplied);

    /// Adds a line with round ends to the mask; overlapping pieces do not darken each other.
    void strokeSegment(QPointF from, QPointF to, float thick);
    /// Adds a filled shape to the mask.
    void marker(MarkerShape shape, QPointF centre, float radius);
    /// Paints what the mask covers and clears it.
    void paintMask(QRgb premultiplied);

    /// Blends everything over target, the top left pixel at position. ARGB32 premultiplied or
    /// RGB32.
    void composeOnto(QImage &target, const QPoint &position) const;

    /// Premultiplied; columns from left, rows from top. For tests.
    [[nodiscard]] QRgb pixel(int x, int y) const;

private:
    struct MaskRows
    {
        int top = 0;
        int bottom = 0; ///< exclusive; top == bottom: nothing
    };

    void blend(int x, int y, QRgb colour, unsigned coverage);
    void fill(int x, int top, int bottom, QRgb colour);
    template<typename Distance>
    void cover(int x, int top, int bottom, Distance distance);

    int m_width = 0;
    int m_height = 0;
    std::vector<QRgb> m_pixels;
    std::vector<std::uint8_t> m_mask;
    std::vector<MaskRows> m_maskRows;
};

} // namespace spillway
