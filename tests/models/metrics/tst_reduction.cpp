// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/reduction.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
using Values = std::vector<double>;

bool same(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b;
}

} // namespace

Q_DECLARE_METATYPE(Values)
Q_DECLARE_METATYPE(Reduction)

class TestReduction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reduces_data()
    {
        QTest::addColumn<Values>("values");
        QTest::addColumn<Reduction>("how");
        QTest::addColumn<double>("expected");
        QTest::addColumn<int>("notNumbers");
        const Values plain{3, 1, 2};
        QTest::newRow("last") << plain << Reduction::Last << 2.0 << 0;
        QTest::newRow("mean") << plain << Reduction::Mean << 2.0 << 0;
        QTest::newRow("max") << plain << Reduction::Max << 3.0 << 0;
        QTest::newRow("min") << plain << Reduction::Min << 1.0 << 0;
        QTest::newRow("sum") << plain << Reduction::Sum << 6.0 << 0;
        QTest::newRow("last NaN stays")
            << Values{1, notANumber} << Reduction::Last << notANumber << 0;
        QTest::newRow("mean counts NaN") << Values{notANumber, 4, 2} << Reduction::Mean << 3.0 << 1;
        QTest::newRow("only NaN") << Values{notANumber, notANumber} << Reduction::Sum << notANumber
                                  << 2;
        QTest::newRow("infinity takes part")
            << Values{1, infinity} << Reduction::Max << infinity << 0;
        QTest::newRow("opposite infinities")
            << Values{-infinity, infinity} << Reduction::Sum << notANumber << 0;
        QTest::newRow("negative max") << Values{-3, -1} << Reduction::Max << -1.0 << 0;
    }

    void reduces()
    {
        QFETCH(Values, values);
        QFETCH(Reduction, how);
        QFETCH(double, expected);
        QFETCH(int, notNumbers);
        Series series;
        series.values = values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            series.times.push_back(static_cast<EpochMs>(i));
        }
        const auto reduced = reduce(series, how);
        QVERIFY(reduced);
        QVERIFY2(same(reduced->value, expected), qPrintable(QString::number(reduced->value)));
        QCOMPARE(reduced->notNumbers, static_cast<std::size_t>(notNumbers));
    }

    void nothingIsNotZero() { QVERIFY(!reduce(Series{}, Reduction::Sum)); }

    void extremesKnowTheirTime()
    {
        Series series;
        series.times = {10, 20, 30};
        series.values = {1, 9, 2};
        QCOMPARE(reduce(series, Reduction::Max)->time, EpochMs{20});
        QCOMPARE(reduce(series, Reduction::Min)->time, EpochMs{10});
        QCOMPARE(reduce(series, Reduction::Last)->time, EpochMs{30});
    }

    void changes()
    {
        QCOMPARE(changeOf(150, 100).ratio, 0.5);
        QCOMPARE(changeOf(-50, -100).ratio, 0.5);
        QCOMPARE(changeOf(5, 0).kind, Change::Kind::FromZero);
        QVERIFY(std::isnan(changeOf(5, 0).ratio));
        QCOMPARE(changeOf(0, 0).kind, Change::Kind::BothZero);
        QCOMPARE(changeOf(0, 4).ratio, -1.0);
        QCOMPARE(changeOf(notANumber, 1).kind, Change::Kind::NotNumbers);
        QCOMPARE(changeOf(1, infinity).kind, Change::Kind::NotNumbers);
    }
};

QTEST_GUILESS_MAIN(TestReduction)
#include "tst_reduction.moc"
