// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timecursor.h"
#include "connection/connection.h"
#include "connection/kubeconnection.h"
#include "controls/selectorbar.h"
#include "dashboards/dashboardlibrary.h"
#include "dashboardview/dashboardview.h"
#include "kube/execlogins.h"
#include "net/httpclient.h"
#include "pages/breakerdialog.h"
#include "pages/dashboardpage.h"
#include "panels/panelwidget.h"
#include "support/fakequerysource.h"

#include <QAction>
#include <QPointer>
#include <QSignalSpy>
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
        const auto page = open(u"redis"_s, {});
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

    void selectorsWaitForTheNamesOfMetrics()
    {
        auto *source = new FakeQuerySource; // owned by the connection
        source->names = MetricCatalog{{"rabbitmq_detailed_queue_messages_ready"}, {}};
        m_connection =
            std::make_unique<Connection>(workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s)),
                                         std::unique_ptr<QuerySource>(source));
        const auto page = open(u"queue"_s, {});
        page->setActive(true);
        QVERIFY(source->selectors.isEmpty());
        m_connection->start();
        QTRY_VERIFY_WITH_TIMEOUT(!source->selectors.isEmpty(), 60'000);
        QCOMPARE(source->selectors.first(), u"rabbitmq_detailed_queue_messages_ready"_s);
    }

    void editingBringsTheTools()
    {
        const auto page = open(u"redis"_s, {});
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
        // Prices of tokens are converted to it.
        QCOMPARE(view->panelWidget(u"token-cost"_s)->panel().unit.currency, u"CNY"_s);
    }

    void breakersAreForcedForTheirComponent()
    {
        const QString tool = u"query_order_status"_s;
        const auto router =
            open(u"tool-router"_s, {{u"component"_s, {u"tool-router"_s}}}, withCluster());
        QVERIFY(force(*router)->isVisible());
        Q_EMIT router->view()->rowActivated(u"breakers"_s, tool);
        const QPointer<BreakerDialog> first = router->breakerDialog();
        QVERIFY(first != nullptr);
        QCOMPARE(first->service(), u"tool-router"_s);
    }

    void ofNoComponentNoBreakerIsForced()
    {
        const auto page = open(u"overview"_s, {}, withCluster());
        QVERIFY(!force(*page)->isVisible());
        QSignalSpy leads(page.get(), &Page::pageRequested);
        Q_EMIT page->view()->rowActivated(u"breakers"_s, u"query_order_status"_s);
        QVERIFY(page->breakerDialog() == nullptr);
        // One component alone has breakers: they are its.
        QCOMPARE(leads.size(), 1);
        QCOMPARE(leads.first().first().toString(), u"component-tool-router"_s);
    }

    void breakersThatNobodyOwns()
    {
        Workspace workspace = workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s));
        workspace.components.clear();
        m_connection = std::make_unique<Connection>(workspace, std::make_unique<FakeQuerySource>());
        const auto page = open(u"overview"_s, {}, withCluster());
        QSignalSpy leads(page.get(), &Page::pageRequested);
        QSignalSpy told(page.get(), &Page::message);
        Q_EMIT page->view()->rowActivated(u"breakers"_s, u"query_order_status"_s);
        QVERIFY(page->breakerDialog() == nullptr);
        QVERIFY(leads.isEmpty());
        QCOMPARE(told.size(), 1);
    }

    void aDialogOfAnotherComponentIsReplaced()
    {
        const auto page = open(u"tool-router"_s, {}, withCluster());
        page->setVariables({{u"component"_s, {u"one"_s}}});
        Q_EMIT page->view()->rowActivated(u"breakers"_s, u"a"_s);
        QCOMPARE(page->breakerDialog()->service(), u"one"_s);
        page->setVariables({{u"component"_s, {u"two"_s}}});
        Q_EMIT page->view()->rowActivated(u"breakers"_s, u"a"_s);
        QCOMPARE(page->breakerDialog()->service(), u"two"_s);
        QCOMPARE(page->findChildren<BreakerDialog *>().size(), 1);
    }

private:
    /// Of a cluster that there is not.
    [[nodiscard]] KubeConnection *withCluster()
    {
        Workspace workspace = m_connection->workspace();
        workspace.kube.config = m_folder->filePath(u"kubeconfig"_s);
        m_kube = std::make_unique<KubeConnection>(workspace, m_http, m_logins, m_clock);
        return m_kube.get();
    }

    static QAction *force(const DashboardPage &page)
    {
        const auto actions = page.actions();
        for (QAction *action : actions) {
            if (action->shortcut() == QKeySequence(u"Ctrl+Shift+B"_s)) {
                return action;
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::unique_ptr<DashboardPage>
    open(const QString &id, const PageVariables &preset, KubeConnection *kube = nullptr)
    {
        PageContext context;
        context.kube = kube;
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
    SystemClock m_clock;
    HttpClient m_http;
    ExecLogins m_logins{ExecSetup{}, m_clock};
    std::unique_ptr<KubeConnection> m_kube;
};

QTEST_MAIN(TestDashboardPage)
#include "tst_dashboardpage.moc"
