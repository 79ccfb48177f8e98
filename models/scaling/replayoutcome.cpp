// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replayoutcome.h"

#include "scaling/replaysummary.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReplayOutcome)
};

/// With more than this share lost, the 95th of a hundred requests is one that got no answer.
constexpr double lostInTail = 0.05;

Error invalid(const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("The policy cannot be replayed"),
                 .why = why};
}

PolicyOutcome &addComponent(PolicyOutcome &outcome, const ReplayPolicy &policy, std::size_t index,
                            const ReplaySummary &summary, double waitSeconds)
{
    const PipelineComponent &component = policy.pipeline.components[index];
    if (index < policy.prices.size()) {
        outcome.cost += summary.replicaHours * policy.prices[index].perReplicaHour +
                        summary.served * policy.prices[index].perServedRequest;
    }
    if (!policy.latencyOf || *policy.latencyOf == index) {
        // Who got no answer waited in vain: losing requests must not look fast.
        const double floor = summary.lostShare > lostInTail ? component.timeoutSeconds : 0;
        outcome.p95Seconds = std::max({outcome.p95Seconds, summary.p95, floor});
    }
    outcome.share429 = std::max(outcome.share429, summary.rejectedShare);
    outcome.backlogAgeSeconds = std::max(outcome.backlogAgeSeconds, waitSeconds);
    return outcome;
}

} // namespace

Result<PolicyOutcome> outcomeOf(const ReplayPolicy &policy, const ReplayResult &result)
{
    const std::vector<ReplaySummary> summaries = summarize(result);
    PolicyOutcome outcome;
    bool known = false;
    for (std::size_t i = 0; i < summaries.size(); ++i) {
        known = known || summaries[i].knownShare > 0;
        addComponent(outcome, policy, i, summaries[i],
                     oldestWaitSeconds(result.components[i], result.grid));
    }
    if (!known) {
        return invalid(Text::tr("no traffic is known in that time"));
    }
    return outcome;
}

double oldestWaitSeconds(const ReplayColumns &columns, const TimeGrid &grid)
{
    // What waits at the end of a step arrived last; walk back to where its oldest came in.
    double worst = 0;
    std::size_t oldest = 0;
    double arrivedSince = 0; // from step `oldest` to now
    const double step = grid.seconds();
    for (std::size_t i = 0; i < columns.offered.size(); ++i) {
        const auto offered = static_cast<double>(columns.offered[i]);
        const auto backlog = static_cast<double>(columns.backlog[i]);
        if (!std::isfinite(offered) || !std::isfinite(backlog)) {
            oldest = i + 1;
            arrivedSince = 0;
            continue;
        }
        arrivedSince += offered * step;
        while (oldest < i) {
            const double first = static_cast<double>(columns.offered[oldest]) * step;
            if (arrivedSince - first < backlog) {
                break;
            }
            arrivedSince -= first;
            ++oldest;
        }
        if (backlog >= 1) {
            worst = std::max(worst, static_cast<double>(i - oldest + 1) * step);
        }
    }
    return worst;
}

OptimiserProblem replayProblem(const ReplayPolicy &policy, const std::vector<ReplayKnob> &knobs,
                               std::vector<OptimiserAxis> axes, const PolicySlo &slo)
{
    const auto base = std::make_shared<const ReplayPolicy>(policy);
    OptimiserProblem problem;
    problem.axes = std::move(axes);
    problem.slo = slo;
    problem.today = knobValues(policy, knobs);
    problem.allowed = [base, knobs](const OptimiserProblem::Values &values) {
        return areBoundsInOrder(*base, knobs, values);
    };
    problem.evaluate = [base, knobs](const OptimiserProblem::Values &values,
                                     const std::stop_token &stop) -> Result<PolicyOutcome> {
        Result<ReplayPolicy> candidate = withKnobs(*base, knobs, values);
        if (!candidate) {
            return candidate.error();
        }
        std::atomic<bool> cancel{false};
        const std::stop_callback onStop(stop, [&cancel] { cancel = true; });
        const Result<ReplayResult> result = replay(candidate->pipeline, &cancel);
        if (!result) {
            return result.error();
        }
        if (result->cancelled) {
            return Error{.code = ErrorCode::Cancelled,
                         .what = Text::tr("The replay was cancelled")};
        }
        return outcomeOf(*candidate, *result);
    };
    return problem;
}

} // namespace spillway
