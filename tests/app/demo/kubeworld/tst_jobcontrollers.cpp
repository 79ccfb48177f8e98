// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/jobcontrollers.h"
#include "smallcluster.h"

#include <QTest>

#include <algorithm>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

QJsonObject cronJob(const QJsonObject &spec = {})
{
    const QJsonObject container{
        {u"name"_s, u"c"_s}, {u"image"_s, u"example/x:1"_s}, {u"command"_s, QJsonArray{u"true"_s}}};
    const QJsonObject podSpec{{u"restartPolicy"_s, u"Never"_s},
                              {u"containers"_s, QJsonArray{container}}};
    const QJsonObject jobSpec{{u"backoffLimit"_s, 0},
                              {u"template"_s, QJsonObject{{u"spec"_s, podSpec}}}};
    QJsonObject whole{{u"schedule"_s, u"*/5 * * * *"_s},
                      {u"jobTemplate"_s, QJsonObject{{u"spec"_s, jobSpec}}}};
    for (auto each = spec.begin(); each != spec.end(); ++each) {
        whole.insert(each.key(), each.value());
    }
    return {{u"apiVersion"_s, u"batch/v1"_s},
            {u"kind"_s, u"CronJob"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"tick"_s},
                                        {u"namespace"_s, u"kotaemon"_s},
                                        {u"uid"_s, u"u-tick"_s},
                                        {u"creationTimestamp"_s, timeText(start - 30)}}},
            {u"spec"_s, whole}};
}

QJsonObject withStatus(QJsonObject object, const QJsonObject &status)
{
    object.insert(u"status"_s, status);
    return object;
}

QJsonObject jobOf(const QString &name, const QJsonObject &status, const QJsonObject &spec = {})
{
    const QJsonObject cron = cronJob();
    QJsonObject whole = cron["spec"_L1]["jobTemplate"_L1]["spec"_L1].toObject();
    for (auto each = spec.begin(); each != spec.end(); ++each) {
        whole.insert(each.key(), each.value());
    }
    return {{u"apiVersion"_s, u"batch/v1"_s},
            {u"kind"_s, u"Job"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name},
                                        {u"namespace"_s, u"kotaemon"_s},
                                        {u"uid"_s, QString(u"u-"_s + name)},
                                        {u"ownerReferences"_s, controlledBy(cron)}}},
            {u"spec"_s, whole},
            {u"status"_s, status}};
}

QJsonObject finished(const QString &type, std::int64_t second)
{
    QJsonArray conditions;
    setCondition(conditions, type, true, u"R"_s, {}, second);
    QJsonObject status{{u"startTime"_s, timeText(second - 5)}, {u"conditions"_s, conditions}};
    if (type == "Complete"_L1) {
        status.insert(u"completionTime"_s, timeText(second));
    }
    return status;
}

ClusterView viewOf(const QJsonObject &cron, const QList<QJsonObject> &jobs = {},
                   std::int64_t second = start)
{
    ClusterView view;
    view.second = second;
    view.cronJobs.insert(u"kotaemon/tick"_s, cron);
    for (const QJsonObject &job : jobs) {
        view.jobs.insert(keyOf(job), job);
        view.jobsOf[u"u-tick"_s].append(job);
    }
    return view;
}

/// A Job with one pod in that phase.
ClusterView viewOfJob(const QJsonObject &job, const QString &phase)
{
    ClusterView view;
    view.second = start;
    view.jobs.insert(keyOf(job), job);
    if (!phase.isEmpty()) {
        view.podsOf[uidOf(job)].append(QJsonObject{
            {u"metadata"_s, QJsonObject{{u"name"_s, u"p"_s}, {u"namespace"_s, u"kotaemon"_s}}},
            {u"status"_s, QJsonObject{{u"phase"_s, phase}}}});
    }
    return view;
}

QStringList named(const ClusterPlan &plan, ClusterPlan::Change::Kind kind)
{
    QStringList names;
    for (const ClusterPlan::Change &change : plan.changes) {
        if (change.kind == kind) {
            names.append(change.place.name + nameOf(change.document));
        }
    }
    return names;
}

QStringList created(const ClusterPlan &plan)
{
    return named(plan, ClusterPlan::Change::Kind::Create);
}

QStringList removed(const ClusterPlan &plan)
{
    return named(plan, ClusterPlan::Change::Kind::Remove);
}

bool tells(const ClusterPlan &plan, const QString &reason)
{
    return std::any_of(plan.events.begin(), plan.events.end(),
                       [&](const ClusterPlan::Event &event) { return event.reason == reason; });
}

} // namespace

