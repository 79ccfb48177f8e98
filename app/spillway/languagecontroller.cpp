// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/languagecontroller.h"

#include "dialogs/preferences.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace spillway {

using namespace Qt::StringLiterals;

void LanguageController::setLanguage(const QString &code)
{
    const QString wanted = code.isEmpty() ? systemLanguage(QLocale::system().uiLanguages()) : code;
    if (wanted == m_language) {
        return;
    }
    m_language = wanted;
    QLocale::setDefault(locale());
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    // English has a file too: it holds the plural forms.
    if (m_qt.load(u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    if (m_own.load(u":/i18n/spillway_"_s + wanted)) {
        QCoreApplication::installTranslator(&m_own);
    }
    Q_EMIT changed();
}

QString LanguageController::systemLanguage(const QStringList &uiLanguages)
{
    for (const QString &name : uiLanguages) {
        const QLocale locale(name);
        if (locale.language() == QLocale::English || locale.language() == QLocale::C) {
            return u"en"_s;
        }
        if (locale.language() == QLocale::Chinese &&
            locale.script() == QLocale::SimplifiedHanScript) {
            return u"zh_CN"_s;
        }
    }
    return u"en"_s;
}

} // namespace spillway
