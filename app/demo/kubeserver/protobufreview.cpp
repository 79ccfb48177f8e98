// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/protobufreview.h"

#include "kubeserver/protobufwire.h"

#include <QJsonArray>
#include <QList>
#include <QString>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

using Field = ProtobufField;

/// Empty for what is no message.
QList<Field> fieldsOf(const QByteArray &bytes)
{
    return protobufFields(bytes).value_or(QList<Field>{});
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
    const auto envelope = protobufEnvelope(bytes);
    if (!envelope) {
        return std::nullopt;
    }
    const QByteArray &kind = envelope->kind;
    const QByteArray spec = protobufField(fieldsOf(envelope->object), 2).bytes;
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
