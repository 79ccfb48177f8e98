// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/kubeconnection.h"
#include "kube/execlogins.h"
#include "kube/kubeaccess.h"
#include "kube/kubeclient.h"
#include "kube/kubereflector.h"
#include "kube/writewindow.h"
#include "models/kube/scriptedcluster.h"
#include "net/httpclient.h"
#include "support/kubeworld.h"
#include "support/manualclock.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;
const QString ragKey = u"Deployment/kotaemon/rag-worker"_s;

#define REACHES(wanted)                                                                            \
    QTRY_COMPARE_WITH_TIMEOUT(fixture.connection.state().phase, wanted, patience)

/// One connection with all that it needs.
struct Fixture
{
    explicit Fixture(const Workspace &workspace, const Clock &clock)
        : logins(ExecSetup{}, clock)
        , connection(workspace, http, logins, clock)
    {}

    [[nodiscard]] std::optional<WorkloadRow> row(const QString &key) const
    {
        const auto found = connection.picture().workloads().constFind(key);
        return found == connection.picture().workloads().constEnd() ? std::nullopt
                                                                    : std::optional{*found};
    }

    HttpClient http;
    ExecLogins logins;
    KubeConnection connection;
    QObject page;
};

/// The least that makes a kind be served.
QJsonObject scaledObjectDefinition()
{
    const QJsonObject schema{
        {u"type"_s, u"object"_s},
        {u"properties"_s,
         QJsonObject{{u"spec"_s, QJsonObject{{u"type"_s, u"object"_s},
                                             {u"x-kubernetes-preserve-unknown-fields"_s, true}}}}}};
    const QJsonObject version{{u"name"_s, u"v1alpha1"_s},
                              {u"served"_s, true},
                              {u"storage"_s, true},
                              {u"schema"_s, QJsonObject{{u"openAPIV3Schema"_s, schema}}}};
    return {{u"apiVersion"_s, u"apiextensions.k8s.io/v1"_s},
            {u"kind"_s, u"CustomResourceDefinition"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"scaledobjects.keda.sh"_s}}},
            {u"spec"_s, QJsonObject{{u"group"_s, u"keda.sh"_s},
                                    {u"scope"_s, u"Namespaced"_s},
                                    {u"names"_s, QJsonObject{{u"kind"_s, u"ScaledObject"_s},
                                                             {u"plural"_s, u"scaledobjects"_s}}},
                                    {u"versions"_s, QJsonArray{version}}}}};
}

} // namespace

class TestKubeConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingIsConfigured();
    void nothingIsReadBeforeSomebodyLooks();
    void kubeconfigsOfNoUse_data();
    void kubeconfigsOfNoUse();
    void aKubeconfigThatIsMendedWorksAfterTryAgain();
    void thePictureOfTheNamespace();
    void changesArrive();
    void whoAndWhat();
    void forbiddenIsExplained();
    void whatMayBeReadIsShown();
    void whatIsNotServedAndWhatIsWarnedAbout();
    void aDefinitionThatComesAndGoes();
    void aWatchThatTellsNothing();
    void aServerThatGoesLeavesThePicture();
    void nobodyLooksAnyMore();
    void nobodyLooksAtADeadServer();
    void theNamespacesInView();
    void writing();
    void writingToAProtectedContext();
    void writingWithoutAConnection();

private:
    [[nodiscard]] Workspace workspace(const QString &user = u"admin"_s) const
    {
        Workspace made = workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s));
        made.kube.config = m_world.kubeconfig(user);
        made.namespaces = {u"kotaemon"_s};
        return made;
    }

    SystemClock m_clock;
    KubeWorld m_world;
};

void TestKubeConnection::initTestCase()
{
    QVERIFY(m_world.works());
    QVERIFY(m_world.addDeployment(u"rag-worker"_s, 3));
    QVERIFY(m_world.addHpa(u"rag-worker"_s, 2, 20));
    QVERIFY(m_world.addPod(u"rag-worker"_s, u"a"_s, 12));
    QVERIFY(m_world.addEvent(u"Deployment"_s, u"rag-worker"_s, u"something happened"_s));
}

