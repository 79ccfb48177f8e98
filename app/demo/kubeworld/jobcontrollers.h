// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeworld/clusterplan.h"
#include "kubeworld/clusterview.h"

namespace spillway::demo {

/// The CronJob controller: makes a Job for the last time that has come since the one before, keeps
/// to suspend, startingDeadlineSeconds, concurrencyPolicy and the history limits. Pure.
/// https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
[[nodiscard]] ClusterPlan cronJobPlan(const ClusterView &view);
/// The Job controller: one pod at a time until one succeeds, more than backoffLimit have failed, or
/// activeDeadlineSeconds are over; finished Jobs go after ttlSecondsAfterFinished. Pure.
[[nodiscard]] ClusterPlan jobPlan(const ClusterView &view);

/// Complete or Failed.
[[nodiscard]] bool isFinishedJob(const QJsonObject &job);

} // namespace spillway::demo
