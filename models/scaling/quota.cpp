// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/quota.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>
#include <utility>

namespace spillway {

namespace {

constexpr double minute = 60;
constexpr double unlimited = std::numeric_limits<double>::infinity();

struct LimitOf
{
    QuotaReach::Limit limit = QuotaReach::Limit::None;
    double requestsPerMinute = unlimited; ///< that it admits
};

/// What each of the limits admits; the first of the smallest is the one that is named.
std::array<LimitOf, 4> limitsOf(const QuotaSpec &quota, const TokenUse &use)
{
    using Limit = QuotaReach::Limit;
    const auto of = [](Limit limit, double perMinute, double perRequest) {
        const bool limits = perMinute > 0 && perRequest > 0;
        return LimitOf{limit, limits ? perMinute / perRequest : unlimited};
    };
    return {of(Limit::Requests, quota.requestsPerMinute, 1),
            of(Limit::Tokens, quota.tokensPerMinute, countedTokens(quota, use)),
            of(Limit::InputTokens, quota.inputTokensPerMinute, countedInput(quota, use)),
            of(Limit::OutputTokens, quota.outputTokensPerMinute, countedOutput(quota, use))};
}

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

double countedInput(const QuotaSpec &quota, const TokenUse &use)
{
    return use.input - (quota.countsCached ? 0 : std::min(use.cached, use.input));
}

double countedOutput(const QuotaSpec &quota, const TokenUse &use)
{
    // Without max_tokens the estimate can only be what usually comes.
    const bool estimated = quota.counting == QuotaSpec::Counting::AdmissionEstimate;
    return estimated ? std::max(use.maxOutput, use.output) : use.output;
}

double countedTokens(const QuotaSpec &quota, const TokenUse &use)
{
    return (quota.countsInput ? countedInput(quota, use) : 0) +
           (quota.countsOutput ? countedOutput(quota, use) : 0);
}

QuotaReach quotaReach(const QuotaSpec &quota, const TokenUse &use, double latencySeconds,
                      int concurrency, double demandPerMinute)
{
    const std::array<LimitOf, 4> limits = limitsOf(quota, use);
    const LimitOf &least =
        *std::min_element(limits.begin(), limits.end(), [](const LimitOf &a, const LimitOf &b) {
            return a.requestsPerMinute < b.requestsPerMinute;
        });
    QuotaReach reach;
    reach.requestsPerMinute = least.requestsPerMinute;
    if (!std::isfinite(reach.requestsPerMinute)) {
        reach.inFlight = unlimited;
        return reach;
    }
    reach.limit = least.limit;
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
    const std::array<std::pair<double, double>, 3> limits{
        std::pair{m_quota.tokensPerMinute, countedTokens(m_quota, use)},
        std::pair{m_quota.inputTokensPerMinute, countedInput(m_quota, use)},
        std::pair{m_quota.outputTokensPerMinute, countedOutput(m_quota, use)}};
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        std::tie(m_tokens.at(i).perMinute, m_tokens.at(i).perRequest) = limits.at(i);
        m_tokens.at(i).ring.assign(slots, 0.0);
    }
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
    for (Counter &tokens : m_tokens) {
        startStep(tokens, m_quota.window, time);
    }
    m_minute = time / minuteMs;
    double admitted = std::max(0.0, wanted);
    if (m_quota.window == QuotaSpec::Window::Slices && m_quota.requestsPerMinute > 0) {
        admitted = admitSlices(admitted);
    } else {
        admitted = std::min(admitted, room(m_requests, 0));
    }
    for (const Counter &tokens : m_tokens) {
        admitted = std::min(admitted, room(tokens, m_lag));
    }
    charge(m_requests, admitted);
    for (Counter &tokens : m_tokens) {
        if (tokens.perMinute > 0) {
            charge(tokens, admitted * tokens.perRequest * (1 - m_lag));
            tokens.pending += admitted * tokens.perRequest * m_lag;
        }
    }
    return admitted;
}

} // namespace spillway
