// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// `spillwayctl demo`: runs the demo world until quit, end of input, SIGINT or SIGTERM.
void addDemoCommand(CLI::App &app, CommandLine &line);

} // namespace spillway
