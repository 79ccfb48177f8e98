// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replayscaler.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

namespace {

std::int64_t toMilli(double value)
{
    constexpr double most = 9e18;
    return static_cast<std::int64_t>(std::clamp(value * 1000, 0.0, most));
}

} // namespace

ReplayScaler::ReplayScaler(const ComponentScaling &scaling, double requestedCores,
                           std::int64_t start)
    : m_scaling(scaling)
    , m_requestMilli(std::max<std::int64_t>(1, toMilli(requestedCores)))
{
    switch (scaling.engine) {
    case ComponentScaling::Engine::Fixed:
        m_floor = scaling.initialReplicas;
        m_cap = scaling.initialReplicas;
        break;
    case ComponentScaling::Engine::Hpa:
        m_hpa.emplace(scaling.hpa, scaling.controller);
        m_hpaSync.readings.resize(scaling.hpa.metrics.size());
        m_floor = scaling.hpa.minReplicas;
        m_cap = scaling.hpa.maxReplicas;
        break;
    case ComponentScaling::Engine::Keda:
        m_keda.emplace(scaling.keda, scaling.controller, start);
        m_kedaSync.readings.resize(scaling.keda.triggers.size());
        m_floor = scaling.keda.minReplicas;
        m_cap = scaling.keda.maxReplicas;
        break;
    }
}

void ReplayScaler::followTimeline(EpochMs time)
{
    if (m_scaling.engine == ComponentScaling::Engine::Fixed) {
        return;
    }
    const std::vector<TimelineRow> &rows = m_scaling.bounds;
    while (m_row < rows.size() && rows[m_row].to <= time) {
        ++m_row;
    }
    const bool inside = m_row < rows.size() && rows[m_row].from <= time;
    const TimelineRow *const row = inside ? &rows[m_row] : nullptr;
    if (row == m_current) {
        return;
    }
    m_current = row;
    const bool hpa = m_scaling.engine == ComponentScaling::Engine::Hpa;
    m_floor = row != nullptr ? row->min
              : hpa          ? m_scaling.hpa.minReplicas
                             : m_scaling.keda.minReplicas;
    m_cap = row != nullptr ? row->max
            : hpa          ? m_scaling.hpa.maxReplicas
                           : m_scaling.keda.maxReplicas;
    if (m_hpa) {
        m_hpa->setBounds(m_floor, m_cap);
    } else {
        m_keda->setBounds(m_floor, m_cap);
    }
}

int ReplayScaler::decide(const ReplayPods &pods, const Readings &readings, EpochMs time,
                         ReplayDecision *decision)
{
    constexpr EpochMs second = 1000;
    followTimeline(time);
    const std::int64_t now = time / second;
    const int count = pods.count();
    const HpaScale scale{count, count, count, pods.ready(static_cast<double>(now))};
    const bool known = std::all_of(readings.signals.begin(), readings.signals.end(),
                                   [](double value) { return std::isfinite(value); });
    int after = std::clamp(count, m_floor, std::max(m_floor, m_cap));
    if (decision != nullptr) {
        *decision = {.time = time,
                     .before = count,
                     .after = after,
                     .floor = m_floor,
                     .cap = m_cap,
                     .why = m_current != nullptr ? m_current->why : QStringList(),
                     .known = known};
    }
    // The engine would take an unknown value for a failed metric; here it means: no idea.
    if (known && m_hpa) {
        after = runHpa(scale, pods, readings, now, decision);
    } else if (known && m_keda) {
        after = runKeda(scale, pods, readings, now, decision);
    }
    if (decision != nullptr) {
        decision->after = after;
    }
    return after;
}

void ReplayScaler::fillPods(HpaReading &reading, const MetricSignal &signal, double total,
                            const ReplayPods &pods, const Readings &readings,
                            std::int64_t now) const
{
    constexpr std::int64_t longAgo = 3600;
    const bool cores = signal.kind == MetricSignal::Kind::Cores;
    const std::int64_t each =
        toMilli(readings.readyDuring > 0 ? total / readings.readyDuring : 0.0);
    const auto time = static_cast<double>(now);
    reading.pods.resize(pods.pods().size());
    for (std::size_t i = 0; i < reading.pods.size(); ++i) {
        const ReplayPods::Pod &from = pods.pods()[i];
        HpaPod &pod = reading.pods[i];
        pod.requestMilli = m_requestMilli;
        pod.ready = from.ready <= time;
        pod.startedSecondsAgo = std::min(longAgo, static_cast<std::int64_t>(time - from.created));
        pod.readySecondsAgo = pod.ready
                                  ? std::min(longAgo, static_cast<std::int64_t>(time - from.ready))
                                  : pod.startedSecondsAgo;
        // The processor of a starting pod is measured; its requests are not scraped yet.
        if (pod.ready) {
            pod.usageMilli = each;
        } else {
            pod.usageMilli = cores ? std::optional(toMilli(readings.startingCores)) : std::nullopt;
        }
    }
}

int ReplayScaler::runHpa(const HpaScale &scale, const ReplayPods &pods, const Readings &readings,
                         std::int64_t now, ReplayDecision *decision)
{
    m_hpaSync.time = now;
    m_hpaSync.scale = scale;
    for (std::size_t i = 0; i < m_hpaSync.readings.size(); ++i) {
        HpaReading &reading = m_hpaSync.readings[i];
        const double value = readings.signals[i];
        if (m_scaling.hpa.metrics[i].isPerPodSample()) {
            fillPods(reading, m_scaling.signals[i], value, pods, readings, now);
        } else {
            reading.valueMilli = toMilli(value);
            reading.seriesMilli.assign(1, toMilli(value));
        }
    }
    HpaDecision made = m_hpa->sync(m_hpaSync);
    const int desired = made.desired;
    if (decision != nullptr) {
        decision->hpa = std::move(made);
    }
    return desired;
}

int ReplayScaler::runKeda(const HpaScale &scale, const ReplayPods &pods, const Readings &readings,
                          std::int64_t now, ReplayDecision *decision)
{
    m_kedaSync.time = now;
    m_kedaSync.scale = scale;
    for (std::size_t i = 0; i < m_kedaSync.readings.size(); ++i) {
        KedaReading &reading = m_kedaSync.readings[i];
        reading.value = readings.signals[i];
        if (m_scaling.keda.triggers[i].kind == KedaTrigger::Kind::Resource) {
            fillPods(reading.resource, m_scaling.signals[i], reading.value, pods, readings, now);
        }
    }
    KedaDecision made = m_keda->step(m_kedaSync);
    const int desired = made.desired;
    if (decision != nullptr) {
        decision->byOperator = made.byOperator;
        decision->hpa = std::move(made.hpa);
    }
    return desired;
}

} // namespace spillway
