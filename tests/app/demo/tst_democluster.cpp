// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"
#include "demo/democluster.h"
#include "kubeserver/kubeapiserver.h"
#include "kubeworld/clusterseed.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

namespace {

constexpr std::int64_t monday = 1795392000 - 8 * 3600; // Monday 2026-11-23 00:00 in Shanghai
constexpr std::int64_t evening = monday + 20 * 3600 + 1800;
constexpr std::uint64_t seed = 7;

void compareShape(const QJsonObject &deployment, const ComponentShape &shape)
{
    const QJsonValue resources =
        deployment["spec"_L1]["template"_L1]["spec"_L1]["containers"_L1][0]["resources"_L1];
    const auto amount = [&resources](QLatin1String which, QLatin1String what) {
        const auto quantity = parseQuantity(resources[which][what].toVariant().toString());
        return quantity ? static_cast<double>(quantity->milli) / 1000 : -1;
    };
    QCOMPARE(amount("requests"_L1, "cpu"_L1), shape.coresRequested);
    QCOMPARE(amount("limits"_L1, "cpu"_L1), shape.coresLimit);
    QCOMPARE(amount("requests"_L1, "memory"_L1), shape.bytesRequested);
    QCOMPARE(amount("limits"_L1, "memory"_L1), shape.bytesLimit);
}

} // namespace

/// Simulator and cluster together, without HTTP and in a time of their own: democluster.
class TestDemoCluster : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_cluster.reset(); }
    void shapesAreThoseOfTheModel();
    void podsAreThoseOfTheModel();
    void loadIsWhatTheMetricsSay();
    void aLowMaximumHurtsAndAHigherHelps();
    void kedaScalesTheConsumers();
    void podsWhichAreDeletedServeNoMore();
    void overridesOfTheClusterAreObeyed();
    void settingsOfThePolicyAreObeyed();
    void aLongSleepIsCaughtUpQuickly();
    void kubeconfigsAreTheOwners();

private:
    void start(std::int64_t second)
    {
        m_simulator = std::make_unique<Simulator>(Simulator::settledAt(seed, second), m_formula);
        Result<std::unique_ptr<DemoCluster>> started =
            DemoCluster::start(m_simulator->state(), m_folder.path());
        QVERIFY(started.ok());
        m_cluster = std::move(started).value();
        m_cluster->follow(*m_simulator);
        m_client = std::make_unique<ClusterClient>(m_cluster->server().state(), u"tester"_s);
    }
    void run(std::int64_t seconds)
    {
        m_cluster->advanceTo(*m_simulator, m_simulator->state().second + seconds);
    }
    [[nodiscard]] const ComponentState &of(Component component) const
    {
        return m_simulator->state().components.at(index(component));
    }
    void patch(const QString &group, const QString &plural, const QString &name,
               const QJsonObject &spec)
    {
        QVERIFY(m_client->mergePatch({group, plural, u"kotaemon"_s, name, {}}, {{u"spec"_s, spec}})
                    .ok());
    }
    [[nodiscard]] QList<QJsonObject> podsOf(const QString &selector) const
    {
        return m_client->list({{}, u"pods"_s, u"kotaemon"_s, {}, {}}, selector);
    }

    QTemporaryDir m_folder;
    HpaFormula m_formula;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<DemoCluster> m_cluster;
    std::unique_ptr<ClusterClient> m_client;
};

void TestDemoCluster::shapesAreThoseOfTheModel()
{
    const auto objects = seedObjects();
    QVERIFY(objects.ok());
    int compared = 0;
    for (const QJsonObject &object : *objects) {
        const std::string name = object["metadata"_L1]["name"_L1].toString().toStdString();
        const auto known = std::find(componentNames.begin(), componentNames.end(), name);
        if (known == componentNames.end()) {
            continue;
        }
        const ComponentShape &shape =
            componentShapes.at(static_cast<std::size_t>(known - componentNames.begin()));
        const QString kind = object["kind"_L1].toString();
        const QJsonValue spec = object["spec"_L1];
        if (kind == "Deployment"_L1) {
            compareShape(object, shape);
            ++compared;
        } else if (kind != "Service"_L1) {
            const bool isKeda = kind == "ScaledObject"_L1;
            QCOMPARE(spec[isKeda ? "minReplicaCount"_L1 : "minReplicas"_L1].toInt(),
                     shape.minReplicas);
            QCOMPARE(spec[isKeda ? "maxReplicaCount"_L1 : "maxReplicas"_L1].toInt(),
                     shape.maxReplicas);
            ++compared;
        }
    }
    QCOMPARE(compared, 8); // a Deployment and a scaler each
}

