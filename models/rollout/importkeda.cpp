// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyfields.h"
#include "rollout/importparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

// KEDA's defaults. https://keda.sh/docs/2.20/reference/scaledobject-spec/
constexpr int kedaMinimum = 0;
constexpr int kedaMaximum = 100;

std::optional<KedaFallback> readFallback(ImportFields &fields)
{
    KedaFallback fallback;
    fallback.failureThreshold = fields.integer("failureThreshold"_L1).value_or(3);
    fallback.replicas = fields.integer("replicas"_L1).value_or(1);
    const QString behavior = fields.text("behavior"_L1, u"static"_s);
    const auto &names = policynames::fallbackBehaviors;
    const auto found = std::find(names.begin(), names.end(), behavior);
    if (found == names.end()) {
        fields.omit(Text::tr("A policy has no fallback of the kind %1.").arg(behavior));
        return std::nullopt;
    }
    fallback.behavior = static_cast<KedaFallback::Behavior>(found - names.begin());
    return fallback;
}

void readAdvanced(ImportFields &spec, PolicyComponent &component, const QString &usualName)
{
    bool hasConfig = false;
    spec.in("advanced"_L1, [&](ImportFields &advanced) {
        advanced.in("horizontalPodAutoscalerConfig"_L1, [&](ImportFields &config) {
            hasConfig = true;
            component.behavior = importBehavior(config);
            if (config.text("name"_L1, usualName) != usualName) {
                config.note("omitted"_L1, "name"_L1,
                            Text::tr("The HorizontalPodAutoscaler will have KEDA's usual name."));
            }
        });
        if (advanced.has("scalingModifiers"_L1)) {
            advanced.note("omitted"_L1, "scalingModifiers"_L1,
                          Text::tr("A policy has no formulas: each trigger counts for itself, and "
                                   "the greatest proposal wins."));
        }
        advanced.skip({"scalingModifiers"_L1});
    });
    if (!hasConfig) {
        spec.note("changed"_L1, "advanced"_L1,
                  Text::tr("It has no behavior. The policy writes Kubernetes' defaults out: up by "
                           "4 pods or twice as many in 15 s, down only after five minutes."));
    }
}

bool hasExternalTrigger(const PolicyComponent &component)
{
    return std::any_of(component.metrics.begin(), component.metrics.end(),
                       [](const PolicyMetric &metric) {
                           return !std::holds_alternative<PolicyResourceMetric>(metric);
                       });
}

bool isSame(const KedaFallback &a, const KedaFallback &b)
{
    return a.failureThreshold == b.failureThreshold && a.replicas == b.replicas &&
           a.behavior == b.behavior;
}

/// What the policy would write anyhow is left out of it.
void settleFallback(ImportFields &spec, PolicyComponent &component)
{
    std::optional<KedaFallback> &fallback = component.keda.fallback;
    const KedaFallback usual = fallbackOf([&] {
        PolicyComponent without = component;
        without.keda.fallback.reset();
        return without;
    }());
    const bool external = hasExternalTrigger(component);
    if (!fallback && external && !spec.has("fallback"_L1)) {
        spec.note("changed"_L1, "fallback"_L1,
                  Text::tr("There is none. The policy adds one that keeps the replicas there are "
                           "while a source does not answer."));
    } else if (fallback && !external) {
        fallback.reset();
        spec.note("omitted"_L1, "fallback"_L1,
                  Text::tr("KEDA's fallback does not work for cpu and memory."));
    } else if (fallback && isSame(*fallback, usual)) {
        fallback.reset();
    }
}

} // namespace

std::optional<ImportedComponent> importScaledObject(const QJsonObject &object,
                                                    const ImportScope &scope)
{
    ImportedComponent imported;
    imported.object = scope.object();
    PolicyComponent &component = imported.component;
    component.engine = PolicyComponent::Engine::Keda;
    ImportFields spec(object.value("spec"_L1).toObject(), u"spec"_s, scope);
    spec.each("triggers"_L1, [&](ImportFields &trigger) {
        if (std::optional<PolicyMetric> read = importTrigger(trigger)) {
            component.metrics.push_back(*std::move(read));
            imported.metricPaths << trigger.path();
        }
    });
    if (component.metrics.empty()) {
        spec.omit(Text::tr("None of its triggers can be said in a policy, so it is left out."));
        return std::nullopt;
    }
    component.target = importTarget(spec);
    component.minReplicas = spec.integer("minReplicaCount"_L1).value_or(kedaMinimum);
    component.maxReplicas = spec.integer("maxReplicaCount"_L1).value_or(kedaMaximum);
    component.keda.pollingInterval = spec.integer("pollingInterval"_L1);
    component.keda.cooldownPeriod = spec.integer("cooldownPeriod"_L1);
    component.keda.initialCooldownPeriod = spec.integer("initialCooldownPeriod"_L1);
    component.keda.idleReplicas = spec.integer("idleReplicaCount"_L1);
    spec.in("fallback"_L1,
            [&](ImportFields &fields) { component.keda.fallback = readFallback(fields); });
    const QString name = object.value("metadata"_L1).toObject().value("name"_L1).toString();
    readAdvanced(spec, component, u"keda-hpa-"_s + name);
    settleFallback(spec, component);
    return imported;
}

} // namespace spillway
