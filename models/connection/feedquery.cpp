// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/feedquery.h"

#include "connection/connection.h"
#include "connection/rawcounter.h"

#include <algorithm>

namespace spillway {

using namespace std::chrono_literals;

namespace {

/// A copy with all samples later by `by`.
std::shared_ptr<const QueryResult> shifted(const QueryResult &result, std::chrono::milliseconds by)
{
    auto moved = std::make_shared<QueryResult>(result);
    for (SeriesPtr &series : moved->series) {
        auto copy = std::make_shared<Series>(*series);
        for (EpochMs &time : copy->times) {
            time += by.count();
        }
        for (HistogramSample &sample : copy->histograms) {
            sample.time += by.count();
        }
        series = std::move(copy);
    }
    return moved;
}

} // namespace

FeedQuery::FeedQuery(Connection &connection, QuerySpec spec, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_spec(std::move(spec))
{
    m_answer.queryId = m_spec.id;
    m_answer.expr = m_spec.expr;
    m_answer.legend = m_spec.legend;
    m_answer.offset = m_spec.offset;
}

void FeedQuery::expand(const Aim &aim)
{
    // Looking through all names is not for every refresh.
    if (m_expandedFor != m_connection.catalogGeneration()) {
        m_expandedFor = m_connection.catalogGeneration();
        MetricExpansion expansion =
            expandMetrics(m_spec.expr, m_connection.catalog(), m_connection.workspace().metrics);
        m_expanded = std::move(expansion.expr);
        m_problems = std::move(expansion.problems);
        m_counter = isRawCounter(m_expanded, m_connection.catalog());
    }
    // A rate window too short for a rarely scraped job gives gaps.
    const auto scrape = m_connection.scrapeInterval(m_expanded);
    m_expr = expandIntervals(m_expanded, {aim.step, scrape, aim.length});
}

bool FeedQuery::ask(const Aim &aim)
{
    if (m_reply) {
        return false;
    }
    expand(aim);
    TimeRange target = aim.range;
    if (m_spec.instant) {
        // Whole seconds, so that panels that ask in one tick share the answer.
        const EpochMs at = aim.instant / 1000 * 1000;
        target = {at, at};
    }
    target = target.shifted(-m_spec.offset);
    // A range that ended in the future when it was asked for goes on.
    const bool same = m_expr == m_shownExpr && target == m_shownTarget && aim.step == m_shownStep &&
                      target.to <= m_askedAt;
    if (same && !aim.byHand && m_answer.result && !m_answer.error &&
        !m_answer.result->notes.partial) {
        return false;
    }
    m_askedAt = m_connection.clock().now();
    m_target = target;
    m_step = aim.step;
    m_priority = aim.priority;
    m_cache.setOverlap(
        std::max<std::chrono::milliseconds>(60s, 2 * m_connection.scrapeInterval(m_expanded)));
    m_plan = m_spec.instant ? RangeCache::Plan{target, true}
                            : m_cache.plan(m_expr, target, m_step, m_askedAt);
    submit();
    return true;
}

void FeedQuery::submit()
{
    SourceQuery query;
    query.expr = m_expr;
    query.instant = m_spec.instant;
    query.range = m_plan.range;
    query.step = m_spec.instant ? 0ms : m_step;
    m_reply.reset(m_connection.governor().submit(query, m_priority, parent(), nullptr));
    connect(m_reply.get(), &SourceReply::finished, this, &FeedQuery::received);
}

void FeedQuery::received()
{
    Result<SharedResult> result = m_reply->takeResult();
    m_reply.release()->deleteLater(); // it is emitting
    m_answer.expr = m_expr;
    m_answer.counter = m_counter;
    if (!result) {
        m_answer.error = result.error();
        Q_EMIT ended();
        return;
    }
    if (m_spec.instant) {
        accept(*result);
        return;
    }
    const EpochMs now = m_connection.clock().now();
    if (auto merged = m_cache.merge(m_expr, m_target, m_step, now, m_plan, *result)) {
        accept(std::move(merged));
        return;
    }
    m_plan = {m_target, true};
    submit();
}

void FeedQuery::accept(std::shared_ptr<const QueryResult> result)
{
    m_answer.error.reset();
    m_answer.result = m_spec.offset == 0ms ? std::move(result) : shifted(*result, m_spec.offset);
    m_shownExpr = m_expr;
    m_shownTarget = m_target;
    m_shownStep = m_step;
    m_dataTime = m_connection.clock().now();
    Q_EMIT ended();
}

void FeedQuery::cancel()
{
    m_reply.reset();
}

void FeedQuery::fail(const Error &error)
{
    m_reply.reset();
    m_answer.error = error;
}

} // namespace spillway
