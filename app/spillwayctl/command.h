// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace spillway {

/// What spillwayctl ends with; documented in --help, scripts rely on it.
enum ExitCode : int {
    ExitOk = 0,    ///< done
    ExitError = 1, ///< understood, but it failed; the reason is one sentence on stderr
    ExitUsage = 2, ///< the command line is wrong
    /// Of plan, where nothing to do is ExitOk: something is, and nothing is in its way. Commands
    /// that have this end with it only after they have written their answer.
    ExitChanges = 2,
};

/// What the command line asked for. Filled in while CLI11 parses; main() runs it afterwards, when
/// a QCoreApplication exists. It may run the event loop and returns an ExitCode.
struct CommandLine
{
    std::function<int()> run;
};

/// How to add a subcommand "x": write xcommand.h with
///     void addXCommand(CLI::App &app, CommandLine &line);
/// and xcommand.cpp, in which addXCommand() calls app.add_subcommand("x", "..."), binds options to
/// a std::make_shared<XOptions>(), and in the subcommand's callback([options, &line] {...}) only
/// sets line.run. Then add one line to the table in commands.cpp and the files to CMakeLists.txt.
void addCommands(CLI::App &app, CommandLine &line);

} // namespace spillway
