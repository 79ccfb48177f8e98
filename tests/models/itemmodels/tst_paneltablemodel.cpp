// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panelsnapshots.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QStringList dump(const QAbstractItemModel &model)
{
    QStringList lines;
    QStringList header;
    for (int column = 0; column < model.columnCount(); ++column) {
        header << model.headerData(column, Qt::Horizontal).toString();
    }
    lines << header.join(u'|');
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells << model.index(row, column).data().toString();
        }
        lines << cells.join(u'|');
    }
    return lines;
}

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class TestPanelTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreLabelSets()
    {
        PanelTableModel model;
        const QAbstractItemModelTester tester{&model, strict};
        model.setSnapshot(
            snapshot({{one({{"__name__", "x"}, {"job", "b"}}, 2), one({{"job", "a"}}, 1)},
                      {one({{"__name__", "y"}, {"job", "b"}}, std::nan(""))}}));
        QCOMPARE(dump(model), (QStringList{u"job|Value A|Value B"_s, u"a|1|–"_s, u"b|2|NaN"_s}));
        QCOMPARE(model.labelColumns(), 1);
        QVERIFY(!model.isConstantLabel(0));
    }

    void sameRowsChangeInPlace()
    {
        PanelTableModel model;
        const QAbstractItemModelTester tester{&model, strict};
        model.setSnapshot(snapshot({{one({{"job", "a"}}, 1)}}));
        QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
        QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
        model.setSnapshot(snapshot({{one({{"job", "a"}}, 3)}}));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0, 1).data().toString(), u"3"_s);
        model.setSnapshot(snapshot({{one({{"job", "b"}}, 3)}}));
        QCOMPARE(reset.size(), 1);
        model.setSnapshot({});
        QCOMPARE(model.rowCount(), 0);
    }

    void rolesAreTyped()
    {
        PanelTableModel model;
        Panel panel;
        panel.unit = {Unit::Bytes};
        panel.thresholds = {{1000, Severity::Warning, {}}, {4096, Severity::Critical, {}}};
        panel.valueNames = {{7, u"seven"_s, Severity::Ok}};
        model.setPanel(panel);
        model.setSnapshot(snapshot({{one({{"a", "1"}}, 2048), one({{"a", "2"}}, 5000),
                                     one({{"a", "3"}}, 7), one({{"a", "4"}}, 1)}}));
        const QModelIndex first = model.index(0, 1);
        QCOMPARE(first.data(PanelTableModel::ValueRole).toDouble(), 2048.0);
        QVERIFY(first.data().toString().contains("KiB"_L1));
        QCOMPARE(first.data(PanelTableModel::SeverityRole).toInt(), int(Severity::Warning));
        QCOMPARE(model.index(1, 1).data(PanelTableModel::SeverityRole).toInt(),
                 int(Severity::Critical));
        QCOMPARE(model.index(2, 1).data().toString(), u"seven"_s);
        QVERIFY(!model.index(3, 1).data(PanelTableModel::SeverityRole).isValid());
        QVERIFY(first.data(PanelTableModel::SeriesRole).value<SeriesPtr>() != nullptr);
        QVERIFY(!model.index(0, 0).data(PanelTableModel::ValueRole).isValid());
        QVERIFY(!model.index(9, 9).data().isValid());
        QVERIFY(model.roleNames().contains(PanelTableModel::SortRole));
    }

    void sortsByValueNotByText()
    {
        PanelTableModel model;
        QSortFilterProxyModel proxy;
        const QAbstractItemModelTester tester{&proxy, strict};
        proxy.setSourceModel(&model);
        proxy.setSortRole(PanelTableModel::SortRole);
        model.setSnapshot(snapshot({{one({{"n", "a"}}, 10), one({{"n", "b"}}, 9),
                                     one({{"n", "c"}}, std::nan("")), one({{"n", "d"}}, -1)}}));
        proxy.sort(1);
        QCOMPARE(dump(proxy),
                 (QStringList{u"n|Value"_s, u"d|-1"_s, u"b|9"_s, u"a|10"_s, u"c|NaN"_s}));
    }

    void comparisonSaysSo()
    {
        PanelTableModel model;
        PanelSnapshot made = snapshot({{one({}, 1)}, {one({}, 2)}});
        made.answers[0].legend = u"calls"_s;
        made.answers[1].legend = u"calls"_s;
        made.answers[1].offset = std::chrono::hours{168};
        model.setSnapshot(made);
        QCOMPARE(dump(model), (QStringList{u"calls|calls, last week"_s, u"1|2"_s}));
    }
};

QTEST_GUILESS_MAIN(TestPanelTableModel)
#include "tst_paneltablemodel.moc"
