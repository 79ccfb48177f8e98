// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/kubeapiserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <array>
#include <memory>

namespace spillway {

using namespace Qt::StringLiterals;

/// A cluster of the demo's API server with one namespace, and objects to put into it. Whoever uses
/// it links Spillway::kubeserver.
class KubeWorld
{
public:
    static inline const QString nameSpace = u"kotaemon"_s;

    KubeWorld()
    {
        demo::KubeApiServer::Options options;
        options.users = {{u"oncall"_s, u"1001"_s, {}, {}}};
        auto started = demo::KubeApiServer::start(options);
        m_server = started ? std::move(*started) : nullptr;
        if (m_server) {
            m_works = create(object(u"v1"_s, u"Namespace"_s, nameSpace));
        }
    }
    /// Check this first.
    [[nodiscard]] bool works() const { return m_works; }
    [[nodiscard]] demo::KubeApiServer *server() const { return m_server.get(); }

    /// A kubeconfig file of "admin" or of "oncall", who may do nothing.
    [[nodiscard]] QString kubeconfig(const QString &user = u"admin"_s) const
    {
        const QString path = m_folder.filePath(user + u".yaml"_s);
        return m_server->writeKubeconfig(path, user, nameSpace) ? path : QString{};
    }
    [[nodiscard]] bool allow(const QStringList &resources,
                             const QStringList &verbs = {u"get"_s, u"list"_s, u"watch"_s},
                             const QString &name = u"reader"_s) const
    {
        QJsonObject role = object(u"rbac.authorization.k8s.io/v1"_s, u"Role"_s, name);
        role.insert(u"rules"_s,
                    QJsonArray{QJsonObject{{u"apiGroups"_s, QJsonArray{u"*"_s}},
                                           {u"resources"_s, QJsonArray::fromStringList(resources)},
                                           {u"verbs"_s, QJsonArray::fromStringList(verbs)}}});
        QJsonObject binding = object(u"rbac.authorization.k8s.io/v1"_s, u"RoleBinding"_s, name);
        binding.insert(u"roleRef"_s, QJsonObject{{u"apiGroup"_s, u"rbac.authorization.k8s.io"_s},
                                                 {u"kind"_s, u"Role"_s},
                                                 {u"name"_s, name}});
        binding.insert(u"subjects"_s,
                       QJsonArray{QJsonObject{{u"kind"_s, u"User"_s},
                                              {u"apiGroup"_s, u"rbac.authorization.k8s.io"_s},
                                              {u"name"_s, u"oncall"_s}}});
        return create(role) && create(binding);
    }

    [[nodiscard]] bool addDeployment(const QString &name, int replicas) const
    {
        QJsonObject made = object(u"apps/v1"_s, u"Deployment"_s, name);
        const QJsonObject labels{{u"app"_s, name}};
        made.insert(u"spec"_s,
                    QJsonObject{{u"replicas"_s, replicas},
                                {u"selector"_s, QJsonObject{{u"matchLabels"_s, labels}}},
                                {u"template"_s,
                                 QJsonObject{{u"metadata"_s, QJsonObject{{u"labels"_s, labels}}},
                                             {u"spec"_s, podSpec()}}}});
        return create(made);
    }
    [[nodiscard]] bool addHpa(const QString &target, int min, int max) const
    {
        QJsonObject made = object(u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s, target);
        made.insert(u"spec"_s,
                    QJsonObject{{u"minReplicas"_s, min},
                                {u"maxReplicas"_s, max},
                                {u"scaleTargetRef"_s, QJsonObject{{u"apiVersion"_s, u"apps/v1"_s},
                                                                  {u"kind"_s, u"Deployment"_s},
                                                                  {u"name"_s, target}}}});
        return create(made);
    }
    /// Ready `coldStart` seconds after it was made.
    [[nodiscard]] bool addPod(const QString &workload, const QString &id, int coldStart) const
    {
        const QString hash = u"7d9f8b6c54"_s;
        const QString name = workload + u'-' + hash + u'-' + id;
        QJsonObject pod = object(u"v1"_s, u"Pod"_s, name);
        QJsonObject meta = pod.value("metadata"_L1).toObject();
        meta.insert(u"labels"_s, QJsonObject{{u"app"_s, workload}, {u"pod-template-hash"_s, hash}});
        meta.insert(u"ownerReferences"_s,
                    QJsonArray{QJsonObject{{u"apiVersion"_s, u"apps/v1"_s},
                                           {u"kind"_s, u"ReplicaSet"_s},
                                           {u"name"_s, QString{workload + u'-' + hash}},
                                           {u"uid"_s, u"11111111-1111-1111-1111-111111111111"_s},
                                           {u"controller"_s, true}}});
        pod.insert(u"metadata"_s, meta);
        QJsonObject spec = podSpec();
        spec.insert(u"nodeName"_s, u"node-1"_s);
        pod.insert(u"spec"_s, spec);
        const demo::ClusterClient client = m_server->client(u"test"_s);
        const demo::CallResult made = client.create(pod);
        const QDateTime created = QDateTime::fromString(
            made.document.value("metadata"_L1).toObject().value("creationTimestamp"_L1).toString(),
            Qt::ISODate);
        const QString ready = created.addSecs(coldStart).toString(Qt::ISODate);
        QJsonObject started = made.document;
        started.insert(u"status"_s,
                       QJsonObject{{u"phase"_s, u"Running"_s},
                                   {u"conditions"_s,
                                    QJsonArray{QJsonObject{{u"type"_s, u"Ready"_s},
                                                           {u"status"_s, u"True"_s},
                                                           {u"lastTransitionTime"_s, ready}}}}});
        return made.ok() && client.update(started, u"status"_s).ok();
    }
    /// Seconds after a pod was made: it had a node, its init containers were done, its container
    /// ran, it was ready.
    [[nodiscard]] bool addSteps(const QString &name, const std::array<int, 4> &seconds) const
    {
        const demo::ClusterClient client = m_server->client(u"test"_s);
        QJsonObject pod = client.get({{}, u"pods"_s, nameSpace, name, {}}).document;
        const QDateTime created = QDateTime::fromString(
            pod.value("metadata"_L1).toObject().value("creationTimestamp"_L1).toString(),
            Qt::ISODate);
        const auto at = [&](std::size_t step) {
            return created.addSecs(seconds.at(step)).toString(Qt::ISODate);
        };
        const auto condition = [&](const QString &type, std::size_t step) {
            return QJsonObject{
                {u"type"_s, type}, {u"status"_s, u"True"_s}, {u"lastTransitionTime"_s, at(step)}};
        };
        const QJsonObject running{{u"running"_s, QJsonObject{{u"startedAt"_s, at(2)}}}};
        pod.insert(
            u"status"_s,
            QJsonObject{{u"phase"_s, u"Running"_s},
                        {u"conditions"_s,
                         QJsonArray{condition(u"PodScheduled"_s, 0), condition(u"Initialized"_s, 1),
                                    condition(u"Ready"_s, 3)}},
                        {u"containerStatuses"_s, QJsonArray{QJsonObject{{u"name"_s, u"app"_s},
                                                                        {u"image"_s, u"x"_s},
                                                                        {u"imageID"_s, u""_s},
                                                                        {u"ready"_s, true},
                                                                        {u"restartCount"_s, 0},
                                                                        {u"state"_s, running}}}}});
        return client.update(pod, u"status"_s).ok();
    }
    [[nodiscard]] bool addPulled(const QString &pod, const QString &length) const
    {
        QJsonObject made = event(u"Pod"_s, pod, u"Successfully pulled image \"x\" in "_s + length);
        made.insert(u"type"_s, u"Normal"_s);
        made.insert(u"reason"_s, u"Pulled"_s);
        return create(made);
    }
    [[nodiscard]] bool addEvent(const QString &kind, const QString &name, const QString &note) const
    {
        return create(event(kind, name, note));
    }

