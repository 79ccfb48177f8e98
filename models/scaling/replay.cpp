// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replay.h"

#include "scaling/replaystage.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Replay)
};

constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

/// A breaker with what it learned in the last step.
struct Guard
{
    BreakerModel model;
    double calls = 0;
};

/// How bad a state is, for the column.
int severity(BreakerMode mode)
{
    switch (mode) {
    case BreakerMode::Closed:
    case BreakerMode::Disabled:
    case BreakerMode::MetricsOnly:
        return 0;
    case BreakerMode::HalfOpen:
        return 1;
    case BreakerMode::Open:
    case BreakerMode::ForcedOpen:
        return 2;
    }
    return 0;
}

/// Everything one component remembers.
struct Actor
{
    Actor(const PipelineComponent &component, const TimeGrid &grid)
        : spec(component)
        , stage(component, grid.seconds())
        , pods(component.service.coldStart, component.scaling.initialReplicas,
               static_cast<double>(grid.from) / 1000)
        , scaler(component.scaling, component.service.requestedCores, grid.from / 1000)
    {
        for (const PipelineTool &tool : component.tools) {
            tools.push_back({BreakerModel(tool.breaker), 0});
        }
        for (const PipelineFeed &feed : component.feeds) {
            feeds.push_back({BreakerModel(feed.breaker.value_or(BreakerSpec{})), 0});
        }
        readings.signals.resize(component.scaling.signals.size());
        readings.startingCores = component.service.startingCores;
    }

    const PipelineComponent &spec;
    ReplayStage stage;
    ReplayPods pods;
    ReplayScaler scaler;
    std::vector<Guard> tools;
    std::vector<Guard> feeds; ///< one a feed; used where the feed has a breaker
    ReplayScaler::Readings readings;
    double lostShare = 0; ///< of the last step
    double cores = 0;     ///< of the last step, all ready replicas
};

void reserve(ReplayColumns &columns, std::size_t count)
{
    for (std::vector<float> *column :
         {&columns.offered, &columns.served, &columns.rejected, &columns.lost, &columns.utilisation,
          &columns.p50, &columns.p95, &columns.backlog}) {
        column->reserve(count);
    }
    for (std::vector<std::int32_t> *column : {&columns.desired, &columns.ready, &columns.cap}) {
        column->reserve(count);
    }
    columns.breaker.reserve(count);
}

class Run
{
public:
    Run(const Pipeline &pipeline, std::size_t steps)
        : m_pipeline(pipeline)
        , m_steps(std::min(steps, pipeline.grid.count))
        , m_order(feedOrder(pipeline.components))
    {
        m_result.grid = pipeline.grid;
        for (const PipelineComponent &component : pipeline.components) {
            m_actors.push_back(std::make_unique<Actor>(component, pipeline.grid));
            m_result.components.emplace_back().name = component.name;
            reserve(m_result.components.back(), m_steps);
        }
    }

    void run(const std::atomic<bool> *cancel)
    {
        for (std::size_t step = 0; step < m_steps; ++step) {
            if (cancel != nullptr && cancel->load(std::memory_order_relaxed)) {
                m_result.cancelled = true;
                break;
            }
            for (std::size_t i = 0; i < m_actors.size(); ++i) {
                scale(i, step);
            }
            for (const std::size_t i : m_order) {
                serve(i, step);
            }
        }
        const double cells = static_cast<double>(m_steps) * static_cast<double>(m_actors.size());
        m_result.knownShare = cells > 0 ? static_cast<double>(m_known) / cells : 0;
    }

    void explain(std::size_t component, ReplayDecision *decision)
    {
        m_explained = component;
        m_decision = decision;
    }
    ReplayResult take() { return std::move(m_result); }

private:
    void scale(std::size_t index, std::size_t step);
    void serve(std::size_t index, std::size_t step);
    [[nodiscard]] double offeredTo(std::size_t index, std::size_t step);
    [[nodiscard]] double throughFeed(Actor &actor, std::size_t feed, std::size_t step);
    [[nodiscard]] double throughTools(Actor &actor, double served, std::size_t step);
    [[nodiscard]] double signalOf(std::size_t index, const MetricSignal &signal,
                                  std::size_t step) const;
    void note(std::size_t index, double offered, const StageResult &result);
    [[nodiscard]] double seconds(std::size_t step) const
    {
        return static_cast<double>(m_pipeline.grid.time(step)) / 1000;
    }

