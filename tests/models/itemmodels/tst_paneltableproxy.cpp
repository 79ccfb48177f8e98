// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/paneltableproxy.h"
#include "panelsnapshots.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row) {
        cells << model.index(row, column).data().toString();
    }
    return cells;
}

/// Every kind of value that a table can hold: a has none of query B.
SeriesList mixed()
{
    return {one({{"n", "a"}}, 10),         one({{"n", "b"}}, 9),
            one({{"n", "c"}}, notANumber), one({{"n", "d"}}, -1),
            one({{"n", "e"}}, infinity),   one({{"n", "f"}}, -infinity),
            one({{"n", "g"}}, notANumber), one({{"n", "h"}}, 0)};
}

struct Table
{
    PanelTableModel model;
    PanelTableProxy proxy;
    QAbstractItemModelTester modelTester{&model, strict};
    QAbstractItemModelTester proxyTester{&proxy, strict};

    Table() { proxy.setSourceModel(&model); }
};

} // namespace

class TestPanelTableProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHasNoValueIsLast_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("ascending")
            << int(Qt::AscendingOrder)
            << QStringList{u"f"_s, u"d"_s, u"h"_s, u"b"_s, u"a"_s, u"e"_s, u"c"_s, u"g"_s};
        QTest::newRow("descending")
            << int(Qt::DescendingOrder)
            << QStringList{u"e"_s, u"a"_s, u"b"_s, u"h"_s, u"d"_s, u"f"_s, u"c"_s, u"g"_s};
    }

    void whatHasNoValueIsLast()
    {
        QFETCH(const int, order);
        QFETCH(const QStringList, names);
        Table table;
        table.model.setSnapshot(snapshot({mixed()}));
        table.proxy.sort(1, static_cast<Qt::SortOrder>(order));
        QCOMPARE(column(table.proxy, 0), names);
    }

    void absentIsLastInBothOrders()
    {
        Table table;
        table.model.setSnapshot(snapshot(
            {mixed(), {one({{"n", "b"}}, 1), one({{"n", "h"}}, 2), one({{"n", "z"}}, 3)}}));
        table.proxy.sort(2, Qt::AscendingOrder);
        QCOMPARE(column(table.proxy, 0).mid(0, 3), (QStringList{u"b"_s, u"h"_s, u"z"_s}));
        table.proxy.sort(2, Qt::DescendingOrder);
        QCOMPARE(column(table.proxy, 0).mid(0, 3), (QStringList{u"z"_s, u"h"_s, u"b"_s}));
        QCOMPARE(column(table.proxy, 2).mid(3), QStringList(6, u"–"_s));
    }

    void labelsSortAsText()
    {
        Table table;
        table.model.setSnapshot(snapshot({{one({{"n", "b"}}, 1), one({{"n", "A"}}, notANumber),
                                           one({{"n", "C"}}, 3), one({{"m", "x"}}, 4)}}));
        table.proxy.sort(1, Qt::AscendingOrder);
        QCOMPARE(column(table.proxy, 1), (QStringList{{}, u"A"_s, u"b"_s, u"C"_s}));
    }

    void newValuesAreSortedIn()
    {
        Table table;
        table.model.setSnapshot(snapshot({{one({{"n", "a"}}, 1), one({{"n", "b"}}, 2)}}));
        table.proxy.sort(1, Qt::DescendingOrder);
        QCOMPARE(column(table.proxy, 0), (QStringList{u"b"_s, u"a"_s}));
        QSignalSpy resets(&table.proxy, &QAbstractItemModel::modelReset);
        table.model.setSnapshot(snapshot({{one({{"n", "a"}}, 5), one({{"n", "b"}}, notANumber)}}));
        QCOMPARE(column(table.proxy, 0), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(resets.size(), 0);
    }

    void anyValuesGiveAnOrder()
    {
        // A comparison that is not a strict order would let the sort loop or crash.
        QRandomGenerator random(3);
        const std::vector<double> choices{notANumber, infinity, -infinity, 0, -0.0, 1, 1, 2, -5};
        for (int round = 0; round < 60; ++round) {
            SeriesList list;
            const int rows = random.bounded(30);
            for (int i = 0; i < rows; ++i) {
                list.push_back(one({{"n", std::to_string(i)}},
                                   choices[random.bounded(static_cast<quint32>(choices.size()))]));
            }
            Table table;
            table.model.setSnapshot(snapshot({list}));
            const auto order = (round & 1) != 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            table.proxy.sort(1, order);
            bool ended = false;
            double last = order == Qt::AscendingOrder ? -infinity : infinity;
            for (int row = 0; row < table.proxy.rowCount(); ++row) {
                const double value =
                    table.proxy.index(row, 1).data(PanelTableModel::ValueRole).toDouble();
                QVERIFY(!ended || std::isnan(value));
                ended = std::isnan(value);
                if (!ended) {
                    QVERIFY(order == Qt::AscendingOrder ? value >= last : value <= last);
                    last = value;
                }
            }
        }
    }

    void filtersAllColumnsWithoutCase_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("rows");
        QTest::newRow("none") << QString{} << 3;
        QTest::newRow("label") << u"WORKER"_s << 1;
        QTest::newRow("value") << u"2.5"_s << 1;
        QTest::newRow("name of a value") << u"open"_s << 1;
        QTest::newRow("pattern characters are plain") << u".*"_s << 1;
        QTest::newRow("nothing") << u"absent"_s << 0;
    }

    void filtersAllColumnsWithoutCase()
    {
        QFETCH(const QString, filter);
        QFETCH(const int, rows);
        Table table;
        Panel panel;
        panel.valueNames = {{1, u"open"_s, Severity::Critical}};
        table.model.setPanel(panel);
        table.model.setSnapshot(snapshot({{one({{"job", "rag-worker"}}, 2.5),
                                           one({{"job", "a.*b"}}, 1), one({{"job", "c"}}, 7)}}));
        table.proxy.setFilterFixedString(filter);
        QCOMPARE(table.proxy.rowCount(), rows);
    }

    void seriesThatOnlyTheirNameTellsApart()
    {
        Table table;
        table.model.setSnapshot(snapshot({{one({{"__name__", "cpu_limit"}, {"pod", "a"}}, 2),
                                           one({{"__name__", "cpu_request"}, {"pod", "a"}}, 1)}}));
        QCOMPARE(table.model.rowCount(), 2);
        QCOMPARE(column(table.model, 0), (QStringList{u"cpu_limit"_s, u"cpu_request"_s}));
        QCOMPARE(column(table.model, 2), (QStringList{u"2"_s, u"1"_s}));
    }

    void namesAreLeftOutWhereTheyTellNothing()
    {
        Table table;
        table.model.setSnapshot(snapshot({{one({{"__name__", "x"}, {"pod", "a"}}, 2)},
                                          {one({{"__name__", "y"}, {"pod", "a"}}, 1)}}));
        QCOMPARE(table.model.rowCount(), 1);
        QCOMPARE(table.model.labelColumns(), 1);
    }

    void notNumbersAreNeverZero_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("unit");
        for (int unit = 0; unit <= static_cast<int>(Unit::Boolean); ++unit) {
            const QString name{unitName(static_cast<Unit>(unit))};
            for (const double value : {notANumber, infinity, -infinity}) {
                const QString row = name + (std::isnan(value) ? u" nan"_s
                                            : value > 0       ? u" inf"_s
                                                              : u" -inf"_s);
                QTest::newRow(qPrintable(row)) << value << unit;
            }
        }
    }

    void notNumbersAreNeverZero()
    {
        QFETCH(const double, value);
        QFETCH(const int, unit);
        Table table;
        Panel panel;
        panel.unit.unit = static_cast<Unit>(unit);
        panel.thresholds = {{0, Severity::Warning, {}}};
        table.model.setPanel(panel);
        table.model.setSnapshot(snapshot({{one({{"n", "a"}}, value)}}));
        const QModelIndex cell = table.model.index(0, 1);
        const QString text = cell.data().toString();
        QVERIFY2(!text.contains(u'0') && !text.isEmpty(), qPrintable(text));
        QCOMPARE(std::isnan(cell.data(PanelTableModel::ValueRole).toDouble()), std::isnan(value));
        QCOMPARE(cell.data(PanelTableModel::SeverityRole).isValid(), value > 0);
    }

    void thresholdsJudge_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("severity"); // -1 = not judged
        QTest::newRow("below") << 4.9 << -1;
        QTest::newRow("at the first") << 5.0 << int(Severity::Warning);
        QTest::newRow("between") << 7.0 << int(Severity::Warning);
        QTest::newRow("at the second") << 10.0 << int(Severity::Critical);
        QTest::newRow("far above") << 1e300 << int(Severity::Critical);
        QTest::newRow("infinite") << infinity << int(Severity::Critical);
        QTest::newRow("minus infinite") << -infinity << -1;
        QTest::newRow("not a number") << notANumber << -1;
        QTest::newRow("named") << 6.0 << int(Severity::Ok);
    }

    void thresholdsJudge()
    {
        QFETCH(const double, value);
        QFETCH(const int, severity);
        Table table;
        Panel panel; // in any order
        panel.thresholds = {{10, Severity::Critical, {}}, {5, Severity::Warning, {}}};
        panel.valueNames = {{6, u"six"_s, Severity::Ok}};
        table.model.setPanel(panel);
        table.model.setSnapshot(snapshot({{one({{"n", "a"}}, value)}}));
        const QVariant found = table.model.index(0, 1).data(PanelTableModel::SeverityRole);
        QCOMPARE(found.isValid() ? found.toInt() : -1, severity);
    }

    void hostileLabelsAreCellsLikeOthers()
    {
        Table table;
        const std::string hostile = "<img src=x>\n\x1b[31m\xE2\x80\xAE\"',;=1+1";
        table.model.setSnapshot(snapshot({{one({{"a", hostile}, {"\xE4\xBD\xA0", "b"}}, 1)}}));
        QCOMPARE(table.model.index(0, 0).data().toString(), QString::fromStdString(hostile));
        QCOMPARE(table.model.headerData(1, Qt::Horizontal).toString(), u"你"_s);
    }
};

QTEST_GUILESS_MAIN(TestPanelTableProxy)
#include "tst_paneltableproxy.moc"
