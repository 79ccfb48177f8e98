// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/timeselection.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
// 2026-11-22T12:34:56Z, a Sunday
constexpr EpochMs now = 1795350896000;
constexpr qint64 hour = 3600'000;
} // namespace

class TestTimeSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesPoints_data();
    void parsesPoints();
    void refusesPoints_data();
    void refusesPoints();
    void parsesRanges_data();
    void parsesRanges();
    void refusesRanges_data();
    void refusesRanges();
    void roundsInTheZone();
    void writtenFormParsesBack();
    void titles();
    void freezesAndFollows();
    void pansAndZooms();
    void neverWithoutWidth();
    void zoneTitles();
};

void TestTimeSelection::parsesPoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("time");
    QTest::newRow("now") << u"now"_s << now;
    QTest::newRow("ago") << u"now-6h"_s << now - 6 * hour;
    QTest::newRow("spaces") << u" now - 90m "_s << now - 90 * 60'000;
    QTest::newRow("ahead") << u"now+1h"_s << now + hour;
    QTest::newRow("today") << u"now/d"_s << qint64{1795305600000};
    QTest::newRow("monday") << u"now/w"_s << qint64{1794787200000};
    QTest::newRow("month") << u"now/M"_s << qint64{1793491200000};
    QTest::newRow("hour") << u"now-1h/h"_s << qint64{1795345200000};
    QTest::newRow("date") << u"2026-11-22"_s << qint64{1795305600000};
    QTest::newRow("minute") << u"2026-11-22 12:34"_s << qint64{1795350840000};
    QTest::newRow("second") << u"2026-11-22T12:34:56"_s << now;
    QTest::newRow("rfc3339") << u"2026-11-22T20:34:56+08:00"_s << now;
    QTest::newRow("milliseconds") << u"1795350896000"_s << now;
    QTest::newRow("seconds") << u"1795350896"_s << now;
}

void TestTimeSelection::parsesPoints()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, time);
    const auto point = parseTimePoint(text, QTimeZone::utc());
    QVERIFY_RESULT(point);
    QCOMPARE(point->resolve(now, QTimeZone::utc()), time);
}

void TestTimeSelection::refusesPoints_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "then", "now6h", "now-", "now-6", "now-6q", "now/q", "now/", "now-99y", "2026-13-01",
          "2026-02-30", "12:30", "2026", "12345678901234567890", "999999999999999", "-123456789",
          "1912-06-23", "0001-01-01"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestTimeSelection::refusesPoints()
{
    QFETCH(const QString, text);
    const auto point = parseTimePoint(text, QTimeZone::utc());
    QVERIFY_ERROR(point, ErrorCode::InvalidInput);
    QVERIFY(!point.error().why.isEmpty());
}

void TestTimeSelection::parsesRanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("up to now") << u"now-6h"_s << u"now-6h to now"_s;
    QTest::newRow("span") << u"90m"_s << u"now-1h30m to now"_s;
    QTest::newRow("both") << u"now-2d to now-1d"_s << u"now-2d to now-1d"_s;
    QTest::newRow("yesterday") << u"now-1d/d to now/d"_s << u"now-1d/d to now/d"_s;
    QTest::newRow("today") << u"now/d"_s << u"now/d to now"_s;
    QTest::newRow("interval") << u"2026-11-22T09:00:00Z/2026-11-22T12:00:00Z"_s
                              << u"2026-11-22T09:00:00Z to 2026-11-22T12:00:00Z"_s;
    QTest::newRow("interval now") << u"now-1d/d/now/d"_s << u"now-1d/d to now/d"_s;
    QTest::newRow("dates") << u"2026-11-22 09:00 to 2026-11-22 12:00"_s
                           << u"2026-11-22T09:00:00Z to 2026-11-22T12:00:00Z"_s;
    QTest::newRow("mixed") << u"2026-11-22 09:00 to now"_s << u"2026-11-22T09:00:00Z to now"_s;
}

void TestTimeSelection::parsesRanges()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    const auto selection = parseTimeSelection(text, QTimeZone::utc());
    QVERIFY_RESULT(selection);
    QCOMPARE(selection->toString(), written);
}

