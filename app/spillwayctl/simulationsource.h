// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policysimulation.h"
#include "spillwayctl/controllerargument.h"
#include "spillwayctl/policyargument.h"
#include "spillwayctl/workspaceargument.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace spillway {

/// What simulate and optimise have in common on the command line.
struct SimulationArguments
{
    std::string policy;
    std::string compare;
    std::string from = "now-7d";
    std::string to = "now";
    std::string trace;
    std::string startsAt;
    double growth = 1;
    double coreHour = -1; ///< below 0: the workspace's, else OpenCost's
    double gibHour = -1;
    double nodeCores = 8;
    double nodeGib = 32;
    double nodeHour = -1;
    double sharedHour = 0;
    ControllerArgument controller;
    WorkspaceArgument workspace;
};

/// All that a simulation needs, read and fetched.
struct SimulationSource
{
    PolicyArgument today;
    std::optional<PolicyArgument> edited;
    ScalingHistory history;
    SimulationInput input;
};

void addSimulationOptions(CLI::App &command, SimulationArguments &arguments);

/// Reads the files and fetches the history; runs the event loop meanwhile and says its progress on
/// stderr. Errors: of the options InvalidInput, of the files InvalidDocument with the line, of the
/// backend what it said.
[[nodiscard]] Result<SimulationSource> loadSimulation(const SimulationArguments &arguments);

} // namespace spillway
