// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace spillway::demo {

/// One field of a protobuf message: a varint, or bytes.
/// https://protobuf.dev/programming-guides/encoding/
struct ProtobufField
{
    quint64 number = 0;
    quint64 value = 0; ///< of a varint
    QByteArray bytes;  ///< of what has a length

    [[nodiscard]] bool isZero() const { return value == 0; } ///< also: no bytes
};

/// The fields of a message in their order; nullopt for what is none. Trusts no length.
[[nodiscard]] std::optional<QList<ProtobufField>> protobufFields(const QByteArray &bytes);

/// The first field of that number; zero if there is none.
[[nodiscard]] ProtobufField protobufField(const QList<ProtobufField> &fields, quint64 number);

/// What Kubernetes wraps around an object.
struct ProtobufEnvelope
{
    QByteArray apiVersion;
    QByteArray kind;
    QByteArray object;
};
[[nodiscard]] std::optional<ProtobufEnvelope> protobufEnvelope(const QByteArray &bytes);

} // namespace spillway::demo
