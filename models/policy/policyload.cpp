// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyassertions.h"
#include "scaling/hpaengine.h"
#include "scaling/kedaengine.h"

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t syncSeconds = 15;
constexpr std::int64_t milli = 1000;
/// What every pod requests: a utilisation of 70 % is then 700 thousandths of it, whatever the unit.
constexpr std::int64_t requestMilli = 1000;

std::int64_t toMilli(double value)
{
    return static_cast<std::int64_t>(std::clamp(value * milli, 0.0, 9e15));
}

HpaReading reading(const HpaMetric &metric, double load, int replicas)
{
    HpaReading reading;
    if (!metric.isPerPodSample()) {
        reading.valueMilli = toMilli(load);
        reading.seriesMilli = {toMilli(load)};
        return reading;
    }
    // Per cent of one pod's request become shares of it; other loads are what they are.
    const bool percent = metric.targetType == HpaMetric::TargetType::Utilization;
    HpaPod pod;
    pod.requestMilli = requestMilli;
    pod.usageMilli = toMilli((percent ? load / 100 : load) / std::max(1, replicas));
    reading.pods.assign(static_cast<std::size_t>(std::max(0, replicas)), pod);
    return reading;
}

struct KeyOf
{
    QString operator()(const PolicyResourceMetric &metric) const { return metric.name; }
    QString operator()(const PolicyPodsMetric &metric) const { return metric.name; }
    QString operator()(const PolicyObjectMetric &metric) const { return metric.name; }
    QString operator()(const PolicyExternalMetric &metric) const { return metric.name; }
    QString operator()(const PolicyPrometheusTrigger &trigger) const
    {
        return trigger.name.isEmpty() ? u"prometheus"_s : trigger.name;
    }
    QString operator()(const PolicyRabbitmqTrigger &trigger) const
    {
        return trigger.name.isEmpty() ? trigger.queue : trigger.name;
    }
    QString operator()(const PolicyKafkaTrigger &trigger) const
    {
        return trigger.name.isEmpty() ? trigger.topic : trigger.name;
    }
    QString operator()(const PolicyCronTrigger & /*follows the clock*/) const { return {}; }
};

int runHpa(const HpaSpec &spec, const std::vector<double> &loads, int replicas, std::int64_t start,
           std::int64_t end, const HpaController &controller)
{
    HpaEngine engine(spec, controller);
    for (std::int64_t time = start; time <= end; time += syncSeconds) {
        HpaSync sync{.time = time, .scale = {replicas, replicas, replicas, replicas}};
        for (std::size_t i = 0; i < spec.metrics.size(); ++i) {
            sync.readings.push_back(reading(spec.metrics[i], loads[i], replicas));
        }
        replicas = engine.sync(sync).desired;
    }
    return replicas;
}

int runKeda(const KedaSpec &spec, const std::vector<double> &loads, int replicas,
            std::int64_t start, std::int64_t end, const HpaController &controller)
{
    KedaEngine engine(spec, controller, start);
    for (std::int64_t time = start; time <= end; time += syncSeconds) {
        KedaSync sync{.time = time, .scale = {replicas, replicas, replicas, replicas}};
        for (std::size_t i = 0; i < spec.triggers.size(); ++i) {
            KedaReading one{.value = loads[i]};
            if (spec.triggers[i].resource) {
                one.resource = reading(*spec.triggers[i].resource, loads[i], replicas);
            }
            sync.readings.push_back(one);
        }
        replicas = engine.step(sync).desired;
    }
    return replicas;
}

} // namespace

QString metricKey(const PolicyMetric &metric)
{
    return std::visit(KeyOf{}, metric);
}

int replicasUnder(const Policy &policy, const PolicyComponent &component,
                  const QMap<QString, double> &load, const TimelineRow &bounds, int startReplicas,
                  std::chrono::seconds after, const HpaController &controller)
{
    std::vector<double> loads;
    for (const PolicyMetric &metric : component.metrics) {
        loads.push_back(load.value(metricKey(metric), 0));
    }
    const std::int64_t start = bounds.from / milli;
    const std::int64_t end = start + after.count();
    if (component.engine == PolicyComponent::Engine::Keda) {
        KedaSpec spec = kedaSpecOf(policy, component, controller);
        spec.minReplicas = bounds.min;
        spec.maxReplicas = bounds.max;
        return runKeda(spec, loads, startReplicas, start, end, controller);
    }
    HpaSpec spec = hpaSpecOf(component, controller);
    spec.minReplicas = bounds.min;
    spec.maxReplicas = bounds.max;
    return runHpa(spec, loads, startReplicas, start, end, controller);
}

} // namespace spillway
