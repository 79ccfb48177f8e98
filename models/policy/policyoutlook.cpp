// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyoutlook.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyOutlook)
};

constexpr EpochMs hourMs = 3'600'000;
constexpr double hourSeconds = 3600;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A replay by hours of the clock, each per hour. An hour of which less than half is known is NaN.
struct Hourly
{
    std::vector<Series> requests; ///< one a component
    Series cost;
};

class HourlyReader
{
public:
    explicit HourlyReader(const SimulatedPolicy &simulated)
        : m_simulated(simulated)
    {
        m_made.requests.resize(simulated.result.components.size());
    }

    Hourly read()
    {
        const TimeGrid &grid = m_simulated.result.grid;
        ReplaySteps steps{0, 0};
        while (steps.first < grid.count) {
            const EpochMs hour = grid.time(steps.first) / hourMs;
            steps.last = steps.first + 1;
            while (steps.last < grid.count && grid.time(steps.last) / hourMs == hour) {
                ++steps.last;
            }
            add(hour * hourMs, steps);
            steps.first = steps.last;
        }
        return std::move(m_made);
    }

private:
    void add(EpochMs hour, const ReplaySteps &steps)
    {
        const double step = m_simulated.result.grid.seconds();
        double known = 1;
        for (std::size_t c = 0; c < m_made.requests.size(); ++c) {
            const std::vector<float> &offered = m_simulated.result.components[c].offered;
            double sum = 0;
            double seconds = 0;
            for (std::size_t i = steps.first; i < std::min(steps.last, offered.size()); ++i) {
                if (std::isfinite(offered[i])) {
                    sum += static_cast<double>(offered[i]) * step;
                    seconds += step;
                }
            }
            const double share = seconds / hourSeconds;
            known =
                std::min(known, seconds / (static_cast<double>(steps.last - steps.first) * step));
            put(m_made.requests[c], hour, share >= half ? sum / share : unknown);
        }
        const double covered = static_cast<double>(steps.last - steps.first) * step / hourSeconds;
        if (covered < half || known < half) {
            put(m_made.cost, hour, unknown);
            return;
        }
        const ComponentCost cost =
            replayCost(m_simulated.result, m_simulated.prices, m_simulated.entries, steps).all;
        // Replicas cost also where the traffic is not known, requests do not.
        put(m_made.cost, hour,
            (cost.allocated + cost.idle + cost.shared + (cost.tokens + cost.calls) / known) /
                covered);
    }

    static void put(Series &series, EpochMs hour, double value)
    {
        series.times.push_back(hour);
        series.values.push_back(value);
    }

    static constexpr double half = 0.5;
    const SimulatedPolicy &m_simulated;
    Hourly m_made;
};

struct NamedSpan
{
    QString name;
    TimeRange span;
    friend bool operator==(const NamedSpan &, const NamedSpan &) = default;
};

/// The events of all components; what several have is one.
std::vector<NamedSpan> eventsOf(const Policy &policy)
{
    const auto instant = [&policy](const QDateTime &wall) {
        return QDateTime(wall.date(), wall.time(), policy.zone).toMSecsSinceEpoch();
    };
    std::vector<NamedSpan> events;
    for (const PolicyComponent &component : policy.components) {
        for (const ScheduleEvent &event : component.events) {
            const NamedSpan one{event.name, {instant(event.start), instant(event.end)}};
            if (one.span.isValid() &&
                std::find(events.begin(), events.end(), one) == events.end()) {
                events.push_back(one);
            }
        }
    }
    std::sort(events.begin(), events.end(), [](const NamedSpan &a, const NamedSpan &b) {
        return a.span.from != b.span.from ? a.span.from < b.span.from : a.name < b.name;
    });
    return events;
}

void add(ForecastBand &sum, const ForecastBand &band)
{
    sum.low += band.low;
    sum.middle += band.middle;
    sum.high += band.high;
}

/// Forecasts of one policy.
class Forecaster
{
public:
    Forecaster(const Policy &policy, const SimulatedPolicy &simulated,
               const ScalingHistory &history, const SimulationInput &input,
               const std::atomic<bool> *cancel)
        : m_policy(policy)
        , m_simulated(simulated)
        , m_history(history)
        , m_input(input)
        , m_cancel(cancel)
        , m_events(eventsOf(policy))
    {}

    Result<void> run(PolicyOutlook &made, double eventGrowth)
    {
        const std::optional<WeeklyForecast> cost = fit(made);
        if (!cost) {
            return {};
        }
        const EpochMs end = replayed().to;
        OutlookForecast month =
            requestsOver({end, end + std::chrono::milliseconds(outlookMonth).count()});
        month.cost = cost->over(month.span).value;
        made.month = month;
        for (const NamedSpan &event : m_events) {
            const EpochMs horizon = end + std::chrono::milliseconds(timelineHorizon).count();
            if (event.span.from < end || event.span.from >= horizon) {
                continue;
            }
            Result<OutlookForecast> forecast = during(event, eventGrowth, made.notes);
            if (!forecast) {
                return forecast.error();
            }
            made.events.push_back(*forecast);
        }
        return {};
    }

private:
    [[nodiscard]] TimeRange replayed() const
    {
        const TimeGrid &grid = m_simulated.result.grid;
        return {grid.from, grid.time(grid.count)};
    }