void TestKubeConnection::nothingIsConfigured()
{
    Fixture fixture(workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s)), m_clock);
    QVERIFY(!fixture.connection.isConfigured());
    fixture.connection.setLooking(&fixture.page, true);
    fixture.connection.tryAgain();
    QCOMPARE(fixture.connection.state().phase, ClusterPhase::NotConfigured);
    QVERIFY(fixture.connection.client() == nullptr);
}

void TestKubeConnection::nothingIsReadBeforeSomebodyLooks()
{
    Workspace nowhere = workspace();
    nowhere.kube.config = u"/nonexistent/kubeconfig"_s;
    nowhere.kube.context = u"production"_s;
    Fixture fixture(nowhere, m_clock);
    QCOMPARE(fixture.connection.state().phase, ClusterPhase::Connecting);
    QCOMPARE(fixture.connection.contextName(), u"production"_s);
    fixture.connection.setLooking(&fixture.page, true);
    QCOMPARE(fixture.connection.state().phase, ClusterPhase::Failed);
}

void TestKubeConnection::kubeconfigsOfNoUse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("why");
    QTest::newRow("not YAML") << QByteArray("clusters: [") << QString{} << QString{};
    QTest::newRow("no such context")
        << QByteArray("apiVersion: v1\nkind: Config\n") << u"production"_s << u"production"_s;
    QTest::newRow("no current context")
        << QByteArray("apiVersion: v1\nkind: Config\n") << QString{} << u"context"_s;
}

void TestKubeConnection::kubeconfigsOfNoUse()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, context);
    QFETCH(QString, why);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"config"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    Workspace broken = workspace();
    broken.kube.config = file.fileName();
    broken.kube.context = context;
    Fixture fixture(broken, m_clock);
    fixture.connection.setLooking(&fixture.page, true);
    const ClusterState state = fixture.connection.state();
    QCOMPARE(state.phase, ClusterPhase::Failed);
    QVERIFY(state.error.has_value());
    QVERIFY2(state.error->sentence().contains(why), qPrintable(state.error->sentence()));
}

void TestKubeConnection::aKubeconfigThatIsMendedWorksAfterTryAgain()
{
    QTemporaryDir folder;
    Workspace late = workspace();
    const QString good = late.kube.config;
    late.kube.config = folder.filePath(u"config"_s);
    Fixture fixture(late, m_clock);
    fixture.connection.setLooking(&fixture.page, true);
    QCOMPARE(fixture.connection.state().phase, ClusterPhase::Failed);
    QVERIFY(QFile::copy(good, late.kube.config));
    fixture.connection.tryAgain();
    REACHES(ClusterPhase::Live);
}

void TestKubeConnection::thePictureOfTheNamespace()
{
    Fixture fixture(workspace(), m_clock);
    QSignalSpy pictures(&fixture.connection, &KubeConnection::pictureChanged);
    fixture.connection.setLooking(&fixture.page, true);
    QCOMPARE(fixture.connection.state().phase, ClusterPhase::Connecting);
    REACHES(ClusterPhase::Live);
    // Each kind comes by itself.
    QTRY_VERIFY_WITH_TIMEOUT(fixture.row(ragKey) && fixture.row(ragKey)->coldStart &&
                                 fixture.row(ragKey)->max,
                             patience);
    QVERIFY(!pictures.isEmpty());
    const WorkloadRow row = *fixture.row(ragKey);
    QCOMPARE(row.component, u"rag-worker"_s); // one of the default components
    QCOMPARE(row.desired, 3);
    QCOMPARE(row.min, std::optional<qint32>{2});
    QCOMPARE(row.max, std::optional<qint32>{20});
    QCOMPARE(row.owner.kind, ReplicaOwner::Kind::Hpa);
    QCOMPARE(row.coldStart->p50, 12s);
    QCOMPARE(fixture.connection.picture().pods(ragKey).size(), 1U);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.connection.picture().events(ragKey).size(), 1U, patience);
    QVERIFY(fixture.connection.state().lacks.empty());
}

