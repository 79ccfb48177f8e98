// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/timeselection.h"
#include "style/themecontroller.h"

#include <QString>

#include <chrono>
#include <optional>

namespace spillway {

/// What the user has chosen once and for all. A value; the application reads and writes it.
struct Preferences
{
    ThemeMode theme = ThemeMode::System;
    QString language;                         ///< "en", "zh_CN"; empty = the system's
    TimeSelection time;                       ///< at start
    std::chrono::milliseconds refresh{30000}; ///< at start; 0 = off
    QString timeZone;                         ///< IANA; empty = this machine's
    QString secondTimeZone;                   ///< IANA; empty = none
    std::chrono::seconds wallRotation{20};
    bool reopenWorkspace = true; ///< at start, the one that was open last

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// The languages there are: code and the name in the language itself.
struct LanguageChoice
{
    QString code;
    QString name;
};
[[nodiscard]] const QList<LanguageChoice> &languageChoices();

/// "system", "light", "dark", and back.
[[nodiscard]] QString themeModeName(ThemeMode mode);
[[nodiscard]] std::optional<ThemeMode> themeModeFromName(QStringView name);

} // namespace spillway
