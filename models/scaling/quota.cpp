// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/quota.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace spillway {

namespace {

constexpr double minute = 60;
constexpr double unlimited = std::numeric_limits<double>::infinity();

/// E[max(0, N - limit)] of a normal distribution with the mean and variance of Poisson's.
double expectedExcess(double mean, double limit)
{
    if (mean <= 0) {
        return 0;
    }
    const double deviation = std::sqrt(mean);
    const double z = (limit - mean) / deviation;
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
    const double above = 0.5 * std::erfc(z / std::numbers::sqrt2);
    return std::clamp(deviation * (density - z * above), 0.0, mean);
}

} // namespace

double countedTokens(const QuotaSpec &quota, const TokenUse &use)
{
    const double input = use.input - (quota.countsCached ? 0 : std::min(use.cached, use.input));
    // Without max_tokens the estimate can only be what usually comes.
    const bool estimated = quota.counting == QuotaSpec::Counting::AdmissionEstimate;
    const double output = estimated ? std::max(use.maxOutput, use.output) : use.output;
    return (quota.countsInput ? input : 0) + (quota.countsOutput ? output : 0);
}

QuotaReach quotaReach(const QuotaSpec &quota, const TokenUse &use, double latencySeconds,
                      int concurrency, double demandPerMinute)
{
    const double tokens = countedTokens(quota, use);
    const double byRequests = quota.requestsPerMinute > 0 ? quota.requestsPerMinute : unlimited;
    const double byTokens =
        quota.tokensPerMinute > 0 && tokens > 0 ? quota.tokensPerMinute / tokens : unlimited;
    QuotaReach reach;
    reach.requestsPerMinute = std::min(byRequests, byTokens);
    if (!std::isfinite(reach.requestsPerMinute)) {
        reach.inFlight = unlimited;
        return reach;
    }
    reach.limit = byRequests <= byTokens ? QuotaReach::Limit::Requests : QuotaReach::Limit::Tokens;
    reach.inFlight = reach.requestsPerMinute / minute * std::max(0.0, latencySeconds);
    // A hair of tolerance: 12.000000001 replicas are 12.
    const double replicas = std::ceil(reach.inFlight / std::max(1, concurrency) - 1e-9);
    reach.usefulReplicas =
        static_cast<int>(std::clamp(replicas, 1.0, double{std::numeric_limits<int>::max()}));
    reach.headroom = 1 - std::max(0.0, demandPerMinute) / reach.requestsPerMinute;
    return reach;
}

QuotaMeter::QuotaMeter(QuotaSpec quota, const TokenUse &use, double stepSeconds, double callSeconds)
    : m_quota(std::move(quota))
    , m_step(std::clamp(stepSeconds, 0.001, minute))
    , m_lag(m_quota.counting == QuotaSpec::Counting::PostCharge
                ? std::clamp(callSeconds / m_step, 0.0, 1.0)
                : 0.0)
{
    const auto slots = static_cast<std::size_t>(std::max(1.0, std::round(minute / m_step)));
    m_requests.perMinute = m_quota.requestsPerMinute;
    m_requests.perRequest = 1;
    m_requests.ring.assign(slots, 0.0);
    m_tokens.perMinute = m_quota.tokensPerMinute;
    m_tokens.perRequest = countedTokens(m_quota, use);
    m_tokens.ring.assign(slots, 0.0);
}

void QuotaMeter::startStep(Counter &counter, QuotaSpec::Window window, EpochMs time)
{
    constexpr std::int64_t minuteMs = 60'000;
    switch (window) {
    case QuotaSpec::Window::FixedMinute:
    case QuotaSpec::Window::Slices:
        if (time / minuteMs != m_minute) {
            counter.used = 0;
        }
        break;
    case QuotaSpec::Window::Sliding:
        counter.next = (counter.next + 1) % counter.ring.size();
        counter.used = std::max(0.0, counter.used - counter.ring[counter.next]);
        counter.ring[counter.next] = 0;
        break;
    case QuotaSpec::Window::TokenBucket:
        counter.used = std::max(0.0, counter.used - counter.perMinute / minute * m_step);
        break;
    }
    charge(counter, counter.pending);
    counter.pending = 0;
}

void QuotaMeter::charge(Counter &counter, double amount)
{
    counter.used += amount;
    counter.ring[counter.next] += amount;
}

double QuotaMeter::room(const Counter &counter, double lag) const
{
    if (counter.perMinute <= 0 || counter.perRequest <= 0) {
        return unlimited;
    }
    const double depth = m_quota.window == QuotaSpec::Window::TokenBucket
                             ? counter.perMinute / minute * std::max(m_quota.burstSeconds, m_step)
                             : counter.perMinute;
    const double left = std::max(0.0, depth - counter.used);
    // What is charged later does not stop the calls of this step.
    const double now = counter.perRequest * (1 - lag);
    return left <= 0 ? 0 : now <= 0 ? unlimited : left / now;
}

double QuotaMeter::admitSlices(double wanted) const
{
    const double slice = std::clamp(m_quota.sliceSeconds, 0.1, minute);
    const double slices = m_step / slice;
    const double limit = m_quota.requestsPerMinute * slice / minute;
    const double mean = wanted / slices;
    return wanted - slices * expectedExcess(mean, limit);
}

double QuotaMeter::admit(double wanted, EpochMs time)
{
    constexpr std::int64_t minuteMs = 60'000;
    startStep(m_requests, m_quota.window, time);
    startStep(m_tokens, m_quota.window, time);
    m_minute = time / minuteMs;
    double admitted = std::max(0.0, wanted);
    if (m_quota.window == QuotaSpec::Window::Slices && m_quota.requestsPerMinute > 0) {
        admitted = admitSlices(admitted);
    } else {
        admitted = std::min(admitted, room(m_requests, 0));
    }
    admitted = std::min(admitted, room(m_tokens, m_lag));
    charge(m_requests, admitted);
    charge(m_tokens, admitted * m_tokens.perRequest * (1 - m_lag));
    m_tokens.pending += admitted * m_tokens.perRequest * m_lag;
    return admitted;
}

} // namespace spillway