    /// The cost; none, with a note, if the replay is too short.
    std::optional<WeeklyForecast> fit(PolicyOutlook &made)
    {
        std::vector<TimeRange> without;
        for (const NamedSpan &event : m_events) {
            if (event.span.from < replayed().to && event.span.to > replayed().from) {
                without.push_back(event.span);
            }
        }
        const Hourly hourly = HourlyReader(m_simulated).read();
        for (const Series &requests : hourly.requests) {
            const Result<WeeklyForecast> one =
                WeeklyForecast::fit(requests, m_policy.zone, without);
            m_requests.push_back(one ? std::optional(*one) : std::nullopt);
        }
        const Result<WeeklyForecast> cost =
            WeeklyForecast::fit(hourly.cost, m_policy.zone, without);
        if (!cost) {
            made.notes << Text::tr("There is no forecast: %1.").arg(cost.error().why);
            return std::nullopt;
        }
        return *cost;
    }

    /// Of the users' requests, which the least known part of them limits.
    template<typename Forecast>
    [[nodiscard]] OutlookForecast sumOfEntries(const TimeRange &span, Forecast forecast) const
    {
        OutlookForecast made;
        made.span = span;
        bool first = true;
        for (std::size_t i = 0; i < m_requests.size(); ++i) {
            if (!m_simulated.entries[i]) {
                continue;
            }
            const ForecastTotal total = m_requests[i] ? forecast(*m_requests[i]) : ForecastTotal{};
            add(made.requests, total.value);
            made.knownShare =
                first ? total.knownShare : std::min(made.knownShare, total.knownShare);
            made.confidence =
                first ? total.confidence : std::min(made.confidence, total.confidence);
            first = false;
        }
        return made;
    }

    [[nodiscard]] OutlookForecast requestsOver(const TimeRange &span) const
    {
        return sumOfEntries(span, [&span](const WeeklyForecast &one) { return one.over(span); });
    }

    [[nodiscard]] Result<OutlookForecast> during(const NamedSpan &event, double growth,
                                                 QStringList &notes) const
    {
        ForecastEvent asked{event.span, growth, {}};
        for (const NamedSpan &earlier : m_events) {
            if (earlier.name == event.name && earlier.span.from >= replayed().from &&
                earlier.span.to <= replayed().to) {
                asked.references.push_back(earlier.span);
            }
        }
        if (!asked.references.empty()) {
            asked.growth = 1;
        }
        OutlookForecast made = sumOfEntries(
            event.span, [&asked](const WeeklyForecast &one) { return one.event(asked); });
        made.event = event.name;
        for (double ForecastBand::*const level :
             {&ForecastBand::low, &ForecastBand::middle, &ForecastBand::high}) {
            const Result<SimulatedPolicy> one = replayAt(asked, level, notes);
            if (!one) {
                return one.error();
            }
            made.cost.*level = one->cost.all.total();
        }
        // A policy may cost less under more traffic, as where a breaker opens.
        const auto [low, high] = std::minmax({made.cost.low, made.cost.middle, made.cost.high});
        made.cost.low = low;
        made.cost.high = high;
        return made;
    }

    [[nodiscard]] Result<SimulatedPolicy>
    replayAt(const ForecastEvent &event, double ForecastBand::*level, QStringList &notes) const
    {
        TrafficTrace trace;
        trace.grid.from = alignToStep(event.span, trace.grid.step).from;
        trace.grid.count =
            static_cast<std::size_t>((event.span.to - trace.grid.from) / trace.grid.step.count());
        for (std::size_t i = 0; i < m_requests.size(); ++i) {
            if (m_requests[i]) {
                trace.requests.insert(m_simulated.result.components[i].name,
                                      columnOf(m_requests[i]->event(event), level, trace.grid));
            }
        }
        SimulationInput input = m_input;
        input.pipeline.traffic = std::move(trace);
        input.pipeline.startsAt.reset();
        input.pipeline.growth = 1; // is in the replayed traffic
        for (const PipelineComponent &one : m_simulated.pipeline.replay.pipeline.components) {
            input.pipeline.assumed.insert(one.name, one.service);
        }
        Result<SimulatedPolicy> made = simulatePolicy(m_policy, m_history, input, m_cancel);
        for (const QString &note : made ? made->notes : QStringList()) {
            if (!m_simulated.notes.contains(note) && !notes.contains(note)) {
                notes << note;
            }
        }
        return made;
    }

    static GridColumn columnOf(const ForecastTotal &total, double ForecastBand::*level,
                               const TimeGrid &grid)
    {
        GridColumn column(grid.count, unknown);
        for (const ForecastPoint &point : total.hours) {
            if (!point.value) {
                continue;
            }
            const double rate = (*point.value).*level / hourSeconds;
            for (std::size_t i = grid.indexOf(std::max(point.hour.from, grid.from));
                 i < grid.count && grid.time(i) < point.hour.to; ++i) {
                column[i] = rate;
            }
        }
        return column;
    }

    const Policy &m_policy;
    const SimulatedPolicy &m_simulated;
    const ScalingHistory &m_history;
    const SimulationInput &m_input;
    const std::atomic<bool> *m_cancel;
    std::vector<NamedSpan> m_events;
    std::vector<std::optional<WeeklyForecast>> m_requests; ///< one a component
};

} // namespace

Result<PolicyOutlook> policyOutlook(const Policy &policy, const SimulatedPolicy &simulated,
                                    const ScalingHistory &history, const SimulationInput &input,
                                    double eventGrowth, const std::atomic<bool> *cancel)
{
    PolicyOutlook made;
    made.quotas = quotasOf(policy, simulated);
    const Result<void> done =
        Forecaster(policy, simulated, history, input, cancel).run(made, eventGrowth);
    if (!done) {
        return done.error();
    }
    return made;
}

} // namespace spillway
