// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"
#include "policy/policyfields.h"
#include "rollout/importparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

template<typename Enum>
std::optional<Enum> choiceOf(const QString &text, std::span<const QLatin1String> names)
{
    const auto found = std::find(names.begin(), names.end(), text);
    return found == names.end() ? std::nullopt
                                : std::optional{static_cast<Enum>(found - names.begin())};
}

PolicyQuantity quantityOf(const QString &text)
{
    const Result<Quantity> quantity = parseQuantity(text);
    return {text, quantity ? quantity->milli : 0};
}

std::optional<PolicyQuantity> quantity(ImportFields &target, QLatin1String key)
{
    const QString text = target.text(key);
    return text.isEmpty() ? std::nullopt : std::optional{quantityOf(text)};
}

/// What is looked at in spec.metrics[].target.
struct Target
{
    std::optional<int> averageUtilization;
    std::optional<PolicyQuantity> averageValue;
    std::optional<PolicyQuantity> value;
};

/// Only the field that type names counts.
Target readTarget(ImportFields &around)
{
    Target read;
    around.in("target"_L1, [&](ImportFields &target) {
        const QString type = target.text("type"_L1);
        if (type == u"Utilization") {
            read.averageUtilization = target.integer("averageUtilization"_L1);
        } else if (type == u"AverageValue") {
            read.averageValue = quantity(target, "averageValue"_L1);
        } else if (type == u"Value") {
            read.value = quantity(target, "value"_L1);
        }
    });
    return read;
}

/// Name and labels of a metric; a selector by expressions is more than the policy can say.
bool readName(ImportFields &around, QString &name, PolicyTexts &selector)
{
    bool whole = true;
    around.in("metric"_L1, [&](ImportFields &metric) {
        name = metric.text("name"_L1);
        metric.in("selector"_L1, [&](ImportFields &labels) {
            selector = labels.texts("matchLabels"_L1);
            whole = !labels.has("matchExpressions"_L1);
            labels.skip({"matchExpressions"_L1}); // told with the metric
        });
    });
    return whole;
}

QString selectorText()
{
    return Text::tr("The metric is selected by expressions; a policy selects by labels only.");
}

std::optional<PolicyMetric> readResource(ImportFields &source)
{
    PolicyResourceMetric metric;
    metric.name = source.text("name"_L1);
    metric.container = source.text("container"_L1);
    const Target target = readTarget(source);
    metric.averageUtilization = target.averageUtilization;
    metric.averageValue = target.averageValue;
    if (metric.name != u"cpu" && metric.name != u"memory") {
        source.omit(Text::tr("A policy scales by cpu and memory, not by the resource %1.")
                        .arg(metric.name));
        return std::nullopt;
    }
    return metric;
}

std::optional<PolicyMetric> readPods(ImportFields &source)
{
    PolicyPodsMetric metric;
    const bool whole = readName(source, metric.name, metric.selector);
    metric.averageValue = readTarget(source).averageValue.value_or(PolicyQuantity{});
    if (!whole) {
        source.omit(selectorText());
        return std::nullopt;
    }
    return metric;
}

std::optional<PolicyMetric> readObject(ImportFields &source)
{
    PolicyObjectMetric metric;
    source.in("describedObject"_L1, [&](ImportFields &object) {
        metric.object = {object.text("apiVersion"_L1, u"v1"_s), object.text("kind"_L1),
                         object.text("name"_L1)};
    });
    const bool whole = readName(source, metric.name, metric.selector);
    const Target target = readTarget(source);
    metric.value = target.value;
    metric.averageValue = target.averageValue;
    if (!whole) {
        source.omit(selectorText());
        return std::nullopt;
    }
    return metric;
}

std::optional<PolicyMetric> readExternal(ImportFields &source)
{
    PolicyExternalMetric metric;
    const bool whole = readName(source, metric.name, metric.selector);
    const Target target = readTarget(source);
    metric.value = target.value;
    metric.averageValue = target.averageValue;
    if (!whole) {
        source.omit(selectorText());
        return std::nullopt;
    }
    return metric;
}

struct SourceRow
{
    QLatin1String type;
    QLatin1String key;
    std::optional<PolicyMetric> (*read)(ImportFields &);
};

constexpr std::array sources{
    SourceRow{"Resource"_L1, "resource"_L1, readResource},
    SourceRow{"ContainerResource"_L1, "containerResource"_L1, readResource},
    SourceRow{"Pods"_L1, "pods"_L1, readPods},
    SourceRow{"Object"_L1, "object"_L1, readObject},
    SourceRow{"External"_L1, "external"_L1, readExternal},
};

std::optional<PolicyMetric> readMetric(ImportFields &metric)
{
    const QString type = metric.text("type"_L1);
    std::optional<PolicyMetric> read;
    for (const SourceRow &source : sources) {
        if (source.type == type && metric.has(source.key)) {
            metric.in(source.key, [&](ImportFields &fields) { read = source.read(fields); });
            return read;
        }
    }
    metric.omit(Text::tr("Metrics of the type “%1” are not known.").arg(type));
    return std::nullopt;
}

