// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/clusterpicture.h"
#include "kube/autoscalers.h"
#include "kube/plainkinds.h"
#include "kube/pod.h"
#include "kube/workloads.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr EpochMs start = 1'773'014'400'000;
const QString ragKey = u"Deployment/kotaemon/rag-worker"_s;

kube::ObjectMeta named(const QString &name)
{
    kube::ObjectMeta meta;
    meta.name = name;
    meta.ns = u"kotaemon"_s;
    meta.created = start;
    return meta;
}

std::shared_ptr<kube::Deployment> deployment(const QString &name, qint32 replicas = 3)
{
    auto made = std::make_shared<kube::Deployment>();
    made->meta = named(name);
    made->replicas = replicas;
    made->current = replicas;
    made->ready = replicas - 1;
    return made;
}

std::shared_ptr<kube::HorizontalPodAutoscaler> hpa(const QString &name, const QString &target)
{
    auto made = std::make_shared<kube::HorizontalPodAutoscaler>();
    made->meta = named(name);
    made->meta.managedFields = {{u"spillway-schedule"_s,
                                 u"Apply"_s,
                                 u"autoscaling/v2"_s,
                                 {},
                                 start,
                                 R"({"f:spec":{"f:maxReplicas":{}}})"}};
    made->target = {u"apps/v1"_s, u"Deployment"_s, target};
    made->minReplicas = 2;
    made->maxReplicas = 20;
    return made;
}

kube::Condition condition(const QString &type, bool yes, std::optional<EpochMs> since = {})
{
    return {type, yes ? u"True"_s : u"False"_s, {}, {}, since};
}

/// Of a Deployment's ReplicaSet; ready after `coldStart`, or not at all.
std::shared_ptr<kube::Pod> pod(const QString &workload, const QString &id,
                               std::optional<std::chrono::seconds> coldStart = {})
{
    auto made = std::make_shared<kube::Pod>();
    made->meta = named(workload + u"-7d9f8b6c54-"_s + id);
    made->meta.labels = {{u"pod-template-hash"_s, u"7d9f8b6c54"_s}};
    made->meta.owners = {
        {u"apps/v1"_s, u"ReplicaSet"_s, workload + u"-7d9f8b6c54"_s, u"u"_s, true}};
    made->phase = coldStart ? u"Running"_s : u"Pending"_s;
    if (coldStart) {
        const EpochMs ready = start + std::chrono::milliseconds{*coldStart}.count();
        made->conditions = {condition(u"Ready"_s, true, ready)};
    }
    return made;
}

std::shared_ptr<kube::Event> happened(const QString &name, const QString &kind,
                                      const QString &object)
{
    auto made = std::make_shared<kube::Event>();
    made->meta = named(name);
    made->type = u"Warning"_s;
    made->reason = u"BackOff"_s;
    made->regarding = {{}, kind, u"kotaemon"_s, object, {}};
    return made;
}

QString keyOf(const kube::ObjectMeta &meta)
{
    return meta.ns + u'/' + meta.name;
}

template<typename T>
void add(ClusterPicture *picture, const std::shared_ptr<T> &object)
{
    picture->set(keyOf(object->meta), std::shared_ptr<const T>(object));
}

template<typename T>
void remove(ClusterPicture *picture, const std::shared_ptr<T> &object)
{
    picture->set(keyOf(object->meta), std::shared_ptr<const T>());
}

std::vector<WorkspaceComponent> components()
{
    WorkspaceComponent rag;
    rag.name = u"retrieval"_s;
    rag.workload = u"rag-worker"_s;
    WorkspaceComponent redis;
    redis.name = u"redis"_s;
    redis.kind = u"StatefulSet"_s;
    WorkspaceComponent elsewhere;
    elsewhere.name = u"llm-consumer"_s;
    elsewhere.ns = u"other"_s;
    return {rag, redis, elsewhere};
}

} // namespace

