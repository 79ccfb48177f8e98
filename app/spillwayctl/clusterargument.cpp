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

void addClusterOptions(CLI::App &command, ClusterArgument &argument)
{
    command
        .add_option("--kubeconfig", argument.kubeconfig, "Instead of KUBECONFIG and the default")
        ->type_name("FILE");
    command.add_option("--context", argument.context, "Instead of the current one")
        ->type_name("NAME");
    command.add_option("-n,--namespace", argument.nameSpace, "Instead of that of the context")
        ->type_name("NAME");
    command
        .add_option("--workspace", argument.workspace,
                    "Workspace file: its context and namespace, and whether it is protected")
        ->type_name("FILE");
}

void addWriteOptions(CLI::App &command, ClusterArgument &argument)
{
    command.add_flag("--protected", argument.isProtected,
                     "The context is production: its name has to be typed");
    command.add_flag("-y,--yes", argument.yes, "Do not ask; needed where there is no terminal");
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
    if (argument.nameSpace.empty() && workspace.namespaces.size() > 1) {
        Error error = badOption(what, Text::tr("it has several namespaces"));
        error.advice = Text::tr("Give --namespace.");
        return error;
    }
    return choice;
}

Result<ClusterChoice> readClusterArgument(const ClusterArgument &argument)
{
    if (argument.workspace.empty()) {
        return ClusterChoice{.session = {.kubeconfig = QString::fromStdString(argument.kubeconfig),
                                         .context = QString::fromStdString(argument.context),
                                         .nameSpace = QString::fromStdString(argument.nameSpace)},
                             .isProtected = argument.isProtected};
    }
    WorkspaceArgument file;
    file.file = argument.workspace;
    const Result<Workspace> workspace = readWorkspaceArgument(file);
    return workspace ? chooseCluster(argument, *workspace)
                     : Result<ClusterChoice>{workspace.error()};
}

} // namespace spillway
