// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policypipeline.h"
#include "scaling/calibration.h"
#include "scaling/pricetable.h"
#include "scaling/replaycost.h"
#include "scaling/replaysummary.h"

#include <atomic>

namespace spillway {

/// What a simulation charges, in one currency.
struct SimulationPrices
{
    QString currency = QStringLiteral("USD");
    double perCoreHour = 0;
    double perGibHour = 0;
    NodePrice node;
    double sharedPerHour = 0;
    QMap<QString, double> perRequest; ///< by component; "*": each one that is not named
    PriceTable tokens;
    double tokenExchange = 1; ///< what one unit of the token table's currency costs
};

struct SimulationInput
{
    PipelineInput pipeline;
    SimulationPrices prices;
    std::chrono::milliseconds calibrationPeriod{24 * 3'600'000};
    /// Days of the edited policy's own calendar files; none: it has today's.
    std::optional<std::vector<DateSpan>> editedCalendarDays;
};

/// How well today's policy, replayed over the recorded traffic, meets what happened.
struct ComponentCalibration
{
    QString name;
    bool known = false; ///< replicas were recorded
    Calibration calibration;
    /// Guessing the usual number of replicas all the time is as good: the score proves nothing.
    bool saysLittle = false;
};

/// One policy over the traffic.
struct SimulatedPolicy
{
    PolicyPipeline pipeline; ///< with prices, so that the optimiser can go on from it
    ReplayResult result;
    std::vector<ReplaySummary> summaries; ///< one a component of the pipeline
    ReplayPrices prices;
    std::vector<bool> entries; ///< components whose requests are the users'; one a component
    ReplayCost cost;
    QStringList notes; ///< translated sentences: what is doubtful about the prices

    /// 0..1 of the least certain component.
    [[nodiscard]] double confidence() const;
};

struct Simulation
{
    std::vector<ComponentCalibration> calibration; ///< one a component of today's pipeline
    SimulatedPolicy today;
    std::optional<SimulatedPolicy> edited;
    QStringList notes; ///< translated sentences: about the record, so of both policies
};

/// Replays one policy over the traffic times growth and prices it. Pure; any thread. Errors:
/// Cancelled, or those of policyPipeline().
[[nodiscard]] Result<SimulatedPolicy> simulatePolicy(const Policy &policy,
                                                     const ScalingHistory &history,
                                                     const SimulationInput &input,
                                                     const std::atomic<bool> *cancel = nullptr);

/// What the edited policy is replayed with: its own calendars, and the services that were assumed
/// for today's.
[[nodiscard]] SimulationInput inputOfEdited(const SimulationInput &input,
                                            const SimulatedPolicy &today);

/// Calibrates today's policy against the record, then replays it (and an edited one) over the
/// traffic times growth. Pure; any thread; `cancel` may be set by another one: the error is then
/// Cancelled. Other errors: those of policyPipeline().
[[nodiscard]] Result<Simulation> simulate(const Policy &today, const Policy *edited,
                                          const ScalingHistory &history,
                                          const SimulationInput &input,
                                          const std::atomic<bool> *cancel = nullptr);

} // namespace spillway
