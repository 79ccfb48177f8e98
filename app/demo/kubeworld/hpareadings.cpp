// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"
#include "kubeserver/selectors.h"
#include "kubeworld/clusterjson.h"
#include "kubeworld/hpaparts.h"

#include <algorithm>
#include <cmath>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr double milli = 1000;

/// The sum over the containers in thousandths; none if one of them has no request.
std::optional<std::int64_t> requestOf(const QJsonObject &pod, const QString &resource,
                                      const QString &container)
{
    std::int64_t sum = 0;
    for (const QJsonValue each : pod["spec"_L1]["containers"_L1].toArray()) {
        if (!container.isEmpty() && each["name"_L1].toString() != container) {
            continue;
        }
        const Result<Quantity> request =
            parseQuantity(each["resources"_L1]["requests"_L1][resource].toString());
        if (!request) {
            return std::nullopt;
        }
        sum += request->milli;
    }
    return sum;
}

std::optional<std::int64_t> usageOf(const HpaMetric &metric, const ClusterLoad::PodLoad &load)
{
    double value = 0;
    if (metric.source == HpaMetric::Source::Pods) {
        const auto found = load.metrics.constFind(metric.name);
        if (found == load.metrics.constEnd()) {
            return std::nullopt;
        }
        value = *found;
    } else if (metric.name == "cpu"_L1) {
        value = load.cores;
    } else if (metric.name == "memory"_L1) {
        value = load.memoryBytes;
    } else {
        return std::nullopt;
    }
    return std::llround(value * milli);
}

HpaPod::Phase phaseOf(const QJsonObject &pod)
{
    const QString phase = pod["status"_L1]["phase"_L1].toString();
    return phase == "Running"_L1     ? HpaPod::Phase::Running
           : phase == "Succeeded"_L1 ? HpaPod::Phase::Succeeded
           : phase == "Failed"_L1    ? HpaPod::Phase::Failed
                                     : HpaPod::Phase::Pending;
}

HpaPod podReading(const HpaMetric &metric, const QString &container, const QJsonObject &pod,
                  const ClusterLoad &load, std::int64_t second)
{
    const QJsonObject ready = conditionOf(pod, u"Ready"_s);
    const auto started = secondOf(pod["status"_L1]["startTime"_L1]);
    HpaPod reading;
    const auto known = load.pods.constFind(keyOf(pod));
    if (known != load.pods.constEnd()) {
        reading.usageMilli = usageOf(metric, *known);
    }
    if (metric.source != HpaMetric::Source::Pods) {
        reading.requestMilli = requestOf(pod, metric.name, container);
    }
    reading.hasReadyCondition = !ready.isEmpty();
    reading.ready = ready["status"_L1].toString() == "True"_L1;
    reading.readySecondsAgo = second - secondOf(ready["lastTransitionTime"_L1]).value_or(second);
    reading.hasStartTime = started.has_value();
    reading.startedSecondsAgo = second - started.value_or(second);
    reading.sampleSecondsAgo = 0;
    reading.phase = phaseOf(pod);
    reading.deleted = isBeingDeleted(pod);
    return reading;
}

/// "name{label=value}" of an Object or External metric.
QString signalName(const QJsonValue &metric)
{
    const QJsonObject labels = metric["selector"_L1]["matchLabels"_L1].toObject();
    QStringList parts;
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        parts.append(label.key() + u'=' + label.value().toString());
    }
    return metric["name"_L1].toString() + u'{' + parts.join(u',') + u'}';
}

} // namespace

std::optional<ScaleTarget> ScaleTarget::find(const ClusterView &view, const QString &nameSpace,
                                             const QJsonValue &reference)
{
    const QString kind = reference["kind"_L1].toString(u"Deployment"_s);
    const bool isDeployment = kind == "Deployment"_L1;
    if (!isDeployment && kind != "StatefulSet"_L1) {
        return std::nullopt;
    }
    const QString name = reference["name"_L1].toString();
    const ObjectStore::Objects &objects = isDeployment ? view.deployments : view.statefulSets;
    const auto found = objects.constFind(ObjectStore::keyOf(nameSpace, name));
    if (found == objects.constEnd()) {
        return std::nullopt;
    }
    ScaleTarget target;
    target.object = *found;
    target.scale = {u"apps"_s, isDeployment ? u"deployments"_s : u"statefulsets"_s, nameSpace, name,
                    u"scale"_s};
    const LabelSelector selector =
        LabelSelector::fromObject(target.object["spec"_L1]["selector"_L1].toObject());
    for (const QJsonObject &pod : view.pods) {
        if (namespaceOf(pod) == nameSpace && selector.matches(pod)) {
            target.pods.append(pod);
        }
    }
    return target;
}

HpaScale ScaleTarget::numbers() const
{
    HpaScale found;
    found.current = object["spec"_L1]["replicas"_L1].toInt(1);
    found.statusReplicas = object["status"_L1]["replicas"_L1].toInt();
    found.podCount = static_cast<std::int32_t>(pods.size());
    found.readyPods =
        static_cast<std::int32_t>(std::count_if(pods.begin(), pods.end(), isReadyPod));
    return found;
}

void ScaleTarget::setReplicas(ClusterPlan &plan, const QString &manager,
                              std::int32_t replicas) const
{
    plan.patch(manager, scale, {{u"spec"_s, QJsonObject{{u"replicas"_s, replicas}}}});
}

HpaReading readMetric(const HpaMetric &metric, const QJsonObject &json, const ScaleTarget &target,
                      const ClusterLoad &load, std::int64_t second)
{
    HpaReading reading;
    if (metric.isPerPodSample()) {
        const QString container = json["containerResource"_L1]["container"_L1].toString();
        for (const QJsonObject &pod : target.pods) {
            reading.pods.push_back(podReading(metric, container, pod, load, second));
        }
        return reading;
    }
    const bool isObject = metric.source == HpaMetric::Source::Object;
    const QJsonValue named = json[isObject ? "object"_L1 : "external"_L1]["metric"_L1];
    const std::optional<double> value = load.signal(signalName(named));
    reading.error = !value;
    if (value && isObject) {
        reading.valueMilli = std::llround(*value * milli);
    } else if (value) {
        reading.seriesMilli = {std::llround(*value * milli)};
    }
    return reading;
}

} // namespace spillway::demo
