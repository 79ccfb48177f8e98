// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A week of a schedule in a cluster, as fast as the machine can: the CronJob that a policy compiles
// to runs its script with the real kubectl and the rights of its own ServiceAccount. Whatever time
// it is, the bounds are those of the timeline.
#include "kube/kubedecoder.h"
#include "kube/managedfields.h"
#include "kubeobjects/bodyreader.h"
#include "kubeserver/kubeapiserver.h"
#include "kubeworld/jobcontrollers.h"
#include "policy/compiler.h"
#include "policy/policyparser.h"
#include "smallcluster.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <set>

using namespace spillway;
using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

constexpr int longest = 60'000; // of one run; only a hang reaches it
constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

/// Monday, 22 October 2035, 00:00 in Berlin; the clocks go back on Sunday. After the real time, in
/// which the server dates what it makes.
constexpr std::int64_t monday = 2'076'624'000 - 2 * hour;

const QByteArray policyText = R"(apiVersion: spillway.dev/v1
kind: ScalingPolicy
metadata: {name: week, namespace: kotaemon}
spec:
  timezone: Europe/Berlin
  components:
    - name: web
      target: {name: web}
      engine: hpa
      replicas: {min: 2, max: 10}
      metrics: [{cpu: {averageUtilization: 70}}]
      windows:
        - {name: office, days: [Mon-Fri], from: "09:00", to: "18:00", min: 4}
        - {name: rest, otherwise: true, max: 6}
      events:
        - {name: sale, start: 2035-10-25T20:00, end: 2035-10-26T02:00, min: 5, max: 20, rampIn: 30m}
    - name: worker
      target: {name: worker}
      engine: keda
      replicas: {min: 0, max: 8}
      metrics: [{prometheus: {query: up, threshold: 1}}]
      windows:
        - {name: night, from: "22:00", to: "06:00", max: 3}
)";

QJsonObject yamlFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? readYaml(file.readAll()).value.toObject()
                                          : QJsonObject{};
}

} // namespace

class TestScheduleWeek : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void week_data();
    void week();
    void theWeekHadManyFaces();
    void aDayAway();
    void byHand();
    void anUnchangedPolicyChangesNothing();
    void theScheduleOwnsTheBounds();

private:
    [[nodiscard]] CompileOptions options(std::int64_t second) const
    {
        CompileOptions options;
        options.now = second * 1000;
        options.timelineStart = m_start;
        options.attached = {u"web"_s, u"worker"_s};
        return options;
    }
    void attach();
    /// True once the run that is due at a time has ended. Its pod takes a few seconds of the
    /// demo's time to start; after that only the process is waited for.
    [[nodiscard]] bool hasRun(std::int64_t second)
    {
        m_now = m_now < second ? second : std::min(m_now + 5, second + 20);
        m_world->step(m_now, {});
        const QString name = u"%1-%2"_s.arg(scheduleName(m_policy)).arg(second / minute);
        const QJsonObject job = get(u"batch"_s, u"jobs"_s, name);
        m_failed = conditionOf(job, u"Failed"_s)["message"_L1].toString();
        if (!m_failed.isEmpty()) {
            m_failed += u": "_s + logOf(name);
        }
        return isFinishedJob(job);
    }
    [[nodiscard]] QString logOf(const QString &job) const
    {
        QString text;
        for (const QJsonObject &pod : m_admin->list({{}, u"pods"_s, u"kotaemon"_s, {}, {}},
                                                    u"batch.kubernetes.io/job-name="_s + job)) {
            text += QString::fromUtf8(m_server->state().logs.text(keyOf(pod), -1));
        }
        return text;
    }
    [[nodiscard]] QJsonObject get(const QString &group, const QString &plural,
                                  const QString &name) const
    {
        return m_admin->get({group, plural, u"kotaemon"_s, name, {}}).document;
    }
    [[nodiscard]] QJsonObject web() const
    {
        return get(u"autoscaling"_s, u"horizontalpodautoscalers"_s, u"week.web"_s);
    }
    [[nodiscard]] QJsonObject worker() const
    {
        return get(u"keda.sh"_s, u"scaledobjects"_s, u"week.worker"_s);
    }
    /// "web 2..10, worker 0..8", in the cluster and in the timeline.
    [[nodiscard]] QString boundsNow() const
    {
        const QJsonValue hpa = web()["spec"_L1];
        const QJsonValue keda = worker()["spec"_L1];
        return u"web %1..%2, worker %3..%4"_s.arg(hpa["minReplicas"_L1].toInt(-1))
            .arg(hpa["maxReplicas"_L1].toInt(-1))
            .arg(keda["minReplicaCount"_L1].toInt(-1))
            .arg(keda["maxReplicaCount"_L1].toInt(-1));
    }
    [[nodiscard]] QString boundsAt(std::int64_t second) const
    {
        const TimelineRow &first = *rowAt(m_rows[0], second * 1000);
        const TimelineRow &other = *rowAt(m_rows[1], second * 1000);
        return u"web %1..%2, worker %3..%4"_s.arg(first.min).arg(first.max).arg(other.min).arg(
            other.max);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<KubeApiServer> m_server;
    std::unique_ptr<ClusterClient> m_admin;
    std::unique_ptr<ClusterWorld> m_world;
    Policy m_policy;
    std::vector<std::vector<TimelineRow>> m_rows; ///< of web and of worker
    std::optional<EpochMs> m_start;
    std::int64_t m_now = 0; ///< of the demo
    QString m_failed;
    std::set<QString> m_seen; ///< bounds
};

