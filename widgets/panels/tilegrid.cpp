// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/tilegrid.h"

#include "style/theme.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

std::vector<QRectF> tileGrid(const QSizeF &area, std::size_t count, const QSizeF &minimum,
                             double aspect)
{
    constexpr qreal gap = spacing::s;
    const auto fit = [](qreal room, qreal side) {
        return std::max<std::size_t>(1, static_cast<std::size_t>((room + gap) / (side + gap)));
    };
    const std::size_t mostColumns = fit(area.width(), minimum.width());
    const std::size_t mostRows = fit(area.height(), minimum.height());
    const std::size_t shown = std::max<std::size_t>(1, std::min(count, mostColumns * mostRows));
    std::size_t best = 1;
    double bestScore = std::numeric_limits<double>::infinity();
    for (std::size_t columns = 1; columns <= std::min(mostColumns, shown); ++columns) {
        const std::size_t rows = (shown + columns - 1) / columns;
        if (rows > mostRows) {
            continue;
        }
        const double ratio = (area.width() / static_cast<double>(columns)) /
                             std::max(1.0, area.height() / static_cast<double>(rows));
        // An empty last place is worse than tiles of an odd shape.
        const double holes = static_cast<double>(rows * columns - shown);
        const double score = std::abs(std::log(std::max(1e-6, ratio / aspect))) + 0.5 * holes;
        if (score < bestScore) {
            bestScore = score;
            best = columns;
        }
    }
    const std::size_t rows = (shown + best - 1) / best;
    const qreal width =
        (area.width() - gap * static_cast<qreal>(best - 1)) / static_cast<qreal>(best);
    const qreal height =
        (area.height() - gap * static_cast<qreal>(rows - 1)) / static_cast<qreal>(rows);
    std::vector<QRectF> tiles;
    for (std::size_t i = 0; i < shown; ++i) {
        tiles.emplace_back(static_cast<qreal>(i % best) * (width + gap),
                           static_cast<qreal>(i / best) * (height + gap), width, height);
    }
    return tiles;
}

} // namespace spillway
