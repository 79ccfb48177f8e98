// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace spillway::demo {

/// The spec of a review or TokenRequest that a client sent as protobuf, as kubectl 1.32 does with
/// its typed clients: {"spec": {...}}. nullopt if the bytes are none. Pure; trusts no length.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding
[[nodiscard]] std::optional<QJsonObject> reviewFromProtobuf(const QByteArray &bytes);

} // namespace spillway::demo
