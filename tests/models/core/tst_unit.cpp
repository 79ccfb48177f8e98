// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unit.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestUnit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zeroHasNoSign()
    {
        UnitSpec spec{.unit = Unit::PerSecond};
        spec.decimals = 2;
        const QLocale english(QLocale::English);
        QVERIFY(!formatValue(-0.003, spec, english).startsWith(u'-'));
        QVERIFY(!formatValue(-0.0, spec, english).startsWith(u'-'));
        QVERIFY(formatValue(-0.006, spec, english).startsWith(u'-'));
    }

    void formats_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, double value, Unit unit, const char16_t *text) {
            QTest::newRow(name) << value << static_cast<int>(unit) << QString::fromUtf16(text);
        };
        row("plain", 1234.5, Unit::None, u"1235");
        row("small plain", 0.1234, Unit::None, u"0.123");
        row("SI", 1'234'567, Unit::Short, u"1.23 M");
        row("per cent", 12.34, Unit::Percent, u"12.3 %");
        row("ratio", 0.5, Unit::PercentUnit, u"50 %");
        row("milliseconds from seconds", 0.0123, Unit::Seconds, u"12.3 ms");
        row("seconds", 2.5, Unit::Seconds, u"2.5 s");
        row("minutes", 90, Unit::Seconds, u"1.5 min");
        row("seconds from milliseconds", 1500, Unit::Milliseconds, u"1.5 s");
        row("zero seconds", 0, Unit::Seconds, u"0 s");
        row("IEC", 3.5 * 1024 * 1024, Unit::Bytes, u"3.5 MiB");
        row("SI bytes", 3.5e6, Unit::BytesSi, u"3.5 MB");
        row("negative", -2048, Unit::Bytes, u"-2 KiB");
        row("requests", 1500, Unit::RequestsPerSecond, u"1.5 kreq/s");
        row("cores", 0.25, Unit::Cores, u"250 m");
        row("replicas", 12, Unit::Replicas, u"12");
        row("NaN stays", std::nan(""), Unit::Seconds, u"NaN");
        row("infinity stays", std::numeric_limits<double>::infinity(), Unit::Bytes, u"+Inf");
        row("negative infinity stays", -std::numeric_limits<double>::infinity(), Unit::None,
            u"-Inf");
        row("yes", 1, Unit::Boolean, u"yes");
        row("time", 1'700'000'000, Unit::DateTime, u"2023-11-14 22:13:20 UTC");
    }

    void formats()
    {
        QFETCH(double, value);
        QFETCH(int, unit);
        QFETCH(QString, text);
        text.replace(u' ', QChar::Nbsp);
        QString got = formatValue(value, UnitSpec{static_cast<Unit>(unit), {}, {}});
        got.replace(u' ', QChar::Nbsp);
        QCOMPARE(got, text);
    }

    void formatsMoney()
    {
        QCOMPARE(formatValue(1234, {Unit::Currency, u"CNY"_s, {}}, QLocale{QLocale::English}),
                 u"¥1,234"_s);
        QCOMPARE(formatValue(1.5, {Unit::CurrencyPerHour, u"USD"_s, {}}), u"$1.50/h"_s);
        QCOMPARE(formatValue(0.0012, {Unit::Currency, u"EUR"_s, {}}), u"€0.0012"_s);
        QCOMPARE(formatValue(2, {Unit::Currency, u"CHF"_s, {}}),
                 QString{u"CHF"_s + QChar::Nbsp + u"2.00"_s});
    }

    void everyUnitHasANameThatComesBack()
    {
        for (int unit = 0; unit <= static_cast<int>(Unit::Boolean); ++unit) {
            const auto one = static_cast<Unit>(unit);
            QCOMPARE(unitFromName(QString{unitName(one)}), std::optional{one});
            QVERIFY(!unitTitle(one).isEmpty());
        }
        QVERIFY(!unitFromName(u"parsecs").has_value());
    }

    void axisTicksShareOnePrefix()
    {
        const AxisFormat axis{2.5e6, 0.5e6, {Unit::Short, {}, {}}};
        QCOMPARE(axis.text(500'000), QString{u"0.5"_s + QChar::Nbsp + u"M"_s});
        QCOMPARE(axis.text(0), u"0"_s);
        QCOMPARE(axis.text(-1e-9), u"0"_s);
    }

    void axisTicksOfAClockAreWholeNumbers_data()
    {
        QTest::addColumn<double>("largest");
        QTest::addColumn<double>("step");
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, double largest, double step, Unit unit, double value,
                            const QString &text) {
            QTest::newRow(name) << largest << step << static_cast<int>(unit) << value << text;
        };
        row("a minute in quarters", 60, 15, Unit::Seconds, 45, u"45 s"_s);
        row("the minute itself", 60, 15, Unit::Seconds, 60, u"60 s"_s);
        row("minutes", 300, 60, Unit::Seconds, 120, u"2 min"_s);
        row("half hours", 7200, 1800, Unit::Seconds, 5400, u"90 min"_s);
        row("hours", 43200, 7200, Unit::Seconds, 7200, u"2 h"_s);
        row("half days", 172800, 43200, Unit::Seconds, 129600, u"36 h"_s);
        row("days", 864000, 172800, Unit::Seconds, 172800, u"2 d"_s);
        row("stored in milliseconds", 60000, 30000, Unit::Milliseconds, 30000, u"30 s"_s);
        row("parts of a second stay seconds", 2, 0.5, Unit::Seconds, 1.5, u"1.5 s"_s);
        row("milliseconds", 0.25, 0.05, Unit::Seconds, 0.15, u"150 ms"_s);
    }

    void axisTicksOfAClockAreWholeNumbers()
    {
        QFETCH(double, largest);
        QFETCH(double, step);
        QFETCH(int, unit);
        QFETCH(double, value);
        QFETCH(QString, text);
        const AxisFormat axis{largest, step, {static_cast<Unit>(unit), {}, {}}};
        QCOMPARE(axis.text(value), text.replace(u' ', QChar{QChar::Nbsp}));
    }

    void stepsAreNice_data()
    {
        QTest::addColumn<double>("span");
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("step");
        QTest::newRow("decimal") << 93.0 << static_cast<int>(Unit::None) << 20.0;
        QTest::newRow("IEC") << 5.0 * 1024 * 1024 << static_cast<int>(Unit::Bytes) << 1024.0 * 1024;
        QTest::newRow("IEC below a prefix")
            << 2.4e9 << static_cast<int>(Unit::Bytes) << 512.0 * 1024 * 1024;
        QTest::newRow("clock") << 200.0 << static_cast<int>(Unit::Seconds) << 60.0;
        QTest::newRow("below a second") << 0.9 << static_cast<int>(Unit::Seconds) << 0.2;
        QTest::newRow("milliseconds on the clock")
            << 100'000.0 << static_cast<int>(Unit::Milliseconds) << 30'000.0;
    }

    void stepsAreNice()
    {
        QFETCH(double, span);
        QFETCH(int, unit);
        QFETCH(double, step);
        QCOMPARE(niceStep(span, 5, static_cast<Unit>(unit)), step);
    }
};

QTEST_GUILESS_MAIN(TestUnit)
#include "tst_unit.moc"
