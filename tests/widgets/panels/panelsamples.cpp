// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panelsamples.h"

#include <cmath>
#include <limits>

namespace spillway::samples {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int points = 361;
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

std::vector<double> wave(double base, double swing, double phase)
{
    std::vector<double> values;
    for (int i = 0; i < points; ++i) {
        const double spike = i > 240 && i < 270 ? swing * 2 : 0;
        values.push_back(base + swing * std::sin(i / 40.0 + phase) +
                         swing * 0.15 * std::sin(i * 1.7 + phase) + spike);
    }
    return values;
}

QueryAnswer answer(const QString &id, const QString &legend, SeriesList list)
{
    auto result = std::make_shared<QueryResult>();
    result->series = std::move(list);
    result->step = 60s;
    QueryAnswer made;
    made.queryId = id;
    made.expr = u"rate(http_requests_total[5m])"_s;
    made.legend = legend;
    made.result = std::move(result);
    return made;
}

SeriesPtr without(const SeriesPtr &series, std::ptrdiff_t from, std::ptrdiff_t to)
{
    auto cut = std::make_shared<Series>(*series);
    cut->times.erase(cut->times.begin() + from, cut->times.begin() + to);
    cut->values.erase(cut->values.begin() + from, cut->values.begin() + to);
    return cut;
}

std::vector<QueryAnswer> timeSeriesAnswers()
{
    SeriesList list;
    int i = 0;
    for (const char *job : {"rag-worker", "dialog-manager", "tool-router", "llm-consumer"}) {
        list.push_back(series({{"job", job}}, wave(1.4 - 0.3 * i, 0.25, i)));
        ++i;
    }
    // A gap of half an hour and a stretch of NaN.
    auto broken = std::make_shared<Series>(*without(list[2], 100, 130));
    std::fill_n(broken->values.begin() + 200, 6, notANumber);
    list[2] = broken;
    std::vector<QueryAnswer> answers{
        answer(u"A"_s, u"{{job}}"_s, list),
        answer(u"W"_s, u"{{job}}"_s, {series({{"job", "rag-worker"}}, wave(1.2, 0.2, 0.3))})};
    answers.back().offset = 7 * 24h;
    return answers;
}

std::vector<QueryAnswer> heatmapAnswers()
{
    SeriesList list;
    const std::vector<std::pair<const char *, double>> bounds{
        {"0.05", 0.05}, {"0.1", 0.1}, {"0.25", 0.25}, {"0.5", 0.5}, {"1", 1},
        {"2.5", 2.5},   {"5", 5},     {"10", 10},     {"+Inf", 1e6}};
    for (const auto &[le, bound] : bounds) {
        std::vector<double> values;
        for (int i = 0; i < points; ++i) {
            // Observations are normal in log(duration) around a moving middle.
            const double middle =
                std::log(0.4) + 0.6 * std::sin(i / 50.0) + (i > 240 && i < 270 ? 1.4 : 0);
            const double z = (std::log(bound) - middle) / 0.5;
            values.push_back(std::round(60 * (1 + std::erf(z / std::sqrt(2.0)))));
        }
        list.push_back(without(series({{"le", le}}, values), 60, 80));
    }
    return {answer(u"A"_s, {}, list)};
}

std::vector<QueryAnswer> statAnswers()
{
    std::vector<QueryAnswer> answers{
        answer(u"A"_s, u"p95"_s, {series({{"stage", "total"}}, wave(2.1, 0.3, 0.4))}),
        answer(u"W"_s, u"p95"_s, {series({{"stage", "total"}}, wave(1.7, 0.2, 0.4))})};
    answers.back().offset = 7 * 24h;
    return answers;
}

std::vector<QueryAnswer> tableAnswers()
{
    SeriesList rate;
    SeriesList failures;
    int i = 0;
    for (const char *tool :
         {"query_order_status", "search_products", "create_ticket", "track_shipment"}) {
        const LabelSet labels{{"tool", tool}, {"pod", "tool-router-7f9c-x2"}};
        rate.push_back(series(labels, {12.5 / (i + 1)}));
        if (i != 2) {
            failures.push_back(series(labels, {i == 3 ? notANumber : 0.2 * i}));
        }
        ++i;
    }
    return {answer(u"A"_s, u"calls"_s, rate), answer(u"B"_s, u"failures"_s, failures)};
}

std::vector<QueryAnswer> stateAnswers()
{
    SeriesList list;
    std::size_t i = 0;
    for (const char *tool :
         {"query_order_status", "search_products", "create_ticket", "track_shipment"}) {
        std::vector<double> values(points, 0);
        for (std::size_t at = 120 + 40 * i; at < 180 + 40 * i && i < 3; ++at) {
            values[at] = at < 165 + 40 * i ? 1 : 2;
        }
        list.push_back(series({{"tool", tool}}, values));
        ++i;
    }
    return {answer(u"A"_s, u"{{tool}}"_s, list)};
}

std::vector<QueryAnswer> matrixAnswers()
{
    const QString legend = u"{{job}}"_s;
    const auto of = [](const char *job, double base, double swing, double phase) {
        return series({{"job", job}}, wave(base, swing, phase));
    };
    std::vector<QueryAnswer> answers{
        answer(u"traffic"_s, legend, {of("llm-consumer", 40, 6, 0), of("rag-worker", 320, 50, 1)}),
        answer(u"traffic-last-week"_s, legend,
               {of("llm-consumer", 31, 5, 0), of("rag-worker", 330, 50, 1)}),
        answer(u"latency"_s, legend,
               {of("llm-consumer", 4.6, 0.2, 2), of("rag-worker", 0.31, 0.02, 3)}),
        answer(u"quota"_s, legend, {of("llm-consumer", 0.97, 0.01, 0)})};
    answers[1].offset = 7 * 24h;
    return answers;
}

std::vector<QueryAnswer> answersOf(PanelKind kind)
{
    switch (kind) {
    case PanelKind::TimeSeries:
        return timeSeriesAnswers();
    case PanelKind::Heatmap:
        return heatmapAnswers();
    case PanelKind::Stat:
        return statAnswers();
    case PanelKind::Gauge:
        return {answer(u"A"_s, u"{{model}}"_s,
                       {series({{"model", "gpt-3.5-turbo"}}, {0.4, 0.6, 0.83})})};
    case PanelKind::Table:
        return tableAnswers();
    case PanelKind::StateTimeline:
        return stateAnswers();
    case PanelKind::Text:
        return {};
    case PanelKind::Matrix:
        return matrixAnswers();
    }
    return {};
}

void setNotes(PanelSnapshot *snapshot, const DataNotes &notes)
{
    for (QueryAnswer &one : snapshot->answers) {
        auto result = std::make_shared<QueryResult>(*one.result);
        result->notes = notes;
        one.result = result;
    }
}

Error timeout()
{
    Error error;
    error.code = ErrorCode::Timeout;
    error.what = u"Cannot read the metrics"_s;
    error.where = u"http://prometheus.monitoring:9090"_s;
    error.why = u"no answer within 30 s"_s;
    error.advice = u"Ask for a shorter time range, or check the load of the server."_s;
    return error;
}

void nameTitles(Panel *panel)
{
    switch (panel->kind) {
    case PanelKind::TimeSeries:
        panel->title = u"Request duration p95"_s;
        panel->unit = {Unit::Seconds};
        panel->thresholds = {{2, Severity::Warning, u"objective"_s}};
        break;
    case PanelKind::Heatmap:
        panel->title = u"Request duration"_s;
        panel->unit = {Unit::Seconds};
        break;
    case PanelKind::Stat:
        panel->title = u"RAG p95"_s;
        panel->unit = {Unit::Seconds};
        panel->thresholds = {{2, Severity::Warning, {}}, {4, Severity::Critical, {}}};
        break;
    case PanelKind::Gauge:
        panel->title = u"Token quota used"_s;
        panel->unit = {Unit::PercentUnit};
        panel->thresholds = {{0.8, Severity::Warning, {}}, {0.95, Severity::Critical, {}}};
        break;
    case PanelKind::Table:
        panel->title = u"Tools"_s;
        panel->unit = {Unit::PerSecond};
        panel->thresholds = {{10, Severity::Warning, {}}};
        break;
    case PanelKind::StateTimeline:
        panel->title = u"Circuit breakers"_s;
        panel->valueNames = {{0, u"closed"_s, Severity::Ok},
                             {1, u"open"_s, Severity::Critical},
                             {2, u"half-open"_s, Severity::Warning}};
        break;
    case PanelKind::Text:
        panel->title = u"Runbook"_s;
        panel->text = u"Scale the RAG workers first.\nPast the token quota, more consumers only "
                      "make 429s: ask the provider for more."_s;
        break;
    case PanelKind::Matrix:
        panel->title = u"Where the bottleneck is"_s;
        panel->columns = {
            {u"traffic"_s, u"Traffic"_s, {Unit::RequestsPerSecond}, {}, {}},
            {u"latency"_s, u"p95"_s, {Unit::Seconds}, {{4, Severity::Warning, {}}}, {}},
            {u"quota"_s,
             u"Quota used"_s,
             {Unit::PercentUnit},
             {{0.8, Severity::Warning, {}}, {0.95, Severity::Critical, {}}},
             u"More replicas only make 429s."_s}};
        break;
    }
}

} // namespace

