// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/samplewalker.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;

namespace {

const std::vector<ChartThreshold> noThresholds;
const SeriesMask oneVisible{true};

ChartSeries makeSeries(std::vector<EpochMs> times, std::vector<double> values)
{
    auto series = std::make_shared<Series>();
    series->times = std::move(times);
    series->values = std::move(values);
    ChartSeries one;
    one.data = std::move(series);
    return one;
}

} // namespace

class TestSampleWalker : public QObject
{
    Q_OBJECT

    using Move = SampleWalker::Move;

private Q_SLOTS:
    void nearest_data()
    {
        QTest::addColumn<EpochMs>("time");
        QTest::addColumn<std::size_t>("index");
        QTest::newRow("before") << EpochMs{-5} << std::size_t{0};
        QTest::newRow("on a sample") << EpochMs{20} << std::size_t{1};
        QTest::newRow("nearer to the left") << EpochMs{24} << std::size_t{1};
        QTest::newRow("half way goes left") << EpochMs{25} << std::size_t{1};
        QTest::newRow("nearer to the right") << EpochMs{26} << std::size_t{2};
        QTest::newRow("after") << EpochMs{999} << std::size_t{3};
    }

    void nearest()
    {
        QFETCH(EpochMs, time);
        QFETCH(std::size_t, index);
        const ChartSeries series = makeSeries({10, 20, 30, 40}, {1, 2, 3, 4});
        QCOMPARE(nearestSample(*series.data, time), std::optional{index});
        QVERIFY(!nearestSample(Series{}, time));
    }

    void walksSamplesInsideTheRange()
    {
        const ChartSeriesList list{makeSeries({10, 20, 30, 40, 50}, {1, 2, 3, 4, 5})};
        const SampleWalker::Context context{list, oneVisible, {20, 40}, 10, noThresholds};
        SampleWalker walker;
        QVERIFY(walker.move(Move::Left, context)); // enters at the last one shown
        QCOMPARE(walker.position()->sample, std::size_t{3});
        QVERIFY(!walker.move(Move::Right, context));
        QVERIFY(walker.move(Move::Left, context));
        QCOMPARE(walker.position()->sample, std::size_t{2});
        QVERIFY(walker.move(Move::First, context));
        QCOMPARE(walker.position()->sample, std::size_t{1});
        QVERIFY(!walker.move(Move::Left, context));
        QVERIFY(walker.move(Move::Last, context));
        QCOMPARE(walker.position()->sample, std::size_t{3});
    }

    void changesSeriesAtTheSameTime()
    {
        const ChartSeriesList list{makeSeries({10, 20, 30}, {1, 2, 3}),
                                   makeSeries({10, 20, 30}, {4, 5, 6}), ChartSeries{},
                                   makeSeries({20, 30}, {7, 8})};
        const SeriesMask visible{true, false, true, true};
        const SampleWalker::Context context{list, visible, {0, 100}, 10, noThresholds};
        SampleWalker walker;
        walker.setPosition(SamplePosition{0, 1});
        QVERIFY(walker.move(Move::Down, context)); // over the hidden and the empty one
        QCOMPARE(*walker.position(), (SamplePosition{3, 0}));
        QVERIFY(walker.move(Move::Up, context));
        QCOMPARE(*walker.position(), (SamplePosition{0, 1}));
    }

    void anomaliesAreFound()
    {
        ChartSeries series =
            makeSeries({0, 10, 20, 30, 70, 80, 90, 100}, {1, 2, std::nan(""), 3, 4, 12, 11, 2});
        const std::vector<ChartThreshold> thresholds{{10, ThresholdLevel::Critical, {}}};
        QCOMPARE(anomalies(series, 10, thresholds), (std::vector<std::size_t>{2, 4, 5, 7}));
        series.counter = true;
        QCOMPARE(anomalies(series, 10, {}), (std::vector<std::size_t>{2, 4, 6, 7}));
    }

    void excursionsAreFound()
    {
        std::vector<EpochMs> times;
        std::vector<double> values;
        for (int i = 0; i < 200; ++i) {
            times.push_back(i * 10);
            values.push_back(i == 120 || i == 121 ? 50 : i % 2);
        }
        QCOMPARE(anomalies(makeSeries(times, values), 10, {}), (std::vector<std::size_t>{120}));
    }

    void jumpsBetweenAnomalies()
    {
        const ChartSeriesList list{
            makeSeries({0, 10, 20, 30, 40}, {1, std::nan(""), 1, std::nan(""), 1})};
        const SampleWalker::Context context{list, oneVisible, {0, 100}, 10, noThresholds};
        SampleWalker walker;
        walker.setPosition(SamplePosition{0, 0});
        QVERIFY(walker.move(Move::NextAnomaly, context));
        QCOMPARE(walker.position()->sample, std::size_t{1});
        QVERIFY(walker.move(Move::NextAnomaly, context));
        QCOMPARE(walker.position()->sample, std::size_t{3});
        QVERIFY(!walker.move(Move::NextAnomaly, context));
        QVERIFY(walker.move(Move::PreviousAnomaly, context));
        QCOMPARE(walker.position()->sample, std::size_t{1});
    }

    void rebaseKeepsTheTime()
    {
        const ChartSeriesList list{makeSeries({30, 40, 50}, {1, 2, 3})};
        const SampleWalker::Context context{list, oneVisible, {0, 100}, 10, noThresholds};
        SampleWalker walker;
        walker.setPosition(SamplePosition{0, 40});
        walker.rebase(context, 41);
        QCOMPARE(*walker.position(), (SamplePosition{0, 1}));
        walker.setPosition(SamplePosition{7, 0});
        walker.rebase(context, 41);
        QVERIFY(!walker.position());
    }

    void nothingToWalk()
    {
        SampleWalker walker;
        const ChartSeriesList none;
        const SeriesMask noMask;
        const SampleWalker::Context context{none, noMask, {0, 100}, 10, noThresholds};
        for (const Move move : {Move::Left, Move::Right, Move::First, Move::Last, Move::Up,
                                Move::Down, Move::NextAnomaly, Move::PreviousAnomaly}) {
            QVERIFY(!walker.move(move, context));
        }
    }
};

QTEST_GUILESS_MAIN(TestSampleWalker)
#include "tst_samplewalker.moc"
