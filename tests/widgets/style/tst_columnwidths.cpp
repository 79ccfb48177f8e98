// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/columnwidths.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace spillway;

using Widths = std::vector<int>;
using Wishes = std::vector<ColumnWish>;
Q_DECLARE_METATYPE(Widths)
Q_DECLARE_METATYPE(Wishes)

namespace {

int sum(const Widths &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

} // namespace

class TestColumnWidths : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void widths_data();
    void widths();
    void alwaysFillsTheRoom();
};

void TestColumnWidths::widths_data()
{
    QTest::addColumn<Wishes>("wishes");
    QTest::addColumn<int>("room");
    QTest::addColumn<Widths>("expected");
    const auto row = [](const char *name, const Wishes &wishes, int room, const Widths &expected) {
        QTest::newRow(name) << wishes << room << expected;
    };
    row("none", {}, 100, {});
    row("just right", {{60, 60}, {40, 40}}, 100, {60, 40});
    row("room to spare grows with what is there", {{60, 60}, {40, 40}}, 200, {120, 80});
    row("and with the weight", {{50, 50, 1}, {50, 50, 3}}, 200, {75, 125});
    row("nothing is lost to rounding", {{1, 1}, {1, 1}, {1, 1}}, 103, {34, 34, 35});
    row("the widest is cut first", {{200, 50}, {60, 50}}, 200, {140, 60});
    row("then both to the same", {{200, 50}, {160, 50}}, 200, {100, 100});
    row("numbers keep theirs", {{200, 50}, {90, 90}}, 200, {110, 90});
    row("an odd pixel goes to the first", {{200, 50}, {200, 50}}, 201, {101, 100});
    row("no more than least can be cut", {{200, 80}, {200, 80}}, 100, {80, 80});
    row("hidden stays hidden", {{0, 0}, {40, 40}}, 100, {0, 100});
    row("no room at all", {{50, 20}, {30, 30}}, 0, {20, 30});
    row("a room that is less than none", {{50, 20}}, -5, {20});
}

void TestColumnWidths::widths()
{
    QFETCH(Wishes, wishes);
    QFETCH(int, room);
    QTEST(columnWidths(wishes, room), "expected");
}

void TestColumnWidths::alwaysFillsTheRoom()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        Wishes wishes;
        int least = 0;
        const int columns = random.bounded(1, 12);
        for (int i = 0; i < columns; ++i) {
            const int natural = random.bounded(1, 400);
            wishes.push_back({natural, random.bounded(0, natural + 1), random.bounded(1, 5)});
            least += wishes.back().least;
        }
        const int room = random.bounded(0, 3'000);
        const Widths found = columnWidths(wishes, room);
        QCOMPARE(found.size(), wishes.size());
        QCOMPARE(sum(found), std::max(room, least));
        for (std::size_t i = 0; i < found.size(); ++i) {
            QVERIFY(found[i] >= wishes[i].least);
        }
    }
}

QTEST_GUILESS_MAIN(TestColumnWidths)
#include "tst_columnwidths.moc"
