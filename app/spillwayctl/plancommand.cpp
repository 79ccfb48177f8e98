// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/plancommand.h"

#include "spillwayctl/clusterargument.h"
#include "spillwayctl/command.h"
#include "spillwayctl/kubesession.h"
#include "spillwayctl/planreport.h"
#include "spillwayctl/planrequest.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/textfile.h"

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

struct PlanOptions
{
    KubeArgument cluster; ///< its namespace: instead of the policy's
    std::string file;
    std::string out;
    std::vector<std::string> takeOver;
    std::vector<std::string> leadTimes;
    bool json = false;
    bool markdown = false;
};

Result<Plan> planFor(const PlanOptions &options)
{
    Result<PlanInput> input = readPlanInput(
        {options.file, options.cluster.nameSpace, options.takeOver, options.leadTimes},
        SystemClock().now());
    if (!input) {
        return input.error();
    }
    KubeSessionOptions cluster = options.cluster.session();
    cluster.nameSpace.clear(); // the policy's is written into
    const Result<std::unique_ptr<KubeSession>> session = KubeSession::open(cluster);
    return session ? makePlan(**session, *std::move(input)) : Result<Plan>{session.error()};
}

QByteArray report(const PlanOptions &options, const Plan &plan)
{
    if (options.json) {
        return jsonLine(planJson(plan));
    }
    return options.markdown ? planMarkdown(plan)
                            : planText(plan, QString::fromStdString(options.file));
}

int runPlan(const PlanOptions &options)
{
    const Result<Plan> plan = planFor(options);
    if (!plan) {
        return explain(plan.error());
    }
    tellUnknownObjects(options.takeOver, *plan);
    QByteArray text = report(options, *plan);
    if (!options.out.empty()) {
        const Result<void> saved = writeBytes(QString::fromStdString(options.out), text);
        if (!saved.ok()) {
            return explain(saved.error());
        }
        text = planText(*plan, QString::fromStdString(options.file));
    }
    const int written = answer(text);
    if (written != ExitOk || plan->isBlocked()) {
        return ExitError;
    }
    return plan->isEmpty() ? ExitOk : ExitChanges;
}

} // namespace

void addPlanCommand(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<PlanOptions>();
    CLI::App *const command = app.add_subcommand(
        "plan", "What a push of a policy would change in a cluster; nothing is written. Exits with "
                "0 if nothing is to be done, 2 if something is, 1 if it could not be pushed");
    command->add_option("file", options->file, "Policy file, or - for standard input")
        ->required()
        ->type_name("FILE");
    addKubeOptions(*command, options->cluster, policyNamespaceHelp);
    addTakeOverOption(*command, options->takeOver);
    addLeadTimeOption(*command, options->leadTimes);
    CLI::Option *const json = command->add_flag("--json", options->json, "JSON on one line");
    command->add_flag("--markdown", options->markdown, "Markdown for a pull request")
        ->excludes(json);
    command
        ->add_option("--out", options->out,
                     "Write it there, and the text for people to standard output")
        ->type_name("FILE");
    command->callback([options, &line] { line.run = [options] { return runPlan(*options); }; });
}

} // namespace spillway
