// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/kedaengine.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

namespace {

constexpr double thousand = 1000;

std::int64_t toInteger(double value)
{
    constexpr auto most = static_cast<double>(std::numeric_limits<std::int64_t>::max());
    return value >= most ? std::numeric_limits<std::int64_t>::max()
                         : static_cast<std::int64_t>(value);
}

/// As a scaler reports it: to the nearest thousandth; below zero counts as nothing.
std::int64_t nearestMilli(double value)
{
    return toInteger(std::round(std::max(0.0, value) * thousand));
}

/// As fallbacks and formulas are reported: what is below a thousandth is cut off.
std::int64_t cutMilli(double value)
{
    return toInteger(std::max(0.0, value) * thousand);
}

} // namespace

KedaEngine::KedaEngine(KedaSpec spec, HpaController controller, std::int64_t createdAt)
    : m_spec(std::move(spec))
    , m_controller(controller)
    , m_hpa(hpaOfKeda(m_spec, controller), controller)
    , m_failures(m_spec.triggers.size(), 0)
    , m_createdAt(createdAt)
    , m_nextPoll(createdAt)
{}

void KedaEngine::setBounds(std::int32_t minReplicas, std::int32_t maxReplicas)
{
    m_spec.minReplicas = minReplicas;
    m_spec.maxReplicas = maxReplicas;
    m_hpa.setBounds(std::max(1, minReplicas), maxReplicas);
}

void KedaEngine::setAnnotations(const KedaAnnotations &annotations)
{
    m_spec.annotations = annotations;
    m_hpa.setBehavior(hpaOfKeda(m_spec, m_controller).behavior);
}

double KedaEngine::cronValue(const KedaTrigger &trigger, std::int64_t time) const
{
    // Inside if the next end comes before the next start, both strictly after now (cron_scaler.go).
    const KedaTrigger::Cron &cron = *trigger.cron;
    const auto start = cron.start.next(time * 1000, cron.zone);
    const auto end = cron.end.next(time * 1000, cron.zone);
    const bool inside = start && end && *end <= *start;
    return inside ? cron.desiredReplicas : 0;
}

KedaEngine::Value KedaEngine::valueOf(std::size_t trigger, const KedaSync &sync) const
{
    const KedaTrigger &one = m_spec.triggers[trigger];
    if (one.kind == KedaTrigger::Kind::Cron) {
        const double replicas = cronValue(one, sync.time);
        return {replicas, nearestMilli(replicas), false};
    }
    const KedaReading &reading = sync.readings.at(trigger);
    const bool null = reading.kind == KedaReading::Kind::Null || !std::isfinite(reading.value);
    if (reading.kind == KedaReading::Kind::Error || (null && !one.nullIsZero)) {
        return {};
    }
    const double value = null ? 0 : reading.value;
    std::int64_t reported = nearestMilli(value);
    if (one.partitions) {
        reported = std::min(reported, *one.partitions * one.targetMilli);
    }
    return {value, reported, false};
}

std::vector<KedaEngine::Value> KedaEngine::readAll(const KedaSync &sync) const
{
    std::vector<Value> values(m_spec.triggers.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (m_spec.triggers[i].kind != KedaTrigger::Kind::Resource) {
            values[i] = valueOf(i, sync);
        }
    }
    return values;
}

