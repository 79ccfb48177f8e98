// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/managedfields.h"

#include <QJsonObject>
#include <QMap>

#include <vector>

namespace spillway {

/// \file What managedFields of a live object say about an apply, without asking the server.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
/// Pure; any thread.

/// Whether applying `body` as `manager` is known to change nothing: its Apply entry owns exactly
/// the body's fields, and their values are equal (quantities by value). As soon as anybody changes
/// such a field it is missing from the entry. False: only a dry run can tell.
[[nodiscard]] bool isAppliedAlready(const QJsonObject &live, const QString &manager,
                                    const QJsonObject &body);

/// What the manager owns, with its values, as a body to apply; it has apiVersion, kind and name at
/// least. With `taking`, the live values of what that body takes over from others are added:
/// applying the result puts all of them back.
[[nodiscard]] QJsonObject ownedBody(const QJsonObject &live, const QString &manager,
                                    const QJsonObject &taking = {});

/// A field of a body that others own with another value: an apply is refused, or takes it over.
struct ForeignField
{
    QString path;                            ///< ".spec.maxReplicas"
    QJsonValue value{QJsonValue::Undefined}; ///< the live one
    QList<kube::FieldOwner> owners;          ///< all but the manager
    friend bool operator==(const ForeignField &, const ForeignField &) = default;
};
/// Sorted by path.
[[nodiscard]] std::vector<ForeignField>
foreignFields(const QJsonObject &live, const QString &manager, const QJsonObject &body);
/// The same for fields that others own with the value of the body: they will be shared, and whoever
/// changes one later is refused.
[[nodiscard]] std::vector<ForeignField>
sharedFields(const QJsonObject &live, const QString &manager, const QJsonObject &body);

[[nodiscard]] QList<kube::ManagedFieldsEntry> managedFieldsOf(const QJsonObject &object);
[[nodiscard]] kube::FieldOwners fieldOwnersOf(const QJsonObject &object);
/// The fields of the manager's Apply entry; empty if it has none.
[[nodiscard]] QJsonObject ownFields(const QJsonObject &object, const QString &manager);

/// The same by path, with the values.
[[nodiscard]] QMap<QString, QJsonValue> ownedValues(const QJsonObject &object,
                                                    const QString &manager);

/// Managers that own a field, sorted, each once.
[[nodiscard]] QStringList managersOf(const kube::FieldOwners &owners, const QString &path);

} // namespace spillway
