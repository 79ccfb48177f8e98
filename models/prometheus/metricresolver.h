// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prometheus/metriccatalog.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace spillway {

/// How a metric is kept on the backend.
enum class MetricShape { Gauge, Counter, ClassicHistogram, NativeHistogram, Derived };

/// The series that a query wants of a metric. Value = the number itself (the counter or gauge).
enum class MetricPart { Value, Bucket, Sum, Count };

/// What a logical metric is called on one backend, and why.
/// Rules: OpenTelemetry's Prometheus exporters add units and suffixes (reference 3.9).
struct MetricResolution
{
    QString logical;
    bool found = false;
    QString name; ///< family name as it exists, e.g. "rag.request.duration_milliseconds"
    MetricShape shape = MetricShape::Gauge;
    double scale = 1; ///< times the backend's value = value in the logical unit
    MetricPart counterPart = MetricPart::Value; ///< what Value means if the shape is a histogram
    QString derived;       ///< Derived: expression with %3 in place of the matchers
    QString why;           ///< translated sentence
    QStringList ambiguous; ///< other names that would do as well

    friend bool operator==(const MetricResolution &, const MetricResolution &) = default;
};

/// `bindings` (logical -> name of the backend) win over every rule.
[[nodiscard]] MetricResolution resolveMetric(const QString &logical, const MetricCatalog &catalog,
                                             const QMap<QString, QString> &bindings = {});

/// The logical metrics of design section 2.
[[nodiscard]] QStringList logicalMetrics();

/// The outcome of expanding $metric(...) in an expression.
struct MetricExpansion
{
    QString expr;
    std::vector<MetricResolution> used;
    QStringList notFound; ///< logical names without a metric; expr then keeps the logical name
    QStringList problems; ///< translated sentences
};

/// Replaces each $metric(name[,bucket|sum|count]), taking over the matchers behind it (a dotted
/// name needs them inside its braces) and wrapping the call around it if the unit has to be scaled
/// or a native histogram needs histogram_sum()/histogram_count().
[[nodiscard]] MetricExpansion expandMetrics(const QString &expr, const MetricCatalog &catalog,
                                            const QMap<QString, QString> &bindings = {});

/// Fills in $__interval, $__interval_ms, $__rate_interval, $__range, $__range_s.
struct IntervalValues
{
    std::chrono::milliseconds step{0};
    std::chrono::milliseconds scrapeInterval{15'000};
    std::chrono::milliseconds range{0};
    /// max(4 x scrape interval, step + scrape interval)
    [[nodiscard]] std::chrono::milliseconds rateInterval() const;
};
[[nodiscard]] QString expandIntervals(const QString &expr, const IntervalValues &values);

} // namespace spillway
