// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace spillway {

/// Which policy file was open in which workspace, and those opened lately. An INI file beside the
/// settings; a broken one counts as empty.
class PolicyHistory
{
public:
    static constexpr int kept = 8;

    /// Empty: the usual place, XDG_CONFIG_HOME/spillway/policies.ini.
    explicit PolicyHistory(QString file = {});

    [[nodiscard]] QString fileOf(const QString &workspace) const; ///< empty: none
    [[nodiscard]] QStringList recent() const;                     ///< the latest first
    /// False: setFile() does nothing.
    void setKeeps(bool keeps) { m_keeps = keeps; }
    /// Empty file: the workspace has none any more.
    void setFile(const QString &workspace, const QString &file);

    /// For PolicyDrafts: a folder beside the data of other parts.
    [[nodiscard]] static QString draftFolder();

private:
    QString m_file;
    bool m_keeps = true;
};

} // namespace spillway