std::optional<std::int64_t> KedaEngine::fallbackOf(std::size_t trigger, const HpaScale &scale) const
{
    std::int32_t replicas = m_spec.fallback->replicas;
    switch (m_spec.fallback->behavior) {
    case KedaFallback::Behavior::Static:
        break;
    case KedaFallback::Behavior::CurrentReplicas:
        replicas = scale.current;
        break;
    case KedaFallback::Behavior::CurrentReplicasIfHigher:
        replicas = std::max(replicas, scale.current);
        break;
    case KedaFallback::Behavior::CurrentReplicasIfLower:
        replicas = std::min(replicas, scale.current);
    }
    if (m_spec.composite) {
        const std::int64_t target = m_spec.composite->targetMilli;
        const bool valid = target > 0 && target % 1000 == 0; // strconv.ParseInt has to read it
        return valid ? std::optional{target * replicas} : std::nullopt;
    }
    const KedaTrigger &one = m_spec.triggers[trigger];
    const double threshold = static_cast<double>(one.targetMilli) / thousand;
    if (one.metricType != HpaMetric::TargetType::Value) {
        return cutMilli(threshold * replicas);
    }
    // With no ready pod it would divide by zero and gives up.
    return scale.readyPods == 0 ? std::nullopt
                                : std::optional{cutMilli(threshold * replicas / scale.readyPods)};
}

/// The HPA asks: failures are counted here, not when the operator polls.
void KedaEngine::addFallbacks(std::vector<Value> &values, const HpaScale &scale)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (m_spec.triggers[i].kind == KedaTrigger::Kind::Resource) {
            continue;
        }
        Value &value = values[i];
        m_failures[i] = value.reported ? 0 : m_failures[i] + 1;
        if (!value.reported && m_spec.fallback &&
            m_failures[i] > m_spec.fallback->failureThreshold) {
            value.reported = fallbackOf(i, scale);
            value.fallback = value.reported.has_value();
        }
    }
}

std::optional<double> KedaEngine::compositeValue(const std::vector<Value> &values) const
{
    // Each scaler has to answer, whether the formula names it or not.
    if (anyError(values)) {
        return std::nullopt;
    }
    const auto number = [&values](std::size_t index) {
        return static_cast<double>(*values.at(index).reported) / thousand;
    };
    double load = 0;
    for (const std::size_t index : m_spec.composite->loads) {
        const double threshold = static_cast<double>(m_spec.triggers[index].targetMilli) / thousand;
        load = std::max(load, number(index) / threshold);
    }
    if (m_spec.composite->cap) {
        const double cap = number(*m_spec.composite->cap);
        load = cap > 0 ? std::min(load, cap) : load;
    }
    return load;
}

HpaReading KedaEngine::compositeReading(const std::vector<Value> &values) const
{
    HpaReading reading;
    const auto replaced =
        std::find_if(values.begin(), values.end(), [](const Value &one) { return one.fallback; });
    if (replaced != values.end()) {
        reading.seriesMilli = {*replaced->reported}; // in place of the formula's
    } else if (const std::optional<double> value = compositeValue(values)) {
        reading.seriesMilli = {cutMilli(*value)};
    } else {
        reading.error = true;
    }
    return reading;
}

bool KedaEngine::anyError(const std::vector<Value> &values) const
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (m_spec.triggers[i].kind != KedaTrigger::Kind::Resource && !values[i].measured) {
            return true;
        }
    }
    return false;
}

bool KedaEngine::isActive(const std::vector<Value> &values) const
{
    if (m_spec.composite) {
        const std::optional<double> value = compositeValue(values);
        return value && *value > m_spec.composite->activation;
    }
    bool onlyResources = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const KedaTrigger &trigger = m_spec.triggers[i];
        onlyResources = onlyResources && trigger.kind == KedaTrigger::Kind::Resource;
        // No fallback here: it does not wake a workload up from zero (keda#7239).
        if (values[i].measured && *values[i].measured > trigger.activation) {
            return true;
        }
    }
    return onlyResources;
}

std::optional<std::int32_t> KedaEngine::whenActive(bool anyError, const KedaSync &sync)
{
    const std::int32_t current = sync.scale.current;
    if (current == 0 || (m_spec.idleReplicas && current < m_spec.minReplicas)) {
        if (m_spec.annotations.scaleOutPaused) {
            return std::nullopt;
        }
        m_lastActive = sync.time;
        return std::max(1, m_spec.minReplicas);
    }
    if (!anyError) {
        m_lastActive = sync.time;
    }
    return std::nullopt;
}

