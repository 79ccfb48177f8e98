// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"

#include <vector>

namespace spillway {

inline constexpr int gridColumns = 24;
inline constexpr int gridMaxRows = 60;  ///< height of one panel
inline constexpr int gridMaxRow = 2000; ///< first row of a panel

[[nodiscard]] bool overlaps(const GridRect &a, const GridRect &b);
/// Inside the grid, at least 2 columns by 2 rows.
[[nodiscard]] GridRect fitted(GridRect rect);
/// Pushes down whatever overlaps until nothing does; the panel `fixed` (an index; -1 = none) stays
/// where it is. Panels keep their order; no panel moves up or sideways, so that a drag away and
/// back gives the old picture (drags start from the layout before the drag).
void resolveOverlaps(std::vector<Panel> &panels, int fixed = -1);
/// The first free place of this size, row by row.
[[nodiscard]] GridRect freePlace(const std::vector<Panel> &panels, int columns, int rows);

} // namespace spillway
