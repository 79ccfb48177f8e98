// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>

namespace spillway::demo {

// What every controller reads from objects and writes into them.

[[nodiscard]] QString nameOf(const QJsonObject &object);
[[nodiscard]] QString namespaceOf(const QJsonObject &object);
[[nodiscard]] QString uidOf(const QJsonObject &object);
/// "namespace/name".
[[nodiscard]] QString keyOf(const QJsonObject &object);
[[nodiscard]] bool isBeingDeleted(const QJsonObject &object);

/// uid of the owner that is its controller; empty: nobody.
[[nodiscard]] QString controllerUid(const QJsonObject &object);
[[nodiscard]] QString controllerKind(const QJsonObject &object);
[[nodiscard]] QJsonArray controlledBy(const QJsonObject &owner);

/// RFC 3339 as the API writes it.
[[nodiscard]] QString timeText(std::int64_t second);
[[nodiscard]] std::optional<std::int64_t> secondOf(const QJsonValue &time);

/// Sets one condition of a list; its lastTransitionTime moves only with its status.
void setCondition(QJsonArray &conditions, const QString &type, bool status, const QString &reason,
                  const QString &message, std::int64_t second);
/// Empty if there is none of that type.
[[nodiscard]] QJsonObject conditionOf(const QJsonObject &object, const QString &type);

/// True if the pod says so and is not on its way out.
[[nodiscard]] bool isReadyPod(const QJsonObject &pod);
[[nodiscard]] bool isFinishedPod(const QJsonObject &pod);

/// The server holds what is wanted: it may say more (defaults), and leaves out zero values.
[[nodiscard]] bool saysSame(const QJsonValue &held, const QJsonValue &wanted);

/// Kubernetes' alphabet for generated names: no vowels, nothing that looks like another.
[[nodiscard]] QString safeLetters(std::uint64_t number, int length);
/// The same on every machine.
[[nodiscard]] std::uint64_t hashOfText(const QByteArray &text);

} // namespace spillway::demo
