// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cluster page with a real connection to the demo's API server.
#include "connection/kubeconnection.h"
#include "controls/rowtable.h"
#include "controls/searchfield.h"
#include "kube/execlogins.h"
#include "kube/writewindow.h"
#include "net/httpclient.h"
#include "pages/clusterbanner.h"
#include "pages/clusterdetail.h"
#include "pages/clusterlacks.h"
#include "pages/clusternotice.h"
#include "pages/clusterpage.h"
#include "pages/unlockdialog.h"
#include "support/kubeworld.h"
#include "support/manualclock.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace spillway;

namespace {

constexpr int patience = 30'000;
const QString ragKey = u"Deployment/kotaemon/rag-worker"_s;

struct Fixture
{
    explicit Fixture(const Workspace &workspace, const Clock *given = nullptr)
        : clock(given != nullptr ? *given : machine)
        , logins(ExecSetup{}, clock)
        , kube(workspace, http, logins, clock)
        , page({.kube = &kube, .clock = &clock})
    {
        page.resize(1080, 720);
        page.show();
        page.setActive(true);
    }
    [[nodiscard]] QString problems() const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->property("role").toString() == "warning"_L1 && !label->isHidden()) {
                return label->text();
            }
        }
        return {};
    }

    SystemClock machine;
    const Clock &clock;
    HttpClient http;
    ExecLogins logins;
    KubeConnection kube;
    ClusterPage page;
};

} // namespace

class TestClusterPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void withoutACluster();
    void aKubeconfigThatCannotBeUsed();
    void forbidden();
    void partlyForbidden();
    void theTables();
    void whatTheClusterLacks();
    void oneWorkload();
    void aLinkToAWorkload();
    void filtering();
    void aFilterLeavesTheWorkloadAlone();
    void backToAllWorkloads();
    void theBannerTellsWhereWeAre();
    void allowingChanges();
    void allowingChangesInAProtectedContext();
    void theWindowClosesByItself();
    void aServerThatGoes();
    void hiddenItAsksNothing();

private:
    [[nodiscard]] Workspace workspace(const QString &user = u"admin"_s) const
    {
        Workspace made = workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s));
        made.kube.config = m_world.kubeconfig(user);
        return made;
    }

    KubeWorld m_world;
};

#define SHOWS_TABLES() QTRY_VERIFY_WITH_TIMEOUT(fixture.page.showsTables(), patience)

void TestClusterPage::initTestCase()
{
    QVERIFY(m_world.works());
    QVERIFY(m_world.addDeployment(u"rag-worker"_s, 3));
    QVERIFY(m_world.addDeployment(u"other"_s, 1));
    QVERIFY(m_world.addHpa(u"rag-worker"_s, 2, 20));
    QVERIFY(m_world.addPod(u"rag-worker"_s, u"a"_s, 12));
    QVERIFY(m_world.addPod(u"other"_s, u"b"_s, 5));
    QVERIFY(m_world.addEvent(u"Deployment"_s, u"rag-worker"_s, u"something happened"_s));
}

void TestClusterPage::withoutACluster()
{
    Fixture fixture(workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s)));
    QSignalSpy edits(&fixture.page, &Page::workspaceEditRequested);
    QVERIFY(fixture.page.isSettled());
    QVERIFY(!fixture.page.showsTables());
    QVERIFY(fixture.page.notice()->text().contains(u"no cluster"_s));
    QVERIFY(!fixture.page.usesTime());
    QPushButton *edit = nullptr;
    for (QPushButton *button : fixture.page.notice()->findChildren<QPushButton *>()) {
        edit = button->isVisible() ? button : edit;
    }
    QVERIFY(edit != nullptr);
    edit->click();
    QCOMPARE(edits.size(), 1);
    QCOMPARE(fixture.page.summary()["panels"_L1][0]["state"_L1].toString(), u"not-configured"_s);
}

void TestClusterPage::aKubeconfigThatCannotBeUsed()
{
    Workspace broken = workspace();
    broken.kube.config = u"/nonexistent/kubeconfig"_s;
    Fixture fixture(broken);
    QVERIFY(fixture.page.isSettled());
    QVERIFY(!fixture.page.showsTables());
    QVERIFY2(fixture.page.notice()->text().contains(u"/nonexistent/kubeconfig"_s),
             qPrintable(fixture.page.notice()->text()));
    QCOMPARE(fixture.page.summary()["panels"_L1][0]["state"_L1].toString(), u"failed"_s);
    QVERIFY(fixture.page.banner()->text().contains(u"Not connected"_s));
}