void TestKubeConnection::changesArrive()
{
    Fixture fixture(workspace(), m_clock);
    fixture.connection.setLooking(&fixture.page, true);
    REACHES(ClusterPhase::Live);
    QVERIFY(m_world.addDeployment(u"tool-router"_s, 1));
    const QString key = u"Deployment/kotaemon/tool-router"_s;
    QTRY_VERIFY_WITH_TIMEOUT(fixture.row(key).has_value(), patience);
    QVERIFY(m_world.server()
                ->client(u"test"_s)
                .remove({u"apps"_s, u"deployments"_s, KubeWorld::nameSpace, u"tool-router"_s, {}})
                .ok());
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.row(key).has_value(), patience);
}

void TestKubeConnection::whoAndWhat()
{
    Fixture fixture(workspace(), m_clock);
    QVERIFY(fixture.connection.user().isEmpty());
    QVERIFY(fixture.connection.version().isEmpty());
    fixture.connection.setLooking(&fixture.page, true);
    REACHES(ClusterPhase::Live);
    QVERIFY(!fixture.connection.user().isEmpty());
    QVERIFY(!fixture.connection.groups().isEmpty());
    QVERIFY(fixture.connection.version().startsWith(u'v'));
    QCOMPARE(fixture.connection.server(), m_world.server()->url());
    QVERIFY(!fixture.connection.contextName().isEmpty());
    QVERIFY(fixture.connection.waitingFor().isEmpty());
}

void TestKubeConnection::forbiddenIsExplained()
{
    Fixture fixture(workspace(u"oncall"_s), m_clock);
    fixture.connection.setLooking(&fixture.page, true);
    REACHES(ClusterPhase::Failed);
    const ClusterState state = fixture.connection.state();
    QCOMPARE(state.error->code, ErrorCode::Forbidden);
    QVERIFY2(state.error->sentence().contains(u"deployments.apps"_s),
             qPrintable(state.error->sentence()));
    QVERIFY2(state.neededRole.contains(u"deployments"_s), qPrintable(state.neededRole));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.connection.user(), u"oncall"_s, patience);
}

void TestKubeConnection::whatMayBeReadIsShown()
{
    KubeWorld world;
    QVERIFY(world.works());
    QVERIFY(world.addDeployment(u"rag-worker"_s, 3));
    QVERIFY(world.allow({u"deployments"_s, u"statefulsets"_s, u"horizontalpodautoscalers"_s,
                         u"scaledobjects"_s, u"events"_s}));
    Workspace limited = workspace();
    limited.kube.config = world.kubeconfig(u"oncall"_s);
    Fixture fixture(limited, m_clock);
    fixture.connection.setLooking(&fixture.page, true);
    REACHES(ClusterPhase::Live);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.row(ragKey).has_value(), patience);
    const ClusterState state = fixture.connection.state();
    QCOMPARE(state.lacks.size(), 1U);
    QCOMPARE(state.lacks.front().kind, u"pods"_s);
    QCOMPARE(state.lacks.front().error.code, ErrorCode::Forbidden);
    QVERIFY(state.lacks.front().neededRole.contains(u"pods"_s));
}

