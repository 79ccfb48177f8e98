// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/pixelreduce.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const double notANumber = std::nan("");

struct Samples
{
    std::vector<EpochMs> times;
    std::vector<double> values;
};

/// The definition, one sample after the other.
struct Expected
{
    double first = 0;
    double min = infinity;
    double max = -infinity;
    double last = 0;
    int count = 0;
    std::uint8_t marks = 0;
};

std::map<int, Expected> bruteForce(const Samples &samples, const ReduceOptions &options)
{
    std::map<int, Expected> columns;
    const EpochMs length = options.range.to - options.range.from;
    for (std::size_t i = 0; i < samples.times.size(); ++i) {
        if (!options.range.contains(samples.times[i])) {
            continue;
        }
        const EpochMs offset = samples.times[i] - options.range.from;
        const auto x =
            static_cast<int>(std::min<EpochMs>(offset * options.width / length, options.width - 1));
        Expected &column = columns[x];
        const double value = samples.values[i];
        if (options.counter && i > 0 && value < samples.values[i - 1]) {
            column.marks |= MarkReset;
        }
        if (!std::isfinite(value)) {
            column.marks |= std::isnan(value) ? MarkNan : value > 0 ? MarkPlusInf : MarkMinusInf;
            continue;
        }
        if (options.positiveOnly && value <= 0) {
            column.marks |= MarkNotPositive;
            continue;
        }
        column.first = column.count == 0 ? value : column.first;
        column.min = std::min(column.min, value);
        column.max = std::max(column.max, value);
        column.last = value;
        ++column.count;
    }
    return columns;
}

Samples randomSamples(std::mt19937 &random, int count, bool regular, bool wild)
{
    std::uniform_int_distribution<EpochMs> jitter(1, 4000);
    std::uniform_int_distribution<int> dice(0, 29);
    std::normal_distribution<double> normal(0, 100);
    Samples samples;
    EpochMs time = 1'000'000;
    for (int i = 0; i < count; ++i) {
        time += regular ? 1000 : jitter(random);
        const int roll = wild ? dice(random) : 29;
        samples.times.push_back(time);
        samples.values.push_back(roll == 0   ? notANumber
                                 : roll == 1 ? infinity
                                 : roll == 2 ? -infinity
                                 : roll == 3 ? 0.0
                                             : normal(random));
    }
    return samples;
}

} // namespace

