// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpametric.h"

#include "scaling/kubernetesversion.h"
#include "scaling/wraparound.h"

#include <array>
#include <cmath>
#include <limits>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t maxMilli = std::numeric_limits<std::int64_t>::max();
constexpr std::int32_t maxReplicaCount = std::numeric_limits<std::int32_t>::max();

QLatin1String failureReason(HpaMetric::Source source)
{
    static constexpr std::array reasons{
        "FailedGetResourceMetric"_L1, "FailedGetContainerResourceMetric"_L1,
        "FailedGetPodsMetric"_L1, "FailedGetObjectMetric"_L1, "FailedGetExternalMetric"_L1};
    return reasons.at(static_cast<std::size_t>(source));
}

double asDouble(std::int64_t value)
{
    return static_cast<double>(value);
}

std::int32_t cappedCeil(double replicas)
{
    return replicas > maxReplicaCount ? maxReplicaCount : wrap::toInt32(std::ceil(replicas));
}

/// One metric while it is worked out. fail() and propose() end it.
class Evaluation
{
public:
    Evaluation(const HpaMetric &metric, const HpaReading &reading, const HpaScale &scale,
               const HpaController &controller, const HpaTolerance &tolerance)
        : m_metric(metric)
        , m_reading(reading)
        , m_scale(scale)
        , m_controller(controller)
        , m_tolerance(tolerance)
    {}

    HpaMetricTrace run()
    {
        switch (m_metric.source) {
        case HpaMetric::Source::External:
            external();
            break;
        case HpaMetric::Source::Object:
            object();
            break;
        default:
            perPod();
        }
        return m_trace;
    }

private:
    enum class PodClass : std::uint8_t { Ignored, Unready, Missing, Counted };

    void fail()
    {
        m_trace.failed = true;
        m_trace.failureReason = failureReason(m_metric.source);
    }
    void propose(std::int32_t replicas) { m_trace.proposal = replicas; }

    void external()
    {
        if (m_reading.error || m_reading.seriesMilli.empty()) {
            fail();
        } else if (m_metric.averageValue) {
            perReplica(sumForAverage(), *m_metric.averageValue, true);
        } else {
            absolute(sumForValue(), m_metric.value.value_or(0));
        }
    }

    void object()
    {
        if (m_reading.error) {
            fail();
        } else if (m_metric.targetType == HpaMetric::TargetType::Value && m_metric.value) {
            absolute(m_reading.valueMilli, *m_metric.value);
        } else if (m_metric.targetType == HpaMetric::TargetType::AverageValue &&
                   m_metric.averageValue) {
            perReplica(m_reading.valueMilli, *m_metric.averageValue, false);
        } else {
            fail();
        }
    }

    [[nodiscard]] std::int64_t sumForValue() const
    {
        std::int64_t sum = 0;
        for (const std::int64_t value : m_reading.seriesMilli) {
            if (value > 0 && sum > maxMilli - value) {
                return maxMilli;
            }
            sum = wrap::add(sum, value);
        }
        return sum;
    }

    [[nodiscard]] std::int64_t sumForAverage() const
    {
        // The controller takes a negative sum for an overflow.
        std::int64_t sum = 0;
        for (const std::int64_t value : m_reading.seriesMilli) {
            sum = wrap::add(sum, value);
            if (sum < 0) {
                return maxMilli;
            }
        }
        return sum;
    }

    /// Target kind "value": the ratio scales the ready pods.
    void absolute(std::int64_t usage, std::int64_t target)
    {
        m_trace.ratio = asDouble(usage) / asDouble(target);
        if (m_scale.current == 0) {
            propose(wrap::toInt32(std::ceil(m_trace.ratio)));
            return;
        }
        m_trace.withinTolerance = m_tolerance.within(m_trace.ratio);
        if (m_trace.withinTolerance) {
            propose(m_scale.current);
        } else if (m_scale.podCount == 0) {
            fail();
        } else {
            m_trace.counted = m_scale.readyPods;
            propose(cappedCeil(m_trace.ratio * static_cast<double>(m_scale.readyPods)));
        }
    }

