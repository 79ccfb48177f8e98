// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterjson.h"
#include "kubeworld/workloadcontrollers.h"

#include <QJsonDocument>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString manager = QStringLiteral("kube-controller-manager");
const QString reporter = QStringLiteral("deployment-controller");
const QString hashLabel = QStringLiteral("pod-template-hash");
const QString revisionKey = QStringLiteral("deployment.kubernetes.io/revision");

ObjectPlace placeOf(const QString &plural, const QJsonObject &object)
{
    return {u"apps"_s, plural, namespaceOf(object), nameOf(object), {}};
}

qint64 replicasOf(const QJsonObject &object)
{
    return object["spec"_L1]["replicas"_L1].toInteger(1);
}

qint64 statusNumber(const QJsonObject &object, QLatin1String key)
{
    return object["status"_L1][key].toInteger();
}

/// The template without the label by which a ReplicaSet finds its pods.
QJsonObject plainTemplate(const QJsonObject &replicaSet)
{
    QJsonObject shape = replicaSet["spec"_L1]["template"_L1].toObject();
    QJsonObject metadata = shape["metadata"_L1].toObject();
    QJsonObject labels = metadata["labels"_L1].toObject();
    labels.remove(hashLabel);
    metadata.insert(u"labels"_s, labels);
    shape.insert(u"metadata"_s, metadata);
    return shape;
}

QJsonObject withLabel(QJsonObject metadata, const QString &key, const QString &value)
{
    QJsonObject labels = metadata["labels"_L1].toObject();
    labels.insert(key, value);
    metadata.insert(u"labels"_s, labels);
    return metadata;
}

QJsonObject newReplicaSet(const QJsonObject &deployment, qint64 replicas, qsizetype revision)
{
    QJsonObject shape = deployment["spec"_L1]["template"_L1].toObject();
    const QString hash = safeLetters(
        hashOfText(QJsonDocument(shape).toJson(QJsonDocument::Compact)), 10); // as long as theirs
    QJsonObject selector = deployment["spec"_L1]["selector"_L1].toObject();
    QJsonObject matched = selector["matchLabels"_L1].toObject();
    matched.insert(hashLabel, hash);
    selector.insert(u"matchLabels"_s, matched);
    shape.insert(u"metadata"_s, withLabel(shape["metadata"_L1].toObject(), hashLabel, hash));
    const QJsonObject metadata{
        {u"name"_s, QString(nameOf(deployment) + u'-' + hash)},
        {u"namespace"_s, namespaceOf(deployment)},
        {u"labels"_s, shape["metadata"_L1]["labels"_L1]},
        {u"annotations"_s, QJsonObject{{revisionKey, QString::number(revision)}}},
        {u"ownerReferences"_s, controlledBy(deployment)}};
    return {{u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"ReplicaSet"_s},
            {u"metadata"_s, metadata},
            {u"spec"_s, QJsonObject{{u"replicas"_s, replicas},
                                    {u"selector"_s, selector},
                                    {u"template"_s, shape}}}};
}

/// Those that will still be there when what has been asked for is done.
qint64 availableOf(const QJsonObject &set)
{
    return set.isEmpty() ? 0 : std::min(replicasOf(set), statusNumber(set, "availableReplicas"_L1));
}

/// The deployment and its ReplicaSets.
struct Rollout
{
    QJsonObject deployment;
    QJsonObject current; ///< empty: of this template there is none yet
    QList<QJsonObject> old;

    Rollout(const QJsonObject &of, const ClusterView &view)
        : deployment(of)
    {
        const QJsonObject wanted = deployment["spec"_L1]["template"_L1].toObject();
        for (const QJsonObject &set : view.replicaSetsOf.value(uidOf(deployment))) {
            if (current.isEmpty() && plainTemplate(set) == wanted) {
                current = set;
            } else {
                old.append(set);
            }
        }
    }

    [[nodiscard]] qint64 oldReplicas() const
    {
        qint64 sum = 0;
        for (const QJsonObject &set : old) {
            sum += replicasOf(set);
        }
        return sum;
    }
    [[nodiscard]] qint64 available() const
    {
        qint64 sum = availableOf(current);
        for (const QJsonObject &set : old) {
            sum += availableOf(set);
        }
        return sum;
    }
    /// How many the current one may have now: a quarter more than wanted in all while old ones go.
    [[nodiscard]] qint64 newReplicas() const
    {
        const qint64 wanted = replicasOf(deployment);
        const qint64 others = oldReplicas();
        if (others == 0) {
            return wanted;
        }
        const qint64 surge = (wanted + 3) / 4;
        const qint64 have = current.isEmpty() ? 0 : replicasOf(current);
        return std::min(wanted, std::max(have, wanted + surge - others));
    }
};

