// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duration.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDuration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesAndFormats_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("shortest");
        QTest::newRow("zero") << u"0"_s << 0LL << u"0"_s;
        QTest::newRow("seconds") << u"90s"_s << 90'000LL << u"1m30s"_s;
        QTest::newRow("mixed") << u"1h30m"_s << 5'400'000LL << u"1h30m"_s;
        QTest::newRow("milliseconds") << u"1s250ms"_s << 1250LL << u"1s250ms"_s;
        QTest::newRow("two weeks") << u"2w"_s << 1'209'600'000LL << u"2w"_s;
        QTest::newRow("ten days are not 1w3d") << u"10d"_s << 864'000'000LL << u"10d"_s;
        QTest::newRow("a year") << u"1y"_s << 31'536'000'000LL << u"1y"_s;
    }

    void parsesAndFormats()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        QFETCH(QString, shortest);
        const auto parsed = parseDuration(text);
        QVERIFY_RESULT(parsed);
        QCOMPARE(qint64{parsed->count()}, ms);
        QCOMPARE(formatDuration(*parsed), shortest);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *bad : {"", "5", "m", "5x", "1m1h", "1m1m", "-5m", " 5m", "5 m", "1.5h",
                                "99999999999999999999s", "9999999999999999y"}) {
            QTest::newRow(bad) << QString::fromLatin1(bad);
        }
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto parsed = parseDuration(text);
        QVERIFY_ERROR(parsed, ErrorCode::InvalidInput);
        QVERIFY(!parsed.error().why.isEmpty());
        QVERIFY(!parsed.error().advice.isEmpty());
    }

    void speaksToPeople_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("below a second") << 250LL << u"250 ms"_s;
        QTest::newRow("seconds") << 47'900LL << u"47 s"_s;
        QTest::newRow("minutes with seconds") << 125'000LL << u"2 min 5 s"_s;
        QTest::newRow("many minutes without") << 1'205'000LL << u"20 min"_s;
        QTest::newRow("hours") << 7'500'000LL << u"2 h 5 min"_s;
        QTest::newRow("days") << 90'000'000LL << u"1 d 1 h"_s;
        QTest::newRow("never negative") << -5LL << u"0 ms"_s;
    }

    void speaksToPeople()
    {
        QFETCH(qint64, ms);
        QTEST(humanDuration(std::chrono::milliseconds{ms}), "text");
    }
};

QTEST_GUILESS_MAIN(TestDuration)
#include "tst_duration.moc"
