// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/breaker.h"
#include "demo/servicesettings.h"
#include "demo/worldtypes.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace spillway::demo {

/// What a service does instead of asking a model.
enum class Fallback : std::uint8_t {
    None,
    CachedAnswer,
    HumanHandoff,
    Queue, ///< asks all the same, and the user does not wait for it
};

/// A breaker in the hands of an operator.
struct BreakerOrder
{
    BreakerMode mode = BreakerMode::ForcedOpen;
    BreakerMode then = BreakerMode::Closed; ///< how it begins to run by itself again
    friend bool operator==(const BreakerOrder &, const BreakerOrder &) = default;
};

/// What operators have told the system, as far as it obeys at a moment. Like a Scenario no part of
/// the state: history knows no operators.
struct Orders
{
    std::array<std::optional<BreakerOrder>, toolCount> breakers;
    ToolSettings settings;
    std::optional<double> requestsPerMinute; ///< of the LLM consumers, all models together
    std::optional<double> tokensPerMinute;
    Fallback dialogs = Fallback::None;
    Fallback consumers = Fallback::None;
    std::map<std::string, std::int64_t> generations; ///< that pods acknowledge, by their names
    friend bool operator==(const Orders &, const Orders &) = default;
};

/// The services that read overrides.
[[nodiscard]] constexpr bool readsOverrides(Component component)
{
    return component != Component::RagWorker;
}

} // namespace spillway::demo
