// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "dashboards/dashboardreader.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace spillway {

/// The dashboards there are: the shipped ones, overlaid by the files of the user's folder. A file
/// of the user with the id of a shipped one takes its place until it is reverted. GUI thread; the
/// files are small.
class DashboardLibrary final : public QObject
{
    Q_OBJECT
public:
    struct Entry
    {
        DashboardReading reading;
        QString file;           ///< where it was read
        bool userFile = false;  ///< from the user's folder
        bool overlays = false;  ///< a user's file that hides a shipped dashboard
        QByteArray loadedBytes; ///< what was read, to notice changes by others
    };

    /// `shippedFolder` is usually ":/dashboards", `userFolder` defaultUserFolder().
    DashboardLibrary(QString shippedFolder, QString userFolder, QObject *parent = nullptr);

    /// $XDG_CONFIG_HOME/spillway/dashboards
    [[nodiscard]] static QString defaultUserFolder();

    /// Reads both folders again.
    void reload();
    /// Sorted: shipped order by file name, then the user's own.
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Entry *find(const QString &id) const;
    /// Problems of all files, usable or not.
    [[nodiscard]] std::vector<Error> problems() const;

    /// Writes to the user's folder, atomically. Conflict if the file is not as it was read or
    /// written here, or if what was read had problems (nothing of it may be lost): the caller then
    /// offers saveAs(). Emits changed().
    [[nodiscard]] Result<void> save(const Dashboard &dashboard);
    /// Saves under a new id; Conflict if that is taken.
    [[nodiscard]] Result<void> saveAs(Dashboard dashboard, const QString &id);
    /// Saves although the file changed meanwhile; the other version is kept beside it as
    /// "<name>.yaml.orig".
    [[nodiscard]] Result<void> overwrite(const Dashboard &dashboard);
    /// Moves the user's copy of a shipped dashboard (or the user's own) to "<name>.yaml.orig".
    [[nodiscard]] Result<void> revert(const QString &id);

Q_SIGNALS:
    void changed();

private:
    void readFolder(const QString &folder, bool user);
    void readFile(const QString &path, bool user);
    [[nodiscard]] QString userFileOf(const QString &id) const;
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &bytes);

    QString m_shippedFolder;
    QString m_userFolder;
    std::vector<Entry> m_entries;
};

/// Ids become file names: letters, digits, '-', '_' and '.', not starting with '.'; 1 to 64.
[[nodiscard]] bool isDashboardId(const QString &id);

} // namespace spillway
