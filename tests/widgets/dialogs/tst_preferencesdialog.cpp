// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/preferencesdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPreferencesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAndReturns();
    void previewsAndTakesBack();
    void badRangeCannotBeSaved();
    void otherLanguageKeepsTheChoices();
};

namespace {

Preferences unusual()
{
    Preferences preferences;
    preferences.theme = ThemeMode::Dark;
    preferences.language = u"zh_CN"_s;
    preferences.time = TimeSelection::last(45min);
    preferences.refresh = 7s;
    preferences.timeZone = u"Asia/Shanghai"_s;
    preferences.secondTimeZone = u"America/New_York"_s;
    preferences.wallRotation = 33s;
    preferences.reopenWorkspace = false;
    return preferences;
}

} // namespace

void TestPreferencesDialog::showsAndReturns()
{
    QVERIFY(PreferencesDialog(Preferences{}).preferences() == Preferences{});
    QVERIFY(PreferencesDialog(unusual()).preferences() == unusual());
    for (const ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark}) {
        QVERIFY(themeModeFromName(themeModeName(mode)) == mode);
    }
    QVERIFY(!themeModeFromName(u"pink").has_value());
}

void TestPreferencesDialog::previewsAndTakesBack()
{
    PreferencesDialog dialog{Preferences{}};
    QList<Preferences> applied;
    connect(&dialog, &PreferencesDialog::applied, this,
            [&applied](const Preferences &preferences) { applied << preferences; });
    dialog.findChild<QComboBox *>()->setCurrentIndex(2);
    QCOMPARE(applied.size(), 1);
    QVERIFY(applied.last().theme == ThemeMode::Dark);
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
    QVERIFY(applied.last() == Preferences{});
}

void TestPreferencesDialog::badRangeCannotBeSaved()
{
    PreferencesDialog dialog{Preferences{}};
    auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    const auto edits = dialog.findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->text().startsWith(u"now"_s)) {
            edit->setText(u"some day"_s);
        }
    }
    QVERIFY(!ok->isEnabled());
}

void TestPreferencesDialog::otherLanguageKeepsTheChoices()
{
    PreferencesDialog dialog(unusual());
    QSignalSpy applied(&dialog, &PreferencesDialog::applied);
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&dialog, &language);
    QVERIFY(dialog.preferences() == unusual());
    QVERIFY(applied.isEmpty());
}

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"
