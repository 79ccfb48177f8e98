// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterjson.h"
#include "kubeworld/jobcontrollers.h"

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString manager = QStringLiteral("kube-controller-manager");
const QString reporter = QStringLiteral("job-controller");

ObjectPlace jobPlace(const QJsonObject &job)
{
    return {u"batch"_s, u"jobs"_s, namespaceOf(job), nameOf(job), {}};
}

struct PodCounts
{
    qint64 active = 0;
    qint64 ready = 0;
    qint64 succeeded = 0;
    qint64 failed = 0;
};

PodCounts countPods(const QList<QJsonObject> &pods)
{
    PodCounts counts;
    for (const QJsonObject &pod : pods) {
        const QString phase = pod["status"_L1]["phase"_L1].toString();
        if (phase == "Succeeded"_L1) {
            ++counts.succeeded;
        } else if (phase == "Failed"_L1 || isBeingDeleted(pod)) {
            ++counts.failed;
        } else {
            ++counts.active;
            counts.ready += isReadyPod(pod) ? 1 : 0;
        }
    }
    return counts;
}

QJsonObject newPod(const QJsonObject &job, qint64 number)
{
    const QJsonObject shape = job["spec"_L1]["template"_L1].toObject();
    QJsonObject metadata = shape["metadata"_L1].toObject();
    QJsonObject labels = metadata["labels"_L1].toObject();
    labels.insert(u"batch.kubernetes.io/job-name"_s, nameOf(job));
    labels.insert(u"job-name"_s, nameOf(job));
    labels.insert(u"batch.kubernetes.io/controller-uid"_s, uidOf(job));
    const QByteArray seed = uidOf(job).toUtf8() + '/' + QByteArray::number(number);
    metadata.insert(u"labels"_s, labels);
    metadata.insert(u"name"_s, QString(nameOf(job) + u'-' + safeLetters(hashOfText(seed), 5)));
    metadata.insert(u"namespace"_s, namespaceOf(job));
    metadata.insert(u"ownerReferences"_s, controlledBy(job));
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, metadata},
            {u"spec"_s, shape["spec"_L1]}};
}

/// Why it has failed; empty: it has not.
QString failureOf(const QJsonObject &job, const PodCounts &counts, std::int64_t second)
{
    const QJsonValue spec = job["spec"_L1];
    const auto started = secondOf(job["status"_L1]["startTime"_L1]);
    const QJsonValue deadline = spec["activeDeadlineSeconds"_L1];
    if (deadline.isDouble() && started &&
        second - *started > static_cast<std::int64_t>(deadline.toInteger())) {
        return u"DeadlineExceeded"_s;
    }
    return counts.failed > spec["backoffLimit"_L1].toInteger(6) ? u"BackoffLimitExceeded"_s
                                                                : QString();
}

void tellFailure(ClusterPlan &plan, const QJsonObject &job, const QList<QJsonObject> &pods,
                 const QString &failure)
{
    plan.tell(reporter, job, failure, u"Job has failed"_s, true);
    for (const QJsonObject &pod : pods) {
        if (!isFinishedPod(pod) && !isBeingDeleted(pod)) {
            plan.remove(manager, {{}, u"pods"_s, namespaceOf(pod), nameOf(pod), {}});
        }
    }
}

void lookAt(ClusterPlan &plan, const QJsonObject &job, const ClusterView &view)
{
    const QList<QJsonObject> pods = view.podsOf.value(uidOf(job));
    const PodCounts counts = countPods(pods);
    const QString failure = failureOf(job, counts, view.second);
    const QString now = timeText(view.second);
    QJsonArray conditions = job["status"_L1]["conditions"_L1].toArray();
    QJsonObject status{{u"startTime"_s, job["status"_L1]["startTime"_L1].toString(now)},
                       {u"active"_s, counts.active},
                       {u"ready"_s, counts.ready},
                       {u"succeeded"_s, counts.succeeded},
                       {u"failed"_s, counts.failed}};
    if (counts.succeeded > 0) {
        setCondition(conditions, u"Complete"_s, true, u"CompletionsReached"_s,
                     u"Reached expected number of succeeded pods"_s, view.second);
        status.insert(u"completionTime"_s, now);
        plan.tell(reporter, job, u"Completed"_s, u"Job completed"_s);
    } else if (!failure.isEmpty()) {
        setCondition(conditions, u"Failed"_s, true, failure,
                     failure == "DeadlineExceeded"_L1
                         ? u"Job was active longer than specified deadline"_s
                         : u"Job has reached the specified backoff limit"_s,
                     view.second);
        tellFailure(plan, job, pods, failure);
    } else if (counts.active == 0 && !job["spec"_L1]["suspend"_L1].toBool()) {
        const QJsonObject pod = newPod(job, counts.failed);
        plan.create(manager, pod);
        plan.tell(reporter, job, u"SuccessfulCreate"_s, u"Created pod: "_s + nameOf(pod));
    }
    if (!conditions.isEmpty()) {
        status.insert(u"conditions"_s, conditions);
    }
    plan.patchStatus(manager, jobPlace(job), job, status);
}

void forgetFinished(ClusterPlan &plan, const QJsonObject &job, std::int64_t second)
{
    const QJsonValue life = job["spec"_L1]["ttlSecondsAfterFinished"_L1];
    for (const QString &type : {u"Complete"_s, u"Failed"_s}) {
        const auto ended = secondOf(conditionOf(job, type)["lastTransitionTime"_L1]);
        if (life.isDouble() && ended && second - *ended >= life.toInteger()) {
            plan.remove(manager, jobPlace(job));
        }
    }
}

} // namespace

bool isFinishedJob(const QJsonObject &job)
{
    return conditionOf(job, u"Complete"_s)["status"_L1].toString() == "True"_L1 ||
           conditionOf(job, u"Failed"_s)["status"_L1].toString() == "True"_L1;
}

ClusterPlan jobPlan(const ClusterView &view)
{
    ClusterPlan plan;
    for (const QJsonObject &job : view.jobs) {
        if (isBeingDeleted(job)) {
            continue;
        }
        if (isFinishedJob(job)) {
            forgetFinished(plan, job, view.second);
        } else {
            lookAt(plan, job, view);
        }
    }
    return plan;
}

} // namespace spillway::demo
