// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/icalendar.h"

#include "scaling/icalendarlines.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Calendar)
};

/// Longer values of dates, durations and rules are not meant seriously.
constexpr qsizetype maxValue = 4096;
/// Of a value that is quoted in a problem.
constexpr qsizetype maxShown = 40;

/// A moment as written: a day, or a wall clock time in a zone.
struct Moment
{
    bool isDate = false;
    QDateTime wall; ///< as if in UTC
    QTimeZone zone; ///< of the wall clock
};

struct Length
{
    qint64 days = 0; ///< of a day event
    qint64 ms = 0;   ///< of a timed event
};

/// What an event left out of a series is known by.
struct Exclusion
{
    bool isDate = false;
    QDate date;
    QDateTime instant;
};

struct RecurIteratorFree
{
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};
using RecurIterator = std::unique_ptr<icalrecur_iterator, RecurIteratorFree>;

QDateTime wallClock(const icaltimetype &time)
{
    const QDate date(time.year, time.month, time.day);
    const QTime clock =
        time.is_date != 0 ? QTime(0, 0) : QTime(time.hour, time.minute, std::min(time.second, 59));
    return date.isValid() && clock.isValid() ? QDateTime(date, clock, Qt::UTC) : QDateTime();
}

icaltimetype icalTime(const QDateTime &wall, bool isDate)
{
    icaltimetype time = icaltime_null_time();
    time.year = wall.date().year();
    time.month = wall.date().month();
    time.day = wall.date().day();
    if (!isDate) {
        time.hour = wall.time().hour();
        time.minute = wall.time().minute();
        time.second = wall.time().second();
    }
    time.is_date = isDate ? 1 : 0;
    return time;
}

QDateTime instantOf(const Moment &moment)
{
    return QDateTime(moment.wall.date(), moment.wall.time(), moment.zone);
}

/// Reads the events of one file.
class Expander
{
public:
    Expander(const QString &file, const DateSpan &within, const QTimeZone &zone)
        : m_file(file)
        , m_within(within)
        , m_zone(zone)
    {}

    CalendarDays run(CalendarEvents events)
    {
        m_result.problems = std::move(events.problems);
        for (const CalendarEvent &event : events.events) {
            noteReplacement(event);
        }
        for (const CalendarEvent &event : events.events) {
            expand(event);
        }
        m_result.days = mergedSpans(std::move(m_result.days));
        return std::move(m_result);
    }

private:
    void problem(int line, const QString &why, const QString &advice = {})
    {
        m_result.problems.push_back(calendarProblem(m_file, line, why, advice));
    }

    [[nodiscard]] std::optional<Moment> moment(const CalendarProperty &property,
                                               const QByteArray &value) const
    {
        if (value.size() > 16) {
            return std::nullopt;
        }
        const icaltimetype time = icaltime_from_string(value.constData());
        Moment found;
        found.isDate = icaltime_is_null_time(time) == 0 && time.is_date != 0;
        found.wall = wallClock(time);
        if (!found.wall.isValid() || !agrees(property.valueType, found.isDate)) {
            return std::nullopt;
        }
        if (property.valueType == "DATE" && !found.isDate) {
            found.isDate = true; // what is written behind the day does not count
            found.wall.setTime(QTime(0, 0));
            found.zone = m_zone;
            return found;
        }
        found.zone = m_zone;
        if (value.endsWith('Z')) {
            found.zone = QTimeZone::utc();
        } else if (!property.tzid.isEmpty() && property.tzid.size() < 100) {
            const QTimeZone named(property.tzid);
            found.zone = named.isValid() ? named : m_zone;
        }
        return found;
    }

    /// A value may be what its VALUE parameter says. A day cannot become a time, as it has none.
    [[nodiscard]] static bool agrees(const QByteArray &type, bool isDate)
    {
        return type.isEmpty() || type == "DATE" ||
               (!isDate && (type == "DATE-TIME" || type == "PERIOD"));
    }

    /// An event with a RECURRENCE-ID stands instead of that occurrence of its series.
    void noteReplacement(const CalendarEvent &event)
    {
        const CalendarProperty *id = event.find("RECURRENCE-ID");
        const CalendarProperty *uid = event.find("UID");
        if (id == nullptr || uid == nullptr) {
            return;
        }
        if (const auto at = moment(*id, id->value)) {
            m_replaced[uid->value].push_back(exclusion(*at));
        }
    }

    [[nodiscard]] static Exclusion exclusion(const Moment &moment)
    {
        return {moment.isDate, moment.wall.date(), instantOf(moment)};
    }

