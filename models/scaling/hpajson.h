// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "scaling/hpaspec.h"

#include <QJsonObject>

namespace spillway {

/// Reads spec of a HorizontalPodAutoscaler (autoscaling/v2, JSON as the API serves it) and fills in
/// what the API server would. Errors are InvalidInput with the field's path in position.path.
[[nodiscard]] Result<HpaSpec> hpaSpecFromJson(const QJsonObject &spec,
                                              const HpaController &controller);

} // namespace spillway
