// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace spillway {

/// What a backend says a metric is. Remote-written and OTLP metrics have none: Unknown.
enum class MetricType { Unknown, Counter, Gauge, Histogram, Summary };

struct MetricMetadata
{
    MetricType type = MetricType::Unknown;
    std::string unit; ///< as the backend writes it ("seconds", "ms", ""); untrusted text
    friend bool operator==(const MetricMetadata &, const MetricMetadata &) = default;
};

/// The names that exist on a backend, as they are (dots and other characters included), and what is
/// known of them. Metadata is keyed by the family's name: without _bucket, _sum, _count.
struct MetricCatalog
{
    std::vector<std::string> names; ///< sorted
    std::map<std::string, MetricMetadata, std::less<>> metadata;
    friend bool operator==(const MetricCatalog &, const MetricCatalog &) = default;
};

} // namespace spillway
