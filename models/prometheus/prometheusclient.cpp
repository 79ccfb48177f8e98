// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/prometheusclient.h"

#include "net/httpclient.h"
#include "prometheus/apidecoder.h"
#include "prometheus/querydecoder.h"
#include "prometheus/requests.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Longer URLs are refused by proxies on the way.
constexpr qsizetype longestUrl = 2000;

/// The values a label has among these series, sorted.
Result<NamesAnswer> valuesAmong(const ApiAnswer &answer, const std::string &label)
{
    Result<SeriesAnswer> series = decodeSeries(answer);
    if (!series) {
        return series.error();
    }
    NamesAnswer found;
    found.notes = series->notes;
    for (const LabelSet &labels : series->series) {
        const std::string_view value = labels.value(label);
        if (!value.empty()) {
            found.names.append(
                QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
        }
    }
    std::sort(found.names.begin(), found.names.end());
    found.names.erase(std::unique(found.names.begin(), found.names.end()), found.names.end());
    return found;
}

} // namespace

PrometheusClient::PrometheusClient(HttpClient &http, PrometheusEndpoint endpoint)
    : m_http(http)
    , m_endpoint(std::move(endpoint))
{}

ApiRoute PrometheusClient::route() const
{
    return {m_http, m_endpoint.access};
}

void PrometheusClient::setEndpoint(PrometheusEndpoint endpoint)
{
    m_endpoint = std::move(endpoint);
}

QueryReply *PrometheusClient::query(const InstantQuery &query, QObject *parent)
{
    return new QueryReply(route(), queryRequest(m_endpoint, query), decodeQueryResult, parent);
}

QueryReply *PrometheusClient::queryRange(const RangeQuery &query, QObject *parent)
{
    const auto decode = [step = query.step](const ApiAnswer &answer) {
        Result<QueryResult> result = decodeQueryResult(answer);
        if (result) {
            result->step = step;
        }
        return result;
    };
    return new QueryReply(route(), queryRangeRequest(m_endpoint, query), decode, parent);
}

SeriesReply *PrometheusClient::series(const SeriesQuery &query, QObject *parent)
{
    return new SeriesReply(route(), seriesRequest(m_endpoint, query), decodeSeries, parent);
}

NamesReply *PrometheusClient::labels(const SeriesQuery &query, QObject *parent)
{
    return new NamesReply(route(), labelsRequest(m_endpoint, query), decodeNames, parent);
}

NamesReply *PrometheusClient::labelValues(const QString &label, const SeriesQuery &query,
                                          QObject *parent)
{
    HttpRequest request = labelValuesRequest(m_endpoint, label, query);
    if (request.url.toEncoded().size() <= longestUrl || query.matchers.isEmpty()) {
        return new NamesReply(route(), std::move(request), decodeNames, parent);
    }
    // Only GET exists for label values, so a long selector goes the way round by the series.
    return new NamesReply(
        route(), seriesRequest(m_endpoint, query),
        [name = label.toStdString()](const ApiAnswer &answer) { return valuesAmong(answer, name); },
        parent);
}

MetadataReply *PrometheusClient::metadata(const QString &metric, QObject *parent)
{
    QList<QPair<QString, QString>> parameters;
    if (!metric.isEmpty()) {
        parameters.append({u"metric"_s, metric});
    }
    return new MetadataReply(route(), getRequest(m_endpoint, u"metadata"_s, parameters),
                             decodeMetadata, parent);
}

RulesReply *PrometheusClient::rules(QObject *parent)
{
    return new RulesReply(route(), getRequest(m_endpoint, u"rules"_s), decodeRules, parent);
}

AlertsReply *PrometheusClient::alerts(QObject *parent)
{
    return new AlertsReply(route(), getRequest(m_endpoint, u"alerts"_s), decodeAlerts, parent);
}

TargetsReply *PrometheusClient::targets(QObject *parent)
{
    return new TargetsReply(route(),
                            getRequest(m_endpoint, u"targets"_s, {{u"state"_s, u"active"_s}}),
                            decodeTargets, parent);
}

BuildInfoReply *PrometheusClient::buildInfo(QObject *parent)
{
    return new BuildInfoReply(route(), getRequest(m_endpoint, u"status/buildinfo"_s),
                              decodeBuildInfo, parent);
}

FlagsReply *PrometheusClient::flags(QObject *parent)
{
    return new FlagsReply(route(), getRequest(m_endpoint, u"status/flags"_s), decodeFlags, parent);
}

RuntimeInfoReply *PrometheusClient::runtimeInfo(QObject *parent)
{
    return new RuntimeInfoReply(route(), getRequest(m_endpoint, u"status/runtimeinfo"_s),
                                decodeRuntimeInfo, parent);
}

ExemplarsReply *PrometheusClient::exemplars(const QString &expr, const TimeRange &range,
                                            QObject *parent)
{
    return new ExemplarsReply(route(), exemplarsRequest(m_endpoint, expr, range), decodeExemplars,
                              parent);
}

} // namespace spillway
