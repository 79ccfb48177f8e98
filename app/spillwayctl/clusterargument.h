// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"
#include "spillwayctl/kubesession.h"

#include <string>

namespace CLI {
class App;
}

namespace spillway {

/// Which cluster a subcommand speaks to, as kubectl's options of the same names say it.
struct KubeArgument
{
    std::string kubeconfig;
    std::string context;
    std::string nameSpace;

    [[nodiscard]] KubeSessionOptions session() const;
};

/// Which cluster, and how sure somebody is who writes there.
struct ClusterArgument : KubeArgument
{
    std::string workspace; ///< file
    bool isProtected = false;
    bool yes = false;
    bool anyNamespace = false; ///< which one does not matter: the first of several will do
};

inline constexpr const char *contextNamespaceHelp = "Instead of that of the context";
inline constexpr const char *policyNamespaceHelp = "Instead of that of the policy";

/// --kubeconfig, --context, --namespace; `otherwise` says which namespace it is without.
void addKubeOptions(CLI::App &command, KubeArgument &argument,
                    const std::string &otherwise = contextNamespaceHelp);
/// The same and --workspace.
void addClusterOptions(CLI::App &command, ClusterArgument &argument,
                       const std::string &otherwise = contextNamespaceHelp);
/// --protected, --yes.
void addConsentOptions(CLI::App &command, bool &yes, bool &isProtected);

/// What the options and the workspace say together; options win.
struct ClusterChoice
{
    KubeSessionOptions session;
    bool isProtected = false; ///< if either says so
};

/// Errors: InvalidInput if the workspace leaves the context or the namespace open: the current
/// context of a kubeconfig is never taken for a workspace. File, InvalidDocument for its file.
[[nodiscard]] Result<ClusterChoice> readClusterArgument(const ClusterArgument &argument);

/// The same of a workspace that has been read.
[[nodiscard]] Result<ClusterChoice> chooseCluster(const ClusterArgument &argument,
                                                  const Workspace &workspace);

} // namespace spillway
