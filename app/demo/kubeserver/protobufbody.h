// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace spillway::demo {

/// An object that a client sent as protobuf, as kubectl 1.32 does with its typed clients (`kubectl
/// create` of most kinds), which know no way back to JSON. Understood are the kinds that kubectl
/// makes so, with the fields that it fills in; nullopt for everything else, and if a field that is
/// not understood says something: half an object is none. Pure; trusts no length.
[[nodiscard]] std::optional<QJsonObject> objectFromProtobuf(const QByteArray &bytes);

} // namespace spillway::demo
