// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prometheus/apireply.h"
#include "prometheus/endpoint.h"
#include "prometheus/queries.h"

namespace spillway {

class HttpClient;

/// The HTTP API of one Prometheus, Thanos, Mimir or VictoriaMetrics. GUI thread. Every call makes
/// one reply, owned by parent; see ApiReply. Errors: those of net (transport), apiError() (the
/// server said no), WrongContent (something else answered).
/// https://prometheus.io/docs/prometheus/latest/querying/api/
class PrometheusClient
{
public:
    /// The HttpClient must live longer than this and the replies.
    PrometheusClient(HttpClient &http, PrometheusEndpoint endpoint);

    [[nodiscard]] const PrometheusEndpoint &endpoint() const { return m_endpoint; }
    /// Replies under way keep the old one.
    void setEndpoint(PrometheusEndpoint endpoint);

    QueryReply *query(const InstantQuery &query, QObject *parent);
    QueryReply *queryRange(const RangeQuery &query, QObject *parent);
    SeriesReply *series(const SeriesQuery &query, QObject *parent);
    NamesReply *labels(const SeriesQuery &query, QObject *parent);
    NamesReply *labelValues(const QString &label, const SeriesQuery &query, QObject *parent);
    /// metric empty = all metrics. Only metadata of scraped targets exists.
    MetadataReply *metadata(const QString &metric, QObject *parent);
    RulesReply *rules(QObject *parent);
    AlertsReply *alerts(QObject *parent);
    TargetsReply *targets(QObject *parent);
    BuildInfoReply *buildInfo(QObject *parent);
    FlagsReply *flags(QObject *parent);
    RuntimeInfoReply *runtimeInfo(QObject *parent);
    ExemplarsReply *exemplars(const QString &expr, const TimeRange &range, QObject *parent);

private:
    [[nodiscard]] ApiRoute route() const;

    HttpClient &m_http;
    PrometheusEndpoint m_endpoint;
};

} // namespace spillway
