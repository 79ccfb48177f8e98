// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importsamples.h"
#include "rollout/importparts.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestImportCron : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windows_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("window"); // days, from, to; empty: it is not one
        const auto row = [](const char *name, const char *zone, const char *start, const char *end,
                            const char *window) {
            QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(start)
                                << QString::fromLatin1(end) << QString::fromLatin1(window);
        };
        const char *const berlin = "Europe/Berlin";
        row("weekdays", berlin, "0 9 * * 1-5", "0 18 * * 1-5", "1111100 09:00-18:00");
        row("names of days", "UTC", "5 9 * * mon-fri", "0 18 * * mon-fri", "1111100 09:05-18:00");
        row("every day", "Asia/Kolkata", "30 9 * * *", "0 18 * * *", "1111111 09:30-18:00");
        row("overnight", berlin, "0 22 * * *", "0 6 * * *", "1111111 22:00-06:00");
        row("overnight on weekdays", berlin, "0 22 * * 1-5", "0 6 * * 2-6", "1111100 22:00-06:00");
        row("to midnight", berlin, "0 18 * * 5", "0 0 * * 6", "0000100 18:00-00:00");
        row("whole days", berlin, "0 0 * * 1", "0 0 * * 6", "1111100 00:00-24:00");
        // For KEDA only the last start before an end counts.
        row("whole days by daily starts", berlin, "0 0 * * 1-5", "0 0 * * 6", "");
        row("weekend", "America/New_York", "0 0 * * 6", "0 0 * * 1", "0000011 00:00-24:00");
        row("shorthand", "UTC", "@daily", "0 8 * * *", "1111111 00:00-08:00");
        row("question marks", "UTC", "0 7 ? * 2", "0 8 ? * 2", "0100000 07:00-08:00");
        row("DST does not matter in the afternoon", "America/New_York", "0 13 * * *", "0 14 * * *",
            "1111111 13:00-14:00");
        row("open over the weekend", berlin, "0 9 * * 1-5", "0 18 * * 1-4", "");
        row("daily end of a weekday start", berlin, "0 22 * * 1-5", "0 6 * * 1-5", "");
        row("start in a gap", berlin, "30 2 * * *", "0 7 * * *", "");
        row("the same hours without gaps", "Asia/Shanghai", "30 2 * * *", "0 7 * * *",
            "1111111 02:30-07:00");
        row("day of month", "UTC", "0 9 1 * *", "0 18 1 * *", "");
        row("month", "UTC", "0 9 * 6 *", "0 18 * 6 *", "");
        row("twice a day", "UTC", "0 9,12 * * *", "0 10,13 * * *", "");
        row("every minute", "UTC", "* * * * *", "0 10 * * *", "");
        row("different days", "UTC", "0 9 * * 1", "0 18 * * 2", "");
        row("never", "UTC", "0 9 31 2 *", "0 18 31 2 *", "");
        row("no zone", "", "0 9 * * *", "0 18 * * *", "");
        row("unknown zone", "Mars/Olympus", "0 9 * * *", "0 18 * * *", "");
        row("no cron", "UTC", "nine", "0 18 * * *", "");
    }
    void windows()
    {
        QFETCH(QString, zone);
        QFETCH(QString, start);
        QFETCH(QString, end);
        const auto window = windowOfCron({{}, zone, start, end, 3}, sampleNow);
        QString text;
        if (window) {
            for (std::size_t day = 0; day < 7; ++day) {
                text += window->days.test(day) ? u'1' : u'0';
            }
            const auto time = [](std::chrono::minutes minutes) {
                return u"%1:%2"_s.arg(minutes.count() / 60, 2, 10, QChar(u'0'))
                    .arg(minutes.count() % 60, 2, 10, QChar(u'0'));
            };
            text += u" %1-%2"_s.arg(time(window->from), time(window->to));
        }
        QTEST(text, "window");
    }

    /// The first that can be a window gives the policy its zone, also if that is UTC.
    void oneZone()
    {
        std::vector<ImportedComponent> components(1);
        PolicyComponent &component = components[0].component;
        component.engine = PolicyComponent::Engine::Keda;
        component.minReplicas = 1;
        component.maxReplicas = 9;
        component.metrics = {
            PolicyPrometheusTrigger{.query = u"up"_s, .threshold = 1},
            PolicyCronTrigger{u"a"_s, u"UTC"_s, u"0 9 * * *"_s, u"0 10 * * *"_s, 3},
            PolicyCronTrigger{u"b"_s, u"Asia/Shanghai"_s, u"0 9 * * *"_s, u"0 10 * * *"_s, 3},
            PolicyCronTrigger{u"a"_s, u"UTC"_s, u"0 19 * * *"_s, u"0 20 * * *"_s, 4}};
        components[0].metricPaths = {u"0"_s, u"1"_s, u"2"_s, u"3"_s};
        Policy policy;
        std::vector<ImportNote> notes;
        importCronTriggers(policy, components, sampleNow, notes);
        QCOMPARE(policy.timezone, u"UTC"_s);
        QCOMPARE(component.metrics.size(), 2U);
        QCOMPARE(components[0].metricPaths, (QStringList{u"0"_s, u"2"_s}));
        QCOMPARE(component.windows.size(), 2U);
        QCOMPARE(component.windows[1].name, u"a (2)"_s);
        QCOMPARE(component.windows[1].bounds, (ScheduleBounds{4, std::nullopt}));
        QCOMPARE(notes.size(), 3U);
    }

    /// A policy's own cron trigger was meant as one.
    void oursStay()
    {
        std::vector<ImportedComponent> components(1);
        components[0].ours = true;
        components[0].component.metrics = {
            PolicyPrometheusTrigger{.query = u"up"_s, .threshold = 1},
            PolicyCronTrigger{u"a"_s, u"UTC"_s, u"0 9 * * *"_s, u"0 10 * * *"_s, 3}};
        Policy policy;
        std::vector<ImportNote> notes;
        importCronTriggers(policy, components, sampleNow, notes);
        QCOMPARE(components[0].component.metrics.size(), 2U);
        QVERIFY(notes.empty());
    }
};

QTEST_GUILESS_MAIN(TestImportCron)
#include "tst_importcron.moc"
