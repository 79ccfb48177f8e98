// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/costreport.h"
#include "spillwayctl/fitreport.h"
#include "spillwayctl/outlookreport.h"
#include "spillwayctl/simulationreport.h"
#include "spillwayctl/timeargument.h"

#include <QJsonArray>

#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonObject scoreJson(const CalibrationScore &score)
{
    return {{u"score"_s, score.score},
            {u"baseline"_s, score.baseline},
            {u"within_one"_s, score.withinOne},
            {u"fit_share"_s, score.fitShare},
            {u"recorded_replicas"_s, score.recordedReplicas},
            {u"replayed_replicas"_s, score.replayedReplicas}};
}

QJsonValue calibrationJson(const std::vector<ComponentCalibration> &all, const TimeGrid &grid,
                           const QString &name)
{
    for (const ComponentCalibration &one : all) {
        if (one.name != name || !one.known) {
            continue;
        }
        QJsonObject object = scoreJson(one.calibration.whole);
        object.insert(u"says_little"_s, one.saysLittle);
        QJsonArray periods;
        for (const CalibrationPeriod &period : one.calibration.periods) {
            QJsonObject part = scoreJson(period.score);
            part.insert(u"from"_s, utcText(period.from));
            part.insert(u"to"_s, utcText(period.to));
            part.insert(u"unfit"_s, unfitJson(marksOf(one.calibration, grid, period)));
            periods.append(part);
        }
        object.insert(u"periods"_s, periods);
        return object;
    }
    return {};
}

QJsonObject componentJson(const SimulatedPolicy &policy,
                          const std::vector<ComponentCalibration> &calibration,
                          const TimeGrid &recorded, std::size_t index)
{
    const ReplaySummary &summary = policy.summaries[index];
    const PipelinePart &part = policy.pipeline.parts[index];
    return {{u"name"_s, summary.name},
            {u"replicas"_s, QJsonObject{{u"min"_s, summary.fewestReplicas},
                                        {u"mean"_s, summary.meanReplicas},
                                        {u"max"_s, summary.mostReplicas}}},
            {u"p50_seconds"_s, number(summary.p50)},
            {u"p95_seconds"_s, number(summary.p95)},
            {u"share_429"_s, summary.rejectedShare},
            {u"lost_share"_s, summary.lostShare},
            {u"backlog_max"_s, summary.longestBacklog},
            {u"at_maximum_share"_s, summary.atMaximumShare},
            {u"breaker_open_share"_s, summary.breakerOpenShare},
            {u"breaker_trips"_s, summary.breakerTrips},
            {u"cost"_s, costJson(policy.cost.components[index])},
            {u"calibration"_s, calibrationJson(calibration, recorded, summary.name)},
            {u"confidence"_s, part.confidence},
            {u"known_traffic"_s, part.knownTraffic},
            {u"unfit_share"_s, 1 - part.fit.fitShare},
            {u"unfit"_s, unfitJson(part.fit.marks)},
            {u"unfit_periods"_s, unfitPeriodsJson(part.fit.marks, recorded)},
            {u"fit"_s, fitJson(part.fit)},
            {u"assumptions"_s, QJsonArray::fromStringList(part.assumptions)}};
}

QJsonObject policyJson(const SimulatedPolicy &policy,
                       const std::vector<ComponentCalibration> &calibration,
                       const TimeGrid &recorded)
{
    QJsonArray components;
    for (std::size_t i = 0; i < policy.summaries.size(); ++i) {
        components.append(componentJson(policy, calibration, recorded, i));
    }
    QJsonObject cost = costJson(policy.cost.all);
    cost.insert(u"cash"_s, policy.cost.cash);
    cost.insert(u"node_hours"_s, policy.cost.nodeHours);
    cost.insert(u"most_nodes"_s, policy.cost.mostNodes);
    return {{u"components"_s, components},
            {u"cost"_s, cost},
            {u"confidence"_s, policy.confidence()},
            {u"left_out"_s, QJsonArray::fromStringList(policy.pipeline.leftOut)}};
}

