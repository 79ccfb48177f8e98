// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/optimiser.h"

#include <cstdint>
#include <random>
#include <vector>

namespace spillway {

/// A candidate as positions on the axes.
using GridPoint = std::vector<int>;

/// The candidates of a problem, and the moves between them. Deterministic by seed, on every
/// platform.
class OptimiserGrid
{
public:
    OptimiserGrid(const OptimiserProblem &problem, std::uint64_t seed);

    [[nodiscard]] OptimiserProblem::Values valuesOf(const GridPoint &point) const;
    /// The nearest point.
    [[nodiscard]] GridPoint pointOf(const OptimiserProblem::Values &values) const;
    [[nodiscard]] bool isAllowed(const GridPoint &point) const;

    /// All allowed points in order, or none if there are more than `most` of them or too many
    /// points to look through.
    [[nodiscard]] std::vector<GridPoint> all(std::size_t most) const;
    /// Allowed points, spread so that each axis is covered evenly, the two corners first.
    [[nodiscard]] std::vector<GridPoint> spread(int count);
    /// One axis moved by 1, 2, 4, .. positions in both directions.
    [[nodiscard]] std::vector<GridPoint> alongAxes(const GridPoint &point, int longest) const;
    /// Two axes moved by one position each.
    [[nodiscard]] std::vector<GridPoint> diagonals(const GridPoint &point) const;
    /// A mixture of two points, shaken a little.
    [[nodiscard]] GridPoint mixed(const GridPoint &one, const GridPoint &other);

private:
    [[nodiscard]] int sizeOf(std::size_t axis) const;
    [[nodiscard]] int below(int bound);
    void addMoved(std::vector<GridPoint> &points, GridPoint point) const;

    const OptimiserProblem &m_problem;
    std::mt19937_64 m_random;
};

} // namespace spillway
