// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/breakermodel.h"

#include <algorithm>

namespace spillway {

BreakerModel::BreakerModel(BreakerSpec spec)
    : m_spec(std::move(spec))
    , m_mode(m_spec.initialMode)
{}

double BreakerModel::permit(double wanted, double now)
{
    wanted = std::max(0.0, wanted);
    const bool mayTry = m_spec.automaticHalfOpen || wanted > 0;
    if (m_mode == BreakerMode::Open && mayTry && now - m_since >= m_spec.waitInOpenSeconds) {
        enter(BreakerMode::HalfOpen, now);
    }
    switch (m_mode) {
    case BreakerMode::Open:
    case BreakerMode::ForcedOpen:
        return 0;
    case BreakerMode::HalfOpen:
        return std::clamp(m_spec.permittedInHalfOpen - m_sum.calls, 0.0, wanted);
    case BreakerMode::Closed:
    case BreakerMode::Disabled:
    case BreakerMode::MetricsOnly:
        break;
    }
    return wanted;
}

void BreakerModel::record(double calls, double failures, double slow, double now)
{
    if (m_mode != BreakerMode::Closed && m_mode != BreakerMode::HalfOpen) {
        return; // open: nothing was let through; forced modes decide nothing
    }
    if (calls > 0) {
        m_buckets.push_back({now, calls, failures, slow});
        m_sum.calls += calls;
        m_sum.failures += failures;
        m_sum.slow += slow;
    }
    if (m_mode == BreakerMode::HalfOpen) {
        // Rounding must not keep the last fraction of a call open for ever.
        if (m_sum.calls >= m_spec.permittedInHalfOpen - 1e-6) {
            enter(isAboveThreshold() ? BreakerMode::Open : BreakerMode::Closed, now);
        }
        return;
    }
    forget(now);
    // A count window never holds more than its size, so it cannot wait for more either.
    const double needed = m_spec.window == BreakerSpec::Window::Count
                              ? std::min(m_spec.minimumCalls, m_spec.windowSize)
                              : m_spec.minimumCalls;
    if (m_sum.calls >= needed - 1e-6 && m_sum.calls > 0 && isAboveThreshold()) {
        enter(BreakerMode::Open, now);
    }
}

bool BreakerModel::isAboveThreshold() const
{
    constexpr double perCent = 100;
    return m_sum.failures * perCent >= m_spec.failureRateThreshold * m_sum.calls - 1e-9 ||
           m_sum.slow * perCent >= m_spec.slowRateThreshold * m_sum.calls - 1e-9;
}

void BreakerModel::forget(double now)
{
    const auto subtract = [this](const Bucket &part, double share) {
        m_sum.calls = std::max(0.0, m_sum.calls - part.calls * share);
        m_sum.failures = std::max(0.0, m_sum.failures - part.failures * share);
        m_sum.slow = std::max(0.0, m_sum.slow - part.slow * share);
    };
    while (!m_buckets.empty()) {
        Bucket &oldest = m_buckets.front();
        if (m_spec.window == BreakerSpec::Window::Time) {
            if (oldest.time > now - m_spec.windowSize) {
                return;
            }
            subtract(oldest, 1);
            m_buckets.pop_front();
            continue;
        }
        const double excess = m_sum.calls - m_spec.windowSize;
        if (excess <= 0) {
            return;
        }
        const double share = std::min(1.0, excess / oldest.calls);
        subtract(oldest, share);
        if (share < 1) {
            oldest.calls *= 1 - share;
            oldest.failures *= 1 - share;
            oldest.slow *= 1 - share;
            return;
        }
        m_buckets.pop_front();
    }
}

void BreakerModel::enter(BreakerMode mode, double now)
{
    m_mode = mode;
    m_since = now;
    m_buckets.clear();
    m_sum = {};
}

} // namespace spillway
