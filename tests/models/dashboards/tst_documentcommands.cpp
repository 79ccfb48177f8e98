// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboarddocument.h"
#include "dashboards/gridlayout.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

Panel panel(const QString &id, const GridRect &rect)
{
    Panel made;
    made.id = id;
    made.title = id.toUpper();
    made.rect = rect;
    made.queries = {{u"A"_s, u"up"_s, {}}};
    return made;
}

Dashboard threePanels()
{
    Dashboard dashboard;
    dashboard.panels = {panel(u"a"_s, {0, 0, 8, 7}), panel(u"b"_s, {8, 0, 8, 7}),
                        panel(u"c"_s, {0, 7, 24, 5})};
    return dashboard;
}

QStringList texts(DashboardDocument &document)
{
    QStringList all;
    for (int i = 0; i < document.undoStack().count(); ++i) {
        all << document.undoStack().text(i);
    }
    return all;
}

bool apart(const std::vector<Panel> &panels)
{
    for (std::size_t i = 0; i < panels.size(); ++i) {
        for (std::size_t k = i + 1; k < panels.size(); ++k) {
            if (overlaps(panels[i].rect, panels[k].rect)) {
                return false;
            }
        }
    }
    return true;
}

bool inside(const std::vector<Panel> &panels)
{
    return std::all_of(panels.begin(), panels.end(), [](const Panel &one) {
        const GridRect &rect = one.rect;
        return rect.column >= 0 && rect.row >= 0 && rect.columns >= 1 && rect.rows >= 1 &&
               rect.column + rect.columns <= gridColumns;
    });
}

} // namespace

class TestDocumentCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void successiveChangesOfAKindAreOne_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("text");
        QTest::newRow("moves") << u"move"_s << u"Move panel “A”"_s;
        QTest::newRow("resizes") << u"resize"_s << u"Resize panel “A”"_s;
        QTest::newRow("titles") << u"title"_s << u"Rename panel “A”"_s;
    }

    void successiveChangesOfAKindAreOne()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, text);
        DashboardDocument document(threePanels());
        const auto change = [&](int step) {
            if (kind == "move"_L1) {
                document.movePanel(u"a"_s, step, 20);
            } else if (kind == "resize"_L1) {
                document.resizePanel(u"a"_s, 8, 7 + step);
            } else {
                document.setPanelTitle(u"a"_s, u"Title %1"_s.arg(step));
            }
        };
        change(1);
        change(2);
        change(3);
        QCOMPARE(texts(document), QStringList{text});
        document.endGesture();
        change(4);
        QCOMPARE(document.undoStack().count(), 2);
        document.undoStack().undo();
        document.undoStack().undo();
        QVERIFY(document.dashboard() == threePanels());
    }

    void otherPanelsAndKindsAreNotMerged()
    {
        DashboardDocument document(threePanels());
        document.setPanelTitle(u"a"_s, u"One"_s);
        document.setPanelTitle(u"b"_s, u"Two"_s);
        document.movePanel(u"a"_s, 0, 30);
        document.resizePanel(u"a"_s, 4, 4);
        document.movePanel(u"b"_s, 4, 30);
        QCOMPARE(texts(document),
                 (QStringList{u"Rename panel “A”"_s, u"Rename panel “B”"_s, u"Move panel “One”"_s,
                              u"Resize panel “One”"_s, u"Move panel “Two”"_s}));
    }

    void awayAndBackIsNothing()
    {
        DashboardDocument document(threePanels());
        document.movePanel(u"a"_s, 5, 0);
        document.movePanel(u"a"_s, 0, 0);
        QCOMPARE(document.undoStack().count(), 0);
        document.setPanelTitle(u"a"_s, u"X"_s);
        document.setPanelTitle(u"a"_s, u"A"_s);
        QCOMPARE(document.undoStack().count(), 0);
        QVERIFY(document.dashboard() == threePanels());
        QVERIFY(!document.isModified());
    }

    void resizingPushesAndGivesBack()
    {
        DashboardDocument document(threePanels());
        document.resizePanel(u"a"_s, 12, 9);
        QCOMPARE(document.panel(u"b"_s)->rect.row, 9);
        QVERIFY(apart(document.dashboard().panels));
        document.resizePanel(u"a"_s, 8, 7);
        QVERIFY(document.dashboard() == threePanels());
    }

    void sizesStayOnTheGrid_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing") << 0 << 0;
        QTest::newRow("negative") << -5 << -7;
        QTest::newRow("too wide") << 400 << 7;
        QTest::newRow("too high") << 8 << 100'000;
        QTest::newRow("largest int") << std::numeric_limits<int>::max() << 3;
    }

    void sizesStayOnTheGrid()
    {
        QFETCH(const int, columns);
        QFETCH(const int, rows);
        DashboardDocument document(threePanels());
        document.resizePanel(u"b"_s, columns, rows);
        QVERIFY(inside(document.dashboard().panels));
        QVERIFY(apart(document.dashboard().panels));
        QVERIFY(document.panel(u"b"_s)->rect.rows <= gridMaxRows);
    }

    void aDragAfterUndoStartsFromWhatIsThere()
    {
        DashboardDocument document(threePanels());
        document.movePanel(u"a"_s, 16, 0);
        document.undoStack().undo();
        document.setPanelTitle(u"b"_s, u"Kept"_s);
        document.movePanel(u"a"_s, 15, 20);
        QCOMPARE(document.panel(u"b"_s)->title, u"Kept"_s);
        document.undoStack().undo();
        QCOMPARE(document.panel(u"b"_s)->title, u"Kept"_s);
        document.undoStack().undo();
        QVERIFY(document.dashboard() == threePanels());
    }

    void aDragGoesOnAfterAForeignUndoAndRedo()
    {
        DashboardDocument document(threePanels());
        document.movePanel(u"a"_s, 4, 0);
        document.undoStack().undo();
        document.undoStack().redo();
        document.movePanel(u"a"_s, 16, 0);
        QCOMPARE(document.panel(u"b"_s)->rect.row, 0); // given back
        QVERIFY(apart(document.dashboard().panels));
    }

    void setPanelSaysWhatChanged_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("text");
        QTest::newRow("title") << u"title"_s << u"Rename panel “A”"_s;
        QTest::newRow("queries") << u"queries"_s << u"Change queries of “A”"_s;
        QTest::newRow("unit") << u"unit"_s << u"Change unit of “A”"_s;
        QTest::newRow("thresholds") << u"thresholds"_s << u"Change thresholds of “A”"_s;
        QTest::newRow("kind") << u"kind"_s << u"Change panel “A”"_s;
        QTest::newRow("two things") << u"two"_s << u"Change panel “A”"_s;
        QTest::newRow("nothing") << u"nothing"_s << QString{};
        QTest::newRow("only the place, which is not its business") << u"place"_s << QString{};
    }

    void setPanelSaysWhatChanged()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, text);
        DashboardDocument document(threePanels());
        Panel changed = *document.panel(u"a"_s);
        if (change == "title"_L1 || change == "two"_L1) {
            changed.title = u"New"_s;
        }
        if (change == "queries"_L1 || change == "two"_L1) {
            changed.queries = {{u"A"_s, u"down"_s, {}}};
        }
        if (change == "unit"_L1) {
            changed.unit = {Unit::Bytes, {}};
        }
        if (change == "thresholds"_L1) {
            changed.thresholds = {{1, Severity::Critical, u"much"_s}};
        }
        if (change == "kind"_L1) {
            changed.kind = PanelKind::Gauge;
        }
        changed.rect = {3, 50, 4, 4};
        document.setPanel(changed);
        QCOMPARE(texts(document), text.isEmpty() ? QStringList{} : QStringList{text});
        changed.rect = threePanels().panels.front().rect;
        QVERIFY(*document.panel(u"a"_s) == changed);
        document.undoStack().undo();
        QVERIFY(document.dashboard() == threePanels());
    }

    void unknownPanelsDoNothing()
    {
        DashboardDocument document(threePanels());
        QSignalSpy changes(&document, &DashboardDocument::panelsChanged);
        document.setPanel(panel(u"nobody"_s, {}));
        document.setPanelTitle(u"nobody"_s, u"x"_s);
        document.setPanelQueries(u"nobody"_s, {});
        document.setPanelUnit(u"nobody"_s, {Unit::Bytes, {}});
        document.setThresholds(u"nobody"_s, {{1, Severity::Ok, {}}});
        document.resizePanel(u"nobody"_s, 3, 3);
        document.removePanel({});
        QCOMPARE(document.undoStack().count(), 0);
        QCOMPARE(changes.count(), 0);
    }

    void addedPanelsGetPlacesAndIds()
    {
        DashboardDocument document(threePanels());
        Panel fresh;
        fresh.rect = {0, 0, 8, 7};
        QCOMPARE(document.addPanel(fresh), u"panel"_s);
        QCOMPARE(document.addPanel(fresh), u"panel-2"_s);
        fresh.id = u"a"_s;
        QCOMPARE(document.addPanel(fresh), u"a-2"_s);
        QCOMPARE(document.panel(u"panel"_s)->rect, (GridRect{16, 0, 8, 7})); // the hole
        QVERIFY(apart(document.dashboard().panels));
        document.removePanel(u"panel-2"_s);
        QCOMPARE(document.addPanel(Panel{}), u"panel-2"_s);
    }

    void savedIsNotModified()
    {
        DashboardDocument document(threePanels());
        QSignalSpy modified(&document, &DashboardDocument::modifiedChanged);
        document.setPanelTitle(u"a"_s, u"X"_s);
        document.markSaved();
        QVERIFY(!document.isModified());
        document.setPanelTitle(u"a"_s, u"Y"_s); // not merged into what was saved
        QCOMPARE(document.undoStack().count(), 2);
        QVERIFY(document.isModified());
        document.undoStack().undo();
        QVERIFY(!document.isModified());
        document.undoStack().undo();
        QVERIFY(document.isModified());
        QCOMPARE(modified.count(), 5);
    }

    void anySeriesOfEditsCanBeUndone()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            QRandomGenerator random(seed);
            DashboardDocument document(threePanels());
            for (int i = 0; i < 40; ++i) {
                edit(document, random);
                QVERIFY2(apart(document.dashboard().panels),
                         qPrintable(u"seed %1 step %2"_s.arg(seed).arg(i)));
                QVERIFY(inside(document.dashboard().panels));
            }
            const Dashboard last = document.dashboard();
            const int index = document.undoStack().index();
            document.undoStack().setIndex(0);
            QVERIFY2(document.dashboard() == threePanels(), qPrintable(u"seed %1"_s.arg(seed)));
            document.undoStack().setIndex(index);
            QVERIFY2(document.dashboard() == last, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

private:
    static void edit(DashboardDocument &document, QRandomGenerator &random)
    {
        const auto &panels = document.dashboard().panels;
        const QString id = panels.empty()
                               ? QString{}
                               : panels[random.bounded(static_cast<quint32>(panels.size()))].id;
        switch (random.bounded(9)) {
        case 0:
            document.addPanel(panel(u"n"_s, {0, 0, 1 + random.bounded(24), 1 + random.bounded(9)}));
            break;
        case 1:
            document.removePanel(id);
            break;
        case 2:
        case 3:
            document.movePanel(id, random.bounded(-3, 30), random.bounded(-3, 40));
            break;
        case 4:
        case 5:
            document.resizePanel(id, random.bounded(-2, 30), random.bounded(-2, 20));
            break;
        case 6:
            document.setPanelTitle(id, QString::number(random.bounded(3)));
            break;
        case 7:
            document.undoStack().undo();
            break;
        default:
            document.endGesture();
            break;
        }
    }
};

QTEST_GUILESS_MAIN(TestDocumentCommands)
#include "tst_documentcommands.moc"
