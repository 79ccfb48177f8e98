// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/historyfetch.h"

#include <algorithm>
#include <cmath>

namespace spillway {

namespace {

/// Whether a question may go unanswered: the server understood us and has no answer to it.
bool isAboutTheQuestion(ErrorCode code)
{
    return code == ErrorCode::BadRequest || code == ErrorCode::TooExpensive ||
           code == ErrorCode::Unsupported || code == ErrorCode::TooLarge;
}

bool isAnythingKnown(const GridColumn &column)
{
    return std::any_of(column.begin(), column.end(),
                       [](double value) { return std::isfinite(value); });
}

} // namespace

HistoryFetch::HistoryFetch(QuerySource &source, const Clock &clock, HistoryRequest request,
                           QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_request(std::move(request))
    , m_governor(source, clock, {.concurrency = 3}) // nobody's panels should wait for it
    , m_open(std::make_unique<QObject>())
    , m_history(emptyHistory(m_request))
{}

HistoryFetch::~HistoryFetch() = default;

void HistoryFetch::start()
{
    m_probe.reset(m_source.probe(nullptr));
    connect(m_probe.get(), &SourceReply::finished, this, &HistoryFetch::probed);
}

Result<ScalingHistory> HistoryFetch::takeResult()
{
    if (m_error) {
        return *m_error;
    }
    return std::move(m_history);
}

void HistoryFetch::probed()
{
    const Result<BackendFacts> facts = m_probe->takeResult();
    if (!facts) {
        finish(facts.error());
        return;
    }
    // A rate needs a few samples of the slowest job.
    std::chrono::milliseconds interval = facts->scrapeInterval;
    for (const WorkspaceComponent &component : m_request.workspace.components) {
        for (const QString &job : component.jobs) {
            interval = std::max(interval, facts->jobIntervals.value(job, interval));
        }
    }
    m_request.scrapeInterval = interval;
    m_catalog.reset(m_source.catalog(nullptr));
    connect(m_catalog.get(), &SourceReply::finished, this, &HistoryFetch::named);
}

void HistoryFetch::named()
{
    const Result<MetricCatalog> catalog = m_catalog->takeResult();
    if (!catalog) {
        finish(catalog.error());
        return;
    }
    m_queries = historyQueries(m_request, *catalog);
    for (const HistoryQuery &query : m_queries) {
        if (!query.missing.isEmpty()) {
            note(tr("%1 is not recorded.").arg(query.missing));
        }
    }
    ask();
}

void HistoryFetch::ask()
{
    for (std::size_t i = 0; i < m_queries.size(); ++i) {
        const HistoryQuery &query = m_queries[i];
        if (!query.missing.isEmpty()) {
            continue;
        }
        for (const TimeRange &span : historySpans(m_request.grid, query)) {
            const SourceQuery question{.expr = query.expr,
                                       .instant = query.instant,
                                       .range = span,
                                       .step = m_request.grid.step};
            GovernedQuery *const asked = m_governor.submit(
                question, QueryGovernor::Priority::Background, this, m_open.get());
            ++m_total;
            connect(asked, &SourceReply::finished, this, [this, asked, i] {
                const Result<SharedResult> result = asked->takeResult();
                asked->deleteLater();
                answered(i, result);
            });
        }
    }
    if (m_total == 0) {
        finish(complete());
    }
}

void HistoryFetch::answered(std::size_t query, const Result<SharedResult> &result)
{
    if (m_finished) {
        return;
    }
    const HistoryQuery &asked = m_queries[query];
    if (result) {
        const QueryResult &answer = **result;
        addToHistory(m_history, m_request, asked, answer.series);
        if (answer.notes.partial || answer.notes.truncated) {
            note(tr("The backend's answers are not complete."));
        }
    } else if (asked.optional && isAboutTheQuestion(result.error().code)) {
        note(result.error().sentence());
    } else {
        finish(result.error());
        return;
    }
    Q_EMIT progress(++m_done, m_total);
    if (m_done == m_total) {
        finish(complete());
    }
}

std::optional<Error> HistoryFetch::complete()
{
    bool known = false;
    for (ComponentHistory &component : m_history.components) {
        known = known || isAnythingKnown(component.service.requests);
        for (ModelHistory &model : component.models) {
            if (model.calls > 0) {
                model.use.input /= model.calls;
                model.use.cached /= model.calls;
                model.use.output /= model.calls;
            }
        }
        std::erase_if(component.models, [](const ModelHistory &model) { return model.calls <= 0; });
    }
    if (known) {
        return std::nullopt;
    }
    return Error{.code = ErrorCode::NotFound,
                 .what = tr("There is nothing to replay"),
                 .why = tr("no requests of the components were recorded in that time"),
                 .advice = tr("Check the span of time and the jobs of the components in the "
                              "workspace.")};
}

void HistoryFetch::note(const QString &sentence)
{
    if (!m_history.notes.contains(sentence)) {
        m_history.notes.append(sentence);
    }
}

void HistoryFetch::finish(std::optional<Error> error)
{
    if (m_finished) {
        return;
    }
    m_finished = true;
    m_error = std::move(error);
    // Later: whoever hears it may delete this, and with it the governor that is calling now. What
    // still runs after an error is withdrawn then.
    QMetaObject::invokeMethod(this, &HistoryFetch::finished, Qt::QueuedConnection);
}

} // namespace spillway
