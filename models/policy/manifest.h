// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace spillway {

struct Policy;
struct PolicyBreaker;
struct PolicyComponent;

/// Field managers of the ownership protocol: the console owns what the policy says, the schedule
/// owns the bounds while a timeline is attached.
inline constexpr QLatin1String consoleManager{"spillway"};
inline constexpr QLatin1String scheduleManager{"spillway-schedule"};

inline constexpr QLatin1String managedByLabel{"app.kubernetes.io/managed-by"};
inline constexpr QLatin1String policyLabel{"spillway.dev/policy"};
inline constexpr QLatin1String componentLabel{"spillway.dev/component"};

/// One object as it is to be applied, and where in the policy each of its fields came from.
struct Manifest
{
    QJsonObject object;
    QString manager{consoleManager};
    /// False: a workload of somebody else, of which single fields are set. It must exist already
    /// and is never deleted.
    bool owned = true;
    /// Field path in the object -> field path in the policy. "" is the object as a whole.
    QMap<QString, QString> sources;

    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString nameSpace() const;
    /// The part of the policy behind a field as a server names it (".spec.metrics[0].resource",
    /// "spec.groups[name=\"slo\"].interval"): of the field or of the nearest one around it.
    [[nodiscard]] QString sourceOf(const QString &fieldPath) const;
};

/// Limits of names. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
inline constexpr qsizetype longestName = 253;
inline constexpr qsizetype longestLabelName = 63;
inline constexpr qsizetype longestCronJobName = 52;
/// KEDA names the HPA "keda-hpa-" + name, and keeps both in labels.
inline constexpr qsizetype longestScaledObjectName = longestLabelName - 9;

/// The parts joined by ".", which no part holds, so that different parts give different names. What
/// does not fit, or is not allowed in names, is replaced and made unique by a hash of the parts.
[[nodiscard]] QString objectName(const QStringList &parts, qsizetype limit);

/// Name of the HorizontalPodAutoscaler or ScaledObject of a component.
[[nodiscard]] QString scalerName(const Policy &policy, const PolicyComponent &component);
/// Name of everything that the schedule of a policy consists of.
[[nodiscard]] QString scheduleName(const Policy &policy);
[[nodiscard]] QString settingsName(const Policy &policy);
[[nodiscard]] QString alertsName(const Policy &policy);
/// Name of the DestinationRule of a breaker at mesh level.
[[nodiscard]] QString meshName(const Policy &policy, const PolicyComponent &component,
                               const PolicyBreaker &breaker);
[[nodiscard]] QString revisionName(const Policy &policy, int revision);

/// An object of the policy with its labels; of the component too, unless null.
[[nodiscard]] Manifest newManifest(const Policy &policy, const QString &apiVersion,
                                   const QString &kind, const QString &name,
                                   const PolicyComponent *component = nullptr);

} // namespace spillway
