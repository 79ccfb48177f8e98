// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyscaling.h"

#include "scaling/icalendar.h"

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Target = HpaMetric::TargetType;

constexpr double milli = 1000;

HpaRules rulesOf(const std::optional<PolicyRules> &written, HpaRules rules)
{
    if (!written) {
        return rules;
    }
    rules.stabilizationWindowSeconds =
        written->stabilizationWindowSeconds.value_or(rules.stabilizationWindowSeconds);
    rules.select = written->selectPolicy.value_or(rules.select);
    if (!written->policies.empty()) {
        rules.policies = written->policies;
    }
    rules.tolerance = written->tolerance;
    return rules;
}

void setAmount(HpaMetric &metric, const std::optional<PolicyQuantity> &value,
               const std::optional<PolicyQuantity> &averageValue)
{
    if (value) {
        metric.targetType = Target::Value;
        metric.value = value->milli;
    } else if (averageValue) {
        metric.targetType = Target::AverageValue;
        metric.averageValue = averageValue->milli;
    }
}

HpaMetric resourceMetric(const PolicyResourceMetric &written)
{
    HpaMetric metric;
    metric.source = written.container.isEmpty() ? HpaMetric::Source::Resource
                                                : HpaMetric::Source::ContainerResource;
    metric.name = written.name;
    metric.averageUtilization = written.averageUtilization;
    setAmount(metric, {}, written.averageValue);
    return metric;
}

/// The HPA's metric of each kind that has one.
struct ToHpa
{
    std::optional<HpaMetric> operator()(const PolicyResourceMetric &written) const
    {
        return resourceMetric(written);
    }
    std::optional<HpaMetric> operator()(const PolicyPodsMetric &written) const
    {
        HpaMetric metric;
        metric.source = HpaMetric::Source::Pods;
        metric.name = written.name;
        setAmount(metric, {}, written.averageValue);
        return metric;
    }
    std::optional<HpaMetric> operator()(const PolicyObjectMetric &written) const
    {
        HpaMetric metric;
        metric.source = HpaMetric::Source::Object;
        metric.name = written.name;
        setAmount(metric, written.value, written.averageValue);
        return metric;
    }
    std::optional<HpaMetric> operator()(const PolicyExternalMetric &written) const
    {
        HpaMetric metric;
        metric.source = HpaMetric::Source::External;
        metric.name = written.name;
        setAmount(metric, written.value, written.averageValue);
        return metric;
    }
    template<typename Trigger>
    std::optional<HpaMetric> operator()(const Trigger & /*keda's*/) const
    {
        return std::nullopt;
    }
};

KedaTrigger external(const QString &name, double threshold, std::optional<double> activation)
{
    KedaTrigger trigger;
    trigger.name = name;
    trigger.targetMilli = std::llround(threshold * milli);
    trigger.activation = activation.value_or(0);
    trigger.nullIsZero = false;
    return trigger;
}

/// KEDA's trigger of each kind that has one.
struct ToKeda
{
    QTimeZone zone;

    std::optional<KedaTrigger> operator()(const PolicyResourceMetric &written) const
    {
        KedaTrigger trigger;
        trigger.kind = KedaTrigger::Kind::Resource;
        trigger.name = written.name;
        trigger.resource = resourceMetric(written);
        trigger.metricType = trigger.resource->targetType;
        return trigger;
    }
    std::optional<KedaTrigger> operator()(const PolicyPrometheusTrigger &written) const
    {
        KedaTrigger trigger =
            external(written.name, written.threshold, written.activationThreshold);
        trigger.metricType = written.metricType;
        trigger.nullIsZero = written.ignoreNullValues;
        return trigger;
    }
    std::optional<KedaTrigger> operator()(const PolicyRabbitmqTrigger &written) const
    {
        KedaTrigger trigger = external(written.name, written.value, written.activationValue);
        trigger.metricType = written.metricType.value_or(written.usualType());
        return trigger;
    }
    std::optional<KedaTrigger> operator()(const PolicyKafkaTrigger &written) const
    {
        std::optional<double> activation;
        if (written.activationLagThreshold) {
            activation = static_cast<double>(*written.activationLagThreshold);
        }
        KedaTrigger trigger =
            external(written.name, static_cast<double>(written.lagThreshold), activation);
        trigger.metricType = written.metricType;
        if (!written.allowIdleConsumers) {
            trigger.partitions = written.partitions;
        }
        return trigger;
    }
    std::optional<KedaTrigger> operator()(const PolicyCronTrigger &written) const
    {
        const Result<CronSchedule> start = CronSchedule::parse(written.start);
        const Result<CronSchedule> end = CronSchedule::parse(written.end);
        KedaTrigger trigger;
        trigger.kind = KedaTrigger::Kind::Cron;
        trigger.name = written.name;
        if (start && end) {
            trigger.cron = KedaTrigger::Cron{
                *start, *end,
                written.timezone.isEmpty() ? zone : QTimeZone(written.timezone.toUtf8()),
                written.desiredReplicas};
        }
        return trigger;
    }
    template<typename Metric>
    std::optional<KedaTrigger> operator()(const Metric & /*the HPA's*/) const
    {
        return std::nullopt;
    }
};

} // namespace

