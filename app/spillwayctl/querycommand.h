// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// query, query-range, metrics and probe: questions to one metrics server.
void addQueryCommands(CLI::App &app, CommandLine &line);

} // namespace spillway
