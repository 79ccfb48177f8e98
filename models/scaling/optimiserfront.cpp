// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/optimiser.h"

#include <algorithm>
#include <tuple>

namespace spillway {

namespace {

double excess(double value, const std::optional<double> &limit)
{
    if (!limit || value <= *limit) {
        return 0;
    }
    return (value - *limit) / (*limit > 0 ? *limit : 1);
}

auto order(const EvaluatedPolicy &one)
{
    return std::tie(one.outcome.cost, one.outcome.p95Seconds, one.outcome.share429, one.violation,
                    one.values);
}

} // namespace

double sloViolation(const PolicyOutcome &outcome, const PolicySlo &slo)
{
    return excess(outcome.p95Seconds, slo.p95Seconds) + excess(outcome.share429, slo.share429) +
           excess(outcome.backlogAgeSeconds, slo.backlogAgeSeconds);
}

bool dominates(const EvaluatedPolicy &a, const EvaluatedPolicy &b)
{
    const bool noWorse = a.outcome.cost <= b.outcome.cost &&
                         a.outcome.p95Seconds <= b.outcome.p95Seconds &&
                         a.outcome.share429 <= b.outcome.share429 && a.violation <= b.violation;
    const bool better = a.outcome.cost < b.outcome.cost ||
                        a.outcome.p95Seconds < b.outcome.p95Seconds ||
                        a.outcome.share429 < b.outcome.share429 || a.violation < b.violation;
    return noWorse && better;
}

std::vector<EvaluatedPolicy> paretoFront(std::vector<EvaluatedPolicy> policies)
{
    // In this order a later one never dominates an earlier one.
    std::sort(
        policies.begin(), policies.end(),
        [](const EvaluatedPolicy &a, const EvaluatedPolicy &b) { return order(a) < order(b); });
    std::vector<EvaluatedPolicy> front;
    for (EvaluatedPolicy &policy : policies) {
        const bool covered =
            std::any_of(front.begin(), front.end(), [&](const EvaluatedPolicy &kept) {
                return dominates(kept, policy) ||
                       (kept.violation == policy.violation &&
                        kept.outcome.cost == policy.outcome.cost &&
                        kept.outcome.p95Seconds == policy.outcome.p95Seconds &&
                        kept.outcome.share429 == policy.outcome.share429);
            });
        if (!covered) {
            front.push_back(std::move(policy));
        }
    }
    return front;
}

} // namespace spillway
