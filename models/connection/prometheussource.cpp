// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/prometheussource.h"

#include "connection/connection.h"
#include "connection/secretstore.h"
#include "connection/serviceroute.h"
#include "prometheus/capabilityprobe.h"

#include <QTimer>

#include <algorithm>

namespace spillway {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Names are those of the last hour: metrics of exporters long gone would only confuse.
constexpr std::chrono::milliseconds namesOfTheLast = 1h;

PrometheusEndpoint endpointFor(const Workspace &workspace, const QString &secret)
{
    PrometheusEndpoint endpoint;
    endpoint.url = workspace.prometheus.url;
    endpoint.settings =
        std::make_shared<const HttpSettings>(httpSettings(workspace.prometheus, secret));
    endpoint.timeout = workspace.prometheus.timeout;
    return endpoint;
}

BackendFacts factsOf(const Capabilities &capabilities)
{
    BackendFacts facts;
    facts.product = backendName(capabilities.backend);
    facts.version = capabilities.version;
    facts.lacks = capabilities.limitations();
    facts.lookback = capabilities.lookbackDelta;
    facts.scrapeInterval = capabilities.scrapeIntervals.overall.value_or(facts.scrapeInterval);
    facts.jobIntervals = capabilities.scrapeIntervals.byJob;
    if (capabilities.clockOffset) {
        const ClockOffset &offset = *capabilities.clockOffset;
        // An offset that may be none at all would only make equal clocks differ.
        facts.clockOffset =
            std::chrono::abs(offset.offset) <= offset.uncertainty ? 0ms : offset.offset;
    }
    return facts;
}

MetricType typeFromName(const QString &name)
{
    if (name == "counter"_L1) {
        return MetricType::Counter;
    }
    if (name == "gauge"_L1) {
        return MetricType::Gauge;
    }
    if (name == "histogram"_L1) {
        return MetricType::Histogram;
    }
    return name == "summary"_L1 ? MetricType::Summary : MetricType::Unknown;
}

/// Names and metadata as they come in; metadata that cannot be had is none.
class CatalogRequest final : public CatalogAnswer
{
public:
    CatalogRequest(PrometheusClient &client, const TimeRange &range, QObject *parent)
        : CatalogAnswer(parent)
        , m_names(client.labelValues(u"__name__"_s, {{}, range, 0}, this))
        , m_metadata(client.metadata({}, this))
    {
        connect(m_names, &ApiReply::finished, this, [this] { join(); });
        connect(m_metadata, &ApiReply::finished, this, [this] { join(); });
    }

private:
    void join()
    {
        if (!m_names->isFinished() || !m_metadata->isFinished()) {
            return;
        }
        const Result<NamesAnswer> names = m_names->takeResult();
        const Result<MetadataList> metadata = m_metadata->takeResult();
        if (!names) {
            finish(names.error());
            return;
        }
        MetricCatalog catalog;
        catalog.names.reserve(static_cast<std::size_t>(names->names.size()));
        for (const QString &name : names->names) {
            catalog.names.push_back(name.toStdString());
        }
        std::sort(catalog.names.begin(), catalog.names.end());
        for (std::size_t i = 0; metadata && i < metadata->size(); ++i) {
            const MetadataEntry &entry = (*metadata)[i];
            catalog.metadata.insert_or_assign(
                entry.metric.toStdString(),
                MetricMetadata{typeFromName(entry.type), entry.unit.toStdString()});
        }
        finish(std::move(catalog));
    }

    NamesReply *m_names;
    MetadataReply *m_metadata;
};

} // namespace

HttpSettings httpSettings(const WorkspacePrometheus &prometheus, const QString &secret)
{
    HttpSettings settings;
    const WorkspaceAuth &auth = prometheus.auth;
    switch (auth.kind) {
    case AuthKind::None:
        break;
    case AuthKind::Basic:
        settings.auth = {HttpAuth::Kind::Basic, auth.user, secret, {}};
        break;
    case AuthKind::Bearer:
        settings.auth = {HttpAuth::Kind::Bearer, {}, secret, {}};
        break;
    case AuthKind::TokenFile:
        settings.auth = {HttpAuth::Kind::TokenFile, {}, {}, auth.tokenFile};
        break;
    case AuthKind::ClientCertificate:
        settings.tls.certificateFile = auth.certificate;
        settings.tls.keyFile = auth.key;
        break;
    }
    settings.tls.caFile = prometheus.ca;
    if (prometheus.proxy == "none"_L1) {
        settings.proxy.kind = HttpProxy::Kind::None;
    } else if (!prometheus.proxy.isEmpty()) {
        settings.proxy.kind = HttpProxy::Kind::Explicit;
        settings.proxy.url = prometheus.proxy;
    }
    for (auto header = prometheus.headers.begin(); header != prometheus.headers.end(); ++header) {
        settings.headers.append({header.key().toUtf8(), header.value().toUtf8()});
    }
    return settings;
}

