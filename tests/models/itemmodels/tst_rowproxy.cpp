// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/keyedrows.h"
#include "itemmodels/rowproxy.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QString key;
    QVariant value;
    friend bool operator==(const Row &, const Row &) = default;
};

/// Column 0: the value; column 1: the key. Counts how often a sort key is made.
class Model final : public KeyedRows<Row>
{
public:
    mutable int made = 0;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 2;
    }

protected:
    [[nodiscard]] QString title(int) const override { return u"x"_s; }
    [[nodiscard]] QString text(const Row &row, int column) const override
    {
        return column == 0 ? row.value.toString() : row.key;
    }
    [[nodiscard]] QVariant sortValue(const Row &row, int column) const override
    {
        ++made;
        return column == 0 ? row.value : row.key;
    }
    [[nodiscard]] QString filterText(const Row &row) const override { return row.key; }
    [[nodiscard]] bool isNumber(int) const override { return true; }
    [[nodiscard]] int ageColumn() const override { return 1; }
};

std::vector<Row> rowsOf(const QVariantList &values)
{
    std::vector<Row> rows;
    for (const QVariant &value : values) {
        rows.push_back({QString(QChar{char16_t(u'a' + rows.size())}), value});
    }
    return rows;
}

QString keys(const QAbstractItemModel &model)
{
    QString all;
    for (int row = 0; row < model.rowCount(); ++row) {
        all += model.index(row, 1).data().toString();
    }
    return all;
}

} // namespace

class TestRowProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sorts_data();
    void sorts();
    void equalRowsKeepTheOrderOfTheirKeys();
    void eachKeyIsMadeOnce();
    void changesAreSortedIn();
    void whatDoesNotSortAsksNothing();
    void anotherColumn();
    void filters();
    void anotherSource();
    void naturalKeys_data();
    void naturalKeys();
};

void TestRowProxy::sorts_data()
{
    QTest::addColumn<QVariantList>("values");
    QTest::addColumn<QString>("ascending");
    QTest::addColumn<QString>("descending");
    const QVariant unknown;
    QTest::newRow("numbers by value") << QVariantList{10, 9, 100} << u"bac"_s << u"cab"_s;
    QTest::newRow("times") << QVariantList{qint64{1'773'014'400'001}, qint64{1'773'014'400'000}}
                           << u"ba"_s << u"ab"_s;
    QTest::newRow("mixed kinds of numbers")
        << QVariantList{2, 1.5, qint64{3}} << u"bac"_s << u"cab"_s;
    QTest::newRow("negative") << QVariantList{-1, -2, 0} << u"bac"_s << u"cab"_s;
    QTest::newRow("texts without case")
        << QVariantList{u"b"_s, u"A"_s, u"C"_s} << u"bac"_s << u"cab"_s;
    QTest::newRow("numbers in texts")
        << QVariantList{u"pod-10"_s, u"pod-9"_s, u"pod-100"_s} << u"bac"_s << u"cab"_s;
    QTest::newRow("unknown is last both ways")
        << QVariantList{unknown, 2, 1, unknown} << u"cbad"_s << u"bcad"_s;
    QTest::newRow("numbers before texts") << QVariantList{u"a"_s, 1} << u"ba"_s << u"ba"_s;
    QTest::newRow("none") << QVariantList{} << QString{} << QString{};
}

void TestRowProxy::sorts()
{
    QFETCH(QVariantList, values);
    Model model;
    model.setRows(rowsOf(values));
    RowProxy proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    proxy.sort(0, Qt::AscendingOrder);
    QTEST(keys(proxy), "ascending");
    proxy.sort(0, Qt::DescendingOrder);
    QTEST(keys(proxy), "descending");
}

void TestRowProxy::equalRowsKeepTheOrderOfTheirKeys()
{
    Model model;
    model.setRows({{u"c"_s, 1}, {u"a"_s, 1}, {u"b"_s, 1}});
    RowProxy proxy;
    proxy.setSourceModel(&model);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        proxy.sort(0, order);
        QCOMPARE(keys(proxy), u"abc"_s);
    }
    model.setRows({{u"b"_s, 1}, {u"a"_s, 1}, {u"d"_s, 1}, {u"c"_s, 1}, {u"e"_s, 1}});
    QCOMPARE(keys(proxy), u"abcde"_s);
}

