// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyreader.h"

#include <QCoreApplication>
#include <QSet>

#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

using Engine = PolicyComponent::Engine;

constexpr qsizetype longestQuoted = 100;

void readReplicas(const PolicyNode &node, PolicyComponent &component)
{
    const std::optional<PolicyNode> replicas = node.map("replicas"_L1);
    if (!replicas) {
        return;
    }
    component.minReplicas = replicas->integer("min"_L1).value_or(1);
    component.maxReplicas =
        replicas->integer("max"_L1).value_or(std::max(1, component.minReplicas));
    if (component.minReplicas > component.maxReplicas) {
        replicas->fail(Text::tr("the minimum of %1 is above the maximum of %2")
                           .arg(component.minReplicas)
                           .arg(component.maxReplicas),
                       Text::tr("Raise the maximum or lower the minimum."));
    }
    if (component.engine == Engine::Hpa && component.minReplicas == 0) {
        replicas->fail("min"_L1, Text::tr("a HorizontalPodAutoscaler cannot go to zero"),
                       Text::tr("Write a minimum of 1, or use engine keda."));
    }
}

/// What belongs together: an engine, a target, bounds and metrics.
void checkEngine(const PolicyNode &node, Engine engine)
{
    constexpr std::array parts{"target"_L1, "replicas"_L1, "metrics"_L1};
    constexpr std::array extras{"behavior"_L1, "windows"_L1, "events"_L1, "coldStart"_L1};
    if (engine == Engine::None) {
        for (const QLatin1String key : {"replicas"_L1, "metrics"_L1, "keda"_L1}) {
            if (node.has(key)) {
                node.fail(key, Text::tr("%1 is there, but no engine").arg(key),
                          Text::tr("Add “engine: hpa” or “engine: keda”."));
            }
        }
        for (const QLatin1String key : extras) {
            if (node.has(key)) {
                node.fail(key, Text::tr("%1 is there, but nothing scales the component").arg(key),
                          Text::tr("Add target, engine, replicas and metrics."));
            }
        }
        return;
    }
    for (const QLatin1String key : parts) {
        if (!node.has(key)) {
            node.fail("engine"_L1, Text::tr("the component has an engine, but no %1").arg(key),
                      Text::tr("Add %1, or remove the engine.").arg(key));
        }
    }
    if (node.has("metrics"_L1) && node.maps("metrics"_L1).empty()) {
        node.fail("metrics"_L1, Text::tr("the list of metrics is empty"),
                  Text::tr("Write at least one metric."));
    }
    if (engine == Engine::Hpa && node.has("keda"_L1)) {
        node.fail("keda"_L1, Text::tr("these are settings of engine keda, the engine is hpa"));
    }
}

void checkKeda(const PolicyNode &node, const PolicyComponent &component)
{
    const std::optional<int> idle = component.keda.idleReplicas;
    const std::optional<PolicyNode> keda = node.map("keda"_L1);
    if (keda && idle && *idle >= component.minReplicas) {
        keda->fail("idleReplicas"_L1,
                   Text::tr("idleReplicas is %1, it must be below replicas.min, which is %2")
                       .arg(*idle)
                       .arg(component.minReplicas));
    }
}

/// KEDA wants names unique among triggers.
void checkTriggerNames(const PolicyNode &node)
{
    std::vector<PolicyNode> named;
    for (const PolicyNode &item : node.maps("metrics"_L1)) {
        for (const QLatin1String kind : {"prometheus"_L1, "rabbitmq"_L1, "kafka"_L1, "cron"_L1}) {
            if (const auto map = item.map(kind); map && map->has("name"_L1)) {
                named.push_back(*map);
            }
        }
    }
    checkUniqueNames(named, "name"_L1, Text::tr("there is a trigger “%1” before"));
}

