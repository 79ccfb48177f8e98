// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace spillway::demo {

// HorizontalPodAutoscalers of autoscaling/v1 and v2: what v1 has no fields for is in annotations
// (autoscaling.alpha.kubernetes.io/metrics, behavior, conditions, current-metrics).

[[nodiscard]] QJsonObject hpaToV1(const QJsonObject &v2);
[[nodiscard]] QJsonObject hpaToV2(const QJsonObject &v1);

} // namespace spillway::demo