EndpointAnswer *findEndpoint(const Workspace &workspace, HttpClient &http, SecretStore &secrets,
                             ExecLogins &logins, const Clock &clock, QObject *parent)
{
    auto *const answer = new EndpointAnswer(parent);
    if (needsSecret(workspace.prometheus.auth)) {
        SecretAnswer *const secret = readSecret(workspace, secrets, answer);
        QObject::connect(secret, &SourceReply::finished, answer, [answer, secret, workspace] {
            const Result<QString> found = secret->takeResult();
            answer->finish(found ? Result<PrometheusEndpoint>{endpointFor(workspace, *found)}
                                 : Result<PrometheusEndpoint>{found.error()});
        });
        return answer;
    }
    Result<PrometheusEndpoint> found = endpointFor(workspace, {});
    if (!workspace.prometheus.service.isEmpty()) {
        if (const auto route = ServiceRoute::open(workspace, http, logins, clock)) {
            found->url = (*route)->url();
            found->access = *route;
        } else {
            found = route.error();
        }
    }
    QTimer::singleShot(0, answer, [answer, found] { answer->finish(found); });
    return answer;
}

PrometheusSource::PrometheusSource(Workspace workspace, HttpClient &http, SecretStore &secrets,
                                   ExecLogins &logins, const Clock &clock)
    : m_workspace(std::move(workspace))
    , m_http(http)
    , m_secrets(secrets)
    , m_logins(logins)
    , m_clock(clock)
    , m_client(http, endpointFor(m_workspace, {}))
{}

PrometheusSource::~PrometheusSource() = default;

void PrometheusSource::tryAgain()
{
    // The login belongs to the context: the route that the next probe makes has the same.
    if (m_client.endpoint().access) {
        m_client.endpoint().access->tryAgain();
    }
}

QueryAnswerReply *PrometheusSource::run(const SourceQuery &query, QObject *parent)
{
    auto *answer = new QueryAnswerReply(parent);
    QueryReply *reply = nullptr;
    if (query.instant) {
        InstantQuery instant;
        instant.expr = query.expr;
        instant.time = query.range.to;
        reply = m_client.query(instant, answer);
    } else {
        RangeQuery range;
        range.expr = query.expr;
        range.range = query.range;
        range.step = query.step;
        reply = m_client.queryRange(range, answer);
    }
    QObject::connect(reply, &ApiReply::finished, answer, [answer, reply] {
        Result<QueryResult> result = reply->takeResult();
        answer->finish(std::move(result));
    });
    return answer;
}

ProbeAnswer *PrometheusSource::probe(QObject *parent)
{
    auto *answer = new ProbeAnswer(parent);
    EndpointAnswer *const endpoint =
        findEndpoint(m_workspace, m_http, m_secrets, m_logins, m_clock, answer);
    QObject::connect(endpoint, &SourceReply::finished, answer, [this, answer, endpoint] {
        Result<PrometheusEndpoint> found = endpoint->takeResult();
        if (!found) {
            answer->finish(found.error());
            return;
        }
        found->queryParameters =
            m_client.endpoint().queryParameters; // until the probe knows better
        m_client.setEndpoint(std::move(found).value());
        probeBackend(answer);
    });
    return answer;
}

void PrometheusSource::probeBackend(ProbeAnswer *answer)
{
    auto *probe = new CapabilityProbe(m_client, m_clock, answer);
    QObject::connect(probe, &CapabilityProbe::finished, answer, [this, answer, probe] {
        const Result<Capabilities> &result = probe->result();
        if (!result) {
            answer->finish(result.error());
            return;
        }
        PrometheusEndpoint endpoint = m_client.endpoint();
        endpoint.queryParameters = result->queryParameters();
        m_client.setEndpoint(std::move(endpoint));
        answer->finish(factsOf(*result));
    });
}

CatalogAnswer *PrometheusSource::catalog(QObject *parent)
{
    const EpochMs now = m_clock.now();
    return new CatalogRequest(
        m_client, m_catalogSpan.value_or(TimeRange{now - namesOfTheLast.count(), now}), parent);
}

LabelValuesAnswer *PrometheusSource::labelValues(const QString &label, const QString &selector,
                                                 const TimeRange &range, QObject *parent)
{
    auto *answer = new LabelValuesAnswer(parent);
    SeriesQuery query;
    query.range = range;
    if (!selector.isEmpty()) {
        query.matchers = {selector};
    }
    NamesReply *reply = m_client.labelValues(label, query, answer);
    QObject::connect(reply, &ApiReply::finished, answer, [answer, reply] {
        Result<NamesAnswer> result = reply->takeResult();
        if (!result) {
            answer->finish(result.error());
            return;
        }
        QStringList names = std::move(result->names);
        names.sort();
        answer->finish(std::move(names));
    });
    return answer;
}

std::unique_ptr<Connection> openConnection(const Workspace &workspace, HttpClient &http,
                                           SecretStore &secrets, ExecLogins &logins)
{
    static const SystemClock local;
    return std::make_unique<Connection>(
        workspace, std::make_unique<PrometheusSource>(workspace, http, secrets, logins, local),
        nullptr, &local);
}

} // namespace spillway