/// CronJobs and Jobs as functions of what there is: jobcontrollers.
class TestJobControllers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dueOrNot_data();
    void dueOrNot();
    void missedRunsAreOne();
    void concurrency_data();
    void concurrency();
    void historyIsLimited();
    void badSchedulesAreTold_data();
    void badSchedulesAreTold();
    void statusNamesTheActive();
    void jobMakesItsPod();
    void jobEnds_data();
    void jobEnds();
    void deadlineEndsItsPods();
    void finishedJobsGo();
};

void TestJobControllers::dueOrNot_data()
{
    QTest::addColumn<QJsonObject>("spec");
    QTest::addColumn<QJsonObject>("status");
    QTest::addColumn<int>("jobs");
    const QJsonObject served{{u"lastScheduleTime"_s, timeText(start)}};
    const QJsonObject earlier{{u"lastScheduleTime"_s, timeText(start - 300)}};
    QTest::newRow("first time") << QJsonObject() << QJsonObject() << 1;
    QTest::newRow("already served") << QJsonObject() << served << 0;
    QTest::newRow("next one") << QJsonObject() << earlier << 1;
    QTest::newRow("suspended") << QJsonObject{{u"suspend"_s, true}} << earlier << 0;
    QTest::newRow("not yet") << QJsonObject{{u"schedule"_s, u"1 * * * *"_s}} << QJsonObject() << 0;
    QTest::newRow("in its zone") << QJsonObject{{u"schedule"_s, u"0 16 * * *"_s},
                                                {u"timeZone"_s, u"Asia/Shanghai"_s}}
                                 << QJsonObject() << 1;
    QTest::newRow("another zone's time")
        << QJsonObject{{u"schedule"_s, u"0 16 * * *"_s}} << QJsonObject() << 0;
}

void TestJobControllers::dueOrNot()
{
    QFETCH(const QJsonObject, spec);
    QFETCH(const QJsonObject, status);
    QFETCH(const int, jobs);
    const ClusterPlan plan = cronJobPlan(viewOf(withStatus(cronJob(spec), status)));
    QCOMPARE(created(plan).size(), jobs);
    if (jobs > 0) {
        QCOMPARE(created(plan).constFirst(), u"tick-%1"_s.arg(start / 60));
        QCOMPARE(plan.changes.back().document["status"_L1]["lastScheduleTime"_L1].toString(),
                 timeText(start));
        QVERIFY(tells(plan, u"SuccessfulCreate"_s));
    }
}

void TestJobControllers::missedRunsAreOne()
{
    const QJsonObject status{{u"lastScheduleTime"_s, timeText(start - 7200)}};
    const ClusterPlan plan = cronJobPlan(viewOf(withStatus(cronJob(), status), {}, start + 60));
    QCOMPARE(created(plan), (QStringList{u"tick-%1"_s.arg(start / 60)}));
    const QJsonObject strict{{u"startingDeadlineSeconds"_s, 30}};
    const ClusterPlan late =
        cronJobPlan(viewOf(withStatus(cronJob(strict), status), {}, start + 60));
    QCOMPARE(created(late).size(), 0);
}

void TestJobControllers::concurrency_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("made");
    QTest::addColumn<int>("ended");
    QTest::newRow("Allow") << u"Allow"_s << 1 << 0;
    QTest::newRow("Forbid") << u"Forbid"_s << 0 << 0;
    QTest::newRow("Replace") << u"Replace"_s << 1 << 1;
}

void TestJobControllers::concurrency()
{
    QFETCH(const QString, policy);
    QFETCH(const int, made);
    QFETCH(const int, ended);
    const QJsonObject running = jobOf(u"tick-1"_s, {{u"active"_s, 1}});
    const ClusterPlan plan =
        cronJobPlan(viewOf(cronJob({{u"concurrencyPolicy"_s, policy}}), {running}));
    QCOMPARE(created(plan).size(), made);
    QCOMPARE(removed(plan).size(), ended);
    QCOMPARE(tells(plan, u"JobAlreadyActive"_s), policy == "Forbid"_L1);
}

void TestJobControllers::historyIsLimited()
{
    QList<QJsonObject> jobs;
    for (int i = 0; i < 4; ++i) {
        jobs.append(jobOf(u"good-%1"_s.arg(i), finished(u"Complete"_s, start - 900 + i)));
        jobs.append(jobOf(u"bad-%1"_s.arg(i), finished(u"Failed"_s, start - 900 + i)));
    }
    const QJsonObject spec{{u"successfulJobsHistoryLimit"_s, 3},
                           {u"failedJobsHistoryLimit"_s, 1},
                           {u"suspend"_s, true}};
    QStringList gone = removed(cronJobPlan(viewOf(cronJob(spec), jobs)));
    gone.sort();
    QCOMPARE(gone, (QStringList{u"bad-0"_s, u"bad-1"_s, u"bad-2"_s, u"good-0"_s}));
}

