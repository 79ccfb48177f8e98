// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// `spillwayctl plan FILE`: what a push of a policy would change in a cluster. Nothing is written.
void addPlanCommand(CLI::App &app, CommandLine &line);

} // namespace spillway