void TestClusterPage::forbidden()
{
    Fixture fixture(workspace(u"oncall"_s));
    QSignalSpy settled(&fixture.page, &Page::settled);
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, patience);
    QVERIFY(!fixture.page.showsTables());
    const QString text = fixture.page.notice()->text();
    QVERIFY2(text.contains(u"oncall may not watch deployments.apps"_s), qPrintable(text));
    QVERIFY2(text.contains(u"oncall may not watch pods"_s), qPrintable(text)); // all of it
    const QString role = fixture.page.notice()->role();
    QVERIFY2(role.count(u"kind: Role\n"_s) > 1 && role.contains(u"---\n"_s), qPrintable(role));
}

void TestClusterPage::partlyForbidden()
{
    KubeWorld world;
    QVERIFY(world.works() && world.addDeployment(u"rag-worker"_s, 3));
    QVERIFY(world.allow({u"deployments"_s, u"statefulsets"_s, u"pods"_s, u"scaledobjects"_s,
                         u"horizontalpodautoscalers"_s}));
    Workspace limited = workspace();
    limited.kube.config = world.kubeconfig(u"oncall"_s);
    Fixture fixture(limited);
    SHOWS_TABLES();
    QCOMPARE(fixture.page.workloads()->shownRows(), 1);
    QVERIFY2(fixture.problems().contains(u"events"_s), qPrintable(fixture.problems()));
    QVERIFY(fixture.page.banner()->text().contains(u"not all of it"_s));
    const QString role = fixture.page.lacks()->roles();
    for (const QString &part : {u"kind: Role"_s, u"events.k8s.io"_s, u"list"_s, u"watch"_s}) {
        QVERIFY2(role.contains(part), qPrintable(role));
    }
    QVERIFY(fixture.problems().contains(u"every five minutes"_s));
    // The right is given, and somebody does not want to wait.
    QVERIFY(world.allow({u"events"_s}, {u"list"_s, u"watch"_s}, u"events"_s));
    Q_EMIT fixture.page.lacks()->retryRequested();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.problems().isEmpty(), patience);
    QVERIFY(fixture.page.lacks()->roles().isEmpty());
}

void TestClusterPage::theTables()
{
    Fixture fixture(workspace());
    QVERIFY(!fixture.page.isSettled());
    QVERIFY(fixture.page.notice()->text().contains(fixture.kube.contextName()));
    SHOWS_TABLES();
    QVERIFY(fixture.page.isSettled());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page.workloads()->shownRows(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page.detail()->table(ClusterDetail::Pods)->shownRows(), 2,
                              patience);
    // The component of the workspace stands first.
    QCOMPARE(fixture.page.workloads()->model()->index(0, 0).data().toString(), u"rag-worker"_s);
    QCOMPARE(fixture.page.items().size(), 2U);
    QVERIFY(fixture.problems().isEmpty());
    const QJsonObject summary = fixture.page.summary();
    QCOMPARE(summary["workloads"_L1].toInt(), 2);
    QCOMPARE(summary["panels"_L1][0]["state"_L1].toString(), u"live"_s);
    QVERIFY(!summary["writable"_L1].toBool());
}

/// A kind that is not served is no trouble, and is told.
void TestClusterPage::whatTheClusterLacks()
{
    Fixture fixture(workspace());
    SHOWS_TABLES();
    const QString text = fixture.page.lacks()->text();
    QVERIFY2(text.contains(u"does not serve ScaledObject"_s), qPrintable(text));
    QVERIFY2(fixture.page.banner()->text().startsWith(u"Live | "_s),
             qPrintable(fixture.page.banner()->text()));
    QCOMPARE(fixture.page.summary()["notes"_L1].toArray().size(), 1);
    QVERIFY(fixture.page.summary()["lacks"_L1].toArray().isEmpty());
    QVERIFY(fixture.page.lacks()->roles().isEmpty());
}

