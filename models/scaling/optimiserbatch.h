// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/optimiser.h"

#include <QThreadPool>

#include <mutex>

namespace spillway {

/// Evaluates candidates on all cores. What comes back is in the order of the candidates, so that
/// the search does not depend on who was first.
class OptimiserBatch
{
public:
    OptimiserBatch(const OptimiserProblem &problem, const OptimiserOptions &options);

    /// Fewer than the budget will be evaluated. Not while evaluate() runs.
    void plan(int evaluations) { m_progress.planned = evaluations; }

    /// One a candidate; none for those that the cancellation left out.
    [[nodiscard]] std::vector<std::optional<Result<PolicyOutcome>>>
    evaluate(const std::vector<OptimiserProblem::Values> &candidates);

private:
    [[nodiscard]] Result<PolicyOutcome> evaluateOne(const OptimiserProblem::Values &values) const;
    void report(const Result<PolicyOutcome> &result);

    const OptimiserProblem &m_problem;
    const OptimiserOptions &m_options;
    QThreadPool m_pool;
    std::mutex m_mutex; ///< of the progress
    OptimiserProgress m_progress;
};

} // namespace spillway
