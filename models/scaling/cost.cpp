// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/cost.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

const QString CostPrices::anyComponent = u"*"_s;

CostPrices CostPrices::openCost()
{
    constexpr double coreHour = 0.031611;
    constexpr double gibHour = 0.004237;
    CostPrices prices;
    prices.perCpuCoreHour = coreHour;
    prices.perMemoryGibHour = gibHour;
    return prices;
}

namespace {

constexpr double bytesPerGib = 1024.0 * 1024.0 * 1024.0;
constexpr double secondsPerHour = 3600;
constexpr double picoPerUnit = 1e12;

enum Part : std::uint8_t { Cpu, Memory, Requests, Tokens, PartCount };
constexpr std::array partMembers{&CostRow::cpu, &CostRow::memory, &CostRow::requests,
                                 &CostRow::tokens};

enum Direction : std::uint8_t { Input, Output, Cached, Other, DirectionCount };

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// OpenAI's and OpenTelemetry's words are prompt and completion.
Direction directionOf(std::string_view name)
{
    if (name == "input" || name == "prompt") {
        return Input;
    }
    if (name == "output" || name == "completion") {
        return Output;
    }
    return name == "cached" || name == "cache_read" ? Cached : Other;
}

/// Usage and request of one container at one time; each may be missing.
struct Demand
{
    double usage = 0;
    double request = 0;
};

using DemandByTime = std::map<EpochMs, Demand>;
using RowKey = std::pair<CostRow::Kind, QString>;
using Shares = std::map<RowKey, double>;
using Counts = std::array<double, DirectionCount>;

class CostBuilder
{
public:
    CostBuilder(const CostInputs &inputs, const CostPrices &prices, const PriceTable &tokens,
                const CostGrouping &grouping)
        : m_inputs(inputs)
        , m_prices(prices)
        , m_tokens(tokens)
        , m_grouping(grouping)
        , m_tagLabel("label_" + grouping.tag.toStdString())
    {}

    CostReport build()
    {
        readNames();
        addMachines(m_inputs.cpuCores, m_inputs.cpuRequests, m_prices.perCpuCoreHour, 1, Cpu);
        addMachines(m_inputs.memoryBytes, m_inputs.memoryRequests, m_prices.perMemoryGibHour,
                    bytesPerGib, Memory);
        addRequests();
        addTokens();
        return finish();
    }

private:
    void readNames()
    {
        for (const CostComponent &component : m_inputs.components) {
            m_componentOfApp.insert(component.workload, component.name);
            m_componentOfApp.insert(component.name, component.name);
            for (const QString &job : component.jobs) {
                m_componentOfJob.insert(job, component.name);
            }
        }
        for (const SeriesPtr &series : m_inputs.podLabels) {
            m_labelsOfPod[std::string(series->labels.value("pod"))] = &series->labels;
        }
    }

    /// A label of the series itself, else of its pod.
    QString podLabel(const LabelSet &labels, const std::string &name) const
    {
        if (labels.contains(name)) {
            return text(labels.value(name));
        }
        const auto pod = m_labelsOfPod.find(std::string(labels.value("pod")));
        return pod == m_labelsOfPod.end() ? QString{} : text(pod->second->value(name));
    }

    /// Side-cars belong to the component whose pod they are in.
    QString componentOf(const LabelSet &labels) const
    {
        const QString component = m_componentOfApp.value(podLabel(labels, "label_app"));
        return component.isEmpty() ? text(labels.value("container")) : component;
    }

    static RowKey keyOf(const QString &name)
    {
        return {name.isEmpty() ? CostRow::Kind::Untagged : CostRow::Kind::Named, name};
    }

    CostRow &row(const RowKey &key)
    {
        CostRow &found = m_rows[key];
        found.kind = key.first;
        found.name = key.second;
        return found;
    }

    void addUnpriced(const QString &name, CostRow::Resource resource, double amount)
    {
        CostRow &unpriced = row({CostRow::Kind::Unpriced, name});
        unpriced.unpriced = resource;
        unpriced.unpricedAmount += amount;
    }

    /// What of (time - step, time] lies in the range, in hours.
    double hoursOf(EpochMs time) const
    {
        const EpochMs from = std::max(m_inputs.range.from, time - m_inputs.step.count());
        const EpochMs to = std::min(m_inputs.range.to, time);
        return std::max(0.0, std::chrono::duration<double, std::ratio<3600>>(
                                 std::chrono::milliseconds{to - from})
                                 .count());
    }

    bool counts(EpochMs time, double value) const
    {
        return time > m_inputs.range.from && time <= m_inputs.range.to && std::isfinite(value) &&
               value >= 0;
    }

    void addRate(const RowKey &key, EpochMs time, double perHour, Part part)
    {
        row(key).*partMembers.at(part) += perHour * hoursOf(time);
        m_rates[key].at(part)[time] += perHour;
    }

