// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/serviceroute.h"

#include "kube/kubeconfigloader.h"
#include "kube/kuberequest.h"
#include "kube/kubestatus.h"
#include "net/httpclient.h"
#include "net/httpresponse.h"
#include "prometheus/apianswer.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServiceRoute)
};

/// A Status is short; an answer of the Prometheus is not parsed twice.
constexpr qsizetype longestStatus = qsizetype{64} * 1024;

HttpHeaders headersOf(const QMap<QString, QString> &named)
{
    HttpHeaders headers;
    for (auto header = named.begin(); header != named.end(); ++header) {
        headers.append({header.key().toUtf8(), header.value().toUtf8()});
    }
    return headers;
}

/// What the refusals of the proxy mean for somebody who wants numbers.
void explain(const ServiceName &service, const kube::StatusDetail &detail, Error &error)
{
    const QString name = service.ns + u'/' + service.name;
    switch (detail.refusal) {
    case kube::Refusal::Forbidden:
        error.advice = Text::tr("Ask for the verbs get and create on services/proxy of %1 in the "
                                "namespace %2: a Role can give them.")
                           .arg(service.name, service.ns);
        break;
    case kube::Refusal::BackendUnavailable:
        error.advice =
            Text::tr("Check that the service %1 selects pods that are ready, and that it "
                     "has the port %2.")
                .arg(name, service.port);
        break;
    case kube::Refusal::ObjectMissing:
        error.advice =
            Text::tr("Check prometheus.service of the workspace: there is no %1.").arg(name);
        break;
    default:
        break;
    }
}

} // namespace

Result<KubeTarget> workspaceTarget(const WorkspaceKube &kube)
{
    KubeconfigSources sources;
    sources.explicitFile = kube.config;
    const KubeconfigLoading loading = loadKubeconfig(sources);
    if (!loading.errors.empty()) {
        return loading.errors.front();
    }
    KubeResolution found =
        resolveContext(loading.config, {.context = kube.context, .caFile = kube.ca});
    if (!found.target) {
        return found.error();
    }
    return std::move(*found.target);
}

Result<std::shared_ptr<ServiceRoute>> ServiceRoute::open(const Workspace &workspace,
                                                         HttpClient &http, ExecLogins &logins,
                                                         const Clock &clock)
{
    const std::optional<ServiceName> service =
        ServiceName::fromString(workspace.prometheus.service);
    if (!service || !workspace.kube.isNamed()) {
        return Error{.code = ErrorCode::InvalidInput,
                     .what = Text::tr("The metrics server cannot be reached through the cluster"),
                     .where = workspace.prometheus.service,
                     .why = service ? Text::tr("the workspace names no context")
                                    : Text::tr("the workspace names no service")};
    }
    Result<KubeTarget> target = workspaceTarget(workspace.kube);
    if (!target) {
        return target.error();
    }
    std::shared_ptr<ServiceRoute> route(new ServiceRoute(
        *service, headersOf(workspace.prometheus.headers), std::move(target).value(), logins,
        ExecPolicy::fromWords(workspace.kube.plugins), clock));
    QObject::connect(&route->m_access, &KubeAccess::identityChanged, &http,
                     &HttpClient::dropConnections);
    return route;
}

ServiceRoute::ServiceRoute(ServiceName service, HttpHeaders headers, KubeTarget target,
                           ExecLogins &logins, ExecPolicy policy, const Clock &clock)
    : m_service(std::move(service))
    , m_headers(std::move(headers))
    , m_access(std::move(target), logins, std::move(policy), clock)
{}

QUrl ServiceRoute::url() const
{
    return kube::serviceProxyUrl(m_access.server(), {.ns = m_service.ns,
                                                     .service = m_service.name,
                                                     .port = m_service.port,
                                                     .scheme = m_service.scheme,
                                                     .path = m_service.path});
}

void ServiceRoute::settings(QObject *context, std::function<void(Result<HttpSettingsPtr>)> done)
{
    m_access.settings(context, [done = std::move(done),
                                headers = m_headers](const Result<HttpSettingsPtr> &settings) {
        if (!settings || headers.isEmpty()) {
            done(settings);
            return;
        }
        HttpSettings own = **settings;
        own.headers.append(headers);
        done(HttpSettingsPtr{std::make_shared<const HttpSettings>(std::move(own))});
    });
}

std::optional<Error> ServiceRoute::refusal(const ApiAnswer &answer) const
{
    if (answer.status < 400 || answer.body.size() > longestStatus) {
        return std::nullopt;
    }
    const QByteArray body = blottedOut(answer.body, answer.secrets);
    const QJsonObject status = QJsonDocument::fromJson(body).object();
    if (status.value("kind"_L1) != "Status"_L1 || status.value("apiVersion"_L1) != "v1"_L1) {
        return std::nullopt; // what the Prometheus says itself
    }
    kube::StatusError refused = kube::statusError(
        body, {.what = Text::tr("The metrics server cannot be reached through the cluster %1")
                           .arg(m_access.contextName())});
    refused.error.where = answer.where;
    refused.error.httpStatus = answer.status;
    refused.error.retryAfter = answer.retryAfter;
    explain(m_service, refused.detail, refused.error);
    return refused.error;
}

} // namespace spillway
