// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/simulatecommand.h"

#include "scaling/hpaexplain.h"
#include "spillwayctl/command.h"
#include "spillwayctl/optionerror.h"
#include "spillwayctl/simulationreport.h"
#include "spillwayctl/simulationsource.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <memory>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

struct SimulateOptions
{
    SimulationArguments source;
    std::vector<std::string> explain;
    double eventGrowth = 1;
    bool json = false;
};

QStringList sentencesOf(const ReplayDecision &decision, const ComponentScaling &scaling)
{
    QStringList sentences;
    if (!decision.why.isEmpty()) {
        sentences << Text::tr("The bounds %1 to %2 come from %3.")
                         .arg(decision.floor)
                         .arg(decision.cap)
                         .arg(decision.why.join(u", "_s));
    }
    if (!decision.known) {
        return sentences << Text::tr("A metric was not known, so nothing was decided: %1 replicas.")
                                .arg(decision.after);
    }
    if (decision.byOperator) {
        sentences << Text::tr("KEDA's operator changed it from %1 to %2, not the HPA.")
                         .arg(decision.before)
                         .arg(decision.after);
    }
    if (decision.hpa) {
        constexpr EpochMs second = 1000;
        const bool keda = scaling.engine == ComponentScaling::Engine::Keda;
        sentences << explainHpaDecision(
            *decision.hpa, keda ? hpaOfKeda(scaling.keda, scaling.controller) : scaling.hpa,
            decision.time / second);
    }
    return sentences;
}

/// COMPONENT@TIME
Result<ExplainedDecision> explained(const std::string &text, const Pipeline &pipeline)
{
    const QString given = QString::fromStdString(text);
    const qsizetype at = given.indexOf(u'@');
    if (at < 1) {
        return badOption(Text::tr("Cannot explain \"%1\"").arg(given),
                         Text::tr("expected COMPONENT@TIME"));
    }
    const auto time = parseTimeArgument(given.sliced(at + 1), SystemClock().now());
    if (!time) {
        return time.error();
    }
    ExplainedDecision made{.component = given.left(at), .decision = {}, .sentences = {}};
    Result<ReplayDecision> decision = explainReplay(pipeline, made.component, *time);
    if (!decision) {
        Error error = decision.error();
        error.code = ErrorCode::InvalidInput;
        return error;
    }
    made.decision = std::move(decision).value();
    for (const PipelineComponent &component : pipeline.components) {
        if (component.name == made.component) {
            made.sentences = sentencesOf(made.decision, component.scaling);
        }
    }
    return made;
}

/// In which of the two files the error is.
Error placedIn(const SimulationSource &source, const Error &error)
{
    const bool inEdited =
        source.edited &&
        policyPipeline(source.today.policy, source.history, source.input.pipeline).ok();
    return placed(error, inEdited ? source.edited->positions : source.today.positions);
}

/// Quotas and forecasts of both policies.
Result<void> lookAhead(SimulationReport &report, const SimulationSource &source, double eventGrowth)
{
    Result<PolicyOutlook> today = policyOutlook(source.today.policy, report.simulation.today,
                                                source.history, source.input, eventGrowth);
    if (!today) {
        return placed(today.error(), source.today.positions);
    }
    report.today = std::move(today).value();
    if (source.edited) {
        Result<PolicyOutlook> edited =
            policyOutlook(source.edited->policy, *report.simulation.edited, source.history,
                          inputOfEdited(source.input, report.simulation.today), eventGrowth);
        if (!edited) {
            return placed(edited.error(), source.edited->positions);
        }
        report.edited = std::move(edited).value();
    }
    return {};
}

int runSimulate(const SimulateOptions &options)
{
    if (!(options.eventGrowth >= 0 && options.eventGrowth <= largestGrowth)) {
        return explain(badOption(
            Text::tr("Cannot use the growth during events"),
            Text::tr("it must be a number from 0 to %1, such as 3").arg(largestGrowth, 0, 'f', 0)));
    }
    const Result<SimulationSource> source = loadSimulation(options.source);
    if (!source) {
        return explain(source.error());
    }
    Result<Simulation> simulation =
        simulate(source->today.policy, source->edited ? &source->edited->policy : nullptr,
                 source->history, source->input);
    if (!simulation) {
        return explain(placedIn(*source, simulation.error()));
    }
    SimulationReport report{.simulation = std::move(simulation).value(),
                            .today = {},
                            .edited = {},
                            .tags = {},
                            .editedTags = {},
                            .controller = source->input.pipeline.context.controller,
                            .recorded = source->history.grid,
                            .currency = source->input.prices.currency,
                            .growth = options.source.growth,
                            .explained = {}};
    if (const Result<void> done = lookAhead(report, *source, options.eventGrowth); !done) {
        return explain(done.error());
    }
    report.tags = tagCosts(source->today.policy, report.simulation.today);
    if (source->edited) {
        report.editedTags = tagCosts(source->edited->policy, *report.simulation.edited);
    }
    const SimulatedPolicy &shown =
        report.simulation.edited ? *report.simulation.edited : report.simulation.today;
    for (const std::string &wanted : options.explain) {
        Result<ExplainedDecision> one = explained(wanted, shown.pipeline.replay.pipeline);
        if (!one) {
            return explain(one.error());
        }
        report.explained.push_back(std::move(one).value());
    }
    return options.json ? answerJson(simulationJson(report)) : answer(simulationText(report));
}

} // namespace

void addSimulateCommand(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<SimulateOptions>();
    CLI::App *const command = app.add_subcommand(
        "simulate", "Replay traffic under a policy: replicas, latency, 429s, backlog and cost");
    addSimulationOptions(*command, options->source);
    command
        ->add_option("--compare", options->source.compare,
                     "Edited policy file: what would change against --policy")
        ->type_name("FILE");
    command
        ->add_option("--explain", options->explain,
                     "Why the autoscaler decided as it did, of the edited policy if there is one; "
                     "may be repeated")
        ->type_name("COMPONENT@TIME")
        ->expected(1)
        ->take_all();
    command
        ->add_option("--event-growth", options->eventGrowth,
                     "Times the ordinary traffic during the policy's coming events, for which the "
                     "replayed traffic holds no earlier event of that name")
        ->capture_default_str()
        ->type_name("FACTOR");
    command->add_flag("--json", options->json, "JSON on one line; docs/simulate.md has the fields");
    command->footer("First --policy is replayed over the recorded traffic as it was and compared "
                    "with the recorded replicas: the calibration. Traffic that is not known stays "
                    "unknown and lowers the confidence.");
    command->callback([options, &line] { line.run = [options] { return runSimulate(*options); }; });
}

} // namespace spillway
