// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What holds for every schedule, tried on random ones: windows, holidays, events with ramps,
// overrides, lead time, clock changes.
#include "scaling/schedule.h"

#include <QTest>

#include <random>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::minutes;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;

EpochMs at(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

/// Around the change of clocks in October, for zones that have one.
TimeRange span()
{
    return {at("2026-10-20T00:00:00Z"), at("2026-11-03T00:00:00Z")};
}

class Random
{
public:
    explicit Random(unsigned seed)
        : m_engine(seed)
    {}
    int upTo(int bound) { return static_cast<int>(m_engine() % static_cast<unsigned>(bound)); }
    int between(int low, int high) { return low + upTo(high - low + 1); }

private:
    std::minstd_rand m_engine;
};

/// Floors stay at most 30 and caps at least 40: such a schedule never contradicts itself.
Schedule randomSchedule(Random &random)
{
    static constexpr std::array zones{"UTC", "Europe/Berlin", "America/New_York",
                                      "Australia/Lord_Howe", "Asia/Shanghai"};
    Schedule schedule;
    schedule.zone = QTimeZone(zones.at(static_cast<std::size_t>(random.upTo(5))));
    schedule.baseFloor = random.between(1, 4);
    schedule.baseCap = random.between(40, 60);
    schedule.leadTime = std::chrono::seconds{random.upTo(3) * 90};
    schedule.holidays = {{QDate(2026, 10, 24), QDate(2026, 10, 26)}};
    for (int i = random.upTo(4); i > 0; --i) {
        ScheduleWindow window;
        window.name = u"window%1"_s.arg(i);
        window.days = std::bitset<7>(static_cast<unsigned>(random.between(1, 127)));
        window.holidays = random.upTo(4) == 0;
        window.from = minutes{random.upTo(24 * 60)};
        window.to = minutes{(window.from.count() + random.between(1, 23 * 60)) % (24 * 60)};
        window.bounds.floor = random.between(1, 20);
        if (random.upTo(2) == 0) {
            window.bounds.cap = random.between(40, 80);
        }
        schedule.windows.push_back(window);
    }
    for (int i = random.upTo(4); i > 0; --i) {
        ScheduleEvent event;
        event.name = u"event%1"_s.arg(i);
        event.start = QDateTime(QDate(2026, 10, 20).addDays(random.upTo(14)),
                                QTime(random.upTo(24), random.upTo(60)));
        event.end = event.start.addSecs(random.between(5, 3000) * 60);
        event.bounds.floor = random.between(1, 30);
        event.rampIn = minutes{random.upTo(3) * 40};
        event.rampOut = minutes{random.upTo(3) * 25};
        schedule.events.push_back(event);
    }
    for (int i = random.upTo(3); i > 0; --i) {
        const EpochMs from = span().from + random.upTo(14 * 24 * 60) * minuteMs;
        schedule.overrides.push_back({u"override%1"_s.arg(i),
                                      from,
                                      from + random.between(1, 600) * minuteMs,
                                      {random.between(1, 30), random.between(40, 50)},
                                      {}});
    }
    return schedule;
}

int floorAt(const Timeline &timeline, EpochMs time)
{
    const TimelineRow *row = rowAt(timeline.rows, time);
    return row != nullptr ? row->min : -1;
}

ScheduleWindow window(const char *name, minutes from, minutes to, ScheduleBounds bounds)
{
    ScheduleWindow one;
    one.name = QString::fromLatin1(name);
    one.days = std::bitset<7>{0b1111111};
    one.from = from;
    one.to = to;
    one.bounds = bounds;
    return one;
}

QString text(const std::vector<TimelineRow> &rows)
{
    QStringList lines;
    for (const TimelineRow &row : rows) {
        lines << u"%1 %2..%3 %4"_s.arg(
            QDateTime::fromMSecsSinceEpoch(row.from, Qt::UTC).toString(u"HH:mm:ss"_s),
            QString::number(row.min), QString::number(row.max), row.why.join(u'+'));
    }
    return lines.join(u" | "_s);
}

QString problems(const Timeline &timeline)
{
    QStringList lines;
    for (const Error &problem : timeline.problems) {
        lines << problem.sentence();
    }
    return lines.join(u'\n');
}

} // namespace

class TestScheduleProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsCoverTheSpanOnceAndInOrder()
    {
        forEachSchedule([](const Schedule &schedule, const Timeline &timeline) {
            EpochMs expected = span().from;
            const TimelineRow *before = nullptr;
            for (const TimelineRow &row : timeline.rows) {
                QCOMPARE(row.from, expected);
                QVERIFY(row.to > row.from);
                QVERIFY(row.min <= row.max);
                QVERIFY(row.min >= 1);
                // Two equal neighbours would be two writes to the cluster for one.
                QVERIFY(before == nullptr || before->min != row.min || before->max != row.max ||
                        before->why != row.why);
                // Base or a name that the schedule has.
                for (const QString &name : row.why) {
                    QVERIFY(knows(schedule, name));
                }
                expected = row.to;
                before = &row;
            }
            QCOMPARE(expected, span().to);
        });
    }

    void anEventNeverLowersTheFloorWhileItRamps()
    {
        forEachSchedule([](const Schedule &schedule, const Timeline &timeline) {
            Schedule without = schedule;
            without.events.clear();
            const Timeline plain = resolveSchedule(without, span());
            for (EpochMs time = span().from; time < span().to; time += 5 * minuteMs) {
                if (!insideAnEvent(schedule, time)) {
                    QVERIFY(floorAt(timeline, time) >= floorAt(plain, time));
                }
            }
        });
    }

    void leadTimeOnlyRaises()
    {
        forEachSchedule([](const Schedule &schedule, const Timeline &timeline) {
            Schedule punctual = schedule;
            punctual.leadTime = 0s;
            const Timeline plain = resolveSchedule(punctual, span());
            const qint64 lead = std::chrono::milliseconds{schedule.leadTime}.count();
            for (EpochMs time = span().from; time < span().to - lead; time += 5 * minuteMs) {
                // Early, but never late: what holds now without lead time holds with it too.
                if (schedule.events.empty() && schedule.overrides.empty() &&
                    !hasHolidayWindow(schedule)) {
                    QVERIFY(floorAt(timeline, time) >= floorAt(plain, time));
                }
            }
        });
    }

    void theHorizonDoesNotChangeThePast()
    {
        forEachSchedule([](const Schedule &schedule, const Timeline &timeline) {
            const TimeRange part{span().from + 3 * dayMs + 17 * minuteMs,
                                 span().from + 6 * dayMs + 5 * minuteMs};
            const Timeline cut = resolveSchedule(schedule, part);
            QVERIFY(cut.problems.empty());
            for (EpochMs time = part.from; time < part.to; time += minuteMs) {
                const TimelineRow *whole = rowAt(timeline.rows, time);
                const TimelineRow *own = rowAt(cut.rows, time);
                QVERIFY(whole != nullptr && own != nullptr);
                QCOMPARE(own->min, whole->min);
                QCOMPARE(own->max, whole->max);
                QCOMPARE(own->why, whole->why);
            }
        });
    }

    void theOrderOfThePartsDoesNotMatter()
    {
        forEachSchedule([](const Schedule &schedule, const Timeline &timeline) {
            Schedule reversed = schedule;
            std::reverse(reversed.windows.begin(), reversed.windows.end());
            std::reverse(reversed.events.begin(), reversed.events.end());
            std::reverse(reversed.overrides.begin(), reversed.overrides.end());
            const Timeline other = resolveSchedule(reversed, span());
            for (EpochMs time = span().from; time < span().to; time += 7 * minuteMs) {
                QCOMPARE(rowAt(other.rows, time)->min, rowAt(timeline.rows, time)->min);
                QCOMPARE(rowAt(other.rows, time)->max, rowAt(timeline.rows, time)->max);
            }
        });
    }

    /// Office hours with a low cap at night are the commonest schedule of all: pods that start
    /// early for the morning must not make it contradict itself.
    void leadTimeReachesIntoALowCap()
    {
        Schedule schedule;
        schedule.baseFloor = 2;
        schedule.baseCap = 20;
        schedule.leadTime = 90s;
        schedule.windows = {window("office", 9h, 18h, {8, 20})};
        ScheduleWindow night;
        night.name = u"night"_s;
        night.otherwise = true;
        night.bounds.cap = 5;
        schedule.windows.push_back(night);
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T08:00:00Z"), at("2026-11-20T19:00:00Z")});
        QVERIFY2(timeline.problems.empty(), qPrintable(problems(timeline)));
        QCOMPARE(text(timeline.rows),
                 u"08:00:00 2..5 night | 08:58:30 8..8 office | 09:00:00 8..20 office | "
                 "18:00:00 2..5 night"_s);
    }

    void leadTimeReachesIntoALowBase()
    {
        Schedule schedule;
        schedule.baseFloor = 1;
        schedule.baseCap = 3;
        schedule.leadTime = 2min;
        schedule.windows = {window("day", 9h, 10h, {6, 12})};
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T08:00:00Z"), at("2026-11-20T11:00:00Z")});
        QVERIFY2(timeline.problems.empty(), qPrintable(problems(timeline)));
        QCOMPARE(floorAt(timeline, at("2026-11-20T08:59:00Z")), 6);
    }

    void aPersonsCapStopsAnEarlyFloor()
    {
        Schedule schedule;
        schedule.baseFloor = 1;
        schedule.baseCap = 20;
        schedule.leadTime = 10min;
        schedule.windows = {window("day", 9h, 10h, {6, {}})};
        schedule.overrides = {
            {u"hold"_s, at("2026-11-20T08:00:00Z"), at("2026-11-20T08:55:00Z"), {{}, 3}, {}}};
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T08:30:00Z"), at("2026-11-20T09:30:00Z")});
        QVERIFY2(timeline.problems.empty(), qPrintable(problems(timeline)));
        QCOMPARE(text(timeline.rows), u"08:30:00 1..3 hold | 08:50:00 3..3 day+hold | "
                                      "08:55:00 6..20 day"_s);
    }

    void aRealContradictionIsStillToldWithLeadTime()
    {
        Schedule schedule;
        schedule.baseCap = 20;
        schedule.leadTime = 10min;
        schedule.windows = {window("floor", 9h, 12h, {8, {}}), window("cap", 11h, 13h, {{}, 5})};
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T08:00:00Z"), at("2026-11-20T14:00:00Z")});
        QCOMPARE(timeline.problems.size(), std::size_t{1});
        QVERIFY(timeline.rows.empty());
    }