    const Pipeline &m_pipeline;
    std::size_t m_steps;
    std::vector<std::size_t> m_order;
    std::vector<std::unique_ptr<Actor>> m_actors;
    ReplayResult m_result;
    std::size_t m_known = 0;
    std::size_t m_explained = std::numeric_limits<std::size_t>::max();
    ReplayDecision *m_decision = nullptr;
};

double Run::signalOf(std::size_t index, const MetricSignal &signal, std::size_t step) const
{
    const std::size_t of = signal.component.value_or(index);
    const ReplayColumns &columns = m_result.components[of];
    const PipelineComponent &spec = m_pipeline.components[of];
    const auto steps = static_cast<std::size_t>(
        std::max<std::int64_t>(1, std::chrono::milliseconds(signal.window) / m_pipeline.grid.step));
    if (signal.kind == MetricSignal::Kind::Backlog) {
        return static_cast<double>(columns.backlog[step - 1]);
    }
    double sum = 0;
    double known = 0;
    for (std::size_t i = step - std::min(step, steps); i < step; ++i) {
        const auto served = static_cast<double>(columns.served[i]);
        // 429s are work too: the consumers ask.
        const double work = served + static_cast<double>(columns.rejected[i]);
        if (std::isfinite(work)) {
            sum += work;
            ++known;
        }
    }
    const double mean = known > 0 ? sum / known : std::numeric_limits<double>::quiet_NaN();
    if (signal.kind == MetricSignal::Kind::Requests) {
        return mean;
    }
    return mean * spec.service.coresPerRequest +
           m_actors[of]->readings.readyDuring * spec.service.idleCores;
}

void Run::scale(std::size_t index, std::size_t step)
{
    Actor &actor = *m_actors[index];
    ReplayColumns &columns = m_result.components[index];
    const EpochMs time = m_pipeline.grid.time(step);
    const double now = seconds(step);
    if (actor.spec.scaling.engine != ComponentScaling::Engine::Fixed) {
        const std::vector<MetricSignal> &signals = actor.spec.scaling.signals;
        for (std::size_t i = 0; i < signals.size(); ++i) {
            actor.readings.signals[i] = step == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                  : signalOf(index, signals[i], step);
        }
        const bool last = index == m_explained && step + 1 == m_steps;
        actor.pods.scaleTo(
            actor.scaler.decide(actor.pods, actor.readings, time, last ? m_decision : nullptr),
            now);
    }
    columns.desired.push_back(actor.pods.count());
    columns.ready.push_back(actor.pods.ready(now));
    columns.cap.push_back(actor.scaler.cap());
}

double Run::throughFeed(Actor &actor, std::size_t feed, std::size_t step)
{
    const PipelineFeed &spec = actor.spec.feeds[feed];
    const double rate =
        static_cast<double>(m_result.components[spec.from].served[step]) * spec.ratio;
    if (!spec.breaker || !std::isfinite(rate)) {
        return rate;
    }
    const double dt = m_pipeline.grid.seconds();
    BreakerModel &breaker = actor.feeds[feed].model;
    const double calls = breaker.permit(rate * dt, seconds(step));
    breaker.record(calls, calls * actor.lostShare, 0, seconds(step + 1));
    return calls / dt;
}

double Run::offeredTo(std::size_t index, std::size_t step)
{
    Actor &actor = *m_actors[index];
    double sum = 0;
    if (!actor.spec.traffic.empty()) {
        sum = actor.spec.traffic[step] * m_pipeline.growth;
    }
    for (std::size_t feed = 0; feed < actor.spec.feeds.size(); ++feed) {
        sum += throughFeed(actor, feed, step);
    }
    return std::max(sum, 0.0 * sum); // not below zero; NaN stays
}

/// Share of a log-normal latency above a limit.
double slowShare(const PipelineTool &tool)
{
    if (tool.p50Seconds <= 0 || tool.latencySpread <= 0) {
        return tool.p50Seconds > tool.breaker.slowCallSeconds ? 1 : 0;
    }
    return 0.5 * std::erfc(std::log(tool.breaker.slowCallSeconds / tool.p50Seconds) /
                           (tool.latencySpread * std::sqrt(2.0)));
}

