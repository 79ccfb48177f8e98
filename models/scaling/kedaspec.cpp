// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/kedaspec.h"

#include "scaling/hpametric.h"

#include <algorithm>
#include <limits>

namespace spillway {

using namespace Qt::StringLiterals;

HpaSpec hpaOfKeda(const KedaSpec &spec)
{
    HpaSpec hpa;
    hpa.minReplicas = std::max(1, spec.minReplicas);
    hpa.maxReplicas = spec.maxReplicas;
    hpa.behavior = spec.behavior;
    const auto external = [](const QString &name, HpaMetric::TargetType type, std::int64_t target) {
        HpaMetric metric;
        metric.source = HpaMetric::Source::External;
        metric.name = name;
        metric.targetType = type;
        (type == HpaMetric::TargetType::Value ? metric.value : metric.averageValue) = target;
        return metric;
    };
    for (const KedaTrigger &trigger : spec.triggers) {
        if (trigger.kind == KedaTrigger::Kind::Resource) {
            hpa.metrics.push_back(trigger.resource.value_or(defaultMetric()));
        } else if (!spec.composite) {
            hpa.metrics.push_back(external(trigger.name, trigger.metricType, trigger.targetMilli));
        }
    }
    if (spec.composite) {
        hpa.metrics.push_back(external(u"composite-metric"_s, HpaMetric::TargetType::AverageValue,
                                       spec.composite->targetMilli));
    }
    if (spec.pause == KedaPause::ScaleIn || spec.pause == KedaPause::ScaleOut) {
        if (!hpa.behavior) {
            hpa.behavior = HpaBehavior{defaultScaleUpRules(), defaultScaleDownRules({})};
        }
        HpaRules &rules =
            spec.pause == KedaPause::ScaleIn ? hpa.behavior->scaleDown : hpa.behavior->scaleUp;
        rules.select = HpaRules::Select::Disabled;
    }
    return hpa;
}

std::vector<StuckRange> stuckAround(std::int32_t desired, const HpaController &controller,
                                    const std::optional<HpaBehavior> &behavior)
{
    const HpaTolerance tolerance(controller, behavior);
    std::vector<StuckRange> ranges;
    const auto rests = [&tolerance, desired](std::int64_t current) {
        return tolerance.within(static_cast<double>(desired) / static_cast<double>(current));
    };
    // Above the wanted count the ratio only falls: the first count that moves ends the search. A
    // tolerance of one or more would never let go.
    const std::int64_t last = std::min<std::int64_t>(desired * std::int64_t{100},
                                                     std::numeric_limits<std::int32_t>::max());
    for (std::int64_t at = 1; at <= last && (at <= desired || rests(at)); ++at) {
        if (at == desired || !rests(at)) {
            continue;
        }
        const auto current = static_cast<std::int32_t>(at);
        if (!ranges.empty() && ranges.back().to == current - 1) {
            ranges.back().to = current;
        } else {
            ranges.push_back({current, current});
        }
    }
    return ranges;
}

} // namespace spillway
