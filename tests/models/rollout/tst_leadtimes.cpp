// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was measured changes all the time; what is planned only if something else does.
#include "livepicture.h"
#include "rollout/calendarfiles.h"
#include "rollout/leadtimes.h"

#include <QTemporaryDir>

using namespace spillway;
using namespace std::chrono_literals;

namespace {

using Times = QMap<QString, std::chrono::seconds>;

QByteArray policyUntil(const QByteArray &end)
{
    return webWith("      coldStart: {leadTime: measured}\n"
                   "      windows:\n        - {name: office, days: [Mon-Fri], from: \"09:00\", to: "
                   "\"" +
                   end + "\", min: 4}\n");
}

PlanInput inputOf(const QByteArray &policy, const Times &measured, const Times &said = {})
{
    PlanInput input;
    input.reading = parsePolicy(policy, u"policy.yaml"_s);
    input.context.measuredLeadTimes = measured;
    input.leadTimes = said;
    input.now = sampleNow;
    return input;
}

QJsonObject timelineIn(const CompiledPlan &plan)
{
    for (const Manifest &one : plan.compiled.manifests) {
        if (one.kind() == "ConfigMap"_L1) {
            return one.object;
        }
    }
    return {};
}

CompiledPlan compiledFor(const PlanInput &input, const QJsonObject &timeline)
{
    CompileOptions options;
    options.now = input.now;
    options.timelineStart = timelineStartOf(timeline);
    options.context = input.context;
    return compileForPlan(input, options, timeline);
}

QByteArray holidayOn(const QDate &day)
{
    const QByteArray text = day.toString(u"yyyyMMdd"_s).toUtf8();
    return "BEGIN:VEVENT\r\nUID:" + text +
           "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:" + text + "\r\nEND:VEVENT\r\n";
}

} // namespace

class TstLeadTimes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadTimes_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<Times>("measured");
        QTest::addColumn<Times>("said");
        QTest::addColumn<std::chrono::seconds>("used");
        QTest::addColumn<bool>("same");
        QTest::addColumn<QString>("finding"); // severity of the plan's finding
        const auto row = [](const char *name, const char *end, const Times &measured,
                            const Times &said, std::chrono::seconds used, bool same,
                            const QString &finding = {}) {
            QTest::newRow(name) << QByteArray{end} << measured << said << used << same << finding;
        };
        const QString web = u"web"_s;
        // The timeline in the cluster was made with 90 s and ends at 18:00.
        row("measured again", "18:00", {{web, 85s}}, {}, 90s, true);
        row("slower by now", "18:00", {{web, 200s}}, {}, 90s, true, u"warning"_s);
        row("faster by now", "18:00", {{web, 20s}}, {}, 90s, true, u"info"_s);
        row("not measured here", "18:00", {}, {}, 90s, true);
        row("of another component", "18:00", {{u"api"_s, 300s}}, {}, 90s, true);
        row("the user says", "18:00", {{web, 85s}}, {{web, 200s}}, 200s, false);
        row("the schedule changes", "19:00", {{web, 200s}}, {}, 200s, false);
        row("it changes, not measured", "19:00", {}, {}, 90s, false);
    }
    void leadTimes()
    {
        QFETCH(QByteArray, end);
        QFETCH(Times, measured);
        QFETCH(Times, said);
        QFETCH(std::chrono::seconds, used);
        QFETCH(bool, same);
        QFETCH(QString, finding);
        const CompiledPlan first =
            compiledFor(inputOf(policyUntil("18:00"), {{u"web"_s, 75s}}), {});
        const QJsonObject live = timelineIn(first);
        QCOMPARE(timelineLeadTimesOf(live), (Times{{u"web"_s, 90s}}));

        const CompiledPlan plan = compiledFor(inputOf(policyUntil(end), measured, said), live);
        QCOMPARE(plan.leadTimes.value(u"web"_s), used);
        QCOMPARE(timelineIn(plan) == live, same);
        QCOMPARE(!plan.kept.empty(), !finding.isEmpty());

        LivePicture picture(policyUntil(end));
        picture.input.context.measuredLeadTimes = measured;
        picture.input.leadTimes = said;
        picture.live.objects = {LivePicture::object(
            kube::Kind::ConfigMap, QJsonDocument(live).toJson(QJsonDocument::Compact))};
        picture.run();
        QCOMPARE(picture.ids().contains(u"lead-time-kept"_s), !finding.isEmpty());
        if (!finding.isEmpty()) {
            const PlanFinding found = picture.finding("lead-time-kept"_L1);
            QCOMPARE(found.severity == PlanFinding::Severity::Warning, finding == u"warning"_s);
            QVERIFY2(found.text.contains(u"1m30s"), qPrintable(found.text));
            QVERIFY(found.position.line > 0);
        }
    }

    /// Nobody has attached it yet, or another program wrote it.
    void noTimelineOfOurs()
    {
        const PlanInput input = inputOf(policyUntil("18:00"), {{u"web"_s, 130s}});
        for (const QJsonObject &live :
             {QJsonObject{},
              QJsonObject{{u"data"_s, QJsonObject{{u"settings"_s, u"leadTime.web\nleadTime.web=x\n"
                                                                  "leadTime.web=-5\nx=9"_s}}}}}) {
            const CompiledPlan plan = compiledFor(input, live);
            QCOMPARE(timelineLeadTimesOf(timelineIn(plan)), (Times{{u"web"_s, 150s}}));
        }
    }

    void fixedLeadTimesAreNotKept()
    {
        const PlanInput input =
            inputOf(policyUntil("18:00").replace("measured", "90s"), {{u"web"_s, 130s}});
        QVERIFY(timelineLeadTimesOf(timelineIn(compiledFor(input, {}))).isEmpty());
    }

    /// A timeline that began 150 days ago still has the holidays of then.
    void calendarsAreReadForAsLongAsATimelineIsKept()
    {
        const QTemporaryDir folder;
        const QDate today = QDateTime::fromMSecsSinceEpoch(sampleNow, Qt::UTC).date();
        QFile file(folder.filePath(u"days.ics"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" +
                   holidayOn(today.addDays(-150)) + holidayOn(today.addDays(399)) +
                   holidayOn(today.addDays(500)) + "END:VCALENDAR\r\n");
        file.close();
        Policy policy;
        policy.calendars = {{u"days.ics"_s}, {u"none.ics"_s}};
        const CalendarReading found =
            readCalendars(policy, folder.filePath(u"policy.yaml"_s), sampleNow);
        QCOMPARE(found.days.size(), std::size_t{2});
        QCOMPARE(found.days.front().first, today.addDays(-150));
        QCOMPARE(found.days.back().first, today.addDays(399));
        QCOMPARE(found.problems.size(), std::size_t{1});
        QVERIFY(found.problems.front().where.endsWith(u"none.ics"));
    }
};

QTEST_APPLESS_MAIN(TstLeadTimes)
#include "tst_leadtimes.moc"
