// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QString>
#include <QStringView>
#include <QTimeZone>

#include <cstdint>
#include <optional>

namespace spillway {

/// A cron expression of five fields as robfig/cron v3 (KEDA's cron trigger and CronJobs) reads it:
/// minute, hour, day of month, month, day of week; *, ?, lists, ranges, steps, names, @hourly and
/// its kin. A day matches both day fields if one of them is a star, else either. A wall clock time
/// in a spring gap never comes; one in an autumn overlap comes twice.
/// https://pkg.go.dev/github.com/robfig/cron/v3
class CronSchedule
{
public:
    [[nodiscard]] static Result<CronSchedule> parse(QStringView text);

    /// The first instant after `after` (strictly) at which it fires, looking five years ahead as
    /// cron does.
    [[nodiscard]] std::optional<EpochMs> next(EpochMs after, const QTimeZone &zone) const;

private:
    struct Field
    {
        std::uint64_t bits = 0;
        bool star = false;
        [[nodiscard]] bool has(int value) const
        {
            return (bits >> static_cast<unsigned>(value) & 1U) != 0;
        }
    };

    [[nodiscard]] bool dayMatches(const QDate &day) const;

    Field m_minute;
    Field m_hour;
    Field m_dayOfMonth;
    Field m_month;
    Field m_dayOfWeek; ///< 0 = Sunday
    friend class CronParser;
};

} // namespace spillway
