// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/worldtypes.h"

#include <cstdint>

namespace spillway::demo {

/// Settings of a circuit breaker, by their names in the policy document.
struct BreakerSettings
{
    double failureRateThreshold = 0.5;
    double minimumCalls = 20;
    double windowSeconds = 60;
    std::int64_t waitInOpen = 30; ///< seconds
    double permittedInHalfOpen = 10;
    friend bool operator==(const BreakerSettings &, const BreakerSettings &) = default;
};

/// resilience4j's state machine over rates instead of single calls.
/// https://resilience4j.readme.io/docs/circuitbreaker
struct Breaker
{
    BreakerMode mode = BreakerMode::Closed;
    double windowCalls = 0; ///< in about the last windowSeconds, or since half-open began
    double windowFailures = 0;
    std::int64_t since = 0; ///< second at which the mode began

    /// How many of the wanted calls it lets through in this step.
    [[nodiscard]] double permits(double wanted, const BreakerSettings &settings) const;
    /// Learns what became of the calls of the step that ends at `second`, and changes its mode.
    void record(double calls, double failures, double stepLength, std::int64_t second,
                const BreakerSettings &settings);
    /// Forced open, disabled, metrics only; Closed gives it back to itself.
    void force(BreakerMode forced, std::int64_t second);
    [[nodiscard]] double failureRate() const
    {
        return windowCalls > 0 ? windowFailures / windowCalls : 0;
    }
    friend bool operator==(const Breaker &, const Breaker &) = default;

private:
    void enter(BreakerMode next, std::int64_t second);
};

} // namespace spillway::demo
