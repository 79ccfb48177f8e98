// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/rowtable.h"
#include "itemmodels/podmodel.h"
#include "style/celldelegate.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

PodRow pod(int number)
{
    PodRow row;
    row.name = u"rag-worker-7d9f8b6c54-%1"_s.arg(number);
    row.key = u"kotaemon/"_s + row.name;
    row.owner = u"rag-worker"_s;
    row.status = u"Running"_s;
    row.ready = true;
    row.node = u"node-1"_s;
    return row;
}

std::vector<PodRow> pods(int count)
{
    std::vector<PodRow> rows;
    for (int i = 0; i < count; ++i) {
        rows.push_back(pod(i));
    }
    return rows;
}

struct Fixture
{
    explicit Fixture(int width, int count = 20)
        : table(&model, PodModel::Name, PodModel::Node)
    {
        model.setRows(pods(count));
        table.resize(width, 400);
        table.show();
    }
    /// Of what is shown.
    [[nodiscard]] int sumOfWidths() const
    {
        int sum = 0;
        for (int column = 0; column < model.columnCount(); ++column) {
            sum += table.columnWidth(column);
        }
        return sum;
    }
    [[nodiscard]] int room() const { return table.viewport()->width(); }
    [[nodiscard]] bool isCut(int row, int column) const
    {
        QStyleOptionViewItem option;
        option.widget = &table;
        option.font = table.font();
        const QModelIndex index = table.model()->index(row, column);
        return table.itemDelegate()->sizeHint(option, index).width() > table.columnWidth(column);
    }

    PodModel model;
    RowTable table;
};

} // namespace

class TestRowTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsFillTheTable_data();
    void columnsFillTheTable();
    void textsAreCutAndNumbersAreNot();
    void hiddenColumnsTakeNoRoom();
    void longerTextsGetTheirRoom();
    void columnsDoNotBreathe();
    void widthsOfTheUserStay();
    void sortsByValue();
    void theSelectionIsByKey();
    void aResetKeepsTheSelection();
    void escapeClearsTheSelection();
    void filters();
    void manyRows();
};

void TestRowTable::columnsFillTheTable_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {1'080, 1'280, 1'920, 2'560}) {
        QTest::addRow("%d", width) << width;
    }
}

void TestRowTable::columnsFillTheTable()
{
    QFETCH(int, width);
    const Fixture fixture(width);
    QCOMPARE(fixture.sumOfWidths(), fixture.room());
    for (int column = 0; column < fixture.model.columnCount(); ++column) {
        QVERIFY2(!fixture.isCut(0, column), qPrintable(QString::number(column)));
        const QString title =
            fixture.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QVERIFY(fixture.table.columnWidth(column) >=
                fixture.table.horizontalHeader()->fontMetrics().horizontalAdvance(title) +
                    spacing::s + CellDelegate::rightInset);
        QVERIFY(fixture.table.columnWidth(column) < width / 3); // no empty half
    }
}

void TestRowTable::textsAreCutAndNumbersAreNot()
{
    const Fixture fixture(700);
    QVERIFY(fixture.isCut(0, PodModel::Name));
    for (const int column : {PodModel::Restarts, PodModel::Age, PodModel::ColdStart}) {
        QVERIFY(!fixture.isCut(0, column));
    }
    QVERIFY(fixture.table.columnWidth(PodModel::Name) >= 96);
}

