// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/leadtimes.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

QJsonValue rowsOf(const QJsonObject &configMap, const QString &component)
{
    return configMap["data"_L1][QString{u"timeline."_s + component}];
}

QJsonObject timelineOf(const Compiled &compiled, const Policy &policy)
{
    const auto found = std::find_if(
        compiled.manifests.begin(), compiled.manifests.end(), [&policy](const Manifest &one) {
            return one.kind() == "ConfigMap"_L1 && one.name() == scheduleName(policy);
        });
    return found == compiled.manifests.end() ? QJsonObject{} : found->object;
}

/// Rounded as it counts.
std::chrono::seconds leadTimeOf(const Policy &policy, const PolicyComponent &component,
                                std::chrono::seconds measured)
{
    PolicyContext context;
    context.measuredLeadTimes.insert(component.name, measured);
    return scheduleOf(policy, component, context).leadTime;
}

} // namespace

CompiledPlan compileForPlan(const PlanInput &input, CompileOptions options,
                            const QJsonObject &timeline)
{
    const Policy &policy = input.reading.policy;
    const QMap<QString, std::chrono::seconds> &measured = input.context.measuredLeadTimes;
    const QMap<QString, std::chrono::seconds> kept = timelineLeadTimesOf(timeline);
    CompiledPlan plan{.leadTimes = measured};
    plan.leadTimes.insert(kept);
    plan.leadTimes.insert(input.leadTimes);
    options.context.measuredLeadTimes = plan.leadTimes;
    plan.compiled = compilePolicy(policy, options);
    const QJsonObject wanted = timelineOf(plan.compiled, policy);
    for (const PolicyComponent &component : policy.components) {
        const QString &name = component.name;
        if (!component.coldStart.leadTimeMeasured || input.leadTimes.contains(name) ||
            !kept.contains(name) || !measured.contains(name)) {
            continue;
        }
        const std::chrono::seconds now = leadTimeOf(policy, component, measured.value(name));
        if (rowsOf(wanted, name) != rowsOf(timeline, name)) {
            plan.leadTimes.insert(name, measured.value(name));
        } else if (now != kept.value(name)) {
            plan.kept.push_back({name, kept.value(name), now});
        }
    }
    if (plan.leadTimes != options.context.measuredLeadTimes) {
        options.context.measuredLeadTimes = plan.leadTimes;
        plan.compiled = compilePolicy(policy, options);
    }
    return plan;
}

} // namespace spillway
