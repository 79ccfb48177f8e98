// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "dialogs/preferences.h"
#include "mainwindow/mainwindow.h"

#include <vector>

namespace spillway {

/// All that is kept between runs.
struct StoredSettings
{
    Preferences preferences;
    WindowLayout layout;
    QString workspace; ///< id of the one open last
    QString page;

    friend bool operator==(const StoredSettings &, const StoredSettings &) = default;
};

/// The setting file (INI, XDG_CONFIG_HOME/spillway/spillway.ini). A value in it that cannot be
/// understood gives an error with its line, and the default; such a file is left alone until the
/// user changes a preference, and then a copy of it is kept beside it.
class SettingsStore
{
public:
    /// Empty: the usual place.
    explicit SettingsStore(QString file = {});

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] StoredSettings load();
    /// Of the last load().
    [[nodiscard]] const std::vector<Error> &problems() const { return m_problems; }

    enum class Reason {
        Automatic, ///< the window was moved: not if the file has errors
        User,      ///< a preference was changed
    };
    Result<void> save(const StoredSettings &settings, Reason reason);

private:
    QString m_file;
    std::vector<Error> m_problems;
};

} // namespace spillway
