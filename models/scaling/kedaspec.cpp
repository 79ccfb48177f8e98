// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/kedaspec.h"

#include "scaling/hpametric.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KedaSpec)
};

/// strconv.ParseBool, and true for what that refuses.
bool isOn(const QMap<QString, QString> &annotations, const QString &name)
{
    static constexpr std::array off{"0"_L1, "f"_L1, "F"_L1, "false"_L1, "False"_L1, "FALSE"_L1};
    const auto found = annotations.find(u"autoscaling.keda.sh/"_s + name);
    return found != annotations.end() && std::find(off.begin(), off.end(), *found) == off.end();
}

} // namespace

Result<KedaAnnotations> KedaAnnotations::read(const QMap<QString, QString> &annotations)
{
    KedaAnnotations read;
    const QString key = u"autoscaling.keda.sh/paused-replicas"_s;
    if (const auto found = annotations.find(key); found != annotations.end()) {
        bool ok = false;
        read.pausedReplicas = found->toInt(&ok);
        if (!ok || *read.pausedReplicas < 0) {
            return Error{
                .code = ErrorCode::InvalidInput,
                .what = Text::tr("The pause cannot be read"),
                .why = Text::tr("“%1” is not a number of replicas").arg(*found),
                .advice = Text::tr("Write a whole number from 0, or remove the annotation."),
                .position = DocumentPosition{.path = u"metadata.annotations[%1]"_s.arg(key)}};
        }
    }
    read.paused = read.pausedReplicas.has_value() || isOn(annotations, u"paused"_s);
    read.scaleInPaused = isOn(annotations, u"paused-scale-in"_s);
    read.scaleOutPaused = isOn(annotations, u"paused-scale-out"_s);
    read.forceActivation = isOn(annotations, u"force-activation"_s);
    return read;
}

HpaSpec hpaOfKeda(const KedaSpec &spec, const HpaController &controller)
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
    const KedaAnnotations &wished = spec.annotations;
    if ((wished.scaleInPaused || wished.scaleOutPaused) && !hpa.behavior) {
        hpa.behavior = HpaBehavior{defaultScaleUpRules(), defaultScaleDownRules(controller)};
    }
    if (wished.scaleInPaused) {
        hpa.behavior->scaleDown.select = HpaRules::Select::Disabled;
    }
    if (wished.scaleOutPaused) {
        hpa.behavior->scaleUp.select = HpaRules::Select::Disabled;
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
