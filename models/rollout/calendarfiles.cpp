// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/calendarfiles.h"

#include "scaling/icalendar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

DateSpan daysKept(const Policy &policy, EpochMs now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, policy.zone).date();
    constexpr int horizon = static_cast<int>(timelineHorizon / std::chrono::days{1});
    return {today.addDays(-horizon / 2 - 1), today.addDays(horizon + 1)};
}

} // namespace

CalendarReading readCalendars(const Policy &policy, const QString &policyFile, EpochMs now)
{
    CalendarReading reading;
    const DateSpan within = daysKept(policy, now);
    const QDir folder = QFileInfo(policyFile).dir();
    for (const PolicyCalendar &calendar : policy.calendars) {
        QFile file(folder.filePath(calendar.file));
        // One byte more than allowed is enough for the reader to refuse it.
        const bool opened = file.open(QIODevice::ReadOnly);
        const QByteArray bytes = opened ? file.read(maxCalendarBytes + 1) : QByteArray{};
        if (file.error() != QFileDevice::NoError) {
            reading.problems.push_back({.code = ErrorCode::File,
                                        .what = Text::tr("Cannot read the calendar"),
                                        .where = file.fileName(),
                                        .why = file.errorString()});
            continue;
        }
        const CalendarDays found = readCalendarDays(bytes, file.fileName(), within, policy.zone);
        reading.days.insert(reading.days.end(), found.days.begin(), found.days.end());
        reading.problems.insert(reading.problems.end(), found.problems.begin(),
                                found.problems.end());
    }
    return reading;
}

} // namespace spillway
