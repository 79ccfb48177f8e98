// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterjson.h"
#include "kubeworld/jobcontrollers.h"
#include "scaling/cronschedule.h"

#include <QTimeZone>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString manager = QStringLiteral("kube-controller-manager");
const QString reporter = QStringLiteral("cronjob-controller");
constexpr std::int64_t msPerSecond = 1000;
constexpr int mostMissed = 100; // as the controller: then it gives up counting

ObjectPlace jobPlace(const QJsonObject &job)
{
    return {u"batch"_s, u"jobs"_s, namespaceOf(job), nameOf(job), {}};
}

QJsonArray referencesTo(const QList<QJsonObject> &jobs)
{
    QJsonArray references;
    for (const QJsonObject &job : jobs) {
        references.append(QJsonObject{{u"apiVersion"_s, u"batch/v1"_s},
                                      {u"kind"_s, u"Job"_s},
                                      {u"name"_s, nameOf(job)},
                                      {u"namespace"_s, namespaceOf(job)},
                                      {u"uid"_s, uidOf(job)}});
    }
    return references;
}

QJsonObject newJob(const QJsonObject &cronJob, std::int64_t scheduled)
{
    constexpr std::int64_t minute = 60;
    const QJsonObject shape = cronJob["spec"_L1]["jobTemplate"_L1].toObject();
    QJsonObject metadata = shape["metadata"_L1].toObject();
    QJsonObject annotations = metadata["annotations"_L1].toObject();
    annotations.insert(u"batch.kubernetes.io/cronjob-scheduled-timestamp"_s, timeText(scheduled));
    metadata.insert(u"annotations"_s, annotations);
    metadata.insert(u"name"_s, u"%1-%2"_s.arg(nameOf(cronJob)).arg(scheduled / minute));
    metadata.insert(u"namespace"_s, namespaceOf(cronJob));
    metadata.insert(u"ownerReferences"_s, controlledBy(cronJob));
    return {{u"apiVersion"_s, u"batch/v1"_s},
            {u"kind"_s, u"Job"_s},
            {u"metadata"_s, metadata},
            {u"spec"_s, shape["spec"_L1]}};
}

/// The last time that has come and was not served; none: nothing is due.
std::optional<std::int64_t> dueTime(const QJsonObject &cronJob, const CronSchedule &schedule,
                                    const QTimeZone &zone, std::int64_t now)
{
    const std::int64_t made =
        secondOf(cronJob["metadata"_L1]["creationTimestamp"_L1]).value_or(now);
    std::int64_t after =
        secondOf(cronJob["status"_L1]["lastScheduleTime"_L1]).value_or(std::min(made, now));
    if (const QJsonValue deadline = cronJob["spec"_L1]["startingDeadlineSeconds"_L1];
        deadline.isDouble()) {
        after = std::max(after, now - static_cast<std::int64_t>(deadline.toInteger()));
    }
    std::optional<std::int64_t> due;
    for (int i = 0; i < mostMissed; ++i) {
        const auto next = schedule.next(after * msPerSecond, zone);
        if (!next || *next > now * msPerSecond) {
            break;
        }
        due = *next / msPerSecond;
        after = *due;
    }
    return due;
}

void forgetHistory(ClusterPlan &plan, const QJsonObject &cronJob, QList<QJsonObject> jobs,
                   bool succeeded, qint64 limit)
{
    jobs.removeIf([succeeded](const QJsonObject &job) {
        const bool complete = conditionOf(job, u"Complete"_s)["status"_L1].toString() == "True"_L1;
        return complete != succeeded;
    });
    std::sort(jobs.begin(), jobs.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a["status"_L1]["startTime"_L1].toString() <
               b["status"_L1]["startTime"_L1].toString();
    });
    for (qsizetype i = 0; i < jobs.size() - limit; ++i) {
        plan.remove(manager, jobPlace(jobs[i]));
        plan.tell(reporter, cronJob, u"SuccessfulDelete"_s, u"Deleted job "_s + nameOf(jobs[i]));
    }
}

