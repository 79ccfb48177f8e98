// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/manifest.h"
#include "policy/policyscaling.h"

#include <QSet>

#include <vector>

namespace spillway {

/// What compilation depends on besides the policy.
struct CompileOptions
{
    EpochMs now = 0;
    /// Where the timeline in the cluster starts (timelineStartOf()), so that an unchanged policy
    /// gives the same bytes at any moment. A new one is begun, an hour before now, if there is none
    /// or half of it is over.
    std::optional<EpochMs> timelineStart;
    PolicyContext context;
    /// Components whose bounds the schedule owns at this moment: left out of their objects. Bounds
    /// that only the console owns must never be left out, they would fall to their default.
    QSet<QString> attached;
    /// For prometheus triggers if the policy names no address.
    QString prometheusAddress = QStringLiteral("http://prometheus-operated.monitoring.svc:9090");
    bool prometheusOperator = true; ///< the kind PrometheusRule is there
    bool istio = true;              ///< the kind DestinationRule is there
};

struct Compiled
{
    std::vector<Manifest> manifests; ///< in the order in which they are applied
    std::vector<Error> problems;     ///< schedules that cannot be resolved; then do not apply
};

/// The objects of a policy: every row of the table in docs/policy.md. Pure and deterministic: equal
/// policies and options give equal bytes. The policy must have been read without problems.
[[nodiscard]] Compiled compilePolicy(const Policy &policy, const CompileOptions &options);

/// Where the timeline in a ConfigMap of the cluster starts; none: it is not one of ours.
[[nodiscard]] std::optional<EpochMs> timelineStartOf(const QJsonObject &configMap);
/// The measured lead times, by component, with which the timeline in it was made.
[[nodiscard]] QMap<QString, std::chrono::seconds> timelineLeadTimesOf(const QJsonObject &configMap);

/// What the schedule applies, and what is applied in its name when it is attached: the bounds
/// alone. None: `spec: {}`, by which the schedule lets go of them.
[[nodiscard]] Manifest boundsManifest(const Policy &policy, std::size_t component,
                                      const std::optional<TimelineRow> &bounds);

/// Alerts as a rule file of Prometheus, for clusters without PrometheusRule.
[[nodiscard]] QByteArray ruleFile(const Policy &policy);

/// Who changed the policy, why and to what.
struct PolicyRevision
{
    int number = 0;
    QByteArray policyText; ///< as the user wrote it
    QString author;
    QString reason;
    QString time;        ///< RFC 3339, UTC
    QJsonObject changes; ///< the owned values before and after, by object
};
/// TooLarge if it does not fit into a ConfigMap.
[[nodiscard]] Result<Manifest> revisionManifest(const Policy &policy,
                                                const PolicyRevision &revision);

} // namespace spillway
