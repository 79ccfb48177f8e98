// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "metrics/labelset.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace spillway {

/// One bucket of a native histogram. Counts are fractional after rate().
struct HistogramBucket
{
    enum class Bounds : std::uint8_t { LeftOpen = 0, RightOpen = 1, BothOpen = 2, BothClosed = 3 };
    Bounds bounds = Bounds::LeftOpen;
    double lower = 0;
    double upper = 0;
    double count = 0;
    friend bool operator==(const HistogramBucket &, const HistogramBucket &) = default;
};

/// One sample of a native histogram; empty buckets are left out by the server.
/// https://prometheus.io/docs/prometheus/latest/querying/api/#native-histograms
struct HistogramSample
{
    EpochMs time = 0;
    double count = 0;
    double sum = 0;
    std::vector<HistogramBucket> buckets;
    friend bool operator==(const HistogramSample &, const HistogramSample &) = default;
};

/// A series in columns. times is strictly increasing, values has the same length; a step without a
/// sample is absent (a gap), NaN and infinities are kept as the server sent them. A series may
/// carry float samples and native histograms (a type change inside the range): at most one of them
/// a time.
struct Series
{
    LabelSet labels;
    std::vector<EpochMs> times;
    std::vector<double> values;
    std::vector<HistogramSample> histograms;

    [[nodiscard]] std::size_t size() const { return times.size(); }
    [[nodiscard]] bool isEmpty() const { return times.empty() && histograms.empty(); }

    /// Restores the invariant after an answer of a server that repeats or reorders samples (Thanos
    /// does): sorted by time, of equal times the last one wins.
    void normalize();

    /// Float samples compared bit by bit, so that NaN equals NaN.
    [[nodiscard]] bool sameData(const Series &other) const;
};

/// Series are immutable once they leave the decoder and are shared by panels, exports and caches.
using SeriesPtr = std::shared_ptr<const Series>;
using SeriesList = std::vector<SeriesPtr>;

} // namespace spillway