/// Makes the Job, if those that run allow it. The time at which it was due is the last one then.
std::optional<std::int64_t> makeJob(ClusterPlan &plan, const QJsonObject &cronJob,
                                    const QList<QJsonObject> &active, std::int64_t due)
{
    const QString policy = cronJob["spec"_L1]["concurrencyPolicy"_L1].toString();
    if (policy == "Forbid"_L1 && !active.isEmpty()) {
        plan.tell(reporter, cronJob, u"JobAlreadyActive"_s,
                  u"Not starting job because prior execution is running and concurrency policy is "
                  "Forbid"_s);
        return std::nullopt;
    }
    if (policy == "Replace"_L1) {
        for (const QJsonObject &job : active) {
            plan.remove(manager, jobPlace(job));
        }
    }
    const QJsonObject job = newJob(cronJob, due);
    plan.create(manager, job);
    plan.tell(reporter, cronJob, u"SuccessfulCreate"_s, u"Created job "_s + nameOf(job));
    return due;
}

/// The time of the Job that was made, if one was.
std::optional<std::int64_t> keepSchedule(ClusterPlan &plan, const QJsonObject &cronJob,
                                         const QList<QJsonObject> &active, std::int64_t second)
{
    const QJsonValue spec = cronJob["spec"_L1];
    const QString zoneName = spec["timeZone"_L1].toString(u"UTC"_s);
    const QTimeZone zone(zoneName.toUtf8());
    const Result<CronSchedule> schedule = CronSchedule::parse(spec["schedule"_L1].toString());
    if (!zone.isValid()) {
        plan.tell(reporter, cronJob, u"UnknownTimeZone"_s,
                  u"invalid timeZone: \"%1\""_s.arg(zoneName), true);
        return std::nullopt;
    }
    if (!schedule) {
        plan.tell(reporter, cronJob, u"UnparseableSchedule"_s, schedule.error().sentence(), true);
        return std::nullopt;
    }
    if (spec["suspend"_L1].toBool()) {
        return std::nullopt;
    }
    const auto due = dueTime(cronJob, *schedule, zone, second);
    return due ? makeJob(plan, cronJob, active, *due) : std::nullopt;
}

void lookAt(ClusterPlan &plan, const QJsonObject &cronJob, const ClusterView &view)
{
    QList<QJsonObject> active;
    QList<QJsonObject> finished;
    QString lastSuccess = cronJob["status"_L1]["lastSuccessfulTime"_L1].toString();
    for (const QJsonObject &job : view.jobsOf.value(uidOf(cronJob))) {
        (isFinishedJob(job) ? finished : active).append(job);
        lastSuccess = std::max(lastSuccess, job["status"_L1]["completionTime"_L1].toString());
    }
    const QJsonValue spec = cronJob["spec"_L1];
    forgetHistory(plan, cronJob, finished, true,
                  spec["successfulJobsHistoryLimit"_L1].toInteger(3));
    forgetHistory(plan, cronJob, finished, false, spec["failedJobsHistoryLimit"_L1].toInteger(1));
    QJsonObject status;
    // An empty list is left out by the server.
    if (!active.isEmpty() || cronJob["status"_L1].toObject().contains("active"_L1)) {
        status.insert(u"active"_s, referencesTo(active));
    }
    if (!lastSuccess.isEmpty()) {
        status.insert(u"lastSuccessfulTime"_s, lastSuccess);
    }
    if (const auto made = keepSchedule(plan, cronJob, active, view.second)) {
        status.insert(u"lastScheduleTime"_s, timeText(*made));
    }
    plan.patchStatus(manager,
                     {u"batch"_s, u"cronjobs"_s, namespaceOf(cronJob), nameOf(cronJob), {}},
                     cronJob, status);
}

} // namespace

ClusterPlan cronJobPlan(const ClusterView &view)
{
    ClusterPlan plan;
    for (const QJsonObject &cronJob : view.cronJobs) {
        if (!isBeingDeleted(cronJob)) {
            lookAt(plan, cronJob, view);
        }
    }
    return plan;
}

} // namespace spillway::demo
