// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/typeregistry.h"

#include <QJsonObject>

#include <optional>

namespace spillway::demo {

/// /openapi/v3, its documents and /openapi/v2. nullopt: the path is none of these.
[[nodiscard]] std::optional<ApiAnswer> answerOpenApi(const TypeTable &table,
                                                     const ApiRequest &request);

/// The OpenAPI v3 document of a group and version: for the kinds that Spillway ships the schemas
/// of, those; else what kubectl needs to know (that the server validates fields and dry-runs), and
/// the schemas of custom resources. Pure.
[[nodiscard]] QJsonObject openApiDocument(const TypeTable &table, const QString &group,
                                          const QString &version);

} // namespace spillway::demo