HpaBehavior behaviorOf(const PolicyComponent &component, const HpaController &controller)
{
    return {rulesOf(component.behavior.scaleUp, defaultScaleUpRules()),
            rulesOf(component.behavior.scaleDown, defaultScaleDownRules(controller))};
}

HpaSpec hpaSpecOf(const PolicyComponent &component, const HpaController &controller)
{
    HpaSpec spec;
    spec.minReplicas = component.minReplicas;
    spec.maxReplicas = component.maxReplicas;
    for (const PolicyMetric &metric : component.metrics) {
        if (const std::optional<HpaMetric> made = std::visit(ToHpa{}, metric)) {
            spec.metrics.push_back(*made);
        }
    }
    spec.behavior = behaviorOf(component, controller);
    return spec;
}

KedaFallback fallbackOf(const PolicyComponent &component)
{
    return component.keda.fallback.value_or(KedaFallback{
        3, std::max(1, component.minReplicas), KedaFallback::Behavior::CurrentReplicasIfHigher});
}

KedaSpec kedaSpecOf(const Policy &policy, const PolicyComponent &component,
                    const HpaController &controller)
{
    KedaSpec spec;
    const PolicyKeda &written = component.keda;
    spec.pollingInterval = written.pollingInterval.value_or(30);
    spec.cooldownPeriod = written.cooldownPeriod.value_or(300);
    spec.initialCooldownPeriod = written.initialCooldownPeriod.value_or(0);
    spec.idleReplicas = written.idleReplicas;
    spec.minReplicas = component.minReplicas;
    spec.maxReplicas = component.maxReplicas;
    spec.fallback = fallbackOf(component);
    for (const PolicyMetric &metric : component.metrics) {
        if (const std::optional<KedaTrigger> made = std::visit(ToKeda{policy.zone}, metric)) {
            spec.triggers.push_back(*made);
        }
    }
    spec.behavior = behaviorOf(component, controller);
    return spec;
}

bool asksForPartitions(const PolicyComponent &component)
{
    return std::any_of(
        component.metrics.begin(), component.metrics.end(), [](const PolicyMetric &metric) {
            const auto *kafka = std::get_if<PolicyKafkaTrigger>(&metric);
            return kafka != nullptr &&
                   (kafka->ensureEvenDistribution || !kafka->partitionLimitation.isEmpty() ||
                    kafka->limitToPartitionsWithLag || kafka->excludePersistentLag);
        });
}

Schedule scheduleOf(const Policy &policy, const PolicyComponent &component,
                    const PolicyContext &context)
{
    Schedule schedule;
    schedule.zone = policy.zone;
    const int warm = component.coldStart.warmReplicas.value_or(0);
    schedule.baseFloor = std::max(component.minReplicas, warm);
    schedule.baseCap = component.maxReplicas;
    schedule.windows = component.windows;
    for (ScheduleWindow &window : schedule.windows) {
        if (window.bounds.floor) {
            window.bounds.floor = std::max(*window.bounds.floor, warm);
        }
    }
    schedule.events = component.events;
    for (ScheduleEvent &event : schedule.events) {
        if (event.bounds.floor) {
            event.bounds.floor = std::max(*event.bounds.floor, warm);
        }
    }
    schedule.holidays = policy.holidays;
    schedule.holidays.insert(schedule.holidays.end(), context.calendarDays.begin(),
                             context.calendarDays.end());
    schedule.holidays = mergedSpans(std::move(schedule.holidays));
    if (component.coldStart.leadTimeMeasured) {
        // In steps, so that the timeline does not change with every measurement.
        constexpr std::chrono::seconds step{30};
        const auto measured = context.measuredLeadTimes.value(component.name, assumedLeadTime);
        schedule.leadTime = step * ((measured + step - std::chrono::seconds{1}) / step);
    } else if (component.coldStart.leadTime) {
        schedule.leadTime = std::chrono::ceil<std::chrono::seconds>(*component.coldStart.leadTime);
    }
    return schedule;
}

} // namespace spillway
