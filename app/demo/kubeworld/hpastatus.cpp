// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterjson.h"
#include "kubeworld/hpaparts.h"

#include <QMap>

#include <algorithm>
#include <cmath>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t milli = 1000;
const QString reporter = QStringLiteral("horizontal-pod-autoscaler");

/// A quantity in thousandths as the API writes it.
QString quantityText(std::int64_t thousandths)
{
    return thousandths % milli == 0 ? QString::number(thousandths / milli)
                                    : QString::number(thousandths) + u'm';
}

/// The controller's words for a metric: what was "above target".
QString metricWords(const HpaMetric &metric, const QJsonObject &json)
{
    const QString share =
        metric.averageUtilization ? u" utilization (percentage of request)"_s : QString();
    switch (metric.source) {
    case HpaMetric::Source::Resource:
        return metric.name + u" resource"_s + share;
    case HpaMetric::Source::ContainerResource:
        return metric.name + u" container resource"_s + share;
    case HpaMetric::Source::Pods:
        return u"pods metric "_s + metric.name;
    case HpaMetric::Source::Object:
        return json["object"_L1]["describedObject"_L1]["kind"_L1].toString() + u" metric "_s +
               metric.name;
    case HpaMetric::Source::External:
        break;
    }
    return u"external metric "_s + metric.name;
}

QJsonObject metricJson(const QJsonObject &hpa, std::size_t index)
{
    return hpa["spec"_L1]["metrics"_L1][static_cast<qsizetype>(index)].toObject();
}

/// What the pods use on the mean, and of what they requested.
QJsonObject currentOfPods(const HpaReading &reading, const HpaMetric &metric)
{
    std::int64_t usage = 0;
    std::int64_t request = 0;
    std::int64_t count = 0;
    for (const HpaPod &pod : reading.pods) {
        if (pod.usageMilli && !pod.deleted) {
            usage += *pod.usageMilli;
            request += pod.requestMilli.value_or(0);
            ++count;
        }
    }
    if (count == 0) {
        return {};
    }
    QJsonObject current{{u"averageValue"_s, quantityText(usage / count)}};
    if (metric.averageUtilization && request > 0) {
        current.insert(u"averageUtilization"_s, qint64{usage * 100 / request});
    }
    return current;
}

QJsonObject currentOfTotal(const HpaReading &reading, const HpaMetric &metric,
                           std::int32_t replicas)
{
    std::int64_t total = reading.valueMilli;
    for (const std::int64_t series : reading.seriesMilli) {
        total += series;
    }
    if (metric.averageValue) {
        const double each = static_cast<double>(total) / std::max(1, replicas);
        return {{u"averageValue"_s, quantityText(static_cast<std::int64_t>(std::ceil(each)))}};
    }
    return {{u"value"_s, quantityText(total)}};
}

/// One entry of status.currentMetrics; empty: nothing is known.
QJsonObject currentMetric(const QJsonObject &json, const HpaMetric &metric,
                          const HpaReading &reading, std::int32_t replicas)
{
    const QJsonObject current = reading.error ? QJsonObject()
                                : metric.isPerPodSample()
                                    ? currentOfPods(reading, metric)
                                    : currentOfTotal(reading, metric, replicas);
    if (current.isEmpty()) {
        return {};
    }
    const QString type = json["type"_L1].toString();
    const QString field = type.left(1).toLower() + type.mid(1);
    QJsonObject body = json[field].toObject();
    body.remove(u"target"_s);
    body.insert(u"current"_s, current);
    return {{u"type"_s, type}, {field, body}};
}

QString ableMessage(const HpaDecision &decision)
{
    static const QMap<QString, QString> words{
        {u"SucceededGetScale"_s,
         u"the HPA controller was able to get the target's current scale"_s},
        {u"ReadyForNewScale"_s, u"recommended size matches current size"_s},
        {u"ScaleDownStabilized"_s, u"recent recommendations were higher than current one, applying "
                                   "the highest recent recommendation"_s},
        {u"ScaleUpStabilized"_s, u"recent recommendations were lower than current one, applying "
                                 "the lowest recent recommendation"_s}};
    const QString reason = decision.ableToScale;
    return reason == "SucceededRescale"_L1
               ? u"the HPA controller was able to update the target scale to %1"_s.arg(
                     decision.desired)
               : words.value(reason);
}

