// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "scaling/hpaspec.h"

#include <string>

namespace CLI {
class App;
}

namespace spillway {

/// The autoscaler's controller, of which a command without a cluster cannot know.
struct ControllerArgument
{
    std::string kubernetes;   ///< version; empty: the one whose rules are newest
    double hpaTolerance = -1; ///< below 0: the controller's default
};

void addControllerOptions(CLI::App &command, ControllerArgument &argument);

/// InvalidInput if the version is none, or older than the rules we know.
[[nodiscard]] Result<HpaController> controllerOf(const ControllerArgument &argument);

} // namespace spillway