private:
    template<typename Check>
    static void forEachSchedule(Check check)
    {
        for (unsigned seed = 1; seed <= 120; ++seed) {
            Random random(seed);
            const Schedule schedule = randomSchedule(random);
            const Timeline timeline = resolveSchedule(schedule, span());
            QVERIFY2(timeline.problems.empty(),
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(problems(timeline))));
            check(schedule, timeline);
            if (QTest::currentTestFailed()) {
                qInfo("with seed %u", seed);
                return;
            }
        }
    }

    static bool knows(const Schedule &schedule, const QString &name)
    {
        const auto named = [&name](const auto &parts) {
            return std::any_of(parts.begin(), parts.end(),
                               [&name](const auto &part) { return part.name == name; });
        };
        return named(schedule.windows) || named(schedule.events) || named(schedule.overrides);
    }

    static bool hasHolidayWindow(const Schedule &schedule)
    {
        return std::any_of(schedule.windows.begin(), schedule.windows.end(),
                           [](const ScheduleWindow &window) { return window.holidays; });
    }

    /// With a margin for lead time and clock changes.
    static bool insideAnEvent(const Schedule &schedule, EpochMs time)
    {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(time, schedule.zone);
        const QDateTime wall(local.date(), local.time());
        return std::any_of(
            schedule.events.begin(), schedule.events.end(), [&wall](const ScheduleEvent &event) {
                return wall >= event.start.addSecs(-3700) && wall <= event.end.addSecs(3600);
            });
    }
};

QTEST_GUILESS_MAIN(TestScheduleProperties)
#include "tst_scheduleproperties.moc"
