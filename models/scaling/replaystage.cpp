// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replaystage.h"

#include <algorithm>
#include <cmath>

namespace spillway {

ReplayStage::ReplayStage(const PipelineComponent &component, double stepSeconds)
    : m_service(component.service)
    , m_capacity(component.service.capacity())
    , m_tail(tailRatio(component.service.latencySpread))
    , m_queued(component.queued)
    , m_timeout(component.timeoutSeconds)
    , m_queueLimit(component.queueLimit)
    , m_step(stepSeconds)
{
    if (!component.llm) {
        return;
    }
    const auto retries = static_cast<std::size_t>(std::max(0, component.llm->maxAttempts - 1));
    for (const LlmPool &pool : component.llm->pools) {
        m_pools.push_back({pool.share,
                           QuotaMeter(pool.quota, pool.use, m_step, m_service.unloadedSeconds), 0,
                           std::vector<double>(retries, 0.0)});
    }
    double backoff = std::max(0.1, component.llm->backoffSeconds);
    for (std::size_t i = 0; i < retries; ++i) {
        m_release.push_back(std::min(1.0, m_step / backoff));
        backoff = std::min(2 * backoff, std::max(0.1, component.llm->maxBackoffSeconds));
    }
}

StageResult ReplayStage::serve(double offered, double usable, EpochMs time)
{
    return m_pools.empty() ? serveStation(offered, usable) : serveLlm(offered, usable, time);
}

StageResult ReplayStage::serveStation(double offered, double usable)
{
    StageResult result;
    const double capacity = m_capacity * usable;
    const double before = m_backlog;
    const double waiting = before + offered * m_step;
    const double done = std::min(waiting, capacity * m_step);
    const double room = m_queued ? m_queueLimit : capacity * m_timeout;
    m_backlog = std::min(waiting - done, room);
    result.served = done / m_step;
    result.lost = (waiting - done - m_backlog) / m_step;
    result.utilisation = capacity > 0 ? result.served / capacity : offered > 0 ? 1 : 0;
    addLatency(result, usable, capacity);
    return result;
}

void ReplayStage::addLatency(StageResult &result, double usable, double rate) const
{
    if (usable <= 0 || rate <= 0) {
        // Nobody serves: whoever asks waits until he gives up.
        result.p50 = m_timeout;
        result.p95 = m_timeout;
        result.backlog = m_backlog;
        return;
    }
    const int replicas = std::max(1, static_cast<int>(usable + 0.5));
    const double waiting = m_backlog / rate;
    const double rho = result.utilisation;
    if (m_service.concurrency > 0) {
        // Independent workers: those that wait, wait in the queue.
        const int workers = replicas * m_service.concurrency;
        const double queue = m_service.unloadedSeconds * waitFactor(rho, workers);
        result.p50 = m_service.unloadedSeconds + queue + waiting;
        result.p95 = m_service.unloadedSeconds * m_tail + queue + waiting;
        result.backlog = m_backlog + queue * result.served;
        return;
    }
    const double p50 = medianLatency(m_service, rho, replicas);
    result.p50 = p50 + waiting;
    result.p95 = p50 * m_tail + waiting;
    result.backlog = m_backlog;
}

double ReplayStage::eligible(const Pool &pool) const
{
    double sum = pool.fresh;
    for (std::size_t i = 0; i < pool.retrying.size(); ++i) {
        sum += pool.retrying[i] * m_release[i];
    }
    return sum;
}

ReplayStage::Attempts ReplayStage::attempt(Pool &pool, double allowed, EpochMs time)
{
    Attempts attempts;
    const double tried = eligible(pool) * allowed;
    attempts.admitted = pool.meter.admit(tried, time);
    attempts.rejected = tried - attempts.admitted;
    const double refused = tried > 0 ? attempts.rejected / tried : 0;
    // Those refused move one back-off on; the last ones give up.
    double entering = pool.fresh * allowed * refused;
    pool.fresh -= pool.fresh * allowed;
    for (std::size_t i = 0; i < pool.retrying.size(); ++i) {
        const double again = pool.retrying[i] * m_release[i] * allowed;
        pool.retrying[i] += entering - again;
        entering = again * refused;
    }
    attempts.lost = entering;
    return attempts;
}

StageResult ReplayStage::serveLlm(double offered, double usable, EpochMs time)
{
    const double capacity = m_capacity * usable;
    StageResult result;
    const double room = std::max(0.0, m_queueLimit - m_backlog);
    const double arriving = std::min(room, offered * m_step);
    result.lost = offered - arriving / m_step;
    double wanted = 0;
    for (Pool &pool : m_pools) {
        pool.fresh += arriving * pool.share;
        wanted += eligible(pool);
    }
    const double allowed = wanted > 0 ? std::min(1.0, capacity * m_step / wanted) : 0;
    m_backlog = 0;
    for (Pool &pool : m_pools) {
        const Attempts attempts = attempt(pool, allowed, time);
        result.served += attempts.admitted / m_step;
        result.rejected += attempts.rejected / m_step;
        result.lost += attempts.lost / m_step;
        m_backlog += pool.fresh;
        for (const double waiting : pool.retrying) {
            m_backlog += waiting;
        }
    }
    const double attempts = result.served + result.rejected;
    result.utilisation = capacity > 0 ? std::min(1.0, attempts / capacity) : offered > 0 ? 1 : 0;
    addLatency(result, usable, std::max(result.served, 1e-3));
    return result;
}

} // namespace spillway
