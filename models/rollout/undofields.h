// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QString>

/// \file Private to this folder: parts of what a manager owns (ownentry.h). Pure.

namespace spillway {

/// What a manager owns of an object, as a body to apply, without some of its fields.
[[nodiscard]] QJsonObject ownedWithout(const QJsonObject &object, const QString &manager,
                                       const QSet<QString> &leaves);

/// The values that an object has at the places that a manager owns in another state of it;
/// Undefined where it has none.
[[nodiscard]] QMap<QString, QJsonValue>
valuesOfFields(const QJsonObject &object, const QJsonObject &owner, const QString &manager);

} // namespace spillway
