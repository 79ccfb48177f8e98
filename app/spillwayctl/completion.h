// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// What fits at the end of a command line.
struct Completion
{
    struct Candidate
    {
        std::string text;
        std::string help; ///< may be empty
        friend bool operator==(const Candidate &, const Candidate &) = default;
    };
    std::vector<Candidate> candidates;
    bool files = false; ///< names of files fit too; looked for if there is no candidate
};

/// Values of an option that are known only at the moment of asking, such as contexts of a
/// kubeconfig, by the option's long name. May be empty.
using CompletionValues = std::function<std::vector<std::string>(const std::string &option)>;

/// What fits as the last of the words behind the program's name, from the tree of commands:
/// subcommands, options that were not given yet, choices, files. Pure but for `values`.
[[nodiscard]] Completion completeWords(const CLI::App &root, const std::vector<std::string> &words,
                                       const CompletionValues &values = {});

/// As the shells' scripts and kubectl read it (cobra's protocol): a line a candidate, a tab before
/// its help, and a last line ":4", or ":0" if files fit too.
[[nodiscard]] QByteArray completionText(const Completion &completion);

/// "completion": prints the script of a shell.
void addCompletionCommand(CLI::App &app, CommandLine &line);
/// The hidden "__complete WORD...", which the scripts ask; an ExitCode.
[[nodiscard]] int runComplete(const CLI::App &root, const std::vector<std::string> &words);

} // namespace spillway
