// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/policyanalysis.h"

#include "policy/policyassertions.h"
#include "scaling/icalendar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyAnalysis)
};

void readCalendars(PolicyAnalysis &analysis)
{
    const Policy &policy = analysis.reading.policy;
    const QDate today = QDateTime::fromMSecsSinceEpoch(analysis.input.now, policy.zone).date();
    const int horizon = static_cast<int>(
        std::chrono::duration_cast<std::chrono::hours>(timelineHorizon).count() / 24);
    const DateSpan within{today.addDays(-1), today.addDays(horizon + 1)};
    const QDir folder = QFileInfo(analysis.input.file).dir();
    for (const PolicyCalendar &calendar : policy.calendars) {
        QFile file(folder.filePath(calendar.file));
        // One byte more than allowed is enough for the reader to refuse it.
        const bool opened = file.open(QIODevice::ReadOnly);
        const QByteArray bytes = opened ? file.read(maxCalendarBytes + 1) : QByteArray{};
        if (file.error() != QFileDevice::NoError) {
            analysis.reading.problems.push_back({.code = ErrorCode::File,
                                                 .what = Text::tr("Cannot read the calendar"),
                                                 .where = file.fileName(),
                                                 .why = file.errorString()});
            continue;
        }
        const CalendarDays found = readCalendarDays(bytes, file.fileName(), within, policy.zone);
        std::vector<DateSpan> &days = analysis.context.calendarDays;
        days.insert(days.end(), found.days.begin(), found.days.end());
        std::vector<Error> &problems = analysis.reading.problems;
        problems.insert(problems.end(), found.problems.begin(), found.problems.end());
    }
}

TimeRange spanOf(const Policy &policy, EpochMs now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, policy.zone).date();
    return {today.startOfDay(policy.zone).toMSecsSinceEpoch(),
            today.addDays(shownDays).startOfDay(policy.zone).toMSecsSinceEpoch()};
}

/// The policy's own tests, those that fail.
void addFailedAssertions(PolicyAnalysis &analysis)
{
    const std::vector<AssertionOutcome> outcomes =
        runAssertions(analysis.reading.policy, analysis.reading.positions, analysis.context,
                      analysis.input.now);
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
    readCalendars(*analysis);
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