void TestTimeSelection::refusesRanges_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "soon", "now to now-1h", "now-1h to then", "now", "0", "100y",
                             "2026-11-22 12:00 to 2026-11-22 09:00"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestTimeSelection::refusesRanges()
{
    QFETCH(const QString, text);
    QVERIFY_ERROR(parseTimeSelection(text, QTimeZone::utc()), ErrorCode::InvalidInput);
}

void TestTimeSelection::roundsInTheZone()
{
    const QTimeZone shanghai{"Asia/Shanghai"};
    const TimePoint today{.rounding = TimePoint::Rounding::Day};
    // 20:34 in Shanghai; its midnight is 16:00 UTC of the day before.
    QCOMPARE(today.resolve(now, shanghai), qint64{1795276800000});
}

void TestTimeSelection::writtenFormParsesBack()
{
    for (const TimeSelection &selection : quickTimeSelections()) {
        const auto again = parseTimeSelection(selection.toString(), QTimeZone::utc());
        QVERIFY_RESULT(again);
        QCOMPARE(*again, selection);
    }
    const auto fixed = TimeSelection::between({now - 1234, now + 567});
    const auto again = parseTimeSelection(fixed.toString(), QTimeZone{"Asia/Shanghai"});
    QVERIFY_RESULT(again);
    QCOMPARE(*again, fixed);
}

void TestTimeSelection::titles()
{
    const QTimeZone utc = QTimeZone::utc();
    const QLocale c = QLocale::c();
    QCOMPARE(TimeSelection::between({1795305600000, 1795305600000 + 3 * hour}).title(utc, c),
             u"2026-11-22 00:00 – 03:00"_s);
    QCOMPARE(TimeSelection::between({now - 48 * hour, now}).title(utc, c),
             u"2026-11-20 12:34:56 – 2026-11-22 12:34:56"_s);
    for (const TimeSelection &selection : quickTimeSelections()) {
        QVERIFY(!selection.title(utc, c).contains(u"now"_s));
    }
}

void TestTimeSelection::freezesAndFollows()
{
    const QTimeZone utc = QTimeZone::utc();
    const auto six = TimeSelection::last(6h);
    const auto frozen = six.frozen(now, utc);
    QVERIFY(!frozen.isRelative());
    QCOMPARE(frozen.resolve(now + hour, utc), (TimeRange{now - 6 * hour, now}));
    QCOMPARE(frozen.following(now + hour, utc), six);
}

void TestTimeSelection::pansAndZooms()
{
    const QTimeZone utc = QTimeZone::utc();
    const auto six = TimeSelection::last(6h);
    const auto back = six.panned(-0.5, now, utc);
    QCOMPARE(back.resolve(now, utc), (TimeRange{now - 9 * hour, now - 3 * hour}));
    QCOMPARE(back.panned(0.5, now, utc), six);
    QCOMPARE(six.zoomed(2, now, utc), TimeSelection::last(12h));
    QCOMPARE(back.zoomed(0.5, now, utc).resolve(now, utc).length(), std::chrono::milliseconds{3h});
    QVERIFY(back.zoomed(0.00000001, now, utc).resolve(now, utc).length() >= 1s);
}

void TestTimeSelection::neverWithoutWidth()
{
    const TimeSelection today{.from = {.rounding = TimePoint::Rounding::Day}, .to = {}};
    QVERIFY(today.resolve(1795305600000, QTimeZone::utc()).isValid());
}

void TestTimeSelection::zoneTitles()
{
    QCOMPARE(timeZoneTitle(QTimeZone::utc(), now), u"UTC"_s);
    QCOMPARE(timeZoneTitle(QTimeZone{"Asia/Shanghai"}, now), u"UTC+08:00 Asia/Shanghai"_s);
    QCOMPARE(timeZoneTitle(QTimeZone{"America/St_Johns"}, now), u"UTC−03:30 America/St_Johns"_s);
}

QTEST_GUILESS_MAIN(TestTimeSelection)
#include "tst_timeselection.moc"
