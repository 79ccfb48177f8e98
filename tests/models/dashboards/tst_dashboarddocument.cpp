// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboarddocument.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

Dashboard twoPanels()
{
    Dashboard dashboard;
    Panel panel;
    panel.id = u"a"_s;
    panel.title = u"A"_s;
    panel.rect = {0, 0, 8, 7};
    dashboard.panels.push_back(panel);
    panel.id = u"b"_s;
    panel.title = u"B"_s;
    panel.rect = {8, 0, 8, 7};
    dashboard.panels.push_back(panel);
    return dashboard;
}

} // namespace

class TestDashboardDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsUndone()
    {
        DashboardDocument document(twoPanels());
        const QSignalSpy modified(&document, &DashboardDocument::modifiedChanged);
        Panel panel;
        panel.title = u"New"_s;
        panel.id = u"a"_s;
        QCOMPARE(document.addPanel(panel), u"a-2"_s);
        document.removePanel(u"b"_s);
        document.setPanelTitle(u"a"_s, u"Traffic"_s);
        document.setPanelQueries(u"a"_s, {{u"A"_s, u"up"_s, {}}});
        document.setPanelUnit(u"a"_s, {Unit::Seconds, {}});
        document.setThresholds(u"a"_s, {{5, Severity::Critical, {}}});
        document.movePanel(u"a"_s, 1, 1);
        document.resizePanel(u"a"_s, 10, 8);
        const QStringList texts{u"Add panel “New”"_s,          u"Remove panel “B”"_s,
                                u"Rename panel “A”"_s,         u"Change queries of “Traffic”"_s,
                                u"Change unit of “Traffic”"_s, u"Change thresholds of “Traffic”"_s,
                                u"Move panel “Traffic”"_s,     u"Resize panel “Traffic”"_s};
        QCOMPARE(document.undoStack().count(), static_cast<int>(texts.size()));
        for (int i = 0; i < texts.size(); ++i) {
            QCOMPARE(document.undoStack().text(i), texts[i]);
        }
        const Dashboard after = document.dashboard();
        while (document.undoStack().canUndo()) {
            document.undoStack().undo();
        }
        QVERIFY(document.dashboard() == twoPanels());
        QVERIFY(!document.isModified());
        QCOMPARE(modified.count(), 2);
        while (document.undoStack().canRedo()) {
            document.undoStack().redo();
        }
        QVERIFY(document.dashboard() == after);
    }

    void aDragIsOneCommandAndGivesPanelsBack()
    {
        DashboardDocument document(twoPanels());
        document.movePanel(u"a"_s, 4, 0);
        QCOMPARE(document.panel(u"b"_s)->rect.row, 7);
        document.movePanel(u"a"_s, 16, 0);
        QCOMPARE(document.panel(u"b"_s)->rect.row, 0);
        QCOMPARE(document.undoStack().count(), 1);
        document.endGesture();
        document.movePanel(u"a"_s, 15, 0);
        QCOMPARE(document.undoStack().count(), 2);
    }

    void nothingHappensForNothing()
    {
        DashboardDocument document(twoPanels());
        document.movePanel(u"a"_s, 0, 0);
        document.setPanelTitle(u"a"_s, u"A"_s);
        document.removePanel(u"none"_s);
        document.movePanel(u"none"_s, 1, 1);
        QCOMPARE(document.undoStack().count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDashboardDocument)
#include "tst_dashboarddocument.moc"