class TestClusterPicture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWorkloadWithItsAutoscaler();
    void theOrderOfArrivalDoesNotMatter();
    void componentsOfTheWorkspace();
    void anAutoscalerThatGoesOrTurnsElsewhere();
    void boundsOfKeda();
    void podsOfAWorkload();
    void startsAreRemembered();
    void pullsOfImages();
    void podsThatAreEndingAreNotCounted();
    void podsWithoutALabel();
    void whyAPodDoesNotStart();
    void eventsFindTheirWorkload_data();
    void eventsFindTheirWorkload();
    void conditionsOfOneAndOfAll();
    void settleTellsWhetherAnythingChanged();
};

void TestClusterPicture::aWorkloadWithItsAutoscaler()
{
    ClusterPicture picture;
    add(&picture, deployment(u"rag-worker"_s));
    add(&picture, hpa(u"rag"_s, u"rag-worker"_s));
    QVERIFY(picture.settle());
    const WorkloadRow row = picture.workloads().value(ragKey);
    QCOMPARE(row.key, ragKey);
    QCOMPARE(row.desired, 3);
    QCOMPARE(row.current, 3);
    QCOMPARE(row.ready, 2);
    QCOMPARE(row.min, std::optional<qint32>{2});
    QCOMPARE(row.max, std::optional<qint32>{20});
    QCOMPARE(row.owner.kind, ReplicaOwner::Kind::Hpa);
    QCOMPARE(row.bounds.manager, u"spillway-schedule"_s);
    QVERIFY(!row.coldStart);
}

void TestClusterPicture::theOrderOfArrivalDoesNotMatter()
{
    ClusterPicture first;
    add(&first, deployment(u"rag-worker"_s));
    add(&first, hpa(u"rag"_s, u"rag-worker"_s));
    add(&first, pod(u"rag-worker"_s, u"a"_s, 12s));
    first.settle();
    ClusterPicture last;
    add(&last, pod(u"rag-worker"_s, u"a"_s, 12s));
    last.settle();
    QVERIFY(last.workloads().isEmpty());
    add(&last, hpa(u"rag"_s, u"rag-worker"_s));
    last.settle();
    add(&last, deployment(u"rag-worker"_s));
    last.settle();
    QCOMPARE(last.workloads(), first.workloads());
    QCOMPARE(last.workloads().value(ragKey).coldStart->p50, 12s);
}

void TestClusterPicture::componentsOfTheWorkspace()
{
    ClusterPicture picture(components());
    add(&picture, deployment(u"rag-worker"_s));
    add(&picture, deployment(u"redis"_s)); // its component is a StatefulSet
    add(&picture, deployment(u"llm-consumer"_s));
    auto redis = std::make_shared<kube::StatefulSet>();
    redis->meta = named(u"redis"_s);
    add(&picture, redis);
    picture.settle();
    QCOMPARE(picture.workloads().value(ragKey).component, u"retrieval"_s);
    QCOMPARE(picture.workloads().value(u"StatefulSet/kotaemon/redis"_s).component, u"redis"_s);
    QVERIFY(picture.workloads().value(u"Deployment/kotaemon/redis"_s).component.isEmpty());
    QVERIFY(picture.workloads().value(u"Deployment/kotaemon/llm-consumer"_s).component.isEmpty());
    QVERIFY(picture.ofComponent(u"retrieval"_s) != nullptr);
    QCOMPARE(picture.ofComponent(u"retrieval"_s)->name, u"rag-worker"_s);
    QVERIFY(picture.ofComponent(u"llm-consumer"_s) == nullptr);
    QVERIFY2(picture.ofComponent({}) == nullptr, "nobody's workload is nobody's component");
}

void TestClusterPicture::anAutoscalerThatGoesOrTurnsElsewhere()
{
    ClusterPicture picture;
    add(&picture, deployment(u"rag-worker"_s));
    add(&picture, deployment(u"tool-router"_s));
    add(&picture, hpa(u"h"_s, u"rag-worker"_s));
    picture.settle();
    add(&picture, hpa(u"h"_s, u"tool-router"_s));
    picture.settle();
    const QString toolKey = u"Deployment/kotaemon/tool-router"_s;
    QVERIFY(!picture.workloads().value(ragKey).owner.isAutoscaler());
    QVERIFY(!picture.workloads().value(ragKey).max);
    QVERIFY(picture.workloads().value(toolKey).owner.isAutoscaler());
    remove(&picture, hpa(u"h"_s, {}));
    picture.settle();
    QVERIFY(!picture.workloads().value(toolKey).owner.isAutoscaler());
    remove(&picture, deployment(u"tool-router"_s));
    picture.settle();
    QVERIFY(!picture.workloads().contains(toolKey));
}

