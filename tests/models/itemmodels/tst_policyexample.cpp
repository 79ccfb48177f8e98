// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/policyanalysis.h"
#include "itemmodels/policyexample.h"
#include "policy/policyassertions.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestPolicyExample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isInOrder_data();
    void isInOrder();
};

void TestPolicyExample::isInOrder_data()
{
    QTest::addColumn<QString>("nameSpace");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDateTime>("now");
    QTest::newRow("of the demo") << QString{} << QString{}
                                 << QDateTime({2026, 11, 29}, {9, 0}, Qt::UTC);
    QTest::newRow("another place")
        << u"shop"_s << u"Europe/Berlin"_s << QDateTime({2027, 3, 15}, {23, 30}, Qt::UTC);
    QTest::newRow("end of the year")
        << u"shop"_s << u"America/New_York"_s << QDateTime({2027, 12, 25}, {0, 0}, Qt::UTC);
}

/// Nothing is wrong with what a beginner starts from, whenever that is.
void TestPolicyExample::isInOrder()
{
    QFETCH(QString, nameSpace);
    QFETCH(QString, zone);
    QFETCH(QDateTime, now);
    PolicyInput input;
    input.text = policyExample(nameSpace, zone, now.toMSecsSinceEpoch());
    input.now = now.toMSecsSinceEpoch();
    QVERIFY(!input.text.isEmpty());
    const PolicyAnalysisPtr analysis = analysePolicy(input);
    QVERIFY2(
        analysis->ok(),
        qPrintable(analysis->ok() ? QString{} : analysis->reading.problems.front().sentence()));
    QCOMPARE(analysis->reading.policy.nameSpace, nameSpace.isEmpty() ? u"kotaemon"_s : nameSpace);
    for (const PolicyFinding &finding : analysis->findings) {
        QVERIFY2(finding.severity != PolicyFinding::Severity::Error, qPrintable(finding.text));
        QVERIFY2(finding.id != u"event-over", qPrintable(finding.text));
    }
    QCOMPARE(analysis->timelines.size(), std::size_t{3});
    // The sale is in sight.
    bool sale = false;
    for (const TimelineRow &row : analysis->timelines.front().timeline.rows) {
        sale = sale || (row.why.contains(u"big sale"_s) && row.min == 12 && row.max == 40);
    }
    QVERIFY(sale);
}

QTEST_GUILESS_MAIN(TestPolicyExample)
#include "tst_policyexample.moc"
