// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/costmodel.h"
#include "itemmodels/tokenusemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

CostRow row(CostRow::Kind kind, const QString &name, double cpu, double tokens = 0)
{
    CostRow made;
    made.kind = kind;
    made.name = name;
    made.cpu = cpu;
    made.tokens = tokens;
    return made;
}

CostReport month()
{
    CostReport report;
    report.rows = {row(CostRow::Kind::Named, u"rag"_s, 6, 2), row(CostRow::Kind::Untagged, {}, 2),
                   row(CostRow::Kind::Unpriced, u"in-house"_s, 0)};
    report.rows[0].tokenCount = 1000;
    report.rows[2].tokenCount = 5000;
    report.rows[2].unpricedAmount = 5000;
    return report;
}

CostReport now()
{
    CostReport report;
    report.rows = {row(CostRow::Kind::Named, u"rag"_s, 0), row(CostRow::Kind::Named, u"new"_s, 0)};
    report.rows[0].currentPerHour = 1.5;
    report.rows[1].currentPerHour = 0.5;
    return report;
}

QStringList column(const QAbstractItemModel &model, int number, int role = Qt::DisplayRole)
{
    QStringList cells;
    for (int i = 0; i < model.rowCount(); ++i) {
        cells << model.index(i, number).data(role).toString();
    }
    return cells;
}

} // namespace

class TestCostModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOfBothReportsThenTheTotal()
    {
        CostModel model;
        const QAbstractItemModelTester tester{&model, strict};
        QCOMPARE(model.rowCount(), 0);
        model.setReports(month(), now(), u"EUR"_s);
        QCOMPARE(
            column(model, CostModel::Name),
            (QStringList{u"rag"_s, u"new"_s, u"untagged"_s, u"in-house, no price"_s, u"Total"_s}));
        QCOMPARE(model.index(0, CostModel::ToDate).data(CostModel::ValueRole).toDouble(), 8.0);
        QCOMPARE(model.index(0, CostModel::Share).data(CostModel::ValueRole).toDouble(), 0.8);
        QCOMPARE(model.index(4, CostModel::ToDate).data(CostModel::ValueRole).toDouble(), 10.0);
        QCOMPARE(model.index(4, CostModel::Rate).data(CostModel::ValueRole).toDouble(), 2.0);
        QVERIFY(model.index(4, CostModel::Name).data(CostModel::TotalRole).toBool());
        QCOMPARE(model.index(2, 0).data(CostModel::KindRole).toInt(), int(CostRow::Kind::Untagged));
    }

    void unknownIsNeverShownAsZero()
    {
        CostModel model;
        model.setReports(month(), {}, u"EUR"_s);
        // No current data at all: no rate, not a rate of nothing.
        QCOMPARE(column(model, CostModel::Rate), QStringList(4, u"–"_s));
        QVERIFY(!model.index(0, CostModel::Rate).data(CostModel::ValueRole).isValid());
        QVERIFY(std::isinf(model.index(0, CostModel::Rate).data(CostModel::SortRole).toDouble()));
        // Tokens without a price have an amount and no cost.
        QVERIFY(!model.index(2, CostModel::ToDate).data(CostModel::ValueRole).isValid());
        QVERIFY(model.index(2, CostModel::TokenCount).data().toString().contains(u'5'));
    }

    void machinesWithoutAPriceShowTheirHours()
    {
        CostReport report;
        report.rows = {row(CostRow::Kind::Unpriced, u"cpu"_s, 0)};
        report.rows[0].unpriced = CostRow::Resource::CpuHours;
        report.rows[0].unpricedAmount = 12;
        CostModel model;
        model.setReports(report, {}, u"EUR"_s);
        QCOMPARE(model.index(0, CostModel::ToDate).data().toString(), u"12 core h"_s);
        QVERIFY(!model.index(0, CostModel::ToDate).data(CostModel::ValueRole).isValid());
    }

    void sameRowsChangeInPlace()
    {
        CostModel model;
        const QAbstractItemModelTester tester{&model, strict};
        model.setReports(month(), now(), u"EUR"_s);
        QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
        QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
        model.setReports(month(), now(), u"EUR"_s);
        model.setLocale(QLocale{QLocale::German});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 2);
        model.setReports({}, {}, u"EUR"_s);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 0);
    }

    void sortsByValue()
    {
        CostModel model;
        QSortFilterProxyModel proxy;
        const QAbstractItemModelTester tester{&proxy, strict};
        proxy.setSourceModel(&model);
        proxy.setSortRole(CostModel::SortRole);
        CostReport report;
        report.rows = {row(CostRow::Kind::Named, u"a"_s, 100),
                       row(CostRow::Kind::Named, u"b"_s, 9)};
        model.setReports(report, {}, u"EUR"_s);
        proxy.sort(CostModel::Cpu);
        QCOMPARE(column(proxy, CostModel::Name), (QStringList{u"b"_s, u"a"_s, u"Total"_s}));
        QVERIFY(model.roleNames().contains(CostModel::SortRole));
        QVERIFY(!model.index(9, 9).data().isValid());
        QVERIFY(!model.headerData(99, Qt::Horizontal).isValid());
    }

    void tokensByModelAndDirection()
    {
        TokenUseModel model;
        const QAbstractItemModelTester tester{&model, strict};
        ModelTokens priced{u"gpt"_s, 3000, 1000, 500, 0, 1.25, QDate(2024, 2, 16)};
        ModelTokens unpriced{u"in-house"_s, 10, 0, 5, 1, {}, {}};
        model.setUses({priced, unpriced}, u"USD"_s);
        QVERIFY(model.hasOther());
        QCOMPARE(model.index(0, TokenUseModel::Input).data(TokenUseModel::ValueRole), 3000.0);
        QCOMPARE(model.index(0, TokenUseModel::PricedSince).data(TokenUseModel::ValueRole),
                 QDate(2024, 2, 16));
        QCOMPARE(model.index(1, TokenUseModel::Cost).data().toString(), u"no price"_s);
        QVERIFY(!model.index(1, TokenUseModel::Cost).data(TokenUseModel::ValueRole).isValid());
        QVERIFY(std::isinf(
            model.index(1, TokenUseModel::Cost).data(TokenUseModel::SortRole).toDouble()));
        QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
        unpriced.other = 0;
        model.setUses({priced, unpriced}, u"USD"_s);
        QCOMPARE(reset.size(), 0);
        QVERIFY(!model.hasOther());
        model.setUses({}, u"USD"_s);
        QCOMPARE(reset.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCostModel)
#include "tst_costmodel.moc"
