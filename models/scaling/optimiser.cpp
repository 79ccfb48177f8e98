// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/optimiser.h"

#include "scaling/optimiserbatch.h"
#include "scaling/optimisergrid.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <set>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Optimiser)
};

/// A round is decided without knowing its own outcomes, so its size must not depend on the machine.
constexpr std::size_t roundSize = 24;
/// Rounds that find nothing new are given up after so many draws.
constexpr std::size_t mixtures = 300;
/// Failures are alike: a few tell enough.
constexpr std::size_t keptFailures = 5;
constexpr std::size_t largestBatch = 1024;

Error invalid(const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("Cannot search for a better policy"),
                 .why = why};
}

std::optional<Error> checkAxes(const OptimiserProblem &problem)
{
    if (problem.axes.empty()) {
        return invalid(Text::tr("nothing may be changed"));
    }
    for (const OptimiserAxis &axis : problem.axes) {
        if (axis.values.empty()) {
            return invalid(Text::tr("“%1” has no values to try").arg(axis.label));
        }
        const bool numbers = std::all_of(axis.values.begin(), axis.values.end(),
                                         [](double value) { return std::isfinite(value); });
        const bool ascending = std::adjacent_find(axis.values.begin(), axis.values.end(),
                                                  std::greater_equal<>()) == axis.values.end();
        if (!numbers || !ascending) {
            return invalid(Text::tr("the values of “%1” do not ascend").arg(axis.label));
        }
    }
    return std::nullopt;
}

std::optional<Error> checkProblem(const OptimiserProblem &problem, const OptimiserOptions &options)
{
    if (!problem.evaluate) {
        return invalid(Text::tr("there is no replay to judge policies with"));
    }
    if (options.budget < 1) {
        return invalid(Text::tr("no replay may be run"));
    }
    if (problem.today && problem.today->size() != problem.axes.size()) {
        return invalid(Text::tr("today's policy does not fit what may be changed"));
    }
    return checkAxes(problem);
}

class Search
{
public:
    Search(const OptimiserProblem &problem, const OptimiserOptions &options)
        : m_problem(problem)
        , m_options(options)
        , m_grid(problem, options.seed)
        , m_batch(problem, options)
    {}

    Result<OptimiserResult> run()
    {
        if (m_problem.today) {
            evaluate({*m_problem.today});
            if (!m_evaluated.empty()) {
                m_result.today = m_evaluated.front();
            }
        }
        const std::vector<GridPoint> all = m_grid.all(left() + m_seen.size());
        if (!all.empty()) {
            m_batch.plan(static_cast<int>(
                std::min(all.size() + m_seen.size(), static_cast<std::size_t>(m_options.budget))));
            evaluatePoints(all);
            m_result.exhaustive = !m_options.stop.stop_requested() &&
                                  std::all_of(all.begin(), all.end(), [&](const GridPoint &point) {
                                      return m_seen.contains(m_grid.valuesOf(point));
                                  });
        } else {
            evaluatePoints(m_grid.spread(std::max(1, m_options.budget / 4)));
            while (left() > 0 && !m_options.stop.stop_requested() && refine()) {
            }
        }
        if (m_seen.empty() && !m_options.stop.stop_requested()) {
            return invalid(Text::tr("no combination of the values is allowed"));
        }
        return finish();
    }

private:
    [[nodiscard]] std::size_t left() const
    {
        const auto budget = static_cast<std::size_t>(m_options.budget);
        return budget > m_seen.size() ? budget - m_seen.size() : 0;
    }

    void evaluatePoints(const std::vector<GridPoint> &points)
    {
        std::vector<OptimiserProblem::Values> candidates;
        for (const GridPoint &point : points) {
            candidates.push_back(m_grid.valuesOf(point));
        }
        evaluate(candidates);
    }

    /// Those that are new, as far as the budget goes.
    void evaluate(const std::vector<OptimiserProblem::Values> &candidates)
    {
        std::vector<OptimiserProblem::Values> fresh;
        const auto flush = [&] {
            keep(fresh, m_batch.evaluate(fresh));
            fresh.clear();
        };
        for (const OptimiserProblem::Values &values : candidates) {
            if (m_options.stop.stop_requested()) {
                return;
            }
            if (left() > 0 && m_seen.insert(values).second) {
                fresh.push_back(values);
            }
            if (fresh.size() == largestBatch) {
                flush();
            }
        }
        flush();
    }

