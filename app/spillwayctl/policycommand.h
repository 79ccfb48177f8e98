// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// validate, test and schema: what can be said about a policy file without a cluster.
void addPolicyCommands(CLI::App &app, CommandLine &line);

} // namespace spillway
