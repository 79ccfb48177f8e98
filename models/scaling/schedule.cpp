// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/schedule.h"

#include "scaling/scheduleatoms.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Schedule)
};

constexpr std::array lanesFromTop{ScheduleLane::Override, ScheduleLane::Event,
                                  ScheduleLane::Holiday, ScheduleLane::Window};

Error problem(const QString &why, const DocumentPosition &position, const QString &advice)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("The schedule cannot be resolved"),
                 .why = why,
                 .advice = advice,
                 .position = position};
}

void checkParts(const Schedule &schedule, std::vector<Error> &problems)
{
    if (!schedule.zone.isValid()) {
        problems.push_back(problem(Text::tr("the time zone is not known"), schedule.basePosition,
                                   Text::tr("Use an IANA name such as Asia/Shanghai.")));
    }
    if (schedule.baseFloor > schedule.baseCap) {
        problems.push_back(problem(Text::tr("the minimum of %1 is above the maximum of %2")
                                       .arg(schedule.baseFloor)
                                       .arg(schedule.baseCap),
                                   schedule.basePosition,
                                   Text::tr("Raise the maximum or lower the minimum.")));
    }
    for (const ScheduleWindow &window : schedule.windows) {
        if (!window.otherwise && window.from == window.to) {
            problems.push_back(problem(Text::tr("the window “%1” has no length").arg(window.name),
                                       window.position,
                                       Text::tr("For a whole day write 00:00 to 24:00.")));
        }
    }
    for (const ScheduleEvent &event : schedule.events) {
        if (!event.start.isValid() || !event.end.isValid() || event.end <= event.start) {
            problems.push_back(
                problem(Text::tr("the event “%1” does not end after it starts").arg(event.name),
                        event.position, Text::tr("Correct its start or its end.")));
        }
    }
    for (const ScheduleOverride &one : schedule.overrides) {
        if (one.until <= one.from) {
            problems.push_back(
                problem(Text::tr("the override “%1” does not end after it starts").arg(one.name),
                        one.position, Text::tr("Correct its start or its end.")));
        }
    }
}

/// One decided end of the bounds, and who decided it.
struct Decided
{
    int value = 0;
    const ScheduleAtom *by = nullptr; ///< null = the base
};

using Active = std::vector<const ScheduleAtom *>;

Decided floorBelow(const Active &active, const Schedule &schedule, ScheduleLane below)
{
    for (const ScheduleLane lane : lanesFromTop) {
        if (lane >= below) {
            continue;
        }
        Decided best;
        for (const ScheduleAtom *atom : active) {
            if (atom->lane == lane && atom->floor &&
                (best.by == nullptr || *atom->floor > best.value)) {
                best = {*atom->floor, atom};
            }
        }
        if (best.by != nullptr) {
            return best;
        }
    }
    return {schedule.baseFloor, nullptr};
}

/// Events may ramp: such a floor lies between what holds without the event and the event's own
/// floor, and never below what holds without it.
Decided eventFloor(const Active &active, const Schedule &schedule)
{
    const Decided without = floorBelow(active, schedule, ScheduleLane::Event);
    Decided best;
    for (const ScheduleAtom *atom : active) {
        if (atom->lane != ScheduleLane::Event || !atom->floor) {
            continue;
        }
        int value = *atom->floor;
        if (atom->share < 1) {
            const double way = (value - without.value) * atom->share;
            value = without.value + std::max(0, static_cast<int>(std::ceil(way)));
        }
        if (best.by == nullptr || value > best.value) {
            best = {value, atom};
        }
    }
    return best.by != nullptr ? best : without;
}

Decided decideFloor(const Active &active, const Schedule &schedule)
{
    Decided best;
    for (const ScheduleAtom *atom : active) {
        if (atom->lane == ScheduleLane::Override && atom->floor &&
            (best.by == nullptr || *atom->floor > best.value)) {
            best = {*atom->floor, atom};
        }
    }
    return best.by != nullptr ? best : eventFloor(active, schedule);
}

Decided decideCap(const Active &active, const Schedule &schedule)
{
    for (const ScheduleLane lane : lanesFromTop) {
        Decided best;
        for (const ScheduleAtom *atom : active) {
            if (atom->lane == lane && atom->cap &&
                (best.by == nullptr || *atom->cap < best.value)) {
                best = {*atom->cap, atom};
            }
        }
        if (best.by != nullptr) {
            return best;
        }
    }
    return {schedule.baseCap, nullptr};
}

