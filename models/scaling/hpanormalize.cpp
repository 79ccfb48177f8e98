// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpanormalize.h"

#include "scaling/wraparound.h"

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

enum class Direction { Up, Down };

std::int32_t changeSince(const std::vector<HpaScaleEvent> &events, std::int64_t cutoff)
{
    std::int32_t sum = 0;
    for (const HpaScaleEvent &event : events) {
        if (event.time > cutoff) {
            sum = wrap::add32(sum, event.change);
        }
    }
    return sum;
}

/// How far one policy lets the count go.
std::int32_t policyLimit(const HpaPolicy &policy, Direction direction, std::int32_t current,
                         const HpaMemory &memory, std::int64_t now)
{
    const std::int64_t cutoff = now - policy.periodSeconds;
    const std::int32_t added = changeSince(memory.ups, cutoff);
    const std::int32_t removed = changeSince(memory.downs, cutoff);
    const std::int32_t start = wrap::add32(wrap::subtract32(current, added), removed);
    const double share = static_cast<double>(policy.value) / 100;
    if (direction == Direction::Up) {
        return policy.type == HpaPolicy::Type::Pods
                   ? wrap::add32(start, policy.value)
                   : wrap::toInt32(std::ceil(static_cast<double>(start) * (1 + share)));
    }
    return policy.type == HpaPolicy::Type::Pods
               ? wrap::subtract32(start, policy.value)
               : wrap::toInt32(static_cast<double>(start) * (1 - share));
}

struct RateLimit
{
    std::int32_t replicas = 0;
    int policy = -1;
};

RateLimit rateLimit(const HpaRules &rules, Direction direction, std::int32_t current,
                    const HpaMemory &memory, std::int64_t now)
{
    if (rules.select == HpaRules::Select::Disabled || rules.policies.empty()) {
        return {current, -1};
    }
    // The greatest change is the greatest count on the way up and the smallest on the way down.
    const bool takeGreatest =
        (direction == Direction::Up) == (rules.select == HpaRules::Select::Max);
    RateLimit best;
    for (std::size_t i = 0; i < rules.policies.size(); ++i) {
        const std::int32_t limit = policyLimit(rules.policies[i], direction, current, memory, now);
        if (best.policy < 0 || (takeGreatest ? limit > best.replicas : limit < best.replicas)) {
            best = {limit, static_cast<int>(i)};
        }
    }
    return best;
}

void limitUp(HpaDecision &decision, const HpaMemory &memory, std::int64_t now,
             const HpaRules &rules)
{
    const RateLimit rate = rateLimit(rules, Direction::Up, decision.current, memory, now);
    const std::int32_t limit = std::max(rate.replicas, decision.current);
    const bool rateBinds = decision.maxReplicas > limit;
    const std::int32_t top = rateBinds ? limit : decision.maxReplicas;
    decision.rateLimit = limit;
    if (decision.stabilized > top) {
        decision.desired = top;
        decision.limitingPolicy = rateBinds ? rate.policy : -1;
        decision.scalingLimited = rateBinds ? "ScaleUpLimit"_L1 : "TooManyReplicas"_L1;
    }
}

void limitDown(HpaDecision &decision, const HpaMemory &memory, std::int64_t now,
               const HpaRules &rules)
{
    const RateLimit rate = rateLimit(rules, Direction::Down, decision.current, memory, now);
    const std::int32_t limit = std::min(rate.replicas, decision.current);
    const bool rateBinds = decision.minReplicas < limit;
    const std::int32_t floor = rateBinds ? limit : decision.minReplicas;
    decision.rateLimit = limit;
    if (decision.stabilized < floor) {
        decision.desired = floor;
        decision.limitingPolicy = rateBinds ? rate.policy : -1;
        decision.scalingLimited = rateBinds ? "ScaleDownLimit"_L1 : "TooFewReplicas"_L1;
    }
}

/// The recommendation furthest in one direction among those of the window; of equals the oldest.
/// They are in time order, so the window is the tail.
template<typename InWindow, typename Beyond>
HpaRecommendation furthest(const HpaMemory &memory, HpaRecommendation start, InWindow inWindow,
                           Beyond beyond)
{
    auto first = memory.recommendations.end();
    while (first != memory.recommendations.begin() && inWindow(std::prev(first)->time)) {
        --first;
    }
    HpaRecommendation found = start;
    for (; first != memory.recommendations.end(); ++first) {
        if (beyond(first->replicas, found.replicas)) {
            found = *first;
        }
    }
    return found;
}

} // namespace

