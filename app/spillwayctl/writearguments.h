// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/writewindow.h"
#include "spillwayctl/clusterargument.h"

#include <string>

namespace CLI {
class App;
}

namespace spillway {

/// Which cluster a subcommand is about, and how it answers.
struct TargetArgument : ClusterArgument
{
    bool json = false;
};

/// How a change is asked for.
struct WriteArguments
{
    std::string reason;
    std::string author;
    bool yes = false;
    bool isProtected = false;
};

void addTargetOptions(CLI::App &command, TargetArgument &arguments,
                      const std::string &otherwise = contextNamespaceHelp);
void addChangeOptions(CLI::App &command, WriteArguments &arguments);

/// A cluster, and whether its workspace says that it is protected.
struct ClusterSession
{
    std::unique_ptr<KubeSession> kube;
    bool isProtected = false;
};
/// Errors: those of readClusterArgument() and KubeSession::open().
[[nodiscard]] Result<ClusterSession> openCluster(const TargetArgument &arguments);

/// Who does it: as said, else whom the cluster takes us for, else the user of this machine.
[[nodiscard]] QString authorOf(KubeSession &session, const WriteArguments &arguments);

/// Asks, unless --yes was given, and opens the window. InvalidInput if nobody can be asked or a
/// protected context lacks the reason; Cancelled if the answer is no.
[[nodiscard]] Result<WriteTicket> confirmed(WriteWindow &window, const WriteArguments &arguments,
                                            const QString &what);

} // namespace spillway