    /// Target kind "averageValue" of one total: tolerance is judged per status replica.
    void perReplica(std::int64_t usage, std::int64_t target, bool capped)
    {
        m_trace.ratio =
            asDouble(usage) / (asDouble(target) * static_cast<double>(m_scale.statusReplicas));
        m_trace.withinTolerance = m_tolerance.within(m_trace.ratio);
        if (m_trace.withinTolerance) {
            propose(m_scale.statusReplicas);
            return;
        }
        const double replicas = std::ceil(asDouble(usage) / asDouble(target));
        propose(capped ? cappedCeil(replicas) : wrap::toInt32(replicas));
    }

    [[nodiscard]] PodClass classify(const HpaPod &pod) const
    {
        if (pod.deleted || pod.phase == HpaPod::Phase::Failed) {
            return PodClass::Ignored;
        }
        if (pod.phase == HpaPod::Phase::Pending) {
            return PodClass::Unready;
        }
        if (!pod.usageMilli) {
            return PodClass::Missing;
        }
        return m_metric.isCpu() && isStarting(pod) ? PodClass::Unready : PodClass::Counted;
    }

    [[nodiscard]] bool isStarting(const HpaPod &pod) const
    {
        if (!pod.hasReadyCondition || !pod.hasStartTime) {
            return true;
        }
        if (pod.startedSecondsAgo < m_controller.cpuInitializationPeriodSeconds) {
            return !pod.ready || pod.readySecondsAgo - pod.sampleSecondsAgo < pod.windowSeconds;
        }
        const std::int64_t firstChange = pod.startedSecondsAgo - pod.readySecondsAgo;
        return !pod.ready && firstChange < m_controller.initialReadinessDelaySeconds;
    }

    /// Samples that take part: of counted pods and of pods whose object is gone.
    struct Totals
    {
        std::int64_t usage = 0;
        std::int64_t usageOfPods = 0;
        std::int64_t requests = 0;
        std::int64_t samples = 0;

        void add(const HpaPod &pod, std::int64_t sample)
        {
            usage = wrap::add(usage, sample);
            ++samples;
            if (!pod.gone) {
                usageOfPods = wrap::add(usageOfPods, sample);
                requests = wrap::add(requests, pod.requestMilli.value_or(0));
            }
        }
    };

    [[nodiscard]] std::optional<double> ratioOf(const Totals &totals) const
    {
        if (m_metric.averageValue) {
            const std::int64_t average = wrap::divide(totals.usage, totals.samples);
            return asDouble(average) / asDouble(*m_metric.averageValue);
        }
        if (totals.requests == 0) {
            return std::nullopt;
        }
        const std::int64_t percent =
            wrap::divide(wrap::multiply(totals.usageOfPods, 100), totals.requests);
        return static_cast<double>(wrap::cut32(percent)) /
               static_cast<double>(*m_metric.averageUtilization);
    }

    void perPod()
    {
        Totals totals;
        if (m_reading.error || !sumUp(totals)) {
            fail();
            return;
        }
        const std::optional<double> ratio = ratioOf(totals);
        if (!ratio) {
            fail();
            return;
        }
        m_trace.ratio = *ratio;
        const bool zeroUnready = m_trace.unready > 0 && *ratio > 1.0;
        if (!zeroUnready && m_trace.missing == 0) {
            m_trace.withinTolerance = m_tolerance.within(*ratio);
            propose(m_trace.withinTolerance
                        ? m_scale.current
                        : wrap::toInt32(std::ceil(*ratio * static_cast<double>(m_trace.counted))));
            return;
        }
        pessimistic(totals, zeroUnready);
    }

