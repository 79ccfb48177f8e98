// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardview/gridgeometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spillway {

GridGeometry GridGeometry::fitted(const QSize &size, const std::vector<GridRect> &rects)
{
    int rows = 1;
    for (const GridRect &rect : rects) {
        rows = std::max(rows, rect.row + rect.rows);
    }
    const int row = (size.height() - gap) / rows - gap;
    const GridGeometry usual(size.width());
    return row < smallestRow || usual.isNarrow()
               ? usual
               : GridGeometry(size.width(), std::min(row, largestRow));
}

double GridGeometry::columnWidth() const
{
    return static_cast<double>(m_width - gap) / columns;
}

int GridGeometry::x(int column) const
{
    return gap + static_cast<int>(std::lround(column * columnWidth()));
}

QRect GridGeometry::pixels(const GridRect &rect) const
{
    const int left = x(rect.column);
    const int right = x(rect.column + rect.columns) - gap;
    const int top = gap + rect.row * (m_row + gap);
    const int height = rect.rows * (m_row + gap) - gap;
    return {left, top, std::max(1, right - left), std::max(1, height)};
}

std::vector<QRect> GridGeometry::layout(const std::vector<GridRect> &rects) const
{
    std::vector<QRect> places(rects.size());
    if (!isNarrow()) {
        std::transform(rects.begin(), rects.end(), places.begin(),
                       [this](const GridRect &rect) { return pixels(rect); });
        return places;
    }
    std::vector<std::size_t> order(rects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair{rects[a].row, rects[a].column} < std::pair{rects[b].row, rects[b].column};
    });
    int top = gap;
    for (const std::size_t i : order) {
        const int height = rects[i].rows * (m_row + gap) - gap;
        places[i] = {gap, top, std::max(1, m_width - 2 * gap), height};
        top += height + gap;
    }
    return places;
}

int GridGeometry::height(const std::vector<GridRect> &rects) const
{
    int bottom = gap;
    for (const QRect &place : layout(rects)) {
        bottom = std::max(bottom, place.bottom() + 1 + gap);
    }
    return bottom;
}

GridRect GridGeometry::snapMoved(const QRect &pixels, const GridRect &original) const
{
    GridRect rect = original;
    const double column = (pixels.left() - gap) / columnWidth();
    const double row = static_cast<double>(pixels.top() - gap) / (m_row + gap);
    rect.column =
        std::clamp(static_cast<int>(std::lround(column)), 0, std::max(0, columns - rect.columns));
    rect.row = std::max(0, static_cast<int>(std::lround(row)));
    return rect;
}

GridRect GridGeometry::snapResized(const QRect &pixels, const GridRect &original) const
{
    constexpr int smallest = 2;
    GridRect rect = original;
    const double right = (pixels.right() + 1) / columnWidth();
    const double rows = static_cast<double>(pixels.height() + gap) / (m_row + gap);
    rect.columns = std::clamp(static_cast<int>(std::lround(right)) - rect.column, smallest,
                              std::max(smallest, columns - rect.column));
    rect.rows = std::max(smallest, static_cast<int>(std::lround(rows)));
    return rect;
}

} // namespace spillway
