// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/breaker.h"

#include <algorithm>
#include <cmath>

namespace spillway::demo {

double Breaker::permits(double wanted, const BreakerSettings &settings) const
{
    switch (mode) {
    case BreakerMode::Open:
    case BreakerMode::ForcedOpen:
        return 0;
    case BreakerMode::HalfOpen:
        return std::clamp(settings.permittedInHalfOpen - windowCalls, 0.0, wanted);
    case BreakerMode::Closed:
    case BreakerMode::Disabled:
    case BreakerMode::MetricsOnly:
        break;
    }
    return wanted;
}

void Breaker::record(double calls, double failures, double stepLength, std::int64_t second,
                     const BreakerSettings &settings)
{
    if (mode == BreakerMode::HalfOpen) {
        windowCalls += calls;
        windowFailures += failures;
        // Rounding must not keep the last fraction of a call open for ever.
        if (windowCalls >= settings.permittedInHalfOpen - 0.5) {
            enter(failureRate() >= settings.failureRateThreshold ? BreakerMode::Open
                                                                 : BreakerMode::Closed,
                  second);
        }
        return;
    }
    const double keep = std::exp(-stepLength / settings.windowSeconds);
    windowCalls = windowCalls * keep + calls;
    windowFailures = windowFailures * keep + failures;
    if (mode == BreakerMode::Open && second - since >= settings.waitInOpen) {
        enter(BreakerMode::HalfOpen, second);
    } else if (mode == BreakerMode::Closed && windowCalls >= settings.minimumCalls &&
               failureRate() >= settings.failureRateThreshold) {
        enter(BreakerMode::Open, second);
    }
}

void Breaker::force(BreakerMode forced, std::int64_t second)
{
    enter(forced, second);
}

void Breaker::enter(BreakerMode next, std::int64_t second)
{
    mode = next;
    since = second;
    if (next != BreakerMode::Open) {
        windowCalls = 0;
        windowFailures = 0;
    }
}

} // namespace spillway::demo
