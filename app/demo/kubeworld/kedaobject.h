// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kubeworld/clusterload.h"
#include "scaling/kedaengine.h"

#include <QJsonObject>
#include <QStringList>

namespace spillway::demo {

/// Reads a ScaledObject (keda.sh/v1alpha1). InvalidInput for triggers and settings that this
/// operator does not have: formulas, and scalers other than prometheus, rabbitmq, cron, cpu and
/// memory.
[[nodiscard]] Result<KedaSpec> kedaSpecFromJson(const QJsonObject &scaledObject);

/// What a trigger's source says now; Resource and cron triggers are read elsewhere.
[[nodiscard]] KedaReading readTrigger(const QJsonObject &trigger, const ClusterLoad &load);

/// The HorizontalPodAutoscaler that the operator makes of it, owner included.
[[nodiscard]] QJsonObject hpaOfScaledObject(const QJsonObject &scaledObject, const KedaSpec &spec);
/// "keda-hpa-NAME", if it does not name another one.
[[nodiscard]] QString hpaNameOf(const QJsonObject &scaledObject);
/// By External trigger: "s0-prometheus", "s1-rabbitmq-generation".
[[nodiscard]] QStringList metricNamesOf(const QJsonObject &scaledObject);

} // namespace spillway::demo
