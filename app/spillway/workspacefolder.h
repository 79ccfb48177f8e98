// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspacestore.h"

#include <QMap>

#include <vector>

namespace spillway {

/// The workspaces that can be chosen: those of the user's folder (WorkspaceStore) and those opened
/// from elsewhere for this run. A file with errors is used as far as it goes. GUI thread.
class WorkspaceFolder
{
public:
    /// Empty: the usual place.
    explicit WorkspaceFolder(QString folder = {});

    struct Entry
    {
        QString file;
        WorkspaceReading reading;
        bool stored = false; ///< in the user's folder
    };

    /// Reads the folder again; what was opened from elsewhere stays.
    void reload();
    [[nodiscard]] const QMap<QString, Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Entry *find(const QString &id) const;
    [[nodiscard]] std::vector<Error> problems() const;

    /// A file anywhere; its id, made unique.
    Result<QString> open(const QString &file);
    /// Bytes without a file (the demo); replaces an earlier one of this id.
    QString openBytes(const QString &id, const QByteArray &yaml);
    /// Writes a new or changed workspace into the user's folder; returns its id there. One that was
    /// opened from elsewhere gets a copy. Refuses what WorkspaceStore::save() refuses.
    Result<QString> save(const Workspace &workspace);

private:
    void take(const QString &id);
    [[nodiscard]] QString freeId(const QString &wanted) const;

    WorkspaceStore m_store;
    QMap<QString, Entry> m_entries;
};

} // namespace spillway
