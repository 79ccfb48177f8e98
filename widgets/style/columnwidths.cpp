// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/columnwidths.h"

#include <algorithm>
#include <numeric>

namespace spillway {

namespace {

/// No wider than `level`, unless its least is.
int cutTo(int level, const ColumnWish &wish)
{
    return std::min(wish.natural, std::max(level, wish.least));
}

int sumCutTo(int level, const std::vector<ColumnWish> &wishes)
{
    return std::accumulate(
        wishes.begin(), wishes.end(), 0,
        [level](int sum, const ColumnWish &wish) { return sum + cutTo(level, wish); });
}

std::vector<int> cut(const std::vector<ColumnWish> &wishes, int room)
{
    int low = 0; // the highest level that fits is found by halving
    int high = std::max(0, room);
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (sumCutTo(middle, wishes) <= room) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    std::vector<int> widths;
    widths.reserve(wishes.size());
    for (const ColumnWish &wish : wishes) {
        widths.push_back(cutTo(low, wish));
    }
    int left = room - sumCutTo(low, wishes);
    for (std::size_t i = 0; i < wishes.size() && left > 0; ++i) {
        if (widths[i] < wishes[i].natural && widths[i] >= low) {
            ++widths[i];
            --left;
        }
    }
    return widths;
}

std::vector<int> stretch(const std::vector<ColumnWish> &wishes, int spare)
{
    const auto share = [](const ColumnWish &wish) {
        return static_cast<long long>(wish.weight) * wish.natural;
    };
    long long shares = 0;
    for (const ColumnWish &wish : wishes) {
        shares += share(wish);
    }
    std::vector<int> widths;
    widths.reserve(wishes.size());
    long long before = 0;
    for (const ColumnWish &wish : wishes) {
        const long long after = before + share(wish);
        // Differences of rounded sums: nothing is lost to rounding.
        const long long extra = shares == 0 ? 0 : spare * after / shares - spare * before / shares;
        widths.push_back(wish.natural + static_cast<int>(extra));
        before = after;
    }
    return widths;
}

} // namespace

std::vector<int> columnWidths(const std::vector<ColumnWish> &wishes, int room)
{
    const int natural =
        std::accumulate(wishes.begin(), wishes.end(), 0,
                        [](int sum, const ColumnWish &wish) { return sum + wish.natural; });
    return natural > room ? cut(wishes, room) : stretch(wishes, room - natural);
}

} // namespace spillway
