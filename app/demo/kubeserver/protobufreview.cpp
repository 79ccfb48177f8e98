// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/protobufreview.h"

#include <QJsonArray>
#include <QList>
#include <QString>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

struct Field
{
    quint64 number = 0;
    quint64 value = 0; ///< of a varint
    QByteArray bytes;  ///< of what has a length
};

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

/// The fields of a message; empty for what is none.
QList<Field> fieldsOf(const QByteArray &bytes)
{
    QList<Field> fields;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto key = takeVarint(bytes, at);
        const auto value = takeVarint(bytes, at);
        const quint64 wire = key.value_or(7) & 7U;
        if (!key || !value || (wire != 0 && wire != 2)) {
            return {};
        }
        Field field{*key >> 3U, *value, {}};
        if (wire == 2) {
            if (*value > quint64(bytes.size() - at)) {
                return {};
            }
            field.bytes = bytes.mid(at, qsizetype(*value));
            at += qsizetype(*value);
        }
        fields.append(field);
    }
    return fields;
}

QByteArray bytesOf(const QList<Field> &fields, quint64 number)
{
    for (const Field &field : fields) {
        if (field.number == number) {
            return field.bytes;
        }
    }
    return {};
}

/// Texts in the order of their numbers, from 1.
QJsonObject texts(const QByteArray &message, const QStringList &names)
{
    QJsonObject object;
    for (const Field &field : fieldsOf(message)) {
        if (field.number >= 1 && field.number <= quint64(names.size()) && !field.bytes.isEmpty()) {
            object.insert(names.at(qsizetype(field.number) - 1), QString::fromUtf8(field.bytes));
        }
    }
    return object;
}

QJsonObject accessSpec(const QList<Field> &spec)
{
    QJsonObject shown;
    QJsonArray groups;
    for (const Field &field : spec) {
        if (field.number == 1) {
            shown.insert(u"resourceAttributes"_s,
                         texts(field.bytes, {u"namespace"_s, u"verb"_s, u"group"_s, u"version"_s,
                                             u"resource"_s, u"subresource"_s, u"name"_s}));
        } else if (field.number == 2) {
            shown.insert(u"nonResourceAttributes"_s, texts(field.bytes, {u"path"_s, u"verb"_s}));
        } else if (field.number == 3) {
            shown.insert(u"user"_s, QString::fromUtf8(field.bytes));
        } else if (field.number == 4) {
            groups.append(QString::fromUtf8(field.bytes));
        }
    }
    if (!groups.isEmpty()) {
        shown.insert(u"groups"_s, groups);
    }
    return shown;
}

QJsonObject tokenSpec(const QList<Field> &spec)
{
    QJsonObject shown;
    for (const Field &field : spec) {
        if (field.number == 4 && field.value > 0) {
            shown.insert(u"expirationSeconds"_s, qint64(field.value));
        }
    }
    return shown;
}

} // namespace

std::optional<QJsonObject> reviewFromProtobuf(const QByteArray &bytes)
{
    const QByteArray magic("k8s\0", 4);
    const QList<Field> envelope = fieldsOf(bytes.mid(magic.size()));
    if (!bytes.startsWith(magic) || envelope.isEmpty()) {
        return std::nullopt;
    }
    const QByteArray kind = bytesOf(fieldsOf(bytesOf(envelope, 1)), 2);
    const QByteArray spec = bytesOf(fieldsOf(bytesOf(envelope, 2)), 2);
    QJsonObject shown;
    if (kind == "SelfSubjectRulesReview") {
        shown = texts(spec, {u"namespace"_s});
    } else if (kind == "TokenRequest") {
        shown = tokenSpec(fieldsOf(spec));
    } else if (kind != "SelfSubjectReview") {
        shown = accessSpec(fieldsOf(spec));
    }
    return QJsonObject{{u"spec"_s, shown}};
}

} // namespace spillway::demo