void scaleSet(ClusterPlan &plan, const QJsonObject &deployment, const QJsonObject &set,
              qint64 replicas)
{
    const qint64 before = replicasOf(set);
    if (before == replicas) {
        return;
    }
    plan.patch(manager, placeOf(u"replicasets"_s, set),
               {{u"spec"_s, QJsonObject{{u"replicas"_s, replicas}}}});
    plan.tell(reporter, deployment, u"ScalingReplicaSet"_s,
              u"Scaled %1 replica set %2 from %3 to %4"_s
                  .arg(before < replicas ? u"up"_s : u"down"_s, nameOf(set))
                  .arg(before)
                  .arg(replicas));
}

/// Takes pods from old ReplicaSets as far as a quarter of the wanted may be missing.
void shrinkOld(ClusterPlan &plan, const Rollout &rollout)
{
    const qint64 wanted = replicasOf(rollout.deployment);
    const qint64 least = wanted - wanted / 4;
    qint64 spare = rollout.available() - least;
    for (const QJsonObject &set : rollout.old) {
        const qint64 have = replicasOf(set);
        const qint64 idle = have - availableOf(set);
        const qint64 cut = std::clamp(spare, qint64(0), have - idle);
        scaleSet(plan, rollout.deployment, set, have - cut - idle);
        spare -= cut;
    }
}

void tellStatus(ClusterPlan &plan, const Rollout &rollout, std::int64_t second)
{
    const QJsonObject &deployment = rollout.deployment;
    const qint64 wanted = replicasOf(deployment);
    const qint64 updated = statusNumber(rollout.current, "replicas"_L1);
    qint64 all = updated;
    qint64 ready = statusNumber(rollout.current, "readyReplicas"_L1);
    for (const QJsonObject &set : rollout.old) {
        all += statusNumber(set, "replicas"_L1);
        ready += statusNumber(set, "readyReplicas"_L1);
    }
    const qint64 available = rollout.available();
    const bool enough = available >= wanted - wanted / 4;
    const bool done = updated == wanted && all == wanted && available == wanted;
    QJsonArray conditions = deployment["status"_L1]["conditions"_L1].toArray();
    setCondition(conditions, u"Available"_s, enough,
                 enough ? u"MinimumReplicasAvailable"_s : u"MinimumReplicasUnavailable"_s,
                 enough ? u"Deployment has minimum availability."_s
                        : u"Deployment does not have minimum availability."_s,
                 second);
    setCondition(conditions, u"Progressing"_s, true,
                 done ? u"NewReplicaSetAvailable"_s : u"ReplicaSetUpdated"_s,
                 u"ReplicaSet \"%1\" %2"_s.arg(nameOf(rollout.current),
                                               done ? u"has successfully progressed."_s
                                                    : u"is progressing."_s),
                 second);
    const QJsonObject status{{u"observedGeneration"_s, deployment["metadata"_L1]["generation"_L1]},
                             {u"replicas"_s, all},
                             {u"updatedReplicas"_s, updated},
                             {u"readyReplicas"_s, ready},
                             {u"availableReplicas"_s, available},
                             {u"unavailableReplicas"_s, std::max(all - available, qint64(0))},
                             {u"conditions"_s, conditions}};
    plan.patchStatus(manager, placeOf(u"deployments"_s, deployment), deployment, status);
}

} // namespace

ClusterPlan deploymentPlan(const ClusterView &view)
{
    ClusterPlan plan;
    for (const QJsonObject &deployment : view.deployments) {
        if (isBeingDeleted(deployment) || deployment["spec"_L1]["paused"_L1].toBool()) {
            continue;
        }
        const Rollout rollout(deployment, view);
        const qint64 replicas = rollout.newReplicas();
        if (rollout.current.isEmpty()) {
            const QJsonObject made = newReplicaSet(deployment, replicas, rollout.old.size() + 1);
            plan.create(manager, made);
            plan.tell(reporter, deployment, u"ScalingReplicaSet"_s,
                      u"Scaled up replica set %1 from 0 to %2"_s.arg(nameOf(made)).arg(replicas));
        } else {
            scaleSet(plan, deployment, rollout.current, replicas);
            shrinkOld(plan, rollout);
        }
        tellStatus(plan, rollout, view.second);
    }
    return plan;
}

} // namespace spillway::demo
