// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/schedulelint.h"

#include "scaling/schedulelintparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleLint)
};

using Severity = ScheduleFinding::Severity;

constexpr qint64 hourMs = 3600 * 1000;

qint64 wallMs(const QDateTime &time)
{
    return localMs(time.date(), std::chrono::milliseconds{time.time().msecsSinceStartOfDay()});
}

bool isUsable(const ScheduleEvent &event)
{
    return event.start.isValid() && event.end.isValid() && event.end > event.start;
}

class Linter
{
public:
    Linter(const ScheduleLintInput &input, const TimeRange &span)
        : m_input(input)
        , m_schedule(input.schedule)
        , m_span(span)
        , m_zone(m_schedule.zone, m_span)
        , m_changes(clockChanges(m_zone))
    {}

    std::vector<ScheduleFinding> run()
    {
        for (const ScheduleWindow &window : m_schedule.windows) {
            lintWindow(window);
        }
        for (const ScheduleEvent &event : m_schedule.events) {
            lintEvent(event);
        }
        lintOverlaps();
        lintHolidays();
        return std::move(m_findings);
    }

private:
    struct Part
    {
        const QString &name;
        const DocumentPosition &position;
    };

    /// The first of its kind for that subject; times that are over do not matter.
    void add(const char *id, Severity severity, const Part &part, std::optional<EpochMs> at,
             const QString &text, const QString &advice)
    {
        const QString key = QString::fromLatin1(id);
        if ((at && *at < m_span.from) || !m_said.insert({key, part.name}).second) {
            return;
        }
        m_findings.push_back({key, severity, part.name, at, text, advice, part.position});
    }

    void lintEdge(const Part &part, qint64 local)
    {
        for (const ClockChange &change : m_changes) {
            const bool near =
                local >= change.localFrom - hourMs && local <= change.localTo + hourMs;
            if (!near) {
                continue;
            }
            const QString advice = Text::tr("Move it away from the hour in which the clock "
                                            "changes.");
            const QString time = wallClockText(local);
            if (change.holds(local) && change.gap) {
                add("edge-in-gap", Severity::Warning, part, change.at,
                    Text::tr("“%1” has an edge at %2, which the clock leaves out: it comes at the "
                             "moment of the change.")
                        .arg(part.name, time),
                    advice);
            } else if (change.holds(local)) {
                add("edge-in-overlap", Severity::Warning, part, change.at,
                    Text::tr("“%1” has an edge at %2, which comes twice: it starts at the first "
                             "and ends at the second.")
                        .arg(part.name, time),
                    advice);
            } else {
                add("edge-near-change", Severity::Info, part, change.at,
                    Text::tr("“%1” has an edge at %2, within an hour of a change of the clock.")
                        .arg(part.name, time),
                    {});
            }
        }
    }

    [[nodiscard]] bool holdsOn(const ScheduleWindow &window, const QDate &day) const
    {
        if (!window.holidays) {
            return window.days.test(static_cast<std::size_t>(day.dayOfWeek() - 1));
        }
        return std::any_of(
            m_schedule.holidays.begin(), m_schedule.holidays.end(),
            [&](const DateSpan &span) { return day >= span.first && day <= span.last; });
    }

    void lintWindow(const ScheduleWindow &window)
    {
        if (window.otherwise || window.from == window.to) {
            return;
        }
        const Part part{window.name, window.position};
        for (const ClockChange &change : m_changes) {
            const QDate day = QDateTime::fromMSecsSinceEpoch(change.localFrom, Qt::UTC).date();
            for (const int offset : {-1, 0, 1}) {
                const QDate from = day.addDays(offset);
                if (!holdsOn(window, from)) {
                    continue;
                }
                const QDate to = window.to <= window.from ? from.addDays(1) : from;
                const qint64 start = localMs(from, window.from);
                const qint64 end = localMs(to, window.to);
                if (m_zone.firstAt(start) >= m_zone.endBefore(end)) {
                    add("window-in-gap", Severity::Warning, part, change.at,
                        Text::tr("“%1” does not hold on %2: the clock leaves all of it out.")
                            .arg(window.name, from.toString(Qt::ISODate)),
                        Text::tr("Make it longer, or move it."));
                    continue;
                }
                lintEdge(part, start);
                lintEdge(part, end);
            }
        }
    }

    void lintEvent(const ScheduleEvent &event)
    {
        if (!isUsable(event)) {
            return; // named by resolveSchedule
        }
        const Part part{event.name, event.position};
        const EpochMs start = m_zone.firstAt(wallMs(event.start));
        const EpochMs end = m_zone.endBefore(wallMs(event.end));
        if (end <= m_span.from) {
            add("event-over", Severity::Info, part, {},
                Text::tr("The event “%1” is over.").arg(event.name),
                Text::tr("Delete it, or give it its next date."));
            return;
        }
        if (start >= m_span.to) {
            // The zone is known inside the horizon only.
            const QDateTime exactly(event.start.date(), event.start.time(), m_schedule.zone);
            add("event-beyond-horizon", Severity::Info, part, exactly.toMSecsSinceEpoch(),
                Text::tr("The event “%1” is more than 400 days ahead: it is not in the timeline "
                         "yet.")
                    .arg(event.name),
                Text::tr("Push the policy again before it."));
            return;
        }
        lintEdge(part, wallMs(event.start));
        lintEdge(part, wallMs(event.end));
    }