    void collect(const SeriesList &list, double Demand::*part,
                 std::map<LabelSet, DemandByTime> &demands) const
    {
        for (const SeriesPtr &series : list) {
            std::vector<LabelSet::Pair> pairs = series->labels.pairs();
            // One container's usage and request meet under what identifies it and its tags.
            std::erase_if(pairs, [](const LabelSet::Pair &pair) {
                return pair.first != "namespace" && pair.first != "pod" &&
                       pair.first != "container" && !pair.first.starts_with("label_");
            });
            DemandByTime &byTime = demands[LabelSet{std::move(pairs)}];
            for (std::size_t i = 0; i < series->size(); ++i) {
                if (counts(series->times[i], series->values[i])) {
                    byTime[series->times[i]].*part += series->values[i];
                }
            }
        }
    }

    void addMachines(const SeriesList &usage, const SeriesList &requests,
                     std::optional<double> price, double unit, Part part)
    {
        std::map<LabelSet, DemandByTime> demands;
        collect(usage, &Demand::usage, demands);
        collect(requests, &Demand::request, demands);
        for (const auto &[labels, byTime] : demands) {
            const QString component = componentOf(labels);
            const RowKey key =
                keyOf(m_grouping.tag.isEmpty() ? component : podLabel(labels, m_tagLabel));
            for (const auto &[time, demand] : byTime) {
                const double amount = std::max(demand.usage, demand.request) / unit;
                m_shares[component].at(part)[key] += amount * hoursOf(time);
                m_covered[time] = hoursOf(time);
                if (price) {
                    addRate(key, time, amount * *price, part);
                } else {
                    addUnpriced(part == Cpu ? u"cpu"_s : u"memory"_s,
                                part == Cpu ? CostRow::Resource::CpuHours
                                            : CostRow::Resource::MemoryGibHours,
                                amount * hoursOf(time));
                }
            }
        }
    }

    /// To whom what a job costs is charged; the shares add up to one.
    Shares sharesOf(const LabelSet &labels, const QString &component) const
    {
        if (m_grouping.tag.isEmpty()) {
            return {{keyOf(component), 1}};
        }
        if (labels.contains(m_tagLabel)) {
            return {{keyOf(text(labels.value(m_tagLabel))), 1}};
        }
        const auto found = m_shares.find(component);
        if (found == m_shares.end()) {
            return {{keyOf({}), 1}};
        }
        Shares shares = found->second.at(found->second.at(Cpu).empty() ? Memory : Cpu);
        double sum = 0;
        for (const auto &one : shares) {
            sum += one.second;
        }
        if (sum <= 0) {
            return {{keyOf({}), 1}};
        }
        for (auto &one : shares) {
            one.second /= sum;
        }
        return shares;
    }

    QString componentOfJob(const LabelSet &labels) const
    {
        const QString job = text(labels.value("job"));
        return m_componentOfJob.value(job, job);
    }

    void addRequests()
    {
        for (const SeriesPtr &series : m_inputs.requestRate) {
            const QString component = componentOfJob(series->labels);
            const double price = m_prices.perRequest.value(
                component, m_prices.perRequest.value(CostPrices::anyComponent));
            if (price <= 0) {
                continue;
            }
            const Shares shares = sharesOf(series->labels, component);
            for (std::size_t i = 0; i < series->size(); ++i) {
                if (!counts(series->times[i], series->values[i])) {
                    continue;
                }
                for (const auto &[key, share] : shares) {
                    addRate(key, series->times[i],
                            series->values[i] * secondsPerHour * price * share, Requests);
                }
            }
        }
    }

    void addTokens()
    {
        // Input and cached tokens of one model must be seen together: they may overlap.
        struct Source
        {
            LabelSet labels;
            std::map<EpochMs, Counts> perHour;
        };
        std::map<LabelSet, Source> sources;
        for (const SeriesPtr &series : m_inputs.tokenRate) {
            std::vector<LabelSet::Pair> pairs = series->labels.pairs();
            std::erase_if(pairs,
                          [](const LabelSet::Pair &pair) { return pair.first == "direction"; });
            const LabelSet key{std::move(pairs)};
            Source &source = sources[key];
            source.labels = key;
            const Direction direction = directionOf(series->labels.value("direction"));
            for (std::size_t i = 0; i < series->size(); ++i) {
                if (counts(series->times[i], series->values[i])) {
                    source.perHour[series->times[i]].at(direction) +=
                        series->values[i] * secondsPerHour;
                }
            }
        }
        const bool same = m_tokens.currency() == m_prices.currency;
        m_exchange = same ? std::optional{1.0} : m_prices.tokenExchange;
        m_mismatch = !m_exchange && !sources.empty();
        for (const auto &[key, source] : sources) {
            const Shares shares = sharesOf(source.labels, componentOfJob(source.labels));
            for (const auto &[time, perHour] : source.perHour) {
                addTokenStep(text(source.labels.value("model")), shares, time, perHour);
            }
        }
    }

