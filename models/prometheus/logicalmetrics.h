// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prometheus/metricresolver.h"

#include <span>
#include <string_view>

namespace spillway {

/// What a logical metric is meant to be.
enum class LogicalKind { Counter, Gauge, Histogram };

/// One row of the table of logical metrics (design section 2, reference 3.9). The stem is the name
/// without what exporters add: units, _total, _ratio.
struct LogicalMetric
{
    std::string_view name;
    LogicalKind kind;
    std::string_view stem;
    std::string_view unit; ///< "seconds", "ratio", "bytes", "tokens" or ""
    /// Other stems under which programs export the same thing, best first.
    std::string_view aliases[7] = {};
    /// What the counter is if the backend has a histogram.
    MetricPart counterPart = MetricPart::Sum;
    /// How to compute it from other logical metrics: the rate of one, or of one for each of
    /// another. Empty = not possible.
    std::string_view numerator = {};
    std::string_view denominator = {};
};

[[nodiscard]] std::span<const LogicalMetric> logicalMetricTable();
[[nodiscard]] const LogicalMetric *findLogicalMetric(std::string_view name);

} // namespace spillway
