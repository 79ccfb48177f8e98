// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/histogramlines.h"
#include "metrics/histogramquantile.h"

#include <QTest>

#include <cmath>

using namespace spillway;

namespace {

HistogramSample sampleAt(EpochMs time, double low, double high)
{
    HistogramSample sample{.time = time, .count = low + high, .sum = 3};
    sample.buckets = {{HistogramBucket::Bounds::LeftOpen, 1, 2, low},
                      {HistogramBucket::Bounds::LeftOpen, 2, 4, high}};
    return sample;
}

SeriesPtr histogram(const std::string &job)
{
    auto series = std::make_shared<Series>();
    series->labels = LabelSet{{"job", job}};
    series->histograms = {sampleAt(0, 2, 2), sampleAt(1000, 0, 0), sampleAt(2000, 1, 19)};
    return series;
}

SeriesPtr numbers()
{
    auto series = std::make_shared<Series>();
    series->times = {0, 1000};
    series->values = {7, 8};
    return series;
}

} // namespace

class TestHistogramLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachHistogramIsTwoLines()
    {
        const SeriesList lines = histogramLines({histogram("a"), numbers(), histogram("b")}, 10);
        QCOMPARE(lines.size(), std::size_t{5});
        const auto quantileOf = [&](std::size_t i) {
            return lines[i]->labels.value(quantileLabel);
        };
        QVERIFY(quantileOf(0) == "p50" && quantileOf(1) == "p95");
        QVERIFY(quantileOf(2).empty() && quantileOf(3) == "p50" && quantileOf(4) == "p95");
        QVERIFY(lines[0]->labels.value("job") == "a" && lines[4]->labels.value("job") == "b");
        QCOMPARE(lines[0]->times, (std::vector<EpochMs>{0, 1000, 2000}));
        QCOMPARE(lines[0]->values[0], 2.0);
        QVERIFY(std::isnan(lines[0]->values[1])); // nothing was observed
        const HistogramSample last = sampleAt(2000, 1, 19);
        QCOMPARE(lines[0]->values[2], nativeQuantile(0.5, last));
        QCOMPARE(lines[1]->values[2], nativeQuantile(0.95, last));
    }

    void numbersStayAsTheyAre()
    {
        const SeriesPtr plain = numbers();
        QCOMPARE(histogramCount({plain, histogram("a")}), std::size_t{1});
        QCOMPARE(histogramLines({plain}, 10), SeriesList{plain});
        // A change of type within the range: both are drawn.
        auto mixed = std::make_shared<Series>(*histogram("a"));
        mixed->times = {3000};
        mixed->values = {5};
        const SeriesList lines = histogramLines({mixed}, 10);
        QCOMPARE(lines.size(), std::size_t{3});
        QCOMPARE(lines[0]->values, std::vector<double>{5});
        QVERIFY(lines[0]->histograms.empty());
    }

    void onlySoManyAreComputed()
    {
        const SeriesList all{histogram("a"), histogram("b"), numbers(), histogram("c")};
        const SeriesList lines = histogramLines(all, 2);
        QCOMPARE(lines.size(), std::size_t{5});
        QCOMPARE(lines[4]->size(), std::size_t{2}); // numbers are never left out
    }
};

QTEST_GUILESS_MAIN(TestHistogramLines)
#include "tst_histogramlines.moc"
