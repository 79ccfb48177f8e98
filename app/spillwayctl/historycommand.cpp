// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/historycommand.h"

#include "spillwayctl/command.h"
#include "spillwayctl/planrequest.h"
#include "spillwayctl/policyfile.h"
#include "spillwayctl/pushreport.h"
#include "spillwayctl/pushrun.h"
#include "spillwayctl/revisionargument.h"
#include "spillwayctl/terminal.h"

#include <QCoreApplication>
#include <QJsonArray>

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

struct HistoryOptions
{
    TargetArgument cluster;
    WriteArguments write;
    std::string policy;
    std::string from; ///< or the only one
    std::string to;
    std::string calendars = ".";
    std::string journals;
    std::vector<std::string> takeOver;
    std::vector<std::string> leadTimes;
    bool text = false;
    std::string watch;
};

using OptionsPtr = std::shared_ptr<HistoryOptions>;

int showOne(const HistoryOptions &options, KubeSession &session)
{
    const Result<int> number = revisionNumber(options.from);
    if (!number) {
        return explain(number.error());
    }
    const auto revisions = readHistory(session, QString::fromStdString(options.policy));
    if (!revisions) {
        return explain(revisions.error());
    }
    const Result<Revision> revision = findRevision(*revisions, *number);
    if (!revision) {
        return explain(revision.error());
    }
    if (options.cluster.json) {
        return answerJson(historyJson({*revision}));
    }
    return answer(options.text ? revision->policyText : revisionText(*revision));
}

int history(const HistoryOptions &options)
{
    const Result<ClusterSession> session = openCluster(options.cluster);
    if (!session) {
        return explain(session.error());
    }
    if (!options.from.empty()) {
        return showOne(options, *session->kube);
    }
    const auto revisions =
        options.policy.empty()
            ? readAllHistory(*session->kube)
            : readHistory(*session->kube, QString::fromStdString(options.policy));
    if (!revisions) {
        return explain(revisions.error());
    }
    return options.cluster.json ? answerJson(historyJson(*revisions))
                                : answer(historyText(*revisions));
}

int diff(const HistoryOptions &options)
{
    const Result<int> from = revisionNumber(options.from);
    const Result<int> to = revisionNumber(options.to);
    if (!from || !to) {
        return explain(from ? to.error() : from.error());
    }
    const Result<ClusterSession> session = openCluster(options.cluster);
    if (!session) {
        return explain(session.error());
    }
    const auto revisions = readHistory(*session->kube, QString::fromStdString(options.policy));
    if (!revisions) {
        return explain(revisions.error());
    }
    const Result<RevisionDiff> compared = diffRevisions(*revisions, *from, *to);
    if (!compared) {
        return explain(compared.error());
    }
    return options.cluster.json ? answerJson(diffJson(*compared)) : answer(diffText(*compared));
}

/// The policy of a revision as if it stood in a file of the calendars' folder.
Result<PlanInput> inputOf(const HistoryOptions &options, const Revision &revision)
{
    if (revision.policyText.isEmpty()) {
        return Error{.code = ErrorCode::NotFound,
                     .what = Text::tr("Cannot roll back to revision %1").arg(revision.number),
                     .why = Text::tr("it undid the first push: there was no policy then")};
    }
    const EpochMs now = SystemClock().now();
    PolicyFile file = policyFileOf(
        revision.policyText,
        QString::fromStdString(options.calendars) + u"/revision-%1"_s.arg(revision.number), now);
    if (!file.reading.ok()) {
        return file.reading.problems.front();
    }
    auto leadTimes = leadTimesOf(options.leadTimes, file.reading.policy);
    if (!leadTimes) {
        return leadTimes.error();
    }
    PlanInput input{.reading = std::move(file.reading),
                    .text = std::move(file.text),
                    .context = std::move(file.context),
                    .leadTimes = *std::move(leadTimes),
                    .now = now,
                    .takeOver = takeOverOf(options.takeOver)};
    input.reading.policy.nameSpace = revision.nameSpace;
    return input;
}

int rollback(const HistoryOptions &options)
{
    const Result<int> number = revisionNumber(options.from);
    if (!number) {
        return explain(number.error());
    }
    Result<ClusterSession> session = openCluster(options.cluster);
    if (!session) {
        return explain(session.error());
    }
    const auto revisions = readHistory(*session->kube, QString::fromStdString(options.policy));
    if (!revisions) {
        return explain(revisions.error());
    }
    const Result<Revision> revision = findRevision(*revisions, *number);
    Result<PlanInput> input = revision ? inputOf(options, *revision) : revision.error();
    if (!input) {
        return explain(input.error());
    }
    const Result<Plan> plan = makePlan(*session->kube, *std::move(input));
    if (!plan) {
        return explain(plan.error());
    }
    tellUnknownObjects(options.takeOver, *plan);
    QString reason = u"roll back to %1"_s.arg(*number);
    if (!options.write.reason.empty()) {
        reason += u": "_s + QString::fromStdString(options.write.reason);
    }
    const QString journals = options.journals.empty() ? defaultJournalFolder()
                                                      : QString::fromStdString(options.journals);
    return runPush({.cluster = *session,
                    .write = options.write,
                    .json = options.cluster.json,
                    .watch = watchLength(options.watch),
                    .journals = journals},
                   *plan, {.reason = reason});
}

using Action = int (*)(const HistoryOptions &);

CLI::App *addAction(CLI::App &app, CommandLine &line, const char *name, const char *help,
                    Action action, const OptionsPtr &options)
{
    CLI::App *const command = app.add_subcommand(name, help);
    addTargetOptions(*command, options->cluster);
    command->add_option("--policy", options->policy, "Which one, if there are several")
        ->type_name("NAME");
    command->footer("Exit status: 0 done; 1 it failed, the reason is on stderr; 2 wrong command "
                    "line, or nobody could be asked.");
    command->callback(
        [action, options, &line] { line.run = [action, options] { return action(*options); }; });
    return command;
}

} // namespace

void addHistoryCommands(CLI::App &app, CommandLine &line)
{
    auto options = std::make_shared<HistoryOptions>();
    CLI::App *command =
        addAction(app, line, "history", "Who pushed which policy, when and why; or one revision",
                  history, options);
    command->add_option("revision", options->from, "Only this one, with its changes and its text")
        ->type_name("REVISION");
    command->add_flag("--text", options->text, "Of one revision the policy alone");

    options = std::make_shared<HistoryOptions>();
    command = addAction(app, line, "diff",
                        "What differs between two revisions: text, and values in the cluster", diff,
                        options);
    command->add_option("from", options->from, "Number of a revision")
        ->required()
        ->type_name("REVISION");
    command->add_option("to", options->to, "Number of another")->required()->type_name("REVISION");

    options = std::make_shared<HistoryOptions>();
    command = addAction(app, line, "rollback", "Push the policy of an earlier revision again",
                        rollback, options);
    addChangeOptions(*command, options->write);
    command->add_option("revision", options->from, "Number of the revision")
        ->required()
        ->type_name("REVISION");
    command
        ->add_option("--calendars", options->calendars,
                     "Folder of the calendar files that the policy names")
        ->capture_default_str()
        ->type_name("FOLDER");
    command
        ->add_option("--journals", options->journals,
                     "Folder of the journals, instead of the user's own")
        ->type_name("FOLDER");
    addWatchOption(*command, options->watch);
    addTakeOverOption(*command, options->takeOver);
    addLeadTimeOption(*command, options->leadTimes);
}

} // namespace spillway
