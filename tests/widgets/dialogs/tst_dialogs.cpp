// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/aboutdialog.h"
#include "dialogs/problemsdialog.h"
#include "dialogs/shortcutsdialog.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void about();
    void shortcutsAreFiltered();
    void problemsSayWhere();
};

void TestDialogs::about()
{
    AboutDialog dialog;
    dialog.show();
    QVERIFY(AboutDialog::versionText().contains(QStringLiteral(SPILLWAY_VERSION)));
}

void TestDialogs::shortcutsAreFiltered()
{
    ShortcutsDialog dialog({{u"Go"_s, u"Back"_s, {u"Alt+Left"_s}},
                            {u"Go"_s, u"Forward"_s, {u"Alt+Right"_s}},
                            {u"Time"_s, u"Refresh"_s, {u"F5"_s, u"Ctrl+R"_s}}});
    QCOMPARE(dialog.visibleRows(), 3);
    dialog.setFilter(u"alt"_s);
    QCOMPARE(dialog.visibleRows(), 2);
    dialog.setFilter(u"refresh"_s);
    QCOMPARE(dialog.visibleRows(), 1);
    dialog.setFilter({});
    QCOMPARE(dialog.visibleRows(), 3);
}

void TestDialogs::problemsSayWhere()
{
    Error error;
    error.code = ErrorCode::InvalidDocument;
    error.what = u"Unknown key “prometeus”"_s;
    error.advice = u"Did you mean prometheus?"_s;
    error.position = DocumentPosition{u"/tmp/prod.yaml"_s, 3, 5, u"prometeus"_s};
    Error other;
    other.code = ErrorCode::File;
    other.what = u"Cannot read"_s;
    other.where = u"/tmp/x.yaml"_s;
    ProblemsDialog dialog;
    dialog.setProblems({error, other});
    QCOMPARE(dialog.count(), 2);
    const QString text = ProblemsDialog::asText({error, other});
    QVERIFY2(text.startsWith(u"/tmp/prod.yaml:3:5"_s), qPrintable(text));
    QSignalSpy opened(&dialog, &ProblemsDialog::openFolderRequested);
    const auto buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == u"Open folder"_s) {
            button->click();
        }
    }
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), u"/tmp/prod.yaml"_s);
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
