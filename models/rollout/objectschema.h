// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/openapischema.h"

#include <QJsonArray>
#include <QJsonObject>

/// \file Private to this folder: what the shipped schema says about a place of an object. Null
/// stands for what it does not know.

namespace spillway {

/// Of an object with apiVersion and kind.
[[nodiscard]] SchemaPtr schemaOf(const QJsonObject &object);
[[nodiscard]] SchemaPtr schemaOfField(const SchemaPtr &parent, const QString &key);
[[nodiscard]] SchemaPtr schemaOfItems(const SchemaPtr &list);

/// Equal for the server: quantities by value; null is nothing. Only scalars.
[[nodiscard]] bool sameScalar(const QJsonValue &a, const QJsonValue &b, const SchemaPtr &schema);
/// The same for anything; the order of list items counts.
[[nodiscard]] bool sameValue(const QJsonValue &a, const QJsonValue &b, const SchemaPtr &schema);

/// How the items of a list are told apart: "[name=\"slo\"]" for each of them. Empty if by their
/// place only, because there are no keys or they repeat.
[[nodiscard]] QStringList itemKeys(const QJsonArray &items, const SchemaPtr &list);

} // namespace spillway
