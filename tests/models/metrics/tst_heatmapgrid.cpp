// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/heatmapgrid.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace spillway;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

SeriesPtr bucketSeries(std::string le, std::string pod, std::vector<EpochMs> times,
                       std::vector<double> values)
{
    auto series = std::make_shared<Series>();
    series->labels = {{"le", std::move(le)}, {"pod", std::move(pod)}};
    series->times = std::move(times);
    series->values = std::move(values);
    return series;
}

} // namespace

class TestHeatmapGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classicBecomesDifferences()
    {
        const HeatmapGrid grid = heatmapGrid({bucketSeries("0.5", "a", {0, 10}, {1, 4}),
                                              bucketSeries("1", "a", {0, 10}, {3, 3}),
                                              bucketSeries("+Inf", "a", {0, 10}, {3, 9})});
        QCOMPARE(grid.edges, (std::vector<double>{0, 0.5, 1, infinity}));
        QCOMPARE(grid.times, (std::vector<EpochMs>{0, 10}));
        // The second column falls from 4 to 3: no negative observations.
        QCOMPARE(grid.counts, (std::vector<double>{1, 2, 0, 4, 0, 5}));
        QCOMPARE(grid.maximum, 5.0);
    }

    void otherLabelsAreSummed()
    {
        const HeatmapGrid grid =
            heatmapGrid({bucketSeries("1", "a", {0}, {1}), bucketSeries("+Inf", "a", {0}, {1}),
                         bucketSeries("1", "b", {0}, {2}), bucketSeries("+Inf", "b", {0}, {4})});
        QCOMPARE(grid.counts, (std::vector<double>{3, 2}));
    }

    void nanIsNotZero()
    {
        const HeatmapGrid grid = heatmapGrid({bucketSeries("1", "a", {0, 1}, {std::nan(""), 2}),
                                              bucketSeries("+Inf", "a", {0, 1}, {3, 3})});
        QVERIFY(std::isnan(grid.count(0, 0)));
        QCOMPARE(grid.count(1, 0), 2.0);
        QCOMPARE(grid.maximum, 3.0);
    }

    void seriesWithoutBoundsGiveNothing()
    {
        auto series = std::make_shared<Series>();
        series->times = {0};
        series->values = {1};
        QVERIFY(heatmapGrid({series}).isEmpty());
        QVERIFY(heatmapGrid({}).isEmpty());
    }

    void nativeKeepsEveryObservation_data()
    {
        QTest::addColumn<int>("maxRows");
        QTest::newRow("as it is") << 1000;
        QTest::newRow("merged") << 12;
        QTest::newRow("one row") << 1;
    }

    void nativeKeepsEveryObservation()
    {
        QFETCH(int, maxRows);
        QRandomGenerator random{3};
        auto series = std::make_shared<Series>();
        double total = 0;
        for (int t = 0; t < 20; ++t) {
            HistogramSample sample{.time = t};
            sample.buckets.push_back({HistogramBucket::Bounds::BothClosed, -0.001, 0.001, 2});
            for (int b = 0; b < 40; ++b) {
                // Two schemas: the resolution changes in the middle of the range.
                const double schema = t < 10 ? 1 : 2;
                const double count = random.bounded(9);
                sample.buckets.push_back({HistogramBucket::Bounds::LeftOpen,
                                          std::exp2(b / schema - 4),
                                          std::exp2((b + 1) / schema - 4), count});
                total += count;
            }
            total += 2;
            series->histograms.push_back(std::move(sample));
        }
        const HeatmapGrid grid = heatmapGrid({series}, static_cast<std::size_t>(maxRows));
        QVERIFY(grid.rows() <= static_cast<std::size_t>(maxRows));
        const double sum = std::accumulate(grid.counts.begin(), grid.counts.end(), 0.0);
        QVERIFY(std::abs(sum - total) < 1e-6 * total);
    }

    void openBucketsKeepTheirRow()
    {
        auto series = std::make_shared<Series>();
        series->histograms = {{.time = 0,
                               .buckets = {{HistogramBucket::Bounds::BothClosed, -infinity, 0.3, 4},
                                           {HistogramBucket::Bounds::LeftOpen, 0.3, infinity, 1}}}};
        const HeatmapGrid grid = heatmapGrid({series});
        QCOMPARE(grid.edges, (std::vector<double>{-infinity, 0.3, infinity}));
        QCOMPARE(grid.counts, (std::vector<double>{4, 1}));
    }
};

QTEST_GUILESS_MAIN(TestHeatmapGrid)
#include "tst_heatmapgrid.moc"
