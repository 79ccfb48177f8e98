// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"

#include <QRect>

#include <vector>

namespace spillway {

/// Where the cells of a dashboard's grid are, in pixels of a canvas of a given width. Below
/// narrowWidth panels stand one under the other in reading order. Pure.
class GridGeometry
{
public:
    static constexpr int columns = 24;
    static constexpr int rowHeight = 36;
    static constexpr int gap = 8;
    static constexpr int narrowWidth = 640;

    static constexpr int smallestRow = 20; ///< of a fitted grid: below, charts are unreadable
    static constexpr int largestRow = 64;

    explicit GridGeometry(int width, int row = rowHeight)
        : m_width(width)
        , m_row(row)
    {}
    /// Rows so high that the panels just fill height, for screens that nobody scrolls; the usual
    /// rows if that would make them too low, or panels stand one under the other.
    [[nodiscard]] static GridGeometry fitted(const QSize &size, const std::vector<GridRect> &rects);

    [[nodiscard]] bool isNarrow() const { return m_width < narrowWidth; }
    /// The pixels of one place on the (wide) grid.
    [[nodiscard]] QRect pixels(const GridRect &rect) const;
    /// The pixels of each panel, in the order given; handles narrow canvases.
    [[nodiscard]] std::vector<QRect> layout(const std::vector<GridRect> &rects) const;
    /// Height that all panels need.
    [[nodiscard]] int height(const std::vector<GridRect> &rects) const;

    /// The place nearest to a rectangle that is being moved; keeps the size, stays on the grid.
    [[nodiscard]] GridRect snapMoved(const QRect &pixels, const GridRect &original) const;
    /// The size nearest to a rectangle that is being resized; keeps the place; at least 2 columns
    /// and 2 rows.
    [[nodiscard]] GridRect snapResized(const QRect &pixels, const GridRect &original) const;

private:
    [[nodiscard]] double columnWidth() const;
    [[nodiscard]] int x(int column) const;

    int m_width;
    int m_row;
};

} // namespace spillway
