// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/resourcetype.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace spillway::demo {

/// columnDefinitions of meta.k8s.io/v1 Table for a kind, as kubectl prints it.
[[nodiscard]] QJsonArray tableColumns(const ResourceType &type, const QString &version);
/// The cells of one stored object, in the order of the columns.
[[nodiscard]] QJsonArray tableCells(const ResourceType &type, const QJsonObject &stored,
                                    const QString &version, const QDateTime &now);

} // namespace spillway::demo
