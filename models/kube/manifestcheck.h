// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubekind.h"
#include "kube/kubestatus.h"
#include "kube/manifestvalidator.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace spillway::kube {

/// What is wrong with a manifest: apiVersion, kind, name and namespace fit the object, no
/// managedFields, and all that its schema says. Without a schema (null), no whole number beyond 32
/// bits outside the few 64-bit fields of the API: the server would store it cut off, without an
/// error (wire fact 23). Pure.
[[nodiscard]] QList<StatusCause> checkManifest(const ObjectRef &object, const QJsonObject &manifest,
                                               const SchemaNode *schema,
                                               ManifestValidator::Extent extent);

/// All of it: the bytes must be a JSON object of which nothing is wrong. InvalidInput with the
/// causes, each with its field, otherwise.
[[nodiscard]] Result<QJsonObject> checkedManifest(const ObjectRef &object, const QByteArray &body,
                                                  const SchemaNode *schema,
                                                  ManifestValidator::Extent extent,
                                                  QList<StatusCause> &causes);

/// What must be known before a manifest is sent. Calls `done` once, also from inside the call, with
/// what is wrong; never if `context` goes first.
using ManifestGate =
    std::function<void(QObject *context, std::function<void(std::optional<StatusError>)> done)>;

} // namespace spillway::kube
