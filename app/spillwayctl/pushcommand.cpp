// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/pushcommand.h"

#include "rollout/journalfolder.h"
#include "rollout/undo.h"
#include "spillwayctl/command.h"
#include "spillwayctl/planreport.h"
#include "spillwayctl/planrequest.h"
#include "spillwayctl/pushrun.h"
#include "spillwayctl/revisionargument.h"
#include "spillwayctl/terminal.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

/// Everything that can stand on the command line of these subcommands.
struct PushOptions
{
    TargetArgument cluster;
    WriteArguments write;
    std::string what; ///< policy file, journal or revision
    std::string plan; ///< hash
    std::string policy;
    std::string journals;
    std::vector<std::string> takeOver;
    std::vector<std::string> leadTimes;
    std::string watch;

    [[nodiscard]] QString journalFolder() const
    {
        return journals.empty() ? defaultJournalFolder() : QString::fromStdString(journals);
    }
    [[nodiscard]] PushRun run(ClusterSession &session) const
    {
        return {.cluster = session,
                .write = write,
                .json = cluster.json,
                .watch = watchLength(watch),
                .journals = journalFolder()};
    }
};

using OptionsPtr = std::shared_ptr<PushOptions>;

int push(const PushOptions &options)
{
    TargetArgument where = options.cluster;
    Result<PlanInput> input = readPlanInput(
        {options.what, where.nameSpace, options.takeOver, options.leadTimes}, SystemClock().now());
    if (!input) {
        return explain(input.error());
    }
    where.nameSpace = input->reading.policy.nameSpace.toStdString();
    Result<ClusterSession> session = openCluster(where);
    if (!session) {
        return explain(session.error());
    }
    const Result<Plan> plan = makePlan(*session->kube, *std::move(input));
    if (!plan) {
        return explain(plan.error());
    }
    tellUnknownObjects(options.takeOver, *plan);
    if (!options.plan.empty() && plan->hash != QByteArray::fromStdString(options.plan)) {
        print(stderr, planText(*plan, QString::fromStdString(options.what)));
        return explain({.code = ErrorCode::Conflict,
                        .what = Text::tr("The plan was not pushed"),
                        .why = Text::tr("it is another one by now: its hash is %1")
                                   .arg(QString::fromLatin1(plan->hash)),
                        .advice = Text::tr("Look at the plan again. Nothing was written.")});
    }
    PushRun run = options.run(*session);
    run.file = QString::fromStdString(options.what);
    return runPush(run, *plan, {.reason = QString::fromStdString(options.write.reason)});
}

int resume(const PushOptions &options)
{
    Result<ClusterSession> session = openCluster(options.cluster);
    if (!session) {
        return explain(session.error());
    }
    const Result<JournalEntry> found =
        findJournal(options.what, options.journalFolder(), *session->kube);
    if (!found) {
        return explain(found.error());
    }
    if (!found->record.isUnfinished()) {
        return explain({.code = ErrorCode::Conflict,
                        .what = Text::tr("The push cannot be continued"),
                        .where = found->file,
                        .why = Text::tr("it has ended")});
    }
    Result<std::unique_ptr<Journal>> journal = Journal::open(found->file);
    if (!journal) {
        return explain(journal.error());
    }
    return runResume(options.run(*session), std::move(*journal));
}

/// What is undone, and its journal if it is on this machine.
struct Undone
{
    PushRecord record;
    std::shared_ptr<Journal> journal;
};

Result<Undone> byJournal(const QString &file)
{
    Result<std::unique_ptr<Journal>> journal = Journal::open(file);
    if (!journal) {
        return journal.error();
    }
    Undone undone{.journal = std::move(*journal)};
    undone.record = undone.journal->record();
    return undone;
}

Result<Undone> byRevision(const PushOptions &options, KubeSession &session)
{
    const Result<std::vector<Revision>> revisions =
        readHistory(session, QString::fromStdString(options.policy));
    if (!revisions) {
        return revisions.error();
    }
    Result<Revision> revision = revisions->front();
    if (!options.what.empty()) {
        const Result<int> number = revisionNumber(options.what);
        revision = number ? findRevision(*revisions, *number) : Result<Revision>{number.error()};
    }
    if (!revision) {
        return revision.error();
    }
    const QString journal = journalFileOf(options.journalFolder(), revision->pushId);
    if (!journal.isEmpty()) {
        return byJournal(journal);
    }
    return Undone{.record = revision->record()};
}