double Run::throughTools(Actor &actor, double served, std::size_t step)
{
    const double dt = m_pipeline.grid.seconds();
    const EpochMs time = m_pipeline.grid.time(step);
    double refused = 0;
    double calls = 0;
    for (std::size_t i = 0; i < actor.tools.size(); ++i) {
        const PipelineTool &tool = actor.spec.tools[i];
        double failures = tool.failureShare;
        for (const ToolOutage &outage : tool.outages) {
            failures = time >= outage.from && time < outage.to ? outage.failureShare : failures;
        }
        BreakerModel &breaker = actor.tools[i].model;
        const double wanted = served * tool.callsPerRequest * dt;
        const double let = breaker.permit(wanted, seconds(step));
        breaker.record(let, let * failures, let * slowShare(tool), seconds(step + 1));
        refused += wanted - let;
        calls += wanted;
    }
    return calls > 0 ? served * refused / calls : 0;
}

void Run::serve(std::size_t index, std::size_t step)
{
    Actor &actor = *m_actors[index];
    const double offered = offeredTo(index, step);
    if (!std::isfinite(offered)) {
        note(index, offered, {});
        return;
    }
    ++m_known;
    double usable = actor.pods.usable(seconds(step), seconds(step + 1));
    if (actor.spec.partitions) {
        usable = std::min(usable, static_cast<double>(*actor.spec.partitions));
    }
    StageResult result = actor.stage.serve(offered, usable, m_pipeline.grid.time(step));
    actor.readings.readyDuring = actor.pods.usable(seconds(step), seconds(step + 1));
    if (!actor.tools.empty()) {
        const double refused = throughTools(actor, result.served, step);
        result.lost += refused;
    }
    actor.lostShare = offered > 0 ? std::clamp(result.lost / offered, 0.0, 1.0) : 0;
    note(index, offered, result);
}

void Run::note(std::size_t index, double offered, const StageResult &result)
{
    const Actor &actor = *m_actors[index];
    ReplayColumns &columns = m_result.components[index];
    const bool known = std::isfinite(offered);
    const auto add = [known](std::vector<float> &column, double value) {
        column.push_back(known ? static_cast<float>(value) : unknown);
    };
    add(columns.offered, offered);
    add(columns.served, result.served);
    add(columns.rejected, result.rejected);
    add(columns.lost, result.lost);
    add(columns.utilisation, result.utilisation);
    add(columns.p50, result.p50);
    add(columns.p95, result.p95);
    add(columns.backlog, result.backlog);
    BreakerMode worst = BreakerMode::Closed;
    for (const std::vector<Guard> *guards : {&actor.tools, &actor.feeds}) {
        for (const Guard &guard : *guards) {
            worst = severity(guard.model.mode()) > severity(worst) ? guard.model.mode() : worst;
        }
    }
    columns.breaker.push_back(worst);
}

} // namespace

const ReplayColumns *ReplayResult::find(const QString &name) const
{
    const auto found = std::find_if(components.begin(), components.end(),
                                    [&name](const ReplayColumns &one) { return one.name == name; });
    return found == components.end() ? nullptr : &*found;
}

Result<ReplayResult> replay(const Pipeline &pipeline, const std::atomic<bool> *cancel)
{
    if (const std::vector<Error> problems = validatePipeline(pipeline); !problems.empty()) {
        return problems.front();
    }
    Run run(pipeline, pipeline.grid.count);
    run.run(cancel);
    return run.take();
}

Result<ReplayDecision> explainReplay(const Pipeline &pipeline, const QString &component,
                                     EpochMs time)
{
    if (const std::vector<Error> problems = validatePipeline(pipeline); !problems.empty()) {
        return problems.front();
    }
    const auto found =
        std::find_if(pipeline.components.begin(), pipeline.components.end(),
                     [&component](const PipelineComponent &one) { return one.name == component; });
    const std::size_t step = pipeline.grid.indexOf(time);
    if (found == pipeline.components.end() || step >= pipeline.grid.count) {
        return Error{.code = ErrorCode::NotFound,
                     .what = Text::tr("Cannot explain the decision"),
                     .where = component,
                     .why = found == pipeline.components.end()
                                ? Text::tr("no component of that name is replayed")
                                : Text::tr("the time is outside of the replay")};
    }
    ReplayDecision decision;
    Run run(pipeline, step + 1);
    run.explain(static_cast<std::size_t>(found - pipeline.components.begin()), &decision);
    run.run(nullptr);
    return decision;
}

} // namespace spillway
