// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strip of cold starts with a real connection to the demo's API server.
#include "connection/kubeconnection.h"
#include "core/clock.h"
#include "kube/execlogins.h"
#include "net/httpclient.h"
#include "pages/coldstartstrip.h"
#include "pages/dashboardpage.h"
#include "support/kubeworld.h"

#include <QLayout>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;

namespace {

constexpr int patience = 30'000;

struct Fixture
{
    explicit Fixture(const Workspace &workspace)
        : logins(ExecSetup{}, clock)
        , kube(workspace, http, logins, clock)
        , strip(kube, u"retrieval"_s)
    {
        strip.resize(1'080, 60);
        strip.show();
    }
    [[nodiscard]] QString text() const { return strip.text(); }

    SystemClock clock;
    HttpClient http;
    ExecLogins logins;
    KubeConnection kube;
    ColdStartStrip strip;
};

} // namespace

class TestColdStartStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void withoutACluster();
    void asksOnlyWhileItIsShown();
    void aComponentWithoutAWorkload();
    void noStartYet();
    void startsAndTheirSteps();
    void anOldPictureSaysItsAge();
    void aKubeconfigThatCannotBeUsed();
    void aPageOfAComponent();
    void aPageWithoutACluster();

private:
    [[nodiscard]] Workspace workspace(const QString &workload = u"rag-worker"_s) const
    {
        Workspace made = workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s));
        made.kube.config = m_world->kubeconfig();
        WorkspaceComponent retrieval;
        retrieval.name = u"retrieval"_s;
        retrieval.workload = workload;
        made.components = {retrieval};
        made.namespaces = {KubeWorld::nameSpace};
        return made;
    }

    std::unique_ptr<KubeWorld> m_world;
};

#define SAYS(part)                                                                                 \
    QTRY_VERIFY2_WITH_TIMEOUT(fixture.text().contains(part), qPrintable(fixture.text()), patience)

void TestColdStartStrip::initTestCase()
{
    m_world = std::make_unique<KubeWorld>();
    QVERIFY(m_world->works());
    QVERIFY(m_world->addDeployment(u"rag-worker"_s, 3));
    QVERIFY(m_world->addDeployment(u"never-started"_s, 1));
    QVERIFY(m_world->addPod(u"rag-worker"_s, u"a"_s, 12));
    QVERIFY(m_world->addPod(u"rag-worker"_s, u"b"_s, 40));
    QVERIFY(m_world->addSteps(u"rag-worker-7d9f8b6c54-b"_s, {2, 3, 10, 40}));
}

void TestColdStartStrip::withoutACluster()
{
    Fixture fixture(workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s)));
    fixture.strip.setActive(true);
    QVERIFY(!fixture.strip.isVisible());
    QVERIFY(fixture.strip.isSettled());
    QCOMPARE(fixture.strip.summary()["state"_L1].toString(), u"not-configured"_s);
}

void TestColdStartStrip::asksOnlyWhileItIsShown()
{
    Fixture fixture(workspace());
    QVERIFY(fixture.kube.client() == nullptr); // nobody has looked
    QVERIFY(!fixture.strip.isSettled());
    QVERIFY(fixture.text().contains(u"Connecting"_s));
    QSignalSpy refreshed(&fixture.strip, &ColdStartStrip::refreshed);
    fixture.strip.setActive(true);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.strip.isSettled(), patience);
    QVERIFY(!refreshed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.kube.state().phase, ClusterPhase::Live, patience);
    fixture.strip.setActive(false);
    QCOMPARE(fixture.kube.state().phase, ClusterPhase::Kept);
}

void TestColdStartStrip::aComponentWithoutAWorkload()
{
    Fixture fixture(workspace(u"elsewhere"_s));
    fixture.strip.setActive(true);
    SAYS(u"no workload of this component in kotaemon"_s);
    QVERIFY(!fixture.strip.summary().contains("starts"_L1));
}

