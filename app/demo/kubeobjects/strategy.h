// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/fieldset.h"
#include "kubeobjects/objectengine.h"
#include "kubeobjects/resourcetype.h"

#include <QJsonObject>
#include <QString>

namespace spillway::demo {

// What the registry of a kind does to an object before it is validated and stored: fields that the
// endpoint does not write, generation, what the server fills in itself. Objects are in stored form.

/// What an endpoint ignores, and therefore nobody owns through it.
[[nodiscard]] FieldSet ignoredFields(const ResourceType &type, const QString &subresource);

void prepareForCreate(const ResourceType &type, QJsonObject &object, const WriteContext &context);
void prepareForUpdate(const ResourceType &type, const QString &subresource, QJsonObject &object,
                      const QJsonObject &old);

/// PUT of a name that does not exist creates it.
[[nodiscard]] bool createsOnUpdate(const ResourceType &type);
/// PUT without a resourceVersion overwrites.
[[nodiscard]] bool updatesUnconditionally(const ResourceType &type);

} // namespace spillway::demo
