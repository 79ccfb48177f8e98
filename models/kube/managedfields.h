// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kube/objectmeta.h"

namespace spillway::kube {

/// The leaf paths of a fieldsV1 document, sorted, in the notation of conflict causes:
/// ".spec.minReplicas", ".spec.groups[name=\"slo\"].interval", ".metadata.finalizers[=\"x\"]".
/// A map or list that is owned itself and not only through its members appears too when it has no
/// members. https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
[[nodiscard]] Result<QStringList> fieldPaths(const QByteArray &fieldsV1);

/// Who owns a field: one entry of managedFields without its fields.
struct FieldOwner
{
    QString manager;
    QString operation;
    QString subresource;
    QString apiVersion;
    std::optional<EpochMs> time;

    [[nodiscard]] bool isApply() const { return operation == QLatin1String("Apply"); }
    friend bool operator==(const FieldOwner &, const FieldOwner &) = default;
};

/// Owners of each leaf path. Entries that cannot be read are left out.
using FieldOwners = QMap<QString, QList<FieldOwner>>;
[[nodiscard]] FieldOwners fieldOwners(const QList<ManagedFieldsEntry> &entries);

/// Owners of exactly that path, or of a list or map that holds it and is owned whole.
[[nodiscard]] QList<FieldOwner> ownersOf(const FieldOwners &owners, const QString &path);

/// Our own entry (operation Apply, no subresource), or null: if a field is missing from it since
/// we applied, somebody changed that field (wire, answer 3).
[[nodiscard]] const ManagedFieldsEntry *applyEntry(const QList<ManagedFieldsEntry> &entries,
                                                   const QString &manager);

/// Paths that an applier of `body` (a JSON object) would give up: owned by it now, absent from the
/// body (S6). Sorted.
[[nodiscard]] Result<QStringList> releasedPaths(const QList<ManagedFieldsEntry> &entries,
                                                const QString &manager, const QByteArray &body);

} // namespace spillway::kube
