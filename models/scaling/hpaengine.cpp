// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpaengine.h"

#include "scaling/wraparound.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

HpaEngine::HpaEngine(HpaSpec spec, HpaController controller)
    : m_spec(std::move(spec))
    , m_controller(controller)
    , m_tolerance(m_controller, m_spec.behavior)
{}

void HpaEngine::setBounds(std::int32_t minReplicas, std::int32_t maxReplicas)
{
    m_spec.minReplicas = minReplicas;
    m_spec.maxReplicas = maxReplicas;
}

void HpaEngine::setBehavior(std::optional<HpaBehavior> behavior)
{
    m_spec.behavior = std::move(behavior);
    m_tolerance = HpaTolerance(m_controller, m_spec.behavior);
}

HpaDecision HpaEngine::sync(const HpaSync &sync)
{
    HpaDecision decision;
    decision.current = sync.scale.current;
    decision.desired = decision.current;
    decision.minReplicas = m_spec.minReplicas;
    decision.maxReplicas = m_spec.maxReplicas;
    decision.ableToScale = "SucceededGetScale"_L1;
    decision.scalingActive = m_conditions.scalingActive;
    decision.scalingActiveStatus = m_conditions.scalingActiveStatus;
    decision.scalingLimited = m_conditions.scalingLimited;
    decision.scaledToZero = m_conditions.scaledToZero;
    if (m_first) {
        m_memory.recommendations.push_back({sync.time, decision.current});
        m_first = false;
    }

    const bool ownZero = m_controller.scaleToZero && m_conditions.scaledToZero.value_or(false);
    if (decision.current == 0 && !ownZero) {
        decision.outcome = HpaOutcome::Disabled;
        decision.scalingActive = "ScalingDisabled"_L1;
        decision.scalingActiveStatus = false;
    } else if (decision.current > 0 && decision.current > m_spec.maxReplicas) {
        decision.outcome = HpaOutcome::AboveMaximum;
        decision.desired = m_spec.maxReplicas;
        write(decision, sync.time);
    } else if (decision.current > 0 && decision.current < m_spec.minReplicas) {
        decision.outcome = HpaOutcome::BelowMinimum;
        decision.desired = m_spec.minReplicas;
        write(decision, sync.time);
    } else if (!evaluateMetrics(decision, sync)) {
        decision.outcome = HpaOutcome::MetricsFailed;
    } else {
        normalize(decision, sync.time);
        if (decision.desired != decision.current) {
            decision.outcome = HpaOutcome::Scaled;
            write(decision, sync.time);
        }
    }
    keepConditions(decision);
    return decision;
}

bool HpaEngine::evaluateMetrics(HpaDecision &decision, const HpaSync &sync)
{
    std::int32_t best = 0;
    QLatin1String firstFailure;
    std::size_t failures = 0;
    decision.metrics.reserve(m_spec.metrics.size());
    const HpaReading none{.error = true};
    for (std::size_t i = 0; i < m_spec.metrics.size(); ++i) {
        const HpaReading &reading = i < sync.readings.size() ? sync.readings[i] : none;
        decision.metrics.push_back(
            evaluateHpaMetric(m_spec.metrics[i], reading, sync.scale, m_controller, m_tolerance));
        const HpaMetricTrace &trace = decision.metrics.back();
        if (trace.failed) {
            firstFailure = failures == 0 ? trace.failureReason : firstFailure;
            ++failures;
        } else if (best == 0 || trace.proposal > best) {
            best = trace.proposal;
            decision.decisiveMetric = static_cast<int>(i);
        }
    }
    decision.wanted = std::max(best, 0);
    if (failures == m_spec.metrics.size() || (failures > 0 && best < decision.current)) {
        decision.scalingActive = firstFailure;
        decision.scalingActiveStatus = false;
        return false;
    }
    decision.scalingActive = "ValidMetricFound"_L1;
    decision.scalingActiveStatus = true;
    return true;
}

void HpaEngine::normalize(HpaDecision &decision, std::int64_t now)
{
    if (m_spec.behavior) {
        normalizeWithBehavior(decision, m_memory, now, *m_spec.behavior);
    } else {
        normalizeLegacy(decision, m_memory, now, m_controller);
    }
    if (decision.current == 0 && m_spec.minReplicas > 0 && decision.desired < m_spec.minReplicas) {
        decision.desired = m_spec.minReplicas;
    }
}

void HpaEngine::write(HpaDecision &decision, std::int64_t now)
{
    if (decision.desired < 0) {
        decision.outcome = HpaOutcome::UpdateRefused;
        decision.ableToScale = "FailedUpdateScale"_L1;
        decision.desired = decision.current;
        return;
    }
    decision.ableToScale = "SucceededRescale"_L1;
    if (m_spec.behavior) {
        if (decision.desired > decision.current) {
            HpaMemory::store(m_memory.ups, now,
                             wrap::subtract32(decision.desired, decision.current),
                             m_spec.behavior->scaleUp.longestPeriod());
        } else {
            HpaMemory::store(m_memory.downs, now,
                             wrap::subtract32(decision.current, decision.desired),
                             m_spec.behavior->scaleDown.longestPeriod());
        }
    }
    if (m_controller.scaleToZero) {
        decision.scaledToZero = decision.current > 0 && decision.desired == 0 && canReachZero();
    }
}

bool HpaEngine::canReachZero() const
{
    return m_spec.minReplicas == 0 &&
           std::any_of(m_spec.metrics.begin(), m_spec.metrics.end(), [](const HpaMetric &metric) {
               return metric.source == HpaMetric::Source::Object ||
                      metric.source == HpaMetric::Source::External;
           });
}

void HpaEngine::keepConditions(const HpaDecision &decision)
{
    m_conditions = {decision.ableToScale, decision.scalingActive, decision.scalingActiveStatus,
                    decision.scalingLimited, decision.scaledToZero};
}

} // namespace spillway
