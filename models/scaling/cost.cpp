// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/cost.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr double bytesPerGib = 1024.0 * 1024.0 * 1024.0;

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// Usage and request of one container at one time; each may be missing.
struct Demand
{
    double usage = 0;
    double request = 0;
};

using ContainerKey = std::pair<std::string, std::string>; // pod, container
using DemandByTime = std::map<EpochMs, Demand>;

class CostBuilder
{
public:
    CostBuilder(const CostInputs &inputs, const WorkspacePrices &prices, const PriceTable &tokens,
                const CostGrouping &grouping)
        : m_inputs(inputs)
        , m_prices(prices)
        , m_tokens(tokens)
        , m_grouping(grouping)
        , m_hours(std::chrono::duration<double, std::ratio<3600>>(inputs.step).count())
    {}

    CostReport build()
    {
        readLabels();
        addMachines(m_inputs.cpuCores, m_inputs.cpuRequests, m_prices.perCpuCoreHour,
                    &CostRow::cpu);
        addMachines(m_inputs.memoryBytes, m_inputs.memoryRequests,
                    m_prices.perMemoryGibHour / bytesPerGib, &CostRow::memory);
        addRequests();
        addTokens();
        return finish();
    }

private:
    using RowKey = std::pair<CostRow::Kind, QString>;

    /// The components' tags are those of their pods: the pod's own, or by component for
    /// requests and tokens, whose series have no pod.
    void readLabels()
    {
        for (const SeriesPtr &series : m_inputs.podLabels) {
            const std::string pod(series->labels.value("pod"));
            const std::string label = "label_" + m_grouping.tag.toStdString();
            m_tagOfPod[pod] = text(series->labels.value(label));
            const QString app = text(series->labels.value("label_app"));
            if (!app.isEmpty() && !m_tagOfPod[pod].isEmpty()) {
                m_tagOfComponent[app] = m_tagOfPod[pod];
            }
        }
    }

    RowKey keyOf(const QString &name) const
    {
        return {name.isEmpty() ? CostRow::Kind::Untagged : CostRow::Kind::Named, name};
    }

    RowKey keyOfContainer(const ContainerKey &container) const
    {
        if (m_grouping.tag.isEmpty()) {
            return keyOf(text(container.second));
        }
        const auto found = m_tagOfPod.find(container.first);
        return keyOf(found == m_tagOfPod.end() ? QString{} : found->second);
    }

    RowKey keyOfJob(const QString &job) const
    {
        return keyOf(m_grouping.tag.isEmpty() ? job : m_tagOfComponent.value(job));
    }

    CostRow &row(const RowKey &key)
    {
        CostRow &found = m_rows[key];
        found.kind = key.first;
        found.name = key.second;
        return found;
    }

    void addAmount(const RowKey &key, EpochMs time, double amount, double CostRow::*part)
    {
        row(key).*part += amount;
        m_byTime[time][key] += amount;
    }

    void collect(const SeriesList &list, double Demand::*part,
                 std::map<ContainerKey, DemandByTime> &demands) const
    {
        for (const SeriesPtr &series : list) {
            const ContainerKey key{std::string(series->labels.value("pod")),
                                   std::string(series->labels.value("container"))};
            for (std::size_t i = 0; i < series->size(); ++i) {
                const double value = series->values[i];
                if (m_inputs.range.contains(series->times[i]) && std::isfinite(value) &&
                    value >= 0) {
                    demands[key][series->times[i]].*part += value;
                }
            }
        }
    }

    void addMachines(const SeriesList &usage, const SeriesList &requests, double pricePerHour,
                     double CostRow::*part)
    {
        std::map<ContainerKey, DemandByTime> demands;
        collect(usage, &Demand::usage, demands);
        collect(requests, &Demand::request, demands);
        for (const auto &[container, byTime] : demands) {
            const RowKey key = keyOfContainer(container);
            for (const auto &[time, demand] : byTime) {
                const double allocated = std::max(demand.usage, demand.request);
                addAmount(key, time, allocated * pricePerHour * m_hours, part);
                m_machineTimes.insert(time);
            }
        }
    }

