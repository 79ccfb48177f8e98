// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// timeline: the bounds of a policy over time, as rows in UTC.
void addTimelineCommand(CLI::App &app, CommandLine &line);

} // namespace spillway
