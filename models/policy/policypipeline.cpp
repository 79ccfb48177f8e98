// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policypipeline.h"

#include "policy/metricsignals.h"
#include "policy/sharedquotas.h"
#include "policy/trafficquality.h"
#include "scaling/fitline.h"
#include "scaling/tooloutages.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyPipeline)
};

using Engine = ComponentScaling::Engine;

constexpr double halved = 0.5; // the confidence, for each thing that is left out

std::optional<double> firstKnown(const GridColumn &column)
{
    const auto found = std::find_if(column.begin(), column.end(),
                                    [](double value) { return std::isfinite(value); });
    return found == column.end() ? std::nullopt : std::optional(*found);
}

double sumOf(const GridColumn &column)
{
    double sum = 0;
    for (const double value : column) {
        sum += std::isfinite(value) ? value : 0;
    }
    return sum;
}

std::optional<double> medianKnown(const GridColumn &column)
{
    std::vector<double> known;
    std::copy_if(column.begin(), column.end(), std::back_inserter(known),
                 [](double value) { return std::isfinite(value); });
    return known.empty() ? std::nullopt : std::optional(medianOf(std::move(known)));
}

bool isQueued(const PolicyComponent &component)
{
    return std::any_of(component.metrics.begin(), component.metrics.end(),
                       [](const PolicyMetric &metric) {
                           return std::holds_alternative<PolicyRabbitmqTrigger>(metric) ||
                                  std::holds_alternative<PolicyKafkaTrigger>(metric);
                       });
}

/// More consumers than the smallest of its topics has partitions do nothing.
std::optional<int> partitionsOf(const PolicyComponent &component)
{
    std::optional<int> partitions;
    for (const PolicyMetric &metric : component.metrics) {
        const auto *kafka = std::get_if<PolicyKafkaTrigger>(&metric);
        if (kafka != nullptr && kafka->partitions) {
            partitions = std::min(partitions.value_or(*kafka->partitions), *kafka->partitions);
        }
    }
    return partitions;
}

/// One component of the pipeline in the making.
class PartBuilder
{
public:
    PartBuilder(const Policy &policy, const PolicyComponent &component,
                const ComponentHistory &history, const TimeGrid &grid, const PipelineInput &input)
        : m_policy(policy)
        , m_component(component)
        , m_history(history)
        , m_grid(grid)
        , m_input(input)
        , m_arrivals(history.arrivals(grid))
    {
        m_part.name = component.name;
        m_part.recorded = history.replicas;
        m_made.name = component.name;
        m_made.traffic = input.traffic ? input.traffic->requests.value(component.name) : m_arrivals;
    }

    void build()
    {
        m_made.queued = isQueued(m_component);
        m_made.partitions = partitionsOf(m_component);
        fit();
        addQuota();
        m_part.assumptions +=
            trafficDoubts(m_made.traffic, m_input.traffic ? m_input.traffic->grid : m_grid);
    }

    void shareQuotaWith(const QStringList &others)
    {
        assume(Text::tr("It shares the quota of %1 with %2; here each has all of it.")
                   .arg(m_component.quota->spec.model, others.join(u", "_s)));
    }

    /// The breaker around the calls that another component makes of this one.
    void guardFeedFrom(PartBuilder &caller)
    {
        for (const PolicyBreaker &breaker : caller.m_component.breakers) {
            if (breaker.spec.name == m_component.name) {
                m_made.feeds.back().breaker = breaker.spec;
                caller.m_guarded << breaker.spec.name;
            }
        }
    }

    /// Only after the feeds are known: a breaker that guards none is one of an external API.
    void addTools()
    {
        const double requests = sumOf(m_arrivals) * m_grid.seconds();
        for (const PolicyBreaker &breaker : m_component.breakers) {
            const QString &name = breaker.spec.name;
            if (m_guarded.contains(name)) {
                continue;
            }
            const auto found =
                std::find_if(m_history.tools.begin(), m_history.tools.end(),
                             [&name](const ToolHistory &one) { return one.tool == name; });
            if (found == m_history.tools.end() || !(requests > 0) || !(found->calls > 0)) {
                assume(m_policy.find(name) != nullptr
                           ? Text::tr("How much it calls %1 is not known: its breaker is left out.")
                                 .arg(name)
                           : Text::tr("Nothing is recorded of the tool “%1”: its breaker is left "
                                      "out.")
                                 .arg(name));
                continue;
            }
            PipelineTool tool;
            tool.breaker = breaker.spec;
            tool.callsPerRequest = found->calls / requests;
            tool.failureShare = medianKnown(found->failureShare).value_or(0);
            tool.p50Seconds = found->p50Seconds > 0 ? found->p50Seconds : tool.p50Seconds;
            if (!m_input.traffic) {
                tool.outages = toolOutages(*found, m_history.service.breakerOpen, m_grid);
            }
            m_made.tools.push_back(std::move(tool));
        }
    }

