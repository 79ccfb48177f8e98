// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

/// Randomness that is a function of (seed, channel, time): the same wherever a run begins, so that
/// history computed yesterday and live values of today are one world.
namespace spillway::demo {

/// SplitMix64's finaliser over the three keys. https://prng.di.unimi.it/splitmix64.c
[[nodiscard]] constexpr std::uint64_t hashOf(std::uint64_t seed, std::uint64_t channel,
                                             std::int64_t index)
{
    std::uint64_t z = seed * 0x9E3779B97F4A7C15ULL + channel * 0xD1B54A32D192ED03ULL +
                      static_cast<std::uint64_t>(index) * 0x8CB92BA72F3D8DD7ULL;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

/// In [0, 1).
[[nodiscard]] constexpr double uniformOf(std::uint64_t seed, std::uint64_t channel,
                                         std::int64_t index)
{
    return static_cast<double>(hashOf(seed, channel, index) >> 11U) * 0x1.0p-53;
}

/// Smooth noise in [-1, 1] whose value changes over about `period` seconds.
[[nodiscard]] inline double smoothNoise(std::uint64_t seed, std::uint64_t channel,
                                        std::int64_t second, std::int64_t period)
{
    const std::int64_t cell = second / period;
    const double x = static_cast<double>(second % period) / static_cast<double>(period);
    const double from = 2 * uniformOf(seed, channel, cell) - 1;
    const double to = 2 * uniformOf(seed, channel, cell + 1) - 1;
    return from + (to - from) * (x * x * (3 - 2 * x));
}

} // namespace spillway::demo
