// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/gridlayout.h"

#include <algorithm>
#include <numeric>

namespace spillway {

bool overlaps(const GridRect &a, const GridRect &b)
{
    return a.column < b.column + b.columns && b.column < a.column + a.columns &&
           a.row < b.row + b.rows && b.row < a.row + a.rows;
}

GridRect fitted(GridRect rect)
{
    rect.columns = std::clamp(rect.columns, 2, gridColumns);
    rect.rows = std::clamp(rect.rows, 2, gridMaxRows);
    rect.column = std::clamp(rect.column, 0, gridColumns - rect.columns);
    rect.row = std::clamp(rect.row, 0, gridMaxRow);
    return rect;
}

void resolveOverlaps(std::vector<Panel> &panels, int fixed)
{
    std::vector<std::size_t> order(panels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto isFixed = [fixed](std::size_t i) { return static_cast<int>(i) == fixed; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (isFixed(a) != isFixed(b)) {
            return isFixed(a);
        }
        return panels[a].rect.row < panels[b].rect.row;
    });
    std::vector<GridRect> placed;
    placed.reserve(panels.size());
    for (const std::size_t index : order) {
        GridRect &rect = panels[index].rect;
        for (bool moved = true; moved;) {
            moved = false;
            for (const GridRect &other : placed) {
                if (overlaps(rect, other)) {
                    rect.row = other.row + other.rows;
                    moved = true;
                }
            }
        }
        placed.push_back(rect);
    }
}

GridRect freePlace(const std::vector<Panel> &panels, int columns, int rows)
{
    GridRect rect = fitted({0, 0, columns, rows});
    for (; rect.row < gridMaxRow; ++rect.row) {
        for (rect.column = 0; rect.column + rect.columns <= gridColumns; ++rect.column) {
            const bool taken =
                std::any_of(panels.begin(), panels.end(),
                            [&rect](const Panel &panel) { return overlaps(rect, panel.rect); });
            if (!taken) {
                return rect;
            }
        }
    }
    rect.column = 0;
    return rect;
}

} // namespace spillway
