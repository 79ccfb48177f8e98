// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"
#include "core/result.h"

#include <QByteArray>
#include <QHash>

namespace spillway {

/// The workspace files in the user's config folder. Reads and writes small files at once; watches
/// nothing. A file that has errors, or that somebody else changed since it was read, is never
/// overwritten. GUI thread.
class WorkspaceStore
{
public:
    /// `folder` empty = the user's config folder.
    explicit WorkspaceStore(QString folder = {});

    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// Ids, sorted.
    [[nodiscard]] QStringList list() const;
    [[nodiscard]] QString fileOf(const QString &id) const;
    /// An Error only if the file cannot be read at all; see the reading for what is in it.
    [[nodiscard]] Result<WorkspaceReading> load(const QString &id);

    /// Writes it; one without id gets one from its name. Gives the id. Conflict if the file has
    /// changed since load(), InvalidDocument if what is there has errors.
    [[nodiscard]] Result<QString> save(const Workspace &workspace);
    /// Takes a file over as it is, under a free id. Fails with its first error if it has any.
    [[nodiscard]] Result<QString> import(const QString &path);
    [[nodiscard]] Result<void> remove(const QString &id);

private:
    [[nodiscard]] QString freeId(const QString &name) const;
    [[nodiscard]] Result<void> write(const QString &id, const QByteArray &bytes) const;

    QString m_folder;
    QHash<QString, QByteArray> m_loaded; ///< text as it was read or written
};

/// Where WorkspaceStore keeps its files if nothing else is said.
[[nodiscard]] QString workspaceFolder();

} // namespace spillway