void TestClusterPage::oneWorkload()
{
    Fixture fixture(workspace());
    SHOWS_TABLES();
    RowTable *pods = fixture.page.detail()->table(ClusterDetail::Pods);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page.workloads()->shownRows(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(pods->shownRows(), 2, patience);
    QSignalSpy variables(&fixture.page, &Page::variablesChanged);
    fixture.page.showItem(ragKey);
    QCOMPARE(fixture.page.workloads()->selectedKey(), ragKey);
    QCOMPARE(pods->shownRows(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page.detail()->table(ClusterDetail::Events)->shownRows(), 1,
                              patience);
    QCOMPARE(variables.size(), 1);
    QCOMPARE(fixture.page.variables(), (PageVariables{{u"workload"_s, {ragKey}}}));
    QVERIFY(m_world.addPod(u"rag-worker"_s, u"c"_s, 7));
    QTRY_COMPARE_WITH_TIMEOUT(pods->shownRows(), 2, patience);
    QCOMPARE(fixture.page.workloads()->selectedKey(), ragKey); // changes leave the selection alone
    QTest::keyClick(fixture.page.workloads(), Qt::Key_Escape);
    QVERIFY(fixture.page.workloads()->selectedKey().isEmpty());
    QCOMPARE(pods->shownRows(), 3);
}

void TestClusterPage::aLinkToAWorkload()
{
    Fixture fixture(workspace());
    fixture.page.setVariables({{u"workload"_s, {ragKey}}});
    QCOMPARE(fixture.page.variables().value(u"workload"_s), QStringList{ragKey});
    SHOWS_TABLES();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page.workloads()->selectedKey(), ragKey, patience);
    QCOMPARE(fixture.page.detail()->workload(), ragKey);
}

void TestClusterPage::filtering()
{
    Fixture fixture(workspace());
    SHOWS_TABLES();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page.workloads()->shownRows(), 2, patience);
    fixture.page.filter()->setText(u"OTHER"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page.workloads()->shownRows(), 1, 60'000);
    QCOMPARE(fixture.page.detail()->table(ClusterDetail::Pods)->shownRows(), 1);
    QVERIFY(fixture.page.detail()->tabs()->tabText(ClusterDetail::Pods).endsWith(u"1"_s));
    fixture.page.filter()->clear();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page.workloads()->shownRows(), 2, 60'000);
}

void TestClusterPage::aFilterLeavesTheWorkloadAlone()
{
    Fixture fixture(workspace());
    SHOWS_TABLES();
    RowTable *workloads = fixture.page.workloads();
    QTRY_COMPARE_WITH_TIMEOUT(workloads->shownRows(), 2, patience);
    fixture.page.showItem(ragKey);
    QSignalSpy variables(&fixture.page, &Page::variablesChanged);
    fixture.page.filter()->setText(u"other"_s);
    QTRY_COMPARE_WITH_TIMEOUT(workloads->shownRows(), 1, 60'000);
    QCOMPARE(workloads->selectedKey(), QString{});
    QCOMPARE(fixture.page.detail()->workload(), ragKey);
    QCOMPARE(fixture.page.variables(), (PageVariables{{u"workload"_s, {ragKey}}}));
    fixture.page.filter()->clear();
    QTRY_COMPARE_WITH_TIMEOUT(workloads->selectedKey(), ragKey, 60'000);
    QVERIFY(variables.isEmpty());
    // Filtered away, it can be left.
    fixture.page.filter()->setText(u"other"_s);
    QTRY_COMPARE_WITH_TIMEOUT(workloads->shownRows(), 1, 60'000);
    Q_EMIT fixture.page.detail()->allRequested();
    QCOMPARE(fixture.page.detail()->workload(), QString{});
    QVERIFY(fixture.page.variables().isEmpty());
    fixture.page.filter()->clear();
    QTRY_COMPARE_WITH_TIMEOUT(workloads->shownRows(), 2, 60'000);
    QCOMPARE(workloads->selectedKey(), QString{});
}

void TestClusterPage::backToAllWorkloads()
{
    Fixture fixture(workspace());
    SHOWS_TABLES();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page.workloads()->shownRows(), 2, patience);
    fixture.page.showItem(ragKey);
    fixture.page.setVariables({});
    QCOMPARE(fixture.page.workloads()->selectedKey(), QString{});
    QCOMPARE(fixture.page.detail()->workload(), QString{});
}

void TestClusterPage::theBannerTellsWhereWeAre()
{
    Fixture fixture(workspace());
    SHOWS_TABLES();
    const QString text = fixture.page.banner()->text();
    for (const QString &part : {u"Live"_s, fixture.kube.contextName(), fixture.kube.version(),
                                fixture.kube.user(), u"in kotaemon"_s, u"Read-only"_s}) {
        QVERIFY2(text.contains(part), qPrintable(text + u" lacks "_s + part));
    }
}

void TestClusterPage::allowingChanges()
{
    Fixture fixture(workspace());
    SHOWS_TABLES();
    ClusterBanner *banner = fixture.page.banner();
    banner->lockButton()->click();
    QVERIFY(fixture.kube.writableUntil().has_value());
    QVERIFY2(banner->text().contains(u"Changes allowed for 10:00"_s) ||
                 banner->text().contains(u"Changes allowed for 9:5"_s),
             qPrintable(banner->text()));
    banner->lockButton()->click();
    QVERIFY(!fixture.kube.writableUntil());
    QVERIFY(banner->text().contains(u"Read-only"_s));
}

void TestClusterPage::allowingChangesInAProtectedContext()
{
    Workspace production = workspace();
    production.isProtected = true;
    Fixture fixture(production);
    SHOWS_TABLES();
    fixture.page.banner()->lockButton()->click();
    QVERIFY(!fixture.kube.writableUntil());
    const QPointer<UnlockDialog> dialog = fixture.page.findChild<UnlockDialog *>();
    QVERIFY(dialog != nullptr);
    QPushButton *allow = dialog->buttons()->button(QDialogButtonBox::Ok);
    QVERIFY(!allow->isEnabled());
    QTest::keyClicks(dialog->typedName(), u"producti"_s);
    QVERIFY(!allow->isEnabled());
    dialog->accept(); // as Return would, were the button enabled
    QVERIFY(!fixture.kube.writableUntil());
    dialog->typedName()->setText(fixture.kube.contextName());
    QVERIFY(allow->isEnabled());
    allow->click();
    QVERIFY(fixture.kube.writableUntil().has_value());
    QTRY_VERIFY_WITH_TIMEOUT(dialog.isNull(), 60'000);
}

void TestClusterPage::theWindowClosesByItself()
{
    ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    Workspace production = workspace();
    production.isProtected = true;
    Fixture fixture(production, &clock);
    SHOWS_TABLES();
    const ClusterBanner *banner = fixture.page.banner();
    QVERIFY(banner->text().contains(u"Read-only, protected"_s));
    QVERIFY(fixture.kube.unlock(fixture.kube.contextName()).ok());
    QVERIFY2(banner->text().contains(u"Changes allowed for 10:00"_s), qPrintable(banner->text()));
    clock.advance(std::chrono::seconds{61});
    QTRY_VERIFY_WITH_TIMEOUT(banner->text().contains(u"Changes allowed for 8:59"_s), patience);
    clock.advance(std::chrono::minutes{9});
    QTRY_VERIFY_WITH_TIMEOUT(banner->text().contains(u"Read-only, protected"_s), patience);
    QVERIFY(!fixture.kube.ticket().ok());
}

void TestClusterPage::aServerThatGoes()
{
    auto world = std::make_unique<KubeWorld>();
    QVERIFY(world->works() && world->addDeployment(u"rag-worker"_s, 3));
    Workspace lost = workspace();
    lost.kube.config = world->kubeconfig();
    Fixture fixture(lost);
    SHOWS_TABLES();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page.workloads()->shownRows(), 1, patience);
    world.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.problems().isEmpty(), patience);
    QVERIFY(fixture.page.showsTables());
    QCOMPARE(fixture.page.workloads()->shownRows(), 1);
    QVERIFY2(fixture.page.banner()->text().contains(u" old"_s),
             qPrintable(fixture.page.banner()->text()));
}

void TestClusterPage::hiddenItAsksNothing()
{
    Fixture fixture(workspace());
    SHOWS_TABLES();
    fixture.page.setActive(false);
    QCOMPARE(fixture.kube.state().phase, ClusterPhase::Kept);
    fixture.page.setActive(true);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.kube.state().phase, ClusterPhase::Live, patience);
}

QTEST_MAIN(TestClusterPage)
#include "tst_clusterpage.moc"
