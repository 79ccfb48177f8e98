// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyscaling.h"
#include "rollout/importfields.h"

#include <span>

namespace spillway {

// The parts of importPolicy().

/// A component with where its parts came from, for notes about them.
struct ImportedComponent
{
    PolicyComponent component;
    QString object;          ///< "HorizontalPodAutoscaler web"; empty: no autoscaler
    QStringList metricPaths; ///< of the object, one a metric
    bool ours = false;       ///< written by the policy that is imported
};

/// Target, bounds, metrics and behaviour of a HorizontalPodAutoscaler; none (and a note) if it has
/// nothing that the policy can say. The name is still to be given.
[[nodiscard]] std::optional<ImportedComponent> importAutoscaler(const QJsonObject &object,
                                                                const ImportScope &scope);
/// The same of a ScaledObject.
[[nodiscard]] std::optional<ImportedComponent> importScaledObject(const QJsonObject &object,
                                                                  const ImportScope &scope);

/// scaleTargetRef of both.
[[nodiscard]] PolicyObject importTarget(ImportFields &spec);
/// behavior of both; it is made explicit by the policy if it is not there.
[[nodiscard]] PolicyBehavior importBehavior(ImportFields &around);

/// One trigger of a ScaledObject; none, and a note, if the policy cannot say it.
[[nodiscard]] std::optional<PolicyMetric> importTrigger(ImportFields &trigger);

/// The window that holds exactly whenever a cron trigger is active, through the horizon from now.
/// Its name and floor are still to be given.
[[nodiscard]] std::optional<ScheduleWindow> windowOfCron(const PolicyCronTrigger &trigger,
                                                         EpochMs now);
/// Turns cron triggers into windows where that is the same. The first that can sets the zone.
void importCronTriggers(Policy &policy, std::span<ImportedComponent> components, EpochMs now,
                        std::vector<ImportNote> &notes);
/// An address that most prometheus triggers share becomes that of the policy.
void sharePrometheus(Policy &policy, std::span<ImportedComponent> components);

/// A DestinationRule with limits or outlier detection.
[[nodiscard]] bool breaksCircuits(const QJsonObject &object);
[[nodiscard]] PolicyMesh importMesh(const QJsonObject &object, const ImportScope &scope);
/// The alerts of a PrometheusRule of ours.
[[nodiscard]] std::vector<PolicyAlert> importAlerts(const QJsonObject &object,
                                                    const ImportScope &scope);

/// One service of the settings that a policy wrote: quota, degrade, breakers.
[[nodiscard]] std::vector<PolicyComponent> importSettings(const QJsonObject &configMap,
                                                          const ImportScope &scope);
/// Bounds outside of windows and events, by component, from a timeline that a policy wrote.
[[nodiscard]] QMap<QString, ScheduleBounds> importBaseBounds(const QJsonObject &configMap);
/// Image, secrets, nodes and force, from the CronJob and the ConfigMap that a policy wrote.
[[nodiscard]] PolicyScheduleSettings importScheduleSettings(const QJsonObject &cronJob,
                                                            const QJsonObject &configMap);
/// What makes a CronJob of somebody else look as if it changes replicas; empty: nothing.
[[nodiscard]] QString scheduleLikeness(const QJsonObject &cronJob);

/// Cost tags among the labels of an object: team, department, env, owner, app.
[[nodiscard]] PolicyTexts importCostTags(const QJsonObject &labels);
/// Notes labels and annotations that are not taken over.
void noteMetadata(const QJsonObject &object, const QStringList &taken, const ImportScope &scope);

/// Takes out what the parser would refuse, with a note each, until the text reads without
/// problems; false if nothing is left.
[[nodiscard]] bool keepReadable(Policy &policy, std::vector<ImportedComponent> &components,
                                std::vector<ImportNote> &notes);

} // namespace spillway
