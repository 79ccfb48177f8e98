// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/kedaspec.h"

#include "scaling/hpametric.h"

#include <algorithm>

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
    for (std::int32_t current = 1; current <= desired * 2 + 10; ++current) {
        const bool stuck = current != desired && tolerance.within(static_cast<double>(desired) /
                                                                  static_cast<double>(current));
        if (!stuck) {
            continue;
        }
        if (!ranges.empty() && ranges.back().to == current - 1) {
            ranges.back().to = current;
        } else {
            ranges.push_back({current, current});
        }
    }
    return ranges;
}

} // namespace spillway