    /// A service, and an Endpoints object with a port of this machine; 0 = without an address.
    [[nodiscard]] bool addService(const QString &name, quint16 port) const
    {
        QJsonObject service = object(u"v1"_s, u"Service"_s, name);
        service.insert(u"spec"_s,
                       QJsonObject{{u"ports"_s, QJsonArray{QJsonObject{{u"name"_s, u"web"_s},
                                                                       {u"port"_s, 9090}}}}});
        QJsonObject endpoints = object(u"v1"_s, u"Endpoints"_s, name);
        if (port != 0) {
            endpoints.insert(
                u"subsets"_s,
                QJsonArray{QJsonObject{
                    {u"addresses"_s, QJsonArray{QJsonObject{{u"ip"_s, u"127.0.0.1"_s}}}},
                    {u"ports"_s,
                     QJsonArray{QJsonObject{{u"name"_s, u"web"_s}, {u"port"_s, int{port}}}}}}});
        }
        return create(service) && create(endpoints);
    }

private:
    static QJsonObject event(const QString &kind, const QString &name, const QString &note)
    {
        QJsonObject made = object(u"events.k8s.io/v1"_s, u"Event"_s, name + u".1"_s);
        made.insert(u"eventTime"_s, u"2026-03-09T00:00:00.000000Z"_s);
        made.insert(u"reportingController"_s, u"test"_s);
        made.insert(u"reportingInstance"_s, u"test-1"_s);
        made.insert(u"action"_s, u"Testing"_s);
        made.insert(u"reason"_s, u"BackOff"_s);
        made.insert(u"type"_s, u"Warning"_s);
        made.insert(u"note"_s, note);
        made.insert(u"regarding"_s,
                    QJsonObject{{u"kind"_s, kind}, {u"namespace"_s, nameSpace}, {u"name"_s, name}});
        return made;
    }
    static QJsonObject object(const QString &apiVersion, const QString &kind, const QString &name)
    {
        QJsonObject meta{{u"name"_s, name}};
        if (kind != "Namespace"_L1) {
            meta.insert(u"namespace"_s, nameSpace);
        }
        return {{u"apiVersion"_s, apiVersion}, {u"kind"_s, kind}, {u"metadata"_s, meta}};
    }
    static QJsonObject podSpec()
    {
        return {
            {u"containers"_s, QJsonArray{QJsonObject{{u"name"_s, u"app"_s},
                                                     {u"image"_s, u"registry.example/app:1"_s}}}}};
    }
    [[nodiscard]] bool create(const QJsonObject &made) const
    {
        const demo::CallResult result = m_server->client(u"test"_s).create(made);
        if (!result.ok()) {
            qWarning("%s", qPrintable(result.message()));
        }
        return result.ok();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<demo::KubeApiServer> m_server;
    bool m_works = false;
};

} // namespace spillway
