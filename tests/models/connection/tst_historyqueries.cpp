// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/historyqueries.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr EpochMs start = 1'760'000'400'000;

HistoryRequest request()
{
    HistoryRequest made;
    made.workspace = workspaceForUrl(u"t"_s, {});
    made.workspace.namespaces = {u"kotaemon"_s};
    made.queues = {
        {u"llm-consumer"_s, u"rabbitmq_queue_messages_ready"_s, u"queue"_s, u"generation"_s}};
    made.grid = {.from = start, .count = 240};
    return made;
}

MetricCatalog catalog()
{
    MetricCatalog made;
    made.names = {"container_cpu_usage_seconds_total",
                  "http_request_duration_seconds_bucket",
                  "http_requests_total",
                  "llm_requests_total",
                  "llm_token_usage_total",
                  "rabbitmq_queue_messages_ready"};
    return made;
}

HistoryQuery queryOf(const std::vector<HistoryQuery> &all, HistoryValue value)
{
    const auto found = std::find_if(
        all.begin(), all.end(), [value](const HistoryQuery &one) { return one.value == value; });
    return found == all.end() ? HistoryQuery{} : *found;
}

SeriesPtr series(LabelSet labels, std::vector<EpochMs> times, std::vector<double> values)
{
    auto made = std::make_shared<Series>();
    made->labels = std::move(labels);
    made->times = std::move(times);
    made->values = std::move(values);
    return made;
}

} // namespace

class TestHistoryQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndSelectorsAreFilledIn()
    {
        const std::vector<HistoryQuery> all = historyQueries(request(), catalog());
        const HistoryQuery requests = queryOf(all, HistoryValue::Requests);
        QCOMPARE(requests.expr,
                 u"sum by (job) (rate(http_requests_total{job=~\"dialog\\\\-manager|rag\\\\-worker|"
                 "llm\\\\-consumer|tool\\\\-router|redis|rabbitmq\"}[1m]))"_s);
        QVERIFY(!requests.optional);
        QCOMPARE(requests.lag, 30'000ms); // half of the window, in steps
        const HistoryQuery cores = queryOf(all, HistoryValue::Cores);
        QVERIFY(cores.optional);
        QVERIFY2(cores.expr.contains(u"namespace=~\"kotaemon\""_s), qPrintable(cores.expr));
        QVERIFY2(cores.expr.contains(u"\"workload\", \"$1\", \"pod\""_s), qPrintable(cores.expr));
        const HistoryQuery backlog = queryOf(all, HistoryValue::Backlog);
        QCOMPARE(backlog.component, u"llm-consumer"_s);
        QCOMPARE(backlog.expr, u"sum(rabbitmq_queue_messages_ready{queue=~\"generation\"})"_s);
        QCOMPARE(backlog.lag, 0ms);
        QVERIFY(queryOf(all, HistoryValue::ModelTokens).expr.contains(u"[1h]"_s));
        QCOMPARE(queryOf(all, HistoryValue::ToolCalls).missing, u"tool_calls_total"_s);
        for (const HistoryQuery &one : all) {
            QVERIFY2(!one.expr.contains(u"JOBS"_s) && !one.expr.contains(u"PODS"_s) &&
                         !one.expr.contains(u"[R]"_s) && !one.expr.contains(u"[T]"_s),
                     qPrintable(one.expr));
            QCOMPARE(one.expr.count(u'('), one.expr.count(u')'));
        }
    }

    void spansCoverTheGridOnce()
    {
        TimeGrid grid{.from = start, .count = 25'000};
        HistoryQuery query;
        query.lag = 30s;
        const std::vector<TimeRange> spans = historySpans(grid, query);
        QCOMPARE(spans.size(), 9U);
        QCOMPARE(spans.front().from, start + 30'000);
        QCOMPARE(spans.back().to, grid.time(24'999) + 30'000);
        for (std::size_t i = 1; i < spans.size(); ++i) {
            QCOMPARE(spans[i].from, spans[i - 1].to + 15'000);
            QVERIFY(spans[i].length() / grid.step <= maxPointsPerSeries);
        }
        query.instant = true;
        QCOMPARE(historySpans(grid, query).size(), 1U);
        QCOMPARE(historySpans(grid, query).front().to, grid.time(25'000));
    }

    void answersFindTheirComponent()
    {
        HistoryRequest asked = request();
        asked.workspace.components[1].jobs = {u"rag-a"_s, u"rag-b"_s};
        ScalingHistory history = emptyHistory(asked);
        HistoryQuery query{.value = HistoryValue::Requests};
        query.lag = 30s;
        addToHistory(history, asked, query,
                     {series({{"job", "rag-a"}}, {start + 30'000, start + 45'000}, {1, 2}),
                      series({{"job", "rag-b"}}, {start + 45'000, start + 60'000},
                             {10, std::numeric_limits<double>::quiet_NaN()}),
                      series({{"job", "nobody"}}, {start + 30'000}, {99}),
                      series({{"job", "rag-a"}}, {start + 37'000}, {99})}); // between two steps
        const GridColumn &requests = history.find(u"rag-worker"_s)->service.requests;
        QCOMPARE(requests.at(0), 1.0);
        QCOMPARE(requests.at(1), 12.0);
        QVERIFY(std::isnan(requests.at(2)));
        QVERIFY(history.find(u"redis"_s)->service.requests.empty());
    }

    void quantilesTakeTheLarger()
    {
        const HistoryRequest asked = request();
        ScalingHistory history = emptyHistory(asked);
        addToHistory(history, asked, {.value = HistoryValue::P95},
                     {series({{"job", "rag-worker"}}, {start}, {0.2}),
                      series({{"job", "rag-worker"}, {"x", "y"}}, {start}, {0.5})});
        QCOMPARE(history.find(u"rag-worker"_s)->service.p95.at(0), 0.5);
    }

    void numbersAndModels()
    {
        const HistoryRequest asked = request();
        ScalingHistory history = emptyHistory(asked);
        const auto instant = [&](HistoryValue value, LabelSet labels, double number) {
            HistoryQuery query{.value = value};
            query.instant = true;
            addToHistory(history, asked, query, {series(std::move(labels), {start}, {number})});
        };
        const LabelSet::Pair job{"job", "llm-consumer"};
        instant(HistoryValue::ModelCalls, {job, {"model", "gpt"}}, 100);
        instant(HistoryValue::ModelTokens, {job, {"model", "gpt"}, {"direction", "input"}}, 5000);
        instant(HistoryValue::ModelTokens, {job, {"model", "gpt"}, {"direction", "thoughts"}}, 7);
        instant(HistoryValue::ModelTokenLimit, {job, {"model", "gpt"}}, 90'000);
        instant(HistoryValue::ColdStarts, {{"workload", "rag-worker"}, {"pod", "a"}}, 60);
        instant(HistoryValue::ResourceRequests,
                {{"workload", "rag-worker"}, {"resource", "memory"}}, 2.0 * 1024 * 1024 * 1024);
        instant(HistoryValue::ResourceRequests, {{"workload", "rag-worker"}, {"resource", "cpu"}},
                1.5);
        const ComponentHistory &llm = *history.find(u"llm-consumer"_s);
        QCOMPARE(llm.models.size(), 1U);
        QCOMPARE(llm.models[0].use.input, 5000.0); // divided by the calls when all is there
        QCOMPARE(llm.models[0].tokensPerMinute, 90'000.0);
        const ComponentHistory &rag = *history.find(u"rag-worker"_s);
        QCOMPARE(rag.service.coldStarts, std::vector<double>{60});
        QCOMPARE(rag.requestedGib, 2.0);
        QCOMPARE(rag.service.requestedCores, 1.5);
    }
};

QTEST_APPLESS_MAIN(TestHistoryQueries)
#include "tst_historyqueries.moc"
