// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/kedaengine.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

namespace {

/// To whole thousandths, away from zero, as the metrics adapter serves it.
std::int64_t toMilli(double value)
{
    const double milli = std::ceil(std::max(0.0, value) * 1000.0 - 1e-9);
    constexpr auto most = static_cast<double>(std::numeric_limits<std::int64_t>::max());
    return milli >= most ? std::numeric_limits<std::int64_t>::max()
                         : static_cast<std::int64_t>(milli);
}

} // namespace

KedaEngine::KedaEngine(KedaSpec spec, HpaController controller, std::int64_t createdAt)
    : m_spec(std::move(spec))
    , m_controller(controller)
    , m_hpa(hpaOfKeda(m_spec), controller)
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
        return {cronValue(one, sync.time), false};
    }
    const KedaReading &reading = sync.readings.at(trigger);
    const bool null = reading.kind == KedaReading::Kind::Null || !std::isfinite(reading.value);
    if (reading.kind == KedaReading::Kind::Error || (null && !one.nullIsZero)) {
        return {};
    }
    double value = null ? 0 : std::max(0.0, reading.value);
    if (one.partitions) {
        const double threshold = static_cast<double>(one.targetMilli) / 1000.0;
        value = std::min(value, *one.partitions * threshold);
    }
    return {value, false};
}

KedaEngine::Value KedaEngine::withFallback(std::size_t trigger, Value value, const KedaSync &sync)
{
    int &failures = m_failures[trigger];
    failures = value.value ? 0 : failures + 1;
    if (value.value || !m_spec.fallback || failures <= m_spec.fallback->failureThreshold) {
        return value;
    }
    const std::int32_t current = sync.scale.current;
    std::int32_t replicas = m_spec.fallback->replicas;
    switch (m_spec.fallback->behavior) {
    case KedaFallback::Behavior::Static:
        break;
    case KedaFallback::Behavior::CurrentReplicas:
        replicas = current;
        break;
    case KedaFallback::Behavior::CurrentReplicasIfHigher:
        replicas = std::max(replicas, current);
        break;
    case KedaFallback::Behavior::CurrentReplicasIfLower:
        replicas = std::min(replicas, current);
    }
    const KedaTrigger &one = m_spec.triggers[trigger];
    const double threshold = static_cast<double>(one.targetMilli) / 1000.0;
    if (one.metricType == HpaMetric::TargetType::Value) {
        if (sync.scale.readyPods == 0) {
            return value; // the controller would divide by zero and gives up
        }
        return {threshold * replicas / sync.scale.readyPods, true};
    }
    return {threshold * replicas, true};
}

std::vector<KedaEngine::Value> KedaEngine::readAll(const KedaSync &sync)
{
    std::vector<Value> values(m_spec.triggers.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (m_spec.triggers[i].kind != KedaTrigger::Kind::Resource) {
            values[i] = withFallback(i, valueOf(i, sync), sync);
        }
    }
    return values;
}

std::optional<double> KedaEngine::compositeValue(const std::vector<Value> &values) const
{
    double load = 0;
    for (const std::size_t index : m_spec.composite->loads) {
        if (!values.at(index).value) {
            return std::nullopt;
        }
        const double threshold = static_cast<double>(m_spec.triggers[index].targetMilli) / 1000.0;
        load = std::max(load, *values[index].value / threshold);
    }
    if (m_spec.composite->cap) {
        const Value &cap = values.at(*m_spec.composite->cap);
        if (!cap.value) {
            return std::nullopt;
        }
        load = *cap.value > 0 ? std::min(load, *cap.value) : load;
    }
    return load;
}

bool KedaEngine::isActive(const std::vector<Value> &values, const KedaSync &sync) const
{
    if (m_spec.composite) {
        const std::optional<double> value = compositeValue(values);
        return value && *value > m_spec.composite->activation;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const KedaTrigger &trigger = m_spec.triggers[i];
        const bool resource = trigger.kind == KedaTrigger::Kind::Resource;
        // A fallback value does not wake a workload up from zero (keda#7239).
        const std::optional<double> value = resource ? std::optional{sync.readings.at(i).value}
                                            : values[i].fallback ? std::nullopt
                                                                 : values[i].value;
        if (value && *value > trigger.activation) {
            return true;
        }
    }
    return false;
}

