// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/pushrun.h"

#include "core/duration.h"
#include "rollout/revertwatch.h"
#include "spillwayctl/command.h"
#include "spillwayctl/interrupt.h"
#include "spillwayctl/planreport.h"
#include "spillwayctl/pushreport.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/timeargument.h"

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

/// Carries it out, telling each step on stderr; after Ctrl-C it stops behind the step under way.
void carryOut(Push &push)
{
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::caught, &push, [&push] {
        say(Text::tr("stopping after the step under way"));
        push.stop();
    });
    QObject::connect(&push, &Push::stepChanged, &push, [&push](int step) {
        const auto index = static_cast<std::size_t>(step);
        const StepResult &result = push.steps()[index];
        const QString line = stepLine(push.plan().steps[index], result);
        if (!line.isEmpty()) {
            say(line);
        }
        for (const QString &warning : line.isEmpty() ? QStringList{} : result.warnings) {
            say(Text::tr("warning: %1").arg(warning));
        }
    });
    QEventLoop loop;
    QObject::connect(&push, &Push::finished, &loop, &QEventLoop::quit);
    push.start();
    loop.exec();
}

/// Says when it cannot look any more, and when it can again.
void tellTrouble(const RevertWatch &watch, bool &isBlind)
{
    if (watch.trouble().has_value() != isBlind) {
        isBlind = watch.trouble().has_value();
        say(isBlind ? watch.toString() : Text::tr("it can be looked at again"));
    }
}

/// Until the time is over or somebody has enough.
RevertReport lookFor(KubeClient &client, const Push &push, std::chrono::milliseconds length)
{
    const SystemClock clock;
    std::vector<WatchedObject> watched = watchedObjects(push.plan(), push.steps());
    if (watched.empty()) {
        say(Text::tr("there is nothing to watch: nothing of it is there"));
        return {};
    }
    RevertWatch watch(client, std::move(watched), clock, length);
    const Interrupt interrupt;
    say(Text::tr("watching for %1 whether it stays; Ctrl-C ends it").arg(humanDuration(length)));
    QObject::connect(&watch, &RevertWatch::reverted, &watch,
                     [](const Reversion &reversion) { say(reversion.toString()); });
    bool isBlind = false;
    QObject::connect(&watch, &RevertWatch::looked, &watch,
                     [&watch, &isBlind] { tellTrouble(watch, isBlind); });
    QEventLoop loop;
    QObject::connect(&watch, &RevertWatch::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupt, &Interrupt::caught, &loop, &QEventLoop::quit);
    loop.exec();
    const bool isComplete = !watch.isActive();
    watch.stop();
    if (const QString known = watch.toString(); !known.isEmpty()) {
        say(known);
    }
    return {.isWatched = true,
            .isComplete = isComplete,
            .reversions = watch.reversions(),
            .trouble = watch.trouble(),
            .seenAt = watch.seenAt()};
}

int tell(const PushRun &run, Push &push)
{
    RevertReport watch;
    if (!push.result()) {
        (void)explain(push.result().error());
    } else if (run.watch.count() > 0 && !push.plan().isEmpty()) {
        watch = lookFor(run.cluster.kube->client(), push, run.watch);
    }
    const int written = answer(run.json ? jsonLine(pushJson(push, watch)) : pushText(push));
    const bool isSeen = !watch.isWatched || (watch.seenAt && !watch.trouble);
    const bool isFine = push.result() && isSeen && watch.reversions.empty();
    return written == ExitOk && isFine ? ExitOk : ExitError;
}

bool isProtected(const PushRun &run)
{
    return run.write.isProtected || run.cluster.isProtected;
}

} // namespace

void addWatchOption(CLI::App &command, std::string &watch)
{
    command
        .add_flag("--watch{10m}", watch,
                  "Watch for ten minutes, or for as long as --watch=LENGTH says, whether somebody "
                  "puts it back; 0: not. Exit status 1 if so, or if it could not be looked at")
        ->check([](const std::string &text) {
            const auto length = parseSpanArgument(QString::fromStdString(text));
            return length ? std::string{} : length.error().sentence().toStdString();
        });
}

std::chrono::milliseconds watchLength(const std::string &watch)
{
    return watch.empty() ? std::chrono::milliseconds{0}
                         : *parseSpanArgument(QString::fromStdString(watch));
}

int runPush(const PushRun &run, const Plan &plan, PushInput input)
{
    // With JSON standard output is for the result alone.
    if (!print(run.json ? stderr : stdout, planText(plan, run.file))) {
        return ExitError;
    }
    if (plan.isBlocked()) {
        say(Text::tr("spillwayctl: the plan has errors and was not pushed"));
        return ExitError;
    }
    KubeSession &session = *run.cluster.kube;
    const SystemClock clock;
    WriteWindow window(session.access().contextName(), isProtected(run), clock);
    if (!plan.isEmpty() || input.undoes > 0) {
        const QString what =
            plan.isEmpty()
                ? Text::tr("Mark revision %1 of %2 as undone").arg(input.undoes).arg(plan.policy)
                : Text::tr("Push revision %1 of %2 to %3")
                      .arg(plan.liveRevision + 1)
                      .arg(plan.policy, plan.target.nameSpace);
        const Result<WriteTicket> allowed = confirmed(window, run.write, what);
        if (!allowed) {
            return explain(allowed.error());
        }
        input.author = authorOf(session, run.write);
    } else if (const Result<WriteTicket> opened = window.open(session.access().contextName());
               !opened) {
        return explain(opened.error());
    }
    input.journalFolder = run.journals;
    Push push(session.client(), *window.ticket(), plan, std::move(input));
    carryOut(push);
    return tell(run, push);
}

int runResume(const PushRun &run, std::unique_ptr<Journal> journal)
{
    KubeSession &session = *run.cluster.kube;
    const SystemClock clock;
    WriteWindow window(session.access().contextName(), isProtected(run), clock);
    const PushRecord &record = journal->record();
    const QString what = Text::tr("Go on with revision %1 of %2 (%3 of %4 steps done)")
                             .arg(record.revision)
                             .arg(record.policy)
                             .arg(record.stepsDone())
                             .arg(record.steps.size());
    WriteArguments write = run.write;
    if (write.reason.empty()) {
        write.reason = record.reason.toStdString(); // said when it was begun
    }
    const Result<WriteTicket> allowed = confirmed(window, write, what);
    if (!allowed) {
        return explain(allowed.error());
    }
    Push push(session.client(), *allowed, std::move(journal));
    carryOut(push);
    return tell(run, push);
}

} // namespace spillway