QJsonObject metricJson(const HpaMetricTrace &trace)
{
    return {{u"ratio"_s, number(trace.ratio)},
            {u"ratio_with_missing_pods"_s,
             trace.pessimisticRatio ? number(*trace.pessimisticRatio) : QJsonValue()},
            {u"within_tolerance"_s, trace.withinTolerance},
            {u"direction_turned"_s, trace.turned},
            {u"proposal"_s, trace.proposal},
            {u"failed"_s, trace.failed}};
}

QJsonValue position(int index)
{
    return index < 0 ? QJsonValue() : QJsonValue(index);
}

/// Every number between the readings and the result.
void addDecision(const HpaDecision &decision, QJsonObject &object)
{
    QJsonArray metrics;
    for (const HpaMetricTrace &trace : decision.metrics) {
        metrics.append(metricJson(trace));
    }
    constexpr EpochMs second = 1000;
    object.insert(u"metrics"_s, metrics);
    object.insert(u"decisive_metric"_s, position(decision.decisiveMetric));
    object.insert(u"wanted"_s, decision.wanted);
    object.insert(u"stabilized"_s, decision.stabilized);
    object.insert(u"stabilized_by"_s,
                  decision.stabilizedBySeconds
                      ? QJsonValue(utcText(*decision.stabilizedBySeconds * second))
                      : QJsonValue());
    object.insert(u"rate_limit"_s,
                  decision.rateLimit ? QJsonValue(*decision.rateLimit) : QJsonValue());
    object.insert(u"limiting_policy"_s, position(decision.limitingPolicy));
    object.insert(u"able_to_scale"_s, QString{decision.ableToScale});
    object.insert(u"scaling_active"_s, QString{decision.scalingActive});
    object.insert(u"scaling_limited"_s, QString{decision.scalingLimited});
}

QJsonObject explainedJson(const ExplainedDecision &one)
{
    const ReplayDecision &decision = one.decision;
    QJsonObject object{{u"component"_s, one.component},
                       {u"time"_s, utcText(decision.time)},
                       {u"before"_s, decision.before},
                       {u"after"_s, decision.after},
                       {u"min"_s, decision.floor},
                       {u"max"_s, decision.cap},
                       {u"bounds_by"_s, QJsonArray::fromStringList(decision.why)},
                       {u"known"_s, decision.known},
                       {u"sentences"_s, QJsonArray::fromStringList(one.sentences)}};
    if (decision.hpa) {
        addDecision(*decision.hpa, object);
    }
    return object;
}

} // namespace

QJsonObject simulationJson(const SimulationReport &report)
{
    const Simulation &simulation = report.simulation;
    const TimeGrid &grid = simulation.today.result.grid;
    QJsonObject object = policyJson(simulation.today, simulation.calibration, report.recorded);
    object.insert(u"from"_s, utcText(grid.from));
    object.insert(u"to"_s, utcText(grid.time(grid.count)));
    object.insert(u"step_seconds"_s, grid.seconds());
    object.insert(u"growth"_s, report.growth);
    object.insert(u"currency"_s, report.currency);
    object.insert(u"known_share"_s, simulation.today.result.knownShare);
    object.insert(u"notes"_s,
                  QJsonArray::fromStringList(simulation.notes + simulation.today.notes));
    object.insert(u"kubernetes"_s, u"1.%1"_s.arg(report.controller.kubernetesMinor));
    object.insert(u"hpa_tolerance"_s, report.controller.tolerance);
    object.insert(u"cost_by_tag"_s, tagsJson(report.tags));
    addOutlookJson(report.today, object);
    if (simulation.edited) {
        QJsonObject compare = policyJson(*simulation.edited, {}, report.recorded);
        compare.insert(u"notes"_s, QJsonArray::fromStringList(simulation.edited->notes));
        compare.insert(u"cost_by_tag"_s, tagsJson(report.editedTags));
        addOutlookJson(report.edited.value_or(PolicyOutlook{}), compare);
        object.insert(u"compare"_s, compare);
    }
    QJsonArray explained;
    for (const ExplainedDecision &one : report.explained) {
        explained.append(explainedJson(one));
    }
    object.insert(u"explained"_s, explained);
    return object;
}

} // namespace spillway
