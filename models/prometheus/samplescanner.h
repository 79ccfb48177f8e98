// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <optional>
#include <string_view>
#include <vector>

namespace spillway {

/// A sample value as the API writes it: "1.5", "1e-07", "NaN", "+Inf", "-Inf". Exactly the double
/// std::from_chars gives; nothing if the text is anything else. Does not look at the locale.
[[nodiscard]] std::optional<double> parseSampleValue(std::string_view text);

/// A time stamp as the API writes it, seconds with decimals: "1435781451.781". Exact; digits after
/// the third decimal are rounded.
[[nodiscard]] std::optional<EpochMs> parseSampleTime(std::string_view text);

/// One [t,"v"] pair.
struct ScannedSample
{
    EpochMs time;
    double value;
};

/// Reads [[t,"v"],[t,"v"]...] written without white space, the way every known server does, much
/// faster than a general JSON parser can. at points at the opening bracket; the text must end with
/// a NUL byte at end and be readable for 8 bytes behind it. Appends to samples and returns the
/// position behind the closing bracket; nullptr if the text is anything else, however valid it may
/// be as JSON: then the general parser has to judge.
[[nodiscard]] const char *scanSamples(const char *at, const char *end,
                                      std::vector<ScannedSample> &samples);

} // namespace spillway
