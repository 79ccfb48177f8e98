// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/historyqueries.h"

#include "core/duration.h"
#include "metrics/timerange.h"
#include "prometheus/metricresolver.h"

#include <QRegularExpression>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// As a regular expression inside of a PromQL string.
QString alternatives(QStringList names)
{
    names.removeDuplicates();
    for (QString &name : names) {
        name = QRegularExpression::escape(name).replace(u'\\', u"\\\\"_s);
    }
    return names.join(u'|');
}

/// Writes the questions of one request.
class Writer
{
public:
    Writer(const HistoryRequest &request, const MetricCatalog &catalog)
        : m_request(request)
        , m_catalog(catalog)
    {
        QStringList jobs;
        QStringList workloads;
        QStringList spaces = request.workspace.namespaces;
        for (const WorkspaceComponent &component : request.workspace.components) {
            jobs += component.jobs;
            workloads << component.workload;
            if (!spaces.isEmpty() && !component.ns.isEmpty()) {
                spaces << component.ns;
            }
        }
        m_jobs = u"job=~\"%1\""_s.arg(alternatives(jobs));
        m_workloads = alternatives(workloads);
        m_spaces = spaces.isEmpty() ? QString() : u",namespace=~\"%1\""_s.arg(alternatives(spaces));
        const IntervalValues intervals{.step = request.grid.step,
                                       .scrapeInterval = request.scrapeInterval};
        const std::chrono::milliseconds window = intervals.rateInterval();
        m_window = u'[' + formatDuration(window) + u']';
        const auto steps = (window + request.grid.step) / (2 * request.grid.step);
        m_lag = steps * request.grid.step;
        const std::chrono::milliseconds whole{request.grid.step.count() *
                                              static_cast<qint64>(request.grid.count)};
        m_whole = u'[' + formatDuration(std::max(whole, window)) + u']';
    }

    std::vector<HistoryQuery> write()
    {
        addTraffic();
        addReplicas();
        addQueues();
        addModels();
        addTools();
        addPods();
        return std::move(m_queries);
    }

private:
    void add(HistoryValue value, const QString &expr, bool instant = false)
    {
        const MetricExpansion expansion =
            expandMetrics(expr, m_catalog, m_request.workspace.metrics);
        HistoryQuery query{.value = value, .expr = expansion.expr, .instant = instant};
        query.optional = value != HistoryValue::Requests;
        if (!expansion.notFound.isEmpty()) {
            query.missing = expansion.notFound.front();
        }
        m_queries.push_back(std::move(query));
    }

    /// A column that is a rate over m_window.
    void addRate(HistoryValue value, const QString &expr)
    {
        add(value, QString(expr).replace("[R]"_L1, m_window));
        m_queries.back().lag = m_lag;
    }

    void addOverAll(HistoryValue value, const QString &expr)
    {
        add(value, QString(expr).replace("[T]"_L1, m_whole), true);
    }

    [[nodiscard]] QString withJobs(const QString &expr) const
    {
        return QString(expr).replace("JOBS"_L1, m_jobs);
    }

    /// Pods by the workload whose name theirs begins with.
    [[nodiscard]] QString ofPods(const QString &expr) const
    {
        const QString pattern = u"(%1)(-[a-z0-9]+)?-[a-z0-9]+"_s.arg(m_workloads);
        const QString inner =
            QString(expr).replace("PODS"_L1, u"pod=~\"%1\"%2"_s.arg(pattern, m_spaces));
        return u"label_replace(%1, \"workload\", \"$1\", \"pod\", \"%2\")"_s.arg(inner, pattern);
    }

    [[nodiscard]] QString ofObject(const QString &metric, const QString &label,
                                   const QString &prefix = {}) const
    {
        const QString pattern = u"%1(%2)"_s.arg(prefix, m_workloads);
        return u"label_replace(%1{%2=~\"%3\"%4}, \"workload\", \"$1\", \"%2\", \"%3\")"_s.arg(
            metric, label, pattern, m_spaces);
    }

    void addTraffic()
    {
        addRate(HistoryValue::Requests,
                withJobs(u"sum by (job) (rate($metric(http_requests_total){JOBS}[R]))"_s));
        const QString quantile =
            withJobs(u"histogram_quantile(%1, sum by (job, le) "
                     "(rate($metric(http_request_duration_seconds,bucket){JOBS}[R])))"_s);
        addRate(HistoryValue::P50, quantile.arg(u"0.5"_s));
        addRate(HistoryValue::P95, quantile.arg(u"0.95"_s));
        addRate(HistoryValue::Cores, u"sum by (workload) (%1)"_s.arg(ofPods(
                                         u"rate($metric(container_cpu_usage_seconds_total)"
                                         "{container!=\"\",container!=\"POD\",PODS}[R])"_s)));
    }

    void addReplicas()
    {
        const auto either = [this](const QString &deployment, const QString &set) {
            return u"max by (workload) (%1 or %2)"_s.arg(ofObject(deployment, u"deployment"_s),
                                                         ofObject(set, u"statefulset"_s));
        };
        add(HistoryValue::Ready, either(u"kube_deployment_status_replicas_available"_s,
                                        u"kube_statefulset_status_replicas_ready"_s));
        add(HistoryValue::Replicas,
            either(u"kube_deployment_spec_replicas"_s, u"kube_statefulset_replicas"_s));
        // KEDA's autoscalers carry the name of the ScaledObject behind a prefix.
        const QString max = u"kube_horizontalpodautoscaler_spec_max_replicas"_s;
        add(HistoryValue::MaxReplicas,
            u"max by (workload) (%1 or %2)"_s.arg(
                ofObject(max, u"horizontalpodautoscaler"_s),
                ofObject(max, u"horizontalpodautoscaler"_s, u"keda-hpa-"_s)));
    }

