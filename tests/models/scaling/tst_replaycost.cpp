// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replaycost.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One hour of 15 s with constant replicas and 10 answered requests a second.
ReplayColumns constant(const QString &name, int replicas)
{
    ReplayColumns columns;
    columns.name = name;
    columns.desired.assign(240, replicas);
    columns.served.assign(240, 10.0F);
    return columns;
}

ReplayResult hourOf(std::vector<ReplayColumns> components)
{
    ReplayResult result;
    result.grid = {.from = 0, .count = 240};
    result.components = std::move(components);
    return result;
}

ReplayPrices prices()
{
    ReplayPrices prices;
    prices.perCoreHour = 1;
    prices.perGibHour = 0.1;
    prices.node.size = {4, 16}; // 5.6 an hour
    ComponentPrice small;
    small.requested = {0.5, 1};
    small.allocated = {0.6, 1}; // uses more than it asks for
    ComponentPrice large;
    large.requested = {3, 4};
    large.allocated = {3, 4};
    prices.components = {small, large};
    return prices;
}

} // namespace

class TestReplayCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void podsArePacked_data()
    {
        QTest::addColumn<int>("small");
        QTest::addColumn<int>("large");
        QTest::addColumn<int>("nodes");
        QTest::newRow("nothing") << 0 << 0 << 0;
        QTest::newRow("one small") << 1 << 0 << 1;
        QTest::newRow("a node full") << 8 << 0 << 1;
        QTest::newRow("one more") << 9 << 0 << 2;
        QTest::newRow("two fit beside a large one") << 2 << 1 << 1;
        QTest::newRow("three do not") << 3 << 1 << 2;
        QTest::newRow("large ones take a node each") << 4 << 2 << 2;
    }

    void podsArePacked()
    {
        QFETCH(int, small);
        QFETCH(int, large);
        QTEST(nodesFor({small, large}, {{0.5, 1}, {3, 4}}, {4, 16}), "nodes");
    }

    void aPodLargerThanANodeIsPaidForAnyway() { QCOMPARE(nodesFor({2}, {{6, 1}}, {4, 16}), 4); }

    void twoLedgers()
    {
        const ReplayCost cost =
            replayCost(hourOf({constant(u"a"_s, 2), constant(u"b"_s, 1)}), prices());
        QCOMPARE(cost.components[0].allocated, 2 * 0.7);
        QCOMPARE(cost.components[1].allocated, 3.4);
        QCOMPARE(cost.mostNodes, 1);
        QCOMPARE(cost.nodeHours, 1.0);
        QCOMPARE(cost.cash, 5.6);
        QCOMPARE(cost.all.idle, 5.6 - 4.8);
        QCOMPARE(cost.components[0].idle + cost.components[1].idle, cost.all.idle);
        QCOMPARE(cost.components[1].idle / cost.components[0].idle, 3.4 / 1.4);
    }

    void partsAddUpToTheWhole()
    {
        ReplayPrices with = prices();
        with.sharedPerHour = 2;
        with.components[0].tokensPerServed = 0.001;
        ReplayResult result = hourOf({constant(u"a"_s, 2), constant(u"b"_s, 0)});
        // Large pods for five minutes around the half: their node outlives them.
        std::fill(result.components[1].desired.begin() + 110,
                  result.components[1].desired.begin() + 130, 4);
        const ReplayCost whole = replayCost(result, with);
        double allocated = 0;
        double nodeHours = 0;
        double tokens = 0;
        double shared = 0;
        for (const std::size_t first : {0U, 60U, 120U, 180U}) {
            const ReplayCost part = replayCost(result, with, {}, {first, first + 60});
            allocated += part.all.allocated;
            nodeHours += part.nodeHours;
            tokens += part.all.tokens;
            shared += part.all.shared;
        }
        QVERIFY(std::abs(allocated - whole.all.allocated) < 1e-9);
        QVERIFY(std::abs(nodeHours - whole.nodeHours) < 1e-9);
        QVERIFY(std::abs(tokens - whole.all.tokens) < 1e-9);
        QVERIFY(std::abs(shared - whole.all.shared) < 1e-9);
        // Beyond the end there is nothing, and nothing is read.
        QCOMPARE(replayCost(result, with, {}, {300, 400}).all.total(), 0.0);
        QCOMPARE(replayCost(result, with, {}, {180, 9999}).nodeHours,
                 replayCost(result, with, {}, {180, 240}).nodeHours);
    }

    void sharedTokensAndCalls()
    {
        ReplayPrices with = prices();
        with.sharedPerHour = 2;
        with.components[0].tokensPerServed = 0.001;
        with.components[1].callsPerServed = 0.0001;
        const ReplayCost cost =
            replayCost(hourOf({constant(u"a"_s, 2), constant(u"b"_s, 1)}), with, {true, false});
        QCOMPARE(cost.all.shared, 2.0);
        QCOMPARE(cost.components[0].tokens, 36.0); // 36,000 requests
        QCOMPARE(cost.components[1].calls, 3.6);
        QCOMPARE(cost.all.served, 36'000.0); // what comes from outside
        QCOMPARE(cost.all.perThousand(), cost.all.total() / 36);
        QCOMPARE(ComponentCost{}.perThousand(), 0.0);
    }

    void aPolicysOwnPriceWins()
    {
        ReplayPrices with = prices();
        with.components[0].perReplicaHour = 5;
        QCOMPARE(replayCost(hourOf({constant(u"a"_s, 2)}), with).components[0].allocated, 10.0);
    }

    void nodesStayForAWhile()
    {
        ReplayColumns columns = constant(u"a"_s, 8);
        for (std::size_t i = 0; i < 40; ++i) {
            columns.desired[i] = 16; // ten minutes of two nodes
        }
        const ReplayCost cost = replayCost(hourOf({columns}), prices());
        QCOMPARE(cost.mostNodes, 2);
        QCOMPARE(cost.nodeHours, 1.0 + 20.0 / 60); // and ten more
    }

    void unknownTrafficCostsNoTokens()
    {
        ReplayColumns columns = constant(u"a"_s, 1);
        columns.served.assign(240, std::numeric_limits<float>::quiet_NaN());
        ReplayPrices with = prices();
        with.components[0].tokensPerServed = 1;
        QCOMPARE(replayCost(hourOf({columns}), with).all.tokens, 0.0);
        QCOMPARE(replayCost({}, with).cash, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestReplayCost)
#include "tst_replaycost.moc"
