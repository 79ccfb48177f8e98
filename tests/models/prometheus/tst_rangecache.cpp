// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/rangecache.h"

#include <QTest>

#include <limits>
#include <random>

using namespace spillway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto step = 15s;
constexpr qint64 stepMs = 15'000;
constexpr EpochMs start = 1'700'000'010'000 / stepMs * stepMs;
const QString expr = u"up"_s;

using ResultPtr = std::shared_ptr<const QueryResult>;

/// A made-up backend: random series that appear, vanish, reset and pause.
class World
{
public:
    explicit World(unsigned seed)
        : m_random(seed)
    {
        const int count = static_cast<int>(m_random() % 6);
        for (int i = 0; i < count; ++i) {
            addSeries();
        }
    }

    void growTo(EpochMs end)
    {
        for (; m_end <= end; m_end += stepMs) {
            if (m_random() % 40 == 0) {
                addSeries();
            }
            for (One &one : m_series) {
                growOne(one);
            }
        }
    }

    [[nodiscard]] ResultPtr query(const TimeRange &range) const
    {
        auto result = std::make_shared<QueryResult>();
        result->step = step;
        for (const One &one : m_series) {
            auto series = std::make_shared<Series>();
            series->labels = one.all.labels;
            for (std::size_t i = 0; i < one.all.size(); ++i) {
                if (range.contains(one.all.times[i])) {
                    series->times.push_back(one.all.times[i]);
                    series->values.push_back(one.all.values[i]);
                }
            }
            if (!series->isEmpty()) {
                result->series.push_back(series);
            }
        }
        return result;
    }

    void change(EpochMs time, double value)
    {
        for (One &one : m_series) {
            for (std::size_t i = 0; i < one.all.size(); ++i) {
                if (one.all.times[i] == time) {
                    one.all.values[i] = value;
                }
            }
        }
    }

private:
    struct One
    {
        Series all;
        bool there = true;
        double value = 0;
    };

    void addSeries()
    {
        // Names that do not sort in the order of their making.
        const std::string name =
            std::to_string(m_random() % 100000) + "-" + std::to_string(m_next++);
        One one;
        one.all.labels = LabelSet{{"pod", name}};
        m_series.push_back(one);
        std::sort(m_series.begin(), m_series.end(),
                  [](const One &a, const One &b) { return a.all.labels < b.all.labels; });
    }

    void growOne(One &one)
    {
        if (m_random() % 30 == 0) {
            one.there = !one.there;
        }
        if (m_random() % 50 == 0) {
            one.value = 0; // counter reset
        }
        one.value += static_cast<double>(m_random() % 1000) / 7;
        if (one.there) {
            one.all.times.push_back(m_end);
            const bool odd = m_random() % 60 == 0;
            one.all.values.push_back(odd ? std::numeric_limits<double>::quiet_NaN() : one.value);
        }
    }

    std::minstd_rand m_random;
    std::vector<One> m_series;
    EpochMs m_end = start - 400 * stepMs;
    int m_next = 0;
};

bool same(const QueryResult &a, const QueryResult &b)
{
    return a.series.size() == b.series.size() &&
           std::equal(a.series.begin(), a.series.end(), b.series.begin(),
                      [](const SeriesPtr &x, const SeriesPtr &y) {
                          return x->labels == y->labels && x->sameData(*y) &&
                                 x->histograms == y->histograms;
                      });
}

ResultPtr constant(const TimeRange &range, double value, const char *pod = "a")
{
    auto result = std::make_shared<QueryResult>();
    auto series = std::make_shared<Series>();
    series->labels = LabelSet{{"pod", pod}};
    for (EpochMs time = range.from; time <= range.to; time += stepMs) {
        series->times.push_back(time);
        series->values.push_back(value);
    }
    result->series.push_back(series);
    return result;
}

TimeRange lastHour(EpochMs to)
{
    return {to - 240 * stepMs, to};
}

} // namespace

class TestRangeCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstTimeAsksAll()
    {
        const RangeCache cache;
        const auto plan = cache.plan(expr, lastHour(start), step, start);
        QVERIFY(plan.full);
        QCOMPARE(plan.range, lastHour(start));
    }

    void laterAsksOnlyWhatIsNew()
    {
        RangeCache cache;
        fill(cache, start);
        const auto plan = cache.plan(expr, lastHour(start + stepMs), step, start + stepMs);
        QVERIFY(!plan.full);
        QCOMPARE(plan.range.from, start - 60'000);
        QCOMPARE(plan.range.to, start + stepMs);
        const auto merged = cache.merge(expr, lastHour(start + stepMs), step, start + stepMs, plan,
                                        constant(plan.range, 1));
        QVERIFY(merged);
        QCOMPARE(merged->series.size(), 1U);
        QCOMPARE(merged->series[0]->size(), 241U);
        QCOMPARE(merged->series[0]->times.front(), start - 239 * stepMs);
        QCOMPARE(merged->series[0]->times.back(), start + stepMs);
        QCOMPARE(merged->step, std::chrono::milliseconds{step});
    }

    void deltaEqualsFullFetch_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 60; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void deltaEqualsFullFetch()
    {
        QFETCH(const unsigned, seed);
        World world(seed);
        std::minstd_rand random(seed);
        RangeCache cache({60s, 25, 20min});
        EpochMs now = start;
        int deltas = 0;
        for (int refresh = 0; refresh < 120; ++refresh) {
            world.growTo(now);
            const TimeRange range = lastHour(now);
            auto plan = cache.plan(expr, range, step, now);
            auto merged = cache.merge(expr, range, step, now, plan, world.query(plan.range));
            if (!merged) {
                plan = cache.plan(expr, range, step, now);
                QVERIFY(plan.full);
                merged = cache.merge(expr, range, step, now, plan, world.query(plan.range));
            }
            deltas += plan.full ? 0 : 1;
            QVERIFY(merged);
            QVERIFY(same(*merged, *world.query(range)));
            now += stepMs * static_cast<qint64>(random() % 6);
        }
        QVERIFY(deltas > 60);
    }

    void youngSamplesMayChange()
    {
        World world(7);
        RangeCache cache;
        world.growTo(start);
        ask(cache, world, start);
        world.change(start - 2 * stepMs, 1e6);
        world.growTo(start + stepMs);
        const auto merged = ask(cache, world, start + stepMs);
        QVERIFY(merged);
        QVERIFY(same(*merged, *world.query(lastHour(start + stepMs))));
    }

    void changedHistoryIsAskedAgain()
    {
        RangeCache cache;
        fill(cache, start);
        const TimeRange range = lastHour(start + stepMs);
        const auto plan = cache.plan(expr, range, step, start + stepMs);
        QVERIFY(!cache.merge(expr, range, step, start + stepMs, plan, constant(plan.range, 2)));
        QVERIFY(!cache.result());
        QVERIFY(cache.plan(expr, range, step, start + stepMs).full);
    }

    void backendThatNeverAgreesIsAskedInFull()
    {
        RangeCache cache;
        double value = 1;
        EpochMs now = start;
        for (int i = 0; i < 3; ++i) {
            const TimeRange first = lastHour(now);
            QVERIFY(cache.merge(expr, first, step, now, {first, true}, constant(first, value)));
            now += stepMs;
            const auto plan = cache.plan(expr, lastHour(now), step, now);
            QVERIFY(!plan.full);
            value += 1;
            QVERIFY(
                !cache.merge(expr, lastHour(now), step, now, plan, constant(plan.range, value)));
        }
        QVERIFY(cache.merge(expr, lastHour(now), step, now, {lastHour(now), true},
                            constant(lastHour(now), value)));
        QVERIFY(cache.plan(expr, lastHour(now + stepMs), step, now + stepMs).full);
    }

    void fullAgain_data()
    {
        QTest::addColumn<QString>("nextExpr");
        QTest::addColumn<TimeRange>("range");
        QTest::addColumn<int>("stepSeconds");
        QTest::addColumn<EpochMs>("now");
        const TimeRange next = lastHour(start + stepMs);
        QTest::newRow("other expression") << u"down"_s << next << 15 << start;
        QTest::newRow("other step") << expr << next << 30 << start;
        QTest::newRow("further back")
            << expr << TimeRange{next.from - 2 * stepMs, next.to} << 15 << start;
        QTest::newRow("earlier") << expr << lastHour(start - stepMs) << 15 << start;
        QTest::newRow("much later") << expr << lastHour(start + 500 * stepMs) << 15 << start;
        QTest::newRow("other phase") << expr << next.shifted(1s) << 15 << start;
        QTest::newRow("time is up") << expr << next << 15 << start + 600'000;
        QTest::newRow("clock went back") << expr << next << 15 << start - 1;
    }

    void fullAgain()
    {
        QFETCH(const QString, nextExpr);
        QFETCH(const TimeRange, range);
        QFETCH(const int, stepSeconds);
        QFETCH(const EpochMs, now);
        RangeCache cache;
        fill(cache, start);
        QVERIFY(cache.plan(nextExpr, range, std::chrono::seconds{stepSeconds}, now).full);
    }

    void fullNowAndThen()
    {
        RangeCache cache({60s, 3, 24h});
        fill(cache, start);
        EpochMs now = start;
        for (int i = 0; i < 3; ++i) {
            now += stepMs;
            const auto plan = cache.plan(expr, lastHour(now), step, now);
            QVERIFY(!plan.full);
            QVERIFY(cache.merge(expr, lastHour(now), step, now, plan, constant(plan.range, 1)));
        }
        QVERIFY(cache.plan(expr, lastHour(now + stepMs), step, now).full);
    }

    void partialAnswersHeal()
    {
        RangeCache cache;
        auto partial = std::make_shared<QueryResult>(*constant(lastHour(start), 1));
        partial->notes.partial = true;
        QVERIFY(cache.merge(expr, lastHour(start), step, start, {lastHour(start), true}, partial));
        QVERIFY(cache.plan(expr, lastHour(start + stepMs), step, start).full);
    }

    void expressionsThatSeeTheirRange()
    {
        RangeCache cache;
        const QString odd = u"metric @ end()"_s;
        QVERIFY(cache.merge(odd, lastHour(start), step, start, {lastHour(start), true},
                            constant(lastHour(start), 1)));
        QVERIFY(cache.plan(odd, lastHour(start + stepMs), step, start).full);
    }

    void samplesOutsideTheQuestion()
    {
        // VictoriaMetrics rounds start down and end up: only time stamps count.
        RangeCache cache;
        fill(cache, start);
        const TimeRange range = lastHour(start + stepMs);
        const auto plan = cache.plan(expr, range, step, start + stepMs);
        const TimeRange wider{plan.range.from - 10 * stepMs, plan.range.to};
        const auto merged =
            cache.merge(expr, range, step, start + stepMs, plan, constant(wider, 1));
        QVERIFY(merged);
        QVERIFY(same(*merged, *constant(range, 1)));
    }

    void nativeHistogramsMoveOn()
    {
        const auto histogram = [](const TimeRange &range) {
            auto result = std::make_shared<QueryResult>();
            auto series = std::make_shared<Series>();
            for (EpochMs time = range.from; time <= range.to; time += stepMs) {
                series->histograms.push_back({time, 3, 1, {}});
            }
            result->series.push_back(series);
            return result;
        };
        RangeCache cache;
        QVERIFY(cache.merge(expr, lastHour(start), step, start, {lastHour(start), true},
                            histogram(lastHour(start))));
        const TimeRange range = lastHour(start + stepMs);
        const auto plan = cache.plan(expr, range, step, start);
        QVERIFY(!plan.full);
        const auto merged = cache.merge(expr, range, step, start, plan, histogram(plan.range));
        QVERIFY(merged);
        QVERIFY(same(*merged, *histogram(range)));
    }

private:
    static void fill(RangeCache &cache, EpochMs now)
    {
        const TimeRange range = lastHour(now);
        QVERIFY(cache.merge(expr, range, step, now, {range, true}, constant(range, 1)));
    }

    static ResultPtr ask(RangeCache &cache, const World &world, EpochMs now)
    {
        const TimeRange range = lastHour(now);
        const auto plan = cache.plan(expr, range, step, now);
        return cache.merge(expr, range, step, now, plan, world.query(plan.range));
    }
};

QTEST_GUILESS_MAIN(TestRangeCache)
#include "tst_rangecache.moc"