std::optional<std::int32_t> KedaEngine::whenInactive(bool anyError, const KedaSync &sync) const
{
    const std::int32_t current = sync.scale.current;
    if (anyError && !m_spec.fallback) {
        return std::nullopt;
    }
    const std::int64_t since = m_lastActive.value_or(m_createdAt);
    const std::int64_t wait = m_lastActive ? m_spec.cooldownPeriod : m_spec.initialCooldownPeriod;
    const bool cooled = sync.time >= since + wait;
    if (m_spec.idleReplicas && current > *m_spec.idleReplicas) {
        return cooled ? std::optional{*m_spec.idleReplicas} : std::nullopt;
    }
    if (!m_spec.idleReplicas && m_spec.minReplicas == 0 && current > 0) {
        return cooled ? std::optional<std::int32_t>{0} : std::nullopt;
    }
    if (!m_spec.idleReplicas && current < m_spec.minReplicas) {
        return m_spec.minReplicas;
    }
    return std::nullopt;
}

std::optional<std::int32_t> KedaEngine::poll(const std::vector<Value> &values, const KedaSync &sync)
{
    m_nextPoll = sync.time + m_spec.pollingInterval;
    m_active = isActive(values, sync);
    const std::int32_t current = sync.scale.current;
    if (m_active) {
        m_lastActive = sync.time;
        const bool asleep = current == 0 || (m_spec.idleReplicas && current < m_spec.minReplicas);
        return asleep ? std::optional{std::max(1, m_spec.minReplicas)} : std::nullopt;
    }
    bool anyError = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        anyError = anyError ||
                   (m_spec.triggers[i].kind != KedaTrigger::Kind::Resource && !values[i].value);
    }
    return whenInactive(anyError, sync);
}

HpaSync KedaEngine::hpaSync(const std::vector<Value> &values, const KedaSync &sync) const
{
    HpaSync hpa;
    hpa.time = sync.time;
    hpa.scale = sync.scale;
    const auto reading = [](const std::optional<double> &value) {
        HpaReading one;
        one.error = !value;
        one.seriesMilli = {value ? toMilli(*value) : 0};
        return one;
    };
    for (std::size_t i = 0; i < m_spec.triggers.size(); ++i) {
        if (m_spec.triggers[i].kind == KedaTrigger::Kind::Resource) {
            hpa.readings.push_back(sync.readings.at(i).resource);
        } else if (!m_spec.composite) {
            hpa.readings.push_back(reading(values[i].value));
        }
    }
    if (m_spec.composite) {
        hpa.readings.push_back(reading(compositeValue(values)));
    }
    return hpa;
}

KedaDecision KedaEngine::step(const KedaSync &sync)
{
    KedaDecision decision;
    decision.desired = sync.scale.current;
    if (m_spec.pause == KedaPause::Paused) {
        // Pausing deletes the HPA, and with it what it remembered.
        m_hpa = HpaEngine(hpaOfKeda(m_spec), m_controller);
        decision.byOperator = m_spec.pausedReplicas.has_value();
        decision.desired = m_spec.pausedReplicas.value_or(sync.scale.current);
        decision.fallback.assign(m_spec.triggers.size(), false);
        return decision;
    }
    const std::vector<Value> values = readAll(sync);
    for (const Value &value : values) {
        decision.fallback.push_back(value.fallback);
    }
    KedaSync now = sync;
    if (sync.time >= m_nextPoll) {
        if (const std::optional<std::int32_t> own = poll(values, sync)) {
            decision.byOperator = *own != sync.scale.current;
            now.scale.current = *own;
            decision.desired = *own;
        }
    }
    decision.active = m_active;
    const bool idle = m_spec.idleReplicas && !m_active;
    if (now.scale.current > 0 && !idle && !decision.byOperator) {
        decision.hpa = m_hpa.sync(hpaSync(values, now));
        decision.desired = decision.hpa->desired;
    }
    return decision;
}

} // namespace spillway