QString limitedMessage(QLatin1String reason)
{
    static const QMap<QString, QString> words{
        {u"DesiredWithinRange"_s, u"the desired count is within the acceptable range"_s},
        {u"TooFewReplicas"_s,
         u"the desired replica count is less than the minimum replica count"_s},
        {u"TooManyReplicas"_s,
         u"the desired replica count is more than the maximum replica count"_s},
        {u"ScaleUpLimit"_s,
         u"the desired replica count is increasing faster than the maximum scale rate"_s},
        {u"ScaleDownLimit"_s,
         u"the desired replica count is decreasing faster than the maximum scale rate"_s}};
    return words.value(reason);
}

QString activeMessage(const QJsonObject &hpa, const HpaSpec &spec, const HpaDecision &decision)
{
    if (decision.scalingActive == "ScalingDisabled"_L1) {
        return u"scaling is disabled since the replica count of the target is zero"_s;
    }
    if (!decision.scalingActiveStatus) {
        return u"the HPA was unable to compute the replica count: no metrics returned"_s;
    }
    const auto best = static_cast<std::size_t>(std::max(decision.decisiveMetric, 0));
    return best < spec.metrics.size()
               ? u"the HPA was able to successfully calculate a replica count from "_s +
                     metricWords(spec.metrics[best], metricJson(hpa, best))
               : QString();
}

} // namespace

QJsonObject hpaStatus(const QJsonObject &hpa, const HpaSpec &spec, const HpaDecision &decision,
                      const std::vector<HpaReading> &readings, std::int64_t second)
{
    QJsonArray conditions = hpa["status"_L1]["conditions"_L1].toArray();
    setCondition(conditions, u"AbleToScale"_s, decision.outcome != HpaOutcome::UpdateRefused,
                 decision.ableToScale, ableMessage(decision), second);
    if (!decision.scalingActive.isEmpty()) {
        setCondition(conditions, u"ScalingActive"_s, decision.scalingActiveStatus,
                     decision.scalingActive, activeMessage(hpa, spec, decision), second);
    }
    if (!decision.scalingLimited.isEmpty()) {
        setCondition(conditions, u"ScalingLimited"_s,
                     decision.scalingLimited != "DesiredWithinRange"_L1, decision.scalingLimited,
                     limitedMessage(decision.scalingLimited), second);
    }
    QJsonArray current;
    for (std::size_t i = 0; i < spec.metrics.size() && i < readings.size(); ++i) {
        const QJsonObject entry =
            currentMetric(metricJson(hpa, i), spec.metrics[i], readings[i], decision.current);
        if (!entry.isEmpty()) {
            current.append(entry);
        }
    }
    QJsonObject status{{u"currentReplicas"_s, decision.current},
                       {u"desiredReplicas"_s, decision.desired},
                       {u"conditions"_s, conditions}};
    if (!current.isEmpty()) {
        status.insert(u"currentMetrics"_s, current);
    }
    if (decision.ableToScale == "SucceededRescale"_L1) {
        status.insert(u"lastScaleTime"_s, timeText(second));
    }
    return status;
}

void tellHpaEvents(ClusterPlan &plan, const QJsonObject &hpa, const HpaSpec &spec,
                   const HpaDecision &decision)
{
    if (decision.ableToScale == "SucceededRescale"_L1) {
        QString why = u"All metrics below target"_s;
        const auto best = static_cast<std::size_t>(std::max(decision.decisiveMetric, 0));
        if (decision.outcome == HpaOutcome::AboveMaximum) {
            why = u"Current number of replicas above Spec.MaxReplicas"_s;
        } else if (decision.outcome == HpaOutcome::BelowMinimum) {
            why = u"Current number of replicas below Spec.MinReplicas"_s;
        } else if (decision.desired > decision.current && best < spec.metrics.size()) {
            why = metricWords(spec.metrics[best], metricJson(hpa, best)) + u" above target"_s;
        }
        plan.tell(reporter, hpa, u"SuccessfulRescale"_s,
                  u"New size: %1; reason: %2"_s.arg(decision.desired).arg(why));
    }
    for (std::size_t i = 0; i < decision.metrics.size() && i < spec.metrics.size(); ++i) {
        if (decision.metrics[i].failed) {
            plan.tell(reporter, hpa, decision.metrics[i].failureReason,
                      u"unable to get "_s + metricWords(spec.metrics[i], metricJson(hpa, i)), true);
        }
    }
}

} // namespace spillway::demo