Result<Plan> planUndo(KubeSession &session, const PushOptions &options, const PushRecord &push)
{
    Undo undo(session.client(),
              {.push = push, .now = SystemClock().now(), .takeOver = takeOverOf(options.takeOver)});
    KubeSession::run(undo);
    return undo.takeResult();
}

QString undoReason(const PushOptions &options, const PushRecord &push)
{
    const QString why =
        options.write.reason.empty() ? push.reason : QString::fromStdString(options.write.reason);
    // Kept in the cluster, for people of all tongues.
    return why.isEmpty() ? u"undo revision %1"_s.arg(push.revision)
                         : u"undo revision %1: %2"_s.arg(push.revision).arg(why);
}

int undo(const PushOptions &options)
{
    const bool isFile = options.what.find_first_not_of("0123456789") != std::string::npos;
    Result<Undone> undone = isFile ? byJournal(QString::fromStdString(options.what)) : Undone{};
    if (!undone) {
        return explain(undone.error());
    }
    TargetArgument where = options.cluster;
    if (isFile && where.nameSpace.empty()) {
        where.nameSpace = undone->record.target.nameSpace.toStdString();
    }
    Result<ClusterSession> session = openCluster(where);
    if (!session) {
        return explain(session.error());
    }
    if (!isFile) {
        undone = byRevision(options, *session->kube);
        if (!undone) {
            return explain(undone.error());
        }
    }
    const Result<Plan> plan = planUndo(*session->kube, options, undone->record);
    if (!plan) {
        return explain(plan.error());
    }
    tellUnknownObjects(options.takeOver, *plan);
    const bool isKnown = plan->isEmpty() && undone->record.end == PushRecord::End::Undone;
    return runPush(options.run(*session), *plan,
                   {.reason = undoReason(options, undone->record),
                    .undoes = isKnown ? 0 : undone->record.revision,
                    .undoneJournal = undone->journal});
}

using Action = int (*)(const PushOptions &);

CLI::App *addAction(CLI::App &app, CommandLine &line, const char *name, const char *help,
                    Action action, const OptionsPtr &options)
{
    CLI::App *const command = app.add_subcommand(name, help);
    addTargetOptions(*command, options->cluster,
                     action == push ? policyNamespaceHelp : contextNamespaceHelp);
    addChangeOptions(*command, options->write);
    addWatchOption(*command, options->watch);
    command
        ->add_option("--journals", options->journals,
                     "Folder of the journals, instead of the user's own")
        ->type_name("FOLDER");
    command->footer("Exit status: 0 done, or nothing to do; 1 not done, or not all of it: the "
                    "reason is on stderr; 2 wrong command line, or nobody could be asked.");
    command->callback(
        [action, options, &line] { line.run = [action, options] { return action(*options); }; });
    return command;
}

} // namespace

void addPushCommands(CLI::App &app, CommandLine &line)
{
    auto options = std::make_shared<PushOptions>();
    CLI::App *command =
        addAction(app, line, "push", "Bring a policy to a cluster: plan, ask, carry out, read back",
                  push, options);
    command->add_option("file", options->what, "Policy file, or - for standard input (with --yes)")
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--plan", options->plan,
                     "Only if the plan is still the one with this hash (plan --json)")
        ->type_name("HASH");
    addTakeOverOption(*command, options->takeOver);
    addLeadTimeOption(*command, options->leadTimes);

    options = std::make_shared<PushOptions>();
    command = addAction(app, line, "resume", "Go on with a push that was interrupted or stopped",
                        resume, options);
    command
        ->add_option("journal", options->what,
                     "Journal of the push; the only unfinished one if it is not named")
        ->type_name("JOURNAL");

    options = std::make_shared<PushOptions>();
    command = addAction(app, line, "undo",
                        "Take a push back, complete or not; what others changed since stays", undo,
                        options);
    command
        ->add_option("push", options->what,
                     "Number of its revision, or its journal; the newest if it is not named")
        ->type_name("REVISION|JOURNAL");
    command
        ->add_option("--policy", options->policy, "Whose revision, if there are several policies")
        ->type_name("NAME");
    addTakeOverOption(*command, options->takeOver);
}

} // namespace spillway