    void addTokenStep(const QString &model, const Shares &shares, EpochMs time,
                      const Counts &perHour)
    {
        const double hours = hoursOf(time);
        const std::optional<ModelPrice> price =
            m_exchange ? m_tokens.priceAt(model, time) : std::nullopt;
        const bool overlap = !price || price->cachedInInput;
        const double full =
            overlap ? std::max(perHour[Input] - perHour[Cached], 0.0) : perHour[Input];
        // Of the cached tokens those that are not already counted as input.
        const double used = (full + perHour[Cached] + perHour[Output]) * hours;

        ModelTokens &use = m_uses[model];
        use.model = model;
        use.input += perHour[Input] * hours;
        use.cached += perHour[Cached] * hours;
        use.output += perHour[Output] * hours;
        use.other += perHour[Other] * hours;
        if (perHour[Other] > 0) {
            addUnpriced(model, CostRow::Resource::Tokens, perHour[Other] * hours);
        }
        if (!price) {
            addUnpriced(model, CostRow::Resource::Tokens, used);
            row({CostRow::Kind::Unpriced, model}).tokenCount += used;
            return;
        }
        const double cost = (full * static_cast<double>(price->input) +
                             perHour[Cached] * static_cast<double>(price->cached) +
                             perHour[Output] * static_cast<double>(price->output)) /
                            picoPerUnit * *m_exchange;
        use.cost = use.cost.value_or(0) + cost * hours;
        use.pricedSince = std::max(use.pricedSince, price->validFrom);
        for (const auto &[key, share] : shares) {
            row(key).tokenCount += used * share;
            addRate(key, time, cost * share, Tokens);
        }
    }

    /// The parts of a row may have their last sample at different times.
    void finishRow(const RowKey &key, CostRow &row) const
    {
        const auto found = m_rates.find(key);
        if (found == m_rates.end()) {
            return;
        }
        const std::chrono::milliseconds staleness =
            std::max<std::chrono::milliseconds>(5min, 2 * m_inputs.step);
        std::map<EpochMs, double> sums;
        for (const auto &byTime : found->second) {
            for (const auto &[time, perHour] : byTime) {
                sums[time] += perHour;
            }
            if (!byTime.empty() &&
                byTime.rbegin()->first >= m_inputs.range.to - staleness.count()) {
                row.currentPerHour = row.currentPerHour.value_or(0) + byTime.rbegin()->second;
            }
        }
        auto trend = std::make_shared<Series>();
        for (const auto &[time, perHour] : sums) {
            trend->times.push_back(time);
            trend->values.push_back(perHour);
        }
        row.trend = std::move(trend);
    }

    CostReport finish()
    {
        CostReport report;
        report.currencyMismatch = m_mismatch;
        for (auto &[key, value] : m_rows) {
            finishRow(key, value);
            report.rows.push_back(value);
        }
        std::stable_sort(report.rows.begin(), report.rows.end(),
                         [](const CostRow &a, const CostRow &b) {
                             return a.kind != b.kind ? a.kind < b.kind : a.total() > b.total();
                         });
        for (const auto &[model, use] : m_uses) {
            report.tokens.push_back(use);
        }
        std::stable_sort(report.tokens.begin(), report.tokens.end(),
                         [](const ModelTokens &a, const ModelTokens &b) {
                             return a.input + a.output + a.other > b.input + b.output + b.other;
                         });
        double covered = 0;
        for (const auto &one : m_covered) {
            covered += one.second;
        }
        const double length =
            std::chrono::duration<double, std::ratio<3600>>(m_inputs.range.length()).count();
        report.coverage = length > 0 ? std::min(1.0, covered / length) : 0;
        return report;
    }

    const CostInputs &m_inputs;
    const CostPrices &m_prices;
    const PriceTable &m_tokens;
    const CostGrouping &m_grouping;
    std::string m_tagLabel;
    bool m_mismatch = false;
    std::optional<double> m_exchange;
    QMap<QString, QString> m_componentOfApp;
    QMap<QString, QString> m_componentOfJob;
    std::map<std::string, const LabelSet *> m_labelsOfPod;
    std::map<RowKey, CostRow> m_rows;
    std::map<QString, ModelTokens> m_uses;
    std::map<RowKey, std::array<std::map<EpochMs, double>, PartCount>> m_rates;
    /// By component: core hours and GiB hours of each row.
    std::map<QString, std::array<Shares, 2>> m_shares;
    std::map<EpochMs, double> m_covered;
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

std::optional<double> CostReport::perHour() const
{
    std::optional<double> sum;
    for (const CostRow &row : rows) {
        if (row.currentPerHour) {
            sum = sum.value_or(0) + *row.currentPerHour;
        }
    }
    return sum;
}

SeriesPtr CostReport::totalTrend() const
{
    std::map<EpochMs, double> sums;
    for (const CostRow &row : rows) {
        for (std::size_t i = 0; row.trend && i < row.trend->size(); ++i) {
            sums[row.trend->times[i]] += row.trend->values[i];
        }
    }
    if (sums.empty()) {
        return nullptr;
    }
    auto total = std::make_shared<Series>();
    for (const auto &[time, perHour] : sums) {
        total->times.push_back(time);
        total->values.push_back(perHour);
    }
    return total;
}

CostReport computeCost(const CostInputs &inputs, const CostPrices &prices, const PriceTable &tokens,
                       const CostGrouping &grouping)
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
