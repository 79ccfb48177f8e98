// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/worldtypes.h"

#include <cstdint>

namespace spillway::demo {

/// What happens to the system from outside when nobody touches the controls: customers with the
/// rhythm of Shanghai business days, and the small accidents of an ordinary week. Pure functions of
/// (seed, second since the epoch).
class Workload
{
public:
    explicit Workload(std::uint64_t seed)
        : m_seed(seed)
    {}

    /// Dialog turns a second that customers want, about 2 at night and 30 at the evening peak.
    [[nodiscard]] double turnsPerSecond(std::int64_t second) const;
    /// The rhythm alone, without noise and campaigns; 1 = the evening peak of a business day.
    [[nodiscard]] static double rhythm(std::int64_t second);
    /// Extra factor (>= 1) of a marketing campaign that some days have.
    [[nodiscard]] double campaign(std::int64_t second) const;
    /// Probability (0..1) that a call of the tool fails now.
    [[nodiscard]] double toolFailure(std::size_t tool, std::int64_t second) const;
    /// Probability (0..1) that the LLM providers answer 500 now.
    [[nodiscard]] double llmFailure(std::int64_t second) const;
    /// Slowness of the model's provider: 1 = as usual.
    [[nodiscard]] double llmSlowness(std::size_t model, std::int64_t second) const;
    /// Factor around 1 that changes within seconds, for anything that must not look computed.
    [[nodiscard]] double jitter(std::uint64_t channel, std::int64_t second, double spread) const;

    [[nodiscard]] std::uint64_t seed() const { return m_seed; }

private:
    std::uint64_t m_seed;
};

} // namespace spillway::demo