/// A server whose answers were written by hand: an aggregated group is down, lists come with a
/// warning.
void TestKubeConnection::whatIsNotServedAndWhatIsWarnedAbout()
{
    ScriptedCluster cluster([](const ClusterRequest &request) -> QByteArray {
        if (request.path == "/api"_L1 || request.path == "/apis"_L1) {
            return ScriptedCluster::json(
                request.path == "/api"_L1
                    ? R"({"kind":"APIVersions","versions":["v1"]})"
                    : R"({"kind":"APIGroupList","groups":[{"name":"apps",)"
                      R"("versions":[{"groupVersion":"apps/v1","version":"v1"}]},)"
                      R"({"name":"metrics.example","versions":[)"
                      R"({"groupVersion":"metrics.example/v1","version":"v1"}]}]})");
        }
        if (request.path == "/apis/apps/v1"_L1) {
            return ScriptedCluster::json(
                R"({"kind":"APIResourceList","groupVersion":"apps/v1","resources":[)"
                R"({"name":"deployments","kind":"Deployment","namespaced":true,"verbs":["list"]}]})");
        }
        if (request.path == "/api/v1"_L1) {
            return ScriptedCluster::json(
                R"({"kind":"APIResourceList","groupVersion":"v1","resources":[]})");
        }
        if (request.has(u"sendInitialEvents"_s)) {
            return ScriptedCluster::json(
                R"({"kind":"Status","status":"Failure","reason":"Invalid","code":422})",
                "422 Unprocessable Entity");
        }
        if (request.has(u"watch"_s)) {
            return ScriptedCluster::stream();
        }
        if (request.path.endsWith("/deployments"_L1)) {
            return ScriptedCluster::json(R"({"kind":"DeploymentList","apiVersion":"apps/v1",)"
                                         R"("metadata":{"resourceVersion":"5"},"items":[]})",
                                         "200 OK", "Warning: 299 - \"apps/v1 is old\"\r\n");
        }
        return ScriptedCluster::json("service unavailable", "503 Service Unavailable");
    });
    const QTemporaryDir folder;
    Workspace scripted = workspace();
    scripted.kube.config = folder.filePath(u"config"_s);
    QFile file(scripted.kube.config);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("apiVersion: v1\nkind: Config\ncurrent-context: test\n"
               "clusters:\n- name: c\n  cluster: {server: \"" +
               cluster.server.url(QString{}).toEncoded() +
               "\"}\nusers:\n- name: u\n  user: {}\n"
               "contexts:\n- name: test\n  context: {cluster: c, user: u}\n");
    file.close();
    Fixture fixture(scripted, m_clock);
    QVERIFY(fixture.connection.notes().isEmpty());
    fixture.connection.setLooking(&fixture.page, true);
    REACHES(ClusterPhase::Live);
    const QString notes = fixture.connection.notes().join(u'\n');
    for (const QString &part :
         {u"does not serve ScaledObject"_s, u"does not serve Pod"_s, u"metrics.example/v1"_s,
          u"The cluster warns about deployments: apps/v1 is old"_s}) {
        QVERIFY2(notes.contains(part), qPrintable(notes));
    }
    QVERIFY2(!notes.contains(u"serve Deployment"_s), qPrintable(notes));
}