    void lintOverlaps()
    {
        const std::vector<ScheduleEvent> &events = m_schedule.events;
        for (std::size_t i = 0; i < events.size(); ++i) {
            for (std::size_t j = i + 1; j < events.size(); ++j) {
                const ScheduleEvent &a = events[i];
                const ScheduleEvent &b = events[j];
                if (!isUsable(a) || !isUsable(b)) {
                    continue;
                }
                const qint64 from = std::max(wallMs(a.start), wallMs(b.start));
                const qint64 to = std::min(wallMs(a.end), wallMs(b.end));
                const bool both =
                    (a.bounds.floor && b.bounds.floor) || (a.bounds.cap && b.bounds.cap);
                if (from < to && both && m_zone.endBefore(to) > m_span.from) {
                    add("events-overlap", Severity::Info, {a.name, a.position},
                        std::max(m_zone.firstAt(from), m_span.from),
                        Text::tr("The events “%1” and “%2” overlap: the higher floor and the lower "
                                 "cap hold.")
                            .arg(a.name, b.name),
                        Text::tr("Check that this is meant."));
                }
            }
        }
    }

    void lintHolidays()
    {
        const QDate today =
            QDateTime::fromMSecsSinceEpoch(m_input.now, Qt::UTC).toTimeZone(m_schedule.zone).date();
        const bool ahead = std::any_of(m_schedule.holidays.begin(), m_schedule.holidays.end(),
                                       [&](const DateSpan &span) { return span.last >= today; });
        for (const ScheduleWindow &window : m_schedule.windows) {
            if (window.holidays && !ahead) {
                add("holidays-end", Severity::Warning, {window.name, window.position}, {},
                    Text::tr("“%1” waits for holidays, but none lie ahead.").arg(window.name),
                    Text::tr("Add the holidays of the coming year."));
            }
        }
    }

    const ScheduleLintInput &m_input;
    const Schedule &m_schedule;
    const TimeRange m_span;
    const ZoneSegments m_zone;
    const std::vector<ClockChange> m_changes;
    std::set<std::pair<QString, QString>> m_said; ///< id and subject
    std::vector<ScheduleFinding> m_findings;
};

auto order(const ScheduleFinding &one)
{
    constexpr EpochMs never = std::numeric_limits<EpochMs>::max();
    return std::tuple{-static_cast<int>(one.severity), one.at.value_or(never), one.subject, one.id};
}

} // namespace

QLatin1String severityName(ScheduleFinding::Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QLatin1String("info");
    case Severity::Warning:
        return QLatin1String("warning");
    case Severity::Error:
        return QLatin1String("error");
    }
    return {};
}

std::vector<ClockChange> clockChanges(const ZoneSegments &zone)
{
    std::vector<ClockChange> changes;
    for (const ZoneSegments::Change &change : zone.changes()) {
        const qint64 before = change.at + change.offsetBefore * 1000LL;
        const qint64 after = change.at + change.offsetAfter * 1000LL;
        changes.push_back(
            {change.at, after > before, std::min(before, after), std::max(before, after)});
    }
    return changes;
}

QString wallClockText(qint64 local)
{
    return QDateTime::fromMSecsSinceEpoch(local, Qt::UTC).toString(u"yyyy-MM-dd HH:mm"_s);
}

std::vector<ScheduleFinding> lintSchedule(const ScheduleLintInput &input)
{
    const TimeRange span{input.now, input.now + std::chrono::milliseconds{timelineHorizon}.count()};
    std::vector<ScheduleFinding> findings;
    if (input.schedule.zone.isValid()) {
        findings = Linter(input, span).run();
    }
    for (const Error &problem : resolveSchedule(input.schedule, span).problems) {
        findings.push_back({u"unresolved"_s,
                            Severity::Error,
                            {},
                            {},
                            problem.sentence(),
                            {},
                            problem.position.value_or(DocumentPosition{})});
    }
    for (const MetricFloor &floor : input.metricFloors) {
        const std::vector<ScheduleFinding> more = lintMetricFloor(floor, input);
        findings.insert(findings.end(), more.begin(), more.end());
    }
    std::stable_sort(
        findings.begin(), findings.end(),
        [](const ScheduleFinding &a, const ScheduleFinding &b) { return order(a) < order(b); });
    return findings;
}

} // namespace spillway