void readScaling(const PolicyNode &node, PolicyComponent &component)
{
    component.engine =
        node.choice<Engine>("engine"_L1, policynames::engines).value_or(Engine::None);
    checkEngine(node, component.engine);
    if (const auto target = node.map("target"_L1)) {
        component.target = {target->text("apiVersion"_L1, u"apps/v1"_s),
                            target->text("kind"_L1, u"Deployment"_s), target->text("name"_L1)};
    }
    readReplicas(node, component);
    for (const PolicyNode &item : node.maps("metrics"_L1)) {
        if (std::optional<PolicyMetric> metric = readPolicyMetric(item, component.engine)) {
            component.metrics.push_back(*std::move(metric));
        }
    }
    checkTriggerNames(node);
    if (const auto behavior = node.map("behavior"_L1)) {
        component.behavior = readPolicyBehavior(*behavior);
    }
    if (const auto keda = node.map("keda"_L1)) {
        component.keda = readPolicyKeda(*keda);
        checkKeda(node, component);
    }
}

PolicyMesh readMesh(const PolicyNode &node)
{
    PolicyMesh mesh;
    mesh.host = node.text("host"_L1);
    mesh.maxConnections = node.integer("maxConnections"_L1);
    mesh.maxPendingRequests = node.integer("maxPendingRequests"_L1);
    mesh.maxRequests = node.integer("maxRequests"_L1);
    mesh.maxRetries = node.integer("maxRetries"_L1);
    mesh.consecutive5xxErrors = node.integer("consecutive5xxErrors"_L1);
    mesh.interval = node.duration("interval"_L1);
    mesh.baseEjectionTime = node.duration("baseEjectionTime"_L1);
    mesh.maxEjectionPercent = node.integer("maxEjectionPercent"_L1);
    return mesh;
}

double seconds(std::optional<std::chrono::milliseconds> duration, double fallback)
{
    return duration ? std::chrono::duration<double>(*duration).count() : fallback;
}

} // namespace

void checkUniqueNames(const std::vector<PolicyNode> &nodes, QLatin1String key, const QString &why)
{
    QSet<QString> seen;
    for (const PolicyNode &node : nodes) {
        const QString name = node.text(key);
        if (!name.isEmpty() && seen.contains(name)) {
            node.fail(key, why.arg(name.left(longestQuoted)), Text::tr("Give each its own name."));
        }
        seen.insert(name);
    }
}

PolicyQuota readPolicyQuota(const PolicyNode &node)
{
    for (const QLatin1String key : {"burst"_L1, "slice"_L1, "latency"_L1}) {
        if (node.duration(key) == std::chrono::milliseconds{0}) {
            node.fail(key, Text::tr("%1 must be above zero").arg(key));
        }
    }
    if (node.duration("slice"_L1) > std::chrono::minutes{1}) {
        node.fail("slice"_L1, Text::tr("a slice is a part of a minute"),
                  Text::tr("Write at most 1m."));
    }
    PolicyQuota quota;
    QuotaSpec &spec = quota.spec;
    spec.model = node.text("model"_L1);
    spec.requestsPerMinute = node.number("rpm"_L1).value_or(0);
    spec.tokensPerMinute = node.number("tpm"_L1).value_or(0);
    spec.inputTokensPerMinute = node.number("inputTpm"_L1).value_or(0);
    spec.outputTokensPerMinute = node.number("outputTpm"_L1).value_or(0);
    spec.counting = node.choice<QuotaSpec::Counting>("counting"_L1, policynames::countings)
                        .value_or(QuotaSpec::Counting::PostCharge);
    spec.window = node.choice<QuotaSpec::Window>("window"_L1, policynames::quotaWindows)
                      .value_or(QuotaSpec::Window::FixedMinute);
    spec.countsInput = node.boolean("countInput"_L1, true);
    spec.countsOutput = node.boolean("countOutput"_L1, true);
    spec.countsCached = node.boolean("countCached"_L1, true);
    spec.burstSeconds = seconds(node.duration("burst"_L1), spec.burstSeconds);
    spec.sliceSeconds = seconds(node.duration("slice"_L1), spec.sliceSeconds);
    quota.concurrencyPerReplica = node.integer("concurrencyPerReplica"_L1).value_or(1);
    if (const auto tokens = node.map("tokensPerRequest"_L1)) {
        quota.tokensPerRequest = TokenUse{
            tokens->number("input"_L1).value_or(0), tokens->number("cached"_L1).value_or(0),
            tokens->number("output"_L1).value_or(0), tokens->number("maxOutput"_L1).value_or(0)};
        if (quota.tokensPerRequest->cached > quota.tokensPerRequest->input) {
            tokens->fail("cached"_L1, Text::tr("more tokens are cached than there are in input"));
        }
    }
    quota.latency = node.duration("latency"_L1);
    if (!node.has("rpm"_L1) && !node.has("tpm"_L1) && !node.has("inputTpm"_L1) &&
        !node.has("outputTpm"_L1)) {
        node.fail(Text::tr("the quota limits nothing"),
                  Text::tr("Write rpm, tpm, inputTpm or outputTpm."));
    }
    return quota;
}

