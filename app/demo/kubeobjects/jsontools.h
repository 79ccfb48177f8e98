// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace spillway::demo {

// Small helpers for JSON trees. Paths are lists of keys.

[[nodiscard]] QJsonValue valueAt(const QJsonObject &object, const QStringList &path);
[[nodiscard]] QJsonObject objectAt(const QJsonObject &object, const QStringList &path);
[[nodiscard]] QString textAt(const QJsonObject &object, const QStringList &path);
/// Makes the objects on the way. An Undefined value removes the key.
void setAt(QJsonObject &object, const QStringList &path, const QJsonValue &value);
void removeAt(QJsonObject &object, const QStringList &path);
/// Sets the value if the key is missing.
void setDefault(QJsonObject &object, QLatin1String key, const QJsonValue &value);

/// A number without a fraction that fits 64 bits.
[[nodiscard]] bool isWhole(const QJsonValue &value);
/// A text as Go's %q writes it.
[[nodiscard]] QString goQuoted(const QString &text);
/// A value as Go's JSON encoder writes it (HTML characters escaped), keys sorted.
[[nodiscard]] QString goJson(const QJsonValue &value);

} // namespace spillway::demo
