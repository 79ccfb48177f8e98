// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/serverstate.h"
#include "kubeserver/typeregistry.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

namespace spillway::demo {

using GroupVersions = QList<std::pair<QString, QString>>;

/// Group and version of the stored APIServices whose service nobody provides.
[[nodiscard]] GroupVersions unservedAggregates(const ServerState &state);

// The documents of discovery, from the table of served kinds. Pure.
[[nodiscard]] QJsonObject legacyCoreVersions();
[[nodiscard]] QJsonObject legacyGroup(const TypeTable &table, const QString &group);
[[nodiscard]] QJsonObject legacyGroups(const TypeTable &table, const GroupVersions &unserved);
[[nodiscard]] QJsonObject legacyResources(const TypeTable &table, const QString &group,
                                          const QString &version);
[[nodiscard]] QJsonObject aggregatedCore(const TypeTable &table);
[[nodiscard]] QJsonObject aggregatedGroups(const TypeTable &table, const GroupVersions &unserved);
[[nodiscard]] QJsonArray servedPaths(const TypeTable &table);

} // namespace spillway::demo
