// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// "import": the objects of a namespace as a policy file. Reads only.
void addImportCommand(CLI::App &app, CommandLine &line);

} // namespace spillway