    /// What was recorded of its requests; empty: nothing.
    [[nodiscard]] const GridColumn &arrivals() const { return m_arrivals; }

    /// Only after the feeds are known: what has no traffic of its own is as certain as they are.
    void settleConfidence(double knownTraffic)
    {
        m_part.knownTraffic = knownTraffic;
        m_part.confidence *= knownTraffic;
    }

    [[nodiscard]] PipelineComponent &made() { return m_made; }
    [[nodiscard]] PipelinePart &part() { return m_part; }
    [[nodiscard]] const PolicyComponent &component() const { return m_component; }

    /// indexOf: where a component is in the pipeline; none: it is not.
    template<typename IndexOf>
    void addScaling(const IndexOf &indexOf)
    {
        ComponentScaling &scaling = m_made.scaling;
        scaling.controller = m_input.context.controller;
        switch (m_component.engine) {
        case PolicyComponent::Engine::None:
            break;
        case PolicyComponent::Engine::Hpa:
            scaling.engine = Engine::Hpa;
            scaling.hpa = hpaSpecOf(m_component, scaling.controller);
            keepReplayable(scaling.hpa.metrics, indexOf);
            break;
        case PolicyComponent::Engine::Keda:
            scaling.engine = Engine::Keda;
            scaling.keda = kedaSpecOf(m_policy, m_component, scaling.controller);
            keepReplayable(scaling.keda.triggers, indexOf);
            if (asksForPartitions(m_component)) {
                assume(Text::tr("What its kafka trigger says of single partitions is not "
                                "replayed."));
            }
            break;
        }
        scaling.initialReplicas = replicasAtFirst();
    }

private:
    void assume(const QString &sentence)
    {
        m_part.assumptions << sentence;
        m_part.confidence *= halved;
    }

    /// What a component can do as its targets suggest, for what the history does not tell.
    [[nodiscard]] ServiceModel suggested() const
    {
        constexpr double above = 1.4; // a target leaves room
        ServiceModel model;
        for (const PolicyMetric &metric : m_component.metrics) {
            const auto *pods = std::get_if<PolicyPodsMetric>(&metric);
            if (pods != nullptr && signalOf(metric, m_input.jobs)) {
                model.requestsPerReplica =
                    above * static_cast<double>(pods->averageValue.milli) / 1000;
            }
        }
        if (m_component.quota) {
            constexpr double ordinaryCall = 2;
            model.concurrency = std::max(1, m_component.quota->concurrencyPerReplica);
            model.unloadedSeconds =
                m_component.quota->latency
                    ? std::chrono::duration<double>(*m_component.quota->latency).count()
                    : ordinaryCall;
        }
        return model;
    }

    void fit()
    {
        ServiceHistory history = m_history.service;
        history.concurrency = m_component.quota ? m_component.quota->concurrencyPerReplica : 0;
        if (history.maxReplicas.empty() && m_component.engine != PolicyComponent::Engine::None) {
            history.maxReplicas.assign(m_grid.count, m_component.maxReplicas);
        }
        ServiceModel assumed = m_input.assumed.value(m_component.name, suggested());
        assumed.concurrency = history.concurrency;
        m_part.fit = fitService(history, assumed);
        m_part.assumptions = m_part.fit.assumptions;
        m_made.service = m_part.fit.model;
        m_part.confidence = m_part.fit.confidence;
        if (!(knownShare(m_arrivals) > 0)) {
            // Nothing was measured; that much is left after all the assumptions.
            m_part.fit.fitShare = 0;
            m_part.confidence = std::pow(halved, static_cast<double>(m_part.assumptions.size()));
        }
    }