void TestJobControllers::badSchedulesAreTold_data()
{
    QTest::addColumn<QJsonObject>("spec");
    QTest::addColumn<QString>("reason");
    QTest::newRow("zone") << QJsonObject{{u"timeZone"_s, u"Mars/Olympus"_s}}
                          << u"UnknownTimeZone"_s;
    QTest::newRow("schedule") << QJsonObject{{u"schedule"_s, u"every day"_s}}
                              << u"UnparseableSchedule"_s;
}

void TestJobControllers::badSchedulesAreTold()
{
    QFETCH(const QJsonObject, spec);
    QFETCH(const QString, reason);
    const ClusterPlan plan = cronJobPlan(viewOf(cronJob(spec)));
    QVERIFY(tells(plan, reason));
    QCOMPARE(created(plan).size(), 0);
}

void TestJobControllers::statusNamesTheActive()
{
    const QJsonObject running = jobOf(u"tick-1"_s, {{u"active"_s, 1}});
    const QJsonObject done = jobOf(u"tick-0"_s, finished(u"Complete"_s, start - 60));
    const ClusterPlan plan = cronJobPlan(viewOf(cronJob({{u"suspend"_s, true}}), {running, done}));
    const QJsonValue status = plan.changes.back().document["status"_L1];
    QCOMPARE(status["active"_L1].toArray().size(), 1);
    QCOMPARE(status["active"_L1][0]["name"_L1].toString(), u"tick-1"_s);
    QCOMPARE(status["lastSuccessfulTime"_L1].toString(), timeText(start - 60));
}

void TestJobControllers::jobMakesItsPod()
{
    const ClusterPlan plan = jobPlan(viewOfJob(jobOf(u"tick-1"_s, {}), {}));
    QCOMPARE(created(plan).size(), 1);
    const QJsonObject pod = plan.changes.front().document;
    QVERIFY(nameOf(pod).startsWith(u"tick-1-"_s));
    QCOMPARE(controllerUid(pod), u"u-tick-1"_s);
    QCOMPARE(pod["metadata"_L1]["labels"_L1]["batch.kubernetes.io/job-name"_L1].toString(),
             u"tick-1"_s);
    QCOMPARE(plan.changes.back().document["status"_L1]["startTime"_L1].toString(), timeText(start));
}

void TestJobControllers::jobEnds_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<QString>("condition");
    QTest::newRow("succeeded") << u"Succeeded"_s << u"Complete"_s;
    QTest::newRow("failed") << u"Failed"_s << u"Failed"_s;
    QTest::newRow("running") << u"Running"_s << QString();
}

void TestJobControllers::jobEnds()
{
    QFETCH(const QString, phase);
    QFETCH(const QString, condition);
    const QJsonObject job = jobOf(u"tick-1"_s, {{u"startTime"_s, timeText(start - 10)}});
    const ClusterPlan plan = jobPlan(viewOfJob(job, phase));
    QCOMPARE(created(plan).size(), 0); // backoffLimit is zero
    const QJsonObject after = withStatus(job, plan.changes.back().document["status"_L1].toObject());
    QCOMPARE(isFinishedJob(after), !condition.isEmpty());
    if (!condition.isEmpty()) {
        QCOMPARE(conditionOf(after, condition)["status"_L1].toString(), u"True"_s);
    }
}

void TestJobControllers::deadlineEndsItsPods()
{
    const QJsonObject job = jobOf(u"tick-1"_s, {{u"startTime"_s, timeText(start - 100)}},
                                  {{u"activeDeadlineSeconds"_s, 60}});
    const ClusterPlan plan = jobPlan(viewOfJob(job, u"Running"_s));
    QCOMPARE(removed(plan), (QStringList{u"p"_s}));
    QVERIFY(tells(plan, u"DeadlineExceeded"_s));
}

void TestJobControllers::finishedJobsGo()
{
    const QJsonObject job = jobOf(u"tick-1"_s, finished(u"Complete"_s, start - 600),
                                  {{u"ttlSecondsAfterFinished"_s, 600}});
    ClusterView view = viewOfJob(job, {});
    QCOMPARE(removed(jobPlan(view)), (QStringList{u"tick-1"_s}));
    view.second = start - 1;
    QVERIFY(removed(jobPlan(view)).isEmpty());
}

QTEST_GUILESS_MAIN(TestJobControllers)
#include "tst_jobcontrollers.moc"