    void addQueues()
    {
        for (const HistoryQueue &queue : m_request.queues) {
            add(HistoryValue::Backlog, u"sum($metric(%1){%2=~\"%3\"})"_s.arg(
                                           queue.metric, queue.label, alternatives({queue.value})));
            m_queries.back().component = queue.component;
        }
    }

    void addModels()
    {
        const QString calls = u"$metric(llm_requests_total){JOBS,%1}"_s;
        addRate(HistoryValue::Rejected,
                withJobs(u"sum by (job) (rate(%1[R]))"_s.arg(calls.arg(u"code=\"429\""_s))));
        addRate(HistoryValue::Answered,
                withJobs(u"sum by (job) (rate(%1[R]))"_s.arg(calls.arg(u"code!=\"429\""_s))));
        addOverAll(HistoryValue::ModelCalls,
                   withJobs(u"sum by (job, model) (increase(%1[T]))"_s.arg(
                       calls.arg(u"code!=\"429\""_s))));
        addOverAll(HistoryValue::ModelTokens,
                   withJobs(u"sum by (job, model, direction) "
                            "(increase($metric(llm_token_usage){JOBS}[T]))"_s));
        add(HistoryValue::ModelRequestLimit,
            withJobs(u"max by (job, model) (llm_quota_requests_per_minute{JOBS})"_s), true);
        add(HistoryValue::ModelTokenLimit,
            withJobs(u"max by (job, model) (llm_quota_tokens_per_minute{JOBS})"_s), true);
    }

    void addTools()
    {
        const QString state = withJobs(u"$metric(breaker_state){JOBS}"_s);
        add(HistoryValue::BreakerOpen,
            u"sum by (job) (%1 == bool 1) + sum by (job) (%1 == bool 3)"_s.arg(state));
        addRate(HistoryValue::ToolFailures,
                withJobs(u"sum by (job, tool) (rate($metric(tool_call_failures_total){JOBS}[R])) / "
                         "sum by (job, tool) (rate($metric(tool_calls_total){JOBS}[R]))"_s));
        addOverAll(
            HistoryValue::ToolCalls,
            withJobs(u"sum by (job, tool) (increase($metric(tool_calls_total){JOBS}[T]))"_s));
        addOverAll(HistoryValue::ToolLatency,
                   withJobs(u"histogram_quantile(0.5, sum by (job, tool, le) "
                            "(increase($metric(tool_call_duration_seconds,bucket){JOBS}[T])))"_s));
    }

    void addPods()
    {
        // A pod that was ready before the span began did not start in it, but tells as much.
        addOverAll(HistoryValue::ColdStarts,
                   ofPods(u"(min by (namespace, pod) "
                          "(min_over_time(kube_pod_status_ready_time{PODS}[T])) - "
                          "min by (namespace, pod) (min_over_time(kube_pod_created{PODS}[T])))"_s));
        add(HistoryValue::ResourceRequests,
            u"max by (workload, resource) (%1)"_s.arg(
                ofPods(u"sum by (namespace, pod, resource) (kube_pod_container_resource_requests"
                       "{resource=~\"cpu|memory\",PODS})"_s)),
            true);
        add(HistoryValue::CpuLimits,
            u"max by (workload) (%1)"_s.arg(
                ofPods(u"sum by (namespace, pod) (kube_pod_container_resource_limits"
                       "{resource=\"cpu\",PODS})"_s)),
            true);
        add(HistoryValue::UsedMemory,
            u"avg by (workload) (%1)"_s.arg(
                ofPods(u"sum by (namespace, pod) ($metric(container_memory_working_set_bytes)"
                       "{container!=\"\",container!=\"POD\",PODS})"_s)),
            true);
    }

    const HistoryRequest &m_request;
    const MetricCatalog &m_catalog;
    QString m_jobs;
    QString m_workloads;
    QString m_spaces;
    QString m_window; ///< "[1m]"
    QString m_whole;  ///< "[7d]"
    std::chrono::milliseconds m_lag{0};
    std::vector<HistoryQuery> m_queries;
};

} // namespace

std::vector<HistoryQuery> historyQueries(const HistoryRequest &request,
                                         const MetricCatalog &catalog)
{
    return Writer(request, catalog).write();
}

std::vector<TimeRange> historySpans(const TimeGrid &grid, const HistoryQuery &query)
{
    // Half a day at 15 s: servers limit the time of a query before its points.
    constexpr std::size_t most = 2880;
    std::vector<TimeRange> spans;
    const EpochMs lag = query.lag.count();
    if (query.instant) {
        const EpochMs end = grid.time(grid.count);
        return {{end, end}};
    }
    for (std::size_t first = 0; first < grid.count; first += most) {
        const std::size_t last = std::min(grid.count, first + most) - 1;
        spans.push_back({grid.time(first) + lag, grid.time(last) + lag});
    }
    return spans;
}

} // namespace spillway
