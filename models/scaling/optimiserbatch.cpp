// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/optimiserbatch.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Optimiser)
};

bool isUsable(const PolicyOutcome &outcome)
{
    return std::isfinite(outcome.cost) && std::isfinite(outcome.p95Seconds) &&
           std::isfinite(outcome.share429) && std::isfinite(outcome.backlogAgeSeconds);
}

} // namespace

OptimiserBatch::OptimiserBatch(const OptimiserProblem &problem, const OptimiserOptions &options)
    : m_problem(problem)
    , m_options(options)
{
    m_pool.setMaxThreadCount(options.threads > 0 ? options.threads : QThread::idealThreadCount());
    m_progress.planned = options.budget;
}

std::vector<std::optional<Result<PolicyOutcome>>>
OptimiserBatch::evaluate(const std::vector<OptimiserProblem::Values> &candidates)
{
    std::vector<std::optional<Result<PolicyOutcome>>> results(candidates.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < candidates.size(); i = next++) {
            if (m_options.stop.stop_requested()) {
                return;
            }
            results[i] = evaluateOne(candidates[i]);
            report(*results[i]);
        }
    };
    const auto workers =
        std::min(candidates.size(), static_cast<std::size_t>(m_pool.maxThreadCount()));
    for (std::size_t i = 0; i < workers; ++i) {
        m_pool.start(work);
    }
    m_pool.waitForDone();
    return results;
}

Result<PolicyOutcome> OptimiserBatch::evaluateOne(const OptimiserProblem::Values &values) const
{
    Result<PolicyOutcome> result = m_problem.evaluate(values, m_options.stop);
    if (result && !isUsable(*result)) {
        return Error{.code = ErrorCode::InvalidInput,
                     .what = Text::tr("The policy cannot be judged"),
                     .why = Text::tr("its replay has no cost or no latency"),
                     .advice = Text::tr("Choose a period without gaps.")};
    }
    return result;
}

void OptimiserBatch::report(const Result<PolicyOutcome> &result)
{
    const std::scoped_lock lock(m_mutex);
    ++m_progress.evaluated;
    if (result && sloViolation(*result, m_problem.slo) <= 0) {
        m_progress.bestCost = std::min(m_progress.bestCost.value_or(result->cost), result->cost);
    }
    if (m_options.progress) {
        m_options.progress(m_progress);
    }
}

} // namespace spillway