/// Fields that say what is said without them are left out, but for the window of scaleDown: what
/// it is without one is for a flag of the controller to say.
PolicyRules readRules(ImportFields &fields, const HpaRules &usual, bool keepsWindow)
{
    PolicyRules rules;
    rules.stabilizationWindowSeconds = fields.integer("stabilizationWindowSeconds"_L1);
    if (!keepsWindow && rules.stabilizationWindowSeconds == usual.stabilizationWindowSeconds) {
        rules.stabilizationWindowSeconds.reset();
    }
    rules.selectPolicy =
        choiceOf<HpaRules::Select>(fields.text("selectPolicy"_L1), policynames::selects);
    if (rules.selectPolicy == usual.select) {
        rules.selectPolicy.reset();
    }
    fields.each("policies"_L1, [&](ImportFields &item) {
        const auto type = choiceOf<HpaPolicy::Type>(item.text("type"_L1), policynames::ruleTypes);
        rules.policies.push_back({type.value_or(HpaPolicy::Type::Pods),
                                  item.integer("value"_L1).value_or(0),
                                  item.integer("periodSeconds"_L1).value_or(0)});
    });
    if (rules.policies == usual.policies) {
        rules.policies.clear();
    }
    const QString tolerance = fields.text("tolerance"_L1);
    if (const Result<Quantity> quantity = parseQuantity(tolerance); quantity.ok()) {
        constexpr double micro = 1e6;
        rules.tolerance = static_cast<double>(quantity->micro) / micro;
    }
    return rules;
}

int boundOr(ImportFields &spec, QLatin1String key, int fallback)
{
    return spec.integer(key).value_or(fallback);
}

} // namespace

PolicyObject importTarget(ImportFields &spec)
{
    PolicyObject target;
    spec.in("scaleTargetRef"_L1, [&](ImportFields &fields) {
        target = {fields.text("apiVersion"_L1, u"apps/v1"_s),
                  fields.text("kind"_L1, u"Deployment"_s), fields.text("name"_L1)};
    });
    return target;
}

PolicyBehavior importBehavior(ImportFields &around)
{
    PolicyBehavior behavior;
    const auto keep = [](std::optional<PolicyRules> &to, PolicyRules rules) {
        if (rules != PolicyRules{}) {
            to = std::move(rules);
        }
    };
    around.in("behavior"_L1, [&](ImportFields &fields) {
        fields.in("scaleUp"_L1, [&](ImportFields &rules) {
            keep(behavior.scaleUp, readRules(rules, defaultScaleUpRules(), false));
        });
        fields.in("scaleDown"_L1, [&](ImportFields &rules) {
            keep(behavior.scaleDown, readRules(rules, defaultScaleDownRules({}), true));
        });
    });
    if (!around.has("behavior"_L1)) {
        around.note("changed"_L1, "behavior"_L1,
                    Text::tr("There is none. The policy writes Kubernetes' defaults out: up by 4 "
                             "pods or twice as many in 15 s, down only after five minutes."));
    }
    return behavior;
}

std::optional<ImportedComponent> importAutoscaler(const QJsonObject &object,
                                                  const ImportScope &scope)
{
    ImportedComponent imported;
    imported.object = scope.object();
    PolicyComponent &component = imported.component;
    component.engine = PolicyComponent::Engine::Hpa;
    ImportFields spec(object.value("spec"_L1).toObject(), u"spec"_s, scope);
    const bool usesDefault = !spec.has("metrics"_L1);
    spec.each("metrics"_L1, [&](ImportFields &metric) {
        if (std::optional<PolicyMetric> read = readMetric(metric)) {
            component.metrics.push_back(*std::move(read));
            imported.metricPaths << metric.path();
        }
    });
    if (usesDefault) {
        PolicyResourceMetric cpu{u"cpu"_s, {}, defaultMetric().averageUtilization, {}};
        component.metrics.emplace_back(std::move(cpu));
        imported.metricPaths << u"spec.metrics"_s;
        spec.note(
            "assumed"_L1, "metrics"_L1,
            Text::tr("There is none; the policy says what Kubernetes does then: cpu at 80 %."));
    }
    if (component.metrics.empty()) {
        spec.omit(Text::tr("None of its metrics can be said in a policy, so it is left out."));
        return std::nullopt;
    }
    component.target = importTarget(spec);
    component.minReplicas = boundOr(spec, "minReplicas"_L1, 1);
    component.maxReplicas = boundOr(spec, "maxReplicas"_L1, component.minReplicas);
    if (component.minReplicas < 1) {
        component.minReplicas = 1;
        spec.note(
            "changed"_L1, "minReplicas"_L1,
            Text::tr("It may go to zero; with engine hpa a policy keeps at least 1 replica."));
    }
    component.behavior = importBehavior(spec);
    return imported;
}

} // namespace spillway
