// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/resourcetype.h"
#include "kubeserver/serverstate.h"

#include <QJsonObject>

namespace spillway::demo {

/// What the server itself does right after an object was stored: a CustomResourceDefinition is
/// served (or, marked as deleted, goes with its objects), a quota counts what was made.
void afterWrite(ServerState &state, const ResourceType &type, const QJsonObject &stored,
                bool created);
void afterRemoval(ServerState &state, const ResourceType &type, const QJsonObject &last);

} // namespace spillway::demo
