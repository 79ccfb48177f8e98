// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/policyanalysis.h"

#include "policy/policyassertions.h"
#include "rollout/calendarfiles.h"

#include <QCoreApplication>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyAnalysis)
};

TimeRange spanOf(const Policy &policy, EpochMs now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, policy.zone).date();
    return {today.startOfDay(policy.zone).toMSecsSinceEpoch(),
            today.addDays(shownDays).startOfDay(policy.zone).toMSecsSinceEpoch()};
}

/// The policy's own tests, those that fail.
void addFailedAssertions(PolicyAnalysis &analysis)
{
    const std::vector<AssertionOutcome> outcomes = runAssertions(
        analysis.reading.policy, analysis.reading.positions, analysis.context, analysis.input.now);
    for (const AssertionOutcome &outcome : outcomes) {
        if (outcome.status == AssertionOutcome::Status::Failed) {
            analysis.findings.push_back(
                {.id = QStringLiteral("assertion-failed"),
                 .severity = PolicyFinding::Severity::Error,
                 .text = Text::tr("The assertion “%1” fails: %2").arg(outcome.name, outcome.detail),
                 .position = outcome.position});
        }
    }
}

} // namespace

PolicyAnalysisPtr analysePolicy(const PolicyInput &input)
{
    auto analysis = std::make_shared<PolicyAnalysis>();
    analysis->input = input;
    analysis->reading = parsePolicy(input.text, input.file);
    analysis->context.measuredLeadTimes = input.measuredLeadTimes;
    HpaController &controller = analysis->context.controller;
    controller.kubernetesMinor = input.kubernetesMinor.value_or(controller.kubernetesMinor);
    CalendarReading calendars = readCalendars(analysis->reading.policy, input.file, input.now);
    analysis->context.calendarDays = std::move(calendars.days);
    std::vector<Error> &problems = analysis->reading.problems;
    problems.insert(problems.end(), calendars.problems.begin(), calendars.problems.end());
    const Policy &policy = analysis->reading.policy;
    if (analysis->ok()) {
        analysis->findings =
            findInPolicy(policy, analysis->reading.positions, analysis->context, input.now);
        addFailedAssertions(*analysis);
    }
    analysis->span = spanOf(policy, input.now);
    for (const PolicyComponent &component : policy.components) {
        if (component.engine != PolicyComponent::Engine::None) {
            ComponentTimeline line;
            line.component = component.name;
            line.schedule = scheduleOf(policy, component, analysis->context);
            line.timeline = resolveSchedule(line.schedule, analysis->span);
            analysis->timelines.push_back(std::move(line));
        }
    }
    return analysis;
}

} // namespace spillway
