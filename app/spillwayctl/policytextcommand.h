// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// set, export, rules: what a policy file says, changed or written otherwise.
void addPolicyTextCommands(CLI::App &app, CommandLine &line);

} // namespace spillway