    void addRequests()
    {
        const double seconds = m_hours * 3600;
        for (const SeriesPtr &series : m_inputs.requestRate) {
            const RowKey key = keyOfJob(text(series->labels.value("job")));
            for (std::size_t i = 0; i < series->size(); ++i) {
                const double rate = series->values[i];
                if (m_inputs.range.contains(series->times[i]) && std::isfinite(rate)) {
                    addAmount(key, series->times[i], rate * seconds * m_prices.perRequest,
                              &CostRow::requests);
                }
            }
        }
    }

    void addTokens()
    {
        const double seconds = m_hours * 3600;
        const bool sameCurrency = m_tokens.currency() == m_prices.currency;
        for (const SeriesPtr &series : m_inputs.tokenRate) {
            const QString model = text(series->labels.value("model"));
            const std::string_view name = series->labels.value("direction");
            const TokenDirection direction = name == "output"   ? TokenDirection::Output
                                             : name == "cached" ? TokenDirection::Cached
                                                                : TokenDirection::Input;
            const RowKey component = keyOfJob(text(series->labels.value("job")));
            for (std::size_t i = 0; i < series->size(); ++i) {
                const EpochMs time = series->times[i];
                const double count = series->values[i] * seconds;
                if (!m_inputs.range.contains(time) || !std::isfinite(count)) {
                    continue;
                }
                const std::optional<ModelPrice> price =
                    sameCurrency ? m_tokens.priceAt(model, time) : std::nullopt;
                const RowKey key = price ? component : RowKey{CostRow::Kind::Unpriced, model};
                row(key).tokenCount += count;
                if (price) {
                    addAmount(key, time, count * static_cast<double>(price->of(direction)) / 1e12,
                              &CostRow::tokens);
                }
            }
        }
        m_mismatch = !sameCurrency && !m_inputs.tokenRate.empty();
    }

    CostReport finish()
    {
        CostReport report;
        report.currencyMismatch = m_mismatch;
        if (!m_byTime.empty() && m_hours > 0) {
            for (const auto &[key, amount] : m_byTime.rbegin()->second) {
                row(key).currentPerHour = amount / m_hours;
            }
        }
        for (const auto &[key, value] : m_rows) {
            report.rows.push_back(value);
        }
        std::stable_sort(report.rows.begin(), report.rows.end(),
                         [](const CostRow &a, const CostRow &b) {
                             return a.kind != b.kind ? a.kind < b.kind : a.total() > b.total();
                         });
        if (m_inputs.step.count() > 0 && m_inputs.range.to >= m_inputs.range.from) {
            const auto steps =
                1 + (m_inputs.range.to - m_inputs.range.from) / m_inputs.step.count();
            report.coverage = std::min(1.0, static_cast<double>(m_machineTimes.size()) /
                                                static_cast<double>(steps));
        }
        return report;
    }

    const CostInputs &m_inputs;
    const WorkspacePrices &m_prices;
    const PriceTable &m_tokens;
    const CostGrouping &m_grouping;
    double m_hours;
    bool m_mismatch = false;
    std::map<std::string, QString> m_tagOfPod;
    QMap<QString, QString> m_tagOfComponent;
    std::map<RowKey, CostRow> m_rows;
    std::map<EpochMs, std::map<RowKey, double>> m_byTime;
    std::set<EpochMs> m_machineTimes;
};

} // namespace

double CostReport::total() const
{
    double sum = 0;
    for (const CostRow &row : rows) {
        sum += row.total();
    }
    return sum;
}

double CostReport::perHour() const
{
    double sum = 0;
    for (const CostRow &row : rows) {
        sum += row.currentPerHour;
    }
    return sum;
}

CostReport computeCost(const CostInputs &inputs, const WorkspacePrices &prices,
                       const PriceTable &tokens, const CostGrouping &grouping)
{
    return CostBuilder(inputs, prices, tokens, grouping).build();
}

std::optional<double> forecastMonth(double monthToDate, EpochMs monthStart, EpochMs monthEnd,
                                    EpochMs now, double coverage)
{
    constexpr EpochMs hour = 3600 * 1000;
    const double covered = static_cast<double>(now - monthStart) * coverage;
    if (covered < hour || monthEnd <= monthStart) {
        return std::nullopt;
    }
    return monthToDate * static_cast<double>(monthEnd - monthStart) / covered;
}

} // namespace spillway
