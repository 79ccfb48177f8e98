// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"
#include "metrics/timerange.h"

#include <chrono>
#include <optional>
#include <vector>

namespace spillway {

/// Where two samples (float or histogram) are more than 1.5 steps apart: from the last sample
/// before to the first after.
[[nodiscard]] std::vector<TimeRange> gaps(const Series &series, std::chrono::milliseconds step);

/// Age of the newest sample; none if there is none. Never negative: a sample from the future is
/// fresh.
[[nodiscard]] std::optional<std::chrono::milliseconds> age(const Series &series, EpochMs now);

/// True if the newest sample is older than 1.5 steps at the end of the range: the series went away.
[[nodiscard]] bool endsEarly(const Series &series, const TimeRange &range,
                             std::chrono::milliseconds step);

/// Indices of samples that are lower than the number before: restarts of a counter.
[[nodiscard]] std::vector<std::size_t> counterResets(const Series &series);

} // namespace spillway