void TestClusterPicture::boundsOfKeda()
{
    ClusterPicture picture;
    add(&picture, deployment(u"rag-worker"_s));
    auto scaled = std::make_shared<kube::ScaledObject>();
    scaled->meta = named(u"rag"_s);
    scaled->target.name = u"rag-worker"_s; // a kind left out means Deployment
    scaled->maxReplicas = 12;
    add(&picture, scaled);
    auto generated = hpa(u"keda-hpa-rag"_s, u"rag-worker"_s);
    generated->meta.owners = {{u"keda.sh/v1alpha1"_s, u"ScaledObject"_s, u"rag"_s, u"u"_s, true}};
    generated->minReplicas = 1;
    generated->maxReplicas = 12;
    add(&picture, generated);
    picture.settle();
    const WorkloadRow row = picture.workloads().value(ragKey);
    QCOMPARE(row.owner.kind, ReplicaOwner::Kind::Keda);
    QCOMPARE(row.min, std::optional<qint32>{1}); // KEDA's default, as its HPA has it
    QCOMPARE(row.max, std::optional<qint32>{12});
}

void TestClusterPicture::podsOfAWorkload()
{
    ClusterPicture picture;
    add(&picture, deployment(u"rag-worker"_s));
    add(&picture, deployment(u"rag"_s));
    add(&picture, pod(u"rag-worker"_s, u"a"_s, 10s));
    add(&picture, pod(u"rag-worker"_s, u"b"_s, 20s));
    add(&picture, pod(u"rag-worker"_s, u"c"_s));
    add(&picture, pod(u"rag"_s, u"d"_s, 5s)); // a name that begins the same
    picture.settle();
    QCOMPARE(picture.pods(ragKey).size(), 3U);
    QCOMPARE(picture.pods().size(), 4U);
    QCOMPARE(picture.podCount(), 4);
    const PodStarts starts = *picture.workloads().value(ragKey).coldStart;
    QCOMPARE(starts.pods, 2U);
    QCOMPARE(starts.p50, 10s);
    QCOMPARE(starts.p95, 20s);
    remove(&picture, pod(u"rag-worker"_s, u"b"_s));
    picture.settle();
    QCOMPARE(picture.pods(ragKey).size(), 2U);
    QCOMPARE(picture.workloads().value(ragKey).coldStart->p95, 20s); // it did start
}

