// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

/// \file Private to this folder: HorizontalPodAutoscalers and ScaledObjects, whoever wrote them.

namespace spillway {

[[nodiscard]] bool isAutoscaler(const QString &kind);

/// "Deployment.apps/web". Versions of a group are the same workload.
[[nodiscard]] QString workloadKey(const QString &kind, const QString &apiVersion,
                                  const QString &name);
/// The same of the workload that an autoscaler is for. What a ScaledObject does not say is what
/// KEDA takes then: https://keda.sh/docs/2.17/reference/scaledobject-spec/#scaletargetref
[[nodiscard]] QString workloadOf(const QJsonObject &autoscaler);

/// Name of the ScaledObject that KEDA made an HPA for; empty: it is nobody's.
[[nodiscard]] QString scaledObjectOf(const QJsonObject &hpa);

} // namespace spillway
