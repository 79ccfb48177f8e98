// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What holds for every axis, mapping, stack, tooltip and walk, tried on random ones and against
// slow and obvious code.
#include "charts/axisticks.h"
#include "charts/chartstack.h"
#include "charts/charttooltip.h"
#include "charts/nameshortener.h"
#include "charts/samplewalker.h"

#include <QTest>

#include <cmath>
#include <map>
#include <random>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs minute = 60'000;
constexpr EpochMs hour = 60 * minute;
constexpr EpochMs day = 24 * hour;

EpochMs utc(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

class Random
{
public:
    explicit Random(unsigned seed)
        : m_engine(seed)
    {}
    int upTo(int bound) { return static_cast<int>(m_engine() % static_cast<unsigned>(bound)); }
    double unit() { return std::uniform_real_distribution<double>(0, 1)(m_engine); }
    /// Any sign, magnitudes from 1e-12 to 1e15.
    double wild() { return (unit() - 0.5) * std::pow(10.0, upTo(28) - 12); }

private:
    std::mt19937 m_engine;
};

ChartSeries randomSeries(Random &random, int index)
{
    auto data = std::make_shared<Series>();
    for (EpochMs time = 0; time < 100; time += 10) {
        if (random.upTo(4) != 0) {
            data->times.push_back(time);
            data->values.push_back(random.upTo(12) == 0 ? std::nan("") : random.upTo(100));
        }
    }
    ChartSeries series;
    series.name = u"s%1"_s.arg(index);
    series.data = random.upTo(10) == 0 ? nullptr : SeriesPtr(std::move(data));
    series.style = random.upTo(4) == 0 ? TraceStyle::Line : TraceStyle::StackedArea;
    return series;
}

struct Picture
{
    ChartSeriesList series;
    std::vector<bool> visible;
};

Picture randomPicture(unsigned seed)
{
    Random random(seed);
    Picture picture;
    for (int i = random.upTo(7); i >= 0; --i) {
        picture.series.push_back(randomSeries(random, i));
        picture.visible.push_back(random.upTo(4) != 0);
    }
    return picture;
}

} // namespace

class TestChartProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksAreOnRoundLocalTimes_data()
    {
        QTest::addColumn<QString>("around");
        const auto row = [](const char *zone, const char *around) {
            QTest::newRow(zone) << QString::fromLatin1(around);
        };
        row("UTC", "2026-03-08T00:00:00Z");
        row("Europe/Berlin", "2026-03-29T01:00:00Z");
        row("America/New_York", "2026-11-01T06:00:00Z");
        row("America/Havana", "2026-03-08T05:00:00Z"); // there is no midnight on that day
        row("Asia/Beirut", "2026-03-28T22:00:00Z");    // nor here
        row("Australia/Lord_Howe", "2026-10-03T15:30:00Z");
        row("Asia/Kathmandu", "2026-06-01T00:00:00Z");
        row("Pacific/Chatham", "2026-04-04T14:00:00Z");
    }

    void ticksAreOnRoundLocalTimes()
    {
        QFETCH(QString, around);
        const QTimeZone zone(QTest::currentDataTag());
        const EpochMs middle = utc(qPrintable(around));
        for (EpochMs length = 10 * minute; length < 90 * day; length = length * 3 / 2) {
            for (const int share : {0, 1, 2, 3}) {
                const EpochMs from = middle - length * share / 3;
                const TimeRange range{from, from + length};
                const auto ticks = timeTicks(range, zone, 7, QLocale::c());
                QVERIFY(!ticks.empty());
                QVERIFY(ticks.size() <= 10);
                for (const TimeTick &tick : ticks) {
                    checkTick(tick, zone);
                }
            }
        }
    }

    void noTwoDatesAreEqual()
    {
        // A clock that is put back at midnight shows the same date twice, the axis must not.
        for (const char *name : {"America/Havana", "Asia/Beirut", "Europe/Berlin"}) {
            const QTimeZone zone(name);
            for (EpochMs from = utc("2026-01-01T00:00:00Z"); from < utc("2027-01-01T00:00:00Z");
                 from += 5 * day) {
                QStringList dates;
                for (const TimeTick &tick :
                     timeTicks({from, from + 6 * day}, zone, 7, QLocale::c())) {
                    QVERIFY2(!tick.date || !dates.contains(tick.text), name);
                    dates << tick.text;
                }
                QVERIFY(dates.size() >= 3);
            }
        }
    }

    void mappingsAreTheirOwnInverse()
    {
        Random random(1);
        for (int i = 0; i < 3000; ++i) {
            const QRectF plot(random.upTo(200), random.upTo(100), 50 + random.upTo(3000),
                              20 + random.upTo(2000));
            const EpochMs from = random.upTo(2'000'000'000) * EpochMs{1000};
            const TimeRange range{from, from + 1000 + random.upTo(2'000'000'000)};
            const bool log = i % 2 == 0;
            const double low = log ? std::pow(10.0, random.upTo(20) - 10) : random.wild();
            const double high = log ? low * std::pow(10.0, 1 + random.upTo(9))
                                    : low + std::max(std::abs(low), 1e-9) * (0.01 + random.unit());
            const PlotMapping mapping(plot, range, {low, high, log});
            const EpochMs time =
                from +
                static_cast<EpochMs>(random.unit() * static_cast<double>(range.length().count()));
            QVERIFY(std::abs(mapping.time(mapping.x(time)) - time) <= 1);
            const double share = random.unit();
            const double value =
                log ? low * std::pow(high / low, share) : low + share * (high - low);
            QVERIFY(std::abs(mapping.value(mapping.y(value)) - value) <=
                    1e-6 * std::abs(value) + 1e-9 * (high - low));
            QVERIFY(mapping.y(value) <= plot.bottom() + 1e-6 &&
                    mapping.y(value) >= plot.top() - 1e-6);
            // Larger is higher, later is further right.
            QVERIFY(mapping.y(high) < mapping.y(low));
            QVERIFY(mapping.x(range.to) > mapping.x(range.from));
        }
    }

    void axesHoldTheirDataAndTellTicksApart_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("C") << QLocale::c();
        QTest::newRow("de_DE") << QLocale(u"de_DE"_s);
        QTest::newRow("zh_CN") << QLocale(u"zh_CN"_s);
    }

    void axesHoldTheirDataAndTellTicksApart()
    {
        QFETCH(QLocale, locale);
        Random random(2);
        for (int i = 0; i < 1500; ++i) {
            ChartOptions options;
            options.locale = locale;
            options.logAxis = i % 5 == 0;
            static constexpr std::array units{Unit::None,    Unit::Short,   Unit::Bytes,
                                              Unit::Seconds, Unit::Tokens,  Unit::PercentUnit,
                                              Unit::Cores,   Unit::Currency};
            options.unit = {units.at(static_cast<std::size_t>(random.upTo(8))), u"EUR"_s, {}};
            double low = random.wild();
            double high = low + std::abs(random.wild());
            if (options.logAxis) {
                low = std::abs(low) + 1e-12;
                high = low * (1 + random.unit() * 1000);
            }
            const ValueAxis axis = valueAxis(low, high, i % 3 == 0, 6, options);
            const double slack = 1e-6 * (std::abs(low) + std::abs(high));
            QVERIFY(axis.range.min <= low + slack && axis.range.max >= high - slack);
            QCOMPARE(axis.range.log, options.logAxis);
            QVERIFY(!axis.ticks.empty() && axis.ticks.size() <= 20);
            QCOMPARE(static_cast<std::size_t>(axis.labels.size()), axis.ticks.size());
            QVERIFY(std::is_sorted(axis.ticks.begin(), axis.ticks.end()));
            for (const QString &label : axis.labels) {
                QVERIFY(!label.contains(u"nan"_s) && !label.contains(u"inf"_s));
            }
        }
    }

    void germanAxesHaveGermanNumbers()
    {
        ChartOptions options;
        options.locale = QLocale(u"de_DE"_s);
        QCOMPARE(valueAxis(100.1, 100.4, false, 5, options).labels,
                 (QStringList{u"100,1"_s, u"100,2"_s, u"100,3"_s, u"100,4"_s}));
        const auto ticks = timeTicks({utc("2026-12-30T12:00:00Z"), utc("2027-01-02T12:00:00Z")},
                                     QTimeZone::utc(), 4, options.locale);
        QCOMPARE(ticks.front().text, u"Dez. 31"_s);
    }

    void stacksEqualBruteForce()
    {
        for (unsigned seed = 1; seed <= 400; ++seed) {
            const Picture picture = randomPicture(seed);
            const auto drawn = stackSeries(picture.series, picture.visible);
            QCOMPARE(drawn.size(), picture.series.size());
            std::map<EpochMs, double> total;
            for (std::size_t i = 0; i < drawn.size(); ++i) {
                const ChartSeries &one = picture.series[i];
                if (one.style != TraceStyle::StackedArea || !one.data || !picture.visible[i]) {
                    QVERIFY(drawn[i] == one.data);
                    continue;
                }
                QCOMPARE(drawn[i]->times, one.data->times);
                for (std::size_t at = 0; at < one.data->times.size(); ++at) {
                    double &below = total[one.data->times[at]];
                    const double sum = below + one.data->values[at];
                    QVERIFY(drawn[i]->values[at] == sum ||
                            (std::isnan(sum) && std::isnan(drawn[i]->values[at])));
                    below = std::isfinite(sum) ? sum : below;
                }
            }
        }
    }

    void tooltipsCountEverySeriesOnce()
    {
        for (unsigned seed = 1; seed <= 400; ++seed) {
            const Picture picture = randomPicture(seed);
            for (const EpochMs time : {EpochMs{0}, EpochMs{44}, EpochMs{90}}) {
                int expected = 0;
                for (std::size_t i = 0; i < picture.series.size(); ++i) {
                    const SeriesPtr &data = picture.series[i].data;
                    const auto nearest = data ? nearestSample(*data, time) : std::nullopt;
                    expected += picture.visible[i] && nearest &&
                                        std::abs(data->times[*nearest] - time) <= 10
                                    ? 1
                                    : 0;
                }
                const TooltipContent content =
                    tooltipContent(picture.series, picture.visible,
                                   {.time = time, .step = 10, .range = {0, 100}, .maxRows = 3}, {});
                QCOMPARE(static_cast<int>(content.rows.size()) + content.more, expected);
                QVERIFY(content.rows.size() <= 3);
                for (std::size_t i = 1; i < content.rows.size(); ++i) {
                    QVERIFY(!(content.rows[i].number > content.rows[i - 1].number));
                }
            }
        }
    }

    void walksStayOnVisibleSamplesInTheRange()
    {
        using Move = SampleWalker::Move;
        static constexpr std::array moves{
            Move::Left, Move::Right, Move::First,       Move::Last,
            Move::Up,   Move::Down,  Move::NextAnomaly, Move::PreviousAnomaly};
        for (unsigned seed = 1; seed <= 300; ++seed) {
            Picture picture = randomPicture(seed);
            Random random(seed);
            const std::vector<ChartThreshold> thresholds{{50, ThresholdLevel::Warning, {}}};
            const SampleWalker::Context context{
                picture.series, picture.visible, {20, 60}, 10, thresholds};
            SampleWalker walker;
            for (int i = 0; i < 60; ++i) {
                const auto before = walker.position();
                const bool moved =
                    walker.move(moves.at(static_cast<std::size_t>(random.upTo(8))), context);
                QVERIFY(moved || walker.position() == before || !walker.position());
                if (!walker.position()) {
                    continue;
                }
                const auto [series, sample] = *walker.position();
                QVERIFY(series < picture.series.size() && picture.visible[series]);
                QVERIFY(picture.series[series].data != nullptr);
                QVERIFY(sample < picture.series[series].data->size());
                QVERIFY(context.range.contains(picture.series[series].data->times[sample]));
            }
        }
    }

    void shortNamesAreWholeCharacters()
    {
        // Characters beyond the first plane are two units of UTF-16; half of one cannot be drawn.
        const QString face = QString::fromUcs4(U"\U0001F600");
        const QString faces = face.repeated(20);
        for (const QString &start : {faces, QString{u"x"_s + faces}}) {
            ChartSeriesList list;
            for (const char32_t last : {U'\U0001F601', U'\U0001F602'}) {
                ChartSeries one;
                one.name = start + QString::fromUcs4(&last, 1) + faces;
                list.push_back(one);
            }
            const NameShortener shortener(list);
            QStringList names;
            for (const ChartSeries &one : list) {
                const QString name = shortener.shorten(one.name);
                QVERIFY2(name.isValidUtf16(), qPrintable(name));
                QVERIFY(name.size() < one.name.size());
                names << name;
            }
            QVERIFY(names[0] != names[1]);
        }
    }

private:
    static void checkTick(const TimeTick &tick, const QTimeZone &zone)
    {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(tick.time, zone);
        if (tick.date) {
            // The first instant of its day.
            const QDate before = QDateTime::fromMSecsSinceEpoch(tick.time - 1, zone).date();
            QVERIFY2(before < local.date(), qPrintable(local.toString(Qt::ISODate)));
            QVERIFY2(tick.text.contains(QString::number(local.date().day())),
                     qPrintable(tick.text + u" is "_s + local.toString(Qt::ISODate)));
        } else {
            QVERIFY2(local.time().toString(u"HH:mm:ss"_s).startsWith(tick.text),
                     qPrintable(tick.text + u" is "_s + local.toString(Qt::ISODate)));
        }
    }
};

QTEST_MAIN(TestChartProperties)
#include "tst_chartproperties.moc"
