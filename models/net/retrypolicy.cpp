// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrypolicy.h"

#include <algorithm>

namespace spillway {

namespace {

bool mayRetry(const AttemptOutcome &outcome)
{
    if (outcome.transportError) {
        const bool neverArrived = *outcome.transportError == ErrorCode::Unreachable ||
                                  *outcome.transportError == ErrorCode::Interrupted;
        return neverArrived && !outcome.anyBytes;
    }
    switch (outcome.httpStatus) {
    case 429:
    case 502:
    case 503:
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<std::chrono::milliseconds> retryDelay(const RetryPolicy &policy,
                                                    const AttemptOutcome &outcome, double random01)
{
    if (outcome.attempt >= policy.maxAttempts || !mayRetry(outcome)) {
        return std::nullopt;
    }
    if (outcome.retryAfter) {
        // Asked to stay away longer than we may wait: give the answer to the caller instead of
        // coming early.
        return *outcome.retryAfter <= policy.most ? outcome.retryAfter : std::nullopt;
    }
    const auto doublings = std::min(outcome.attempt - 1, 20);
    const auto ceiling = std::min<qint64>(policy.most.count(), policy.base.count() << doublings);
    // At least a tenth, so that a refused connection is not hammered by bad luck.
    const double share = 0.1 + 0.9 * std::clamp(random01, 0.0, 1.0);
    return std::chrono::milliseconds{static_cast<qint64>(static_cast<double>(ceiling) * share)};
}

} // namespace spillway
