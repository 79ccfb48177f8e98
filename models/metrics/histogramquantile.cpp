// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/histogramquantile.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

namespace spillway {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();
/// Prometheus' smallDeltaTolerance: differences below it come from float arithmetic.
constexpr double tolerance = 1e-12;

bool almostEqual(double a, double b)
{
    constexpr double minNormal = std::numeric_limits<double>::min();
    const double sum = std::abs(a) + std::abs(b);
    const double difference = std::abs(a - b);
    if (a == 0 || b == 0 || sum < minNormal) {
        return difference < tolerance * minNormal;
    }
    return difference / std::min(sum, std::numeric_limits<double>::max()) < tolerance;
}

void sortAndCoalesce(std::vector<ClassicBucket> *buckets)
{
    std::sort(buckets->begin(), buckets->end(),
              [](const ClassicBucket &a, const ClassicBucket &b) { return a.upper < b.upper; });
    std::vector<ClassicBucket> merged;
    merged.reserve(buckets->size());
    for (const ClassicBucket &bucket : *buckets) {
        if (!merged.empty() && merged.back().upper == bucket.upper) {
            merged.back().count += bucket.count;
        } else {
            merged.push_back(bucket);
        }
    }
    *buckets = std::move(merged);
}

void makeMonotonic(std::vector<ClassicBucket> *buckets)
{
    double previous = buckets->front().count;
    for (ClassicBucket &bucket : *buckets) {
        if (bucket.count < previous || almostEqual(bucket.count, previous)) {
            bucket.count = previous;
        } else {
            previous = bucket.count;
        }
    }
}

/// Schemas run from -4 (a factor of 65536 a bucket) to 8.
std::optional<int> schemaOf(double lower, double upper)
{
    const double width = std::log2(upper / lower);
    const double schema = std::round(-std::log2(width));
    if (!(schema >= -4 && schema <= 8)) {
        return std::nullopt;
    }
    const double expected = std::exp2(-schema);
    return std::abs(width - expected) < 1e-6 * expected ? std::optional{static_cast<int>(schema)}
                                                        : std::nullopt;
}

bool isZeroBucket(const HistogramBucket &bucket)
{
    return bucket.lower <= 0 && bucket.upper >= 0;
}

/// The bucket in which a rank falls, and how far into it (0..1).
struct Hit
{
    HistogramBucket bucket;
    double fraction = 0;
};

std::optional<Hit> findRank(double quantile, const HistogramSample &histogram)
{
    // From the nearer end, as Prometheus does; forwards if NaN was observed, as those
    // observations are in no bucket.
    const bool forwards = std::isnan(histogram.sum) || quantile < 0.5;
    const double rank = (forwards ? quantile : 1 - quantile) * histogram.count;
    const std::size_t size = histogram.buckets.size();
    double count = 0;
    const HistogramBucket *bucket = nullptr;
    for (std::size_t i = 0; i < size; ++i) {
        const HistogramBucket &next = histogram.buckets[forwards ? i : size - 1 - i];
        if (next.count == 0) {
            continue;
        }
        bucket = &next;
        count += next.count;
        if (count >= rank) {
            break;
        }
    }
    if (bucket == nullptr) {
        return std::nullopt;
    }
    count = std::min(count, histogram.count);
    if (count < rank) {
        return std::nullopt;
    }
    const double into = forwards ? rank - (count - bucket->count) : count - rank;
    return Hit{*bucket, into / bucket->count};
}

double interpolate(const Hit &hit, bool linear)
{
    const double lower = hit.bucket.lower;
    const double upper = hit.bucket.upper;
    if (linear || isZeroBucket(hit.bucket)) {
        return lower + (upper - lower) * hit.fraction;
    }
    const double logLower = std::log2(std::abs(lower));
    const double logUpper = std::log2(std::abs(upper));
    if (lower > 0) {
        return std::exp2(logLower + (logUpper - logLower) * hit.fraction);
    }
    return -std::exp2(logUpper + (logLower - logUpper) * (1 - hit.fraction));
}

/// A zero bucket reaches only to the side on which there are observations.
void trimZeroBucket(HistogramBucket *zero, const HistogramSample &histogram)
{
    const auto any = [&histogram](auto test) {
        return std::any_of(histogram.buckets.begin(), histogram.buckets.end(), test);
    };
    const bool negative = any([](const HistogramBucket &b) { return b.upper < 0; });
    const bool positive = any([](const HistogramBucket &b) { return b.lower > 0; });
    if (!negative && positive) {
        zero->lower = 0;
    } else if (negative && !positive) {
        zero->upper = 0;
    }
}

} // namespace

