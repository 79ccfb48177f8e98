// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// `spillwayctl push FILE | resume [JOURNAL] | undo [REVISION|JOURNAL]`: what changes a cluster.
void addPushCommands(CLI::App &app, CommandLine &line);

} // namespace spillway
