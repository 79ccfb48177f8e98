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

CostPrices prices()
{
    CostPrices made;
    made.perCpuCoreHour = 2.0;
    made.perMemoryGibHour = 1.0;
    made.perRequest = {{CostPrices::anyComponent, 0.001}};
    return made;
}

CostInputs hours(int count)
{
    CostInputs inputs;
    inputs.range = {day0 - hour, day0 + (count - 1) * hour};
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
        QCOMPARE(report.rows[0].currentPerHour, std::optional{2.0});
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

    void aStepIsChargedOnlyForWhatLiesInTheRange()
    {
        CostInputs inputs = hours(3);
        inputs.cpuCores = {series(container("p1", "rag"), {1, 1, 1, 1, 1}, day0 - hour)};
        // Five samples, three hours: the first and the last lie outside.
        QCOMPARE(computeCost(inputs, prices(), table(), {}).total(), 6.0);
        inputs.range.from = day0 - hour / 2;
        QCOMPARE(computeCost(inputs, prices(), table(), {}).total(), 5.0);
        QCOMPARE(computeCost(inputs, prices(), table(), {}).coverage, 1.0);
    }

    void theRateIsTheLastKnownOrUnknownNeverZero()
    {
        CostInputs inputs = hours(6);
        inputs.cpuCores = {series(container("p1", "old"), {1, 1}),
                           series(container("p2", "late"), {1, 1, 1, 1, 1}),
                           series(container("p3", "rag"), {1, 1, 1, 1, 1, 1})};
        const CostReport report = computeCost(inputs, prices(), table(), {});
        QCOMPARE(report.rows.size(), std::size_t{3});
        QCOMPARE(report.rows[0].name, u"rag"_s);
        QCOMPARE(report.rows[1].name, u"late"_s);
        QCOMPARE(report.rows[1].currentPerHour, std::optional{2.0});
        QCOMPARE(report.rows[2].name, u"old"_s);
        QVERIFY(!report.rows[2].currentPerHour);
        QCOMPARE(report.perHour(), std::optional{4.0});
        QCOMPARE(report.totalTrend()->values, (std::vector<double>{6, 6, 4, 4, 4, 2}));
        QVERIFY(!computeCost(hours(2), prices(), table(), {}).perHour());
    }

    void cachedTokensAreNotChargedTwice()
    {
        const auto rates = [](double input, double cached) {
            const auto one = [](const char *direction, double rate) {
                return series({{"model", "c"}, {"direction", direction}, {"job", "llm"}}, {rate});
            };
            return SeriesList{one("input", input), one("cached", cached), one("output", 0)};
        };
        const auto read = [](const QByteArray &more) {
            const QByteArray bytes = "currency: USD\nmodels:\n  - {model: c, valid_from: "
                                     "2025-01-01, input_cost_per_token: 0.001, "
                                     "output_cost_per_token: 0.002, "
                                     "cache_read_input_token_cost: 0.0001" +
                                     more + "}\n";
            return PriceTable::read(bytes, u"p"_s).table;
        };
        CostInputs inputs = hours(1);
        inputs.tokenRate = rates(10, 4);
        CostReport report = computeCost(inputs, prices(), read({}), {});
        QCOMPARE(report.rows[0].tokens, 3600 * (6 * 0.001 + 4 * 0.0001));
        QCOMPARE(report.rows[0].tokenCount, 36000.0);
        QCOMPARE(report.tokens[0].input, 36000.0);
        QCOMPARE(report.tokens[0].cached, 14400.0);
        QCOMPARE(report.tokens[0].cost, std::optional{report.rows[0].tokens});

        report = computeCost(inputs, prices(), read(", cached_in_input: false"), {});
        QCOMPARE(report.rows[0].tokens, 3600 * (10 * 0.001 + 4 * 0.0001));
        QCOMPARE(report.rows[0].tokenCount, 14 * 3600.0);

        inputs.tokenRate = rates(1, 4); // scraped between the two: never negative
        report = computeCost(inputs, prices(), read({}), {});
        QCOMPARE(report.rows[0].tokens, 3600 * 4 * 0.0001);
    }

    void tokensOfUnknownDirectionsAreUnpriced()
    {
        CostInputs inputs = hours(1);
        inputs.tokenRate = {
            series({{"model", "m"}, {"direction", "completion"}, {"job", "llm"}}, {1}),
            series({{"model", "m"}, {"direction", "thinking"}, {"job", "llm"}}, {2})};
        const CostReport report = computeCost(inputs, prices(), table(), {});
        QCOMPARE(report.rows.size(), std::size_t{2});
        QCOMPARE(report.rows[0].tokenCount, 3600.0);
        QCOMPARE(report.rows[1].kind, CostRow::Kind::Unpriced);
        QCOMPARE(report.rows[1].unpricedAmount, 7200.0);
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
        CostPrices exchanged = prices();
        exchanged.tokenExchange = 2;
        const CostReport converted = computeCost(inputs, exchanged, table("CNY"), {});
        QVERIFY(!converted.currencyMismatch);
        QCOMPARE(converted.total(), 2 * 2 * 3600 * 0.000001);
    }

    void machinesWithoutAPriceAreShownWithTheirHours()
    {
        CostInputs inputs = hours(2);
        inputs.cpuRequests = {series(container("p1", "rag"), {3, 3})};
        inputs.memoryBytes = {series(container("p1", "rag"), {2147483648.0, 2147483648.0})};
        CostPrices none;
        none.perMemoryGibHour = 1;
        const CostReport report = computeCost(inputs, none, table(), {});
        QCOMPARE(report.rows.size(), std::size_t{2});
        QCOMPARE(report.total(), 4.0);
        QCOMPARE(report.rows[1].kind, CostRow::Kind::Unpriced);
        QCOMPARE(report.rows[1].unpriced, CostRow::Resource::CpuHours);
        QCOMPARE(report.rows[1].unpricedAmount, 6.0);
        QCOMPARE(report.coverage, 1.0);
    }

    void requestsHaveAPricePerComponent()
    {
        CostInputs inputs = hours(1);
        inputs.components = {{u"rag"_s, u"rag-deployment"_s, {u"rag-job"_s}}};
        inputs.requestRate = {series({{"job", "rag-job"}}, {1}), series({{"job", "other"}}, {1})};
        CostPrices only;
        only.perRequest = {{u"rag"_s, 0.5}};
        CostReport report = computeCost(inputs, only, table(), {});
        QCOMPARE(report.rows.size(), std::size_t{1});
        QCOMPARE(report.rows[0].name, u"rag"_s);
        QCOMPARE(report.rows[0].requests, 1800.0);
        only.perRequest.insert(CostPrices::anyComponent, 0.1);
        report = computeCost(inputs, only, table(), {});
        QCOMPARE(report.rows.size(), std::size_t{2});
        QCOMPARE(report.rows[1].requests, 360.0);
    }

    void sideCarsBelongToTheComponentOfTheirPod()
    {
        CostInputs inputs = hours(1);
        inputs.components = {{u"rag"_s, u"rag-deployment"_s, {}}};
        inputs.cpuCores = {series({{"container", "proxy"}, {"label_app", "rag-deployment"}}, {1}),
                           series({{"container", "proxy"}, {"label_app", "unknown"}}, {2})};
        const CostReport report = computeCost(inputs, prices(), table(), {});
        QCOMPARE(report.rows.size(), std::size_t{2});
        QCOMPARE(report.rows[0].name, u"proxy"_s);
        QCOMPARE(report.rows[1].name, u"rag"_s);
    }

    void requestsAndTokensAreSharedAmongTheTagsOfTheirPods()
    {
        CostInputs inputs = hours(1);
        inputs.cpuRequests = {series({{"container", "rag"}, {"label_team", "a"}}, {3}),
                              series({{"container", "rag"}, {"label_team", ""}}, {1})};
        inputs.requestRate = {series({{"job", "rag"}}, {1}), series({{"job", "ghost"}}, {1})};
        const CostReport report = computeCost(inputs, prices(), table(), {u"team"_s});
        QCOMPARE(report.rows.size(), std::size_t{2});
        QCOMPARE(report.rows[0].name, u"a"_s);
        QCOMPARE(report.rows[0].requests, 2.7);
        QCOMPARE(report.rows[1].kind, CostRow::Kind::Untagged);
        QCOMPARE(report.rows[1].requests, 0.9 + 3.6);
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
        QVERIFY(reading.table.source().contains("LiteLLM"_L1));
        QVERIFY(reading.table.enteredOn().isValid());
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
