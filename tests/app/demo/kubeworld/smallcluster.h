// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/bootstrap.h"
#include "kubeserver/clusterclient.h"
#include "kubeserver/serverstate.h"
#include "kubeworld/clusterjson.h"
#include "kubeworld/clusterplan.h"
#include "kubeworld/clusterview.h"
#include "kubeworld/clusterworld.h"

#include <QJsonArray>
#include <QJsonObject>

/// What the tests of the controllers share: a cluster without HTTP, in a time of its own.
namespace spillway::demo::test {

using namespace Qt::StringLiterals;

constexpr std::int64_t start = 1'795'680'000; // a multiple of every controller's period

inline QJsonObject deploymentNamed(const QString &name, int replicas)
{
    const QJsonObject labels{{u"app"_s, name}};
    const QJsonObject requests{{u"cpu"_s, u"500m"_s}, {u"memory"_s, u"1Gi"_s}};
    const QJsonObject container{{u"name"_s, u"app"_s},
                                {u"image"_s, u"example/app:1"_s},
                                {u"resources"_s, QJsonObject{{u"requests"_s, requests}}}};
    const QJsonObject annotations{{QString(startupAnnotation), u"20"_s}};
    return {{u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"Deployment"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"kotaemon"_s}}},
            {u"spec"_s,
             QJsonObject{{u"replicas"_s, replicas},
                         {u"selector"_s, QJsonObject{{u"matchLabels"_s, labels}}},
                         {u"template"_s,
                          QJsonObject{{u"metadata"_s, QJsonObject{{u"labels"_s, labels},
                                                                  {u"annotations"_s, annotations}}},
                                      {u"spec"_s,
                                       QJsonObject{{u"containers"_s, QJsonArray{container}}}}}}}}};
}

inline QJsonObject cpuAutoscaler(const QString &name, int min, int max)
{
    const QJsonObject target{{u"type"_s, u"Utilization"_s}, {u"averageUtilization"_s, 70}};
    const QJsonObject metric{
        {u"type"_s, u"Resource"_s},
        {u"resource"_s, QJsonObject{{u"name"_s, u"cpu"_s}, {u"target"_s, target}}}};
    return {
        {u"apiVersion"_s, u"autoscaling/v2"_s},
        {u"kind"_s, u"HorizontalPodAutoscaler"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"kotaemon"_s}}},
        {u"spec"_s, QJsonObject{{u"scaleTargetRef"_s, QJsonObject{{u"apiVersion"_s, u"apps/v1"_s},
                                                                  {u"kind"_s, u"Deployment"_s},
                                                                  {u"name"_s, name}}},
                                {u"minReplicas"_s, min},
                                {u"maxReplicas"_s, max},
                                {u"metrics"_s, QJsonArray{metric}}}}};
}

/// A cluster with its controllers; the load is a number of cores that its ready pods share.
class SmallCluster
{
public:
    SmallCluster()
    {
        storeBootstrapObjects(state.store);
        make({{u"apiVersion"_s, u"v1"_s},
              {u"kind"_s, u"Namespace"_s},
              {u"metadata"_s, QJsonObject{{u"name"_s, u"kotaemon"_s}}}});
    }

    QJsonObject make(const QJsonObject &object) { return user.create(object).document; }
    [[nodiscard]] QJsonObject get(const QString &group, const QString &plural,
                                  const QString &name) const
    {
        return user.get({group, plural, u"kotaemon"_s, name, {}}).document;
    }
    void patch(const QString &group, const QString &plural, const QString &name,
               const QJsonObject &patch)
    {
        user.mergePatch({group, plural, u"kotaemon"_s, name, {}}, patch);
    }
    void scale(const QString &plural, const QString &name, int replicas)
    {
        patch(u"apps"_s, plural, name, {{u"spec"_s, QJsonObject{{u"replicas"_s, replicas}}}});
    }
    [[nodiscard]] QList<QJsonObject> pods() const
    {
        return user.list({{}, u"pods"_s, u"kotaemon"_s, {}, {}});
    }
    [[nodiscard]] int readyPods() const
    {
        int ready = 0;
        for (const QJsonObject &pod : pods()) {
            ready += isReadyPod(pod) ? 1 : 0;
        }
        return ready;
    }
    [[nodiscard]] QStringList events(const QString &reason) const
    {
        QStringList messages;
        for (const QJsonObject &event : user.list({{}, u"events"_s, u"kotaemon"_s, {}, {}})) {
            if (event["reason"_L1].toString() == reason) {
                messages.append(event["message"_L1].toString());
            }
        }
        return messages;
    }
    void run(std::int64_t seconds)
    {
        for (const std::int64_t end = now + seconds; now < end;) {
            now += 5;
            ClusterLoad load = given;
            const int ready = readyPods();
            for (const QJsonObject &pod : pods()) {
                if (isReadyPod(pod)) {
                    load.pods[keyOf(pod)].cores = cores / ready;
                }
            }
            world.step(now, load);
        }
    }

    ServerState state;
    ClusterClient user{state, u"tester"_s};
    ClusterWorld world{state, 7};
    ClusterLoad given; ///< what else the metrics APIs would say
    double cores = 0;
    std::int64_t now = start;
};

} // namespace spillway::demo::test