    template<typename Metrics, typename IndexOf>
    void keepReplayable(Metrics &metrics, const IndexOf &indexOf)
    {
        Metrics kept;
        for (std::size_t i = 0; i < std::min(metrics.size(), m_component.metrics.size()); ++i) {
            const PolicyMetric &metric = m_component.metrics[i];
            const std::optional<PolicySignal> wanted = signalOf(metric, m_input.jobs);
            std::optional<std::size_t> of;
            if (wanted && !wanted->component.isEmpty()) {
                of = indexOf(wanted->component);
            }
            if (!wanted || (!wanted->component.isEmpty() && !of)) {
                assume(Text::tr("The metric “%1” cannot be replayed and is left out.")
                           .arg(metricTitle(metric)));
                continue;
            }
            kept.push_back(std::move(metrics[i]));
            m_made.scaling.signals.push_back({wanted->kind, of, wanted->window});
        }
        metrics = std::move(kept);
    }

    [[nodiscard]] int replicasAtFirst() const
    {
        const bool isScaled = m_component.engine != PolicyComponent::Engine::None;
        std::optional<double> first = firstKnown(m_history.replicas);
        if (!first) {
            first = firstKnown(m_history.service.ready);
        }
        if (!isScaled) {
            return std::max(1, static_cast<int>(std::ceil(
                                   medianKnown(m_history.replicas).value_or(first.value_or(1)))));
        }
        // More traffic has been there before the first step too.
        const double wanted =
            std::ceil(first.value_or(m_component.minReplicas) * std::max(m_input.growth, 1e-3));
        return static_cast<int>(
            std::clamp<double>(wanted, m_component.minReplicas,
                               std::max(m_component.minReplicas, m_component.maxReplicas)));
    }

    [[nodiscard]] LlmPool poolOf(const ModelHistory &model, double calls) const
    {
        LlmPool pool;
        pool.share = model.calls / calls;
        pool.use = model.use;
        pool.quota = m_component.quota->spec;
        if (model.model != m_component.quota->spec.model) {
            pool.quota.model = model.model;
            pool.quota.requestsPerMinute = model.requestsPerMinute;
            pool.quota.tokensPerMinute = model.tokensPerMinute;
            pool.quota.inputTokensPerMinute = 0;
            pool.quota.outputTokensPerMinute = 0;
        } else if (m_component.quota->tokensPerRequest) {
            pool.use = *m_component.quota->tokensPerRequest;
        }
        return pool;
    }

    void addQuota()
    {
        if (!m_component.quota) {
            return;
        }
        LlmSpec llm;
        double calls = 0;
        for (const ModelHistory &model : m_history.models) {
            calls += model.calls;
        }
        if (calls > 0) {
            for (const ModelHistory &model : m_history.models) {
                llm.pools.push_back(poolOf(model, calls));
            }
        } else {
            LlmPool pool;
            pool.quota = m_component.quota->spec;
            pool.use = m_component.quota->tokensPerRequest.value_or(TokenUse{});
            if (!m_component.quota->tokensPerRequest && pool.quota.limitsTokens()) {
                assume(Text::tr("How many tokens a call takes is not known: the limit of tokens "
                                "a minute is left out.")); // no tokens take nothing from it
            }
            llm.pools.push_back(pool);
        }
        if (m_made.queued) {
            constexpr int redeliveries = 20;
            llm.maxAttempts = redeliveries; // the broker gives a message out again
        }
        m_made.llm = std::move(llm);
    }

    const Policy &m_policy;
    const PolicyComponent &m_component;
    const ComponentHistory &m_history;
    const TimeGrid &m_grid;
    const PipelineInput &m_input;
    GridColumn m_arrivals;
    PipelineComponent m_made;
    PipelinePart m_part;
    QStringList m_guarded; ///< what it calls through a breaker, of the pipeline
};

/// Puts the parts together.
class Assembly
{
public:
    Assembly(const Policy &policy, const ScalingHistory &history, const PipelineInput &input)
        : m_policy(policy)
        , m_history(history)
        , m_input(input)
    {
        m_input.context = withLeadTimes();
    }