    void keep(const std::vector<OptimiserProblem::Values> &candidates,
              std::vector<std::optional<Result<PolicyOutcome>>> results)
    {
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            std::optional<Result<PolicyOutcome>> &result = results[i];
            if (!result || (!result->ok() && result->error().code == ErrorCode::Cancelled)) {
                continue; // left out by the cancellation
            }
            if (!result->ok()) {
                ++m_result.failed;
                if (m_result.failures.size() < keptFailures) {
                    m_result.failures.push_back(result->error());
                }
                continue;
            }
            const double violation = sloViolation(**result, m_problem.slo);
            m_evaluated.push_back({candidates[i], **result, violation <= 0, violation});
        }
    }

    /// The cheapest that holds, or the least violation.
    [[nodiscard]] static std::size_t leaderOf(const std::vector<EvaluatedPolicy> &front)
    {
        const auto leader = std::min_element(
            front.begin(), front.end(), [](const EvaluatedPolicy &a, const EvaluatedPolicy &b) {
                return a.violation < b.violation; // sorted by cost already
            });
        return static_cast<std::size_t>(leader - front.begin());
    }

    /// One round around the front; false if nothing new was found to try.
    bool refine()
    {
        const std::vector<EvaluatedPolicy> front = paretoFront(m_evaluated);
        std::vector<GridPoint> parents;
        for (const EvaluatedPolicy &policy : front) {
            parents.push_back(m_grid.pointOf(policy.values));
        }
        std::vector<GridPoint> round;
        if (!parents.empty()) {
            const GridPoint &leader = parents[leaderOf(front)];
            const std::vector<GridPoint> near = m_grid.alongAxes(leader, 64);
            const std::vector<GridPoint> across = m_grid.diagonals(leader);
            std::vector<GridPoint> others;
            for (const GridPoint &parent : parents) {
                const std::vector<GridPoint> around = m_grid.alongAxes(parent, 1);
                others.insert(others.end(), around.begin(), around.end());
            }
            take(round, near, roundSize * 3 / 8);
            take(round, across, roundSize * 5 / 8);
            addMixtures(round, {leader}, roundSize * 3 / 4);
            take(round, others, roundSize);
            take(round, near, roundSize);
            take(round, across, roundSize);
        }
        addMixtures(round, parents, roundSize);
        if (round.empty()) {
            return false;
        }
        evaluatePoints(round);
        return true;
    }

    /// New points, until the round has so many.
    void take(std::vector<GridPoint> &round, const std::vector<GridPoint> &points,
              std::size_t until) const
    {
        for (const GridPoint &point : points) {
            if (round.size() >= until) {
                return;
            }
            if (!m_seen.contains(m_grid.valuesOf(point)) &&
                std::find(round.begin(), round.end(), point) == round.end()) {
                round.push_back(point);
            }
        }
    }

    void addMixtures(std::vector<GridPoint> &round, const std::vector<GridPoint> &parents,
                     std::size_t until)
    {
        if (parents.empty()) {
            take(round, m_grid.spread(static_cast<int>(roundSize)), until);
            return;
        }
        for (std::size_t i = 0; i < mixtures && round.size() < until; ++i) {
            const GridPoint point =
                m_grid.mixed(parents[i % parents.size()], parents[i * 7 % parents.size()]);
            if (m_grid.isAllowed(point)) {
                take(round, {point}, until);
            }
        }
    }

    OptimiserResult finish()
    {
        m_result.cancelled = m_options.stop.stop_requested();
        std::sort(
            m_evaluated.begin(), m_evaluated.end(),
            [](const EvaluatedPolicy &a, const EvaluatedPolicy &b) { return a.values < b.values; });
        m_result.front = paretoFront(m_evaluated);
        m_result.evaluated = std::move(m_evaluated);
        if (!m_result.front.empty()) {
            const std::size_t leader = leaderOf(m_result.front);
            (m_result.front[leader].holds ? m_result.best : m_result.nearestMiss) = leader;
        }
        return std::move(m_result);
    }

    const OptimiserProblem &m_problem;
    const OptimiserOptions &m_options;
    OptimiserGrid m_grid;
    OptimiserBatch m_batch;
    std::set<OptimiserProblem::Values> m_seen;
    std::vector<EvaluatedPolicy> m_evaluated;
    OptimiserResult m_result;
};

} // namespace

Result<OptimiserResult> optimise(const OptimiserProblem &problem, const OptimiserOptions &options)
{
    if (std::optional<Error> error = checkProblem(problem, options)) {
        return *error;
    }
    return Search(problem, options).run();
}

} // namespace spillway
