// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replayoutcome.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReplayOutcome)
};

using What = ReplayKnob::What;
using Engine = ComponentScaling::Engine;

Error invalid(const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("The policy cannot be changed"),
                 .why = why};
}

/// Reads a number of the policy, and writes it first if there is a value for it.
template<typename T>
double touch(T &number, const double *value)
{
    if (value != nullptr) {
        number = static_cast<T>(std::llround(*value));
    }
    return static_cast<double>(number);
}

template<typename Rep, typename Period>
double touch(std::chrono::duration<Rep, Period> &duration, const double *value)
{
    if (value != nullptr) {
        duration = std::chrono::duration<Rep, Period>(std::llround(*value));
    }
    return static_cast<double>(duration.count());
}

template<typename T>
std::optional<double> touch(std::optional<T> &number, const double *value)
{
    if (!number) {
        return std::nullopt;
    }
    return touch(*number, value);
}

double touchMilli(std::int64_t &milli, const double *value)
{
    if (value != nullptr) {
        milli = std::llround(*value * 1000);
    }
    return static_cast<double>(milli) / 1000;
}

std::optional<double> touchTarget(HpaMetric &metric, const double *value)
{
    switch (metric.targetType) {
    case HpaMetric::TargetType::Utilization:
        return touch(metric.averageUtilization, value);
    case HpaMetric::TargetType::AverageValue:
        return metric.averageValue ? std::optional(touchMilli(*metric.averageValue, value))
                                   : std::nullopt;
    case HpaMetric::TargetType::Value:
        return metric.value ? std::optional(touchMilli(*metric.value, value)) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<double> touchTarget(ComponentScaling &scaling, std::size_t index, const double *value)
{
    if (scaling.engine == Engine::Hpa && index < scaling.hpa.metrics.size()) {
        return touchTarget(scaling.hpa.metrics[index], value);
    }
    if (scaling.engine == Engine::Keda && index < scaling.keda.triggers.size()) {
        KedaTrigger &trigger = scaling.keda.triggers[index];
        return trigger.resource ? touchTarget(*trigger.resource, value)
                                : touchMilli(trigger.targetMilli, value);
    }
    return std::nullopt;
}

std::optional<double> touchBound(ComponentScaling &scaling, Schedule *schedule, bool isMin,
                                 const double *value)
{
    if (schedule != nullptr) {
        touch(isMin ? schedule->baseFloor : schedule->baseCap, value);
    }
    switch (scaling.engine) {
    case Engine::Hpa:
        return touch(isMin ? scaling.hpa.minReplicas : scaling.hpa.maxReplicas, value);
    case Engine::Keda:
        return touch(isMin ? scaling.keda.minReplicas : scaling.keda.maxReplicas, value);
    case Engine::Fixed:
        return touch(scaling.initialReplicas, value);
    }
    return std::nullopt;
}

std::optional<double> touchStabilization(ComponentScaling &scaling, bool up, const double *value)
{
    std::optional<HpaBehavior> &behavior =
        scaling.engine == Engine::Keda ? scaling.keda.behavior : scaling.hpa.behavior;
    if (scaling.engine == Engine::Fixed) {
        return std::nullopt;
    }
    if (!behavior) {
        behavior = HpaBehavior{defaultScaleUpRules(), defaultScaleDownRules(scaling.controller)};
    }
    HpaRules &rules = up ? behavior->scaleUp : behavior->scaleDown;
    return touch(rules.stabilizationWindowSeconds, value);
}

std::optional<double> touchWindow(Schedule *schedule, const ReplayKnob &knob, const double *value)
{
    if (schedule == nullptr) {
        return std::nullopt;
    }
    if (knob.what == What::LeadTime) {
        return touch(schedule->leadTime, value);
    }
    if (knob.index >= schedule->windows.size()) {
        return std::nullopt;
    }
    ScheduleWindow &window = schedule->windows[knob.index];
    switch (knob.what) {
    case What::WindowFloor:
        return touch(window.bounds.floor, value);
    case What::WindowCap:
        return touch(window.bounds.cap, value);
    case What::WindowFrom:
        return touch(window.from, value);
    case What::WindowTo:
        return touch(window.to, value);
    default:
        return std::nullopt;
    }
}

std::optional<double> touchKnob(ReplayPolicy &policy, const ReplayKnob &knob, const double *value)
{
    if (knob.component >= policy.pipeline.components.size()) {
        return std::nullopt;
    }
    ComponentScaling &scaling = policy.pipeline.components[knob.component].scaling;
    Schedule *schedule = nullptr;
    if (knob.component < policy.schedules.size() && policy.schedules[knob.component]) {
        schedule = &*policy.schedules[knob.component];
    }
    switch (knob.what) {
    case What::Min:
    case What::Max:
        return touchBound(scaling, schedule, knob.what == What::Min, value);
    case What::Target:
        return touchTarget(scaling, knob.index, value);
    case What::ScaleUpWindow:
    case What::ScaleDownWindow:
        return touchStabilization(scaling, knob.what == What::ScaleUpWindow, value);
    case What::WindowFloor:
    case What::WindowCap:
    case What::WindowFrom:
    case What::WindowTo:
    case What::LeadTime:
        return touchWindow(schedule, knob, value);
    }
    return std::nullopt;
}

/// Anew, as the windows may have changed.
std::optional<Error> resolveBounds(ReplayPolicy &policy)
{
    const TimeGrid &grid = policy.pipeline.grid;
    const TimeRange span{grid.from, grid.time(grid.count)};
    const std::size_t count = std::min(policy.schedules.size(), policy.pipeline.components.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (!policy.schedules[i]) {
            continue;
        }
        Timeline timeline = resolveSchedule(*policy.schedules[i], span);
        if (!timeline.problems.empty()) {
            return timeline.problems.front();
        }
        policy.pipeline.components[i].scaling.bounds = std::move(timeline.rows);
    }
    return std::nullopt;
}

} // namespace

Result<ReplayPolicy> withKnobs(const ReplayPolicy &policy, const std::vector<ReplayKnob> &knobs,
                               const OptimiserProblem::Values &values)
{
    if (knobs.size() != values.size()) {
        return invalid(Text::tr("there are not as many values as things to change"));
    }
    ReplayPolicy changed = policy;
    for (std::size_t i = 0; i < knobs.size(); ++i) {
        constexpr double largest = 1e9;
        if (!(values[i] >= 0 && values[i] <= largest)) {
            return invalid(Text::tr("%1 is not a value for it").arg(values[i]));
        }
        if (!touchKnob(changed, knobs[i], &values[i])) {
            return invalid(Text::tr("it has no part number %1 of that kind").arg(i + 1));
        }
    }
    if (std::optional<Error> error = resolveBounds(changed)) {
        return *error;
    }
    return changed;
}

bool areBoundsInOrder(const ReplayPolicy &policy, const std::vector<ReplayKnob> &knobs,
                      const OptimiserProblem::Values &values)
{
    const std::vector<PipelineComponent> &components = policy.pipeline.components;
    std::vector<std::pair<double, double>> bounds;
    for (const PipelineComponent &component : components) {
        const ComponentScaling &scaling = component.scaling;
        bounds.emplace_back(scaling.engine == Engine::Hpa    ? scaling.hpa.minReplicas
                            : scaling.engine == Engine::Keda ? scaling.keda.minReplicas
                                                             : 0,
                            scaling.engine == Engine::Hpa    ? scaling.hpa.maxReplicas
                            : scaling.engine == Engine::Keda ? scaling.keda.maxReplicas
                                                             : 1e9);
    }
    for (std::size_t i = 0; i < std::min(knobs.size(), values.size()); ++i) {
        const ReplayKnob &knob = knobs[i];
        if (knob.component >= bounds.size() ||
            components[knob.component].scaling.engine == Engine::Fixed) {
            continue;
        }
        if (knob.what == What::Min) {
            bounds[knob.component].first = values[i];
        } else if (knob.what == What::Max) {
            bounds[knob.component].second = values[i];
        }
    }
    return std::all_of(bounds.begin(), bounds.end(),
                       [](const auto &one) { return one.first <= one.second; });
}

std::optional<OptimiserProblem::Values> knobValues(const ReplayPolicy &policy,
                                                   const std::vector<ReplayKnob> &knobs)
{
    ReplayPolicy copy = policy; // reading the stabilization fills in the default behaviour
    OptimiserProblem::Values values;
    for (const ReplayKnob &knob : knobs) {
        const std::optional<double> value = touchKnob(copy, knob, nullptr);
        if (!value) {
            return std::nullopt;
        }
        values.push_back(*value);
    }
    return values;
}

} // namespace spillway
