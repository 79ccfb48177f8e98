// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"
#include "core/result.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace spillway {

/// How a subcommand reaches the metrics of an environment: a workspace file, an address, or both
/// (the address then wins).
struct WorkspaceArgument
{
    std::string file;
    std::string url;
    std::vector<std::string> headers;
    std::string tokenFile;
    std::string ca;
    std::string timeout;              ///< empty: the workspace's
    std::string usualTimeout = "60s"; ///< if the workspace says none either
    std::vector<std::string> namespaces;

    [[nodiscard]] bool given() const { return !file.empty() || !url.empty(); }
};

/// All of them.
void addWorkspaceOptions(CLI::App &command, WorkspaceArgument &argument);
/// --workspace.
void addWorkspaceFileOption(CLI::App &command, WorkspaceArgument &argument);
/// Only how the metrics server is reached: no --workspace and no --namespace.
void addServerOptions(CLI::App &command, WorkspaceArgument &argument);

/// Without a file the components are those of the system that Spillway was made for. Errors:
/// InvalidInput for the options, File, InvalidDocument with the line for the file. Credentials and
/// headers of the file go to its own server only, not to another one that an option names.
[[nodiscard]] Result<Workspace> readWorkspaceArgument(const WorkspaceArgument &argument);

} // namespace spillway
