// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/optimisecommand.h"

#include "scaling/replayaxes.h"
#include "spillwayctl/command.h"
#include "spillwayctl/interrupt.h"
#include "spillwayctl/optimisereport.h"
#include "spillwayctl/optionerror.h"
#include "spillwayctl/simulationsource.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <memory>
#include <optional>
#include <thread>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

struct OptimiseOptions
{
    SimulationArguments source;
    std::string p95;
    std::string share429;
    std::string backlogAge;
    std::string latencyOf;
    int budget = OptimiserOptions().budget;
    std::uint64_t seed = OptimiserOptions().seed;
    int threads = 0;
    std::vector<std::string> only;
    bool json = false;
};

/// "0.01" or "1%"
Result<double> shareOf(const std::string &text)
{
    constexpr double hundred = 100;
    QString given = QString::fromStdString(text).trimmed();
    const bool isPercent = given.endsWith(u'%');
    if (isPercent) {
        given.chop(1);
    }
    bool isNumber = false;
    const double value = given.toDouble(&isNumber) / (isPercent ? hundred : 1);
    if (!isNumber || !(value >= 0 && value <= 1)) {
        return badOption(Text::tr("Cannot use the share \"%1\"").arg(QString::fromStdString(text)),
                         Text::tr("expected a share such as 1% or 0.01"));
    }
    return value;
}

Result<PolicySlo> sloOf(const OptimiseOptions &options)
{
    PolicySlo slo;
    const auto seconds = [](const std::string &text, std::optional<double> &to) -> Result<void> {
        if (text.empty()) {
            return {};
        }
        const auto span = parseSpanArgument(QString::fromStdString(text));
        if (!span) {
            return span.error();
        }
        to = std::chrono::duration<double>(*span).count();
        return {};
    };
    if (const Result<void> read = seconds(options.p95, slo.p95Seconds); !read) {
        return read.error();
    }
    if (const Result<void> read = seconds(options.backlogAge, slo.backlogAgeSeconds); !read) {
        return read.error();
    }
    if (!options.share429.empty()) {
        const Result<double> share = shareOf(options.share429);
        if (!share) {
            return share.error();
        }
        slo.share429 = *share;
    }
    if (!slo.p95Seconds && !slo.share429 && !slo.backlogAgeSeconds) {
        return badOption(Text::tr("There is nothing to hold"),
                         Text::tr("give --slo-p95, --slo-429 or --slo-backlog-age"));
    }
    return slo;
}

ReplaySearchParts partsOf(const OptimiseOptions &options)
{
    if (options.only.empty()) {
        return {};
    }
    ReplaySearchParts parts{false, false, false};
    for (const std::string &part : options.only) {
        parts.bounds = parts.bounds || part == "bounds";
        parts.targets = parts.targets || part == "targets";
        parts.windows = parts.windows || part == "windows";
    }
    return parts;
}

Result<OptimiserProblem> problemOf(const OptimiseOptions &options, const SimulationSource &source,
                                   ReplayPolicy policy)
{
    const Result<PolicySlo> slo = sloOf(options);
    if (!slo) {
        return slo.error();
    }
    if (!options.latencyOf.empty()) {
        const QString name = QString::fromStdString(options.latencyOf);
        const std::vector<PipelineComponent> &components = policy.pipeline.components;
        for (std::size_t i = 0; i < components.size(); ++i) {
            if (components[i].name == name) {
                policy.latencyOf = i;
            }
        }
        if (!policy.latencyOf) {
            return badOption(Text::tr("Cannot look at the latency of \"%1\"").arg(name),
                             Text::tr("it is not replayed"));
        }
    }
    ReplaySearch search = replaySearch(policy, partsOf(options));
    if (search.axes.empty()) {
        return Error{.code = ErrorCode::InvalidDocument,
                     .what = Text::tr("There is nothing to optimise"),
                     .where = source.today.policy.name,
                     .why = Text::tr("no component of the policy is scaled")};
    }
    return replayProblem(policy, search.knobs, std::move(search.axes), *slo);
}

