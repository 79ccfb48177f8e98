// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duration.h"
#include "core/yamlwriter.h"
#include "policy/compilerparts.h"
#include "policy/policyfields.h"
#include "policy/policywriterparts.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

void writeSeconds(YamlWriter &out, QLatin1String key, double seconds)
{
    out.text(key, formatDuration(std::chrono::milliseconds(std::llround(seconds * 1000))));
}

void writeBreaker(YamlWriter &out, const BreakerSpec &breaker)
{
    out.openItem();
    out.text("tool"_L1, breaker.name);
    out.number("failureRateThreshold"_L1, breaker.failureRateThreshold);
    out.number("slowCallRateThreshold"_L1, breaker.slowRateThreshold);
    writeSeconds(out, "slowCallDuration"_L1, breaker.slowCallSeconds);
    writeSeconds(out, "waitInOpen"_L1, breaker.waitInOpenSeconds);
    out.number("minimumCalls"_L1, breaker.minimumCalls);
    out.text("slidingWindow"_L1,
             policynames::breakerWindows[static_cast<std::size_t>(breaker.window)]);
    out.number("slidingWindowSize"_L1, breaker.windowSize);
    out.number("permittedInHalfOpen"_L1, breaker.permittedInHalfOpen);
    out.boolean("automaticHalfOpen"_L1, breaker.automaticHalfOpen);
    out.close();
}

bool hasSettings(const PolicyComponent &component)
{
    return component.quota || component.degrade || !component.breakers.empty();
}

void writeService(YamlWriter &out, const PolicyComponent &component)
{
    out.openItem();
    out.text("service"_L1, component.name);
    if (!component.breakers.empty()) {
        out.openList("breakers"_L1);
        for (const PolicyBreaker &breaker : component.breakers) {
            writeBreaker(out, breaker.spec);
        }
        out.close();
    }
    if (component.quota) {
        policywriter::writeQuota(out, *component.quota);
    }
    if (component.degrade) {
        out.openMap("degrade"_L1);
        out.text("after"_L1, formatDuration(component.degrade->after));
        out.text("to"_L1,
                 policynames::degradations[static_cast<std::size_t>(component.degrade->to)]);
        out.close();
    }
    out.close();
}

void insertCount(QJsonObject &json, const QString &key, std::optional<int> value)
{
    if (value) {
        json.insert(key, *value);
    }
}

/// Istio reads protobuf durations, of which the API takes h, m, s and ms.
void insertDuration(QJsonObject &json, const QString &key,
                    std::optional<std::chrono::milliseconds> value)
{
    if (value) {
        json.insert(key, value->count() % 1000 == 0 ? u"%1s"_s.arg(value->count() / 1000)
                                                    : u"%1ms"_s.arg(value->count()));
    }
}

QJsonObject trafficPolicy(const PolicyMesh &mesh)
{
    QJsonObject tcp;
    insertCount(tcp, u"maxConnections"_s, mesh.maxConnections);
    QJsonObject http;
    insertCount(http, u"http1MaxPendingRequests"_s, mesh.maxPendingRequests);
    insertCount(http, u"http2MaxRequests"_s, mesh.maxRequests);
    insertCount(http, u"maxRetries"_s, mesh.maxRetries);
    QJsonObject pool;
    if (!tcp.isEmpty()) {
        pool.insert(u"tcp"_s, tcp);
    }
    if (!http.isEmpty()) {
        pool.insert(u"http"_s, http);
    }
    QJsonObject outlier;
    insertCount(outlier, u"consecutive5xxErrors"_s, mesh.consecutive5xxErrors);
    insertDuration(outlier, u"interval"_s, mesh.interval);
    insertDuration(outlier, u"baseEjectionTime"_s, mesh.baseEjectionTime);
    insertCount(outlier, u"maxEjectionPercent"_s, mesh.maxEjectionPercent);
    QJsonObject policy;
    if (!pool.isEmpty()) {
        policy.insert(u"connectionPool"_s, pool);
    }
    if (!outlier.isEmpty()) {
        policy.insert(u"outlierDetection"_s, outlier);
    }
    return policy;
}