void TestScheduleWeek::initTestCase()
{
    auto started = KubeApiServer::start({});
    QVERIFY_RESULT(started);
    m_server = std::move(*started);
    m_admin = std::make_unique<ClusterClient>(m_server->state(), u"spillway"_s);
    m_world = std::make_unique<ClusterWorld>(
        m_server->state(), 7,
        PodRunner::Settings{m_folder.path(), m_server->url(), m_server->authority(), {}});
    QVERIFY(m_admin
                ->create({{u"apiVersion"_s, u"v1"_s},
                          {u"kind"_s, u"Namespace"_s},
                          {u"metadata"_s, QJsonObject{{u"name"_s, u"kotaemon"_s}}}})
                .ok());
    QVERIFY(m_admin
                ->create(yamlFile(
                    QStringLiteral(SPILLWAY_TEST_DATA "/wire/crds/keda.sh_scaledobjects.yaml")))
                .ok());
    const PolicyReading reading = parsePolicy(policyText, u"week.yaml"_s);
    QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.problems[0].sentence()));
    m_policy = reading.policy;
    const TimeRange span{(monday - day) * 1000, (monday + 14 * day) * 1000};
    for (const PolicyComponent &component : m_policy.components) {
        m_rows.push_back(resolveSchedule(scheduleOf(m_policy, component, {}), span).rows);
    }
    attach();
}

/// As a push does it: the objects with bounds, the bounds again in the name of the schedule, then
/// the objects without.
void TestScheduleWeek::attach()
{
    ClusterClient schedule(m_server->state(), QString{scheduleManager});
    CompileOptions free = options(monday);
    free.attached.clear();
    const Compiled pushed = compilePolicy(m_policy, free);
    QVERIFY(pushed.problems.empty());
    for (const Manifest &manifest : pushed.manifests) {
        const CallResult result = m_admin->apply(manifest.object);
        QVERIFY2(result.ok(), qPrintable(manifest.name() + u": "_s + result.message()));
        if (const auto start = timelineStartOf(manifest.object)) {
            m_start = start;
        }
    }
    QVERIFY(m_start);
    for (std::size_t i = 0; i < m_policy.components.size(); ++i) {
        const TimelineRow &row = *rowAt(m_rows[i], monday * 1000);
        QVERIFY(schedule.apply(boundsManifest(m_policy, i, row).object).ok());
    }
    for (const Manifest &manifest : compilePolicy(m_policy, options(monday)).manifests) {
        QVERIFY(m_admin->apply(manifest.object).ok());
    }
}

void TestScheduleWeek::cleanupTestCase()
{
    m_world.reset();
    m_server.reset();
}

