// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// optimise: the cheapest policies that hold an SLO on replayed traffic.
void addOptimiseCommand(CLI::App &app, CommandLine &line);

} // namespace spillway