void traceMesh(Manifest &manifest, const QString &path)
{
    const QString tcp = u"spec.trafficPolicy.connectionPool.tcp."_s;
    const QString http = u"spec.trafficPolicy.connectionPool.http."_s;
    const QString outlier = u"spec.trafficPolicy.outlierDetection."_s;
    manifest.sources = {{QString{}, path},
                        {u"spec.host"_s, path + u".host"_s},
                        {tcp + u"maxConnections"_s, path + u".maxConnections"_s},
                        {http + u"http1MaxPendingRequests"_s, path + u".maxPendingRequests"_s},
                        {http + u"http2MaxRequests"_s, path + u".maxRequests"_s},
                        {http + u"maxRetries"_s, path + u".maxRetries"_s},
                        {outlier + u"consecutive5xxErrors"_s, path + u".consecutive5xxErrors"_s},
                        {outlier + u"interval"_s, path + u".interval"_s},
                        {outlier + u"baseEjectionTime"_s, path + u".baseEjectionTime"_s},
                        {outlier + u"maxEjectionPercent"_s, path + u".maxEjectionPercent"_s}};
}

QJsonObject ruleJson(const PolicyAlert &alert)
{
    QJsonObject rule{{u"alert"_s, alert.name}, {u"expr"_s, alert.expr}};
    if (alert.holdFor) {
        rule.insert(u"for"_s, formatDuration(*alert.holdFor));
    }
    if (alert.keepFiringFor) {
        rule.insert(u"keep_firing_for"_s, formatDuration(*alert.keepFiringFor));
    }
    if (!alert.labels.isEmpty()) {
        rule.insert(u"labels"_s, jsonOf(alert.labels));
    }
    if (!alert.annotations.isEmpty()) {
        rule.insert(u"annotations"_s, jsonOf(alert.annotations));
    }
    return rule;
}

void writeTexts(YamlWriter &out, QLatin1String key, const PolicyTexts &texts)
{
    if (texts.isEmpty()) {
        return;
    }
    out.openMap(key);
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        out.entry(text.key(), text.value());
    }
    out.close();
}

} // namespace

std::optional<Manifest> settingsManifest(const Policy &policy)
{
    YamlWriter out;
    for (const PolicyComponent &component : policy.components) {
        if (hasSettings(component)) {
            writeService(out, component);
        }
    }
    if (out.bytes().isEmpty()) {
        return std::nullopt;
    }
    Manifest manifest = newManifest(policy, u"v1"_s, u"ConfigMap"_s, settingsName(policy));
    manifest.object.insert(
        u"data"_s,
        QJsonObject{{u"schema"_s, u"1"_s}, {u"settings.yaml"_s, QString::fromUtf8(out.bytes())}});
    manifest.sources.insert({}, u"spec.components"_s);
    return manifest;
}

std::vector<Manifest> meshManifests(const Policy &policy)
{
    std::vector<Manifest> manifests;
    for (std::size_t i = 0; i < policy.components.size(); ++i) {
        const PolicyComponent &component = policy.components[i];
        for (std::size_t j = 0; j < component.breakers.size(); ++j) {
            const PolicyBreaker &breaker = component.breakers[j];
            if (!breaker.mesh) {
                continue;
            }
            Manifest manifest =
                newManifest(policy, u"networking.istio.io/v1"_s, u"DestinationRule"_s,
                            meshName(policy, component, breaker), &component);
            QJsonObject spec{{u"host"_s, breaker.mesh->host}};
            const QJsonObject traffic = trafficPolicy(*breaker.mesh);
            if (!traffic.isEmpty()) {
                spec.insert(u"trafficPolicy"_s, traffic);
            }
            manifest.object.insert(u"spec"_s, spec);
            traceMesh(manifest, u"%1.breakers[%2].mesh"_s.arg(componentPath(i)).arg(j));
            manifests.push_back(std::move(manifest));
        }
    }
    return manifests;
}

