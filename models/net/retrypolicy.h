// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <chrono>
#include <optional>

namespace spillway {

/// When a request may be sent again. The default is never: only who knows that a request changes
/// nothing may allow it.
struct RetryPolicy
{
    int maxAttempts = 1; ///< the first one included
    std::chrono::milliseconds base{250};
    std::chrono::milliseconds most{8'000}; ///< also the longest Retry-After that is waited for

    [[nodiscard]] static RetryPolicy forReads() { return {.maxAttempts = 3}; }
};

/// How an attempt ended.
struct AttemptOutcome
{
    int attempt = 1; ///< counted from 1
    std::optional<ErrorCode> transportError;
    int httpStatus = 0;
    bool anyBytes = false; ///< some of the answer had arrived
    std::optional<std::chrono::milliseconds> retryAfter;
};

/// How long to wait before the next attempt, or nothing if there is none. Retried are: no
/// connection, a connection cut before the first byte of an answer, and 429, 502 and 503; never an
/// answer that says that the request is wrong, nor 504: the same work would take as long again.
/// Exponential with full jitter; random01 is in [0, 1). Pure.
[[nodiscard]] std::optional<std::chrono::milliseconds>
retryDelay(const RetryPolicy &policy, const AttemptOutcome &outcome, double random01);

} // namespace spillway
