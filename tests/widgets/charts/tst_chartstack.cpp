// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartstack.h"

#include <QTest>

#include <cmath>

using namespace spillway;

namespace {

ChartSeries stacked(std::vector<EpochMs> times, std::vector<double> values)
{
    auto series = std::make_shared<Series>();
    series->times = std::move(times);
    series->values = std::move(values);
    ChartSeries one;
    one.data = std::move(series);
    one.style = TraceStyle::StackedArea;
    return one;
}

} // namespace

class TestChartStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsUpwards()
    {
        const ChartSeriesList list{stacked({1, 2}, {1, 2}), stacked({1, 2}, {10, 20}),
                                   stacked({1, 2}, {100, 200})};
        const auto drawn = stackSeries(list, {true, true, true});
        QCOMPARE(drawn[0]->values, (std::vector<double>{1, 2}));
        QCOMPARE(drawn[1]->values, (std::vector<double>{11, 22}));
        QCOMPARE(drawn[2]->values, (std::vector<double>{111, 222}));
    }

    void hiddenAndUnstackedSeriesAddNothing()
    {
        ChartSeriesList list{stacked({1}, {1}), stacked({1}, {10}), stacked({1}, {100})};
        list[0].style = TraceStyle::Line;
        const auto drawn = stackSeries(list, {true, false, true});
        QCOMPARE(drawn[0], list[0].data);
        QCOMPARE(drawn[1], list[1].data);
        QCOMPARE(drawn[2]->values, (std::vector<double>{100}));
    }

    void timesMayDiffer()
    {
        const ChartSeriesList list{stacked({1, 3, 5}, {1, 3, 5}), stacked({2, 3, 4}, {20, 30, 40}),
                                   stacked({1, 2, 3, 4, 5, 6}, {100, 100, 100, 100, 100, 100})};
        const auto drawn = stackSeries(list, {true, true, true});
        QCOMPARE(drawn[1]->times, (std::vector<EpochMs>{2, 3, 4}));
        QCOMPARE(drawn[1]->values, (std::vector<double>{20, 33, 40}));
        QCOMPARE(drawn[2]->values, (std::vector<double>{101, 120, 133, 140, 105, 100}));
    }

    void nanIsAGapInItsOwnSeriesOnly()
    {
        const ChartSeriesList list{stacked({1, 2}, {1, std::nan("")}), stacked({1, 2}, {10, 20})};
        const auto drawn = stackSeries(list, {true, true});
        QVERIFY(std::isnan(drawn[0]->values[1]));
        QCOMPARE(drawn[1]->values, (std::vector<double>{11, 20}));
    }

    void seriesWithoutDataAreAllowed()
    {
        ChartSeries none;
        none.style = TraceStyle::StackedArea;
        QVERIFY(stackSeries({none}, {true}).front() == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestChartStack)
#include "tst_chartstack.moc"
