// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policysimulation.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicySimulation)
};

double meanCores(const ServiceHistory &service)
{
    double cores = 0;
    double replicas = 0;
    for (std::size_t i = 0; i < std::min(service.cores.size(), service.ready.size()); ++i) {
        if (std::isfinite(service.cores[i]) && service.ready[i] > 0) {
            cores += service.cores[i];
            replicas += service.ready[i];
        }
    }
    return replicas > 0 ? cores / replicas : 0;
}

/// Fills in what the replicas and requests of a pipeline cost.
class Pricing
{
public:
    Pricing(const ScalingHistory &history, const SimulationPrices &prices, QStringList &notes)
        : m_history(history)
        , m_prices(prices)
        , m_notes(notes)
    {}

    ReplayPrices apply(const Policy &policy, ReplayPolicy &replay)
    {
        ReplayPrices made{.perCoreHour = m_prices.perCoreHour,
                          .perGibHour = m_prices.perGibHour,
                          .node = m_prices.node,
                          .sharedPerHour = m_prices.sharedPerHour};
        replay.prices.clear();
        for (const PipelineComponent &component : replay.pipeline.components) {
            const ComponentPrice price = priceOf(policy, component, replay.pipeline.grid.from);
            const double perHour =
                price.perReplicaHour.value_or(price.allocated.cores * m_prices.perCoreHour +
                                              price.allocated.gib * m_prices.perGibHour);
            replay.prices.push_back({perHour, price.tokensPerServed + price.callsPerServed});
            made.components.push_back(price);
        }
        return made;
    }

private:
    ComponentPrice priceOf(const Policy &policy, const PipelineComponent &component, EpochMs time)
    {
        ComponentPrice price;
        if (const ComponentHistory *const known = m_history.find(component.name)) {
            price.requested = {known->service.requestedCores, known->requestedGib};
            price.allocated = {std::max(price.requested.cores, meanCores(known->service)),
                               std::max(price.requested.gib, known->usedGib)};
        }
        if (const PolicyComponent *const written = policy.find(component.name);
            written != nullptr && written->cost.perReplicaHour) {
            if (policy.currency == m_prices.currency) {
                price.perReplicaHour = written->cost.perReplicaHour;
            } else {
                note(Text::tr("The policy's price of %1 is in %2, not in %3, and is left out.")
                         .arg(component.name, policy.currency, m_prices.currency));
            }
        }
        if (price.allocated == ComputeSize{}) {
            // Nothing would be the wrong price to compare by.
            price.requested.cores = component.service.requestedCores;
            price.allocated = price.requested;
            note(Text::tr("The size of the replicas of %1 is not known; %2 cores are assumed.")
                     .arg(component.name)
                     .arg(price.allocated.cores));
        }
        price.callsPerServed =
            m_prices.perRequest.value(component.name, m_prices.perRequest.value(u"*"_s, 0.0));
        price.tokensPerServed = tokensOf(component, time);
        return price;
    }

    double tokensOf(const PipelineComponent &component, EpochMs time)
    {
        double cost = 0;
        if (!component.llm) {
            return cost;
        }
        constexpr double units = 1e12; // PicoMoney
        for (const LlmPool &pool : component.llm->pools) {
            const std::optional<ModelPrice> price = m_prices.tokens.priceAt(pool.quota.model, time);
            if (!price) {
                note(Text::tr("The tokens of %1 have no price and cost nothing here.")
                         .arg(pool.quota.model));
                continue;
            }
            const double input = price->cachedInInput
                                     ? std::max(0.0, pool.use.input - pool.use.cached)
                                     : pool.use.input;
            const double each =
                input * static_cast<double>(price->of(TokenDirection::Input)) +
                pool.use.cached * static_cast<double>(price->of(TokenDirection::Cached)) +
                pool.use.output * static_cast<double>(price->of(TokenDirection::Output));
            cost += pool.share * each / units * m_prices.tokenExchange;
        }
        return cost;
    }

    void note(const QString &sentence)
    {
        if (!m_notes.contains(sentence)) {
            m_notes << sentence;
        }
    }

    const ScalingHistory &m_history;
    const SimulationPrices &m_prices;
    QStringList &m_notes;
};

/// Requests of components that nothing feeds are those of the users.
std::vector<bool> entriesOf(const Pipeline &pipeline)
{
    std::vector<bool> entries;
    for (const PipelineComponent &component : pipeline.components) {
        entries.push_back(component.feeds.empty());
    }
    return entries;
}

