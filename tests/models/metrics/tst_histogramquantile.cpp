// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/histogramquantile.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
using Buckets = std::vector<ClassicBucket>;

bool same(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b ||
           std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

HistogramSample sample(std::vector<HistogramBucket> buckets, double sum = 1)
{
    HistogramSample histogram{.sum = sum, .buckets = std::move(buckets)};
    for (const HistogramBucket &bucket : histogram.buckets) {
        histogram.count += bucket.count;
    }
    return histogram;
}

HistogramBucket bucket(double lower, double upper, double count)
{
    return {HistogramBucket::Bounds::LeftOpen, lower, upper, count};
}

SeriesPtr bucketSeries(std::string le, std::string job, std::vector<double> values)
{
    auto series = std::make_shared<Series>();
    series->labels = {{"__name__", "d_bucket"}, {"le", std::move(le)}, {"job", std::move(job)}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        series->times.push_back(static_cast<EpochMs>(1000 * i));
    }
    series->values = std::move(values);
    return series;
}

} // namespace

Q_DECLARE_METATYPE(Buckets)
Q_DECLARE_METATYPE(HistogramSample)

class TestHistogramQuantile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The expected values are those of promql/promqltest/testdata/histograms.test.
    void classic_data()
    {
        QTest::addColumn<Buckets>("buckets");
        QTest::addColumn<double>("quantile");
        QTest::addColumn<double>("expected");
        const Buckets positive{{0.1, 5}, {0.2, 7}, {1, 11}, {infinity, 12}};
        const Buckets negative{{-0.2, 1}, {-0.1, 2}, {0.3, 2}, {infinity, 3}};
        const Buckets falling{{0.1, 2}, {1, 1}, {10, 5}, {100, 4}, {1000, 9}, {infinity, 8}};
        QTest::newRow("below 0") << positive << -0.1 << -infinity;
        QTest::newRow("above 1") << positive << 1.01 << infinity;
        QTest::newRow("NaN") << positive << notANumber << notANumber;
        QTest::newRow("0") << positive << 0.0 << 0.0;
        QTest::newRow("0.2") << positive << 0.2 << 0.048;
        QTest::newRow("0.5") << positive << 0.5 << 0.15;
        QTest::newRow("0.8") << positive << 0.8 << 0.72;
        QTest::newRow("1 is the last finite bound") << positive << 1.0 << 1.0;
        QTest::newRow("negative 0.2") << negative << 0.2 << -0.2;
        QTest::newRow("negative 0.5") << negative << 0.5 << -0.15;
        QTest::newRow("negative 0.8") << negative << 0.8 << 0.3;
        QTest::newRow("not monotonic 0.01") << falling << 0.01 << 0.0045;
        QTest::newRow("not monotonic 0.5") << falling << 0.5 << 8.5;
        QTest::newRow("not monotonic 0.99") << falling << 0.99 << 979.75;
        QTest::newRow("in any order")
            << Buckets{{infinity, 12}, {0.2, 7}, {1, 11}, {0.1, 5}} << 0.5 << 0.15;
        QTest::newRow("equal bounds are added")
            << Buckets{{0.1, 3}, {0.1, 2}, {0.2, 7}, {1, 11}, {infinity, 12}} << 0.5 << 0.15;
        QTest::newRow("float noise is no fall")
            << Buckets{{1, 10}, {2, 10 * (1 + 1e-15)}, {3, 10}, {infinity, 10}} << 0.99 << 0.99;
        QTest::newRow("no +Inf") << Buckets{{0.1, 5}, {0.2, 7}} << 0.5 << notANumber;
        QTest::newRow("only +Inf") << Buckets{{infinity, 5}} << 0.5 << notANumber;
        QTest::newRow("no buckets") << Buckets{} << 0.5 << notANumber;
        QTest::newRow("no observations") << Buckets{{1, 0}, {infinity, 0}} << 0.5 << notANumber;
    }

    void classic()
    {
        QFETCH(Buckets, buckets);
        QFETCH(double, quantile);
        QFETCH(double, expected);
        const double value = classicQuantile(quantile, buckets);
        QVERIFY2(same(value, expected), qPrintable(QString::number(value)));
    }

    void native_data()
    {
        QTest::addColumn<HistogramSample>("histogram");
        QTest::addColumn<double>("quantile");
        QTest::addColumn<double>("expected");
        const HistogramSample schema0 =
            sample({bucket(0.5, 1, 1), bucket(1, 2, 2), bucket(2, 4, 1)});
        QTest::newRow("below 0") << schema0 << -1.0 << -infinity;
        QTest::newRow("above 1") << schema0 << 1.1 << infinity;
        QTest::newRow("1") << schema0 << 1.0 << 4.0;
        QTest::newRow("exponential median") << schema0 << 0.5 << std::sqrt(2.0);
        QTest::newRow("exponential 0.2") << schema0 << 0.2 << 0.5 * std::exp2(0.8);
        QTest::newRow("empty") << sample({}) << 0.5 << notANumber;
        const HistogramSample mirrored =
            sample({bucket(-4, -2, 1), bucket(-2, -1, 2), bucket(-1, -0.5, 1)});
        QTest::newRow("negative median") << mirrored << 0.5 << -std::sqrt(2.0);
        const HistogramSample zero = sample({bucket(-0.001, 0.001, 2), bucket(1, 2, 2)});
        QTest::newRow("zero bucket is linear from 0") << zero << 0.25 << 0.0005;
        QTest::newRow("zero bucket to both sides")
            << sample({bucket(-2, -1, 1), bucket(-0.5, 0.5, 2), bucket(1, 2, 1)}) << 0.5 << 0.0;
        const HistogramSample custom =
            sample({bucket(-infinity, 0.3, 4), bucket(0.3, 1, 4), bucket(1, infinity, 2)});
        QTest::newRow("custom, first from 0") << custom << 0.2 << 0.15;
        QTest::newRow("custom is linear") << custom << 0.6 << 0.65;
        QTest::newRow("custom overflow is its bound") << custom << 0.95 << 1.0;
        HistogramSample withNan = sample({bucket(1, 2, 2)}, notANumber);
        withNan.count = 4; // two NaN observations are in no bucket
        QTest::newRow("in the NaN observations") << withNan << 0.9 << notANumber;
        QTest::newRow("before the NaN observations") << withNan << 0.25 << std::sqrt(2.0);
    }

    void native()
    {
        QFETCH(HistogramSample, histogram);
        QFETCH(double, quantile);
        QFETCH(double, expected);
        const double value = nativeQuantile(quantile, histogram);
        QVERIFY2(same(value, expected), qPrintable(QString::number(value)));
    }

    void quantilesNeverFall()
    {
        QRandomGenerator random{7};
        for (int round = 0; round < 200; ++round) {
            Buckets buckets;
            std::vector<HistogramBucket> native;
            double count = 0;
            for (int i = 0; i < 10; ++i) {
                const double observed = random.bounded(20);
                count += observed;
                buckets.push_back({std::exp2(i), count});
                native.push_back(bucket(std::exp2(i - 1), std::exp2(i), observed));
            }
            buckets.push_back({infinity, count});
            const HistogramSample histogram = sample(native);
            double lastClassic = -infinity;
            double lastNative = -infinity;
            for (int q = 0; q <= 100; ++q) {
                const double c = classicQuantile(q / 100.0, buckets);
                const double n = nativeQuantile(q / 100.0, histogram);
                QVERIFY(!(c < lastClassic - 1e-9) && !(n < lastNative - 1e-9));
                lastClassic = c;
                lastNative = n;
            }
        }
    }

    void bound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("expected"); // NaN = none
        QTest::newRow("+Inf") << QByteArray{"+Inf"} << infinity;
        QTest::newRow("1.0") << QByteArray{"1.0"} << 1.0;
        QTest::newRow("exponent") << QByteArray{"1e-05"} << 1e-5;
        QTest::newRow("negative") << QByteArray{"-2.5"} << -2.5;
        QTest::newRow("empty") << QByteArray{} << notANumber;
        QTest::newRow("text") << QByteArray{"<b>1</b>"} << notANumber;
        QTest::newRow("tail") << QByteArray{"1s"} << notANumber;
        QTest::newRow("NaN") << QByteArray{"NaN"} << notANumber;
    }

    void bound()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, expected);
        QVERIFY(same(bucketBound({{"le", text.toStdString()}}).value_or(notANumber), expected));
    }

    void seriesByLabels()
    {
        auto native = std::make_shared<Series>();
        native->labels = {{"__name__", "d"}, {"job", "b"}};
        HistogramSample late = sample({bucket(1, 2, 4)});
        late.time = 2000;
        native->histograms = {late};
        const SeriesList result =
            quantileSeries({bucketSeries("1.0", "a", {2, 0}), bucketSeries("+Inf", "a", {2, 0}),
                            bucketSeries("1", "b", {4}), bucketSeries("+Inf", "b", {4}), native},
                           0.5);
        QCOMPARE(result.size(), std::size_t{2});
        QCOMPARE(result[0]->labels, (LabelSet{{"job", "a"}}));
        QCOMPARE(result[0]->values.at(0), 0.5);
        QVERIFY(std::isnan(result[0]->values.at(1)));
        // b changed its kind of histogram on the way.
        QCOMPARE(result[1]->times, (std::vector<EpochMs>{0, 2000}));
        QVERIFY(same(result[1]->values.at(1), std::sqrt(2.0)));
    }
};

QTEST_GUILESS_MAIN(TestHistogramQuantile)
#include "tst_histogramquantile.moc"