const std::vector<PanelKind> &kinds()
{
    static const std::vector<PanelKind> all{
        PanelKind::TimeSeries, PanelKind::Heatmap,       PanelKind::Stat, PanelKind::Gauge,
        PanelKind::Table,      PanelKind::StateTimeline, PanelKind::Text, PanelKind::Matrix};
    return all;
}

const std::vector<PanelState> &states()
{
    static const std::vector<PanelState> all{
        PanelState::Live,      PanelState::Refreshing, PanelState::Kept,  PanelState::Partial,
        PanelState::Truncated, PanelState::Empty,      PanelState::Failed};
    return all;
}

QString kindName(PanelKind kind)
{
    static const QStringList names{u"timeseries"_s, u"heatmap"_s,       u"stat"_s, u"gauge"_s,
                                   u"table"_s,      u"statetimeline"_s, u"text"_s, u"matrix"_s};
    return names.at(static_cast<int>(kind));
}

SeriesPtr series(LabelSet labels, std::vector<double> values)
{
    auto made = std::make_shared<Series>();
    made->labels = std::move(labels);
    const auto count = static_cast<EpochMs>(values.size());
    for (EpochMs i = 0; i < count; ++i) {
        made->times.push_back(now - (count - 1 - i) * 60'000);
    }
    made->values = std::move(values);
    return made;
}

PanelSnapshot snapshotOf(SeriesList list, const QString &legend)
{
    PanelSnapshot made;
    made.state = PanelState::Live;
    made.answers = {answer(u"A"_s, legend, std::move(list))};
    made.range = {now - 6 * 3'600'000, now};
    made.step = 60s;
    made.dataTime = now;
    return made;
}

Panel panel(PanelKind kind)
{
    Panel made;
    made.id = kindName(kind);
    made.kind = kind;
    made.description = u"An example."_s;
    QuerySpec query;
    query.id = u"A"_s;
    query.expr = u"up"_s;
    made.queries = {query};
    nameTitles(&made);
    return made;
}

PanelSnapshot snapshot(PanelKind kind, PanelState state)
{
    PanelSnapshot made = snapshotOf({});
    made.answers = answersOf(kind);
    made.state = state;
    DataNotes notes;
    switch (state) {
    case PanelState::Live:
        break;
    case PanelState::Refreshing:
        made.refreshing = true;
        break;
    case PanelState::Kept:
        made.dataTime = now - 47'000;
        made.error = timeout();
        break;
    case PanelState::Partial:
        made.reason = u"2 of 5 stores did not answer."_s;
        notes.warnings = {u"store-3: connection refused"_s};
        notes.partial = true;
        setNotes(&made, notes);
        break;
    case PanelState::Truncated:
        made.reason = u"The server cut the result at 1000 series."_s;
        notes.warnings = {u"results truncated due to limit"_s};
        notes.truncated = true;
        setNotes(&made, notes);
        break;
    case PanelState::Empty:
        made.answers = {answer(u"A"_s, {}, {})};
        made.reason = u"No series matches job=\"rag-worker\": the target is not scraped."_s;
        break;
    case PanelState::Failed:
        made.answers.clear();
        made.dataTime = 0;
        made.error = timeout();
        break;
    }
    return made;
}

PanelSnapshot renamed(PanelSnapshot snapshot, const std::string &value)
{
    for (QueryAnswer &one : snapshot.answers) {
        auto result = std::make_shared<QueryResult>(*one.result);
        for (SeriesPtr &old : result->series) {
            auto copy = std::make_shared<Series>(*old);
            std::vector<LabelSet::Pair> pairs = copy->labels.pairs();
            for (LabelSet::Pair &pair : pairs) {
                if (pair.first != "le") {
                    pair.second = value + pair.second;
                }
            }
            copy->labels = LabelSet{pairs};
            old = copy;
        }
        one.result = result;
    }
    return snapshot;
}

} // namespace spillway::samples
