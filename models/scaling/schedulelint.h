// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "scaling/kedaspec.h"
#include "scaling/schedule.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace spillway {

/// A floor that is written as a metric (KEDA's cron trigger, or any external metric with target 1)
/// instead of as a minimum.
struct MetricFloor
{
    QString name;
    std::int32_t desired = 1;
    std::optional<KedaTrigger::Cron> cron; ///< its own calendar, if it is a cron trigger
    DocumentPosition position;
};

/// What is looked at.
struct ScheduleLintInput
{
    Schedule schedule;
    std::vector<MetricFloor> metricFloors;
    HpaController controller;
    std::optional<HpaBehavior> behavior;
    EpochMs now = 0;
};

/// Something about a schedule that a person should know before it is pushed.
struct ScheduleFinding
{
    enum class Severity { Info, Warning, Error };
    QString id; ///< stable, for JSON and for silencing: "edge-in-gap", "unreachable-target", ...
    Severity severity = Severity::Info;
    QString subject;           ///< name of the window, event or metric
    std::optional<EpochMs> at; ///< when it bites first, if it is about a moment
    QString text;              ///< translated sentence
    QString advice;            ///< translated; may be empty
    DocumentPosition position;
    friend bool operator==(const ScheduleFinding &, const ScheduleFinding &) = default;
};

/// "info", "warning" or "error": stable, for JSON.
[[nodiscard]] QLatin1String severityName(ScheduleFinding::Severity severity);

/// All findings for the 400 days from now, the gravest first, then by time:
/// unresolved, edge-in-gap, edge-in-overlap, edge-near-change, window-in-gap, events-overlap,
/// event-over, event-beyond-horizon, holidays-end, unreachable-target, floor-by-metric,
/// cron-start-in-gap, cron-start-in-overlap, cron-days-differ. Each subject is named at most once
/// an id. Pure.
[[nodiscard]] std::vector<ScheduleFinding> lintSchedule(const ScheduleLintInput &input);

} // namespace spillway
