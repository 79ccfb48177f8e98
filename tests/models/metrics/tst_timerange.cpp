// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/timerange.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTimeRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesSteps_data()
    {
        QTest::addColumn<qint64>("spanSeconds");
        QTest::addColumn<int>("points");
        QTest::addColumn<qint64>("scrapeMs");
        QTest::addColumn<qint64>("stepMs");
        QTest::newRow("an hour") << 3600LL << 400 << 5000LL << 10'000LL;
        QTest::newRow("never below the scrape interval") << 60LL << 400 << 15'000LL << 15'000LL;
        QTest::newRow("a multiple of the scrape interval") << 3600LL << 400 << 15'000LL << 15'000LL;
        QTest::newRow("a week") << 604'800LL << 500 << 15'000LL << 1'800'000LL;
        QTest::newRow("odd scrape interval") << 3600LL << 100 << 7000LL << 42'000LL;
        QTest::newRow("the server's limit") << 11'000'000LL << 1'000'000 << 1000LL << 1'200'000LL;
        QTest::newRow("ten years") << 315'360'000LL << 500 << 15'000LL << 691'200'000LL;
    }

    void choosesSteps()
    {
        QFETCH(qint64, spanSeconds);
        QFETCH(int, points);
        QFETCH(qint64, scrapeMs);
        const auto step =
            chooseStep({0, spanSeconds * 1000}, points, std::chrono::milliseconds{scrapeMs});
        QTEST(qint64{step.count()}, "stepMs");
        QVERIFY(spanSeconds * 1000 / step.count() <= maxPointsPerSeries);
    }

    void alignsDown()
    {
        QCOMPARE(alignToStep({1234, 5678}, 1s), (TimeRange{1000, 5000}));
        QCOMPARE(alignToStep({-1, 10}, 10ms), (TimeRange{-10, 10}));
    }
};

QTEST_GUILESS_MAIN(TestTimeRange)
#include "tst_timerange.moc"
