// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The timeline against brute force, minute by minute over ten years, for fifty zones. The brute
// force knows nothing of QTimeZone: it reads the C library's clock and looks for the edges by
// trying every minute.
#include "scaling/schedule.h"

#include <QTest>

#include <ctime>
#include <random>

using namespace spillway;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr int quarter = 15; // every clock change of these years is on a quarter of an hour
constexpr int slack = 3 * 24 * 60;

constexpr std::array zoneNames{"Africa/Cairo",        "Africa/Casablanca",
                               "Africa/El_Aaiun",     "Africa/Lagos",
                               "America/Anchorage",   "America/Asuncion",
                               "America/Bogota",      "America/Caracas",
                               "America/Chicago",     "America/Denver",
                               "America/Halifax",     "America/Havana",
                               "America/Los_Angeles", "America/Mexico_City",
                               "America/New_York",    "America/Nuuk",
                               "America/Santiago",    "America/Sao_Paulo",
                               "America/St_Johns",    "Antarctica/Troll",
                               "Asia/Beirut",         "Asia/Calcutta",
                               "Asia/Gaza",           "Asia/Jerusalem",
                               "Asia/Kathmandu",      "Asia/Kolkata",
                               "Asia/Nicosia",        "Asia/Seoul",
                               "Asia/Shanghai",       "Asia/Singapore",
                               "Asia/Tehran",         "Asia/Tokyo",
                               "Atlantic/Azores",     "Atlantic/Bermuda",
                               "Australia/Adelaide",  "Australia/Brisbane",
                               "Australia/Lord_Howe", "Australia/Sydney",
                               "Europe/Berlin",       "Europe/Chisinau",
                               "Europe/Dublin",       "Europe/Lisbon",
                               "Europe/London",       "Europe/Moscow",
                               "Pacific/Apia",        "Pacific/Auckland",
                               "Pacific/Chatham",     "Pacific/Easter",
                               "Pacific/Kiritimati",  "UTC"};
static_assert(zoneNames.size() == 50);

/// Offsets of one zone as the C library has them, a quarter of an hour a step.
class ZoneTable
{
public:
    ZoneTable(const char *zone, qint64 firstMinute, qint64 lastMinute)
        : m_first(firstMinute)
    {
        qputenv("TZ", zone);
        tzset();
        for (qint64 minute = firstMinute; minute <= lastMinute; minute += quarter) {
            const std::time_t seconds = minute * 60;
            std::tm local{};
            localtime_r(&seconds, &local);
            m_offsets.push_back(static_cast<int>(local.tm_gmtoff / 60));
        }
    }

    [[nodiscard]] qint64 local(qint64 minute) const
    {
        return minute + m_offsets[static_cast<std::size_t>((minute - m_first) / quarter)];
    }

    [[nodiscard]] qint64 firstAt(qint64 wanted) const
    {
        qint64 minute = wanted - 15 * 60;
        while (local(minute) < wanted) {
            ++minute;
        }
        return minute;
    }

    [[nodiscard]] qint64 endBefore(qint64 wanted) const
    {
        qint64 minute = wanted + 15 * 60;
        while (local(minute) >= wanted) {
            --minute;
        }
        return minute + 1;
    }

private:
    qint64 m_first;
    std::vector<int> m_offsets;
};

struct Minutes
{
    std::vector<std::uint8_t> floor;
    std::vector<std::uint8_t> cap;
};

} // namespace

