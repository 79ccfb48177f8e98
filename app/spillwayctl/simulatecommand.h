// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// simulate: a policy, and an edited one, over recorded traffic.
void addSimulateCommand(CLI::App &app, CommandLine &line);

} // namespace spillway
