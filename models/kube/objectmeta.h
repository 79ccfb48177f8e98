// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace spillway::kube {

using Texts = QMap<QString, QString>;

struct OwnerReference
{
    QString apiVersion;
    QString kind;
    QString name;
    QString uid;
    bool controller = false;
    friend bool operator==(const OwnerReference &, const OwnerReference &) = default;
};

/// One manager's share of an object: identity = manager + operation + subresource, and for Update
/// the apiVersion. The server's order says nothing: a set (wire fact 34).
struct ManagedFieldsEntry
{
    QString manager;
    QString operation; ///< "Apply" or "Update"
    QString apiVersion;
    QString subresource;
    std::optional<EpochMs> time; ///< absent after an apply that changed no value
    QByteArray fieldsV1;         ///< JSON; see managedfields.h

    [[nodiscard]] bool isApply() const { return operation == QLatin1String("Apply"); }
    friend bool operator==(const ManagedFieldsEntry &, const ManagedFieldsEntry &) = default;
};

/// What every object has.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
struct ObjectMeta
{
    QString name;
    QString ns;
    QString uid;
    QString resourceVersion;
    qint64 generation = 0; ///< 0 = this kind has none (HPA, ConfigMap, Role, ServiceAccount)
    std::optional<EpochMs> created;
    std::optional<EpochMs> deleted; ///< being deleted since; finalizers may hold it
    Texts labels;
    Texts annotations;
    QStringList finalizers;
    QList<OwnerReference> owners;
    QList<ManagedFieldsEntry> managedFields; ///< not read for pods: lists of them are long

    /// The owner that controls it, or null.
    [[nodiscard]] const OwnerReference *controller() const;
    friend bool operator==(const ObjectMeta &, const ObjectMeta &) = default;
};

/// status.conditions[] of any kind.
struct Condition
{
    QString type;
    QString status; ///< "True", "False" or "Unknown"
    QString reason;
    QString message;
    std::optional<EpochMs> since; ///< lastTransitionTime

    [[nodiscard]] bool isTrue() const { return status == QLatin1String("True"); }
    friend bool operator==(const Condition &, const Condition &) = default;
};

/// The condition of that type, or null.
[[nodiscard]] const Condition *findCondition(const QList<Condition> &conditions,
                                             QLatin1String type);

/// An RFC 3339 time as the API writes it, with or without fractions.
[[nodiscard]] std::optional<EpochMs> parseTime(QByteArrayView text);

} // namespace spillway::kube

namespace spillway {

/// A text of metadata of an object as JSON; empty if it is not there.
[[nodiscard]] QString metaText(const QJsonObject &object, QLatin1String key);

} // namespace spillway
