// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/icalendar.h"
#include "scaling/icalendarlines.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

const DateSpan year2026{QDate(2026, 1, 1), QDate(2026, 12, 31)};

QByteArray contents(const QString &name)
{
    QFile file(QStringLiteral(SPILLWAY_TEST_DATA) + u"/icalendar/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString text(const std::vector<DateSpan> &spans)
{
    QStringList parts;
    for (const DateSpan &span : spans) {
        const QString first = span.first.toString(Qt::ISODate);
        parts << (span.first == span.last ? first : first + u'/' + span.last.toString(Qt::ISODate));
    }
    return parts.join(u' ');
}

QString lines(const std::vector<Error> &problems)
{
    QStringList parts;
    for (const Error &problem : problems) {
        parts << QString::number(problem.position ? problem.position->line : -1);
    }
    return parts.join(u' ');
}

QByteArray calendar(const QByteArray &event)
{
    return "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + event + "\nEND:VEVENT\nEND:VCALENDAR\n";
}

} // namespace

class TestICalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holidaysOfAYear()
    {
        const CalendarDays read =
            readCalendarDays(contents(u"china-2026.ics"_s), u"china-2026.ics"_s, year2026,
                             QTimeZone("Asia/Shanghai"));
        QVERIFY(read.problems.empty());
        QCOMPARE(text(read.days), u"2026-01-01/2026-01-03 2026-02-15/2026-02-23 "
                                  "2026-04-04/2026-04-06 2026-05-01/2026-05-05 "
                                  "2026-10-01/2026-10-07"_s);
    }

    void recurringHolidays()
    {
        const CalendarDays read =
            readCalendarDays(contents(u"germany-recurring.ics"_s), u"germany.ics"_s,
                             {QDate(2026, 1, 1), QDate(2028, 1, 1)}, QTimeZone("Europe/Berlin"));
        QVERIFY(read.problems.empty());
        // 2026: no 1 May (excluded), the outing moved by a week; January's last day is a Saturday
        // whose night begins on the 31st, as the rule does not hold on the 30th.
        QCOMPARE(text(read.days),
                 u"2026-01-01 2026-01-31/2026-02-01 2026-02-28/2026-03-01 2026-03-31/2026-04-01 "
                 "2026-06-19 2026-10-03 2026-11-26 2027-01-01 2027-05-01 2027-06-12 2027-10-03 "
                 "2027-11-25 2028-01-01"_s);
    }

    void problemsNameTheirLines()
    {
        const CalendarDays read = readCalendarDays(contents(u"broken.ics"_s), u"broken.ics"_s,
                                                   year2026, QTimeZone::utc());
        QCOMPARE(text(read.days), u"2026-03-10"_s);
        QCOMPARE(lines(read.problems), u"8 14 19 24 29 34 39"_s);
        for (const Error &problem : read.problems) {
            QCOMPARE(problem.code, ErrorCode::InvalidDocument);
            QCOMPARE(problem.position->file, u"broken.ics"_s);
            QVERIFY(!problem.why.isEmpty());
        }
    }

    void events_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("days");
        const auto row = [](const char *name, const char *event, const char *zone,
                            const QString &days) {
            QTest::newRow(name) << QByteArray(event) << QByteArray(zone) << days;
        };
        row("day without end", "DTSTART;VALUE=DATE:20260501", "UTC", u"2026-05-01"_s);
        row("end is exclusive", "DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260503", "UTC",
            u"2026-05-01/2026-05-02"_s);
        row("end on the start's day", "DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260501",
            "UTC", u"2026-05-01"_s);
        row("time without end", "DTSTART:20260501T090000", "UTC", u"2026-05-01"_s);
        row("time until midnight", "DTSTART:20260501T090000\nDTEND:20260502T000000", "UTC",
            u"2026-05-01"_s);
        row("time over midnight", "DTSTART:20260501T220000\nDURATION:PT4H", "UTC",
            u"2026-05-01/2026-05-02"_s);
        row("UTC seen from Shanghai", "DTSTART:20260501T170000Z\nDURATION:PT1H", "Asia/Shanghai",
            u"2026-05-02"_s);
        row("zone of its own", "DTSTART;TZID=America/New_York:20260501T200000\nDURATION:PT1H",
            "Europe/Berlin", u"2026-05-02"_s);
        row("unknown zone is floating", "DTSTART;TZID=\"My: zone; odd\":20260501T200000", "UTC",
            u"2026-05-01"_s);
        row("a day with a time is a day", "DTSTART;VALUE=DATE:20260501T220000", "UTC",
            u"2026-05-01"_s);
        row("a day with a time in UTC is that day",
            "DTSTART;VALUE=DATE:20260501T230000Z\nDTEND;VALUE=DATE:20260503T000000Z",
            "Asia/Shanghai", u"2026-05-01/2026-05-02"_s);
        row("a time that says so", "DTSTART;VALUE=DATE-TIME:20260501T220000\nDURATION:PT4H", "UTC",
            u"2026-05-01/2026-05-02"_s);
        row("weeks", "DTSTART;VALUE=DATE:20260501\nDURATION:P1W", "UTC",
            u"2026-05-01/2026-05-07"_s);
        row("lower case", "dtstart;value=date:20260501", "UTC", u"2026-05-01"_s);
        row("folded in a name", "DTST\n ART;VALUE=DA\n\tTE:2026\n 0501", "UTC", u"2026-05-01"_s);
        row("leap day", "DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY", "UTC", u""_s);
        row("weekly", "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=WEEKLY;BYDAY=TU,WE;COUNT=4", "UTC",
            u"2026-12-01/2026-12-02 2026-12-08/2026-12-09"_s);
        row("daily until, in UTC",
            "DTSTART;TZID=Asia/Shanghai:20260101T080000\nRRULE:FREQ=DAILY;UNTIL=20260103T000000Z",
            "Asia/Shanghai", u"2026-01-01/2026-01-03"_s);
        row("excluded time",
            "DTSTART:20260101T080000Z\nRRULE:FREQ=DAILY;COUNT=3\n"
            "EXDATE:20260102T080000Z,20260105T080000Z",
            "UTC", u"2026-01-01 2026-01-03"_s);
        row("excluded in another zone",
            "DTSTART:20260101T080000Z\nRRULE:FREQ=DAILY;COUNT=2\n"
            "EXDATE;TZID=Asia/Shanghai:20260102T160000",
            "UTC", u"2026-01-01"_s);
        row("further dates", "DTSTART;VALUE=DATE:20260101\nRDATE;VALUE=DATE:20260301,20260302",
            "UTC", u"2026-01-01 2026-03-01/2026-03-02"_s);
        row("cut to the span", "DTSTART;VALUE=DATE:20251220\nDTEND;VALUE=DATE:20260103", "UTC",
            u"2026-01-01/2026-01-02"_s);
        row("ten thousand years", "DTSTART;VALUE=DATE:00010101\nDTEND;VALUE=DATE:99991231", "UTC",
            u"2026-01-01/2026-12-31"_s);
        row("before the span", "DTSTART;VALUE=DATE:20200101", "UTC", u""_s);
    }

    void events()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, zone);
        QFETCH(QString, days);
        QByteArray withCrLf = calendar(event);
        const CalendarDays read = readCalendarDays(withCrLf, u"x.ics"_s, year2026, QTimeZone(zone));
        QCOMPARE(lines(read.problems), QString());
        QCOMPARE(text(read.days), days);
        withCrLf.replace("\n", "\r\n");
        QCOMPARE(readCalendarDays(withCrLf, u"x.ics"_s, year2026, QTimeZone(zone)).days, read.days);
    }

    void typesThatContradictTheValue_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QString>("says");
        QTest::newRow("a day that says it is a time")
            << QByteArray("DTSTART;VALUE=DATE-TIME:20260501") << u"VALUE=DATE-TIME"_s;
        QTest::newRow("a text") << QByteArray("DTSTART;VALUE=TEXT:20260501") << u"VALUE=TEXT"_s;
        QTest::newRow("a day until a time")
            << QByteArray("DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE-TIME:20260502T000000")
            << u"same kind"_s;
        QTest::newRow("a further date that says it is a time")
            << QByteArray("DTSTART:20260501T090000\nRDATE;VALUE=DATE-TIME:20260601") << u"RDATE"_s;
    }

    void typesThatContradictTheValue()
    {
        QFETCH(QByteArray, event);
        QFETCH(QString, says);
        const CalendarDays read =
            readCalendarDays(calendar(event), u"x.ics"_s, year2026, QTimeZone::utc());
        QCOMPARE(read.problems.size(), 1U);
        QVERIFY2(read.problems[0].why.contains(says), qPrintable(read.problems[0].why));
        QCOMPARE(read.problems[0].position->line, event.contains('\n') ? 4 : 3);
    }

    void notACalendar_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("blank") << QByteArray("\n\r\n \n") << 0;
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html>\n<html>\n<p>sign in</p>") << 1;
        QTest::newRow("card") << QByteArray("BEGIN:VCARD\nFN:x\nEND:VCARD\n") << 1;
        QTest::newRow("cut") << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026") << 2;
        QTest::newRow("crossed") << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n")
                                 << 3;
        QTest::newRow("zeros") << QByteArray(1000, '\0') << 1;
        QTest::newRow("too large") << QByteArray(maxCalendarBytes + 1, 'x') << 0;
        QTest::newRow("too deep") << QByteArray("BEGIN:VCALENDAR\n") +
                                         QByteArray("BEGIN:VEVENT\n").repeated(1000)
                                  << 9;
    }

    void notACalendar()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        const CalendarDays read = readCalendarDays(bytes, u"x.ics"_s, year2026, QTimeZone::utc());
        QVERIFY(read.days.empty());
        QVERIFY(!read.problems.empty());
        QCOMPARE(read.problems.front().position->line, line);
    }

    void hostileRulesEnd_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::newRow("never") << QByteArray(
            "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30");
        QTest::newRow("every second of a day")
            << "DTSTART:20260101T000000Z\nRRULE:FREQ=DAILY;BYHOUR=" +
                   QByteArray("1,2,3,4,5,6,7,8,9,10") +
                   ";BYMINUTE=" + QByteArray("1,2,3,4,5,6,7,8,9,10,11,12,13,14") +
                   ";BYSECOND=1,2,3,4,5,6,7,8,9";
        QTest::newRow("from year one")
            << QByteArray("DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=DAILY");
        QTest::newRow("huge interval")
            << QByteArray("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;INTERVAL=99999999999999");
        QTest::newRow("huge count")
            << QByteArray("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;COUNT=99999999999999");
        QTest::newRow("long list") << "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYYEARDAY=" +
                                          QByteArray("1,").repeated(100000) + "1";
    }

    /// It is enough that they come to an end, within the test's time.
    void hostileRulesEnd()
    {
        QFETCH(QByteArray, event);
        const CalendarDays read =
            readCalendarDays(calendar(event), u"x.ics"_s, year2026, QTimeZone::utc());
        QVERIFY(read.days.size() <= 366);
    }

    void manyRulesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<int>("limit");
        QTest::newRow("impossible days")
            << QByteArray("DAILY;BYMONTH=2;BYMONTHDAY=30") << maxNarrowedEvents;
        QTest::newRow("impossible weeks")
            << QByteArray("WEEKLY;INTERVAL=2;BYMONTH=2;BYSETPOS=9") << maxNarrowedEvents;
        QTest::newRow("years") << QByteArray("YEARLY") << maxRecurringEvents;
    }

    void manyRulesAreRefused()
    {
        QFETCH(QByteArray, rule);
        QFETCH(int, limit);
        QByteArray file = "BEGIN:VCALENDAR\n";
        for (int i = 0; i < maxRecurringEvents + 10; ++i) {
            file +=
                "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=" + rule + "\nEND:VEVENT\n";
        }
        file += "END:VCALENDAR\n";
        const CalendarDays read = readCalendarDays(file, u"x.ics"_s, year2026, QTimeZone::utc());
        QCOMPARE(lines(read.problems), QString::number(limit * 4 + 4));
    }

    /// Damaged copies of the real files: any answer will do, as long as it is sorted and apart.
    void damagedFiles()
    {
        std::mt19937 random(7); // NOLINT: the same damage at each run
        for (const QString &name : {u"china-2026.ics"_s, u"germany-recurring.ics"_s}) {
            const QByteArray good = contents(name);
            for (int round = 0; round < 150; ++round) {
                QByteArray bad = good.left(
                    static_cast<qsizetype>(random() % static_cast<unsigned>(good.size()) + 1));
                for (int i = 0; i < 8; ++i) {
                    bad[static_cast<qsizetype>(random() % static_cast<unsigned>(bad.size()))] =
                        static_cast<char>(random() & 0xFFU);
                }
                const CalendarDays read =
                    readCalendarDays(bad, name, year2026, QTimeZone("Europe/Berlin"));
                for (std::size_t i = 1; i < read.days.size(); ++i) {
                    QVERIFY(read.days[i - 1].last.addDays(1) < read.days[i].first);
                }
            }
        }
    }

    void spansMerge()
    {
        const QDate day(2026, 5, 10);
        QCOMPARE(text(mergedSpans({{day.addDays(5), day.addDays(6)},
                                   {day, day.addDays(2)},
                                   {day.addDays(1), day.addDays(1)},
                                   {day.addDays(3), day.addDays(3)}})),
                 u"2026-05-10/2026-05-13 2026-05-15/2026-05-16"_s);
    }
};

QTEST_APPLESS_MAIN(TestICalendar)
#include "tst_icalendar.moc"
