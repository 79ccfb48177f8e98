// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/typeregistry.h"

#include <QByteArray>
#include <QJsonObject>

namespace spillway::demo {

/// The OpenAPI v2 document of everything that is served, which kubectl before 1.27 reads (Debian 12
/// has 1.20): each kind's PATCH with its query parameters, and the schemas of the v3 documents.
/// Pure.
[[nodiscard]] QJsonObject openApiV2Document(const TypeTable &table);

/// The same in protobuf: `openapi.v2.Document` of
/// https://github.com/google/gnostic/blob/main/openapiv2/OpenAPIv2.proto. Pure.
[[nodiscard]] QByteArray openApiV2Protobuf(const QJsonObject &document);

/// GET /openapi/v2, in the form that the Accept header asks for.
[[nodiscard]] ApiAnswer answerOpenApiV2(const TypeTable &table, const ApiRequest &request);

} // namespace spillway::demo
