// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

/// Integer arithmetic as the controller's Go code does it: overflow wraps, division truncates. A
/// simulator that clamped instead would decide otherwise than the cluster.
namespace spillway::wrap {

[[nodiscard]] constexpr std::int64_t add(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

[[nodiscard]] constexpr std::int64_t multiply(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
}

/// b != 0
[[nodiscard]] constexpr std::int64_t divide(std::int64_t a, std::int64_t b)
{
    return b == -1 ? multiply(a, -1) : a / b;
}

[[nodiscard]] constexpr std::int32_t add32(std::int32_t a, std::int32_t b)
{
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) + static_cast<std::uint32_t>(b));
}

[[nodiscard]] constexpr std::int32_t subtract32(std::int32_t a, std::int32_t b)
{
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) - static_cast<std::uint32_t>(b));
}

/// The low 32 bits.
[[nodiscard]] constexpr std::int32_t cut32(std::int64_t value)
{
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(static_cast<std::uint64_t>(value)));
}

/// Truncated towards zero; what does not fit, and NaN, is INT32_MIN, as amd64's conversion gives.
[[nodiscard]] inline std::int32_t toInt32(double value)
{
    const double whole = std::trunc(value);
    const bool fits = whole >= std::numeric_limits<std::int32_t>::min() &&
                      whole <= std::numeric_limits<std::int32_t>::max();
    return fits ? static_cast<std::int32_t>(whole) : std::numeric_limits<std::int32_t>::min();
}

} // namespace spillway::wrap