void TestRowProxy::eachKeyIsMadeOnce()
{
    constexpr int count = 1'000;
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i) {
        rows.push_back({QString::number(i), (i * 7919) % count});
    }
    Model model;
    RowProxy proxy;
    proxy.setSourceModel(&model);
    proxy.sort(0);
    model.setRows(rows);
    QCOMPARE(proxy.rowCount(), count);
    QCOMPARE(model.made, count);
    proxy.sort(0, Qt::DescendingOrder);
    QCOMPARE(model.made, count);
    rows.at(500).value = -1;
    model.setRows(rows);
    QCOMPARE(model.made, count + 1);
    QCOMPARE(proxy.index(count - 1, 1).data().toString(), u"500"_s);
}

void TestRowProxy::changesAreSortedIn()
{
    Model model;
    RowProxy proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    proxy.sort(0);
    model.setRows({{u"a"_s, 5}, {u"b"_s, 1}, {u"c"_s, 3}});
    QCOMPARE(keys(proxy), u"bca"_s);
    model.setRows({{u"a"_s, 0}, {u"b"_s, 1}, {u"c"_s, 3}}); // changed
    QCOMPARE(keys(proxy), u"abc"_s);
    model.setRows({{u"a"_s, 0}, {u"c"_s, 3}, {u"d"_s, 2}}); // b gone, d new
    QCOMPARE(keys(proxy), u"adc"_s);
    model.setRows({{u"c"_s, 3}, {u"d"_s, 4}, {u"e"_s, -1}}); // all at once
    QCOMPARE(keys(proxy), u"ecd"_s);
    model.setRows({{u"x"_s, 2}, {u"y"_s, 1}}); // a reset
    QCOMPARE(keys(proxy), u"yx"_s);
}

void TestRowProxy::whatDoesNotSortAsksNothing()
{
    Model model;
    model.setRows(rowsOf({3, 2, 1}));
    RowProxy proxy;
    proxy.setSourceModel(&model);
    proxy.sort(1);
    const int before = model.made;
    model.setNow(1'000); // ages are drawn, and their order does not change by waiting
    QCOMPARE(model.made, before);
}

void TestRowProxy::anotherColumn()
{
    Model model;
    model.setRows(rowsOf({3, 2, 1}));
    RowProxy proxy;
    proxy.setSourceModel(&model);
    proxy.sort(0);
    QCOMPARE(keys(proxy), u"cba"_s);
    proxy.sort(1);
    QCOMPARE(keys(proxy), u"abc"_s);
}

void TestRowProxy::filters()
{
    Model model;
    model.setRows(rowsOf({3, 2, 1}));
    RowProxy proxy;
    proxy.setSourceModel(&model);
    proxy.sort(0);
    proxy.setFilterFixedString(u"B"_s);
    QCOMPARE(keys(proxy), u"b"_s);
    proxy.setFilterFixedString({});
    QCOMPARE(keys(proxy), u"cba"_s);
}

void TestRowProxy::anotherSource()
{
    Model first;
    first.setRows(rowsOf({3, 2, 1}));
    Model second;
    second.setRows(rowsOf({1, 3, 2, 0}));
    RowProxy proxy;
    proxy.setSourceModel(&first);
    proxy.sort(0);
    QCOMPARE(keys(proxy), u"cba"_s);
    proxy.setSourceModel(&second);
    proxy.sort(0);
    QCOMPARE(keys(proxy), u"dacb"_s);
    first.setRows(rowsOf({1, 1})); // nobody listens any more
    QCOMPARE(keys(proxy), u"dacb"_s);
}

void TestRowProxy::naturalKeys_data()
{
    QTest::addColumn<QString>("less");
    QTest::addColumn<QString>("more");
    QTest::newRow("length of numbers") << u"a2"_s << u"a10"_s;
    QTest::newRow("leading zeros") << u"a09"_s << u"a10"_s;
    QTest::newRow("zero") << u"a0"_s << u"a1"_s;
    QTest::newRow("prefix") << u"a"_s << u"a1"_s;
    QTest::newRow("digits before letters") << u"a1"_s << u"ab"_s;
    QTest::newRow("dash before digits") << u"a-1"_s << u"a1"_s;
    QTest::newRow("case") << u"A1"_s << u"a2"_s;
    QTest::newRow("two numbers") << u"v1.9"_s << u"v1.10"_s;
    QTest::newRow("empty") << QString{} << u"a"_s;
}

void TestRowProxy::naturalKeys()
{
    QFETCH(QString, less);
    QFETCH(QString, more);
    QVERIFY(RowProxy::naturalKey(less) < RowProxy::naturalKey(more));
    QVERIFY(!(RowProxy::naturalKey(more) < RowProxy::naturalKey(less)));
}

QTEST_GUILESS_MAIN(TestRowProxy)
#include "tst_rowproxy.moc"