void HpaMemory::forgetBefore(std::int64_t time)
{
    // Erasing from the front moves the rest: do it rarely.
    constexpr std::size_t often = 256;
    if (recommendations.size() <= often || recommendations[often].time >= time) {
        return;
    }
    const auto reachable =
        std::find_if(recommendations.begin() + std::ptrdiff_t{often}, recommendations.end(),
                     [time](const HpaRecommendation &old) { return old.time >= time; });
    recommendations.erase(recommendations.begin(), reachable);
}

void HpaMemory::store(std::vector<HpaScaleEvent> &events, std::int64_t now, std::int32_t change,
                      std::int32_t longestPeriod)
{
    HpaScaleEvent *replaced = nullptr;
    for (HpaScaleEvent &event : events) {
        event.outdated = event.outdated || event.time < now - longestPeriod;
        replaced = event.outdated ? &event : replaced;
    }
    if (replaced != nullptr) {
        *replaced = {now, change, false};
    } else {
        events.push_back({now, change, false});
    }
}

void normalizeLegacy(HpaDecision &decision, HpaMemory &memory, std::int64_t now,
                     const HpaController &controller)
{
    const std::int64_t cutoff = now - controller.downscaleStabilizationSeconds;
    const HpaRecommendation wanted{now, decision.wanted};
    const HpaRecommendation stable = furthest(
        memory, wanted, [cutoff](std::int64_t time) { return time >= cutoff; },
        [](std::int32_t a, std::int32_t b) { return a > b; });
    memory.recommendations.push_back(wanted);
    memory.forgetBefore(now -
                        std::max<std::int64_t>(3600, controller.downscaleStabilizationSeconds));
    decision.stabilized = stable.replicas;
    if (stable.replicas != decision.wanted) {
        decision.stabilizedBySeconds = stable.time;
    }
    decision.ableToScale =
        stable.replicas == decision.wanted ? "ReadyForNewScale"_L1 : "ScaleDownStabilized"_L1;

    const std::int32_t limit =
        wrap::toInt32(std::max(2.0 * static_cast<double>(decision.current), 4.0));
    const bool rateBinds = decision.maxReplicas > limit;
    const std::int32_t top = rateBinds ? limit : decision.maxReplicas;
    decision.rateLimit = limit;
    if (decision.stabilized < decision.minReplicas) {
        decision.desired = decision.minReplicas;
        decision.scalingLimited = "TooFewReplicas"_L1;
    } else if (decision.stabilized > top) {
        decision.desired = top;
        decision.scalingLimited = rateBinds ? "ScaleUpLimit"_L1 : "TooManyReplicas"_L1;
    } else {
        decision.desired = decision.stabilized;
        decision.scalingLimited = "DesiredWithinRange"_L1;
    }
}

void normalizeWithBehavior(HpaDecision &decision, HpaMemory &memory, std::int64_t now,
                           const HpaBehavior &behavior)
{
    const HpaRecommendation wanted{now, decision.wanted};
    const auto youngerThan = [now](std::int32_t window) {
        return [now, window](std::int64_t time) { return time > now - window; };
    };
    const HpaRecommendation up =
        furthest(memory, wanted, youngerThan(behavior.scaleUp.stabilizationWindowSeconds),
                 [](std::int32_t a, std::int32_t b) { return a < b; });
    const HpaRecommendation down =
        furthest(memory, wanted, youngerThan(behavior.scaleDown.stabilizationWindowSeconds),
                 [](std::int32_t a, std::int32_t b) { return a > b; });
    decision.stabilized = decision.current;
    if (decision.stabilized < up.replicas) {
        decision.stabilized = up.replicas;
    }
    if (decision.stabilized > down.replicas) {
        decision.stabilized = down.replicas;
    }
    memory.recommendations.push_back(wanted);
    // The window of an absent field is the controller's, which may be longer than the API's hour.
    memory.forgetBefore(now - std::max(behavior.scaleUp.stabilizationWindowSeconds,
                                       behavior.scaleDown.stabilizationWindowSeconds));
    if (decision.stabilized == decision.wanted) {
        decision.ableToScale = "ReadyForNewScale"_L1;
    } else {
        const bool holdsUp = decision.wanted >= decision.current;
        decision.ableToScale = holdsUp ? "ScaleUpStabilized"_L1 : "ScaleDownStabilized"_L1;
        decision.stabilizedBySeconds = holdsUp ? up.time : down.time;
    }

    decision.desired = decision.stabilized;
    decision.scalingLimited = "DesiredWithinRange"_L1;
    if (decision.stabilized > decision.current) {
        limitUp(decision, memory, now, behavior.scaleUp);
    } else if (decision.stabilized < decision.current) {
        limitDown(decision, memory, now, behavior.scaleDown);
    }
}

} // namespace spillway
