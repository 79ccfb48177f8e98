// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace spillway {

/// One property of a calendar component, unfolded. Names are in upper case.
struct CalendarProperty
{
    QByteArray name;
    QByteArray value;
    QByteArray tzid;      ///< of the TZID parameter; empty if there is none
    QByteArray valueType; ///< of the VALUE parameter, in upper case; empty if there is none
    int line = 0;         ///< of its first character, from 1
};

/// One VEVENT, without its alarms.
struct CalendarEvent
{
    int line = 0;
    std::vector<CalendarProperty> properties;

    /// The first property of that name, or null.
    [[nodiscard]] const CalendarProperty *find(QByteArrayView name) const;
};

struct CalendarEvents
{
    std::vector<CalendarEvent> events;
    std::vector<Error> problems;
};

/// Cuts an iCalendar stream into its events: lines may end in CRLF, LF or CR, and be folded.
/// Bounded in bytes and events (icalendar.h).
[[nodiscard]] CalendarEvents splitCalendar(QByteArrayView bytes, const QString &file);

/// A problem of a calendar file at a line.
[[nodiscard]] Error calendarProblem(const QString &file, int line, const QString &why,
                                    const QString &advice = {});

} // namespace spillway
