// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/traffictrace.h"
#include "support/resultmacros.h"

#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs start = 1'760'000'400'000; // 2025-10-09T09:00:00Z

const QByteArray head = "time,component,requests_per_second\n";

double at(const TrafficTrace &trace, const QString &component, int seconds)
{
    return trace.requests.value(component).at(trace.grid.indexOf(start + EpochMs{seconds} * 1000));
}

} // namespace

class TestTrafficTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesHoldUntilTheNext()
    {
        const QByteArray text = "\xEF\xBB\xBF# last sale\r\n" + head +
                                "2025-10-09T09:00:00Z,rag-worker,10\r\n"
                                "1760000400,\"dialog-manager\",24.5\r\n"
                                "2025-10-09T17:01:00+08:00,rag-worker,20\n"
                                "1760000460,dialog-manager,0\n";
        const auto trace = readTrafficTrace(text, u"t.csv"_s);
        QVERIFY_RESULT(trace);
        QCOMPARE(trace->grid.from, start);
        QCOMPARE(trace->grid.count, 8U); // the last minute holds as long as the first
        QCOMPARE(at(*trace, u"rag-worker"_s, 0), 10.0);
        QCOMPARE(at(*trace, u"rag-worker"_s, 45), 10.0);
        QCOMPARE(at(*trace, u"rag-worker"_s, 60), 20.0);
        QCOMPARE(at(*trace, u"rag-worker"_s, 105), 20.0);
        QCOMPARE(at(*trace, u"dialog-manager"_s, 15), 24.5);
        QCOMPARE(at(*trace, u"dialog-manager"_s, 60), 0.0); // zero is known
    }

    void gapsAndNaNAreUnknown()
    {
        const QByteArray text = head + "1760000400,a,1\n1760000460,a,NaN\n"
                                       "1760000520,a,\n1760000580,a,4\n"
                                       "1760000640,a,5\n1760001000,a,6\n";
        const auto trace = readTrafficTrace(text, u"t.csv"_s);
        QVERIFY_RESULT(trace);
        QCOMPARE(at(*trace, u"a"_s, 45), 1.0);
        QVERIFY(std::isnan(at(*trace, u"a"_s, 60)));
        QVERIFY(std::isnan(at(*trace, u"a"_s, 120)));
        QCOMPARE(at(*trace, u"a"_s, 180), 4.0);
        QCOMPARE(at(*trace, u"a"_s, 330), 5.0); // one and a half times the usual minute
        QVERIFY(std::isnan(at(*trace, u"a"_s, 345)));
        QVERIFY(std::isnan(at(*trace, u"a"_s, 585)));
        QCOMPARE(at(*trace, u"a"_s, 600), 6.0);
        const double known = knownShare(trace->requests.value(u"a"_s));
        QVERIFY(known > 0.3 && known < 0.6);
    }

    void whatIsWrongIsNamedByLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("no rows") << head << 1;
        QTest::newRow("another head") << QByteArray("time,rps\n") << 1;
        QTest::newRow("two columns") << head + "1,a\n" << 2;
        QTest::newRow("not a time") << head + "# fine\nyesterday,a,1\n" << 3;
        QTest::newRow("before the epoch") << head + "-5,a,1\n" << 2;
        QTest::newRow("no name") << head + "1,,1\n" << 2;
        QTest::newRow("four columns") << head + "1,a,1,1\n" << 2;
        QTest::newRow("not a number") << head + "1,a,1\n2,a,1x\n" << 3;
        QTest::newRow("below zero") << head + "1,a,-1\n" << 2;
        QTest::newRow("infinite") << head + "1,a,inf\n" << 2;
        QTest::newRow("more than can be counted") << head + "1,a,1e300\n" << 2;
        QTest::newRow("time stands still") << head + "1,a,1\n1,a,1\n" << 3;
        QTest::newRow("time goes back") << head + "1,b,1\n5,a,1\n4,a,1\n" << 4;
        QTest::newRow("too long") << head + "1,a,1\n1760000400,a,1\n" << 3;
    }

    void whatIsWrongIsNamedByLine()
    {
        QFETCH(QByteArray, text);
        const auto trace = readTrafficTrace(text, u"t.csv"_s);
        QVERIFY_ERROR(trace, ErrorCode::InvalidDocument);
        QCOMPARE(trace.error().position->file, u"t.csv"_s);
        QTEST(trace.error().position->line, "line");
        QVERIFY(!trace.error().why.isEmpty());
    }

    void moreThanCanBeHeldIsRefused()
    {
        const auto large = readTrafficTrace(QByteArray(maxTraceBytes + 1, '#'), u"large.csv"_s);
        QVERIFY_ERROR(large, ErrorCode::TooLarge);
        QCOMPARE(large.error().where, u"large.csv"_s);
        QVERIFY2(large.error().why.contains(u"128 MiB"_s), qPrintable(large.error().why));
        // 399 days are 2.3 million steps, of each of 50 components.
        QByteArray many = head;
        for (int i = 0; i < 50; ++i) {
            const QByteArray name = "c" + QByteArray::number(i);
            many += "1,";
            many += name;
            many += ",1\n17236800,";
            many += name;
            many += ",1\n";
        }
        const auto broad = readTrafficTrace(many, u"broad.csv"_s);
        QVERIFY_ERROR(broad, ErrorCode::TooLarge);
        QVERIFY2(broad.error().why.contains(u"50"_s), qPrintable(broad.error().why));
    }
};

QTEST_APPLESS_MAIN(TestTrafficTrace)
#include "tst_traffictrace.moc"
