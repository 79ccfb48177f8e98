// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"

#include <optional>

namespace spillway {

enum class Reduction { Last, Mean, Max, Min, Sum };

/// One value made from a series.
struct Reduced
{
    double value = 0;
    EpochMs time = 0;           ///< of the sample (Last, Max, Min) or the newest one
    std::size_t samples = 0;    ///< looked at
    std::size_t notNumbers = 0; ///< NaN samples that Mean, Max, Min and Sum had to leave out: to be
                                ///< shown beside the value
};

/// None if there are no float samples. Last is the newest sample whatever it is: NaN stays NaN.
/// The others are over what is not NaN, and NaN if nothing else is there; infinities take part.
[[nodiscard]] std::optional<Reduced> reduce(const Series &series, Reduction how);

/// A change against the past, honest about cases in which a percentage means nothing.
struct Change
{
    enum class Kind {
        Relative,   ///< ratio says by how much: 0.25 = a quarter more
        FromZero,   ///< there was nothing, now there is something
        BothZero,   ///< zero then and now
        NotNumbers, ///< one of the two is NaN or infinite
    };
    Kind kind = Kind::NotNumbers;
    double ratio = 0; ///< relative to the magnitude of the past; NaN unless Relative or BothZero
};

[[nodiscard]] Change changeOf(double now, double past);

} // namespace spillway
