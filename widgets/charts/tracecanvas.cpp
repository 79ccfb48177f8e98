// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/tracecanvas.h"

#include <algorithm>
#include <cmath>

namespace spillway {

namespace {

/// All four channels of a premultiplied pixel times coverage / 255, two channels a multiplication.
inline QRgb scaled(QRgb colour, unsigned coverage)
{
    QRgb redBlue = (colour & 0xff00ffU) * coverage;
    redBlue = (redBlue + ((redBlue >> 8U) & 0xff00ffU) + 0x800080U) >> 8U;
    QRgb alphaGreen = ((colour >> 8U) & 0xff00ffU) * coverage;
    alphaGreen = alphaGreen + ((alphaGreen >> 8U) & 0xff00ffU) + 0x800080U;
    return (redBlue & 0xff00ffU) | (alphaGreen & 0xff00ff00U);
}

inline QRgb over(QRgb top, QRgb bottom)
{
    return top + scaled(bottom, 255U - (top >> 24U));
}

inline unsigned toCoverage(float share)
{
    return static_cast<unsigned>(std::clamp(share, 0.0F, 1.0F) * 255.0F + 0.5F);
}

/// Distance from a point to the outline of a shape about the origin, negative inside.
float shapeDistance(MarkerShape shape, float x, float y, float radius)
{
    const float ax = std::abs(x);
    const float ay = std::abs(y);
    switch (shape) {
    case MarkerShape::Circle:
        return std::sqrt(x * x + y * y) - radius;
    case MarkerShape::Square:
        return std::max(ax, ay) - radius * 0.86F;
    case MarkerShape::Diamond:
        return (ax + ay - radius * 1.2F) * 0.7071F;
    case MarkerShape::Triangle:
        return std::max(ax * 0.866F - y * 0.5F, y) - radius * 0.6F;
    case MarkerShape::TriangleDown:
        return std::max(ax * 0.866F + y * 0.5F, -y) - radius * 0.6F; // base at the top
    case MarkerShape::Cross:
        return std::max(std::abs(ax - ay) * 0.7071F - radius * 0.3F, std::max(ax, ay) - radius);
    }
    return 0;
}

} // namespace

void TraceCanvas::reset(int width, int height)
{
    const auto count = static_cast<std::size_t>(std::max(0, width)) *
                       static_cast<std::size_t>(std::max(0, height));
    m_width = std::max(0, width);
    m_height = std::max(0, height);
    m_pixels.assign(count, 0);
    if (m_mask.size() != count) {
        m_mask.assign(count, 0);
    }
    m_maskRows.assign(static_cast<std::size_t>(m_width), MaskRows{});
}

void TraceCanvas::blend(int x, int y, QRgb colour, unsigned coverage)
{
    if (coverage == 0 || y < 0 || y >= m_height) {
        return;
    }
    QRgb &pixel = m_pixels[static_cast<std::size_t>(x) * static_cast<std::size_t>(m_height) +
                           static_cast<std::size_t>(y)];
    pixel = over(coverage == 255 ? colour : scaled(colour, coverage), pixel);
}

void TraceCanvas::fill(int x, int top, int bottom, QRgb colour)
{
    top = std::max(top, 0);
    bottom = std::min(bottom, m_height);
    if (top >= bottom) {
        return;
    }
    QRgb *column =
        m_pixels.data() + static_cast<std::size_t>(x) * static_cast<std::size_t>(m_height);
    if (colour >> 24U == 255) {
        std::fill(column + top, column + bottom, colour);
        return;
    }
    for (QRgb *pixel = column + top; pixel != column + bottom; ++pixel) {
        *pixel = over(colour, *pixel);
    }
}

void TraceCanvas::span(int x, float top, float bottom, QRgb premultiplied)
{
    top = std::max(top, 0.0F);
    bottom = std::min(bottom, static_cast<float>(m_height));
    if (x < 0 || x >= m_width || !(top < bottom)) {
        return;
    }
    const int firstFull = static_cast<int>(std::ceil(top));
    const int endFull = static_cast<int>(bottom);
    if (firstFull > endFull) { // inside one pixel
        blend(x, endFull, premultiplied, toCoverage(bottom - top));
        return;
    }
    blend(x, firstFull - 1, premultiplied, toCoverage(static_cast<float>(firstFull) - top));
    fill(x, firstFull, endFull, premultiplied);
    blend(x, endFull, premultiplied, toCoverage(bottom - static_cast<float>(endFull)));
}

void TraceCanvas::replaceSpan(int x, float top, float bottom, QRgb premultiplied)
{
    top = std::max(top, 0.0F);
    bottom = std::min(bottom, static_cast<float>(m_height));
    if (x < 0 || x >= m_width || !(top < bottom)) {
        return;
    }
    const auto first = static_cast<int>(top);
    const int end = static_cast<int>(std::ceil(bottom));
    QRgb *column =
        m_pixels.data() + static_cast<std::size_t>(x) * static_cast<std::size_t>(m_height);
    // The first pixel is shared with the area above: mix, so that the edge stays smooth.
    const unsigned share = toCoverage(static_cast<float>(first + 1) - top);
    column[first] = scaled(premultiplied, share) + scaled(column[first], 255U - share);
    std::fill(column + first + 1, column + std::max(first + 1, end), premultiplied);
}

void TraceCanvas::slopedSpan(int x, float left, float right, float thick, QRgb premultiplied)
{
    if (x < 0 || x >= m_width) {
        return;
    }
    const float rise = std::abs(right - left);
    const float half = thick / 2 * std::sqrt(1 + rise * rise);
    const float ramp = std::max(1.0F, rise);
    const float middle = (left + right) / 2;
    const float reach = half + ramp / 2;
    if (!(middle + reach > 0) || !(middle - reach < static_cast<float>(m_height))) {
        return;
    }
    const int first = std::max(0, static_cast<int>(std::floor(middle - reach)));
    const int end = std::min(m_height, static_cast<int>(std::ceil(middle + reach)));
    const float perRamp = 1 / ramp;
    for (int y = first; y < end; ++y) {
        const float distance = std::abs(static_cast<float>(y) + 0.5F - middle);
        blend(x, y, premultiplied, toCoverage((half - distance) * perRamp + 0.5F));
    }
}

/// Raises the mask of a column to the coverage that a signed distance (negative inside) means.
template<typename Distance>
void TraceCanvas::cover(int x, int top, int bottom, Distance distance)
{
    top = std::max(top, 0);
    bottom = std::min(bottom, m_height);
    if (x < 0 || x >= m_width || top >= bottom) {
        return;
    }
    std::uint8_t *column =
        m_mask.data() + static_cast<std::size_t>(x) * static_cast<std::size_t>(m_height);
    for (int y = top; y < bottom; ++y) {
        const unsigned coverage = toCoverage(0.5F - distance(static_cast<float>(y) + 0.5F));
        column[y] = std::max(column[y], static_cast<std::uint8_t>(coverage));
    }
    MaskRows &rows = m_maskRows[static_cast<std::size_t>(x)];
    const bool empty = rows.top == rows.bottom;
    rows.top = empty ? top : std::min(rows.top, top);
    rows.bottom = empty ? bottom : std::max(rows.bottom, bottom);
}

void TraceCanvas::strokeSegment(QPointF from, QPointF to, float thick)
{
    if (to.x() < from.x()) {
        std::swap(from, to);
    }
    // Far ends (a neighbour outside of a zoomed plot) would cost precision, not pixels: both ends
    // are clamped well outside of the canvas.
    const auto limit = [](double value) {
        return static_cast<float>(std::clamp(value, -1e5, 1e5));
    };
    const float x0 = limit(from.x());
    const float y0 = limit(from.y());
    const float dx = limit(to.x()) - x0;
    const float dy = limit(to.y()) - y0;
    const float length2 = dx * dx + dy * dy;
    const float perLength2 = length2 > 0 ? 1 / length2 : 0;
    const float half = thick / 2;
    const float reach = half + 0.5F;
    const int first = std::max(0, static_cast<int>(std::floor(x0 - reach)));
    const int end = std::min(m_width, static_cast<int>(std::ceil(x0 + dx + reach)));
    for (int x = first; x < end; ++x) {
        const float px = static_cast<float>(x) + 0.5F - x0;
        // Heights of the part of the line that is near enough to this column to touch it.
        const float slope = dx > 1e-3F ? dy / dx : 0;
        const bool upright = dx <= 1e-3F;
        const float near = upright ? 0 : slope * std::clamp(px - reach, 0.0F, dx);
        const float far = upright ? dy : slope * std::clamp(px + reach, 0.0F, dx);
        const int top = static_cast<int>(std::floor(
            std::clamp(y0 + std::min(near, far) - reach, -1.0F, static_cast<float>(m_height))));
        const int bottom = static_cast<int>(std::ceil(
            std::clamp(y0 + std::max(near, far) + reach, -1.0F, static_cast<float>(m_height) + 1)));
        cover(x, top, bottom, [=](float y) {
            const float py = y - y0;
            const float along = std::clamp((px * dx + py * dy) * perLength2, 0.0F, 1.0F);
            const float ex = px - along * dx;
            const float ey = py - along * dy;
            return std::sqrt(ex * ex + ey * ey) - half;
        });
    }
}

void TraceCanvas::marker(MarkerShape shape, QPointF centre, float radius)
{
    const auto cx = static_cast<float>(centre.x());
    const auto cy = static_cast<float>(centre.y());
    const float reach = radius * 1.3F + 1;
    if (!(cx > -reach) || !(cx < static_cast<float>(m_width) + reach) || !(cy > -reach) ||
        !(cy < static_cast<float>(m_height) + reach)) {
        return;
    }
    const int top = static_cast<int>(std::floor(cy - reach));
    const int bottom = static_cast<int>(std::ceil(cy + reach));
    for (int x = static_cast<int>(std::floor(cx - reach)); static_cast<float>(x) < cx + reach;
         ++x) {
        const float dx = static_cast<float>(x) + 0.5F - cx;
        cover(x, top, bottom, [=](float y) { return shapeDistance(shape, dx, y - cy, radius); });
    }
}

void TraceCanvas::paintMask(QRgb premultiplied)
{
    for (int x = 0; x < m_width; ++x) {
        MaskRows &rows = m_maskRows[static_cast<std::size_t>(x)];
        const std::size_t column = static_cast<std::size_t>(x) * static_cast<std::size_t>(m_height);
        for (int y = rows.top; y < rows.bottom; ++y) {
            const std::size_t at = column + static_cast<std::size_t>(y);
            if (const unsigned coverage = m_mask[at]) {
                m_pixels[at] = over(scaled(premultiplied, coverage), m_pixels[at]);
                m_mask[at] = 0;
            }
        }
        rows = {};
    }
}

void TraceCanvas::composeOnto(QImage &target, const QPoint &position) const
{
    constexpr int block = 16; // columns a pass: their cache lines are used up before they are lost
    const int left = std::max(0, -position.x());
    const int right = std::min(m_width, target.width() - position.x());
    const int top = std::max(0, -position.y());
    const int bottom = std::min(m_height, target.height() - position.y());
    const qsizetype stride = target.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    QRgb *const bits = reinterpret_cast<QRgb *>(target.bits());
    const auto height = static_cast<std::size_t>(m_height);
    for (int from = left; from < right; from += block) {
        const int to = std::min(right, from + block);
        for (int y = top; y < bottom; ++y) {
            QRgb *line = bits + stride * (y + position.y()) + position.x();
            const QRgb *source = m_pixels.data() + static_cast<std::size_t>(y);
            for (int x = from; x < to; ++x) {
                const QRgb colour = source[static_cast<std::size_t>(x) * height];
                if (colour >> 24U == 255) {
                    line[x] = colour;
                } else if (colour != 0) {
                    line[x] = over(colour, line[x]);
                }
            }
        }
    }
}

QRgb TraceCanvas::pixel(int x, int y) const
{
    return m_pixels[static_cast<std::size_t>(x) * static_cast<std::size_t>(m_height) +
                    static_cast<std::size_t>(y)];
}

} // namespace spillway
