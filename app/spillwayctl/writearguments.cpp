// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/writearguments.h"

#include "spillwayctl/confirmation.h"
#include "spillwayctl/optionerror.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

} // namespace

void addTargetOptions(CLI::App &command, TargetArgument &arguments, const std::string &otherwise)
{
    addClusterOptions(command, arguments, otherwise);
    command.add_flag("--json", arguments.json, "JSON on one line");
}

void addChangeOptions(CLI::App &command, WriteArguments &arguments)
{
    command
        .add_option("--reason", arguments.reason,
                    "Why; kept with the change. A protected context wants one")
        ->type_name("TEXT");
    command.add_option("--author", arguments.author, "Who, instead of the user of the cluster")
        ->type_name("NAME");
    addConsentOptions(command, arguments.yes, arguments.isProtected);
}

Result<ClusterSession> openCluster(const TargetArgument &arguments)
{
    const Result<ClusterChoice> choice = readClusterArgument(arguments);
    if (!choice) {
        return choice.error();
    }
    Result<std::unique_ptr<KubeSession>> session = KubeSession::open(choice->session);
    return session
               ? Result<ClusterSession>{ClusterSession{std::move(*session), choice->isProtected}}
               : Result<ClusterSession>{session.error()};
}

QString authorOf(KubeSession &session, const WriteArguments &arguments)
{
    if (!arguments.author.empty()) {
        return QString::fromStdString(arguments.author);
    }
    const std::unique_ptr<KubeAnswer<kube::Identity>> answer(session.client().whoAmI(nullptr));
    const Result<kube::Identity> who = session.await(answer.get());
    return who && !who->user.isEmpty() ? who->user : qEnvironmentVariable("USER", u"unknown"_s);
}

Result<WriteTicket> confirmed(WriteWindow &window, const WriteArguments &arguments,
                              const QString &what)
{
    if (window.isProtected() && arguments.reason.empty()) {
        Error error = badOption(Text::tr("Nothing was written"),
                                Text::tr("the context is protected, and no reason is given"));
        error.advice = Text::tr("Say why with --reason.");
        return error;
    }
    const Result<void> wanted =
        confirm(what, window.contextName(), window.isProtected(), arguments.yes);
    return wanted ? window.open(window.contextName()) : Result<WriteTicket>{wanted.error()};
}

} // namespace spillway