void TestRowTable::hiddenColumnsTakeNoRoom()
{
    Fixture fixture(1'280);
    const int before = fixture.table.columnWidth(PodModel::Name);
    fixture.table.setColumnHidden(PodModel::Workload, true);
    fixture.table.fitColumns();
    QCOMPARE(fixture.sumOfWidths(), fixture.room());
    QVERIFY(fixture.table.columnWidth(PodModel::Name) > before);
    fixture.table.setColumnHidden(PodModel::Workload, false);
    fixture.table.fitColumns();
    QVERIFY(!fixture.isCut(0, PodModel::Workload));
}

void TestRowTable::longerTextsGetTheirRoom()
{
    Fixture fixture(1'280);
    const QString status = u"CreateContainerConfigurationError"_s;
    std::vector<PodRow> rows = pods(20);
    rows.front().status = status;
    fixture.model.setRows(rows);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.isCut(0, PodModel::Status), 60'000);
    QCOMPARE(fixture.sumOfWidths(), fixture.room());
    rows.push_back(pod(20));
    rows.back().node = u"ip-10-0-12-34.eu-central-1.compute.internal"_s;
    fixture.model.setRows(rows);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.isCut(20, PodModel::Node), 60'000);
}

void TestRowTable::columnsDoNotBreathe()
{
    Fixture fixture(1'280);
    std::vector<PodRow> rows = pods(20);
    rows.front().status = u"ContainerCreating"_s;
    fixture.model.setRows(rows);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.isCut(0, PodModel::Status), 60'000);
    const int width = fixture.table.columnWidth(PodModel::Status);
    QSignalSpy resized(fixture.table.horizontalHeader(), &QHeaderView::sectionResized);
    fixture.model.setRows(pods(20)); // all short again
    fixture.table.fitColumns();
    QCOMPARE(fixture.table.columnWidth(PodModel::Status), width);
    QCOMPARE(resized.size(), 0);
}

void TestRowTable::widthsOfTheUserStay()
{
    Fixture fixture(1'280);
    fixture.table.setColumnWidth(PodModel::Name, 77);
    fixture.table.resize(1'600, 400);
    fixture.model.setRows(pods(30));
    fixture.table.fitColumns();
    QCOMPARE(fixture.table.columnWidth(PodModel::Name), 77);
}

void TestRowTable::sortsByValue()
{
    Fixture fixture(1'280);
    const auto first = [&fixture] {
        return fixture.table.model()->index(0, PodModel::Name).data().toString();
    };
    QCOMPARE(fixture.table.model()->index(2, PodModel::Name).data().toString(), pod(2).name);
    fixture.table.sortByColumn(PodModel::Name, Qt::DescendingOrder);
    QCOMPARE(first(), pod(19).name); // and not 9
}

void TestRowTable::theSelectionIsByKey()
{
    Fixture fixture(1'280);
    QSignalSpy selected(&fixture.table, &RowTable::selectedKeyChanged);
    fixture.table.selectKey(pod(7).key);
    QCOMPARE(fixture.table.selectedKey(), pod(7).key);
    QCOMPARE(selected.size(), 1);
    fixture.table.selectKey(pod(7).key);
    QCOMPARE(selected.size(), 1);
    std::vector<PodRow> rows = pods(20);
    rows.erase(rows.begin());
    fixture.model.setRows(rows);
    QCOMPARE(fixture.table.selectedKey(), pod(7).key);
    fixture.table.selectKey(u"kotaemon/gone"_s);
    QVERIFY(fixture.table.selectedKey().isEmpty());
}

void TestRowTable::aResetKeepsTheSelection()
{
    Fixture fixture(1'280, 500);
    fixture.table.selectKey(pod(200).key);
    const int scroll = fixture.table.verticalScrollBar()->value();
    QVERIFY(scroll > 0);
    QSignalSpy selected(&fixture.table, &RowTable::selectedKeyChanged);
    QSignalSpy resets(&fixture.model, &QAbstractItemModel::modelReset);
    fixture.model.setRows(pods(900));
    QCOMPARE(resets.size(), 1);
    QCOMPARE(fixture.table.selectedKey(), pod(200).key);
    QCOMPARE(fixture.table.verticalScrollBar()->value(), scroll);
    QCOMPARE(selected.size(), 0);
    fixture.model.setRows(pods(100)); // without it
    fixture.model.setRows({pod(1'000)});
    QCOMPARE(resets.size(), 2);
    QVERIFY(fixture.table.selectedKey().isEmpty());
    QVERIFY(!selected.isEmpty());
    QCOMPARE(selected.back().front().toString(), QString{});
}

void TestRowTable::escapeClearsTheSelection()
{
    Fixture fixture(1'280);
    fixture.table.selectKey(pod(3).key);
    QTest::keyClick(&fixture.table, Qt::Key_Escape);
    QVERIFY(fixture.table.selectedKey().isEmpty());
}

void TestRowTable::filters()
{
    Fixture fixture(1'280);
    fixture.table.setFilter(u"54-1"_s);
    QCOMPARE(fixture.table.shownRows(), 11); // 1 and 10 to 19
    fixture.table.setFilter({});
    QCOMPARE(fixture.table.shownRows(), 20);
}

void TestRowTable::manyRows()
{
    constexpr int count = 10'000;
    Fixture fixture(1'280, count);
    QCOMPARE(fixture.table.shownRows(), count);
    QCOMPARE(fixture.sumOfWidths(), fixture.room());
    fixture.table.selectKey(pod(9'999).key);
    QCOMPARE(fixture.table.currentIndex().row(), count - 1);
    QVERIFY(!fixture.isCut(count - 1, PodModel::Name));
}

QTEST_MAIN(TestRowTable)
#include "tst_rowtable.moc"