    Result<PolicyPipeline> run()
    {
        PolicyPipeline made;
        for (std::size_t i = 0; i < m_policy.components.size(); ++i) {
            const PolicyComponent &component = m_policy.components[i];
            const ComponentHistory *const known = m_history.find(component.name);
            if (known == nullptr || !isReached(component.name)) {
                made.leftOut
                    << Text::tr("%1: nothing is known of its traffic.").arg(component.name);
                continue;
            }
            PartBuilder &part =
                m_parts.emplace_back(m_policy, component, *known, m_history.grid, m_input);
            part.build();
            part.made().position.path = u"spec.components[%1]"_s.arg(i);
        }
        if (m_parts.empty()) {
            return Error{.code = ErrorCode::InvalidInput,
                         .what = Text::tr("The policy cannot be replayed"),
                         .why = Text::tr("nothing is known of the traffic of its components"),
                         .advice = Text::tr("Replay a time at which they were recorded, or a trace "
                                            "file that names them as the policy does."),
                         .position = DocumentPosition{.path = u"spec.components"_s}};
        }
        nameStrangers(made);
        nameSharers();
        addFeeds();
        std::for_each(m_parts.begin(), m_parts.end(), std::mem_fn(&PartBuilder::addTools));
        settleConfidence();
        return finish(std::move(made));
    }

private:
    [[nodiscard]] PolicyContext withLeadTimes() const
    {
        PolicyContext context = m_input.context;
        for (const ComponentHistory &one : m_history.components) {
            const ColdStart starts(one.service.coldStarts);
            if (starts.isKnown() && !context.measuredLeadTimes.contains(one.name)) {
                constexpr double late = 0.95;
                context.measuredLeadTimes.insert(
                    one.name, std::chrono::seconds(std::llround(starts.quantile(late))));
            }
        }
        return context;
    }

