// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timecursor.h"
#include "connection/connection.h"
#include "dashboardview/dashboardview.h"
#include "dashboardview/gridgeometry.h"
#include "panels/panelwidget.h"
#include "support/fakequerysource.h"

#include <QJsonArray>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

spillway::Panel panelAt(const QString &id, GridRect rect)
{
    spillway::Panel panel;
    panel.id = id;
    panel.title = id;
    panel.rect = rect;
    panel.queries = {{u"A"_s, u"metric_"_s + id, {}}};
    return panel;
}

/// One series of two samples inside whatever is asked for.
Result<QueryResult> twoSamples(const SourceQuery &)
{
    QueryResult result;
    auto series = std::make_shared<Series>();
    const EpochMs now = SystemClock{}.now() / 15'000 * 15'000;
    series->times = {now - 30'000, now - 15'000};
    series->values = {1, 2};
    result.series = {series};
    return result;
}

} // namespace

class TestDashboardView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto source = std::make_unique<FakeQuerySource>();
        m_source = source.get();
        m_source->handler = twoSamples;
        m_connection = std::make_unique<Connection>(
            workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s)), std::move(source));
        m_cursor = std::make_unique<TimeCursor>();
        m_view = std::make_unique<DashboardView>(m_connection.get(), m_cursor.get());
        m_view->resize(1000, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        Dashboard dashboard;
        dashboard.id = u"d"_s;
        dashboard.panels = {panelAt(u"top"_s, {0, 0, 12, 4}), panelAt(u"right"_s, {12, 0, 12, 4}),
                            panelAt(u"below"_s, {0, 40, 24, 6})};
        m_view->setDashboard(dashboard);
        DashboardLook look;
        look.time = TimeSelection::last(std::chrono::hours{1});
        m_view->setLook(look);
        m_connection->start();
    }

    void cleanup()
    {
        m_view.reset();
        m_connection.reset();
        m_cursor.reset();
    }

    void onlyPanelsInSightAsk()
    {
        m_view->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->panelWidget(u"top"_s)->snapshot().hasData(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->panelWidget(u"right"_s)->snapshot().hasData(), 60'000);
        QVERIFY(m_view->isSettled());
        QVERIFY(!wasAsked(u"metric_below"_s));
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        QTRY_VERIFY_WITH_TIMEOUT(m_view->panelWidget(u"below"_s)->snapshot().hasData(), 60'000);
    }

    void anInactiveViewAsksNothing()
    {
        QSignalSpy opened(m_connection.get(), &Connection::opened);
        QVERIFY(opened.wait(60'000));
        QVERIFY(m_source->asked.isEmpty());
        m_view->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(!m_source->asked.isEmpty(), 60'000);
    }

    void aPictureOfThePageAsksForAll()
    {
        QSignalSpy settled(m_view.get(), &DashboardView::settled);
        m_view->setAllVisible(true);
        m_view->setActive(true);
        QVERIFY(settled.wait(60'000));
        QTRY_VERIFY_WITH_TIMEOUT(m_view->panelWidget(u"below"_s)->snapshot().hasData(), 60'000);
        const QJsonArray panels = m_view->summary().value(u"panels"_s).toArray();
        QCOMPARE(panels.size(), 3);
        QCOMPARE(panels.at(2).toObject().value(u"id"_s).toString(), u"below"_s);
        QCOMPARE(panels.at(2).toObject().value(u"series"_s).toInt(), 1);
        QCOMPARE(panels.at(2).toObject().value(u"samples"_s).toInt(), 2);
    }

    void panelsThatStayKeepTheirWidget()
    {
        PanelWidget *top = m_view->panelWidget(u"top"_s);
        Dashboard changed = m_view->dashboard();
        changed.panels[0].title = u"another title"_s;
        changed.panels[0].rect = {0, 4, 6, 4};
        changed.panels.erase(changed.panels.begin() + 1);
        m_view->setDashboard(changed);
        QCOMPARE(m_view->panelWidget(u"top"_s), top);
        QCOMPARE(m_view->panelWidget(u"right"_s), nullptr);
        QCOMPARE(top->geometry(), GridGeometry(m_view->viewport()->width()).pixels({0, 4, 6, 4}));
        changed.panels[0].kind = PanelKind::Stat;
        m_view->setDashboard(changed);
        QCOMPARE(m_view->panelWidget(u"top"_s)->panel().kind, PanelKind::Stat);
    }

    void oneFailingPanelLeavesTheOthers()
    {
        m_source->handler = [](const SourceQuery &query) -> Result<QueryResult> {
            if (query.expr.contains(u"top"_s)) {
                return Error{
                    .code = ErrorCode::BadRequest, .what = u"no"_s, .why = u"parse error"_s};
            }
            return twoSamples(query);
        };
        m_view->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_view->panelWidget(u"top"_s)->snapshot().state,
                                  PanelState::Failed, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->panelWidget(u"right"_s)->snapshot().hasData(), 60'000);
        const QJsonObject first = m_view->summary().value(u"panels"_s).toArray().first().toObject();
        QCOMPARE(first.value(u"state"_s).toString(), u"failed"_s);
        QVERIFY(first.value(u"error"_s).toString().contains(u"parse error"_s));
    }

    void aPanelFillsTheViewAndGoesBack()
    {
        m_view->setFullScreenPanel(u"right"_s);
        QVERIFY(m_view->panelWidget(u"top"_s)->isHidden());
        QVERIFY(m_view->panelWidget(u"right"_s)->width() > 900);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->fullScreenPanel().isEmpty());
        QVERIFY(!m_view->panelWidget(u"top"_s)->isHidden());
        m_view->setFullScreenPanel(u"no such panel"_s);
        QVERIFY(m_view->fullScreenPanel().isEmpty());
    }

    void aWallNeedsNoScrolling()
    {
        const auto bottom = [this] { return m_view->panelWidget(u"below"_s)->geometry().bottom(); };
        m_view->resize(1000, 1500);
        const int usual = bottom();
        m_view->setFitting(true);
        QVERIFY(bottom() < m_view->viewport()->height());
        QVERIFY(bottom() != usual);
        m_view->setEditing(true); // dragging needs the usual grid
        QCOMPARE(bottom(), usual);
        m_view->setEditing(false);
        QVERIFY(bottom() < m_view->viewport()->height());
        m_view->setFitting(false);
        QCOMPARE(bottom(), usual);
    }

    void draggingATitleMovesThePanel()
    {
        m_view->setEditing(true);
        QSignalSpy moved(m_view.get(), &DashboardView::panelMoved);
        PanelWidget *top = m_view->panelWidget(u"top"_s);
        const QPoint handle = top->titleBarGeometry().center();
        const GridGeometry grid(m_view->viewport()->width());
        const QPoint way = grid.pixels({4, 2, 12, 4}).topLeft() - top->pos();
        QTest::mousePress(top, Qt::LeftButton, {}, handle);
        QTest::mouseMove(top, handle + way);
        QTest::mouseRelease(top, Qt::LeftButton, {}, handle + way);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.first().at(0).toString(), u"top"_s);
        QCOMPARE(moved.first().at(1).value<GridRect>(), (GridRect{4, 2, 12, 4}));
    }

    void keysMoveAndResize()
    {
        m_view->setEditing(true);
        QSignalSpy moved(m_view.get(), &DashboardView::panelMoved);
        QSignalSpy resized(m_view.get(), &DashboardView::panelResized);
        PanelWidget *right = m_view->panelWidget(u"right"_s);
        QTest::keyClick(right, Qt::Key_Down);
        QTest::keyClick(right, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(moved.first().at(1).value<GridRect>(), (GridRect{12, 1, 12, 4}));
        QCOMPARE(resized.first().at(1).value<GridRect>(), (GridRect{12, 0, 11, 4}));
    }

    void withoutEditingNothingMoves()
    {
        QSignalSpy moved(m_view.get(), &DashboardView::panelMoved);
        PanelWidget *top = m_view->panelWidget(u"top"_s);
        QTest::mousePress(top, Qt::LeftButton, {}, top->titleBarGeometry().center());
        QTest::mouseRelease(top, Qt::LeftButton, {}, QPoint(300, 200));
        QTest::keyClick(top, Qt::Key_Down);
        QVERIFY(moved.isEmpty());
    }

private:
    [[nodiscard]] bool wasAsked(const QString &expr) const
    {
        return std::any_of(m_source->asked.begin(), m_source->asked.end(),
                           [&](const SourceQuery &query) { return query.expr.contains(expr); });
    }

    FakeQuerySource *m_source = nullptr;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<TimeCursor> m_cursor;
    std::unique_ptr<DashboardView> m_view;
};

QTEST_MAIN(TestDashboardView)
#include "tst_dashboardview.moc"
