// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/plancommand.h"

#include "spillwayctl/command.h"
#include "spillwayctl/kubesession.h"
#include "spillwayctl/planreport.h"
#include "spillwayctl/planrequest.h"
#include "spillwayctl/terminal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSaveFile>

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
    std::string file;
    std::string kubeconfig;
    std::string context;
    std::string nameSpace;
    std::string out;
    std::vector<std::string> takeOver;
    bool json = false;
    bool markdown = false;
};

Result<Plan> planFor(const PlanOptions &options)
{
    Result<PlanInput> input =
        readPlanInput({options.file, options.nameSpace, options.takeOver}, SystemClock().now());
    if (!input) {
        return input.error();
    }
    const Result<std::unique_ptr<KubeSession>> session = KubeSession::open(
        {QString::fromStdString(options.kubeconfig), QString::fromStdString(options.context), {}});
    return session ? makePlan(**session, *std::move(input)) : Result<Plan>{session.error()};
}

QByteArray report(const PlanOptions &options, const Plan &plan)
{
    if (options.json) {
        return QJsonDocument(planJson(plan)).toJson(QJsonDocument::Compact) + '\n';
    }
    return options.markdown ? planMarkdown(plan)
                            : planText(plan, QString::fromStdString(options.file));
}

Result<void> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    return Error{.code = ErrorCode::File,
                 .what = Text::tr("Cannot write the file"),
                 .where = path,
                 .why = file.errorString()};
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
        const Result<void> saved = save(QString::fromStdString(options.out), text);
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
    command
        ->add_option("--kubeconfig", options->kubeconfig, "Instead of KUBECONFIG and the default")
        ->type_name("FILE");
    command->add_option("--context", options->context, "Instead of the current one")
        ->type_name("NAME");
    command->add_option("-n,--namespace", options->nameSpace, "Instead of that of the policy")
        ->type_name("NAME");
    addTakeOverOption(*command, options->takeOver);
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
