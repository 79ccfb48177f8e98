// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/historyfetch.h"
#include "support/fakequerysource.h"
#include "support/resultmacros.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr EpochMs start = 1'760'000'400'000;
constexpr int longest = 60'000;

HistoryRequest request(std::size_t steps)
{
    HistoryRequest made;
    made.workspace = workspaceForUrl(u"t"_s, {});
    made.grid = {.from = start, .count = steps};
    return made;
}

/// A constant for every step that is asked for.
QueryResult flat(const SourceQuery &query, LabelSet labels, double value)
{
    auto series = std::make_shared<Series>();
    series->labels = std::move(labels);
    for (EpochMs time = query.range.from; time <= query.range.to; time += query.step.count()) {
        series->times.push_back(time);
        series->values.push_back(value);
    }
    QueryResult result;
    result.series = {series};
    return result;
}

Result<ScalingHistory> fetch(FakeQuerySource &source, const HistoryRequest &asked)
{
    const SystemClock clock;
    HistoryFetch fetch(source, clock, asked);
    QSignalSpy finished(&fetch, &HistoryFetch::finished);
    fetch.start();
    if (finished.isEmpty()) {
        finished.wait(longest);
    }
    QTest::qVerify(finished.size() == 1, "finished once", "", __FILE__, __LINE__);
    return fetch.takeResult();
}

} // namespace

class TestHistoryFetch : public QObject
{
    Q_OBJECT

    FakeQuerySource m_source;

private Q_SLOTS:
    void init()
    {
        MetricCatalog names;
        names.names = {"http_requests_total", "llm_requests_total", "llm_token_usage_total"};
        m_source.names = names;
        m_source.facts = BackendFacts{};
        m_source.asked.clear();
        m_source.handler = [](const SourceQuery &query) -> Result<QueryResult> {
            if (query.expr.startsWith("sum by (job) (rate(http_requests_total"_L1)) {
                return flat(query, {{"job", "rag-worker"}}, 12);
            }
            if (query.expr.contains("increase(llm_requests_total"_L1)) {
                return flat(query, {{"job", "llm-consumer"}, {"model", "gpt"}}, 10);
            }
            if (query.expr.contains("increase(llm_token_usage"_L1)) {
                return flat(query,
                            {{"job", "llm-consumer"}, {"model", "gpt"}, {"direction", "input"}},
                            7000);
            }
            return QueryResult{};
        };
    }

    void everythingIsAskedAndPutTogether()
    {
        const auto history = fetch(m_source, request(25'000));
        QVERIFY_RESULT(history);
        const ComponentHistory *rag = history->find(u"rag-worker"_s);
        QCOMPARE(knownShare(rag->service.requests), 1.0);
        QCOMPARE(rag->service.requests.back(), 12.0);
        const ComponentHistory *llm = history->find(u"llm-consumer"_s);
        QCOMPARE(llm->models.size(), 1U);
        QCOMPARE(llm->models[0].use.input, 700.0);
        QVERIFY(history->notes.contains(u"breaker_state is not recorded."_s));
        for (const SourceQuery &query : std::as_const(m_source.asked)) {
            QVERIFY(query.instant || query.range.length() / query.step <= maxPointsPerSeries);
        }
    }

    void theSlowestJobSetsTheWindow()
    {
        BackendFacts facts;
        facts.jobIntervals = {{u"rag-worker"_s, 60'000ms}, {u"somebody"_s, 600'000ms}};
        m_source.facts = facts;
        QVERIFY_RESULT(fetch(m_source, request(100)));
        QVERIFY(m_source.asked.front().expr.contains(u"[4m]"_s));
    }

    void noRequestsIsAnError()
    {
        m_source.handler = [](const SourceQuery &) { return QueryResult{}; };
        QVERIFY_ERROR(fetch(m_source, request(100)), ErrorCode::NotFound);
        m_source.names = MetricCatalog{};
        QVERIFY_ERROR(fetch(m_source, request(100)), ErrorCode::NotFound);
    }

    void whatIsOnlyWantedMayFail()
    {
        const auto answers = m_source.handler;
        m_source.handler = [answers](const SourceQuery &query) -> Result<QueryResult> {
            if (query.expr.contains("kube_deployment_spec_replicas"_L1)) {
                return Error{.code = ErrorCode::BadRequest, .what = u"No"_s};
            }
            return answers(query);
        };
        const auto history = fetch(m_source, request(100));
        QVERIFY_RESULT(history);
        QVERIFY(history->notes.contains(u"No."_s));
    }

    void aBrokenBackendIsAnError()
    {
        m_source.handler = [](const SourceQuery &) -> Result<QueryResult> {
            return Error{.code = ErrorCode::Unreachable, .what = u"Gone"_s};
        };
        QVERIFY_ERROR(fetch(m_source, request(100)), ErrorCode::Unreachable);
        m_source.facts = Error{.code = ErrorCode::Unauthorized, .what = u"Who?"_s};
        QVERIFY_ERROR(fetch(m_source, request(100)), ErrorCode::Unauthorized);
    }

    void partialAnswersAreSaid()
    {
        m_source.handler = [](const SourceQuery &query) {
            QueryResult result = flat(query, {{"job", "rag-worker"}}, 1);
            result.notes.partial = true;
            return result;
        };
        const auto history = fetch(m_source, request(100));
        QVERIFY_RESULT(history);
        QVERIFY(history->notes.contains(u"The backend's answers are not complete."_s));
    }

    void deletingItCancels()
    {
        m_source.held = true;
        const SystemClock clock;
        auto fetch = std::make_unique<HistoryFetch>(m_source, clock, request(100));
        fetch->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_source.openCount() > 0, 60'000);
        fetch.reset();
        QCOMPARE(m_source.openCount(), 0);
        m_source.held = false;
    }
};

QTEST_GUILESS_MAIN(TestHistoryFetch)
#include "tst_historyfetch.moc"