std::optional<std::int32_t> KedaEngine::whenInactive(bool anyError, const KedaSync &sync) const
{
    // With a fallback the HPA will do it, which it could not from zero.
    if (anyError && (!m_spec.fallback || m_spec.fallback->replicas != 0)) {
        return std::nullopt;
    }
    const std::int32_t current = sync.scale.current;
    const bool aboveIdle = m_spec.idleReplicas && current > *m_spec.idleReplicas;
    if (aboveIdle || (current > 0 && m_spec.minReplicas == 0)) {
        const std::int64_t since = m_lastActive.value_or(m_createdAt);
        const std::int64_t wait =
            m_lastActive ? m_spec.cooldownPeriod : m_spec.initialCooldownPeriod;
        const bool cooled = sync.time >= since + wait;
        return cooled && !m_spec.annotations.scaleInPaused
                   ? std::optional{m_spec.idleReplicas.value_or(m_spec.minReplicas)}
                   : std::nullopt;
    }
    if (!m_spec.idleReplicas && current < m_spec.minReplicas) {
        return m_spec.minReplicas;
    }
    return std::nullopt;
}

std::optional<std::int32_t> KedaEngine::poll(const std::vector<Value> &values, const KedaSync &sync)
{
    m_nextPoll = sync.time + m_spec.pollingInterval;
    m_active = isActive(values) || m_spec.annotations.forceActivation;
    const bool error = anyError(values);
    return m_active ? whenActive(error, sync) : whenInactive(error, sync);
}

HpaDecision KedaEngine::runHpa(std::vector<Value> &values, const KedaSync &sync)
{
    const std::int32_t current = sync.scale.current;
    if (current >= m_hpa.spec().minReplicas && current <= m_hpa.spec().maxReplicas) {
        addFallbacks(values, sync.scale); // outside of the bounds it does not ask
    }
    HpaSync hpa;
    hpa.time = sync.time;
    hpa.scale = sync.scale;
    for (std::size_t i = 0; i < m_spec.triggers.size(); ++i) {
        if (m_spec.triggers[i].kind == KedaTrigger::Kind::Resource) {
            hpa.readings.push_back(sync.readings.at(i).resource);
        } else if (!m_spec.composite) {
            HpaReading reading;
            reading.error = !values[i].reported;
            reading.seriesMilli = {values[i].reported.value_or(0)};
            hpa.readings.push_back(std::move(reading));
        }
    }
    if (m_spec.composite) {
        hpa.readings.push_back(compositeReading(values));
    }
    return m_hpa.sync(hpa);
}

KedaDecision KedaEngine::whilePaused(const KedaSync &sync)
{
    m_hpa = HpaEngine(hpaOfKeda(m_spec, m_controller), m_controller);
    m_nextPoll = sync.time; // the loop begins anew
    KedaDecision decision;
    decision.desired = m_spec.annotations.pausedReplicas.value_or(sync.scale.current);
    decision.byOperator = decision.desired != sync.scale.current;
    decision.fallback.assign(m_spec.triggers.size(), false);
    return decision;
}

KedaDecision KedaEngine::step(const KedaSync &sync)
{
    if (m_spec.annotations.paused) {
        return whilePaused(sync);
    }
    KedaDecision decision;
    decision.desired = sync.scale.current;
    std::vector<Value> values = readAll(sync);
    if (sync.time >= m_nextPoll) {
        decision.desired = poll(values, sync).value_or(sync.scale.current);
        decision.byOperator = decision.desired != sync.scale.current;
    }
    decision.active = m_active;
    if (!decision.byOperator) {
        // At zero it only remembers that it has been there.
        HpaDecision made = runHpa(values, sync);
        decision.desired = made.desired;
        if (sync.scale.current > 0) {
            decision.hpa = std::move(made);
        }
    }
    for (const Value &value : values) {
        decision.fallback.push_back(value.fallback);
    }
    return decision;
}

} // namespace spillway
