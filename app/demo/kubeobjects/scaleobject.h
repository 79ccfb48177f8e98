// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/objectengine.h"

#include <QJsonObject>

#include <optional>

namespace spillway::demo {

/// The scale of a workload (autoscaling/v1). managedFields of the workload that speak of
/// spec.replicas are those of the scale.
[[nodiscard]] QJsonObject scaleOf(const QJsonObject &workload);

/// A write to the subresource scale; the outcome's `stored` is the workload.
[[nodiscard]] WriteOutcome writeScale(const ResourceType &type, const WriteRequest &request,
                                      const std::optional<QJsonObject> &stored,
                                      const WriteContext &context);

} // namespace spillway::demo
