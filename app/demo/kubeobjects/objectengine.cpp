// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/objectengine.h"

#include "kubeobjects/jsontools.h"
#include "kubeobjects/objectwriter.h"
#include "kubeobjects/scaleobject.h"
#include "kubeobjects/versions.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

/// Field labels of core/v1 events and the paths behind them; events.k8s.io has its own names.
const QHash<QString, QStringList> &eventLabels(bool newGroup)
{
    static const auto labels = [](const QString &reference, const QString &controller) {
        QHash<QString, QStringList> made{{u"reason"_s, {u"reason"_s}},
                                         {u"type"_s, {u"type"_s}},
                                         {controller, {u"reportingComponent"_s}}};
        for (const QString &key : {u"kind"_s, u"namespace"_s, u"name"_s, u"uid"_s, u"apiVersion"_s,
                                   u"resourceVersion"_s, u"fieldPath"_s}) {
            made.insert(QString(reference + u'.' + key), {u"involvedObject"_s, key});
        }
        return made;
    };
    static const QHash<QString, QStringList> core =
        labels(u"involvedObject"_s, u"reportingComponent"_s);
    static const QHash<QString, QStringList> fresh =
        labels(u"regarding"_s, u"reportingController"_s);
    return newGroup ? fresh : core;
}

QHash<QString, QStringList> labelPaths(const ResourceType &type)
{
    if (type.kind == "Event"_L1 && !type.custom) {
        return eventLabels(type.group == "events.k8s.io"_L1);
    }
    static const QHash<QString, QHash<QString, QStringList>> byKind{
        {u"Pod"_s,
         {{u"spec.nodeName"_s, {u"spec"_s, u"nodeName"_s}},
          {u"spec.restartPolicy"_s, {u"spec"_s, u"restartPolicy"_s}},
          {u"spec.schedulerName"_s, {u"spec"_s, u"schedulerName"_s}},
          {u"spec.serviceAccountName"_s, {u"spec"_s, u"serviceAccountName"_s}},
          {u"spec.hostNetwork"_s, {u"spec"_s, u"hostNetwork"_s}},
          {u"status.phase"_s, {u"status"_s, u"phase"_s}},
          {u"status.podIP"_s, {u"status"_s, u"podIP"_s}},
          {u"status.podIPs"_s, {u"status"_s, u"podIPs"_s}},
          {u"status.nominatedNodeName"_s, {u"status"_s, u"nominatedNodeName"_s}}}},
        {u"Namespace"_s, {{u"status.phase"_s, {u"status"_s, u"phase"_s}}}},
        {u"ReplicaSet"_s, {{u"status.replicas"_s, {u"status"_s, u"replicas"_s}}}},
        {u"Job"_s, {{u"status.successful"_s, {u"status"_s, u"succeeded"_s}}}},
        {u"Secret"_s, {{u"type"_s, {u"type"_s}}}},
        {u"Service"_s,
         {{u"spec.clusterIP"_s, {u"spec"_s, u"clusterIP"_s}},
          {u"spec.type"_s, {u"spec"_s, u"type"_s}}}},
    };
    return type.custom ? QHash<QString, QStringList>() : byKind.value(type.kind);
}

} // namespace

WriteOutcome writeObject(const ResourceType &type, const WriteRequest &request,
                         const std::optional<QJsonObject> &stored, const WriteContext &context)
{
    if (request.subresource == "scale"_L1) {
        return writeScale(type, request, stored, context);
    }
    // Events are refused under their old name by both groups.
    const QString kindGroup = type.kind == "Event"_L1 ? QString() : type.group;
    const ObjectWriter::Names names{type.name(), {kindGroup, type.plural, type.kind}};
    return ObjectWriter(type, names, request, stored, context).write();
}

QJsonObject presentObject(const ResourceType &type, const QJsonObject &stored,
                          const QString &version)
{
    if (type.group == "events.k8s.io"_L1) {
        return toNewEvent(stored);
    }
    return convertObject(type, stored, type.storageVersion, version);
}

QJsonObject presentScale(const ResourceType &, const QJsonObject &stored)
{
    return scaleOf(stored);
}

QStringList fieldLabels(const ResourceType &type)
{
    return labelPaths(type).keys();
}

QString fieldValue(const ResourceType &type, const QJsonObject &stored, const QString &label)
{
    if (label == "metadata.name"_L1 || label == "metadata.namespace"_L1) {
        return textAt(stored, label.split(u'.'));
    }
    const QJsonValue value = valueAt(stored, labelPaths(type).value(label));
    return value.isString() ? value.toString() : value.toVariant().toString();
}

} // namespace spillway::demo
