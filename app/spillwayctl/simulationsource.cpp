// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/simulationsource.h"

#include "scaling/cost.h"
#include "spillwayctl/optionerror.h"
#include "spillwayctl/simulationhistory.h"
#include "spillwayctl/textfile.h"
#include "spillwayctl/timeargument.h"

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

/// The span asked for, on whole steps.
Result<TimeGrid> gridOf(const SimulationArguments &arguments)
{
    const EpochMs now = SystemClock().now();
    const auto from = parseTimeArgument(QString::fromStdString(arguments.from), now);
    const auto to = parseTimeArgument(QString::fromStdString(arguments.to), now);
    if (!from || !to) {
        return from ? to.error() : from.error();
    }
    TimeGrid grid;
    const TimeRange range = alignToStep({*from, *to}, grid.step);
    if (!range.isValid()) {
        return badOption(Text::tr("Cannot use the range"),
                         Text::tr("the end must be after the start"));
    }
    if (range.length() > timelineHorizon) {
        return badOption(Text::tr("Cannot use the range"), Text::tr("it is longer than 400 days"));
    }
    grid.from = range.from;
    grid.count = static_cast<std::size_t>(range.length() / grid.step);
    return grid;
}

/// Those of today's policy, and what the edited one has beside them.
std::vector<PolicyComponent> componentsOf(const SimulationSource &source)
{
    std::vector<PolicyComponent> all = source.today.policy.components;
    if (source.edited) {
        for (const PolicyComponent &component : source.edited->policy.components) {
            if (source.today.policy.find(component.name) == nullptr) {
                all.push_back(component);
            }
        }
    }
    return all;
}

Result<PriceTable> tokenTable(const QString &name)
{
    const QString file = name.isEmpty() ? u":/prices/tokens.yaml"_s : name;
    const Result<QByteArray> bytes = readBytes(file, YamlLimits{}.bytes);
    if (!bytes) {
        return bytes.error();
    }
    PriceTable::Reading reading = PriceTable::read(*bytes, file);
    if (!reading.problems.empty()) {
        return reading.problems.front();
    }
    return std::move(reading.table);
}

Result<SimulationPrices> pricesOf(const SimulationArguments &arguments, const Workspace &workspace)
{
    const CostPrices openCost = CostPrices::openCost();
    const WorkspacePrices &known = workspace.prices;
    SimulationPrices prices;
    prices.currency = known.currency;
    prices.perCoreHour = known.cpuCoreHour.value_or(*openCost.perCpuCoreHour);
    prices.perGibHour = known.memoryGibHour.value_or(*openCost.perMemoryGibHour);
    if (arguments.coreHour >= 0) {
        prices.perCoreHour = arguments.coreHour;
    }
    if (arguments.gibHour >= 0) {
        prices.perGibHour = arguments.gibHour;
    }
    prices.node.size = {arguments.nodeCores, arguments.nodeGib};
    if (arguments.nodeHour >= 0) {
        prices.node.perHour = arguments.nodeHour;
    }
    prices.sharedPerHour = arguments.sharedHour;
    prices.perRequest = known.perRequest;
    Result<PriceTable> tokens = tokenTable(known.table);
    if (!tokens) {
        return tokens.error();
    }
    prices.tokens = std::move(tokens).value();
    if (prices.tokens.currency() != prices.currency) {
        const auto rate = known.exchange.find(prices.tokens.currency());
        if (rate == known.exchange.end()) {
            return badOption(Text::tr("Cannot price the tokens"),
                             Text::tr("the workspace has no rate from %1 to %2")
                                 .arg(prices.tokens.currency(), prices.currency));
        }
        prices.tokenExchange = *rate;
    }
    return prices;
}

Result<void> checkNumbers(const SimulationArguments &arguments)
{
    if (!(arguments.growth >= 0 && arguments.growth <= largestGrowth)) {
        return badOption(
            Text::tr("Cannot use the growth"),
            Text::tr("it must be a number from 0 to %1, such as 3").arg(largestGrowth, 0, 'f', 0));
    }
    if (!(arguments.nodeCores > 0) || !(arguments.nodeGib > 0)) {
        return badOption(Text::tr("Cannot use the size of the nodes"),
                         Text::tr("cores and GiB must be above zero"));
    }
    if (arguments.trace.empty() && !arguments.workspace.given()) {
        return badOption(Text::tr("There is no traffic to replay"),
                         Text::tr("give --prometheus, --workspace or --trace"));
    }
    return {};
}

class Loader
{
public:
    explicit Loader(const SimulationArguments &arguments)
        : m_arguments(arguments)
    {}

    /// Step after step; the first error ends it.
    Result<SimulationSource> run()
    {
        using Step = Result<void> (Loader::*)();
        for (const Step step : {&Loader::begin, &Loader::readTrace, &Loader::readPolicies,
                                &Loader::readHistory, &Loader::readPrices}) {
            if (const Result<void> done = (this->*step)(); !done) {
                return done.error();
            }
        }
        return std::move(m_made);
    }

private:
    Result<void> begin()
    {
        if (const Result<void> fine = checkNumbers(m_arguments); !fine) {
            return fine.error();
        }
        Result<Workspace> workspace = readWorkspaceArgument(m_arguments.workspace);
        Result<TimeGrid> grid = gridOf(m_arguments);
        if (!workspace || !grid) {
            return workspace ? grid.error() : workspace.error();
        }
        m_workspace = std::move(workspace).value();
        m_grid = *grid;
        m_made.input.pipeline.growth = m_arguments.growth;
        Result<HpaController> controller = controllerOf(m_arguments.controller);
        if (!controller) {
            return controller.error();
        }
        m_made.input.pipeline.context.controller = *controller;
        if (!m_arguments.startsAt.empty()) {
            const auto at = parseTimeArgument(QString::fromStdString(m_arguments.startsAt),
                                              SystemClock().now());
            if (!at) {
                return at.error();
            }
            m_made.input.pipeline.startsAt = alignToStep({*at, *at}, m_grid.step).from;
        }
        return {};
    }