class TestScheduleZones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qputenv("TZ", "UTC"); }

    void equalsBruteForce_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < zoneNames.size(); ++i) {
            QTest::newRow(zoneNames.at(i)) << static_cast<int>(i);
        }
    }

    void equalsBruteForce()
    {
        QFETCH(int, index);
        const char *zone = zoneNames.at(static_cast<std::size_t>(index));
        const Schedule schedule = randomSchedule(zone, static_cast<unsigned>(index));
        const TimeRange span{QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC).toMSecsSinceEpoch(),
                             QDateTime({2036, 1, 1}, {0, 0}, Qt::UTC).toMSecsSinceEpoch()};
        const Timeline timeline = resolveSchedule(schedule, span);
        QVERIFY(timeline.problems.empty());

        const qint64 first = span.from / minuteMs;
        const qint64 last = span.to / minuteMs;
        const ZoneTable table(zone, first - slack, last + slack);
        const Minutes brute = bruteForce(schedule, table, first, last);
        qint64 expectedFrom = span.from;
        for (const TimelineRow &row : timeline.rows) {
            QCOMPARE(row.from, expectedFrom);
            QCOMPARE(row.from % minuteMs, 0);
            for (qint64 minute = row.from / minuteMs; minute < row.to / minuteMs; ++minute) {
                const auto i = static_cast<std::size_t>(minute - first);
                if (brute.floor[i] != row.min || brute.cap[i] != row.max) {
                    QFAIL(qPrintable(u"%1: %2..%3 expected, %4..%5 in the timeline"_s.arg(
                        QDateTime::fromMSecsSinceEpoch(minute * minuteMs, Qt::UTC)
                            .toString(Qt::ISODate),
                        QString::number(brute.floor[i]), QString::number(brute.cap[i]),
                        QString::number(row.min), QString::number(row.max))));
                }
            }
            expectedFrom = row.to;
        }
        QCOMPARE(expectedFrom, span.to);
    }

private:
    static Schedule randomSchedule(const char *zone, unsigned seed)
    {
        std::minstd_rand random(seed + 1);
        const auto upTo = [&random](int bound) {
            return static_cast<int>(random() % static_cast<unsigned>(bound));
        };
        Schedule schedule;
        schedule.zone = QTimeZone(zone);
        schedule.baseFloor = 2;
        schedule.baseCap = 100;
        for (int i = 0; i < 3; ++i) {
            ScheduleWindow window;
            window.name = u"w%1"_s.arg(i);
            window.days = std::bitset<7>(static_cast<unsigned>(1 + upTo(127)));
            window.from = minutes{upTo(24 * 60)};
            window.to = minutes{(window.from.count() + 1 + upTo(23 * 60)) % (24 * 60)};
            window.bounds = {3 + upTo(20), 40 + upTo(40)};
            if (window.from != window.to) {
                schedule.windows.push_back(window);
            }
        }
        ScheduleWindow rest;
        rest.name = u"rest"_s;
        rest.otherwise = true;
        rest.bounds.cap = 30;
        schedule.windows.push_back(rest);
        return schedule;
    }

    static Minutes bruteForce(const Schedule &schedule, const ZoneTable &table, qint64 first,
                              qint64 last)
    {
        const auto count = static_cast<std::size_t>(last - first);
        Minutes result{std::vector<std::uint8_t>(count, 0), std::vector<std::uint8_t>(count, 255)};
        std::vector<bool> busy(count, false);
        const qint64 firstDay = first / (24 * 60) - 2;
        const qint64 lastDay = last / (24 * 60) + 2;
        for (const ScheduleWindow &window : schedule.windows) {
            for (qint64 day = firstDay; day <= lastDay && !window.otherwise; ++day) {
                const auto weekday =
                    static_cast<std::size_t>((day + 3) % 7); // 1970-01-01 was a Thursday
                if (!window.days.test(weekday)) {
                    continue;
                }
                const qint64 nextDay = window.to <= window.from ? 24 * 60 : 0;
                const qint64 from = table.firstAt(day * 24 * 60 + window.from.count());
                const qint64 to = table.endBefore(day * 24 * 60 + nextDay + window.to.count());
                for (qint64 minute = std::max(from, first); minute < std::min(to, last); ++minute) {
                    const auto i = static_cast<std::size_t>(minute - first);
                    busy[i] = true;
                    result.floor[i] =
                        std::max(result.floor[i], static_cast<std::uint8_t>(*window.bounds.floor));
                    result.cap[i] =
                        std::min(result.cap[i], static_cast<std::uint8_t>(*window.bounds.cap));
                }
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (!busy[i]) {
                result.floor[i] = 2;
                result.cap[i] = 30;
            }
        }
        return result;
    }
};

QTEST_GUILESS_MAIN(TestScheduleZones)
#include "tst_schedulezones.moc"
