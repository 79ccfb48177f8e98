// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/themecontroller.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

namespace spillway {

using namespace Qt::StringLiterals;

ThemeController::ThemeController(QApplication *application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_paletteDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{}

ThemeController::~ThemeController() = default;

void ThemeController::setMode(ThemeMode mode)
{
    m_mode = mode;
    apply();
}

void ThemeController::setSystemDark(std::optional<bool> dark)
{
    m_systemDark = dark;
    if (m_applied && m_mode == ThemeMode::System) {
        apply();
    }
}

bool ThemeController::wantsDark() const
{
    if (m_mode == ThemeMode::System) {
        return m_systemDark.value_or(m_paletteDark);
    }
    return m_mode == ThemeMode::Dark;
}

void ThemeController::apply()
{
    const bool dark = wantsDark();
    if (m_applied && dark == m_dark) {
        return;
    }
    const ThemeColors &colors = dark ? darkColors() : lightColors();
    if (!m_applied) {
        // Fusion is the one style whose every part follows the palette.
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    }
    m_dark = dark;
    m_applied = true;
    QApplication::setPalette(themePalette(colors));
    m_application->setStyleSheet(themeStyleSheet(colors));
    Q_EMIT changed();
}

} // namespace spillway
