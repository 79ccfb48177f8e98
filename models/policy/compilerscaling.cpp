// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/compilerparts.h"
#include "policy/policyfields.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Engine = PolicyComponent::Engine;

QJsonObject rulesJson(const HpaRules &rules)
{
    QJsonArray policies;
    for (const HpaPolicy &policy : rules.policies) {
        policies.append(QJsonObject{
            {u"type"_s, QString{policynames::ruleTypes[static_cast<std::size_t>(policy.type)]}},
            {u"value"_s, policy.value},
            {u"periodSeconds"_s, policy.periodSeconds}});
    }
    QJsonObject json{
        {u"stabilizationWindowSeconds"_s, rules.stabilizationWindowSeconds},
        {u"selectPolicy"_s, QString{policynames::selects[static_cast<std::size_t>(rules.select)]}},
        {u"policies"_s, policies}};
    if (rules.tolerance) {
        json.insert(u"tolerance"_s, QString::number(*rules.tolerance, 'g', 10));
    }
    return json;
}

/// Explicit to the last field: without it the controller takes another path, which does not limit
/// how fast it scales down.
QJsonObject behaviorJson(const PolicyComponent &component, const HpaController &controller)
{
    const HpaBehavior behavior = behaviorOf(component, controller);
    return {{u"scaleUp"_s, rulesJson(behavior.scaleUp)},
            {u"scaleDown"_s, rulesJson(behavior.scaleDown)}};
}

QJsonObject targetJson(const PolicyObject &target)
{
    return {
        {u"apiVersion"_s, target.apiVersion}, {u"kind"_s, target.kind}, {u"name"_s, target.name}};
}

void traceBounds(Manifest &manifest, const QString &path, const QString &min, const QString &max)
{
    manifest.sources.insert(u"spec."_s + min, path + u".replicas.min"_s);
    manifest.sources.insert(u"spec."_s + max, path + u".replicas.max"_s);
    manifest.sources.insert(u"spec.scaleTargetRef"_s, path + u".target"_s);
    manifest.sources.insert({}, path);
    manifest.sources.insert(u"metadata.name"_s, path + u".name"_s);
}

void addCostTags(Manifest &manifest, const PolicyComponent &component, const QString &path)
{
    QJsonObject metadata = manifest.object.value("metadata"_L1).toObject();
    QJsonObject labels = metadata.value("labels"_L1).toObject();
    const PolicyTexts &tags = component.cost.tags;
    for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
        labels.insert(tag.key(), tag.value());
        manifest.sources.insert(u"metadata.labels."_s + tag.key(),
                                path + u".cost.tags."_s + tag.key());
    }
    metadata.insert(u"labels"_s, labels);
    manifest.object.insert(u"metadata"_s, metadata);
}

/// KEDA's fallback works on external metrics only.
bool hasExternalTrigger(const PolicyComponent &component)
{
    return std::any_of(component.metrics.begin(), component.metrics.end(),
                       [](const PolicyMetric &metric) {
                           return !std::holds_alternative<PolicyResourceMetric>(metric);
                       });
}

QJsonObject fallbackJson(KedaFallback fallback)
{
    return {{u"failureThreshold"_s, fallback.failureThreshold},
            {u"replicas"_s, fallback.replicas},
            {u"behavior"_s,
             QString{policynames::fallbackBehaviors[static_cast<std::size_t>(fallback.behavior)]}}};
}

void insertCount(QJsonObject &spec, const QString &key, std::optional<int> count)
{
    if (count) {
        spec.insert(key, *count);
    }
}

QJsonObject scaledObjectSpec(const Policy &policy, std::size_t index, const CompileOptions &options,
                             Manifest &manifest)
{
    const PolicyComponent &component = policy.components[index];
    const QString path = componentPath(index);
    QJsonObject spec{
        {u"scaleTargetRef"_s, targetJson(component.target)},
        {u"triggers"_s, kedaTriggers(policy, index, options, manifest)},
        {u"advanced"_s,
         QJsonObject{
             {u"horizontalPodAutoscalerConfig"_s,
              QJsonObject{{u"behavior"_s, behaviorJson(component, options.context.controller)}}}}}};
    insertCount(spec, u"pollingInterval"_s, component.keda.pollingInterval);
    insertCount(spec, u"cooldownPeriod"_s, component.keda.cooldownPeriod);
    insertCount(spec, u"initialCooldownPeriod"_s, component.keda.initialCooldownPeriod);
    insertCount(spec, u"idleReplicaCount"_s, component.keda.idleReplicas);
    if (hasExternalTrigger(component)) {
        spec.insert(u"fallback"_s, fallbackJson(fallbackOf(component)));
    }
    const std::pair<QString, QString> fields[]{
        {u"spec.advanced"_s, u".behavior"_s},
        {u"spec.pollingInterval"_s, u".keda.pollingInterval"_s},
        {u"spec.cooldownPeriod"_s, u".keda.cooldownPeriod"_s},
        {u"spec.initialCooldownPeriod"_s, u".keda.initialCooldownPeriod"_s},
        {u"spec.idleReplicaCount"_s, u".keda.idleReplicas"_s},
        {u"spec.fallback"_s, u".keda.fallback"_s}};
    for (const auto &[field, written] : fields) {
        manifest.sources.insert(field, path + written);
    }
    return spec;
}

