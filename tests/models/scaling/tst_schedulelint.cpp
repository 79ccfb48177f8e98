// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/schedulelint.h"

#include <QTest>

#include <algorithm>

Q_DECLARE_METATYPE(spillway::ScheduleLintInput)

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString gap = u"edge-in-gap@03-29T01:00"_s;

EpochMs at(const char *utc)
{
    return QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate).toMSecsSinceEpoch();
}

QDateTime wall(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

ScheduleLintInput berlin()
{
    ScheduleLintInput input;
    input.schedule.zone = QTimeZone("Europe/Berlin");
    input.schedule.baseFloor = 2;
    input.schedule.baseCap = 20;
    input.now = at("2026-01-10T00:00:00Z"); // changes: 29 March and 25 October
    return input;
}

ScheduleWindow daily(const QString &name, std::chrono::minutes from, std::chrono::minutes to)
{
    ScheduleWindow window;
    window.name = name;
    window.days = std::bitset<7>{0b1111111};
    window.from = from;
    window.to = to;
    window.bounds.floor = 5;
    window.position = {u"policy.yaml"_s, 12, 3, {}};
    return window;
}

ScheduleLintInput withWindow(std::chrono::minutes from, std::chrono::minutes to)
{
    ScheduleLintInput input = berlin();
    input.schedule.windows = {daily(u"w"_s, from, to)};
    return input;
}

ScheduleLintInput withEvents(std::vector<ScheduleEvent> events)
{
    ScheduleLintInput input = berlin();
    input.schedule.events = std::move(events);
    return input;
}

ScheduleEvent dated(const QString &name, const char *start, const char *end, ScheduleBounds bounds)
{
    ScheduleEvent one;
    one.name = name;
    one.start = wall(start);
    one.end = wall(end);
    one.bounds = bounds;
    return one;
}

ScheduleLintInput withCron(const char *start, const char *end, int desired)
{
    ScheduleLintInput input = berlin();
    MetricFloor floor;
    floor.name = u"cron"_s;
    floor.desired = desired;
    floor.cron = KedaTrigger::Cron{CronSchedule::parse(QString::fromLatin1(start)).value(),
                                   CronSchedule::parse(QString::fromLatin1(end)).value(),
                                   QTimeZone("Europe/Berlin"), desired};
    input.metricFloors = {floor};
    return input;
}

QString ids(const std::vector<ScheduleFinding> &findings)
{
    QStringList parts;
    for (const ScheduleFinding &finding : findings) {
        QString part = finding.id;
        if (finding.at) {
            part += u'@' +
                    QDateTime::fromMSecsSinceEpoch(*finding.at, Qt::UTC).toString(u"MM-ddTHH:mm"_s);
        }
        parts << part;
    }
    return parts.join(u' ');
}

} // namespace

class TestScheduleLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsAtClockChanges_data()
    {
        columns();
        QTest::newRow("nothing to say") << withWindow(9h, 18h) << QString();
        QTest::newRow("start in the gap")
            << withWindow(2h + 30min, 18h) << gap + u" edge-in-overlap@10-25T01:00";
        QTest::newRow("end at the gap's begin")
            << withWindow(20h, 2h) << gap + u" edge-in-overlap@10-25T01:00";
        QTest::newRow("within an hour before")
            << withWindow(1h + 15min, 18h) << u"edge-near-change@03-29T01:00"_s;
        QTest::newRow("within an hour after")
            << withWindow(4h, 18h) << u"edge-near-change@03-29T01:00"_s;
        QTest::newRow("just outside") << withWindow(4h + 1min, 18h) << QString();
        QTest::newRow("all of it in the gap")
            << withWindow(2h + 10min, 2h + 50min)
            << u"window-in-gap@03-29T01:00 edge-in-overlap@10-25T01:00"_s;
    }

    void windowsAtClockChanges() { checkFindings(); }

    void events_data()
    {
        columns();
        QTest::newRow("event over")
            << withEvents({dated(u"e"_s, "2025-12-01T00:00:00", "2025-12-02T00:00:00", {5, {}})})
            << u"event-over"_s;
        QTest::newRow("event far ahead")
            << withEvents({dated(u"e"_s, "2027-06-01T12:00:00", "2027-06-02T00:00:00", {5, {}})})
            << u"event-beyond-horizon@06-01T10:00"_s;
        QTest::newRow("events overlap")
            << withEvents({dated(u"a"_s, "2026-05-01T12:00:00", "2026-05-03T00:00:00", {5, {}}),
                           dated(u"b"_s, "2026-05-02T12:00:00", "2026-05-04T00:00:00", {6, {}})})
            << u"events-overlap@05-02T10:00"_s;
        QTest::newRow("events touch")
            << withEvents({dated(u"a"_s, "2026-05-01T12:00:00", "2026-05-03T00:00:00", {5, {}}),
                           dated(u"b"_s, "2026-05-03T00:00:00", "2026-05-04T00:00:00", {6, {}})})
            << QString();
        QTest::newRow("overlap of a floor and a cap")
            << withEvents({dated(u"a"_s, "2026-05-01T12:00:00", "2026-05-03T00:00:00", {5, {}}),
                           dated(u"b"_s, "2026-05-02T12:00:00", "2026-05-04T00:00:00", {{}, 30})})
            << QString();
        QTest::newRow("events without a start")
            << withEvents({dated(u"a"_s, "no date", "2026-05-03T00:00:00", {5, {}}),
                           dated(u"b"_s, "2026-05-02T12:00:00", "2026-05-04T00:00:00", {6, {}})})
            << u"unresolved"_s;
        QTest::newRow("event in the gap")
            << withEvents({dated(u"e"_s, "2026-03-29T02:15:00", "2026-03-30T12:00:00", {5, {}})})
            << gap;
    }

    void events() { checkFindings(); }

    void contradictionsAndHolidays_data()
    {
        columns();
        ScheduleLintInput conflict = withWindow(9h, 18h);
        conflict.schedule.windows[0].bounds.floor = 50;
        QTest::newRow("floor above cap") << conflict << u"unresolved"_s;
        ScheduleLintInput unknown = withWindow(9h, 18h);
        unknown.schedule.zone = QTimeZone();
        QTest::newRow("unknown zone") << unknown << u"unresolved"_s;

        ScheduleLintInput holidays = withWindow(9h, 18h);
        holidays.schedule.windows[0].holidays = true;
        QTest::newRow("no holidays") << holidays << u"holidays-end"_s;
        holidays.schedule.holidays = {{QDate(2025, 12, 25), QDate(2026, 1, 10)}};
        QTest::newRow("today is the last holiday") << holidays << QString();
        holidays.now = at("2026-01-11T00:00:00Z");
        QTest::newRow("holidays are over") << holidays << u"holidays-end"_s;
    }

    void contradictionsAndHolidays() { checkFindings(); }

    void cronTriggers_data()
    {
        columns();
        QTest::newRow("reachable floor")
            << withCron("0 9 * * *", "0 18 * * *", 5) << u"floor-by-metric"_s;
        QTest::newRow("89 sticks at 88")
            << withCron("0 9 * * *", "0 18 * * *", 89) << u"unreachable-target floor-by-metric"_s;
        QTest::newRow("start in the gap, cron")
            << withCron("30 2 * * *", "0 18 * * *", 5)
            << u"cron-start-in-gap@03-29T01:00 cron-start-in-overlap@10-25T01:00 "
               "floor-by-metric"_s;
        QTest::newRow("work days against every day")
            << withCron("0 9 * * 1-5", "0 18 * * *", 5)
            << u"cron-days-differ@01-11T17:00 floor-by-metric"_s;
        QTest::newRow("same days")
            << withCron("0 9 * * 1-5", "0 18 * * 1-5", 5) << u"floor-by-metric"_s;
        QTest::newRow("overnight")
            << withCron("0 22 * * *", "0 6 * * *", 5) << u"floor-by-metric"_s;
    }

    void cronTriggers() { checkFindings(); }

    void saysWhereAndWhat()
    {
        const std::vector<ScheduleFinding> findings = lintSchedule(withWindow(2h + 30min, 18h));
        QCOMPARE(findings[0].subject, u"w"_s);
        QCOMPARE(findings[0].position.line, 12);
        QCOMPARE(findings[0].severity, ScheduleFinding::Severity::Warning);
        QVERIFY(findings[0].text.contains(u"2026-03-29 02:30"_s));
        const std::vector<ScheduleFinding> stuck =
            lintSchedule(withCron("0 9 * * *", "0 18 * * *", 89));
        QVERIFY2(stuck[0].text.contains(u"81–88"_s), qPrintable(stuck[0].text));
    }

    void toleranceOfItsOwnReachesTheTarget()
    {
        ScheduleLintInput input = withCron("0 9 * * *", "0 18 * * *", 89);
        input.behavior = HpaBehavior{defaultScaleUpRules(), defaultScaleDownRules({})};
        input.behavior->scaleUp.tolerance = 0;
        input.behavior->scaleDown.tolerance = 0;
        QCOMPARE(ids(lintSchedule(input)), u"floor-by-metric"_s);
    }

    void gravestFirst()
    {
        ScheduleLintInput input = withCron("0 9 * * *", "0 18 * * *", 89);
        input.schedule.windows = {daily(u"night"_s, 2h + 30min, 18h)};
        input.schedule.windows[0].bounds.floor = 50;
        const std::vector<ScheduleFinding> findings = lintSchedule(input);
        QCOMPARE(findings.front().id, u"unresolved"_s);
        QVERIFY(std::is_sorted(findings.begin(), findings.end(),
                               [](const ScheduleFinding &a, const ScheduleFinding &b) {
                                   return a.severity > b.severity;
                               }));
        QCOMPARE(severityName(ScheduleFinding::Severity::Error), "error"_L1);
        QCOMPARE(severityName(ScheduleFinding::Severity::Warning), "warning"_L1);
        QCOMPARE(severityName(ScheduleFinding::Severity::Info), "info"_L1);
    }

private:
    static void columns()
    {
        QTest::addColumn<ScheduleLintInput>("input");
        QTest::addColumn<QString>("expected");
    }

    static void checkFindings()
    {
        QFETCH(ScheduleLintInput, input);
        QFETCH(QString, expected);
        const std::vector<ScheduleFinding> findings = lintSchedule(input);
        QCOMPARE(ids(findings), expected);
        for (const ScheduleFinding &finding : findings) {
            QVERIFY(!finding.text.isEmpty());
            QVERIFY2(!finding.text.contains(u"%1"_s), qPrintable(finding.text));
        }
        QVERIFY(lintSchedule(input) == findings);
    }
};

QTEST_APPLESS_MAIN(TestScheduleLint)
#include "tst_schedulelint.moc"
