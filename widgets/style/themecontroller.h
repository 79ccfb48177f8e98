// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QObject>

#include <optional>

class QApplication;

namespace spillway {

enum class ThemeMode { System, Light, Dark };

/// Puts a theme on the application: palette, style sheet and font weight follow the mode, at start
/// and at run time. One a program, owned by main(). GUI thread.
class ThemeController : public QObject
{
    Q_OBJECT

public:
    /// Remembers the desktop's own palette; changes nothing until setMode().
    explicit ThemeController(QApplication *application, QObject *parent = nullptr);
    ~ThemeController() override;

    void setMode(ThemeMode mode);
    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const { return m_dark; }

    /// What the desktop says (the portal's color-scheme, say), for mode System; without it the
    /// desktop's palette decides.
    void setSystemDark(std::optional<bool> dark);

Q_SIGNALS:
    /// The colours on screen are others now.
    void changed();

private:
    [[nodiscard]] bool wantsDark() const;
    void apply();

    QApplication *m_application;
    ThemeMode m_mode = ThemeMode::System;
    std::optional<bool> m_systemDark;
    bool m_paletteDark = false;
    bool m_dark = false;
    bool m_applied = false;
};

} // namespace spillway
