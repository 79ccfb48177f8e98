// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/series.h"

#include <optional>
#include <vector>

namespace spillway {

/// One bucket of a classic histogram at one time: how many observations are at most upper.
struct ClassicBucket
{
    double upper = 0;
    double count = 0; ///< cumulative
};

/// Same result as PromQL's histogram_quantile() of Prometheus 3 on the same buckets, in any order:
/// NaN without a +Inf bucket, with fewer than two buckets or without observations; -Inf and +Inf
/// for a quantile below 0 and above 1; counts that fall are raised to the one before.
/// https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
[[nodiscard]] double classicQuantile(double quantile, std::vector<ClassicBucket> buckets);

/// The same for a native histogram: exponential interpolation inside a bucket, linear in the zero
/// bucket and for custom buckets. The wire format does not say which of the two a histogram is:
/// see hasCustomBuckets().
[[nodiscard]] double nativeQuantile(double quantile, const HistogramSample &histogram);
/// For several quantiles of one histogram: custom is what hasCustomBuckets() says of it.
[[nodiscard]] double nativeQuantile(double quantile, const HistogramSample &histogram, bool custom);

/// True unless every bucket fits one standard exponential schema. (Custom bounds that are
/// successive powers of two cannot be told apart from schema 0.)
[[nodiscard]] bool hasCustomBuckets(const HistogramSample &histogram);

/// The value of an "le" label; none if it is not a number.
[[nodiscard]] std::optional<double> bucketBound(const LabelSet &labels);

/// One series a label set, "le" and the name taken away, from classic buckets (series with "le")
/// and native histograms, also mixed. A time at which a quantile does not exist has NaN.
[[nodiscard]] SeriesList quantileSeries(const SeriesList &histograms, double quantile);

/// labels without the named ones.
[[nodiscard]] LabelSet withoutLabels(const LabelSet &labels,
                                     std::initializer_list<std::string_view> names);

} // namespace spillway