double classicQuantile(double quantile, std::vector<ClassicBucket> buckets)
{
    if (std::isnan(quantile) || buckets.empty()) {
        return nan;
    }
    if (quantile < 0 || quantile > 1) {
        return quantile < 0 ? -inf : inf;
    }
    sortAndCoalesce(&buckets);
    if (buckets.back().upper != inf) {
        return nan;
    }
    makeMonotonic(&buckets);
    const double observations = buckets.back().count;
    if (buckets.size() < 2 || observations == 0 || std::isnan(observations)) {
        return nan;
    }
    double rank = quantile * observations;
    const auto last = buckets.end() - 1;
    const auto hit = std::find_if(buckets.begin(), last,
                                  [rank](const ClassicBucket &b) { return b.count >= rank; });
    if (hit == last) {
        return (last - 1)->upper;
    }
    if (hit == buckets.begin() && hit->upper <= 0) {
        return hit->upper;
    }
    double lower = 0;
    double count = hit->count;
    if (hit != buckets.begin()) {
        lower = (hit - 1)->upper;
        count -= (hit - 1)->count;
        rank -= (hit - 1)->count;
    }
    return lower + (hit->upper - lower) * (rank / count);
}

bool hasCustomBuckets(const HistogramSample &histogram)
{
    std::optional<int> schema;
    for (const HistogramBucket &bucket : histogram.buckets) {
        if (std::isinf(bucket.lower) || std::isinf(bucket.upper)) {
            return true;
        }
        if (isZeroBucket(bucket)) {
            if (bucket.lower != -bucket.upper) {
                return true;
            }
            continue;
        }
        const bool negative = bucket.upper < 0;
        const std::optional<int> own = negative ? schemaOf(-bucket.upper, -bucket.lower)
                                                : schemaOf(bucket.lower, bucket.upper);
        if (!own || (schema && *schema != *own)) {
            return true;
        }
        schema = own;
    }
    return false;
}

double nativeQuantile(double quantile, const HistogramSample &histogram)
{
    return nativeQuantile(quantile, histogram, hasCustomBuckets(histogram));
}

double nativeQuantile(double quantile, const HistogramSample &histogram, bool custom)
{
    if (quantile < 0 || quantile > 1) {
        return quantile < 0 ? -inf : inf;
    }
    if (std::isnan(quantile) || !(histogram.count > 0)) {
        return nan;
    }
    std::optional<Hit> hit = findRank(quantile, histogram);
    if (!hit) {
        return nan;
    }
    HistogramBucket &bucket = hit->bucket;
    if (!custom && bucket.lower < 0 && bucket.upper > 0) {
        trimZeroBucket(&bucket, histogram);
    } else if (custom && bucket.lower == -inf) {
        if (bucket.upper <= 0) {
            return bucket.upper;
        }
        bucket.lower = 0;
    } else if (custom && bucket.upper == inf) {
        return bucket.lower;
    }
    return interpolate(*hit, custom);
}

std::optional<double> bucketBound(const LabelSet &labels)
{
    std::string_view text = labels.value("le");
    if (text.starts_with('+')) {
        text.remove_prefix(1); // from_chars takes no plus
    }
    double bound = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bound);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() ||
        std::isnan(bound)) {
        return std::nullopt;
    }
    return bound;
}

LabelSet withoutLabels(const LabelSet &labels, std::initializer_list<std::string_view> names)
{
    std::vector<LabelSet::Pair> kept;
    for (const LabelSet::Pair &pair : labels.pairs()) {
        if (std::find(names.begin(), names.end(), pair.first) == names.end()) {
            kept.push_back(pair);
        }
    }
    return LabelSet{std::move(kept)};
}

SeriesList quantileSeries(const SeriesList &histograms, double quantile)
{
    using ByTime = std::map<EpochMs, std::vector<ClassicBucket>>;
    std::map<LabelSet, std::pair<ByTime, std::map<EpochMs, double>>> groups;
    for (const SeriesPtr &one : histograms) {
        auto &[classic, native] = groups[withoutLabels(one->labels, {"__name__", "le"})];
        for (const HistogramSample &sample : one->histograms) {
            native[sample.time] = nativeQuantile(quantile, sample);
        }
        if (const std::optional<double> upper = bucketBound(one->labels)) {
            for (std::size_t i = 0; i < one->size(); ++i) {
                classic[one->times[i]].push_back({*upper, one->values[i]});
            }
        }
    }
    SeriesList result;
    for (auto &[labels, data] : groups) {
        for (auto &[time, buckets] : data.first) {
            data.second.emplace(time, classicQuantile(quantile, std::move(buckets)));
        }
        auto series = std::make_shared<Series>();
        series->labels = labels;
        for (const auto &[time, value] : data.second) {
            series->times.push_back(time);
            series->values.push_back(value);
        }
        if (!series->isEmpty()) {
            result.push_back(std::move(series));
        }
    }
    return result;
}

} // namespace spillway
