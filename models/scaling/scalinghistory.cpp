// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/scalinghistory.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

namespace {

constexpr double smoothSeconds = 300;

/// Means over `width` steps around each, of what is known there.
GridColumn smoothed(const GridColumn &column, std::size_t width)
{
    GridColumn mean(column.size(), std::numeric_limits<double>::quiet_NaN());
    double sum = 0;
    std::size_t known = 0;
    const auto move = [&](std::size_t index, bool in) {
        if (index < column.size() && std::isfinite(column[index])) {
            sum += in ? column[index] : -column[index];
            known += in ? 1 : -1;
        }
    };
    const std::size_t half = width / 2;
    for (std::size_t i = 0; i < half; ++i) {
        move(i, true);
    }
    for (std::size_t i = 0; i < column.size(); ++i) {
        move(i + half, true);
        if (i > half) {
            move(i - half - 1, false);
        }
        // A value that is not known stays so.
        if (known > 0 && std::isfinite(column[i])) {
            mean[i] = sum / static_cast<double>(known);
        }
    }
    return mean;
}

} // namespace

GridColumn ComponentHistory::arrivals(const TimeGrid &grid) const
{
    if (backlog.empty() || answered.empty()) {
        return service.requests;
    }
    GridColumn growth(grid.count, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i + 1 < std::min(grid.count, backlog.size()); ++i) {
        growth[i] = (backlog[i + 1] - backlog[i]) / grid.seconds();
    }
    const auto width = static_cast<std::size_t>(std::max(1.0, smoothSeconds / grid.seconds()));
    growth = smoothed(growth, width);
    GridColumn arriving(grid.count, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < std::min(grid.count, answered.size()); ++i) {
        // Without a number of the queue what was answered is the best that is known.
        const double more = std::isfinite(growth[i]) ? growth[i] : 0;
        arriving[i] = std::isfinite(answered[i]) ? std::max(0.0, answered[i] + more) : answered[i];
    }
    return smoothed(arriving, width);
}

const ComponentHistory *ScalingHistory::find(const QString &name) const
{
    const auto found =
        std::find_if(components.begin(), components.end(),
                     [&name](const ComponentHistory &one) { return one.name == name; });
    return found == components.end() ? nullptr : &*found;
}

ComponentHistory *ScalingHistory::find(const QString &name)
{
    const auto found =
        std::find_if(components.begin(), components.end(),
                     [&name](const ComponentHistory &one) { return one.name == name; });
    return found == components.end() ? nullptr : &*found;
}

} // namespace spillway
