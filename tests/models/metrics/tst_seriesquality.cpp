// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesquality.h"

#include <QTest>

#include <cmath>

using namespace spillway;
using namespace std::chrono_literals;

namespace {

Series line(std::vector<EpochMs> times, std::vector<double> values = {})
{
    Series series;
    values.resize(times.size());
    series.times = std::move(times);
    series.values = std::move(values);
    return series;
}

} // namespace

class TestSeriesQuality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapIsMoreThanOneAndAHalfSteps()
    {
        QVERIFY(gaps(line({0, 1000, 2500}), 1s).empty());
        QCOMPARE(gaps(line({0, 1000, 2501, 3500}), 1s), (std::vector<TimeRange>{{1000, 2501}}));
        QVERIFY(gaps(line({}), 1s).empty());
    }

    void histogramsFillGaps()
    {
        Series series = line({0, 2000});
        QCOMPARE(gaps(series, 1s).size(), std::size_t{1});
        series.histograms = {{.time = 1000}};
        QVERIFY(gaps(series, 1s).empty());
    }

    void ageIsOfTheNewestSample()
    {
        QVERIFY(!age(line({}), 5000));
        QCOMPARE(age(line({0, 2000}), 5000).value(), 3000ms);
        QCOMPARE(age(line({0, 9000}), 5000).value(), 0ms);
        Series series = line({0});
        series.histograms = {{.time = 4000}};
        QCOMPARE(age(series, 5000).value(), 1000ms);
    }

    void endsEarlyAfterOneAndAHalfSteps()
    {
        QVERIFY(!endsEarly(line({8500}), {0, 10000}, 1s));
        QVERIFY(endsEarly(line({8499}), {0, 10000}, 1s));
        QVERIFY(!endsEarly(line({}), {0, 10000}, 1s));
    }

    void resets()
    {
        const double notANumber = std::nan("");
        QCOMPARE(counterResets(line({0, 1, 2, 3, 4}, {5, 6, notANumber, 2, 3})),
                 (std::vector<std::size_t>{3}));
        QVERIFY(counterResets(line({0, 1}, {1, 1})).empty());
    }
};

QTEST_GUILESS_MAIN(TestSeriesQuality)
#include "tst_seriesquality.moc"