/// Searches on other threads while the event loop waits for Ctrl+C.
Result<OptimiserResult> search(const OptimiserProblem &problem, const OptimiseOptions &options)
{
    std::stop_source stop;
    const Interrupt interrupt;
    QEventLoop loop;
    QObject::connect(&interrupt, &Interrupt::caught, &loop, [&stop] {
        say(Text::tr("spillwayctl: stopped; what was found until now follows"));
        stop.request_stop();
    });
    OptimiserOptions run{.budget = options.budget,
                         .seed = options.seed,
                         .threads = options.threads,
                         .stop = stop.get_token(),
                         .progress = {}};
    int shown = 0;
    run.progress = [&shown](const OptimiserProgress &progress) {
        constexpr int parts = 10;
        if (progress.planned > 0 && progress.evaluated * parts / progress.planned > shown) {
            shown = progress.evaluated * parts / progress.planned;
            say(Text::tr("spillwayctl: %1 of %2 policies replayed")
                    .arg(progress.evaluated)
                    .arg(progress.planned));
        }
    };
    std::optional<Result<OptimiserResult>> result;
    std::thread worker([&] {
        result.emplace(optimise(problem, run));
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    worker.join();
    return std::move(*result);
}

int runOptimise(const OptimiseOptions &options)
{
    if (const Result<PolicySlo> slo = sloOf(options); !slo) {
        return explain(slo.error()); // before anything is fetched
    }
    const Result<SimulationSource> source = loadSimulation(options.source);
    if (!source) {
        return explain(source.error());
    }
    Result<Simulation> simulation =
        simulate(source->today.policy, nullptr, source->history, source->input);
    if (!simulation) {
        return explain(placed(simulation.error(), source->today.positions));
    }
    const Result<OptimiserProblem> problem =
        problemOf(options, *source, simulation->today.pipeline.replay);
    if (!problem) {
        return explain(problem.error());
    }
    const Result<OptimiserResult> result = search(*problem, options);
    if (!result) {
        return explain(result.error());
    }
    const QString &currency = source->input.prices.currency;
    const int code = options.json ? answerJson(optimiserJson(*problem, *result, currency))
                                  : answer(optimiserText(*problem, *result, currency));
    // A search that was stopped has not done what it was asked for.
    return code == ExitOk && result->cancelled ? ExitError : code;
}

} // namespace

void addOptimiseCommand(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<OptimiseOptions>();
    CLI::App *const command = app.add_subcommand(
        "optimise", "Search the cheapest policy that holds an SLO on replayed traffic");
    addSimulationOptions(*command, options->source);
    command->add_option("--slo-p95", options->p95, "Latency to hold")->type_name("DURATION");
    command->add_option("--slo-429", options->share429, "Share of 429s to hold, such as 1%")
        ->type_name("SHARE");
    command
        ->add_option("--slo-backlog-age", options->backlogAge,
                     "How long the oldest message may wait")
        ->type_name("DURATION");
    command
        ->add_option("--latency-of", options->latencyOf,
                     "Whose latency counts; the slowest component's if not given")
        ->type_name("COMPONENT");
    command
        ->add_option("--only", options->only,
                     "What may be changed: bounds, targets, windows; may be repeated")
        ->type_name("PART")
        ->check(CLI::IsMember({"bounds", "targets", "windows"}))
        ->expected(1)
        ->take_all();
    command->add_option("--budget", options->budget, "Policies to replay at most")
        ->capture_default_str()
        ->type_name("COUNT")
        ->check(CLI::PositiveNumber);
    command->add_option("--seed", options->seed, "The same seed finds the same")
        ->capture_default_str();
    command->add_option("--threads", options->threads, "0 = all cores")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    command->add_flag("--json", options->json, "JSON on one line; docs/simulate.md has the fields");
    command->footer("Progress goes to standard error. Ctrl-C ends the search; what was found until "
                    "then is printed, and the exit status is 1.");
    command->callback([options, &line] { line.run = [options] { return runOptimise(*options); }; });
}

} // namespace spillway
