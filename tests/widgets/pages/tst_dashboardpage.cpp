// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timecursor.h"
#include "connection/connection.h"
#include "controls/selectorbar.h"
#include "dashboards/dashboardlibrary.h"
#include "dashboardview/dashboardview.h"
#include "pages/dashboardpage.h"
#include "panels/panelwidget.h"
#include "support/fakequerysource.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestDashboardPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_library = std::make_unique<DashboardLibrary>(u":/dashboards"_s, m_folder->path());
        m_library->reload();
        m_connection =
            std::make_unique<Connection>(workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s)),
                                         std::make_unique<FakeQuerySource>());
        m_cursor = std::make_unique<TimeCursor>();
    }

    void aPageWithoutSelectorsGivesNoRowToTools()
    {
        const auto page = open(u"overview"_s, {});
        QVERIFY(!page->findChild<QWidget *>(u"editBar"_s)->isVisible());
        QCOMPARE(page->findChild<DashboardView *>()->pos(), QPoint(0, 0));
        // Editing is offered after the last panel.
        const auto *edit = footer(*page);
        QVERIFY(edit != nullptr && edit->isVisible());
        int lowest = 0;
        for (const auto *panel : page->findChildren<PanelWidget *>()) {
            lowest = std::max(lowest, panel->geometry().bottom());
        }
        QVERIFY(edit->y() > lowest);
    }

    void selectorsBringTheRow()
    {
        const auto page = open(u"queue"_s, {});
        QVERIFY(page->findChild<SelectorBar *>()->isVisible());
        QVERIFY(page->findChild<QWidget *>(u"editBar"_s)->isVisible());
        QVERIFY(!footer(*page)->isVisible());
    }

    void editingBringsTheTools()
    {
        const auto page = open(u"overview"_s, {});
        footer(*page)->defaultAction()->trigger();
        QVERIFY(page->findChild<QWidget *>(u"editBar"_s)->isVisible());
        QVERIFY(!footer(*page)->isVisible());
        QVERIFY(page->findChild<DashboardView *>()->isEditing());
        footer(*page)->defaultAction()->trigger();
        QVERIFY(!page->findChild<QWidget *>(u"editBar"_s)->isVisible());
        QVERIFY(footer(*page)->isVisible());
    }

    void pricesOfTheWorkspaceAreInItsCurrency()
    {
        const auto page = open(u"overview"_s, {{u"currency"_s, {u"CNY"_s}}});
        const auto *view = page->findChild<DashboardView *>();
        QCOMPARE(view->panelWidget(u"cost-now"_s)->panel().unit.currency, u"CNY"_s);
        // The list prices of tokens stay in theirs.
        QCOMPARE(view->panelWidget(u"token-cost"_s)->panel().unit.currency, u"USD"_s);
    }

private:
    [[nodiscard]] std::unique_ptr<DashboardPage> open(const QString &id,
                                                      const PageVariables &preset)
    {
        PageContext context;
        context.connection = m_connection.get();
        context.library = m_library.get();
        context.cursor = m_cursor.get();
        context.clock = &m_connection->clock();
        auto page = std::make_unique<DashboardPage>(context, id, id, preset);
        page->resize(1200, 700);
        page->show();
        return page;
    }

    /// The button after the last panel.
    static QToolButton *footer(const DashboardPage &page)
    {
        const auto buttons = page.findChildren<QToolButton *>(u"editDashboard"_s);
        return buttons.isEmpty() ? nullptr : buttons.first();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DashboardLibrary> m_library;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<TimeCursor> m_cursor;
};

QTEST_MAIN(TestDashboardPage)
#include "tst_dashboardpage.moc"
