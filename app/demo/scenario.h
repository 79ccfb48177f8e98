// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/worldtypes.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace spillway::demo {

/// What a person did to the world with the controls. Times are seconds since the epoch; a moment
/// that has passed means "over". Not part of the state: history knows no controls.
struct Scenario
{
    double spikeFactor = 1;
    std::int64_t spikeFrom = 0;
    std::int64_t spikeUntil = 0;
    std::int64_t llmOutageUntil = 0;
    std::array<std::int64_t, toolCount> toolOutageUntil{};
    bool redisPressure = false;

    /// The factor now, ramped over half a minute at both ends: real crowds need that too.
    [[nodiscard]] double spike(std::int64_t second) const
    {
        constexpr double ramp = 30;
        const auto inside = static_cast<double>(std::min(second - spikeFrom, spikeUntil - second));
        return 1 + (spikeFactor - 1) * std::clamp(inside / ramp, 0.0, 1.0);
    }
    [[nodiscard]] bool llmOutage(std::int64_t second) const { return second < llmOutageUntil; }
    [[nodiscard]] bool toolOutage(std::size_t tool, std::int64_t second) const
    {
        return second < toolOutageUntil.at(tool);
    }
};

} // namespace spillway::demo
