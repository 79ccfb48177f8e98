// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/schedule.h"
#include "scaling/zonesegments.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

EpochMs at(const char *utc)
{
    return QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate).toMSecsSinceEpoch();
}

std::bitset<7> workdays()
{
    return std::bitset<7>{0b0011111};
}

Schedule shanghai(int floor, int cap)
{
    Schedule schedule;
    schedule.zone = QTimeZone("Asia/Shanghai");
    schedule.baseFloor = floor;
    schedule.baseCap = cap;
    return schedule;
}

ScheduleWindow window(const QString &name, std::chrono::minutes from, std::chrono::minutes to,
                      ScheduleBounds bounds)
{
    ScheduleWindow one;
    one.name = name;
    one.days = workdays();
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
            QDateTime::fromMSecsSinceEpoch(row.from, Qt::UTC).toString(u"ddd HH:mm"_s),
            QString::number(row.min), QString::number(row.max), row.why.join(u'+'));
    }
    return lines.join(u" | "_s);
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void officeHoursAndTheRest()
    {
        Schedule schedule = shanghai(2, 20);
        schedule.windows = {window(u"office"_s, 9h, 18h, {{}, 20})};
        ScheduleWindow rest;
        rest.name = u"rest"_s;
        rest.otherwise = true;
        rest.bounds.cap = 5;
        schedule.windows.push_back(rest);
        // Friday 09:00 in Shanghai is 01:00 UTC.
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T00:00:00Z"), at("2026-11-23T02:00:00Z")});
        QVERIFY(timeline.problems.empty());
        QCOMPARE(text(timeline.rows),
                 u"Fri 00:00 2..5 rest | Fri 01:00 2..20 office | Fri 10:00 2..5 rest | "
                 "Mon 01:00 2..20 office"_s);
    }

    void overnightWindowsReachIntoTheNextDay()
    {
        Schedule schedule = shanghai(1, 9);
        schedule.zone = QTimeZone::utc();
        schedule.windows = {window(u"night"_s, 22h, 6h, {4, {}})};
        schedule.windows.front().days = std::bitset<7>{0b0010000}; // Friday
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T12:00:00Z"), at("2026-11-22T00:00:00Z")});
        QCOMPARE(text(timeline.rows),
                 u"Fri 12:00 1..9  | Fri 22:00 4..9 night | Sat 06:00 1..9 "_s);
    }

    void aHigherLaneWinsFieldByField()
    {
        Schedule schedule = shanghai(2, 20);
        schedule.zone = QTimeZone::utc();
        schedule.windows = {window(u"day"_s, 0h, 24h, {3, 10})};
        ScheduleEvent event;
        event.name = u"sale"_s;
        event.start = QDateTime({2026, 11, 20}, {6, 0});
        event.end = QDateTime({2026, 11, 20}, {8, 0});
        event.bounds = {12, 40};
        schedule.events = {event};
        schedule.overrides = {
            {u"throttle"_s, at("2026-11-20T07:00:00Z"), at("2026-11-20T07:30:00Z"), {{}, 15}, {}}};
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T05:00:00Z"), at("2026-11-20T09:00:00Z")});
        QCOMPARE(text(timeline.rows),
                 u"Fri 05:00 3..10 day | Fri 06:00 12..40 sale | Fri 07:00 12..15 sale+throttle | "
                 "Fri 07:30 12..40 sale | Fri 08:00 3..10 day"_s);
    }

    void floorsMergeByMaximumAndCapsByMinimumInALane()
    {
        Schedule schedule = shanghai(1, 30);
        schedule.zone = QTimeZone::utc();
        schedule.windows = {window(u"a"_s, 0h, 24h, {3, 20}), window(u"b"_s, 0h, 24h, {5, 25})};
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T05:00:00Z"), at("2026-11-20T09:00:00Z")});
        QCOMPARE(text(timeline.rows), u"Fri 05:00 5..20 b+a"_s);
    }

    void rampsRiseAndFallAroundAnEvent()
    {
        Schedule schedule = shanghai(2, 40);
        schedule.zone = QTimeZone::utc();
        ScheduleEvent event;
        event.name = u"sale"_s;
        event.start = QDateTime({2026, 11, 20}, {6, 0});
        event.end = QDateTime({2026, 11, 20}, {8, 0});
        event.bounds = {12, {}};
        event.rampIn = 30min;
        event.rampOut = 1h;
        schedule.events = {event};
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T05:00:00Z"), at("2026-11-20T10:00:00Z")});
        QVERIFY(timeline.problems.empty());
        int last = 2;
        for (const TimelineRow &row : timeline.rows) {
            if (row.to <= at("2026-11-20T06:00:00Z")) {
                QVERIFY(row.min >= last);
                last = row.min;
            } else if (row.from >= at("2026-11-20T08:00:00Z")) {
                QVERIFY(row.min <= last);
                last = row.min;
            } else {
                QCOMPARE(row.min, 12);
                last = row.min;
            }
        }
        QCOMPARE(timeline.rows.front().to, at("2026-11-20T05:30:00Z"));
        QCOMPARE(timeline.rows.back().from, at("2026-11-20T09:00:00Z"));
        QVERIFY(timeline.rows.size() > 10);
    }

    void floorsRiseEarlierByTheLeadTime()
    {
        Schedule schedule = shanghai(2, 20);
        schedule.zone = QTimeZone::utc();
        schedule.leadTime = 90s;
        schedule.windows = {window(u"day"_s, 9h, 10h, {5, 10})};
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T08:00:00Z"), at("2026-11-20T11:00:00Z")});
        QCOMPARE(timeline.rows.at(1).from, at("2026-11-20T08:58:30Z"));
        QCOMPARE(timeline.rows.at(1).max, 20);
        QCOMPARE(timeline.rows.at(2).from, at("2026-11-20T09:00:00Z"));
        QCOMPARE(timeline.rows.at(2).max, 10);
        QCOMPARE(timeline.rows.at(3).from, at("2026-11-20T10:00:00Z"));
    }

    void clockChanges_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<int>("fromMinute");
        QTest::addColumn<int>("toMinute");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        // Berlin: 29 March 2026 02:00 -> 03:00, 25 October 2026 03:00 -> 02:00.
        QTest::newRow("gap: starts at the change")
            << u"2026-03-29"_s << 150 << 240 << u"01:00"_s << u"02:00"_s;
        QTest::newRow("gap: ends at the change")
            << u"2026-03-29"_s << 60 << 150 << u"00:00"_s << u"01:00"_s;
        QTest::newRow("overlap: first 02:30")
            << u"2026-10-25"_s << 150 << 240 << u"00:30"_s << u"03:00"_s;
        QTest::newRow("overlap: second 02:30")
            << u"2026-10-25"_s << 60 << 150 << u"23:00"_s << u"01:30"_s;
    }

    void clockChanges()
    {
        QFETCH(QString, day);
        QFETCH(int, fromMinute);
        QFETCH(int, toMinute);
        Schedule schedule = shanghai(1, 9);
        schedule.zone = QTimeZone("Europe/Berlin");
        schedule.windows = {window(u"w"_s, std::chrono::minutes{fromMinute},
                                   std::chrono::minutes{toMinute}, {4, {}})};
        schedule.windows.front().days = std::bitset<7>{0b1000000}; // Sunday
        const EpochMs midnight =
            QDateTime(QDate::fromString(day, Qt::ISODate), {0, 0}, Qt::UTC).toMSecsSinceEpoch();
        const Timeline timeline =
            resolveSchedule(schedule, {midnight - 6 * 3'600'000LL, midnight + 12 * 3'600'000LL});
        QCOMPARE(timeline.rows.size(), std::size_t{3});
        const auto clock = [](EpochMs time) {
            return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"HH:mm"_s);
        };
        QTEST(clock(timeline.rows.at(1).from), "start");
        QTEST(clock(timeline.rows.at(1).to), "end");
    }

    void aWindowInsideTheGapIsEmpty()
    {
        Schedule schedule = shanghai(1, 9);
        schedule.zone = QTimeZone("Europe/Berlin");
        schedule.windows = {window(u"w"_s, 125min, 170min, {4, {}})};
        schedule.windows.front().days = std::bitset<7>{0b1000000};
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")});
        QCOMPARE(timeline.rows.size(), std::size_t{1});
    }

    void problemsNameBothPlaces()
    {
        Schedule schedule = shanghai(2, 20);
        schedule.windows = {window(u"cap"_s, 9h, 18h, {{}, 5}),
                            window(u"floor"_s, 10h, 11h, {8, {}})};
        schedule.windows[0].position = {u"p.yaml"_s, 12, 5, {}};
        schedule.windows[1].position = {u"p.yaml"_s, 13, 5, {}};
        const Timeline timeline =
            resolveSchedule(schedule, {at("2026-11-20T00:00:00Z"), at("2026-11-27T00:00:00Z")});
        QVERIFY(timeline.rows.empty());
        QCOMPARE(timeline.problems.size(), std::size_t{1});
        const QString sentence = timeline.problems.front().sentence();
        QVERIFY2(sentence.contains(u"p.yaml:12:5"_s) && sentence.contains(u"p.yaml:13:5"_s),
                 qPrintable(sentence));
    }

    void impossiblePartsAreRefused()
    {
        Schedule schedule = shanghai(5, 2);
        schedule.zone = QTimeZone("Mars/Olympus");
        schedule.windows = {window(u"none"_s, 9h, 9h, {1, {}})};
        ScheduleEvent event;
        event.name = u"backwards"_s;
        event.start = QDateTime({2026, 11, 20}, {6, 0});
        event.end = QDateTime({2026, 11, 20}, {5, 0});
        schedule.events = {event};
        schedule.overrides = {{u"never"_s, 5, 5, {}, {}}};
        const Timeline timeline = resolveSchedule(schedule, {0, 1000});
        QCOMPARE(timeline.problems.size(), std::size_t{5});
        QVERIFY(timeline.rows.empty());
    }

    void rowsAreFoundByTime()
    {
        const std::vector<TimelineRow> rows{{10, 20, 1, 2, {}}, {20, 30, 3, 4, {}}};
        QCOMPARE(rowAt(rows, 9), nullptr);
        QCOMPARE(rowAt(rows, 10)->min, 1);
        QCOMPARE(rowAt(rows, 20)->min, 3);
        QCOMPARE(rowAt(rows, 30), nullptr);
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
