// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QTranslator>

namespace spillway {

/// Puts a language on the application at start and at run time: our texts, Qt's own, and the
/// default locale. Widgets hear of it by QEvent::LanguageChange. One a program, GUI thread.
class LanguageController : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// "en", "zh_CN"; empty = the system's, English if there is no translation.
    void setLanguage(const QString &code);
    [[nodiscard]] const QString &language() const { return m_language; }
    [[nodiscard]] QLocale locale() const { return QLocale(m_language); }
    /// The one of ours that fits the system best.
    [[nodiscard]] static QString systemLanguage(const QStringList &uiLanguages);

Q_SIGNALS:
    void changed();

private:
    QString m_language;
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace spillway