    void expand(const CalendarEvent &event)
    {
        const CalendarProperty *status = event.find("STATUS");
        if (status != nullptr && status->value.toUpper() == "CANCELLED") {
            return;
        }
        const CalendarProperty *startProperty = event.find("DTSTART");
        if (startProperty == nullptr) {
            problem(event.line, Text::tr("the event has no start (DTSTART)"));
            return;
        }
        const auto start = moment(*startProperty, startProperty->value);
        if (!start) {
            const QByteArray &type = startProperty->valueType;
            problem(startProperty->line,
                    type.isEmpty() ? Text::tr("the start is no date")
                                   : Text::tr("the start is not what its VALUE=%1 says")
                                         .arg(QString::fromLatin1(type.left(maxShown))),
                    Text::tr("Write it as 20261001 or 20261001T090000."));
            return;
        }
        const auto length = lengthOf(event, *start);
        if (!length) {
            return;
        }
        const std::vector<Exclusion> excluded = exclusionsOf(event);
        expandRule(event, *start, *length, excluded);
        expandDates(event, *start, *length, excluded);
    }

    [[nodiscard]] std::optional<Length> lengthOf(const CalendarEvent &event, const Moment &start)
    {
        if (const CalendarProperty *end = event.find("DTEND")) {
            const auto at = moment(*end, end->value);
            if (!at || at->isDate != start.isDate) {
                problem(end->line, Text::tr("the end is not of the same kind as the start"),
                        Text::tr("Write both as dates, or both as times."));
                return std::nullopt;
            }
            const Length length{start.wall.date().daysTo(at->wall.date()),
                                instantOf(start).msecsTo(instantOf(*at))};
            if (length.days < 0 || (!start.isDate && length.ms < 0)) {
                problem(end->line, Text::tr("the event ends before it starts"));
                return std::nullopt;
            }
            return Length{std::max<qint64>(length.days, 1), length.ms};
        }
        if (const CalendarProperty *duration = event.find("DURATION")) {
            return durationOf(*duration);
        }
        return Length{1, 0};
    }

    [[nodiscard]] std::optional<Length> durationOf(const CalendarProperty &property)
    {
        if (property.value.size() <= 32) {
            const icaldurationtype length =
                icaldurationtype_from_string(property.value.constData());
            if (icaldurationtype_is_bad_duration(length) == 0 && length.is_neg == 0) {
                const qint64 days = length.weeks * 7LL + length.days;
                const qint64 seconds =
                    ((days * 24 + length.hours) * 60 + length.minutes) * 60 + length.seconds;
                constexpr qint64 daySeconds = 24LL * 3600;
                return Length{std::max<qint64>(1, (seconds + daySeconds - 1) / daySeconds),
                              seconds * 1000};
            }
        }
        problem(property.line, Text::tr("the duration is not understood"),
                Text::tr("Write it as P1D or PT8H."));
        return std::nullopt;
    }

    [[nodiscard]] std::vector<Exclusion> exclusionsOf(const CalendarEvent &event)
    {
        std::vector<Exclusion> excluded;
        for (const CalendarProperty &property : event.properties) {
            if (property.name != "EXDATE") {
                continue;
            }
            for (const QByteArray &value : property.value.split(',')) {
                if (const auto at = moment(property, value.trimmed())) {
                    excluded.push_back(exclusion(*at));
                } else {
                    problem(property.line, Text::tr("an excluded date (EXDATE) is no date"));
                    break;
                }
            }
        }
        const CalendarProperty *uid = event.find("UID");
        if (uid != nullptr && event.find("RECURRENCE-ID") == nullptr) {
            const std::vector<Exclusion> replaced = m_replaced.value(uid->value);
            excluded.insert(excluded.end(), replaced.begin(), replaced.end());
        }
        return excluded;
    }

    void expandDates(const CalendarEvent &event, const Moment &start, const Length &length,
                     const std::vector<Exclusion> &excluded)
    {
        for (const CalendarProperty &property : event.properties) {
            if (property.name != "RDATE") {
                continue;
            }
            for (const QByteArray &value : property.value.split(',')) {
                const auto at = moment(property, value.trimmed().split('/').first());
                if (!at || at->isDate != start.isDate) {
                    problem(property.line, Text::tr("a further date (RDATE) is no date"));
                    break;
                }
                add(*at, length, excluded);
            }
        }
    }

    void expandRule(const CalendarEvent &event, const Moment &start, const Length &length,
                    const std::vector<Exclusion> &excluded)
    {
        const CalendarProperty *property = event.find("RRULE");
        if (property == nullptr) {
            add(start, length, excluded);
            return;
        }
        const auto rule = ruleOf(*property, start);
        if (!rule) {
            return;
        }
        const RecurIterator iterator(
            icalrecur_iterator_new(*rule, icalTime(start.wall, start.isDate)));
        if (!iterator) {
            problem(property->line, Text::tr("the recurrence rule contradicts itself"));
            return;
        }
        // A day beyond: the event's zone may be a day behind ours.
        const QDate last = m_within.last.addDays(2);
        for (;;) {
            const QDateTime wall = wallClock(icalrecur_iterator_next(iterator.get()));
            if (!wall.isValid() || wall.date() > last) {
                return;
            }
            if (++m_occurrences > maxOccurrences) {
                tooManyOccurrences(property->line);
                return;
            }
            add({start.isDate, wall, start.zone}, length, excluded);
        }
    }

