// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/cost.h"

#include <QFile>
#include <QTest>

#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr EpochMs hour = 3600 * 1000;
constexpr EpochMs day0 = 1'767'225'600'000; // 2026-01-01T00:00:00Z

SeriesPtr series(LabelSet labels, std::vector<double> values, EpochMs from = day0)
{
    Series made;
    made.labels = std::move(labels);
    for (std::size_t i = 0; i < values.size(); ++i) {
        made.times.push_back(from + static_cast<EpochMs>(i) * hour);
    }
    made.values = std::move(values);
    return std::make_shared<const Series>(std::move(made));
}

PriceTable table(const QByteArray &currency = "USD")
{
    const QByteArray bytes = "currency: " + currency +
                             "\nmodels:\n"
                             "  - {model: m, valid_from: 2025-01-01, input_cost_per_token: "
                             "0.000001, output_cost_per_token: 0.000002}\n"
                             "  - {model: m, valid_from: 2026-01-02, input_cost_per_token: "
                             "0.0000005, output_cost_per_token: 0.000001}\n";
    return PriceTable::read(bytes, u"prices"_s).table;
}

WorkspacePrices prices()
{
    return {2.0, 1.0, 0.001, u"USD"_s};
}

CostInputs hours(int count)
{
    CostInputs inputs;
    inputs.range = {day0, day0 + (count - 1) * hour};
    inputs.step = 1h;
    return inputs;
}

LabelSet container(const char *pod, const char *name)
{
    return {{"pod", pod}, {"container", name}};
}

} // namespace

class TestCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void machinesCostTheLargerOfRequestAndUsage()
    {
        CostInputs inputs = hours(3);
        inputs.cpuCores = {series(container("p1", "rag"), {0.5, 1.5, 1.0})};
        inputs.cpuRequests = {series(container("p1", "rag"), {1, 1, 1})};
        inputs.memoryBytes = {series(container("p1", "rag"), {1073741824.0, 0, 0})};
        const CostReport report = computeCost(inputs, prices(), table(), {});
        QCOMPARE(report.rows.size(), std::size_t{1});
        QCOMPARE(report.rows[0].name, u"rag"_s);
        QCOMPARE(report.rows[0].cpu, 2 * (1 + 1.5 + 1));
        QCOMPARE(report.rows[0].memory, 1.0);
        QCOMPARE(report.rows[0].currentPerHour, 2.0);
        QCOMPARE(report.coverage, 1.0);
        QCOMPARE(report.total(), 8.0);
    }

    void gapsLowerCoverageAndAreNotFilledIn()
    {
        CostInputs inputs = hours(4);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        inputs.cpuCores = {series(container("p1", "rag"), {1, nan, 1})};
        const CostReport report = computeCost(inputs, prices(), table(), {});
        QCOMPARE(report.rows[0].cpu, 4.0);
        QCOMPARE(report.coverage, 0.5);
        QCOMPARE(computeCost(hours(4), prices(), table(), {}).coverage, 0.0);
    }

    void priceChangesInsideTheRange()
    {
        CostInputs inputs = hours(48);
        inputs.tokenRate = {
            series({{"model", "m"}, {"direction", "input"}, {"job", "llm"}}, {1}, day0),
            series({{"model", "m"}, {"direction", "output"}, {"job", "llm"}}, {1},
                   day0 + 24 * hour)};
        const CostReport report = computeCost(inputs, prices(), table(), {});
        QCOMPARE(report.rows.size(), std::size_t{1});
        // 3600 input tokens at the old price, 3600 output tokens at the new one.
        QCOMPARE(report.rows[0].tokens, 3600 * 0.000001 + 3600 * 0.000001);
        QCOMPARE(report.rows[0].tokenCount, 7200.0);
    }

    void unpricedModelsAreShownWithTheirTokens()
    {
        CostInputs inputs = hours(1);
        inputs.tokenRate = {
            series({{"model", "in-house"}, {"direction", "input"}, {"job", "llm"}}, {2})};
        const CostReport report = computeCost(inputs, prices(), table(), {});
        QCOMPARE(report.rows.size(), std::size_t{1});
        QCOMPARE(report.rows[0].kind, CostRow::Kind::Unpriced);
        QCOMPARE(report.rows[0].name, u"in-house"_s);
        QCOMPARE(report.rows[0].tokenCount, 7200.0);
        QCOMPARE(report.total(), 0.0);
    }

    void anotherCurrencyIsNeverAdded()
    {
        CostInputs inputs = hours(1);
        inputs.tokenRate = {series({{"model", "m"}, {"direction", "input"}, {"job", "llm"}}, {2})};
        const CostReport report = computeCost(inputs, prices(), table("CNY"), {});
        QVERIFY(report.currencyMismatch);
        QCOMPARE(report.rows[0].kind, CostRow::Kind::Unpriced);
    }

    void groupsByTagAndShowsTheUntagged()
    {
        CostInputs inputs = hours(1);
        inputs.cpuCores = {series(container("p1", "rag"), {1}), series(container("p2", "rag"), {2}),
                           series(container("p3", "tools"), {4})};
        inputs.podLabels = {
            series({{"pod", "p1"}, {"label_app", "rag"}, {"label_team", "search"}}, {1}),
            series({{"pod", "p2"}, {"label_app", "rag"}, {"label_team", "search"}}, {1}),
            series({{"pod", "p3"}, {"label_app", "tools"}}, {1})};
        inputs.requestRate = {series({{"job", "rag"}}, {1}), series({{"job", "tools"}}, {1})};
        const CostReport report = computeCost(inputs, prices(), table(), {u"team"_s});
        QCOMPARE(report.rows.size(), std::size_t{2});
        QCOMPARE(report.rows[0].name, u"search"_s);
        QCOMPARE(report.rows[0].cpu, 6.0);
        QCOMPARE(report.rows[0].requests, 3.6);
        QCOMPARE(report.rows[1].kind, CostRow::Kind::Untagged);
        QCOMPARE(report.rows[1].cpu, 8.0);
    }

    void forecastsAStraightLine()
    {
        const EpochMs end = day0 + 30 * 24 * hour;
        QCOMPARE(forecastMonth(10, day0, end, day0 + 3 * 24 * hour, 1).value(), 100.0);
        QCOMPARE(forecastMonth(10, day0, end, day0 + 3 * 24 * hour, 0.5).value(), 200.0);
        QVERIFY(!forecastMonth(10, day0, end, day0 + 60, 1));
        QVERIFY(!forecastMonth(10, day0, end, day0 + 24 * hour, 0));
    }

    void readsTheShippedTable()
    {
        QFile file(QStringLiteral(SPILLWAY_SOURCE_DIR "/resources/prices/tokens.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const PriceTable::Reading reading = PriceTable::read(file.readAll(), file.fileName());
        QVERIFY(reading.problems.empty());
        const auto price = reading.table.priceAt(u"gpt-3.5-turbo"_s, day0);
        QVERIFY(price.has_value());
        QCOMPARE(price->input, PicoMoney{500'000});
        QCOMPARE(price->cached, price->input);
        QVERIFY(!reading.table.priceAt(u"gpt-3.5-turbo"_s, 0));
    }

    void brokenRowsDoNotLoseTheOthers()
    {
        const PriceTable::Reading reading = PriceTable::read(
            "currency: USD\nmodels:\n"
            "  - {model: a, valid_from: soon, input_cost_per_token: 0, output_cost_per_token: 0}\n"
            "  - {model: b, valid_from: 2025-01-01, input_cost_per_token: 0.5, "
            "output_cost_per_token: 0}\n"
            "  - {model: c, valid_from: 2025-01-01, input_cost_per_token: 0, "
            "output_cost_per_token: 0}\n",
            u"p"_s);
        QCOMPARE(reading.table.rows().size(), std::size_t{1});
        QCOMPARE(reading.problems.size(), std::size_t{2});
        QCOMPARE(reading.problems[1].position->line, 4);
    }
};

QTEST_GUILESS_MAIN(TestCost)
#include "tst_cost.moc"
