// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/hpaengine.h"
#include "scaling/kedaengine.h"
#include "scaling/pipeline.h"
#include "scaling/replaypods.h"

#include <optional>
#include <vector>

namespace spillway {

/// One decision about one component, for people.
struct ReplayDecision
{
    EpochMs time = 0;
    int before = 0;
    int after = 0;
    int floor = 0; ///< bounds that held
    int cap = 0;
    QStringList why;         ///< names of what decided the bounds; empty: the base
    bool known = true;       ///< false: a metric was not known, nothing was decided
    bool byOperator = false; ///< KEDA's operator did it, not the HPA
    std::optional<HpaDecision> hpa;
};

/// Runs the autoscaler of one component inside a replay: follows the timeline's bounds and turns
/// signals into what the engine would read.
class ReplayScaler
{
public:
    /// The scaling must outlive it; start in seconds.
    ReplayScaler(const ComponentScaling &scaling, double requestedCores, std::int64_t start);

    /// What the last step measured. All per second or absolute; NaN = unknown.
    struct Readings
    {
        std::vector<double> signals; ///< one a signal; Cores and Requests of the own component are
                                     ///< totals over its ready replicas
        double readyDuring = 0;      ///< replicas that shared them, on the mean
        double startingCores = 0;    ///< of a replica that is not ready
    };

    /// The number of replicas from now on. `decision`, if not null, learns why.
    [[nodiscard]] int decide(const ReplayPods &pods, const Readings &readings, EpochMs time,
                             ReplayDecision *decision);
    [[nodiscard]] int floor() const { return m_floor; }
    [[nodiscard]] int cap() const { return m_cap; }

private:
    void followTimeline(EpochMs time);
    [[nodiscard]] int runHpa(const HpaScale &scale, const ReplayPods &pods,
                             const Readings &readings, std::int64_t now, ReplayDecision *decision);
    [[nodiscard]] int runKeda(const HpaScale &scale, const ReplayPods &pods,
                              const Readings &readings, std::int64_t now, ReplayDecision *decision);
    void fillPods(HpaReading &reading, const MetricSignal &signal, double total,
                  const ReplayPods &pods, const Readings &readings, std::int64_t now) const;

    const ComponentScaling &m_scaling;
    std::optional<HpaEngine> m_hpa;
    std::optional<KedaEngine> m_keda;
    HpaSync m_hpaSync; ///< reused: no allocation a step
    KedaSync m_kedaSync;
    std::int64_t m_requestMilli;
    std::size_t m_row = 0;
    const TimelineRow *m_current = nullptr;
    int m_floor = 0;
    int m_cap = 0;
};

} // namespace spillway
