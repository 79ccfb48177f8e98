// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterjson.h"
#include "kubeworld/workloadcontrollers.h"

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString manager = QStringLiteral("kube-controller-manager");
constexpr qint64 mostNewPods = 100; // a typing error in replicas must not stall the demo

ObjectPlace podPlace(const QJsonObject &pod)
{
    return {{}, u"pods"_s, namespaceOf(pod), nameOf(pod), {}};
}

QJsonObject newPod(const QJsonObject &owner, const QString &name, const QString &generateName)
{
    const QJsonObject shape = owner["spec"_L1]["template"_L1].toObject();
    QJsonObject metadata{{u"name"_s, name},
                         {u"namespace"_s, namespaceOf(owner)},
                         {u"generateName"_s, generateName},
                         {u"labels"_s, shape["metadata"_L1]["labels"_L1]},
                         {u"ownerReferences"_s, controlledBy(owner)}};
    if (shape["metadata"_L1].toObject().contains("annotations"_L1)) {
        metadata.insert(u"annotations"_s, shape["metadata"_L1]["annotations"_L1]);
    }
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, metadata},
            {u"spec"_s, shape["spec"_L1]}};
}

/// Those that count: neither finished nor on their way out.
QList<QJsonObject> livePods(const ClusterView &view, const QJsonObject &owner)
{
    QList<QJsonObject> live;
    for (const QJsonObject &pod : view.podsOf.value(uidOf(owner))) {
        if (!isBeingDeleted(pod) && !isFinishedPod(pod)) {
            live.append(pod);
        }
    }
    return live;
}

/// The first to go: not ready, then the youngest.
bool goesBefore(const QJsonObject &a, const QJsonObject &b)
{
    const bool aReady = isReadyPod(a);
    const bool bReady = isReadyPod(b);
    if (aReady != bReady) {
        return bReady;
    }
    const auto since = [](const QJsonObject &pod) {
        return conditionOf(pod, u"Ready"_s)["lastTransitionTime"_L1].toString();
    };
    return since(a) > since(b);
}

void makePods(ClusterPlan &plan, const QJsonObject &set, qint64 missing)
{
    const QString stem = nameOf(set) + u'-';
    const QByteArray seed =
        QString(uidOf(set) + set["metadata"_L1]["resourceVersion"_L1].toString()).toUtf8();
    for (qint64 i = 0; i < std::min(missing, mostNewPods); ++i) {
        const QString name =
            stem + safeLetters(hashOfText(seed + '/' + QByteArray::number(i)), 5); // as theirs
        plan.create(manager, newPod(set, name, stem));
        plan.tell(u"replicaset-controller"_s, set, u"SuccessfulCreate"_s,
                  u"Created pod: "_s + name);
    }
}

void removePods(ClusterPlan &plan, const QJsonObject &set, QList<QJsonObject> pods, qint64 extra)
{
    std::stable_sort(pods.begin(), pods.end(), goesBefore);
    for (qint64 i = 0; i < extra; ++i) {
        plan.remove(manager, podPlace(pods[i]));
        plan.tell(u"replicaset-controller"_s, set, u"SuccessfulDelete"_s,
                  u"Deleted pod: "_s + nameOf(pods[i]));
    }
}

QJsonObject statusOf(const QJsonObject &set, const QList<QJsonObject> &pods)
{
    const qint64 ready = std::count_if(pods.begin(), pods.end(), isReadyPod);
    return {{u"observedGeneration"_s, set["metadata"_L1]["generation"_L1]},
            {u"replicas"_s, pods.size()},
            {u"readyReplicas"_s, ready},
            {u"availableReplicas"_s, ready}};
}

/// One after the other, by their number.
void scaleInOrder(ClusterPlan &plan, const QJsonObject &set, const QList<QJsonObject> &pods)
{
    const qint64 wanted = set["spec"_L1]["replicas"_L1].toInteger(1);
    const QString next = nameOf(set) + u'-' + QString::number(pods.size());
    if (pods.size() < wanted && std::all_of(pods.begin(), pods.end(), isReadyPod)) {
        plan.create(manager, newPod(set, next, nameOf(set) + u'-'));
        plan.tell(u"statefulset-controller"_s, set, u"SuccessfulCreate"_s,
                  u"create Pod %1 in StatefulSet %2 successful"_s.arg(next, nameOf(set)));
    } else if (pods.size() > wanted) {
        const auto last = std::max_element(
            pods.begin(), pods.end(), [](const QJsonObject &a, const QJsonObject &b) {
                return nameOf(a).section(u'-', -1).toInt() < nameOf(b).section(u'-', -1).toInt();
            });
        plan.remove(manager, podPlace(*last));
    }
}

} // namespace

ClusterPlan replicaSetPlan(const ClusterView &view)
{
    ClusterPlan plan;
    for (const QJsonObject &set : view.replicaSets) {
        if (isBeingDeleted(set)) {
            continue;
        }
        const QList<QJsonObject> pods = livePods(view, set);
        const qint64 wanted = set["spec"_L1]["replicas"_L1].toInteger(1);
        if (pods.size() < wanted) {
            makePods(plan, set, wanted - pods.size());
        } else {
            removePods(plan, set, pods, pods.size() - wanted);
        }
        QJsonObject status = statusOf(set, pods);
        status.insert(u"fullyLabeledReplicas"_s, pods.size());
        plan.patchStatus(manager, {u"apps"_s, u"replicasets"_s, namespaceOf(set), nameOf(set), {}},
                         set, status);
    }
    return plan;
}

ClusterPlan statefulSetPlan(const ClusterView &view)
{
    ClusterPlan plan;
    for (const QJsonObject &set : view.statefulSets) {
        if (isBeingDeleted(set)) {
            continue;
        }
        const QList<QJsonObject> pods = livePods(view, set);
        if (view.podsOf.value(uidOf(set)).size() == pods.size()) { // none is on its way out
            scaleInOrder(plan, set, pods);
        }
        QJsonObject status = statusOf(set, pods);
        status.insert(u"currentReplicas"_s, pods.size());
        status.insert(u"updatedReplicas"_s, pods.size());
        plan.patchStatus(manager, {u"apps"_s, u"statefulsets"_s, namespaceOf(set), nameOf(set), {}},
                         set, status);
    }
    return plan;
}

} // namespace spillway::demo
