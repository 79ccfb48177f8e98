// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/preferences.h"

namespace spillway {

using namespace Qt::StringLiterals;

const QList<LanguageChoice> &languageChoices()
{
    static const QList<LanguageChoice> choices{{u"en"_s, u"English"_s},
                                               {u"zh_CN"_s, u"简体中文"_s}};
    return choices;
}

QString themeModeName(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::System:
        return u"system"_s;
    case ThemeMode::Light:
        return u"light"_s;
    case ThemeMode::Dark:
        return u"dark"_s;
    }
    return {};
}

std::optional<ThemeMode> themeModeFromName(QStringView name)
{
    for (const ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark}) {
        if (name == themeModeName(mode)) {
            return mode;
        }
    }
    return std::nullopt;
}

} // namespace spillway
