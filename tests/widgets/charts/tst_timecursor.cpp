// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timecursor.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;

class TestTimeCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsChangesOnce()
    {
        TimeCursor cursor;
        const QSignalSpy changed(&cursor, &TimeCursor::timeChanged);
        cursor.setTime(5);
        cursor.setTime(5);
        QCOMPARE(changed.size(), 1);
        cursor.setTime(std::nullopt);
        QCOMPARE(changed.size(), 2);
        QVERIFY(!cursor.time());
    }

    void pinnedStaysUntilMovedByKey()
    {
        TimeCursor cursor;
        const QSignalSpy pinned(&cursor, &TimeCursor::pinnedChanged);
        cursor.setTime(5);
        cursor.setPinned(true);
        cursor.setPinned(true);
        QCOMPARE(pinned.size(), 1);
        cursor.setTime(9);
        cursor.setTime(std::nullopt);
        QCOMPARE(cursor.time(), std::optional<EpochMs>{5});
        cursor.moveTo(7);
        QCOMPARE(cursor.time(), std::optional<EpochMs>{7});
    }

    void undoGoesBackStepByStep()
    {
        TimeCursor cursor;
        QList<TimeRange> asked;
        connect(&cursor, &TimeCursor::rangeRequested, this,
                [&](const TimeRange &range) { asked.append(range); });
        cursor.zoomTo({20'000, 80'000}, {0, 100'000});
        cursor.zoomTo({30'000, 40'000}, {20'000, 80'000});
        QVERIFY(cursor.canUndoZoom());
        cursor.undoZoom();
        QCOMPARE(asked.last(), (TimeRange{20'000, 80'000}));
        cursor.undoZoom();
        QCOMPARE(asked.last(), (TimeRange{0, 100'000}));
        QVERIFY(!cursor.canUndoZoom());
        cursor.undoZoom();
        QCOMPARE(asked.size(), 4);
    }

    void oneGestureIsOneStep()
    {
        TimeCursor cursor;
        cursor.zoomTo({1000, 90'000}, {0, 100'000}, TimeCursor::Gesture::New);
        cursor.zoomTo({2000, 80'000}, {1000, 90'000}, TimeCursor::Gesture::Continued);
        cursor.zoomTo({3000, 70'000}, {2000, 80'000}, TimeCursor::Gesture::Continued);
        TimeRange last;
        connect(&cursor, &TimeCursor::rangeRequested, this,
                [&](const TimeRange &range) { last = range; });
        cursor.undoZoom();
        QCOMPARE(last, (TimeRange{0, 100'000}));
        QVERIFY(!cursor.canUndoZoom());
    }

    void aRangeChosenElsewhereForgetsThem()
    {
        TimeCursor cursor;
        cursor.zoomTo({20'000, 80'000}, {0, 100'000});
        cursor.clearZooms();
        QVERIFY(!cursor.canUndoZoom());
    }

    void rangesAreMadeSane()
    {
        TimeCursor cursor;
        TimeRange last;
        connect(&cursor, &TimeCursor::rangeRequested, this,
                [&](const TimeRange &range) { last = range; });
        cursor.zoomTo({80'000, 20'000}, {0, 100'000});
        QCOMPARE(last, (TimeRange{20'000, 80'000}));
        cursor.zoomTo({50'000, 50'010}, {20'000, 80'000});
        QCOMPARE(last.length().count(), 1000);
        QVERIFY(last.contains(50'005));
    }

    void theStackIsBounded()
    {
        TimeCursor cursor;
        for (EpochMs i = 0; i < 500; ++i) {
            cursor.zoomTo({i + 1, 100'000}, {i, 100'000});
        }
        int undone = 0;
        TimeRange last;
        connect(&cursor, &TimeCursor::rangeRequested, this, [&](const TimeRange &range) {
            last = range;
            ++undone;
        });
        while (cursor.canUndoZoom()) {
            cursor.undoZoom();
        }
        QCOMPARE(undone, 100);
        QCOMPARE(last.from, EpochMs{0}); // the page's own range is never forgotten
    }
};

QTEST_GUILESS_MAIN(TestTimeCursor)
#include "tst_timecursor.moc"
