// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/protobufwire.h"

namespace spillway::demo {

namespace {

std::optional<quint64> takeVarint(const QByteArray &bytes, qsizetype &at)
{
    quint64 value = 0;
    for (int shift = 0; shift < 64 && at < bytes.size(); shift += 7) {
        const auto byte = quint8(bytes.at(at++));
        value |= quint64(byte & 0x7fU) << unsigned(shift);
        if ((byte & 0x80U) == 0) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<QList<ProtobufField>> protobufFields(const QByteArray &bytes)
{
    QList<ProtobufField> fields;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto key = takeVarint(bytes, at);
        const auto value = takeVarint(bytes, at);
        const quint64 wire = key.value_or(7) & 7U;
        if (!key || !value || (wire != 0 && wire != 2)) {
            return std::nullopt;
        }
        ProtobufField field{*key >> 3U, *value, {}};
        if (wire == 2) {
            if (*value > quint64(bytes.size() - at)) {
                return std::nullopt;
            }
            field.bytes = bytes.mid(at, qsizetype(*value));
            at += qsizetype(*value);
        }
        fields.append(field);
    }
    return fields;
}

ProtobufField protobufField(const QList<ProtobufField> &fields, quint64 number)
{
    for (const ProtobufField &field : fields) {
        if (field.number == number) {
            return field;
        }
    }
    return {};
}

std::optional<ProtobufEnvelope> protobufEnvelope(const QByteArray &bytes)
{
    const QByteArray magic("k8s\0", 4);
    const auto envelope = protobufFields(bytes.mid(magic.size()));
    if (!bytes.startsWith(magic) || !envelope || envelope->isEmpty()) {
        return std::nullopt;
    }
    const auto type = protobufFields(protobufField(*envelope, 1).bytes);
    if (!type) {
        return std::nullopt;
    }
    return ProtobufEnvelope{protobufField(*type, 1).bytes, protobufField(*type, 2).bytes,
                            protobufField(*envelope, 2).bytes};
}

} // namespace spillway::demo
