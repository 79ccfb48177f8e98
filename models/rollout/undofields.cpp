// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/undofields.h"

#include "rollout/ownentry.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// The element of a path that one member of fieldsV1 stands for.
QString elementOf(const QString &member)
{
    const Result<QStringList> paths = kube::fieldPaths(
        QJsonDocument(QJsonObject{{member, QJsonObject{}}}).toJson(QJsonDocument::Compact));
    return paths ? paths->value(0) : QString{};
}

/// fieldsV1 without some of its leaves.
QJsonObject withoutLeaves(const QJsonObject &fields, const QString &path,
                          const QSet<QString> &leaves)
{
    QJsonObject kept;
    for (auto member = fields.begin(); member != fields.end(); ++member) {
        const QString below = path + elementOf(member.key());
        const QJsonObject inner = member.value().toObject();
        if (leaves.contains(below)) {
            continue;
        }
        const QJsonObject rest = withoutLeaves(inner, below, leaves);
        if (inner.isEmpty() || !rest.isEmpty()) {
            kept.insert(member.key(), rest);
        }
    }
    return kept;
}

QJsonObject withEntry(QJsonObject object, const QString &manager, const QJsonObject &fields)
{
    QJsonObject meta = object.value("metadata"_L1).toObject();
    const QJsonObject entry{
        {"manager"_L1, manager}, {"operation"_L1, "Apply"_L1}, {"fieldsV1"_L1, fields}};
    meta.insert("managedFields"_L1, QJsonArray{entry});
    object.insert("metadata"_L1, meta);
    return object;
}

} // namespace

QJsonObject ownedWithout(const QJsonObject &object, const QString &manager,
                         const QSet<QString> &leaves)
{
    const QJsonObject fields = withoutLeaves(ownFields(object, manager), {}, leaves);
    return ownedBody(withEntry(object, manager, fields), manager);
}

QMap<QString, QJsonValue> valuesOfFields(const QJsonObject &object, const QJsonObject &owner,
                                         const QString &manager)
{
    const QJsonObject fields = ownFields(owner, manager);
    return fields.isEmpty() ? QMap<QString, QJsonValue>{}
                            : ownedValues(withEntry(object, manager, fields), manager);
}

} // namespace spillway
