// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// `spillwayctl history [REVISION] | diff REVISION REVISION | rollback REVISION`: the revisions of
/// a policy.
void addHistoryCommands(CLI::App &app, CommandLine &line);

} // namespace spillway