    [[nodiscard]] std::optional<std::size_t> indexOf(const QString &name) const
    {
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (m_parts[i].component().name == name) {
                return i;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isRecorded(const QString &name) const
    {
        const ComponentHistory *const known = m_history.find(name);
        return known != nullptr && knownShare(known->arrivals(m_history.grid)) > 0;
    }

    [[nodiscard]] bool hasTraffic(const QString &name) const
    {
        return m_input.traffic ? knownShare(m_input.traffic->requests.value(name)) > 0
                               : isRecorded(name);
    }

    /// It has traffic, or is fed by something that has, at a ratio that was recorded.
    [[nodiscard]] bool isReached(const QString &name, int depth = 0) const
    {
        constexpr int deepest = 16; // a circle ends here; validatePipeline() names it
        if (hasTraffic(name)) {
            return true;
        }
        return depth < deepest && isRecorded(name) &&
               std::any_of(m_input.edges.begin(), m_input.edges.end(),
                           [&](const PipelineEdge &edge) {
                               return edge.to == name && m_policy.find(edge.from) != nullptr &&
                                      isRecorded(edge.from) && isReached(edge.from, depth + 1);
                           });
    }

    /// What only the trace knows is no part of the replay.
    void nameStrangers(PolicyPipeline &made) const
    {
        if (!m_input.traffic) {
            return;
        }
        const QMap<QString, GridColumn> &named = m_input.traffic->requests;
        for (auto one = named.keyBegin(); one != named.keyEnd(); ++one) {
            if (m_policy.find(*one) == nullptr) {
                made.leftOut << Text::tr("%1: the policy has no such component.").arg(*one);
            }
        }
    }

    void nameSharers()
    {
        for (const QStringList &names : quotaSharers(m_policy)) {
            for (const QString &name : names) {
                if (const std::optional<std::size_t> of = indexOf(name)) {
                    QStringList others = names;
                    others.removeAll(name);
                    m_parts[*of].shareQuotaWith(others);
                }
            }
        }
    }

    void addFeeds()
    {
        std::vector<GridColumn> traffic;
        for (PartBuilder &part : m_parts) {
            traffic.push_back(part.made().traffic);
        }
        for (const PipelineEdge &edge : m_input.edges) {
            const std::optional<std::size_t> from = indexOf(edge.from);
            const std::optional<std::size_t> to = indexOf(edge.to);
            // Traffic of its own already has in it what an unknown one upstream feeds.
            if (!from || !to || from == to || (!traffic[*to].empty() && traffic[*from].empty())) {
                continue;
            }
            std::optional<double> ratio =
                feedRatio(m_parts[*from].arrivals(), m_parts[*to].arrivals());
            if (!ratio) {
                ratio = feedRatio(traffic[*from], traffic[*to]);
            }
            if (ratio) {
                feed(m_parts[*to].made(), *from, traffic[*from], *ratio);
                m_parts[*to].guardFeedFrom(m_parts[*from]);
            }
        }
    }

    static void feed(PipelineComponent &fed, std::size_t from, const GridColumn &traffic,
                     double ratio)
    {
        fed.feeds.push_back({from, ratio, {}});
        // What is left is its own; it may be below nothing where the ratio is less. Where the
        // other one's traffic is fed too, only the ratio is known.
        for (std::size_t i = 0; i < std::min(fed.traffic.size(), traffic.size()); ++i) {
            fed.traffic[i] -= ratio * traffic[i];
        }
    }

    /// Of those that are fed only: as much as is known of what feeds them.
    void settleConfidence()
    {
        std::vector<double> known;
        for (PartBuilder &part : m_parts) {
            known.push_back(knownShare(part.made().traffic));
        }
        for (std::size_t round = 0; round < m_parts.size(); ++round) {
            for (std::size_t i = 0; i < m_parts.size(); ++i) {
                const PipelineComponent &made = m_parts[i].made();
                for (const PipelineFeed &one : made.feeds) {
                    known[i] =
                        made.traffic.empty() ? std::max(known[i], known[one.from]) : known[i];
                }
            }
        }
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            m_parts[i].settleConfidence(known[i]);
        }
    }

    [[nodiscard]] std::optional<Error> addBounds(PolicyPipeline &made, PartBuilder &part)
    {
        const PolicyComponent &component = part.component();
        std::optional<Schedule> &kept = made.replay.schedules.emplace_back();
        const bool bounded = component.engine != PolicyComponent::Engine::None;
        if (!bounded || (!component.isScheduled() && !component.coldStart.warmReplicas)) {
            return std::nullopt;
        }
        kept = scheduleOf(m_policy, component, m_input.context);
        const TimeGrid &grid = made.replay.pipeline.grid;
        Timeline timeline = resolveSchedule(*kept, {grid.from, grid.time(grid.count)});
        if (!timeline.problems.empty()) {
            return timeline.problems.front();
        }
        part.made().scaling.bounds = std::move(timeline.rows);
        return std::nullopt;
    }

    Result<PolicyPipeline> finish(PolicyPipeline made)
    {
        Pipeline &pipeline = made.replay.pipeline;
        pipeline.grid = m_input.traffic ? m_input.traffic->grid : m_history.grid;
        pipeline.growth = m_input.growth;
        const EpochMs shift = m_input.startsAt ? *m_input.startsAt - pipeline.grid.from : 0;
        pipeline.grid.from += shift;
        const auto where = [this](const QString &name) { return indexOf(name); };
        for (PartBuilder &part : m_parts) {
            part.addScaling(where);
            if (const std::optional<Error> error = addBounds(made, part)) {
                return *error;
            }
            for (PipelineTool &tool : part.made().tools) {
                for (ToolOutage &outage : tool.outages) {
                    outage.from += shift;
                    outage.to += shift;
                }
            }
        }
        for (PartBuilder &part : m_parts) {
            pipeline.components.push_back(std::move(part.made()));
            made.parts.push_back(std::move(part.part()));
        }
        if (const std::vector<Error> problems = validatePipeline(pipeline); !problems.empty()) {
            return problems.front();
        }
        return made;
    }

    const Policy &m_policy;
    const ScalingHistory &m_history;
    PipelineInput m_input;
    std::vector<PartBuilder> m_parts;
};

} // namespace

std::vector<PipelineEdge> defaultEdges()
{
    return {{u"dialog-manager"_s, u"rag-worker"_s},
            {u"rag-worker"_s, u"llm-consumer"_s},
            {u"dialog-manager"_s, u"tool-router"_s}};
}

Result<PolicyPipeline> policyPipeline(const Policy &policy, const ScalingHistory &history,
                                      const PipelineInput &input)
{
    return Assembly(policy, history, input).run();
}

} // namespace spillway
