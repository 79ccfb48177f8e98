// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/openapischema.h"

#include <QJsonValue>
#include <QString>

namespace spillway::demo {

// What OpenAPI does not tell of the server's Go types: which fields are pointers, and which are
// written even if they are empty. `name` is the type's name without its package.

[[nodiscard]] bool isZero(const QJsonValue &value);
/// "omitempty" on a plain value: 0, "" and false are the same as nothing.
[[nodiscard]] bool isOmittedWhenZero(const QString &name, const QString &key,
                                     const SchemaNode &field);
/// Written as null although nobody has set it.
[[nodiscard]] bool isAlwaysWritten(const QString &name, const QString &key);

} // namespace spillway::demo
