// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/scheduleatoms.h"

#include "scaling/zonesegments.h"

#include <algorithm>
#include <cmath>

namespace spillway {

namespace {

using std::chrono::milliseconds;

/// A ramp is cut into so many steps at most: each is a row of the timeline and a write to the
/// cluster.
constexpr int maxRampSteps = 12;
constexpr milliseconds minRampStep{std::chrono::minutes{1}};

class Cutter
{
public:
    Cutter(const Schedule &schedule, const TimeRange &span)
        : m_schedule(schedule)
        , m_span(span)
        , m_zone(schedule.zone, span)
    {
        // A day on each side: overnight windows reach in, and zones differ from UTC by up to 14
        // hours.
        const QDate first = QDateTime::fromMSecsSinceEpoch(span.from, Qt::UTC).date();
        const QDate last = QDateTime::fromMSecsSinceEpoch(span.to, Qt::UTC).date();
        m_firstDay = first.addDays(-2);
        m_lastDay = last.addDays(2);
    }

    std::vector<ScheduleAtom> cut()
    {
        for (const ScheduleWindow &window : m_schedule.windows) {
            if (!window.otherwise) {
                addWindow(window);
            }
        }
        addOtherwise();
        for (const ScheduleEvent &event : m_schedule.events) {
            addEvent(event);
        }
        for (const ScheduleOverride &one : m_schedule.overrides) {
            add({one.from, one.until, ScheduleLane::Override, one.bounds.floor, one.bounds.cap, 1,
                 &one.name, &one.position});
        }
        return std::move(m_atoms);
    }

private:
    void add(const ScheduleAtom &atom)
    {
        if (atom.from < atom.to && atom.from < m_span.to && atom.to > m_span.from) {
            m_atoms.push_back(atom);
        }
    }

    /// A floor begins earlier by the lead time; a cap does not.
    void addBounds(const TimeRange &range, ScheduleLane lane, const ScheduleBounds &bounds,
                   const QString &name, const DocumentPosition &position)
    {
        const qint64 lead = milliseconds{m_schedule.leadTime}.count();
        if (bounds.floor) {
            ScheduleAtom floor{range.from, range.to, lane, bounds.floor, {}, 1, &name, &position};
            add(floor);
            floor.to = range.from;
            floor.from = range.from - lead;
            floor.phase = ScheduleAtom::Phase::Before;
            add(floor);
        }
        if (bounds.cap) {
            // A higher cap has to be there when the floor rises into it.
            const bool makesRoom = bounds.floor.has_value() && *bounds.cap > m_schedule.baseCap;
            add({range.from - (makesRoom ? lead : 0),
                 range.to,
                 lane,
                 {},
                 bounds.cap,
                 1,
                 &name,
                 &position});
        }
    }

    [[nodiscard]] bool isHoliday(const QDate &day) const
    {
        return std::any_of(
            m_schedule.holidays.begin(), m_schedule.holidays.end(),
            [&](const DateSpan &span) { return day >= span.first && day <= span.last; });
    }

    [[nodiscard]] TimeRange windowOn(const ScheduleWindow &window, const QDate &day) const
    {
        const bool overnight = window.to <= window.from;
        const qint64 from = localMs(day, window.from);
        const qint64 to = localMs(overnight ? day.addDays(1) : day, window.to);
        return {m_zone.firstAt(from), m_zone.endBefore(to)};
    }

    void addWindow(const ScheduleWindow &window)
    {
        const ScheduleLane lane = window.holidays ? ScheduleLane::Holiday : ScheduleLane::Window;
        for (QDate day = m_firstDay; day <= m_lastDay; day = day.addDays(1)) {
            const bool holds =
                window.holidays ? isHoliday(day)
                                : window.days.test(static_cast<std::size_t>(day.dayOfWeek() - 1));
            if (!holds) {
                continue;
            }
            const TimeRange range = windowOn(window, day);
            if (!range.isValid()) {
                continue; // all of it fell into a spring gap
            }
            addBounds(range, lane, window.bounds, window.name, window.position);
            if (lane == ScheduleLane::Window) {
                m_busy.push_back(range);
            }
        }
    }

    void addOtherwise()
    {
        std::sort(m_busy.begin(), m_busy.end(),
                  [](const TimeRange &a, const TimeRange &b) { return a.from < b.from; });
        for (const ScheduleWindow &window : m_schedule.windows) {
            if (!window.otherwise) {
                continue;
            }
            EpochMs free = m_span.from - milliseconds{m_schedule.leadTime}.count();
            for (const TimeRange &busy : m_busy) {
                if (busy.from > free) {
                    addBounds({free, busy.from}, ScheduleLane::Window, window.bounds, window.name,
                              window.position);
                }
                free = std::max(free, busy.to);
            }
            addBounds({free, std::max(free, m_span.to)}, ScheduleLane::Window, window.bounds,
                      window.name, window.position);
        }
    }

    [[nodiscard]] static qint64 wallClock(const QDateTime &time)
    {
        return localMs(time.date(), milliseconds{time.time().msecsSinceStartOfDay()});
    }

    void addEvent(const ScheduleEvent &event)
    {
        const TimeRange range{m_zone.firstAt(wallClock(event.start)),
                              m_zone.endBefore(wallClock(event.end))};
        const qint64 lead = milliseconds{m_schedule.leadTime}.count();
        const EpochMs rise = range.from - lead;
        const qint64 rampIn = milliseconds{event.rampIn}.count();
        const qint64 rampOut = milliseconds{event.rampOut}.count();
        if (event.bounds.floor) {
            addRamp(event, rise - rampIn, rise, true);
            addBounds(range, ScheduleLane::Event, {event.bounds.floor, {}}, event.name,
                      event.position);
            addRamp(event, range.to, range.to + rampOut, false);
        }
        if (event.bounds.cap) {
            const bool hasFloor = event.bounds.floor.has_value();
            add({hasFloor ? rise - rampIn : range.from,
                 hasFloor ? range.to + rampOut : range.to,
                 ScheduleLane::Event,
                 {},
                 event.bounds.cap,
                 1,
                 &event.name,
                 &event.position});
        }
    }

    void addRamp(const ScheduleEvent &event, EpochMs from, EpochMs to, bool rising)
    {
        const qint64 length = to - from;
        if (length <= 0) {
            return;
        }
        const int steps =
            static_cast<int>(std::clamp<qint64>(length / minRampStep.count(), 1, maxRampSteps));
        for (int i = 0; i < steps; ++i) {
            const double share = static_cast<double>(rising ? i + 1 : steps - i) / (steps + 1);
            add({from + length * i / steps,
                 from + length * (i + 1) / steps,
                 ScheduleLane::Event,
                 event.bounds.floor,
                 {},
                 share,
                 &event.name,
                 &event.position,
                 rising ? ScheduleAtom::Phase::Before : ScheduleAtom::Phase::After});
        }
    }

    const Schedule &m_schedule;
    const TimeRange m_span;
    const ZoneSegments m_zone;
    QDate m_firstDay;
    QDate m_lastDay;
    std::vector<TimeRange> m_busy; ///< of the recurring windows, without lead time
    std::vector<ScheduleAtom> m_atoms;
};

} // namespace

std::vector<ScheduleAtom> scheduleAtoms(const Schedule &schedule, const TimeRange &span)
{
    return Cutter(schedule, span).cut();
}

} // namespace spillway
