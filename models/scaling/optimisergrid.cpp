// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/optimisergrid.h"

#include <algorithm>
#include <cmath>

namespace spillway {

namespace {

/// Grids up to this size are looked through to count what is allowed.
constexpr double mostToLookThrough = 200'000;
/// How often a sample that is not allowed is drawn anew.
constexpr int drawings = 20;

} // namespace

OptimiserGrid::OptimiserGrid(const OptimiserProblem &problem, std::uint64_t seed)
    : m_problem(problem)
    , m_random(seed)
{}

int OptimiserGrid::sizeOf(std::size_t axis) const
{
    return static_cast<int>(m_problem.axes[axis].values.size());
}

/// std::uniform_int_distribution differs between standard libraries.
int OptimiserGrid::below(int bound)
{
    return static_cast<int>(m_random() % static_cast<std::uint64_t>(std::max(bound, 1)));
}

OptimiserProblem::Values OptimiserGrid::valuesOf(const GridPoint &point) const
{
    OptimiserProblem::Values values(point.size());
    for (std::size_t axis = 0; axis < point.size(); ++axis) {
        values[axis] = m_problem.axes[axis].values[static_cast<std::size_t>(point[axis])];
    }
    return values;
}

GridPoint OptimiserGrid::pointOf(const OptimiserProblem::Values &values) const
{
    GridPoint point(values.size());
    for (std::size_t axis = 0; axis < values.size(); ++axis) {
        const std::vector<double> &grid = m_problem.axes[axis].values;
        const auto nearest = std::min_element(grid.begin(), grid.end(), [&](double a, double b) {
            return std::abs(a - values[axis]) < std::abs(b - values[axis]);
        });
        point[axis] = static_cast<int>(nearest - grid.begin());
    }
    return point;
}

bool OptimiserGrid::isAllowed(const GridPoint &point) const
{
    return !m_problem.allowed || m_problem.allowed(valuesOf(point));
}

std::vector<GridPoint> OptimiserGrid::all(std::size_t most) const
{
    double size = 1;
    for (const OptimiserAxis &axis : m_problem.axes) {
        size *= static_cast<double>(axis.values.size());
    }
    if (size > mostToLookThrough) {
        return {};
    }
    std::vector<GridPoint> points;
    GridPoint point(m_problem.axes.size(), 0);
    for (;;) {
        if (isAllowed(point)) {
            if (points.size() == most) {
                return {};
            }
            points.push_back(point);
        }
        std::size_t axis = point.size();
        while (axis > 0 && ++point[axis - 1] == sizeOf(axis - 1)) {
            point[--axis] = 0;
        }
        if (axis == 0) {
            return points;
        }
    }
}

std::vector<GridPoint> OptimiserGrid::spread(int count)
{
    std::vector<GridPoint> points;
    GridPoint last(m_problem.axes.size());
    for (std::size_t axis = 0; axis < last.size(); ++axis) {
        last[axis] = sizeOf(axis) - 1;
    }
    addMoved(points, GridPoint(last.size(), 0));
    addMoved(points, last);
    // A Latin hypercube: on each axis every stratum is used once, in a shuffled order.
    std::vector<std::vector<int>> strata(last.size());
    for (std::vector<int> &order : strata) {
        for (int i = 0; i < count; ++i) {
            order.push_back(i);
            std::swap(order.back(), order[static_cast<std::size_t>(below(i + 1))]);
        }
    }
    for (int i = 0; i < count; ++i) {
        GridPoint point(last.size());
        for (std::size_t axis = 0; axis < point.size(); ++axis) {
            const int stratum = strata[axis][static_cast<std::size_t>(i)];
            point[axis] = static_cast<int>((stratum + 0.5) * sizeOf(axis) / count);
        }
        for (int n = 0; n < drawings && !isAllowed(point); ++n) {
            const auto axis = static_cast<std::size_t>(below(static_cast<int>(point.size())));
            point[axis] = below(sizeOf(axis));
        }
        addMoved(points, std::move(point));
    }
    return points;
}

void OptimiserGrid::addMoved(std::vector<GridPoint> &points, GridPoint point) const
{
    for (std::size_t axis = 0; axis < point.size(); ++axis) {
        if (point[axis] < 0 || point[axis] >= sizeOf(axis)) {
            return;
        }
    }
    if (isAllowed(point)) {
        points.push_back(std::move(point));
    }
}

std::vector<GridPoint> OptimiserGrid::alongAxes(const GridPoint &point, int longest) const
{
    std::vector<GridPoint> points;
    for (int step = 1; step <= longest; step *= 2) {
        for (std::size_t axis = 0; axis < point.size(); ++axis) {
            for (const int by : {-step, step}) {
                GridPoint moved = point;
                moved[axis] += by;
                addMoved(points, std::move(moved));
            }
        }
    }
    return points;
}

std::vector<GridPoint> OptimiserGrid::diagonals(const GridPoint &point) const
{
    std::vector<GridPoint> points;
    for (std::size_t one = 0; one < point.size(); ++one) {
        for (std::size_t other = one + 1; other < point.size(); ++other) {
            for (const auto &[a, b] : {std::pair{-1, 1}, {1, -1}, {-1, -1}, {1, 1}}) {
                GridPoint moved = point;
                moved[one] += a;
                moved[other] += b;
                addMoved(points, std::move(moved));
            }
        }
    }
    return points;
}

GridPoint OptimiserGrid::mixed(const GridPoint &one, const GridPoint &other)
{
    GridPoint point = one;
    for (std::size_t axis = 0; axis < point.size(); ++axis) {
        if (below(2) == 1) {
            point[axis] = other[axis];
        }
        if (below(3) == 0) {
            point[axis] = std::clamp(point[axis] + below(5) - 2, 0, sizeOf(axis) - 1);
        }
    }
    return point;
}

} // namespace spillway