/// KEDA is installed while the page is open, and taken away again.
void TestKubeConnection::aDefinitionThatComesAndGoes()
{
    const KubeWorld world;
    QVERIFY(world.works());
    QVERIFY(world.addDeployment(u"rag-worker"_s, 3));
    Workspace open = workspace();
    open.kube.config = world.kubeconfig();
    Fixture fixture(open, m_clock);
    fixture.connection.setLooking(&fixture.page, true);
    REACHES(ClusterPhase::Live);
    const auto saysMissing = [&] {
        return fixture.connection.notes().join(u'\n').contains(u"serve ScaledObject"_s);
    };
    QVERIFY(saysMissing());
    demo::ClusterClient client = world.server()->client(u"test"_s);
    const demo::CallResult defined = client.create(scaledObjectDefinition());
    QVERIFY2(defined.ok(), qPrintable(defined.message()));
    const demo::CallResult made = client.create(
        {{u"apiVersion"_s, u"keda.sh/v1alpha1"_s},
         {u"kind"_s, u"ScaledObject"_s},
         {u"metadata"_s,
          QJsonObject{{u"name"_s, u"rag"_s}, {u"namespace"_s, KubeWorld::nameSpace}}},
         {u"spec"_s, QJsonObject{{u"scaleTargetRef"_s, QJsonObject{{u"name"_s, u"rag-worker"_s}}},
                                 {u"maxReplicaCount"_s, 9}}}});
    QVERIFY2(made.ok(), qPrintable(made.message()));
    fixture.connection.tryAgain(); // or in five minutes by itself
    const auto isKeda = [&] {
        const auto row = fixture.row(ragKey);
        return row && row->owner.kind == ReplicaOwner::Kind::Keda;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isKeda(), patience);
    QVERIFY(!saysMissing());
    QVERIFY(client
                .remove({u"apiextensions.k8s.io"_s,
                         u"customresourcedefinitions"_s,
                         {},
                         u"scaledobjects.keda.sh"_s,
                         {}})
                .ok());
    QTRY_VERIFY_WITH_TIMEOUT(saysMissing(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!isKeda(), patience);
    REACHES(ClusterPhase::Live);
    QVERIFY(fixture.connection.state().lacks.empty());
}

/// The connection is up, and the demo's server keeps what happens for itself.
void TestKubeConnection::aWatchThatTellsNothing()
{
    const KubeWorld world;
    QVERIFY(world.works());
    Workspace stale = workspace();
    stale.kube.config = world.kubeconfig();
    Fixture fixture(stale, m_clock);
    fixture.connection.setLooking(&fixture.page, true);
    REACHES(ClusterPhase::Live);
    KubeReflector<kube::Deployment> watch(
        *fixture.connection.client(),
        {.resource = kube::bestResource(kube::Kind::Deployment), .ns = KubeWorld::nameSpace},
        m_clock);
    KubeWatch::Pace pace;
    pace.quiet = 10h; // until there is something to be told
    pace.streamStart = 300ms;
    watch.setPace(pace);
    bool isLive = false;
    connect(&watch, &KubeWatch::stateChanged, this,
            [&] { isLive = isLive || watch.state().phase == ReflectorState::Phase::Live; });
    watch.setActive(true);
    QTRY_VERIFY_WITH_TIMEOUT(isLive, patience);
    const auto fault = demo::Fault::parse(u"stale-watch path=*/deployments"_s);
    QVERIFY_RESULT(fault);
    world.server()->faults().add(*fault);
    QVERIFY(world.addDeployment(u"rag-worker"_s, 3));
    const std::unique_ptr<KubeAnswer<kube::Deployment>> there(
        fixture.connection.client()->get<kube::Deployment>(
            {kube::bestResource(kube::Kind::Deployment), KubeWorld::nameSpace, u"rag-worker"_s},
            nullptr));
    const QSignalSpy answered(there.get(), &KubeReply::finished);
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
    QVERIFY(there->result() && watch.objects().isEmpty());
    pace.quiet = 300ms;
    watch.setPace(pace);
    QTRY_COMPARE_WITH_TIMEOUT(watch.objects().size(), 1, patience); // told by no watch
    world.server()->faults().clear();
    QVERIFY(world.addDeployment(u"tool-router"_s, 1));
    QTRY_COMPARE_WITH_TIMEOUT(watch.objects().size(), 2, patience);
}

void TestKubeConnection::aServerThatGoesLeavesThePicture()
{
    auto world = std::make_unique<KubeWorld>();
    QVERIFY(world->works());
    QVERIFY(world->addDeployment(u"rag-worker"_s, 3));
    Workspace lost = workspace();
    lost.kube.config = world->kubeconfig();
    Fixture fixture(lost, m_clock);
    fixture.connection.setLooking(&fixture.page, true);
    REACHES(ClusterPhase::Live);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.row(ragKey).has_value(), patience);
    world.reset();
    REACHES(ClusterPhase::Kept);
    QVERIFY(fixture.row(ragKey).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.connection.state().error.has_value(), patience);
    QVERIFY(fixture.connection.state().age.has_value());
}

void TestKubeConnection::nobodyLooksAnyMore()
{
    Fixture fixture(workspace(), m_clock);
    auto other = std::make_unique<QObject>();
    fixture.connection.setLooking(&fixture.page, true);
    fixture.connection.setLooking(other.get(), true);
    REACHES(ClusterPhase::Live);
    fixture.connection.setLooking(&fixture.page, false);
    QCOMPARE(fixture.connection.state().phase, ClusterPhase::Live);
    other.reset();
    QCOMPARE(fixture.connection.state().phase, ClusterPhase::Kept);
    QVERIFY(!fixture.connection.state().error);
    fixture.connection.setLooking(&fixture.page, true);
    REACHES(ClusterPhase::Live);
}

