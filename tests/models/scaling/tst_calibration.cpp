// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/calibration.h"
#include "scaling/servicefit.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace std::chrono_literals;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

class TestCalibration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameIsOne()
    {
        const TimeGrid grid{.count = 100};
        const Calibration same =
            calibrate(std::vector<std::int32_t>(100, 4), GridColumn(100, 4.0), {}, grid, 300s);
        QCOMPARE(same.whole.score, 1.0);
        QCOMPARE(same.whole.fitShare, 1.0);
        QCOMPARE(same.periods.size(), 5U);
        QCOMPARE(same.periods[1].from, 300'000);
        QCOMPARE(same.periods[1].score.score, 1.0);
    }

    void theScoreIsTheShareOfReplicaHoursThatIsRight()
    {
        const TimeGrid grid{.count = 4};
        const Calibration one = calibrate({5, 5, 3, 12}, {4, 5, 5, 10}, {}, grid, 60s);
        QVERIFY(std::abs(one.whole.score - (1 - 5.0 / 24)) < 1e-12);
        QCOMPARE(one.whole.withinOne, 0.5);
        QCOMPARE(one.whole.recordedReplicas, 6.0);
        QCOMPARE(one.whole.replayedReplicas, 6.25);
        // Median 5: errors 1 + 0 + 0 + 5.
        QVERIFY(std::abs(one.whole.baseline - (1 - 6.0 / 24)) < 1e-12);
        const Calibration wild = calibrate({90, 90}, {1, 1}, {}, {.count = 2}, 60s);
        QCOMPARE(wild.whole.score, 0.0);
    }

    void unfitStepsTakeNoPart()
    {
        const TimeGrid grid{.count = 4};
        const Calibration one =
            calibrate({9, 4, 4, 4}, {4, 4, unknown, 4}, {UnfitThrottled, 0, 0, 0}, grid, 30s);
        QCOMPARE(one.whole.score, 1.0);
        QCOMPARE(one.whole.fitShare, 0.5);
        QCOMPARE(int(one.marks[0]), int(UnfitThrottled));
        QCOMPARE(int(one.marks[2]), int(UnfitGap));
        QCOMPARE(one.periods.size(), 2U);
        QCOMPARE(one.periods[1].score.fitShare, 0.5);
    }

    void nothingKnownIsNotAGoodScore()
    {
        const Calibration none = calibrate({1, 2}, {unknown, unknown}, {}, {.count = 2}, 30s);
        QCOMPARE(none.whole.score, 0.0);
        QCOMPARE(none.whole.fitShare, 0.0);
        const Calibration shorter = calibrate({}, {1}, {}, {.count = 3}, 30s);
        QCOMPARE(shorter.whole.fitShare, 0.0);
        QCOMPARE(shorter.marks.size(), 3U);
        QCOMPARE(calibrate({}, {}, {}, {}, 0s).periods.size(), 0U);
    }

    void zeroReplicasAreARecordToo()
    {
        const Calibration right = calibrate({0, 0}, {0, 0}, {}, {.count = 2}, 30s);
        QCOMPARE(right.whole.score, 1.0);
        const Calibration wrong = calibrate({0, 1}, {0, 0}, {}, {.count = 2}, 30s);
        QCOMPARE(wrong.whole.score, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