    void tooManyOccurrences(int line)
    {
        if (m_occurrences == maxOccurrences + 1) {
            problem(line, Text::tr("its events recur more than %1 times").arg(maxOccurrences),
                    Text::tr("Give a calendar of holidays only."));
        }
    }

    [[nodiscard]] std::optional<icalrecurrencetype> ruleOf(const CalendarProperty &property,
                                                           const Moment &start)
    {
        icalrecurrencetype rule = icalrecurrencetype_from_string(
            property.value.size() <= maxValue ? property.value.constData() : "");
        if (rule.freq == ICAL_NO_RECURRENCE) {
            problem(property.line, Text::tr("the recurrence rule is not understood"),
                    Text::tr("Write it as FREQ=YEARLY."));
            return std::nullopt;
        }
        if (rule.freq == ICAL_SECONDLY_RECURRENCE || rule.freq == ICAL_MINUTELY_RECURRENCE ||
            rule.freq == ICAL_HOURLY_RECURRENCE) {
            problem(property.line, Text::tr("the event recurs several times a day"),
                    Text::tr("A holiday recurs daily at most."));
            return std::nullopt;
        }
        if (!mayRecur(rule.freq, property)) {
            return std::nullopt;
        }
        // libical compares wall clocks here, so an end in UTC is put on the event's own clock.
        if (icaltime_is_null_time(rule.until) == 0 && rule.until.is_date == 0 &&
            icaltime_is_utc(rule.until) != 0) {
            const QDateTime until = wallClock(rule.until).toTimeZone(start.zone);
            rule.until = icalTime(until, start.isDate);
        }
        return rule;
    }

    /// Bounds what a file may cost. libical looks for the next day of a rule such as "30 February"
    /// until the year 2582, which takes most of a second if it goes day by day.
    [[nodiscard]] bool mayRecur(icalrecurrencetype_frequency frequency,
                                const CalendarProperty &property)
    {
        const QByteArray value = property.value.toUpper();
        const bool narrowed =
            (frequency == ICAL_DAILY_RECURRENCE && value.contains("BY")) ||
            (frequency == ICAL_WEEKLY_RECURRENCE && value.count("BY") > value.count("BYDAY"));
        int &count = narrowed ? m_narrowed : m_recurring;
        const int limit = narrowed ? maxNarrowedEvents : maxRecurringEvents;
        if (++count == limit + 1) {
            problem(property.line, Text::tr("there are more than %1 recurring events").arg(limit),
                    Text::tr("Give a calendar of holidays only, with yearly rules."));
        }
        return count <= limit;
    }

    void add(const Moment &moment, const Length &length, const std::vector<Exclusion> &excluded)
    {
        const QDateTime instant = instantOf(moment);
        const auto matches = [&](const Exclusion &one) {
            return one.isDate || moment.isDate ? one.date == moment.wall.date()
                                               : one.instant == instant;
        };
        if (std::any_of(excluded.begin(), excluded.end(), matches)) {
            return;
        }
        DateSpan span;
        if (moment.isDate) {
            span = {moment.wall.date(), moment.wall.date().addDays(length.days - 1)};
        } else {
            const QDateTime end = instant.addMSecs(std::max<qint64>(length.ms - 1, 0));
            span = {instant.toTimeZone(m_zone).date(), end.toTimeZone(m_zone).date()};
        }
        span = {std::max(span.first, m_within.first), std::min(span.last, m_within.last)};
        if (span.first <= span.last) {
            m_result.days.push_back(span);
        }
    }

    const QString m_file;
    const DateSpan m_within;
    const QTimeZone m_zone;
    CalendarDays m_result;
    QHash<QByteArray, std::vector<Exclusion>> m_replaced; ///< by UID
    int m_occurrences = 0;
    int m_recurring = 0;
    int m_narrowed = 0;
};

/// libical aborts the process on malformed input unless told otherwise.
void calmLibical()
{
    static std::once_flag once;
    std::call_once(once, [] { icalerror_set_errors_are_fatal(0); });
}

} // namespace

CalendarDays readCalendarDays(QByteArrayView bytes, const QString &file, const DateSpan &within,
                              const QTimeZone &zone)
{
    if (!zone.isValid() || !within.first.isValid() || within.last < within.first) {
        return {{}, {calendarProblem(file, 0, Text::tr("the time zone or the span is not valid"))}};
    }
    calmLibical();
    return Expander(file, within, zone).run(splitCalendar(bytes, file));
}

std::vector<DateSpan> mergedSpans(std::vector<DateSpan> spans)
{
    std::sort(spans.begin(), spans.end(),
              [](const DateSpan &a, const DateSpan &b) { return a.first < b.first; });
    std::vector<DateSpan> merged;
    for (const DateSpan &span : spans) {
        if (!merged.empty() && span.first <= merged.back().last.addDays(1)) {
            merged.back().last = std::max(merged.back().last, span.last);
        } else {
            merged.push_back(span);
        }
    }
    return merged;
}

} // namespace spillway
