// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httprequest.h"
#include "prometheus/endpoint.h"
#include "prometheus/queries.h"

/// \file The calls of the API as HTTP requests. Pure functions. POST with a form body wherever the
/// API allows it: selectors outgrow what proxies accept as a URL.
/// https://prometheus.io/docs/prometheus/latest/querying/api/

namespace spillway {

[[nodiscard]] HttpRequest queryRequest(const PrometheusEndpoint &endpoint,
                                       const InstantQuery &query);
[[nodiscard]] HttpRequest queryRangeRequest(const PrometheusEndpoint &endpoint,
                                            const RangeQuery &query);
[[nodiscard]] HttpRequest seriesRequest(const PrometheusEndpoint &endpoint,
                                        const SeriesQuery &query);
[[nodiscard]] HttpRequest labelsRequest(const PrometheusEndpoint &endpoint,
                                        const SeriesQuery &query);
/// The API has this one as GET only.
[[nodiscard]] HttpRequest labelValuesRequest(const PrometheusEndpoint &endpoint,
                                             const QString &label, const SeriesQuery &query);
[[nodiscard]] HttpRequest exemplarsRequest(const PrometheusEndpoint &endpoint, const QString &expr,
                                           const TimeRange &range);
/// Any other GET, such as "targets" or "status/flags".
[[nodiscard]] HttpRequest getRequest(const PrometheusEndpoint &endpoint, const QString &path,
                                     const QList<QPair<QString, QString>> &parameters = {});

/// A label name as it stands in a path: names that are not [a-zA-Z_][a-zA-Z0-9_]* get the U__
/// escaping, "http.code" -> "U__http_2e_code".
[[nodiscard]] QString escapedLabelName(const QString &label);

/// Seconds with as many decimals as needed: 1500 ms -> "1.5".
[[nodiscard]] QString secondsText(qint64 milliseconds);

} // namespace spillway
