// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardview/paneleditor.h"
#include "dashboardview/thresholdsedit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

Panel latency()
{
    Panel panel;
    panel.id = u"latency"_s;
    panel.title = u"Latency"_s;
    panel.unit.unit = Unit::Seconds;
    panel.queries = {{u"A"_s, u"up"_s, u"{{job}}"_s}};
    panel.thresholds = {{2, Severity::Critical, u"SLO"_s}};
    panel.max = 5;
    return panel;
}

} // namespace

class TestPanelEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openingChangesNothing()
    {
        const PanelEditor editor(latency(), nullptr, {});
        QCOMPARE(editor.panel(), latency());
    }

    void fieldsAreTakenOver()
    {
        PanelEditor editor(latency(), nullptr, {});
        auto *title = editor.findChildren<QLineEdit *>().first();
        title->selectAll();
        QTest::keyClicks(title, u"p95"_s);
        QCOMPARE(editor.panel().title, u"p95"_s);
        editor.findChild<QPlainTextEdit *>(u"expr"_s)->setPlainText(u"sum(up)"_s);
        QCOMPARE(editor.panel().queries.front().expr, u"sum(up)"_s);
        QCOMPARE(editor.panel().thresholds, latency().thresholds);
        QCOMPARE(editor.panel().max, latency().max);
        QCOMPARE(editor.panel().id, latency().id);
    }

    void queriesComeAndGo()
    {
        PanelEditor editor(latency(), nullptr, {});
        auto *list = editor.findChild<QListWidget *>();
        const auto buttons = editor.findChildren<QPushButton *>();
        const auto named = [&](const QString &text) {
            return *std::find_if(buttons.begin(), buttons.end(), [&](const QPushButton *button) {
                return button->text() == text && button->parentWidget() == list->parentWidget();
            });
        };
        named(u"Add"_s)->click();
        QCOMPARE(editor.panel().queries.size(), std::size_t{2});
        QCOMPARE(editor.panel().queries.back().id, u"B"_s);
        editor.findChild<QPlainTextEdit *>(u"expr"_s)->setPlainText(u"down"_s);
        QCOMPARE(editor.panel().queries.back().expr, u"down"_s);
        QCOMPARE(editor.panel().queries.front().expr, u"up"_s);
        named(u"Remove"_s)->click();
        QCOMPARE(editor.panel().queries.size(), std::size_t{1});
        QCOMPARE(editor.panel().queries.front().expr, u"up"_s);
    }

    void thresholdsAreSortedAndNumbersOnly()
    {
        ThresholdsEdit edit;
        edit.setThresholds({{5, Severity::Critical, u"b"_s}, {1, Severity::Warning, u"a"_s}});
        QCOMPARE(edit.thresholds().front().label, u"a"_s);
        QSignalSpy changed(&edit, &ThresholdsEdit::changed);
        edit.findChild<QTableWidget *>()->item(0, 0)->setText(u"not a number"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(edit.thresholds().size(), std::size_t{1});
        edit.findChild<QComboBox *>()->setCurrentIndex(0);
        QCOMPARE(changed.size(), 2);
    }
};

QTEST_MAIN(TestPanelEditor)
#include "tst_paneleditor.moc"
