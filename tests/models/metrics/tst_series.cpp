// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/series.h"

#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalizeSortsAndKeepsTheLast()
    {
        Series series;
        series.times = {30, 10, 20, 20};
        series.values = {3, 1, 2, 4};
        series.histograms = {
            {.time = 50, .count = 1}, {.time = 40, .count = 2}, {.time = 40, .count = 3}};
        series.normalize();
        QCOMPARE(series.times, (std::vector<EpochMs>{10, 20, 30}));
        QCOMPARE(series.values, (std::vector<double>{1, 4, 3}));
        QCOMPARE(series.histograms.size(), std::size_t{2});
        QCOMPARE(series.histograms.front().count, 3.0);
    }

    void nanEqualsItself()
    {
        Series a;
        a.times = {1};
        a.values = {std::nan("")};
        Series b = a;
        QVERIFY(a.sameData(b));
        b.values[0] = 0;
        QVERIFY(!a.sameData(b));
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
