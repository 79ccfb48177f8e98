// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/pipeline.h"

#include "scaling/fitline.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pipeline)
};

class Validator
{
public:
    explicit Validator(const Pipeline &pipeline)
        : m_pipeline(pipeline)
    {}

    std::vector<Error> run()
    {
        if (m_pipeline.grid.count == 0 || m_pipeline.grid.step.count() < 1000) {
            complain({}, u"grid"_s, Text::tr("there is no time to replay"));
        }
        if (!(m_pipeline.growth >= 0 && m_pipeline.growth <= largestGrowth)) {
            complain(
                {}, u"growth"_s,
                Text::tr("the growth must be a number from 0 to %1").arg(largestGrowth, 0, 'f', 0));
        }
        if (m_pipeline.components.empty()) {
            complain({}, u"components"_s, Text::tr("there are no components"));
        }
        QSet<QString> names;
        for (const PipelineComponent &component : m_pipeline.components) {
            if (component.name.isEmpty() || names.contains(component.name)) {
                complain(component.position, u"name"_s,
                         Text::tr("each component needs a name of its own"));
            }
            names.insert(component.name);
            check(component);
        }
        if (!m_pipeline.components.empty() && m_problems.empty() &&
            feedOrder(m_pipeline.components).empty()) {
            complain({}, u"components"_s, Text::tr("components feed each other in a circle"));
        }
        return std::move(m_problems);
    }

private:
    void complain(DocumentPosition position, const QString &field, const QString &why)
    {
        position.path += (position.path.isEmpty() ? QString() : u"."_s) + field;
        m_problems.push_back(Error{.code = ErrorCode::InvalidInput,
                                   .what = Text::tr("The policy cannot be replayed"),
                                   .why = why,
                                   .position = position});
    }

    void check(const PipelineComponent &component)
    {
        const DocumentPosition &at = component.position;
        if (!component.traffic.empty() && component.traffic.size() != m_pipeline.grid.count) {
            complain(at, u"traffic"_s, Text::tr("the traffic does not cover the time"));
        }
        if (component.traffic.empty() && component.feeds.empty()) {
            complain(at, u"traffic"_s, Text::tr("nothing is known of its traffic"));
        }
        if (!(component.service.capacity() > 0)) {
            complain(at, u"service"_s, Text::tr("a replica must be able to do something"));
        }
        if (component.partitions && *component.partitions < 1) {
            complain(at, u"partitions"_s, Text::tr("there must be at least one partition"));
        }
        for (const PipelineFeed &feed : component.feeds) {
            if (feed.from >= m_pipeline.components.size() || !(feed.ratio >= 0)) {
                complain(at, u"traffic.from"_s, Text::tr("what feeds it does not exist"));
            }
        }
        checkScaling(component);
        checkQuota(component);
    }

    void checkScaling(const PipelineComponent &component)
    {
        const ComponentScaling &scaling = component.scaling;
        const DocumentPosition &at = component.position;
        if (scaling.engine == ComponentScaling::Engine::Fixed) {
            return;
        }
        const bool hpa = scaling.engine == ComponentScaling::Engine::Hpa;
        const std::int32_t min = hpa ? scaling.hpa.minReplicas : scaling.keda.minReplicas;
        const std::int32_t max = hpa ? scaling.hpa.maxReplicas : scaling.keda.maxReplicas;
        if (min > max || max < 1 || min < 0) {
            complain(at, u"replicas"_s,
                     Text::tr("the minimum of %1 is above the maximum of %2").arg(min).arg(max));
        }
        const std::size_t metrics = hpa ? scaling.hpa.metrics.size() : scaling.keda.triggers.size();
        if (metrics == 0 || scaling.signals.size() != metrics) {
            complain(at, u"metrics"_s, Text::tr("there is no metric that can be replayed"));
        }
        for (const MetricSignal &signal : scaling.signals) {
            if (signal.component && *signal.component >= m_pipeline.components.size()) {
                complain(at, u"metrics"_s,
                         Text::tr("a metric is of a component that does not exist"));
            }
        }
        for (const HpaMetric &metric : scaling.hpa.metrics) {
            if (metric.averageUtilization.value_or(1) <= 0 ||
                metric.averageValue.value_or(1) <= 0 || metric.value.value_or(1) <= 0) {
                complain(at, u"metrics"_s, Text::tr("the target is zero"));
            }
        }
        for (const KedaTrigger &trigger : scaling.keda.triggers) {
            if (trigger.targetMilli <= 0) {
                complain(at, u"metrics"_s, Text::tr("the target is zero"));
            }
        }
    }

    void checkQuota(const PipelineComponent &component)
    {
        if (!component.llm) {
            return;
        }
        if (component.service.concurrency < 1) {
            complain(component.position, u"quota.concurrencyPerReplica"_s,
                     Text::tr("it must be at least 1"));
        }
        double shares = 0;
        for (const LlmPool &pool : component.llm->pools) {
            shares += pool.share;
        }
        if (component.llm->pools.empty() || std::abs(shares - 1) > 1e-6) {
            complain(component.position, u"quota"_s,
                     Text::tr("the shares of the models must add up to 1"));
        }
    }

    const Pipeline &m_pipeline;
    std::vector<Error> m_problems;
};

} // namespace

std::vector<Error> validatePipeline(const Pipeline &pipeline)
{
    return Validator(pipeline).run();
}

std::vector<std::size_t> feedOrder(const std::vector<PipelineComponent> &components)
{
    std::vector<std::size_t> order;
    std::vector<bool> placed(components.size(), false);
    const auto isFed = [&placed](const PipelineFeed &feed) { return placed.at(feed.from); };
    for (bool moved = true; moved && order.size() < components.size();) {
        moved = false;
        for (std::size_t i = 0; i < components.size(); ++i) {
            const std::vector<PipelineFeed> &feeds = components[i].feeds;
            if (!placed[i] && std::all_of(feeds.begin(), feeds.end(), isFed)) {
                placed[i] = true;
                order.push_back(i);
                moved = true;
            }
        }
    }
    return order.size() == components.size() ? order : std::vector<std::size_t>{};
}

std::optional<double> feedRatio(const GridColumn &from, const GridColumn &to)
{
    constexpr std::size_t fewest = 20;
    std::vector<double> ratios;
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
        if (from[i] > 0 && to[i] > 0 && std::isfinite(from[i]) && std::isfinite(to[i])) {
            ratios.push_back(to[i] / from[i]);
        }
    }
    return ratios.size() < fewest ? std::nullopt : std::optional(medianOf(std::move(ratios)));
}

} // namespace spillway