void TestDemoCluster::podsAreThoseOfTheModel()
{
    start(evening);
    QSet<QString> named;
    for (const Pod &pod : m_simulator->state().pods) {
        named.insert(QString::fromStdString(nameOfPod(seed, pod)));
    }
    QSet<QString> found;
    for (const QJsonObject &pod : podsOf(u"pod-template-hash"_s)) {
        found.insert(pod["metadata"_L1]["name"_L1].toString());
    }
    QCOMPARE(found, named);
    const int ready = m_simulator->state().readyPods(Component::RagWorker);
    run(5); // they go on: nothing is started anew
    QVERIFY(m_simulator->state().readyPods(Component::RagWorker) >= ready);
}

void TestDemoCluster::loadIsWhatTheMetricsSay()
{
    start(evening);
    const WorldState before = m_simulator->state();
    m_simulator->step();
    const WorldState &state = m_simulator->state();
    const ClusterLoad load = clusterLoadOf(state, before);
    double cores = 0;
    int pods = 0;
    for (const Pod &pod : state.pods) {
        const QString key = u"kotaemon/"_s + QString::fromStdString(nameOfPod(seed, pod));
        if (pod.component == Component::RagWorker && pod.isReady(state.second)) {
            QVERIFY(load.pods.contains(key));
            cores += load.pods.value(key).cores;
            ++pods;
        }
    }
    QVERIFY(pods > 0);
    const double used = of(Component::RagWorker).coresUsed;
    QVERIFY(cores > 0.8 * used && cores < 1.2 * used + 0.1 * pods);
    QCOMPARE(load.answer(u"sum(rate(http_requests_total{job=\"rag-worker\"}[2m]))"_s),
             std::optional<double>(of(Component::RagWorker).requestsPerSecond));
    QCOMPARE(load.signal(ClusterLoad::lengthOf(u"generation"_s)),
             std::optional<double>(state.queueReady));
}

void TestDemoCluster::aLowMaximumHurtsAndAHigherHelps()
{
    start(evening);
    run(300);
    const double usual = of(Component::RagWorker).latencySeconds;
    const QString hpas = u"horizontalpodautoscalers"_s;
    patch(u"autoscaling"_s, hpas, u"rag-worker"_s, {{u"maxReplicas"_s, 3}});
    run(300);
    QCOMPARE(of(Component::RagWorker).specReplicas, 3);
    QCOMPARE(podsOf(u"app=rag-worker"_s).size(), 3);
    const double throttled = of(Component::RagWorker).latencySeconds;
    QVERIFY2(throttled > 2 * usual, qPrintable(u"%1 -> %2"_s.arg(usual).arg(throttled)));
    patch(u"autoscaling"_s, hpas, u"rag-worker"_s, {{u"maxReplicas"_s, 20}});
    run(600);
    QVERIFY(of(Component::RagWorker).specReplicas > 3);
    QCOMPARE(of(Component::RagWorker).maxReplicas, 20);
    const double helped = of(Component::RagWorker).latencySeconds;
    QVERIFY2(helped < throttled / 2, qPrintable(u"%1 -> %2"_s.arg(throttled).arg(helped)));
}

void TestDemoCluster::kedaScalesTheConsumers()
{
    start(evening);
    run(60);
    patch(u"keda.sh"_s, u"scaledobjects"_s, u"llm-consumer"_s, {{u"maxReplicaCount"_s, 2}});
    run(120);
    QCOMPARE(of(Component::LlmConsumer).specReplicas, 2);
    QCOMPARE(of(Component::LlmConsumer).maxReplicas, 2);
}

void TestDemoCluster::podsWhichAreDeletedServeNoMore()
{
    start(evening);
    run(60);
    const int before = m_simulator->state().readyPods(Component::DialogManager);
    for (const QJsonObject &pod : podsOf(u"app=dialog-manager"_s)) {
        const QString name = pod["metadata"_L1]["name"_L1].toString();
        QVERIFY(m_client->remove({{}, u"pods"_s, u"kotaemon"_s, name, {}}).ok());
    }
    run(5);
    QCOMPARE(m_simulator->state().readyPods(Component::DialogManager), 0);
    run(120);
    QVERIFY(m_simulator->state().readyPods(Component::DialogManager) >= before - 2);
}

