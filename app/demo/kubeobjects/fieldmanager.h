// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/apistatus.h"
#include "kubeobjects/fieldset.h"
#include "kubeobjects/resourcetype.h"
#include "kubeobjects/typedvalue.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <map>
#include <optional>
#include <tuple>

namespace spillway::demo {

/// Who owns fields. Appliers are the same manager in every version, updaters are not.
struct ManagerId
{
    QString manager;
    QString operation;  ///< Apply or Update
    QString apiVersion; ///< of an updater
    QString subresource;

    [[nodiscard]] bool applies() const { return operation == QLatin1String("Apply"); }
    friend bool operator==(const ManagerId &, const ManagerId &) = default;
    friend bool operator<(const ManagerId &a, const ManagerId &b)
    {
        return std::tie(a.manager, a.operation, a.apiVersion, a.subresource) <
               std::tie(b.manager, b.operation, b.apiVersion, b.subresource);
    }
};

struct ManagerEntry
{
    FieldSet set;
    QString apiVersion; ///< in which the paths are written
    QString time;       ///< RFC 3339, or empty
};

using ManagedFields = std::map<ManagerId, ManagerEntry>;

/// Nothing if an entry is not one that a server wrote.
[[nodiscard]] std::optional<ManagedFields> decodeManagedFields(const QJsonArray &entries);
/// In the order of the API server: Apply first, then by time, name and version.
[[nodiscard]] QJsonArray encodeManagedFields(const ManagedFields &managed);

/// Who owns what after a write: the field manager of the API server for one kind, version and
/// subresource. Objects are in that version. Stateless; nothing outlives a call.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/
class FieldManager
{
public:
    struct Scope
    {
        const ResourceType &type;
        QString version;
        QString apiVersion; ///< of the request
        QString subresource;
        SchemaPtr schema;
        FieldSet ignored; ///< what this endpoint does not write
        QDateTime now;
    };
    explicit FieldManager(Scope scope);

    /// POST, PUT and the patches: `fresh` gets the managedFields after the write.
    void update(const QJsonObject &live, QJsonObject &fresh, const QString &manager) const;

    struct Applied
    {
        std::optional<ApiStatus> refusal;
        QJsonObject object; ///< not yet defaulted
    };
    [[nodiscard]] Applied apply(const QJsonObject &live, const QJsonObject &applied,
                                const QString &manager, bool force) const;

private:
    [[nodiscard]] QJsonObject inVersion(const QJsonObject &object, const QString &apiVersion) const;
    [[nodiscard]] const SchemaNode *schemaOf(const QString &apiVersion) const;
    [[nodiscard]] ManagedFields updated(const QJsonObject &live, const QJsonObject &fresh,
                                        ManagedFields managed, const ManagerId &self) const;
    struct Step
    {
        ManagedFields managed;
        ManagedFields conflicts;
        Comparison comparison;
    };
    [[nodiscard]] Step takeOver(const QJsonObject &live, const QJsonObject &fresh,
                                ManagedFields managed, const ManagerId &self, bool force) const;
    [[nodiscard]] QJsonObject pruned(const QJsonObject &merged, const ManagedFields &managed,
                                     const ManagerEntry &last) const;
    [[nodiscard]] QJsonObject addedBack(const QJsonObject &merged, const QJsonObject &pruned,
                                        const ManagedFields &managed) const;
    [[nodiscard]] ManagedFields managedForUpdate(const QJsonObject &live,
                                                 const QJsonObject &fresh) const;
    [[nodiscard]] QString timestamp() const;

    Scope m_scope;
};

/// 409 with a cause for each field that others own.
[[nodiscard]] ApiStatus applyConflict(const ManagedFields &conflicts);

} // namespace spillway::demo
