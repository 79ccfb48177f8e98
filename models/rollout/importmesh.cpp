// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duration.h"
#include "rollout/importparts.h"

#include <QCoreApplication>

#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

using Duration = std::optional<std::chrono::milliseconds>;

/// Istio takes "1.5s" too, Prometheus' notation does not.
Duration durationOf(const QString &text)
{
    if (const auto duration = parseDuration(text); duration.ok()) {
        return *duration;
    }
    bool ok = false;
    const double seconds = text.endsWith(u's') ? text.chopped(1).toDouble(&ok) : 0;
    constexpr double longest = 1e9;
    return ok && seconds >= 0 && seconds < longest
               ? Duration{std::chrono::milliseconds(std::llround(seconds * 1000))}
               : std::nullopt;
}

Duration readDuration(ImportFields &fields, QLatin1String key)
{
    const QString text = fields.text(key);
    const Duration duration = durationOf(text);
    if (!duration && !text.isEmpty()) {
        fields.note("omitted"_L1, key, Text::tr("It is not a duration."));
    }
    return duration;
}

/// Of these numbers 0 is the same to Istio as none.
std::optional<int> readLimit(ImportFields &fields, QLatin1String key)
{
    const std::optional<int> limit = fields.integer(key);
    return limit == 0 ? std::nullopt : limit;
}

void readPool(ImportFields &pool, PolicyMesh &mesh)
{
    pool.in("tcp"_L1,
            [&](ImportFields &tcp) { mesh.maxConnections = readLimit(tcp, "maxConnections"_L1); });
    pool.in("http"_L1, [&](ImportFields &http) {
        mesh.maxPendingRequests = readLimit(http, "http1MaxPendingRequests"_L1);
        mesh.maxRequests = readLimit(http, "http2MaxRequests"_L1);
        mesh.maxRetries = readLimit(http, "maxRetries"_L1);
    });
}

void readOutliers(ImportFields &outliers, PolicyMesh &mesh)
{
    mesh.consecutive5xxErrors = outliers.integer("consecutive5xxErrors"_L1);
    mesh.interval = readDuration(outliers, "interval"_L1);
    mesh.baseEjectionTime = readDuration(outliers, "baseEjectionTime"_L1);
    mesh.maxEjectionPercent = readLimit(outliers, "maxEjectionPercent"_L1);
}

PolicyAlert readAlert(ImportFields &rule)
{
    PolicyAlert alert;
    alert.name = rule.text("alert"_L1);
    alert.expr = rule.text("expr"_L1);
    alert.holdFor = readDuration(rule, "for"_L1);
    alert.keepFiringFor = readDuration(rule, "keep_firing_for"_L1);
    alert.labels = rule.texts("labels"_L1);
    alert.annotations = rule.texts("annotations"_L1);
    return alert;
}

} // namespace

bool breaksCircuits(const QJsonObject &object)
{
    const QJsonObject traffic =
        object.value("spec"_L1).toObject().value("trafficPolicy"_L1).toObject();
    return !traffic.value("connectionPool"_L1).toObject().isEmpty() ||
           !traffic.value("outlierDetection"_L1).toObject().isEmpty();
}

PolicyMesh importMesh(const QJsonObject &object, const ImportScope &scope)
{
    PolicyMesh mesh;
    ImportFields fields(object.value("spec"_L1).toObject(), u"spec"_s, scope);
    mesh.host = fields.text("host"_L1);
    fields.in("trafficPolicy"_L1, [&](ImportFields &policy) {
        policy.in("connectionPool"_L1, [&](ImportFields &pool) { readPool(pool, mesh); });
        policy.in("outlierDetection"_L1, [&](ImportFields &part) { readOutliers(part, mesh); });
    });
    return mesh;
}

std::vector<PolicyAlert> importAlerts(const QJsonObject &object, const ImportScope &scope)
{
    std::vector<PolicyAlert> alerts;
    ImportFields spec(object.value("spec"_L1).toObject(), u"spec"_s, scope);
    spec.each("groups"_L1, [&](ImportFields &group) {
        group.skip({"name"_L1});
        group.each("rules"_L1, [&](ImportFields &rule) {
            if (rule.has("alert"_L1)) {
                alerts.push_back(readAlert(rule));
            } else {
                rule.omit(Text::tr("A policy has alerts only, no recording rules."));
            }
        });
    });
    return alerts;
}

} // namespace spillway
