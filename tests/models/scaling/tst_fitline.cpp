// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/fitline.h"
#include "scaling/timegrid.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// The same noise in every run, -1..1.
double noise(int i)
{
    const double x = std::sin(i * 12.9898) * 43758.5453;
    return 2 * (x - std::floor(x)) - 1;
}

struct Data
{
    std::vector<double> x;
    std::vector<double> y;
};

Data line(int count, double intercept, double slope, double spread)
{
    Data data;
    for (int i = 0; i < count; ++i) {
        data.x.push_back(i * 0.1);
        data.y.push_back(intercept + slope * data.x.back() + spread * noise(i));
    }
    return data;
}

} // namespace

class TestFitLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactLine()
    {
        const Data data = line(50, 2, 3, 0);
        const FittedLine fitted = fitLine(data.x, data.y);
        QVERIFY(std::abs(fitted.intercept - 2) < 1e-9);
        QVERIFY(std::abs(fitted.slope - 3) < 1e-9);
        QVERIFY(fitted.quality.r2 > 0.999999);
        QCOMPARE(fitted.quality.outliers, 0U);
    }

    void aQuarterOfWildPointsDoesNotMoveIt()
    {
        Data data = line(400, 2, 3, 0.5);
        for (std::size_t i = 0; i < data.y.size(); i += 4) {
            data.y[i] = 1000 + 10 * noise(static_cast<int>(i));
        }
        const FittedLine fitted = fitLine(data.x, data.y);
        QVERIFY(std::abs(fitted.intercept - 2) < 0.2);
        QVERIFY(std::abs(fitted.slope - 3) < 0.02);
        QCOMPARE(fitted.quality.outliers, 100U);
        QVERIFY(fitted.quality.r2 > 0.99);
    }

    void unknownPairsAreLeftOut()
    {
        Data data = line(60, 1, 1, 0);
        data.y[3] = unknown;
        data.x[4] = std::numeric_limits<double>::infinity();
        const FittedLine fitted = fitLine(data.x, data.y);
        QCOMPARE(fitted.quality.points, 58U);
        QVERIFY(std::abs(fitted.slope - 1) < 1e-9);
    }

    void tooLittleGivesAFlatLine()
    {
        QCOMPARE(fitLine({}, {}).slope, 0.0);
        const std::vector<double> same(30, 5.0);
        const Data data = line(30, 7, 0, 0);
        const FittedLine fitted = fitLine(same, data.y);
        QCOMPARE(fitted.slope, 0.0);
        QCOMPARE(fitted.intercept, 7.0);
    }

    void quantiles()
    {
        const std::vector<double> sorted{1, 2, 3, 4};
        QCOMPARE(quantileOfSorted(sorted, 0), 1.0);
        QCOMPARE(quantileOfSorted(sorted, 0.5), 2.5);
        QCOMPARE(quantileOfSorted(sorted, 1), 4.0);
        QVERIFY(std::isnan(quantileOfSorted({}, 0.5)));
        QCOMPARE(medianOf({5, 1, 3}), 3.0);
        QCOMPARE(medianOf({5, 1, 3, 4}), 3.5);
    }

    void gapsOnAGridAreUnknown()
    {
        Series series;
        series.times = {0, 15'000, 30'000, 90'000};
        series.values = {1, unknown, 3, 4};
        const TimeGrid grid{.from = 0, .count = 8};
        using namespace std::chrono_literals;
        const GridColumn column = onGrid(series, grid, 20s);
        QCOMPARE(column[0], 1.0);
        QVERIFY(std::isnan(column[1])); // the sample there is NaN: not the older one
        QCOMPARE(column[2], 3.0);
        QCOMPARE(column[3], 3.0); // 15 s old
        QVERIFY(std::isnan(column[4]));
        QCOMPARE(column[6], 4.0);
        QCOMPARE(knownShare(column), 5.0 / 8);
        QCOMPARE(grid.indexOf(29'999), 1U);
        QCOMPARE(grid.indexOf(-1), 8U);
        QCOMPARE(grid.indexOf(9'000'000), 8U);
    }
};

QTEST_APPLESS_MAIN(TestFitLine)
#include "tst_fitline.moc"
