// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterview.h"

#include "kubeserver/typeregistry.h"
#include "kubeworld/clusterjson.h"

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, QList<QJsonObject>> byController(const ObjectStore::Objects &objects)
{
    QHash<QString, QList<QJsonObject>> found;
    for (const QJsonObject &object : objects) {
        if (const QString uid = controllerUid(object); !uid.isEmpty()) {
            found[uid].append(object);
        }
    }
    return found;
}

} // namespace

ClusterView ClusterView::of(const ObjectStore &store, std::int64_t second)
{
    const auto all = [&store](const QString &group, const QString &plural) {
        return store.snapshot(storageKeyOf(group, plural)).objects;
    };
    ClusterView view;
    view.second = second;
    view.deployments = all(u"apps"_s, u"deployments"_s);
    view.replicaSets = all(u"apps"_s, u"replicasets"_s);
    view.statefulSets = all(u"apps"_s, u"statefulsets"_s);
    view.pods = all({}, u"pods"_s);
    view.autoscalers = all(u"autoscaling"_s, u"horizontalpodautoscalers"_s);
    // Custom kinds are filed under plural.group, whether they are served or not.
    view.scaledObjects = store.snapshot(u"scaledobjects.keda.sh"_s).objects;
    view.cronJobs = all(u"batch"_s, u"cronjobs"_s);
    view.jobs = all(u"batch"_s, u"jobs"_s);
    view.podsOf = byController(view.pods);
    view.replicaSetsOf = byController(view.replicaSets);
    view.jobsOf = byController(view.jobs);
    return view;
}

} // namespace spillway::demo