    /// Counts the classes and adds up what is known; false if the metric fails.
    bool sumUp(Totals &totals)
    {
        bool anySample = false;
        bool anyPod = false;
        bool requestMissing = false;
        for (const HpaPod &pod : m_reading.pods) {
            anySample = anySample || pod.usageMilli.has_value();
            if (pod.gone) {
                totals.add(pod, pod.usageMilli.value_or(0));
                continue;
            }
            anyPod = true;
            requestMissing = requestMissing || !pod.requestMilli;
            switch (classify(pod)) {
            case PodClass::Ignored:
                ++m_trace.ignored;
                break;
            case PodClass::Unready:
                ++m_trace.unready;
                break;
            case PodClass::Missing:
                ++m_trace.missing;
                break;
            case PodClass::Counted:
                ++m_trace.counted;
                totals.add(pod, *pod.usageMilli);
            }
        }
        const bool needsRequests = !m_metric.averageValue;
        return anySample && anyPod && totals.samples > 0 && !(needsRequests && requestMissing);
    }

    /// What a pod without a sample is taken to use: much when scaling down, nothing when scaling
    /// up.
    [[nodiscard]] std::int64_t assumedUsage(const HpaPod &pod) const
    {
        if (m_trace.ratio > 1.0) {
            return 0;
        }
        if (m_metric.averageValue) {
            return *m_metric.averageValue;
        }
        const std::int64_t percent = std::max<std::int64_t>(100, *m_metric.averageUtilization);
        return wrap::divide(wrap::multiply(*pod.requestMilli, percent), 100);
    }

    void pessimistic(Totals totals, bool zeroUnready)
    {
        for (const HpaPod &pod : m_reading.pods) {
            if (pod.gone) {
                continue;
            }
            const PodClass kind = classify(pod);
            if (kind == PodClass::Missing && (m_trace.ratio < 1.0 || m_trace.ratio > 1.0)) {
                totals.add(pod, assumedUsage(pod));
            } else if (kind == PodClass::Unready && zeroUnready) {
                totals.add(pod, 0);
            }
        }
        const std::optional<double> again = ratioOf(totals);
        if (!again) {
            fail();
            return;
        }
        const double first = m_trace.ratio;
        m_trace.pessimisticRatio = again;
        m_trace.withinTolerance = m_tolerance.within(*again);
        m_trace.turned = (first < 1.0 && *again > 1.0) || (first > 1.0 && *again < 1.0);
        if (m_trace.withinTolerance || m_trace.turned) {
            propose(m_scale.current);
            return;
        }
        const std::int32_t replicas = wrap::toInt32(std::ceil(*again * asDouble(totals.samples)));
        m_trace.turned = (*again < 1.0 && replicas > m_scale.current) ||
                         (*again > 1.0 && replicas < m_scale.current);
        propose(m_trace.turned ? m_scale.current : replicas);
    }

    const HpaMetric &m_metric;
    const HpaReading &m_reading;
    const HpaScale &m_scale;
    const HpaController &m_controller;
    const HpaTolerance &m_tolerance;
    HpaMetricTrace m_trace;
};

} // namespace

HpaTolerance::HpaTolerance(const HpaController &controller,
                           const std::optional<HpaBehavior> &behavior)
    : m_up(controller.tolerance)
    , m_down(controller.tolerance)
    , m_symmetric(controller.kubernetesMinor < 33)
{
    // In 1.33 and 1.34 the field is there, but its feature gate is off.
    if (behavior && controller.kubernetesMinor >= toleranceKubernetesMinor) {
        m_up = behavior->scaleUp.tolerance.value_or(m_up);
        m_down = behavior->scaleDown.tolerance.value_or(m_down);
    }
}

bool HpaTolerance::within(double ratio) const
{
    if (m_symmetric) {
        return std::abs(1.0 - ratio) <= m_up;
    }
    return (1.0 - m_down) <= ratio && ratio <= (1.0 + m_up);
}

HpaMetricTrace evaluateHpaMetric(const HpaMetric &metric, const HpaReading &reading,
                                 const HpaScale &scale, const HpaController &controller,
                                 const HpaTolerance &tolerance)
{
    return Evaluation(metric, reading, scale, controller, tolerance).run();
}

} // namespace spillway
