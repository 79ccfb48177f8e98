// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "policy/overrides.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace spillway {

/// An override as typed.
struct OverrideArgument
{
    std::string id;
    std::string service;
    std::string breaker;
    std::string mode;
    std::string until;
    std::string span; ///< --for
    std::string then;
    std::optional<double> rpm;
    std::optional<double> tpm;
    std::string degradeTo;
    std::vector<std::string> tune; ///< "setting=value"
    std::string reason;
    std::string by;
    std::string ticket;
};

void addOverrideOptions(CLI::App &command, OverrideArgument &argument);

/// All that can be said about it without a cluster is checked: InvalidInput with every problem.
/// Its id and its author may be empty still.
[[nodiscard]] Result<PolicyOverride> overrideOf(const OverrideArgument &argument, EpochMs now);

} // namespace spillway
