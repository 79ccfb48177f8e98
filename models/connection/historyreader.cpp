// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/historyqueries.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double bytesPerGib = 1024.0 * 1024 * 1024;

enum class Merge { Add, Larger };

double merged(double known, double value, Merge how)
{
    if (!std::isfinite(known)) {
        return value;
    }
    return how == Merge::Add ? known + value : std::max(known, value);
}

/// Exact times only: the server was asked for them.
void fill(GridColumn &column, const TimeGrid &grid, const Series &series,
          std::chrono::milliseconds lag, Merge how)
{
    if (column.empty()) {
        column.assign(grid.count, unknown);
    }
    for (std::size_t i = 0; i < series.size(); ++i) {
        const EpochMs time = series.times[i] - lag.count();
        const std::size_t step = grid.indexOf(time);
        if (step < grid.count && grid.time(step) == time && std::isfinite(series.values[i])) {
            column[step] = merged(column[step], series.values[i], how);
        }
    }
}

QString textOf(const LabelSet &labels, std::string_view name)
{
    const std::string_view value = labels.value(name);
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

double lastOf(const Series &series)
{
    return series.isEmpty() || series.values.empty() ? unknown : series.values.back();
}

ModelHistory &modelOf(ComponentHistory &component, const QString &name)
{
    const auto found = std::find_if(component.models.begin(), component.models.end(),
                                    [&name](const ModelHistory &one) { return one.model == name; });
    if (found != component.models.end()) {
        return *found;
    }
    ModelHistory fresh;
    fresh.model = name;
    return component.models.emplace_back(std::move(fresh));
}

ToolHistory &toolOf(ComponentHistory &component, const QString &name)
{
    const auto found = std::find_if(component.tools.begin(), component.tools.end(),
                                    [&name](const ToolHistory &one) { return one.tool == name; });
    if (found != component.tools.end()) {
        return *found;
    }
    ToolHistory fresh;
    fresh.tool = name;
    return component.tools.emplace_back(std::move(fresh));
}

/// Tokens are added up here and divided by the calls when the history is complete.
void addTokens(ModelHistory &model, const QString &direction, double tokens)
{
    if (direction == "input"_L1) {
        model.use.input += tokens;
    } else if (direction == "output"_L1) {
        model.use.output += tokens;
    } else if (direction == "cached"_L1) {
        model.use.cached += tokens;
    }
}

class Filler
{
public:
    Filler(ScalingHistory &history, const HistoryRequest &request, const HistoryQuery &query)
        : m_history(history)
        , m_request(request)
        , m_query(query)
    {}

    void add(const Series &series)
    {
        ComponentHistory *const component = ownerOf(series.labels);
        if (component == nullptr) {
            return;
        }
        if (GridColumn *const column = columnOf(*component, series.labels)) {
            const bool quantile =
                m_query.value == HistoryValue::P50 || m_query.value == HistoryValue::P95;
            fill(*column, m_history.grid, series, m_query.lag,
                 quantile ? Merge::Larger : Merge::Add);
        } else if (const double value = lastOf(series); std::isfinite(value)) {
            addNumber(*component, series.labels, value);
        }
    }

private:
    [[nodiscard]] ComponentHistory *ownerOf(const LabelSet &labels)
    {
        if (!m_query.component.isEmpty()) {
            return m_history.find(m_query.component);
        }
        const QString job = textOf(labels, "job");
        const QString workload = textOf(labels, "workload");
        for (const WorkspaceComponent &one : m_request.workspace.components) {
            if ((!job.isEmpty() && one.jobs.contains(job)) ||
                (!workload.isEmpty() && one.workload == workload)) {
                return m_history.find(one.name);
            }
        }
        return nullptr;
    }

    [[nodiscard]] GridColumn *columnOf(ComponentHistory &component, const LabelSet &labels) const
    {
        ServiceHistory &service = component.service;
        switch (m_query.value) {
        case HistoryValue::Requests:
            return &service.requests;
        case HistoryValue::P50:
            return &service.p50;
        case HistoryValue::P95:
            return &service.p95;
        case HistoryValue::Rejected:
            return &service.rejected;
        case HistoryValue::Answered:
            return &component.answered;
        case HistoryValue::Cores:
            return &service.cores;
        case HistoryValue::Ready:
            return &service.ready;
        case HistoryValue::Replicas:
            return &component.replicas;
        case HistoryValue::MaxReplicas:
            return &service.maxReplicas;
        case HistoryValue::BreakerOpen:
            return &service.breakerOpen;
        case HistoryValue::Backlog:
            return &component.backlog;
        case HistoryValue::ToolFailures:
            return &toolOf(component, textOf(labels, "tool")).failureShare;
        default:
            return nullptr;
        }
    }

    void addNumber(ComponentHistory &component, const LabelSet &labels, double value)
    {
        const QString model = textOf(labels, "model");
        const QString tool = textOf(labels, "tool");
        switch (m_query.value) {
        case HistoryValue::ModelCalls:
            modelOf(component, model).calls += value;
            break;
        case HistoryValue::ModelTokens:
            addTokens(modelOf(component, model), textOf(labels, "direction"), value);
            break;
        case HistoryValue::ModelRequestLimit:
            modelOf(component, model).requestsPerMinute = value;
            break;
        case HistoryValue::ModelTokenLimit:
            modelOf(component, model).tokensPerMinute = value;
            break;
        case HistoryValue::ToolCalls:
            toolOf(component, tool).calls += value;
            break;
        case HistoryValue::ToolLatency:
            toolOf(component, tool).p50Seconds = value;
            break;
        case HistoryValue::ColdStarts:
            component.service.coldStarts.push_back(value);
            break;
        default:
            addResource(component, labels, value);
        }
    }

    void addResource(ComponentHistory &component, const LabelSet &labels, double value) const
    {
        if (m_query.value == HistoryValue::CpuLimits) {
            component.service.limitCores = value;
        } else if (m_query.value == HistoryValue::UsedMemory) {
            component.usedGib = value / bytesPerGib;
        } else if (textOf(labels, "resource") == "memory"_L1) {
            component.requestedGib = value / bytesPerGib;
        } else {
            component.service.requestedCores = value;
        }
    }

    ScalingHistory &m_history;
    const HistoryRequest &m_request;
    const HistoryQuery &m_query;
};

} // namespace

ScalingHistory emptyHistory(const HistoryRequest &request)
{
    ScalingHistory history;
    history.grid = request.grid;
    for (const WorkspaceComponent &component : request.workspace.components) {
        ComponentHistory one;
        one.name = component.name;
        history.components.push_back(std::move(one));
    }
    return history;
}

void addToHistory(ScalingHistory &history, const HistoryRequest &request, const HistoryQuery &query,
                  const SeriesList &answer)
{
    Filler filler(history, request, query);
    for (const SeriesPtr &series : answer) {
        filler.add(*series);
    }
}

} // namespace spillway