    Result<void> readTrace()
    {
        if (m_arguments.trace.empty()) {
            return {};
        }
        const QString name = QString::fromStdString(m_arguments.trace);
        const Result<QByteArray> bytes = readBytes(name, maxTraceBytes);
        if (!bytes) {
            return bytes.error();
        }
        Result<TrafficTrace> trace = readTrafficTrace(*bytes, name);
        if (!trace) {
            return trace.error();
        }
        m_made.input.pipeline.traffic = std::move(trace).value();
        return {};
    }

    /// Holidays are needed for the days that are replayed.
    [[nodiscard]] TimeRange replayed() const
    {
        const PipelineInput &input = m_made.input.pipeline;
        const TimeGrid &grid = input.traffic ? input.traffic->grid : m_grid;
        const TimeRange range{grid.from, grid.time(grid.count)};
        const EpochMs shift = input.startsAt.value_or(grid.from) - grid.from;
        return {std::min(range.from, range.from + shift), std::max(range.to, range.to + shift)};
    }

    Result<void> readPolicies()
    {
        Result<PolicyArgument> today =
            readPolicyArgument(QString::fromStdString(m_arguments.policy), replayed());
        if (!today) {
            return today.error();
        }
        m_made.today = std::move(today).value();
        m_made.input.pipeline.context.calendarDays = m_made.today.calendarDays;
        if (!m_arguments.compare.empty()) {
            Result<PolicyArgument> edited =
                readPolicyArgument(QString::fromStdString(m_arguments.compare), replayed());
            if (!edited) {
                return edited.error();
            }
            m_made.edited = std::move(edited).value();
            m_made.input.editedCalendarDays = m_made.edited->calendarDays;
        }
        return {};
    }

    Result<void> readHistory()
    {
        const std::vector<PolicyComponent> components = componentsOf(m_made);
        Workspace workspace = m_workspace;
        const QString &own = m_made.today.policy.nameSpace;
        const bool givesNone =
            m_arguments.workspace.file.empty() && m_arguments.workspace.namespaces.empty();
        if (givesNone && !own.isEmpty()) {
            workspace.namespaces = {own};
        }
        HistoryRequest request = historyRequest(std::move(workspace), components);
        for (const WorkspaceComponent &component : request.workspace.components) {
            m_made.input.pipeline.jobs.insert(component.name, component.jobs);
        }
        if (!m_arguments.workspace.given()) {
            m_made.history = nothingKnownOf(components);
            return {};
        }
        request.grid = m_grid;
        Result<ScalingHistory> history = fetchHistory(request);
        if (!history) {
            return history.error();
        }
        m_made.history = std::move(history).value();
        return {};
    }

    Result<void> readPrices()
    {
        Result<SimulationPrices> prices = pricesOf(m_arguments, m_workspace);
        if (!prices) {
            return prices.error();
        }
        m_made.input.prices = std::move(prices).value();
        return {};
    }

    const SimulationArguments &m_arguments;
    Workspace m_workspace;
    TimeGrid m_grid;
    SimulationSource m_made;
};

} // namespace

void addSimulationOptions(CLI::App &command, SimulationArguments &arguments)
{
    constexpr const char *timeHelp = "RFC 3339, unix seconds, or now-1h";
    command.add_option("--policy", arguments.policy, "Policy file, today's if there is one")
        ->required()
        ->type_name("FILE");
    command.add_option("--from", arguments.from, timeHelp)
        ->capture_default_str()
        ->type_name("TIME");
    command.add_option("--to", arguments.to, timeHelp)->capture_default_str()->type_name("TIME");
    command
        .add_option("--trace", arguments.trace,
                    "CSV with the head time,component,requests_per_second: traffic in place of the "
                    "recorded one; empty or NaN = unknown")
        ->type_name("FILE");
    command.add_option("--growth", arguments.growth, "Times the traffic")
        ->capture_default_str()
        ->type_name("FACTOR");
    command
        .add_option("--starts-at", arguments.startsAt,
                    "Replay as if the traffic began then, under the windows and events of those "
                    "days")
        ->type_name("TIME");
    command.add_option("--core-hour", arguments.coreHour, "Price of a core hour")
        ->type_name("PRICE");
    command.add_option("--gib-hour", arguments.gibHour, "Price of a GiB hour of memory")
        ->type_name("PRICE");
    command.add_option("--node-cores", arguments.nodeCores, "Cores of a node, for the cash view")
        ->capture_default_str()
        ->type_name("CORES");
    command.add_option("--node-gib", arguments.nodeGib, "Memory of a node")
        ->capture_default_str()
        ->type_name("GIB");
    command
        .add_option("--node-hour", arguments.nodeHour,
                    "Price of a node hour; its cores and memory if not given")
        ->type_name("PRICE");
    addControllerOptions(command, arguments.controller);
    command
        .add_option("--shared-hour", arguments.sharedHour,
                    "Cost an hour of what all share, divided like the allocation")
        ->capture_default_str()
        ->type_name("PRICE");
    addWorkspaceOptions(command, arguments.workspace);
}

Result<SimulationSource> loadSimulation(const SimulationArguments &arguments)
{
    return Loader(arguments).run();
}

} // namespace spillway