QJsonObject hpaJson(const PolicyComponent &component, std::size_t index,
                    const CompileOptions &options, Manifest &manifest)
{
    manifest.sources.insert(u"spec.behavior"_s, componentPath(index) + u".behavior"_s);
    return {{u"scaleTargetRef"_s, targetJson(component.target)},
            {u"metrics"_s, hpaMetrics(component, index, manifest)},
            {u"behavior"_s, behaviorJson(component, options.context.controller)}};
}

struct BoundNames
{
    QString apiVersion;
    QString kind;
    QString min;
    QString max;
};

BoundNames boundNames(const PolicyComponent &component)
{
    return component.engine == Engine::Keda
               ? BoundNames{u"keda.sh/v1alpha1"_s, u"ScaledObject"_s, u"minReplicaCount"_s,
                            u"maxReplicaCount"_s}
               : BoundNames{u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s, u"minReplicas"_s,
                            u"maxReplicas"_s};
}

} // namespace

Manifest scalerManifest(const Policy &policy, std::size_t index, const CompileOptions &options,
                        const std::optional<TimelineRow> &bounds)
{
    const PolicyComponent &component = policy.components[index];
    const QString path = componentPath(index);
    const BoundNames names = boundNames(component);
    Manifest manifest = newManifest(policy, names.apiVersion, names.kind,
                                    scalerName(policy, component), &component);
    traceBounds(manifest, path, names.min, names.max);
    addCostTags(manifest, component, path);
    QJsonObject spec = component.engine == Engine::Keda
                           ? scaledObjectSpec(policy, index, options, manifest)
                           : hpaJson(component, index, options, manifest);
    if (bounds) {
        spec.insert(names.min, bounds->min);
        spec.insert(names.max, bounds->max);
    }
    manifest.object.insert(u"spec"_s, spec);
    return manifest;
}

Manifest boundsManifest(const Policy &policy, std::size_t component,
                        const std::optional<TimelineRow> &bounds)
{
    const PolicyComponent &scaled = policy.components[component];
    const BoundNames names = boundNames(scaled);
    Manifest manifest;
    manifest.manager = scheduleManager;
    QJsonObject spec;
    if (bounds) {
        spec = {{names.min, bounds->min}, {names.max, bounds->max}};
    }
    manifest.object = {{u"apiVersion"_s, names.apiVersion},
                       {u"kind"_s, names.kind},
                       {u"metadata"_s, QJsonObject{{u"name"_s, scalerName(policy, scaled)},
                                                   {u"namespace"_s, policy.nameSpace}}},
                       {u"spec"_s, spec}};
    traceBounds(manifest, componentPath(component), names.min, names.max);
    return manifest;
}

std::vector<Manifest> podLabelManifests(const Policy &policy)
{
    std::vector<Manifest> manifests;
    for (std::size_t i = 0; i < policy.components.size(); ++i) {
        const PolicyComponent &component = policy.components[i];
        if (!component.cost.labelPods || component.cost.tags.isEmpty() ||
            component.target.name.isEmpty()) {
            continue;
        }
        const QJsonObject template_{
            {u"metadata"_s, QJsonObject{{u"labels"_s, jsonOf(component.cost.tags)}}}};
        Manifest manifest;
        manifest.owned = false;
        manifest.object = {{u"apiVersion"_s, component.target.apiVersion},
                           {u"kind"_s, component.target.kind},
                           {u"metadata"_s, QJsonObject{{u"name"_s, component.target.name},
                                                       {u"namespace"_s, policy.nameSpace}}},
                           {u"spec"_s, QJsonObject{{u"template"_s, template_}}}};
        manifest.sources = {
            {QString{}, componentPath(i) + u".target"_s},
            {u"spec.template.metadata.labels"_s, componentPath(i) + u".cost.tags"_s}};
        manifests.push_back(std::move(manifest));
    }
    return manifests;
}

} // namespace spillway
