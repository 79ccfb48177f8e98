// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace spillway::demo {

/// "5m", "3h20m", "12d" as kubectl prints ages; "<unknown>" without a time.
[[nodiscard]] QString ageSince(const QString &time, const QDateTime &now);

/// The cells of a built-in kind, in the order of resources/kube/columns.json.
[[nodiscard]] QJsonArray builtInCells(const QString &kind, const QJsonObject &object,
                                      const QDateTime &now);

} // namespace spillway::demo
