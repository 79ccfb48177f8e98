// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/clusterargument.h"

#include "spillwayctl/optionerror.h"
#include "spillwayctl/workspaceargument.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

QString given(const std::string &option, const QString &otherwise)
{
    return option.empty() ? otherwise : QString::fromStdString(option);
}

} // namespace

KubeSessionOptions KubeArgument::session() const
{
    return {.kubeconfig = QString::fromStdString(kubeconfig),
            .context = QString::fromStdString(context),
            .nameSpace = QString::fromStdString(nameSpace)};
}

void addKubeOptions(CLI::App &command, KubeArgument &argument, const std::string &otherwise)
{
    command
        .add_option("--kubeconfig", argument.kubeconfig, "Instead of KUBECONFIG and the default")
        ->type_name("FILE");
    command.add_option("--context", argument.context, "Instead of the current one")
        ->type_name("NAME");
    command.add_option("-n,--namespace", argument.nameSpace, otherwise)->type_name("NAME");
}

void addClusterOptions(CLI::App &command, ClusterArgument &argument, const std::string &otherwise)
{
    addKubeOptions(command, argument, otherwise);
    command
        .add_option("--workspace", argument.workspace,
                    "Workspace file: its context and namespace, and whether it is protected")
        ->type_name("FILE");
}

void addConsentOptions(CLI::App &command, bool &yes, bool &isProtected)
{
    command.add_flag("-y,--yes", yes, "Do not ask; needed where there is no terminal");
    command.add_flag("--protected", isProtected,
                     "Treat the context as protected: its name must be typed");
}

Result<ClusterChoice> chooseCluster(const ClusterArgument &argument, const Workspace &workspace)
{
    ClusterChoice choice;
    choice.isProtected = argument.isProtected || workspace.isProtected;
    choice.session = {.kubeconfig = given(argument.kubeconfig, workspace.kube.config),
                      .context = given(argument.context, workspace.kube.context),
                      .nameSpace = given(argument.nameSpace, workspace.namespaces.value(0)),
                      .ca = workspace.kube.ca,
                      .plugins = workspace.kube.plugins};
    const QString what = Text::tr("Cannot use the workspace");
    if (choice.session.context.isEmpty() && choice.session.kubeconfig.isEmpty()) {
        Error error = badOption(what, Text::tr("it names neither a context nor a kubeconfig"));
        error.advice = Text::tr("Give --context.");
        return error;
    }
    if (!argument.anyNamespace && argument.nameSpace.empty() && workspace.namespaces.size() > 1) {
        Error error = badOption(what, Text::tr("it has several namespaces"));
        error.advice = Text::tr("Give --namespace.");
        return error;
    }
    return choice;
}

Result<ClusterChoice> readClusterArgument(const ClusterArgument &argument)
{
    if (argument.workspace.empty()) {
        return ClusterChoice{.session = argument.session(), .isProtected = argument.isProtected};
    }
    WorkspaceArgument file;
    file.file = argument.workspace;
    const Result<Workspace> workspace = readWorkspaceArgument(file);
    return workspace ? chooseCluster(argument, *workspace)
                     : Result<ClusterChoice>{workspace.error()};
}

} // namespace spillway