void TestClusterPicture::startsAreRemembered()
{
    ClusterPicture picture;
    add(&picture, deployment(u"rag-worker"_s));
    QCOMPARE(picture.starts(ragKey), StartSummary{});
    const auto first = pod(u"rag-worker"_s, u"a"_s, 10s);
    add(&picture, first);
    auto ending = pod(u"rag-worker"_s, u"a"_s);
    ending->meta.deleted = start;
    add(&picture, ending); // it is not ready any more
    QCOMPARE(picture.starts(ragKey).starts, 1U);
    remove(&picture, first);
    QCOMPARE(picture.starts(ragKey).starts, 1U);
    add(&picture, pod(u"rag-worker"_s, u"b"_s, 30s));
    QCOMPARE(picture.starts(ragKey).starts, 2U);
    // Ready, not ready, ready again: one start, the first.
    add(&picture, pod(u"rag-worker"_s, u"b"_s));
    add(&picture, pod(u"rag-worker"_s, u"b"_s, 3'000s));
    picture.settle();
    QCOMPARE(picture.workloads().value(ragKey).coldStart, (PodStarts{2, 10s, 30s}));
    // The same name and another pod, as StatefulSets have them.
    auto again = pod(u"rag-worker"_s, u"b"_s, 50s);
    again->meta.created = start + 1'000;
    add(&picture, again);
    QCOMPARE(picture.starts(ragKey).starts, 3U);
    for (int i = 0; i < 500; ++i) {
        const auto one = pod(u"rag-worker"_s, u"c"_s, 1s);
        add(&picture, one);
        remove(&picture, one);
    }
    QCOMPARE(picture.starts(ragKey).starts, 201U);
    remove(&picture, deployment(u"rag-worker"_s));
    picture.settle();
    QCOMPARE(picture.starts(ragKey).starts, 1U); // of the pod that is there
}

void TestClusterPicture::pullsOfImages()
{
    ClusterPicture picture;
    add(&picture, deployment(u"rag-worker"_s));
    const auto started = pod(u"rag-worker"_s, u"a"_s, 40s);
    const auto pulled = [&](const QString &name, const QString &note) {
        auto event = happened(name, u"Pod"_s, started->meta.name);
        event->reason = u"Pulled"_s;
        event->note = note;
        return event;
    };
    add(&picture, pulled(u"1"_s, u"Successfully pulled image \"x\" in 6s"_s));
    add(&picture, started);
    QCOMPARE(picture.starts(ragKey).image, (PodStarts{1, 6s, 6s}));
    const auto second = pulled(u"2"_s, u"Successfully pulled image \"y\" in 2s"_s);
    add(&picture, second);
    add(&picture, second); // told again
    add(&picture, pulled(u"3"_s, u"what is this"_s));
    QCOMPARE(picture.starts(ragKey).image, (PodStarts{1, 8s, 8s}));
    remove(&picture, second); // events live for an hour
    remove(&picture, started);
    QCOMPARE(picture.starts(ragKey).image, (PodStarts{1, 8s, 8s}));
}

void TestClusterPicture::podsThatAreEndingAreNotCounted()
{
    ClusterPicture picture;
    add(&picture, deployment(u"rag-worker"_s));
    auto ending = pod(u"rag-worker"_s, u"a"_s, 10s);
    ending->meta.deleted = start;
    add(&picture, ending);
    picture.settle();
    QVERIFY(!picture.workloads().value(ragKey).coldStart);
    QCOMPARE(picture.pods(ragKey).size(), 1U);
    QVERIFY(picture.pods(ragKey).front().ended);
    QCOMPARE(picture.pods(ragKey).front().status, u"Terminating"_s);
}

void TestClusterPicture::podsWithoutALabel()
{
    ClusterPicture picture;
    auto unlabelled = pod(u"rag-worker"_s, u"a"_s);
    unlabelled->meta.labels.clear();
    add(&picture, unlabelled);
    auto ordinal = pod(u"x"_s, u"0"_s);
    ordinal->meta.name = u"redis-0"_s;
    ordinal->meta.owners = {{u"apps/v1"_s, u"StatefulSet"_s, u"redis"_s, u"u"_s, true}};
    add(&picture, ordinal);
    auto alone = pod(u"x"_s, u"1"_s);
    alone->meta.name = u"debug"_s;
    alone->meta.owners.clear();
    add(&picture, alone);
    QCOMPARE(picture.pods(ragKey).size(), 1U);
    QCOMPARE(picture.pods(u"StatefulSet/kotaemon/redis"_s).front().owner, u"redis"_s);
    QCOMPARE(picture.pods().size(), 3U);
}

void TestClusterPicture::whyAPodDoesNotStart()
{
    ClusterPicture picture;
    auto pulling = pod(u"rag-worker"_s, u"a"_s);
    pulling->containers = {{.name = u"app"_s,
                            .restarts = 2,
                            .state = u"waiting"_s,
                            .reason = u"ImagePullBackOff"_s,
                            .message = u"no such image"_s}};
    add(&picture, pulling);
    PodRow row = picture.pods().front();
    QCOMPARE(row.status, u"ImagePullBackOff"_s);
    QCOMPARE(row.detail, u"app: no such image"_s);
    QCOMPARE(row.restarts, 2);

    auto waiting = pod(u"rag-worker"_s, u"a"_s);
    waiting->conditions = {
        {u"PodScheduled"_s, u"False"_s, u"Unschedulable"_s, u"0/3 nodes are available"_s, {}}};
    add(&picture, waiting);
    QCOMPARE(picture.pods().size(), 1U);
    QCOMPARE(picture.pods().front().detail, u"0/3 nodes are available"_s);
}

void TestClusterPicture::eventsFindTheirWorkload_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("workload");
    QTest::newRow("itself") << u"Deployment"_s << u"rag-worker"_s << ragKey;
    QTest::newRow("its HPA") << u"HorizontalPodAutoscaler"_s << u"h"_s << ragKey;
    QTest::newRow("its ReplicaSet") << u"ReplicaSet"_s << u"rag-worker-7d9f8b6c54"_s << ragKey;
    QTest::newRow("its pod") << u"Pod"_s << u"rag-worker-7d9f8b6c54-a"_s << ragKey;
    QTest::newRow("a pod that is gone") << u"Pod"_s << u"rag-worker-7d9f8b6c54-gone"_s << ragKey;
    QTest::newRow("somebody's pod") << u"Pod"_s << u"debug"_s << QString{};
    QTest::newRow("an HPA that is gone") << u"HorizontalPodAutoscaler"_s << u"old"_s << QString{};
    QTest::newRow("a node") << u"Node"_s << u"node-1"_s << QString{};
}

void TestClusterPicture::eventsFindTheirWorkload()
{
    QFETCH(QString, kind);
    QFETCH(QString, object);
    QFETCH(QString, workload);
    ClusterPicture picture;
    add(&picture, deployment(u"rag-worker"_s));
    add(&picture, hpa(u"h"_s, u"rag-worker"_s));
    add(&picture, pod(u"rag-worker"_s, u"a"_s));
    const auto about = happened(u"e"_s, kind, object);
    add(&picture, about);
    picture.settle();
    const std::vector<EventRow> all = picture.events();
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all.front().workload, workload);
    QCOMPARE(all.front().object, QString{kind + u'/' + object});
    QVERIFY(all.front().warning);
    QCOMPARE(all.front().lastSeen, std::optional{start}); // created, for want of better
    QCOMPARE(picture.events(ragKey).size(), workload.isEmpty() ? 0U : 1U);
    remove(&picture, about);
    QVERIFY(picture.events().empty());
}

