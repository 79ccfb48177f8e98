// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/compiler.h"

#include "policy/compilerparts.h"

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Engine = PolicyComponent::Engine;

TimeRange timelineSpan(const CompileOptions &options)
{
    constexpr EpochMs hour = 3600 * 1000;
    const EpochMs length = std::chrono::milliseconds(timelineHorizon).count();
    // From an hour ago, so that a clock that is behind finds a row too.
    EpochMs start = (options.now / hour - 1) * hour;
    const EpochMs kept = options.timelineStart.value_or(0);
    if (kept <= options.now && options.now - kept < length / 2) {
        start = kept;
    }
    return {start, start + length};
}

void append(std::vector<Manifest> &manifests, std::vector<Manifest> more)
{
    manifests.insert(manifests.end(), std::make_move_iterator(more.begin()),
                     std::make_move_iterator(more.end()));
}

} // namespace

QString componentPath(std::size_t component)
{
    return u"spec.components[%1]"_s.arg(component);
}

Compiled compilePolicy(const Policy &policy, const CompileOptions &options)
{
    Compiled compiled;
    std::vector<CompiledTimeline> timelines;
    for (std::size_t i = 0; i < policy.components.size(); ++i) {
        const PolicyComponent &component = policy.components[i];
        if (component.engine == Engine::None) {
            continue;
        }
        Schedule schedule = scheduleOf(policy, component, options.context);
        schedule.basePosition.path = componentPath(i) + u".replicas"_s;
        const Timeline timeline = resolveSchedule(schedule, timelineSpan(options));
        compiled.problems.insert(compiled.problems.end(), timeline.problems.begin(),
                                 timeline.problems.end());
        const TimelineRow *const row = rowAt(timeline.rows, options.now);
        if (row == nullptr) {
            continue;
        }
        const bool attached = options.attached.contains(component.name);
        compiled.manifests.push_back(
            scalerManifest(policy, i, options, attached ? std::nullopt : std::optional{*row}));
        if (component.isScheduled()) {
            timelines.push_back({i, timeline.rows, schedule.leadTime});
        }
    }
    append(compiled.manifests, scheduleManifests(policy, timelines));
    if (std::optional<Manifest> settings = settingsManifest(policy)) {
        compiled.manifests.push_back(*std::move(settings));
    }
    if (options.istio) {
        append(compiled.manifests, meshManifests(policy));
    }
    if (std::optional<Manifest> alerts = alertsManifest(policy);
        alerts && options.prometheusOperator) {
        compiled.manifests.push_back(*std::move(alerts));
    }
    append(compiled.manifests, podLabelManifests(policy));
    return compiled;
}

} // namespace spillway
