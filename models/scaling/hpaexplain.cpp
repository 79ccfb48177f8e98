// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpaexplain.h"

#include <QCoreApplication>

#include <chrono>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HpaExplain)
};

QString metricSentence(const HpaMetricTrace &trace, const QString &name, std::int32_t current)
{
    if (trace.failed) {
        return Text::tr("%1 could not be read (%2).").arg(name, trace.failureReason);
    }
    QString text =
        Text::tr("%1 is at %2 of its target.").arg(name, QString::number(trace.ratio, 'g', 4));
    if (trace.pessimisticRatio) {
        text +=
            u' ' +
            Text::tr(
                "With %1 pods without a sample and %2 not ready, taken pessimistically, it is %3.")
                .arg(trace.missing)
                .arg(trace.unready)
                .arg(*trace.pessimisticRatio, 0, 'g', 4);
    }
    if (trace.withinTolerance) {
        return text + u' ' +
               Text::tr("That is within the tolerance: %1 replicas stay.").arg(trace.proposal);
    }
    if (trace.turned) {
        return text + u' ' +
               Text::tr("That points the other way, so %1 replicas stay.").arg(current);
    }
    return text + u' ' + Text::tr("It asks for %1 replicas.").arg(trace.proposal);
}

QString boundsSentence(const HpaDecision &decision)
{
    if (decision.outcome == HpaOutcome::AboveMaximum) {
        return Text::tr("There were %1 replicas, above the maximum of %2: cut at once, no metric "
                        "is looked at.")
            .arg(decision.current)
            .arg(decision.maxReplicas);
    }
    return Text::tr("There were %1 replicas, below the minimum of %2: raised at once, no metric is "
                    "looked at.")
        .arg(decision.current)
        .arg(decision.minReplicas);
}

QString policyText(const HpaSpec &spec, const HpaDecision &decision)
{
    if (!spec.behavior) {
        return Text::tr("the built-in limit of twice the replicas, at least 4");
    }
    if (decision.limitingPolicy < 0) {
        return Text::tr("the behaviour, which disables this direction,");
    }
    const bool up = decision.stabilized > decision.current;
    const HpaRules &rules = up ? spec.behavior->scaleUp : spec.behavior->scaleDown;
    const HpaPolicy &policy = rules.policies.at(static_cast<std::size_t>(decision.limitingPolicy));
    return policy.type == HpaPolicy::Type::Pods ? Text::tr("the policy of %1 pods in %2 s")
                                                      .arg(policy.value)
                                                      .arg(policy.periodSeconds)
                                                : Text::tr("the policy of %1 per cent in %2 s")
                                                      .arg(policy.value)
                                                      .arg(policy.periodSeconds);
}

QString limitSentence(const HpaDecision &decision, const HpaSpec &spec)
{
    if (decision.scalingLimited == "ScaleUpLimit"_L1 ||
        decision.scalingLimited == "ScaleDownLimit"_L1) {
        return Text::tr("%1 allows %2 now.").arg(policyText(spec, decision)).arg(decision.desired);
    }
    if (decision.scalingLimited == "TooManyReplicas"_L1) {
        return Text::tr("The maximum of %1 stops it.").arg(decision.maxReplicas);
    }
    if (decision.scalingLimited == "TooFewReplicas"_L1) {
        return Text::tr("The minimum of %1 holds it.").arg(decision.minReplicas);
    }
    return {};
}

QString resultSentence(const HpaDecision &decision)
{
    switch (decision.outcome) {
    case HpaOutcome::Disabled:
        return Text::tr("The workload has zero replicas, so the autoscaler does nothing.");
    case HpaOutcome::MetricsFailed:
        return Text::tr("A metric failed and no other asks for more, so %1 replicas stay.")
            .arg(decision.current);
    case HpaOutcome::UpdateRefused:
        return Text::tr("The API server refused the number; %1 replicas stay.")
            .arg(decision.current);
    case HpaOutcome::Unchanged:
        return Text::tr("%1 replicas stay.").arg(decision.current);
    default:
        return Text::tr("%1 replicas become %2.").arg(decision.current).arg(decision.desired);
    }
}

} // namespace

QStringList explainHpaDecision(const HpaDecision &decision, const HpaSpec &spec, std::int64_t now)
{
    QStringList sentences;
    if (decision.outcome == HpaOutcome::AboveMaximum ||
        decision.outcome == HpaOutcome::BelowMinimum) {
        sentences << boundsSentence(decision);
    }
    for (std::size_t i = 0; i < decision.metrics.size(); ++i) {
        sentences << metricSentence(decision.metrics[i], spec.metrics.at(i).name, decision.current);
    }
    if (decision.stabilizedBySeconds) {
        sentences << Text::tr("The recommendation of %1 s ago holds it at %2.")
                         .arg(now - *decision.stabilizedBySeconds)
                         .arg(decision.stabilized);
    }
    if (!decision.metrics.empty() && decision.outcome != HpaOutcome::MetricsFailed) {
        const QString limit = limitSentence(decision, spec);
        if (!limit.isEmpty()) {
            sentences << limit;
        }
    }
    return sentences << resultSentence(decision);
}

} // namespace spillway
