// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace spillway {

/// One thing that may be changed: a bound, a target, a stabilisation window, an edge of a window.
struct OptimiserAxis
{
    QString id;                 ///< stable, such as "rag-worker.max"
    QString label;              ///< translated, such as "maximum of rag-worker"
    std::vector<double> values; ///< ascending, in the unit of the thing
};

/// What a candidate leads to on the replayed traffic.
struct PolicyOutcome
{
    double cost = 0;              ///< in the currency of the caller
    double p95Seconds = 0;        ///< latency
    double share429 = 0;          ///< 0..1 of the requests
    double backlogAgeSeconds = 0; ///< oldest message at worst
    friend bool operator==(const PolicyOutcome &, const PolicyOutcome &) = default;
};

/// What has to hold. Limits are inclusive; one that is absent is not looked at.
struct PolicySlo
{
    std::optional<double> p95Seconds;
    std::optional<double> share429;
    std::optional<double> backlogAgeSeconds;
};

/// The parts of an SLO.
enum class SloTerm { P95, Share429, BacklogAge };

struct OptimiserProgress
{
    int evaluated = 0;              ///< never goes down
    int planned = 0;                ///< the most that will be evaluated
    std::optional<double> bestCost; ///< of the cheapest that holds so far
};

struct OptimiserProblem
{
    using Values = std::vector<double>; ///< one an axis
    /// Called from several threads at once; equal values must give equal outcomes. Should look at
    /// the token if it runs long. An error leaves the candidate out.
    using Evaluate = std::function<Result<PolicyOutcome>(const Values &, const std::stop_token &)>;

    std::vector<OptimiserAxis> axes;
    std::function<bool(const Values &)> allowed; ///< none: all are (use it for min <= max)
    Evaluate evaluate;
    PolicySlo slo;
    std::optional<Values> today; ///< evaluated first, exactly; may lie between the axes' values
};

struct OptimiserOptions
{
    int budget = 400;       ///< evaluations at most
    std::uint64_t seed = 1; ///< equal seeds give equal results
    int threads = 0;        ///< 0: all cores; has no influence on the result
    std::stop_token stop;
    /// Called one at a time, from worker threads.
    std::function<void(const OptimiserProgress &)> progress;
};

struct EvaluatedPolicy
{
    OptimiserProblem::Values values;
    PolicyOutcome outcome;
    bool holds = false;   ///< the SLO
    double violation = 0; ///< 0 if it holds; else the sum of the parts by which limits are exceeded
    friend bool operator==(const EvaluatedPolicy &, const EvaluatedPolicy &) = default;
};

/// The policies worth a look, and why (explainFront() of optimiserexplain.h).
struct OptimiserResult
{
    /// Sorted by cost; no point is dominated by an evaluated one.
    std::vector<EvaluatedPolicy> front;
    std::optional<std::size_t> best;        ///< in front: the cheapest that holds
    std::optional<std::size_t> nearestMiss; ///< in front, if nothing holds: the least violation
    std::optional<EvaluatedPolicy> today;
    std::vector<EvaluatedPolicy>
        evaluated;               ///< all, by values; for the explanation and scatter plot
    std::vector<Error> failures; ///< of the first candidates that could not be evaluated
    int failed = 0;
    bool exhaustive = false; ///< every allowed candidate was evaluated
    bool cancelled = false;  ///< what was found until then is in front
};

/// Searches the grid of the axes: all of it if the budget suffices, else a seeded sample refined
/// around the front. Blocks the calling thread (run it on a pool). InvalidInput: no axes, empty or
/// unsorted ones, no evaluation, no budget, no allowed candidate.
[[nodiscard]] Result<OptimiserResult> optimise(const OptimiserProblem &problem,
                                               const OptimiserOptions &options);

/// a is at least as good as b in cost, p95, 429 share and violation of the SLO, and better in one
/// of them. So a policy that breaks the SLO never dominates one that holds it.
[[nodiscard]] bool dominates(const EvaluatedPolicy &a, const EvaluatedPolicy &b);

/// Those that are not dominated, sorted by cost; of equal outcomes the first in order of values.
[[nodiscard]] std::vector<EvaluatedPolicy> paretoFront(std::vector<EvaluatedPolicy> policies);

/// By how much a limit is exceeded, as a share of the limit (of 1 if the limit is 0); 0 if not.
[[nodiscard]] double sloViolation(const PolicyOutcome &outcome, const PolicySlo &slo);

} // namespace spillway
