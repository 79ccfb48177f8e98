// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yamlwriter.h"
#include "policy/policychecker.h"
#include "policy/policyfields.h"
#include "policy/policywriterparts.h"

#include <cmath>

namespace spillway::policywriter {

using namespace Qt::StringLiterals;

namespace {

std::chrono::milliseconds ofSeconds(double seconds)
{
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

void writeScaling(YamlWriter &out, const PolicyComponent &component)
{
    if (!component.target.name.isEmpty()) {
        out.openMap("target"_L1);
        writeText(out, "apiVersion"_L1, component.target.apiVersion, u"apps/v1"_s);
        out.text("kind"_L1, component.target.kind);
        out.text("name"_L1, component.target.name);
        out.close();
    }
    if (component.engine == PolicyComponent::Engine::None) {
        return;
    }
    out.text("engine"_L1, engineName(component.engine));
    out.openMap("replicas"_L1);
    out.integer("min"_L1, component.minReplicas);
    out.integer("max"_L1, component.maxReplicas);
    out.close();
    if (!component.metrics.empty()) {
        out.openList("metrics"_L1);
        for (const PolicyMetric &metric : component.metrics) {
            writeMetric(out, metric);
        }
        out.close();
    }
    writeBehavior(out, component.behavior);
    writeKeda(out, component.keda);
}

QStringList dayTexts(const std::bitset<7> &days)
{
    QStringList texts;
    for (std::size_t day = 0; day < days.size(); ++day) {
        if (days.test(day)) {
            texts << policynames::days[day];
        }
    }
    return texts;
}

void writeBounds(YamlWriter &out, const ScheduleBounds &bounds)
{
    writeCount(out, "min"_L1, bounds.floor);
    writeCount(out, "max"_L1, bounds.cap);
}

void writeWindow(YamlWriter &out, const ScheduleWindow &window)
{
    const ScheduleWindow defaults;
    out.openItem();
    out.text("name"_L1, window.name);
    if (!window.otherwise && !window.holidays && !window.days.all()) {
        out.texts("days"_L1, dayTexts(window.days));
    }
    writeTrue(out, "holidays"_L1, window.holidays);
    writeTrue(out, "otherwise"_L1, window.otherwise);
    if (window.from != defaults.from) {
        out.text("from"_L1, timeOfDayText(window.from));
    }
    if (window.to != defaults.to) {
        out.text("to"_L1, timeOfDayText(window.to));
    }
    writeBounds(out, window.bounds);
    out.close();
}

QString localText(const QDateTime &time)
{
    return time.toString(time.time().second() == 0 ? u"yyyy-MM-ddTHH:mm"_s
                                                   : u"yyyy-MM-ddTHH:mm:ss"_s);
}

void writeEvent(YamlWriter &out, const ScheduleEvent &event)
{
    out.openItem();
    out.text("name"_L1, event.name);
    out.text("start"_L1, localText(event.start));
    out.text("end"_L1, localText(event.end));
    writeBounds(out, event.bounds);
    if (event.rampIn.count() > 0) {
        writeDuration(out, "rampIn"_L1, event.rampIn);
    }
    if (event.rampOut.count() > 0) {
        writeDuration(out, "rampOut"_L1, event.rampOut);
    }
    out.close();
}

void writeSchedule(YamlWriter &out, const PolicyComponent &component)
{
    if (!component.windows.empty()) {
        out.openList("windows"_L1);
        for (const ScheduleWindow &window : component.windows) {
            writeWindow(out, window);
        }
        out.close();
    }
    if (!component.events.empty()) {
        out.openList("events"_L1);
        for (const ScheduleEvent &event : component.events) {
            writeEvent(out, event);
        }
        out.close();
    }
    const PolicyColdStart &coldStart = component.coldStart;
    if (coldStart == PolicyColdStart{}) {
        return;
    }
    out.openMap("coldStart"_L1);
    writeCount(out, "warmReplicas"_L1, coldStart.warmReplicas);
    writeText(out, "leadTime"_L1, coldStart.leadTimeMeasured ? u"measured"_s : QString{}, {});
    writeDuration(out, "leadTime"_L1, coldStart.leadTime);
    out.close();
}

void writeQuotaLimits(YamlWriter &out, const QuotaSpec &spec)
{
    const std::pair<QLatin1String, double> limits[]{{"rpm"_L1, spec.requestsPerMinute},
                                                    {"tpm"_L1, spec.tokensPerMinute},
                                                    {"inputTpm"_L1, spec.inputTokensPerMinute},
                                                    {"outputTpm"_L1, spec.outputTokensPerMinute}};
    for (const auto &[key, perMinute] : limits) {
        if (perMinute > 0) {
            out.number(key, perMinute);
        }
    }
}

void writeMesh(YamlWriter &out, const PolicyMesh &mesh)
{
    out.openMap("mesh"_L1);
    out.text("host"_L1, mesh.host);
    writeCount(out, "maxConnections"_L1, mesh.maxConnections);
    writeCount(out, "maxPendingRequests"_L1, mesh.maxPendingRequests);
    writeCount(out, "maxRequests"_L1, mesh.maxRequests);
    writeCount(out, "maxRetries"_L1, mesh.maxRetries);
    writeCount(out, "consecutive5xxErrors"_L1, mesh.consecutive5xxErrors);
    writeDuration(out, "interval"_L1, mesh.interval);
    writeDuration(out, "baseEjectionTime"_L1, mesh.baseEjectionTime);
    writeCount(out, "maxEjectionPercent"_L1, mesh.maxEjectionPercent);
    out.close();
}

void writeBreaker(YamlWriter &out, const PolicyBreaker &breaker)
{
    const BreakerSpec defaults;
    const BreakerSpec &spec = breaker.spec;
    const auto unlessDefault = [&](QLatin1String key, double value, double usual) {
        if (value != usual) {
            out.number(key, value);
        }
    };
    out.openItem();
    out.text("tool"_L1, spec.name);
    unlessDefault("failureRateThreshold"_L1, spec.failureRateThreshold,
                  defaults.failureRateThreshold);
    unlessDefault("slowCallRateThreshold"_L1, spec.slowRateThreshold, defaults.slowRateThreshold);
    if (spec.slowCallSeconds != defaults.slowCallSeconds) {
        writeDuration(out, "slowCallDuration"_L1, ofSeconds(spec.slowCallSeconds));
    }
    if (spec.waitInOpenSeconds != defaults.waitInOpenSeconds) {
        writeDuration(out, "waitInOpen"_L1, ofSeconds(spec.waitInOpenSeconds));
    }
    unlessDefault("minimumCalls"_L1, spec.minimumCalls, defaults.minimumCalls);
    if (spec.window != defaults.window) {
        out.text("slidingWindow"_L1,
                 policynames::breakerWindows[static_cast<std::size_t>(spec.window)]);
    }
    unlessDefault("slidingWindowSize"_L1, spec.windowSize, defaults.windowSize);
    unlessDefault("permittedInHalfOpen"_L1, spec.permittedInHalfOpen, defaults.permittedInHalfOpen);
    writeTrue(out, "automaticHalfOpen"_L1, spec.automaticHalfOpen);
    if (breaker.mesh) {
        writeMesh(out, *breaker.mesh);
    }
    out.close();
}

void writeCost(YamlWriter &out, const PolicyCost &cost)
{
    if (cost == PolicyCost{}) {
        return;
    }
    out.openMap("cost"_L1);
    writeTexts(out, "tags"_L1, cost.tags);
    writeTrue(out, "labelPods"_L1, cost.labelPods);
    writeNumber(out, "perReplicaHour"_L1, cost.perReplicaHour);
    out.close();
}

} // namespace

void writeQuota(YamlWriter &out, const PolicyQuota &quota)
{
    const QuotaSpec defaults;
    const QuotaSpec &spec = quota.spec;
    out.openMap("quota"_L1);
    out.text("model"_L1, spec.model);
    writeQuotaLimits(out, spec);
    out.text("counting"_L1, policynames::countings[static_cast<std::size_t>(spec.counting)]);
    if (spec.window != defaults.window) {
        out.text("window"_L1, policynames::quotaWindows[static_cast<std::size_t>(spec.window)]);
    }
    const std::pair<QLatin1String, bool> counted[]{{"countInput"_L1, spec.countsInput},
                                                   {"countOutput"_L1, spec.countsOutput},
                                                   {"countCached"_L1, spec.countsCached}};
    for (const auto &[key, counts] : counted) {
        if (!counts) {
            out.boolean(key, false);
        }
    }
    if (spec.burstSeconds != defaults.burstSeconds) {
        writeDuration(out, "burst"_L1, ofSeconds(spec.burstSeconds));
    }
    if (spec.sliceSeconds != defaults.sliceSeconds) {
        writeDuration(out, "slice"_L1, ofSeconds(spec.sliceSeconds));
    }
    out.integer("concurrencyPerReplica"_L1, quota.concurrencyPerReplica);
    if (quota.tokensPerRequest) {
        out.openMap("tokensPerRequest"_L1);
        out.number("input"_L1, quota.tokensPerRequest->input);
        out.number("cached"_L1, quota.tokensPerRequest->cached);
        out.number("output"_L1, quota.tokensPerRequest->output);
        out.number("maxOutput"_L1, quota.tokensPerRequest->maxOutput);
        out.close();
    }
    writeDuration(out, "latency"_L1, quota.latency);
    out.close();
}

void writeComponent(YamlWriter &out, const PolicyComponent &component)
{
    out.openItem();
    out.text("name"_L1, component.name);
    writeScaling(out, component);
    writeSchedule(out, component);
    if (component.quota) {
        writeQuota(out, *component.quota);
    }
    if (component.degrade) {
        out.openMap("degrade"_L1);
        writeDuration(out, "after"_L1, component.degrade->after);
        out.text("to"_L1,
                 policynames::degradations[static_cast<std::size_t>(component.degrade->to)]);
        out.close();
    }
    if (!component.breakers.empty()) {
        out.openList("breakers"_L1);
        for (const PolicyBreaker &breaker : component.breakers) {
            writeBreaker(out, breaker);
        }
        out.close();
    }
    writeCost(out, component.cost);
    out.close();
}

} // namespace spillway::policywriter