/// Nothing is tried again while nobody looks; at once when somebody does.
void TestKubeConnection::nobodyLooksAtADeadServer()
{
    auto world = std::make_unique<KubeWorld>();
    QVERIFY(world->works());
    const QTemporaryDir folder;
    Workspace dead = workspace();
    dead.kube.config = folder.filePath(u"config"_s);
    QVERIFY(QFile::copy(world->kubeconfig(), dead.kube.config));
    world.reset();
    Fixture fixture(dead, m_clock);
    Fixture looked(dead, m_clock);
    const auto failures = [](const Fixture &one) { return one.http.totals().failures; };
    fixture.connection.setLooking(&fixture.page, true);
    REACHES(ClusterPhase::Failed);
    fixture.connection.setLooking(&fixture.page, false);
    const qint64 before = failures(fixture);
    looked.connection.setLooking(&looked.page, true);
    QTRY_VERIFY_WITH_TIMEOUT(failures(looked) >= 3 * before, patience);
    QCOMPARE(failures(fixture), before);
    fixture.connection.setLooking(&fixture.page, true);
    QTRY_VERIFY_WITH_TIMEOUT(failures(fixture) > before, patience);
}

/// Those of the workspace and of its components; without any, that of the context.
void TestKubeConnection::theNamespacesInView()
{
    Workspace several = workspace();
    several.namespaces.clear();
    {
        Fixture fixture(several, m_clock);
        QVERIFY(fixture.connection.nameSpaces().isEmpty());
        fixture.connection.setLooking(&fixture.page, true);
        QCOMPARE(fixture.connection.nameSpaces(), QStringList{KubeWorld::nameSpace});
    }
    several.namespaces = {u"kotaemon"_s, u"queue"_s};
    several.components.front().ns = u"queue"_s;
    several.components.back().ns = u"tools"_s;
    const Fixture fixture(several, m_clock);
    QCOMPARE(fixture.connection.nameSpaces(), (QStringList{u"kotaemon"_s, u"queue"_s, u"tools"_s}));
}

void TestKubeConnection::writing()
{
    ManualClock clock;
    Fixture fixture(workspace(), clock);
    fixture.connection.setLooking(&fixture.page, true);
    QSignalSpy changes(&fixture.connection, &KubeConnection::writabilityChanged);
    QVERIFY(!fixture.connection.isProtected());
    QVERIFY(!fixture.connection.writableUntil());
    QVERIFY_ERROR(fixture.connection.ticket(), ErrorCode::Forbidden);
    QVERIFY_RESULT(fixture.connection.unlock());
    QCOMPARE(fixture.connection.writableUntil(),
             std::optional{clock.now() + std::chrono::milliseconds{10min}.count()});
    QVERIFY_RESULT(fixture.connection.ticket());
    QCOMPARE(fixture.connection.ticket()->contextName(), fixture.connection.contextName());
    fixture.connection.lock();
    QVERIFY(!fixture.connection.writableUntil());
    QCOMPARE(changes.size(), 2);
    QVERIFY_RESULT(fixture.connection.unlock());
    clock.advance(10min);
    QVERIFY_ERROR(fixture.connection.ticket(), ErrorCode::Forbidden);
}

void TestKubeConnection::writingToAProtectedContext()
{
    Workspace production = workspace();
    production.isProtected = true;
    Fixture fixture(production, m_clock);
    fixture.connection.setLooking(&fixture.page, true);
    QVERIFY(fixture.connection.isProtected());
    QVERIFY_ERROR(fixture.connection.unlock(), ErrorCode::InvalidInput);
    QVERIFY_ERROR(fixture.connection.unlock(u"something else"_s), ErrorCode::InvalidInput);
    QVERIFY_ERROR(fixture.connection.ticket(), ErrorCode::Forbidden);
    QVERIFY_RESULT(fixture.connection.unlock(fixture.connection.contextName()));
    QVERIFY_RESULT(fixture.connection.ticket());
}

void TestKubeConnection::writingWithoutAConnection()
{
    Fixture fixture(workspace(), m_clock); // nobody has looked yet
    QVERIFY_ERROR(fixture.connection.unlock(), ErrorCode::Forbidden);
    fixture.connection.lock();
    QVERIFY_ERROR(fixture.connection.ticket(), ErrorCode::Forbidden);
    QVERIFY(!fixture.connection.writableUntil());
}

QTEST_GUILESS_MAIN(TestKubeConnection)
#include "tst_kubeconnection.moc"
