// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/resourcetype.h"

#include <QJsonObject>
#include <QString>

namespace spillway::demo {

/// What the server fills in when it decodes an object of a built-in kind. The object is in the form
/// of the version, and gets its defaults in place.
void applyDefaults(const ResourceType &type, const QString &version, QJsonObject &object);

/// The defaults of a pod or pod template.
void applyPodDefaults(QJsonObject &podSpec);

} // namespace spillway::demo
