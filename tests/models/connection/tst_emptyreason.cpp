// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/emptyreason.h"
#include "support/fakequerysource.h"
#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestEmptyReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectors_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("plain") << u"up"_s << QStringList{u"up"_s};
        QTest::newRow("matchers") << u"up{job=\"a,}\", x!='b'}"_s
                                  << QStringList{u"up{job=\"a,}\",x!='b'}"_s};
        QTest::newRow("rate") << u"sum by (job, code) (rate(http_requests_total[5m])) > 0"_s
                              << QStringList{u"http_requests_total"_s};
        QTest::newRow("two")
            << u"sum(a{x=\"1\"}) / on (job) group_left(b) count by(z)(c) offset 5m"_s
            << QStringList{u"a{x=\"1\"}"_s, u"c"_s};
        QTest::newRow("repeat") << u"a / a"_s << QStringList{u"a"_s};
        QTest::newRow("quantile")
            << u"histogram_quantile(0.95, sum by (le) (rate(h_bucket{stage=~\"t.*\"}[1m])))"_s
            << QStringList{u"h_bucket{stage=~\"t.*\"}"_s};
        QTest::newRow("quoted name")
            << u"{\"a.b\", c=\"d\"}"_s << QStringList{u"{\"a.b\",c=\"d\"}"_s};
        QTest::newRow("__name__") << u"{c=\"d\",__name__=~\"a.*\"}"_s
                                  << QStringList{u"{__name__=~\"a.*\",c=\"d\"}"_s};
        QTest::newRow("numbers") << u"1.5e3 + 5m * time() - Inf"_s << QStringList{};
        QTest::newRow("recording rule")
            << u"job:errors:rate5m # up\n + b"_s << QStringList{u"job:errors:rate5m"_s, u"b"_s};
        QTest::newRow("string") << u"label_replace(a, \"x\", \"$1\", \"y\", \"(b)\")"_s
                                << QStringList{u"a"_s};
        QTest::newRow("cut") << u"sum(a{x=\""_s << QStringList{u"a"_s};
    }

    void selectors()
    {
        QFETCH(const QString, expr);
        QStringList found;
        for (const PromqlSelector &one : promqlSelectors(expr)) {
            found.append(one.text());
        }
        QTEST(found, "expected");
    }

    void reasons_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QStringList>("present");
        QTest::addColumn<QString>("part");
        QTest::newRow("no metric") << u"1 > 2"_s << QStringList{} << u"names no metric"_s;
        QTest::newRow("not scraped")
            << u"rate(x{a=\"1\"}[5m])"_s << QStringList{} << u"x is not scraped"_s;
        QTest::newRow("label") << u"x{a=\"1\"}"_s << QStringList{u"x[3600s]"_s}
                               << u"no series of it has the label a=\"1\""_s;
        QTest::newRow("second label")
            << u"x{a=\"1\",b=\"2\"}"_s << QStringList{u"x[3600s]"_s, u"x{a=\"1\"}[3600s]"_s}
            << u"has the label b=\"2\""_s;
        QTest::newRow("together") << u"x{a=\"1\",b=\"2\"}"_s
                                  << QStringList{u"x[3600s]"_s, u"x{a=\"1\"}[3600s]"_s,
                                                 u"x{b=\"2\"}[3600s]"_s}
                                  << u"has all of these labels: a=\"1\", b=\"2\""_s;
        QTest::newRow("filtered") << u"x > 5"_s << QStringList{u"x[3600s]"_s} << u"comparison"_s;
        QTest::newRow("second side")
            << u"x / y"_s << QStringList{u"x[3600s]"_s} << u"y is not scraped"_s;
        QTest::newRow("only now") << u"x"_s << QStringList{u"x[300s]"_s}
                                  << u"none in this time range"_s;
        QTest::newRow("stopped") << u"x"_s << QStringList{u"x[86400s]"_s} << u"has stopped"_s;
    }

    void reasons()
    {
        QFETCH(const QString, expr);
        QFETCH(const QStringList, present);
        QFETCH(const QString, part);
        FakeQuerySource source;
        source.handler = [&present](const SourceQuery &query) {
            for (const QString &one : present) {
                if (query.expr == u"count(last_over_time(%1))"_s.arg(one)) {
                    return FakeQuerySource::ramp(query);
                }
            }
            return QueryResult{};
        };
        ManualClock clock;
        QueryGovernor governor(source, clock);
        EmptyReason reason(governor, expr, {clock.now() - 3'600'000, clock.now()}, clock.now());
        QSignalSpy spy(&reason, &EmptyReason::found);
        QTRY_COMPARE_WITH_TIMEOUT(spy.count(), 1, 60'000);
        QVERIFY2(reason.text().contains(part), qPrintable(reason.text()));
        QVERIFY(source.asked.size() <= 6);
        QVERIFY(std::all_of(source.asked.begin(), source.asked.end(),
                            [](const SourceQuery &query) { return query.instant; }));
    }

    void errorsEndTheSearch()
    {
        FakeQuerySource source;
        source.handler = [](const SourceQuery &) { return Error{}; };
        ManualClock clock;
        QueryGovernor governor(source, clock);
        EmptyReason reason(governor, u"x"_s, {0, 1000}, clock.now());
        QSignalSpy spy(&reason, &EmptyReason::found);
        QTRY_COMPARE_WITH_TIMEOUT(spy.count(), 1, 60'000);
        QCOMPARE(source.asked.size(), 1);
        QVERIFY(!reason.text().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEmptyReason)
#include "tst_emptyreason.moc"
