// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/hpatrajectory.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

/// The comparison itself must be able to fail.
class TestHpaTrajectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/conformance/hpa-public.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_line = file.readLine();
    }

    void aTrueTrajectoryAgrees()
    {
        const auto trajectory = readHpaTrajectory(m_line);
        QVERIFY_RESULT(trajectory);
        QVERIFY(!trajectory->steps.empty());
        QCOMPARE(firstDifference(*trajectory), QString{});
    }

    void aChangedExpectationIsReported()
    {
        auto trajectory = readHpaTrajectory(m_line);
        QVERIFY_RESULT(trajectory);
        trajectory->steps.back().expect.desiredReplicas += 1;
        const QString difference = firstDifference(*trajectory);
        QVERIFY(difference.contains(trajectory->id));
        QVERIFY(difference.contains(u"expected"_s));
    }

    void brokenLinesAreErrors_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("code");
        QTest::newRow("not JSON") << QByteArray("{")
                                  << static_cast<int>(ErrorCode::InvalidDocument);
        QTest::newRow("no maximum")
            << QByteArray("{}") << static_cast<int>(ErrorCode::InvalidInput);
        QTest::newRow("minimum above maximum")
            << QByteArray("{\"hpa\":{\"spec\":{\"minReplicas\":3,\"maxReplicas\":2}}}")
            << static_cast<int>(ErrorCode::InvalidInput);
        QTest::newRow("zero target")
            << QByteArray("{\"hpa\":{\"spec\":{\"maxReplicas\":2,\"metrics\":[{\"type\":\"Pods\","
                          "\"pods\":{\"metric\":"
                          "{\"name\":\"x\"},\"target\":{\"type\":\"AverageValue\",\"averageValue\":"
                          "\"0\"}}}]}}}")
            << static_cast<int>(ErrorCode::InvalidInput);
    }

    void brokenLinesAreErrors()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, code);
        const auto trajectory = readHpaTrajectory(line);
        QVERIFY_ERROR(trajectory, static_cast<ErrorCode>(code));
    }

private:
    QByteArray m_line;
};

QTEST_GUILESS_MAIN(TestHpaTrajectory)
#include "tst_hpatrajectory.moc"