void TestColdStartStrip::noStartYet()
{
    Fixture fixture(workspace(u"never-started"_s));
    fixture.strip.setActive(true);
    SAYS(u"No start has been seen yet"_s);
    QCOMPARE(fixture.strip.summary()["starts"_L1].toInt(-1), 0);
    QVERIFY(m_world->addPod(u"never-started"_s, u"a"_s, 7));
    SAYS(u"starts seen: 1"_s);
}

void TestColdStartStrip::startsAndTheirSteps()
{
    Fixture fixture(workspace());
    fixture.strip.setActive(true);
    SAYS(u"starts seen: 2"_s);
    QVERIFY(!fixture.text().contains(u" old"_s));
    // Of pod a only the end is known.
    for (const QString &step :
         {u"Scheduled to ready, p50 / p95 38 s / 38 s"_s, u"Node found 2 s / 2 s"_s,
          u"Init 1 s / 1 s"_s, u"Image –"_s, u"Containers 7 s / 7 s"_s, u"Ready 30 s / 30 s"_s}) {
        QVERIFY2(fixture.text().contains(step), qPrintable(fixture.text()));
    }
    QCOMPARE(fixture.strip.summary()["starts"_L1].toInt(), 2);
    QCOMPARE(fixture.strip.summary()["p95_seconds"_L1].toDouble(), 38.0);
    // The kubelet tells of the pull by an event.
    QVERIFY(m_world->addPulled(u"rag-worker-7d9f8b6c54-b"_s, u"3.2s"_s));
    SAYS(u"Image 3 s / 3 s"_s);
}

void TestColdStartStrip::anOldPictureSaysItsAge()
{
    auto world = std::make_unique<KubeWorld>();
    QVERIFY(world->works() && world->addDeployment(u"rag-worker"_s, 3));
    QVERIFY(world->addPod(u"rag-worker"_s, u"a"_s, 12));
    Workspace lost = workspace();
    lost.kube.config = world->kubeconfig();
    Fixture fixture(lost);
    fixture.strip.setActive(true);
    SAYS(u"starts seen: 1"_s);
    world.reset();
    SAYS(u" old"_s);
    QVERIFY(fixture.text().contains(u"starts seen: 1"_s));
    QCOMPARE(fixture.strip.summary()["state"_L1].toString(), u"kept"_s);
}

void TestColdStartStrip::aKubeconfigThatCannotBeUsed()
{
    Workspace broken = workspace();
    broken.kube.config = u"/nonexistent/kubeconfig"_s;
    Fixture fixture(broken);
    fixture.strip.setActive(true);
    QVERIFY(fixture.strip.isSettled());
    QVERIFY2(fixture.text().contains(u"/nonexistent/kubeconfig"_s), qPrintable(fixture.text()));
}

void TestColdStartStrip::aPageOfAComponent()
{
    Fixture fixture(workspace());
    DashboardPage page({.kube = &fixture.kube, .clock = &fixture.clock}, u"component-retrieval"_s,
                       u"none"_s, {});
    page.addColdStarts(u"retrieval"_s);
    QVERIFY(page.coldStarts() != nullptr);
    page.resize(1'080, 600);
    page.show();
    QSignalSpy settled(&page, &Page::settled);
    QVERIFY(!page.isSettled());
    page.setActive(true);
    QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), patience);
    QVERIFY(page.isSettled());
    QTRY_COMPARE_WITH_TIMEOUT(page.summary()["coldStarts"_L1]["starts"_L1].toInt(), 2, patience);
    QVERIFY(page.coldStarts()->isVisible());
    QVERIFY(page.coldStarts()->height() < 80); // the room is the panels'
}

void TestColdStartStrip::aPageWithoutACluster()
{
    Fixture fixture(workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s)));
    DashboardPage page({.kube = &fixture.kube, .clock = &fixture.clock}, u"component-retrieval"_s,
                       u"none"_s, {});
    page.addColdStarts(u"retrieval"_s);
    QVERIFY(page.coldStarts() == nullptr);
    QVERIFY(!page.summary().contains("coldStarts"_L1));
}

QTEST_MAIN(TestColdStartStrip)
#include "tst_coldstartstrip.moc"
