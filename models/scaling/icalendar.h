// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "scaling/schedule.h"

#include <QByteArrayView>
#include <QString>
#include <QTimeZone>

#include <vector>

namespace spillway {

/// What a calendar file may cost at most; what lies beyond is a problem, never a hang.
inline constexpr qsizetype maxCalendarBytes = 4 * 1024 * 1024;
inline constexpr int maxCalendarEvents = 20000;
inline constexpr int maxRecurringEvents = 500;
inline constexpr int maxNarrowedEvents = 4;   ///< daily or weekly ones that hold on some days only
inline constexpr int maxOccurrences = 100000; ///< of all events of a file together

/// The days that the events of an iCalendar file touch.
struct CalendarDays
{
    std::vector<DateSpan> days;  ///< sorted, apart from one another, cut to the span asked for
    std::vector<Error> problems; ///< with file and line; the events concerned are left out
};

/// Reads holidays: every VEVENT that is not cancelled stands for all the days it touches, as seen
/// from `zone` (times with a zone of their own are converted, floating ones taken as they are).
/// DTEND is exclusive, RRULE, RDATE, EXDATE and RECURRENCE-ID are followed inside `within`. Rules
/// finer than a day are a problem. Bytes to values; any thread.
/// https://www.rfc-editor.org/rfc/rfc5545
[[nodiscard]] CalendarDays readCalendarDays(QByteArrayView bytes, const QString &file,
                                            const DateSpan &within, const QTimeZone &zone);

/// Sorted and merged: spans that overlap or follow one another without a day between become one.
[[nodiscard]] std::vector<DateSpan> mergedSpans(std::vector<DateSpan> spans);

} // namespace spillway