class TestPixelReduce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyExtremeSurvives_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("regular");
        QTest::addColumn<bool>("wild");
        QTest::addColumn<bool>("counter");
        QTest::addColumn<bool>("positiveOnly");
        QTest::newRow("one sample") << 1 << 100 << true << false << false << false;
        QTest::newRow("fewer samples than pixels") << 40 << 300 << true << false << false << false;
        QTest::newRow("as many") << 300 << 300 << true << false << false << false;
        QTest::newRow("many") << 9973 << 331 << true << false << false << false;
        QTest::newRow("many, uneven") << 5003 << 331 << false << false << false << false;
        QTest::newRow("with NaN and Inf") << 4001 << 257 << true << true << false << false;
        QTest::newRow("uneven with NaN and Inf") << 4001 << 257 << false << true << false << false;
        QTest::newRow("counter") << 3001 << 199 << true << false << true << false;
        QTest::newRow("log axis") << 3001 << 199 << false << true << false << true;
        QTest::newRow("one pixel") << 1000 << 1 << false << true << false << false;
    }

    void everyExtremeSurvives()
    {
        QFETCH(int, count);
        QFETCH(int, width);
        QFETCH(bool, regular);
        QFETCH(bool, wild);
        std::mt19937 random{static_cast<unsigned>(count * 31 + width)};
        for (int round = 0; round < 8; ++round) {
            const Samples samples = randomSamples(random, count, regular, wild);
            ReduceOptions options;
            options.range = windowOf(samples, round);
            options.width = width;
            QFETCH(bool, counter);
            options.counter = counter;
            QFETCH(bool, positiveOnly);
            options.positiveOnly = positiveOnly;
            compare(samples, options);
        }
    }

    void gaps_data()
    {
        QTest::addColumn<std::vector<EpochMs>>("times");
        QTest::addColumn<std::vector<double>>("values");
        QTest::addColumn<std::vector<bool>>("gapBefore");
        using Times = std::vector<EpochMs>;
        using Values = std::vector<double>;
        using Gaps = std::vector<bool>;
        QTest::newRow("none") << Times{0, 10, 20, 30} << Values{1, 2, 3, 4}
                              << Gaps{true, false, false, false};
        QTest::newRow("exactly 1.5 steps is none")
            << Times{0, 15, 30} << Values{1, 2, 3} << Gaps{true, false, false};
        QTest::newRow("just over 1.5 steps")
            << Times{0, 16, 30} << Values{1, 2, 3} << Gaps{true, true, false};
        QTest::newRow("a sample on its own")
            << Times{0, 30, 60} << Values{1, 2, 3} << Gaps{true, true, true};
        QTest::newRow("NaN breaks the line") << Times{0, 10, 20, 30} << Values{1, notANumber, 3, 4}
                                             << Gaps{true, false, true, false};
        QTest::newRow("Inf breaks the line")
            << Times{0, 10, 20} << Values{1, infinity, 3} << Gaps{true, false, true};
    }

    void gaps()
    {
        QFETCH(std::vector<EpochMs>, times);
        QFETCH(std::vector<double>, values);
        QFETCH(std::vector<bool>, gapBefore);
        const PixelColumns reduced =
            reduceToPixels(times, values, {.range = {0, 100}, .width = 100, .step = 10});
        QCOMPARE(reduced.columns.size(), gapBefore.size());
        for (std::size_t i = 0; i < gapBefore.size(); ++i) {
            if (reduced.columns[i].count > 0) {
                QCOMPARE(reduced.columns[i].gapBefore, bool{gapBefore[i]});
            }
        }
    }

    void nanIsAMarkAndNeverANumber()
    {
        const std::vector<EpochMs> times{0, 10, 20};
        const std::vector<double> values{notANumber, infinity, -infinity};
        const PixelColumns reduced =
            reduceToPixels(times, values, {.range = {0, 100}, .width = 100, .step = 10});
        QVERIFY(!reduced.hasValues());
        QCOMPARE(reduced.columns.size(), std::size_t{3});
        QCOMPARE(int{reduced.columns[0].marks}, int{MarkNan});
        QCOMPARE(int{reduced.columns[1].marks}, int{MarkPlusInf});
        QCOMPARE(int{reduced.columns[2].marks}, int{MarkMinusInf});
        for (const PixelColumn &column : reduced.columns) {
            QCOMPARE(column.count, 0);
        }
    }

    void neighboursCarryTheLineToTheEdges()
    {
        const std::vector<EpochMs> times{0, 10, 20, 30, 40};
        const std::vector<double> values{1000, 1, 2, 3, -1000};
        const PixelColumns reduced =
            reduceToPixels(times, values, {.range = {5, 35}, .width = 30, .step = 10});
        QCOMPARE(reduced.columns.front().x, -1);
        QCOMPARE(reduced.columns.front().first, 1000.0);
        QCOMPARE(reduced.columns.back().x, 30);
        QVERIFY(!reduced.columns[1].gapBefore);
        // They are not in the picture: the axis need not hold them.
        QCOMPARE(reduced.min, 1.0);
        QCOMPARE(reduced.max, 3.0);
    }

    void negativeValuesSetTheMaximum()
    {
        const std::vector<EpochMs> times{0, 1};
        const std::vector<double> values{-7, -5};
        const PixelColumns reduced =
            reduceToPixels(times, values, {.range = {0, 10}, .width = 10, .step = 1});
        QCOMPARE(reduced.min, -7.0);
        QCOMPARE(reduced.max, -5.0);
    }

    void nothingToReduce()
    {
        const std::vector<EpochMs> times{5};
        const std::vector<double> values{1};
        QVERIFY(reduceToPixels({}, {}, {.range = {0, 10}, .width = 10}).columns.empty());
        QVERIFY(reduceToPixels(times, values, {.range = {10, 10}, .width = 10}).columns.empty());
        QVERIFY(reduceToPixels(times, values, {.range = {0, 10}, .width = 0}).columns.empty());
        QVERIFY(reduceToPixels(times, {}, {.range = {0, 10}, .width = 10}).columns.empty());
        const PixelColumns outside =
            reduceToPixels(times, values, {.range = {100, 200}, .width = 10});
        QVERIFY(!outside.hasValues());
    }

    void densityDecidesHowLinesAreDrawn()
    {
        Samples samples;
        for (int i = 0; i < 1000; ++i) {
            samples.times.push_back(i);
            samples.values.push_back(i);
        }
        const ReduceOptions wide{.range = {0, 999}, .width = 2000, .step = 1};
        const ReduceOptions narrow{.range = {0, 999}, .width = 300, .step = 1};
        QVERIFY(!reduceToPixels(samples.times, samples.values, wide).dense);
        QVERIFY(reduceToPixels(samples.times, samples.values, narrow).dense);
    }

private:
    static TimeRange windowOf(const Samples &samples, int round)
    {
        const EpochMs from = samples.times.front();
        const EpochMs to = std::max(samples.times.back(), from + 1);
        const EpochMs part = (to - from) / 5;
        switch (round % 4) {
        case 0:
            return {from, to};
        case 1:
            return {from - 777, to + 1234};
        case 2:
            return {from + part, to - part + 1};
        default:
            return {from + 2 * part, from + 2 * part + 61};
        }
    }

    static void compare(const Samples &samples, const ReduceOptions &options)
    {
        const std::map<int, Expected> expected = bruteForce(samples, options);
        const PixelColumns reduced = reduceToPixels(samples.times, samples.values, options);
        std::size_t inside = 0;
        for (const PixelColumn &column : reduced.columns) {
            if (column.x < 0 || column.x >= options.width) {
                continue;
            }
            ++inside;
            const auto found = expected.find(column.x);
            QVERIFY2(found != expected.end(), qPrintable(u"column %1"_s.arg(column.x)));
            QCOMPARE(column.count, found->second.count);
            QCOMPARE(int{column.marks}, int{found->second.marks});
            if (column.count > 0) {
                QVERIFY(column.first == found->second.first && column.last == found->second.last);
                QVERIFY(column.min == found->second.min && column.max == found->second.max);
            }
        }
        QCOMPARE(inside, expected.size());
    }
};

QTEST_GUILESS_MAIN(TestPixelReduce)
#include "tst_pixelreduce.moc"
