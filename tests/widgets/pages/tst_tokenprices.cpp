// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/costqueries.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// Days of 1970, because promtool's clock starts there.
constexpr auto table = R"(currency: USD
source: a test
models:
  - model: odd "$1\n
    valid_from: 1970-01-02
    input_cost_per_token: 0.000002
    output_cost_per_token: 0.000003
    cached_in_input: false
    cache_read_input_token_cost: 0.000001
  - model: usual
    valid_from: 1970-01-01
    input_cost_per_token: 0.00001
    output_cost_per_token: 0.00002
    cache_read_input_token_cost: 0.000004
  - model: usual
    valid_from: 1970-01-03
    input_cost_per_token: 0.000005
    output_cost_per_token: 0.00002
)";

CostPrices pricesIn(const QString &currency)
{
    CostPrices prices;
    prices.currency = currency;
    return prices;
}

struct Expected
{
    QByteArray price;
    int nano = 0; ///< of the currency, a token
};

/// A test of the expression for promtool: what it gives at an hour after the start of 1970.
QByteArray testAt(int hour, const QString &expr, const std::vector<Expected> &expected)
{
    QByteArray text = "    - expr: 'round((" + QString(expr).replace(u'\'', u"''"_s).toUtf8() +
                      ") * 1000000000)'\n      eval_time: " + QByteArray::number(hour) +
                      "h\n      exp_samples:\n";
    for (const Expected &one : expected) {
        text += "        - labels: '{price=\"" + one.price +
                "\"}'\n          value: " + QByteArray::number(one.nano) + "\n";
    }
    return text;
}

} // namespace

class TestTokenPrices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void containersAreAskedForAsTheBackendNamesThem()
    {
        Workspace workspace;
        workspace.namespaces = {u"shop"_s, u"shop"_s};
        WorkspaceComponent component;
        component.ns = u"ml"_s;
        workspace.components = {component};
        const std::vector<QuerySpec> queries = costQueries(workspace);
        const QString matchers = u"{namespace=~\"shop|ml\", container!=\"\"}"_s;
        const QString cpu = u"rate($metric(container_cpu_usage_seconds_total)"_s + matchers;
        const QString memory = u"($metric(container_memory_working_set_bytes)"_s + matchers;
        QVERIFY(queries.at(0).expr.contains(cpu));
        QVERIFY(queries.at(1).expr.contains(memory));
    }

    void eachPriceHoldsFromItsDay()
    {
        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        QVERIFY2(!promtool.isEmpty(), "install Debian's package prometheus");
        const PriceTable::Reading reading = PriceTable::read(table, u"prices.yaml"_s);
        QVERIFY(reading.problems.empty());
        CostPrices yuan = pricesIn(u"CNY"_s);
        yuan.tokenExchange = 7;
        const QString expr = tokenPriceVector(reading.table, yuan);
        const QByteArray odd = R"(odd \"$1\\n)";
        // Cache reads are counted as input by `usual`, so their price is what is saved.
        const std::vector<Expected> first{
            {"usual/input", 70'000}, {"usual/output", 140'000}, {"usual/cached", -42'000}};
        std::vector<Expected> second = first;
        second.insert(
            second.end(),
            {{odd + "/input", 14'000}, {odd + "/output", 21'000}, {odd + "/cached", 7'000}});
        const std::vector<Expected> third{{"usual/input", 35'000},
                                          {"usual/output", 140'000},
                                          {odd + "/input", 14'000},
                                          {odd + "/output", 21'000},
                                          {odd + "/cached", 7'000}};
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"test.yml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("evaluation_interval: 1h\ntests:\n- interval: 1h\n  promql_expr_test:\n");
        file.write(testAt(0, expr, first) + testAt(23, expr, first) + testAt(24, expr, second) +
                   testAt(47, expr, second) + testAt(48, expr, third));
        file.close();
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(promtool, {u"test"_s, u"rules"_s, file.fileName()});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
    }

    void currenciesAreNotMixed()
    {
        const PriceTable prices = PriceTable::read(table, u"prices.yaml"_s).table;
        QCOMPARE(tokenPriceVector(prices, pricesIn(u"CNY"_s)), u"vector(NaN)"_s);
        QCOMPARE(tokenPriceVector({}, pricesIn(u"USD"_s)), u"vector(NaN)"_s);
        QVERIFY(tokenPriceVector(prices, pricesIn(u"USD"_s)).contains(u"1e-05"_s));
    }
};

QTEST_GUILESS_MAIN(TestTokenPrices)
#include "tst_tokenprices.moc"
