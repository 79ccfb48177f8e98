// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/reduction.h"

#include <cmath>
#include <limits>

namespace spillway {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Takes one number that is not NaN into the value so far.
void take(Reduced *reduced, Reduction how, double value, EpochMs time, bool first)
{
    const bool better = how == Reduction::Max ? value > reduced->value : value < reduced->value;
    switch (how) {
    case Reduction::Last:
        break;
    case Reduction::Mean:
    case Reduction::Sum:
        reduced->value = first ? value : reduced->value + value;
        break;
    case Reduction::Max:
    case Reduction::Min:
        if (first || better) {
            reduced->value = value;
            reduced->time = time;
        }
        break;
    }
}

} // namespace

std::optional<Reduced> reduce(const Series &series, Reduction how)
{
    if (series.times.empty()) {
        return std::nullopt;
    }
    Reduced result{nan, series.times.back(), series.size(), 0};
    if (how == Reduction::Last) {
        result.value = series.values.back();
        return result;
    }
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (std::isnan(series.values[i])) {
            ++result.notNumbers;
            continue;
        }
        take(&result, how, series.values[i], series.times[i], numbers == 0);
        ++numbers;
    }
    if (how == Reduction::Mean && numbers > 0) {
        result.value /= static_cast<double>(numbers);
    }
    return result;
}

Change changeOf(double now, double past)
{
    if (!std::isfinite(now) || !std::isfinite(past)) {
        return {Change::Kind::NotNumbers, nan};
    }
    if (past == 0) {
        return now == 0 ? Change{Change::Kind::BothZero, 0} : Change{Change::Kind::FromZero, nan};
    }
    return {Change::Kind::Relative, (now - past) / std::abs(past)};
}

} // namespace spillway