Error cancelled()
{
    return Error{.code = ErrorCode::Cancelled, .what = Text::tr("The replay was cancelled")};
}

ComponentCalibration calibrationOf(const PipelinePart &part, const ReplayColumns &columns,
                                   const TimeGrid &grid, std::chrono::milliseconds period)
{
    ComponentCalibration made;
    made.name = part.name;
    made.known = knownShare(part.recorded) > 0;
    made.calibration = calibrate(columns.desired, part.recorded, part.fit.marks, grid, period);
    // Replicas that hardly ever change are met by anything.
    constexpr double margin = 0.02;
    const CalibrationScore &whole = made.calibration.whole;
    made.saysLittle = whole.score <= whole.baseline + margin;
    return made;
}

Result<std::vector<ComponentCalibration>> calibrateAll(const Policy &today,
                                                       const ScalingHistory &history,
                                                       const SimulationInput &input,
                                                       const std::atomic<bool> *cancel)
{
    PipelineInput asRecorded = input.pipeline;
    asRecorded.growth = 1;
    asRecorded.startsAt.reset();
    asRecorded.traffic.reset();
    if (history.grid.count == 0) {
        return std::vector<ComponentCalibration>{}; // nothing was recorded to compare with
    }
    const Result<PolicyPipeline> pipeline = policyPipeline(today, history, asRecorded);
    if (!pipeline) {
        return pipeline.error();
    }
    const Result<ReplayResult> result = replay(pipeline->replay.pipeline, cancel);
    if (!result) {
        return result.error();
    }
    if (result->cancelled) {
        return cancelled();
    }
    std::vector<ComponentCalibration> all;
    for (std::size_t i = 0; i < pipeline->parts.size(); ++i) {
        all.push_back(calibrationOf(pipeline->parts[i], result->components[i], history.grid,
                                    input.calibrationPeriod));
    }
    return all;
}

} // namespace

double SimulatedPolicy::confidence() const
{
    double least = pipeline.parts.empty() ? 0 : 1;
    for (const PipelinePart &part : pipeline.parts) {
        least = std::min(least, part.confidence);
    }
    return least;
}

Result<SimulatedPolicy> simulatePolicy(const Policy &policy, const ScalingHistory &history,
                                       const SimulationInput &input,
                                       const std::atomic<bool> *cancel)
{
    Result<PolicyPipeline> pipeline = policyPipeline(policy, history, input.pipeline);
    if (!pipeline) {
        return pipeline.error();
    }
    SimulatedPolicy made;
    made.pipeline = std::move(pipeline).value();
    made.prices = Pricing(history, input.prices, made.notes).apply(policy, made.pipeline.replay);
    made.entries = entriesOf(made.pipeline.replay.pipeline);
    Result<ReplayResult> result = replay(made.pipeline.replay.pipeline, cancel);
    if (!result) {
        return result.error();
    }
    if (result->cancelled) {
        return cancelled();
    }
    made.result = std::move(result).value();
    made.summaries = summarize(made.result);
    made.cost = replayCost(made.result, made.prices, made.entries);
    return made;
}

SimulationInput inputOfEdited(const SimulationInput &input, const SimulatedPolicy &today)
{
    SimulationInput same = input;
    if (input.editedCalendarDays) {
        same.pipeline.context.calendarDays = *input.editedCalendarDays;
    }
    for (const PipelineComponent &one : today.pipeline.replay.pipeline.components) {
        same.pipeline.assumed.insert(one.name, one.service);
    }
    return same;
}

Result<Simulation> simulate(const Policy &today, const Policy *edited,
                            const ScalingHistory &history, const SimulationInput &input,
                            const std::atomic<bool> *cancel)
{
    Simulation simulation;
    simulation.notes = history.notes;
    Result<std::vector<ComponentCalibration>> calibration =
        calibrateAll(today, history, input, cancel);
    if (!calibration) {
        return calibration.error();
    }
    simulation.calibration = std::move(calibration).value();
    Result<SimulatedPolicy> first = simulatePolicy(today, history, input, cancel);
    if (!first) {
        return first.error();
    }
    simulation.today = std::move(first).value();
    if (edited != nullptr) {
        Result<SimulatedPolicy> second =
            simulatePolicy(*edited, history, inputOfEdited(input, simulation.today), cancel);
        if (!second) {
            return second.error();
        }
        simulation.edited = std::move(second).value();
    }
    return simulation;
}

} // namespace spillway
