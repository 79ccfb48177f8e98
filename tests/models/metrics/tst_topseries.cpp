// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/topseries.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>
#include <map>

using namespace spillway;

namespace {

SeriesPtr line(std::string name, std::vector<EpochMs> times, std::vector<double> values)
{
    auto series = std::make_shared<Series>();
    series->labels = {{"n", std::move(name)}};
    series->times = std::move(times);
    series->values = std::move(values);
    return series;
}

} // namespace

class TestTopSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranksOverTheWholeWindow()
    {
        // c is the largest at one time only.
        const TopSeries top =
            topSeries({line("a", {0, 1, 2}, {1, 1, 1}), line("b", {0, 1, 2}, {5, 5, 5}),
                       line("c", {0, 1, 2}, {0, 9, 0})},
                      2);
        QCOMPARE(top.top.size(), std::size_t{2});
        QCOMPARE(top.top[0]->labels.value("n"), std::string_view{"b"});
        QCOMPARE(top.top[1]->labels.value("n"), std::string_view{"c"});
        QCOMPARE(top.restCount, std::size_t{1});
        QCOMPARE(top.rest->values, (std::vector<double>{1, 1, 1}));
    }

    void restIsOverTheUnionOfTimes()
    {
        const TopSeries top = topSeries({line("a", {0, 1}, {100, 100}), line("b", {0, 2}, {1, 2}),
                                         line("c", {0, 1}, {3, std::nan("")})},
                                        1);
        QCOMPARE(top.rest->times, (std::vector<EpochMs>{0, 1, 2}));
        QCOMPARE(top.rest->values[0], 4.0);
        QVERIFY(std::isnan(top.rest->values[1]));
        QCOMPARE(top.rest->values[2], 2.0);
    }

    void noRestWithoutOthers()
    {
        const SeriesList two{line("a", {0}, {1}), line("b", {0}, {2})};
        QVERIFY(!topSeries(two, 2).rest);
        QVERIFY(!topSeries(two, 0).rest);
        QCOMPARE(topSeries(two, 0).top, two);
        QVERIFY(topSeries({}, 3).top.empty());
    }

    void infinityIsLargest()
    {
        const TopSeries top = topSeries(
            {line("a", {0}, {1e300}), line("b", {0}, {std::numeric_limits<double>::infinity()})},
            1);
        QCOMPARE(top.top[0]->labels.value("n"), std::string_view{"b"});
    }

    void nothingIsLost()
    {
        QRandomGenerator random{11};
        for (int round = 0; round < 50; ++round) {
            SeriesList all;
            std::map<EpochMs, double> before;
            for (int i = 0; i < 9; ++i) {
                auto series = std::make_shared<Series>();
                series->labels = {{"n", std::to_string(i)}};
                for (EpochMs t = 0; t < 20; ++t) {
                    if (random.bounded(3) > 0) {
                        series->times.push_back(t);
                        series->values.push_back(random.bounded(100));
                        before[t] += series->values.back();
                    }
                }
                all.push_back(series);
            }
            const TopSeries top = topSeries(all, 4);
            SeriesList parts = top.top;
            parts.push_back(top.rest);
            std::map<EpochMs, double> after;
            for (const SeriesPtr &part : parts) {
                for (std::size_t i = 0; i < part->size(); ++i) {
                    after[part->times[i]] += part->values[i];
                }
            }
            QVERIFY(before == after);
            // The order the server sends them in does not matter.
            std::reverse(all.begin(), all.end());
            QCOMPARE(topSeries(all, 4).top, top.top);
        }
    }
};

QTEST_GUILESS_MAIN(TestTopSeries)
#include "tst_topseries.moc"