void TestClusterPicture::conditionsOfOneAndOfAll()
{
    ClusterPicture picture;
    auto worker = deployment(u"rag-worker"_s);
    worker->conditions = {condition(u"Available"_s, true), condition(u"Progressing"_s, false)};
    add(&picture, worker);
    auto scaler = hpa(u"h"_s, u"rag-worker"_s);
    scaler->conditions = {
        condition(u"ScalingActive"_s, true),
        {u"ScalingLimited"_s, u"True"_s, u"TooManyReplicas"_s, u"wants more"_s, {}}};
    add(&picture, scaler);
    auto idle = hpa(u"i"_s, u"tool-router"_s);
    idle->conditions = {{u"ScalingLimited"_s, u"True"_s, u"TooFewReplicas"_s, {}, {}}};
    add(&picture, deployment(u"tool-router"_s));
    add(&picture, idle);
    picture.settle();
    const auto names = [](const std::vector<ConditionRow> &rows) {
        QStringList all;
        for (const ConditionRow &row : rows) {
            all.append(row.object + u' ' + row.type + (row.wrong ? u" !"_s : QString{}));
        }
        return all;
    };
    const QStringList wrong{u"Deployment rag-worker Progressing !"_s, u"HPA h ScalingLimited !"_s};
    QCOMPARE(names(picture.conditions(ragKey)),
             (QStringList{u"Deployment rag-worker Available"_s, wrong.at(0),
                          u"HPA h ScalingActive"_s, wrong.at(1)}));
    QCOMPARE(names(picture.conditions()), wrong);
}

void TestClusterPicture::settleTellsWhetherAnythingChanged()
{
    ClusterPicture picture;
    QVERIFY(picture.isEmpty());
    QVERIFY(!picture.settle());
    add(&picture, pod(u"rag-worker"_s, u"a"_s));
    QVERIFY(picture.settle());
    QVERIFY(!picture.settle());
    QVERIFY(!picture.isEmpty());
    add(&picture, happened(u"e"_s, u"Pod"_s, u"x"_s));
    QVERIFY(picture.settle());
}

QTEST_GUILESS_MAIN(TestClusterPicture)
#include "tst_clusterpicture.moc"
