// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/openapischema.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace spillway::demo {

/// RFC 7386.
[[nodiscard]] QJsonValue mergePatched(const QJsonValue &target, const QJsonValue &patch);

/// RFC 6902; nothing if a test fails, a path is missing or an operation is unknown.
[[nodiscard]] std::optional<QJsonObject> jsonPatched(const QJsonObject &target,
                                                     const QJsonArray &patch);

/// Kubernetes' own patch: lists with a merge key are merged item by item, $patch and
/// $deleteFromPrimitiveList are understood.
/// https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md
[[nodiscard]] QJsonValue strategicPatched(const SchemaNode *schema, const QJsonValue &target,
                                          const QJsonValue &patch);

} // namespace spillway::demo