/// Every edge, which the cron expression has to know, and once a day between.
void TestScheduleWeek::week_data()
{
    QTest::addColumn<QList<qint64>>("times");
    std::set<std::int64_t> all;
    for (const std::vector<TimelineRow> &rows : m_rows) {
        for (const TimelineRow &row : rows) {
            all.insert((row.from + 59'999) / 60'000 * minute);
        }
    }
    qsizetype edges = 0;
    for (int i = 0; i < 7; ++i) {
        const std::int64_t begin = monday + i * day;
        all.insert(begin + 14 * hour + 35 * minute);
        QList<qint64> times;
        std::copy_if(all.begin(), all.end(), std::back_inserter(times),
                     [&](std::int64_t time) { return time >= begin && time < begin + day; });
        edges += times.size() - 1;
        QTest::newRow(QByteArray("day " + QByteArray::number(i + 1)).constData()) << times;
    }
    QVERIFY2(edges >= 25, QByteArray::number(edges).constData());
}

void TestScheduleWeek::week()
{
    QFETCH(const QList<qint64>, times);
    for (const std::int64_t time : times) {
        QTRY_VERIFY_WITH_TIMEOUT(hasRun(time), longest);
        QVERIFY2(m_failed.isEmpty(), qPrintable(m_failed));
        QCOMPARE(boundsNow(), boundsAt(time));
        m_seen.insert(boundsNow());
    }
    QVERIFY(!times.isEmpty());
}

/// Otherwise the week would prove nothing.
void TestScheduleWeek::theWeekHadManyFaces()
{
    QVERIFY2(m_seen.size() >= 6, QByteArray::number(m_seen.size()).constData());
}

/// Runs that were missed are repaired by the next one, whatever came between.
void TestScheduleWeek::aDayAway()
{
    const std::int64_t tuesday = monday + 8 * day + 14 * hour;
    QTRY_VERIFY_WITH_TIMEOUT(hasRun(tuesday), longest);
    QCOMPARE(boundsNow(), boundsAt(tuesday));
    QCOMPARE(web()["spec"_L1]["minReplicas"_L1].toInt(), 4);
}

/// A number that somebody changed makes the job fail visibly; the other component has its own.
void TestScheduleWeek::byHand()
{
    const ClusterClient person(m_server->state(), u"kubectl-edit"_s);
    const ObjectPlace place{
        u"autoscaling"_s, u"horizontalpodautoscalers"_s, u"kotaemon"_s, u"week.web"_s, {}};
    QVERIFY(person.mergePatch(place, {{u"spec"_s, QJsonObject{{u"maxReplicas"_s, 30}}}}).ok());
    const std::int64_t night = monday + 8 * day + 23 * hour;
    QTRY_VERIFY_WITH_TIMEOUT(hasRun(night), longest);
    QVERIFY(!m_failed.isEmpty());
    QCOMPARE(web()["spec"_L1]["maxReplicas"_L1].toInt(), 30);
    QCOMPARE(worker()["spec"_L1]["maxReplicaCount"_L1].toInt(), 3);
    // Given back, the next run has it again.
    ClusterClient schedule(m_server->state(), QString{scheduleManager});
    QVERIFY(schedule.apply(boundsManifest(m_policy, 0, TimelineRow{0, 0, 2, 9, {}}).object).ok());
    QTRY_VERIFY_WITH_TIMEOUT(hasRun(night + 10 * minute), longest);
    QVERIFY2(m_failed.isEmpty(), qPrintable(m_failed));
    QCOMPARE(boundsNow(), boundsAt(night + 10 * minute));
}

void TestScheduleWeek::anUnchangedPolicyChangesNothing()
{
    const QString before = web()["metadata"_L1]["resourceVersion"_L1].toString() +
                           worker()["metadata"_L1]["resourceVersion"_L1].toString();
    for (const Manifest &manifest :
         compilePolicy(m_policy, options(monday + 8 * day + 24 * hour)).manifests) {
        QVERIFY(m_admin->apply(manifest.object).ok());
    }
    QCOMPARE(web()["metadata"_L1]["resourceVersion"_L1].toString() +
                 worker()["metadata"_L1]["resourceVersion"_L1].toString(),
             before);
}

void TestScheduleWeek::theScheduleOwnsTheBounds()
{
    const auto hpa = kube::decodeObject<kube::HorizontalPodAutoscaler>(
        QJsonDocument(web()).toJson(QJsonDocument::Compact));
    QVERIFY_RESULT(hpa);
    const kube::FieldOwners owners = kube::fieldOwners(hpa->meta.managedFields);
    for (const QString &field : {u".spec.minReplicas"_s, u".spec.maxReplicas"_s}) {
        const QList<kube::FieldOwner> of = kube::ownersOf(owners, field);
        QCOMPARE(of.size(), 1);
        QCOMPARE(of[0].manager, QString{scheduleManager});
    }
    QCOMPARE(kube::ownersOf(owners, u".spec.scaleTargetRef.name"_s)[0].manager,
             QString{consoleManager});
}

QTEST_GUILESS_MAIN(TestScheduleWeek)
#include "tst_scheduleweek.moc"