PolicyBreaker readPolicyBreaker(const PolicyNode &node)
{
    PolicyBreaker breaker;
    BreakerSpec &spec = breaker.spec;
    spec.name = node.text("tool"_L1);
    spec.failureRateThreshold =
        node.number("failureRateThreshold"_L1).value_or(spec.failureRateThreshold);
    spec.slowRateThreshold =
        node.number("slowCallRateThreshold"_L1).value_or(spec.slowRateThreshold);
    spec.slowCallSeconds = seconds(node.duration("slowCallDuration"_L1), spec.slowCallSeconds);
    spec.waitInOpenSeconds = seconds(node.duration("waitInOpen"_L1), spec.waitInOpenSeconds);
    spec.minimumCalls = node.integer("minimumCalls"_L1).value_or(100);
    spec.window = node.choice<BreakerSpec::Window>("slidingWindow"_L1, policynames::breakerWindows)
                      .value_or(BreakerSpec::Window::Count);
    spec.windowSize = node.integer("slidingWindowSize"_L1).value_or(100);
    spec.permittedInHalfOpen = node.integer("permittedInHalfOpen"_L1).value_or(10);
    spec.automaticHalfOpen = node.boolean("automaticHalfOpen"_L1, false);
    if (const auto mesh = node.map("mesh"_L1)) {
        breaker.mesh = readMesh(*mesh);
    }
    return breaker;
}

PolicyComponent readPolicyComponent(const PolicyNode &node)
{
    PolicyComponent component;
    component.name = node.text("name"_L1);
    readScaling(node, component);
    readPolicySchedule(node, component);
    if (const auto quota = node.map("quota"_L1)) {
        component.quota = readPolicyQuota(*quota);
    }
    if (const auto degrade = node.map("degrade"_L1)) {
        component.degrade =
            PolicyDegrade{degrade->duration("after"_L1).value_or(std::chrono::milliseconds{0}),
                          degrade->choice<PolicyDegrade::To>("to"_L1, policynames::degradations)
                              .value_or(PolicyDegrade::To::CachedAnswer)};
    }
    for (const PolicyNode &item : node.maps("breakers"_L1)) {
        component.breakers.push_back(readPolicyBreaker(item));
    }
    checkUniqueNames(node.maps("breakers"_L1), "tool"_L1,
                     Text::tr("there is a breaker for “%1” before"));
    if (const auto cost = node.map("cost"_L1)) {
        component.cost.tags = readPolicyLabels(*cost, "tags"_L1);
        component.cost.labelPods = cost->boolean("labelPods"_L1, false);
        component.cost.perReplicaHour = cost->number("perReplicaHour"_L1);
    }
    return component;
}

} // namespace spillway
