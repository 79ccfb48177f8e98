// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/result.h"
#include "metrics/timerange.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <bitset>
#include <chrono>
#include <optional>
#include <vector>

namespace spillway {

/// What a part of a schedule says about the replica count. Either end may be left to what lies
/// below.
struct ScheduleBounds
{
    std::optional<int> floor; ///< minReplicas
    std::optional<int> cap;   ///< maxReplicas
    friend bool operator==(const ScheduleBounds &, const ScheduleBounds &) = default;
};

/// Who wins: the later lane, for floor and cap separately.
enum class ScheduleLane { Base, Window, Holiday, Event, Override };

/// A recurring stretch of wall clock time.
struct ScheduleWindow
{
    QString name;
    std::bitset<7> days;   ///< bit 0 = Monday
    bool holidays = false; ///< on the schedule's holidays, in their lane, instead of on days
    bool otherwise =
        false; ///< whenever no other recurring window holds; days and times are not looked at
    std::chrono::minutes from{0};
    std::chrono::minutes to{24 * 60}; ///< at or before from: on the next day
    ScheduleBounds bounds;
    DocumentPosition position;
};

/// A dated stretch of wall clock time.
struct ScheduleEvent
{
    QString name;
    QDateTime start; ///< wall clock, in the schedule's zone whatever the value's own spec is
    QDateTime end;
    ScheduleBounds bounds;
    std::chrono::minutes rampIn{0};  ///< the floor rises over this long before the start
    std::chrono::minutes rampOut{0}; ///< and falls over this long after the end
    DocumentPosition position;
};

/// A decision of a person with an end, in UTC.
struct ScheduleOverride
{
    QString name;
    EpochMs from = 0;
    EpochMs until = 0;
    ScheduleBounds bounds;
    DocumentPosition position;
};

/// First and last day, both included.
struct DateSpan
{
    QDate first;
    QDate last;
    friend bool operator==(const DateSpan &, const DateSpan &) = default;
};

/// Everything that decides the bounds of one component over time.
struct Schedule
{
    QTimeZone zone = QTimeZone::utc();
    int baseFloor = 1;
    int baseCap = 1;
    DocumentPosition basePosition;
    std::vector<ScheduleWindow> windows;
    std::vector<ScheduleEvent> events;
    std::vector<ScheduleOverride> overrides;
    std::vector<DateSpan> holidays;
    std::chrono::seconds leadTime{
        0}; ///< floors rise this much earlier, so that pods are ready in time
};

/// One stretch of constant bounds. Rows are sorted and leave no gap.
struct TimelineRow
{
    EpochMs from = 0;
    EpochMs to = 0;
    int min = 0;
    int max = 0;
    QStringList why; ///< names of what decided, floor first; empty = the base
    friend bool operator==(const TimelineRow &, const TimelineRow &) = default;
};

/// How far ahead the console resolves a schedule.
inline constexpr std::chrono::hours timelineHorizon{400 * 24};

/// Resolves the schedule over span (UTC) into rows. All problems come at once: windows or events
/// without length, zones that are not known, a floor above a cap (naming both places).
struct Timeline
{
    std::vector<TimelineRow> rows; ///< empty if there are problems
    std::vector<Error> problems;
};
[[nodiscard]] Timeline resolveSchedule(const Schedule &schedule, const TimeRange &span);

/// The row that holds at a time, or null outside the timeline.
[[nodiscard]] const TimelineRow *rowAt(const std::vector<TimelineRow> &rows, EpochMs time);

} // namespace spillway
