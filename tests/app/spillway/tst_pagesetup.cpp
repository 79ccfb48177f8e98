// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timecursor.h"
#include "connection/connection.h"
#include "connection/workspace.h"
#include "dashboards/dashboardlibrary.h"
#include "dashboardview/dashboardview.h"
#include "pages/dashboardpage.h"
#include "pages/pageregistry.h"
#include "panels/matrixbody.h"
#include "panels/panelwidget.h"
#include "spillway/pagesetup.h"
#include "support/fakequerysource.h"

#include <QRegularExpression>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

WorkspaceComponent component(const QString &name, const QStringList &jobs, const QString &workload)
{
    WorkspaceComponent made;
    made.name = name;
    made.jobs = jobs;
    made.workload = workload;
    return made;
}

Workspace shop()
{
    Workspace made = workspaceForUrl(u"Shop"_s, QUrl(u"http://127.0.0.1:9"_s));
    made.components = {component(u"front"_s, {u"shop/front"_s}, u"web"_s),
                       component(u"answers"_s, {u"rag.a"_s, u"rag.b"_s}, u"rag"_s)};
    made.namespaces = {u"shop"_s};
    made.components[1].ns = u"ml"_s;
    made.prices.currency = u"EUR"_s;
    made.prices.memoryGibHour = 0.0125;
    made.prices.exchange.insert(u"USD"_s, 0.5);
    return made;
}

/// A page of the workspace and what it asked for.
struct World
{
    DashboardLibrary library{u":/dashboards"_s, u"/nonexistent"_s};
    PageRegistry registry;
    TimeCursor cursor;
    FakeQuerySource *source = new FakeQuerySource; // owned by the connection
    std::unique_ptr<Connection> connection;
    std::unique_ptr<DashboardPage> page;

    World(const Workspace &workspace, const QString &pageId)
    {
        setUpPages(registry, workspace, library);
        source->handler = [](const SourceQuery &query) { return FakeQuerySource::ramp(query); };
        connection = std::make_unique<Connection>(workspace, std::unique_ptr<QuerySource>(source));
        connection->setRefreshInterval(0ms);
        PageContext context;
        context.connection = connection.get();
        context.library = &library;
        context.cursor = &cursor;
        context.clock = &connection->clock();
        page.reset(qobject_cast<DashboardPage *>(registry.find(pageId)->create(context, nullptr)));
    }

    [[nodiscard]] bool show()
    {
        page->resize(1400, 900);
        page->show();
        page->setComplete(true);
        page->setActive(true);
        connection->start();
        return QTest::qWaitFor([this] { return connection->hasCatalog() && page->isSettled(); },
                               60'000);
    }
    /// The expressions, one a line.
    [[nodiscard]] QString asked() const
    {
        QStringList lines;
        for (const SourceQuery &query : source->asked) {
            lines << query.expr;
        }
        return lines.join(u'\n');
    }
};

} // namespace

class TestPageSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOverviewIsOfTheWorkspace()
    {
        World world(shop(), u"overview"_s);
        QVERIFY(world.show());
        const QString asked = world.asked();
        for (const QString &part :
             {u"job=~\"(shop/front|rag\\\\.a|rag\\\\.b)\""_s, u"container=~\"(web|rag)\""_s,
              u"deployment=~\"(web|rag)\""_s, u"namespace=~\"(shop|ml)\""_s,
              u"horizontalpodautoscaler=~\"(keda-hpa-)?(web|rag)\""_s,
              u"{job=~\"shop/front\"}"_s, // where users come in
              u" * 0.0125"_s, u"\"gpt-4o/input\""_s}) {
            QVERIFY2(asked.contains(part), qPrintable(part));
        }
        QVERIFY(asked.contains(u" * NaN"_s)); // the CPU has no price in that currency
        QVERIFY(!asked.contains(u"0.031611"_s));
        // 2.5 USD a million tokens, at half a euro each.
        QVERIFY(asked.contains(u"1.25e-06 * (time() >= bool "_s));
        for (const QString &name : {u"dialog-manager"_s, u"rag-worker"_s, u"kotaemon"_s}) {
            QVERIFY2(!asked.contains(name), qPrintable(name));
        }
        QVERIFY(!QString(asked).remove(u"\"$1\""_s).contains(u'$'));
    }

    void rowsAreComponentsByWhateverName()
    {
        World world(shop(), u"overview"_s);
        world.source->handler = [](const SourceQuery &query) {
            QueryResult found = FakeQuerySource::ramp(query);
            found.series.clear();
            for (const char *name : {"shop/front", "web", "rag", "rag.a", "rag.b", "sidecar"}) {
                const LabelSet labels{{"job", name}, {"container", name}, {"deployment", name}};
                found.series.push_back(FakeQuerySource::ramp(query, labels).series.front());
            }
            return found;
        };
        QVERIFY(world.show());
        auto *const panel = world.page->view()->panelWidget(u"components"_s);
        QVERIFY(panel != nullptr);
        const auto *matrix = qobject_cast<MatrixBody *>(panel->body());
        QVERIFY(matrix != nullptr);
        QStringList names;
        for (const MatrixRow &row : matrix->rows()) {
            names << row.name;
        }
        // The jobs of one component that has two are not one number: each has its row.
        for (const QString &name :
             {u"front"_s, u"answers"_s, u"rag.a"_s, u"rag.b"_s, u"sidecar"_s}) {
            QCOMPARE(names.count(name), 1);
        }
        QVERIFY(!names.contains(u"shop/front"_s) && !names.contains(u"web"_s));
    }

    void pagesOfComponentsKeepToTheirs()
    {
        World world(shop(), u"component-answers"_s);
        QVERIFY(world.show());
        const QString asked = world.asked();
        QVERIFY(asked.contains(u"job=~\"(rag\\\\.a|rag\\\\.b)\""_s));
        QVERIFY(asked.contains(u"namespace=~\"ml\", container=\"rag\""_s));
        QVERIFY(asked.contains(u"deployment=\"rag\""_s));
        QVERIFY(!asked.contains(u"front"_s));
        QVERIFY(!asked.contains(u"shop"_s));
    }

    void whatTheWorkspaceLeavesOpenIsEverything()
    {
        Workspace open = workspaceForUrl(u"a"_s, QUrl(u"http://127.0.0.1:9"_s));
        open.components.clear();
        World world(open, u"overview"_s);
        QVERIFY(world.show());
        const QString asked = world.asked();
        QVERIFY(asked.contains(u"job=~\".*\""_s));
        QVERIFY(asked.contains(u"namespace=~\".*\""_s));
        QVERIFY(asked.contains(u"0.031611"_s)); // OpenCost's, in USD
        QVERIFY(asked.contains(u"2.5e-06 * (time() >= bool "_s));
    }
};

QTEST_MAIN(TestPageSetup)
#include "tst_pagesetup.moc"
