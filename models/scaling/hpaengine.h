// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/hpametric.h"
#include "scaling/hpanormalize.h"
#include "scaling/hpaspec.h"

#include <cstdint>
#include <vector>

namespace spillway {

/// What the controller reads at one sync. readings has one entry for each of spec.metrics; one
/// that is left out is a metric that failed.
struct HpaSync
{
    std::int64_t time = 0; ///< seconds, not before the previous sync
    HpaScale scale;
    std::vector<HpaReading> readings;
};

/// The HorizontalPodAutoscaler controller of Kubernetes 1.36 as a deterministic state machine: the
/// same readings give the same replicas, conditions and reasons. It reads and writes nothing; the
/// caller feeds decision.desired back as scale.current. Any one thread.
class HpaEngine
{
public:
    HpaEngine(HpaSpec spec, HpaController controller);

    /// As a patch of the object does; what the controller remembers stays.
    void setBounds(std::int32_t minReplicas, std::int32_t maxReplicas);
    void setBehavior(std::optional<HpaBehavior> behavior);
    [[nodiscard]] const HpaSpec &spec() const { return m_spec; }

    [[nodiscard]] HpaDecision sync(const HpaSync &sync);

private:
    struct Conditions
    {
        QLatin1String ableToScale;
        QLatin1String scalingActive;
        bool scalingActiveStatus = false;
        QLatin1String scalingLimited;
        std::optional<bool> scaledToZero;
    };

    /// Evaluates every metric; false if nothing may be changed.
    bool evaluateMetrics(HpaDecision &decision, const HpaSync &sync);
    void normalize(HpaDecision &decision, std::int64_t now);
    void write(HpaDecision &decision, std::int64_t now);
    [[nodiscard]] bool canReachZero() const;
    void keepConditions(const HpaDecision &decision);

    HpaSpec m_spec;
    HpaController m_controller;
    HpaTolerance m_tolerance;
    HpaMemory m_memory;
    Conditions m_conditions;
    bool m_first = true;
};

} // namespace spillway
