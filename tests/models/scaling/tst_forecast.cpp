// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/forecast.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <random>

Q_DECLARE_METATYPE(spillway::Series)

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs hour = 3600 * 1000;
constexpr EpochMs week = 168 * hour;
constexpr EpochMs monday = 1'767'571'200'000; // 2026-01-05T00:00Z, a Monday
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A sample every five minutes.
Series history(int weeks, const std::function<double(EpochMs)> &value)
{
    Series series;
    for (EpochMs time = monday; time < monday + weeks * week; time += hour / 12) {
        const double now = value(time);
        if (now > -1e9) { // less: no sample
            series.times.push_back(time);
            series.values.push_back(now);
        }
    }
    return series;
}

constexpr double gap = -1e12;

/// Work days from 8 to 20: 100, else 10; week-ends 20.
double ordinary(EpochMs time)
{
    const EpochMs hours = (time - monday) / hour % 168;
    if (hours >= 120) {
        return 20;
    }
    return hours % 24 >= 8 && hours % 24 < 20 ? 100 : 10;
}

constexpr double ordinaryWeek = 5 * (12 * 100 + 12 * 10) + 48 * 20;

WeeklyForecast fitted(const Series &series, const std::vector<TimeRange> &without = {})
{
    return WeeklyForecast::fit(series, QTimeZone::utc(), without).value();
}

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsAnExactWeek()
    {
        const WeeklyForecast forecast = fitted(history(4, ordinary));
        const ForecastTotal total = forecast.over({monday + 4 * week, monday + 5 * week});
        QCOMPARE(total.value, (ForecastBand{ordinaryWeek, ordinaryWeek, ordinaryWeek}));
        QCOMPARE(total.knownShare, 1.0);
        QCOMPARE(total.confidence, 1.0);
        QCOMPARE(total.hours.size(), std::size_t{168});
        QCOMPARE(total.hours[9].value->middle, 100.0);
        QVERIFY(!total.hours[9].borrowed);
        QCOMPARE(forecast.over({monday + 4 * week, monday + 5 * week}, 3).value.middle,
                 3 * ordinaryWeek);
    }

    void partsOfHours()
    {
        const WeeklyForecast forecast = fitted(history(2, ordinary));
        const EpochMs nine = monday + 2 * week + 9 * hour;
        QCOMPARE(forecast.over({nine, nine + hour / 2}).value.middle, 50.0);
        QCOMPARE(forecast.over({nine, nine + 3 * hour / 2}).value.middle, 150.0);
        QVERIFY(forecast.over({nine, nine}).hours.empty());
        QCOMPARE(forecast.over({nine, nine - hour}).knownShare, 0.0);
    }

    void gapsAreUnknownNotZero_data()
    {
        QTest::addColumn<double>("missing");
        QTest::newRow("no samples") << gap;
        QTest::newRow("NaN") << unknown;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
    }

    void gapsAreUnknownNotZero()
    {
        QFETCH(double, missing);
        // Every second week is missing between ten and twelve, one Tuesday altogether.
        const Series series = history(4, [&](EpochMs time) {
            const EpochMs hours = (time - monday) / hour;
            const bool cut = hours / 168 % 2 == 1 && hours % 24 >= 10 && hours % 24 < 12;
            return cut || (hours >= 24 && hours < 48) ? missing : ordinary(time);
        });
        const WeeklyForecast forecast = fitted(series);
        QVERIFY(forecast.cover() < 0.97 && forecast.cover() > 0.9);
        const ForecastTotal total = forecast.over({monday + 4 * week, monday + 5 * week});
        QCOMPARE(total.value.middle, ordinaryWeek);
        QCOMPARE(total.knownShare, 1.0);
        QVERIFY(total.confidence < 1);
    }

    void anHourNeverSeenIsBorrowed()
    {
        // Tuesdays at nine are never recorded.
        const Series series = history(4, [](EpochMs time) {
            return (time - monday) / hour % 168 == 33 ? gap : ordinary(time);
        });
        const ForecastTotal total = fitted(series).over({monday + 4 * week, monday + 5 * week});
        QVERIFY(total.hours[33].borrowed);
        QCOMPARE(total.hours[33].value->middle, 100.0);
        QVERIFY(!total.hours[32].borrowed);
        QVERIFY(total.confidence < 1);
    }

    void anHourOfNoDayIsUnknown()
    {
        // Nothing is ever recorded between three and four of a work day.
        const Series series = history(4, [](EpochMs time) {
            const EpochMs hours = (time - monday) / hour % 168;
            return hours < 120 && hours % 24 == 3 ? gap : ordinary(time);
        });
        const ForecastTotal total = fitted(series).over({monday + 4 * week, monday + 5 * week});
        QVERIFY(!total.hours[3].value.has_value());
        QCOMPARE(total.knownShare, 163.0 / 168);
        QCOMPARE(total.value.middle, ordinaryWeek - 50);
    }

    void tooLittleHistory_data()
    {
        QTest::addColumn<Series>("series");
        QTest::newRow("nothing") << Series{};
        QTest::newRow("NaN only") << history(4, [](EpochMs) { return unknown; });
        Series days = history(1, ordinary);
        days.times.resize(12 * 100);
        days.values.resize(12 * 100);
        QTest::newRow("four days") << days;
    }

    void tooLittleHistory()
    {
        QFETCH(Series, series);
        const auto forecast = WeeklyForecast::fit(series, QTimeZone::utc());
        QVERIFY(!forecast.ok());
        QCOMPARE(forecast.error().code, ErrorCode::InvalidInput);
        QVERIFY(!WeeklyForecast::fit(history(2, ordinary), QTimeZone()).ok());
    }

    void followsLocalTime()
    {
        // Berlin's office hours; the forecast lies behind the change to summer time.
        const QTimeZone berlin("Europe/Berlin");
        const Series series = history(4, [&](EpochMs time) {
            const QDateTime local =
                QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toTimeZone(berlin);
            return local.time().hour() == 9 ? 100.0 : 1.0;
        });
        const WeeklyForecast forecast = WeeklyForecast::fit(series, berlin).value();
        const EpochMs summer =
            QDateTime(QDate(2026, 6, 1), QTime(7, 0), Qt::UTC).toMSecsSinceEpoch();
        QCOMPARE(forecast.over({summer, summer + hour}).value.middle, 100.0);
    }

    void eventAsBefore()
    {
        const TimeRange first{monday + 33 * hour, monday + 37 * hour};
        const TimeRange second{first.from + 2 * week, first.to + 2 * week};
        const Series series = history(6, [&](EpochMs time) {
            if (time >= first.from && time < first.to) {
                return 3 * ordinary(time);
            }
            return (time >= second.from && time < second.to ? 5 : 1) * ordinary(time);
        });
        const WeeklyForecast forecast = fitted(series, {first, second});
        ForecastEvent event{{first.from + 6 * week, first.to + 6 * week}, 1, {first, second}};
        const ForecastTotal total = forecast.event(event);
        QCOMPARE(total.value.middle, 4.0 * 400);
        QCOMPARE(total.value.low, 3.2 * 400);
        QCOMPARE(total.value.high, 4.8 * 400);
        QCOMPARE(total.hours[0].value->middle, 400.0);
        event.growth = 2;
        QCOMPARE(forecast.event(event).value.middle, 8.0 * 400);
        const TimeRange never{monday - 10 * week, monday - 9 * week};
        event.references = {never};
        QCOMPARE(forecast.event(event).value.middle, 2.0 * 400);
        QVERIFY(forecast.event(event).confidence < forecast.over(event.span).confidence);
    }

    /// On noisy weeks: bands are in order, the truth is mostly inside, and the sum over a month is
    /// surer than that of a day.
    void bandHoldsTheTruth()
    {
        std::mt19937_64 random(5); // NOLINT: the same noise at each run
        std::normal_distribution<double> noise(0, 0.2);
        std::size_t inside = 0;
        std::size_t hours = 0;
        std::size_t monthsInside = 0;
        for (int round = 0; round < 6; ++round) {
            std::vector<double> days;
            for (int day = 0; day < 10 * 7; ++day) {
                days.push_back(std::exp(noise(random)));
            }
            const auto noisy = [&](EpochMs time) {
                const auto day = static_cast<std::size_t>((time - monday) / (24 * hour));
                return ordinary(time) * days[day];
            };
            const WeeklyForecast forecast = fitted(history(6, noisy));
            const TimeRange month{monday + 6 * week, monday + 10 * week};
            const ForecastTotal total = forecast.over(month);
            double truth = 0;
            for (const ForecastPoint &point : total.hours) {
                const ForecastBand &band = *point.value;
                QVERIFY(0 <= band.low && band.low <= band.middle && band.middle <= band.high);
                const double value = noisy(point.hour.from);
                truth += value;
                ++hours;
                inside += value >= band.low && value <= band.high ? 1 : 0;
            }
            monthsInside += truth >= total.value.low && truth <= total.value.high ? 1 : 0;
            const ForecastBand day = forecast.over({month.from, month.from + 24 * hour}).value;
            QVERIFY((total.value.high - total.value.low) / total.value.middle <
                    (day.high - day.low) / day.middle);
            QCOMPARE(forecast.over(month).value, total.value);
        }
        const double share = static_cast<double>(inside) / static_cast<double>(hours);
        QVERIFY2(share > 0.65 && share < 0.95, qPrintable(QString::number(share)));
        QVERIFY2(monthsInside >= 3, qPrintable(QString::number(monthsInside)));
    }
};

QTEST_APPLESS_MAIN(TestForecast)
#include "tst_forecast.moc"