/// A floor that does not hold yet, or no longer, gives way instead of contradicting the cap: what
/// starts early lifts a cap of its own lane or a lower one, everything else stays under it.
void makeRoom(Decided &floor, Decided &cap)
{
    using Phase = ScheduleAtom::Phase;
    if (floor.value <= cap.value || floor.by == nullptr || floor.by->phase == Phase::Holds) {
        return;
    }
    const bool lifts =
        floor.by->phase == Phase::Before && (cap.by == nullptr || cap.by->lane <= floor.by->lane);
    if (lifts) {
        cap = floor;
    } else {
        floor.value = cap.value;
    }
}

QString placeOf(const Decided &decided, const Schedule &schedule)
{
    const DocumentPosition &position =
        decided.by != nullptr ? *decided.by->position : schedule.basePosition;
    const QString name = decided.by != nullptr ? *decided.by->name : Text::tr("base");
    const QString at = position.toString();
    return at.isEmpty() ? Text::tr("“%1”").arg(name) : Text::tr("“%1” (%2)").arg(name, at);
}

/// Walks over the boundaries of the atoms and writes rows.
class Sweep
{
public:
    Sweep(const Schedule &schedule, const TimeRange &span, std::vector<ScheduleAtom> atoms,
          Timeline &timeline)
        : m_schedule(schedule)
        , m_span(span)
        , m_atoms(std::move(atoms))
        , m_timeline(timeline)
    {}

    void run()
    {
        std::sort(m_atoms.begin(), m_atoms.end(),
                  [](const ScheduleAtom &a, const ScheduleAtom &b) { return a.from < b.from; });
        std::vector<EpochMs> edges{m_span.from, m_span.to};
        for (const ScheduleAtom &atom : m_atoms) {
            edges.push_back(std::clamp(atom.from, m_span.from, m_span.to));
            edges.push_back(std::clamp(atom.to, m_span.from, m_span.to));
        }
        std::sort(edges.begin(), edges.end());
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        Active active;
        std::size_t next = 0;
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            std::erase_if(active, [&](const ScheduleAtom *atom) { return atom->to <= edges[i]; });
            for (; next < m_atoms.size() && m_atoms[next].from <= edges[i]; ++next) {
                if (m_atoms[next].to > edges[i]) {
                    active.push_back(&m_atoms[next]);
                }
            }
            write({edges[i], edges[i + 1]}, active);
        }
    }

private:
    void write(const TimeRange &range, const Active &active)
    {
        Decided floor = decideFloor(active, m_schedule);
        Decided cap = decideCap(active, m_schedule);
        makeRoom(floor, cap);
        if (floor.value > cap.value) {
            conflict(floor, cap);
            return;
        }
        TimelineRow row{range.from, range.to, floor.value, cap.value, {}};
        for (const Decided &decided : {floor, cap}) {
            if (decided.by != nullptr && !row.why.contains(*decided.by->name)) {
                row.why << *decided.by->name;
            }
        }
        std::vector<TimelineRow> &rows = m_timeline.rows;
        if (!rows.empty() && rows.back().min == row.min && rows.back().max == row.max &&
            rows.back().why == row.why && rows.back().to == row.from) {
            rows.back().to = row.to;
        } else {
            rows.push_back(std::move(row));
        }
    }

    void conflict(const Decided &floor, const Decided &cap)
    {
        const std::pair parts{floor.by != nullptr ? floor.by->position : nullptr,
                              cap.by != nullptr ? cap.by->position : nullptr};
        if (!m_reported.insert(parts).second) {
            return;
        }
        m_timeline.problems.push_back(
            problem(Text::tr("the floor of %1 from %2 is above the cap of %3 from %4")
                        .arg(QString::number(floor.value), placeOf(floor, m_schedule),
                             QString::number(cap.value), placeOf(cap, m_schedule)),
                    parts.first != nullptr ? *parts.first : m_schedule.basePosition,
                    Text::tr("Raise the cap or lower the floor.")));
    }

    const Schedule &m_schedule;
    const TimeRange m_span;
    std::vector<ScheduleAtom> m_atoms;
    Timeline &m_timeline;
    std::set<std::pair<const DocumentPosition *, const DocumentPosition *>> m_reported;
};

} // namespace

Timeline resolveSchedule(const Schedule &schedule, const TimeRange &span)
{
    Timeline timeline;
    checkParts(schedule, timeline.problems);
    if (!timeline.problems.empty() || !span.isValid()) {
        return timeline;
    }
    Sweep(schedule, span, scheduleAtoms(schedule, span), timeline).run();
    if (!timeline.problems.empty()) {
        timeline.rows.clear();
    }
    return timeline;
}

const TimelineRow *rowAt(const std::vector<TimelineRow> &rows, EpochMs time)
{
    const auto after =
        std::upper_bound(rows.begin(), rows.end(), time,
                         [](EpochMs t, const TimelineRow &row) { return t < row.from; });
    if (after == rows.begin() || std::prev(after)->to <= time) {
        return nullptr;
    }
    return &*std::prev(after);
}

} // namespace spillway