void TestDemoCluster::overridesOfTheClusterAreObeyed()
{
    start(evening);
    run(60);
    PolicyOverride one;
    one.id = u"o-1"_s;
    one.service = u"tool-router"_s;
    one.breaker = u"query_order_status"_s;
    one.mode = PolicyOverride::Mode::ForcedOpen;
    one.then = u"CLOSED"_s;
    one.until = QDateTime::fromSecsSinceEpoch(evening + 200, Qt::UTC);
    one.reason = u"vendor outage"_s;
    one.by = u"oncall"_s;
    const ObjectPlace map{{}, u"configmaps"_s, u"kotaemon"_s, overridesName, {}};
    const auto write = [&](const OverrideSet &set) {
        return m_client->apply(overridesManifest(u"kotaemon"_s, set).object).ok();
    };
    QVERIFY(write({42, {one}}));
    const Breaker &breaker = m_simulator->state().tools.at(0).breaker;
    const auto acknowledged = [this](std::int64_t generation) {
        const WorldState &state = m_simulator->state();
        return std::all_of(state.pods.begin(), state.pods.end(), [&](const Pod &pod) {
            return !readsOverrides(pod.component) || !pod.isReady(state.second) ||
                   pod.overrideGeneration == generation;
        });
    };
    run(35);
    QVERIFY(acknowledged(42));
    QCOMPARE(breaker.mode, BreakerMode::ForcedOpen);
    // Nonsense is left alone, and the pods say so.
    QVERIFY(m_client->mergePatch(map, {{u"data"_s, QJsonObject{{u"schema"_s, u"9"_s}}}}).ok());
    run(35);
    QVERIFY(acknowledged(42));
    QCOMPARE(breaker.mode, BreakerMode::ForcedOpen);
    const QString pod =
        podsOf(u"app=tool-router"_s).constFirst()["metadata"_L1]["name"_L1].toString();
    QVERIFY(
        m_cluster->server().state().logs.text(u"kotaemon/"_s + pod, -1).contains("schema is 9"));
    run(80); // nobody writes again
    QCOMPARE(breaker.mode, BreakerMode::Closed);
    QVERIFY(acknowledged(42));
}

void TestDemoCluster::settingsOfThePolicyAreObeyed()
{
    start(evening);
    const auto write = [this](const QString &text) {
        return m_client
            ->apply({{u"apiVersion"_s, u"v1"_s},
                     {u"kind"_s, u"ConfigMap"_s},
                     {u"metadata"_s, QJsonObject{{u"name"_s, u"spillway-settings-shop"_s},
                                                 {u"namespace"_s, u"kotaemon"_s}}},
                     {u"data"_s, QJsonObject{{u"settings.yaml"_s, text}}}})
            .ok();
    };
    QVERIFY(write(u"- service: tool-router\n  breakers:\n    - {tool: query_order_status, "
                  "waitInOpen: 10m}\n"_s));
    run(30);
    m_simulator->scenario().toolOutageUntil.fill(evening + 120);
    run(250); // the outage is over; one breaker waits as the policy says, the others do not
    const auto mode = [this](std::size_t tool) {
        return m_simulator->state().tools.at(tool).breaker.mode;
    };
    QCOMPARE(mode(0), BreakerMode::Open);
    QCOMPARE(mode(1), BreakerMode::Closed);
    QVERIFY(write(u"- {"_s)); // is not understood and changes nothing
    run(15);
    QCOMPARE(mode(0), BreakerMode::Open);
}

void TestDemoCluster::aLongSleepIsCaughtUpQuickly()
{
    start(evening);
    const quint64 before = m_cluster->server().state().store.revision();
    run(7 * 24 * 3600);
    QCOMPARE(m_simulator->state().second, evening + 7 * 24 * 3600);
    QVERIFY(m_cluster->server().state().store.revision() - before < 20'000);
}

void TestDemoCluster::kubeconfigsAreTheOwners()
{
    start(evening);
    const QString path = m_folder.filePath(u"kubeconfig"_s);
    QVERIFY(m_cluster->writeKubeconfig(path).ok());
    QVERIFY(!(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("current-context: admin@spillway-demo"));
    QVERIFY(text.contains("viewer@spillway-demo"));
}

QTEST_GUILESS_MAIN(TestDemoCluster)
#include "tst_democluster.moc"
