// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/fitreport.h"

#include <QTest>

#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs start = 1'793'001'600'000; // 2026-10-26T08:00:00Z

/// "00:15-00:45 throttled | ..." after 08 h.
QString spoken(const QJsonArray &stretches)
{
    QStringList parts;
    for (const QJsonValue &one : stretches) {
        QStringList reasons;
        const QJsonArray all = one[u"reasons"_s].toArray();
        for (const QJsonValue &reason : all) {
            reasons << reason.toString();
        }
        parts << one[u"from"_s].toString().mid(14, 5) + u'-' + one[u"to"_s].toString().mid(14, 5) +
                     u' ' + reasons.join(u'+');
    }
    return parts.join(u" | "_s);
}

PipelinePart part(const QString &name, std::vector<std::uint8_t> marks)
{
    PipelinePart made;
    made.name = name;
    made.fit.marks = std::move(marks);
    made.fit.fitShare = 0.5;
    made.fit.model.requestsPerReplica = 123.4;
    made.fit.cores = {.points = 40, .outliers = 1, .r2 = 0.983, .relativeError = 0.031};
    return made;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<std::uint8_t>)

class TestFitReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksBecomeStretches_data()
    {
        using Marks = std::vector<std::uint8_t>;
        QTest::addColumn<Marks>("marks");
        QTest::addColumn<QString>("stretches");
        QTest::newRow("nothing recorded") << Marks{} << QString();
        QTest::newRow("all fit") << Marks{Fit, Fit} << QString();
        QTest::newRow("one stretch")
            << Marks{Fit, UnfitThrottled, UnfitThrottled, Fit} << u"00:15-00:45 throttled"_s;
        QTest::newRow("up to the end") << Marks{Fit, Fit, UnfitGap} << u"00:30-00:45 gap"_s;
        QTest::newRow("another reason is another stretch")
            << Marks{UnfitAtMaximum, UnfitAtMaximum | UnfitBreaker}
            << u"00:00-00:15 at_maximum | 00:15-00:30 at_maximum+breaker_open"_s;
        QTest::newRow("marks beyond the grid have no time")
            << Marks{Fit, Fit, Fit, Fit, Fit, UnfitGap} << QString();
    }

    void marksBecomeStretches()
    {
        QFETCH(std::vector<std::uint8_t>, marks);
        const TimeGrid grid{.from = start, .count = 5};
        QTEST(spoken(unfitPeriodsJson(marks, grid)), "stretches");
    }

    void aStepWithTwoMarksCountsForBoth()
    {
        const QJsonObject shares =
            unfitJson({Fit, UnfitAtMaximum, UnfitAtMaximum | UnfitThrottled, Fit});
        QCOMPARE(shares[u"at_maximum"_s].toDouble(), 0.5);
        QCOMPARE(shares[u"throttled"_s].toDouble(), 0.25);
        QCOMPARE(shares[u"gap"_s].toDouble(), 0.0);
        QCOMPARE(unfitJson({})[u"gap"_s].toDouble(), 0.0);
    }

    void whatIsNotANumberIsNull()
    {
        ServiceFit fit;
        fit.latency.r2 = std::numeric_limits<double>::quiet_NaN();
        const QJsonObject json = fitJson(fit);
        QVERIFY(json[u"latency"_s][u"r2"_s].isNull());
        QVERIFY(!json.contains(u"cold_start_pods"_s));
        fit.model.coldStart = ColdStart({10, 20, 30});
        QCOMPARE(fitJson(fit)[u"cold_start_p50_seconds"_s].toDouble(), 20.0);
        QCOMPARE(fitJson(fit)[u"cold_start_pods"_s].toInt(), 3);
    }

    void theTableSaysWhatFollowsTheRecord()
    {
        PipelinePart one = part(u"rag-worker"_s, {Fit, UnfitThrottled, UnfitGap, Fit});
        one.fit.model.coldStart = ColdStart({40});
        const QByteArray text = fitText({one});
        QVERIFY2(text.contains("rag-worker"), text.constData());
        QVERIFY2(text.contains("123.4"), text.constData());
        QVERIFY2(text.contains("0.98 (±3.1 %)"), text.constData());
        QVERIFY2(text.contains("40 / 40 s of 1 pods"), text.constData());
        QVERIFY2(text.contains("not recorded 25.0 %, throttled 25.0 %"), text.constData());
    }

    void theCalibrationIsSaidByComponentAndPeriod()
    {
        const TimeGrid grid{.from = start, .count = 8};
        ComponentCalibration rag{.name = u"rag-worker"_s, .known = true};
        rag.calibration = calibrate({4, 4, 4, 4, 6, 6, 6, 6}, {4, 4, 5, 5, 6, 6, 6, 6},
                                    {Fit, Fit, Fit, UnfitThrottled, Fit, Fit, Fit, Fit}, grid,
                                    std::chrono::minutes(1));
        ComponentCalibration llm{.name = u"llm-consumer"_s, .known = true};
        llm.calibration =
            calibrate({2, 2, 2, 2, 2, 2, 2, 2}, {2, 2, 2, 2}, {}, grid, std::chrono::minutes(1));
        const QByteArray text =
            calibrationText({rag, llm, {.name = u"unrecorded"_s, .known = false}}, grid);
        const QList<QByteArray> lines = text.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY2(!text.contains("unrecorded"), text.constData());
        // 1 of 13 replicas was not met; a quarter of the first minute does not count.
        QVERIFY2(lines[1].startsWith("2026-10-26T08:00:00Z") &&
                     lines[1].contains("0.923 (throttled 25.0 %)"),
                 text.constData());
        QVERIFY2(lines[2].contains("1.000") && lines[2].contains("unknown (not recorded 100.0 %)"),
                 text.constData());
        QVERIFY2(lines[3].startsWith("all") && lines[3].contains("0.973 (throttled 12.5 %)") &&
                     lines[3].contains("1.000 (not recorded 50.0 %)"),
                 text.constData());
        QCOMPARE(
            unfitJson(marksOf(rag.calibration, grid, rag.calibration.periods[0]))[u"throttled"_s]
                .toDouble(),
            0.25);
        QCOMPARE(calibrationText({{.name = u"unrecorded"_s, .known = false}}, grid), QByteArray());
    }

    void withoutARecordThereIsNoTable()
    {
        PipelinePart nothing;
        nothing.fit.marks = {UnfitGap};
        QCOMPARE(fitText({nothing}), QByteArray());
        QCOMPARE(fitText({}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestFitReport)
#include "tst_fitreport.moc"
