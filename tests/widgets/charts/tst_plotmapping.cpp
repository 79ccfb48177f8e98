// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plotmapping.h"

#include <QTest>

#include <cmath>

using namespace spillway;

class TestPlotMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void time_data()
    {
        QTest::addColumn<EpochMs>("time");
        QTest::addColumn<qreal>("x");
        QTest::newRow("left edge") << EpochMs{1000} << 50.0;
        QTest::newRow("middle") << EpochMs{2000} << 150.0;
        QTest::newRow("right edge") << EpochMs{3000} << 250.0;
        QTest::newRow("before the plot") << EpochMs{0} << -50.0;
        QTest::newRow("after the plot") << EpochMs{4000} << 350.0;
    }

    void time()
    {
        QFETCH(EpochMs, time);
        QFETCH(qreal, x);
        const PlotMapping mapping{QRectF{50, 10, 200, 100}, {1000, 3000}, {0, 10, false}};
        QCOMPARE(mapping.x(time), x);
        QCOMPARE(mapping.time(x), time);
    }

    void value_data()
    {
        QTest::addColumn<ValueRange>("values");
        QTest::addColumn<double>("value");
        QTest::addColumn<qreal>("y");
        QTest::newRow("bottom") << ValueRange{0, 10, false} << 0.0 << 110.0;
        QTest::newRow("top") << ValueRange{0, 10, false} << 10.0 << 10.0;
        QTest::newRow("middle") << ValueRange{0, 10, false} << 5.0 << 60.0;
        QTest::newRow("above the plot") << ValueRange{0, 10, false} << 15.0 << -40.0;
        QTest::newRow("negative axis") << ValueRange{-10, 10, false} << 0.0 << 60.0;
        QTest::newRow("log bottom") << ValueRange{1, 10000, true} << 1.0 << 110.0;
        QTest::newRow("log middle") << ValueRange{1, 10000, true} << 100.0 << 60.0;
        QTest::newRow("log top") << ValueRange{1, 10000, true} << 10000.0 << 10.0;
    }

    void value()
    {
        QFETCH(ValueRange, values);
        QFETCH(double, value);
        QFETCH(qreal, y);
        const PlotMapping mapping{QRectF{50, 10, 200, 100}, {1000, 3000}, values};
        QVERIFY(std::abs(mapping.y(value) - y) < 1e-9);
        QVERIFY(std::abs(mapping.value(y) - value) < 1e-6);
    }

    void whatALogAxisCannotShowIsFarBelow()
    {
        const PlotMapping mapping{QRectF{0, 0, 100, 100}, {0, 10}, {1, 100, true}};
        QVERIFY(mapping.y(0) > 10000);
        QVERIFY(mapping.y(-5) > 10000);
    }

    void degenerateInputIsHarmless()
    {
        const PlotMapping mapping{QRectF{0, 0, 0, 0}, {10, 10}, {5, 5, false}};
        QVERIFY(std::isfinite(mapping.x(10)));
        QVERIFY(std::isfinite(mapping.y(5)));
        QVERIFY(std::isfinite(mapping.value(3)));
        QCOMPARE(mapping.time(3), EpochMs{10});
    }
};

QTEST_GUILESS_MAIN(TestPlotMapping)
#include "tst_plotmapping.moc"