std::optional<Manifest> alertsManifest(const Policy &policy)
{
    if (policy.alerts.empty()) {
        return std::nullopt;
    }
    Manifest manifest =
        newManifest(policy, u"monitoring.coreos.com/v1"_s, u"PrometheusRule"_s, alertsName(policy));
    QJsonArray rules;
    for (std::size_t i = 0; i < policy.alerts.size(); ++i) {
        rules.append(ruleJson(policy.alerts[i]));
        const QString source = u"spec.alerts[%1]"_s.arg(i);
        manifest.sources.insert(u"spec.groups[0].rules[%1]"_s.arg(i), source);
        manifest.sources.insert(u"spec.groups[0].rules[%1].expr"_s.arg(i), source + u".expr"_s);
        manifest.sources.insert(u"spec.groups[0].rules[%1].for"_s.arg(i), source + u".for"_s);
    }
    manifest.sources.insert({}, u"spec.alerts"_s);
    manifest.object.insert(
        u"spec"_s,
        QJsonObject{
            {u"groups"_s, QJsonArray{QJsonObject{{u"name"_s, QString{u"spillway."_s + policy.name}},
                                                 {u"rules"_s, rules}}}}});
    return manifest;
}

QByteArray ruleFile(const Policy &policy)
{
    if (policy.alerts.empty()) {
        return "groups: []\n";
    }
    YamlWriter out;
    out.openList("groups"_L1);
    out.openItem();
    out.text("name"_L1, u"spillway."_s + policy.name);
    out.openList("rules"_L1);
    for (const PolicyAlert &alert : policy.alerts) {
        out.openItem();
        out.text("alert"_L1, alert.name);
        out.text("expr"_L1, alert.expr);
        if (alert.holdFor) {
            out.text("for"_L1, formatDuration(*alert.holdFor));
        }
        if (alert.keepFiringFor) {
            out.text("keep_firing_for"_L1, formatDuration(*alert.keepFiringFor));
        }
        writeTexts(out, "labels"_L1, alert.labels);
        writeTexts(out, "annotations"_L1, alert.annotations);
        out.close();
    }
    return out.bytes();
}

Result<Manifest> revisionManifest(const Policy &policy, const PolicyRevision &revision)
{
    const QByteArray changes = QJsonDocument(revision.changes).toJson(QJsonDocument::Compact);
    constexpr qsizetype limit = 1000 * 1024;
    if (revision.policyText.size() + changes.size() + revision.reason.size() > limit) {
        Error error;
        error.code = ErrorCode::TooLarge;
        error.what = Text::tr("The policy is too large to be kept as a revision");
        error.why = Text::tr("a revision holds at most %1 bytes").arg(limit);
        error.advice = Text::tr("Divide it into several policies.");
        return error;
    }
    Manifest manifest =
        newManifest(policy, u"v1"_s, u"ConfigMap"_s, revisionName(policy, revision.number));
    QJsonObject metadata = manifest.object.value("metadata"_L1).toObject();
    QJsonObject labels = metadata.value("labels"_L1).toObject();
    labels.insert(u"spillway.dev/revision"_s, QString::number(revision.number));
    metadata.insert(u"labels"_s, labels);
    manifest.object.insert(u"metadata"_s, metadata);
    manifest.object.insert(u"immutable"_s, true);
    manifest.object.insert(u"data"_s,
                           QJsonObject{{u"policy.yaml"_s, QString::fromUtf8(revision.policyText)},
                                       {u"author"_s, revision.author},
                                       {u"reason"_s, revision.reason},
                                       {u"time"_s, revision.time},
                                       {u"changes.json"_s, QString::fromUtf8(changes)}});
    return manifest;
}

} // namespace spillway
