// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/zonesegments.h"

#include <QTest>

#include <ctime>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 minuteMs = 60'000;

EpochMs at(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

/// The wall clock shown at an instant, as the C library has it; TZ is set by the test.
qint64 wallClock(EpochMs time)
{
    const std::time_t seconds = time / 1000;
    std::tm local{};
    localtime_r(&seconds, &local);
    return time + local.tm_gmtoff * 1000;
}

QString clock(EpochMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"MM-dd HH:mm"_s);
}

} // namespace

class TestZoneSegments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        qputenv("TZ", "UTC");
        tzset();
    }

    void lookups_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("end");
        QTest::addColumn<int>("instants");
        const auto row = [](const char *name, const char *zone, const char *local,
                            const char *first, const char *end, int instants) {
            QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(local)
                                << QString::fromLatin1(first) << QString::fromLatin1(end)
                                << instants;
        };
        row("plain", "Asia/Shanghai", "2026-03-29T09:00:00Z", "03-29 01:00", "03-29 01:00", 1);
        row("Berlin: before the gap", "Europe/Berlin", "2026-03-29T01:59:00Z", "03-29 00:59",
            "03-29 00:59", 1);
        row("Berlin: the gap's first minute", "Europe/Berlin", "2026-03-29T02:00:00Z",
            "03-29 01:00", "03-29 01:00", 0);
        row("Berlin: inside the gap", "Europe/Berlin", "2026-03-29T02:30:00Z", "03-29 01:00",
            "03-29 01:00", 0);
        row("Berlin: after the gap", "Europe/Berlin", "2026-03-29T03:00:00Z", "03-29 01:00",
            "03-29 01:00", 1);
        row("Berlin: the overlap's first minute", "Europe/Berlin", "2026-10-25T02:00:00Z",
            "10-25 00:00", "10-25 00:00", 2);
        row("Berlin: inside the overlap", "Europe/Berlin", "2026-10-25T02:30:00Z", "10-25 00:30",
            "10-25 01:30", 2);
        row("Berlin: after the overlap", "Europe/Berlin", "2026-10-25T03:00:00Z", "10-25 02:00",
            "10-25 02:00", 1);
        row("Lord Howe: half an hour only", "Australia/Lord_Howe", "2026-10-04T02:15:00Z",
            "10-03 15:30", "10-03 15:30", 0);
        row("Havana: the gap is at midnight", "America/Havana", "2026-03-08T00:30:00Z",
            "03-08 05:00", "03-08 05:00", 0);
        row("Apia skipped a whole day", "Pacific/Apia", "2011-12-30T12:00:00Z", "12-30 10:00",
            "12-30 10:00", 0);
    }

    void lookups()
    {
        QFETCH(QString, zone);
        QFETCH(QString, local);
        const EpochMs wanted = at(local);
        const ZoneSegments segments(QTimeZone(zone.toLatin1()),
                                    {wanted - 12 * 3'600'000LL, wanted + 12 * 3'600'000LL});
        QTEST(clock(segments.firstAt(wanted)), "first");
        QTEST(clock(segments.endBefore(wanted)), "end");
        QTEST(static_cast<int>(segments.instantsOf(wanted).size()), "instants");
    }

    /// Each function against its own definition, a quarter of an hour at a time over a year.
    void definitionsHold_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char *zone : {"Europe/Berlin", "America/Havana", "Australia/Lord_Howe",
                                 "Africa/Casablanca", "Pacific/Chatham", "Asia/Kathmandu"}) {
            QTest::newRow(zone) << QString::fromLatin1(zone);
        }
    }

    void definitionsHold()
    {
        QFETCH(QString, zone);
        qputenv("TZ", zone.toLatin1());
        tzset();
        const EpochMs from = at(u"2026-01-01T00:00:00Z"_s);
        const EpochMs to = at(u"2027-01-01T00:00:00Z"_s);
        const ZoneSegments segments(QTimeZone(zone.toLatin1()), {from, to});
        const auto minute = [](EpochMs time) { return time - time % minuteMs; };
        for (qint64 local = from; local < to; local += 15 * minuteMs) {
            const EpochMs first = segments.firstAt(local);
            QVERIFY(wallClock(first) >= local);
            QVERIFY(wallClock(first - minuteMs) < local);
            const EpochMs end = segments.endBefore(local);
            QVERIFY(wallClock(minute(end - 1)) < local);
            QVERIFY(wallClock(end) >= local);
            QVERIFY(end >= first);
            for (const EpochMs instant : segments.instantsOf(local)) {
                QCOMPARE(wallClock(instant), local);
                QVERIFY(instant >= first);
            }
            // A gap has no instant, and only a gap.
            QCOMPARE(segments.instantsOf(local).empty(), wallClock(first) != local);
        }
    }

    void changesAreListedWithTheirOffsets()
    {
        const ZoneSegments segments(QTimeZone("Europe/Berlin"),
                                    {at(u"2026-01-01T00:00:00Z"_s), at(u"2027-01-01T00:00:00Z"_s)});
        const auto changes = segments.changes();
        QCOMPARE(changes.size(), std::size_t{2});
        QCOMPARE(clock(changes[0].at), u"03-29 01:00"_s);
        QCOMPARE(changes[0].offsetBefore, 3600);
        QCOMPARE(changes[0].offsetAfter, 7200);
        QCOMPARE(clock(changes[1].at), u"10-25 01:00"_s);
        QCOMPARE(changes[1].offsetAfter, 3600);
        QVERIFY(ZoneSegments(QTimeZone("Asia/Shanghai"), {0, 1}).changes().empty());
    }

    void localMillisecondsOfADay()
    {
        QCOMPARE(localMs({1970, 1, 1}, 0ms), 0);
        QCOMPARE(localMs({1970, 1, 2}, 1h), 25 * 3'600'000LL);
        QCOMPARE(localMs({1969, 12, 31}, 23h), -3'600'000LL);
        QCOMPARE(localMs({2000, 2, 29}, 24h), localMs({2000, 3, 1}, 0h));
    }
};

QTEST_GUILESS_MAIN(TestZoneSegments)
#include "tst_zonesegments.moc"
